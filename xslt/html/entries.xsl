<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- Entries of persons, places and organisations: as lists in a document, and what the pages of the
       registers show of each. (TEI Guidelines, chapter 14) -->
  <xsl:mode name="particulars" on-no-match="fail"/>

  <xsl:template match="listPerson | listPlace | listOrg | listRelation" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'list')"/>
      <xsl:apply-templates select="head, desc"/>
      <xsl:sequence select="f:entry-lists(* except (head, desc))"/>
    </div>
  </xsl:template>

  <!-- Entries as a list, and the lists among them. -->
  <xsl:function name="f:entry-lists" as="element()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:for-each-group select="$elements" group-adjacent="matches(local-name(), '^list')">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()"/>
        </xsl:when>
        <xsl:otherwise>
          <ul class="entries">
            <xsl:apply-templates select="current-group()"/>
          </ul>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:template match="person | personGrp | place | org" as="element()">
    <li>
      <xsl:sequence select="f:attributes(., 'entry')"/>
      <xsl:element name="{f:phrase-or-block(f:names(.)[1], 'p')}">
        <xsl:attribute name="class" select="'entry-name'"/>
        <xsl:apply-templates select="f:names(.)[1]"/>
      </xsl:element>
      <xsl:apply-templates select="." mode="particulars"/>
      <xsl:where-populated>
        <ul class="entries">
          <xsl:apply-templates select="place"/>
        </ul>
      </xsl:where-populated>
    </li>
  </xsl:template>

  <!-- All but the preferred name: the other names in a line, the dates, what somebody was, where
       something lies; then notes and references, each on its own. -->
  <xsl:template match="*" mode="particulars" as="element()*">
    <!-- What the page shows of the entry elsewhere. -->
    <xsl:param name="shown" as="element()*" select="()"/>
    <xsl:variable name="names" as="element()*" select="f:names(.)"/>
    <xsl:variable name="facts" as="element()*" select="* except ($names, place, event, f:asides(.), $shown)"/>
    <xsl:if test="exists(tail($names))">
      <xsl:element name="{f:phrase-or-block(tail($names), 'p')}">
        <xsl:attribute name="class" select="'variants'"/>
        <span class="kind">{f:label('variants', $language)}</span>
        <xsl:text> </xsl:text>
        <xsl:sequence select="f:separated(tail($names))"/>
      </xsl:element>
    </xsl:if>
    <xsl:if test="exists($facts)">
      <xsl:element name="{f:phrase-or-block($facts, 'p')}">
        <xsl:attribute name="class" select="'particulars'"/>
        <xsl:sequence select="f:separated($facts)"/>
      </xsl:element>
    </xsl:if>
    <xsl:for-each select="event, f:asides(.) except idno">
      <xsl:element name="{f:phrase-or-block(., 'p')}">
        <xsl:attribute name="class" select="'particulars'"/>
        <xsl:apply-templates select="."/>
      </xsl:element>
    </xsl:for-each>
    <xsl:if test="idno">
      <xsl:element name="{f:phrase-or-block(idno, 'p')}">
        <xsl:attribute name="class" select="'identifiers'"/>
        <xsl:sequence select="f:separated(idno)"/>
      </xsl:element>
    </xsl:if>
  </xsl:template>

  <!-- What stands in a paragraph of its own. -->
  <xsl:function name="f:asides" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$entry/(note | bibl | desc | ptr | idno | location[note])"/>
  </xsl:function>

  <!-- Elements in a line, with semicolons, which are not text. -->
  <xsl:function name="f:separated" as="node()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:for-each select="$elements">
      <xsl:if test="position() gt 1">; </xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="birth | death" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'span')}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:variable name="frame" as="xs:string+"
        select="tokenize(f:label(if (self::birth) then 'born' else 'died', $language), '\{0\}')"/>
      <xsl:text>{$frame[1]}</xsl:text>
      <xsl:apply-templates/>
      <xsl:text>{f:period(., $language)[not(normalize-space(current()))]}{$frame[2]}</xsl:text>
    </xsl:element>
  </xsl:template>

  <xsl:template match="nationality | residence | occupation | affiliation" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'span')}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:call-template name="linked">
        <xsl:with-param name="address" select="@ref ! f:entry(..) ! f:entry-address(.)"/>
      </xsl:call-template>
      <xsl:text>{f:period(., $language) ! (' (' || . || ')')}</xsl:text>
    </xsl:element>
  </xsl:template>

  <xsl:template match="location" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'span')}">
      <xsl:sequence select="f:attributes(., 'location')"/>
      <xsl:for-each select="*">
        <xsl:if test="position() gt 1 and not(f:is-block(.))">, </xsl:if>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>

  <xsl:template match="event" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'span')}">
      <xsl:sequence select="f:attributes(., 'event')"/>
      <xsl:for-each select="f:period(., $language)">
        <span class="kind">{.}: </span>
      </xsl:for-each>
      <xsl:for-each select="*">
        <xsl:if test="position() gt 1 and not(f:is-block(.))">
          <xsl:text>{if (self::label) then '; ' else ' '}</xsl:text>
        </xsl:if>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>

  <!-- `colleague: A – B` -->
  <xsl:template match="relation" as="element()">
    <li>
      <xsl:sequence select="f:attributes(., 'relation')"/>
      <span class="kind">{translate(@name, '_', ' ')}: </span>
      <xsl:variable name="relation" as="element()" select="."/>
      <xsl:for-each select="(@active, @mutual, @passive) ! tokenize(.)">
        <xsl:if test="position() gt 1"> – </xsl:if>
        <xsl:sequence select="f:named(., $relation)"/>
      </xsl:for-each>
      <xsl:for-each select="desc">
        <xsl:text>, </xsl:text>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
    </li>
  </xsl:template>

  <!-- The name of the entry to which a pointer leads, as a link to its page. -->
  <xsl:function name="f:named" as="node()">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="origin" as="element()"/>
    <xsl:variable name="fragment" as="xs:string" select="replace($pointer, '^.*#', '')"/>
    <xsl:variable name="entry" as="element()?" select="f:entry-at($pointer, $origin)"/>
    <xsl:variable name="local" as="element()?" select="f:by-id($fragment, $origin)"/>
    <xsl:variable name="name" as="xs:string" select="(($entry, $local) ! f:name(.)[.], $fragment)[1]"/>
    <xsl:choose>
      <xsl:when test="exists($entry)">
        <a href="{f:entry-address($entry)}">{$name}</a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>{$name}</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
