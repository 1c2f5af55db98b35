<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- The apparatus: the text's reading in its place with a letter, the others at the foot.
       (TEI Guidelines, chapter 13) -->
  <xsl:key name="f:apparatus" match="app[not(parent::listApp)]" use="true()"/>

  <!-- The letters of the places, by generate-id(). -->
  <xsl:variable name="app-letters" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:for-each select="root()[. instance of document-node()] ! key('f:apparatus', true(), .)">
        <xsl:map-entry key="generate-id()" select="string-join((@n, format-integer(position(), 'a'))[1])"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <xsl:template match="app" as="node()*">
    <xsl:variable name="letter" as="xs:string?" select="$app-letters(generate-id())"/>
    <xsl:apply-templates select="(lem, rdg)[1]"/>
    <xsl:variable name="call" as="element()">
      <sup class="call">
        <a id="{f:call-id(.)}" href="#{f:note-id(.)}" role="doc-noteref"
          aria-label="{f:label('reading', $language, $letter)}">{$letter}</a>
      </sup>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="parent::div or parent::body or parent::front or parent::back or parent::text or parent::sp">
        <p class="app-call">
          <xsl:sequence select="$call"/>
        </p>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$call"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="lem | rdg" as="element()">
    <xsl:sequence select="f:phrase(., 'span')"/>
  </xsl:template>

  <xsl:template name="apparatus" as="element()?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="places" as="element(app)*" select="key('f:apparatus', true())"/>
    <xsl:if test="exists($places)">
      <section class="hang" aria-labelledby="-apparatus">
        <h2 id="-apparatus">
          <xsl:sequence select="TEI ! f:interface-language(f:language(.))"/>
          <xsl:text>{f:label('apparatus', $language)}</xsl:text>
        </h2>
        <ul class="notes">
          <xsl:apply-templates select="$places" mode="foot"/>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="app" mode="foot" as="element()">
    <xsl:variable name="letter" as="xs:string?" select="$app-letters(generate-id())"/>
    <li id="{f:note-id(.)}">
      <a class="marker" href="#{f:call-id(.)}" role="doc-backlink"
        aria-label="{$letter}: {f:label('back', $language)}">{$letter}</a>
      <xsl:text> </xsl:text>
      <div>
        <xsl:apply-templates select="." mode="readings"/>
      </div>
    </li>
  </xsl:template>

  <xsl:mode name="readings" on-no-match="fail"/>

  <!-- `lemma W1] reading W2; reading W3`: the lemma once more, short, then all that differ. -->
  <xsl:template match="app" mode="readings" as="node()*">
    <xsl:apply-templates select="(lem, rdg)[1]" mode="readings">
      <xsl:with-param name="lemma" select="true()"/>
    </xsl:apply-templates>
    <xsl:for-each select="tail((lem, rdg))">
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="readings"/>
    </xsl:for-each>
    <xsl:apply-templates select="note" mode="readings"/>
  </xsl:template>

  <xsl:template match="lem | rdg" mode="readings" as="node()*">
    <xsl:param name="lemma" as="xs:boolean" select="false()"/>
    <xsl:choose>
      <xsl:when test="$lemma and not(../parent::listApp)">
        <span class="lemma">{f:shortened(f:words(.))}</span>
      </xsl:when>
      <xsl:when test="node()">
        <xsl:apply-templates select="." mode="html"/>
      </xsl:when>
      <xsl:otherwise>
        <i class="editorial">{f:label('omits', $language)}</i>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:where-populated>
      <span class="witnesses">
        <xsl:variable name="reading" as="element()" select="."/>
        <xsl:text>{string-join(@wit ! tokenize(.) ! (' ' || f:siglum(., $reading)))}</xsl:text>
        <xsl:text>{f:responsible(.)[not($reading/@wit)] ! (' ' || .)}</xsl:text>
      </span>
    </xsl:where-populated>
    <xsl:text>{if ($lemma) then ']' else ';'[current()/following-sibling::rdg]}</xsl:text>
  </xsl:template>

  <xsl:template match="note" mode="readings" as="node()*">
    <xsl:text> </xsl:text>
    <xsl:apply-templates select="." mode="html"/>
  </xsl:template>

  <!-- Long passages by their first and last words. -->
  <xsl:function name="f:shortened" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($text)"/>
    <xsl:sequence select="if (count($words) le 8) then $text
      else string-join($words[position() le 3], ' ') || ' … ' || string-join($words[position() gt last() - 2], ' ')"/>
  </xsl:function>

  <!-- By what letter a witness is called. -->
  <xsl:function name="f:siglum" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="origin" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="replace($pointer, '^.*#', '')"/>
    <xsl:sequence select="string((f:by-id($id, $origin)/@n, $id)[1])"/>
  </xsl:function>

  <!-- Witnesses, and an apparatus that stands apart from the text. -->
  <xsl:template match="listWit" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'list')"/>
      <xsl:apply-templates select="head, desc"/>
      <dl>
        <xsl:apply-templates select="witness"/>
      </dl>
    </div>
  </xsl:template>

  <xsl:template match="witness" as="element()+">
    <dt>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:text>{(@n, @xml:id)[1]}</xsl:text>
    </dt>
    <dd>
      <xsl:apply-templates/>
    </dd>
  </xsl:template>

  <xsl:template match="listApp" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'list')"/>
      <xsl:apply-templates select="head, desc"/>
      <ul>
        <xsl:for-each select="app">
          <li>
            <xsl:sequence select="f:attributes(., ())"/>
            <xsl:for-each select="@from ! f:address(., ..)">
              <a href="{.}">{substring-after(., '#')}</a>
              <xsl:text> </xsl:text>
            </xsl:for-each>
            <xsl:apply-templates select="." mode="readings"/>
          </li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:template>
</xsl:stylesheet>
