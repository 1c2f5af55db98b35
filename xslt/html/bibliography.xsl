<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- Bibliographic references and manuscripts. (TEI Guidelines, 3.12 and chapter 11) -->
  <xsl:template match="bibl" as="element()">
    <xsl:sequence select="f:phrase(., 'span')"/>
  </xsl:template>

  <xsl:template match="div/bibl | body/bibl | note/bibl[../p] | cit[f:is-block-quotation(.)]/bibl" as="element()">
    <xsl:sequence select="f:phrase(., 'p')"/>
  </xsl:template>

  <xsl:template match="listBibl" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'bibliography')"/>
      <xsl:apply-templates select="head, desc"/>
      <ul>
        <xsl:for-each select="* except (head, desc)">
          <li>
            <xsl:apply-templates select="."/>
          </li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:template>

  <xsl:template match="author | editor | publisher | pubPlace | distributor | authority | sponsor | funder
      | principal | edition | extent | repository | collection | msIdentifier | series | biblScope | language
      | respStmt | resp" as="element()">
    <xsl:sequence select="f:phrase(., 'span')"/>
  </xsl:template>

  <!-- A language without a name is called by its tag. -->
  <xsl:template match="language[not(normalize-space())]" as="element()" priority="1">
    <span>
      <xsl:sequence select="f:attributes(., 'language')"/>
      <xsl:text>{@ident}</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="msDesc" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'msdesc')"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- The parts of a shelf mark are not parted by text: commas are. -->
  <xsl:template match="msIdentifier" as="element()" priority="1">
    <xsl:element name="{f:phrase-or-block(., if (parent::msDesc) then 'p' else 'span')}">
      <xsl:sequence select="f:attributes(., 'msidentifier')"/>
      <xsl:for-each select="*">
        <xsl:if test="position() gt 1">, </xsl:if>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>

  <xsl:template match="idno" as="element()">
    <xsl:variable name="address" as="xs:string?" select="f:authority(.)"/>
    <span>
      <xsl:sequence select="f:attributes(., 'idno')"/>
      <xsl:for-each select="@type">
        <span class="kind">{.}</span>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:call-template name="linked">
        <xsl:with-param name="address" select="$address"/>
      </xsl:call-template>
    </span>
  </xsl:template>

  <xsl:template match="licence" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'p')}">
      <xsl:sequence select="f:attributes(., 'licence')"/>
      <xsl:call-template name="linked">
        <xsl:with-param name="address" select="@target ! f:address(., ..)"/>
      </xsl:call-template>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
