<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- Empty in Octavo: an edition puts templates of its own here, in xslt/summary/custom.xsl. -->
</xsl:stylesheet>
