"""A file that holds several agreements: each becomes an agreement of its own, read once, with its own text and facts."""

from datetime import timedelta
from unittest import mock

import pytest
from django.urls import reverse

from art28.reading.jail import Jail
from art28.web.accounts.rights import Role
from art28.web.agreements import actions, browsing, deciding, explaining, pump, queries, reference
from art28.web.agreements.models import Agreement, AgreementText, FactVersion, State
from art28.web.audit import queries as audit
from core.extraction.bundles import MAIN_CONTRACT, OTHER, dutch
from web.people import NOW, Tenant, tenant

pytestmark = pytest.mark.django_db
BUNDLE = dutch() + MAIN_CONTRACT + OTHER


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def put_in(ours: Tenant, text: str = BUNDLE, name: str = "bundel.txt") -> Agreement:
    uploads = [actions.Upload(name, "", text.encode())]
    (taken,) = actions.put_in(ours.organisation, uploads, actor=ours.actor(), now=NOW, largest_bytes=1_000_000)
    assert taken.agreement is not None
    return taken.agreement


def held(ours: Tenant) -> tuple[Agreement, ...]:
    return tuple(Agreement.objects.filter(organisation=ours.organisation).order_by("share"))


def value(agreement: Agreement, key: str) -> object:
    return FactVersion.objects.get(agreement=agreement, key=key, current=True).value


def test_each_agreement_in_a_file_is_an_agreement_of_its_own(ours: Tenant) -> None:
    put_in(ours)

    assert pump.pump(now=NOW, limit=5) == 2

    first, second = held(ours)
    assert [(each.state, each.share, each.shares) for each in (first, second)] == [
        (State.READ, 1, 2),
        (State.READ, 2, 2),
    ]
    assert [value(each, "breach.deadline") for each in (first, second)] == ["PT24H", "PT48H"]
    assert (first.source_id, first.batch, first.added_at) == (second.source_id, second.batch, second.added_at)
    assert not queries.questions_of(first)


def test_each_keeps_its_own_text_and_cites_in_it(ours: Tenant) -> None:
    put_in(ours)
    pump.pump(now=NOW, limit=5)

    for agreement, own in zip(held(ours), (dutch(), OTHER), strict=True):
        text = AgreementText.objects.get(agreement=agreement)
        assert text.text == own
        for row in FactVersion.objects.filter(agreement=agreement):
            for citation in row.citations:
                assert own[citation["start"] : citation["end"]] == citation["text"]


def test_the_file_is_read_once_for_all_of_them(ours: Tenant) -> None:
    put_in(ours)

    with mock.patch.object(Jail, "read", autospec=True, side_effect=Jail.read) as read:
        pump.pump(now=NOW, limit=5)

    assert read.call_count == 1
    assert [each.state for each in held(ours)] == [State.READ, State.READ]


