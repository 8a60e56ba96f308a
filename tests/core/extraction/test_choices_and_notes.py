"""Boxes of which one is ticked, forms on dotted lines, and terms in note form beside their label."""

import pytest

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.extraction.layout.boxes import choices_in
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.extraction.clauses import agreement_of, value_of

TICKED = """VERWERKERSOVEREENKOMST

Partij 1 (hierna: "de School")
Naam: ............. Stichting De Zandloper
Bezoekadres: ...... Lindelaan 4
Postcode en plaats: 8441 BX Heerenveen
KvK-nummer: ....... 41004477
Vertegenwoordigd door: mevrouw P. Terpstra
Functie: .......... rector

Partij 2 (hierna: "de Leverancier")
Naam: ............. Roosterwijs B.V.
Bezoekadres: ...... Kanaalweg 17
Postcode en plaats: 3526 KL Utrecht
KvK-nummer: ....... 51447780
Functie: .......... ………………

Artikel 1 Partijen

De School is verwerkingsverantwoordelijke, de Leverancier is verwerker.

Artikel 2 Datalekken

2.1 De Leverancier meldt een inbreuk in verband met persoonsgegevens aan de School binnen
[ ] 12 uur
[x] 36 uur
[ ] 48 uur nadat hij haar heeft ontdekt.

Artikel 3 Betrokkenen

3.1 De betrokkenen zijn:
[x] leerlingen
[ ] ouders
[x] docenten

Artikel 4 Andere verwerkers

4.1 Kies:
( ) Algemeen: de Leverancier mag andere verwerkers inschakelen, als hij dat vooraf meldt.
(x) Specifiek: de Leverancier schakelt een andere verwerker pas in na schriftelijke toestemming van de School.
"""


@pytest.fixture(scope="module")
def ticked() -> Agreement:
    return agreement_of(TICKED, preamble="")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("controller.name", "Stichting De Zandloper"),
        ("controller.street", "Lindelaan 4"),
        ("controller.representative_role", "rector"),
        ("processor.name", "Roosterwijs B.V."),
        ("processor.registration", "51447780"),
        ("processor.representative_role", None),
        ("breach.deadline", "PT36H"),
        ("breach.clock_starts", ("discovery",)),
        ("processing.data_subjects", ("leerlingen", "docenten")),
        ("subprocessors.authorisation", "specific"),
        ("subprocessors.change_notice", None),
    ],
)
def test_only_what_was_ticked_or_filled_in_is_read(ticked: Agreement, key: str, value: object) -> None:
    assert ticked.value(key) == value


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Kies:\n[x] a\n[ ] b", "Kies:\n- a\n"),
        ("Kies:\n[ ] a\n[ ] b", "Kies:\n[ ] a\n[ ] b"),
        ("Gevoelig: ☐ ja ☒ nee", "Gevoelig: nee"),
        ("☐ ja ☐ nee", "☐ ja ☐ nee"),
        ("binnen\n(x) 2 dagen\n( ) 3 dagen\nna ontdekking.", "binnen 2 dagen na ontdekking."),
        ("binnen\n( ) 2 dagen\n(x) 3 dagen na ontdekking.", "binnen 3 dagen na ontdekking."),
        ("(x) is het tiende punt\n(xi) is het elfde", "(x) is het tiende punt\n(xi) is het elfde"),
    ],
)
def test_a_choice_keeps_its_ticked_options(text: str, read: str) -> None:
    pieces, at = [], 0
    for start, end, instead in choices_in(text):
        pieces += [text[at:start], instead]
        at = end
    assert "".join((*pieces, text[at:])) == read


def _noted(*rows: str) -> str:
    """A page with terms in note form: a topic in the first cell, what is agreed in the second."""
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    return f"<table>{body}</table>"


NOTES = (
    "Onderwerp|Wat is afgesproken",
    "Gebruik|Verwerker gebruikt de gegevens alleen zoals Verantwoordelijke opdraagt. Uitzondering: een wettelijke plicht.",
    "Datalek|Melden bij Verantwoordelijke: binnen 30 uur na ontdekking. Melden aan de AP: door Verantwoordelijke. "
    "Kosten: voor Verwerker.",
    "Onderaannemers|Alleen na akkoord vooraf van Verantwoordelijke. Dezelfde plichten doorleggen. "
    "Verwerker blijft verantwoordelijk.",
    "Buiten de EER|Niet zonder toestemming.",
    "Controle|Eens per jaar, 3 weken vooraf aankondigen, door een externe deskundige.",
    "Voorrang|Deze overeenkomst gaat vóór de hoofdovereenkomst.",
    "Recht|Nederlands recht; rechtbank Gelderland.",
)


@pytest.fixture(scope="module")
def notes() -> Agreement:

    page = (
        "<html><body><h1>Verwerkersovereenkomst</h1><table><tr><td></td><td>Verantwoordelijke</td><td>Verwerker</td></tr>"
        "<tr><td>Naam</td><td>Stichting Klokhuis</td><td>Radarwerk B.V.</td></tr>"
        "<tr><td>KvK</td><td>41880022</td><td>61220077</td></tr>"
        "<tr><td>Tekenbevoegde</td><td>B. Tol, penningmeester</td><td>S. Maas</td></tr></table>"
        f"<h2>Afspraken</h2>{_noted(*NOTES)}</body></html>"
    )
    return extract(read_document(page.encode(), name="noted.html", limits=Limits()))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("controller.name", "Stichting Klokhuis"),
        ("controller.representative", "B. Tol"),
        ("controller.representative_role", "penningmeester"),
        ("processor.registration", "61220077"),
        ("processor.representative_role", None),
        ("instructions.only_on_instruction", True),
        ("instructions.legal_exception", True),
        ("breach.deadline", "PT30H"),
        ("breach.authority_notifier", "controller"),
        ("breach.costs", "processor"),
        ("subprocessors.authorisation", "specific"),
        ("subprocessors.flow_down", True),
        ("subprocessors.processor_liable", True),
        ("transfers.rule", "with_consent"),
        ("audit.right", True),
        ("audit.max_frequency", "P1Y"),
        ("audit.notice", "P3W"),
        ("audit.auditor", "independent_third_party"),
        ("term.precedence", "this_agreement"),
        ("law.governing", "NL"),
        ("law.court", "rechtbank Gelderland"),
    ],
)
def test_notes_are_read_under_their_label(notes: Agreement, key: str, value: object) -> None:
    assert notes.value(key) == value


@pytest.mark.parametrize(
    ("note", "key"),
    [
        ("Onderaannemers: zie bijlage 2.", "subprocessors.authorisation"),
        ("Buiten de EER: zie bijlage 3.", "transfers.rule"),
        ("Voorrang: de hoofdovereenkomst gaat vóór deze overeenkomst.", "term.amendment"),
    ],
)
def test_a_note_that_says_otherwise_settles_nothing(note: str, key: str) -> None:
    assert value_of(key, "Bijlage 1 Kerngegevens", note) is None


def test_a_note_that_denies_an_audit_says_the_opposite() -> None:
    assert value_of("audit.right", "Bijlage 1 Kerngegevens", "Audit: geen audit toegestaan.") is False
