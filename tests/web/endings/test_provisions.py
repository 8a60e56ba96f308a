"""Provisions on retention and the end as agreements word them, carried out through the pages, with the record they leave."""

import hashlib
import json
import re
from datetime import date, datetime, time, timedelta
from typing import Any

import pypdfium2
import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format

from art28.sealing.proof import Outcome
from art28.sealing.verify import verify
from art28.web.audit.models import Act
from art28.web.clocks.models import Obligation
from art28.web.endings import asking, ordering, pump
from art28.web.endings.models import Certificate, Cost, Ending, Item, RunLine
from art28.web.instructions.models import Instruction
from art28.web.notices.models import OutboxMessage
from art28.web.signing import sealing as operator
from web.breaches.world import World, signed_in
from web.endings.world import world

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SUMS = f"{'a' * 64}  contacten.csv"


def today() -> date:
    return timezone.localdate()


def local(on: date, at: time = time(12, 0)) -> str:
    return f"{on}T{at:%H:%M}"


def noticed(given: World, ends_on: date, **changes: Any) -> Ending:
    """Notice recorded through the page."""
    data = {"by": "controller", "scope": "main", "noticed_on": min(ends_on, today()), "ends_on": ends_on, "clause": "12.2",
            "target_on": ends_on + 60 * DAY, "sure": "on", **changes}  # fmt: skip
    answer = signed_in(given.owner).post(f"{reverse('endings:new')}?agreement={given.agreement.pk}", data)
    assert answer.status_code == 302
    row = Ending.objects.get(agreement=given.agreement, cancelled_at=None)
    assert Act.objects.filter(kind="ending.noticed", subject_id=row.pk).exists()
    return row


def act(given: World, row: Ending, name: str, /, *, right: str = "handle", **data: Any) -> str:
    """What the page says after an act."""
    place = reverse(f"endings:{right}", args=(row.pk, name))
    answer = signed_in(given.owner).post(place, data, follow=True)
    row.refresh_from_db()
    return answer.content.decode()


def chosen(given: World, row: Ending, choice: str) -> None:
    act(given, row, "choose", choice=choice, who="J. Okkerse, per brief", at=local(today() - DAY))
    assert Act.objects.filter(kind="ending.chosen", subject_id=row.pk).exists()


def returned(given: World, row: Ending, **changes: Any) -> str:
    data = {"at": local(today() - DAY), "form": "CSV", "how": "sftp", "checksums": SUMS, **changes}
    return act(given, row, "return", **data)


def deleted(given: World, row: Ending, *names: str, **changes: Any) -> str:
    rows = Item.objects.filter(ending=row, deleted_at=None)
    ids = [each.pk for each in (rows.filter(name__in=names) if names else rows.filter(kept_until=None))]
    data = {"items": ids, "at": local(today() - DAY), "method": "gewist", "attested_by": "P. Vos", **changes}
    return act(given, row, "delete", **data)


def clock(row: Ending, action: str) -> Obligation:
    return Obligation.objects.get(subject_id=row.event_id, action=action)


def recorded(kind: str, subject: Any) -> dict[str, Any]:
    """What the trail holds of the newest act of that kind about `subject`."""
    found = Act.objects.filter(kind=kind, subject_id=subject.pk).latest("at", "id")
    content: dict[str, Any] = json.loads(found.content.content or "")
    return content


def term(given: World, name: str, basis: str, number: int, unit: str, **changes: Any) -> Item:
    """A term set through the page."""
    data = {"name": name, "basis": basis, "number": number, "unit": unit, **changes}
    place = f"{reverse('endings:retention_new')}?agreement={given.agreement.pk}"
    assert signed_in(given.owner).post(place, data).status_code == 302
    row = Item.objects.get(agreement=given.agreement, name=name)
    assert recorded("retention.set", row)["period"] == f"P{number}{unit}"
    return row


def run(given: World, *rows: Item, on: date | None = None) -> str:
    """A deletion run recorded through the list."""
    data = {"item": [each.pk for each in rows], "at": local(on or today() - DAY), "method": "gewist volgens logboek"}
    content = signed_in(given.owner).post(reverse("endings:run"), data, follow=True).content.decode()
    for each in rows:
        each.refresh_from_db()
    return content


def listed(given: World, state: str = "") -> str:
    return signed_in(given.owner).get(reverse("endings:retention"), {"state": state}).content.decode()


