"""What agreements promise of measures, and what happens under them: changes told, overviews given, wishes agreed on."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement, AgreementText
from art28.web.breaches.models import Breach
from art28.web.notices.models import OutboxMessage


class Linked(models.TextChoices):
    """What a person made of a promise."""

    OPEN = "open", _("To be linked")
    LINKED = "linked", _("Linked to a measure")
    DISMISSED = "dismissed", _("Promises no measure")


class PromiseReading(OrganisationRow):
    """That an agreement was gone through for measures, by which version of the reader, and what it says besides.

    `overview` is what it says of an overview on request, `judging` of the controller's own judgement; None for nothing.
    """

    agreement = models.OneToOneField(Agreement, on_delete=models.PROTECT, related_name="+")
    text = models.ForeignKey(AgreementText, on_delete=models.PROTECT, related_name="+")
    reader = models.PositiveSmallIntegerField()
    count = models.PositiveIntegerField()
    overview = models.JSONField(null=True)
    judging = models.JSONField(null=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.count}"


class Promise(OrganisationRow):
    """A measure as one agreement promises it: its passage, and which measure of the library keeps it.

    `key` is the same for the same words in whatever agreement, so that one decision can hold for all that share a template.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=64)
    place = models.PositiveIntegerField()
    topic = models.CharField(max_length=24)
    heading = models.CharField(max_length=200, blank=True, default="")
    words = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    state = models.CharField(max_length=9, choices=Linked.choices, default=Linked.OPEN)
    measure = models.ForeignKey("measures.Measure", on_delete=models.PROTECT, null=True, related_name="promises")
    reason = models.CharField(max_length=300, blank=True, default="")
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("agreement", "key"), name="measures_promise_once"),
            models.CheckConstraint(
                condition=models.Q(state="linked", measure__isnull=False)
                | models.Q(state__in=("open", "dismissed"), measure=None),
                name="measures_promise_state",
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "key"), name="measures_promise_alike"),
            models.Index(fields=("organisation", "state", "agreement"), name="measures_promise_by"),
            models.Index(fields=("measure", "agreement"), name="measures_promise_kept"),
        )

    def __str__(self) -> str:
        return self.words[:80]


