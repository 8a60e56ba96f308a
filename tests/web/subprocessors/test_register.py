"""The register by its pages: who is in it, behind whom, in which countries, what lacks; tables in and out."""

import csv
import io
import re
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from art28.agreement import labels
from art28.web.agreements.models import Direction
from art28.web.audit.models import Act
from art28.web.services import actions as services
from art28.web.subprocessors import actions
from art28.web.subprocessors.actions import About
from art28.web.subprocessors.models import Behind, Import, Safeguard, SubProcessor
from web.breaches.world import NOW, World, actor, signed_in
from web.subprocessors.going import queries
from web.subprocessors.world import SILENT, agreement, hosted, service, sub_processor, world

pytestmark = pytest.mark.django_db
FORM: dict[str, Any] = {
    "name": "Hostwerk B.V.", "street": "Havenkade 8", "postcode": "1234 AB", "city": "Almere", "country": "nl",
    "countries": "NL, DE", "contact_name": "J. Berg", "email": "privacy@hostwerk.example", "phone": "0360000418",
}  # fmt: skip
TABLE = """Subverwerker;Gevestigd in;Verwerkt in;E-mailadres
Hostwerk B.V.;NL;NL, DE;privacy@hostwerk.example
Mailwerk;Nederland;NL;
hostwerk bv;NL;NL;
Cloudwerk;IE;EER;geen adres
Telwerk;NL;NL;hulp@telwerk.example
"""


@pytest.fixture
def given() -> World:
    return world()


def page(given: World, name: str, *args: Any, **query: str) -> str:
    answer = signed_in(given.owner).get(reverse(f"subprocessors:{name}", args=args), query)
    assert answer.status_code == 200
    return answer.content.decode()


def posted(given: World, at: str, *args: Any, status: int = 302, **data: Any) -> None:
    answer = signed_in(given.owner).post(reverse(f"subprocessors:{at}", args=args), data)
    assert answer.status_code == status, answer.content.decode()


def test_one_is_added_and_changed_by_one_person_at_a_time(given: World) -> None:
    posted(given, "new", **FORM)
    row = SubProcessor.objects.get()
    assert (row.country, row.countries) == ("NL", ["NL", "DE"])
    posted(given, "new", status=409, **{**FORM, "name": "hostwerk bv"})
    posted(given, "edit", row.pk, **{**FORM, "city": "Zwolle", "version": "1"})
    posted(given, "edit", row.pk, status=409, **{**FORM, "city": "Urk", "version": "1"})
    posted(given, "edit", row.pk, status=422, **{**FORM, "countries": "Duitsland", "version": "2"})
    assert SubProcessor.objects.get().city == "Zwolle"
    assert Act.objects.filter(kind="subprocessor.changed", subject_id=row.pk).count() == 1


def test_one_that_stands_with_a_service_only_is_shown_and_put_in_at_once(given: World) -> None:
    service(given, "Werkplek", hosted("Hostwerk B.V."), hosted("Mailwerk", "DE", role="mail"))
    sub_processor(given)
    shown = page(given, "list")
    assert "1 subverwerker staat bij een dienst" in shown
    assert "hosting" in shown
    posted(given, "take_over")
    assert set(SubProcessor.objects.values_list("name", flat=True)) == {"Hostwerk B.V.", "Mailwerk"}
    assert Act.objects.filter(kind="subprocessor.added").count() == 2


def test_a_sub_processor_stands_under_two_parents_and_never_behind_itself(given: World) -> None:
    one, other, below = (sub_processor(given, name) for name in ("Hostwerk", "Mailwerk", "Datawerk"))
    for parent, countries in ((one, "NL"), (other, "DE, FR")):
        posted(given, "behind", parent.pk, child=str(below.pk), role="opslag", countries=countries)
    shown = page(given, "detail", below.pk)
    assert "Hostwerk" in shown
    assert "Mailwerk" in shown
    assert ">Frankrijk<" in shown
    posted(given, "behind", below.pk, child=str(one.pk))
    assert Behind.objects.count() == 2
    posted(given, "not_behind", one.pk, below.pk)
    assert list(Behind.objects.values_list("parent__name", flat=True)) == ["Mailwerk"]
    assert Act.objects.filter(kind="subprocessor.taken_from_behind", subject_id=one.pk).exists()


def test_a_supplier_that_is_a_customer_too_keeps_its_contracts_apart(given: World) -> None:
    agreement(given, "Hostwerk", SILENT)
    ours = agreement(given, "Hostwerk BV", SILENT, direction=Direction.CONTROLLER)
    row = sub_processor(given)
    assert "ook klant" in page(given, "list")
    posted(given, "file_agreement", row.pk, agreement=str(given.agreement.pk))
    row.refresh_from_db()
    assert row.agreement_id is None
    posted(given, "file_agreement", row.pk, agreement=str(ours.pk))
    row.refresh_from_db()
    assert row.agreement_id == ours.pk
    assert Act.objects.filter(kind="subprocessor.agreement_filed", subject_id=row.pk).exists()


