<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- What scribes and editors did. Brackets of supplied words are not text: they are put back, so that what
       is copied from the page is what the source prints. (TEI Guidelines, 3.5 and chapter 12) -->
  <xsl:template match="supplied" as="text()*">
    <xsl:sequence select="f:phrase(., 'supplied', (f:argument('kind', @reason), f:argument('cert', @cert)), f:inner(.))"/>
  </xsl:template>

  <!-- What is not given: the words that the source prints in its place, or three points. -->
  <xsl:template match="gap" as="text()*">
    <xsl:sequence select="f:phrase(., 'gap', f:argument('kind', @reason), (f:plain('[…]'[not(current()/desc)]), desc ! f:words-of(.)))"/>
  </xsl:template>

  <xsl:template match="space" as="text()*">
    <xsl:sequence select="f:phrase(., 'blank', f:argument('kind', @dim), desc ! f:words-of(.))"/>
  </xsl:template>

  <xsl:template match="unclear | damage" as="text()*">
    <xsl:sequence select="f:phrase(., local-name())"/>
  </xsl:template>

  <xsl:template match="add" as="text()*">
    <xsl:sequence select="f:phrase(., 'added', f:argument('place', @place), f:inner(.))"/>
  </xsl:template>

  <xsl:template match="del" as="text()*">
    <xsl:sequence select="f:phrase(., 'deleted')"/>
  </xsl:template>

  <xsl:template match="subst" as="text()*">
    <xsl:sequence select="f:words-of(.)"/>
  </xsl:template>

  <!-- Two forms of the same words: that of the source, then the editors' in brackets. -->
  <xsl:template match="choice" as="text()*">
    <xsl:variable name="forms" as="text()*">
      <xsl:for-each select="sic, orig, abbr, unclear, corr, reg, expan">
        <xsl:if test="position() gt 1">
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="f:anchor(.), f:wrapped(., $forms)"/>
  </xsl:template>

  <xsl:template match="orig | abbr | corr | reg | expan | choice/sic" as="text()*">
    <xsl:sequence select="f:words-of(.)"/>
  </xsl:template>

  <xsl:template match="sic" as="text()*" priority="-0.2">
    <xsl:sequence select="f:phrase(., 'sic')"/>
  </xsl:template>

  <xsl:template match="choice/corr | choice/reg | choice/expan" as="text()*" priority="1">
    <xsl:sequence select="f:phrase(., 'bracketed', f:argument('kind', local-name()), f:inner(.))"/>
  </xsl:template>
</xsl:stylesheet>
