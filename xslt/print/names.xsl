<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- Names, with the register's entry to which they point. (TEI Guidelines, chapter 14) -->
  <xsl:template match="persName | placeName | orgName | name | rs | settlement | region | country" as="text()*">
    <xsl:variable name="entry" as="element()?" select="@ref ! f:entry(..)"/>
    <xsl:sequence select="if ($entry/@xml:id)
      then f:phrase(., 'named', (f:argument('register', f:kind($entry)), f:argument('entry', $entry/@xml:id)), f:inner(.))
      else f:words-of(.)"/>
  </xsl:template>

  <xsl:template match="surname | forename | roleName | addName | genName | nameLink" as="text()*">
    <xsl:sequence select="f:words-of(.)"/>
  </xsl:template>
</xsl:stylesheet>
