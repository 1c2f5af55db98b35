<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- Pages, columns, lines and other points of the source. (TEI Guidelines, 3.11.3) -->
  <xsl:template match="pb | cb | milestone" as="text()*">
    <xsl:sequence select="f:anchor(.)"/>
    <xsl:variable name="apart" as="xs:boolean"
      select="exists((parent::text | parent::front | parent::body | parent::back | parent::div | parent::sp | parent::lg))"/>
    <xsl:sequence select="f:call('source-break', (f:argument('kind', local-name()), 'apart: true'[$apart]),
      f:plain(f:break-name(.)))"/>
  </xsl:template>

  <xsl:function name="f:break-name" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($element/self::milestone) then string-join(($element/@unit, $element/@n), ' ')
      else string($element/@n ! f:label(if ($element/self::pb) then 'page' else 'column', $language, .))"/>
  </xsl:function>

  <xsl:template match="lb" as="text()*">
    <xsl:sequence select="f:anchor(.)"/>
    <xsl:text>#line-break()</xsl:text>
  </xsl:template>

  <!-- A line that begins within a word leaves the word whole. -->
  <xsl:template match="lb[@break = 'no']" as="text()*" priority="1">
    <xsl:sequence select="f:anchor(.)"/>
  </xsl:template>

  <xsl:template match="anchor" as="text()*">
    <xsl:sequence select="f:anchor(.)"/>
  </xsl:template>
</xsl:stylesheet>
