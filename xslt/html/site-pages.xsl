<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions" xmlns:s="urn:octavo:summary"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- The modules of the site's pages, and which pages there are. -->
  <xsl:include href="frame.xsl"/>
  <xsl:include href="content.xsl"/>
  <xsl:include href="citation.xsl"/>
  <xsl:include href="legend.xsl"/>
  <xsl:include href="about.xsl"/>
  <xsl:include href="summaries.xsl"/>
  <xsl:include href="start-page.xsl"/>
  <xsl:include href="register-page.xsl"/>
  <xsl:include href="register-entry.xsl"/>
  <xsl:include href="edition-page.xsl"/>

  <xsl:template match="/" as="empty-sequence()">
    <xsl:result-document href="index.html">
      <xsl:call-template name="start-page"/>
    </xsl:result-document>
    <xsl:for-each select="f:register-pages()">
      <xsl:result-document href="{.}.html">
        <xsl:call-template name="register-page">
          <xsl:with-param name="kind" select="."/>
        </xsl:call-template>
      </xsl:result-document>
    </xsl:for-each>
    <xsl:result-document href="about.html">
      <xsl:call-template name="edition-page"/>
    </xsl:result-document>
  </xsl:template>
</xsl:stylesheet>
