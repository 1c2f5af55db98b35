<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- How to cite: a plain reference made of what the header and edition.toml say, and of nothing else. -->
  <xsl:mode name="citation" on-no-match="fail"/>

  <xsl:template match="TEI" mode="citation" as="element()">
    <xsl:variable name="id" as="xs:string" select="encode-for-uri(f:document-id(.))"/>
    <xsl:variable name="date" as="xs:string?" select="f:period(f:document-date(.), $language)"/>
    <section class="hang" aria-labelledby="-cite">
      <xsl:sequence select="f:interface-language(f:language(.))"/>
      <h2 id="-cite">{f:label('cite', $language)}</h2>
      <div>
        <p class="citation">
          <xsl:text>“</xsl:text>
          <bdi>
            <xsl:sequence select="f:language-attributes(f:language(.)[. ne $language])"/>
            <xsl:text>{f:words(f:title(.))}</xsl:text>
          </bdi>
          <xsl:text>”</xsl:text>
          <xsl:text>{$date ! (', ' || .)}. </xsl:text>
          <xsl:if test="f:edition('title')">{f:label('cite.in', $language)}</xsl:if>
          <xsl:sequence select="f:edition-citation(f:edition('address') ! f:page-address(., $id || '.html'))"/>
        </p>
        <xsl:if test="f:edition('address')">
          <p class="aside">{f:label('cite.passage', $language)}</p>
        </xsl:if>
      </div>
    </section>
  </xsl:template>

  <!-- `Edition: Subtitle. Edited by A and B. Publisher. Version 1. https://...` -->
  <xsl:function name="f:edition-citation" as="node()*">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:variable name="editors" as="xs:string*" select="f:editors()"/>
    <xsl:for-each select="f:edition('title')">
      <cite>{string-join((., f:edition('subtitle')), ': ')}</cite>
      <xsl:text>. </xsl:text>
    </xsl:for-each>
    <xsl:if test="exists($editors)">{f:label('edited-by', $language, f:enumeration($editors))}. </xsl:if>
    <xsl:for-each select="f:edition('publisher')">{.}. </xsl:for-each>
    <xsl:for-each select="$address[matches(., '^https?://')]">
      <xsl:sequence select="f:web-link(., .)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The address of a page, from that of the edition. -->
  <xsl:function name="f:page-address" as="xs:string">
    <xsl:param name="edition" as="xs:string"/>
    <xsl:param name="page" as="xs:string"/>
    <xsl:sequence select="replace($edition, '/+$', '') || '/' || $page"/>
  </xsl:function>

  <!-- `A, B and C` -->
  <xsl:function name="f:enumeration" as="xs:string">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="string-join((string-join($names[position() lt last()], ', ')[.], $names[last()]),
      f:label('and', $language))"/>
  </xsl:function>
</xsl:stylesheet>
