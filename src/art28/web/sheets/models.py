"""Sheets that were brought for a template of ours, their rows, and what was made of each row."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Direction
from art28.web.drafts.models import Draft
from art28.web.parties.models import LegalEntity


class State(models.TextChoices):
    """How far a sheet is."""

    BROUGHT = "brought", _("To be looked at")
    MAKING = "making", _("Being made")
    MADE = "made", _("Made")
    STOPPED = "stopped", _("Stopped")


class Form(models.TextChoices):
    """As what each agreement is put in the archive."""

    DOCX = "docx", _("Word")
    PDF = "pdf", _("PDF")


class Sheet(OrganisationRow):
    """A sheet as it was brought, for one template in one language, and how far the making of its drafts is.

    `direction` says which party the organisation is. `unused` are headings that no fact is called by. It goes after a month:
    what it says stands in the drafts that came of it. `due_at` is when a worker is to go on with it.
    """

    template = models.CharField(max_length=40)
    language = models.CharField(max_length=2)
    legal_entity = models.ForeignKey(LegalEntity, on_delete=models.PROTECT, related_name="+")
    direction = models.CharField(max_length=12, choices=Direction.choices)
    form = models.CharField(max_length=4, choices=Form.choices)
    name = models.CharField(max_length=255)
    unused = models.JSONField(default=list)
    row_count = models.PositiveIntegerField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.BROUGHT)
    made_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(null=True)
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(state__in=State.values), name="sheets_sheet_state"),)
        indexes = (
            models.Index(fields=("due_at",), condition=models.Q(due_at__isnull=False), name="sheets_sheet_due"),
            models.Index(fields=("organisation", "-at", "-id"), name="sheets_sheet_newest"),
            models.Index(fields=("at",), name="sheets_sheet_at"),
        )

    def __str__(self) -> str:
        return self.name


class SheetRow(OrganisationRow):
    """One row, which never changes: what its draft says, with what was known when it was brought, and what stays open.

    `party` and `details` are the other side as the row names it.
    """

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    party = models.CharField(max_length=200)
    details = models.JSONField(default=dict)
    facts = models.JSONField()
    measures = models.JSONField(default=list)
    blanks = models.JSONField(default=list)
    file_name = models.CharField(max_length=120)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("sheet", "line"), name="sheets_row_once"),)

    def __str__(self) -> str:
        return f"{self.line} {self.party}"


class Product(OrganisationRow):
    """What was made of a row: its draft, and the document that goes in the archive."""

    row = models.OneToOneField(SheetRow, on_delete=models.CASCADE, related_name="product")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()

    def __str__(self) -> str:
        return self.sha256
