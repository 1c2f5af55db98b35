<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes">
  <!-- Phrases: what has marks in the transcript gets them back, the rest is its words. -->

  <xsl:template match="said | q | quote | cit | hi | emph | foreign | term | title | mentioned | name
      | rs | persName | placeName | orgName | geogName | surname | forename | roleName | addName
      | genName | nameLink | date | time | num | measure | seg | abbr | orig | sic | unclear | add
      | del | damage | lem | ref | label | desc | bibl | author | editor | publisher | pubPlace
      | idno | settlement | region | country | district | funder | gloss | role | roleDesc | actor
      | subst | choice | bibl/* | speaker | dateline | salute/* | address | addrLine | resp | note/p
      | funder/* | msDesc | msIdentifier | msIdentifier/*" mode="text" as="text()*">
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <xsl:template match="supplied" mode="text" as="text()*">
    <xsl:text>[</xsl:text>
    <xsl:apply-templates mode="text"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="gap" mode="text" as="text()*">
    <xsl:apply-templates select="desc" mode="text"/>
    <xsl:if test="not(desc)">[…]</xsl:if>
  </xsl:template>

  <xsl:template match="space" mode="text" as="text()*">
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- What an editor put beside the transcript's words is not among them. -->
  <xsl:template match="corr[parent::choice] | reg[parent::choice] | expan[parent::choice]
      | app/rdg | teiHeader//note" mode="text" as="empty-sequence()" priority="1"/>

  <xsl:template match="corr | reg | expan | rdg" mode="text" as="text()*">
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <xsl:template match="app" mode="text" as="text()*">
    <xsl:apply-templates select="lem, rdg[not(../lem)][1]/node()" mode="text"/>
  </xsl:template>

  <xsl:template match="pb" mode="text" as="text()*">
    <xsl:if test="@n">&#10;&#10;[Page {@n}]&#10;&#10;</xsl:if>
  </xsl:template>

  <xsl:template match="lb" mode="text" as="text()*">
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="cb | milestone | anchor | graphic | ptr" mode="text" as="empty-sequence()"/>
</xsl:stylesheet>
