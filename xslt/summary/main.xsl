<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xmlns="urn:octavo:summary" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- What the pages of the site need to know of one document; the source is its published TEI.

         <summary id="..." lang="en">
           <title>...</title>
           <short>...</short>                                    a short title, where there is one
           <date when="1964-09-05">September 5, 1964</date>     as far as the header has them
           <words>9120</words>                                   of the text, labels left out
           <abstract>...</abstract>
           <source>...</source>                                  who keeps the source
           <speeches>60</speeches>
           <speaker id="kim-il-sung" entry="kim-il-sung" speeches="29" words="5210" first="t1">Kim Il Sung</speaker>
           <mention kind="persons" entry="mao-zedong" target="t4" part="speech" n="4" count="2"/>
                                                                  target: an id on the document's page, or '';
                                                                  part: head, speech or text
           <supplied reason="omitted" count="120">[but]</supplied>   with an example
           <statements>...</statements>                          TEI: what the header says of the edition
         </summary> -->
  <xsl:import href="../common/main.xsl"/>
  <xsl:include href="custom.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:mode use-accumulators="#all" on-no-match="fail"/>
  <xsl:mode name="statements" on-no-match="shallow-copy"/>
  <xsl:mode name="spoken" on-no-match="text-only-copy"/>

  <!-- What names an entry of a register: a name in the text or in what stands above it, a participant. -->
  <xsl:key name="names" match="text//*[@ref] | titleStmt//*[@ref] | abstract//*[@ref] | settingDesc//*[@ref]
    | particDesc//note//*[@ref] | particDesc//person[@corresp] | particDesc//personGrp[@corresp]" use="true()"/>
  <xsl:key name="supplied" match="supplied" use="true()"/>
  <xsl:key name="speeches" match="text//sp" use="true()"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="TEI"/>
  </xsl:template>

  <xsl:template match="TEI" as="element()">
    <xsl:variable name="speeches" as="element()*" select="key('speeches', true())"/>
    <summary id="{f:document-id(.)}" lang="{f:language(.)}">
      <title>{f:words(f:title(.))}</title>
      <xsl:where-populated>
        <short>{f:words(teiHeader/fileDesc/titleStmt/title[@type = 'short'][1])}</short>
      </xsl:where-populated>
      <xsl:apply-templates select="f:document-date(.)"/>
      <words>{f:count-words(f:spoken(text))}</words>
      <xsl:where-populated>
        <abstract>{f:words(teiHeader/profileDesc/abstract/*/node()[not(self::label or self::note)])}</abstract>
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
          teiHeader/fileDesc/publicationStmt[p or ab][normalize-space()], teiHeader/fileDesc/sourceDesc" mode="statements"/>
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

  <!-- Who and what is named where, in the order of the document. -->
  <xsl:template name="mentions" as="element()*">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="each" as="element()*">
      <xsl:apply-templates select="key('names', true())/(@ref | @corresp)" mode="mention"/>
    </xsl:variable>
    <xsl:for-each-group select="$each" group-by="@kind, @entry, @target" composite="yes">
      <mention>
        <xsl:copy-of select="@*"/>
        <xsl:attribute name="count" select="count(current-group())"/>
      </mention>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The entries to which one name points. A name of several persons names each of them. -->
  <xsl:mode name="mention" on-no-match="fail"/>

  <xsl:template match="@ref | @corresp" mode="mention" as="element()*">
    <xsl:variable name="name" as="element()" select=".."/>
    <xsl:variable name="speech" as="element(sp)?" select="$name/ancestor::sp[1]"/>
    <xsl:for-each select="distinct-values(tokenize(.))">
      <xsl:variable name="entry" as="element()?" select="f:entry-at(., $name)"/>
      <xsl:if test="$entry">
        <mention kind="{f:kind($entry)}" entry="{$entry/@xml:id}" target="{f:place($name)}"
          part="{if ($speech) then 'speech' else if ($name/ancestor::text) then 'text' else 'head'}">
          <xsl:if test="$speech">
            <xsl:attribute name="n" select="f:speech-number($speech)"/>
          </xsl:if>
        </mention>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- The id to link to for a name: of its speech, or of the nearest part of the document that has one and
       is shown; '' where that is the document as a whole. -->
  <xsl:function name="f:place" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="parts" as="element()*" select="if ($name/ancestor::text)
      then $name/ancestor::*[ancestor::text][not(self::desc)]
      else $name/ancestor::*[ancestor::abstract or parent::settingDesc]"/>
    <xsl:sequence select="string(($name/ancestor::sp[1]/@xml:id, $parts[@xml:id][last()]/@xml:id)[1])"/>
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
