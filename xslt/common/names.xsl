<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes">
  <!-- Names and the registers to which they point. -->
  <xsl:key name="f:id" match="*" use="@xml:id"/>

  <!-- The entry to which a name (@ref), a participant (@corresp) or a speech (@who) points: a
       person, place or org of the registers, or nothing. `#id` goes by way of the participant in the
       document's own header; `register/FILE.xml#id`, whatever the file is called, leads to the entry with
       this id, which is unique in all registers. -->
  <xsl:function name="f:entry" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="pointers" as="xs:string*"
      select="($element/@ref, $element/@who, $element/@corresp) ! tokenize(.)"/>
    <xsl:sequence select="($pointers ! f:entry-at(., $element))[1]"/>
  </xsl:function>

  <!-- The same for one pointer, seen from `origin`. -->
  <xsl:function name="f:entry-at" as="element()?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="origin" as="node()"/>
    <xsl:variable name="fragment" as="xs:string" select="substring-after($pointer, '#')"/>
    <xsl:choose>
      <xsl:when test="starts-with($pointer, '#')">
        <xsl:variable name="local" as="element()?" select="f:by-id($fragment, $origin)"/>
        <xsl:sequence select="($local/@corresp ! tokenize(.) ! f:register-entry(substring-after(., '#')),
          f:register-entry($fragment))[1]"/>
      </xsl:when>
      <xsl:when test="matches($pointer, '(^|/)register/[^/#]+\.xml#')
          or (root($origin) is $registers and matches($pointer, '^(\./)?[^/#:]+\.xml#'))">
        <xsl:sequence select="f:register-entry($fragment)"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- The register's entry with this id. -->
  <xsl:function name="f:register-entry" as="element()?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$registers
      ! key('f:id', $id, .)[self::person or self::personGrp or self::place or self::org][1]"/>
  </xsl:function>

  <!-- The element of the document of `origin` that has this id. -->
  <xsl:function name="f:by-id" as="element()?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="origin" as="node()"/>
    <xsl:sequence select="root($origin)[. instance of document-node()] ! key('f:id', $id, .)[1]"/>
  </xsl:function>

  <!-- The register in which an entry stands: persons, places or organisations. -->
  <xsl:function name="f:kind" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="map{'person': 'persons', 'personGrp': 'persons', 'place': 'places',
      'org': 'organisations'}(local-name($entry))"/>
  </xsl:function>

  <!-- The names of an entry or participant, the preferred one first. -->
  <xsl:function name="f:names" as="element()*">
    <xsl:param name="entry" as="element()?"/>
    <xsl:variable name="names" as="element()*"
      select="$entry/(persName | placeName[not(parent::org)] | orgName | name)"/>
    <xsl:variable name="preferred" as="element()?" select="($names[not(@type)], $names)[1]"/>
    <xsl:sequence select="$preferred, $names except $preferred"/>
  </xsl:function>

  <!-- The preferred name, as text. -->
  <xsl:function name="f:name" as="xs:string">
    <xsl:param name="entry" as="element()?"/>
    <xsl:sequence select="f:words(f:names($entry)[1])"/>
  </xsl:function>

  <!-- The name by which an entry is sorted: the surname first where the register marks it. -->
  <xsl:function name="f:sortable-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="name" as="element()?" select="f:names($entry)[1]"/>
    <xsl:sequence select="normalize-space(string-join(($name/surname, $name/node()[not(self::surname)]), ' '))"/>
  </xsl:function>

  <!-- The years of a person's life: `1912–1994`, `born 1912`; nothing where none is known. -->
  <xsl:function name="f:life" as="xs:string?">
    <xsl:param name="person" as="element()"/>
    <xsl:param name="language" as="xs:string?"/>
    <xsl:variable name="birth" as="xs:string?" select="f:moment($person/birth[1], $language)"/>
    <xsl:variable name="death" as="xs:string?" select="f:moment($person/death[1], $language)"/>
    <xsl:sequence select="if (exists($birth) and exists($death)) then $birth || '–' || $death
      else ($birth ! f:label('born', $language, .), $death ! f:label('died', $language, .))[1]"/>
  </xsl:function>

  <!-- When a birth or death was: by its attributes, or by its own words. -->
  <xsl:function name="f:moment" as="xs:string?">
    <xsl:param name="event" as="element()?"/>
    <xsl:param name="language" as="xs:string?"/>
    <xsl:sequence select="(f:period($event, $language), f:words($event)[.])[1]"/>
  </xsl:function>

  <!-- The address of an authority's record, made from idno/@type and the identifier as given. -->
  <xsl:function name="f:authority" as="xs:string?">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:variable name="bases" as="map(xs:string, xs:string)" select="map{
      'VIAF': 'https://viaf.org/viaf/', 'GND': 'https://d-nb.info/gnd/',
      'Wikidata': 'https://www.wikidata.org/wiki/', 'GeoNames': 'https://www.geonames.org/',
      'ISNI': 'https://isni.org/isni/', 'ORCID': 'https://orcid.org/',
      'LCCN': 'https://lccn.loc.gov/', 'DOI': 'https://doi.org/'}"/>
    <xsl:variable name="value" as="xs:string" select="translate(normalize-space($idno), ' ', '')"/>
    <xsl:sequence select="if (matches($value, '^https?://')) then $value
      else $bases(string($idno/@type)) ! (. || encode-for-uri($value) => replace('%2F', '/'))"/>
  </xsl:function>
</xsl:stylesheet>
