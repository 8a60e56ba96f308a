"""Agreements carried over to a new version, one or many at once: by consent, or by the processor's notice."""
