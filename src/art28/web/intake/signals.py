"""What signals of a possible breach tell other apps, within the transaction in which it happens."""

from django.dispatch import Signal as Dispatched

joined = Dispatched()
"""A signal was found to belong to a breach: `row`, `breach`, `by`, `actor` and `now`."""
