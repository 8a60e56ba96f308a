"""The registers on screen and as files: narrowed, sorted, exported, own activities by hand and by a table, query counts."""

import io
from collections.abc import Iterable
from threading import Barrier, Thread
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connections
from django.test import Client
from django.urls import reverse
from django.utils import translation

from art28.web.accounts.access import WORKER
from art28.web.agreements.models import Direction
from art28.web.processing import columns, drawing
from art28.web.processing.importing import HEADS
from art28.web.processing.models import Activity, Import, OwnActivity, Record
from art28.web.processing.pump import pump
from web.breaches import world as worlds
from web.breaches.world import NOW, World, signed_in
from web.breaches.world import world as any_world
from web.processing.world import SAID, act, recorded, world

pytestmark = pytest.mark.django_db


def listed(given: World, **asked: str) -> str:
    return signed_in(given.owner).get(reverse("processing:list"), asked).content.decode()


def more(given: World, count: int) -> None:
    made = [worlds.agreement(given.organisation, SAID, name=f"Klant {number:03}") for number in range(count)]
    drawing.draw(given.organisation, [each.pk for each in made], actor=WORKER, now=NOW)


def own(given: World, **said: Any) -> Any:
    return signed_in(given.owner).post(reverse("processing:own_new"), {"name": "Salarissen", **said})


def downloaded(client: Client, name: str, form: str) -> bytes:
    answer = client.get(reverse(name, args=(form,)))
    assert answer.status_code == 200
    return answer.getvalue()


def test_agreements_under_which_others_process_for_us_stand_not_on_the_register() -> None:
    given = world()
    worlds.agreement(given.organisation, SAID, name="Leverancier", direction=Direction.CONTROLLER)
    pump(now=NOW, limit=10)
    assert "Leverancier" not in listed(given)
    assert "Stichting Zorg" in listed(given)


def test_the_worker_draws_up_the_record_of_every_agreement_that_was_read() -> None:
    given = world()
    worlds.agreement(given.organisation, SAID, name="Nieuw")
    assert pump(now=NOW, limit=10) == 1
    assert pump(now=NOW, limit=10) == 0
    assert recorded("processing.drawn")["added"] == 2


def test_the_register_is_narrowed_by_words_and_state_and_sorted() -> None:
    given = world()
    more(given, 2)
    act(given, "confirm", name="J. Okkerse", on="2026-11-20", how="")
    assert "Klant 000" in listed(given, q="kabelwacht")
    assert "Niets voldoet" in listed(given, q="ruimtevaart")
    confirmed = listed(given, state="confirmed")
    assert "Stichting Zorg" in confirmed
    assert "Klant 000" not in confirmed
    assert "Stichting Zorg" not in listed(given, state="unconfirmed")
    assert "Niets voldoet" in listed(given, state="special")
    body = listed(given, sort="-name")
    assert body.index("Klant 001") < body.index("Klant 000")


@pytest.mark.parametrize("count", [3, 40])
def test_the_register_costs_the_same_number_of_queries_at_any_size(
    count: int, django_assert_max_num_queries: Any
) -> None:
    given = world()
    more(given, count)
    client = signed_in(given.owner)
    client.get(reverse("processing:list"))
    with django_assert_max_num_queries(30):
        client.get(reverse("processing:list"))


def test_the_workbook_has_a_sheet_of_controllers_and_one_of_activities() -> None:
    given = world()
    more(given, 1)
    book = openpyxl.load_workbook(io.BytesIO(downloaded(signed_in(given.owner), "processing:export", "xlsx")))
    controllers, activities = book.worksheets
    assert controllers.max_row == 3
    assert activities.max_row == 5
    assert activities["D2"].value == "Beheer van de werkplek"


def test_the_document_is_a_pdf_and_another_form_is_not_there() -> None:
    given = world()
    client = signed_in(given.owner)
    assert downloaded(client, "processing:export", "pdf").startswith(b"%PDF")
    assert client.get(reverse("processing:export", args=("docx",))).status_code == 404
    one = client.get(reverse("processing:export_one", args=(given.agreement.pk, "pdf")))
    assert one.content.startswith(b"%PDF")


def test_the_officer_and_the_measures_in_general_stand_at_the_head_and_with_each_controller() -> None:
    given = world(security__standards=["ISO27001"])
    data = {
        "officer": "M. Berg",
        "officer_email": "fg@dijkvaart.example",
        "measures": "Versleuteling\nToegang naar rol",
    }
    assert signed_in(given.owner).post(reverse("processing:keeper"), data).status_code == 302
    assert "M. Berg" in listed(given)
    assert recorded("processing.keeper_set")["officer"] == "M. Berg"
    text = downloaded(signed_in(given.owner), "processing:export", "csv").decode()
    assert "ISO 27001 · Versleuteling · Toegang naar rol" in text


