<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- Quotations. (TEI Guidelines, 3.3.3) -->

  <!-- Whether a quotation stands on its own lines. -->
  <xsl:function name="f:is-block-quotation" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(p | ab | sp | l | lg | list | table | quote[p or ab or sp or lg or l]))
      or tokenize($element/@rend) = 'block'
      or (not(tokenize($element/@rend) = 'inline')
        and exists($element/(parent::div | parent::body | parent::front | parent::back | parent::sp
          | parent::epigraph | parent::lem[parent::app/parent::*[self::div or self::body or self::sp]]
          | parent::cit[f:is-block-quotation(.)])))"/>
  </xsl:function>

  <!-- Words in quotation marks: those of the language, unless they are text. -->
  <xsl:template match="q | quote" as="text()*">
    <xsl:sequence select="f:phrase(., 'quoted')"/>
  </xsl:template>

  <xsl:template match="q[f:has-marks(.)] | quote[f:has-marks(.)]" as="text()*" priority="1">
    <xsl:sequence select="f:words-of(.)"/>
  </xsl:template>

  <xsl:function name="f:has-marks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="matches($element, '^\s*[&quot;“”„«»‘’‹「『《''(]')"/>
  </xsl:function>

  <xsl:template match="quote[f:is-block-quotation(.)]" as="text()*" priority="2">
    <xsl:sequence select="f:block(., 'block-quotation')"/>
  </xsl:template>

  <!-- A quotation and where it comes from. -->
  <xsl:template match="cit" as="text()*">
    <xsl:variable name="parts" as="text()*">
      <xsl:for-each select="*">
        <xsl:if test="position() gt 1">
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="f:anchor(.), f:wrapped(., $parts)"/>
  </xsl:template>

  <xsl:template match="cit[f:is-block-quotation(.)]" as="text()*" priority="1">
    <xsl:sequence select="f:block(., 'citation')"/>
  </xsl:template>
</xsl:stylesheet>
