"""Turns the source of a sample agreement into text, Markdown, HTML, DOCX and PDF."""
