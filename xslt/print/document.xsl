<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- The parts of a document's PDF and their order. -->

  <!-- The language of what the edition says itself: the edition's, or that of the document. -->
  <xsl:variable name="language" as="xs:string"
    select="(f:edition('language'), /TEI ! f:language(.), 'en')[1]"/>

  <xsl:mode name="document" on-no-match="fail"/>

  <xsl:template match="/" as="text()*">
    <xsl:apply-templates select="TEI" mode="document"/>
  </xsl:template>

  <xsl:template match="TEI" mode="document" as="text()*">
    <xsl:text>#import "edition.typ": *&#10;</xsl:text>
    <xsl:sequence select="f:set-up(.)"/>
    <xsl:apply-templates select="." mode="title-page"/>
    <xsl:apply-templates select="." mode="about"/>
    <xsl:apply-templates select="." mode="legend"/>
    <xsl:apply-templates select="." mode="opening"/>
    <xsl:apply-templates select="." mode="facts"/>
    <xsl:apply-templates select="text | standOff" mode="print"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- What the PDF says about itself, and the running heads. -->
  <xsl:function name="f:set-up" as="text()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="header" as="element()" select="$tei/teiHeader"/>
    <xsl:variable name="title" as="xs:string" select="f:name-of($tei)"/>
    <xsl:variable name="short" as="element(title)?" select="$header/fileDesc/titleStmt/title[@type = 'short'][1]"/>
    <xsl:variable name="authors" as="xs:string*"
      select="($header/fileDesc/titleStmt/(author | editor) ! f:words(.)[.], f:editors())"/>
    <xsl:variable name="keywords" as="xs:string*" select="$header/profileDesc/textClass/keywords/term ! f:words(.)[.]"/>
    <xsl:text>#show: edition.with({string-join((
      f:argument('title', $title),
      f:argument('short-title', ($short ! f:words(.), $title)[.][1]),
      f:argument('date', f:printed-date($tei)),
      'authors: ' || f:array(distinct-values($authors) ! f:string(.)),
      'keywords: ' || f:array(distinct-values($keywords) ! f:string(.)),
      f:argument('language', f:language($tei))), ', ')})&#10;</xsl:text>
  </xsl:function>

  <!-- The title, or the id of a document that has none: a PDF must have one. (PDF/UA-1, 7.1) -->
  <xsl:function name="f:name-of" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="(f:words(f:title($tei)), f:document-id($tei))[.][1]"/>
  </xsl:function>

  <!-- Content in the language of the edition, where the document is in another. -->
  <xsl:function name="f:ours" as="text()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="content" as="text()*"/>
    <xsl:sequence select="if (f:language($tei) eq $language or empty($content[normalize-space()])) then $content
      else f:call('in-language', f:string($language), $content)"/>
  </xsl:function>

  <!-- Where the text begins. -->
  <xsl:mode name="opening" on-no-match="fail"/>

  <xsl:template match="TEI" mode="opening" as="empty-sequence()"/>

  <xsl:template match="TEI[text]" mode="opening" as="text()*" priority="1">
    <xsl:text>&#10;</xsl:text>
    <xsl:sequence select="f:call('opening', (f:argument('id', 'text'),
      f:content('date', f:plain(f:printed-date(.)))), f:plain(f:name-of(.)))"/>
  </xsl:template>

  <!-- The date as the source prints it; where it prints none, in the language of the text. -->
  <xsl:function name="f:printed-date" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="date" as="element(date)?" select="f:document-date($tei)"/>
    <xsl:sequence select="(f:words($date)[.], f:period($date, f:language($tei)))[1]"/>
  </xsl:function>
</xsl:stylesheet>
