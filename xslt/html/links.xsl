<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- Links. An address is one of the page's own, another page of the site, or on the web; anything else
       (javascript:, data:, ...) becomes no link. (TEI Guidelines, chapter 17) -->

  <!-- The address for HTML of a TEI pointer, or nothing where it is no address to follow. -->
  <xsl:function name="f:address" as="xs:string?">
    <xsl:param name="pointers" as="xs:string?"/>
    <xsl:param name="origin" as="element()"/>
    <xsl:variable name="pointer" as="xs:string" select="(tokenize($pointers), '')[1]"/>
    <xsl:variable name="entry" as="element()?" select="f:entry-at($pointer, $origin)"/>
    <xsl:variable name="file" as="xs:string" select="replace($pointer, '^(\./)?([^/#?:]+)\.xml(#.*)?$', '$2.html$3')"/>
    <xsl:choose>
      <xsl:when test="exists($entry) and not(starts-with($pointer, '#'))">
        <xsl:sequence select="f:entry-address($entry)"/>
      </xsl:when>
      <xsl:when test="starts-with($pointer, '#')">
        <xsl:sequence select="$pointer[f:by-id(substring-after($pointer, '#'), $origin)]"/>
      </xsl:when>
      <xsl:when test="matches($pointer, '^(https?://|mailto:)', 'i')">
        <xsl:sequence select="iri-to-uri($pointer)"/>
      </xsl:when>
      <xsl:when test="$file ne $pointer">
        <xsl:sequence select="$file"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="ref" as="node()*">
    <xsl:variable name="address" as="xs:string?" select="f:address(@target, .)"/>
    <xsl:call-template name="f:report-unsafe"/>
    <xsl:element name="{f:phrase-or-block(., 'span')}">
      <xsl:sequence select="f:attributes(., 'ref')"/>
      <xsl:call-template name="linked">
        <xsl:with-param name="address" select="$address"/>
      </xsl:call-template>
    </xsl:element>
  </xsl:template>

  <!-- A link without words shows what it leads to: a note, a speech, an address. -->
  <xsl:template match="ptr" as="node()*">
    <xsl:param name="linking" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="address" as="xs:string?" select="f:address(@target, .)"/>
    <xsl:call-template name="f:report-unsafe"/>
    <xsl:choose>
      <xsl:when test="$address and not($linking)">
        <a href="{$address}">
          <xsl:sequence select="f:attributes(., 'ptr')"/>
          <xsl:text>{f:target-name(.)}</xsl:text>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:sequence select="f:attributes(., 'ptr')"/>
          <xsl:text>{@target}</xsl:text>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="f:target-name" as="xs:string">
    <xsl:param name="pointer" as="element(ptr)"/>
    <xsl:variable name="target" as="element()?"
      select="$pointer/@target[starts-with(., '#')] ! f:by-id(substring-after(tokenize(.)[1], '#'), $pointer)"/>
    <xsl:sequence select="(
      $target/self::note ! f:label('note', $language, f:note-number(.)),
      $target/self::sp ! f:label('speech', $language, f:speech-number(.)),
      f:entry($pointer)[$pointer/@ref] ! f:name(.),
      $target/head[1] ! f:words(.)[.],
      replace($pointer/@target, '^(https?://|mailto:|#)', ''))[1]"/>
  </xsl:function>

  <!-- The content of the current element as a link to `address`. HTML has no link within a link: where
       the content has links of its own (a note's number, another name), they stay, and the words between
       them become the link. -->
  <xsl:template name="linked" as="node()*">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:param name="classes" as="xs:string*" select="()"/>
    <xsl:param name="linking" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="empty($address) or $linking">
        <xsl:apply-templates/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each-group select="node()" group-adjacent="f:links(.)">
          <xsl:choose>
            <xsl:when test="current-grouping-key() or not(normalize-space(string-join(current-group())))">
              <xsl:apply-templates select="current-group()"/>
            </xsl:when>
            <xsl:otherwise>
              <a href="{$address}">
                <xsl:if test="exists($classes)">
                  <xsl:attribute name="class" select="$classes"/>
                </xsl:if>
                <xsl:apply-templates select="current-group()">
                  <xsl:with-param name="linking" select="true()" tunnel="yes"/>
                </xsl:apply-templates>
              </a>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each-group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Whether a node is or holds something that becomes a link. -->
  <xsl:function name="f:links" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/descendant-or-self::*[self::note or self::app or self::ptr or self::ref
      or self::term[@target] or self::figure or self::sp or self::idno[exists(f:authority(.))]
      or (@ref and (self::persName or self::placeName or self::orgName or self::name or self::rs
        or self::settlement or self::region or self::country or self::title or self::term)
        and exists(f:entry(.)))])"/>
  </xsl:function>

  <!-- A target that could do harm is named, once. -->
  <xsl:template name="f:report-unsafe" as="empty-sequence()">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="matches(@target, '^\s*[a-z][a-z0-9+.-]*:', 'i')
        and not(matches(@target, '^\s*(https?|mailto):', 'i'))">
      <xsl:message>
        <finding xmlns="urn:octavo:finding" id="unsafe-target" severity="warning"
          hint="Use an address that begins with https:, http: or mailto:."
          >The target <xsl:value-of select="substring(@target, 1, 60)"/> is no address of a page: no link is made of it.</finding>
      </xsl:message>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
