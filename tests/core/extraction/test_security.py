"""Measures, standards, who may change what, review and what is not warranted (Art. 32)."""

import pytest

from core.extraction.clauses import preamble_of, value_of

DESCRIBED, STANDARDS, CHANGE = "security.measures_described", "security.standards", "security.measures_change"
REVIEW, DISCLAIMED = "security.periodic_review", "security.effectiveness_disclaimed"


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (
            DESCRIBED,
            "nl",
            "De technische en organisatorische maatregelen van Verwerker zijn omschreven in bijlage 3.",
            True,
        ),
        (DESCRIBED, "en", "The security measures of the Processor are listed in Annex B.", True),
        (DESCRIBED, "nl", "Verwerker treft passende technische en organisatorische maatregelen.", None),
        (STANDARDS, "nl", "Verwerker is gecertificeerd volgens ISO 27001 en NEN 7510.", ("ISO27001", "NEN7510")),
        (
            STANDARDS,
            "nl",
            "Verwerker treft maatregelen zoals beschreven in Bijlage 2 en is gecertificeerd volgens NEN 7510.",
            ("NEN7510",),
        ),
        (STANDARDS, "nl", "Verwerker is gecertificeerd volgens een gangbare norm, zoals ISO 27001.", None),
        (STANDARDS, "en", "The Processor maintains a SOC 2 report.", ("SOC2",)),
        (STANDARDS, "nl", "De datacenters van onze hostingpartij zijn ISO 27001 gecertificeerd.", None),
        (STANDARDS, "nl", "Verwerker is nog niet gecertificeerd voor ISO 27001.", None),
        (STANDARDS, "en", "The Processor may provide a certificate such as ISO 27001.", None),
        (CHANGE, "nl", "Verwerker mag de beveiligingsmaatregelen naar eigen inzicht aanpassen.", "processor_alone"),
        (
            CHANGE,
            "nl",
            "Verwerker kan de beveiligingsmaatregelen wijzigen en zal Verwerkingsverantwoordelijke "
            "daarover informeren.",
            "processor_with_notice",
        ),
        (CHANGE, "en", "The Processor may modify the security measures.", "processor_alone"),
        (CHANGE, "en", "The security measures may be changed only if both parties have agreed.", "mutual"),
        (CHANGE, "nl", "Verwerker zal de maatregelen in stand houden en zo nodig aanpassen.", None),
        (REVIEW, "nl", "Verwerker evalueert de beveiligingsmaatregelen ieder jaar.", True),
        (REVIEW, "en", "The Processor shall regularly test and evaluate its security measures.", True),
        (REVIEW, "nl", "Wachtwoorden worden periodiek aangepast en toegangsrechten regelmatig beoordeeld.", None),
        (DISCLAIMED, "nl", "Verwerker garandeert niet dat de beveiliging te allen tijde doeltreffend is.", True),
        (DISCLAIMED, "en", "The Processor does not warrant that the security is effective in all circumstances.", True),
        (DISCLAIMED, "nl", "Verwerker garandeert een passend beveiligingsniveau.", None),
    ],
)
def test_security(key: str, language: str, clause: str, value: object) -> None:
    assert value_of(key, clause, preamble=preamble_of(language)) == value
