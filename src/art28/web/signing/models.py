"""A signing and its signatories: the document as shown, what each did and when, the sealed file and its certificate."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.drafts.models import Draft, DraftVersion


class State(models.TextChoices):
    """How far a signing is. `signed`: everybody did, the seal is still to be set."""

    OPEN = "open", _("Being signed")
    SIGNED = "signed", _("Signed, to be sealed")
    SEALED = "sealed", _("Signed and sealed")
    PAPER = "paper", _("Signed on paper")
    DECLINED = "declined", _("Declined")
    EXPIRED = "expired", _("Expired")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Signing(OrganisationRow):
    """One version put before its signatories. `document` is the PDF that all of them see, `document_sha256` its digest.

    `text_sha256` is the digest of its words, which the sealed file repeats with the signatures set in. With `initials` every
    signatory initials every page.
    """

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="signings")
    version = models.ForeignKey(DraftVersion, on_delete=models.PROTECT, related_name="+")
    document = models.BinaryField()
    document_sha256 = models.CharField(max_length=64)
    text_sha256 = models.CharField(max_length=64)
    in_order = models.BooleanField(default=True)
    initials = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    begun_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True, default="")
    sealed = models.BinaryField(null=True)
    sealed_sha256 = models.CharField(max_length=64, blank=True, default="")
    certificate = models.BinaryField(null=True)
    certificate_sha256 = models.CharField(max_length=64, blank=True, default="")
    level = models.CharField(max_length=5, blank=True, default="")
    sealed_at = models.DateTimeField(null=True)
    next_attempt_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="signing_state"),
            models.UniqueConstraint(
                fields=("draft",), condition=models.Q(state__in=("open", "signed")), name="signing_open_once"
            ),
        )
        indexes = (
            models.Index(
                fields=("next_attempt_at",), condition=models.Q(next_attempt_at__isnull=False), name="signing_due"
            ),
        )

    def __str__(self) -> str:
        return f"signing of {self.draft_id}"


class Way(models.TextChoices):
    """How somebody signed."""

    TYPED = "typed", _("Typed")
    DRAWN = "drawn", _("Drawn")
    PAPER = "paper", _("On paper")
    KEY = "key", _("With a key of their own")


class Signatory(OrganisationRow):
    """Somebody who signs for a party: invited, known by a code to this address, and what was signed with.

    `signed_sha256` is the digest of the document that was before them as they signed. `strokes` are those of a drawn
    signature, pairs of whole numbers; `address` and `browser` are where they signed from.
    """

    signing = models.ForeignKey(Signing, on_delete=models.PROTECT, related_name="signatories")
    order = models.PositiveSmallIntegerField()
    side = models.CharField(max_length=12)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=200, blank=True, default="")
    email = models.EmailField(max_length=254, blank=True, default="")
    invited_at = models.DateTimeField(null=True)
    remind_at = models.DateTimeField(null=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    known_at = models.DateTimeField(null=True)
    signed_at = models.DateTimeField(null=True)
    signed_sha256 = models.CharField(max_length=64, blank=True, default="")
    way = models.CharField(max_length=6, choices=Way.choices, blank=True, default="")
    strokes = models.JSONField(default=list)
    initials = models.CharField(max_length=12, blank=True, default="")
    place = models.CharField(max_length=120, blank=True, default="")
    consent = models.TextField(blank=True, default="")
    address = models.CharField(max_length=45, blank=True, default="")
    browser = models.CharField(max_length=300, blank=True, default="")
    declined_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("signing", "order"), name="signing_order_once"),)
        indexes = (
            models.Index(fields=("remind_at",), condition=models.Q(remind_at__isnull=False), name="signing_remind"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def order_said(self) -> str:
        """The place in the order, as it stands in an address."""
        return str(self.order)


class SignedCopy(OrganisationRow):
    """The copy that a signatory signed with a key of their own: the document as it was put before them, and their signature.

    `by`, `issuer` and `fingerprint` (SHA-256) tell the certificate; `is_known` whether it leads to an issuer that the
    operator trusted then. `at` is when it says it was signed, `timestamped` whether an RFC 3161 service vouches for that.
    """

    signatory = models.OneToOneField(Signatory, on_delete=models.PROTECT, related_name="copy")
    file = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    by = models.CharField(max_length=300)
    issuer = models.CharField(max_length=300)
    fingerprint = models.CharField(max_length=64)
    is_known = models.BooleanField()
    at = models.DateTimeField(null=True)
    timestamped = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.by


class Challenge(OrganisationRow):
    """A one-time code that was mailed; the code itself is in no row (`codes`)."""

    signatory = models.ForeignKey(Signatory, on_delete=models.PROTECT, related_name="challenges")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=("signatory", "-made_at"), name="signing_challenge_newest"),)

    def __str__(self) -> str:
        return f"{self.signatory_id} {self.made_at}"
