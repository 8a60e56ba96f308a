"""A change from the frozen list to the day itself: told, objected to, talked about, decided, carried out; what blocks it."""

import re
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import Agreement, Direction
from art28.web.audit.models import Act
from art28.web.clocks.models import Obligation
from art28.web.lifecycle.timeline import timeline
from art28.web.notices.models import OutboxMessage
from art28.web.reminders import watch
from art28.web.reminders.models import Alarm
from art28.web.services.models import Service
from art28.web.subprocessors import deciding
from art28.web.subprocessors.deciding import Block, Hindrance
from art28.web.subprocessors.models import Affected, Answer, Proposal, SubProcessor
from web.breaches.world import World, signed_in
from web.subprocessors.going import (
    address,
    affected,
    announced,
    answered,
    came_back,
    letter,
    posted,
    queries,
    said,
    told,
    worked,
)
from web.subprocessors.world import (
    GENERAL,
    INSIDE,
    SPECIFIC,
    agreement,
    hosted,
    proposal,
    service,
    sub_processor,
    world,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def given() -> World:
    return world()


def in_days(days: int) -> datetime:
    return timezone.now() + timedelta(days=days)


def contracted(given: World, name: str = "Hostwerk B.V.") -> SubProcessor:
    row = sub_processor(given, name)
    paper = agreement(given, f"Contract {name}", {}, direction=Direction.CONTROLLER, contact="")
    posted(given, "file_agreement", row.pk, agreement=str(paper.pk))
    row.refresh_from_db()
    return row


def change(given: World, *, days: int = 60, **changes: Any) -> Proposal:
    what = {"planned_on": in_days(days).date(), **changes}
    return announced(given, proposal(given, what.pop("sub_processor", None) or contracted(given), **what))


def blocks(found: Proposal, at: datetime | None = None) -> dict[Block, int]:
    return {block: n for block, n in deciding.go_no_go(found, at or timezone.now()).blocks.items() if n}


def page(given: World, name: str, *args: Any, **query: str) -> str:
    return signed_in(given.owner).get(address(name, *args), query).content.decode()


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: moment)


def acts(kind: str, found: Proposal) -> int:
    return Act.objects.filter(kind=kind, subject_id=found.pk).count()


@pytest.mark.provision("S1:9.1[1]", "S3:5.1[1]")
def test_general_authorisation_asks_notice_and_no_consent(given: World) -> None:
    found = change(given)
    assert affected(found, given.agreement).need == 1
    assert not Obligation.objects.filter(subject_id=found.pk, action="obtain_sub_processor_consent").exists()
    told(given, found)
    assert letter(given.agreement).kind == "subprocessor_notice"
    assert acts("proposal.announced", found) == acts("proposal.told", found) == 1


