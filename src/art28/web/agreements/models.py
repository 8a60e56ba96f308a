"""Files put in, agreements, the text read, facts by version, open questions, promises and findings."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.parties.models import Counterparty, LegalEntity

LAST = 999
"""The order of what has none."""


class SourceFile(OrganisationRow):
    """A file as it was put in. The same bytes exist once in an organisation.

    `begins` is where a person said that its agreements begin, a list of offsets with the words that stand there; None where
    that was left to art28.
    """

    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120, blank=True, default="")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField()
    begins = models.JSONField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "sha256"), name="agreements_file_once"),)

    def __str__(self) -> str:
        return self.name


class SourceBytes(models.Model):
    """The bytes of a file, in a table of their own: lists never touch them, and a back-up is one file."""

    file = models.OneToOneField(SourceFile, on_delete=models.PROTECT, primary_key=True, related_name="bytes")
    data = models.BinaryField()

    def __str__(self) -> str:
        return f"bytes of {self.file_id}"


class State(models.TextChoices):
    """How far the reading of an agreement is."""

    QUEUED = "queued", _("Waiting to be read")
    READING = "reading", _("Being read")
    READ = "read", _("Read")
    FAILED = "failed", _("Not readable")
    REPLACED = "replaced", _("Replaced by a newer version")
    ADDENDUM = "addendum", _("Addendum")
    ASIDE = "aside", _("Put aside")


class Direction(models.TextChoices):
    """Who the organisation is in an agreement."""

    PROCESSOR = "processor", _("We process for them")
    CONTROLLER = "controller", _("They process for us")
    UNKNOWN = "unknown", _("Not yet known")


class Agreement(OrganisationRow):
    """A processor agreement that was put in. `reason` is a code of why reading failed.

    The row itself says that it needs work: `due_at` set means read it then; a worker that took it holds `lease` until
    `leased_until`. Of the agreements that one file holds, this is number `share` of `shares`. An addendum names the agreement
    that it `amends`: it promises nothing by itself, what it changes is kept as facts of that agreement.
    """

    source = models.ForeignKey(SourceFile, on_delete=models.PROTECT, related_name="agreements")
    share = models.PositiveSmallIntegerField(default=1)
    shares = models.PositiveSmallIntegerField(default=1)
    batch = models.UUIDField(null=True)
    title = models.CharField(max_length=300)
    counterparty = models.ForeignKey(Counterparty, on_delete=models.PROTECT, null=True, related_name="agreements")
    counterparty_name = models.CharField(max_length=200, blank=True, default="")
    legal_entity = models.ForeignKey(LegalEntity, on_delete=models.PROTECT, null=True, related_name="agreements")
    direction = models.CharField(max_length=12, choices=Direction.choices, default=Direction.UNKNOWN)
    language = models.CharField(max_length=2, blank=True, default="")
    amends = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="addenda")
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    reason = models.CharField(max_length=60, blank=True, default="")
    added_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    pages = models.PositiveIntegerField(null=True)
    duty_count = models.PositiveIntegerField(default=0)
    open_count = models.PositiveIntegerField(default=0)
    asked_count = models.PositiveIntegerField(default=0)
    decided_count = models.PositiveIntegerField(default=0)
    finding_count = models.PositiveIntegerField(default=0)
    serious_count = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField(null=True)
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("source", "share"), name="agreements_share_once"),)
        indexes = (
            models.Index(fields=("organisation", "state", "-added_at"), name="agreements_by_state"),
            models.Index(fields=("organisation", "-added_at", "-id"), name="agreements_newest"),
            models.Index(fields=("due_at",), condition=models.Q(due_at__isnull=False), name="agreements_due"),
            models.Index(fields=("organisation", "batch"), name="agreements_batch"),
            models.Index(
                fields=("organisation", "asked_count"),
                condition=models.Q(asked_count__gt=0, state="read"),
                name="agreements_asked",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def known_count(self) -> int:
        """How many facts there are something to decide on, decided or not."""
        return self.open_count + self.decided_count


class AgreementText(OrganisationRow):
    """The text of an agreement by one version of the reader; every offset of a citation counts code points of it.

    Where the file holds several agreements it is the text of this one alone, and `extraction` names its range in the file's.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="texts")
    extraction = models.CharField(max_length=120)
    text = models.TextField()
    blocks = models.JSONField()
    pages = models.JSONField()
    notes = models.JSONField(default=list)
    changes = models.JSONField(default=list)
    comments = models.JSONField(default=list)
    read_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("agreement", "extraction"), name="agreements_text_once"),)
        indexes = (models.Index(fields=("agreement", "-read_at", "-id"), name="agreements_text_newest"),)

    def __str__(self) -> str:
        return f"text of {self.agreement_id} by {self.extraction}"