@pytest.mark.provision("S1:12.4[1]", "S3:12.4[1]", "S2:10.1[1]")
def test_at_the_end_the_controllers_choice_is_followed_to_a_target_date_with_what_was_done() -> None:
    given = world(end__deadline=None)
    place = f"{reverse('endings:new')}?agreement={given.agreement.pk}"
    refused = signed_in(given.owner).post(
        place, {"by": "controller", "scope": "main", "noticed_on": today(), "ends_on": today()}
    )
    assert refused.status_code == 422
    assert "geeft geen getal" in refused.content.decode()
    row = noticed(given, today() - 30 * DAY)
    systems = Item.objects.filter(ending=row, kind="system")
    assert {each.last_day for each in systems} == {row.ends_on + 60 * DAY}
    assert "heeft nog niet gekozen" in deleted(given, row)
    chosen(given, row, "return")
    assert "draag de gegevens eerst over" in deleted(given, row)
    returned(given, row)
    act(given, row, "receipt", who="J. Okkerse", at=local(today() - DAY))
    assert recorded("ending.returned", row)["files"] == 1
    assert recorded("ending.received", row)["who"] == "J. Okkerse"
    deleted(given, row)
    assert clock(row, "return_or_delete").state == "met"


@pytest.mark.provision("S1:12.4[2]", "S4:9.3[1]")
@pytest.mark.parametrize(("window", "months"), [("P1M", 1), ("P3M", 3)])
def test_the_choice_has_its_window_reminds_blocks_deletion_meanwhile_and_storage_is_put_down(
    window: str, months: int
) -> None:
    given = world(end__choice_window=window)
    row = noticed(given, today() - 5 * DAY)
    waiting = clock(row, "choose_return_or_deletion")
    assert (waiting.ours, waiting.state, waiting.ends_at) == (False, "waiting", row.choice_until)
    assert waiting.last_day is not None
    assert (waiting.last_day - row.ends_on).days in range(28 * months, 31 * months + 2)
    act(given, row, "ask", recipient="inkoop@zorg.example", name="J. Okkerse", signed_by="M. Berg")
    asked = OutboxMessage.objects.get(kind="end_choice")
    assert asked.recipient == "inkoop@zorg.example"
    assert reverse("endings:choose", args=(row.token,)) in asked.page_html
    assert "artikel 5.1" in asked.page_html
    assert row.choice_until is not None
    assert asking.remind(now=row.choice_until - 8 * DAY, limit=10) == 0
    assert asking.remind(now=row.choice_until - 6 * DAY, limit=10) == 1
    assert asking.remind(now=row.choice_until - DAY, limit=10) == 0
    assert OutboxMessage.objects.get(kind="end_choice_reminder").recipient == asked.recipient
    assert recorded("ending.reminded", row)["recipient"] == asked.recipient
    assert "heeft nog niet gekozen" in deleted(given, row)
    act(given, row, "cost", kind="storage", what="Opslag november", amount="40", actual="on")
    assert recorded("ending.cost_added", row) == {
        "cost": "storage", "what": "Opslag november", "cents": 4_000, "actual": True,
    }  # fmt: skip
    Client().post(reverse("endings:choose", args=(row.token,)), {"choice": "return", "name": "J. Okkerse"})
    waiting.refresh_from_db()
    assert (waiting.state, waiting.ended_by) == ("met", "acknowledged")


@pytest.mark.provision("S1:12.4[3]", "S5:13.4")
def test_costs_are_estimated_before_shown_with_the_choice_and_borne_by_whom_the_clause_says() -> None:
    given = world(end__costs="controller")
    row = noticed(given, today() + 20 * DAY)
    act(given, row, "cost", kind="hand_over", what="Uitlezen", amount="1200")
    page = Client().get(reverse("endings:choose", args=(row.token,))).content.decode()
    assert "€ 1.200,00" in page
    assert "draagt u deze kosten" in page
    shown = act(given, row, "cost", kind="destroy", what="Wissing", amount="75,50", actual="on")
    assert "€ 75,50" in shown
    assert "Voor de verwerkingsverantwoordelijke" in shown
    assert Cost.objects.filter(ending=row).count() == 2
    assert recorded("ending.cost_added", row)["cents"] == 7_550


