<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes">
  <!-- The words of the interface. labels.xml has a `label` for each, with an attribute for each
       language; {0}, {1} in it stand for what is filled in. -->

  <xsl:variable name="f:labels" as="document-node()" select="doc('labels.xml')"/>
  <xsl:key name="f:label" match="Q{urn:octavo:labels}label" use="@key"/>

  <!-- The label `key` in a language given as a BCP 47 tag; English where it is not translated, the
       key itself where there is no such label. -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="language" as="xs:string?"/>
    <xsl:variable name="label" as="element()?" select="key('f:label', $key, $f:labels)"/>
    <xsl:variable name="primary" as="xs:string" select="lower-case(tokenize($language || '-', '-')[1])"/>
    <xsl:sequence select="string(($label/@*[local-name() = $primary], $label/@en, $key)[1])"/>
  </xsl:function>

  <!-- The same, with `values` in the places of {0}, {1}, ... -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="language" as="xs:string?"/>
    <xsl:param name="values" as="item()*"/>
    <xsl:sequence select="fold-left(1 to count($values), f:label($key, $language),
      function($text, $i) { string-join(tokenize($text, '\{' || ($i - 1) || '\}'), string($values[$i])) })"/>
  </xsl:function>

  <!-- A number with what is counted: `29 speeches`, from the labels KEY.one and KEY.many. -->
  <xsl:function name="f:count" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="language" as="xs:string?"/>
    <xsl:sequence select="f:label($key || (if ($number eq 1) then '.one' else '.many'), $language,
      f:grouped($number, $language))"/>
  </xsl:function>

  <!-- A number with its thousands set apart as the language does it. -->
  <xsl:function name="f:grouped" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="language" as="xs:string?"/>
    <xsl:variable name="separator" as="xs:string" select="f:label('thousands', $language)"/>
    <xsl:sequence select="translate(format-number($number, if ($number ge 10000 or $separator eq ',')
      then '#,##0' else '0'), ',', $separator)"/>
  </xsl:function>

  <!-- Whether a language is written from right to left: rtl or ltr. -->
  <xsl:function name="f:direction" as="xs:string">
    <xsl:param name="language" as="xs:string?"/>
    <xsl:variable name="rtl" as="xs:boolean" select="matches($language,
      '^(ar|arc|ckb|dv|fa|he|khw|ks|nqo|ps|sd|syr|ug|ur|yi)(-|$)|-(Arab|Hebr|Syrc|Thaa|Nkoo)(-|$)', 'i')"/>
    <xsl:variable name="latin" as="xs:boolean" select="matches($language, '-(Latn|Cyrl)(-|$)', 'i')"/>
    <xsl:sequence select="if ($rtl and not($latin)) then 'rtl' else 'ltr'"/>
  </xsl:function>
</xsl:stylesheet>
