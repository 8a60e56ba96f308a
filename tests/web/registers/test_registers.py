"""The register of breaches: what it holds, how it is narrowed and ordered, its files, its figures, its measures."""

import csv
import io
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import openpyxl
import pypdfium2
import pytest
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts.access import SYSTEM
from art28.web.agreements.models import Direction
from art28.web.assessments import deciding
from art28.web.assessments import queries as cases
from art28.web.assessments.models import Risk
from art28.web.audit.models import Act
from art28.web.breaches.models import Breach
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation, Proof
from art28.web.registers import actions, exporting, queries, statistics
from art28.web.registers.models import Kind, Measure
from art28.web.registers.selection import Selection, read, selected
from web.assessments.world import breach, controller
from web.breaches import world as worlds
from web.breaches.world import World, actor, signed_in, world

pytestmark = pytest.mark.django_db


def listed(given: World, **asked: str) -> list[str]:
    rows, _count = queries.page(given.organisation, read(asked), 1)
    return [entry.breach.title for entry in rows]


def retitled(found: Breach, title: str) -> Breach:
    Breach.objects.filter(pk=found.pk).update(title=title)
    return found


def both() -> World:
    """One organisation with a breach as processor and one as controller."""
    given = world()
    retitled(breach(given, hours_ago=10), "Als verwerker")
    own = worlds.agreement(given.organisation, name="Leverancier", direction=Direction.CONTROLLER)
    retitled(breach(replace(given, agreement=own), hours_ago=5), "Als verantwoordelijke")
    return given


def told(found: Breach, *, after: timedelta, action: str = "notify_breach") -> Obligation:
    clock = Obligation.objects.select_related("organisation").get(subject_id=found.pk, action=action, ours=True)
    at = clock.started_at + after
    clocks.end(clock, at=at, by=Proof.DONE, reason="x", actor=SYSTEM, now=at)
    return clock


def test_a_breach_stands_in_the_register_at_once_with_its_facts_and_what_is_not_known_yet() -> None:
    given = world()
    breach(given)
    page = signed_in(given.member).get(reverse("registers:breaches")).content.decode()
    assert "Een back-up stond open op internet." in page
    assert page.count("nog niet bekend") == 2
    assert "0 van 1 gemeld" in page


def test_each_role_has_its_own_register() -> None:
    given = both()
    assert listed(given, role="processor") == ["Als verwerker"]
    assert listed(given, role="controller") == ["Als verantwoordelijke"]
    assert listed(given) == ["Als verantwoordelijke", "Als verwerker"]


def test_the_register_is_narrowed_by_words_risk_party_day_and_lateness() -> None:
    given = both()
    found = Breach.objects.get(title="Als verantwoordelijke")
    choice = deciding.Choice(risk=Risk.HIGH, authority=True, people=True, reasons="x")
    deciding.decide(cases.case(found), choice, by=given.owner, actor=actor(given.owner), now=timezone.now())
    party = str(given.agreement.counterparty_id)
    assert listed(given, risk="high") == ["Als verantwoordelijke"]
    assert listed(given, risk="undecided") == ["Als verwerker"]
    assert listed(given, q="verwerker") == ["Als verwerker"]
    assert listed(given, q=found.reference) == ["Als verantwoordelijke"]
    assert len(listed(given, q="open op internet")) == 2
    assert listed(given, counterparty=party) == ["Als verwerker"]
    assert listed(given, until=(timezone.localdate() - timedelta(days=9)).isoformat()) == []
    assert listed(given, late="1") == []
    told(Breach.objects.get(title="Als verwerker"), after=timedelta(hours=30))
    assert listed(given, late="1") == ["Als verwerker"]


@pytest.mark.parametrize(
    ("sort", "first"),
    [("-aware", "Als verantwoordelijke"), ("aware", "Als verwerker"), ("title", "Als verantwoordelijke"),
     ("reference", "Als verwerker"), ("-reference", "Als verantwoordelijke"), ("nonsense", "Als verantwoordelijke")],
)  # fmt: skip
def test_the_list_turns_to_the_order_of_a_column(sort: str, first: str) -> None:
    assert listed(both(), sort=sort)[0] == first


@pytest.mark.parametrize(
    "asked", [{"counterparty": "x"}, {"from": "32-13-2026"}, {"q": "\x00"}, {"until": "9999-12-31"}]
)
def test_an_address_that_says_something_unknown_asks_for_nothing(asked: dict[str, str]) -> None:
    assert len(listed(both(), **asked)) == 2


