<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- Tables. What stands between two rows goes into the cell before it. (TEI Guidelines, 15.1) -->
  <xsl:template match="table" as="text()*">
    <xsl:variable name="rows" as="text()*">
      <xsl:for-each-group select="*[not(self::head)]" group-starting-with="row">
        <xsl:apply-templates select="self::row">
          <xsl:with-param name="following" select="tail(current-group())"/>
        </xsl:apply-templates>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="arguments" as="xs:string*" select="f:argument('id', @xml:id), f:caption(.),
      'rows: (' || string-join($rows) || ')'"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:sequence select="f:wrapped(., f:call('tabular', $arguments,
      f:inner-milestones((pb | cb | lb | milestone | anchor)[not(preceding-sibling::row)])))"/>
  </xsl:template>

  <xsl:template match="row" as="text()*">
    <xsl:param name="following" as="element()*" select="()"/>
    <xsl:text>&#10;  (heading: {@role = 'label'}, cells: (</xsl:text>
    <xsl:apply-templates select="cell[position() lt last()]"/>
    <xsl:apply-templates select="cell[last()]">
      <xsl:with-param name="following" select="$following"/>
    </xsl:apply-templates>
    <xsl:text>)),</xsl:text>
  </xsl:template>

  <xsl:template match="cell" as="text()*">
    <xsl:param name="following" as="element()*" select="()"/>
    <xsl:text>(heading: {(@role, ../@role)[1] = 'label'}, rows: {f:span(@rows)}, columns: {f:span(@cols)}, body: [</xsl:text>
    <xsl:sequence select="f:anchor(.), f:anchor(..)[current() is current()/../cell[1]], f:wrapped(., f:inner(.)), f:inner-milestones($following)"/>
    <xsl:text>]), </xsl:text>
  </xsl:template>

  <xsl:function name="f:span" as="xs:string">
    <xsl:param name="number" as="xs:string?"/>
    <xsl:sequence select="string(($number[. castable as xs:positiveInteger] ! min((xs:positiveInteger(.), 1000)), 1)[1])"/>
  </xsl:function>

  <xsl:function name="f:inner-milestones" as="text()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:apply-templates select="$elements" mode="print"/>
  </xsl:function>
</xsl:stylesheet>
