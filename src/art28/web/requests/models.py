"""Requests, the person of each apart so that it can be erased, the agreements they concern, steps, and files."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.obligations.rights import PlaceKind, RefusalGround, StepKind, SubjectRight
from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement


class Source(models.TextChoices):
    """By which way a request came."""

    FORM = "form", _("Form")
    EMAIL = "email", _("E-mail")
    API = "api", _("API")


class Role(models.TextChoices):
    """What the organisation is towards the person."""

    PROCESSOR = "processor", _("As processor")
    CONTROLLER = "controller", _("As controller")


class State(models.TextChoices):
    """How a request stands."""

    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Outcome(models.TextChoices):
    """What became of a request."""

    GRANTED = "granted", _("Complied with")
    PARTLY = "partly", _("Partly complied with")
    REFUSED = "refused", _("Refused")
    NO_DATA = "no_data", _("No data found")
    PASSED_ON = "passed_on", _("Passed on to the controller")


class Identity(models.TextChoices):
    """What is known of who asks."""

    UNCHECKED = "unchecked", _("Not checked yet")
    SURE = "sure", _("No reasonable doubt")
    ASKED = "asked", _("Asked for more")
    ENOUGH = "enough", _("Established")
    UNPROVEN = "unproven", _("Not established")


class Handling(models.TextChoices):
    """What a processor does with a request that reaches it (`requests.handling`)."""

    FORWARD = "forward", _("To be passed on")
    JOINT = "joint", _("To be handled in consultation")


class Telling(models.TextChoices):
    """Whether a processor may tell the person what it did."""

    OPEN = "open", _("Not settled yet")
    ALLOWED = "allowed", _("Allowed")
    FORBIDDEN = "forbidden", _("Forbidden")


RIGHT_LABELS = {
    SubjectRight.ACCESS: _("Access"),
    SubjectRight.RECTIFICATION: _("Rectification"),
    SubjectRight.COMPLETION: _("Completion"),
    SubjectRight.ERASURE: _("Erasure"),
    SubjectRight.RESTRICTION: _("Restriction"),
    SubjectRight.PORTABILITY: _("Portability"),
    SubjectRight.OBJECTION: _("Objection"),
    SubjectRight.AUTOMATED_DECISION: _("Automated decision"),
}
STEP_LABELS = {
    StepKind.SEARCH: _("Find the person's data"),
    StepKind.EXPORT: _("Put the data out in a common format"),
    StepKind.CORRECT: _("Correct or complete"),
    StepKind.DELETE: _("Erase"),
    StepKind.RESTRICT: _("Restrict, so that it is only kept"),
    StepKind.STOP: _("Stop the processing objected to"),
    StepKind.REVIEW: _("Have a person look at the decision again"),
    StepKind.TELL: _("Tell this recipient (Art. 19)"),
}
PLACE_LABELS = {
    PlaceKind.SERVICE: _("Service"),
    PlaceKind.SYSTEM: _("System"),
    PlaceKind.SUB_PROCESSOR: _("Sub-processor"),
    PlaceKind.RECIPIENT: _("Recipient"),
}
GROUND_LABELS = {
    RefusalGround.UNFOUNDED: _("Manifestly unfounded"),
    RefusalGround.EXCESSIVE: _("Excessive, such as by repetition"),
    RefusalGround.NOT_IDENTIFIABLE: _("We can't identify the person in our data"),
    RefusalGround.IDENTITY_UNPROVEN: _("Who asks could not be established"),
    RefusalGround.RIGHTS_OF_OTHERS: _("It would harm the rights of others"),
    RefusalGround.LEGAL_OBLIGATION: _("A legal obligation to keep or process"),
    RefusalGround.LEGAL_CLAIMS: _("Needed for legal claims"),
    RefusalGround.FREE_EXPRESSION: _("Freedom of expression and information"),
    RefusalGround.PUBLIC_INTEREST: _("Public interest, archives or research"),
    RefusalGround.COMPELLING_GROUNDS: _("Compelling legitimate grounds"),
    RefusalGround.CONTRACT_OR_CONSENT: _("Necessary for a contract, by law or with explicit consent"),
    RefusalGround.NOT_AUTOMATED: _("The right doesn't cover this processing"),
    RefusalGround.NATIONAL_LAW: _("An exception of national law"),
    RefusalGround.NO_DATA: _("No data of this person are processed"),
}


class SubjectRequest(OrganisationRow):
    """A request by which a person exercises rights; who that is and what was asked stand in `Person` alone.

    `received_at` is when it reached the organisation, from which Art. 12(3) counts; `told_by_other` says that another passed
    it on. `rights` holds `SubjectRight`s, `grounds` the `RefusalGround`s on which it was not wholly complied with. `key`
    identifies a mail or a call of the API, so that it is taken in once. `version` guards against two people deciding at once.
    """

    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    source = models.CharField(max_length=10, choices=Source.choices)
    key = models.CharField(max_length=300, null=True)
    role = models.CharField(max_length=12, choices=Role.choices)
    rights = models.JSONField()
    received_at = models.DateTimeField()
    told_by_other = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    identity = models.CharField(max_length=10, choices=Identity.choices, default=Identity.UNCHECKED)
    identity_means = models.CharField(max_length=300, blank=True, default="")
    identity_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True, default="")
    grounds = models.JSONField(default=list)
    reason = models.CharField(max_length=2000, blank=True, default="")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "year", "number"), name="requests_reference_once"),
            models.UniqueConstraint(fields=("organisation", "key"), name="requests_key_once"),
        )
        indexes = (
            models.Index(fields=("organisation", "state", "-received_at", "-id"), name="requests_by_state"),
            models.Index(fields=("organisation", "-received_at", "-id"), name="requests_newest"),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What everybody calls it: R, year and number; nothing of the person."""
        return f"R{self.year}-{self.number:04d}"

    @property
    def is_open(self) -> bool:
        """Whether nobody has ended it."""
        return self.state == State.OPEN

    @property
    def asked(self) -> tuple[SubjectRight, ...]:
        """The rights that are exercised."""
        return tuple(SubjectRight(each) for each in self.rights)