def test_what_is_asked_for_stays_in_the_addresses_of_the_files() -> None:
    given = both()
    page = (
        signed_in(given.owner)
        .get(reverse("registers:breaches"), {"role": "processor", "sort": "aware"})
        .content.decode()
    )
    assert f"{reverse('registers:export', args=('csv',))}?role=processor&amp;sort=aware" in page


def test_an_outsider_sees_nothing_of_it() -> None:
    given = both()
    client = signed_in(given.outsider)
    assert "Een back-up stond open" not in client.get(reverse("registers:breaches")).content.decode()
    assert b"".join(client.get(reverse("registers:export", args=("csv",))).streaming_content).count(b"\n") == 1  # type: ignore[attr-defined]


def test_csv_and_workbook_hold_every_breach_of_the_selection_and_no_formulas() -> None:
    given = both()
    retitled(Breach.objects.get(title="Als verwerker"), '=HYPERLINK("x")')
    client = signed_in(given.owner)
    answer = client.get(reverse("registers:export", args=("csv",)))
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["Inbreuk"] for row in rows] == ["Als verantwoordelijke", '\'=HYPERLINK("x")']
    assert rows[1]["Feiten"] == "Een back-up stond open op internet."
    assert rows[1]["Kennis sinds"].endswith(("+0100", "+0200"))
    workbook = client.get(reverse("registers:export", args=("xlsx",)), {"role": "controller"})
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(workbook.streaming_content))).active  # type: ignore[attr-defined]
    assert sheet is not None
    assert [cell.value for cell in sheet["B"]] == ["Inbreuk", "Als verantwoordelijke"]


def test_the_document_has_a_title_a_date_and_page_numbers_and_takes_text_as_text() -> None:
    given = both()
    retitled(Breach.objects.get(title="Als verwerker"), "#strong[x] *y* $z$")
    answer = signed_in(given.owner).get(reverse("registers:export", args=("pdf",)), {"role": "processor"})
    document = pypdfium2.PdfDocument(answer.content)
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "Register van inbreuken van de verwerker" in text
    assert "#strong[x] *y* $z$" in text
    assert "1 / 1" in text
    assert str(timezone.localdate().year) in text


def test_a_document_that_would_grow_too_large_points_to_the_other_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "MOST_IN_A_DOCUMENT", 1)
    answer = signed_in(both().owner).get(reverse("registers:export", args=("pdf",)), follow=True)
    assert "neem XLSX of CSV" in answer.content.decode()


def test_the_register_costs_the_same_queries_at_any_size(django_assert_num_queries: Any) -> None:
    given = both()
    ten = [breach(given) for _ in range(10)]
    with django_assert_num_queries(10):
        assert len(queries.page(given.organisation, Selection(), 1)[0]) == len(ten) + 2
    with django_assert_num_queries(9):
        assert len(list(queries.every(given.organisation, Selection()))) == len(ten) + 2


def test_figures_count_time_to_tell_against_the_limit_and_name_the_late_with_their_reasons() -> None:
    given = world()
    told(breach(given), after=timedelta(hours=6))
    told(breach(given), after=timedelta(hours=12))
    late = told(breach(given), after=timedelta(hours=36))
    clocks.explain_lateness(late, reasons="Niemand bereikt.", actor=SYSTEM, now=timezone.now())
    found = statistics.figures(given.organisation, what="reports", by="party")
    group = found.groups[0]
    assert (group.name, group.count, group.late, group.median) == ("Stichting Zorg", 3, 1, 55)
    assert group.longest == timedelta(hours=36)
    page = signed_in(given.owner).get(reverse("registers:figures")).content.decode()
    assert page.count('<circle class="dot"') == 2
    assert page.count('<circle class="dot late"') == 1
    assert "Niemand bereikt." in page
    assert statistics.figures(given.organisation, what="authority", by="agreement").total.count == 0


def test_of_two_agreements_with_one_party_each_has_its_own_strip_by_agreement() -> None:
    given = world()
    told(breach(given), after=timedelta(hours=1))
    other = worlds.agreement(given.organisation, name="Tweede")
    told(breach(replace(given, agreement=other)), after=timedelta(hours=1))
    found = statistics.figures(given.organisation, what="reports", by="agreement")
    assert {group.name for group in found.groups} == {
        "Stichting Zorg · Verwerkersovereenkomst", "Tweede · Verwerkersovereenkomst"
    }  # fmt: skip


def set_one(given: World, found: Breach, *, days: int = 10) -> Any:
    data = {"kind": "measure", "text": "Tweede controle invoeren", "owner": str(given.owner.pk),
            "due_on": (timezone.localdate() + timedelta(days=days)).isoformat()}  # fmt: skip
    return signed_in(given.owner).post(reverse("registers:measures", args=(found.pk,)), data)


