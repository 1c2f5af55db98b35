<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- Lists. What stands between two items (a page break) goes with the item before it, for HTML allows
       nothing else in a list. (TEI Guidelines, 3.8) -->
  <xsl:template match="list" as="element()">
    <xsl:variable name="numbered" as="xs:boolean"
      select="tokenize(@rend) = 'numbered' or @type = ('ordered', 'numbered')"/>
    <xsl:variable name="name" as="xs:string" select="if (label) then 'dl' else if ($numbered) then 'ol' else 'ul'"/>
    <div>
      <xsl:sequence select="f:attributes(., 'list')"/>
      <xsl:apply-templates select="*[not(self::item or self::label)]
        [not(preceding-sibling::item or preceding-sibling::label)]"/>
      <xsl:element name="{$name}">
        <xsl:for-each-group select="*" group-starting-with="item | label">
          <xsl:apply-templates select="self::item | self::label">
            <xsl:with-param name="following" select="tail(current-group())"/>
          </xsl:apply-templates>
        </xsl:for-each-group>
      </xsl:element>
    </div>
  </xsl:template>

  <xsl:template match="item" as="element()">
    <xsl:param name="following" as="element()*" select="()"/>
    <li>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates select="node(), $following"/>
    </li>
  </xsl:template>

  <xsl:template match="list/label" as="element()" priority="2">
    <xsl:param name="following" as="element()*" select="()"/>
    <dt>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates select="node(), $following"/>
    </dt>
  </xsl:template>

  <xsl:template match="list[label]/item" as="element()" priority="2">
    <xsl:param name="following" as="element()*" select="()"/>
    <dd>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates select="node(), $following"/>
    </dd>
  </xsl:template>
</xsl:stylesheet>
