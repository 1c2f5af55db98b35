<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- The participants, side by side as the source lists them: in its own words where it has any, each
       with their part in the conversation. -->
  <xsl:mode name="participant" on-no-match="fail"/>

  <xsl:template match="listPerson" mode="fact" as="element()?">
    <xsl:variable name="participants" as="element()*" select="f:participants(.)"/>
    <xsl:if test="exists($participants) or head">
      <div>
        <xsl:sequence select="f:fact-label(., head[1], if (listPerson) then 'others' else 'participants')"/>
        <dd>
          <xsl:sequence select="f:attributes(., ())"/>
          <xsl:apply-templates select="desc" mode="html"/>
          <xsl:where-populated>
            <ul class="participants">
              <xsl:apply-templates select="$participants" mode="participant"/>
            </ul>
          </xsl:where-populated>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- Organisations that took part. -->
  <xsl:template match="listOrg" mode="fact" as="element()">
    <div>
      <xsl:sequence select="f:fact-label(., head[1], 'participants')"/>
      <dd>
        <xsl:sequence select="f:attributes(., ())"/>
        <xsl:apply-templates select="desc" mode="html"/>
        <xsl:sequence select="f:entry-lists(* except (head, desc))"/>
      </dd>
    </div>
  </xsl:template>

  <xsl:template match="person | personGrp" mode="participant" as="element()">
    <li>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates select="." mode="participant-words"/>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="part"/>
    </li>
  </xsl:template>

  <xsl:mode name="participant-words" on-no-match="fail"/>

  <!-- In the words of the source. -->
  <xsl:template match="*[note[@type = 'source']]" mode="participant-words" as="node()*" priority="1">
    <xsl:apply-templates select="note[@type = 'source']/node()" mode="html"/>
  </xsl:template>

  <!-- In ours: name and office. -->
  <xsl:template match="*" mode="participant-words" as="element()">
    <span class="editorial">
      <xsl:for-each select="f:names(.)[1]">
        <xsl:call-template name="linked">
          <xsl:with-param name="address" select="f:entry(..) ! f:entry-address(.)"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="occupation">
        <xsl:text>, </xsl:text>
        <xsl:apply-templates mode="html"/>
      </xsl:for-each>
    </span>
  </xsl:template>

  <!-- Their part: the speeches, with a link to the first, or the role. -->
  <xsl:mode name="part" on-no-match="fail"/>

  <xsl:template match="*" mode="part" as="element()?">
    <xsl:variable name="speeches" as="element(sp)*" select="@xml:id ! key('f:speeches-by', .)"/>
    <xsl:choose>
      <xsl:when test="$speeches[1]/@xml:id">
        <a class="part" href="#{$speeches[1]/@xml:id}">
          <xsl:sequence select="f:interface-language(f:language(ancestor::TEI))"/>
          <xsl:text>{f:count('speeches', count($speeches), $language)}</xsl:text>
        </a>
      </xsl:when>
      <xsl:when test="@role">
        <span class="part">
          <xsl:sequence select="f:interface-language(f:language(ancestor::TEI))"/>
          <xsl:text>{f:label('role.' || @role, $language)}</xsl:text>
        </span>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
