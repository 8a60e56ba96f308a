"""Drafts of agreements and their versions; rounds with the other side: what it remarks and hands back, what becomes of it."""

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
    HOLDS = "holds", _("Holds, by notice")
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

    `wording` are the parties' own words by the key of a clause, `special` their own arrangements. `blanks` are the keys
    that were still to be filled in. A version never changes.
    """

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    facts = models.JSONField()
    measures = models.JSONField(default=list)
    wording = models.JSONField(default=dict)
    special = models.JSONField(default=list)
    blanks = models.JSONField(default=list)
    why = models.CharField(max_length=300, blank=True, default="")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("draft", "number"), name="drafts_version_once"),)

    def __str__(self) -> str:
        return f"{self.draft_id} {self.number}"


class Answer(models.TextChoices):
    """What the other side said to a round."""

    NONE = "", _("No answer yet")
    AGREED = "agreed", _("Agrees with this text")
    CHANGES = "changes", _("Wants changes")


class Round(OrganisationRow):
    """A version that was sent to the other side, behind a link; open until it is closed or `expires_at` has passed.

    `answered_by` is what whoever held the link called themselves.
    """

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="rounds")
    number = models.PositiveIntegerField()
    version = models.ForeignKey(DraftVersion, on_delete=models.PROTECT, related_name="+")
    recipient = models.EmailField(max_length=254)
    recipient_name = models.CharField(max_length=200)
    message = models.TextField(blank=True, default="")
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True, default=Answer.NONE)
    answered_by = models.CharField(max_length=200, blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("draft", "number"), name="drafts_round_once"),
            models.UniqueConstraint(
                fields=("draft",), condition=models.Q(closed_at=None), name="drafts_round_open_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.draft_id} round {self.number}"


class Remark(OrganisationRow):
    """Something said of a clause (its number) or of the whole, by the other side or, with `by`, by one of us."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="remarks")
    clause = models.CharField(max_length=12, blank=True, default="")
    text = models.TextField()
    name = models.CharField(max_length=200)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("round", "at"), name="drafts_remark_of"),)

    def __str__(self) -> str:
        return f"{self.round_id} {self.clause}"


class Reading(models.TextChoices):
    """How far the reading of a file is that was handed back."""

    QUEUED = "queued", _("Waiting to be read")
    READ = "read", _("Read")
    FAILED = "failed", _("Not readable")


class Returned(OrganisationRow):
    """A file that the other side handed back: its own edit of the text. `findings` are what it brings that ours hadn't."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="returned")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    data = models.BinaryField()
    handed_by = models.CharField(max_length=200)
    at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=Reading.choices, default=Reading.QUEUED)
    reason = models.CharField(max_length=60, blank=True, default="")
    findings = models.JSONField(default=list)
    due_at = models.DateTimeField(null=True)
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("round", "sha256"), name="drafts_returned_once"),)
        indexes = (
            models.Index(fields=("due_at",), condition=models.Q(due_at__isnull=False), name="drafts_returned_due"),
        )

    def __str__(self) -> str:
        return self.name


class Decision(models.TextChoices):
    """What became of a change."""

    OPEN = "", _("To be decided")
    ACCEPTED = "accepted", _("Accepted")
    REFUSED = "refused", _("Refused")
    COUNTERED = "countered", _("Countered")


class Kind(models.TextChoices):
    """What a change is about: a fact, or the words of a clause that settle no fact."""

    FACT = "fact", _("Fact")
    CLAUSE = "clause", _("Words of a clause")


class Change(OrganisationRow):
    """One difference between what was sent and what came back.

    `key` is the fact, or the key of our clause (empty for one that they add); `ours` and `theirs` are values or words, null
    where that side is silent; `pieces` show a clause word by word; `gains` is who gains by theirs. `counter` is what we
    would rather have.
    """

    returned = models.ForeignKey(Returned, on_delete=models.PROTECT, related_name="changes")
    order = models.PositiveIntegerField()
    kind = models.CharField(max_length=6, choices=Kind.choices)
    key = models.CharField(max_length=300, blank=True, default="")
    place = models.CharField(max_length=120, blank=True, default="")
    ours = models.JSONField(null=True)
    theirs = models.JSONField(null=True)
    pieces = models.JSONField(default=list)
    gains = models.CharField(max_length=20, blank=True, default="")
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True, default=Decision.OPEN)
    counter = models.JSONField(null=True)
    reason = models.TextField(blank=True, default="")
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("returned", "order"), name="drafts_change_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class MailState(models.TextChoices):
    """How far a mail got."""

    QUEUED = "queued", _("Waiting to be sent")
    LEASED = "leased", _("Being sent")
    ACCEPTED = "accepted", _("Accepted by the mail server")
    FAILED = "failed", _("Refused by the mail server")
    LAPSED = "lapsed", _("No longer needed")


class Mail(OrganisationRow):
    """A mail about a draft to somebody outside, kept as it is sent but for what opens a door: `{link}` and `{code}` in its
    text are filled in as it leaves, from `subject_kind` and `subject_id`, and stand nowhere.
    """

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="mails")
    kind = models.CharField(max_length=20)
    subject_kind = models.CharField(max_length=20)
    subject_id = models.UUIDField()
    recipient = models.EmailField(max_length=254)
    recipient_name = models.CharField(max_length=200, blank=True, default="")
    language = models.CharField(max_length=2)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    made_at = models.DateTimeField()
    lapses_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=MailState.choices, default=MailState.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    repeats = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True)
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    transmitting = models.BooleanField(default=False)
    last_error = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(state__in=MailState.values), name="drafts_mail_state"),
        )
        indexes = (
            models.Index(
                fields=("next_attempt_at",), condition=models.Q(next_attempt_at__isnull=False), name="drafts_mail_due"
            ),
            models.Index(fields=("organisation", "subject_id", "made_at"), name="drafts_mail_about"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"
