"""Every address of contact persons × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.urls import get_resolver
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.contacts import appointing, checking, importing
from art28.web.contacts.appointing import Who
from art28.web.contacts.models import Level, Telling
from art28.web.parties.models import Contact
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.breaches import world as worlds
from web.people import NOW, Tenant

pytestmark = pytest.mark.django_db

KEEPERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
PUBLIC = frozenset({"contacts:confirm"})
ROWS = (
    Row("get", "contacts:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "contacts:export", EVERYBODY, OK, "form", elsewhere=OK),
    Row("post", "contacts:rhythm", DECIDERS, INVALID, elsewhere=INVALID),
    Row("get", "contacts:own", EVERYBODY, OK, elsewhere=OK),
    Row("post", "contacts:own", KEEPERS, INVALID, elsewhere=INVALID),
    Row("get", "contacts:upload", KEEPERS, OK, elsewhere=OK),
    Row("post", "contacts:upload", KEEPERS, INVALID, elsewhere=INVALID),
    Row("get", "contacts:preview", KEEPERS, OK, "import"),
    Row("post", "contacts:apply", KEEPERS, FOUND, "import"),
    Row("get", "contacts:agreement", EVERYBODY, OK, "agreement"),
    Row("post", "contacts:appoint", KEEPERS, INVALID, "agreement"),
    Row("post", "contacts:end_appointment", KEEPERS, FOUND, "appointment"),
    Row("post", "contacts:escalate", HANDLERS, INVALID, "agreement"),
    Row("post", "contacts:tell_again", HANDLERS, FOUND, "told"),
    Row("post", "contacts:settle", KEEPERS, FOUND, "question"),
    Row("post", "contacts:ask", KEEPERS, FOUND, "contact"),
    Row("post", "contacts:end", KEEPERS, FOUND, "contact"),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    owner, actor, of = ours.members[Role.OWNER].user, ours.actor(Role.OWNER), ours.organisation
    agreement = worlds.agreement(of)
    who = Who(name="Servicedesk", email="desk@veldlicht.example")
    appointing.appoint(of, agreement, Level.FIRST, who, by=By(owner, actor, timezone.now()))
    contact = Contact.objects.select_related("organisation", "counterparty").get(organisation=of)
    question = checking.ask(contact, actor=actor, now=timezone.now())
    table = importing.put_in(of, "x.csv", b"partij\nNieuw\n", by=owner, now=NOW)
    return {
        "": (),
        "form": ("csv",),
        "import": (table.pk,),
        "agreement": (agreement.pk,),
        "appointment": (Telling.objects.get().appointment_id,),
        "told": (Telling.objects.get().pk,),
        "question": (question.pk,),
        "contact": (contact.pk,),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.split(":")[0] == "contacts"}
    assert here == {row.name for row in ROWS} | PUBLIC


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)
