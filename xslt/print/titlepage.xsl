<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- The title page: what the header and edition.toml say, and nothing else. -->
  <xsl:mode name="title-page" on-no-match="fail"/>

  <xsl:template match="TEI" mode="title-page" as="text()*">
    <xsl:variable name="editors" as="xs:string*" select="f:editors()"/>
    <xsl:variable name="holders" as="xs:string*" select="distinct-values(f:source-holders(.) ! f:words(.)[.])"/>
    <xsl:variable name="publisher" as="xs:string?"
      select="(f:edition('publisher'), teiHeader/fileDesc/publicationStmt/publisher ! f:words(.)[.])[1]"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:sequence select="f:call('title-page', (
      f:content('edition', f:ours(., f:plain(f:edition('title')))),
      f:content('edition-subtitle', f:ours(., f:plain(f:edition('subtitle')))),
      'subtitles: ' || f:array(f:subtitles(.) ! ('[' || string-join(f:words-of(.)) || ']')),
      f:content('date', f:plain(f:printed-date(.))),
      'funders: ' || f:array(f:funders(.) ! ('[' || string-join(f:words-of(.)) || ']')),
      f:content('editors', f:ours(., f:plain((f:label('edited-by', $language,
        string-join((string-join($editors[position() lt last()], ', ')[.], $editors[last()]),
          f:label('and', $language))))[exists($editors)]))),
      f:content('source', f:ours(., f:plain((f:label('source', $language) || ': ' || string-join($holders, ', '))
        [exists($holders)]))),
      f:content('publisher', f:plain($publisher))),
      f:title(.) ! f:words-of(.))"/>
  </xsl:template>
</xsl:stylesheet>
