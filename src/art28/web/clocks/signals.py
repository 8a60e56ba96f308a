"""What this app tells others, within the transaction in which it happens."""

from django.dispatch import Signal

clock_changed = Signal()
"""The ground of a running clock changed: `obligation` and `change` (both rows) and `now`."""
