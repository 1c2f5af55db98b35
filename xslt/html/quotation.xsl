<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- Quotations. (TEI Guidelines, 3.3.3) -->

  <!-- Whether a quotation stands on its own lines. -->
  <xsl:function name="f:is-block-quotation" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(p | ab | sp | l | lg | list | table | quote[p or ab or sp or lg or l]))
      or tokenize($element/@rend) = 'block'
      or (not(tokenize($element/@rend) = 'inline')
        and exists($element/(parent::div | parent::body | parent::front | parent::back | parent::sp
          | parent::epigraph | parent::cit[f:is-block-quotation(.)])))"/>
  </xsl:function>

  <!-- Words in quotation marks: the browser sets those of the language, unless they are text. -->
  <xsl:template match="q | quote" as="element()">
    <xsl:sequence select="f:phrase(., if (matches(., '^\s*[&quot;“”„«»‘’‹「『《''(]')) then 'span' else 'q')"/>
  </xsl:template>

  <xsl:template match="quote[f:is-block-quotation(.)]" as="element()" priority="1">
    <blockquote>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates/>
    </blockquote>
  </xsl:template>

  <xsl:template match="cit" as="element()">
    <xsl:sequence select="f:phrase(., 'span')"/>
  </xsl:template>

  <xsl:template match="cit[f:is-block-quotation(.)]" as="element()" priority="1">
    <div>
      <xsl:sequence select="f:attributes(., 'cit')"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>
</xsl:stylesheet>
