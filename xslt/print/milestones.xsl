<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- Pages, columns, lines and other points of the source. (TEI Guidelines, 3.11.3) -->
  <xsl:template match="pb | cb | milestone" as="text()*">
    <xsl:sequence select="f:anchor(.)"/>
    <xsl:variable name="apart" as="xs:boolean"
      select="exists((parent::text | parent::front | parent::body | parent::back | parent::div | parent::sp | parent::lg))"/>
    <xsl:sequence select="f:call('source-break', (f:argument('kind', local-name()), f:argument('number', @n),
      f:argument('pattern', f:break-pattern(.)[current()/@n]), 'apart: true'[$apart],
      'within-word: true'[f:is-within-word(current())]), f:plain(f:break-name(.)))"/>
  </xsl:template>

  <xsl:function name="f:is-within-word" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="matches($element/preceding-sibling::node()[1]/self::text(), '\S$')
      and matches($element/following-sibling::node()[1]/self::text(), '^\S')"/>
  </xsl:function>

  <!-- How a break is called, with {0} for its number, so that those of one line can be called together. -->
  <xsl:function name="f:break-pattern" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($element/self::milestone) then string-join(($element/@unit, '{0}'), ' ')
      else f:label(if ($element/self::pb) then 'page' else 'column', $language)"/>
  </xsl:function>

  <xsl:function name="f:break-name" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($element/@n) then string-join(tokenize(f:break-pattern($element), '\{0\}'), $element/@n)
      else string($element/@unit)"/>
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
