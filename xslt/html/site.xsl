<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- The pages that need all documents: the start page, the registers, about the edition. The source is

         <summaries xmlns="urn:octavo:summary"><summary id="...">...</summary>...</summaries>

       with what xslt/summary made of each document, in any order. The pages are result documents with
       the names of their files: index.html, persons.html, ...; the principal result is empty. -->
  <xsl:import href="../common/main.xsl"/>
  <xsl:import href="site-pages.xsl"/>
  <xsl:include href="custom.xsl"/>
</xsl:stylesheet>
