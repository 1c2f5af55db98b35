<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- Notes: a number where they are called, the notes themselves at the foot of the page, with links both
       ways. (TEI Guidelines, 3.9) -->
  <xsl:mode name="foot" on-no-match="fail"/>

  <!-- The ids of those notes and readings that have none of their own, for this page alone, by
       generate-id(). -->
  <xsl:variable name="foot-ids" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:for-each select="root()[. instance of document-node()]
          ! (key('f:footnotes', true(), .) | key('f:apparatus', true(), .))[not(@xml:id)]">
        <xsl:map-entry key="generate-id()" select="'-' || local-name() || '-' || position()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- The id of a note at the foot, and that of its number in the text. -->
  <xsl:function name="f:note-id" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="string(($note/@xml:id, $foot-ids(generate-id($note)))[1])"/>
  </xsl:function>

  <xsl:function name="f:call-id" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="'-call-' || replace(f:note-id($note), '^-', '')"/>
  </xsl:function>

  <xsl:template match="note" as="element()">
    <xsl:sequence select="f:phrase(., 'span')"/>
  </xsl:template>

  <xsl:template match="note[f:is-called(.)]" as="element()" priority="1">
    <sup class="call">
      <a id="{f:call-id(.)}" href="#{f:note-id(.)}" role="doc-noteref"
        aria-label="{f:label('note', $language, f:note-number(.))}">{f:note-number(.)}</a>
    </sup>
  </xsl:template>

  <xsl:template match="note[@place = 'inline'][not(f:is-standing-note(.))]" as="element()" priority="1">
    <xsl:element name="{f:phrase-or-block(., 'span')}">
      <xsl:sequence select="f:attributes(., ('note', 'editorial'))"/>
      <xsl:text>[</xsl:text>
      <xsl:apply-templates/>
      <xsl:text>]</xsl:text>
    </xsl:element>
  </xsl:template>

  <xsl:template match="note[f:is-standing-note(.)]" as="element()" priority="1">
    <aside>
      <xsl:sequence select="f:attributes(., ('note', @type ! ('note-' || .)))"/>
      <xsl:for-each select="@type">
        <span class="kind">{f:label('note.' || ., $language)}: </span>
      </xsl:for-each>
      <xsl:apply-templates/>
    </aside>
  </xsl:template>

  <!-- All notes at the foot. -->
  <xsl:template name="footnotes" as="element()?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="notes" as="element(note)*" select="key('f:footnotes', true())"/>
    <xsl:if test="exists($notes)">
      <section class="hang" role="doc-endnotes" aria-labelledby="-notes">
        <h2 id="-notes">
          <xsl:sequence select="TEI ! f:interface-language(f:language(.))"/>
          <xsl:text>{f:label('notes', $language)}</xsl:text>
        </h2>
        <ul class="notes">
          <xsl:apply-templates select="$notes" mode="foot"/>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note" mode="foot" as="element()">
    <xsl:variable name="number" as="xs:string" select="f:note-number(.)"/>
    <li>
      <xsl:sequence select="f:attributes(., @type ! ('note-' || .))[not(name() = 'id')]"/>
      <xsl:attribute name="id" select="f:note-id(.)"/>
      <xsl:apply-templates select="." mode="back"/>
      <xsl:text> </xsl:text>
      <div>
        <xsl:for-each select="@type">
          <span class="kind">{f:label('note.' || ., $language)}: </span>
        </xsl:for-each>
        <xsl:apply-templates mode="html"/>
      </div>
    </li>
  </xsl:template>

  <!-- The link back to where a note is called. -->
  <xsl:mode name="back" on-no-match="fail"/>

  <xsl:template match="note" mode="back" as="element()">
    <a class="marker" href="#{f:call-id(.)}" role="doc-backlink"
      aria-label="{f:note-number(.)}: {f:label('back', $language)}">{f:note-number(.)}</a>
  </xsl:template>

  <xsl:template match="standOff/note" mode="back" as="element()" priority="1">
    <xsl:variable name="address" as="xs:string?" select="f:address(@target, .)"/>
    <xsl:choose>
      <xsl:when test="$address">
        <a class="marker" href="{$address}" aria-label="{f:note-number(.)}: {f:label('back', $language)}"
          >{f:note-number(.)}</a>
      </xsl:when>
      <xsl:otherwise>
        <span class="marker">{f:note-number(.)}</span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
