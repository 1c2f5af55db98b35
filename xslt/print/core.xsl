<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- Paragraphs and phrases. (TEI Guidelines, chapter 3) -->
  <xsl:template match="p | ab" as="text()*">
    <xsl:sequence select="f:block(., 'paragraph')"/>
  </xsl:template>

  <!-- What looks like its surroundings. -->
  <xsl:template match="seg | num | measure | label | desc | date | time | title | hi | activity | locale" as="text()*">
    <xsl:sequence select="f:words-of(.)"/>
  </xsl:template>

  <xsl:template match="emph" as="text()*">
    <xsl:sequence select="f:phrase(., 'emphasis')"/>
  </xsl:template>

  <xsl:template match="hi[not(@rend)]" as="text()*" priority="1">
    <xsl:sequence select="f:phrase(., 'emphasis')"/>
  </xsl:template>

  <xsl:template match="foreign" as="text()*">
    <xsl:sequence select="f:phrase(., 'foreign')"/>
  </xsl:template>

  <xsl:template match="term | mentioned" as="text()*">
    <xsl:sequence select="f:phrase(., local-name())"/>
  </xsl:template>

  <xsl:template match="title[@level = ('m', 'j', 's')]" as="text()*" priority="1">
    <xsl:sequence select="f:phrase(., 'work')"/>
  </xsl:template>

  <!-- Labels in the header: the colon after them is not text. -->
  <xsl:template match="teiHeader//label" as="text()*" priority="1">
    <xsl:sequence select="f:phrase(., 'label-of', (), (f:inner(.), f:plain(f:colon(.))))"/>
  </xsl:template>

  <!-- Words that stand on a line of their own. -->
  <xsl:template match="div/label | body/label | item/label[../p] | note/label[../p]" as="text()*">
    <xsl:sequence select="f:block(., 'subheading')"/>
  </xsl:template>

  <xsl:template match="address" as="text()*">
    <xsl:sequence select="f:block(., 'paragraph', (), f:inner(.))"/>
  </xsl:template>

  <xsl:template match="addrLine" as="text()*">
    <xsl:sequence select="f:words-of(.)"/>
    <xsl:if test="following-sibling::addrLine">#line-break()</xsl:if>
  </xsl:template>
</xsl:stylesheet>
