"""What is learnt from a breach and what is to be done about it, each with a clock of its own until it is done."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.breaches.models import Breach


class Kind(models.TextChoices):
    """Whether something is to be done, or to be learnt by others."""

    MEASURE = "measure", _("Measure")
    LESSON = "lesson", _("Lesson to pass on")


class Measure(OrganisationRow):
    """A measure or lesson after a breach. Who sees to it, until when, and whether it is done, its obligation says."""

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.TextField()
    due_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("organisation", "breach", "due_on"), name="registers_measure_of"),)

    def __str__(self) -> str:
        return self.text[:80]
