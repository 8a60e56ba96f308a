"""The database: where it is, what guards it, and identifiers; the same on SQLite and PostgreSQL."""
