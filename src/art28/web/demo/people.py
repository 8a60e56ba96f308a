"""An organisation with people of each role, to look at; for local use."""

import os
import secrets
from datetime import datetime
from pathlib import Path

from art28.web.accounts import actions
from art28.web.accounts.access import SYSTEM
from art28.web.accounts.models import Membership, Organisation, User
from art28.web.accounts.rights import Role

OWNER = "anouk@dijkvaart.example"
_PEOPLE = (
    (OWNER, "Anouk Reinders", Role.OWNER),
    ("pim@dijkvaart.example", "Pim Wolthuis", Role.PRIVACY_OFFICER),
    ("sanne@dijkvaart.example", "Sanne Okafor", Role.ENGINEER),
    ("hester@dijkvaart.example", "Hester van Loon", Role.MANAGEMENT),
    ("bram@controle.example", "Bram Zwart", Role.AUDITOR),
)
OTHERS = tuple(email for email, _, _ in _PEOPLE[1:])


def password(path: Path) -> str:
    """The password of all of them, made at first use and kept at `path` for its owner's eyes."""
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    made = "-".join(secrets.token_hex(2) for _ in range(4))
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(made)
    return made


def organisation(name: str, slug: str, word: str, *, now: datetime) -> Organisation:
    """The organisation and its people, made where they are missing."""
    tenant = Organisation.objects.filter(slug=slug).first() or actions.create_organisation(name, slug, now=now)
    for email, person, role in _PEOPLE:
        user = User.objects.filter(email=email).first() or actions.create_user(email, person, password=word, now=now)
        if not Membership.objects.filter(organisation=tenant, user=user).exists():
            actions.add_member(tenant, user, role, actor=SYSTEM, now=now)
    return tenant
