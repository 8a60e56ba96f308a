"""Notices as documents that people keep: a PDF that is accessible and archivable, a Word document, and the same as data."""
