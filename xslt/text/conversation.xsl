<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes">
  <!-- Speeches: `Kim (laughing): If ...`. The label's parentheses and colon are the markup's. -->

  <xsl:template match="sp" mode="text" as="text()*">
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:apply-templates mode="text"/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="sp/speaker" mode="text" as="text()*">
    <xsl:apply-templates mode="text"/>
    <xsl:apply-templates select="f:label-stage(..)" mode="delivery"/>
    <!-- A full-width colon is the label's own, and no space follows that is not there. -->
    <xsl:if test="not(matches(., '：\s*$'))">{f:colon(.)} </xsl:if>
  </xsl:template>

  <xsl:mode name="delivery" on-no-match="fail"/>

  <xsl:template match="stage" mode="delivery" as="text()*">
    <xsl:text> (</xsl:text>
    <xsl:apply-templates mode="text"/>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <xsl:template match="stage[@type = 'delivery'][preceding-sibling::*[1]/self::speaker]" mode="text"
    as="empty-sequence()" priority="2"/>

  <!-- The first words of a speech stand in the label's line. -->
  <xsl:template match="sp/p[preceding-sibling::*[1][self::speaker or self::stage]]
      | sp/ab[preceding-sibling::*[1][self::speaker or self::stage]]" mode="text" as="text()*"
    priority="1">
    <xsl:apply-templates mode="text"/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="stage" mode="text" as="text()*">
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <xsl:template match="div/stage | body/stage | sp/stage | lg/stage" mode="text" as="text()*">
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:apply-templates mode="text"/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
