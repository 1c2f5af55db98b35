<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xmlns="urn:octavo:summary" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- What the pages of the site need to know of one document; the source is its published TEI.

         <summary id="..." lang="en">
           <title>...</title>
           <date when="1964-09-05">September 5, 1964</date>     as far as the header has them
           <words>9120</words>                                   of the text, labels left out
           <abstract>...</abstract>
           <source>...</source>                                  who keeps the source
           <speeches>60</speeches>
           <speaker id="kim-il-sung" entry="kim-il-sung" speeches="29" words="5210" first="t1">Kim Il Sung</speaker>
           <mention entry="mao-zedong" kind="persons" target="t4" n="4" count="2"/>
           <supplied reason="omitted" count="120">[but]</supplied>   with an example
           <statements>...</statements>                          TEI: what the header says of the edition
         </summary> -->
  <xsl:import href="../common/main.xsl"/>
  <xsl:include href="custom.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:mode use-accumulators="#all" on-no-match="fail"/>
  <xsl:mode name="statements" on-no-match="shallow-copy"/>
  <xsl:mode name="spoken" on-no-match="text-only-copy"/>

  <xsl:key name="names" match="text//*[@ref] | abstract//*[@ref] | settingDesc//*[@ref]" use="true()"/>
  <xsl:key name="supplied" match="supplied" use="true()"/>
  <xsl:key name="speeches" match="text//sp" use="true()"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="TEI"/>
  </xsl:template>

  <xsl:template match="TEI" as="element()">
    <xsl:variable name="speeches" as="element()*" select="key('speeches', true())"/>
    <summary id="{f:document-id(.)}" lang="{f:language(.)}">
      <title>{f:words(f:title(.))}</title>
      <xsl:apply-templates select="f:document-date(.)"/>
      <words>{f:count-words(f:spoken(text))}</words>
      <xsl:where-populated>
        <abstract>{f:words(teiHeader/profileDesc/abstract/*/node()[not(self::label)])}</abstract>
      </xsl:where-populated>
      <xsl:where-populated>
        <source>{string-join(f:source-holders(.) ! f:words(.), ', ')}</source>
      </xsl:where-populated>
      <speeches>{count($speeches)}</speeches>
      <xsl:for-each-group select="$speeches" group-by="tokenize(@who)">
        <xsl:sort select="count(current-group())" order="descending" data-type="number"/>
        <xsl:call-template name="speaker">
          <xsl:with-param name="pointer" select="current-grouping-key()"/>
          <xsl:with-param name="speeches" select="current-group()"/>
        </xsl:call-template>
      </xsl:for-each-group>
      <xsl:call-template name="mentions"/>
      <xsl:for-each-group select="key('supplied', true())" group-by="string(@reason)">
        <xsl:sort select="current-grouping-key()"/>
        <supplied reason="{current-grouping-key()}" count="{count(current-group())}">{f:words(.)}</supplied>
      </xsl:for-each-group>
      <statements>
        <xsl:apply-templates select="teiHeader/encodingDesc, teiHeader/fileDesc/publicationStmt/availability,
          teiHeader/fileDesc/sourceDesc" mode="statements"/>
      </statements>
    </summary>
  </xsl:template>

  <xsl:template match="date" as="element()">
    <date>
      <xsl:copy-of select="@when, @from, @to, @notBefore, @notAfter"/>
      <xsl:text>{f:words(.)}</xsl:text>
    </date>
  </xsl:template>

  <xsl:template name="speaker" as="element()">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="speeches" as="element(sp)+"/>
    <xsl:variable name="id" as="xs:string" select="substring-after($pointer, '#')"/>
    <xsl:variable name="person" as="element()?" select="f:by-id($id, .)"/>
    <speaker id="{$id}" speeches="{count($speeches)}" words="{sum($speeches ! f:count-words(f:spoken(.)))}">
      <xsl:for-each select="($person/@corresp ! substring-after(tokenize(.)[1], '#'))[.]">
        <xsl:attribute name="entry" select="."/>
      </xsl:for-each>
      <xsl:for-each select="$speeches[1]/@xml:id">
        <xsl:attribute name="first" select="."/>
      </xsl:for-each>
      <xsl:text>{(f:name($person)[.], $speeches[1]/speaker ! f:words(.), $id)[1]}</xsl:text>
    </speaker>
  </xsl:template>

  <!-- Who and what is named where: an entry of a register in a speech, or in the nearest part of the text
       that has an id. -->
  <xsl:template name="mentions" as="element()*">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:for-each-group select="key('names', true())[contains(@ref, '#')]" composite="yes"
      group-by="f:pointers(.), (ancestor::sp[1]/@xml:id, ancestor::*/@xml:id[last()], '')[1] ! string()">
      <xsl:variable name="speech" as="element(sp)?" select="ancestor::sp[1]"/>
      <xsl:variable name="entry" as="xs:string" select="substring-after(current-grouping-key()[1], '#')"/>
      <mention entry="{$entry}" target="{current-grouping-key()[2]}"
        kind="{(f:register-entry($entry) ! f:kind(.), replace(current-grouping-key()[1], '^.*?([a-z]+)\.xml#.*$', '$1'))[1]}"
        count="{count(current-group())}">
        <xsl:if test="$speech">
          <xsl:attribute name="n" select="f:speech-number($speech)"/>
        </xsl:if>
      </mention>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The register pointers of a name. -->
  <xsl:function name="f:pointers" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="tokenize($name/@ref)[1]"/>
  </xsl:function>

  <!-- The words spoken or written, without labels, notes and other readings. -->
  <xsl:function name="f:spoken" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="words" as="text()*">
      <xsl:apply-templates select="$element" mode="spoken"/>
    </xsl:variable>
    <xsl:sequence select="string-join($words)"/>
  </xsl:function>

  <xsl:template match="speaker | note | figDesc | choice/(corr | reg | expan) | rdg[../lem]" mode="spoken"
    as="empty-sequence()"/>

  <!-- Ids belong to the document, not to what is shown of it elsewhere. -->
  <xsl:template match="@xml:id" mode="statements" as="empty-sequence()"/>
</xsl:stylesheet>
