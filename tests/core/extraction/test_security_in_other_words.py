"""Security in the many wordings of real paper, in four languages: measures, who changes them, review, standards, limits."""

import pytest

from core.extraction.clauses import preamble_of, value_of

DESCRIBED, CHANGE, REVIEW = "security.measures_described", "security.measures_change", "security.periodic_review"
DISCLAIMED, STANDARDS = "security.effectiveness_disclaimed", "security.standards"
NL, EN, DE, FR = "nl", "en", "de", "fr"
ALONE, NOTICE, MUTUAL = "processor_alone", "processor_with_notice", "mutual"


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (DESCRIBED, NL, "Verwerker heeft de volgende maatregelen getroffen: een firewall, encryptie en back-ups.", True),
        (DESCRIBED, NL, "De actuele maatregelen staan beschreven op rekenhuis.example/beveiliging.", True),
        (DESCRIBED, DE, 'Der Auftragsverarbeiter trifft die unter "Anhang 1" beschriebenen technischen Maßnahmen.', True),
        (DESCRIBED, EN, "The measures as described in part 3 shall not be altered.", True),
        (DESCRIBED, NL, "Verwerker treft passende technische maatregelen.", None),
        (CHANGE, NL, "Verwerker mag de beveiligingsmaatregelen zonder bericht aan Klant wijzigen.", ALONE),
        (CHANGE, NL, "Verwerker vervangt maatregelen zonder dat Klant daarvan bericht krijgt.", ALONE),
        (CHANGE, NL, "Het staat Verwerker vrij de maatregelen aan te passen. Grote aanpassingen meldt hij aan Klant.",
        NOTICE),
        (CHANGE, NL, "Wijziging van een maatregel vergt de schriftelijke instemming van beide partijen.", MUTUAL),
        (CHANGE, NL, "Partijen passen de maatregelen in onderling overleg aan.", MUTUAL),
        (CHANGE, EN, "The protective measures shall not be altered without the written agreement of both parties.", MUTUAL),
        (CHANGE, NL, "Klant mag de maatregelen niet wijzigen.", None),
        (REVIEW, DE, "Der Auftragsverarbeiter kontrolliert regelmäßig die Wirksamkeit der Maßnahmen.", True),
        (REVIEW, EN, "The working of the measures is tested and evaluated at least every twelve months.", True),
        (REVIEW, FR, "Le Sous-traitant procède chaque semestre à un test de l'efficacité des mesures.", True),
        (REVIEW, NL, "Verwerker test jaarlijks de back-ups van de beveiliging.", None),
        (DISCLAIMED, FR, "Le Sous-traitant ne garantit pas que ces mesures écartent toute atteinte.", True),
        (DISCLAIMED, DE, "Ein absoluter Schutz durch Sicherheitsmaßnahmen ist nicht möglich.", True),
        (DISCLAIMED, NL, "Verwerker garandeert de beveiliging van het datacenter niet.", None),
        (STANDARDS, EN, "The Processor has been certified under ISO 27001 since 2021.", ("ISO27001",)),
        (STANDARDS, DE, "Der Auftragsverarbeiter unterhält ein Qualitätsmanagement nach ISO 9001.", ("ISO9001",)),
        (STANDARDS, NL, "Verwerker werkt volgens NEN 7510; de datacenters hebben een SOC 2-verklaring.", ("NEN7510",)),
        (STANDARDS, EN, "Hosting takes place in data centers whose operators hold ISO 27701 certificates.", None),
        (STANDARDS, NL, "Een certificering tegen NEN 7510 bestaat niet.", None),
    ],
)  # fmt: skip
def test_a_wording_is_read_by_its_sense(key: str, language: str, clause: str, value: object) -> None:
    assert value_of(key, clause, preamble=preamble_of(language)) == value


def test_an_article_on_security_need_not_name_the_measures_again() -> None:
    clauses = (
        "Artikel 4 Beveiliging",
        "4.1 Verwerker treft maatregelen.",
        "4.2 Verwerker evalueert hun toereikendheid jaarlijks.",
        "4.3 Wijziging van bijlage B behoeft de schriftelijke instemming van beide partijen.",
    )
    assert value_of(REVIEW, *clauses) is True
    assert value_of(CHANGE, *clauses) == MUTUAL
