<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- A document for print: the source is the published TEI, the result is Typst that calls functions by
       name. How they look is said in edition.typ and the files that it imports, nowhere here. -->
  <xsl:import href="../common/main.xsl"/>
  <xsl:include href="document.xsl"/>
  <xsl:include href="typst.xsl"/>
  <xsl:include href="compounds.xsl"/>
  <xsl:include href="titlepage.xsl"/>
  <xsl:include href="facts.xsl"/>
  <xsl:include href="legend.xsl"/>
  <xsl:include href="about.xsl"/>
  <xsl:include href="content.xsl"/>
  <xsl:include href="custom.xsl"/>
</xsl:stylesheet>
