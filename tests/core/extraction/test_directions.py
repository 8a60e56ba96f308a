"""Values that a hasty reader gets the wrong way round: consent or safeguards, a right waived or used, whose costs."""

import pytest

from art28.agreement.model import Value
from art28.extraction.extract import extract
from art28.extraction.naming.details import address_in
from art28.reading.limits import Limits
from art28.reading.markup.html import read_html
from core.extraction.clauses import DUTCH, ENGLISH, FRENCH, GERMAN, agreement_of, records_of, value_of


@pytest.mark.parametrize(
    ("value", "clause", "preamble"),
    [
        (
            "with_consent",
            "1.1 Verwerker geeft persoonsgegevens alleen door naar landen buiten de EER met voorafgaande "
            "toestemming van Verwerkingsverantwoordelijke en met inachtneming van hoofdstuk V van de AVG.",
            DUTCH,
        ),
        (
            "with_consent",
            "1.1 Verwerking buiten de EER is slechts toegestaan na schriftelijke toestemming van "
            "Verwerkingsverantwoordelijke. In dat geval zorgt Verwerker voor passende waarborgen als bedoeld in "
            "artikel 46 AVG.",
            DUTCH,
        ),
        (
            "with_consent",
            "1.1 Opslag is in Nederland. Verwerking elders in de Europese Economische Ruimte is toegestaan, "
            "daarbuiten niet, tenzij Verwerkingsverantwoordelijke dat vooraf goedvindt.",
            DUTCH,
        ),
        (
            "with_consent",
            "1.1 Processor shall not transfer personal data outside the EEA without the prior written consent of "
            "Controller and unless Chapter V of the GDPR is complied with.",
            ENGLISH,
        ),
        (
            "with_safeguards",
            "1.1 Processor shall not transfer personal data outside the EEA unless Controller has consented or "
            "standard contractual clauses have been entered into.",
            ENGLISH,
        ),
        (
            "with_consent",
            "1.1 Any transfer to a third country takes place only on documented instructions from Controller and "
            "in compliance with Chapter V of the GDPR.",
            ENGLISH,
        ),
        (
            "with_consent",
            "1.1 Jede Verlagerung in ein Drittland bedarf der vorherigen Zustimmung des Verantwortlichen und darf "
            "nur erfolgen, wenn die besonderen Voraussetzungen der Art. 44 ff. DSGVO erfüllt sind.",
            GERMAN,
        ),
        (
            "with_consent",
            "1.1 Tout transfert vers un pays tiers requiert l'accord préalable du Responsable de traitement et le "
            "respect du chapitre V du RGPD.",
            FRENCH,
        ),
        (
            "not_outside_eea",
            "1.1 Les données sont hébergées en France. Tout transfert hors de l'Espace économique européen est "
            "interdit.",
            FRENCH,
        ),
    ],
)
def test_consent_with_safeguards_is_consent(value: Value | None, clause: str, preamble: str) -> None:
    assert value_of("transfers.rule", clause, preamble=preamble) == value


