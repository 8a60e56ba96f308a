"""Tokens by which other programs come in."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User


class Scope(models.TextChoices):
    """What a token lets a program do."""

    SIGNALS = "signals:write", _("Report signals, and see how those stand")
    DUE = "due:read", _("See what is due")
    BREACHES = "breaches:read", _("See breaches")
    CHECKS = "checks:write", _("Report results of checks, and see how those stand")
    REQUESTS = "requests:write", _("Take in requests of data subjects, and see how those stand")


class ApiToken(OrganisationRow):
    """A token of `user`, or, where that is None, of the organisation. Only its hash is kept; `hint` is how it begins.

    A person's token does no more than the person may, and nothing once they have left. `scopes` holds values of `Scope`.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=80)
    scopes = models.JSONField()
    token_hash = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=12)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=("organisation", "revoked_at", "made_at"), name="api_token_listed"),)

    def __str__(self) -> str:
        return self.name
