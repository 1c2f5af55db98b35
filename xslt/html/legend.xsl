<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- What the brackets mean: the kinds of supplied words that occur, each with an example. -->
  <xsl:mode name="legend" on-no-match="fail"/>
  <xsl:key name="f:supplied" match="supplied" use="string(@reason)"/>

  <xsl:variable name="f:reasons" as="xs:string+"
    select="'omitted', 'completion', 'romanization', 'identification', 'explanation', ''"/>

  <xsl:template match="TEI" mode="legend" as="element()?">
    <xsl:variable name="supplied" as="element(supplied)*" select="key('f:supplied', $f:reasons)"/>
    <xsl:if test="exists($supplied)">
      <section class="hang" aria-labelledby="-brackets">
        <xsl:sequence select="f:interface-language(f:language(.))"/>
        <h2 id="-brackets">{f:label('brackets', $language)}</h2>
        <div>
          <p>{f:label('brackets.intro', $language)}</p>
          <dl class="legend">
            <xsl:for-each select="$f:reasons[key('f:supplied', ., root($supplied[1]))]">
              <xsl:variable name="kind" as="element(supplied)+" select="key('f:supplied', ., root($supplied[1]))"/>
              <xsl:sequence select="f:legend-entry(., f:words($kind[1]), f:language(root($kind[1])/TEI), count($kind))"/>
            </xsl:for-each>
          </dl>
        </div>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- One kind: an example, what it means, how often it occurs. -->
  <xsl:function name="f:legend-entry" as="element()">
    <xsl:param name="reason" as="xs:string"/>
    <xsl:param name="example" as="xs:string"/>
    <xsl:param name="example-language" as="xs:string"/>
    <xsl:param name="count" as="xs:integer"/>
    <div>
      <dt>
        <span class="supplied {$reason}">
          <xsl:sequence select="f:language-attributes($example-language[. ne $language])"/>
          <xsl:text>{$example}</xsl:text>
        </span>
      </dt>
      <dd>
        <xsl:text>{f:label(string-join(('supplied', $reason[.]), '.'), $language)}</xsl:text>
        <xsl:text> </xsl:text>
        <span class="part">{f:count('times', $count, $language)}</span>
      </dd>
    </div>
  </xsl:function>
</xsl:stylesheet>
