"""The agreement held against itself: terms, definitions, recitals, annexes, periods, suppliers and signatures."""

import pytest

from art28.checking.check import check
from art28.checking.model import Finding
from core.checking.agreements import agreement_read_in

_NL = """Verwerkersovereenkomst

De ondergetekenden:
1. Zonnehoek Zorg B.V., gevestigd te Almelo, ingeschreven onder KvK-nummer 11111111, hierna: Verwerkingsverantwoordelijke; en
2. Roosterwerk B.V., gevestigd te Borne, ingeschreven onder KvK-nummer 22222222, hierna: Verwerker;

Overwegende dat:
a. Verwerker roostersoftware levert;
b. partijen de wet naleven;

Artikel 1. Definities
1.1 Diensten: de levering van roostersoftware.
1.2 {definition}

Artikel 2. Afspraken
2.1 {clause}

Artikel 3. Einde
3.1 Na beëindiging wist Verwerker alle persoonsgegevens.

{annex}
"""


def _found(
    clause: str = "Partijen voeren de Diensten uit.", definition: str = "", annex: str = ""
) -> dict[str, Finding]:
    text = _NL.format(clause=clause, definition=definition or "Software: het programma van Verwerker.", annex=annex)
    return {finding.id: finding for finding in check(agreement_read_in(text)).findings}


def _starts(found: dict[str, Finding], name: str) -> bool:
    return any(key.startswith(name) for key in found)


def test_a_party_that_goes_by_three_terms_is_a_finding() -> None:
    found = _found("De Verwerkingsverantwoordelijke betaalt. De Klant tekent. De Opdrachtgever beslist.")
    assert "coherence.terms.controller" in found
    assert "coherence.terms.controller" not in _found("Verwerkingsverantwoordelijke betaalt en tekent.")


def test_a_term_that_is_nearly_that_of_a_party_is_a_finding() -> None:
    clause = "Verwerkingsverantwoordelijke beslist. {} betaalt. Verwerkingsverantwoordelijke tekent."
    assert _starts(_found(clause.format("Verwerkingsverantwordelijke")), "drafting.misspelt.")
    assert not _starts(_found(clause.format("Verwerkingsverantwoordelijken")), "drafting.misspelt.")


def test_a_term_that_is_defined_and_not_used_is_a_finding() -> None:
    assert (
        "Kwartaalbericht"
        in _found(definition="Kwartaalbericht: het bericht per kwartaal.")[
            "coherence.definitions.unused"
        ].message.values["terms"]
    )
    used = _found("Verwerker stuurt het Kwartaalbericht.", "Kwartaalbericht: het bericht per kwartaal.")
    assert "Kwartaalbericht" not in used.get("coherence.definitions.unused", _none()).message.values.get("terms", "")


def _none() -> Finding:
    return _found()["gdpr.h_audit_and_inspection"]


def test_a_recital_that_does_not_say_what_it_is_cited_for_is_a_finding() -> None:
    wrong = _found("Verwerker verwerkt gegevens voor de diensten bedoeld in overweging b.")
    assert _starts(wrong, "coherence.reference.recital.")
    assert not _starts(
        _found("Verwerker verwerkt gegevens voor de diensten bedoeld in overweging a."), "coherence.reference.recital."
    )


@pytest.mark.parametrize(
    ("clause", "is_wrong"),
    [
        ("Verwerker beveiligt de gegevens met maatregelen als bedoeld in artikel 36 AVG.", True),
        ("Verwerker beveiligt de gegevens met maatregelen als bedoeld in artikel 32 AVG.", False),
        ("Verwerker houdt zich aan artikel 36 AVG.", False),
        ("Verwerker helpt de melding op te stellen als zij de AP krachtens artikel 36 AVG raadpleegt.", False),
    ],
)
def test_an_article_of_the_law_about_something_else_is_a_finding(clause: str, is_wrong: bool) -> None:
    assert _starts(_found(clause), "coherence.reference.law.") is is_wrong


_ANNEXES = "Bijlage 1 Gegevens\nNaam en adres.\n\nBijlage 2 Maatregelen\nToegang met een pasje.{}\n"


def test_a_list_that_is_said_to_be_in_an_annex_and_is_not_is_a_finding() -> None:
    clause = "De lijst van subverwerkers is opgenomen in Bijlage 2."
    assert _starts(_found(clause, annex=_ANNEXES.format("")), "coherence.annex.lacks_subprocessors")
    there = _ANNEXES.format("\nSubverwerker: Wolkenhuis B.V.")
    assert not _starts(_found(clause, annex=there), "coherence.annex.lacks_subprocessors")


def test_the_annex_where_there_are_two_is_a_finding() -> None:
    assert _starts(_found("Zie de bijlage.", annex=_ANNEXES.format("")), "coherence.annex.unnumbered")
    assert not _starts(_found("Zie de bijlage 2.", annex=_ANNEXES.format("")), "coherence.annex.unnumbered")


def test_an_annex_that_is_only_a_link_is_a_finding() -> None:
    link = "Bijlage 1 Voorwaarden\nZie https://voorwaarden.example/algemeen\n"
    assert _starts(_found(annex=link), "drafting.annex.link")
    assert not _starts(_found(annex=_ANNEXES.format("")), "drafting.annex.link")


def test_a_period_of_an_annex_that_the_end_does_not_know_is_a_finding() -> None:
    kept = "Bijlage 1 Gegevens\nBewaartermijn: zeven jaar na afloop.\n"
    assert "coherence.retention.against_end" in _found(annex=kept)
    assert "coherence.retention.against_end" not in _found(annex=_ANNEXES.format(""))


def test_words_that_stand_twice_are_one_finding() -> None:
    assert _found("Verwerker bewaart de de gegevens.")["drafting.doubled_words"].message.values["words"] == "de de"
    assert "drafting.doubled_words" not in _found()


def test_an_agreement_that_starts_on_signature_needs_a_place_to_sign() -> None:
    clause = "Deze overeenkomst treedt in werking op de datum van ondertekening."
    assert "drafting.parties.no_signatures" in _found(clause)
    signed = _found(clause, annex="Ondertekening\nNaam: A. de Wit\nDatum: 3 maart 2025\nHandtekening:\n")
    assert "drafting.parties.no_signatures" not in signed


def test_a_party_that_is_not_named_is_a_finding() -> None:
    nameless = (
        "Verwerkersovereenkomst\n\nArtikel 1. Afspraken\n1.1 Verwerker werkt voor Verwerkingsverantwoordelijke.\n"
    )
    found = {finding.id for finding in check(agreement_read_in(nameless)).findings}
    assert "drafting.parties.parties_nameless" in found
    assert not _starts(_found(), "drafting.parties.parties_nameless")