@pytest.mark.parametrize(
    ("value", "clause", "preamble"),
    [
        (
            False,
            "1.1 Bij het einde van de overeenkomst geeft Verwerker de gegevens terug. Verwerker doet afstand van "
            "ieder retentierecht.",
            DUTCH,
        ),
        (
            False,
            "1.1 Bij het einde van de overeenkomst geeft Verwerker de gegevens terug, ook indien nog facturen "
            "openstaan.",
            DUTCH,
        ),
        (
            False,
            "1.1 Bij het einde van de overeenkomst geeft Verwerker de gegevens terug. Verwerker kan zich niet "
            "beroepen op een retentierecht of opschortingsrecht zolang facturen niet zijn betaald.",
            DUTCH,
        ),
        (
            False,
            "1.1 On termination Processor returns the data. Processor waives any lien or right of retention over "
            "the personal data.",
            ENGLISH,
        ),
        (
            False,
            "1.1 On termination Processor returns the data, whether or not any invoices remain unpaid.",
            ENGLISH,
        ),
        (
            False,
            "1.1 Nach Vertragsende gibt der Auftragsverarbeiter die Daten zurück. Ein Zurückbehaltungsrecht an "
            "den Daten ist ausgeschlossen.",
            GERMAN,
        ),
        (
            False,
            "1.1 Nach Vertragsende gibt der Auftragsverarbeiter die Daten heraus. Die Einrede des "
            "Zurückbehaltungsrechts wird hinsichtlich der Daten ausgeschlossen.",
            GERMAN,
        ),
        (
            False,
            "1.1 À la fin du contrat, le Sous-traitant restitue les données. La restitution ne peut être "
            "subordonnée au règlement de factures.",
            FRENCH,
        ),
        (
            False,
            "1.1 À la fin du contrat, le Sous-traitant restitue les données. Il renonce à tout droit de rétention.",
            FRENCH,
        ),
        (
            True,
            "1.1 Bij het einde van de overeenkomst geeft Verwerker de gegevens terug zodra alle openstaande "
            "facturen zijn betaald.",
            DUTCH,
        ),
        (
            True,
            "1.1 On termination Processor may retain the data until all outstanding invoices have been paid.",
            ENGLISH,
        ),
    ],
)
def test_a_right_of_retention_waived_or_used(value: Value | None, clause: str, preamble: str) -> None:
    assert value_of("end.withheld_until_payment", clause, preamble=preamble) == value


@pytest.mark.parametrize(
    ("value", "clause", "preamble"),
    [
        (
            "if_attributable",
            "9.1 Een boete die de Autoriteit Persoonsgegevens aan Verwerkingsverantwoordelijke oplegt, komt voor "
            "rekening van Verwerker voor zover deze aan Verwerker is toe te rekenen.",
            DUTCH,
        ),
        (
            "if_attributable",
            "9.1 Boetes van een toezichthouder vergoedt Verwerker niet, behalve voor zover deze aan Verwerker toe "
            "te rekenen zijn.",
            DUTCH,
        ),
        (
            "excluded",
            "9.1 Een boete die de toezichthouder aan Verwerkingsverantwoordelijke oplegt, blijft voor rekening "
            "van Verwerkingsverantwoordelijke.",
            DUTCH,
        ),
        (
            "excluded",
            "9.1 Bestuurlijke boetes die aan Verwerkingsverantwoordelijke worden opgelegd kunnen niet op "
            "Verwerker worden verhaald.",
            DUTCH,
        ),
        (
            "if_attributable",
            "9.1 Processor shall reimburse Controller for any fine imposed by a supervisory authority to the "
            "extent that it results from a breach attributable to Processor.",
            ENGLISH,
        ),
        (
            "if_attributable",
            "9.1 Ein gegen den Verantwortlichen verhängtes Bußgeld erstattet der Auftragsverarbeiter, soweit er "
            "den Verstoß zu vertreten hat.",
            GERMAN,
        ),
        (
            "if_attributable",
            "9.1 Une sanction pécuniaire prononcée contre le Responsable de traitement est remboursée par le "
            "Sous-traitant dans la mesure où elle lui est imputable.",
            FRENCH,
        ),
    ],
)
def test_who_bears_fines(value: Value | None, clause: str, preamble: str) -> None:
    assert value_of("liability.fines_on_processor", clause, preamble=preamble) == value


