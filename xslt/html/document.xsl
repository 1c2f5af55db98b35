<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- The modules of a document's page, and the order of its parts. -->
  <xsl:include href="frame.xsl"/>
  <xsl:include href="content.xsl"/>
  <xsl:include href="front.xsl"/>
  <xsl:include href="participants.xsl"/>
  <xsl:include href="legend.xsl"/>
  <xsl:include href="citation.xsl"/>
  <xsl:include href="about.xsl"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="TEI" mode="page"/>
  </xsl:template>

  <xsl:mode name="page" on-no-match="fail"/>

  <xsl:template match="TEI" mode="page" as="element()">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:words(f:title(.))"/>
      <xsl:with-param name="text-language" select="f:language(.)"/>
      <xsl:with-param name="content" as="element()">
        <article>
          <xsl:sequence select="f:attributes(., ())[name() = 'id']"/>
          <xsl:apply-templates select="." mode="front"/>
          <xsl:apply-templates select="text | standOff" mode="html"/>
          <xsl:for-each select="/">
            <xsl:call-template name="footnotes"/>
            <xsl:call-template name="apparatus"/>
          </xsl:for-each>
          <div class="matter">
            <xsl:apply-templates select="." mode="files"/>
            <xsl:apply-templates select="." mode="citation"/>
            <xsl:apply-templates select="." mode="legend"/>
            <xsl:apply-templates select="." mode="about"/>
          </div>
        </article>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:mode name="files" on-no-match="fail"/>

  <xsl:template match="TEI" mode="files" as="element()">
    <xsl:variable name="id" as="xs:string" select="encode-for-uri(f:document-id(.))"/>
    <section class="hang" aria-labelledby="-files">
      <xsl:sequence select="f:interface-language(f:language(.))"/>
      <h2 id="-files">{f:label('files', $language)}</h2>
      <ul class="files">
        <li><a href="../tei/{$id}.xml" type="application/tei+xml">{f:label('file.tei', $language)}</a></li>
        <li><a href="../print/{$id}.pdf" type="application/pdf">{f:label('file.pdf', $language)}</a></li>
        <li><a href="../text/{$id}.txt" type="text/plain">{f:label('file.text', $language)}</a></li>
      </ul>
    </section>
  </xsl:template>
</xsl:stylesheet>
