"""What the outbox tells others, within the transaction in which it happens."""

from django.dispatch import Signal

undelivered = Signal()
"""A message was refused for good, or came back: `message` (with its obligation), `actor` and `now`."""
