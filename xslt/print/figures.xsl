<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- Pictures: the description is the alternative text, and printed where the picture is missing.
       (TEI Guidelines, 15.2) -->
  <xsl:template match="figure" as="text()*">
    <xsl:variable name="pictures" as="text()*">
      <xsl:apply-templates select="graphic"/>
    </xsl:variable>
    <xsl:variable name="legend" as="text()*">
      <xsl:apply-templates select="p | note"/>
    </xsl:variable>
    <xsl:sequence select="f:block(., 'illustration', (f:caption(.), f:content('description', figDesc ! f:words-of(.)),
      f:content('legend', $legend), 'paths: ' || f:array(graphic/@url ! f:string(.))), $pictures)"/>
  </xsl:template>

  <xsl:template match="graphic" as="text()*">
    <xsl:sequence select="f:anchor(.)"/>
    <xsl:text>#picture({string-join((f:argument('path', @url),
      f:argument('alt', (../figDesc ! f:words(.)[.], ../head ! f:words(.)[.], @url)[1])), ', ')})</xsl:text>
  </xsl:template>

  <xsl:template match="figDesc" as="text()*">
    <xsl:sequence select="f:words-of(.)"/>
  </xsl:template>
</xsl:stylesheet>
