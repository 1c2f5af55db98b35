<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes">
  <!-- Notes: their number where they are called, their words at the end. -->

  <xsl:template match="text//note" mode="text" as="text()*">
    <xsl:text>[{f:note-number(.)}]</xsl:text>
  </xsl:template>

  <xsl:template name="notes" as="text()*">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:for-each select="key('f:notes', true())">
      <xsl:text>&#10;&#10;[{f:note-number(.)}] </xsl:text>
      <xsl:apply-templates mode="text"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
