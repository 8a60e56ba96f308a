"""How the calls of a breach stand. What was said in a call is kept with the breach (`breaches.models.Call`)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.breaches.models import Breach, TouchedAgreement


class State(models.TextChoices):
    """How a call stands: nobody has it, somebody is making it, or somebody was reached."""

    WAITING = "waiting", _("To call")
    CLAIMED = "claimed", _("Being called")
    REACHED = "reached", _("Reached")


class CallLine(OrganisationRow):
    """One agreement of the call list, from when somebody first took it up or put it there.

    An agreement whose clock wants a call stands on the list also without a row. A claim lapses at `claimed_until`, so that
    nobody who went home keeps one; after a call in vain it comes back at `later_at`.
    """

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="+")
    touched = models.OneToOneField(TouchedAgreement, on_delete=models.PROTECT, related_name="call_line")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    caller = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    claimed_until = models.DateTimeField(null=True)
    later_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    reached_at = models.DateTimeField(null=True)
    spoken_to = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(state__in=State.values), name="calls_line_state"),)
        indexes = (models.Index(fields=("breach", "state"), name="calls_line_by_state"),)

    def __str__(self) -> str:
        return f"call {self.touched_id} {self.state}"
