<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="html" expand-text="yes"
  exclude-result-prefixes="#all">
  <!-- What every page has around its content: head, navigation, foot. Nothing is loaded from elsewhere, no
       script and no style stands in the page, and the browser is told to allow none. Ids of the page's own
       begin with a hyphen, as no xml:id does, so that they never meet one of the document. -->
  <xsl:output method="html" html-version="5.0" encoding="UTF-8" indent="no" include-content-type="no"/>

  <!-- The language of the interface: the edition's, or that of the document. -->
  <xsl:variable name="language" as="xs:string"
    select="(f:edition('language'), /TEI ! f:language(.), 'en')[1]"/>

  <!-- The edition's name. -->
  <xsl:variable name="edition-title" as="xs:string"
    select="(f:edition('title'), f:label('edition', $language))[1]"/>

  <!-- lang and dir for what is in the language of the interface on a page in another. -->
  <xsl:function name="f:interface-language" as="attribute()*">
    <xsl:param name="page-language" as="xs:string"/>
    <xsl:if test="$page-language ne $language">
      <xsl:sequence select="f:language-attributes($language)"/>
    </xsl:if>
  </xsl:function>

  <xsl:template name="page" as="element()">
    <!-- The title of the page; none on the start page, which has the edition's. -->
    <xsl:param name="title" as="xs:string?"/>
    <xsl:param name="content" as="node()*"/>
    <!-- Which of the site's pages this is: index, persons, ...; nothing for a document. -->
    <xsl:param name="current" as="xs:string?" select="()"/>
    <xsl:param name="text-language" as="xs:string" select="$language"/>
    <html>
      <xsl:sequence select="f:language-attributes($text-language)"/>
      <head>
        <meta charset="UTF-8"/>
        <meta http-equiv="Content-Security-Policy"
          content="default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{string-join(distinct-values(($title, $edition-title)), ' · ')}</title>
        <link rel="stylesheet" href="assets/octavo.css"/>
        <link rel="icon" href="assets/octavo.svg" type="image/svg+xml"/>
      </head>
      <body>
        <a class="skip" href="#-content">
          <xsl:sequence select="f:interface-language($text-language)"/>
          <xsl:text>{f:label('skip', $language)}</xsl:text>
        </a>
        <header class="site">
          <xsl:sequence select="f:interface-language($text-language)"/>
          <p class="site-title">
            <a href="index.html">
              <xsl:sequence select="f:current('index', $current)"/>
              <xsl:text>{$edition-title}</xsl:text>
            </a>
          </p>
          <nav aria-label="{f:label('navigation', $language)}">
            <ul>
              <xsl:for-each select="'index', f:register-pages(), 'about'">
                <li>
                  <a href="{.}.html">
                    <xsl:sequence select="f:current(., $current)"/>
                    <xsl:text>{f:label(if (. eq 'index') then 'documents' else ., $language)}</xsl:text>
                  </a>
                </li>
              </xsl:for-each>
            </ul>
          </nav>
        </header>
        <main id="-content">
          <xsl:variable name="whole" as="document-node()">
            <xsl:document>
              <xsl:sequence select="$content"/>
            </xsl:document>
          </xsl:variable>
          <xsl:apply-templates select="$whole" mode="whole"/>
        </main>
        <footer class="site">
          <xsl:sequence select="f:interface-language($text-language)"/>
          <xsl:call-template name="imprint"/>
        </footer>
      </body>
    </html>
  </xsl:template>

  <!-- A pointer to what the page does not show, the header as a whole for instance, becomes no link. -->
  <xsl:mode name="whole" on-no-match="shallow-copy"/>
  <xsl:key name="f:page-ids" match="*" use="@id"/>

  <xsl:template match="@href[starts-with(., '#')][empty(key('f:page-ids', substring(., 2)))]" mode="whole"
    as="empty-sequence()"/>

  <!-- Marks the link to the page on which it stands. -->
  <xsl:function name="f:current" as="attribute()?">
    <xsl:param name="page" as="xs:string"/>
    <xsl:param name="current" as="xs:string?"/>
    <xsl:if test="$page = $current">
      <xsl:attribute name="aria-current" select="'page'"/>
    </xsl:if>
  </xsl:function>

  <!-- The registers that have entries. -->
  <xsl:function name="f:register-pages" as="xs:string*">
    <xsl:variable name="text" as="element()*" select="$registers/*//standOff"/>
    <xsl:sequence select="'persons'[$text//(person | personGrp)], 'places'[$text//place],
      'organisations'[$text//org]"/>
  </xsl:function>

  <!-- The edition's title, publisher, licence and version, as far as edition.toml says. -->
  <xsl:template name="imprint" as="element()*">
    <xsl:variable name="licence" as="xs:string?" select="(f:edition('licence'), f:edition('licence-url'))[1]"/>
    <p>
      <xsl:text>{string-join((f:edition('title'), f:edition('publisher')), ' · ')}</xsl:text>
      <xsl:if test="$licence">
        <xsl:text>{' · '[f:edition('title') or f:edition('publisher')]}</xsl:text>
        <xsl:sequence select="f:web-link(f:edition('licence-url'), $licence)"/>
      </xsl:if>
    </p>
    <xsl:for-each select="f:edition('version')">
      <p>{f:label('made-with', $language, .)}</p>
    </xsl:for-each>
  </xsl:template>

  <!-- Words as a link, where the address is one of the web. -->
  <xsl:function name="f:web-link" as="node()">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="matches($address, '^https?://')">
        <a href="{iri-to-uri($address)}">{$words}</a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>{$words}</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
