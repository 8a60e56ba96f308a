"""The register of sub-processors, and proposals to change it with what each agreement made of them.

Which service a sub-processor works for, in which role and in which countries, is kept with the service
(`services.Service.sub_processors`); here is what holds for the sub-processor itself.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.notices.models import OutboxMessage
from art28.web.taking_over import TableRead


class SubProcessor(OrganisationRow):
    """Another processor that the organisation engages, or that one it engages does.

    `country` is where it is established, `countries` where it processes data itself; ISO 3166-1 alpha-2. `agreement` is the
    contract with it, read, in which the organisation stands on the controller's side (Art. 28(4) GDPR).
    """

    name = models.CharField(max_length=200)
    registration = models.CharField(max_length=40, blank=True, default="")
    street = models.CharField(max_length=200, blank=True, default="")
    postcode = models.CharField(max_length=20, blank=True, default="")
    city = models.CharField(max_length=100, blank=True, default="")
    country = models.CharField(max_length=2, blank=True, default="")
    countries = models.JSONField(default=list)
    contact_name = models.CharField(max_length=120, blank=True, default="")
    email = models.EmailField(max_length=254, blank=True, default="")
    phone = models.CharField(max_length=40, blank=True, default="")
    note = models.TextField(blank=True, default="")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "name"), name="subprocessors_name_once"),)

    def __str__(self) -> str:
        return self.name


class Behind(OrganisationRow):
    """That `child` works for `parent`, itself a sub-processor; one may stand behind several."""

    parent = models.ForeignKey(SubProcessor, on_delete=models.PROTECT, related_name="children")
    child = models.ForeignKey(SubProcessor, on_delete=models.PROTECT, related_name="parents")
    role = models.CharField(max_length=200, blank=True, default="")
    countries = models.JSONField(default=list)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("parent", "child"), name="subprocessors_behind_once"),
            models.CheckConstraint(condition=~models.Q(parent=models.F("child")), name="subprocessors_not_itself"),
        )

    def __str__(self) -> str:
        return f"{self.child_id} behind {self.parent_id}"


class SafeguardKind(models.TextChoices):
    """On what a transfer to a country without an adequacy decision for all can rest (Art. 45 to 49 GDPR)."""

    CLAUSES = "clauses", _("Standard contractual clauses")
    BINDING_RULES = "binding_rules", _("Binding corporate rules")
    WITHIN_DECISION = "within_decision", _("Falls under the adequacy decision")
    CERTIFICATION = "certification", _("Code of conduct or certification")


class Safeguard(OrganisationRow):
    """What is on file for data at a sub-processor in a country. `assessed_on` is the day of the transfer assessment."""

    sub_processor = models.ForeignKey(SubProcessor, on_delete=models.PROTECT, related_name="safeguards")
    country = models.CharField(max_length=2)
    kind = models.CharField(max_length=20, choices=SafeguardKind.choices)
    signed_on = models.DateField()
    assessed_on = models.DateField(null=True)
    note = models.CharField(max_length=500, blank=True, default="")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=SafeguardKind.values), name="subprocessors_safeguard_kind"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.country}"


class Import(TableRead):
    """A table of sub-processors, read and waiting for somebody to have looked at what it would change."""


class Kind(models.TextChoices):
    """What is to change (`obligations.impact.Kind`)."""

    ADD = "add", _("Engage a sub-processor")
    REPLACE = "replace", _("Replace a sub-processor")
    REMOVE = "remove", _("End a sub-processor's engagement")
    MOVE = "move", _("Process in other countries")


class State(models.TextChoices):
    """How far a proposal is. Announced, its list of agreements is frozen; carried out, the registers have changed."""

    DRAFT = "draft", _("Being considered")
    ANNOUNCED = "announced", _("Announced")
    DECIDED = "decided", _("Decided: goes ahead")
    DONE = "done", _("Carried out")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Proposal(OrganisationRow):
    """A change of sub-processor from `planned_on`, for the services named, in the countries named.

    `services` are ids; empty means that any agreement may be touched. `replaced` is the one that goes. `window_days` is the
    time to object for agreements that name none. `reply_to` is the address to which objections may be written,
    `reply_bounced_at` when it was found not to work.
    """

    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    sub_processor = models.ForeignKey(SubProcessor, on_delete=models.PROTECT, related_name="proposals")
    replaced = models.ForeignKey(SubProcessor, on_delete=models.PROTECT, null=True, related_name="+")
    role = models.CharField(max_length=200, blank=True, default="")
    countries = models.JSONField(default=list)
    services = models.JSONField(default=list)
    planned_on = models.DateField()
    why = models.CharField(max_length=1000, blank=True, default="")
    reply_to = models.EmailField(max_length=254, blank=True, default="")
    reply_bounced_at = models.DateTimeField(null=True)
    window_days = models.PositiveSmallIntegerField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    version = models.PositiveIntegerField(default=1)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    announced_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=1000, blank=True, default="")
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "year", "number"), name="subprocessors_proposal_once"),
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="subprocessors_proposal_state"),
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="subprocessors_proposal_kind"),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What everybody calls it."""
        return f"S{self.year}-{self.number:03d}"


