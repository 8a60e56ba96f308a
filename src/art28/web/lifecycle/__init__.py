"""The life of an agreement: its stages and what must be complete first, what governs it, what was in force on a day."""
