<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions" xmlns:s="urn:octavo:summary"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- The start page: what the edition is, and its documents, year by year. -->
  <xsl:mode name="document" on-no-match="fail"/>

  <xsl:template name="start-page" as="element()">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="()"/>
      <xsl:with-param name="current" select="'index'"/>
      <xsl:with-param name="content" as="element()+">
        <xsl:call-template name="edition-head"/>
        <xsl:call-template name="documents"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="edition-head" as="element()">
    <header class="front">
      <h1>{$edition-title}</h1>
      <xsl:for-each select="f:edition('subtitle')">
        <p class="subtitle">{.}</p>
      </xsl:for-each>
      <xsl:for-each select="f:enumeration(f:editors())[.]">
        <p class="editors">{f:label('edited-by', $language, .)}</p>
      </xsl:for-each>
      <xsl:if test="exists($documents)">
        <p class="extent">{string-join((f:count('documents', count($documents), $language),
          f:count('words', sum($documents/s:words) cast as xs:integer, $language)), ' · ')}</p>
      </xsl:if>
    </header>
  </xsl:template>

  <xsl:template name="documents" as="element()+">
    <xsl:variable name="years" as="xs:string*" select="distinct-values($documents ! f:heading(.))"/>
    <xsl:if test="count($years) gt 5">
      <nav class="index" aria-label="{f:label('years', $language)}">
        <ul>
          <xsl:for-each select="$years">
            <li>
              <a href="#{f:heading-id(.)}">{.}</a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
    <xsl:for-each-group select="$documents" group-adjacent="f:heading(.)">
      <xsl:variable name="id" as="xs:string" select="f:heading-id(current-grouping-key())"/>
      <section class="hang" aria-labelledby="{$id}">
        <h2 id="{$id}">{current-grouping-key()}</h2>
        <ul class="documents">
          <xsl:apply-templates select="current-group()" mode="document"/>
        </ul>
      </section>
    </xsl:for-each-group>
    <xsl:if test="empty($documents)">
      <p class="nothing">{f:label('nothing', $language)}</p>
    </xsl:if>
  </xsl:template>

  <!-- The heading under which a document stands. -->
  <xsl:function name="f:heading" as="xs:string">
    <xsl:param name="summary" as="element(s:summary)"/>
    <xsl:sequence select="(f:year($summary) ! f:label('date.year', $language, .), f:label('undated', $language))[1]"/>
  </xsl:function>

  <xsl:function name="f:heading-id" as="xs:string">
    <xsl:param name="heading" as="xs:string"/>
    <xsl:sequence select="'-' || replace($heading, '\s+', '-')"/>
  </xsl:function>

  <xsl:template match="s:summary" mode="document" as="element()">
    <li>
      <xsl:for-each select="f:shown-date(.)">
        <p class="date">{.}</p>
      </xsl:for-each>
      <h3>
        <xsl:sequence select="f:document-link(., (s:title[normalize-space()], @id)[1])"/>
      </h3>
      <xsl:where-populated>
        <p class="speakers">
          <xsl:apply-templates select="s:speaker" mode="document"/>
        </p>
      </xsl:where-populated>
      <xsl:for-each select="s:abstract">
        <p class="abstract">
          <xsl:sequence select="f:other-language(../@lang)"/>
          <xsl:text>{.}</xsl:text>
        </p>
      </xsl:for-each>
      <p class="meta">
        <span>{f:count('words', s:words cast as xs:integer, $language)}</span>
        <xsl:for-each select="s:source">
          <span>{.}</span>
        </xsl:for-each>
        <span class="files">
          <xsl:variable name="id" as="xs:string" select="f:file(., '')"/>
          <a href="../tei/{$id}.xml" type="application/tei+xml">{f:label('file.tei', $language)}</a>
          <xsl:text> </xsl:text>
          <a href="../print/{$id}.pdf" type="application/pdf">{f:label('file.pdf', $language)}</a>
          <xsl:text> </xsl:text>
          <a href="../text/{$id}.txt" type="text/plain">{f:label('file.text', $language)}</a>
        </span>
      </p>
    </li>
  </xsl:template>

  <!-- Who speaks, linked to the register, and how often. -->
  <xsl:template match="s:speaker" mode="document" as="node()+">
    <xsl:variable name="entry" as="element()?" select="@entry ! f:register-entry(.)"/>
    <span class="who">
      <xsl:choose>
        <xsl:when test="$entry/@xml:id">
          <a href="{f:entry-address($entry)}">{.}</a>
        </xsl:when>
        <xsl:otherwise>{.}</xsl:otherwise>
      </xsl:choose>
      <xsl:text> </xsl:text>
      <span class="part">{f:count('speeches', @speeches cast as xs:integer, $language)}</span>
    </span>
    <xsl:text> </xsl:text>
  </xsl:template>
</xsl:stylesheet>
