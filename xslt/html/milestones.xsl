<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- Pages, columns, lines and other points of the source. (TEI Guidelines, 3.11.3) -->
  <xsl:template match="pb" as="element()">
    <span>
      <xsl:sequence select="f:attributes(., 'pb')"/>
      <xsl:text>{if (@n) then f:label('page', $language, @n) else f:label('page-break', $language)}</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="cb | milestone" as="element()">
    <span>
      <xsl:sequence select="f:attributes(., 'pb')"/>
      <xsl:text>{if (self::cb[@n]) then f:label('column', $language, @n) else string-join((@unit, @n), ' ')}</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="cb[not(@n)]" as="element()" priority="1">
    <span>
      <xsl:sequence select="f:attributes(., 'pb')"/>
      <xsl:text>|</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="lb" as="element()">
    <br>
      <xsl:sequence select="f:attributes(., ())"/>
    </br>
  </xsl:template>

  <!-- A line that begins within a word leaves the word whole. -->
  <xsl:template match="lb[@break = 'no']" as="element()" priority="1">
    <wbr>
      <xsl:sequence select="f:attributes(., ())"/>
    </wbr>
  </xsl:template>

  <xsl:template match="anchor" as="element()">
    <span>
      <xsl:sequence select="f:attributes(., ())"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
