<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes">
  <!-- Speeches: who speaks, their number, the parts of their label. -->
  <xsl:key name="f:speeches-by" match="sp" use="tokenize(@who) ! substring-after(., '#')"/>

  <!-- The number of each speech that has no @n: its place among the speeches. -->
  <xsl:accumulator name="f:speeches" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="sp" select="$value + 1"/>
  </xsl:accumulator>

  <!-- The number under which a speech is cited. -->
  <xsl:function name="f:speech-number" as="xs:string">
    <xsl:param name="speech" as="element(sp)"/>
    <xsl:sequence select="string(($speech/@n, $speech/accumulator-before('f:speeches'))[1])"/>
  </xsl:function>

  <!-- The person or group in the header who speaks. -->
  <xsl:function name="f:speakers" as="element()*">
    <xsl:param name="speech" as="element()"/>
    <xsl:sequence select="$speech/@who ! tokenize(.) ! substring-after(., '#') ! f:by-id(., $speech)"/>
  </xsl:function>

  <!-- The stage direction within the label, `laughing` in `Berg (laughing):`. Its parentheses and the
       colon are not text, every output puts them back. -->
  <xsl:function name="f:label-stage" as="element(stage)?">
    <xsl:param name="speech" as="element(sp)"/>
    <xsl:sequence select="$speech/speaker/following-sibling::*[1]/self::stage[@type = 'delivery']"/>
  </xsl:function>

  <!-- The first paragraph, where it goes on in the line of the label; nothing where a list, a verse, a
       page break or the like comes between. -->
  <xsl:function name="f:run-in" as="element()?">
    <xsl:param name="speech" as="element(sp)"/>
    <xsl:variable name="label" as="element()?" select="(f:label-stage($speech), $speech/speaker)[1]"/>
    <xsl:sequence select="$label/following-sibling::*[1][self::p or self::ab]"/>
  </xsl:function>

  <!-- The colon after a label, unless the label has one of its own. -->
  <xsl:function name="f:colon" as="xs:string">
    <xsl:param name="label" as="element()?"/>
    <xsl:sequence select="if (matches($label, '[:：]\s*$')) then '' else ':'"/>
  </xsl:function>
</xsl:stylesheet>
