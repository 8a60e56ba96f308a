"""Documents that were brought to be held against an agreement; no agreements of the organisation's own."""

from django.db import models

from art28.web.accounts.models import OrganisationRow, User


class Brought(OrganisationRow):
    """A document as it was read, without its bytes: the other side's version, for as long as it is compared."""

    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    extraction = models.CharField(max_length=120)
    text = models.TextField()
    blocks = models.JSONField()
    pages = models.JSONField()
    notes = models.JSONField(default=list)
    comments = models.JSONField(default=list)
    brought_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("brought_at",), name="comparisons_brought_at"),)

    def __str__(self) -> str:
        return self.name