@pytest.mark.provision("S1:12.5", "S3:12.4[2]", "S4:9.4[2]")
def test_data_stay_only_on_a_recorded_ground_to_an_end_date_then_they_must_go() -> None:
    given = world()
    row = noticed(given, today() - 30 * DAY)
    chosen(given, row, "delete")
    ground = {
        "what": "Facturen",
        "on": "statutory",
        "law": "retention.fiscal_administration",
        "reason": "administratie",
    }
    assert "hoort de verwerkingsverantwoordelijke waarom" in act(given, row, "stays", right="decide", **ground)
    assert not Item.objects.filter(kept_on="statutory").exists()
    act(given, row, "stays", right="decide", told_on=today(), **ground)
    kept = Item.objects.get(kept_on="statutory")
    assert kept.kept_until == row.ends_on.replace(year=row.ends_on.year + 7)
    assert recorded("retention.kept", kept)["provision"].endswith("art. 52(4)")
    assert "wordt bewaard tot en met" in run(given, kept)
    proof = {"what": "Prestatielogboek", "on": "proof", "until": today() + 90 * DAY, "reason": "bewijs van nakoming"}
    act(given, row, "stays", right="decide", told_on=today(), **proof)
    assert Item.objects.get(kept_on="proof").kept_until == today() + 90 * DAY
    at = datetime.combine(today() + 90 * DAY, time(), tzinfo=timezone.get_current_timezone())
    pump.begin_clocks(now=at, limit=100)
    assert Obligation.objects.get(subject_id=Item.objects.get(kept_on="proof").pk).last_day == today() + 90 * DAY
    page = signed_in(given.owner).get(reverse("endings:detail", args=(row.pk,))).content.decode()
    assert "Geheimhouding over de gegevens" in page


@pytest.mark.provision("S1:12.1", "S4:9.1", "S1:12.6")
def test_the_agreement_goes_on_until_the_last_data_are_gone_and_shows_what_survives() -> None:
    given = world()
    row = noticed(given, today() - 30 * DAY)
    chosen(given, row, "delete")
    page = signed_in(given.owner).get(reverse("endings:detail", args=(row.pk,))).content.decode()
    assert "De overeenkomst zelf blijft gelden" in page
    assert not Ending.objects.filter(pk=row.pk, completed_at__isnull=False).exists()
    assert "Nog te wissen" in act(given, row, "certify", right="decide", signed_by="M. Berg")
    deleted(given, row)
    page = act(given, row, "certify", right="decide", signed_by="M. Berg, functionaris")
    assert row.completed_at is not None
    assert "naar hun aard de overeenkomst overleven" in page
    assert Act.objects.filter(kind="ending.certified", subject_id=row.pk).exists()


@pytest.mark.provision("S2:2.3", "S3:12.2")
def test_an_agreement_that_ends_with_the_main_one_refuses_an_end_by_itself() -> None:
    given = world(term__separately_terminable=False)
    place = f"{reverse('endings:new')}?agreement={given.agreement.pk}"
    data = {"by": "controller", "scope": "alone", "noticed_on": today(), "ends_on": today() + 30 * DAY}
    answer = signed_in(given.owner).post(place, data)
    assert answer.status_code == 422
    assert "Volgens art. 5.1 kan deze overeenkomst niet afzonderlijk eindigen" in answer.content.decode()
    assert not Ending.objects.exists()
    row = noticed(given, today() + 30 * DAY)
    assert clock(row, "return_or_delete").state == "open"
    assert recorded("ending.noticed", row)["scope"] == "main"


@pytest.mark.provision("S2:10.1[2]", "S5:13.3")
def test_after_return_each_system_and_sub_processor_is_emptied_with_method_date_and_proof() -> None:
    given = world(end__data="return_then_delete")
    row = noticed(given, today() - 30 * DAY)
    assert (row.choice, row.chosen_how) == ("return", "agreed")
    returned(given, row)
    log = SimpleUploadedFile("wislog.txt", b"alles gewist")
    deleted(given, row, "Centrale", proof=log)
    place = Item.objects.get(ending=row, name="Centrale")
    assert place.proof_sha256 == hashlib.sha256(b"alles gewist").hexdigest()
    assert recorded("retention.deleted", place)["proof_sha256"] == place.proof_sha256
    assert "Geef aan wie bij Kabelwacht B.V. verklaart" in deleted(given, row, "Kabelwacht B.V.", attested_by="")
    other = Item.objects.get(ending=row, name="Wolkenveld Ltd")
    Client().post(
        reverse("endings:attest", args=(other.token,)), {"on": today(), "method": "omgeving weg", "name": "P. Vos, DPO"}
    )
    other.refresh_from_db()
    assert (other.method, other.attested_by) == ("omgeving weg", "P. Vos, DPO")


