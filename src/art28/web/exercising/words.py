"""What the parts of an exercise's report are called."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.web.exercising.report import Code, Standing

STEPS: Mapping[str, str | Promise] = {
    Code.STARTED: _("The story was told"),
    Code.SIGNALLED: _("Signal reported"),
    Code.RECEIVED: _("Supplier's report put in"),
    Code.RECORDED: _("Breach recorded"),
    Code.FOUND: _("Agreements found, their clocks running"),
    Code.ASSESSED: _("Risk assessed and decided"),
    Code.FIRST_TOLD: _("First other side told"),
    Code.LAST_TOLD: _("Last other side told"),
    Code.AUTHORITY: _("Kept as notified to the authority"),
    Code.PEOPLE: _("People concerned told"),
    Code.ENDED: _("Exercise ended"),
}
STANDINGS: Mapping[str, str | Promise] = {
    Standing.IN_TIME: _("In time"),
    Standing.LATE: _("Too late"),
    Standing.MISSED: _("Not done, limit passed"),
    Standing.OPEN: _("Not done, limit still ran"),
}
TONES: Mapping[str, tuple[str, str]] = {
    Standing.IN_TIME: ("done", "circle-check"),
    Standing.LATE: ("late", "octagon-alert"),
    Standing.MISSED: ("late", "octagon-alert"),
    Standing.OPEN: ("soon", "circle-dot"),
}
"""The tone and the icon of each."""
