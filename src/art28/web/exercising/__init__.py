"""A dry run carried out: its story told moment by moment, ended, reported with its times, and destroyed."""
