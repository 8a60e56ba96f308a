"""Lines of plain text -> paragraphs, rows and running heads."""
