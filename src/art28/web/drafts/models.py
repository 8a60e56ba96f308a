"""Drafts of agreements and their versions: the facts that were chosen, from which every document is made anew."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement, Direction
from art28.web.parties.models import Counterparty, LegalEntity


class State(models.TextChoices):
    """How far a draft is."""

    OPEN = "open", _("Being drafted")
    SENT = "sent", _("With the other side")
    AGREED = "agreed", _("Agreed, to be signed")
    SIGNING = "signing", _("Being signed")
    SIGNED = "signed", _("Signed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


CHANGEABLE = (State.OPEN, State.SENT, State.AGREED)
"""The states in which a new version may be made."""


class Draft(OrganisationRow):
    """An agreement that we draft with one counterparty, from one template and in one language.

    `agreement` is what came of it, once it was signed. `version` is the number of the newest version.
    """

    counterparty = models.ForeignKey(Counterparty, on_delete=models.PROTECT, related_name="+")
    legal_entity = models.ForeignKey(LegalEntity, on_delete=models.PROTECT, related_name="+")
    direction = models.CharField(max_length=12, choices=Direction.choices)
    template = models.CharField(max_length=40)
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    version = models.PositiveIntegerField(default=1)
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, null=True, related_name="+")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(state__in=State.values), name="drafts_draft_state"),)
        indexes = (
            models.Index(fields=("organisation", "-changed_at", "-id"), name="drafts_newest"),
            models.Index(fields=("organisation", "state", "-changed_at"), name="drafts_by_state"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def may_change(self) -> bool:
        """Whether a new version may be made."""
        return self.state in CHANGEABLE


class DraftVersion(OrganisationRow):
    """One version of a draft, as chosen: `facts` by key ("-" leaves out what the template says), `measures` as sentences.

    `blanks` are the keys that were still to be filled in. A version never changes.
    """

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    facts = models.JSONField()
    measures = models.JSONField(default=list)
    blanks = models.JSONField(default=list)
    why = models.CharField(max_length=300, blank=True, default="")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("draft", "number"), name="drafts_version_once"),)

    def __str__(self) -> str:
        return f"{self.draft_id} {self.number}"