@pytest.mark.provision("S2:10.3")
def test_a_declaration_in_two_languages_lists_what_went_how_and_when_and_is_kept_and_provable() -> None:
    given = world()
    row = noticed(given, today() - 40 * DAY)
    chosen(given, row, "delete")
    deleted(given, row)
    act(given, row, "certify", right="decide", signed_by="M. Berg, functionaris")
    made = {each.language: each for each in Certificate.objects.filter(ending=row)}
    for language in ("nl", "en"):
        place = reverse("endings:certificate", args=(row.pk, language))
        got = signed_in(given.owner).get(place).content
        assert hashlib.sha256(got).hexdigest() == made[language].sha256
        assert recorded("ending.certified", row)[f"certificate_{language}_sha256"] == made[language].sha256
        theirs = Client().get(reverse("endings:their_certificate", args=(row.token, language)))
        assert theirs.content == got
        _lists_what_went(got, row, language)
        assert verify(got, operator.trusted()).outcome is Outcome.INTACT
        at = got.index(b"/Title") + 20
        assert verify(got[:at] + bytes([got[at] ^ 1]) + got[at + 1 :], operator.trusted()).outcome is not Outcome.INTACT
    assert made["nl"].sha256 in OutboxMessage.objects.get(kind="end_certificate").page_html
    assert clock(row, "certify_deletion").ended_at is not None


def _lists_what_went(pdf: bytes, row: Ending, language: str) -> None:
    """Each place stands in the certificate with the day and the way of its deletion, and who attests it."""
    document = pypdfium2.PdfDocument(pdf)
    said = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    gone = Item.objects.filter(ending=row).exclude(deleted_at=None)
    assert gone.count() == 8
    with translation.override(language):
        day = date_format(today() - DAY, "j F Y")
        for each in gone:
            assert re.search(rf"{re.escape(each.name)} {each.get_kind_display()} {day} gewist; [\w ]+ P\. Vos", said), (
                each
            )


def test_where_there_is_no_seal_the_certificate_has_none_and_says_nothing_of_one(settings: LazySettings) -> None:
    settings.SEAL_KEY = ""
    given = world()
    row = noticed(given, today() - 40 * DAY)
    chosen(given, row, "delete")
    deleted(given, row)
    act(given, row, "certify", right="decide", signed_by="M. Berg, functionaris")
    for made in Certificate.objects.filter(ending=row):
        pages = pypdfium2.PdfDocument(bytes(made.pdf))
        said = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
        assert not re.search("seal|zegel", said)


@pytest.mark.provision("S4:9.3[2]")
def test_transfer_may_wait_for_open_invoices_where_agreed_is_flagged_and_goes_on_with_payment() -> None:
    given = world()
    row = noticed(given, today() - 30 * DAY)
    chosen(given, row, "return")
    page = act(given, row, "withhold", right="decide", amount="450", reason="2026-311")
    assert "Een risico" in page
    assert "art. 5.1" in returned(given, row)
    assert not Ending.objects.filter(pk=row.pk, returned_at__isnull=False).exists()
    act(given, row, "release", right="decide", reason="betaald")
    returned(given, row)
    assert row.returned_at is not None
    assert recorded("ending.withheld", row)["cents"] == 45_000
    assert recorded("ending.released", row)["reason"] == "betaald"


@pytest.mark.provision("S4:9.4[1]")
def test_when_no_request_came_in_time_what_was_agreed_holds_and_deletion_is_recorded() -> None:
    given = world(end__data="return_on_request_then_delete", end__choice_window="P3M")
    row = noticed(given, today() - 200 * DAY)
    page = signed_in(given.owner).get(reverse("endings:list"), {"state": "choice"}).content.decode()
    assert "niet gemaakt" in page
    assert pump.PUMPS[0](now=timezone.now(), limit=10) == 1
    row.refresh_from_db()
    assert (row.choice, row.chosen_how) == ("delete", "default")
    assert recorded("ending.chosen", row)["how"] == "default"
    deleted(given, row)
    assert not Item.objects.filter(ending=row, deleted_at=None).exists()