def test_a_country_without_ground_is_a_gap_until_a_safeguard_is_on_file(given: World) -> None:
    row = sub_processor(given, countries=("NL", "US"))
    assert "geen grond voor doorgifte" in page(given, "list")
    kept: dict[str, Any] = {"country": "US", "kind": "clauses", "signed_on": "2026-01-05", "assessed_on": "2026-01-09"}
    posted(given, "safeguard", row.pk, **kept)
    assert "geen grond voor doorgifte" not in page(given, "list")
    posted(given, "end_safeguard", row.pk, Safeguard.objects.get().pk)
    assert "geen grond voor doorgifte" in page(given, "list")
    kinds = set(Act.objects.filter(subject_id=row.pk).values_list("kind", flat=True))
    assert {"subprocessor.safeguard_filed", "subprocessor.safeguard_ended"} <= kinds


def test_a_country_that_changes_with_a_service_shows_in_the_register(given: World) -> None:
    sub_processor(given, countries=())
    found = service(given, "Werkplek", hosted("Hostwerk BV", "NL"))
    assert ">India<" not in page(given, "list")
    moved = services.About(name="Werkplek", sub_processors=(hosted("Hostwerk BV", "IN"),))
    services.change(found, moved, based_on=1, actor=actor(given.owner), now=NOW)
    shown = page(given, "list", gap="no_basis")
    assert ">India<" in shown
    assert "Hostwerk B.V." in shown


def test_the_register_is_narrowed_and_sorted(given: World) -> None:
    sub_processor(given, "Zwerk", countries=("DE",))
    sub_processor(given, "Awerk")
    service(given, "Back-up", hosted("Zwerk", "DE", role="opslag"))
    assert page(given, "list").index("Awerk") < page(given, "list").index("Zwerk")
    assert page(given, "list", sort="services").index("Zwerk") < page(given, "list", sort="services").index("Awerk")
    assert "Awerk" not in page(given, "list", country="DE")
    assert "Awerk" not in page(given, "list", q="opslag back-up")
    assert "Geen subverwerker voldoet" in page(given, "list", q="nergens")


def test_a_table_changes_nothing_before_it_was_looked_at(given: World) -> None:
    row = sub_processor(given, countries=("NL",), note="blijft")
    file = SimpleUploadedFile("lijst.csv", TABLE.encode(), "text/csv")
    posted(given, "upload", file=file)
    found = Import.objects.get()
    shown = page(given, "preview", found.pk)
    assert "Nederland" in shown
    assert "verwerkt in: NL → NL, DE" in shown
    assert "tweemaal" in shown
    assert "geen adres" in shown
    assert SubProcessor.objects.count() == 1
    posted(given, "apply", found.pk)
    posted(given, "apply", found.pk)
    row.refresh_from_db()
    assert (row.countries, row.note) == (["NL", "DE"], "blijft")
    assert set(SubProcessor.objects.values_list("name", flat=True)) == {"Hostwerk B.V.", "Telwerk"}
    assert Act.objects.filter(kind="subprocessors.imported", subject_id=found.pk).count() == 1