class TextStructure(OrganisationRow):
    """How a text is built: its contents as a tree, and where its cross-references lead; made by `outlining`.

    `prepared` is the text as checking reads it, by the edition `prepared_by`; empty or of another edition, it is made anew.
    `textual` holds the findings that its words alone settle, by the edition `textual_by`, in the same way.
    `rejects` is the sentence that rejects other agreements of the same parties, None where nobody looked for one.
    """

    text = models.OneToOneField(AgreementText, on_delete=models.PROTECT, related_name="structure")
    parts = models.JSONField()
    references = models.JSONField()
    made_at = models.DateTimeField()
    prepared = models.BinaryField(blank=True, default=b"")
    prepared_by = models.CharField(max_length=40, blank=True, default="")
    textual = models.BinaryField(blank=True, default=b"")
    textual_by = models.CharField(max_length=40, blank=True, default="")
    rejects = models.TextField(null=True)

    def __str__(self) -> str:
        return f"structure of {self.text_id}"


class FactState(models.TextChoices):
    """What is known of a fact, and from whom."""

    PROPOSED = "proposed", _("Read")
    CONFIRMED = "confirmed", _("Confirmed")
    CORRECTED = "corrected", _("Corrected")
    NOT_SAID = "not_said", _("Not said")
    AMENDED = "amended", _("Amended")


class Certainty(models.TextChoices):
    """Why a person is asked about a fact: passages differ, it is less than express, or it stands there in so many words."""

    CONFLICT = "conflict", _("Contradictory")
    UNCERTAIN = "uncertain", _("Uncertain")
    EXPRESS = "express", _("Express")


class FactVersion(OrganisationRow):
    """One version of a fact of an agreement. `value` is null where it is not said; the newest is `current`.

    `strength` is how much its passages settle, null where nobody measured it; `doubts` are codes of what makes it less than
    express; `certainty` is empty for what a person filled in where nothing was read. `urgency` and `place` order what waits
    for a person. Facts decided in one go share a `decision`; a version made by undoing says which it `restores`.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="facts")
    text = models.ForeignKey(AgreementText, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    value = models.JSONField(null=True)
    citations = models.JSONField(default=list)
    rule = models.CharField(max_length=120, blank=True, default="")
    provision = models.CharField(max_length=120, blank=True, default="")
    state = models.CharField(max_length=10, choices=FactState.choices)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    supersedes = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="superseded_by")
    current = models.BooleanField(default=True)
    strength = models.PositiveSmallIntegerField(null=True)
    doubts = models.JSONField(default=list)
    certainty = models.CharField(max_length=10, choices=Certainty.choices, blank=True, default=Certainty.UNCERTAIN)
    urgency = models.PositiveSmallIntegerField(default=LAST)
    place = models.PositiveSmallIntegerField(default=LAST)
    decision = models.UUIDField(null=True)
    restores = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("agreement", "key", "number"), name="agreements_fact_version_once"),
            models.UniqueConstraint(
                fields=("agreement", "key"), condition=models.Q(current=True), name="agreements_fact_current_once"
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "key", "current"), name="agreements_fact_by_key"),
            models.Index(
                fields=("organisation", "urgency", "agreement", "place"),
                condition=models.Q(current=True, state="proposed"),
                name="agreements_fact_waiting",
            ),
            models.Index(
                fields=("organisation", "by", "-at"),
                condition=models.Q(current=True, by__isnull=False),
                name="agreements_fact_decided_by",
            ),
        )

    def __str__(self) -> str:
        return f"{self.key} {self.number}"


class Question(OrganisationRow):
    """A fact that the document leaves open, with its candidates; settled by the version in which a person decides."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="questions")
    key = models.CharField(max_length=60)
    kind = models.CharField(max_length=20)
    candidates = models.JSONField()
    asked_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(FactVersion, on_delete=models.PROTECT, null=True, related_name="settles")
    urgency = models.PositiveSmallIntegerField(default=LAST)
    place = models.PositiveSmallIntegerField(default=LAST)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agreement", "key"), condition=models.Q(settled_at=None), name="agreements_question_open_once"
            ),
        )
        indexes = (
            models.Index(
                fields=("organisation", "urgency", "agreement", "place"),
                condition=models.Q(settled_at=None),
                name="agreements_question_waiting",
            ),
        )

    def __str__(self) -> str:
        return f"{self.key}?"


