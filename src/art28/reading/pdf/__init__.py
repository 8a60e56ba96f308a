"""PDF: characters with their places -> lines, tables, columns, paragraphs; forms, notes, links, scans."""
