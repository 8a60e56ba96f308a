"""What this app tells others, within the transaction in which it happens."""

from django.dispatch import Signal

moved = Signal()
"""A signing went on: `signing`, `what` ("opened" or how it ended, a `models.State`), `who`, the `reason` they gave, `now`."""