def test_a_measure_stands_in_what_is_due_with_its_owner_until_it_is_done() -> None:
    given = world()
    found = breach(given)
    assert set_one(given, found).status_code == 302
    row = Measure.objects.get()
    clock = Obligation.objects.get(subject_id=row.pk)
    assert (clock.action, clock.owner, clock.last_day) == ("carry_out_measure", given.owner, row.due_on)
    client = signed_in(given.owner)
    assert "Tweede controle invoeren" in client.get(reverse("due:list")).content.decode()
    assert client.get(reverse("clock", args=(clock.pk,))).status_code == 200
    done = reverse("registers:done", args=(found.pk, row.pk))
    client.post(done, {"outcome": "Ingevoerd op alle systemen."})
    clock.refresh_from_db()
    assert (clock.state, clock.ended_reason) == ("met", "Ingevoerd op alle systemen.")
    assert "Ingevoerd op alle systemen." in client.get(reverse("registers:measures", args=(found.pk,))).content.decode()
    client.post(done, {"outcome": "Nog eens."})
    assert Act.objects.filter(kind="measure.done", subject_id=found.pk).count() == 1
    assert (
        "Tweede controle invoeren"
        in signed_in(given.owner).get(reverse("registers:export", args=("csv",))).getvalue().decode()
    )


@pytest.mark.parametrize("days", [0, -3])
def test_a_measure_is_due_after_today(days: int) -> None:
    given = world()
    assert set_one(given, breach(given), days=days).status_code == 422
    assert Measure.objects.count() == 0


def test_a_closed_breach_keeps_its_open_measures() -> None:
    given = controller()
    found = breach(given)
    made = actions.set_measure(
        found,
        kind=Kind.LESSON,
        text="Vertel het het andere team",
        due_on=date(2100, 1, 1),
        owner=None,
        by=given.owner,
        actor=actor(given.owner),
        now=timezone.now(),
    )
    for clock in Obligation.objects.select_related("organisation").filter(subject_id=found.pk, ended_at=None):
        clocks.cancel(clock, reason="x", actor=SYSTEM, now=timezone.now())
    address = reverse("breaches:close", args=(found.pk,))
    assert signed_in(given.owner).post(address, {"reason": "afgehandeld"}).status_code == 302
    assert Obligation.objects.get(subject_id=UUID(str(made.pk))).ended_at is None


@pytest.mark.provision("S1:B2.incidenten.register", "S1:B3.1")
def test_the_processors_register_holds_description_time_consequences_reporter_and_whom_it_was_told() -> None:
    given = world({"breach.deadline": "PT24H", "breach.register": ["processor"]})
    found = breach(given)
    kept = Obligation.objects.get(subject_id=found.pk, action="register_breach", bearer="processor")
    assert (kept.state, kept.ours) == ("met", True)
    told(found, after=timedelta(hours=2))
    answer = signed_in(given.owner).get(reverse("registers:export", args=("csv",)), {"role": "processor"})
    row = next(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
    assert row["Feiten"]
    assert row["Kennis sinds"]
    assert row["Gemeld door"] == "Owner"
    assert (row["Wederpartijen"], row["Gemeld"]) == ("Stichting Zorg", "1 van 1 gemeld")
    assert Act.objects.filter(kind="obligation.ended", subject_id=kept.pk).exists()


@pytest.mark.provision("S1:4.4")
def test_the_controllers_register_holds_every_breach_notified_or_not_with_its_reasons() -> None:
    given = controller()
    found = breach(given)
    choice = deciding.Choice(risk=Risk.UNLIKELY, authority=False, people=False, reasons="Alles was versleuteld.")
    deciding.decide(cases.case(found), choice, by=given.owner, actor=actor(given.owner), now=timezone.now())
    answer = signed_in(given.owner).get(reverse("registers:export", args=("csv",)), {"role": "controller"})
    row = next(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
    assert row["Besluit"] == "Alles was versleuteld."
    assert row["Besloten door"].startswith("Owner, ")
    assert Act.objects.filter(kind="assessment.decided", subject_id=found.pk).exists()


@pytest.mark.parametrize(
    "asked",
    [{"q": "x"}, {"role": "controller"}, {"role": "processor"}, {"risk": "high"}, {"risk": "undecided"},
     {"notified": "yes"}, {"notified": "no"}, {"late": "1"}, {"counterparty": "01a222f5-3408-7bc0-9809-86348c9b1691"}],
)  # fmt: skip
def test_no_filter_asks_something_anew_for_each_breach(asked: dict[str, str]) -> None:
    sql = str(selected(world().organisation, read(asked)).query)
    assert '= ("breaches_breach"."' not in sql  # how a subquery names the row that it is asked for
