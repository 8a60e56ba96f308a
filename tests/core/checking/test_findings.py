"""Findings: what a careful reader flags besides the law, each with a near miss that is no flaw."""

from datetime import date

import pytest

from art28.checking.check import check
from art28.checking.model import Finding, Kind
from core.checking.agreements import agreement_in

_CLAUSES = """Verwerkersovereenkomst

Artikel 1. Onderwerp
1.1 Verwerker levert een roosterprogramma aan Verwerkingsverantwoordelijke en verwerkt daarbij persoonsgegevens.
1.2 {second}

Artikel 2. Instructies
2.1 Verwerker verwerkt uitsluitend op schriftelijke instructie van Verwerkingsverantwoordelijke.
{third}

Artikel 3. Slot
3.1 Op deze overeenkomst is Nederlands recht van toepassing.
"""


def _found(
    second: str = "Partijen werken samen.", third: str = "2.2 Instructies worden bewaard."
) -> tuple[Finding, ...]:
    checked = check(agreement_in(_CLAUSES.format(second=second, third=third)))
    return tuple(
        finding
        for finding in checked.findings
        if finding.kind is not Kind.GDPR and not finding.id.startswith("drafting.parties.")
    )


@pytest.mark.parametrize(
    "left_open",
    [
        "De contactpersoon is [NAAM CONTACTPERSOON].",
        "De contactpersoon is <naam>, bereikbaar via <telefoonnummer>.",
        "De contactpersoon is «Contactpersoon».",
        "De contactpersoon is {{contactpersoon}}.",
        "De contactpersoon is ______________.",
        "De contactpersoon is ……………………….",
        "De prijs is XX euro.",
    ],
)
def test_a_blank_left_open_is_one_finding_for_its_provision(left_open: str) -> None:
    (finding,) = _found(second=left_open)
    assert (finding.id, finding.kind, finding.provision) == ("drafting.blank.1.2", Kind.DRAFTING, "1.2")
    assert all(citation.text in left_open for citation in finding.citations)


@pytest.mark.parametrize(
    "no_blank",
    [
        "De lijst staat op [de website](https://voorbeeld.example/lijst).",
        "Schrijf naar <privacy@voorbeeld.example>.",
        "Het vakje [x] is aangekruist.",
        "De termijn ... is een maand.",
    ],
)
def test_links_addresses_and_ticked_boxes_are_no_blanks(no_blank: str) -> None:
    assert _found(second=no_blank) == ()


def test_a_choice_not_made_is_a_finding() -> None:
    (finding,) = _found(second="Verwerker acht de maatregelen [voldoende/onvoldoende].")
    assert finding.id == "drafting.choice.1.2"


def test_a_drafting_instruction_left_in_is_a_finding() -> None:
    (finding,) = _found(second="De gegevens zijn (in te vullen door klant) naam en adres.")
    assert finding.id == "drafting.instruction.1.2"


def test_a_repealed_law_cited_as_law_is_one_finding_with_every_place() -> None:
    (finding,) = _found(second="Verwerker leeft de Wbp na.", third="2.2 De Wet bescherming persoonsgegevens geldt.")
    assert (finding.id, finding.provision) == ("drafting.repealed.nl-wbp", "1.2, 2.2")
    assert [citation.text for citation in finding.citations] == ["Wbp", "Wet bescherming persoonsgegevens"]


def test_a_repealed_law_told_as_history_is_no_flaw() -> None:
    assert _found(second="De AVG geldt, voorheen de Wet bescherming persoonsgegevens.") == ()


def test_a_law_is_no_flaw_before_it_was_repealed() -> None:
    agreement = agreement_in(_CLAUSES.format(second="De Wbni is van toepassing.", third="2.2 Dat is alles."))
    ids = {
        on: {finding.id for finding in check(agreement, on=on).findings} for on in (date(2025, 1, 1), date(2026, 9, 1))
    }
    assert "drafting.repealed.nl-wbni" not in ids[date(2025, 1, 1)]
    assert "drafting.repealed.nl-wbni" in ids[date(2026, 9, 1)]


def test_a_number_used_twice_is_a_finding() -> None:
    (finding,) = _found(third="2.1 Verwerker bewaart de instructies.")
    assert (finding.id, finding.provision) == ("coherence.numbering.doubled.2.1", "2.1")


def test_a_number_left_out_is_a_finding() -> None:
    (finding,) = _found(third="2.3 Verwerker bewaart de instructies.")
    assert finding.id == "coherence.numbering.skipped.2.2"


def test_a_reference_to_a_provision_that_does_not_exist_is_a_finding() -> None:
    (finding,) = _found(second="Partijen houden zich aan artikel 9 van deze verwerkersovereenkomst.")
    assert finding.id == "coherence.reference.provision.9"


@pytest.mark.parametrize(
    "reference", ["artikel 3 van deze verwerkersovereenkomst", "artikel 32 AVG", "artikel 9 van de Hoofdovereenkomst"]
)
def test_a_reference_to_what_exists_or_to_another_text_is_no_flaw(reference: str) -> None:
    assert _found(second=f"Partijen houden zich aan {reference}.") == ()


@pytest.mark.parametrize(("title", "is_wrong"), [("Subverwerkers", True), ("Bewaring", False), ("AVG", False)])
def test_a_reference_that_calls_its_provision_by_the_title_of_another_is_a_finding(title: str, is_wrong: bool) -> None:
    third = "2.2 Bewaring. Verwerker bewaart de aanwijzingen."
    found = _found(second=f"Verwerker houdt zich aan artikel 2.2 ({title}).", third=third)
    assert [finding.id for finding in found] == (["coherence.reference.title.2.2"] if is_wrong else [])


def test_a_reference_to_an_annex_that_is_missing_is_a_finding() -> None:
    (finding,) = _found(second="De maatregelen staan in Bijlage 2.")
    assert (finding.id, finding.citations[0].text) == ("coherence.reference.annex.bijlage-2", "Bijlage 2")


def test_a_clause_that_stands_twice_is_a_finding() -> None:
    clause = (
        "Verwerkingsverantwoordelijke staat ervoor in dat de opdracht tot verwerking rechtmatig is "
        "en geen rechten van anderen schendt."
    )
    (finding,) = _found(second=clause, third=f"2.2 {clause}")
    assert (finding.id, finding.provision) == ("coherence.repeated.2.2", "1.2, 2.2")


def test_every_requirement_that_is_not_met_is_a_finding_with_its_article() -> None:
    checked = check(agreement_in(_CLAUSES.format(second="Partijen werken samen.", third="2.2 Dat is alles.")))
    wanted = {verdict.requirement for verdict in checked.verdicts if verdict.status != "met"}
    found = {finding.requirement: finding for finding in checked.findings if finding.kind is Kind.GDPR}
    assert found.keys() == wanted
    assert all(finding.article and finding.id == f"gdpr.{name}" for name, finding in found.items())


def test_the_most_serious_findings_come_first() -> None:
    severities = [
        finding.severity for finding in check(agreement_in(_CLAUSES.format(second="[NAAM]", third=""))).findings
    ]
    assert severities == sorted(severities, key=["high", "medium", "low"].index)