def test_an_own_activity_is_kept_changed_and_ended() -> None:
    given = world()
    said = {"purposes": "Loon betalen", "legal_basis": "c", "data_categories": "Namen\nRekeningnummers",
            "special": "BSN",
            "data_subjects": "Medewerkers", "recipients": "Belastingdienst", "retention": "7 jaar",
            "countries": ""}  # fmt: skip
    assert own(given, **said).status_code == 302
    row = OwnActivity.objects.get()
    assert (row.data, row.special, row.legal_basis) == (["Namen", "Rekeningnummers"], ["BSN"], "c")
    assert recorded("own_activity.added")["recipients"] == ["Belastingdienst"]
    assert own(given, **said).status_code == 409
    client = signed_in(given.owner)
    place = reverse("processing:own_edit", args=(row.pk,))
    assert "Rekeningnummers" in client.get(place).content.decode()
    assert client.post(place, {"name": "Salarissen", **said, "retention": "5 jaar", "version": 1}).status_code == 302
    assert client.post(place, {"name": "Salarissen", **said, "version": 1}).status_code == 409
    row.refresh_from_db()
    assert row.retention == "5 jaar"
    assert "With" not in client.get(reverse("processing:own"), {"state": "special"}).content.decode()
    client.post(reverse("processing:own_end", args=(row.pk,)))
    assert "Salarissen" not in client.get(reverse("processing:own")).content.decode()
    assert recorded("own_activity.changed")["retention"] == "5 jaar"


def test_a_country_that_is_none_is_refused() -> None:
    answer = own(world(), countries="Nederland")
    assert answer.status_code == 422
    assert "is geen land" in answer.content.decode()


def brought(given: World, name: str, data: bytes) -> Import:
    file = SimpleUploadedFile(name, data)
    assert signed_in(given.owner).post(reverse("processing:upload"), {"file": file}).status_code == 302
    return Import.objects.latest("read_at", "id")


def test_a_table_shows_what_it_would_change_before_it_changes_anything() -> None:
    given = world()
    own(given, purposes="Loon betalen", retention="7 jaar")
    table = (
        "Activiteit;Doeleinden;Grondslag;Buiten de EER;Bewaartermijn\n"
        "Salarissen;Loon betalen;wettelijke verplichting (c);;5 jaar\n"
        "Werving;Vacatures vervullen, selectie;b;US;4 weken\n"
        "Werving;Nog eens;b;;\nCamera's;Beveiliging;x;;\nBezoekers;Toegang;f;Frankrijk;\n"
    )
    found = brought(given, "eigen.csv", table.encode())
    client = signed_in(given.owner)
    body = client.get(reverse("processing:preview", args=(found.pk,))).content.decode()
    assert "2 rijen" in body
    assert ": 7 jaar → 5 jaar" in body
    for wrong in ("staat tweemaal", "schrijf de grondslag", "twee letters"):
        assert wrong in body
    assert OwnActivity.objects.count() == 1
    assert client.post(reverse("processing:apply", args=(found.pk,))).status_code == 302
    assert {row.name: row.retention for row in OwnActivity.objects.all()} == {
        "Salarissen": "5 jaar",
        "Werving": "4 weken",
    }
    assert OwnActivity.objects.get(name="Werving").countries == ["US"]
    assert recorded("own_activity.imported") == {"file": "eigen.csv", "activities": 2, "left_out": 3}
    again = client.post(reverse("processing:apply", args=(found.pk,)), follow=True).content.decode()
    assert "al overgenomen" in again


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_column_of_the_table_that_is_downloaded_is_known_when_it_is_brought_back(language: str) -> None:
    with translation.override(language):
        heads = [head.lower() for head in columns.own_heads()]
    assert [next((key for key, names in HEADS.items() if head in names), head) for head in heads] == list(HEADS)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_table_that_is_downloaded_changes_nothing_when_it_is_brought_back(form: str) -> None:
    given = world()
    own(given, purposes="Loon betalen\nPensioen", legal_basis="c", data_categories="Namen", special="BSN",
        data_subjects="Medewerkers", recipients="Belastingdienst", countries="US", safeguards="modelcontract",
        retention="7 jaar", measures="Versleuteling", owner="Personeelszaken", joint_controller="Zusterbedrijf")  # fmt: skip
    table = downloaded(signed_in(given.owner), "processing:own_export", form)
    found = brought(given, f"eigen.{form}", table)
    body = signed_in(given.owner).get(reverse("processing:preview", args=(found.pk,))).content.decode()
    assert "Alles in de tabel is al zo" in body


@pytest.mark.django_db(transaction=True)
def test_two_workers_who_draw_the_same_record_at_once_make_one() -> None:
    given = any_world(dict(SAID))
    barrier, failed = Barrier(2), []

    def work() -> None:
        try:
            barrier.wait()
            drawing.draw(given.organisation, (given.agreement.pk,), actor=WORKER, now=NOW)
        except IntegrityError as error:
            failed.append(error)
        finally:
            connections.close_all()

    workers = [Thread(target=work) for _ in range(2)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    assert not failed
    assert Record.objects.count() == 1
    assert Activity.objects.filter(ended_at=None).count() == 2


def test_a_record_that_another_worker_made_meanwhile_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    given = any_world(dict(SAID))
    insert = Record.objects.bulk_create

    def late(rows: Iterable[Record], **how: Any) -> list[Record]:
        wanted = list(rows)
        Record.objects.create(organisation=given.organisation, agreement=given.agreement)  # the other was first
        return insert(wanted, **how)

    monkeypatch.setattr(Record.objects, "bulk_create", late)
    drawing.draw(given.organisation, (given.agreement.pk,), actor=WORKER, now=NOW)
    assert Record.objects.count() == 1
    assert Activity.objects.filter(record__agreement=given.agreement).count() == 2
