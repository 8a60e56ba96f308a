"""The records of processing: per controller what is done (Art. 30(2)), and the organisation's own activities (Art. 30(1))."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.taking_over import TableRead


class Keeper(OrganisationRow):
    """Who keeps the records: the organisation's representative and data protection officer, and what it does for security."""

    representative = models.CharField(max_length=300, blank=True, default="")
    officer = models.CharField(max_length=200, blank=True, default="")
    officer_email = models.EmailField(max_length=254, blank=True, default="")
    officer_phone = models.CharField(max_length=40, blank=True, default="")
    measures = models.TextField(blank=True, default="")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation",), name="processing_keeper_once"),)

    def __str__(self) -> str:
        return self.officer or self.representative


class Record(OrganisationRow):
    """What is done under one agreement. `due_at` set means: draw it up from the agreement then.

    `points` are what its text says of roles and data besides, each with the passage. `operations` are those that the annex
    allows (`Operation`); empty where it doesn't list them. `environment` is where the processing takes place, in words.
    """

    agreement = models.OneToOneField(Agreement, on_delete=models.PROTECT, related_name="+")
    points = models.JSONField(default=list)
    operations = models.JSONField(default=list)
    environment = models.CharField(max_length=300, blank=True, default="")
    controller_representative = models.CharField(max_length=300, blank=True, default="")
    controller_officer = models.CharField(max_length=300, blank=True, default="")
    due_at = models.DateTimeField(null=True)
    drawn_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=("due_at",), condition=models.Q(due_at__isnull=False), name="processing_record_due"),
        )

    def __str__(self) -> str:
        return f"record of {self.agreement_id}"


class Origin(models.TextChoices):
    """Where a row comes from."""

    ANNEX = "annex", _("The agreement")
    NOTICE = "notice", _("Notice of the controller")
    HAND = "hand", _("Added by hand")


class Operation(models.TextChoices):
    """What can be done with data: Art. 4(2), and what agreements name besides."""

    COLLECT = "collect", _("collecting")
    RECORD = "record", _("recording")
    ORGANISE = "organise", _("organising")
    STRUCTURE = "structure", _("structuring")
    STORE = "store", _("storing")
    ADAPT = "adapt", _("adapting or altering")
    RETRIEVE = "retrieve", _("retrieving")
    CONSULT = "consult", _("consulting")
    USE = "use", _("using")
    TRANSMIT = "transmit", _("disclosing by transmission")
    DISSEMINATE = "disseminate", _("disseminating")
    MAKE_AVAILABLE = "make_available", _("otherwise making available")
    ALIGN = "align", _("aligning or combining")
    RESTRICT = "restrict", _("restricting")
    ERASE = "erase", _("erasing")
    DESTROY = "destroy", _("destroying")
    ANONYMISE = "anonymise", _("anonymising")
    PSEUDONYMISE = "pseudonymise", _("pseudonymising")
    AGGREGATE = "aggregate", _("aggregating")
    ENCRYPT = "encrypt", _("encrypting")


class LegalBasis(models.TextChoices):
    """On what processing rests, as the controller names it (Art. 6(1))."""

    CONSENT = "a", _("consent (a)")
    CONTRACT = "b", _("contract (b)")
    OBLIGATION = "c", _("legal obligation (c)")
    VITAL = "d", _("vital interests (d)")
    PUBLIC = "e", _("public task (e)")
    INTERESTS = "f", _("legitimate interests (f)")


class Assessed(models.TextChoices):
    """What was decided on an impact assessment (Art. 35)."""

    NEEDED = "needed", _("needed, and carried out")
    NOT_NEEDED = "not_needed", _("not needed")


class Outside(models.TextChoices):
    """Why processing is none of the processor's."""

    COLLECTION = "collection", _("Collected by the controller itself")
    UNREPORTED = "unreported", _("For a purpose that was never reported")
    THIRD_PARTY = "third_party", _("By a third party")
    OTHER = "other", _("For another purpose of the controller")


class Activity(OrganisationRow):
    """One row of a record. `key` is by what a row of the annex is known again when it is read anew.

    The lists hold texts as the agreement or a person wrote them, `operations` those of `Operation`, `countries` ISO codes or
    "EU", "EEA", "worldwide". `own` says whether the organisation itself touches these data; None is not known. A row whose
    `outside` is set is not the processor's to answer for. `consent` is a consent or order of the controller to what the
    agreement doesn't cover, given on `consent_on`. A row that no longer holds keeps `ended_at`.
    """

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="activities")
    origin = models.CharField(max_length=8, choices=Origin.choices)
    key = models.CharField(max_length=40)
    place = models.PositiveIntegerField(default=0)
    service = models.CharField(max_length=300, blank=True, default="")
    purpose = models.CharField(max_length=1000, blank=True, default="")
    data = models.JSONField(default=list)
    special = models.JSONField(default=list)
    is_special = models.BooleanField(default=False)
    data_subjects = models.JSONField(default=list)
    operations = models.JSONField(default=list)
    retention = models.CharField(max_length=500, blank=True, default="")
    sub_processors = models.JSONField(default=list)
    countries = models.JSONField(default=list)
    systems = models.JSONField(default=list)
    staff_roles = models.JSONField(default=list)
    environment = models.CharField(max_length=300, blank=True, default="")
    own = models.BooleanField(null=True)
    note = models.CharField(max_length=1000, blank=True, default="")
    outside = models.CharField(max_length=12, choices=Outside.choices, blank=True, default="")
    legal_basis = models.CharField(max_length=1, choices=LegalBasis.choices, blank=True, default="")
    assessed = models.CharField(max_length=10, choices=Assessed.choices, blank=True, default="")
    assessed_why = models.CharField(max_length=500, blank=True, default="")
    started_on = models.DateField(null=True)
    lawful_by = models.CharField(max_length=200, blank=True, default="")
    lawful_on = models.DateField(null=True)
    consent = models.CharField(max_length=500, blank=True, default="")
    consent_on = models.DateField(null=True)
    notified_by = models.CharField(max_length=200, blank=True, default="")
    notified_on = models.DateField(null=True)
    provision = models.CharField(max_length=120, blank=True, default="")
    passage = models.TextField(blank=True, default="")
    version = models.PositiveIntegerField(default=1)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("record", "key"), condition=models.Q(ended_at=None), name="processing_activity_once"
            ),
            models.CheckConstraint(condition=models.Q(origin__in=Origin.values), name="processing_activity_origin"),
        )
        indexes = (models.Index(fields=("organisation", "is_special"), name="processing_activity_special"),)

    def __str__(self) -> str:
        return self.service or self.purpose or self.key


