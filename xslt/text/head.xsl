<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes">
  <!-- What stands at the head of the source: the elements of the header that carry @n, its order
       there. A printed label (`label`, `head` of a list, `resp`) is followed by a colon. -->

  <xsl:template match="teiHeader" mode="text" as="text()*">
    <xsl:apply-templates select=".//*[@n castable as xs:integer]" mode="field">
      <xsl:sort select="xs:integer(@n)"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:mode name="field" on-no-match="fail"/>

  <xsl:template match="*" mode="field" as="text()*">
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <xsl:template match="respStmt" mode="field" as="text()*">
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:apply-templates select="resp" mode="text"/>
    <xsl:text>: </xsl:text>
    <xsl:apply-templates select="* except resp" mode="text"/>
  </xsl:template>

  <xsl:template match="listPerson" mode="field" as="text()*">
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:apply-templates select="head/node()" mode="text"/>
    <xsl:text>:</xsl:text>
    <xsl:for-each select="*/note[@type = 'source']">
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="text"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="teiHeader//label" mode="text" as="text()*" priority="2">
    <xsl:apply-templates mode="text"/>
    <xsl:text>:</xsl:text>
  </xsl:template>

  <xsl:template match="abstract/p[1]" mode="text" as="text()*" priority="3">
    <xsl:apply-templates mode="text"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="resp" mode="text" as="text()*">
    <xsl:apply-templates mode="text"/>
  </xsl:template>
</xsl:stylesheet>
