<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes">
  <!-- The words of an element as one line of plain text: brackets put back, notes left out, white
       space folded. For titles of windows, attributes, citations and sorting. -->
  <xsl:mode name="f:words" on-no-match="text-only-copy"/>
  <xsl:mode name="f:own-words" on-no-match="text-only-copy"/>

  <!-- An element that is given has its words, even of a kind that is left out within others: a note has
       those of the note. -->
  <xsl:function name="f:words" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="text" as="text()*">
      <xsl:apply-templates select="$nodes" mode="f:own-words"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($text))"/>
  </xsl:function>

  <xsl:template match="*" mode="f:own-words" as="text()*">
    <xsl:apply-templates mode="f:words"/>
  </xsl:template>

  <xsl:template match="supplied | gap | lb | space" mode="f:own-words" as="text()*">
    <xsl:apply-templates select="." mode="f:words"/>
  </xsl:template>

  <xsl:template match="supplied" mode="f:words" as="text()*">
    <xsl:text>[</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="gap[not(desc)]" mode="f:words" as="text()">
    <xsl:text>[…]</xsl:text>
  </xsl:template>

  <xsl:template match="lb[not(@break = 'no')] | space" mode="f:words" as="text()">
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="note | rdg[../lem] | rdg[not(../lem)][position() gt 1] | figDesc
      | choice/(corr | reg | expan)" mode="f:words" as="empty-sequence()"/>

  <!-- How many words a text has. Where a script does not part its words, each of its characters
       counts for one. -->
  <xsl:function name="f:count-words" as="xs:integer">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="han" as="xs:string"
      select="'\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}'"/>
    <xsl:variable name="spaced" as="xs:string" select="replace($text, '([' || $han || '])', ' $1 ')"/>
    <xsl:sequence select="count(tokenize($spaced)[matches(., '[\p{L}\p{N}]')])"/>
  </xsl:function>
</xsl:stylesheet>
