"""The engines that transform: a thin module for each, imported only when it is used."""
