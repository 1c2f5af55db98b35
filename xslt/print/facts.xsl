<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- What stands at the head of the source: place, participants, recorder, summary, each with its label,
       in the order and the words of the source. -->
  <xsl:mode name="facts" on-no-match="fail"/>
  <xsl:mode name="fact" on-no-match="fail"/>

  <xsl:template match="TEI" mode="facts" as="text()*">
    <xsl:variable name="facts" as="text()*">
      <xsl:apply-templates select="f:facts(.)" mode="fact"/>
    </xsl:variable>
    <xsl:if test="exists($facts)">
      <xsl:text>&#10;</xsl:text>
      <!-- A text without headings has a line of its own in the outline. -->
      <xsl:variable name="text" as="xs:string?" select="text[not(.//div/head)] ! f:label('conversation', $language)"/>
      <xsl:sequence select="f:call('facts', f:argument('text-name', $text), $facts)"/>
    </xsl:if>
  </xsl:template>

  <!-- A fact: its printed label with the colon, or one of ours. -->
  <xsl:function name="f:fact" as="text()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="label" as="element()?"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="content" as="text()*"/>
    <xsl:variable name="words" as="text()*" select="if ($label) then f:words-of($label)
      else f:ours($element/ancestor::TEI, f:plain(f:label($key, $language)))"/>
    <xsl:sequence select="f:block($element, 'fact', (f:content('label', $words), f:argument('outline', f:words($label)),
      if ($label) then f:argument('colon', f:colon($label)) else 'ours: true'), $content)"/>
  </xsl:function>

  <xsl:template match="*" mode="fact" as="text()*">
    <xsl:variable name="content" as="text()*">
      <xsl:apply-templates select="node() except label[1]" mode="print"/>
    </xsl:variable>
    <xsl:sequence select="f:fact(., label[1], f:header-key(.), $content)"/>
  </xsl:template>

  <xsl:template match="settingDesc/*" mode="fact" as="text()*" priority="1">
    <xsl:variable name="content" as="text()*">
      <xsl:apply-templates select="node() except label[1]" mode="print"/>
    </xsl:variable>
    <xsl:sequence select="f:fact(., label[1], 'location', $content)"/>
  </xsl:template>

  <xsl:template match="setting" mode="fact" as="text()*" priority="2">
    <xsl:sequence select="f:fact(., (), 'location', f:joined(*))"/>
  </xsl:template>

  <xsl:template match="respStmt" mode="fact" as="text()*">
    <xsl:sequence select="f:fact(., resp[1], 'header.respStmt', f:joined(* except resp[1]))"/>
  </xsl:template>

  <!-- The label of a summary is the first words of its first paragraph. -->
  <xsl:template match="abstract" mode="fact" as="text()*">
    <xsl:variable name="content" as="text()*">
      <xsl:apply-templates select="*" mode="print"/>
    </xsl:variable>
    <xsl:sequence select="f:fact(., f:leading-label(*[1]), 'summary', $content)"/>
  </xsl:template>

  <!-- So it is with each paragraph that has a place of its own. -->
  <xsl:template match="abstract/*" mode="fact" as="text()*" priority="1">
    <xsl:sequence select="f:fact(., f:leading-label(.), 'summary', f:inner(.))"/>
  </xsl:template>

  <!-- It is the heading, so it is not repeated. -->
  <xsl:template match="abstract/*/label[. is f:leading-label(..)]" as="empty-sequence()" priority="3"/>

  <!-- The participants, side by side as the source lists them. -->
  <xsl:template match="listPerson" mode="fact" as="text()*">
    <xsl:variable name="participants" as="text()*">
      <xsl:apply-templates select="f:participants(.)" mode="participant"/>
    </xsl:variable>
    <xsl:variable name="content" as="text()*">
      <xsl:apply-templates select="desc" mode="print"/>
      <xsl:sequence select="if (exists($participants)) then f:call('participants', (), $participants) else ()"/>
    </xsl:variable>
    <xsl:if test="exists($content) or head">
      <xsl:sequence select="f:fact(., head[1], if (listPerson) then 'others' else 'participants', $content)"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="listOrg" mode="fact" as="text()*">
    <xsl:variable name="content" as="text()*">
      <xsl:apply-templates select="* except head" mode="print"/>
    </xsl:variable>
    <xsl:sequence select="f:fact(., head[1], 'participants', $content)"/>
  </xsl:template>

  <xsl:mode name="participant" on-no-match="fail"/>

  <xsl:template match="person | personGrp" mode="participant" as="text()*">
    <xsl:variable name="words" as="text()*">
      <xsl:apply-templates select="." mode="participant-words"/>
    </xsl:variable>
    <xsl:sequence select="f:block(., 'participant', f:content('part', f:ours(ancestor::TEI, f:plain(f:part(.)))), $words)"/>
  </xsl:template>

  <xsl:mode name="participant-words" on-no-match="fail"/>

  <!-- In the words of the source. -->
  <xsl:template match="*[note[@type = 'source']]" mode="participant-words" as="text()*" priority="1">
    <xsl:apply-templates select="note[@type = 'source']/node()" mode="print"/>
  </xsl:template>

  <!-- In ours: name and office. -->
  <xsl:template match="*" mode="participant-words" as="text()*">
    <xsl:sequence select="f:joined((f:names(.)[1], occupation))"/>
  </xsl:template>

  <!-- The part they take: the number of their speeches, or their role. -->
  <xsl:function name="f:part" as="xs:string?">
    <xsl:param name="person" as="element()"/>
    <xsl:variable name="speeches" as="element(sp)*"
      select="$person/@xml:id ! key('f:speeches-by', ., root($person))"/>
    <xsl:sequence select="if (exists($speeches)) then f:count('speeches', count($speeches), $language)
      else $person/@role ! f:label('role.' || ., $language)"/>
  </xsl:function>
</xsl:stylesheet>
