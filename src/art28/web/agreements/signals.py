"""What this app tells others, within the transaction in which it happens."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.dispatch import Signal

if TYPE_CHECKING:  # a process that stores no reading need not load the reader
    from art28.web.agreements.models import Agreement, AgreementText
    from art28.web.agreements.reading import Read

duties_derived = Signal()
"""What an agreement promises was derived anew: `agreement`, its `duties`, `actor` and `now`."""
reading_stored = Signal()
"""A reading was stored: `agreement`, its `text` (both rows), `read` (what was read), what its check `turned`, and `now`."""
addendum_stored = Signal()
"""An addendum was read: `agreement` (its own row), its `text`, and `now`. `reading_stored` isn't sent for one."""
readings_registered = Signal()
"""Agreements came to be, read and checked, on which nothing hangs yet: `organisation`, `stored` (each `Stored`) and `now`.

Neither of the others is sent for them.
"""


@dataclass(frozen=True, slots=True)
class Stored:
    """An agreement that came to be, its text, and what was read in it."""

    agreement: "Agreement"
    text: "AgreementText"
    read: "Read"