class ReceiptCorrection(OrganisationRow):
    """That the moment of receipt was kept wrongly: what stood there, what holds, and why; append-only."""

    request = models.ForeignKey(SubjectRequest, on_delete=models.PROTECT, related_name="corrections")
    before_at = models.DateTimeField()
    at = models.DateTimeField()
    why = models.CharField(max_length=500)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"receipt of {self.request_id}"


class Person(OrganisationRow):
    """Who asks, how to reach them and what they asked, as little as is needed: the only place where that stands.

    `kept_act` is the act under which its content was kept in the trail; once that is erased, this is.
    """

    request = models.OneToOneField(SubjectRequest, on_delete=models.PROTECT, related_name="person")
    name = models.CharField(max_length=200, blank=True, default="")
    reach = models.CharField(max_length=254, blank=True, default="")
    language = models.CharField(max_length=2, default="nl")
    asked = models.TextField(blank=True, default="")
    kept_act = models.UUIDField(null=True)
    erased_at = models.DateTimeField(null=True)
    erased_ground = models.CharField(max_length=40, blank=True, default="")

    def __str__(self) -> str:
        return f"person of {self.request_id}"


class Concerned(OrganisationRow):
    """That a request concerns an agreement; for a processor how it is handled there, and when it was passed on.

    `token` opens the shielded page on which the controller reads who asks and what. `division` says who does what where it is
    handled jointly.
    """

    request = models.ForeignKey(SubjectRequest, on_delete=models.PROTECT, related_name="concerned")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    handling = models.CharField(max_length=10, choices=Handling.choices, blank=True, default="")
    provision = models.CharField(max_length=120, blank=True, default="")
    division = models.CharField(max_length=1000, blank=True, default="")
    token = models.CharField(max_length=64, unique=True)
    added_at = models.DateTimeField()
    passed_at = models.DateTimeField(null=True)
    passed_to = models.CharField(max_length=254, blank=True, default="")
    telling = models.CharField(max_length=10, choices=Telling.choices, default=Telling.OPEN)
    telling_ground = models.CharField(max_length=300, blank=True, default="")
    told_at = models.DateTimeField(null=True)
    left_out_at = models.DateTimeField(null=True)
    left_out_reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("request", "agreement"), name="requests_concerned_once"),)
        indexes = (models.Index(fields=("organisation", "agreement"), name="requests_by_agreement"),)

    def __str__(self) -> str:
        return f"{self.request_id} {self.agreement_id}"


class StepState(models.TextChoices):
    """How far a step is."""

    AHEAD = "todo", _("To be done")
    DONE = "done", _("Done")
    NOTHING = "nothing", _("No data there")
    IMPOSSIBLE = "impossible", _("Can't be done")


class Step(OrganisationRow):
    """One thing to do for a right at a place; `result` says what came of it, or why it can't be done."""

    request = models.ForeignKey(SubjectRequest, on_delete=models.PROTECT, related_name="steps")
    right = models.CharField(max_length=20)
    kind = models.CharField(max_length=10)
    place_kind = models.CharField(max_length=15)
    place = models.CharField(max_length=200)
    order = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=StepState.choices, default=StepState.AHEAD)
    result = models.CharField(max_length=500, blank=True, default="")
    at = models.DateTimeField(null=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("request", "right", "kind", "place_kind", "place"), name="requests_step_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.place}"


class RequestFile(OrganisationRow):
    """A file of the person's data, put out of a system to be handed over; deleted with the person."""

    request = models.ForeignKey(SubjectRequest, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()
    kept_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
