<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes">
  <!-- The published TEI: the document as it stands, and an xml:id on everything that can be cited and has
       none, so that every output and every edition of it has the same addresses.

       An id is made from the nearest citable ancestor: the second paragraph of speech t4 is t4-p2, the
       first of a note in it t4-n1-p1, the third paragraph of the body p3. -->
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:mode name="publish" on-no-match="shallow-copy"/>
  <xsl:mode name="id" on-no-match="fail"/>

  <xsl:key name="ids" match="*" use="@xml:id"/>
  <xsl:key name="citable" match="text//div | text//p | text//ab | text//sp | text//lg | text//l
    | text//list | text//item | text//table | text//figure | text//note | text//quote | text//cit
    | text//stage | text//app | text//opener | text//closer | text//castList
    | abstract//p | abstract//ab | abstract//list | settingDesc/p" use="true()"/>

  <!-- For each citable element, by generate-id(): its place among those of its name that have the same
       nearest citable ancestor. -->
  <xsl:variable name="places" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:for-each-group select="key('citable', true(), /)"
        group-by="generate-id(f:container(.)) || ' ' || f:letter(.)">
        <xsl:for-each select="current-group()">
          <xsl:map-entry key="generate-id()" select="position()"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:template match="/">
    <!-- Line ends around the root: they are no part of the document, but of what people read. -->
    <xsl:for-each select="node()">
      <xsl:apply-templates select="." mode="publish"/>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- A schema or stylesheet with a relative address belongs to the folder of the master, not to this. -->
  <xsl:template mode="publish" as="empty-sequence()" match="
    processing-instruction('xml-model')[not(matches(., 'href\s*=\s*.[a-z]+://'))]
    | processing-instruction('xml-stylesheet')[not(matches(., 'href\s*=\s*.[a-z]+://'))]"/>

  <xsl:template match="*[not(@xml:id)][map:contains($places, generate-id())]" mode="publish" as="element()"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">
    <xsl:copy>
      <xsl:attribute name="xml:id" select="f:id(.)"/>
      <xsl:apply-templates select="@*, node()" mode="publish"/>
    </xsl:copy>
  </xsl:template>

  <!-- The id of a citable element: its own, or one made from its place. -->
  <xsl:function name="f:id" as="xs:string" cache="yes">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="container" as="element()?" select="f:container($element)"/>
    <xsl:sequence select="if ($element/@xml:id) then $element/@xml:id
      else f:free(string-join(($container ! f:id(.), f:letter($element)
        || $places(generate-id($element))), '-'), $element)"/>
  </xsl:function>

  <!-- The nearest citable ancestor. -->
  <xsl:function name="f:container" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/ancestor::*[self::div or self::sp or self::note or self::quote or self::p or self::ab or self::lg
      or self::list or self::item or self::table or self::figure or self::app or self::castList
      or self::abstract][1][not(self::abstract) or @xml:id]"/>
  </xsl:function>

  <!-- The letters that stand for a kind of element in ids. -->
  <xsl:function name="f:letter" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="letters" as="map(xs:string, xs:string)" select="map{'div': 'd', 'p': 'p', 'sp': 't',
      'note': 'n', 'quote': 'q', 'list': 'list', 'item': 'i', 'stage': 's'}"/>
    <xsl:variable name="prefix" as="xs:string" select="if ($element/ancestor::abstract) then 'summary-'
      else if ($element/ancestor::settingDesc) then 'setting-' else ''"/>
    <xsl:sequence select="$prefix[not(f:container($element))]
      || ($letters(local-name($element)), local-name($element))[1]"/>
  </xsl:function>

  <!-- `id`, or the first of `ida`, `idaa`, ... that the document does not use itself. -->
  <xsl:function name="f:free" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="origin" as="element()"/>
    <xsl:sequence select="if (key('ids', $id, root($origin))) then f:free($id || 'a', $origin) else $id"/>
  </xsl:function>
</xsl:stylesheet>
