<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- Bibliographic references and manuscripts. (TEI Guidelines, 3.12 and 11.4) -->
  <xsl:template match="bibl" as="text()*">
    <xsl:sequence select="f:words-of(.)"/>
  </xsl:template>

  <xsl:template match="div/bibl | body/bibl | note/bibl[../p] | cit[f:is-block-quotation(.)]/bibl
      | cit[f:is-block-quotation(.)]/ref" as="text()*" priority="1">
    <xsl:sequence select="f:block(., 'reference')"/>
  </xsl:template>

  <xsl:template match="listBibl" as="text()*">
    <xsl:sequence select="f:block(., 'bibliography-list', f:caption(.), (f:inner-milestones(desc),
      (* except (head, desc)) ! (f:plain(' '), f:call('item', (), f:inner-milestones(.)))))"/>
  </xsl:template>

  <xsl:template match="author | editor | publisher | pubPlace | distributor | authority | sponsor | funder | principal
      | edition | extent | repository | collection | language | resp | availability" as="text()*">
    <xsl:sequence select="f:words-of(.)"/>
  </xsl:template>

  <xsl:template match="respStmt" as="text()*">
    <xsl:sequence select="f:anchor(.), f:joined((* except resp, resp))"/>
  </xsl:template>

  <xsl:template match="msDesc" as="text()*">
    <xsl:sequence select="f:block(., 'paragraph')"/>
  </xsl:template>

  <!-- The parts of a shelf mark are not parted by text: commas are. -->
  <xsl:template match="msIdentifier" as="text()*">
    <xsl:sequence select="f:anchor(.), f:wrapped(., f:joined(*))"/>
  </xsl:template>

  <xsl:template match="idno" as="text()*">
    <xsl:variable name="type" as="text()*" select="@type[not(. = ('URI', 'URL'))] ! (f:call('identifier-kind', (), f:plain(.)), f:plain(' '))"/>
    <xsl:sequence select="f:anchor(.), $type, f:linked(., f:authority(.), f:inner(.))"/>
  </xsl:template>

  <xsl:template match="licence" as="text()*">
    <xsl:sequence select="f:anchor(.), f:wrapped(., f:linked(., @target, f:inner(.)))"/>
  </xsl:template>

  <!-- Elements one after the other, with commas, which are not text; a colon between a duty and a name. -->
  <xsl:function name="f:joined" as="text()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:for-each select="$elements">
      <xsl:if test="position() gt 1 and not(self::p or self::ab or self::note)">
        <xsl:sequence select="f:plain(if (self::resp or preceding-sibling::*[1]/self::resp[. intersect $elements]) then ': ' else ', ')"/>
      </xsl:if>
      <xsl:apply-templates select="." mode="print"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