@pytest.mark.parametrize(
    ("value", "clause", "preamble"),
    [
        (
            "each_own",
            "5.1 Verwerker meldt een datalek aan Verwerkingsverantwoordelijke. De kosten van het herstel van een "
            "datalek in haar eigen systemen draagt Verwerker zelf. Kosten van Verwerkingsverantwoordelijke komen "
            "voor rekening van Verwerkingsverantwoordelijke.",
            DUTCH,
        ),
        (
            "each_own",
            "5.1 Verwerker meldt een datalek aan Verwerkingsverantwoordelijke. Iedere partij draagt haar eigen "
            "kosten van een datalek.",
            DUTCH,
        ),
        (
            "each_own",
            "5.1 Processor notifies Controller of a personal data breach. Each party bears its own costs in "
            "connection with a personal data breach.",
            ENGLISH,
        ),
        (
            "each_own",
            "5.1 Der Auftragsverarbeiter meldet Verletzungen des Schutzes personenbezogener Daten. Jede Partei "
            "trägt ihre im Zusammenhang mit einer Verletzung entstehenden Kosten selbst.",
            GERMAN,
        ),
        (
            "processor",
            "5.1 Die Kosten der Aufklärung einer Verletzung des Schutzes personenbezogener Daten trägt der "
            "Auftragsverarbeiter, wenn er die Verletzung zu vertreten hat.",
            GERMAN,
        ),
    ],
)
def test_whose_costs_of_a_breach(value: Value | None, clause: str, preamble: str) -> None:
    assert value_of("breach.costs", clause, preamble=preamble) == value


@pytest.mark.parametrize(
    ("value", "clause", "preamble"),
    [
        (
            "processor_if_noncompliant",
            "8.1 Verwerkingsverantwoordelijke mag een audit laten uitvoeren. De kosten van de audit zijn voor "
            "Verwerkingsverantwoordelijke, tenzij blijkt dat Verwerker de overeenkomst niet nakomt, in welk geval "
            "Verwerker de kosten draagt.",
            DUTCH,
        ),
        (
            None,
            "8.1 Verwerkingsverantwoordelijke mag een audit laten uitvoeren. Iedere partij draagt de eigen kosten "
            "van de audit.",
            DUTCH,
        ),
        (
            "processor_if_noncompliant",
            "8.1 Le Responsable de traitement peut réaliser un audit. Chaque partie supporte ses propres frais ; "
            "toutefois le Sous-traitant rembourse les frais du tiers lorsque l'audit révèle un manquement grave.",
            FRENCH,
        ),
        (
            "processor_if_noncompliant",
            "8.1 Verwerkingsverantwoordelijke mag een audit laten uitvoeren. De kosten van de auditor komen ten "
            "laste van Verwerkingsverantwoordelijke. Brengt de audit ernstige tekortkomingen aan het licht, dan "
            "vergoedt Verwerker deze kosten.",
            DUTCH,
        ),
    ],
)
def test_whose_costs_of_an_audit(value: Value | None, clause: str, preamble: str) -> None:
    assert value_of("audit.costs", clause, preamble=preamble) == value


@pytest.mark.parametrize(
    ("value", "clause", "preamble"),
    [
        (
            "suspicion_only",
            "8.1 Verwerkingsverantwoordelijke mag alleen een audit laten uitvoeren bij een concreet vermoeden van "
            "misbruik van persoonsgegevens.",
            DUTCH,
        ),
        (
            "suspicion_only",
            "8.1 Een audit vindt uitsluitend plaats indien Verwerkingsverantwoordelijke gegronde redenen heeft om "
            "te twijfelen aan de naleving door Verwerker.",
            DUTCH,
        ),
        (
            "suspicion_only",
            "8.1 Controller may audit Processor only where it has reasonable grounds to suspect non-compliance.",
            ENGLISH,
        ),
        (
            "both",
            "8.1 Verwerkingsverantwoordelijke mag eens per jaar een audit uitvoeren, en daarnaast bij een "
            "concreet vermoeden van een inbreuk.",
            DUTCH,
        ),
        (
            "suspicion_only",
            "8.1 Eine Prüfung durch den Verantwortlichen findet nur bei begründetem Verdacht eines Verstoßes statt.",
            GERMAN,
        ),
    ],
)
def test_whether_an_audit_needs_a_suspicion(value: Value | None, clause: str, preamble: str) -> None:
    assert value_of("audit.trigger", clause, preamble=preamble) == value