def test_an_export_brings_nothing_new_when_it_comes_back(given: World) -> None:
    sub_processor(given, registration="12345678", phone="+31 36 000 04 18", countries=("NL", "DE"))
    answer = signed_in(given.owner).get(reverse("subprocessors:export", args=("csv",)))
    lines = list(csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig")), delimiter=";"))
    assert lines[1][:7] == ["Hostwerk B.V.", "12345678", "", "", "", "NL", "NL, DE"]
    book = b"".join(signed_in(given.owner).get(reverse("subprocessors:export", args=("xlsx",))))
    assert openpyxl.load_workbook(io.BytesIO(book)).active["A2"].value == "Hostwerk B.V."
    posted(given, "upload", file=SimpleUploadedFile("x.xlsx", book))
    assert "Alles in de tabel is al zo" in page(given, "preview", Import.objects.get().pk)


def test_the_register_costs_the_same_at_any_number(given: World) -> None:
    costs = []
    for count in (10, 400):
        names = [f"Werk {count} {number}" for number in range(count)]
        actions.add_many(given.organisation, names, actor=actor(given.owner), now=NOW)
        service(given, f"Alles {count}", *(hosted(name) for name in names))
        costs.append(queries(given, "list"))
    assert costs[0] == costs[1] <= 18


def test_a_name_is_the_same_in_another_spelling(given: World) -> None:
    sub_processor(given, "Hostwerk B.V.")
    with pytest.raises(actions.NameTaken):
        actions.add(given.organisation, About(name="HOSTWERK bv"), actor=actor(given.owner), now=NOW)


@pytest.mark.provision("S4:8.1[1]")
def test_names_and_locations_are_at_hand_and_what_was_given_on_request_is_kept(given: World) -> None:
    row = sub_processor(given, street="Havenkade 8", city="Almere", countries=("NL", "DE"))
    shown = page(given, "detail", row.pk)
    assert all(word in shown for word in ("Havenkade 8", "Almere", ">Duitsland<"))
    posted(given, "give_copy", row.pk, to="Stichting Zorg", what="Contract zonder prijzen", on="2026-11-20")
    act = Act.objects.get(kind="subprocessor.copy_given", subject_id=row.pk)
    assert "Stichting Zorg" in (act.content.content or "")


@pytest.mark.provision("S1:B1.D[1]", "S3:B1.subverwerkers[1]")
def test_each_sub_processor_stands_with_service_establishment_and_countries(given: World) -> None:
    annex = (
        ("Wolkwerk Ltd.", "Dublin", "IE", "NL, IE", "opslag"),
        ("Hostwerk B.V.", "Almere", "NL", "NL", "bewaking en herstel"),
        ("Deskwerk Ltd.", "Leeds", "GB", "wereldwijd", "meldingen"),
        ("Telwerk B.V.", "Urk", "NL", "NL, DE", "telefonie"),
    )
    for name, city, established, countries, role in annex:
        posted(given, "new", **{**FORM, "name": name, "city": city, "country": established, "countries": countries})
        service(given, f"Dienst {role}", hosted(name, established, role=role))
    shown = page(given, "list")
    for name, city, established, countries, role in annex:
        row = shown.partition(f">{name}<")[2].partition("</tr>")[0]
        assert f">{city}, {labels.country(established, 'nl')}<" in row
        assert f"Dienst {role}" in row
        assert f">{role}<" in row
        named = set(re.findall(r'class="country [^>]*>([^<]+)<', row))
        assert named >= {labels.country(each, "nl") for each in countries.split(", ")}
    assert Act.objects.filter(kind="subprocessor.added").count() == len(annex)


@pytest.mark.provision("S2:B1.subverwerkers")
def test_what_lacks_of_a_sub_processor_is_reported(given: World) -> None:
    service(given, "Mail", {"name": "Mailwerk", "role": "mail", "countries": [], "email": ""})
    posted(given, "take_over")
    shown = page(given, "list", gap="no_country")
    assert all(word in shown for word in ("Mailwerk", "geen contract vastgelegd", "land niet bekend", "geen contact"))
    assert Act.objects.filter(kind="subprocessor.added").count() == 1


def test_the_loss_of_a_decision_becomes_a_list_of_what_to_mend(given: World) -> None:
    leans = sub_processor(given, "Leunwerk", countries=("US",))
    clauses = sub_processor(given, "Bepalingwerk", countries=("US",))
    posted(given, "safeguard", leans.pk, country="US", kind="within_decision", signed_on="2024-01-05")
    posted(given, "safeguard", clauses.pk, country="US", kind="clauses", signed_on="2024-01-05")
    assert "Elke doorgifte heeft" in page(given, "transfers")
    shown = page(given, "transfers", on="2020-08-01")  # between the Privacy Shield and its successor
    mended = shown[shown.index('id="mend"') : shown.index('id="places"')]
    assert "Leunwerk" in mended
    assert "Bepalingwerk" not in mended
    assert "(EU) 2016/1250" in mended
    assert "Elke doorgifte heeft" in page(given, "transfers", on="geen dag")


def test_what_to_mend_is_searched_narrowed_sorted_and_saved(given: World) -> None:
    sub_processor(given, "Zuidwerk", countries=("CN", "US"))
    sub_processor(given, "Aardwerk", countries=("IN",))
    client = signed_in(given.owner)

    def saved(**asked: str) -> list[list[str]]:
        answer = client.get(reverse("subprocessors:transfers"), {**asked, "form": "csv"})
        return [line.split(",")[:2] for line in b"".join(answer).decode("utf-8-sig").splitlines()[1:]]

    assert saved() == [["CN", "Zuidwerk"], ["IN", "Aardwerk"], ["US", "Zuidwerk"]]
    assert saved(sort="name") == [["IN", "Aardwerk"], ["CN", "Zuidwerk"], ["US", "Zuidwerk"]]
    assert saved(country="US") == [["US", "Zuidwerk"]]
    assert saved(q="aard") == [["IN", "Aardwerk"]]
    assert saved(q="aard", country="US") == []
    assert "Niets voldoet" in page(given, "transfers", q="nergens")