@pytest.mark.provision("S2:B1.tabel.VoIP[2]", "S2:B1.tabel.Mobiel[2]", "S5:B1.5[1]")
@pytest.mark.parametrize(("number", "unit", "days"), [(6, "M", 181), (1, "M", 28)])
def test_a_rolling_term_falls_due_again_after_each_run(number: int, unit: str, days: int) -> None:
    given = world()
    row = term(given, "Gespreksgegevens", "rolling", number, unit, since=today() - 400 * DAY)
    assert row.due_at is not None
    assert pump.begin_clocks(now=timezone.now(), limit=10) == 1
    assert "Te laat" in listed(given, "late")
    first = Obligation.objects.get(subject_id=row.pk)
    run(given, row)
    first.refresh_from_db()
    assert (first.state, first.ended_at is not None, row.deleted_at) == ("late", True, None)
    assert row.last_day is not None
    assert (row.last_day - today()).days >= days - 2
    assert pump.begin_clocks(now=row.due_at, limit=10) == 1
    assert Obligation.objects.filter(subject_id=row.pk, ended_at=None).count() == 1
    assert recorded("retention.deleted", row)["method"] == "gewist volgens logboek"
    assert RunLine.objects.filter(item=row).count() == 1


@pytest.mark.provision("S2:B1.bewaartermijn", "S2:B1.tabel.Administratie")
def test_the_terms_of_the_agreements_table_are_taken_over_and_count_from_its_cancellation() -> None:
    given = world()
    place = reverse("endings:take_over", args=(given.agreement.pk,))
    page = signed_in(given.owner).post(place, follow=True).content.decode()
    assert "Facturen: zolang de wet dat voorschrijft" in page  # nobody guesses what these words leave open
    found = {(each.name, each.basis, each.period) for each in Item.objects.filter(kind="data")}
    assert found == {("Gespreksgegevens", "rolling", "P6M"), ("Contactgegevens", "end", "P1M")}
    ends_on = date(today().year + 1, 3, 15)
    noticed(given, ends_on)
    row = Item.objects.get(name="Contactgegevens")
    assert row.contact_name == "Kabelwacht B.V."
    assert recorded("retention.set", row)["period"] == "P1M"
    assert row.last_day == date(ends_on.year, 4, 15)
    assert row.due_at is not None
    pump.begin_clocks(now=row.due_at - 5 * DAY, limit=100)
    assert Obligation.objects.get(subject_id=row.pk).last_day == row.last_day


@pytest.mark.provision("S3:B1.bewaartermijn", "S5:B1.2", "S5:B1.8")
def test_data_for_the_term_are_due_on_the_last_day_of_the_agreement() -> None:
    given = world()
    row = term(given, "Klantbestanden", "end", 0, "D", service="Private cloud", provision="Bijlage 1")
    assert row.last_day is None
    assert "Klantbestanden" in listed(given, "unplanned")
    ending = noticed(given, today() + 10 * DAY)
    row.refresh_from_db()
    assert row.last_day == ending.ends_on
    pump.begin_clocks(now=timezone.now(), limit=100)
    assert Obligation.objects.get(subject_id=row.pk).ends_at == row.due_at


@pytest.mark.provision("S1:11.1[1]", "S1:11.1[2]")
def test_what_is_held_past_its_day_is_listed_and_an_extension_needs_notice_reasons_and_a_ground() -> None:
    given = world()
    row = term(given, "Contactgegevens", "end", 0, "D")
    noticed(given, today() - 3 * DAY)
    assert "Contactgegevens" in listed(given, "late")
    place = reverse("endings:keep", args=(row.pk,))
    data = {"what": "Contactgegevens", "on": "proof", "until": today() + 30 * DAY, "reason": "geschil"}
    refused = signed_in(given.owner).post(place, data)
    assert refused.status_code == 422
    assert "hoort de verwerkingsverantwoordelijke waarom" in refused.content.decode()
    signed_in(given.owner).post(place, {**data, "told_on": today()})
    row.refresh_from_db()
    assert (row.kept_until, row.kept_reason) == (today() + 30 * DAY, "geschil")
    assert recorded("retention.kept", row)["told_at"].startswith(f"{today()}T00:00")
    assert "Contactgegevens" not in listed(given, "late")


@pytest.mark.provision("S2:10.2", "S5:B1.1")
def test_nothing_is_deleted_inside_a_statutory_term_and_it_falls_due_when_that_ends() -> None:
    given = world()
    row = term(given, "Facturen", "end", 0, "D")
    ending = noticed(given, today() - 10 * DAY)
    chosen(given, ending, "delete")
    data = {"on": "statutory", "law": "retention.fiscal_administration", "reason": "belasting", "told_on": today()}
    signed_in(given.owner).post(reverse("endings:keep", args=(row.pk,)), data)
    assert "Algemene wet inzake rijksbelastingen, art. 52(4)" in run(given, row)
    assert row.deleted_at is None
    assert row.due_at is not None
    assert pump.begin_clocks(now=row.due_at - 10 * DAY, limit=100) > 0
    last = Obligation.objects.get(subject_id=row.pk, ended_at=None)
    assert last.last_day == row.kept_until
    assert last.duty["provision"].startswith("Algemene wet")
    assert recorded("retention.kept", row)["until"] == f"{row.kept_until}"


