"""What looks find where a rule doesn't: duties in other words under a title that names their topic, and nothing that only looks so."""

from typing import NamedTuple

import pytest

from art28.checking.check import check
from art28.checking.provisions.otherwise import looks
from art28.checking.requirements import requirements
from core.checking.agreements import agreement_in

_WE = "Verwerkersovereenkomst\ntussen Alfa B.V., hierna: u (de verwerkingsverantwoordelijke), en Beta B.V., hierna: wij (de verwerker)"
_THEY = (
    "Verwerkersovereenkomst\ntussen Alfa B.V., hierna: Verwerkingsverantwoordelijke, en Beta B.V., hierna: Verwerker"
)
_ENGLISH = "Data processing agreement\nbetween Alfa Ltd, the Controller, and Beta Ltd, the Processor"


class Case(NamedTuple):
    requirement: str
    status: str
    parties: str
    text: str
    lacking: tuple[str, ...] = ()


_CASES = (
    Case("d_flow_down", "met", _WE, "## Leveranciers\n\nMet elk van hen geldt een contract waarin dezelfde eisen staan."),
    Case("d_flow_down", "partial", _WE, "## Leveranciers\n\nMet elk van hen geldt een contract met passende afspraken.", ("same_duties",)),
    Case("d_flow_down", "missing", _WE, "## Leveranciers\n\nMet elk van hen drinken we eens per jaar koffie."),
    Case("d_liability_for_sub", "met", _THEY, "## Welke bedrijven helpen ons?\n\nGaat het daar mis, dan is Verwerker daarvoor verantwoordelijk."),
    Case("d_liability_for_sub", "missing", _THEY, "## Welke bedrijven helpen ons?\n\nGaat het daar mis, dan is Verwerkingsverantwoordelijke daarvoor verantwoordelijk."),
    Case("d_prior_authorisation", "met", _ENGLISH, "## 4. Vendors\n\nThe Controller agrees to the firms named in the annex."),
    Case("d_prior_authorisation", "partial", _ENGLISH, "## 4. Vendors\n\nThe Processor uses other firms.", ("authorisation",)),
    Case("d_change_notice_and_objection", "met", _WE, "## Partners\n\nKomt er een partij bij? Dan mailen wij u een maand van tevoren. Bent u het er niet mee eens, dan laat u dat weten."),
    Case("d_change_notice_and_objection", "partial", _WE, "## Partners\n\nKomt er een partij bij? Dan mailen wij u een maand van tevoren.", ("objection",)),
    Case("e_data_subject_rights", "partial", _WE, "## 8. Vragen\n\nKlopt een inwoner bij ons aan, dan verwijzen wij die naar u.", ("help",)),
    Case("g_existing_copies", "met", _WE, "## 9. Daarna\n\nWij wissen alles, ook bij onze leveranciers."),
    Case("g_existing_copies", "missing", _WE, "## 9. Daarna\n\nWij maken elke nacht reservekopieën, ook bij onze leveranciers."),
    Case("a_transfers_on_instruction", "met", _WE, "- **Land.** Alles staat in Nederland."),
    Case("a_transfers_on_instruction", "missing", _WE, "- **Land.** Alle gegevens staan bij voorkeur in de EU."),
    Case("h_information", "met", _ENGLISH, "## 9. Checking\n\nOn request the Controller gets all information that it needs to see that the Processor complies."),
    Case("h_information", "missing", _ENGLISH, "## 9. Checking\n\nThe Controller checks its invoices."),
    Case("breach_content", "met", _THEY, "## 6. Datalekken\n\n6.1 **Inhoud.** Aard van het lek, getroffen gegevens en aantallen, contactpunt, gevolgen, maatregelen."),
    Case("breach_content", "missing", _THEY, "## 6. Datalekken\n\n6.1 **Register.** Verwerker neemt maatregelen en houdt een register bij."),
    Case("breach_without_undue_delay", "met", _THEY, "## 6. Datalekken\n\n6.1 **Termijn.** Melding vindt plaats binnen 24 uur."),
    Case("breach_without_undue_delay", "missing", _THEY, "## 6. Datalekken\n\n6.1 **Termijn.** Verwerkingsverantwoordelijke meldt binnen 72 uur aan de autoriteit."),
    Case("data_subject_categories", "met", _THEY, "## 2. Gegevens\n\n2.1 **Betrokkenen.** Leerlingen en instructeurs."),
    Case("c_security", "missing", _THEY, "## 5. Beveiliging\n\nVerwerkingsverantwoordelijke neemt passende maatregelen op zijn eigen laptops."),
    Case("f_security_assist", "met", _THEY, "## 5. Beveiliging\n\nVerwerker denkt mee als Verwerkingsverantwoordelijke zijn eigen beveiliging doorlicht."),
    Case("h_infringement_warning", "met", _WE, "## Mogen wij iets anders?\n\nVraagt u iets dat volgens ons niet mag van de AVG, dan zeggen wij dat meteen."),
)  # fmt: skip
_AFTER = "\n\n## 20. Slot\n\nGeldig recht.\n\n## 21. Geschillen\n\nUtrecht.\n"


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.requirement}-{case.status}")
def test_a_title_names_the_topic_of_what_stands_under_it(case: Case) -> None:
    found = check(agreement_in(f"{case.parties}\n\n{case.text}{_AFTER}")).verdicts
    verdict = next(one for one in found if one.requirement == case.requirement)
    assert (verdict.status.value, verdict.lacking) == (case.status, case.lacking)
    assert verdict.citations or case.status == "missing"


def test_looks_state_elements_that_their_requirements_have() -> None:
    assert looks().keys() <= requirements().keys()
    for name, each in looks().items():
        assert {look.element for look in each} <= {"", *requirements()[name].elements}
        assert all(look.where in ("", "missing", "partial") and look.beside in ("", "list", "duty") for look in each)
