<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- The text and its divisions. (TEI Guidelines, chapter 4) -->
  <xsl:template match="text | front | body | back | floatingText" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="text/body[not(@xml:id or @xml:lang or @rend)]" as="node()*">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="div" as="element()">
    <section>
      <xsl:sequence select="f:attributes(., ('div', @type ! ('div-' || replace(., '[^\w-]', ''))))"/>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <!-- A heading's level is the depth of its division: the title of the page has the first. -->
  <xsl:template match="div/head | front/head | body/head | back/head" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'h' || min((6, 1 + max((1, count(ancestor::div))))))}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="head" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'p')}">
      <xsl:sequence select="f:attributes(., 'head')"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="opener | closer" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'p')}">
      <xsl:sequence select="f:attributes(., (local-name(), 'lines'[empty(current()/text()[normalize-space()])]))"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="trailer | byline | salute | signed | dateline" as="element()">
    <xsl:element name="{f:phrase-or-block(., if (parent::div or parent::body or parent::front or parent::back
        or parent::titlePage) then 'p' else 'span')}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="byline[parent::opener] | trailer[not(parent::div or parent::body or parent::back)]"
    as="element()">
    <div>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="epigraph" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'epigraph')"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="standOff" as="element()?">
    <xsl:where-populated>
      <div>
        <xsl:sequence select="f:attributes(., 'standoff')"/>
        <xsl:apply-templates select="* except note"/>
      </div>
    </xsl:where-populated>
  </xsl:template>
</xsl:stylesheet>
