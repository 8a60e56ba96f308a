"""Who stands behind suppliers: the list, narrowed and saved, one of them, and a breach there."""

import io
from typing import Any

import openpyxl
import pypdfium2
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from art28.web.accounts.rights import Role
from art28.web.agreements.models import Direction
from art28.web.breaches.models import Breach
from web.breaches import world as worlds
from web.people import Tenant, tenant

Record = dict[str, Any]
pytestmark = pytest.mark.django_db
ANKER: Record = {"name": "Anker Hosting B.V.", "service": "hosting", "established_in": "NL", "processing_in": ["NL"]}
ABROAD: Record = {
    "name": "anker hosting bv",
    "service": "back-up",
    "established_in": None,
    "processing_in": ["NL", "IN"],
}
BAKEN: Record = {"name": "Baken <Mail>", "service": "verzending", "established_in": "DE", "processing_in": ["DE"]}
FILE = "?form=xlsx"


@pytest.fixture
def ours() -> Tenant:
    given = tenant("wilgenborg")
    _supplier(given, "Zorgsoft B.V.", [ANKER, BAKEN], rule="with_safeguards")
    _supplier(given, "Beeldlijn B.V.", [ABROAD], rule="not_outside_eea")
    _supplier(given, "Stille Post B.V.", [])
    worlds.agreement(given.organisation, {"subprocessors.list": [{"name": "Van een klant"}]}, name="Stichting Klant")
    return given


def _supplier(given: Tenant, name: str, listed: list[Record], *, rule: str = "") -> None:
    said = {**({"subprocessors.list": listed} if listed else {}), **({"transfers.rule": rule} if rule else {})}
    worlds.agreement(given.organisation, said, name=name, direction=Direction.CONTROLLER)


def _page(ours: Tenant, **asked: str) -> html.HtmlElement:
    return html.fromstring(ours.client(Role.AUDITOR).get(reverse("chains:behind"), asked).content)


def _text(element: html.HtmlElement) -> str:
    return " ".join(str(element.xpath("string()")).split())


def _named(page: html.HtmlElement) -> list[str]:
    return [str(name) for name in page.xpath("//td[@class='name']/a/text()")]


def test_the_list_names_everybody_behind_suppliers_the_most_shared_first(ours: Tenant) -> None:
    page = _page(ours)
    assert _named(page) == ["Anker Hosting B.V.", "Baken <Mail>"]
    text = _text(page)
    assert (
        "2 subverwerkers in 3 overeenkomsten met leveranciers · 1 achter meer dan één leverancier · 1 buiten de EER"
        in text
    )
    assert "Beeldlijn B.V., Zorgsoft B.V." in text
    assert "Van een klant" not in text
    assert page.xpath("//details[@id='silent']//li/a/text()") == ["Stille Post B.V."]
    assert len(page.xpath("//figure//*[local-name()='path']")) == 3


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "baken"}, ["Baken <Mail>"]),
        ({"q": "beeldlijn back-up"}, ["Anker Hosting B.V."]),
        ({"q": "duitsland"}, ["Baken <Mail>"]),
        ({"where": "outside"}, ["Anker Hosting B.V."]),
        ({"through": "shared"}, ["Anker Hosting B.V."]),
        ({"q": "niemand"}, []),
        ({"sort": "name", "where": "'"}, ["Anker Hosting B.V.", "Baken <Mail>"]),
    ],
)
def test_it_is_narrowed_by_words_place_and_number_of_suppliers(
    ours: Tenant, asked: dict[str, str], found: list[str]
) -> None:
    assert _named(_page(ours, **asked)) == found


