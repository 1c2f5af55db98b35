<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions" xmlns:s="urn:octavo:summary"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- An entry on the page of its register: names, life, particulars, and where it speaks and is named. -->
  <xsl:mode name="register" on-no-match="fail"/>
  <xsl:mode name="places" on-no-match="fail"/>

  <!-- By register and entry; by entry. -->
  <xsl:key name="mentions" match="s:mention" use="@kind || ' ' || @entry"/>
  <xsl:key name="speakers" match="s:speaker" use="@entry"/>
  <xsl:key name="relations" match="relation"
    use="(@active, @mutual, @passive) ! tokenize(.) ! substring-after(., '#')"/>

  <xsl:variable name="summaries" as="document-node()" select="root()"/>

  <xsl:template match="person | personGrp | place | org" mode="register" as="element()">
    <xsl:variable name="name" as="element()?" select="f:names(.)[1]"/>
    <li>
      <xsl:sequence select="f:attributes(., 'entry')"/>
      <h3 class="entry-name">
        <a>
          <xsl:for-each select="@xml:id">
            <xsl:attribute name="href" select="'#' || ."/>
          </xsl:for-each>
          <xsl:sequence select="f:language-attributes($name/@xml:lang)"/>
          <xsl:text>{(f:words($name)[.], @xml:id)[1]}</xsl:text>
        </a>
        <xsl:for-each select="f:life(., $language)">
          <xsl:text> </xsl:text>
          <span class="life">{.}</span>
        </xsl:for-each>
      </h3>
      <xsl:for-each select="parent::place">
        <p class="particulars">
          <a href="{f:entry-address(.)}">{f:name(.)}</a>
        </p>
      </xsl:for-each>
      <xsl:apply-templates select="." mode="particulars">
        <xsl:with-param name="shown" select="f:plain-moments(.)"/>
      </xsl:apply-templates>
      <xsl:where-populated>
        <ul class="relations">
          <xsl:apply-templates select="@xml:id ! key('relations', .)"/>
        </ul>
      </xsl:where-populated>
      <xsl:call-template name="occurrences"/>
    </li>
  </xsl:template>

  <!-- A birth and death of which the line of the name says all there is. -->
  <xsl:function name="f:plain-moments" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$entry/(birth[1] | death[1])
      [f:words(.) = ('', string(@when), f:period(., $language))][not(*)]"/>
  </xsl:function>

  <!-- The documents in which an entry speaks or is named, with the places in each. An edition of one
       document does not name it every time. -->
  <xsl:template name="occurrences" as="element()">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="occurrences" as="element()*" select="@xml:id ! (key('speakers', ., $summaries),
      key('mentions', f:kind(..) || ' ' || ., $summaries))"/>
    <xsl:choose>
      <xsl:when test="exists($occurrences)">
        <ul class="occurrences">
          <xsl:for-each-group select="$occurrences" group-by="generate-id(..)">
            <xsl:sort select="$document-places(current-grouping-key())"/>
            <li>
              <xsl:for-each select="..[count($documents) gt 1]">
                <xsl:sequence select="f:document-link(., (s:short, s:title[normalize-space()], @id)[1])"/>
                <xsl:text>{f:shown-date(.) ! (', ' || .)} </xsl:text>
              </xsl:for-each>
              <xsl:sequence select="f:occurrences('speaks-in', current-group()[self::s:speaker]),
                f:occurrences('mentioned-in', current-group()[self::s:mention])"/>
            </li>
          </xsl:for-each-group>
        </ul>
      </xsl:when>
      <xsl:otherwise>
        <p class="aside">{f:label('not-mentioned', $language)}</p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- `Named in head of the document; speeches 4, 36` -->
  <xsl:function name="f:occurrences" as="node()*">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="occurrences" as="element()*"/>
    <xsl:if test="exists($occurrences)">
      <span class="occurrence">
        <span class="kind">{f:label($label, $language)}</span>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="$occurrences[1]" mode="places">
          <xsl:with-param name="others" select="$occurrences"/>
        </xsl:apply-templates>
      </span>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:function>

  <xsl:template match="s:speaker" mode="places" as="element()+">
    <xsl:param name="others" as="element()*"/>
    <a href="{f:file(.., '.html')}{@first[string()] ! ('#' || .)}">{
      f:count('speeches', sum($others/@speeches) cast as xs:integer, $language)}</a>
  </xsl:template>

  <!-- The head of the document, the speeches by their numbers, other parts of the text by their ids. -->
  <xsl:template match="s:mention" mode="places" as="node()+">
    <xsl:param name="others" as="element()*"/>
    <xsl:variable name="file" as="xs:string" select="f:file(.., '.html')"/>
    <xsl:for-each-group select="$others" group-by="@part">
      <xsl:sort select="index-of(('head', 'speech', 'text'), string(@part))"/>
      <xsl:if test="position() gt 1">; </xsl:if>
      <xsl:variable name="links" as="node()+">
        <xsl:for-each select="if (@part eq 'head') then . else current-group()">
          <xsl:if test="position() gt 1">, </xsl:if>
          <a href="{$file}{@target[string()] ! ('#' || .)}">{
            if (@part eq 'head') then f:label('head-matter', $language) else (@n, @target[string()], '*')[1]}</a>
        </xsl:for-each>
      </xsl:variable>
      <xsl:sequence select="if (@part eq 'speech')
        then f:framed('in-speeches.' || (if (count(current-group()) eq 1) then 'one' else 'many'), $links)
        else $links"/>
    </xsl:for-each-group>
  </xsl:template>
</xsl:stylesheet>
