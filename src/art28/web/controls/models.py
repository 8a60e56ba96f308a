"""Recurring checks, who was promised them, results, alarms; and things with who holds them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.controls.judging import Rule, Verdict
from art28.web.controls.rhythm import Rhythm
from art28.web.measures.models import Measure
from art28.web.services.models import Service
from art28.web.taking_over import TableRead


class AssetKind(models.TextChoices):
    """What a thing is."""

    COMPUTER = "computer", _("Computer")
    PHONE = "phone", _("Telephone")
    CARRIER = "carrier", _("Carrier: USB stick, disk, tape")
    SERVER = "server", _("Server or network device")
    KEY = "key", _("Key, pass or certificate")
    STORAGE = "storage", _("Cabinet or safe")
    PAPER = "paper", _("File on paper")
    LOCATION = "location", _("Location")


class Custody(models.TextChoices):
    """Where a thing is now."""

    IN_STORE = "in_store", _("In store")
    ISSUED = "issued", _("Issued")
    LOST = "lost", _("Lost")
    DESTROYED = "destroyed", _("Destroyed")


class Asset(OrganisationRow):
    """A thing, key or place that measures are about, with who holds it. `place` is where it is kept, or runs."""

    code = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=AssetKind.choices)
    place = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="holds")
    country = models.CharField(max_length=2, blank=True, default="")
    note = models.CharField(max_length=1000, blank=True, default="")
    custody = models.CharField(max_length=10, choices=Custody.choices, default=Custody.IN_STORE)
    holder = models.CharField(max_length=200, blank=True, default="")
    held_since = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "code"), name="controls_asset_code_once"),)
        indexes = (models.Index(fields=("organisation", "kind", "code"), name="controls_asset_listed"),)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Handing(models.TextChoices):
    """What is done with a thing."""

    ISSUED = "issued", _("Issued")
    RETURNED = "returned", _("Taken in")
    LOST = "lost", _("Lost or stolen")
    DESTROYED = "destroyed", _("Destroyed")


class CustodyStep(OrganisationRow):
    """That a thing was issued, taken in, lost or destroyed. `evidence` says where the receipt or the report is."""

    asset = models.ForeignKey(Asset, on_delete=models.PROTECT, related_name="steps")
    what = models.CharField(max_length=10, choices=Handing.choices)
    holder = models.CharField(max_length=200, blank=True, default="")
    on = models.DateField()
    evidence = models.CharField(max_length=500, blank=True, default="")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("organisation", "asset", "-at"), name="controls_step_of"),)

    def __str__(self) -> str:
        return f"{self.what} {self.on}"


class SafeguardKind(models.TextChoices):
    """What protects a thing itself."""

    ENCRYPTED = "encrypted", _("Encrypted")
    VIRUS_SCAN = "virus_scan", _("Up-to-date virus scan")
    LOCKED = "locked", _("Locked by code or key")
    NO_DRIVES = "no_drives", _("No unsecured external drives")
    NO_PRIVATE = "no_private", _("No documents kept privately")
    PATCHED = "patched", _("Updates installed")


class Safeguard(OrganisationRow):
    """Whether a safeguard of a thing is in place, since when, until when that holds, and what shows it."""

    asset = models.ForeignKey(Asset, on_delete=models.PROTECT, related_name="safeguards")
    kind = models.CharField(max_length=12, choices=SafeguardKind.choices)
    in_place = models.BooleanField()
    seen_on = models.DateField()
    until = models.DateField(null=True)
    evidence = models.CharField(max_length=500, blank=True, default="")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("asset", "kind"), name="controls_safeguard_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.in_place}"


class Standing(models.TextChoices):
    """How a check stands."""

    MISSED = "missed", _("Missed")
    FAILED = "failed", _("Failed")
    ACCEPTED = "accepted", _("Accepted for a time")
    WAITING = "waiting", _("No result yet")
    PASSED = "passed", _("Passed")


class Check(OrganisationRow):
    """Something that is checked again and again. `code` is how programs and tables name it.

    `due_at` is until when the next result may wait, None where nothing is waited for (it was missed, or has ended). Age is
    counted from `age_from`, the newest thing that was found; a thing may be old where nothing changed since, if
    `may_be_unchanged`. `mail_token` lets in results by mail, which pass where their
    subject holds a word of `mail_pass` and none of `mail_fail`.
    """

    code = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    shows = models.CharField(max_length=1000)
    rhythm = models.CharField(max_length=10, choices=Rhythm.choices)
    max_age_hours = models.PositiveIntegerField(null=True)
    may_be_unchanged = models.BooleanField(default=False)
    rule = models.CharField(max_length=10, choices=Rule.choices, default=Rule.SAID)
    bound = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    unit = models.CharField(max_length=30, blank=True, default="")
    owner = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    escalate_hours = models.PositiveIntegerField(default=24)
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, null=True, related_name="+")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, null=True, related_name="+")
    asset = models.ForeignKey(Asset, on_delete=models.PROTECT, null=True, related_name="checks")
    mail_token = models.CharField(max_length=24, unique=True)
    mail_pass = models.CharField(max_length=200, blank=True, default="")
    mail_fail = models.CharField(max_length=200, blank=True, default="")
    begins_at = models.DateTimeField()
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.WAITING)
    last_at = models.DateTimeField(null=True)
    age_from = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "code"), name="controls_check_code_once"),)
        indexes = (
            models.Index(fields=("due_at",), condition=models.Q(due_at__isnull=False), name="controls_check_due"),
            models.Index(fields=("organisation", "ended_at", "name"), name="controls_check_listed"),
        )

    def __str__(self) -> str:
        return self.name


class CheckPromise(OrganisationRow):
    """That an agreement promises a check: the clause, and the passage as the agreement has it."""

    check_row = models.ForeignKey(Check, on_delete=models.PROTECT, related_name="promises")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    clause = models.CharField(max_length=120)
    passage = models.CharField(max_length=2000)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=("organisation", "agreement"), name="controls_promise_of_agreement"),
            models.Index(fields=("organisation", "check_row"), name="controls_promise_of_check"),
        )

    def __str__(self) -> str:
        return self.clause


class Source(models.TextChoices):
    """By which way a result came."""

    HAND = "hand", _("By hand")
    API = "api", _("API")
    EMAIL = "email", _("E-mail")
    TABLE = "table", _("Table")


class Result(OrganisationRow):
    """What a check found at `at`; `of_at` is the instant of the thing itself, such as when a back-up was made.

    `thing` tells apart what one check covers: each has its own alarm. `key` lets the same report in once.
    """

    check_row = models.ForeignKey(Check, on_delete=models.PROTECT, related_name="results")
    at = models.DateTimeField()
    kept_at = models.DateTimeField()
    passed = models.BooleanField()
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    value = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    of_at = models.DateTimeField(null=True)
    unchanged = models.BooleanField(default=False)
    thing = models.CharField(max_length=120, blank=True, default="")
    note = models.CharField(max_length=1000, blank=True, default="")
    evidence = models.CharField(max_length=500, blank=True, default="")
    source = models.CharField(max_length=10, choices=Source.choices)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    reporter = models.CharField(max_length=254, blank=True, default="")
    key = models.CharField(max_length=300, null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("check_row", "key"), name="controls_result_key_once"),)
        indexes = (
            models.Index(fields=("check_row", "-at", "-id"), name="controls_result_newest"),
            models.Index(fields=("organisation", "-kept_at"), name="controls_result_kept"),
        )

    def __str__(self) -> str:
        return f"{self.verdict} {self.at:%Y-%m-%d}"


class EvidenceFile(OrganisationRow):
    """What shows a result, as it came: kept, offered for download, never opened here."""

    result = models.OneToOneField(Result, on_delete=models.PROTECT, related_name="file")
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120, blank=True, default="")
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()

    def __str__(self) -> str:
        return self.name


class Why(models.TextChoices):
    """Why there is an alarm."""

    MISSED = "missed", _("No result in time")
    FAILED = "failed", _("The result fails")


class CheckAlarm(OrganisationRow):
    """A check that was missed or failed, open until a result passes or somebody accepts it with a reason.

    `since` is the end that was missed, or when the failing check was done; `told` counts who was told: the owner, then the
    deputy, then management. At most one is open for a thing of a check.
    """

    check_row = models.ForeignKey(Check, on_delete=models.PROTECT, related_name="alarms")
    thing = models.CharField(max_length=120, blank=True, default="")
    why = models.CharField(max_length=10, choices=Why.choices)
    since = models.DateTimeField()
    raised_at = models.DateTimeField()
    result = models.ForeignKey(Result, on_delete=models.PROTECT, null=True, related_name="+")
    told = models.PositiveSmallIntegerField(default=0)
    tell_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Result, on_delete=models.PROTECT, null=True, related_name="+")
    accepted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    accepted_reason = models.CharField(max_length=2000, blank=True, default="")
    accepted_until = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("check_row", "thing"), condition=models.Q(closed_at=None), name="controls_alarm_open_once"
            ),
        )
        indexes = (
            models.Index(fields=("tell_at",), condition=models.Q(tell_at__isnull=False), name="controls_alarm_tell"),
            models.Index(fields=("organisation", "closed_at", "since"), name="controls_alarm_listed"),
        )

    def __str__(self) -> str:
        return f"{self.why} {self.since:%Y-%m-%d}"


class Import(TableRead):
    """A table of results that was read and waits for somebody to look at what it says."""
