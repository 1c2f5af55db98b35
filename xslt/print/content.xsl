<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- TEI to Typst, in mode `print`: a module for each chapter of TEI. -->
  <xsl:include href="structure.xsl"/>
  <xsl:include href="conversation.xsl"/>
  <xsl:include href="core.xsl"/>
  <xsl:include href="quotation.xsl"/>
  <xsl:include href="links.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="transcription.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="tables.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="verse.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="apparatus.xsl"/>
  <xsl:include href="milestones.xsl"/>
  <xsl:include href="bibliography.xsl"/>
  <xsl:include href="registers.xsl"/>

  <xsl:mode name="print" on-no-match="fail" use-accumulators="#all"/>

  <xsl:template match="text()" as="text()?">
    <xsl:value-of select="f:escaped(.)"/>
  </xsl:template>

  <!-- White space between the children of an element that holds no text of its own. -->
  <xsl:template match="text/text() | front/text() | body/text() | back/text() | div/text() | sp/text() | lg/text()
      | list/text() | table/text() | row/text() | figure/text() | app/text() | choice/text() | subst/text()
      | cit/text() | castList/text() | titlePage/text() | docTitle/text() | epigraph/text() | listBibl/text()
      | listApp/text() | listWit/text() | respStmt/text() | msDesc/text() | standOff/text()" as="empty-sequence()"/>

  <xsl:template match="comment() | processing-instruction()" as="empty-sequence()"/>

  <!-- What has no template shows its text and is reported. -->
  <xsl:template match="*" as="text()*" priority="-1">
    <xsl:call-template name="f:report-unhandled">
      <xsl:with-param name="output" select="'print'"/>
    </xsl:call-template>
    <xsl:sequence select="f:phrase(., 'unhandled')"/>
  </xsl:template>
</xsl:stylesheet>
