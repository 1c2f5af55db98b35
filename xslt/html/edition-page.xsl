<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions" xmlns:s="urn:octavo:summary"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- About the edition: its particulars, its principles as the documents state them, what the brackets
       mean, how to cite, the licence. -->
  <xsl:template name="edition-page" as="element()">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label('about-edition', $language)"/>
      <xsl:with-param name="current" select="'about'"/>
      <xsl:with-param name="content" as="element()+">
        <header class="front">
          <h1>{f:label('about-edition', $language)}</h1>
        </header>
        <xsl:call-template name="edition-facts"/>
        <xsl:call-template name="principles"/>
        <xsl:call-template name="edition-legend"/>
        <xsl:call-template name="edition-cite"/>
        <xsl:call-template name="rights"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A section with its heading beside it. -->
  <xsl:function name="f:section" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:if test="exists($content)">
      <xsl:variable name="id" as="xs:string" select="'-' || replace($key, '\W', '-')"/>
      <section class="hang" aria-labelledby="{$id}">
        <h2 id="{$id}">{f:label($key, $language)}</h2>
        <div>
          <xsl:sequence select="$content"/>
        </div>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:about-item" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="content" as="item()*"/>
    <xsl:if test="exists($content)">
      <div>
        <dt>{f:label($key, $language)}</dt>
        <dd>
          <xsl:sequence select="$content"/>
        </dd>
      </div>
    </xsl:if>
  </xsl:function>

  <xsl:template name="edition-facts" as="element()?">
    <xsl:variable name="facts" as="element()*">
      <xsl:sequence select="f:about-item('header.title', f:edition('title')),
        f:about-item('subtitle', f:edition('subtitle')),
        f:about-item('editors', f:enumeration(f:editors())[.]),
        f:about-item('header.publisher', f:edition('publisher')),
        f:about-item('header.address', f:edition('address') ! f:web-link(., .)),
        f:about-item('documents', f:extent()),
        f:about-item('source', f:sources())"/>
    </xsl:variable>
    <xsl:variable name="list" as="element()?">
      <xsl:where-populated>
        <dl class="about">
          <xsl:sequence select="$facts"/>
        </dl>
      </xsl:where-populated>
    </xsl:variable>
    <xsl:sequence select="f:section('edition', $list)"/>
  </xsl:template>

  <!-- `12 documents, 1956 – 1964, 230,000 words` -->
  <xsl:function name="f:extent" as="xs:string?">
    <xsl:variable name="dated" as="element(s:summary)*" select="$documents[exists(f:year(.))]"/>
    <xsl:variable name="years" as="xs:string*" select="distinct-values(($dated[1], $dated[last()]) ! f:heading(.))"/>
    <xsl:if test="exists($documents)">{string-join((f:count('documents', count($documents), $language),
      string-join($years, f:label('date.between', $language))[.],
      f:count('words', sum($documents/s:words) cast as xs:integer, $language)), ', ')}</xsl:if>
  </xsl:function>

  <!-- Who keeps the sources, with the number of documents where there are several. -->
  <xsl:function name="f:sources" as="element()*">
    <xsl:for-each-group select="$documents/s:source" group-by="string(.)">
      <xsl:sort select="count(current-group())" order="descending" data-type="number"/>
      <div>
        <xsl:text>{current-grouping-key()}</xsl:text>
        <xsl:if test="last() gt 1">
          <xsl:text> </xsl:text>
          <span class="part">{f:count('documents', count(current-group()), $language)}</span>
        </xsl:if>
      </div>
    </xsl:for-each-group>
  </xsl:function>

  <!-- What the headers say of the project and of how they were edited. -->
  <xsl:template name="principles" as="element()*">
    <xsl:variable name="encoding" as="element()*" select="$documents/s:statements/encodingDesc"/>
    <xsl:sequence select="f:statements('header.projectDesc', $encoding/(projectDesc | self::*[p or ab])),
      f:statements('header.editorialDecl', $encoding/editorialDecl)"/>
  </xsl:template>

  <!-- Statements of the same kind, each once, the most frequent first, and of which documents it is made
       where not of all. What only one of many documents says stands on its page. -->
  <xsl:function name="f:statements" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="statements" as="element()*"/>
    <xsl:variable name="content" as="element()*">
      <xsl:for-each-group select="$statements" group-by="f:sameness(.)">
        <xsl:sort select="count(current-group())" order="descending" data-type="number"/>
        <xsl:if test="position() le 12 or count(current-group()) gt 1">
          <div class="statement">
            <div>
              <xsl:sequence select="f:language-attributes(ancestor-or-self::*[@xml:lang][1]/@xml:lang)"/>
              <xsl:apply-templates select="node()"/>
            </div>
            <xsl:sequence select="f:of-documents(current-group()/ancestor::s:summary)"/>
          </div>
        </xsl:if>
        <xsl:if test="position() eq last() and position() gt 12">
          <p class="aside">{f:label('own-statements', $language)}</p>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="f:section($key, $content)"/>
  </xsl:function>

  <!-- What is the same for two elements that say the same. -->
  <xsl:function name="f:sameness" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="normalize-space(replace(serialize($element), '>\s+&lt;', '>&lt;'))"/>
  </xsl:function>

  <!-- Of which documents, by name where they are few; nothing where it is all of them. -->
  <xsl:function name="f:of-documents" as="element()?">
    <xsl:param name="some" as="element(s:summary)*"/>
    <xsl:if test="count($some) lt count($documents)">
      <xsl:variable name="names" as="node()*">
        <xsl:choose>
          <xsl:when test="count($some) le 3">
            <xsl:for-each select="$some">
              <xsl:if test="position() gt 1">; </xsl:if>
              <xsl:sequence select="f:document-link(., (s:short, s:title[normalize-space()], @id)[1])"/>
            </xsl:for-each>
          </xsl:when>
          <xsl:otherwise>{f:count('documents', count($some), $language)}</xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <p class="aside">
        <xsl:sequence select="f:framed('holds-for', $names)"/>
      </p>
    </xsl:if>
  </xsl:function>

  <!-- The kinds of supplied words that occur anywhere, with an example of each. -->
  <xsl:template name="edition-legend" as="element()?">
    <xsl:variable name="entries" as="element()*">
      <xsl:for-each-group select="$documents/s:supplied[normalize-space()]" group-by="string(@reason)">
        <xsl:sort select="index-of($f:reasons, current-grouping-key())"/>
        <xsl:sequence select="f:legend-entry(current-grouping-key(), string(.), ../@lang,
          sum(current-group()/@count) cast as xs:integer)"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="legend" as="element()*">
      <xsl:if test="exists($entries)">
        <p>{f:label('brackets.intro', $language)}</p>
        <dl class="legend">
          <xsl:sequence select="$entries"/>
        </dl>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="f:section('brackets', $legend)"/>
  </xsl:template>

  <xsl:template name="edition-cite" as="element()?">
    <xsl:variable name="citation" as="node()*" select="f:edition-citation(f:edition('address'))"/>
    <xsl:variable name="content" as="element()*">
      <xsl:if test="exists($citation)">
        <p class="citation">
          <xsl:sequence select="$citation"/>
        </p>
        <xsl:if test="f:edition('address') and sum($documents/s:speeches) gt 0">
          <p class="aside">{f:label('cite.passage', $language)}</p>
        </xsl:if>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="f:section('cite', $content)"/>
  </xsl:template>

  <!-- The licence of the edition, then what the documents say of the rights in them. -->
  <xsl:template name="rights" as="element()*">
    <xsl:variable name="name" as="xs:string?" select="(f:edition('licence'), f:edition('licence-url'))[1]"/>
    <xsl:variable name="licence" as="element()?">
      <xsl:if test="$name">
        <p class="licence">
          <xsl:sequence select="f:web-link(f:edition('licence-url'), $name)"/>
        </p>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="f:section('header.licence', $licence),
      f:statements('header.availability', $documents/s:statements/availability),
      f:statements('header.publicationStmt', $documents/s:statements/publicationStmt)"/>
  </xsl:template>
</xsl:stylesheet>
