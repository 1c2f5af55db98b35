<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes">
  <!-- Notes: their number where they are called, their words at the end. -->

  <xsl:key name="notes" match="text//note" use="true()"/>

  <xsl:template match="text//note" mode="text" as="text()*">
    <xsl:text>[{f:number-of-note(.)}]</xsl:text>
  </xsl:template>

  <xsl:function name="f:number-of-note" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="counted" as="xs:string">
      <xsl:number select="$note" level="any" count="text//note[not(@n)]" format="i"/>
    </xsl:variable>
    <xsl:sequence select="($note/@n, $counted)[1] ! string()"/>
  </xsl:function>

  <xsl:template name="notes" as="text()*">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:for-each select="key('notes', true())">
      <xsl:text>&#10;&#10;[{f:number-of-note(.)}] </xsl:text>
      <xsl:apply-templates mode="text"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
