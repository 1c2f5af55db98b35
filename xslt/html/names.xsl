<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- Names, linked to the registers. (TEI Guidelines, chapter 14) -->

  <!-- The page on which an entry of a register stands. -->
  <xsl:function name="f:entry-address" as="xs:string?">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$entry/@xml:id ! (f:kind($entry) || '.html#' || .)"/>
  </xsl:function>

  <xsl:template match="persName | placeName | orgName | name | rs | settlement | region | country | district
      | term[@ref] | title[@ref]" as="element()" priority="1">
    <xsl:element name="{f:phrase-or-block(., if (self::title[@level = ('m', 'j', 's')]) then 'cite' else 'span')}">
      <xsl:sequence select="f:attributes(., 'name')"/>
      <xsl:call-template name="linked">
        <xsl:with-param name="address" select="@ref ! f:entry(..) ! f:entry-address(.)"/>
      </xsl:call-template>
    </xsl:element>
  </xsl:template>

  <xsl:template match="surname | forename | roleName | addName | genName | nameLink" as="element()">
    <xsl:sequence select="f:phrase(., 'span')"/>
  </xsl:template>

  <!-- Particulars of places and settings, where prose holds them. -->
  <xsl:template match="geo | locale | activity" as="element()">
    <xsl:sequence select="f:phrase(., 'span')"/>
  </xsl:template>
</xsl:stylesheet>