def test_the_list_stands_by_name_by_what_is_asked_or_by_when_time_to_object_ends(
    given: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreement(given, "Aldus", GENERAL)
    agreement(given, "Zoals gevraagd", SPECIFIC)
    found = change(given)
    told(given, found)

    def listed(sort: str) -> list[str]:
        rows = signed_in(given.owner).get(address("go", found.pk), {"sort": sort}).context["page"].object_list
        return [row.agreement.counterparty_name for row in rows]

    assert listed("") == ["Aldus", "Stichting Zorg", "Zoals gevraagd"]
    assert listed("need")[0] == "Zoals gevraagd"
    assert listed("window")[-1] == "Zoals gevraagd", "who must consent has no time that ends"
    assert listed("'; --") == listed("")
    assert "deze termijn is voorbij" not in page(given, "go", found.pk)
    at(monkeypatch, in_days(59))
    assert "deze termijn is voorbij" in page(given, "go", found.pk)


def test_a_clock_that_is_counted_back_begins_on_the_timeline_when_it_became_known(given: World) -> None:
    change(given)
    clock = Obligation.objects.get(agreement=given.agreement, action="notify_sub_processor_change")
    assert clock.ends_at is not None
    assert clock.ends_at < clock.started_at, "counted back from the day on which it takes effect"
    began = [each.at for each in timeline(given.agreement) if clock.pk.hex in each.href.replace("-", "")]
    assert began == [clock.made_at]


@pytest.mark.provision("S1:9.2[1]", "S3:5.1[2]")
def test_notice_opens_a_time_to_object_and_the_change_waits_until_it_closes(given: World) -> None:
    unbounded = agreement(given, "Zonder", {**GENERAL, "subprocessors.notice_period": None})
    found = change(given)
    assert blocks(found) == {Block.UNTOLD: 2}
    told(given, found)
    assert blocks(found) == {Block.WINDOW: 2}
    row = affected(found, unbounded)
    assert row.window_ends_at is not None
    assert row.window_ends_at - timezone.now() < timedelta(days=16)  # the organisation's own fourteen days
    assert "noemt geen termijn voor bezwaar; de uwe geldt" in page(given, "one", found.pk, row.pk)
    posted(given, "decide", found.pk, reason="x")
    found.refresh_from_db()
    assert found.state == "announced"
    assert blocks(found, in_days(40)) == {}
    assert acts("proposal.decided", found) == 0
    assert acts("proposal.announced", found) == 1


@pytest.mark.provision("S4:8.1[2]", "S5:6.2[1]")
def test_nobody_is_engaged_of_whom_customers_were_not_told(given: World, monkeypatch: pytest.MonkeyPatch) -> None:
    made = service(given, "Werkplek", taken_by=(given.agreement,))
    found = change(given, days=20, services=(made.pk,))
    at(monkeypatch, in_days(21))
    posted(given, "decide", found.pk, reason="x")
    posted(given, "carry_out", found.pk)
    assert Service.objects.get().sub_processors == []
    monkeypatch.undo()
    told(given, found)
    answered(letter(given.agreement), affected(found, given.agreement), "consent")
    at(monkeypatch, in_days(21))
    posted(given, "carry_out", found.pk)
    assert Service.objects.get().sub_processors == [], "nobody decided that it goes ahead"
    monkeypatch.undo()
    message = letter(given.agreement)
    assert "Hostwerk B.V." in message.page_html
    assert message.handed_over_at is not None
    assert Act.objects.filter(kind="notice.handed_over", subject_id=message.pk).exists()


@pytest.mark.provision("S2:3.4", "S2:5.1[1]")
def test_without_written_consent_nothing_goes_ahead_and_a_refusal_gives_grounds(given: World) -> None:
    strict = agreement(given, "Vooraf", SPECIFIC)
    made = service(given, "Mail", taken_by=(strict,))
    service(given, "Fax", taken_by=(given.agreement,))
    found = change(given, services=(made.pk,))
    mailing = told(given, found, "consent_request")
    shown = signed_in(given.owner).get(reverse("mailings:detail", args=(mailing.pk,))).content.decode()
    assert "<dt>Eerste termijn</dt><dd>geen getal</dd>" in shown
    message, row = letter(strict), affected(found, strict)
    assert blocks(found) == {Block.NO_CONSENT: 1}
    answered(message, row, "refusal", status=422)
    answered(message, row, "refusal", "Wij kennen deze partij niet.")
    assert blocks(found) == {Block.OBJECTS: 1}
    assert Answer.objects.get().text == "Wij kennen deze partij niet."
    answered(message, row, "consent")
    assert blocks(found) == {}
    clock = Obligation.objects.get(subject_id=found.pk, action="obtain_sub_processor_consent")
    assert (clock.state, clock.ended_by) == ("met", "done")
    assert acts("proposal.answered", found) == 2


@pytest.mark.provision("S2:6.1", "S5:4.1")
def test_a_country_outside_the_region_waits_for_stored_consent(given: World) -> None:
    asks = agreement(given, "Buiten", {**GENERAL, "transfers.rule": "with_consent", "transfers.region": "EU"})
    made = service(given, "Mail", taken_by=(asks,))
    service(given, "Fax", taken_by=(given.agreement,))
    found = change(given, services=(made.pk,), countries=("CH",))
    told(given, found, "consent_request")
    assert blocks(found) == {Block.NO_CONSENT: 1}
    said(given, found, asks, "consent", "Per brief.")
    assert blocks(found) == {}
    assert acts("proposal.answered", found) == 1


@pytest.mark.provision("S1:10.1", "S3:3.1[2]", "S1:B1.D[2]")
def test_a_location_without_adequacy_or_clauses_is_blocked(given: World) -> None:
    asks = agreement(given, "Waarborg", {**GENERAL, "transfers.rule": "with_safeguards", "transfers.region": "EEA"})
    found = change(given, countries=("NL", "worldwide"))
    row = affected(found, asks)
    assert row.need == 3
    assert next(reason["ground"] for reason in row.reasons) == "no_safeguard"
    assert blocks(found)[Block.FORBIDDEN] == 2
    assert "wereldwijd" in page(given, "impact", found.pk)
    assert acts("proposal.announced", found) == 1


@pytest.mark.provision("S3:3.1[1]")
def test_a_location_within_the_eea_asks_nothing_more(given: World) -> None:
    asks = agreement(given, "Binnen", {**GENERAL, "transfers.rule": "with_safeguards", "transfers.region": "EEA"})
    found = change(given, countries=("DE", "NO"))
    row = affected(found, asks)
    assert (row.need, [reason["ground"] for reason in row.reasons]) == (1, ["general"])
    assert acts("proposal.announced", found) == 1


@pytest.mark.provision("S4:2.4[2]", "S5:4.2")
def test_an_exception_holds_once_somebody_says_that_it_applies_and_what_is_passed(given: World) -> None:
    exception = [{"service": "domeinnamen", "region": "worldwide", "condition": "niet meer dan nodig"}]
    strict = agreement(given, "Strikt", {**INSIDE, "transfers.carve_outs": exception})
    made = service(given, "Domeinen", taken_by=(strict,))
    service(given, "Fax", taken_by=(given.agreement,))
    found = change(given, services=(made.pk,), countries=("CH",))
    assert blocks(found) == {Block.FORBIDDEN: 1}
    row = affected(found, strict)
    answer = signed_in(given.owner).post(
        address("one", found.pk, row.pk), {"kind": "exception", "name": "x", "text": ""}
    )
    assert answer.status_code == 422
    said(given, found, strict, "exception", "Domeinregistratie: naam en adres van de houder.")
    assert blocks(found) == {}
    assert "naam en adres" in affected(found, strict).lifted
    assert acts("proposal.answered", found) == 1


@pytest.mark.provision("S1:9.1[2]", "S2:3.5", "S3:5.2")
def test_without_a_contract_on_file_the_sub_processor_is_not_engaged(given: World) -> None:
    found = change(given, sub_processor=sub_processor(given))
    stands = deciding.go_no_go(found, in_days(90))
    assert stands.hindrances == (Hindrance.NO_CONTRACT,)
    assert not stands.may_decide
    paper = agreement(given, "Papier", {}, direction=Direction.CONTROLLER, contact="")
    posted(given, "file_agreement", found.sub_processor_id, agreement=str(paper.pk))
    found = Proposal.objects.select_related("sub_processor", "organisation").get(pk=found.pk)
    assert deciding.go_no_go(found, in_days(90)).hindrances == ()
    assert Act.objects.filter(kind="subprocessor.agreement_filed", subject_id=found.sub_processor_id).exists()


@pytest.mark.provision("S1:9.2[2]")
def test_on_the_day_the_services_and_so_the_registers_change(given: World, monkeypatch: pytest.MonkeyPatch) -> None:
    made = service(given, "Werkplek", hosted("Oudwerk"), taken_by=(given.agreement,))
    old = sub_processor(given, "Oudwerk")
    found = change(given, kind="replace", replaced=old, services=(made.pk,), countries=("NL", "DE"))
    told(given, found)
    answered(letter(given.agreement), affected(found, given.agreement), "consent")
    posted(given, "decide", found.pk, reason="Iedereen akkoord.")
    posted(given, "carry_out", found.pk)
    assert [each["name"] for each in Service.objects.get().sub_processors] == ["Oudwerk"]  # its day is to come
    at(monkeypatch, in_days(61))
    posted(given, "carry_out", found.pk)
    kept = Service.objects.get().sub_processors
    assert [(each["name"], each["countries"]) for each in kept] == [("Hostwerk B.V.", ["NL", "DE"])]
    found.refresh_from_db()
    assert found.state == "done"
    assert acts("proposal.carried_out", found) == 1
    renewing = re.search(r'href="([^"]*scope=annexes[^"]*)"', page(given, "go", found.pk))
    assert renewing is not None, "the annexes of agreements follow in a renewal of their own"
    form = signed_in(given.owner).get(unescape(renewing[1])).context["form"]
    assert (form["scope"].value(), form["name"].value()) == ("annexes", found.reference)
    assert "Hostwerk B.V." in form["what"].value()


@pytest.mark.provision("S1:9.2[2]")
def test_a_move_to_another_country_changes_the_register_of_who_processes_where_on_its_day(
    given: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    service(given, "Werkplek", hosted("Hostwerk B.V.", "NL"), taken_by=(given.agreement,))
    row = contracted(given)
    found = change(given, kind="move", sub_processor=row, countries=("NL", "DE"))
    told(given, found)
    answered(letter(given.agreement), affected(found, given.agreement), "consent")
    posted(given, "decide", found.pk, reason="Iedereen akkoord.")
    at(monkeypatch, in_days(61))
    posted(given, "carry_out", found.pk)
    row.refresh_from_db()
    assert row.countries == ["NL", "DE"]
    assert Service.objects.get().sub_processors[0]["countries"] == ["NL", "DE"]
    assert "Duitsland" in page(given, "list")
    assert acts("proposal.carried_out", found) == 1


@pytest.mark.provision("S5:6.2[2]")
def test_an_objection_by_the_link_is_talked_about_and_settled(given: World) -> None:
    found = change(given)
    told(given, found)
    message, row = letter(given.agreement), affected(found, given.agreement)
    shown = Client().get(address("answer", message.token)).content.decode()
    assert "Ik maak bezwaar" in shown
    row.refresh_from_db()
    assert row.standing == "open"  # opening it says nothing
    assert "U kunt bezwaar maken tot" in shown
    assert "24:00" in shown
    answered(message, row, "objection", "Liever niet.")
    assert blocks(found) == {Block.OBJECTS: 1}
    shown = Client().get(address("answer", message.token)).content.decode()
    assert "J. Okkerse" in shown
    assert "Liever niet." in shown
    for place in (reverse("today"), address("list"), address("changes")):
        assert "1 klant maakt bezwaar" in signed_in(given.owner).get(place).content.decode()
    assert "Kies wat er is gebeurd" in page(
        given, "one", found.pk, row.pk
    )  # nothing is chosen for who only names somebody
    window = Obligation.objects.get(subject_id=found.pk, action="object_to_sub_processor")
    assert (window.state, window.ours) == ("met", False)
    said(given, found, given.agreement, "talk", "Gebeld.")
    assert "1 klant maakt bezwaar" not in page(given, "list")
    said(given, found, given.agreement, "mitigated", "Gegevens blijven versleuteld.")
    assert blocks(found) == {}
    assert [each.kind for each in Answer.objects.order_by("recorded_at")] == ["objection", "talk", "mitigated"]
    assert "Gegevens blijven versleuteld." in page(given, "one", found.pk, row.pk)
    assert acts("proposal.answered", found) == 3


@pytest.mark.parametrize("outcome", ["exempted", "terminated", "withdrawn"])
def test_each_outcome_takes_the_objection_out_of_the_way(given: World, outcome: str) -> None:
    found = change(given)
    told(given, found)
    answered(letter(given.agreement), affected(found, given.agreement), "objection", "Nee.")
    said(given, found, given.agreement, outcome)
    assert blocks(found) == {}
    assert affected(found, given.agreement).standing == outcome


def test_a_time_to_object_shorter_than_the_notice_period_is_shown_and_the_longer_counts(given: World) -> None:
    found = change(given)
    row = affected(found, given.agreement)
    posted(given, "window", found.pk, row.pk, day=in_days(7).date().isoformat())
    told(given, found)
    shown = page(given, "one", found.pk, row.pk)
    assert "korter dan de kennisgevingstermijn" in shown
    row.refresh_from_db()
    assert row.window_ends_at is not None
    assert row.window_ends_at > in_days(29)
    assert blocks(found, in_days(10)) == {Block.WINDOW: 1}
    assert acts("proposal.window_set", found) == 1


def test_a_change_planned_within_the_time_to_object_says_so_and_waits(given: World) -> None:
    found = change(given, days=10)
    told(given, found)
    row = affected(found, given.agreement)
    assert "zou binnen deze termijn ingaan" in page(given, "one", found.pk, row.pk)
    assert blocks(found, in_days(12)) == {Block.WINDOW: 1}
    assert "later dan is afgesproken" in letter(given.agreement).page_html


def test_a_late_objection_is_kept_and_marked(given: World) -> None:
    found = change(given)
    told(given, found)
    row = affected(found, given.agreement)
    Affected.objects.filter(pk=row.pk).update(window_ends_at=in_days(-1))
    answered(letter(given.agreement), row, "objection", "Te laat, maar toch.")
    assert Answer.objects.get().late
    assert "na de termijn voor bezwaar" in page(given, "one", found.pk, row.pk)


def test_an_address_for_objections_that_bounces_blocks_until_another_is_given_with_more_time(given: World) -> None:
    found = change(given)
    told(given, found)
    posted(given, "reply_bounced", found.pk)
    assert "komen terug" in page(given, "go", found.pk)
    fresh = Proposal.objects.select_related("sub_processor", "organisation").get(pk=found.pk)
    assert Hindrance.REPLY_BOUNCES in deciding.go_no_go(fresh, in_days(90)).hindrances
    posted(given, "mend_reply", found.pk, address="goed@dijkvaart.example", days="45")
    fresh.refresh_from_db()
    assert Hindrance.REPLY_BOUNCES not in deciding.go_no_go(fresh, in_days(90)).hindrances
    assert blocks(fresh, in_days(40)) == {Block.WINDOW: 1}
    assert acts("proposal.reply_bounced", found) == acts("proposal.reply_mended", found) == 1


def test_an_address_known_to_bounce_is_not_announced(given: World) -> None:
    first = change(given, reply_to="")
    told(given, first)
    message = letter(given.agreement)
    came_back(given, message)
    second = proposal(given, first.sub_processor, reply_to=message.recipient, planned_on=in_days(60).date())
    posted(given, "announce", second.pk, version=second.version)
    second.refresh_from_db()
    assert second.state == "draft"
    assert "komen terug" in page(given, "impact", second.pk)


def test_a_letter_that_comes_back_leaves_the_customer_untold(given: World) -> None:
    found = change(given)
    told(given, found)
    came_back(given, letter(given.agreement))
    assert blocks(found) == {Block.UNTOLD: 1}
    assert Obligation.objects.get(subject_id=found.pk, action="notify_sub_processor_change").ended_at is None


def test_a_fourteen_day_clock_that_nobody_owns_raises_the_alarm(given: World) -> None:
    short = agreement(given, "Veertien", {**GENERAL, "subprocessors.notice_period": "P14D"})
    found = change(given, days=20)
    clock = Obligation.objects.get(subject_id=found.pk, agreement=short, action="notify_sub_processor_change")
    assert clock.owner_id is None
    watch.look(now=(clock.ends_at or timezone.now()) - timedelta(hours=1))
    assert Alarm.objects.filter(organisation=given.organisation, kind="ownerless", cleared_at=None).exists()


def test_a_withdrawn_change_stops_its_clocks_and_takes_no_answers(given: World) -> None:
    found = change(given)
    told(given, found)
    posted(given, "withdraw", found.pk, reason="Wij blijven bij de huidige.")
    worked()
    assert not Obligation.objects.filter(subject_id=found.pk, ended_at=None).exists()
    answered(letter(given.agreement), affected(found, given.agreement), "objection", "x", status=422)
    assert "ingetrokken" in Client().get(address("answer", letter(given.agreement).token)).content.decode()
    assert acts("proposal.withdrawn", found) == 1
    clock = Obligation.objects.get(subject_id=found.pk, action="object_to_sub_processor")
    assert clock.ended_reason == f"{found.reference}: de wijziging is ingetrokken. Wij blijven bij de huidige."


def test_a_window_that_closes_in_silence_lapses(given: World) -> None:
    found = change(given)
    told(given, found)
    window = Obligation.objects.get(subject_id=found.pk, action="object_to_sub_processor")
    worked(in_days(45))
    window.refresh_from_db()
    assert window.state == "cancelled"


def test_the_letter_is_in_the_agreements_language_with_its_own_period_and_address(given: World) -> None:
    english = agreement(given, "English", {**GENERAL, "subprocessors.notice_period": "P45D"})
    Agreement.objects.filter(pk=english.pk).update(language="en")
    found = change(given, why="Een tweede locatie.")
    told(given, found)
    theirs, ours = letter(english), letter(given.agreement)
    assert "intends, as from" in theirs.page_html
    assert "is van plan om vanaf" in ours.page_html
    for message in (theirs, ours):
        assert "bezwaar@dijkvaart.example" in message.page_html
        assert address("answer", message.token) in message.page_html
    row = affected(found, english)
    assert row.window_ends_at is not None
    assert row.window_ends_at > in_days(44)


def test_somebody_of_the_sender_does_not_answer_in_the_other_sides_stead(given: World) -> None:
    found = change(given)
    told(given, found)
    row = affected(found, given.agreement)
    data = {"of": str(row.pk), "kind": "consent", "name": "x"}
    assert signed_in(given.owner).post(address("answer", letter(given.agreement).token), data).status_code == 403
    assert Client().get(address("answer", "a" * 43)).status_code == 404
    assert not Answer.objects.exists()


def test_a_removal_asks_nobody_and_changes_the_services_that_name_it(
    given: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    service(given, "Werkplek", hosted("Hostwerk BV"), hosted("Mailwerk"))
    found = change(given, kind="remove", countries=())
    posted(given, "decide", found.pk, reason="Niet meer nodig.")
    at(monkeypatch, in_days(61))
    posted(given, "carry_out", found.pk)
    assert [each["name"] for each in Service.objects.get().sub_processors] == ["Mailwerk"]
    assert not OutboxMessage.objects.exists()


def test_the_event_of_a_clock_leads_to_the_change(given: World) -> None:
    found = change(given)
    answer = signed_in(given.owner).get(reverse("events:detail", args=(found.pk,)))
    assert answer.headers["Location"] == address("go", found.pk)


def test_go_or_no_go_costs_the_same_for_any_number(given: World) -> None:
    row = contracted(given)
    costs = []
    for count in (3, 60):
        for number in range(count):
            agreement(given, f"Klant {count} {number}", INSIDE if number % 2 else SPECIFIC)
        found = change(given, sub_processor=row)
        costs.append(queries(given, "go", found.pk))
    assert costs[0] == costs[1] <= 20
    export = signed_in(given.owner).get(address("export_go", found.pk, "csv"))
    assert export.getvalue().count(b"\n") == 1 + 1 + 3 + 60
