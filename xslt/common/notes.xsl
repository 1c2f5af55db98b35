<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:octavo:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes">
  <!-- Notes: which are called by a number, and by which one. (TEI Guidelines, 3.9) -->

  <!-- The notes that are called or listed by number. -->
  <xsl:key name="f:footnotes" use="true()" match="note[f:is-called(.)] | standOff/note"/>

  <!-- All of which an output may give the number: plain text calls every note of the text. -->
  <xsl:key name="f:notes" use="true()" match="text//note"/>

  <!-- Whether a note is called by a number: in the text or in what is shown of the header. -->
  <xsl:function name="f:is-called" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="not(f:is-standing-note($note)) and not($note/@place = 'inline')
      and exists($note/(ancestor::text | ancestor::abstract | ancestor::settingDesc | ancestor::titleStmt
        | ancestor::note[@type = 'source'][parent::person or parent::personGrp]))"/>
  </xsl:function>

  <!-- Whether a note stands between paragraphs, so that nothing calls it: it stays in its place. -->
  <xsl:function name="f:is-standing-note" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists($note/(parent::text | parent::front | parent::body | parent::back | parent::div
      | parent::sp | parent::lg | parent::figure | parent::listBibl))"/>
  </xsl:function>

  <!-- The numbers of the notes that have no @n, by generate-id(): those that no @n has, in the order of the
       notes; first of the notes that every output calls, so that all give them the same number. -->
  <xsl:variable name="f:note-numbers" as="map(xs:string, xs:string)">
    <xsl:variable name="document" as="document-node()?" select="root()[. instance of document-node()]"/>
    <xsl:variable name="called" as="element(note)*" select="$document ! key('f:footnotes', true(), .)"/>
    <xsl:variable name="notes" as="element(note)*"
      select="$called, $document ! key('f:notes', true(), .)[not(f:is-called(.))]"/>
    <xsl:variable name="taken" as="map(xs:string, xs:boolean)"
      select="map:merge($notes/@n ! map:entry(f:bare-number(.), true()))"/>
    <xsl:variable name="free" as="xs:string*"
      select="(1 to count($notes)) ! string(.)[not(map:contains($taken, .))]"/>
    <xsl:map>
      <xsl:for-each select="$notes[not(@n)]">
        <xsl:variable name="place" as="xs:integer" select="position()"/>
        <xsl:map-entry key="generate-id()" select="$free[$place]"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- The number without what only looks different: `1)` is 1. -->
  <xsl:function name="f:bare-number" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="replace($number, '[^\p{L}\p{N}]', '')"/>
  </xsl:function>

  <!-- The number of a note: its @n, or one of ours. -->
  <xsl:function name="f:note-number" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="($note/@n ! string(.), $f:note-numbers(generate-id($note)), '*')[1]"/>
  </xsl:function>
</xsl:stylesheet>
