"""Measures by version with what proves them, what they are applied to, and when they are reviewed; certificates; weighings.

The tables of what agreements promise of them, and of what happens under those, stand in `agreed`.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.measures import agreed as agreed  # its tables are this app's too
from art28.web.taking_over import TableRead


class Kind(models.TextChoices):
    """Of which kind a measure is (Art. 32(1) GDPR)."""

    TECHNICAL = "technical", _("Technical")
    ORGANISATIONAL = "organisational", _("Organisational")


class Standing(models.TextChoices):
    """Whether a measure is in place."""

    PLANNED = "planned", _("Planned")
    PARTLY = "partly", _("Partly in place")
    IN_PLACE = "in_place", _("In place")
    FAILED = "failed", _("Not in place")


class Effect(models.TextChoices):
    """What a review found of a measure (Art. 32(1)(d) GDPR)."""

    EFFECTIVE = "effective", _("Effective")
    PARTLY = "partly", _("Partly effective")
    INEFFECTIVE = "ineffective", _("Not effective")


class Measure(OrganisationRow):
    """A technical or organisational measure. What it says now is its newest `MeasureVersion`, repeated here for lists.

    `topic` is one of `securing.topics`; `article_32` holds letters of Art. 32(1), `iso27001` and `nen7510` numbers of
    controls. It is to be reviewed by `review_on`, and every `review_months` after that; a review needs evidence that no
    review used before. `effect` is what the last one found. A measure that was given up keeps its row with `ended_at` set.
    """

    name = models.CharField(max_length=200)
    text = models.TextField()
    kind = models.CharField(max_length=14, choices=Kind.choices)
    topic = models.CharField(max_length=24)
    article_32 = models.JSONField(default=list)
    iso27001 = models.JSONField(default=list)
    nen7510 = models.JSONField(default=list)
    standing = models.CharField(max_length=8, choices=Standing.choices, default=Standing.PLANNED)
    owner = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    review_months = models.PositiveSmallIntegerField(default=12)
    review_on = models.DateField(null=True)
    reviewed_on = models.DateField(null=True)
    effect = models.CharField(max_length=11, choices=Effect.choices, blank=True, default="")
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "name"), name="measures_name_once"),
            models.CheckConstraint(condition=models.Q(standing__in=Standing.values), name="measures_standing"),
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="measures_kind"),
        )
        indexes = (models.Index(fields=("organisation", "review_on"), name="measures_to_review"),)

    def __str__(self) -> str:
        return self.name


class MeasureVersion(OrganisationRow):
    """What a measure said from `at` on; append-only. `level` says why the level of security is still appropriate."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    text = models.TextField()
    kind = models.CharField(max_length=14, choices=Kind.choices)
    topic = models.CharField(max_length=24)
    article_32 = models.JSONField(default=list)
    iso27001 = models.JSONField(default=list)
    nen7510 = models.JSONField(default=list)
    why = models.CharField(max_length=1000, blank=True, default="")
    level = models.CharField(max_length=1000, blank=True, default="")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("measure", "number"), name="measures_version_once"),)

    def __str__(self) -> str:
        return f"{self.name} {self.number}"


class Evidence(OrganisationRow):
    """What shows that a measure is in place, of a day: a file, or where it is kept; append-only."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="evidence")
    name = models.CharField(max_length=200)
    on = models.DateField()
    reference = models.CharField(max_length=300, blank=True, default="")
    file_name = models.CharField(max_length=255, blank=True, default="")
    sha256 = models.CharField(max_length=64, blank=True, default="")
    size = models.PositiveBigIntegerField(default=0)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(reference="") | ~models.Q(sha256=""), name="measures_evidence_something"
            ),
        )
        indexes = (models.Index(fields=("measure", "-on", "-id"), name="measures_evidence_newest"),)

    def __str__(self) -> str:
        return self.name


class EvidenceBytes(models.Model):
    """The bytes of a file, apart, so that lists never touch them."""

    evidence = models.OneToOneField(Evidence, on_delete=models.PROTECT, primary_key=True, related_name="bytes")
    data = models.BinaryField()

    def __str__(self) -> str:
        return f"bytes of {self.evidence_id}"


class Review(OrganisationRow):
    """That a measure was looked at: what was found, on which evidence, what follows; append-only."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="reviews")
    evidence = models.OneToOneField(Evidence, on_delete=models.PROTECT, related_name="review")
    on = models.DateField()
    effect = models.CharField(max_length=11, choices=Effect.choices)
    findings = models.TextField()
    follow_up = models.TextField(blank=True, default="")
    next_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("measure", "-on", "-id"), name="measures_review_newest"),)

    def __str__(self) -> str:
        return f"{self.measure_id} {self.on:%Y-%m-%d}"


class ItemKind(models.TextChoices):
    """To what a measure is applied, or what it gives out."""

    DEVICE = "device", _("Device")
    MEDIUM = "medium", _("Medium or paper")
    SYSTEM = "system", _("System or application")
    SOFTWARE = "software", _("Software")
    LOCATION = "location", _("Location")
    KEY = "key", _("Key or pass")
    DOCUMENT = "document", _("Document or protocol")
    SUPPLIER = "supplier", _("Supplier")
    ROLE = "role", _("Role or function")


class Item(OrganisationRow):
    """One thing under a measure: whose it is, whether the measure covers it and is met there, until it is given up.

    `inside` is false for what the measures do not cover, such as software that the customer installed; `classified` is how
    it is classified, and `checked_on` when somebody last looked. `ended_how` says how it was destroyed, returned or left.
    """

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=10, choices=ItemKind.choices)
    name = models.CharField(max_length=200)
    holder = models.CharField(max_length=200, blank=True, default="")
    place = models.CharField(max_length=200, blank=True, default="")
    classified = models.CharField(max_length=100, blank=True, default="")
    inside = models.BooleanField(default=True)
    met = models.BooleanField(default=False)
    note = models.CharField(max_length=500, blank=True, default="")
    since = models.DateField()
    checked_on = models.DateField(null=True)
    checked_by = models.CharField(max_length=200, blank=True, default="")
    ended_on = models.DateField(null=True)
    ended_how = models.CharField(max_length=300, blank=True, default="")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = (models.Index(fields=("measure", "ended_on", "name"), name="measures_item_of"),)

    def __str__(self) -> str:
        return self.name


class Certificate(OrganisationRow):
    """A certificate of the organisation, a location, a supplier or a person. A renewed one names what came after it."""

    standard = models.CharField(max_length=60)
    holder = models.CharField(max_length=200)
    issuer = models.CharField(max_length=200)
    number = models.CharField(max_length=100, blank=True, default="")
    scope = models.CharField(max_length=500, blank=True, default="")
    issued_on = models.DateField()
    expires_on = models.DateField()
    kept_at = models.CharField(max_length=300)
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, null=True, related_name="certificates")
    renewed = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="renews")
    ended_reason = models.CharField(max_length=300, blank=True, default="")
    ended_at = models.DateTimeField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("organisation", "expires_on"), name="measures_certificate_lapse"),)

    def __str__(self) -> str:
        return f"{self.standard} {self.holder}"


class Weighing(OrganisationRow):
    """On what the measures rest: state of the art, cost and risk weighed on a day (Art. 32(1) GDPR); append-only.

    For one agreement where `agreement` is set, else for all.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    state_of_the_art = models.TextField()
    sensitivity = models.TextField()
    cost = models.TextField()
    outcome = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("organisation", "agreement", "-on"), name="measures_weighing_newest"),)

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d}"


class Import(TableRead):
    """A table of measures, read and waiting for somebody to have looked at what it would change."""
