"""What this app tells others, within the transaction in which it happens."""

from django.dispatch import Signal

yardstick_changed = Signal()
"""An organisation measures by something else: `organisation`, `what` ("profile" or "playbook") and `now`."""
