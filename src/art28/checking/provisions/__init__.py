"""Verdicts on what the law asks, a file a group of provisions."""
