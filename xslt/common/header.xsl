<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes">
  <!-- What a document's header says. Each function takes the TEI element. -->

  <!-- The document's id, which is the name of its file. -->
  <xsl:function name="f:document-id" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="string(($tei/@xml:id, 'document')[1])"/>
  </xsl:function>

  <!-- The language of its text. -->
  <xsl:function name="f:language" as="xs:string">
    <xsl:param name="tei" as="element(TEI)?"/>
    <xsl:sequence select="string(($tei/text/@xml:lang, $tei/@xml:lang,
      $tei/teiHeader/profileDesc/langUsage/language[1]/@ident, 'en')[1])"/>
  </xsl:function>

  <!-- Its title, an element whose content an output renders. -->
  <xsl:function name="f:title" as="element(title)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="titles" as="element(title)*" select="$tei/teiHeader/fileDesc/titleStmt/title"/>
    <xsl:sequence select="($titles[not(@type) or @type = 'main'], $titles)[1]"/>
  </xsl:function>

  <!-- Its subtitles. -->
  <xsl:function name="f:subtitles" as="element(title)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/titleStmt/title[@type = 'sub']"/>
  </xsl:function>

  <!-- The date of the conversation: of its creation, of its setting, or of its source. -->
  <xsl:function name="f:document-date" as="element(date)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="header" as="element()?" select="$tei/teiHeader"/>
    <xsl:sequence select="($header/profileDesc/creation/date, $header/profileDesc/settingDesc/setting/date,
      $header/fileDesc/sourceDesc/bibl/date)[1]"/>
  </xsl:function>

  <!-- Who paid for it, as the source or the header says. -->
  <xsl:function name="f:funders" as="element(funder)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="file" as="element()?" select="$tei/teiHeader/fileDesc"/>
    <xsl:sequence select="$file/titleStmt/funder, $file/sourceDesc/bibl/funder"/>
  </xsl:function>

  <!-- Who keeps or distributes the source: archive, publisher or distributor. -->
  <xsl:function name="f:source-holders" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="source" as="element()?" select="$tei/teiHeader/fileDesc/sourceDesc"/>
    <xsl:sequence select="$source/msDesc/msIdentifier/repository, $source/bibl/msIdentifier/repository,
      $source/bibl/distributor, $source/bibl[not(distributor)]/publisher"/>
  </xsl:function>

  <!-- Where the source is to be found on the web. -->
  <xsl:function name="f:source-addresses" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="source" as="element()?" select="$tei/teiHeader/fileDesc/sourceDesc"/>
    <xsl:sequence select="distinct-values(($source/bibl/(ref | ptr)/@target ! tokenize(.),
      $source/bibl/idno[@type = ('URI', 'URL')] ! normalize-space())[matches(., '^https?://')])"/>
  </xsl:function>

  <!-- The lists in which the participants stand, each with people of its own. -->
  <xsl:function name="f:participant-lists" as="element(listPerson)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/profileDesc/particDesc
      //listPerson[person or personGrp]"/>
  </xsl:function>

  <!-- The people of one list who are to be shown in it: a recorder whom the header names as such in a
       respStmt of the source is not named twice. -->
  <xsl:function name="f:participants" as="element()*">
    <xsl:param name="list" as="element(listPerson)"/>
    <xsl:variable name="named" as="xs:string*" select="$list/ancestor::teiHeader/fileDesc/titleStmt
      /respStmt[@n]/(persName | name)/@ref ! tokenize(.)"/>
    <xsl:sequence select="$list/(person | personGrp)
      [note[@type = 'source'] or not(@role = 'recorder' and tokenize(@corresp) = $named)]"/>
  </xsl:function>

  <!-- The order in the source of what stands at its head: @n as a number, or nothing. -->
  <xsl:function name="f:source-order" as="xs:integer?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@n[. castable as xs:integer] ! xs:integer(.)"/>
  </xsl:function>

  <!-- What stands at the head of the source beside date, title and funder, in its order there: place,
       people, summary, and whatever else of the header has a number (@n); in TEI's order where the
       source has none. What is part of prose, or of another field, is shown with that. -->
  <xsl:function name="f:facts" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="file" as="element()" select="$tei/teiHeader/fileDesc"/>
    <xsl:variable name="profile" as="element()?" select="$tei/teiHeader/profileDesc"/>
    <xsl:variable name="head" as="element()*"
      select="f:document-date($tei), f:title($tei), f:subtitles($tei), f:funders($tei)"/>
    <xsl:variable name="numbered" as="element()*" select="($file/extent, $file/(* except seriesStmt)//*,
      $profile/(creation | langUsage | textClass)/descendant-or-self::*)[exists(f:source-order(.))]
      [not(ancestor::*[self::p or self::ab or self::list or self::note or self::listWit
        or self::listBibl])][not(self::note)] except $head"/>
    <xsl:perform-sort select="($numbered except ($numbered | $head)//*) | $profile/settingDesc/*
        | f:participant-lists($tei) | $profile/particDesc/(* except listPerson)
        | $profile/abstract/(if (f:has-numbered-parts(.)) then * else .)">
      <xsl:sort select="f:fact-order(.)"/>
    </xsl:perform-sort>
  </xsl:function>

  <!-- The place of a fact: its own number or that of what holds it; of a summary or setting also the first
       in it. -->
  <xsl:function name="f:fact-order" as="xs:integer">
    <xsl:param name="fact" as="element()"/>
    <xsl:variable name="within" as="element()*" select="$fact[self::abstract or self::setting]//*"/>
    <xsl:sequence select="(reverse($fact/ancestor-or-self::*) ! f:source-order(.), $within ! f:source-order(.),
      1000)[1]"/>
  </xsl:function>

  <!-- Whether what a part of the header says is shown at the head of the document, and need not be said
       again where the header is listed. -->
  <xsl:function name="f:shown-at-head" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="tei" as="element(TEI)?" select="$element/ancestor::TEI"/>
    <xsl:sequence select="exists($element[self::abstract or self::particDesc or self::settingDesc])
      or exists($tei ! (f:title(.), f:subtitles(.), f:funders(.), f:facts(.)) intersect $element)"/>
  </xsl:function>

  <!-- The key of the label for a part of the header: that of its name or, where there is none (a mere
       paragraph), of the nearest part around it that has one. -->
  <xsl:function name="f:header-key" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="('about-document', ($element/ancestor-or-self::* ! ('header.' || local-name()))
      [exists(key('f:label', ., $f:labels))])[last()]"/>
  </xsl:function>

  <!-- Whether a summary is paragraphs each of which has a place of its own in the source (and has no id, by
       which all of it is cited). -->
  <xsl:function name="f:has-numbered-parts" as="xs:boolean">
    <xsl:param name="abstract" as="element(abstract)"/>
    <xsl:sequence select="not($abstract/@xml:id)
      and (every $part in $abstract/* satisfies $part[self::p or self::ab] and exists(f:source-order($part)))"/>
  </xsl:function>

  <!-- The printed label of a part of a summary, with which its words begin, if it is to stand before the part:
       that of a part with a place of its own, or of the first. -->
  <xsl:function name="f:leading-label" as="element(label)?">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="$part[self::p or self::ab][f:has-numbered-parts(..) or . is ../*[1]]/label[1]
      [not(preceding-sibling::node()[normalize-space()])]"/>
  </xsl:function>

  <!-- What @resp names: the name in the respStmt (or person, witness, ...) to which it points. -->
  <xsl:function name="f:responsible" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="found" as="element()*"
      select="$element/@resp ! tokenize(.) ! substring-after(., '#') ! f:by-id(., $element)"/>
    <xsl:sequence select="string-join($found ! f:words((persName, orgName, name, self::editor, self::author)
      [1])[.], ', ')[.]"/>
  </xsl:function>
</xsl:stylesheet>