@pytest.mark.parametrize(
    ("value", "clause", "preamble"),
    [
        (
            "excluded_then_capped",
            "9.1 De aansprakelijkheid van Verwerker is uitgesloten. Mocht Verwerker toch aansprakelijk zijn, dan "
            "is de aansprakelijkheid beperkt tot € 10.000 per gebeurtenis.",
            DUTCH,
        ),
        (
            "excluded_then_capped",
            "9.1 Processor excludes all liability. If and to the extent liability cannot be excluded, it is "
            "limited to EUR 10,000 per event.",
            ENGLISH,
        ),
        (
            "capped",
            "9.1 De aansprakelijkheid van Verwerker is beperkt tot € 10.000. Aansprakelijkheid voor indirecte "
            "schade is uitgesloten.",
            DUTCH,
        ),
    ],
)
def test_liability_excluded_and_then_capped(value: Value | None, clause: str, preamble: str) -> None:
    assert value_of("liability.regime", clause, preamble=preamble) == value


@pytest.mark.parametrize(
    ("value", "clause", "preamble"),
    [
        (
            True,
            "2.1 Verwerker verwerkt de gegevens niet voor andere doeleinden. Het voorgaande laat onverlet dat "
            "Verwerker verbruiksgegevens mag gebruiken voor statistiek en voor het verbeteren van haar "
            "meetmethoden.",
            DUTCH,
        ),
        (
            True,
            "2.1 Processor does not use the personal data for its own purposes, except that it may use usage data "
            "to improve its products.",
            ENGLISH,
        ),
        (
            False,
            "2.1 Eine Nutzung zu eigenen Zwecken ist dem Auftragsverarbeiter untersagt.",
            GERMAN,
        ),
        (
            False,
            "2.1 Toute utilisation des données à des fins propres est interdite au Sous-traitant.",
            FRENCH,
        ),
        (
            False,
            "2.1 Verwerker gebruikt de gegevens niet voor eigen doeleinden, tenzij Verwerkingsverantwoordelijke "
            "daarvoor toestemming geeft.",
            DUTCH,
        ),
    ],
)
def test_a_use_of_its_own_banned_or_saved(value: Value | None, clause: str, preamble: str) -> None:
    assert value_of("processing.own_purposes", clause, preamble=preamble) == value


@pytest.mark.parametrize(
    ("value", "clause", "preamble"),
    [
        (
            None,
            "4.1 Verwerker is zelf niet gecertificeerd; het datacentrum waar zij de gegevens opslaat is "
            "gecertificeerd volgens ISO 27001.",
            DUTCH,
        ),
        (
            None,
            "4.1 De servers staan in een datacenter dat ISO 27001 gecertificeerd is.",
            DUTCH,
        ),
        (
            None,
            "4.1 Data are hosted with a provider that is certified to ISO 27001.",
            ENGLISH,
        ),
        (
            ("ISO27001",),
            "4.1 Le Sous-traitant est certifié ISO 27001 pour ses activités ; l'hébergement est confié à un "
            "hébergeur certifié HDS.",
            FRENCH,
        ),
        (
            None,
            "4.1 Das Rechenzentrum ist nach ISO 27001 zertifiziert.",
            GERMAN,
        ),
        (
            None,
            "4.1 Een ISO-certificaat hebben wij niet (onze hostingpartij wel, ISO 27001).",
            DUTCH,
        ),
        (
            ("ISO27001",),
            "4.1 Verwerker is gecertificeerd volgens ISO 27001 en maakt gebruik van datacenters in Nederland.",
            DUTCH,
        ),
    ],
)
def test_whose_certificate_it_is(value: Value | None, clause: str, preamble: str) -> None:
    assert value_of("security.standards", clause, preamble=preamble) == value


