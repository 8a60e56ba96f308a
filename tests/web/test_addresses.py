"""Every address × role × tenant in one table; an address without a row fails."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from art28.web.accounts import actions
from art28.web.accounts.rights import Role
from web.people import NOW, Tenant, tenant
from web.samples import read_agreement

READERS = frozenset(Role)
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER})
OWNERS = frozenset({Role.OWNER})
OK, FOUND, BAD, FORBIDDEN, MISSING = 200, 302, 400, 403, 404


@dataclass(frozen=True, slots=True)
class Row:
    """What an address answers: to the roles in `allowed`, to the other roles 403, to another tenant `elsewhere`."""

    method: str
    name: str
    allowed: frozenset[Role]
    answer: int
    subject: str = ""
    elsewhere: int = MISSING
    data: dict[str, Any] = field(default_factory=dict)


ROWS = (
    Row("get", "agreements:list", READERS, OK, elsewhere=OK),
    Row("get", "agreements:upload", DECIDERS, OK, elsewhere=OK),
    Row("post", "agreements:upload", DECIDERS, BAD, elsewhere=BAD),
    Row("get", "agreements:batch", DECIDERS, OK, "batch"),
    Row("get", "agreements:detail", READERS, OK, "agreement"),
    Row("get", "agreements:original", READERS, OK, "agreement"),
    Row("post", "agreements:direction", DECIDERS, FOUND, "agreement", data={"direction": "processor"}),
    Row("post", "agreements:read_again", DECIDERS, FOUND, "agreement"),
    Row("get", "agreements:fact", DECIDERS, OK, "fact"),
    Row("post", "agreements:fact", DECIDERS, FOUND, "fact", data={"decision": "not_said", "seen": "1"}),
    Row("get", "parties:list", READERS, OK, elsewhere=OK),
    Row("get", "parties:detail", READERS, OK, "counterparty"),
    Row(
        "post",
        "parties:contact",
        DECIDERS,
        FOUND,
        "counterparty",
        data={"purpose": "breach", "email": "fg@zon.example"},
    ),
    Row("get", "parties:entities", DECIDERS, OK, elsewhere=OK),
    Row("post", "parties:entities", DECIDERS, FOUND, elsewhere=FOUND, data={"name": "Zonnig B.V."}),
    Row("post", "accounts:organisation", READERS, FOUND, elsewhere=FOUND),
    Row("get", "accounts:people", OWNERS, OK, elsewhere=OK),
    Row("post", "accounts:people", OWNERS, BAD, elsewhere=BAD),
    Row("post", "accounts:member", OWNERS, FOUND, "member", data={"role": "auditor"}),
    Row("post", "accounts:withdraw", OWNERS, FOUND, "invitation"),
)
# Open to visitors, and tested where they are tested.
PUBLIC = frozenset({"accounts:language", "accounts:accept"})
# Apps whose own tests hold the same kind of table.
ELSEWHERE = frozenset({"evidence", "breaches", "notices"})
ELSEWHERE_NAMES = frozenset({"today"})


@pytest.fixture
def ours(db: None) -> Tenant:
    return tenant("veldlicht")


@pytest.fixture
def theirs(db: None) -> Tenant:
    return tenant("maanzicht")


@pytest.fixture
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    agreement = read_agreement(ours)
    invitation, _ = actions.invite(
        ours.organisation,
        "nieuw@veldlicht.example",
        Role.ENGINEER,
        by=ours.members[Role.OWNER],
        actor=ours.actor(Role.OWNER),
        now=NOW,
    )
    assert agreement.batch is not None
    assert agreement.counterparty_id is not None
    found: dict[str, tuple[UUID | str, ...]] = {
        "": (),
        "agreement": (agreement.pk,),
        "batch": (agreement.batch,),
        "fact": (agreement.pk, "breach.deadline"),
        "counterparty": (agreement.counterparty_id,),
        "member": (ours.members[Role.ENGINEER].pk,),
        "invitation": (invitation.pk,),
    }
    return found


def names(patterns: list[URLPattern | URLResolver], namespace: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = ":".join(filter(None, (namespace, pattern.namespace or "")))
            yield from names(pattern.url_patterns, inner)
        elif pattern.lookup_str.startswith("art28."):
            yield f"{namespace}:{pattern.name}" if namespace else str(pattern.name)


def test_every_address_has_a_row() -> None:
    told = {row.name for row in ROWS} | PUBLIC
    open_names = {
        name
        for name in names(get_resolver().url_patterns)
        if name.split(":")[0] not in ELSEWHERE and name not in ELSEWHERE_NAMES and not name.startswith("clock")
    }
    assert open_names == told


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method} {row.name}")
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    address = reverse(row.name, args=subjects[row.subject])
    outsider = theirs.client(Role.OWNER)
    assert getattr(outsider, row.method)(address, row.data).status_code == row.elsewhere
    for role in Role:
        if role not in row.allowed:
            assert getattr(ours.client(role), row.method)(address, row.data).status_code == FORBIDDEN, role
    role = next(role for role in Role if role in row.allowed)
    assert getattr(ours.client(role), row.method)(address, row.data).status_code == row.answer


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        answer = getattr(Client(), row.method)(reverse(row.name, args=subjects[row.subject]), row.data)
        assert answer.status_code == FOUND, row.name
        assert answer.headers["Location"].startswith(reverse("account_login")), row.name


def test_an_account_without_an_organisation_sees_nothing(ours: Tenant, subjects: dict[str, tuple[Any, ...]]) -> None:
    lonely = actions.create_user("alleen@nergens.example", "Alleen", password=None, now=NOW)
    client = Client()
    client.force_login(lonely)
    assert client.get(reverse("agreements:detail", args=subjects["agreement"])).status_code == FORBIDDEN


def test_who_left_is_out_at_once(ours: Tenant, subjects: dict[str, tuple[Any, ...]]) -> None:
    client = ours.client(Role.ENGINEER)
    address = reverse("agreements:detail", args=subjects["agreement"])
    assert client.get(address).status_code == OK
    actions.end_membership(ours.members[Role.ENGINEER], actor=ours.actor(Role.OWNER), now=NOW)
    assert client.get(address).status_code == FORBIDDEN
