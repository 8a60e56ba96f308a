"""The chain of an organisation: gaps by its role in each agreement, its picture, its reports, and who may see it."""

import io
from dataclasses import replace

import openpyxl
import pypdfium2
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from django.utils import translation
from lxml import html

from art28.comparing.chain import State
from art28.comparing.picture import picture
from art28.web.accounts.rights import Role
from art28.web.agreements.models import Direction
from art28.web.chains import queries, report, showing
from art28.web.chains.folding import FIRST
from web.addresses import EVERYBODY, OK, Row, names
from web.breaches import world as worlds
from web.people import NOW, Tenant, tenant

pytestmark = pytest.mark.django_db
ROWS = (
    Row("get", "chains:index", EVERYBODY, OK, elsewhere=OK),
    Row("get", "chains:export", EVERYBODY, OK, "xlsx", elsewhere=OK),
    Row("get", "chains:behind", EVERYBODY, OK, elsewhere=OK),
    Row("get", "chains:one_behind", EVERYBODY, OK, "diepgrond"),
)
SUBJECTS = {"": (), "xlsx": ("xlsx",), "diepgrond": ("diepgrond",)}
WORLDWIDE = [{"name": "Diepgrond", "processing_in": ["EEA", "worldwide"]}]
SUPPLIERS = [{"name": "Rekenwolk GmbH", "processing_in": ["DE", "US"]}]


@pytest.fixture
def ours() -> Tenant:
    given = tenant("veldlicht")
    customer = {"breach.deadline": "PT24H", "end.deadline": "P30D", "audit.right": True}
    worlds.agreement(given.organisation, {**customer, "subprocessors.list": SUPPLIERS}, name="Stichting <Zon>")
    supplier = {"breach.deadline": "PT48H", "end.deadline": "P14D"}
    worlds.agreement(given.organisation, supplier, name="Rekenwolk GmbH", direction=Direction.CONTROLLER)
    return given


def test_a_supplier_that_promises_less_than_a_customer_was_promised_is_a_gap(ours: Tenant) -> None:
    chain = queries.chain_of(ours.organisation, on=NOW.date()).chain
    by_key = {each.key: each for each in chain.standings}
    assert by_key["breach.deadline"].state is State.SHORT
    assert by_key["breach.deadline"].customer.name == "Stichting <Zon>"
    assert by_key["end.deadline"].state is State.HELD
    assert [(place.country, place.in_eea) for place in chain.places] == [("DE", True), ("US", False)]


def test_the_page_says_what_closes_a_gap_what_is_left_and_draws_the_chain(ours: Tenant) -> None:
    page = ours.client(Role.AUDITOR).get(reverse("chains:index")).content.decode()
    assert "Spreek met Rekenwolk GmbH af: Meldtermijn, 24 uur" in page
    assert "24 uur te lang" in page
    assert "16 dagen" not in page
    assert "16 dagen" in ours.client(Role.AUDITOR).get(reverse("chains:index"), {"show": "slack"}).content.decode()
    assert "<svg" in page
    assert "Stichting &lt;Zon&gt;" in page
    assert "<Zon>" not in page


def test_a_supplier_that_processes_worldwide_beside_a_promise_of_the_eea_is_seen_in_picture_and_list(
    ours: Tenant,
) -> None:
    worlds.agreement(ours.organisation, {"transfers.rule": "not_outside_eea"}, name="Stichting Maan")
    upstream = {"transfers.rule": "not_outside_eea", "subprocessors.list": WORLDWIDE}
    worlds.agreement(ours.organisation, upstream, name="Mailmolen B.V.", direction=Direction.CONTROLLER)
    page = ours.client(Role.AUDITOR).get(reverse("chains:index")).content.decode()
    closing = "Spreek met Mailmolen B.V. af waar wordt verwerkt: alleen EER; nu: wereldwijd (via Diepgrond)"
    assert closing in page
    assert "verwerkt in: wereldwijd (via Diepgrond)" in page
    assert 'Mailmolen B.V.<tspan class="short"> ▲1</tspan> <tspan class="quiet">EER</tspan> ' in page
    assert '<tspan class="short">wereldwijd</tspan>' in page
    assert not {"worldwide", "EEA"} & set(str(html.fromstring(page).xpath("string()")).split())


def test_suppliers_that_no_customer_was_told_of_are_not_said_to_keep_anything() -> None:
    apart = tenant("veldlicht")
    worlds.agreement(apart.organisation, {"breach.deadline": "PT24H", "subprocessors.list": SUPPLIERS}, name="Zon")
    books = {"breach.deadline": "PT72H"}
    worlds.agreement(apart.organisation, books, name="Boekmolen B.V.", direction=Direction.CONTROLLER)
    page = apart.client(Role.AUDITOR).get(reverse("chains:index")).content.decode()
    assert "Geen van deze leveranciers is aan een klant als subverwerker genoemd" in page
    assert "geen tekort" not in page
    document = pypdfium2.PdfDocument(apart.client(Role.AUDITOR).get(reverse("chains:export", args=["pdf"])).content)
    said = " ".join("".join(sheet.get_textpage().get_text_range() for sheet in document).split())
    assert "viel dus niets tegen elkaar te houden" in said


def test_the_picture_is_drawn_for_wide_and_for_narrow_screens(ours: Tenant) -> None:
    page = html.fromstring(ours.client(Role.AUDITOR).get(reverse("chains:index")).content)
    drawn = {
        svg.get("class"): str(svg.xpath("string()")) for svg in page.findall(".//figure[@class='chain-picture']/svg")
    }
    assert set(drawn) == {"wide", "narrow"}
    assert all("Rekenwolk GmbH ▲" in words and "Stichting <Zon>" in words for words in drawn.values())


