"""Agreements that don't belong here: put aside, they count for nothing; brought back, they count again."""

from typing import Any

import pytest
from django.urls import reverse

from art28.web.accounts import actions as accounts
from art28.web.accounts.access import SYSTEM
from art28.web.accounts.rights import Role
from art28.web.agreements import actions as agreements
from art28.web.agreements.models import Agreement, PromisedDuty, State
from art28.web.audit.models import Act
from art28.web.clocks.models import Obligation
from art28.web.lifecycle import aside, doubles
from art28.web.lifecycle.models import Aside, Why
from web.breaches.world import NOW, SAID, World, actor, agreement, breach, signed_in, world

pytestmark = pytest.mark.django_db
MUCH: dict[str, Any] = {**SAID, **{f"liability.note_{number}": f"x{number}" for number in range(12)}}


@pytest.fixture
def given() -> World:
    return world()


def put(given: World, row: Agreement, why: Why = Why.NOT_OURS, double_of: Agreement | None = None) -> Aside:
    row.refresh_from_db()
    return aside.put(
        row, why, words="", double_of=double_of, by=given.owner, actor=actor(given.owner), now=NOW
    )  # fmt: skip


def test_it_promises_nothing_and_stands_in_no_list_and_can_be_brought_back(given: World) -> None:
    row = agreement(given.organisation, SAID, name="Apotheek Berk")
    put(given, row)
    assert not PromisedDuty.objects.filter(agreement=row, retired_at=None).exists()
    client = signed_in(given.owner)
    name = "Apotheek Berk"
    assert name not in client.get(reverse("agreements:list")).content.decode()
    assert name in client.get(reverse("agreements:list"), {"state": "aside"}).content.decode()
    assert name not in client.get(reverse("breaches:new")).content.decode()
    assert client.get(reverse("portfolio:index")).status_code == 200
    row.refresh_from_db()
    assert aside.bring_back(row, by=given.owner, actor=actor(given.owner), now=NOW)
    row.refresh_from_db()
    assert row.state == State.READ
    assert PromisedDuty.objects.filter(agreement=row, retired_at=None).exists()
    assert {"agreement.put_aside", "agreement.brought_back"} <= set(Act.objects.values_list("kind", flat=True))
    assert not aside.bring_back(row, by=given.owner, actor=actor(given.owner), now=NOW)


def test_what_was_never_read_can_go_too_and_comes_back_as_it_was(given: World) -> None:
    row = given.agreement
    Agreement.objects.filter(pk=row.pk).update(state=State.FAILED, reason="no_agreement", read_at=None)
    put(given, row, Why.NO_AGREEMENT)
    row.refresh_from_db()
    assert row.state == State.ASIDE
    aside.bring_back(row, by=given.owner, actor=actor(given.owner), now=NOW)
    row.refresh_from_db()
    assert row.state == State.FAILED


def test_nothing_goes_under_which_a_clock_runs(given: World) -> None:
    breach(given)
    assert Obligation.objects.filter(agreement=given.agreement, ended_at=None).exists()
    with pytest.raises(aside.NotPutAside):
        put(given, given.agreement)
    given.agreement.refresh_from_db()
    assert given.agreement.state == State.READ
    page = signed_in(given.owner).get(reverse("lifecycle:aside", args=(given.agreement.pk,))).content.decode()
    assert "er lopen termijnen onder" in page
    assert 'name="why"' not in page


def test_it_is_not_read_again_nor_put_aside_twice(given: World) -> None:
    put(given, given.agreement)
    given.agreement.refresh_from_db()
    agreements.read_again(given.agreement, actor=actor(given.owner), now=NOW)
    given.agreement.refresh_from_db()
    assert given.agreement.state == State.ASIDE
    with pytest.raises(aside.NotPutAside):
        put(given, given.agreement)


def test_the_same_with_the_same_party_is_told_and_the_double_goes(given: World) -> None:
    one = agreement(given.organisation, MUCH, name="Apotheek Berk")
    two = agreement(given.organisation, MUCH, name="Apotheek Berk Noord")
    Agreement.objects.filter(pk=two.pk).update(counterparty=one.counterparty, counterparty_name=one.counterparty_name)
    two.refresh_from_db()
    (double,) = doubles.doubles(two)
    assert double.agreement == one
    assert double.alike == double.facts
    client = signed_in(given.owner)
    assert "Met deze partij staat hetzelfde er al" in client.get(
        reverse("agreements:detail", args=(two.pk,))
    ).content.decode()  # fmt: skip
    answer = client.post(
        reverse("lifecycle:aside", args=(two.pk,)), {"why": "double", "double": str(one.pk), "words": ""}
    )  # fmt: skip
    assert answer.status_code == 302
    kept = Aside.objects.get(agreement=two)
    assert (kept.why, kept.double_of) == ("double", one)
    page = client.get(reverse("agreements:detail", args=(two.pk,))).content.decode()
    assert "Zij staat er dubbel in" in page
    one.refresh_from_db()
    assert not doubles.doubles(one)
    client.post(reverse("lifecycle:aside_back", args=(two.pk,)))
    two.refresh_from_db()
    assert two.state == State.READ


def test_another_text_with_the_same_party_is_no_double(given: World) -> None:
    one = agreement(given.organisation, MUCH, name="Apotheek Berk")
    other = agreement(given.organisation, {**MUCH, "liability.note_1": "y", "liability.note_2": "y"}, name="Elders")
    Agreement.objects.filter(pk=other.pk).update(counterparty=one.counterparty)
    other.refresh_from_db()
    assert not doubles.doubles(other)
    assert not doubles.doubles(given.agreement)  # nobody else has this party


def test_who_may_decide_puts_aside(given: World) -> None:
    engineer = accounts.create_user("monteur@dijkvaart.example", "Monteur", password=None, now=NOW)
    accounts.add_member(given.organisation, engineer, Role.ENGINEER, actor=SYSTEM, now=NOW)
    address = reverse("lifecycle:aside", args=(given.agreement.pk,))
    assert signed_in(engineer).get(address).status_code == 403
    assert signed_in(given.outsider).get(address).status_code == 404
    assert signed_in(given.owner).post(address, {"why": ""}).status_code == 422