@pytest.mark.parametrize(
    ("value", "clause", "preamble"),
    [
        (
            500000,
            "9.1 De aansprakelijkheid van Verwerker is beperkt tot € 500.000 per jaar. Verwerker is verzekerd tot "
            "een bedrag van € 2.500.000 per gebeurtenis.",
            DUTCH,
        ),
        (
            500000,
            "9.1 The liability of Processor is limited to EUR 500,000 per year. Processor maintains professional "
            "liability insurance with cover of up to EUR 5,000,000 per event.",
            ENGLISH,
        ),
        (
            500000,
            "9.1 Die Haftung des Auftragsverarbeiters ist auf 500.000 Euro je Jahr begrenzt. Er unterhält eine "
            "Betriebshaftpflichtversicherung mit einer Deckungssumme von bis zu 3.000.000 Euro.",
            GERMAN,
        ),
        (
            3000000,
            "9.1 Le Sous-traitant répond des dommages directs, dans la limite de 1 500 000 euros par sinistre et "
            "de 3 000 000 euros par année.",
            FRENCH,
        ),
    ],
)
def test_what_is_insured_is_no_cap(value: Value | None, clause: str, preamble: str) -> None:
    assert value_of("liability.cap", clause, preamble=preamble) == value


@pytest.mark.parametrize(
    ("value", "clause", "preamble"),
    [
        (
            "Overeenkomst Levering Zaaksysteem",
            "1.1 Deze verwerkersovereenkomst hoort bij de Overeenkomst Levering Zaaksysteem, waarop de GIBIT 2020 "
            "van toepassing is.",
            DUTCH,
        ),
        (
            "Raamovereenkomst Jeugdhulp",
            "1.1 Partijen sloten de Raamovereenkomst Jeugdhulp. Daarop zijn de ARVODI-2018 van toepassing. Deze "
            "verwerkersovereenkomst is daar een bijlage bij.",
            DUTCH,
        ),
        (
            "GIBIT 2020",
            "1.1 Op deze verwerkersovereenkomst is de GIBIT 2020 van toepassing.",
            DUTCH,
        ),
    ],
)
def test_an_agreement_outranks_the_terms_on_it(value: Value | None, clause: str, preamble: str) -> None:
    assert value_of("main_agreement.reference", clause, preamble=preamble) == value


@pytest.mark.parametrize(
    ("value", "last"),
    [
        (
            "processor_if_noncompliant",
            "Blijkt daaruit dat Verwerker de overeenkomst niet naleeft, dan zijn zij voor Verwerker.",
        ),
        ("processor_if_noncompliant", "Als Verwerker in gebreke blijkt, komen zij voor rekening van Verwerker."),
        ("controller", "Blijkt daaruit dat Verwerker de overeenkomst niet naleeft, dan herstelt hij dat."),
    ],
)
def test_costs_that_the_next_sentence_turns_round(value: str, last: str) -> None:
    right = "8.1 Verwerkingsverantwoordelijke mag een audit uitvoeren."
    clause = f"{right} De kosten van de audit zijn voor Verwerkingsverantwoordelijke. {last}"
    assert value_of("audit.costs", clause) == value


@pytest.mark.parametrize(
    ("clause", "per", "scope"),
    [
        (
            "9.1 Le Sous-traitant répond des dommages directs, dans la limite de 10 000 euros par année.",
            "year",
            "dommages directs",
        ),
        ("9.1 La responsabilité du Sous-traitant est limitée à 10 000 euros par sinistre.", "event", None),
    ],
)
def test_a_french_limit_by_its_period_and_kind_of_damage(clause: str, per: str, scope: str | None) -> None:
    (limit,) = records_of(agreement_of(clause, preamble=FRENCH), "liability.limits")
    assert limit == {"basis": "fixed", "amount": 10000, "per": per, "scope": scope}


LIST = "7.1 Verwerker schakelt de volgende sub-verwerkers in:\n\n{rows}"


def test_a_listed_company_with_its_country_and_its_task_in_words() -> None:
    rows = "- Dakwerk B.V. in Nederland, voor de hosting\n- Postvink SAS in Frankrijk, voor het verzenden van brieven"
    records = records_of(agreement_of(LIST.format(rows=rows)), "subprocessors.list")
    assert [(r["name"], r["service"], r["established_in"]) for r in records] == [
        ("Dakwerk B.V.", "hosting", "NL"),
        ("Postvink SAS", "verzenden van brieven", "FR"),
    ]


