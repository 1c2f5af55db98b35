<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- What every HTML element takes over from its TEI element, and which HTML element it may be: TEI
       allows blocks within paragraphs and phrases, HTML does not. -->

  <!-- id, lang and dir, and class: `classes`, and one for each value of @rend. -->
  <xsl:function name="f:attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:variable name="all" as="xs:string*"
      select="$classes, tokenize($element/@rend) ! ('rend-' || replace(., '[^\w-]', ''))"/>
    <xsl:if test="exists($all)">
      <xsl:attribute name="class" select="$all"/>
    </xsl:if>
    <xsl:if test="$element/@xml:id">
      <xsl:attribute name="id" select="$element/@xml:id"/>
    </xsl:if>
    <xsl:sequence select="f:language-attributes($element/@xml:lang)"/>
  </xsl:function>

  <xsl:function name="f:language-attributes" as="attribute()*">
    <xsl:param name="language" as="xs:string?"/>
    <xsl:if test="$language">
      <xsl:attribute name="lang" select="$language"/>
      <xsl:attribute name="dir" select="f:direction($language)"/>
    </xsl:if>
  </xsl:function>

  <!-- The name of the HTML element that takes the content of `elements`: `phrase` (span, em, p, ...), or div
       where a block stands within one of them. -->
  <xsl:function name="f:phrase-or-block" as="xs:string">
    <xsl:param name="elements" as="element()*"/>
    <xsl:param name="phrase" as="xs:string"/>
    <xsl:sequence select="if ($elements ! f:holds-block(.) = true()) then 'div' else $phrase"/>
  </xsl:function>

  <!-- Whether a block stands within an element, at any depth; notes that are called and other readings
       are shown elsewhere. -->
  <xsl:function name="f:holds-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="some $child in $element/* satisfies f:is-block($child)
      or (not($child/(self::note | self::rdg[../lem or preceding-sibling::rdg] | self::teiHeader)) and f:holds-block($child))"/>
  </xsl:function>

  <!-- Whether an element becomes a block of HTML by its own nature. -->
  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($element)"/>
    <xsl:sequence select="$name = ('p', 'ab', 'div', 'list', 'lg', 'table', 'figure', 'sp', 'castList', 'address',
      'epigraph', 'listBibl', 'listWit', 'listApp', 'listPerson', 'listPlace', 'listOrg', 'floatingText',
      'listRelation', 'msDesc', 'availability', 'licence', 'trailer', 'byline', 'opener', 'closer')
      or ($name eq 'l' and not($element/parent::lg))
      or ($name = ('quote', 'cit') and f:is-block-quotation($element))
      or ($name eq 'note' and (f:is-standing-note($element)
        or (not(f:is-called($element)) and f:holds-block($element))))"/>
  </xsl:function>
</xsl:stylesheet>
