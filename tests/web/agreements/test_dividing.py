"""A person says which agreements a file holds: where each begins, that it is one, or that art28 is to find out."""

from datetime import timedelta

import pytest
from django.urls import reverse

from art28.web.accounts.rights import Role
from art28.web.agreements import actions, deciding, dividing, pump, queries
from art28.web.agreements.models import Agreement, FactVersion, SourceFile, State
from art28.web.audit.models import Act
from core.extraction.bundles import MAIN_CONTRACT, OTHER, dutch
from web.people import NOW, Tenant, tenant

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=1)
TITLE = OTHER.split("\n")[0].lstrip("# ").strip()


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def put_in(ours: Tenant, text: str) -> Agreement:
    uploads = [actions.Upload("bundel.txt", "", text.encode())]
    (taken,) = actions.put_in(ours.organisation, uploads, actor=ours.actor(), now=NOW, largest_bytes=1_000_000)
    assert taken.agreement is not None
    pump.pump(now=NOW, limit=5)
    return Agreement.objects.select_related("organisation", "source").get(pk=taken.agreement.pk)


def held(ours: Tenant) -> list[Agreement]:
    return list(Agreement.objects.filter(organisation=ours.organisation).order_by("share"))


def said(ours: Tenant, agreement: Agreement, how: str, *starts: int, lines: str = "") -> int:
    address = reverse("agreements:division", args=[agreement.pk]) + lines
    answer = ours.client(Role.PRIVACY_OFFICER).post(address, {"how": how, "start": [str(start) for start in starts]})
    pump.pump(now=LATER + timedelta(days=36500), limit=5)
    return answer.status_code


def test_what_was_taken_for_two_is_read_as_one(ours: Tenant) -> None:
    first = put_in(ours, dutch() + OTHER)
    assert [each.shares for each in held(ours)] == [2, 2]

    assert said(ours, first, "one") == 302

    one, left = held(ours)
    text = queries.text_of(one)
    assert text is not None
    assert text.text == dutch() + OTHER
    assert (one.state, one.shares) == (State.READ, 1)
    assert (left.state, left.reason) == (State.FAILED, pump.NOT_THERE)
    act = Act.objects.get(kind="agreement.divided", subject_id=first.pk)
    assert '"begins":[0]' in str(act.content.content).replace(" ", "")


def test_a_second_agreement_begins_where_a_person_says(ours: Tenant, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("art28.web.agreements.reading.documents_in", lambda document: (document,))
        whole = put_in(ours, dutch() + MAIN_CONTRACT + OTHER)
    assert [each.shares for each in held(ours)] == [1]
    lines = dividing.openings(whole, every_line=True)
    start = max(line.start for line in lines if line.words.startswith(TITLE))

    assert said(ours, whole, "ticked", 0, start, lines="?lines=all") == 302

    first, second = held(ours)
    value = FactVersion.objects.get(agreement=second, key="breach.deadline", current=True).value
    text = queries.text_of(second)
    assert text is not None
    assert (text.text, value) == (OTHER, "PT48H")
    assert [(each.share, each.shares) for each in (first, second)] == [(1, 2), (2, 2)]


def test_what_stands_above_the_first_beginning_belongs_to_none(ours: Tenant, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("art28.web.agreements.reading.documents_in", lambda document: (document,))
        whole = put_in(ours, MAIN_CONTRACT + OTHER)
    start = len(MAIN_CONTRACT)

    said(ours, whole, "ticked", start, lines="?lines=all")

    text = queries.text_of(whole)
    assert text is not None
    assert text.text == OTHER
    assert [each.share for each in held(ours)] == [1]


def test_it_can_be_left_to_art28_again(ours: Tenant) -> None:
    first = put_in(ours, dutch() + OTHER)
    said(ours, first, "one")

    said(ours, first, "itself")

    assert [(each.state, each.shares) for each in held(ours)] == [(State.READ, 2), (State.READ, 2)]
    assert SourceFile.objects.get(pk=first.source_id).begins is None


def test_what_was_decided_stays(ours: Tenant) -> None:
    first = put_in(ours, dutch() + OTHER)
    deciding.correct(first, "breach.deadline", "PT12H", seen=1, actor=ours.actor(), now=NOW)

    said(ours, first, "one")

    row = FactVersion.objects.get(agreement=first, key="breach.deadline", current=True)
    assert (row.value, row.state) == ("PT12H", "corrected")


def test_nothing_ticked_changes_nothing_and_says_so(ours: Tenant) -> None:
    first = put_in(ours, dutch() + OTHER)

    for how, starts in (("ticked", ()), ("ticked", (999_999,)), ("other", (0,))):
        assert said(ours, first, how, *starts) == 422
    assert [(each.state, each.shares) for each in held(ours)] == [(State.READ, 2), (State.READ, 2)]
    assert not Act.objects.filter(kind="agreement.divided").exists()


def test_saying_the_same_again_reads_nothing_again(ours: Tenant) -> None:
    first = put_in(ours, dutch() + OTHER)
    said(ours, first, "one")

    said(ours, first, "one")

    assert Act.objects.filter(kind="agreement.divided").count() == 1


def test_another_organisation_finds_no_such_page(ours: Tenant) -> None:
    first = put_in(ours, dutch() + OTHER)
    theirs = tenant("maanzicht").client(Role.OWNER)

    assert theirs.get(reverse("agreements:division", args=[first.pk])).status_code == 404
