<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- Notes: at the foot of the page on which they are called, under the number that every output gives them.
       (TEI Guidelines, 3.9) -->

  <!-- Whose notes they are is said where there are those of several. -->
  <xsl:variable name="note-kinds" as="xs:string*"
    select="distinct-values(root()[. instance of document-node()] ! key('f:footnotes', true(), .) ! string(@type))"/>

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
