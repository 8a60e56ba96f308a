"""Claims under one agreement, what they consist of, what their limits are computed from, and how clauses are read."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.obligations.capping import Figure
from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.claims import cases as cases  # so that Django knows them
from art28.web.claims.sides import Side as Side


class Kind(models.TextChoices):
    """What is claimed, or what is recovered from the other side."""

    DAMAGE = "damage", _("Damage")
    FINE = "fine", _("Fine of an authority")
    THIRD_PARTY = "third_party", _("Claim of a data subject or third party")


class State(models.TextChoices):
    """How far a claim is."""

    OPEN = "open", _("Being drawn up")
    REPORTED = "reported", _("Reported")
    CONTESTED = "contested", _("Contested")
    SETTLED = "settled", _("Settled")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Intent(models.TextChoices):
    """Whether intent or recklessness is held against the other side."""

    NONE = "none", _("Not alleged")
    ALLEGED = "alleged", _("Alleged, not established")
    ESTABLISHED = "established", _("Established or admitted")


class Claim(OrganisationRow):
    """A claim of one party on the other under an agreement. What it was when it was recorded never changes.

    It is against a party, never against a person of its staff. `event` says what it came from: claims from one event share
    what a limit allows per event. `attributable` is None while nobody has judged it. `impossible` says that performance is
    impossible for good, so that no notice of default is needed. `reported_at` is when a specified report went out or came in.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    claimant = models.CharField(max_length=10, choices=Side.choices)
    event = models.CharField(max_length=120)
    what = models.CharField(max_length=2000)
    arose_at = models.DateTimeField()
    by_whom = models.CharField(max_length=200, blank=True, default="")
    failure = models.CharField(max_length=2000, blank=True, default="")
    sub_processor = models.CharField(max_length=200, blank=True, default="")
    attributable = models.BooleanField(null=True)
    intent = models.CharField(max_length=12, choices=Intent.choices, default=Intent.NONE)
    impossible = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    default_at = models.DateTimeField(null=True)
    default_text = models.CharField(max_length=2000, blank=True, default="")
    cure_until = models.DateField(null=True)
    cured_at = models.DateTimeField(null=True)
    reported_at = models.DateTimeField(null=True)
    reported_how = models.CharField(max_length=300, blank=True, default="")
    answer = models.CharField(max_length=2000, blank=True, default="")
    settled_cents = models.PositiveBigIntegerField(null=True)
    reason = models.CharField(max_length=2000, blank=True, default="")
    closed_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "year", "number"), name="claims_reference_once"),
        )
        indexes = (
            models.Index(fields=("organisation", "state", "-arose_at", "-id"), name="claims_by_state"),
            models.Index(fields=("organisation", "agreement", "claimant"), name="claims_by_agreement"),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What everybody calls it: V (for vordering), year and number."""
        return f"V{self.year}-{self.number:04d}"

    @property
    def is_open(self) -> bool:
        """Whether it isn't over."""
        return self.state not in (State.SETTLED, State.WITHDRAWN)

    @property
    def debtor(self) -> Side:
        """The party that it is on."""
        return Side.PROCESSOR if self.claimant == Side.CONTROLLER else Side.CONTROLLER

    @property
    def ours(self) -> bool:
        """Whether it is our own claim, by our role in the agreement; where that is unknown we are taken for the processor."""
        own = Side.CONTROLLER if self.agreement.direction == "controller" else Side.PROCESSOR
        return self.claimant == own


class Head(models.TextChoices):
    """What an amount is for."""

    PROPERTY = "property", _("Damage to property")
    REMEDY = "remedy", _("Having performed after all what was promised")
    DEMAND = "demand", _("Demanding performance")
    CAUSE = "cause", _("Establishing cause and extent")
    LIMIT = "limit", _("Preventing or limiting damage")
    FINE = "fine", _("Fine")
    COMPENSATION = "compensation", _("Compensation paid to others")
    LEGAL = "legal", _("Legal costs")
    PROFIT = "profit", _("Lost profit or savings")
    DATA = "data", _("Loss of data")
    STANDSTILL = "standstill", _("Standstill of the business")
    CONSEQUENTIAL = "consequential", _("Other consequential damage")
    OTHER = "other", _("Something else")


class Item(OrganisationRow):
    """One amount of a claim, in cents, with what it is for and what shows it. It stays, or is struck with a reason."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="items")
    head = models.CharField(max_length=14, choices=Head.choices)
    text = models.CharField(max_length=500)
    cents = models.PositiveBigIntegerField()
    proof = models.CharField(max_length=300, blank=True, default="")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    struck_at = models.DateTimeField(null=True)
    struck_reason = models.CharField(max_length=500, blank=True, default="")

    def __str__(self) -> str:
        return self.text[:80]


FIGURES = {
    Figure.PRICE: _("The agreed price, without VAT"),
    Figure.YEAR: _("The fees of the year, without VAT"),
    Figure.MONTH: _("The fees of the month before the event"),
    Figure.INSURER: _("What the insurer pays out"),
    Figure.MAIN: _("The limit in the main agreement or general terms"),
    Figure.BLANK: _("The sum that the agreement leaves blank"),
}


class Given(OrganisationRow):
    """A figure that a limit is computed from, with where it comes from; the newest of each holds."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="figures")
    figure = models.CharField(max_length=10, choices=[(each.value, label) for each, label in FIGURES.items()])
    cents = models.PositiveBigIntegerField()
    source = models.CharField(max_length=300)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.figure} {self.claim_id}"


class Point(models.TextChoices):
    """What is asked of an agreement's text that no fact holds."""

    DIRECT = "direct", _("Does it list what direct damage is?")
    INTENT = "intent", _("Do its limits fall away for intent or recklessness?")
    DEFAULT = "default", _("Does liability wait for a notice of default?")
    FURTHER = "further", _("Does a limit in the main agreement hold besides, where it is lower?")
    MUTUAL = "mutual", _("Do its limits hold for the controller as well?")
    TALKS = "talks", _("Do talks come before the court?")
    MEDIATION = "mediation", _("Does mediation come before the court?")
    INSPECTION = "inspection", _("Can the insurance be inspected on request?")


class Clause(OrganisationRow):
    """How a person read an agreement on a point: yes with the passage and its place, or no. The newest of each holds."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    point = models.CharField(max_length=12, choices=Point.choices)
    says = models.BooleanField()
    heads = models.JSONField(default=list)
    passage = models.TextField(blank=True, default="")
    provision = models.CharField(max_length=120, blank=True, default="")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("organisation", "agreement", "point", "-at"), name="claims_clause_newest"),)

    def __str__(self) -> str:
        return f"{self.point} {self.agreement_id}"


class Invalid(OrganisationRow):
    """That a clause of an agreement was found invalid, by whom, and what stands in its place; all other clauses stand."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    provision = models.CharField(max_length=120)
    reason = models.CharField(max_length=500)
    instead = models.CharField(max_length=1000, blank=True, default="")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    lifted_reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        indexes = (models.Index(fields=("organisation", "agreement"), name="claims_invalid_of"),)

    def __str__(self) -> str:
        return f"{self.provision} {self.agreement_id}"
