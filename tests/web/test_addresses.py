"""Every address × role × tenant in one table; an address without a row fails."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from art28.web.accounts import actions, teams
from art28.web.accounts.rights import Role
from art28.web.database.identifiers import new_id
from art28.web.families import actions as families
from art28.web.families import queries
from art28.web.families.models import Family, FamilyDecision
from art28.web.families.pump import pump
from web.addresses import BAD, EVERYBODY, FORBIDDEN, FOUND, OK, Row, names
from web.people import NOW, Tenant
from web.samples import TEXT, read_agreement

pytestmark = pytest.mark.django_db

READERS = EVERYBODY
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER})
OWNERS = frozenset({Role.OWNER})
WITNESSES = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.AUDITOR})


ROWS = (
    Row("get", "agreements:list", READERS, OK, elsewhere=OK),
    Row("get", "agreements:upload", DECIDERS, OK, elsewhere=OK),
    Row("post", "agreements:upload", DECIDERS, BAD, elsewhere=BAD),
    Row("get", "agreements:batch", DECIDERS, OK, "batch"),
    Row("get", "agreements:detail", READERS, OK, "agreement"),
    Row("get", "agreements:original", READERS, OK, "agreement"),
    Row("post", "agreements:direction", DECIDERS, FOUND, "agreement", data={"direction": "processor"}),
    Row("post", "agreements:read_again", DECIDERS, FOUND, "agreement"),
    Row("get", "agreements:division", DECIDERS, OK, "agreement"),
    Row("post", "agreements:division", DECIDERS, FOUND, "agreement", data={"how": "one"}),
    Row("get", "agreements:fact", DECIDERS, OK, "fact"),
    Row("post", "agreements:fact", DECIDERS, FOUND, "fact", data={"decision": "not_said", "seen": "1"}),
    Row("get", "agreements:open", READERS, OK, elsewhere=OK),
    Row("post", "agreements:open_decide", DECIDERS, FOUND, "fact", data={"decision": "not_said", "seen": "1"}),
    Row("get", "families:list", READERS, OK, elsewhere=OK),
    Row("get", "families:detail", READERS, OK, "family"),
    Row("get", "families:members", READERS, OK, "family"),
    Row("get", "families:member", READERS, OK, "agreement"),
    Row("get", "families:blank", DECIDERS, OK, "blank"),
    Row("post", "families:blank", DECIDERS, FOUND, "blank"),
    Row("post", "families:confirm", DECIDERS, FOUND, "family"),
    Row("post", "families:undo", DECIDERS, FOUND, "decision"),
    Row("get", "agreements:why", READERS, OK, "fact"),
    Row("post", "agreements:confirm_group", DECIDERS, FOUND, "agreement", data={"fact": "breach.deadline:1"}),
    Row("post", "agreements:undo_group", DECIDERS, FOUND, "at_once"),
    Row("post", "agreements:export_case", DECIDERS, OK, "agreement", data={"form": "text"}),
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
    Row("get", "evidence:index", WITNESSES, OK, elsewhere=OK),
    Row("post", "evidence:pack", WITNESSES, OK, elsewhere=OK),
    Row("get", "accounts:people", OWNERS, OK, elsewhere=OK),
    Row("post", "accounts:people", OWNERS, BAD, elsewhere=BAD),
    Row("post", "accounts:member", OWNERS, FOUND, "member", data={"role": "auditor"}),
    Row("post", "accounts:team_add", OWNERS, FOUND, elsewhere=FOUND, data={"name": "Servicedesk"}),
    Row("get", "accounts:team", OWNERS, OK, "team"),
    Row("post", "accounts:team", OWNERS, FOUND, "team", data={"name": "Privacyteam"}),
    Row("post", "accounts:withdraw", OWNERS, FOUND, "invitation"),
)
# Open to visitors, and tested where they are tested.
PUBLIC = frozenset({"accounts:language", "accounts:accept", "health"})
# Apps whose own tests hold the same kind of table.
ELSEWHERE = frozenset(
    {
        "api",
        "people",
        "audits",
        "assessments",
        "breaches",
        "calls",
        "chains",
        "claims",
        "comparisons",
        "controls",
        "costs",
        "cybersecurity",
        "disclosures",
        "drafts",
        "house",
        "sheets",
        "commencing",
        "lifecycle",
        "due",
        "endings",
        "events",
        "exercises",
        "instructions",
        "processing",
        "purposes",
        "intake",
        "mailings",
        "measures",
        "notices",
        "offline",
        "portfolio",
        "questionnaires",
        "received",
        "registers",
        "reports",
        "reminders",
        "replies",
        "requests",
        "services",
        "signing",
        "subprocessors",
        "amendments",
        "flowdown",
        "contacts",
        "yardsticks",
    }
)
ELSEWHERE_NAMES = frozenset({"today"})


def family_of(ours: Tenant) -> tuple[Family, queries.Group, FamilyDecision]:
    """A family of the agreement and another like it, what both fill in, and a decision taken once for it."""
    read_agreement(ours, TEXT.replace("Zonnehoek", "Maanhoek").replace("Utrecht", "Zutphen"), "maanhoek.txt")
    pump(now=NOW, limit=10)
    family = Family.objects.select_related("organisation").get(organisation=ours.organisation)
    groups = tuple(queries.asked(family, 1).groups)
    once = next(group for group in groups if not group.listed)
    families.confirm_once(family, once.key, once.mark, actor=ours.actor(), now=NOW)
    return family, next(group for group in groups if group.listed), FamilyDecision.objects.get(family=family)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    agreement = read_agreement(ours)
    family, blank, decision = family_of(ours)
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
        "at_once": (agreement.pk, new_id()),
        "counterparty": (agreement.counterparty_id,),
        "family": (family.pk,),
        "blank": (family.pk, blank.key, blank.mark),
        "decision": (decision.pk,),
        "member": (ours.members[Role.ENGINEER].pk,),
        "invitation": (invitation.pk,),
        "team": (teams.make(ours.organisation, "Privacyteam", actor=ours.actor(Role.OWNER), now=NOW).pk,),
    }
    return found


def test_every_address_has_a_row() -> None:
    told = {row.name for row in ROWS} | PUBLIC
    open_names = {
        name
        for name in names(get_resolver().url_patterns)
        if name.split(":")[0] not in ELSEWHERE and name not in ELSEWHERE_NAMES and not name.startswith("clock")
    }
    assert open_names == told


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)


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
