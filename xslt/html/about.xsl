<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- The header as a list to read: source, principles, revisions, rights. -->
  <xsl:mode name="about" on-no-match="shallow-skip"/>
  <xsl:mode name="statement" on-no-match="fail"/>

  <xsl:template match="TEI" mode="about" as="element()">
    <section class="hang" aria-labelledby="-about">
      <xsl:sequence select="f:interface-language(f:language(.))"/>
      <h2 id="-about">{f:label('about-document', $language)}</h2>
      <dl class="about">
        <xsl:apply-templates select="teiHeader" mode="about"/>
      </dl>
    </section>
  </xsl:template>

  <!-- What the head of the page shows is not said again. -->
  <xsl:template match="*[f:shown-at-head(.)]" mode="about" as="empty-sequence()" priority="2"/>

  <xsl:template match="titleStmt/* | editionStmt | extent | publicationStmt/* | seriesStmt | notesStmt | sourceDesc
      | projectDesc | editorialDecl | appInfo | creation | langUsage | textClass | revisionDesc
      | encodingDesc[p or ab]" mode="about" as="element()">
    <div>
      <dt>
        <xsl:text>{f:label(f:header-key(.), $language)}</xsl:text>
      </dt>
      <dd>
        <xsl:sequence select="f:language-attributes(ancestor::*[@xml:lang][1]/@xml:lang[. ne $language]),
          f:attributes(., ())[not(current()/(self::ref | self::ptr | self::idno))]"/>
        <xsl:apply-templates select="." mode="statement"/>
      </dd>
    </div>
  </xsl:template>

  <!-- A date of creation that the head of the page has. -->
  <xsl:template match="creation[date[. is f:document-date(ancestor::TEI)]][not(text()[normalize-space()])]"
    mode="about" as="empty-sequence()" priority="1"/>

  <xsl:template match="titleStmt/respStmt" mode="about" as="element()" priority="1">
    <div>
      <dt>
        <xsl:apply-templates select="resp" mode="html"/>
      </dt>
      <dd>
        <xsl:sequence select="f:attributes(., ())"/>
        <xsl:sequence select="f:joined(* except resp)"/>
      </dd>
    </div>
  </xsl:template>

  <!-- The content of a statement. -->
  <xsl:template match="*" mode="statement" as="node()*">
    <xsl:apply-templates mode="html"/>
  </xsl:template>

  <xsl:template match="creation" mode="statement" as="node()*">
    <xsl:apply-templates mode="source-part"/>
  </xsl:template>

  <xsl:template match="publicationStmt/date" mode="statement" as="node()*">
    <xsl:apply-templates mode="html"/>
    <xsl:if test="not(normalize-space())">{f:period(., $language)}</xsl:if>
  </xsl:template>

  <xsl:template match="publicationStmt/(ref | ptr | idno)" mode="statement" as="node()*">
    <xsl:apply-templates select="." mode="html"/>
  </xsl:template>

  <xsl:template match="editionStmt | seriesStmt | langUsage" mode="statement" as="node()*">
    <xsl:sequence select="f:joined(*)"/>
  </xsl:template>

  <!-- Elements one after the other, with commas, which are not text. -->
  <xsl:function name="f:joined" as="node()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:for-each select="$elements">
      <xsl:if test="position() gt 1 and not(f:is-block(.))">
        <xsl:text>{if (preceding-sibling::*[1]/self::resp) then ': ' else ', '}</xsl:text>
      </xsl:if>
      <xsl:apply-templates select="." mode="html"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The source: each of its parts on a line of its own. -->
  <xsl:template match="sourceDesc/bibl" mode="html" as="element()" priority="2">
    <div>
      <xsl:sequence select="f:attributes(., 'source')"/>
      <xsl:apply-templates select="." mode="source"/>
    </div>
  </xsl:template>

  <xsl:mode name="source" on-no-match="fail"/>

  <!-- A reference in sentences stays as it is. -->
  <xsl:template match="bibl[text()[normalize-space()]]" mode="source" as="node()*" priority="1">
    <xsl:apply-templates mode="source-part"/>
  </xsl:template>

  <xsl:template match="bibl" mode="source" as="node()*">
    <xsl:for-each select="* except funder">
      <div>
        <xsl:apply-templates select="." mode="source-part"/>
      </div>
    </xsl:for-each>
  </xsl:template>

  <xsl:mode name="source-part" on-no-match="shallow-skip"/>

  <xsl:template match="* | text()" mode="source-part" as="node()*">
    <xsl:apply-templates select="." mode="html"/>
  </xsl:template>

  <!-- The head of the page has the date and the funder: here their words are enough. -->
  <xsl:template match="funder | date[. is f:document-date(ancestor::TEI)]" mode="source-part" as="text()">
    <xsl:text>{f:words(.)}</xsl:text>
  </xsl:template>

  <xsl:template match="bibl[not(text()[normalize-space()])]/respStmt" mode="source-part" as="node()*">
    <xsl:apply-templates select="* except resp" mode="html"/>
    <xsl:text>: </xsl:text>
    <xsl:apply-templates select="resp" mode="html"/>
  </xsl:template>

  <!-- The principles of the edition, each under its name. -->
  <xsl:template match="correction | normalization | hyphenation | interpretation | punctuation | quotation"
    mode="html" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'principle')"/>
      <span class="kind">{f:label('header.' || local-name(), $language)}</span>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="availability" mode="html" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="application" mode="html" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates select="label/node()"/>
      <xsl:text> {@version}</xsl:text>
      <xsl:apply-templates select="* except label"/>
    </div>
  </xsl:template>

  <xsl:template match="keywords" mode="html" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'p')}">
      <xsl:sequence select="f:attributes(., 'keywords')"/>
      <xsl:sequence select="f:joined(*)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="listChange" mode="html" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="change" mode="html" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'change')"/>
      <xsl:for-each select="f:period(., $language)">
        <span class="kind">{.}</span>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:apply-templates/>
    </div>
  </xsl:template>
</xsl:stylesheet>
