"""The contents of an agreement beside its text, and the links where it refers to itself."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from art28.document.flow import flow_of
from art28.extraction.prepare import prepare
from art28.reading.limits import Limits
from art28.reading.read import read_document
from art28.web.accounts.rights import Role
from art28.web.agreements import actions, contents, outlining, queries
from art28.web.agreements.contents import Entry
from art28.web.agreements.models import Agreement, TextStructure
from art28.web.agreements.pump import pump
from web.people import Tenant, tenant
from web.samples import TEXT, read_agreement

pytestmark = pytest.mark.django_db

REFERRING = f"""{TEXT}
3.2 De kosten worden gedeeld als bedoeld in artikel 2 lid 1, behoudens artikel 3.9 en Bijlage 4.

3.3 De controle staat in Bijlage 1.

Artikel 4. Begrippen

Storing: een inbreuk als bedoeld in artikel 2.1.

Ondertekening

Naam: ______
Handtekening: ______

Bijlage 1. Controle

1.1 De controle duurt een dag.
"""


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


@pytest.fixture
def agreement(ours: Tenant) -> Agreement:
    return read_agreement(ours, REFERRING)


def page(ours: Tenant, agreement: Agreement, **query: str) -> str:
    answer = ours.client(Role.OWNER).get(reverse("agreements:detail", args=[agreement.pk]), query)
    assert answer.status_code == 200
    return answer.content.decode()


def outline(entries: tuple[Entry, ...], depth: int = 0) -> list[str]:
    return [
        line
        for each in entries
        for line in (
            f"{'  ' * depth}{' '.join(filter(None, (each.number, each.title)))}",
            *outline(each.under, depth + 1),
        )
    ]


def test_the_contents_are_those_of_the_agreement(agreement: Agreement) -> None:
    text = queries.structured_text_of(agreement)
    assert text is not None
    with override("nl"):
        shown = outline(contents.contents_of(text).entries)
    assert shown == [
        "Aanhef",
        "Artikel 1. Verwerking",
        "  1.1 Verwerker verwerkt Persoonsgegevens uitsluitend op basis van…",
        "Artikel 2. Datalekken",
        "  2.1 Verwerker meldt een inbreuk in verband met persoonsgegevens…",
        "Artikel 3. Audit",
        "  3.1 Verwerkingsverantwoordelijke heeft het recht een audit te laten…",
        "  3.2 De kosten worden gedeeld als bedoeld in artikel 2 lid 1…",
        "  3.3 De controle staat in Bijlage 1",
        "Artikel 4. Begrippen",
        "  Storing",
        "Ondertekening",
        "Bijlage 1. Controle",
        "  1.1 De controle duurt een dag",
    ]


def test_every_link_of_the_page_leads_to_a_place_on_it(ours: Tenant, agreement: Agreement) -> None:
    shown = page(ours, agreement)
    places = re.findall(r' id="([^"]+)"', shown)
    assert len(set(places)) == len(places)
    leading = re.findall(r'href="#(b\d+)"', shown)
    assert len(leading) > 10
    assert set(leading) <= set(places)


def test_a_reference_is_a_link_to_what_it_names(ours: Tenant, agreement: Agreement) -> None:
    shown = page(ours, agreement)
    (leads,) = re.findall(r'<a class="reference" href="#(b\d+)"[^>]*>artikel 2 lid 1</a>', shown)
    words = re.sub(r"</?(?:mark|span|a)\b[^>]*>", "", shown)
    assert re.search(rf' id="{leads}">2\.1 Verwerker meldt', words)


def test_a_reference_that_leads_nowhere_says_so(ours: Tenant, agreement: Agreement) -> None:
    shown = page(ours, agreement)
    lost = dict(re.findall(r'<span class="lost"[^>]*data-note="([^"]+)"[^>]*>([^<]+)</span>', shown))
    assert lost == {
        "Bijlage 4 staat niet in dit bestand.": "Bijlage 4",
        "Deze overeenkomst kent geen bepaling 3.9.": "artikel 3.9",
    }
    assert 'id="leads-nowhere"' in shown


def test_the_structure_is_kept_and_made_anew_at_each_reading(ours: Tenant, agreement: Agreement) -> None:
    kept = TextStructure.objects.get(text__agreement=agreement)
    TextStructure.objects.filter(pk=kept.pk).update(parts=[])
    actions.read_again(agreement, actor=ours.actor(), now=timezone.now())
    pump(now=timezone.now(), limit=10)
    assert TextStructure.objects.get(text__agreement=agreement).parts == kept.parts


def test_a_text_that_was_read_before_structures_were_kept_has_the_same_contents(
    ours: Tenant, agreement: Agreement
) -> None:
    text = queries.structured_text_of(agreement)
    assert text is not None
    kept = outlining.structure_of_text(text)
    TextStructure.objects.all().delete()
    text = queries.structured_text_of(agreement)
    assert text is not None
    assert outlining.structure_of_text(text) == kept


def test_the_structure_costs_no_query(ours: Tenant, agreement: Agreement) -> None:
    client = ours.client(Role.OWNER)
    counts = []
    for each in (agreement, read_agreement(ours, TEXT, "kort.txt")):
        address = reverse("agreements:detail", args=[each.pk])
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_what_an_agreement_calls_its_parts_is_escaped(ours: Tenant) -> None:
    hostile = read_agreement(ours, REFERRING.replace("Artikel 3. Audit", "Artikel 3. <img src=x>"), "kwaad.txt")
    shown = page(ours, hostile)
    assert "Artikel 3. &lt;img src=x&gt;" in shown
    assert "<img" not in shown


def test_paragraphs_stand_under_the_title_that_says_their_number() -> None:
    page = (
        "<h1>Addendum</h1><h2>1. SCOPE</h2><p>1.1 This applies.</p><h2>2. STAFF</h2><p>2.1 Staff are bound.</p>"
        "<p>2.2 Staff are trained.</p><h2>3. AUDIT</h2><p>3.1 Audits are allowed.</p>"
    )
    reading = prepare(flow_of(read_document(page.encode(), name="x.html", limits=Limits())))
    parts = [(part["t"], [each["n"] for each in part["c"]]) for part in outlining.parts_of(reading)]
    assert parts[-3:] == [("1. SCOPE", ["1.1"]), ("2. STAFF", ["2.1", "2.2"]), ("3. AUDIT", ["3.1"])]


def test_a_title_that_says_another_number_keeps_its_own_paragraphs() -> None:
    title = {"k": "article", "n": "", "t": "4. STAFF", "at": 0, "c": []}
    untitled = {"k": "article", "n": "4", "t": "", "at": 9, "c": []}
    assert outlining._goes_on(title, untitled)
    assert not outlining._goes_on({**title, "t": "4.1 Staff"}, untitled)
    assert not outlining._goes_on({**title, "t": "40. Staff"}, untitled)
    assert not outlining._goes_on(title, {**untitled, "t": "Audit"})
