<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="print" expand-text="yes">
  <!-- Typst: text that stays text, and calls of functions.

       Every ASCII character that is neither letter nor digit is written with a backslash before it, at
       every place. So nothing in a text is markup, shorthand (two hyphens, three points), a quotation mark
       to be turned, or an argument of the call before it. (Typst reference, Syntax, Escape sequences) -->
  <xsl:output method="text" encoding="UTF-8"/>

  <!-- Text for a content block; white space is folded, and a no-break space beside it does not double it. -->
  <xsl:function name="f:escaped" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="f:escaped($text, true(), true())"/>
  </xsl:function>

  <!-- The same, where words may go on before the text or after it. -->
  <xsl:function name="f:escaped" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:param name="begins-word" as="xs:boolean"/>
    <xsl:param name="ends-word" as="xs:boolean"/>
    <xsl:variable name="folded" as="xs:string" select="replace($text, '&#xA0;?[ \t\r\n]+&#xA0;?', ' ')"/>
    <xsl:variable name="marked" as="xs:string" select="replace($folded, '[!-/:-@\[-`\{-~]', '\\$0')"/>
    <xsl:sequence select="f:compounds($marked, $begins-word, $ends-word) => replace('&#x85;', '\\u{85}')
      => replace('&#x2028;', '\\u{2028}') => replace('&#x2029;', '\\u{2029}')"/>
  </xsl:function>

  <!-- A Typst string. -->
  <xsl:function name="f:string" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="'&quot;' || replace($text, '[\\&quot;]', '\\$0') || '&quot;'"/>
  </xsl:function>

  <!-- An argument of a call, `key: "value"`; nothing where there is no value. -->
  <xsl:function name="f:argument" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="item()?"/>
    <xsl:sequence select="$value ! string() ! (if (normalize-space()) then $key || ': ' || f:string(.) else ())"/>
  </xsl:function>

  <!-- An argument that is content, `key: [...]`; nothing where there is none. -->
  <xsl:function name="f:content" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="content" as="text()*"/>
    <xsl:variable name="text" as="xs:string" select="string-join($content)"/>
    <xsl:sequence select="if (normalize-space($text)) then $key || ': [' || $text || ']' else ()"/>
  </xsl:function>

  <!-- Plain words as content. -->
  <xsl:function name="f:plain" as="text()?">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:value-of select="f:escaped($text)"/>
  </xsl:function>

  <!-- `(a, b,)`: a Typst array of what is already Typst. -->
  <xsl:function name="f:array" as="xs:string">
    <xsl:param name="items" as="xs:string*"/>
    <xsl:sequence select="'(' || string-join($items ! (. || ', ')) || ')'"/>
  </xsl:function>

  <!-- `#name(arguments)[content]` -->
  <xsl:function name="f:call" as="text()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="arguments" as="xs:string*"/>
    <xsl:param name="content" as="text()*"/>
    <xsl:value-of select="'#' || $name || ('(' || string-join($arguments, ', ') || ')')[exists($arguments)]
      || '[' || string-join($content) || ']'"/>
  </xsl:function>

  <!-- A phrase: the content of an element, or what is made of it, within a call. -->
  <xsl:function name="f:phrase" as="text()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="f:phrase($element, $name, (), f:inner($element))"/>
  </xsl:function>

  <xsl:function name="f:phrase" as="text()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="arguments" as="xs:string*"/>
    <xsl:param name="content" as="text()*"/>
    <xsl:sequence select="f:anchor($element), f:wrapped($element, f:call($name, $arguments, $content))"/>
  </xsl:function>

  <!-- A phrase that looks like its surroundings. -->
  <xsl:function name="f:words-of" as="text()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:anchor($element), f:wrapped($element, f:inner($element))"/>
  </xsl:function>

  <!-- A block: on lines of its own, with the element's id. -->
  <xsl:function name="f:block" as="text()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="f:block($element, $name, (), f:inner($element))"/>
  </xsl:function>

  <xsl:function name="f:block" as="text()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="arguments" as="xs:string*"/>
    <xsl:param name="content" as="text()*"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:sequence select="f:wrapped($element, f:call($name, (f:argument('id', $element/@xml:id), $arguments), $content))"/>
  </xsl:function>

  <xsl:function name="f:inner" as="text()*">
    <xsl:param name="element" as="element()"/>
    <xsl:apply-templates select="$element/node()" mode="print"/>
  </xsl:function>

  <!-- The id of a phrase, as a place to which links lead. -->
  <xsl:function name="f:anchor" as="text()?">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/@xml:id">
      <xsl:text>#anchor({f:string(.)})</xsl:text>
    </xsl:for-each>
  </xsl:function>

  <!-- Content in the language that the element names, shown as its @rend says. -->
  <xsl:function name="f:wrapped" as="text()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="content" as="text()*"/>
    <xsl:variable name="manner" as="xs:string*"
      select="tokenize($element/@rend)[not(. = ('block', 'inline', 'numbered', 'bulleted'))]"/>
    <xsl:variable name="shown" as="text()*" select="if (exists($manner))
      then f:call('rendered', $manner ! f:string(.), $content) else $content"/>
    <xsl:sequence select="if ($element/@xml:lang and not($element/self::TEI))
      then f:call('in-language', f:string($element/@xml:lang), $shown) else $shown"/>
  </xsl:function>
</xsl:stylesheet>
