"""No tables: Django sends the signals of a migration only to apps that have this module."""