class PromisedDuty(OrganisationRow):
    """What an agreement promises: `agreement.duties.Duty` as a row, frozen; a later reading retires it."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="duties")
    text = models.ForeignKey(AgreementText, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=120)
    order = models.PositiveIntegerField()
    action = models.CharField(max_length=40)
    trigger = models.CharField(max_length=40)
    bearer = models.CharField(max_length=20)
    beneficiary = models.CharField(max_length=20)
    limit = models.JSONField(null=True)
    channels = models.JSONField(default=list)
    content = models.JSONField(default=list)
    citations = models.JSONField(default=list)
    provision = models.CharField(max_length=120, blank=True, default="")
    facts = models.JSONField(default=list)
    gdpr = models.CharField(max_length=60, blank=True, default="")
    provisional = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agreement", "key"), condition=models.Q(retired_at=None), name="agreements_duty_current_once"
            ),
        )
        indexes = (models.Index(fields=("organisation", "trigger", "retired_at"), name="agreements_duty_by_trigger"),)

    def __str__(self) -> str:
        return self.key


class Severity(models.TextChoices):
    """How much a finding weighs."""

    HIGH = "high", _("Serious")
    MEDIUM = "medium", _("Attention")
    LOW = "low", _("Remark")


class FindingRow(OrganisationRow):
    """What a check found, as a row; a later check retires it."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="findings")
    text = models.ForeignKey(AgreementText, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=120)
    order = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    severity = models.CharField(max_length=10, choices=Severity.choices)
    requirement = models.CharField(max_length=40, blank=True, default="")
    article = models.CharField(max_length=80, blank=True, default="")
    provision = models.CharField(max_length=120, blank=True, default="")
    message = models.JSONField()
    citations = models.JSONField(default=list)
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=("organisation", "agreement", "retired_at"), name="agreements_finding_current"),)

    def __str__(self) -> str:
        return self.key


class VerdictRow(OrganisationRow):
    """How an agreement stands towards one requirement of the law, as a row; a later check retires it."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="verdicts")
    text = models.ForeignKey(AgreementText, on_delete=models.PROTECT, related_name="+")
    requirement = models.CharField(max_length=60)
    order = models.PositiveIntegerField()
    status = models.CharField(max_length=20)
    reason = models.JSONField()
    lacking = models.JSONField(default=list)
    provision = models.CharField(max_length=120, blank=True, default="")
    citations = models.JSONField(default=list)
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agreement", "requirement"),
                condition=models.Q(retired_at=None),
                name="agreements_verdict_current_once",
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "requirement", "retired_at"), name="agreements_verdict_by_req"),
        )

    def __str__(self) -> str:
        return f"{self.requirement}: {self.status}"


class PackedCheck(OrganisationRow):
    """How an agreement stands towards the entries of every requirement pack; a later check replaces it.

    `verdicts` lists, for each entry, `pack`, `entry`, `status`, `citations`, `provision` and `lacking`. Which packs count is
    the organisation's choice of profile; all are kept, so that another choice needs no check. `outcome` is a digest of the
    whole check, verdicts and findings too: one that comes out the same is not written again.
    """

    agreement = models.OneToOneField(Agreement, on_delete=models.PROTECT, related_name="packed")
    text = models.ForeignKey(AgreementText, on_delete=models.PROTECT, related_name="+")
    verdicts = models.JSONField()
    outcome = models.CharField(max_length=40, blank=True, default="")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"packs of {self.agreement_id}"
