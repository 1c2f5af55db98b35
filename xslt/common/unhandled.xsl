<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes">
  <!-- An element for which an output has no template: the output shows its text, this reports it.

         <xsl:template match="*" mode="print" priority="-1">
           <xsl:call-template name="f:report-unhandled">
             <xsl:with-param name="output" select="'print'"/>
           </xsl:call-template>
           <xsl:apply-templates mode="#current"/>
         </xsl:template>

       The report comes once for each name, at the first element of that name in the text, or in what
       stands outside it. -->
  <xsl:key name="f:named" match="*" use="f:place-and-name(.)"/>

  <xsl:template name="f:report-unhandled" as="empty-sequence()">
    <xsl:context-item as="element()" use="required"/>
    <!-- The folder of the output's stylesheets: html, print, text. -->
    <xsl:param name="output" as="xs:string"/>
    <xsl:if test="root() instance of document-node() and key('f:named', f:place-and-name(.))[1] is .">
      <xsl:message>
        <finding xmlns="urn:octavo:finding" id="no-template" severity="warning"
          hint="Write a template for it in xslt/{$output}/custom.xsl of the edition, or choose another element."
          >There is no template for <xsl:value-of select="'&lt;' || name() || '&gt;'"/> in xslt/{$output
          }: its text is shown without any form.</finding>
      </xsl:message>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:place-and-name" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor-or-self::text) || ' ' || node-name($element)"/>
  </xsl:function>
</xsl:stylesheet>