def test_a_table_that_was_left_open_lists_nobody() -> None:
    page = (
        "<h1>Verwerkersovereenkomst</h1><p>Kade B.V. (Verwerkingsverantwoordelijke) en Rekenhuis B.V. (Verwerker) komen "
        "dit overeen.</p>"
        "<h2>1. Hulp</h2><p>1.1 Verwerker schakelt sub-verwerkers in volgens Bijlage 1.</p><h2>Bijlage "
        "1</h2><p><b>Sub-verwerkers:</b></p>"
        "<table><tr><th>Naam</th><th>Vestigingsplaats</th><th>Werkzaamheden</th></tr><tr><td>[●]</td><td>[●]</td><td>[●]</td></tr></table>"
    )
    agreement = extract(read_html(page, name="t.html", sha256="0" * 64, limits=Limits()))
    assert agreement.value("subprocessors.list") is None


def test_an_irish_address_has_its_district_with_the_city() -> None:
    found = {d.field: d.value for d in address_in("with registered office at 14 Weir Quay Upper, Dublin 7, Ireland")}
    assert found == {"street": "14 Weir Quay Upper", "city": "Dublin 7"}


@pytest.mark.parametrize(
    ("key", "value", "clause", "preamble"),
    [
        (
            "breach.deadline",
            "PT36H",
            "5.1 Der Auftragsverarbeiter meldet Datenpannen spätestens 36 Stunden nach Kenntniserlangung.",
            GERMAN,
        ),
        (
            "breach.deadline",
            None,
            "5.1 Der Verantwortliche meldet Datenpannen der Aufsichtsbehörde binnen 72 Stunden nach Kenntnis.",
            GERMAN,
        ),
        (
            "audit.evidence_deadline",
            "P5D",
            "8.1 Der Verantwortliche darf prüfen. Der Auftragsverarbeiter legt Zertifikate und Prüfberichte vor, und zwar "
            "innerhalb von fünf Werktagen nach Anforderung.",
            GERMAN,
        ),
        (
            "security.measures_change",
            "processor_with_notice",
            "4.1 Der Auftragsverarbeiter darf die Maßnahmen anpassen; er teilt dies dem Verantwortlichen vorher mit.",
            GERMAN,
        ),
        (
            "security.measures_change",
            "processor_with_notice",
            "4.1 Le Sous-traitant peut faire évoluer les mesures de sécurité sans en réduire le niveau ; il en avertit le "
            "Responsable de traitement à l'avance.",
            FRENCH,
        ),
        (
            "security.measures_change",
            "processor_alone",
            "4.1 Le Sous-traitant peut modifier les mesures de sécurité sans en avertir le Responsable de traitement.",
            FRENCH,
        ),
        (
            "term.lasts",
            "while_processing",
            "1.1 Le présent accord s'applique aussi longtemps que le Sous-traitant conserve des données.",
            FRENCH,
        ),
        (
            "term.starts",
            "with_main_agreement",
            "1.1 Le présent accord prend effet à la date de notification du marché.",
            FRENCH,
        ),
        (
            "subprocessors.authorisation",
            "specific",
            "7.1 Unterauftragnehmer dürfen nur mit schriftlicher Zustimmung des Verantwortlichen eingesetzt werden.",
            GERMAN,
        ),
        (
            "audit.notice",
            "P5D",
            "8.1 Verwerkingsverantwoordelijke kondigt een audit vijf dagen tevoren aan. Gebreken worden binnen dertig dagen "
            "hersteld.",
            DUTCH,
        ),
    ],
)
def test_who_is_told_and_within_what_time(key: str, value: Value | None, clause: str, preamble: str) -> None:
    assert value_of(key, clause, preamble=preamble) == value
