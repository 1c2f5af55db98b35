<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="no">
  <!-- Hyphenated compounds are calls, so that the style can keep them on a line: a hyphen at the end of a line
       is taken for one of the line, and lost, by whoever copies or searches the PDF. -->

  <!-- A compound between white space, with the punctuation around it; all of it escaped. -->
  <xsl:variable name="f:part" as="xs:string">(?:[\p{L}\p{M}\p{N}’]|\\'|\p{N}\\[.,]\p{N})+</xsl:variable>
  <xsl:variable name="f:opening" as="xs:string">((?:[“‘«„]|\\[(\["])*)</xsl:variable>
  <xsl:variable name="f:closing" as="xs:string">((?:[”’»…]|\\[.,;:!?)\]"])*)</xsl:variable>
  <xsl:variable name="f:compound" as="xs:string"
    select="'^' || $f:opening || '(' || $f:part || '(?:\\-' || $f:part || ')+)' || $f:closing || '$'"/>

  <!-- Text that is escaped already, with calls; at its ends only where no word goes on there. A very long
       compound may be broken. -->
  <xsl:function name="f:compounds" as="xs:string">
    <xsl:param name="escaped" as="xs:string"/>
    <xsl:param name="begins-word" as="xs:boolean"/>
    <xsl:param name="ends-word" as="xs:boolean"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($escaped, ' ')[contains($escaped, '\-')]"/>
    <xsl:variable name="last" as="xs:integer" select="count($words)"/>
    <xsl:sequence select="if (empty($words)) then $escaped
      else string-join(for-each-pair($words, 1 to $last, function($word, $place) {
        if (string-length($word) gt 40 or $place = (1[not($begins-word)], $last[not($ends-word)])) then $word
        else replace($word, $f:compound, '$1#compound[$2]$3')
      }), ' ')"/>
  </xsl:function>

  <!-- For each text with a hyphen, by generate-id(): whether a word begins where it begins, and whether one
       ends where it ends. -->
  <xsl:variable name="f:word-limits" as="map(xs:string, xs:boolean+)">
    <xsl:variable name="texts" as="text()*" select="//text()"/>
    <xsl:map>
      <xsl:for-each select="$texts">
        <xsl:variable name="place" as="xs:integer" select="position()"/>
        <xsl:if test="contains(., '-')">
          <xsl:map-entry key="generate-id()" select="not(matches($texts[$place - 1], '[\p{L}\p{M}\p{N}]$')),
            not(matches($texts[$place + 1], '^[\p{L}\p{M}\p{N}]'))"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- An example in the legend is a copy: it stands alone. -->
  <xsl:template match="text()[contains(., '-')]" as="text()?" priority="0.25">
    <xsl:variable name="limits" as="xs:boolean+" select="($f:word-limits(generate-id()), true(), true())"/>
    <xsl:value-of select="f:escaped(., $limits[1], $limits[2])"/>
  </xsl:template>
</xsl:stylesheet>
