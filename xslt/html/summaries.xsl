<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions" xmlns:s="urn:octavo:summary"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- The documents of the edition, as their summaries tell. -->

  <!-- In the order of their dates; those without a date at the end. -->
  <xsl:variable name="documents" as="element(s:summary)*">
    <xsl:perform-sort select="root()/s:summaries/s:summary">
      <xsl:sort select="(f:year(.), 1000000)[1]" data-type="number"/>
      <xsl:sort select="f:sortable-date(s:date)"/>
      <xsl:sort select="string(s:title)" collation="{$f:collation}"/>
      <xsl:sort select="string(@id)"/>
    </xsl:perform-sort>
  </xsl:variable>

  <!-- The place of each in that order, by generate-id(). -->
  <xsl:variable name="document-places" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:for-each select="$documents">
        <xsl:map-entry key="generate-id()" select="position()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- The order of the alphabet in the language of the interface. -->
  <xsl:variable name="f:collation" as="xs:string"
    select="'http://www.w3.org/2013/collation/UCA?lang=' || tokenize($language, '-')[1]"/>

  <!-- The year of a document, or nothing where it has no date. -->
  <xsl:function name="f:year" as="xs:integer?">
    <xsl:param name="summary" as="element(s:summary)"/>
    <xsl:variable name="date" as="xs:string" select="f:sortable-date($summary/s:date)"/>
    <xsl:sequence select="$date[matches(., '^-?\d{4,}')] ! xs:integer(replace(., '^(-?\d+).*$', '$1'))"/>
  </xsl:function>

  <!-- The date of a document in the language of the interface, or in its own words. -->
  <xsl:function name="f:shown-date" as="xs:string?">
    <xsl:param name="summary" as="element(s:summary)"/>
    <xsl:sequence select="(f:period($summary/s:date, $language), $summary/s:date[normalize-space()] ! string(.))[1]"/>
  </xsl:function>

  <!-- The file of a document: its page, or another form of it. -->
  <xsl:function name="f:file" as="xs:string">
    <xsl:param name="summary" as="element(s:summary)"/>
    <xsl:param name="extension" as="xs:string"/>
    <xsl:sequence select="encode-for-uri($summary/@id) || $extension"/>
  </xsl:function>

  <!-- The title of a document as a link to its page. -->
  <xsl:function name="f:document-link" as="element()">
    <xsl:param name="summary" as="element(s:summary)"/>
    <xsl:param name="title" as="xs:string"/>
    <a href="{f:file($summary, '.html')}">
      <xsl:sequence select="f:other-language($summary/@lang)"/>
      <xsl:text>{$title}</xsl:text>
    </a>
  </xsl:function>

  <!-- lang and dir for words of a document that is not in the language of the interface. -->
  <xsl:function name="f:other-language" as="attribute()*">
    <xsl:param name="document-language" as="xs:string?"/>
    <xsl:sequence select="f:language-attributes($document-language[. ne $language])"/>
  </xsl:function>

  <!-- `content` in the place of {0} in a label. -->
  <xsl:function name="f:framed" as="node()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:variable name="frame" as="xs:string*" select="tokenize(f:label($key, $language), '\{0\}')"/>
    <xsl:text>{$frame[1]}</xsl:text>
    <xsl:sequence select="$content"/>
    <xsl:text>{$frame[2]}</xsl:text>
  </xsl:function>
</xsl:stylesheet>
