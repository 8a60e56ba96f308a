"""House templates and their versions; sheets that were brought to fill one in for many."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Direction


class HouseTemplate(OrganisationRow):
    """A Word document of the organisation's own. `version` is the number of the newest; an archived one fills in nothing.

    `direction` says which party the organisation is in it.
    """

    name = models.CharField(max_length=200)
    language = models.CharField(max_length=2, choices=(("nl", _("Dutch")), ("en", _("English"))))
    direction = models.CharField(max_length=12, choices=Direction.choices)
    version = models.PositiveIntegerField(default=1)
    archived_at = models.DateTimeField(null=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("organisation", "-changed_at", "-id"), name="house_newest"),)

    def __str__(self) -> str:
        return self.name


class HouseVersion(OrganisationRow):
    """One file of a template: its bytes, the places that were found in them, and its blanks.

    The blanks are suggestions until somebody has settled them; from then on it never changes. The file never does.
    """

    template = models.ForeignKey(HouseTemplate, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()
    places = models.JSONField()
    blanks = models.JSONField()
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("template", "number"), name="house_version_once"),)

    def __str__(self) -> str:
        return f"{self.template_id} {self.number}"


class BroughtSheet(OrganisationRow):
    """A sheet that was brought, as it was read: `rows` with their line, what is given by the key of a blank, and the file.

    It goes after a month: what it says stands in the documents that came of it.
    """

    version = models.ForeignKey(HouseVersion, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    rows = models.JSONField()
    unused = models.JSONField(default=list)
    missing = models.JSONField(default=list)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("at",), name="house_sheet_at"),)

    def __str__(self) -> str:
        return self.name
