<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- A document as a page: the source is the published TEI, the result dist/html/ID.html. -->
  <xsl:import href="../common/main.xsl"/>
  <xsl:import href="document.xsl"/>
  <xsl:include href="custom.xsl"/>
</xsl:stylesheet>
