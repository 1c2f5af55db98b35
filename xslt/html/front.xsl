<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- The head of a document: date, title, funder; then place, participants, recorder and summary, each
       with its label, in the order and the words of the source. -->
  <xsl:mode name="front" on-no-match="fail"/>
  <xsl:mode name="fact" on-no-match="fail"/>

  <xsl:template match="TEI" mode="front" as="element()+">
    <xsl:variable name="tei" as="element(TEI)" select="."/>
    <xsl:variable name="head" as="element()+" select="f:document-date(.), f:title(.),
      f:subtitles(.) except f:title(.), f:funders(.)"/>
    <header class="front">
      <xsl:for-each select="$head">
        <xsl:sort select="(f:source-order(.), 1000)[1]" data-type="number"/>
        <xsl:apply-templates select="." mode="front"/>
      </xsl:for-each>
    </header>
    <xsl:where-populated>
      <dl class="facts">
        <xsl:apply-templates select="f:facts(.)" mode="fact"/>
        <xsl:apply-templates select="$tei/teiHeader/fileDesc/sourceDesc" mode="fact"/>
      </dl>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="title" mode="front" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'h1')}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates mode="html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="title[not(. is f:title(ancestor::TEI))]" mode="front" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'p')}">
      <xsl:sequence select="f:attributes(., 'subtitle')"/>
      <xsl:apply-templates mode="html"/>
    </xsl:element>
  </xsl:template>

  <!-- The date as the source prints it; where it prints none, in the language of the text. -->
  <xsl:template match="date" mode="front" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'p')}">
      <xsl:attribute name="class" select="'date'"/>
      <xsl:apply-templates select="." mode="html"/>
      <xsl:for-each select=".[not(normalize-space())]">
        <bdi>{f:period(., f:language(ancestor::TEI))}</bdi>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>

  <xsl:template match="funder" mode="front" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'p')}">
      <xsl:sequence select="f:attributes(., 'funder')"/>
      <xsl:apply-templates mode="html"/>
    </xsl:element>
  </xsl:template>

  <!-- A fact: its printed label, or the edition's, and its words. -->
  <xsl:template match="*" mode="fact" as="element()">
    <xsl:sequence select="f:fact(., label[1], f:header-key(.), node() except label[1])"/>
  </xsl:template>

  <xsl:template match="settingDesc/*" mode="fact" as="element()" priority="1">
    <xsl:sequence select="f:fact(., label[1], 'location', node() except label[1])"/>
  </xsl:template>

  <!-- The date of the conversation stands above. -->
  <xsl:template match="setting" mode="fact" as="element()?" priority="2">
    <xsl:variable name="parts" as="element()*" select="* except f:document-date(ancestor::TEI)"/>
    <xsl:if test="exists($parts)">
      <div>
        <xsl:sequence select="f:fact-label(., (), 'location')"/>
        <dd>
          <xsl:sequence select="f:attributes(., ())"/>
          <xsl:for-each select="$parts">
            <xsl:if test="position() gt 1 and not(f:is-block(.))">, </xsl:if>
            <xsl:apply-templates select="." mode="html"/>
          </xsl:for-each>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="respStmt" mode="fact" as="element()">
    <div>
      <xsl:sequence select="f:fact-label(., resp[1], 'header.respStmt')"/>
      <dd>
        <xsl:sequence select="f:attributes(., ()), f:joined(* except resp[1])"/>
      </dd>
    </div>
  </xsl:template>

  <!-- The label of a summary is the first words of its first paragraph. -->
  <xsl:template match="abstract" mode="fact" as="element()">
    <div>
      <xsl:sequence select="f:fact-label(., f:leading-label(*[1]), 'summary')"/>
      <dd>
        <xsl:sequence select="f:attributes(., 'summary')"/>
        <xsl:apply-templates mode="html"/>
      </dd>
    </div>
  </xsl:template>

  <!-- So it is with each paragraph that has a place of its own. -->
  <xsl:template match="abstract/*" mode="fact" as="element()" priority="1">
    <div>
      <xsl:sequence select="f:fact-label(., f:leading-label(.), 'summary')"/>
      <dd class="summary">
        <xsl:apply-templates select="." mode="html"/>
      </dd>
    </div>
  </xsl:template>

  <!-- It hangs beside the summary, so it is not repeated there. -->
  <xsl:template match="abstract/*/label[. is f:leading-label(..)]" mode="html" as="empty-sequence()" priority="2"/>

  <!-- Who keeps the source, and where it is to be found. -->
  <xsl:template match="sourceDesc" mode="fact" as="element()?">
    <xsl:variable name="tei" as="element(TEI)" select="ancestor::TEI"/>
    <xsl:variable name="holders" as="element()*" select="f:source-holders($tei)"/>
    <xsl:variable name="address" as="xs:string?" select="f:source-addresses($tei)[1]"/>
    <xsl:if test="exists($holders) or exists($address)">
      <div class="editorial">
        <xsl:sequence select="f:fact-label(., (), 'source')"/>
        <dd>
          <xsl:sequence select="f:web-link($address,
            (string-join($holders ! f:words(.), ', ')[.], replace($address, '^https?://|/$', ''))[1])"/>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:fact" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="label" as="element()?"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <div>
      <xsl:sequence select="f:fact-label($element, $label, $key)"/>
      <dd>
        <xsl:sequence select="f:attributes($element, ())"/>
        <xsl:apply-templates select="$content" mode="html"/>
      </dd>
    </div>
  </xsl:function>

  <!-- The printed label with its colon, or one of ours. -->
  <xsl:function name="f:fact-label" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="label" as="element()?"/>
    <xsl:param name="key" as="xs:string"/>
    <dt>
      <xsl:choose>
        <xsl:when test="$label">
          <xsl:sequence select="f:attributes($label, ())"/>
          <xsl:apply-templates select="$label/node()" mode="html"/>
          <span class="colon">{f:colon($label)} </span>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="class" select="'editorial'"/>
          <xsl:sequence select="f:interface-language(f:language($element/ancestor::TEI))"/>
          <xsl:text>{f:label($key, $language)}</xsl:text>
        </xsl:otherwise>
      </xsl:choose>
    </dt>
  </xsl:function>
</xsl:stylesheet>
