<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:octavo:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes">
  <!-- Everything that the outputs share; an output's main.xsl imports this module first:

       parameters.xsl   $edition and $registers
       labels.xsl       f:label: the words of the interface, in several languages
       words.xsl        f:words: the words of an element as one line of plain text
       dates.xsl        f:date, f:period: dates in a language
       names.xsl        f:entry and its kin: entries of the registers
       header.xsl       f:title, f:source and the like: what the header says
       speeches.xsl     f:label-stage, f:speech-number and the like
       notes.xsl        f:note-number: under which number a note is called
       unhandled.xsl    the report of an element without a template -->
  <xsl:include href="parameters.xsl"/>
  <xsl:include href="labels.xsl"/>
  <xsl:include href="words.xsl"/>
  <xsl:include href="dates.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="speeches.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="unhandled.xsl"/>
</xsl:stylesheet>