class ChangeState(models.TextChoices):
    """How far a change of a measure is. Announced, its list of agreements is frozen; done, the new version holds."""

    DRAFT = "draft", _("Being considered")
    ANNOUNCED = "announced", _("Announced")
    DONE = "done", _("In force")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Change(OrganisationRow):
    """A new version of a measure on its way: what it will say, why, and what each agreement that promises it asks first.

    `after` holds the columns of the version to be, `based_on` the number of the version before it. `lowers` says that
    something is taken away; `level` why the level of security is still appropriate (Art. 32(1) GDPR).
    """

    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    measure = models.ForeignKey("measures.Measure", on_delete=models.PROTECT, related_name="changes")
    based_on = models.PositiveIntegerField()
    after = models.JSONField()
    why = models.CharField(max_length=1000)
    level = models.CharField(max_length=1000)
    lowers = models.BooleanField(default=False)
    important = models.BooleanField(default=True)
    planned_on = models.DateField()
    state = models.CharField(max_length=9, choices=ChangeState.choices, default=ChangeState.DRAFT)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    announced_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=1000, blank=True, default="")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "year", "number"), name="measures_change_once"),
            models.UniqueConstraint(
                fields=("measure",), condition=models.Q(state__in=("draft", "announced")), name="measures_change_runs"
            ),
            models.CheckConstraint(condition=models.Q(state__in=ChangeState.values), name="measures_change_state"),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What everybody calls it."""
        return f"M{self.year}-{self.number:03d}"


class Answered(models.TextChoices):
    """How one agreement stands towards an announced change."""

    OPEN = "open", _("No answer yet")
    CONSENTED = "consented", _("Consented")
    REFUSED = "refused", _("Consent refused")
    OBJECTED = "objected", _("Objection made")
    LIFTED = "lifted", _("Needs nothing, by decision")


class Affected(OrganisationRow):
    """An agreement on the frozen list of a change: what it asks on which ground, who was told, what was answered."""

    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="affected")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    need = models.PositiveSmallIntegerField()
    ground = models.CharField(max_length=20)
    provision = models.CharField(max_length=120, blank=True, default="")
    fact_version = models.PositiveIntegerField(null=True)
    standing = models.CharField(max_length=9, choices=Answered.choices, default=Answered.OPEN)
    answer = models.CharField(max_length=1000, blank=True, default="")
    answered_by = models.CharField(max_length=200, blank=True, default="")
    answered_on = models.DateField(null=True)
    sent = models.PositiveSmallIntegerField(default=0)
    message = models.ForeignKey(OutboxMessage, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("change", "agreement"), name="measures_affected_once"),
            models.CheckConstraint(condition=models.Q(standing__in=Answered.values), name="measures_affected_standing"),
        )
        indexes = (
            models.Index(fields=("change", "need", "standing", "id"), name="measures_affected_order"),
            models.Index(fields=("organisation", "standing"), name="measures_standings"),
        )

    def __str__(self) -> str:
        return f"{self.change_id} {self.agreement_id}"


class AskedFor(models.TextChoices):
    """Why a customer may have an overview now."""

    YEARLY = "yearly", _("The overview of this year")
    BREACH = "breach", _("There was a breach")
    OTHER = "other", _("Another good reason")


class Overview(OrganisationRow):
    """A customer's request for an overview of the measures, and what it got: the measures as they stood, kept with it.

    A request that may be refused by the agreement, being the second within its period, is kept with the reason.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    asked_on = models.DateField()
    asked_by = models.CharField(max_length=200)
    why = models.CharField(max_length=6, choices=AskedFor.choices)
    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=500, blank=True, default="")
    refused = models.CharField(max_length=500, blank=True, default="")
    content = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    message = models.ForeignKey(OutboxMessage, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "year", "number"), name="measures_overview_once"),
        )
        indexes = (models.Index(fields=("organisation", "agreement", "-asked_on"), name="measures_overview_newest"),)

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What everybody calls it."""
        return f"O{self.year}-{self.number:03d}"


class WishState(models.TextChoices):
    """How far a customer's wish for a further measure is."""

    ASKED = "asked", _("Asked for")
    OFFERED = "offered", _("Offered")
    AGREED = "agreed", _("Agreed in writing")
    DECLINED = "declined", _("Declined")
    DONE = "done", _("Carried out")


class Wish(OrganisationRow):
    """A further measure that a customer asks for: what it costs, what was agreed by whom, and what came of it.

    Nothing is carried out before an agreement that both signed is on file.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    asked_on = models.DateField()
    asked_by = models.CharField(max_length=200)
    what = models.TextField()
    state = models.CharField(max_length=8, choices=WishState.choices, default=WishState.ASKED)
    price_cents = models.PositiveBigIntegerField(null=True)
    terms = models.CharField(max_length=500, blank=True, default="")
    reason = models.CharField(max_length=500, blank=True, default="")
    signed_on = models.DateField(null=True)
    signed_by_us = models.CharField(max_length=200, blank=True, default="")
    signed_by_them = models.CharField(max_length=200, blank=True, default="")
    kept_at = models.CharField(max_length=300, blank=True, default="")
    measure = models.ForeignKey("measures.Measure", on_delete=models.PROTECT, null=True, related_name="+")
    done_on = models.DateField(null=True)
    charged_on = models.DateField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "year", "number"), name="measures_wish_once"),
            models.CheckConstraint(
                condition=~models.Q(state__in=("agreed", "done"))
                | (models.Q(signed_on__isnull=False) & ~models.Q(signed_by_us="") & ~models.Q(signed_by_them="")),
                name="measures_wish_signed",
            ),
        )
        indexes = (models.Index(fields=("organisation", "state", "-asked_on"), name="measures_wish_newest"),)

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What everybody calls it."""
        return f"W{self.year}-{self.number:03d}"
