<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- Lists of persons, places and organisations that stand in a document. (TEI Guidelines, chapter 14) -->
  <xsl:template match="listPerson | listPlace | listOrg | listRelation" as="text()*">
    <xsl:variable name="entries" as="text()*">
      <xsl:apply-templates select="* except head"/>
    </xsl:variable>
    <xsl:sequence select="f:block(., 'glosses', f:caption(.), $entries)"/>
  </xsl:template>

  <xsl:template match="listPerson/desc | listPlace/desc | listOrg/desc | listRelation/desc | listBibl/desc | listApp/desc"
    as="text()*" priority="1">
    <xsl:sequence select="f:block(., 'paragraph')"/>
  </xsl:template>

  <!-- An entry: its preferred name, then the other names and particulars. -->
  <xsl:template match="person | personGrp | place | org" as="text()*">
    <xsl:variable name="names" as="element()*" select="f:names(.)"/>
    <xsl:variable name="rest" as="element()*" select="tail($names), * except ($names, note, place)"/>
    <xsl:variable name="content" as="text()*">
      <xsl:for-each select="$rest">
        <xsl:if test="position() gt 1">
          <xsl:sequence select="f:plain('; ')"/>
        </xsl:if>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
      <xsl:for-each select="note">
        <xsl:text>&#10;&#10;</xsl:text>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
      <xsl:apply-templates select="place"/>
    </xsl:variable>
    <xsl:sequence select="f:block(., 'gloss', f:content('term', $names[1] ! f:words-of(.)), $content)"/>
  </xsl:template>

  <xsl:template match="birth | death" as="text()*">
    <xsl:variable name="moment" as="xs:string?" select="(f:words(.)[.], f:period(., $language))[1]"/>
    <xsl:sequence select="f:anchor(.), $moment ! f:plain(f:label(if (current()/self::birth) then 'born' else 'died', $language, .))"/>
  </xsl:template>

  <xsl:template match="occupation | affiliation | nationality | residence | location | geo" as="text()*">
    <xsl:sequence select="f:words-of(.)"/>
  </xsl:template>

  <xsl:template match="event" as="text()*">
    <xsl:sequence select="f:anchor(.), f:wrapped(., (f:plain(f:period(., $language) ! (. || ': ')), f:inner(.)))"/>
  </xsl:template>

  <xsl:template match="relation" as="text()*">
    <xsl:variable name="names" as="xs:string*" select="(@active, @mutual, @passive) ! tokenize(.)
      ! (f:entry-at(., current()), f:by-id(replace(., '^.*#', ''), current()))[1] ! f:name(.)"/>
    <xsl:sequence select="f:block(., 'gloss', f:content('term', f:plain(@name)), (f:plain(string-join($names, ' – ')),
      desc ! (f:plain(', '), f:words-of(.))))"/>
  </xsl:template>
</xsl:stylesheet>
