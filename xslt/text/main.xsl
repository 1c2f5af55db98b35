<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes">
  <!-- A document as plain text: the transcript's own words, labels, brackets and punctuation.
       `octavo encode` compares this text with its source before it writes anything. -->
  <xsl:import href="../common/main.xsl"/>
  <xsl:include href="head.xsl"/>
  <xsl:include href="blocks.xsl"/>
  <xsl:include href="conversation.xsl"/>
  <xsl:include href="inline.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="custom.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:mode name="text" on-no-match="fail" warning-on-multiple-match="yes"/>

  <xsl:template match="/" as="text()">
    <xsl:variable name="written" as="text()*">
      <xsl:apply-templates select="TEI/teiHeader, TEI/text" mode="text"/>
      <xsl:call-template name="notes"/>
    </xsl:variable>
    <xsl:value-of select="f:tidy(string-join($written))"/>
  </xsl:template>

  <!-- Blocks set themselves off by line ends, all of them ours, for those of the TEI are folded:
       no spaces around them, never more than one empty line, one at the end of the text. Saxon's
       regular expressions cost a second for a megabyte, normalize-space almost nothing. -->
  <xsl:function name="f:tidy" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="lines" as="xs:string*" select="tokenize($text, '\n') ! f:tidy-line(.)"/>
    <xsl:variable name="kept" as="xs:string*">
      <xsl:for-each-group select="$lines" group-adjacent=". eq ''">
        <xsl:sequence select="if (current-grouping-key()) then '' else current-group()"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="text" as="xs:string" select="string-join($kept, '&#10;')"/>
    <xsl:variable name="begun" as="xs:string"
      select="if (starts-with($text, '&#10;')) then substring($text, 2) else $text"/>
    <xsl:sequence select="if (ends-with($begun, '&#10;')) then $begun else $begun || '&#10;'"/>
  </xsl:function>

  <!-- Cells of a table are parted by tabulators, which stay. -->
  <xsl:function name="f:tidy-line" as="xs:string">
    <xsl:param name="line" as="xs:string"/>
    <xsl:sequence select="string-join(tokenize($line, '&#x9;') ! normalize-space(), '&#x9;')"/>
  </xsl:function>

  <xsl:template match="text()" mode="text" as="text()">
    <xsl:variable name="words" as="xs:string" select="normalize-space(.)"/>
    <xsl:choose>
      <xsl:when test="$words eq ''"><xsl:text> </xsl:text></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="f:space(substring(., 1, 1)) || $words
          || f:space(substring(., string-length(.)))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="f:space" as="xs:string">
    <xsl:param name="character" as="xs:string"/>
    <xsl:sequence select="if (normalize-space($character) eq '') then ' ' else ''"/>
  </xsl:function>

  <xsl:template match="*" mode="text" as="text()*" priority="-1">
    <xsl:call-template name="f:report-unhandled">
      <xsl:with-param name="output" select="'text'"/>
    </xsl:call-template>
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="text" as="empty-sequence()"/>
</xsl:stylesheet>