@pytest.fixture
def many(ours: Tenant) -> Tenant:
    """Sixty suppliers that are slower than any customer was promised, two of them in deletion too."""
    worlds.agreement(ours.organisation, {"breach.deadline": "PT12H", "end.deadline": "P1D"}, name="Klant van allen")
    for number in range(60):
        said = {"breach.deadline": "PT72H", "subprocessors.notice_period": "P14D"}
        said |= {"end.deadline": "P90D"} if number < 2 else {"end.deadline": "P1D"}
        worlds.agreement(ours.organisation, said, name=f"Leverancier {number:02}", direction=Direction.CONTROLLER)
    return ours


def _page(given: Tenant, **asked: str | int) -> html.HtmlElement:
    return html.fromstring(given.client(Role.AUDITOR).get(reverse("chains:index"), asked).content)


def _suppliers(page: html.HtmlElement) -> list[str]:
    return [str(each.text) for each in page.xpath(".//table[contains(@class, 'chain-rows')]//a[@class='main']")]


def test_gaps_are_folded_by_kind_the_worst_open_with_its_first_rows_and_a_link_to_all(many: Tenant) -> None:
    folds = _page(many).xpath("//*[@class='folds']/details")
    assert [fold.findtext(".//b") for fold in folds] == [
        "Meldtermijn",
        "Termijn voor teruggave of wissing",
        "Recht op audit",
    ]
    assert [fold.get("open") is not None for fold in folds] == [True, False, False]
    assert "Strengste toezegging: 12 uur" in folds[0].text_content()
    assert len(_suppliers(folds[0])) == FIRST
    link = folds[0].find("p/a")
    assert (link.text, link.get("href")) == ("Alle 61 leveranciers", "?duty=breach.deadline#gaps")
    assert not folds[1].findall("p/a")


def test_one_kind_of_duty_is_shown_page_by_page(many: Tenant) -> None:
    first, second = (_page(many, duty="breach.deadline", page=number) for number in (1, 2))
    assert [len(_suppliers(page)) for page in (first, second)] == [50, 11]
    assert len({*_suppliers(first), *_suppliers(second)}) == 61
    assert "?duty=breach.deadline&page=2" in [each.get("href") for each in first.xpath("//*[@class='pager']//a")]


def test_one_supplier_is_shown_with_each_of_its_gaps_by_name(many: Tenant) -> None:
    page = _page(many, supplier="Leverancier 01")
    assert _suppliers(page) == ["Leverancier 01", "Leverancier 01"]
    assert [each.text for each in page.xpath("//td[@class='name']/span[@class='sub']")] == [
        "Termijn voor teruggave of wissing",
        "Meldtermijn",
    ]


def test_what_nobody_can_ask_for_finds_nothing_and_says_so(many: Tenant) -> None:
    assert "Hier is niets voor gevonden" in _page(many, supplier="' or 1=1", page="-3").text_content()


def test_numbers_are_written_as_the_reader_does(many: Tenant) -> None:
    chain = queries.chain_of(many.organisation, on=NOW.date()).chain
    large = replace(chain, customers=chain.customers[:1] * 4986)
    with translation.override("nl"):
        assert showing.counted(large)[0] == "4.986 overeenkomsten met klanten"
    assert "en 4.972 andere" in picture(large, "nl")
    assert "and 4,972 others" in picture(large, "en")


def test_another_organisation_has_a_chain_of_its_own(ours: Tenant) -> None:
    theirs = tenant("maanzicht")
    assert not queries.chain_of(theirs.organisation, on=NOW.date()).chain.suppliers
    assert "Rekenwolk" not in theirs.client(Role.OWNER).get(reverse("chains:index")).content.decode()


def test_it_costs_the_same_number_of_queries_at_any_size(ours: Tenant) -> None:
    client, counts = ours.client(Role.OWNER), []
    for number in range(2):
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("chains:index"))
        counts.append(len(asked))
        worlds.agreement(ours.organisation, {"breach.deadline": "PT12H"}, name=f"Klant {number}")
    assert counts[0] == counts[1]


def test_the_reports_hold_gaps_slack_and_countries(ours: Tenant) -> None:
    client = ours.client(Role.OWNER)
    answer = client.get(reverse("chains:export", args=["xlsx"]))
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer)))
    gaps, slack, countries, _behind = (list(sheet.iter_rows(min_row=2, values_only=True)) for sheet in book.worksheets)
    assert any(row[0] == "Meldtermijn" and row[1] == "Rekenwolk GmbH" for row in gaps)
    assert any("16 dagen" in str(row[5]) for row in slack)
    assert [row[0] for row in countries] == ["Verenigde Staten", "Duitsland"]
    document = pypdfium2.PdfDocument(client.get(reverse("chains:export", args=["pdf"])).content)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    assert "Rekenwolk GmbH" in text
    assert "24 uur te lang" in text


def test_the_report_draws_the_chain_and_says_how_many_suppliers_it_leaves_to_the_workbook(
    many: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "MOST_ROWS", 60)
    client = many.client(Role.OWNER)
    document = pypdfium2.PdfDocument(client.get(reverse("chains:export", args=["pdf"])).content)
    assert document[0].get_width() > document[0].get_height()
    said = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())
    assert "Rekenwolk GmbH ▲3 DE US" in said
    assert "Meldtermijn 61 leveranciers · Strengste toezegging: 12 uur" in said
    assert "En nog 41 leveranciers: het werkboek noemt ze alle." in said


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("chains:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(row: Row, ours: Tenant) -> None:
    said = {"subprocessors.list": WORLDWIDE}
    worlds.agreement(ours.organisation, said, name="Mailmolen B.V.", direction=Direction.CONTROLLER)
    row.hold(ours, tenant("maanzicht"), SUBJECTS)
    row.hold_for_visitor(SUBJECTS)
