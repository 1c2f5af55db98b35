<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes">
  <!-- Dates of ISO 8601, as @when and its kin have them, in a language of labels.xml. -->

  <!-- `1964-09-05` becomes `5 September 1964`; `1964-09` and `1964` do what they can. A time of day
       is left out; anything that is no date is given back as it stands. -->
  <xsl:function name="f:date" as="xs:string">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:param name="language" as="xs:string?"/>
    <xsl:variable name="parts" as="xs:string*"
      select="analyze-string($iso, '^(-?\d{4,})(-(\d\d)(-(\d\d))?)?(T.*)?$')
        //*:group[@nr = ('1', '3', '5')]/string(.)"/>
    <xsl:variable name="year" as="xs:string?" select="$parts[1] ! replace(., '^(-?)0+(\d)', '$1$2')"/>
    <xsl:variable name="month" as="xs:string?" select="$parts[2] ! f:label('month.' || ., $language)"/>
    <xsl:variable name="day" as="xs:string?" select="$parts[3] ! replace(., '^0', '')"/>
    <xsl:sequence select="if (empty($year)) then $iso
      else if (exists($day)) then f:label('date.day', $language, ($day, $month, $year))
      else if (exists($month)) then f:label('date.month', $language, ($month, $year))
      else f:label('date.year', $language, $year)"/>
  </xsl:function>

  <!-- The date of an element with TEI's dating attributes: a day, or a span (`1940–1945`), or limits
       (`after 1940`); nothing where it has none. -->
  <xsl:function name="f:period" as="xs:string?">
    <xsl:param name="element" as="element()?"/>
    <xsl:param name="language" as="xs:string?"/>
    <xsl:variable name="start" as="attribute()?" select="($element/@from, $element/@notBefore)[1]"/>
    <xsl:variable name="end" as="attribute()?" select="($element/@to, $element/@notAfter)[1]"/>
    <xsl:sequence select="if ($element/@when) then f:date($element/@when, $language)
      else if ($start and $end)
        then f:date($start, $language) || f:label('date.between', $language) || f:date($end, $language)
      else if ($start)
        then f:label('date.' || local-name($start), $language, f:date($start, $language))
      else $end ! f:label('date.' || local-name(.), $language, f:date(., $language))"/>
  </xsl:function>

  <!-- The first day that an element's dating attributes allow, for sorting: an ISO date, or ''. -->
  <xsl:function name="f:sortable-date" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="string($element/(@when, @from, @notBefore, @to, @notAfter)[1])"/>
  </xsl:function>
</xsl:stylesheet>
