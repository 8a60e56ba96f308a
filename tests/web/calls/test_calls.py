"""The shared call list: what ends first in front, one caller a call, and what came of it kept with the breach."""

import io
from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import openpyxl
import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from art28.web.accounts.models import User
from art28.web.accounts.rights import Role
from art28.web.audit.models import Act
from art28.web.breaches.models import Breach, Call, TouchedAgreement
from art28.web.calls import actions, queries
from art28.web.calls.models import CallLine
from art28.web.clocks.models import Obligation, Proof
from web.breaches.world import NOW, SAID, World, actor, agreement, signed_in, world
from web.mailings.world import LATER, customers, prepared, second, touching

PHONE = {**SAID, "breach.channel": ["phone"]}
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def callers(given: World) -> tuple[Breach, User]:
    """A breach with three that want a call, of different limits, one that doesn't; and a second caller."""
    slow = agreement(given.organisation, {**PHONE, "breach.deadline": "PT72H"}, name="Traag")
    fast = agreement(given.organisation, {**PHONE, "breach.deadline": "PT12H"}, name="Snel")
    both = agreement(given.organisation, {**SAID, "breach.channel": ["email", "phone"]}, name="Beide")
    return touching(given, [slow, fast, both, given.agreement]), second(given, Role.ENGINEER)


def take(recorded: Breach, user: User, *, after: timedelta = HOUR) -> TouchedAgreement:
    row = actions.claim_next(recorded, by=user, actor=actor(user), now=NOW + after)
    assert row is not None
    return row


def names(recorded: Breach, state: str = "") -> list[str]:
    rows = queries.narrowed(recorded, queries.Narrowing(state=state), now=NOW + HOUR)
    return [row.agreement.counterparty_name for row in rows]


@pytest.mark.django_db
def test_the_list_holds_who_wants_a_call_what_ends_first_in_front() -> None:
    recorded, _ = callers(world())
    assert names(recorded) == ["Snel", "Beide", "Traag"]


@pytest.mark.django_db
def test_two_callers_get_different_ones_and_each_keeps_theirs() -> None:
    given = world()
    recorded, other = callers(given)
    assert take(recorded, given.owner).agreement.counterparty_name == "Snel"
    assert take(recorded, other).agreement.counterparty_name == "Beide"
    assert take(recorded, given.owner).agreement.counterparty_name == "Snel"
    assert Act.objects.filter(kind="call.claimed").count() == 2


@pytest.mark.django_db
def test_what_is_given_back_or_left_for_half_an_hour_goes_to_another() -> None:
    given = world()
    recorded, other = callers(given)
    first = take(recorded, given.owner)
    actions.give_back(first, by=given.owner, actor=actor(given.owner), now=NOW + HOUR)
    assert take(recorded, other) == first
    assert take(recorded, given.owner, after=HOUR + 31 * MINUTE) == first
    with pytest.raises(actions.NotYours):
        actions.give_back(first, by=other, actor=actor(other), now=NOW + HOUR + 31 * MINUTE)


@pytest.mark.django_db
def test_reaching_somebody_is_kept_with_the_breach_and_ends_the_clock() -> None:
    given = world()
    recorded, _ = callers(given)
    row = take(recorded, given.owner)
    at = NOW + HOUR
    actions.reached(row, at=at, spoken_to="J. Okkerse", note="", by=given.owner, actor=actor(given.owner), now=at)
    clock = Obligation.objects.get(agreement=row.agreement, action="notify_breach")
    assert (clock.ended_at, clock.ended_by) == (at, Proof.REACHED)
    assert Call.objects.get().spoken_to == "J. Okkerse"
    assert names(recorded, "reached") == ["Snel"]
    assert (queries.progress(recorded, now=at).total, queries.progress(recorded, now=at).reached) == (3, 1)
    assert Act.objects.filter(kind="breach.called").count() == 1


