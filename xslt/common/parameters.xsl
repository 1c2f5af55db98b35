<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes">
  <!-- What every output is told beside its document. -->

  <!-- From edition.toml: title, subtitle, editors (an array), publisher, language, address, licence,
       licence-url, version. -->
  <xsl:param name="edition" as="map(*)" select="map{}"/>

  <!-- A teiCorpus that holds the registers of persons, places and organisations. -->
  <xsl:param name="registers" as="document-node()?" select="()"/>

  <!-- One fact about the edition, or nothing where edition.toml does not say. -->
  <xsl:function name="f:edition" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="$edition($key)[. instance of xs:string][normalize-space()]"/>
  </xsl:function>

  <!-- The editors, in their order. -->
  <xsl:function name="f:editors" as="xs:string*">
    <xsl:variable name="editors" as="item()*" select="$edition?editors"/>
    <xsl:sequence select="($editors[. instance of array(*)]?*, $editors[. instance of xs:string])
      [normalize-space()]"/>
  </xsl:function>
</xsl:stylesheet>
