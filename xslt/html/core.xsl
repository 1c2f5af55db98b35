<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- Paragraphs and phrases. (TEI Guidelines, chapter 3) -->
  <xsl:template match="p | ab" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'p')}">
      <xsl:sequence select="f:attributes(., ('p', @type ! ('p-' || replace(., '[^\w-]', ''))))"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Phrases: an HTML element for each, by its meaning. -->
  <xsl:template match="emph" as="element()">
    <xsl:sequence select="f:phrase(., 'em')"/>
  </xsl:template>

  <xsl:template match="foreign | term | mentioned" as="element()">
    <xsl:sequence select="f:phrase(., 'i')"/>
  </xsl:template>

  <xsl:template match="term[@target]" as="element()" priority="1">
    <xsl:element name="{f:phrase-or-block(., 'i')}">
      <xsl:sequence select="f:attributes(., 'term')"/>
      <xsl:call-template name="linked">
        <xsl:with-param name="address" select="f:address(@target, .)"/>
      </xsl:call-template>
    </xsl:element>
  </xsl:template>

  <xsl:template match="title[@level = ('m', 'j', 's')]" as="element()">
    <xsl:sequence select="f:phrase(., 'cite')"/>
  </xsl:template>

  <xsl:template match="hi[tokenize(@rend) = 'superscript']" as="element()" priority="2">
    <xsl:sequence select="f:phrase(., 'sup')"/>
  </xsl:template>

  <xsl:template match="hi[tokenize(@rend) = 'subscript']" as="element()" priority="2">
    <xsl:sequence select="f:phrase(., 'sub')"/>
  </xsl:template>

  <xsl:template match="hi[tokenize(@rend) = 'bold']" as="element()" priority="1">
    <xsl:sequence select="f:phrase(., 'b')"/>
  </xsl:template>

  <xsl:template match="hi[not(@rend) or tokenize(@rend) = 'italic']" as="element()">
    <xsl:sequence select="f:phrase(., 'i')"/>
  </xsl:template>

  <xsl:template match="hi | seg | num | measure | title | label | desc" as="element()">
    <xsl:sequence select="f:phrase(., 'span')"/>
  </xsl:template>

  <!-- Labels in the header: the colon after them is not text. -->
  <xsl:template match="teiHeader//label" as="element()+" priority="1">
    <xsl:element name="{f:phrase-or-block(., 'b')}">
      <xsl:sequence select="f:attributes(., 'label')"/>
      <xsl:apply-templates/>
    </xsl:element>
    <span class="colon">{f:colon(.)}</span>
  </xsl:template>

  <xsl:template match="date | time" as="element()">
    <xsl:sequence select="f:phrase(., 'span')"/>
  </xsl:template>

  <!-- HTML knows days, months and years, not limits and spans. -->
  <xsl:template match="date[matches(@when, '^\d{4}(-\d\d(-\d\d)?)?$')]
      | time[matches(@when, '^\d\d:\d\d(:\d\d)?$')]" as="element()" priority="1">
    <xsl:choose>
      <xsl:when test="f:holds-block(.)">
        <xsl:sequence select="f:phrase(., 'div')"/>
      </xsl:when>
      <xsl:otherwise>
        <time datetime="{@when}">
          <xsl:sequence select="f:attributes(., ())"/>
          <xsl:apply-templates/>
        </time>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="address" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'address')"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="addrLine" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- An element and its content as the HTML element `name`, or as a div where a block stands within. -->
  <xsl:function name="f:phrase" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:element name="{f:phrase-or-block($element, $name)}">
      <xsl:sequence select="f:attributes($element, local-name($element))"/>
      <xsl:apply-templates select="$element/node()"/>
    </xsl:element>
  </xsl:function>
</xsl:stylesheet>
