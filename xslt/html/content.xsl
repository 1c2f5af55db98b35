<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- TEI to HTML, in mode `html`: a module for each chapter of TEI. The pages of documents and those of
       the site both include it. -->
  <xsl:include href="attributes.xsl"/>
  <xsl:include href="structure.xsl"/>
  <xsl:include href="titlepage.xsl"/>
  <xsl:include href="conversation.xsl"/>
  <xsl:include href="drama.xsl"/>
  <xsl:include href="core.xsl"/>
  <xsl:include href="quotation.xsl"/>
  <xsl:include href="links.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="entries.xsl"/>
  <xsl:include href="transcription.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="tables.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="verse.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="apparatus.xsl"/>
  <xsl:include href="milestones.xsl"/>
  <xsl:include href="bibliography.xsl"/>

  <xsl:mode name="html" on-no-match="shallow-skip" use-accumulators="#all"/>

  <xsl:template match="text()" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <!-- What has no template shows its text and is reported. -->
  <xsl:template match="*" as="node()+" priority="-1">
    <xsl:call-template name="f:report-unhandled">
      <xsl:with-param name="output" select="'html'"/>
    </xsl:call-template>
    <xsl:element name="{f:phrase-or-block(., 'span')}">
      <xsl:sequence select="f:attributes(., 'unhandled')"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
