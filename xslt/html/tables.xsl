<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- Tables, in a box that scrolls where the screen is too narrow. What stands between two rows goes
       into the cell before it. (TEI Guidelines, 15.1) -->
  <xsl:template match="table" as="element()">
    <div class="scroll" role="region" tabindex="0"
      aria-label="{(head ! f:words(.)[.], f:label('table', $language))[1]}">
      <table>
        <xsl:sequence select="f:attributes(., ())"/>
        <xsl:where-populated>
          <caption>
            <xsl:sequence select="head ! f:attributes(., ())"/>
            <xsl:apply-templates select="head/node(), *[not(self::row or self::head)]
              [not(preceding-sibling::row)]"/>
          </caption>
        </xsl:where-populated>
        <tbody>
          <xsl:for-each-group select="*" group-starting-with="row">
            <xsl:apply-templates select="self::row">
              <xsl:with-param name="following" select="tail(current-group())"/>
            </xsl:apply-templates>
          </xsl:for-each-group>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="row" as="element()">
    <xsl:param name="following" as="element()*" select="()"/>
    <tr>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates select="cell[position() lt last()]"/>
      <xsl:apply-templates select="cell[last()]">
        <xsl:with-param name="following" select="$following"/>
      </xsl:apply-templates>
    </tr>
  </xsl:template>

  <xsl:template match="cell" as="element()">
    <xsl:param name="following" as="element()*" select="()"/>
    <xsl:variable name="label" as="xs:boolean" select="(@role, ../@role)[1] = 'label'"/>
    <xsl:element name="{if ($label) then 'th' else 'td'}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:if test="$label">
        <xsl:attribute name="scope" select="if (../@role = 'label') then 'col' else 'row'"/>
      </xsl:if>
      <xsl:apply-templates select="@rows | @cols, node(), $following"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="cell/@rows[. castable as xs:positiveInteger]" as="attribute()">
    <xsl:attribute name="rowspan" select="."/>
  </xsl:template>

  <xsl:template match="cell/@cols[. castable as xs:positiveInteger]" as="attribute()">
    <xsl:attribute name="colspan" select="."/>
  </xsl:template>
</xsl:stylesheet>
