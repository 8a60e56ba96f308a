"""Agreements: files put in, the text read from them, facts with their passages, promises and findings."""
