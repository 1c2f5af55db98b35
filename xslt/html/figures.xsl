<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- Pictures. (TEI Guidelines, 15.2) -->
  <xsl:template match="figure" as="element()">
    <figure>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates select="graphic"/>
      <xsl:where-populated>
        <figcaption>
          <xsl:apply-templates select="node() except graphic"/>
        </figcaption>
      </xsl:where-populated>
    </figure>
  </xsl:template>

  <!-- The description is a text under the picture for everybody, so the picture's own stays short. -->
  <xsl:template match="graphic" as="element()?">
    <xsl:if test="not(matches(@url, '^\s*[a-z][a-z0-9+.-]*:', 'i'))">
      <img src="{iri-to-uri(@url)}" alt="{(../head, ../figDesc)[1] ! f:words(.)}" loading="lazy">
        <xsl:sequence select="f:attributes(., ())"/>
      </img>
    </xsl:if>
  </xsl:template>

  <xsl:template match="figDesc" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'p')}">
      <xsl:sequence select="f:attributes(., 'figdesc')"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
