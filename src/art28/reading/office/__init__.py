"""What Word, OpenDocument and RTF files share: the package, symbols, names of styles, remarks."""
