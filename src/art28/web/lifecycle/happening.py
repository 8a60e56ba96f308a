"""What happened under an agreement, and which other apps tell of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from art28.web.agreements.models import Agreement


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened: when, what, of which one reads more behind `href`; `tone` colours it, `kind` is one of `KINDS`."""

    at: datetime
    what: str
    who: str = ""
    href: str = ""
    tone: str = ""
    kind: str = ""


KINDS = {
    "act": _("What was done"),
    "clock": _("Clocks"),
    "breach": _("Breaches"),
    "event": _("Events"),
    "notice": _("Notices"),
    "more": _("Claims and disputes"),
}
"""What an entry is about; what other apps tell of is the last."""
Tells = Callable[["Agreement"], Iterable[Entry]]
TELLS: list[Tells] = []


def tells(found: Tells) -> None:
    """Let an app tell what happened of its own under an agreement, in a fixed number of queries."""
    if found not in TELLS:
        TELLS.append(found)
