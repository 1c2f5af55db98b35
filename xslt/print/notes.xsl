<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- Notes: at the foot of the page on which they are called, under the number that every output gives them.
       (TEI Guidelines, 3.9) -->

  <!-- The notes that are called or listed by number. -->
  <xsl:key name="f:footnotes" use="true()" match="note[f:is-called(.)] | standOff/note"/>

  <!-- Their numbers, by generate-id(): @n, or their place among those that have none. -->
  <xsl:variable name="note-numbers" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:for-each-group select="root()[. instance of document-node()] ! key('f:footnotes', true(), .)"
        group-by="exists(@n)">
        <xsl:for-each select="current-group()">
          <xsl:map-entry key="generate-id()" select="string((@n, position())[1])"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- Whose notes they are is said where there are those of several. -->
  <xsl:variable name="note-kinds" as="xs:string*"
    select="distinct-values(root()[. instance of document-node()] ! key('f:footnotes', true(), .) ! string(@type))"/>

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

  <xsl:function name="f:note-number" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="($note-numbers(generate-id($note)), $note/@n ! string(.), '*')[1]"/>
  </xsl:function>

  <xsl:function name="f:note-kind" as="xs:string?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/@type[count($note-kinds) gt 1 or f:is-standing-note($note)]
      ! f:content('kind', f:ours($note/ancestor::TEI, f:plain(f:label('note.' || ., $language))))"/>
  </xsl:function>

  <xsl:template match="note" as="text()*">
    <xsl:sequence select="f:words-of(.)"/>
  </xsl:template>

  <xsl:template match="note[f:is-called(.)]" as="text()*" priority="1">
    <xsl:sequence select="f:call('note', (f:argument('id', @xml:id), f:argument('number', f:note-number(.)), f:note-kind(.)),
      f:wrapped(., f:inner(.)))"/>
  </xsl:template>

  <xsl:template match="note[@place = 'inline'][not(f:is-standing-note(.))]" as="text()*" priority="1">
    <xsl:sequence select="f:phrase(., 'bracketed', f:argument('kind', 'note'), f:inner(.))"/>
  </xsl:template>

  <xsl:template match="note[f:is-standing-note(.)]" as="text()*" priority="1">
    <xsl:sequence select="f:block(., 'standing-note', f:note-kind(.), f:inner(.))"/>
  </xsl:template>

  <!-- A note that stands apart, with a link to its passage. -->
  <xsl:template match="standOff/note" as="text()*" priority="2">
    <xsl:sequence select="f:block(., 'end-note', (
      f:content('number', f:linked(., @target, f:plain(f:note-number(.)))), f:note-kind(.)), f:inner(.))"/>
  </xsl:template>
</xsl:stylesheet>
