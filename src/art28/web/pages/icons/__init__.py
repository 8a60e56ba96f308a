"""Lucide's shapes (ISC and MIT, see LICENSE), drawn inline."""
