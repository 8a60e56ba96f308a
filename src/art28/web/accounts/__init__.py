"""Organisations, the people who work in them, their roles, and the door that keeps organisations apart."""
