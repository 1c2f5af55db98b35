<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- Speeches. The label runs into the first paragraph; the number goes to the margin.
       (TEI Guidelines, 3.13.2 and 8.3.3) -->
  <xsl:mode name="label" on-no-match="fail"/>

  <xsl:template match="sp" as="text()*">
    <xsl:variable name="content" as="text()*">
      <xsl:apply-templates select="node() except f:label-stage(.)"/>
    </xsl:variable>
    <xsl:sequence select="f:block(., 'speech', (f:argument('number', f:speech-number(.)),
      'numbered: true'[f:number-place(current()) is current()]), $content)"/>
  </xsl:template>

  <!-- A speech without a label that does not continue another: the edition says who speaks. -->
  <xsl:template match="sp[not(speaker)][not(@prev)][exists(f:speakers(.))]" as="text()*" priority="1">
    <xsl:variable name="content" as="text()*">
      <xsl:if test="f:number-place(.) is .">
        <xsl:text>&#10;</xsl:text>
        <xsl:sequence select="f:call('label-line', (), (f:number(.), f:our-label(.)))"/>
      </xsl:if>
      <xsl:apply-templates/>
    </xsl:variable>
    <xsl:sequence select="f:block(., 'speech', f:argument('number', f:speech-number(.)), $content)"/>
  </xsl:template>

  <xsl:function name="f:our-label" as="text()*">
    <xsl:param name="speech" as="element(sp)"/>
    <xsl:variable name="names" as="xs:string" select="string-join(f:speakers($speech) ! f:name(.), ', ')"/>
    <xsl:if test="$names and not($speech/speaker or $speech/@prev)">
      <xsl:sequence select="f:call('speaker', 'ours: true', f:plain($names)), f:plain(':')"/>
    </xsl:if>
  </xsl:function>

  <!-- The line in which the number of a speech stands: its label, its first paragraph, or else the
       speech as a whole. -->
  <xsl:function name="f:number-place" as="element()">
    <xsl:param name="speech" as="element(sp)"/>
    <xsl:sequence select="($speech/speaker, $speech/*[1]/(self::p | self::ab), $speech)[1]"/>
  </xsl:function>

  <xsl:function name="f:number" as="text()">
    <xsl:param name="speech" as="element(sp)"/>
    <xsl:sequence select="f:call('speech-number', (), f:plain(f:speech-number($speech)))"/>
  </xsl:function>

  <!-- A label that does not run into a paragraph stands on a line of its own. -->
  <xsl:template match="speaker" as="text()*">
    <xsl:if test="not(parent::sp) or empty(f:run-in(..))">
      <xsl:variable name="label" as="text()*">
        <xsl:apply-templates select="." mode="label"/>
      </xsl:variable>
      <xsl:text>&#10;</xsl:text>
      <xsl:sequence select="f:call('label-line', (), $label)"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="sp/p[. is f:run-in(..)] | sp/ab[. is f:run-in(..)]" as="text()*" priority="2">
    <xsl:variable name="content" as="text()*">
      <xsl:apply-templates select="../speaker" mode="label"/>
      <xsl:text> </xsl:text>
      <xsl:apply-templates/>
    </xsl:variable>
    <xsl:sequence select="f:block(., 'paragraph', (), $content)"/>
  </xsl:template>

  <xsl:template match="sp/p[. is f:number-place(..)] | sp/ab[. is f:number-place(..)]" as="text()*" priority="1">
    <xsl:variable name="label" as="text()*" select="f:our-label(..)"/>
    <xsl:sequence select="f:block(., 'paragraph', (), (f:number(..), $label, f:plain(' '[exists($label)]), f:inner(.)))"/>
  </xsl:template>

  <!-- `Berg (laughing):` -->
  <xsl:template match="speaker" mode="label" as="text()*">
    <xsl:variable name="stage" as="element(stage)?" select="parent::sp ! f:label-stage(.)"/>
    <xsl:sequence select="parent::sp ! f:number(.), f:phrase(., 'speaker')"/>
    <xsl:for-each select="$stage">
      <xsl:text> </xsl:text>
      <xsl:sequence select="f:phrase(., 'delivery')"/>
    </xsl:for-each>
    <xsl:sequence select="f:plain(f:colon(($stage, .)[1]))"/>
  </xsl:template>

  <xsl:template match="stage" as="text()*">
    <xsl:sequence select="f:phrase(., 'stage')"/>
  </xsl:template>

  <xsl:template match="div/stage | body/stage | front/stage | back/stage | sp/stage | lg/stage | quote/stage | lem/stage
      | rdg/stage" as="text()*">
    <xsl:sequence select="f:block(., 'stage-direction')"/>
  </xsl:template>

  <!-- Somebody else's words within a turn, with the parentheses that the source has. -->
  <xsl:template match="said" as="text()*">
    <xsl:sequence select="f:phrase(., 'said')"/>
  </xsl:template>

  <!-- Lists of roles. (TEI Guidelines, 7.1.4) -->
  <xsl:template match="castList" as="text()*">
    <xsl:sequence select="f:block(., 'cast', f:caption(.), (f:preceding-items(.), f:items(., 'castItem')))"/>
  </xsl:template>

  <xsl:template match="castItem" as="text()*">
    <xsl:param name="following" as="element()*" select="()"/>
    <xsl:sequence select="f:item(., $following)"/>
  </xsl:template>

  <xsl:template match="role" as="text()*">
    <xsl:sequence select="f:phrase(., 'speaker')"/>
  </xsl:template>

  <xsl:template match="roleDesc" as="text()*">
    <xsl:sequence select="f:phrase(., 'role-description')"/>
  </xsl:template>
</xsl:stylesheet>
