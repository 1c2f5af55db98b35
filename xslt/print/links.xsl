<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- Links: to places of this document, and to the web; others (to other documents, javascript:, ...) are
       their words. (TEI Guidelines, chapter 17) -->
  <xsl:template match="ref" as="text()*">
    <xsl:sequence select="f:anchor(.), f:wrapped(., f:linked(., @target, f:inner(.)))"/>
  </xsl:template>

  <xsl:template match="ptr" as="text()*">
    <xsl:sequence select="f:anchor(.), f:linked(., @target, f:plain(f:target-name(.)))"/>
  </xsl:template>

  <!-- Content as a link; PDF has no link within a link, so where the content holds one it stays alone. -->
  <xsl:function name="f:linked" as="text()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="targets" as="xs:string?"/>
    <xsl:param name="content" as="text()*"/>
    <xsl:variable name="target" as="xs:string" select="(tokenize($targets), '')[1]"/>
    <xsl:variable name="nested" as="xs:boolean" select="exists($element/ancestor::*[self::ref or self::term[@target] or self::licence])
      or exists($element//(ref | ptr | note | app | figure | term[@target]))"/>
    <xsl:sequence select="if ($nested or not(normalize-space(string-join($content)))) then $content
      else if (starts-with($target, '#') and f:by-id(substring($target, 2), $element))
        then f:call('linked', f:string(substring($target, 2)), $content)
      else if (matches($target, '^(https?://|mailto:).', 'i')) then f:call('web', f:string(iri-to-uri($target)), $content)
      else $content"/>
  </xsl:function>

  <!-- What a link without words shows: a note, a speech, a heading, an address. -->
  <xsl:function name="f:target-name" as="xs:string">
    <xsl:param name="pointer" as="element()"/>
    <xsl:variable name="target" as="element()?"
      select="$pointer/@target[starts-with(., '#')] ! f:by-id(substring-after(tokenize(.)[1], '#'), $pointer)"/>
    <xsl:sequence select="(
      $target/self::note ! f:label('note', $language, f:note-number(.)),
      $target/self::sp ! f:label('speech', $language, f:speech-number(.)),
      $target/head[1] ! f:words(.)[.],
      replace($pointer/@target, '^(https?://|mailto:|#)', ''))[1]"/>
  </xsl:function>

  <xsl:template match="term[@target]" as="text()*" priority="1">
    <xsl:sequence select="f:anchor(.), f:wrapped(., f:linked(., @target, f:call('term', (), f:inner(.))))"/>
  </xsl:template>
</xsl:stylesheet>
