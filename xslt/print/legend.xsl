<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- What the brackets mean: the kinds of supplied words, and the other marks of editors and scribes, that
       occur in the text, each with an example as it looks there. -->
  <xsl:mode name="legend" on-no-match="fail"/>
  <xsl:key name="f:marked" match="supplied" use="string-join(('supplied', @reason), '.')"/>
  <xsl:key name="f:marked" match="text//gap" use="string-join(('gap', @reason), '.')"/>
  <xsl:key name="f:marked" match="text//(unclear | damage | add | del | space)" use="local-name()"/>
  <xsl:key name="f:marked" match="text//sic[not(parent::choice)] | text//choice/(corr | reg | expan)" use="local-name()"/>

  <xsl:variable name="f:marks" as="xs:string+" select="
    ('omitted', 'completion', 'romanization', 'identification', 'explanation') ! ('supplied.' || .), 'supplied',
    ('illegible', 'inaudible', 'omitted', 'redacted', 'damaged', 'lost', 'editorial') ! ('gap.' || .), 'gap',
    'unclear', 'damage', 'add', 'del', 'space', 'sic', 'corr', 'reg', 'expan'"/>

  <xsl:template match="TEI" mode="legend" as="text()*">
    <xsl:variable name="tei" as="element(TEI)" select="."/>
    <xsl:variable name="entries" as="text()*" select="$f:marks ! f:legend-entry(., key('f:marked', ., $tei))"/>
    <xsl:if test="exists($entries)">
      <xsl:text>&#10;</xsl:text>
      <xsl:sequence select="f:ours(., f:call('legend', (f:content('title', f:plain(f:label('brackets', $language))),
        f:content('intro', f:plain(f:label('brackets.intro', $language)))), $entries))"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:legend-entry" as="text()*">
    <xsl:param name="mark" as="xs:string"/>
    <xsl:param name="kind" as="element()*"/>
    <xsl:if test="exists($kind)">
      <xsl:text>&#10;</xsl:text>
      <xsl:sequence select="f:call('mark', (f:content('example', f:example($kind)),
        f:content('count', f:plain(f:count('times', count($kind), $language)))), f:plain(f:label($mark, $language)))"/>
    </xsl:if>
  </xsl:function>

  <!-- The first short example, without its id: that one belongs to its place. Where all are long, three points
       stand for their words. -->
  <xsl:function name="f:example" as="text()*">
    <xsl:param name="kind" as="element()+"/>
    <xsl:variable name="short" as="element()?"
      select="$kind[string-length(normalize-space()) le 30][f:words(node() except note) or self::gap or self::space][1]"/>
    <xsl:variable name="bare" as="element()">
      <xsl:choose>
        <xsl:when test="$short">
          <xsl:apply-templates select="$short" mode="bare"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="$kind[1]" mode="points"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:apply-templates select="$bare" mode="print"/>
  </xsl:function>

  <xsl:mode name="bare" on-no-match="shallow-copy"/>
  <xsl:mode name="points" on-no-match="fail"/>

  <xsl:template match="*" mode="points" as="element()">
    <xsl:copy>
      <xsl:copy-of select="@* except (@xml:id, @rend)"/>
      <xsl:text>…</xsl:text>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="choice/(corr | reg | expan)" mode="points" as="element()">
    <choice xmlns="http://www.tei-c.org/ns/1.0">
      <xsl:element name="{map{'corr': 'sic', 'reg': 'orig', 'expan': 'abbr'}(local-name())}">…</xsl:element>
      <xsl:next-match/>
    </choice>
  </xsl:template>

  <xsl:template match="@xml:id | note | anchor | pb | cb | milestone" mode="bare" as="empty-sequence()"/>

  <xsl:template match="app" mode="bare" as="node()*">
    <xsl:apply-templates select="(lem, rdg)[1]/node()" mode="#current"/>
  </xsl:template>

  <!-- A correction shows what it corrects. -->
  <xsl:template match="choice/(corr | reg | expan)" mode="bare" as="element()">
    <xsl:copy-of select=".."/>
  </xsl:template>
</xsl:stylesheet>
