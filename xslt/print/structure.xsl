<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- The text and its divisions. (TEI Guidelines, chapter 4) -->
  <xsl:template match="text | front | body | back" as="text()*">
    <xsl:sequence select="f:words-of(.)"/>
  </xsl:template>

  <xsl:template match="div" as="text()*">
    <xsl:sequence select="f:block(., 'division', f:argument('kind', @type), f:inner(.))"/>
  </xsl:template>

  <!-- The level of a heading counts the divisions that have one, so that none is skipped; the title of the
       document has the first. (PDF/UA-1, 7.4.2) -->
  <xsl:template match="div/head" as="text()*">
    <xsl:variable name="first" as="xs:boolean" select="empty(preceding-sibling::head)"/>
    <xsl:sequence select="f:block(., if ($first) then 'section-heading' else 'subheading',
      ('level: ' || 1 + count(ancestor::div[head]), f:argument('outline', f:words(.)))[$first], f:inner(.))"/>
  </xsl:template>

  <xsl:template match="head" as="text()*">
    <xsl:sequence select="f:block(., 'subheading')"/>
  </xsl:template>

  <!-- Openers and closers: lines, where they hold no text of their own. -->
  <xsl:template match="opener | closer" as="text()*">
    <xsl:sequence select="f:block(., local-name())"/>
  </xsl:template>

  <xsl:template match="opener[not(text()[normalize-space()])] | closer[not(text()[normalize-space()])]" as="text()*"
    priority="1">
    <xsl:variable name="lines" as="text()*">
      <xsl:for-each-group select="* | processing-instruction()" group-starting-with="dateline | salute | signed | byline | epigraph | *[1]">
        <xsl:variable name="line" as="text()*">
          <xsl:apply-templates select="current-group()"/>
        </xsl:variable>
        <xsl:text>&#10;</xsl:text>
        <xsl:sequence select="f:call('text-line', 'salutation: true'[current-group()/self::salute/parent::opener], $line)"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="f:block(., local-name(), (), $lines)"/>
  </xsl:template>

  <xsl:template match="salute | signed | dateline | byline" as="text()*">
    <xsl:sequence select="f:words-of(.)"/>
  </xsl:template>

  <xsl:template match="trailer | div/byline | body/byline | front/byline | back/byline" as="text()*">
    <xsl:sequence select="f:block(., local-name())"/>
  </xsl:template>

  <xsl:template match="epigraph" as="text()*">
    <xsl:sequence select="f:block(., 'epigraph')"/>
  </xsl:template>

  <!-- A transcribed title page. (TEI Guidelines, 4.6) -->
  <xsl:template match="titlePage" as="text()*">
    <xsl:sequence select="f:block(., 'transcribed-title-page')"/>
  </xsl:template>

  <xsl:template match="docTitle" as="text()*">
    <xsl:sequence select="f:words-of(.)"/>
  </xsl:template>

  <xsl:template match="titlePart" as="text()*">
    <xsl:sequence select="f:block(., 'title-part', f:argument('kind', (@type, 'main')[1]), f:inner(.))"/>
  </xsl:template>

  <xsl:template match="docDate | titlePage/byline" as="text()*">
    <xsl:sequence select="f:block(., 'title-part', f:argument('kind', local-name()), f:inner(.))"/>
  </xsl:template>

  <!-- What stands beside the text: notes on its passages, lists. -->
  <xsl:template match="standOff" as="text()*">
    <xsl:apply-templates select="* except note"/>
    <xsl:if test="note">
      <xsl:variable name="notes" as="text()*">
        <xsl:apply-templates select="note"/>
      </xsl:variable>
      <xsl:text>&#10;</xsl:text>
      <xsl:sequence select="f:call('end-notes', f:content('title', f:ours(ancestor::TEI, f:plain(f:label('notes', $language)))), $notes)"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