def test_the_file_has_a_row_for_each_agreement_that_names_one(ours: Tenant) -> None:
    answer = ours.client(Role.AUDITOR).get(reverse("chains:behind") + FILE + "&q=anker")
    (sheet,) = openpyxl.load_workbook(io.BytesIO(b"".join(answer))).worksheets
    rows = [tuple(cell or "" for cell in row) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert [row[:6] for row in rows] == [
        ("Anker Hosting B.V.", "Beeldlijn B.V.", "anker hosting bv", "back-up", "Nederland, India", "ja"),
        ("Anker Hosting B.V.", "Zorgsoft B.V.", "Anker Hosting B.V.", "hosting", "Nederland", "nee"),
    ]


def test_the_reports_of_the_chain_have_them_too(ours: Tenant) -> None:
    client = ours.client(Role.AUDITOR)
    answer = client.get(reverse("chains:export", args=["xlsx"]))
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer)))["Achter de leveranciers"]
    assert [(row[0], row[1]) for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        ("Anker Hosting B.V.", "Beeldlijn B.V."),
        ("Anker Hosting B.V.", "Zorgsoft B.V."),
        ("Baken <Mail>", "Zorgsoft B.V."),
    ]
    document = pypdfium2.PdfDocument(client.get(reverse("chains:export", args=["pdf"])).content)
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    assert "Achter de leveranciers" in text
    assert "Anker Hosting B.V. back-up; hosting Beeldlijn B.V., Zorgsoft B.V." in text


def test_one_of_them_shows_what_each_agreement_says_and_where_one_contradicts_itself(ours: Tenant) -> None:
    answer = ours.client(Role.AUDITOR).get(reverse("chains:one_behind", args=["ankerhosting"]))
    rows = [_text(row) for row in html.fromstring(answer.content).iter("tr")][1:]
    assert "haar eigen lijst noemt een land buiten de EER" in rows[0]
    assert "geen adequaatheidsbesluit" in rows[0]
    assert "haar eigen lijst" not in rows[1]


def test_a_breach_there_touches_the_agreements_of_the_suppliers_that_name_it(ours: Tenant) -> None:
    client = ours.client(Role.OWNER)
    address = reverse("breaches:new") + "?behind=ankerhosting"
    page = html.fromstring(client.get(address).content)
    assert page.xpath("//details[@class='aside']//li/text()") == ["Beeldlijn B.V.", "Zorgsoft B.V."]
    assert page.xpath("//input[@name='origin' and @checked]/@value") == ["sub_processor"]
    assert "2 overeenkomsten van leveranciers die Anker Hosting B.V. noemen" in _text(page)
    told = {"title": "Inbraak bij Anker", "aware_at": "2026-11-20T10:00", "long_ago": "on", "aware_reason": "melding"}
    answer = client.post(address, {**told, "origin": "sub_processor"})
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    (breach,) = Breach.objects.filter(organisation=ours.organisation)
    assert breach.at_sub_processor
    assert sorted(breach.touched.values_list("agreement__counterparty_name", flat=True)) == [
        "Beeldlijn B.V.",
        "Zorgsoft B.V.",
    ]


def test_who_stands_behind_nobody_leads_back_to_the_choice(ours: Tenant) -> None:
    client = ours.client(Role.OWNER)
    page = client.get(reverse("breaches:new") + "?behind=niemand").content.decode()
    assert 'name="agreement"' in page
    assert reverse("chains:behind") in page
    assert client.get(reverse("chains:one_behind", args=["niemand"])).status_code == 404


def test_without_suppliers_the_page_says_what_would_stand_there(ours: Tenant) -> None:
    theirs = tenant("maanzicht")
    page = theirs.client(Role.OWNER).get(reverse("chains:behind")).content.decode()
    assert "zodra er overeenkomsten zijn met wie voor u verwerkt" in page
    _supplier(theirs, "Stille Post B.V.", [])
    page = theirs.client(Role.OWNER).get(reverse("chains:behind")).content.decode()
    assert "Dat wil niet zeggen dat er geen is" in page


def test_it_costs_the_same_number_of_queries_at_any_size(ours: Tenant) -> None:
    client, counts = ours.client(Role.OWNER), []
    for number in range(2):
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("chains:behind"))
        counts.append(len(asked))
        _supplier(ours, f"Leverancier {number}", [ANKER, {"name": f"Hulp {number}"}])
    assert counts[0] == counts[1]
