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
       no spaces around them, never more than one empty line, one at the end of the text. -->
  <xsl:function name="f:tidy" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="lines" as="xs:string" select="replace($text, ' *\n *', '&#10;')"/>
    <xsl:variable name="blocks" as="xs:string" select="replace($lines, '\n{3,}', '&#10;&#10;')"/>
    <xsl:sequence select="replace(replace($blocks, ' +', ' '), '^\s+|\s+$', '') || '&#10;'"/>
  </xsl:function>

  <xsl:template match="text()" mode="text" as="text()">
    <xsl:value-of select="replace(., '[ \t\r\n]+', ' ')"/>
  </xsl:template>

  <xsl:template match="*" mode="text" as="text()*" priority="-1">
    <xsl:call-template name="f:report-unhandled">
      <xsl:with-param name="output" select="'text'"/>
    </xsl:call-template>
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="text" as="empty-sequence()"/>
</xsl:stylesheet>
