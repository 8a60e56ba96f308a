"""Roles -> rights: what a member of an organisation may do."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person is in an organisation."""

    OWNER = "owner", _("Owner")
    PRIVACY_OFFICER = "privacy_officer", _("Privacy officer")
    ENGINEER = "engineer", _("Engineer")
    MANAGEMENT = "management", _("Management")
    AUDITOR = "auditor", _("Auditor")


class Right(StrEnum):
    """One thing that a role may or may not do."""

    READ = "read"
    UPLOAD = "upload"
    CONFIRM = "confirm"
    REPORT_BREACH = "report_breach"
    HANDLE = "handle"
    DECIDE = "decide"
    READ_EVIDENCE = "read_evidence"
    MANAGE_PEOPLE = "manage_people"
    READ_STAFF = "read_staff"


_EVERYTHING = frozenset(Right)
RIGHTS: Mapping[str, frozenset[Right]] = MappingProxyType(
    {
        Role.OWNER: _EVERYTHING,
        Role.PRIVACY_OFFICER: _EVERYTHING - {Right.MANAGE_PEOPLE},
        Role.ENGINEER: frozenset({Right.READ, Right.REPORT_BREACH, Right.HANDLE}),
        Role.MANAGEMENT: frozenset({Right.READ, Right.REPORT_BREACH, Right.DECIDE, Right.READ_STAFF}),
        Role.AUDITOR: frozenset({Right.READ, Right.READ_EVIDENCE, Right.READ_STAFF}),
    }
)
