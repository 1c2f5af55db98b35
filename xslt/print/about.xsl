<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- The header as a list to read: source, principles, rights; not what the title page or the head of the
       source say. -->
  <xsl:mode name="about" on-no-match="shallow-skip"/>
  <xsl:mode name="statement" on-no-match="fail"/>

  <xsl:template match="TEI" mode="about" as="text()*">
    <xsl:variable name="statements" as="text()*">
      <xsl:apply-templates select="teiHeader" mode="about"/>
      <xsl:sequence select="f:edition-statements(.)"/>
    </xsl:variable>
    <xsl:if test="exists($statements)">
      <xsl:text>&#10;</xsl:text>
      <xsl:sequence select="f:ours(., f:call('about', f:content('title', f:plain(f:label('about-document', $language))),
        $statements))"/>
    </xsl:if>
  </xsl:template>

  <!-- What edition.toml says of the terms and of the version. -->
  <xsl:function name="f:edition-statements" as="text()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="licence" as="xs:string?" select="f:edition('licence')"/>
    <xsl:variable name="licence-url" as="xs:string?" select="f:edition('licence-url')"/>
    <xsl:variable name="address" as="xs:string?" select="f:edition('address')[matches(., '^https?://')]"/>
    <xsl:sequence select="($licence, $licence-url)[1] ! f:statement('header.licence',
        if ($licence-url) then f:call('web', f:string(iri-to-uri($licence-url)), f:plain(.)) else f:plain(.)),
      $address ! f:statement('header.address', f:call('web', f:string(iri-to-uri(.)), f:plain(.))),
      f:edition('version') ! f:statement('header.appInfo', f:plain(f:label('made-with', $language, .)))"/>
  </xsl:function>

  <xsl:function name="f:statement" as="text()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="content" as="text()*"/>
    <xsl:if test="normalize-space(string-join($content))">
      <xsl:text>&#10;</xsl:text>
      <xsl:sequence select="f:call('statement', f:content('label', f:plain(f:label($key, $language))), $content)"/>
    </xsl:if>
  </xsl:function>

  <!-- What is shown elsewhere is not said again. -->
  <xsl:template match="*[f:shown-at-head(.)]" mode="about" as="empty-sequence()" priority="2"/>

  <xsl:template match="titleStmt/* | editionStmt | extent | publicationStmt/* | seriesStmt | notesStmt | sourceDesc
      | projectDesc | editorialDecl | appInfo | creation | langUsage | textClass | encodingDesc[p or ab]" mode="about"
    as="text()*">
    <xsl:variable name="content" as="text()*">
      <xsl:apply-templates select="." mode="statement"/>
    </xsl:variable>
    <xsl:sequence select="f:statement(f:header-key(.), f:document-words(., $content))"/>
  </xsl:template>

  <!-- A date of creation that the title page has, and a language that is only a tag, say nothing here; how the
       file was revised is for the file and the site. -->
  <xsl:template match="creation[date[. is f:document-date(ancestor::TEI)]][not(text()[normalize-space()])]
      | langUsage[not(normalize-space())] | revisionDesc" mode="about" as="empty-sequence()" priority="1"/>

  <xsl:template match="titleStmt/respStmt" mode="about" as="text()*" priority="1">
    <xsl:text>&#10;</xsl:text>
    <xsl:sequence select="f:call('statement', f:content('label', resp ! f:words-of(.)), f:joined(* except resp))"/>
  </xsl:template>

  <!-- The words of the header are in the language of the document. -->
  <xsl:function name="f:document-words" as="text()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="content" as="text()*"/>
    <xsl:variable name="tei-language" as="xs:string" select="f:language($element/ancestor::TEI)"/>
    <xsl:sequence select="if ($tei-language eq $language) then $content
      else f:call('in-language', f:string($tei-language), $content)"/>
  </xsl:function>

  <!-- The content of a statement. -->
  <xsl:template match="*" mode="statement" as="text()*">
    <xsl:sequence select="f:inner(.)"/>
  </xsl:template>

  <xsl:template match="date" mode="statement" as="text()*">
    <xsl:sequence select="(f:inner(.)[normalize-space()], f:plain(f:period(., $language)))"/>
  </xsl:template>

  <xsl:template match="publicationStmt/(ref | ptr | idno | address) | titleStmt/respStmt" mode="statement" as="text()*">
    <xsl:apply-templates select="." mode="print"/>
  </xsl:template>

  <xsl:template match="editionStmt | seriesStmt | langUsage | textClass" mode="statement" as="text()*">
    <xsl:sequence select="f:joined(*)"/>
  </xsl:template>

  <xsl:template match="sourceDesc" mode="statement" as="text()*">
    <xsl:for-each select="*">
      <xsl:if test="position() gt 1">#line-break()</xsl:if>
      <xsl:apply-templates select="." mode="source"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:mode name="source" on-no-match="fail"/>

  <xsl:template match="*" mode="source" as="text()*">
    <xsl:apply-templates select="." mode="print"/>
  </xsl:template>

  <!-- A reference whose parts are not parted by text: commas are. -->
  <xsl:template match="bibl[not(text()[normalize-space()])]" mode="source" as="text()*" priority="1">
    <xsl:sequence select="f:anchor(.), f:wrapped(., f:joined(* except funder[exists(f:source-order(.))]))"/>
  </xsl:template>

  <!-- The principles of the edition, each under its name. -->
  <xsl:template match="correction | normalization | hyphenation | interpretation | punctuation | quotation" as="text()*">
    <xsl:sequence select="f:block(., 'principle', f:content('label', f:plain(f:label('header.' || local-name(), $language))),
      f:inner(.))"/>
  </xsl:template>

  <xsl:template match="application" as="text()*">
    <xsl:sequence select="f:joined(label), f:plain(' ' || @version), f:inner-milestones(* except label)"/>
  </xsl:template>

  <xsl:template match="keywords" as="text()*">
    <xsl:sequence select="f:anchor(.), f:joined(*)"/>
  </xsl:template>
</xsl:stylesheet>
