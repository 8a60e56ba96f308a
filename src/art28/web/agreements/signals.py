"""What this app tells others, within the transaction in which it happens."""

from django.dispatch import Signal

reading_stored = Signal()
"""A reading was stored: `agreement`, its `text` (both rows), `read` (what was read) and `now`."""