class Sensitive(models.TextChoices):
    """Data that a controller may choose to have processed: special (Art. 9), criminal (Art. 10), or sensitive otherwise."""

    HEALTH = "health", _("Health")
    RACE = "race", _("Race or ethnic origin")
    BELIEF = "belief", _("Religion or belief")
    SEXUALITY = "sexuality", _("Sex life or orientation")
    POLITICS = "politics", _("Political opinions")
    UNION = "union", _("Trade-union membership")
    GENETIC = "genetic", _("Genetic data")
    BIOMETRIC = "biometric", _("Biometric data")
    CRIMINAL = "criminal", _("Criminal convictions and offences")
    FINANCIAL = "financial", _("Financial situation")
    NATIONAL_NUMBER = "national_number", _("National identification number")
    IDENTITY = "identity", _("Copy of an identity document")
    LOCATION = "location", _("Location")
    SOCIAL = "social", _("Social position")
    CHILDREN = "children", _("Children")
    DISADVANTAGED = "disadvantaged", _("People at a disadvantage")


class Judgement(models.TextChoices):
    """Whether the processor finds its extra measures enough."""

    SUFFICIENT = "sufficient", _("Sufficient")
    INSUFFICIENT = "insufficient", _("Not sufficient")


class Choice(OrganisationRow):
    """That the controller has one kind of sensitive data processed, with the clause that says so, and what is done for it.

    A choice without `stated_in` stands against an agreement that leaves such data out; one without measures, judgement and
    explanation stops the agreement from coming into force.
    """

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="choices")
    category = models.CharField(max_length=16, choices=Sensitive.choices)
    stated_in = models.CharField(max_length=200, blank=True, default="")
    measures = models.CharField(max_length=2000, blank=True, default="")
    judgement = models.CharField(max_length=12, choices=Judgement.choices, blank=True, default="")
    explanation = models.CharField(max_length=2000, blank=True, default="")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("record", "category"), condition=models.Q(ended_at=None), name="processing_choice_once"
            ),
        )

    def __str__(self) -> str:
        return self.category


class Confirmation(OrganisationRow):
    """That the controller confirmed what the record holds, as it was then (`sha256`); append-only, the newest counts."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="confirmations")
    name = models.CharField(max_length=200)
    on = models.DateField()
    how = models.CharField(max_length=300, blank=True, default="")
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("record", "-at"), name="processing_confirmed"),)

    def __str__(self) -> str:
        return f"{self.name}, {self.on:%Y-%m-%d}"


class Matter(models.TextChoices):
    """What a controller asked to know."""

    COUNTRIES = "countries", _("In which countries data are processed")
    INSIGHT = "insight", _("What is processed")


class Inquiry(OrganisationRow):
    """A question of the controller about the record, and the answer as it was given from it."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="inquiries")
    matter = models.CharField(max_length=10, choices=Matter.choices)
    asked_by = models.CharField(max_length=200)
    asked_on = models.DateField()
    answer = models.TextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.matter} {self.asked_on:%Y-%m-%d}"


class OwnActivity(OrganisationRow):
    """An own activity, as controller (Art. 30(1)); `special` are the categories of Art. 9 and 10 among `data`."""

    name = models.CharField(max_length=200)
    purposes = models.JSONField(default=list)
    joint_controller = models.CharField(max_length=300, blank=True, default="")
    legal_basis = models.CharField(max_length=1, choices=LegalBasis.choices, blank=True, default="")
    data_subjects = models.JSONField(default=list)
    data = models.JSONField(default=list)
    special = models.JSONField(default=list)
    recipients = models.JSONField(default=list)
    countries = models.JSONField(default=list)
    safeguards = models.CharField(max_length=500, blank=True, default="")
    retention = models.CharField(max_length=500, blank=True, default="")
    measures = models.JSONField(default=list)
    owner = models.CharField(max_length=200, blank=True, default="")
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "name"), condition=models.Q(ended_at=None), name="processing_own_name_once"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Import(TableRead):
    """A table of own activities, read and waiting for somebody to have looked at what it would change."""