def test_who_dies_after_the_first_leaves_the_others_to_the_next_worker(
    ours: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_in(ours)
    claim = pump.claim
    with monkeypatch.context() as patched:
        patched.setattr(pump, "claim", lambda *, now, of_file=None: None if of_file else claim(now=now))
        pump.pump(now=NOW, limit=1)
    assert [each.state for each in held(ours)] == [State.READ, State.QUEUED]

    pump.pump(now=NOW + timedelta(minutes=1), limit=5)

    assert [value(each, "breach.deadline") for each in held(ours)] == ["PT24H", "PT48H"]


def test_the_trail_says_where_the_second_came_from(ours: Tenant) -> None:
    put_in(ours)
    pump.pump(now=NOW, limit=5)
    first, second = held(ours)

    trail = {
        each.share: {line.kind for line in audit.trail(ours.organisation, subject_kind="agreement", subject_id=each.pk)}
        for each in (first, second)
    }
    assert trail == {1: {"agreement.uploaded", "agreement.read"}, 2: {"agreement.found_beside", "agreement.read"}}


def test_reading_one_again_leaves_the_others_and_what_people_decided(ours: Tenant) -> None:
    put_in(ours)
    pump.pump(now=NOW, limit=5)
    first, second = held(ours)
    deciding.correct(second, "breach.deadline", "PT12H", seen=1, actor=ours.actor(), now=NOW)

    actions.read_again(second, actor=ours.actor(), now=NOW)
    actions.read_again(first, actor=ours.actor(), now=NOW)

    assert pump.pump(now=NOW, limit=5) == 2
    assert [each.share for each in held(ours)] == [1, 2]
    assert [value(each, "breach.deadline") for each in held(ours)] == ["PT24H", "PT12H"]


def test_an_agreement_that_was_read_as_the_whole_file_gets_its_own_text(
    ours: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreement = put_in(ours)
    with monkeypatch.context() as patched:
        patched.setattr("art28.web.agreements.reading.documents_in", lambda document: (document,))
        pump.pump(now=NOW, limit=5)
    assert [each.shares for each in held(ours)] == [1]
    assert queries.questions_of(agreement)

    actions.read_again(agreement, actor=ours.actor(), now=NOW)
    pump.pump(now=NOW + timedelta(seconds=1), limit=5)

    first, second = held(ours)
    assert (value(first, "breach.deadline"), value(second, "breach.deadline")) == ("PT24H", "PT48H")
    text = queries.text_of(first)
    assert text is not None
    assert text.text == dutch()


def test_what_is_no_longer_told_apart_is_said_and_kept(ours: Tenant, monkeypatch: pytest.MonkeyPatch) -> None:
    put_in(ours)
    pump.pump(now=NOW, limit=5)
    _, second = held(ours)
    monkeypatch.setattr("art28.web.agreements.reading.documents_in", lambda document: (document,))

    actions.read_again(second, actor=ours.actor(), now=NOW)
    pump.pump(now=NOW, limit=5)

    second.refresh_from_db()
    assert (second.state, second.reason) == (State.FAILED, pump.NOT_THERE)
    assert value(second, "breach.deadline") == "PT48H"


def test_the_same_file_again_leads_to_its_first_agreement(ours: Tenant) -> None:
    first = put_in(ours)
    pump.pump(now=NOW, limit=5)

    again = [actions.Upload("weer.txt", "", BUNDLE.encode())]
    (taken,) = actions.put_in(ours.organisation, again, actor=ours.actor(), now=NOW, largest_bytes=1_000_000)

    assert (taken.refusal, taken.agreement) == (actions.Refusal.ALREADY_THERE, first)


def test_pages_say_how_many_a_file_holds_and_lead_to_the_others(ours: Tenant) -> None:
    put_in(ours)
    pump.pump(now=NOW, limit=5)
    first, second = held(ours)
    client = ours.client(Role.PRIVACY_OFFICER)

    page = client.get(reverse("agreements:detail", args=[second.pk])).content.decode()
    assert "Dit bestand bevat 2 overeenkomsten, elk afzonderlijk gelezen. Dit is nummer 2." in page
    assert reverse("agreements:detail", args=[first.pk]) in page
    assert "binnen 48 uur" in page
    assert "binnen 24 uur" not in page
    for name, args in (("agreements:list", []), ("agreements:batch", [first.batch])):
        assert "bundel.txt · overeenkomst 2 van 2" in client.get(reverse(name, args=args)).content.decode()


def test_a_file_with_one_agreement_says_nothing_of_others(ours: Tenant) -> None:
    agreement = put_in(ours, dutch(), "enkel.txt")
    pump.pump(now=NOW, limit=5)
    client = ours.client(Role.PRIVACY_OFFICER)

    assert "Dit bestand bevat" not in client.get(reverse("agreements:detail", args=[agreement.pk])).content.decode()
    assert "overeenkomst 1 van" not in client.get(reverse("agreements:list")).content.decode()
    assert AgreementText.objects.get(agreement=agreement).extraction == "text/1"


def test_both_have_the_file_as_it_was_put_in(ours: Tenant) -> None:
    put_in(ours)
    pump.pump(now=NOW, limit=5)
    client = ours.client(Role.PRIVACY_OFFICER)

    for agreement in held(ours):
        assert client.get(reverse("agreements:original", args=[agreement.pk])).content == BUNDLE.encode()


def test_another_organisation_sees_none_of_them(ours: Tenant) -> None:
    put_in(ours)
    pump.pump(now=NOW, limit=5)
    theirs = tenant("maanzicht").client(Role.PRIVACY_OFFICER)

    assert {theirs.get(reverse("agreements:detail", args=[each.pk])).status_code for each in held(ours)} == {404}


def test_a_search_finds_the_one_that_says_it(ours: Tenant) -> None:
    put_in(ours)
    pump.pump(now=NOW, limit=5)

    found = browsing.listed(ours.organisation, browsing.Filter(words="Zorgveld"))

    assert [each.share for each in found.page] == [2]


def test_why_and_the_reference_case_are_of_the_one(ours: Tenant) -> None:
    put_in(ours)
    pump.pump(now=NOW, limit=5)
    _, second = held(ours)
    row = FactVersion.objects.get(agreement=second, key="breach.deadline", current=True)
    deciding.confirm(second, "breach.deadline", seen=row.number, actor=ours.actor(), now=NOW)

    case = reference.case_of(second)

    assert case.text == OTHER
    start = BUNDLE.rindex(OTHER)
    assert case.extraction == f"text/1 {start}:{len(BUNDLE)}"
    text = queries.text_of(second)
    assert text is not None
    assert "48 uur" in str(explaining.explained(text, "breach.deadline"))
    assert "24 uur" not in str(explaining.explained(text, "breach.deadline"))
