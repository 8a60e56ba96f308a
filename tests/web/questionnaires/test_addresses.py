"""Every address of questionnaires × role × tenant; an address without a row fails."""

from dataclasses import replace
from typing import Any

import pytest
from django.urls import get_resolver, reverse

from art28.web.accounts.rights import Role
from art28.web.families.models import Family
from art28.web.families.pump import pump
from art28.web.questionnaires import queries
from art28.web.questionnaires.models import QuestionnaireVersion
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.breaches import world as worlds
from web.breaches.world import breach, world
from web.people import NOW, Tenant
from web.samples import TEXT, read_agreement

pytestmark = pytest.mark.django_db

DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER})
HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})

ROWS = (
    Row("get", "questionnaires:agreement", EVERYBODY, OK, "agreement"),
    Row("get", "questionnaires:add", DECIDERS, OK, "agreement"),
    Row("post", "questionnaires:add", DECIDERS, INVALID, "agreement"),
    Row("post", "questionnaires:confirm", DECIDERS, FOUND, "agreement", data={"seen": "0"}),
    Row("post", "questionnaires:as_read", DECIDERS, FOUND, "agreement", data={"seen": "0"}),
    Row("get", "questionnaires:change", DECIDERS, OK, "question"),
    Row("post", "questionnaires:change", DECIDERS, INVALID, "question"),
    Row("post", "questionnaires:move", DECIDERS, FOUND, "question", data={"seen": "0", "to": "down"}),
    Row("get", "questionnaires:remove", DECIDERS, OK, "question"),
    Row("post", "questionnaires:remove", DECIDERS, INVALID, "question"),
    Row("get", "questionnaires:family", EVERYBODY, OK, "family"),
    Row("post", "questionnaires:confirm_family", DECIDERS, FOUND, "group"),
    Row("get", "questionnaires:together", EVERYBODY, OK, "breach"),
    Row("post", "questionnaires:together", HANDLERS, FOUND, "breach"),
)


def family_of(ours: Tenant) -> Family:
    """Two agreements that are alike."""
    read_agreement(ours)
    read_agreement(ours, TEXT.replace("Zonnehoek", "Maanhoek").replace("Utrecht", "Zutphen"), "maanhoek.txt")
    pump(now=NOW, limit=10)
    return Family.objects.select_related("organisation").get(organisation=ours.organisation)


@pytest.fixture
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    family = family_of(ours)
    owner = ours.members[Role.OWNER].user
    given = replace(world(), organisation=ours.organisation, owner=owner, agreement=worlds.agreement(ours.organisation))
    (group,) = queries.in_family(ours.organisation, family.pk)
    return {
        "agreement": (given.agreement.pk,),
        "question": (given.agreement.pk, "form-1"),
        "family": (family.pk,),
        "group": (family.pk, group.mark),
        "breach": (breach(given).pk,),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("questionnaires:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)


def test_what_a_family_asks_is_settled_once_for_all_members_that_ask_the_same(ours: Tenant) -> None:
    family = family_of(ours)
    client = ours.client(Role.OWNER)
    (group,) = queries.in_family(ours.organisation, family.pk)
    assert group.count == 2
    page = client.get(reverse("questionnaires:family", args=(family.pk,))).content.decode()
    assert "2 overeenkomsten" in page
    first = group.questions[0].id
    client.post(
        reverse("questionnaires:remove", args=(group.example, first)),
        {"scope": "family", "seen_family": "0", "seen": "0", "reason": "Valt onder een andere vraag."},
    )
    (after,) = queries.in_family(ours.organisation, family.pk)
    assert first not in {question.id for question in after.questions}
    assert len(after.questions) == len(group.questions) - 1
    assert QuestionnaireVersion.objects.get().family_id == family.pk
    client.post(reverse("questionnaires:confirm_family", args=(family.pk, group.mark)))
    assert [row.what for row in QuestionnaireVersion.objects.order_by("number")] == ["removed", "confirmed"]