class Standing(models.TextChoices):
    """How one agreement stands towards an announced change."""

    OPEN = "open", _("No answer yet")
    CONSENTED = "consented", _("Consented")
    REFUSED = "refused", _("Consent refused")
    OBJECTED = "objected", _("Objects")
    TALKS = "talks", _("Talks go on")
    MITIGATED = "mitigated", _("Objection met")
    EXEMPTED = "exempted", _("Left out of the change")
    TERMINATED = "terminated", _("Agreement ends")
    WITHDRAWN = "withdrawn", _("Objection withdrawn")


class Affected(OrganisationRow):
    """An agreement on the frozen list of an announced change, with what it asks and what became of that.

    `reasons` are those of `obligations.impact`, each with the number of the fact's version. `tell_by_at` is the last moment
    to give notice, where the agreement has a number for it; `window_ends_at` until when the other side may object, set when
    it was told. `own_window_on` is a last day set by hand. `lifted` says which exception applies, and why.
    """

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="affected")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    need = models.PositiveSmallIntegerField()
    reasons = models.JSONField(default=list)
    period = models.CharField(max_length=20, blank=True, default="")
    working_days = models.BooleanField(default=False)
    tell_by_at = models.DateTimeField(null=True)
    own_window_on = models.DateField(null=True)
    window_ends_at = models.DateTimeField(null=True)
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.OPEN)
    lifted = models.CharField(max_length=1000, blank=True, default="")
    started_at = models.DateTimeField(null=True)
    sent = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    message = models.ForeignKey(OutboxMessage, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("proposal", "agreement"), name="subprocessors_affected_once"),
            models.CheckConstraint(condition=models.Q(standing__in=Standing.values), name="subprocessors_standing"),
        )
        indexes = (
            models.Index(fields=("proposal", "need", "standing", "id"), name="subprocessors_affected_order"),
            models.Index(fields=("proposal", "id"), condition=models.Q(started_at=None), name="subprocessors_waiting"),
            models.Index(fields=("organisation", "standing"), name="subprocessors_standings"),
        )

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.agreement_id}"


class AnswerKind(models.TextChoices):
    """What was said about a change under one agreement."""

    CONSENT = "consent", _("Consents")
    REFUSAL = "refusal", _("Refuses consent")
    OBJECTION = "objection", _("Objects")
    TALK = "talk", _("Talked about it")
    MITIGATED = "mitigated", _("Objection met")
    EXEMPTED = "exempted", _("Left out of the change")
    TERMINATED = "terminated", _("Agreement ends")
    WITHDRAWN = "withdrawn", _("Objection withdrawn")
    EXCEPTION = "exception", _("An exception of the agreement applies")


class Answer(OrganisationRow):
    """What the other side said or agreed to; append-only. `by` is None where it came through the notice's link."""

    affected = models.ForeignKey(Affected, on_delete=models.PROTECT, related_name="answers")
    kind = models.CharField(max_length=10, choices=AnswerKind.choices)
    name = models.CharField(max_length=200)
    text = models.TextField(blank=True, default="")
    at = models.DateTimeField()
    late = models.BooleanField(default=False)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("affected", "recorded_at"), name="subprocessors_answers"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.affected_id}"
