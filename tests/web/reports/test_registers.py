"""Every register in every form: on screen, CSV, workbook, document and linked data, each made of the one declaration."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pyld import jsonld

from art28.web.agreements.models import Agreement
from art28.web.reports import catalogue, formats
from art28.web.reports.declared import AnyRegister, Asked
from web.breaches import world as worlds
from web.breaches.world import NOW, World, breach, signed_in
from web.processing.test_linked import DPV, GDPR, OWN, RISK, known, of_type, unreachable
from web.reports.world import PERSON, cost, request, world

pytestmark = pytest.mark.django_db
NAMES = tuple(each.name for each in catalogue.REGISTERS)
SHOWN = {
    "agreements": "Stichting Zorg", "processing": "Stichting Zorg", "own-processing": "Salarissen",
    "breaches": "Open back-up", "requests": "R2026-0001", "subprocessors": "Wolkenveld Ltd", "transfers": "Wolkenveld Ltd",
    "purposes": "Tevredenheid meten",
    "audits": "Toetsing De Linde", "costs": "Oorzaak gezocht",
}  # fmt: skip
KINDS = {
    "agreements": "ControllerProcessorAgreement", "processing": "DataProcessingRecord",
    "own-processing": "PersonalDataProcess", "purposes": "PersonalDataProcess",
    "breaches": "Incident", "requests": "RightExerciseRecord", "subprocessors": "DataSubProcessor",
    "transfers": "CrossBorderTransfer",
}  # fmt: skip


def address(register: AnyRegister, form: str) -> str:
    if register.export:
        return reverse(register.export, args=(form,))
    return reverse("reports:export", args=(register.name, form))


def saved(given: World, name: str, form: str, query: str = "") -> bytes:
    register = catalogue.register(name)
    assert register is not None
    answer = signed_in(given.owner).get(f"{address(register, form)}?{query}")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    return bytes(answer.getvalue())


def text_of(document: bytes) -> str:
    pages = pypdfium2.PdfDocument(document)
    found = "\n".join(page.get_textpage().get_text_range() for page in pages)
    pages.close()
    return found


def read(document: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = jsonld.expand(json.loads(document), {"documentLoader": unreachable})
    return found


def linked(given: World, name: str, query: str = "") -> list[dict[str, Any]]:
    return read(saved(given, name, "jsonld", query))


@pytest.mark.parametrize("name", NAMES)
def test_a_register_stands_on_screen(name: str) -> None:
    given, register = world(), catalogue.register(name)
    assert register is not None
    place = reverse(register.page) if register.page else reverse("reports:register", args=(name,))
    answer = signed_in(given.owner).get(place)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert SHOWN[name] in page
    assert not re.search(r">\s*\d{4}-\d\d-\d\d", page)
    assert SHOWN[name] not in signed_in(given.outsider).get(place).content.decode()


@pytest.mark.parametrize("name", NAMES)
def test_a_register_is_saved_as_csv_with_a_head_for_each_cell(name: str) -> None:
    text = saved(world(), name, "csv").decode("utf-8-sig")
    delimiter = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    heads, *rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    assert rows
    assert all(len(row) == len(heads) for row in rows)
    assert any(SHOWN[name] in cell for row in rows for cell in row)


@pytest.mark.parametrize("name", NAMES)
def test_a_register_is_saved_as_a_workbook(name: str) -> None:
    book = load_workbook(io.BytesIO(saved(world(), name, "xlsx")), read_only=True)
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert any(SHOWN[name] in cell for cell in cells)


@pytest.mark.parametrize("name", NAMES)
def test_a_register_is_saved_as_an_archivable_document(name: str) -> None:
    document = saved(world(), name, "pdf")
    about = document[document.index(b"<x:xmpmeta") : document.index(b"</x:xmpmeta>")].decode()
    assert "<pdfaid:part>2</pdfaid:part>" in about
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in about
    assert SHOWN[name] in " ".join(text_of(document).split())


@pytest.mark.parametrize("name", [each.name for each in catalogue.REGISTERS if not each.export])
def test_the_document_of_a_register_declared_here_is_accessible(name: str) -> None:
    document = saved(world(), name, "pdf")
    about = document[document.index(b"<x:xmpmeta") : document.index(b"</x:xmpmeta>")].decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in about


@pytest.mark.parametrize("name", NAMES)
def test_a_register_is_saved_as_linked_data_in_published_or_documented_terms(name: str) -> None:
    nodes = linked(world(), name)
    known(nodes)
    kind = KINDS.get(name)
    own = OWN + {"audits": "Audit", "costs": "Cost"}.get(name, "")
    found = of_type(nodes, kind) if kind else [each for each in nodes if own in each["@type"]]
    assert len(found) == 1


def test_a_request_in_linked_data_names_the_rights_and_never_the_person() -> None:
    (found,) = of_type(linked(world(), "requests"), "RightExerciseRecord")
    assert {each["@id"] for each in found[DPV + "hasRight"]} == {GDPR + "A15", GDPR + "A17"}
    assert found[DPV + "hasRequestStatus"] == [{"@id": DPV + "RequestInitiated"}]
    assert PERSON not in json.dumps(found)


def test_a_cost_in_linked_data_says_who_bears_how_much_by_which_clause() -> None:
    (found,) = linked(world(), "costs")
    assert found[OWN + "euroCents"][0]["@value"] == 26_000
    assert found[OWN + "borneBy"] == [{"@id": DPV + "DataProcessor"}]
    assert found[OWN + "clause"] == [{"@value": "9.2"}]


def test_a_transfer_and_a_breach_in_linked_data_say_on_what_it_rests_and_what_was_broken() -> None:
    given = world()
    (transfer,) = linked(given, "transfers")
    assert transfer[DPV + "hasLegalBasis"] == [{"@id": GDPR + "A46-2-c"}]
    (found,) = linked(given, "breaches")
    assert found["@type"] == [RISK + "Incident", RISK + "ConfidentialityIncident"]


@pytest.mark.parametrize(
    ("name", "query", "count"),
    [
        ("agreements", "q=zorg&role=processor", 1), ("agreements", "role=controller", 0),
        ("agreements", "from=2026-11-23", 0),
        ("requests", "right=erasure&q=zorg", 1), ("requests", "state=closed", 0), ("requests", "until=2026-11-21", 0),
        ("audits", "q=linde&sort=planned", 1), ("audits", "state=refused", 0), ("audits", "from=2026-11-22", 1),
        ("costs", "q=oorzaak&kind=breach&bearer=processor", 1), ("costs", "kind=audit", 0), ("costs", "until=2026-11-21", 0),
        ("subprocessors", "country=US", 1), ("subprocessors", "country=DE", 0), ("transfers", "basis=filed", 1),
        ("transfers", "basis=none&sort=country", 0),
        ("purposes", "q=tevredenheid&stance=allowed&sort=used", 1), ("purposes", "state=refused", 0),
        ("purposes", "until=2026-11-20", 0), ("agreements", "from=niets&role=niemand&sort=zo", 1),
    ],
)  # fmt: skip
def test_a_register_is_narrowed_by_its_address_on_screen_and_in_its_forms(name: str, query: str, count: int) -> None:
    given = world()
    page = signed_in(given.owner).get(f"{reverse('reports:register', args=(name,))}?{query}").content.decode()
    assert (SHOWN[name] in page.partition("<table")[2]) is (count > 0)
    assert len(list(csv.reader(io.StringIO(saved(given, name, "csv", query).decode("utf-8-sig"))))) == count + 1


@pytest.mark.parametrize("name", NAMES)
def test_what_concerns_some_agreements_leaves_out_the_rest(name: str) -> None:
    given, register = world(), catalogue.register(name)
    assert register is not None
    other = worlds.agreement(given.organisation, name="Gemeente Waterland")

    def count(agreement: Agreement) -> int:
        return register.found(given.organisation, Asked(agreements=(agreement.pk,)), NOW).count()

    ours = {"own-processing": 0}.get(name, 1)
    assert count(given.agreement) == ours
    assert count(other) == (1 if name in ("agreements", "processing") else 0)


@pytest.mark.parametrize("name", [each.name for each in catalogue.REGISTERS if not each.page])
def test_a_page_of_a_register_costs_as_many_queries_whatever_its_number_of_rows(
    name: str, django_assert_max_num_queries: Callable[[int], Any], django_assert_num_queries: Callable[[int], Any]
) -> None:
    given = world()
    client, place = signed_in(given.owner), reverse("reports:register", args=(name,))
    client.get(place)
    with django_assert_max_num_queries(40) as counted:
        client.get(place)
    for number in range(3):
        worlds.agreement(given.organisation, name=f"Waterschap {number}")
        request(given)
        cost(given, breach(given), number)
    with django_assert_num_queries(len(counted.captured_queries)):
        client.get(place)


def test_a_document_holds_so_many_rows_and_says_which_forms_hold_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "MOST_IN_A_DOCUMENT", 0)
    given = world()
    place = reverse("reports:export", args=("costs", "pdf"))
    answer = signed_in(given.owner).get(f"{place}?q=oorzaak", follow=True)
    assert answer.redirect_chain[0][0] == f"{reverse('reports:register', args=('costs',))}?q=oorzaak"
    assert "XLSX" in answer.content.decode()


@pytest.mark.parametrize("place", ["people", "breaches"])
def test_what_is_no_register_here_is_not_found(place: str) -> None:
    given = world()
    client: Client = signed_in(given.owner)
    assert client.get(f"/registers/{place}/export/docx/").status_code == 404


def test_the_page_of_all_registers_counts_each_and_leads_to_each_form() -> None:
    given = world()
    page = signed_in(given.owner).get(reverse("reports:index")).content.decode()
    for register in catalogue.REGISTERS:
        assert str(register.title) in page
        assert all(address(register, form) in page for form in formats.FORMS)
