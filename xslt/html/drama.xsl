<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- Lists of roles. (TEI Guidelines, 7.1.4) -->
  <xsl:template match="castList" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'cast')"/>
      <xsl:apply-templates select="node()[not(self::castItem)][empty(preceding-sibling::castItem)]"/>
      <ul>
        <xsl:for-each-group select="*" group-starting-with="castItem">
          <xsl:apply-templates select="self::castItem">
            <xsl:with-param name="following" select="tail(current-group())"/>
          </xsl:apply-templates>
        </xsl:for-each-group>
      </ul>
    </div>
  </xsl:template>

  <xsl:template match="castItem" as="element()">
    <xsl:param name="following" as="element()*" select="()"/>
    <li>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates select="node(), $following"/>
    </li>
  </xsl:template>

  <xsl:template match="role" as="element()">
    <xsl:element name="{f:phrase-or-block(., 'b')}">
      <xsl:sequence select="f:attributes(., 'speaker')"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="roleDesc | actor" as="element()">
    <xsl:sequence select="f:phrase(., 'span')"/>
  </xsl:template>
</xsl:stylesheet>
