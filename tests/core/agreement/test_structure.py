"""The agreement as a tree, and its cross-references with where they lead."""

from art28.agreement.crossreferences import cross_references, leading_nowhere
from art28.agreement.passages import Reading
from art28.agreement.structure import Kind, Node, structure_of
from art28.document.flow import flow_of
from art28.extraction.prepare import prepare
from art28.reading.limits import Limits
from art28.reading.read import read_document

AGREEMENT = """Verwerkersovereenkomst

Partijen: Afnemer en Leverancier.

Artikel 1. Begrippen

Storing: een inbreuk in verband met persoonsgegevens.

Dienst: de hosting, bedoeld in bijlage 1.

Artikel 2. Plichten van Verwerker

2.1 Verwerker:
a) houdt de gegevens geheim;
b) beveiligt ze, en wel:
- bij opslag;
- bij vervoer;
c) werkt mee aan een audit als bedoeld in artikel 3 lid 2.

2.1.1 Geheim blijft geheim, ook na het einde; de artikelen 3.1 en 9.4 blijven gelden.

Artikel 3. Audit

1. Verwerkingsverantwoordelijke mag jaarlijks controleren, zoals artikel 28 AVG voorschrijft.

2. De kosten draagt Verwerkingsverantwoordelijke.

Ondertekening

Naam: ______
Handtekening: ______

Bijlage 1. Verwerkingen

Namen van medewerkers.

Bijlage 2. Formulier

Wat is er gebeurd?
Wanneer is het ontdekt?
Hoeveel personen treft het?
Zijn er kinderen bij? ja / nee
"""


def _reading(text: str) -> Reading:
    return prepare(flow_of(read_document(text.encode(), name="x.txt", limits=Limits())))


def _shape(nodes: tuple[Node, ...]) -> list[object]:
    return [
        (node.kind.value, node.number or node.heading, _shape(node.children))
        if node.children
        else (node.kind.value, node.number or node.heading)
        for node in nodes
    ]


def test_articles_paragraphs_items_definitions_and_annexes_make_a_tree() -> None:
    tree = structure_of(_reading(AGREEMENT))
    assert [node.kind for node in tree] == [
        Kind.PREAMBLE,
        Kind.ARTICLE,
        Kind.ARTICLE,
        Kind.ARTICLE,
        Kind.SIGNATURES,
        Kind.ANNEX,
        Kind.QUESTIONNAIRE,
    ]
    assert _shape(tree[1].children) == [("definition", "Storing"), ("definition", "Dienst")]
    assert _shape(tree[2].children) == [
        (
            "paragraph",
            "2.1",
            [("item", "a"), ("item", "b", [("item", "-"), ("item", "-")]), ("item", "c"), ("paragraph", "2.1.1")],
        )
    ]
    assert _shape(tree[3].children) == [("paragraph", "3.1"), ("paragraph", "3.2")]
    assert [node.number for node in tree[5:]] == ["Bijlage 1", "Bijlage 2"]


def test_a_node_holds_its_children() -> None:
    def within(node: Node) -> bool:
        return all(node.start <= child.start and child.end <= node.end and within(child) for child in node.children)

    assert all(within(node) for node in structure_of(_reading(AGREEMENT)))


def test_the_rows_of_a_table_are_one_node() -> None:
    page = (
        "<h1>Overeenkomst</h1><h2>Artikel 1. Gegevens</h2><p>1.1 Verwerkt worden:</p>"
        "<table><tr><th>Wie</th><th>Wat</th></tr><tr><td>leden</td><td>namen</td></tr></table>"
    )
    reading = prepare(flow_of(read_document(page.encode(), name="x.html", limits=Limits())))
    article = next(node for node in structure_of(reading) if node.kind is Kind.ARTICLE)
    (paragraph,) = article.children
    assert [child.kind for child in paragraph.children] == [Kind.TABLE]


def test_references_lead_to_the_clause_that_they_name() -> None:
    found = {
        one.name: one.clause.number or one.clause.article if one.clause else None
        for one in cross_references(_reading(AGREEMENT))
    }
    assert found == {"bijlage 1": "Bijlage 1", "3.2": "3.2", "3.1": "3.1", "9.4": None}


def test_what_stands_in_a_law_is_no_cross_reference() -> None:
    assert "28" not in {one.name for one in cross_references(_reading(AGREEMENT))}


def test_a_reference_leads_nowhere_where_the_agreement_numbers_what_it_lacks() -> None:
    numbered = """Overeenkomst

Artikel 1. Plicht
1.1 Verwerker houdt de gegevens geheim, zie artikel 2.9 en bijlage 7.
1.2 De duur volgt uit artikel 8.1.
Artikel 2. Audit
2.1 Controleren mag.
2.2 Kosten draagt ieder zelf.
2.3 Verslag volgt.
Artikel 3. Einde
3.1 Na afloop wordt gewist.
"""
    assert [one.name for one in leading_nowhere(_reading(numbered))] == ["2.9", "bijlage 7"]
