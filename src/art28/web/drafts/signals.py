"""What this app tells others, within the transaction in which it happens."""

from django.dispatch import Signal

version_made = Signal()
"""A draft was changed: `draft` and `now`."""
