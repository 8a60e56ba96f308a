"""Lists of staff: narrowed, sorted, saved, at a fixed number of queries; a table taken over after it was looked at."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from art28.web.accounts.models import Organisation
from art28.web.people import importing, moving, pump
from art28.web.people.models import Commitment, Grant, Identity, Import, Matter, Screening, StaffMember
from web.breaches import world as worlds
from web.staff.world import DAY, House, house, kept, listed, person, ready, today

pytestmark = pytest.mark.django_db


def saved(at: House, name: str, **given: str) -> list[dict[str, str]]:
    answer = at.client.get(reverse(f"people:{name}", args=("csv",)), given)
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))


def many(at: House, count: int) -> None:
    """So many more people, each with a statement, a certificate and access."""
    organisation, now, owner = at.world.organisation, timezone.now(), at.world.owner
    first = StaffMember.objects.count() + 1
    rows = StaffMember.objects.bulk_create(
        StaffMember(organisation=organisation, number=number, role=at.role, joined_on=today(-9))
        for number in range(first, first + count)
    )
    Identity.objects.bulk_create(
        Identity(organisation=organisation, member=row, name=f"Medewerker {row.number}") for row in rows
    )
    Commitment.objects.bulk_create(
        Commitment(
            organisation=organisation,
            member=row,
            matter=Matter.SECRECY,
            form="contract",
            signed_on=today(-9),
            kept_at="dossier",
            made_at=now,
            made_by=owner,
        )
        for row in rows
    )
    Screening.objects.bulk_create(
        Screening(
            organisation=organisation, member=row, issued_on=today(-30), seen_on=today(-20), seen_by=owner, made_at=now
        )
        for row in rows
    )
    Grant.objects.bulk_create(
        Grant(
            organisation=organisation,
            member=row,
            agreement=at.agreement,
            service=at.service,
            system="Beheerportaal",
            account=f"u{row.number}",
            operations=["consult"],
            need="storingen",
            granted_at=now,
            granted_by=owner,
        )
        for row in rows
    )
    # Told how many rows there are, either database finds somebody's by the person, not among all of the organisation.
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


NARROWED = (
    ("people:list", "lacks=screening"),
    ("people:list", "sort=access&q=medewerker"),
    ("people:access", "found=any"),
    ("people:access", "sort=system"),
    ("people:movements", ""),
    ("people:trainings", ""),
)


def costs(at: House) -> list[int]:
    """How many queries each of the lists makes, asked for a second time."""
    found = []
    for name, query in NARROWED:
        at.client.get(f"{reverse(name)}?{query}")
        with CaptureQueriesContext(connection) as queries:
            assert at.client.get(f"{reverse(name)}?{query}").status_code == 200
        found.append(len(queries))
    return found


def test_a_list_makes_as_many_queries_at_ten_as_at_five_thousand() -> None:
    at = house()
    many(at, 10)
    few = costs(at)
    many(at, 5_000)
    assert costs(at) == few


def accessible(at: House, row: StaffMember, first: int, count: int) -> None:
    """So many more customers to whose data somebody has access."""
    for number in range(first, first + count):
        made = worlds.agreement(at.world.organisation, {}, name=f"Klant {number:05}", contact="")
        Grant.objects.create(
            organisation=at.world.organisation, member=row, agreement=made, system=f"Systeem {number}",
            operations=["consult"], need="storingen", granted_at=timezone.now(), granted_by=at.world.owner,
        )  # fmt: skip


def test_the_page_of_somebody_shows_some_access_and_another_all_of_it_by_page_searched_and_saved() -> None:
    at = house()
    row = ready(at)
    accessible(at, row, 0, 12)
    pages = {name: reverse(f"people:{name}", args=(row.pk,)) for name in ("detail", "access_of")}

    def asked() -> dict[str, tuple[int, int]]:
        found = {}
        for name, address in pages.items():
            with CaptureQueriesContext(connection) as queries:
                shown = at.client.get(address).content.decode()
            found[name] = (len(queries), shown.count(">Systeem "))
        return found

    few = asked()
    assert (few["detail"][1], few["access_of"][1]) == (10, 12)
    assert pages["access_of"] in at.page(row)
    accessible(at, row, 12, 60)
    many_more = asked()
    assert many_more["detail"] == few["detail"]
    assert many_more["access_of"] == (few["access_of"][0], 50)
    assert "Systeem 71" in at.client.get(pages["access_of"], {"q": "00071"}).content.decode()
    file: Any = at.client.get(pages["access_of"], {"q": "klant", "form": "csv"})
    lines = list(csv.DictReader(io.StringIO(file.getvalue().decode("utf-8-sig"))))
    assert len(lines) == 72


def test_more_access_than_can_be_ticked_is_reviewed_as_a_whole() -> None:
    at = house()
    row = ready(at)
    accessible(at, row, 0, 101)
    assert "Klant 00000" not in at.page(row)
    assert at.post(row, "review", period="P6M").status_code == 422
    assert at.post(row, "review", all="on", period="P6M").status_code == 302
    assert Grant.objects.filter(member=row, withdrawn_at=None).count() == 101
    assert kept("access.reviewed").count("-") >= 101


def test_who_has_access_to_the_data_of_a_customer_stands_by_page() -> None:
    at = house()
    address = reverse("people:agreement", args=(at.agreement.pk,))
    many(at, 10)
    with CaptureQueriesContext(connection) as few:
        at.client.get(address)
    many(at, 200)
    with CaptureQueriesContext(connection) as queries:
        shown = at.client.get(address)
    assert len(queries) <= len(few)
    assert shown.content.decode().count("storingen") == 50
    assert "Medewerker 207" in at.client.get(address, {"q": "207"}).content.decode()
    file: Any = at.client.get(address, {"form": "csv"})
    assert file.getvalue().decode("utf-8-sig").count("Medewerker") == 210


def test_people_are_found_narrowed_and_sorted() -> None:
    at = house()
    ready(at, "Saar Vliet", function="Engineer")
    person(at, "Teun Berg", role=None, since=-5)
    assert listed(at, q="engin") == ["Saar Vliet"]
    assert listed(at, role="none") == ["Teun Berg"]
    assert listed(at, role="Servicedesk") == ["Saar Vliet"]
    assert listed(at, sort="joined") == ["Teun Berg", "Saar Vliet"]
    assert listed(at, state="left") == []
    assert listed(at, lacks="late") == []


def test_lists_are_saved_as_they_are_narrowed() -> None:
    at = house()
    row = ready(at)
    person(at, "Teun Berg", role=None)
    at.granted(row)
    (line,) = saved(at, "export", q="saar")
    assert (line["Naam"], line["Geheimhouding"], line["Toegang"]) == ("Saar Vliet", "ja", "1")
    (given,) = saved(at, "export_access")
    assert (given["Systeem"], given["Mag"], given["Bevinding"]) == ("Beheerportaal", "raadplegen, gebruiken", "")
    moving.leave(row, on=today(), by=at.by)
    assert [line["Wat"] for line in saved(at, "export_movements", q="saar")][-1] == "In dienst"
    left = {"from": today().isoformat(), "until": today().isoformat(), "move": "left"}
    assert [line["Wat"] for line in saved(at, "export_movements", **left)] == ["Vertrokken"]
    assert not saved(at, "export_movements", **{**left, "until": (today() - timedelta(days=1)).isoformat()})
    assert len(saved(at, "export_movements", until="geen dag")) == len(saved(at, "export_movements"))
    assert (
        saved(at, "export_access", found="left")[0]["Bevinding"] == "ingetrokken, nog niet uit het systeem verwijderd"
    )
    answer: Any = at.client.get(reverse("people:export", args=("xlsx",)), {"state": "all"})
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    assert sheet is not None
    assert sheet.max_row == 3
    assert at.client.get(reverse("people:export", args=("pdf",))).status_code == 404


TABLE = """naam;e-mail;eerste dag;functie;rol;geheimhouding getekend op;bewaard bij;vog van;vog gezien op
Jip Okkerse;jip@dijkvaart.example;01-09-2026;Monteur;servicedesk;20-08-2026;dossier 4;01-08-2026;15-08-2026
Noa Berg;;ooit;Monteur;;;;;
Lot Vis;;2026-01-01;Monteur;Piloot;;;;
Saar Vliet;;2026-01-01;Iets anders;;;;;
"""


def brought(at: House, text: str = TABLE) -> Import:
    file = SimpleUploadedFile("staf.csv", text.encode(), content_type="text/csv")
    assert at.client.post(reverse("people:upload"), {"file": file}).status_code == 302
    return Import.objects.latest("read_at")


def test_a_table_is_shown_first_then_taken_over_once_and_its_rows_go() -> None:
    at = house()
    ready(at, "Saar Vliet", function="Engineer")
    found = brought(at)
    page = at.client.get(reverse("people:preview", args=(found.pk,))).content.decode()
    assert "Jip Okkerse" in page
    assert "er is geen rol met deze naam" in page
    assert "schrijf een dag als" in page
    assert "staat hier anders" in page
    assert StaffMember.objects.count() == 1
    apply: Any = lambda: at.client.post(reverse("people:apply", args=(found.pk,)))  # noqa: E731
    apply()
    apply()
    row = StaffMember.objects.get(number=2)
    assert (row.role, row.identity.name) == (at.role, "Jip Okkerse")
    assert (row.commitments.get().kept_at, row.screenings.get().issued_on.isoformat()) == ("dossier 4", "2026-08-01")
    found.refresh_from_db()
    assert found.rows == []
    assert '"left_out":2' in kept("staff.imported")
    pump.settle_all(now=timezone.now(), limit=10)
    row.refresh_from_db()
    assert {task.concern for task in row.tasks.all()} == {"screening", "instruction"}


def test_a_table_that_nobody_took_over_is_forgotten_after_a_week() -> None:
    at = house()
    found = brought(at)
    pump.forget(now=timezone.now() + 6 * DAY, limit=10)
    found.refresh_from_db()
    assert found.rows
    pump.forget(now=timezone.now() + 8 * DAY, limit=10)
    found.refresh_from_db()
    assert found.rows == []


def test_a_table_of_something_else_is_refused() -> None:
    at = house()
    file = SimpleUploadedFile("x.csv", b"klant,dienst\nA,B\n", content_type="text/csv")
    answer = at.client.post(reverse("people:upload"), {"file": file})
    assert answer.status_code == 422
    assert not Import.objects.exists()
    assert importing.heads(dutch=True)[0] == "Naam"
    assert Organisation.objects.count() == 2