@pytest.mark.provision("S4:B1.logbestanden")
def test_logs_of_a_server_have_a_term_of_their_own_that_runs_again_and_again() -> None:
    given = world()
    row = term(given, "Logbestanden server 12", "rolling", 6, "M", service="Beheerde server", since=today() - 170 * DAY)
    pump.begin_clocks(now=timezone.now(), limit=10)
    running = Obligation.objects.get(subject_id=row.pk)
    assert running.last_day == row.last_day
    run(given, row)
    running.refresh_from_db()
    assert running.state == "met"
    assert Act.objects.filter(kind="obligation.ended", subject_id=running.pk).exists()


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(
            ("Herstel en ondersteuning", "Verbindingen", "Wifi-netwerk"),
            marks=pytest.mark.provision("S5:B1.3", "S5:B1.4", "S5:B1.11"),
            id="services",
        ),
        pytest.param(
            ("Archief van e-mail", "Beheerde servers"),
            marks=pytest.mark.provision("S5:B1.6", "S5:B1.7"),
            id="checked weekly",
        ),
    ],
)
def test_each_kind_of_data_has_its_row_in_the_register_and_is_deleted_at_the_end(names: tuple[str, ...]) -> None:
    given = world()
    rows = [term(given, name, "end", 0, "D", provision="Bijlage 1") for name in names]
    ending = noticed(given, today() - 2 * DAY)
    chosen(given, ending, "delete")
    run(given, *rows)
    assert all(row.deleted_at is not None for row in rows)
    assert {recorded("retention.deleted", row)["method"] for row in rows} == {"gewist volgens logboek"}
    answer = signed_in(given.owner).get(reverse("endings:retention_export", args=("csv",)), {"state": "deleted"})
    lines = b"".join(answer.streaming_content).decode().splitlines()  # type: ignore[attr-defined]
    for name in names:
        line = next(each for each in lines if each.startswith(f"{name},"))
        assert f",{ending.ends_on}," in line
        assert "tot het einde van de overeenkomst,Bijlage 1" in line


@pytest.mark.provision("S5:B2.O.bewaartermijn")
def test_once_a_term_has_lapsed_the_order_to_delete_is_asked_for_and_nothing_goes_without_it() -> None:
    given = world()
    row = term(given, "Uitgifteformulieren", "rolling", 1, "Y", since=today() - 400 * DAY, on_order="on")
    other = term(given, "Meldingen", "rolling", 3, "Y", since=today() - 400 * DAY, on_order="on")
    assert pump.begin_clocks(now=timezone.now(), limit=10) == 1
    assert ordering.ask(now=timezone.now(), limit=10) == 1
    assert ordering.ask(now=timezone.now(), limit=10) == 0  # asked once
    letter = OutboxMessage.objects.get(kind="deletion_order")
    assert "Uitgifteformulieren" in letter.page_html
    assert "Meldingen" not in letter.page_html
    assert recorded("retention.order_asked", row)["message"] == str(letter.pk)
    assert "alleen in opdracht van de verwerkingsverantwoordelijke gewist" in run(given, row)
    assert not RunLine.objects.exists()
    order = {"given_by": "J. Okkerse", "form": "email", "at": local(today() - DAY), "text": "Wis de formulieren."}
    place = reverse("endings:order", args=(row.pk,))
    assert signed_in(given.owner).post(place, order).status_code == 302
    assert "al vast" in signed_in(given.owner).post(place, order).content.decode()
    kept = Instruction.objects.get()
    assert (kept.kind, kept.given_by) == ("delete", "J. Okkerse")
    assert recorded("retention.ordered", row)["instruction"] == str(kept.pk)
    run(given, row)
    assert recorded("retention.deleted", row)["method"] == "gewist volgens logboek"
    assert (RunLine.objects.get().item, row.ordered_at) == (row, None)  # the next term asks for an order of its own
    other.refresh_from_db()
    assert other.order_asked_at is None
    assert Obligation.objects.get(subject_id=row.pk).ended_at is not None
