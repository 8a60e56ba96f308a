"""What this app tells others, within the transaction in which it happens."""

from django.dispatch import Signal

duties_derived = Signal()
"""What an agreement promises was derived anew: `agreement`, its `duties`, `actor` and `now`."""
reading_stored = Signal()
"""A reading was stored: `agreement`, its `text` (both rows), `read` (what was read), what its check `turned`, and `now`."""
