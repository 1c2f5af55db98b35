<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- Speeches. The label runs into the first paragraph; the style sheet hangs it in the margin where
       there is room. (TEI Guidelines, 3.13.2 and 8.3.3) -->
  <xsl:mode name="label" on-no-match="fail"/>

  <xsl:template match="sp" as="element()">
    <xsl:variable name="number" as="xs:string" select="f:speech-number(.)"/>
    <div>
      <xsl:sequence select="f:attributes(., 'speech')"/>
      <xsl:for-each select="@xml:id">
        <a class="number" href="#{.}" aria-label="{f:label('speech', $language, $number)}">{$number}</a>
      </xsl:for-each>
      <xsl:apply-templates select="node() except f:label-stage(.)"/>
    </div>
  </xsl:template>

  <!-- A speech without a label that does not continue another: the edition says who speaks. -->
  <xsl:template match="sp[not(speaker)][not(@prev)][@who]" as="element()" priority="1">
    <xsl:variable name="number" as="xs:string" select="f:speech-number(.)"/>
    <div>
      <xsl:sequence select="f:attributes(., 'speech')"/>
      <xsl:for-each select="@xml:id">
        <a class="number" href="#{.}" aria-label="{f:label('speech', $language, $number)}">{$number}</a>
      </xsl:for-each>
      <xsl:where-populated>
        <p class="speaker-label editorial">
          <xsl:where-populated>
            <b class="speaker">{string-join(f:speakers(.) ! f:name(.), ', ')}</b>
          </xsl:where-populated>
        </p>
      </xsl:where-populated>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="speaker" as="element()?">
    <xsl:if test="not(parent::sp) or empty(f:run-in(..))">
      <xsl:element name="{f:phrase-or-block((., parent::sp ! f:label-stage(.)), 'p')}">
        <xsl:attribute name="class" select="'speaker-label'"/>
        <xsl:apply-templates select="." mode="label"/>
      </xsl:element>
    </xsl:if>
  </xsl:template>

  <xsl:template match="sp/p[. is f:run-in(..)] | sp/ab[. is f:run-in(..)]" as="element()" priority="2">
    <xsl:variable name="label" as="element()+" select="../speaker, f:label-stage(..)"/>
    <xsl:element name="{f:phrase-or-block((., $label), 'p')}">
      <xsl:sequence select="f:attributes(., 'p')"/>
      <xsl:element name="{f:phrase-or-block($label, 'span')}">
        <xsl:attribute name="class" select="'speaker-label'"/>
        <xsl:apply-templates select="../speaker" mode="label"/>
      </xsl:element>
      <xsl:text> </xsl:text>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- `Berg (laughing):`, the name a link to the register. -->
  <xsl:template match="speaker" mode="label" as="node()+">
    <xsl:variable name="stage" as="element(stage)?" select="parent::sp ! f:label-stage(.)"/>
    <xsl:element name="{f:phrase-or-block(., 'b')}">
      <xsl:sequence select="f:attributes(., 'speaker')"/>
      <xsl:call-template name="linked">
        <xsl:with-param name="address" select="parent::sp ! f:entry(.) ! f:entry-address(.)"/>
      </xsl:call-template>
    </xsl:element>
    <xsl:apply-templates select="$stage" mode="label"/>
    <span class="colon">{f:colon(($stage, .)[1])}</span>
  </xsl:template>

  <xsl:template match="stage" mode="label" as="node()+">
    <xsl:text> </xsl:text>
    <xsl:element name="{f:phrase-or-block(., 'i')}">
      <xsl:sequence select="f:attributes(., 'stage')"/>
      <xsl:text>(</xsl:text>
      <xsl:apply-templates mode="html"/>
      <xsl:text>)</xsl:text>
    </xsl:element>
  </xsl:template>

  <xsl:template match="stage" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'i')}">
      <xsl:sequence select="f:attributes(., 'stage')"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="div/stage | body/stage | front/stage | back/stage | sp/stage | lg/stage
      | quote[f:is-block-quotation(.)]/stage" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'p')}">
      <xsl:sequence select="f:attributes(., 'stage')"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Somebody else's words within a turn, with the parentheses that the source has. -->
  <xsl:template match="said" as="element()">
    <xsl:variable name="speakers" as="xs:string"
      select="string-join(f:speakers(.) ! f:name(.), f:label('and', $language))"/>
    <xsl:element name="{f:phrase-or-block(., 'span')}">
      <xsl:sequence select="f:attributes(., 'said')"/>
      <xsl:if test="$speakers">
        <xsl:attribute name="title" select="f:label('words-of', $language, $speakers)"/>
      </xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
