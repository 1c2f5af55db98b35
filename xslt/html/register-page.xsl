<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions" xmlns:s="urn:octavo:summary"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- The page of a register: its entries by the alphabet. -->
  <xsl:template name="register-page" as="element()">
    <!-- persons, places or organisations. -->
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="entries" as="element()*">
      <xsl:perform-sort select="f:entries($kind)">
        <xsl:sort select="f:sortable-name(.)" collation="{$f:collation}"/>
        <xsl:sort select="string(@xml:id)"/>
      </xsl:perform-sort>
    </xsl:variable>
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label($kind, $language)"/>
      <xsl:with-param name="current" select="$kind"/>
      <xsl:with-param name="content" as="element()+">
        <header class="front">
          <h1>{f:label($kind, $language)}</h1>
        </header>
        <xsl:variable name="initials" as="xs:string*" select="distinct-values($entries ! f:initial(.))"/>
        <xsl:if test="count($entries) gt 30 and count($initials) gt 1">
          <nav class="index" aria-label="{f:label('letters', $language)}">
            <ul>
              <xsl:for-each select="$initials">
                <li>
                  <a href="#{f:initial-id(.)}">{.}</a>
                </li>
              </xsl:for-each>
            </ul>
          </nav>
        </xsl:if>
        <xsl:for-each-group select="$entries" group-by="f:initial(.)">
          <xsl:variable name="id" as="xs:string" select="f:initial-id(current-grouping-key())"/>
          <section class="hang" aria-labelledby="{$id}">
            <h2 id="{$id}" class="initial">{current-grouping-key()}</h2>
            <ul class="entries">
              <xsl:apply-templates select="current-group()" mode="register"/>
            </ul>
          </section>
        </xsl:for-each-group>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- All entries of a register; places within places stand for themselves. -->
  <xsl:function name="f:entries" as="element()*">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="lists" as="element()*" select="$registers/*//standOff"/>
    <xsl:sequence select="if ($kind eq 'persons') then $lists//(person | personGrp)
      else if ($kind eq 'places') then $lists//place else $lists//org"/>
  </xsl:function>

  <!-- The letter under which an entry stands, without its accents. Names in scripts that are no alphabet
       stand together, as do those that begin with a number. -->
  <xsl:function name="f:initial" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="letters" as="xs:string"
      select="replace(normalize-unicode(f:sortable-name($entry), 'NFD'), '^[^\p{L}\p{N}]+', '')"/>
    <xsl:variable name="first" as="xs:string" select="upper-case(substring($letters, 1, 1))"/>
    <xsl:sequence select="if (matches($first, '^[\p{L}-[\p{IsCJKUnifiedIdeographs}]]')) then substring($first, 1, 1)
      else '#'"/>
  </xsl:function>

  <xsl:function name="f:initial-id" as="xs:string">
    <xsl:param name="initial" as="xs:string"/>
    <xsl:sequence select="'-' || replace($initial, '#', 'other')"/>
  </xsl:function>
</xsl:stylesheet>
