<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- What scribes and editors did. Brackets of supplied words are not text: they are put back as real
       characters, so that what is copied from the page is what the source prints.
       (TEI Guidelines, chapter 11 and 3.5) -->

  <!-- What a supplied passage is, who supplied it, how sure its kind is. -->
  <xsl:function name="f:supplied-description" as="xs:string">
    <xsl:param name="supplied" as="element(supplied)"/>
    <xsl:variable name="who" as="xs:string?" select="f:responsible($supplied)"/>
    <xsl:variable name="kind" as="xs:string"
      select="f:label(string-join(('supplied', $supplied/@reason), '.'), $language)"/>
    <xsl:sequence select="string-join((
      if ($who) then f:label('supplied-by', $language, $who) || ': ' || $kind else f:sentence($kind),
      $supplied/@cert ! f:label('cert.' || ., $language)), ', ')"/>
  </xsl:function>

  <!-- A text with a capital at its beginning. -->
  <xsl:function name="f:sentence" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($text, 1, 1)) || substring($text, 2)"/>
  </xsl:function>

  <xsl:template match="supplied" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'span')}">
      <xsl:sequence select="f:attributes(., ('supplied', @reason))"/>
      <xsl:attribute name="title" select="f:supplied-description(.)"/>
      <xsl:text>[</xsl:text>
      <xsl:apply-templates/>
      <xsl:text>]</xsl:text>
    </xsl:element>
  </xsl:template>

  <!-- What is not given: the words that the source prints in its place, or three points in brackets. -->
  <xsl:template match="gap" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'span')}">
      <xsl:sequence select="f:attributes(., 'gap')"/>
      <xsl:attribute name="title" select="f:extent-description(., 'gap')"/>
      <xsl:apply-templates select="desc/node()"/>
      <xsl:if test="not(desc)">[…]</xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template match="space" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'span')}">
      <xsl:sequence select="f:attributes(., 'space')"/>
      <xsl:attribute name="title" select="f:extent-description(., 'space')"/>
      <xsl:apply-templates select="desc/node()"/>
      <xsl:if test="not(desc)">[&#x2003;]</xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- Why, and how much, of a gap, a space, damaged words. -->
  <xsl:function name="f:extent-description" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="f:sentence(string-join((
      f:label(string-join(($key, $element/@reason[$key eq 'gap']), '.'), $language),
      ($element/@extent, string-join(($element/@quantity, $element/@unit), ' ')[.])[1] ! string(.),
      $element/@agent), ', '))"/>
  </xsl:function>

  <xsl:template match="unclear | damage" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'span')}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:attribute name="title" select="f:extent-description(., local-name())"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="add | del" as="element()">
    <xsl:element name="{if (self::add) then 'ins' else 'del'}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:attribute name="title" select="f:sentence(string-join((f:label(local-name(), $language),
        @place ! f:label('place.' || ., $language)), ', '))"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="subst" as="node()*">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- Two forms of the same words: that of the source, then the editors' in brackets. -->
  <xsl:template match="choice" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'span')}">
      <xsl:sequence select="f:attributes(., 'choice')"/>
      <xsl:for-each select="sic, orig, abbr, unclear, corr, reg, expan">
        <xsl:if test="position() gt 1">
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>

  <xsl:template match="sic | orig | corr | reg | expan" as="element()">
    <xsl:sequence select="f:described(., (), ())"/>
  </xsl:template>

  <xsl:template match="abbr" as="element()">
    <xsl:sequence select="f:phrase(., 'abbr')"/>
  </xsl:template>

  <xsl:template match="sic[not(parent::choice)]" as="element()" priority="1">
    <xsl:sequence select="f:described(., (), ' [sic]')"/>
  </xsl:template>

  <xsl:template match="choice/corr | choice/reg | choice/expan" as="element()" priority="1">
    <xsl:sequence select="f:described(., '[', ']')"/>
  </xsl:template>

  <!-- The content, with what the element means as its title, and marks of the editors around it. -->
  <xsl:function name="f:described" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="before" as="xs:string?"/>
    <xsl:param name="after" as="xs:string?"/>
    <xsl:element name="{f:phrase-or-block($element, 'span')}">
      <xsl:sequence select="f:attributes($element, (local-name($element), 'editorial'[$before]))"/>
      <xsl:attribute name="title" select="f:sentence(f:label(local-name($element), $language))"/>
      <xsl:text>{$before}</xsl:text>
      <xsl:apply-templates select="$element/node()"/>
      <xsl:if test="$after and not($before)">
        <span class="editorial">{$after}</span>
      </xsl:if>
      <xsl:text>{$after[$before]}</xsl:text>
    </xsl:element>
  </xsl:function>
</xsl:stylesheet>
