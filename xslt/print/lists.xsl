<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- Lists. What stands between two items (a page break) goes with the item before it.
       (TEI Guidelines, 3.8) -->
  <xsl:template match="list" as="text()*">
    <xsl:sequence select="f:block(., 'itemised', (f:argument('kind', f:list-kind(.)), f:caption(.)),
      (f:preceding-items(.), f:items(., 'item')))"/>
  </xsl:template>

  <xsl:template match="list[label]" as="text()*" priority="1">
    <xsl:variable name="entries" as="text()*">
      <xsl:for-each-group select="*" group-starting-with="label">
        <xsl:if test="self::label">
          <xsl:variable name="rest" as="text()*">
            <xsl:apply-templates select="tail(current-group())"/>
          </xsl:variable>
          <xsl:text>&#10;</xsl:text>
          <xsl:sequence select="f:call('gloss', f:content('term', f:words-of(.)), $rest)"/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="f:block(., 'glosses', f:caption(.), (f:preceding-items(.), $entries))"/>
  </xsl:template>

  <xsl:function name="f:list-kind" as="xs:string">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="(tokenize($list/@rend)[. = ('numbered', 'bulleted')], 'plain')[1]"/>
  </xsl:function>

  <!-- The heading of a list, a table or a figure. -->
  <xsl:function name="f:caption" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:content('caption', $element/head ! f:words-of(.))"/>
  </xsl:function>

  <!-- Milestones before the first item. -->
  <xsl:function name="f:preceding-items" as="text()*">
    <xsl:param name="list" as="element()"/>
    <xsl:apply-templates mode="print"
      select="$list/(pb | cb | lb | milestone | anchor)[not(preceding-sibling::*[self::item or self::label or self::castItem])]"/>
  </xsl:function>

  <xsl:function name="f:items" as="text()*">
    <xsl:param name="list" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:for-each-group select="$list/*" group-starting-with="*[local-name() eq $name]">
      <xsl:apply-templates select=".[local-name() eq $name]" mode="print">
        <xsl:with-param name="following" select="tail(current-group())"/>
      </xsl:apply-templates>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:template match="item" as="text()*">
    <xsl:param name="following" as="element()*" select="()"/>
    <xsl:sequence select="f:item(., $following)"/>
  </xsl:template>

  <xsl:template match="list[label]/item" as="text()*" priority="1">
    <xsl:sequence select="f:words-of(.)"/>
  </xsl:template>

  <xsl:function name="f:item" as="text()*">
    <xsl:param name="item" as="element()"/>
    <xsl:param name="following" as="element()*"/>
    <xsl:variable name="rest" as="text()*">
      <xsl:apply-templates select="$following" mode="print"/>
    </xsl:variable>
    <xsl:sequence select="f:block($item, 'item', $item/parent::list ! f:argument('kind', f:list-kind(.)),
      (f:inner($item), $rest))"/>
  </xsl:function>
</xsl:stylesheet>
