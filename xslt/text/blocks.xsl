<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes">
  <!-- Divisions, paragraphs, verse, lists, tables and figures: each begins a line or a paragraph. -->

  <xsl:template match="text | front | body | back | group | floatingText | div | castList | titlePage
      | docTitle | table | list | lg | listBibl | listWit | listApp | figure | quote[p | lg | l]
      | cit[quote[p | lg | l]] | argument | epigraph | opener | closer | postscript | said[p]"
    mode="text" as="text()*">
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:apply-templates mode="text"/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="p | ab | head | trailer | byline | titlePart | docDate | div/dateline
      | body/dateline | bibl[parent::div or parent::listBibl] | docAuthor | docImprint"
    mode="text" as="text()*">
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:apply-templates mode="text"/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="l | item | row | castItem | witness | figDesc | salute | signed
      | opener/dateline | closer/dateline" mode="text" as="text()*">
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates mode="text"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="list[@rend = 'bulleted']/item" mode="text" as="text()*" priority="1">
    <xsl:text>&#10;• </xsl:text>
    <xsl:apply-templates mode="text"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="list/label" mode="text" as="text()*" priority="1">
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates mode="text"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- A label's item goes on in its line. -->
  <xsl:template match="list/item[preceding-sibling::*[1]/self::label]" mode="text" as="text()*"
    priority="2">
    <xsl:apply-templates mode="text"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="cell" mode="text" as="text()*">
    <xsl:apply-templates mode="text"/>
    <xsl:if test="following-sibling::cell"><xsl:text>&#x9;</xsl:text></xsl:if>
  </xsl:template>

  <xsl:template match="list/text() | table/text() | row/text() | lg/text() | div/text() | body/text()
      | front/text() | back/text() | text/text() | sp/text() | castList/text() | app/text()
      | choice/text() | subst/text() | figure/text() | listBibl/text() | listWit/text()
      | listApp/text() | cit/text()" mode="text" as="empty-sequence()"/>
</xsl:stylesheet>
