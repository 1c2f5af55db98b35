<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- The apparatus: the text's reading in its place with a letter, the others at the foot.
       (TEI Guidelines, chapter 13) -->
  <xsl:key name="f:apparatus" match="app[not(parent::listApp)]" use="true()"/>

  <!-- The letters of the places, by generate-id(). -->
  <xsl:variable name="app-letters" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:for-each select="root()[. instance of document-node()] ! key('f:apparatus', true(), .)">
        <xsl:map-entry key="generate-id()" select="string((@n, format-integer(position(), 'a'))[1])"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <xsl:template match="app" as="text()*">
    <xsl:apply-templates select="(lem, rdg)[1]"/>
    <xsl:sequence select="f:call('variants', (f:argument('id', @xml:id),
      f:argument('letter', $app-letters(generate-id()))), f:readings(.))"/>
  </xsl:template>

  <!-- A place between paragraphs: nothing calls its readings. -->
  <xsl:template match="text/app | front/app | body/app | back/app | div/app | sp/app" as="text()*">
    <xsl:apply-templates select="(lem, rdg)[1]"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:sequence select="f:call('standing-variants', (f:argument('id', @xml:id),
      f:argument('letter', $app-letters(generate-id()))), f:readings(.))"/>
  </xsl:template>

  <xsl:template match="lem | rdg" as="text()*">
    <xsl:sequence select="f:words-of(.)"/>
  </xsl:template>

  <!-- `lemma W1] reading W2; reading W3`: the lemma, short where the text has it, then all that differ. -->
  <xsl:function name="f:readings" as="text()*">
    <xsl:param name="app" as="element(app)"/>
    <xsl:apply-templates select="$app/((lem, rdg)[1])" mode="lemma"/>
    <xsl:for-each select="tail($app/(lem, rdg))">
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="reading"/>
    </xsl:for-each>
    <xsl:for-each select="$app/note">
      <xsl:text> </xsl:text>
      <xsl:sequence select="f:words-of(.)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:mode name="lemma" on-no-match="fail"/>
  <xsl:mode name="reading" on-no-match="fail"/>

  <xsl:template match="lem | rdg" mode="lemma" as="text()*">
    <xsl:sequence select="f:call('lemma', f:content('witnesses', f:plain(f:witnesses(.))),
      f:plain(f:shortened(f:words(.))))"/>
  </xsl:template>

  <xsl:template match="listApp/app/*" mode="lemma" as="text()*" priority="1">
    <xsl:sequence select="f:phrase(., 'lemma', f:content('witnesses', f:plain(f:witnesses(.))), f:inner(.))"/>
  </xsl:template>

  <xsl:template match="lem | rdg" mode="reading" as="text()*">
    <xsl:sequence select="f:phrase(., 'reading', f:content('witnesses', f:plain(f:witnesses(.))), if (node()) then f:inner(.)
      else f:call('omitted', (), f:ours(ancestor::TEI, f:plain(f:label('omits', $language)))))"/>
    <xsl:if test="following-sibling::rdg">
      <xsl:sequence select="f:plain(';')"/>
    </xsl:if>
  </xsl:template>

  <!-- Witnesses and other authorities of a reading. -->
  <xsl:function name="f:witnesses" as="xs:string?">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="string-join(($reading/@wit ! tokenize(.) ! f:siglum(., $reading),
      f:responsible($reading)[not($reading/@wit)]), ' ')[.]"/>
  </xsl:function>

  <!-- By what letter a witness is called. -->
  <xsl:function name="f:siglum" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="origin" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="replace($pointer, '^.*#', '')"/>
    <xsl:sequence select="string((f:by-id($id, $origin)/@n, $id)[1])"/>
  </xsl:function>

  <!-- Long passages by their first and last words. -->
  <xsl:function name="f:shortened" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($text)"/>
    <xsl:sequence select="if (count($words) le 8) then $text
      else string-join($words[position() le 3], ' ') || ' … ' || string-join($words[position() gt last() - 2], ' ')"/>
  </xsl:function>

  <!-- Witnesses, and an apparatus that stands apart from the text. -->
  <xsl:template match="listWit" as="text()*">
    <xsl:sequence select="f:block(., 'glosses', f:caption(.), f:inner-milestones(* except head))"/>
  </xsl:template>

  <xsl:template match="witness" as="text()*">
    <xsl:sequence select="f:block(., 'gloss', f:content('term', f:plain((@n, @xml:id)[1])), f:inner(.))"/>
  </xsl:template>

  <xsl:template match="listApp" as="text()*">
    <xsl:variable name="places" as="text()*">
      <xsl:apply-templates select="desc, app"/>
    </xsl:variable>
    <xsl:sequence select="f:block(., 'itemised', (f:argument('kind', 'plain'), f:caption(.)), $places)"/>
  </xsl:template>

  <xsl:template match="listApp/app" as="text()*" priority="1">
    <xsl:variable name="place" as="text()*" select="@from ! (f:linked(.., ., f:plain(replace(., '^#', ''))), f:plain(' '))"/>
    <xsl:sequence select="f:block(., 'item', (), ($place, f:readings(.)))"/>
  </xsl:template>
</xsl:stylesheet>