@pytest.mark.django_db
def test_a_call_in_vain_comes_back_later_but_before_its_limit() -> None:
    given = world()
    recorded, _ = callers(given)
    row = take(recorded, given.owner)
    options: dict[str, Any] = {
        "at": NOW + HOUR,
        "called": "J. Okkerse",
        "note": "",
        "by": given.owner,
        "actor": actor(given.owner),
        "now": NOW + HOUR,
    }
    assert actions.in_vain(row, again_in=30 * MINUTE, **options) == NOW + HOUR + 30 * MINUTE
    second_row = take(recorded, given.owner)
    assert second_row.agreement.counterparty_name == "Beide"
    actions.give_back(second_row, by=given.owner, actor=actor(given.owner), now=NOW + HOUR)
    again = take(recorded, given.owner, after=2 * HOUR)
    assert again == row
    options |= {"at": NOW + 2 * HOUR, "now": NOW + 2 * HOUR}
    assert actions.in_vain(row, again_in=12 * HOUR, **options) == NOW + 12 * HOUR - 15 * MINUTE
    assert CallLine.objects.get(touched=row).attempts == 2
    assert Call.objects.filter(reached=False).count() == 2


@pytest.mark.django_db
def test_whom_a_mailing_cannot_reach_can_be_put_on_the_list() -> None:
    given = world()
    without = agreement(given.organisation, name="Zonder adres", contact="")
    recorded = touching(given, [given.agreement, without])
    mailing = prepared(given, recorded)
    assert names(recorded) == []
    client = signed_in(given.owner)
    address = reverse("calls:from_mailing", args=(recorded.pk, mailing.pk))
    for _ in range(2):
        assert client.post(address).status_code == 302
    assert names(recorded) == ["Zonder adres"]
    assert Act.objects.filter(kind="call.put_on_list").count() == 1


@pytest.mark.django_db
def test_a_page_costs_the_same_queries_at_any_size_and_shows_number_and_script() -> None:
    given = world()
    recorded = touching(given, customers(given, 2, PHONE))
    client = signed_in(given.owner)
    counts = []
    for each in (recorded, touching(given, customers(given, 12, PHONE, name="Meer"))):
        address = reverse("calls:list", args=(each.pk,))
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            page = client.get(address).content.decode()
        counts.append(len(captured))
        assert 'href="tel:0321000418"' in page
    assert counts[0] == counts[1]
    row = take(recorded, given.owner)
    page = client.get(reverse("calls:call", args=(recorded.pk, row.agreement_id))).content.decode()
    assert "Een back-up stond open op internet." in page


@pytest.mark.django_db
def test_a_caller_works_through_the_pages() -> None:
    given = world()
    recorded, _ = callers(given)
    client = signed_in(given.owner)
    answer = client.post(reverse("calls:next", args=(recorded.pk,)))
    agreement_id = TouchedAgreement.objects.get(agreement__counterparty_name="Snel").agreement_id
    args = (recorded.pk, agreement_id)
    assert answer.headers["Location"] == reverse("calls:call", args=args)
    assert client.post(reverse("calls:reached", args=args), {"spoken_to": ""}).status_code == 422
    client.post(reverse("calls:reached", args=args), {"spoken_to": "J. Okkerse"})
    assert CallLine.objects.get().state == "reached"
    client.post(reverse("calls:next", args=(recorded.pk,)))
    args = (recorded.pk, TouchedAgreement.objects.get(agreement__counterparty_name="Beide").agreement_id)
    client.post(reverse("calls:in_vain", args=args), {"again": "30"})
    assert CallLine.objects.get(touched__agreement__counterparty_name="Beide").later_at is not None


@pytest.mark.django_db
def test_the_workbook_holds_each_with_number_and_state() -> None:
    given = world()
    recorded, _ = callers(given)
    answer = signed_in(given.owner).get(reverse("calls:export", args=(recorded.pk,)))
    rows = list(openpyxl.load_workbook(io.BytesIO(b"".join(answer))).active.values)
    assert [row[1] for row in rows[1:]] == ["Snel", "Beide", "Traag"]
    assert rows[1][5] == "0321000418"


@pytest.mark.django_db(transaction=True)
def test_callers_who_ask_at_the_same_moment_never_get_the_same() -> None:
    given = world()
    recorded = touching(given, customers(given, 4, PHONE))
    people = [given.owner, *(second(given, role) for role in (Role.ENGINEER, Role.MANAGEMENT, Role.PRIVACY_OFFICER))]
    barrier, got = Barrier(len(people)), []

    def ask(user: User) -> None:
        barrier.wait()
        try:
            row = actions.claim_next(recorded, by=user, actor=actor(user), now=LATER)
            got.append(row and row.pk)
        finally:
            connections.close_all()

    threads = [Thread(target=ask, args=(user,)) for user in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(got)) == len(people)
    assert None not in got
    assert CallLine.objects.filter(state="claimed").count() == len(people)
