"""Obligations running in time: what must be done, by when, and what became of it."""
