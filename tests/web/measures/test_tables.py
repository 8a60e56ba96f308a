"""The library taken over from a table: what would change is shown first; what a measure says is left to a change of it."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from art28.web.measures.models import Import, Measure, MeasureVersion
from web.breaches.world import World, signed_in, world
from web.measures.world import day, kept, measure

pytestmark = pytest.mark.django_db
HEADS = (
    "Maatregel;Wat wordt gedaan;Betreft;Staat;Eigenaar;Volgende beoordeling;Beoordeeld om de maanden;ISO/IEC 27001:2022"
)


def brought(given: World, *rows: str, heads: str = HEADS) -> str:
    """The page that says what the table would change."""
    client = signed_in(given.owner)
    file = SimpleUploadedFile("maatregelen.csv", "\n".join((heads, *rows)).encode())
    answer = client.post(reverse("measures:upload"), {"file": file})
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return client.get(answer.headers["Location"]).content.decode()


def taken_over(given: World) -> None:
    found = Import.objects.latest("read_at")
    assert signed_in(given.owner).post(reverse("measures:apply", args=(found.pk,))).status_code == 302


def test_what_would_change_is_shown_and_nothing_changes_before_it_is_taken_over() -> None:
    given = world()
    shown = brought(
        given, f"Back-up;Elke nacht een kopie.;;Ingevoerd;{given.owner.email};{day(30)};6;8.13",
        "Toegang;Rechten volgen de functie.;;;;;;",
    )  # fmt: skip
    assert "2 rijen wijzigen iets" in shown
    assert not Measure.objects.exists()
    taken_over(given)
    row = Measure.objects.get(name="Back-up")
    assert (row.topic, row.standing, row.owner, row.review_months, row.iso27001) == (
        "backup", "in_place", given.owner, 6, ["8.13"],
    )  # fmt: skip
    assert row.review_on == date.fromisoformat(day(30))
    assert Measure.objects.get(name="Toegang").standing == "planned"
    assert '"measures":2' in kept("safeguards.imported")
    taken_over(given)  # a second time
    assert Measure.objects.count() == 2


def test_how_a_measure_is_looked_after_is_taken_over_and_what_it_says_is_left() -> None:
    given = world()
    measure(given)
    shown = brought(given, "Back-up;Elk uur.;;Ingevoerd;;;;")
    assert "luidt anders" in shown
    assert "Status: Gepland → Ingevoerd" in shown
    taken_over(given)
    row = Measure.objects.get()
    assert (row.text, row.standing, row.version) == ("Elke dag een kopie.", "in_place", 1)
    assert MeasureVersion.objects.count() == 1


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (";Iets.;;;;;;", "heeft geen naam"),
        ("Back-up;;;;;;;", "zeg wat er wordt gedaan"),
        ("Back-up;x;Ruimtevaart;;;;;", "zo heet geen onderwerp"),
        ("Back-up;x;;Misschien;;;;", "zo heet geen staat"),
        ("Back-up;x;;;Niemand;;;", "niemand van de organisatie"),
        ("Back-up;x;;;;morgen;;", "schrijf een dag"),
        ("Back-up;x;;;;2001-01-01;;", "niet in het verleden"),
        ("Back-up;x;;;;;99;", "van 1 tot en met 60"),
        ("Back-up;x;;;;;;9.99", "geen beheersmaatregel"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_with_its_reason_and_left_out(row: str, why: str) -> None:
    given = world()
    shown = brought(given, row, "Toegang;Rechten volgen de functie.;;;;;;", "Toegang;Nog eens.;;;;;;")
    assert why in shown
    assert "staat tweemaal in de tabel" in shown
    taken_over(given)
    assert [each.name for each in Measure.objects.all()] == ["Toegang"]


def test_the_table_of_the_library_changes_nothing_when_it_comes_back() -> None:
    given = world()
    measure(given)
    brought(given, f"Toegang;Rechten volgen de functie.;Toegang;Ingevoerd;;{day(9)};24;5.15")
    taken_over(given)
    client = signed_in(given.owner)
    data = b"".join(client.get(reverse("measures:table")))
    assert openpyxl.load_workbook(io.BytesIO(data)).active.max_row == 3
    file: Any = SimpleUploadedFile("t.xlsx", data)
    answer = client.post(reverse("measures:upload"), {"file": file})
    assert "Alles in de tabel is al zo" in client.get(answer.headers["Location"]).content.decode()
