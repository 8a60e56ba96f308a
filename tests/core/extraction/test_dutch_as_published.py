"""Dutch as firms publish it, in "wij" and "je" and in clauses that lean on each other, with near misses."""

import re

import pytest

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.extraction.clauses import agreement_of, records_of, value_of

# key, value (None: nothing may be read), the clauses
_ROWS = (
    # What a firm in "wij" and "je" says of a breach.
    ("breach.follow_up", True, "Bij een datalek mailen wij je. Is nog niet alles bekend, dan sturen we de rest later na."),
    ("breach.follow_up", None, "Bij een datalek mailen wij je. De rest van deze voorwaarden sturen we later na."),
    ("breach.processor_may_notify_authority", False,
     "Jij beslist of je een datalek meldt bij de Autoriteit Persoonsgegevens. Wij doen dat nooit namens jou."),
    ("breach.processor_may_notify_authority", None,
     "Jij meldt een datalek bij de Autoriteit Persoonsgegevens. Ons meld je het nooit namens een ander."),
    ("breach.content", ("subject_count", "data_categories"),
     "Bij een datalek mailen wij je:", "- om welke gegevens en om hoeveel mensen het gaat."),
    ("breach.content", ("contact_point",), "Bij een datalek mailen wij je:", "- bij wie je terechtkunt met vragen."),
    ("breach.authority_notifier", "controller",
     "Verwerker meldt een Datalek niet zelf aan de Autoriteit Persoonsgegevens. Deze meldingen worden uitsluitend door "
     "Verwerkingsverantwoordelijke gedaan."),
    ("breach.duty_to_consult", True,
     "Artikel 5 Datalekken",
     "Verwerkingsverantwoordelijke beoordeelt of zij een datalek meldt aan de toezichthouder. Voordat zij een melding doet, "
     "overlegt zij met Verwerker."),
    ("breach.covers", ("personal_data_breach",),
     "Incident: een inbreuk in verband met persoonsgegevens, of een vermoeden daarvan.",
     "Verwerker meldt een Incident binnen 24 uur aan Verwerkingsverantwoordelijke."),
    ("breach.covers", ("security_incident",),
     "Incident: een verstoring van de dienst of van de beveiliging daarvan.",
     "Verwerker meldt een Incident binnen 24 uur aan Verwerkingsverantwoordelijke."),
    # Instructions.
    ("instructions.only_on_instruction", True,
     "We verwerken de persoonsgegevens alleen om de dienst te leveren. We doen dat enkel op basis van jouw instructies."),
    ("instructions.only_on_instruction", None, "We passen de dienst enkel op basis van jouw instructies aan."),
    ("instructions.infringement_warning", True,
     "Is Verwerker van oordeel dat een instructie strijdig is met de AVG, dan brengt hij dit ter kennis van "
     "Verwerkingsverantwoordelijke."),
    ("processing.own_purposes", True,
     "Wel maken wij van het gebruik van het platform anonieme statistieken, waarmee we de dienst verbeteren."),
    ("processing.own_purposes", None, "Wel maken wij voor jou statistieken, waarmee je je dienst verbetert."),
    # Help.
    ("assistance.prior_consultation", True,
     "Moet je een DPIA uitvoeren of daarna de toezichthouder raadplegen? Ook dan helpen we."),
    ("assistance.costs", "controller",
     "Moet je een DPIA uitvoeren? Ook dan helpen we. Kost dat ons meer dan een uur, dan betaal je ons uurtarief."),
    ("requests.costs", "processor",
     "Verzoeken van betrokkenen sturen wij door. Lukt het je niet zelf, dan helpen we je daar kosteloos bij."),
    ("requests.costs", "controller",
     "Verzoeken van betrokkenen sturen wij aan je door. Hulp bij het afhandelen daarvan wordt tegen ons uurtarief berekend."),
    ("requests.assist", True,
     "Verzoeken van betrokkenen sturen wij aan je door. Hulp bij het afhandelen daarvan wordt tegen ons uurtarief berekend."),
    # Sub-processors and transfers.
    ("subprocessors.notice_period", "P6W",
     "Verwerker schakelt geen Subverwerker in dan na voorafgaande toestemming van Verwerkingsverantwoordelijke. Een verzoek "
     "om toestemming wordt ten minste zes weken voor de beoogde ingangsdatum ingediend."),
    ("subprocessors.change_notice", True,
     "Wil Verwerker een subverwerker vervangen, dan vraagt hij dat ten minste een maand tevoren aan."),
    ("subprocessors.notice_period", None,
     "Verwerker informeert Verwerkingsverantwoordelijke over een nieuwe subverwerker. Daartegen kan binnen tien dagen "
     "bezwaar worden gemaakt.", "Artikel 9 Controle", "9.1 De controle wordt minstens twee weken vooraf aangekondigd."),
    ("transfers.rule", "with_safeguards",
     "De gegevens gaan de EER niet uit, behalve als er een adequaatheidsbesluit is of als de modelcontracten van de Europese "
     "Commissie zijn getekend."),
    ("transfers.region", "EEA",
     "De gegevens gaan de EER niet uit, behalve als er een adequaatheidsbesluit is of als de modelcontracten van de Europese "
     "Commissie zijn getekend."),
    ("transfers.rule", "with_safeguards",
     "De gegevens worden verwerkt binnen de Europese Unie. Verwerking in een ander land mag alleen als dat land een passend "
     "beschermingsniveau waarborgt."),
    ("transfers.rule", "with_safeguards",
     "Persoonsgegevens worden opgeslagen in de Europese Unie. Voor de taalmodellen kan verwerking plaatsvinden in de "
     "Verenigde Staten, doch uitsluitend door een onderneming die is gecertificeerd onder het EU-US Data Privacy Framework."),
    # The end.
    ("end.deadline", "P60D",
     "Stop je met de dienst, dan kun je je gegevens nog 30 dagen downloaden. Daarna wissen we alles binnen 60 dagen."),
    ("end.deadline", "P30D",
     "Binnen twee weken na het einde van de overeenkomst geeft Verwerkingsverantwoordelijke aan of zij de persoonsgegevens "
     "terug wil of dat zij worden verwijderd. Verwijdering geschiedt binnen dertig dagen."),
    ("end.deadline", None,
     "Artikel 10 Duur en einde", "10.1 Deze overeenkomst duurt zolang de hoofdovereenkomst duurt.",
     "10.2 Opnamen worden standaard na zeven dagen gewist."),
    ("end.data", "controller_chooses",
     "Binnen twee weken na het einde van de overeenkomst kan Verwerkingsverantwoordelijke aangeven of Verwerker de "
     "persoonsgegevens moet teruggeven of verwijderen."),
    ("end.choice_window", "P1M",
     "Na het einde geeft Verwerker de persoonsgegevens op verzoek terug en vernietigt hij ze. Dat verzoek moet binnen een "
     "maand na het einde zijn gedaan."),
    ("end.certificate", True,
     "Stop je met de dienst, dan wissen we alle gegevens. Wil je daar een bevestiging van, dan sturen we die."),
    ("end.return_format", "CSV-bestand",
     "Stop je met de dienst, dan kun je je gegevens nog een maand zelf downloaden als CSV-bestand."),
    ("end.legal_retention_exception", True,
     "Stop je met de dienst, dan wissen we alle gegevens. Moeten we van de wet iets langer bewaren, dan doen we dat."),
    # Liability.
    ("liability.controller_indemnifies", True,
     "Krijgen wij een claim omdat jij de AVG niet hebt nageleefd, dan vergoed je ons die."),
    ("liability.controller_indemnifies", None,
     "Krijg jij een claim omdat wij de AVG niet hebben nageleefd, dan vergoeden we je die."),
    ("liability.regime", "capped", "Wij betalen je nooit meer dan wat je ons in een jaar betaalt."),
    ("liability.regime", "fault_only",
     "Verwerker is slechts aansprakelijk voor schade die het gevolg is van een tekortkoming die hem kan worden verweten."),
    # Term.
    ("term.lasts", "main_agreement",
     "Deze verwerkersovereenkomst gaat in tegelijk met de Overeenkomst en duurt even lang als deze."),
    ("term.starts", "on_acceptance",
     "Door bij het aanmaken van je account een vinkje te zetten, ga je akkoord met deze verwerkersovereenkomst."),
    ("term.precedence", "this_agreement",
     "Wijkt deze verwerkersovereenkomst af van de Algemene Voorwaarden, dan heeft deze verwerkersovereenkomst voorrang."),
    ("term.precedence", None, "Wijkt de offerte af van de Algemene Voorwaarden, dan heeft de offerte voorrang."),
    ("law.court", "Rechtbank Gelderland, locatie Arnhem", "Rechter: Rechtbank Gelderland, locatie Arnhem"),
    ("security.measures_described", True,
     "Artikel 4 Beveiliging", "Verwerker beveiligt de gegevens passend. De maatregelen staan op haar klantportaal."),
    # Clauses that lean on what stands before them.
    ("breach.processor_may_notify_authority", False,
     "Verwerkingsverantwoordelijke bepaalt of een inbreuk aan de AP wordt gemeld. Het is Verwerker niet toegestaan "
     "dat zelf te "
     "doen."),
    ("breach.costs", "processor",
     "Verwerker vergoedt Verwerkingsverantwoordelijke de kosten die deze ten gevolge van een inbreuk moet maken."),
    ("breach.channel", ("email",),
     "Verwerker meldt een datalek binnen een dag. Verwerker gebruikt hiervoor het e-mailadres uit het klantenpaneel."),
    ("requests.assist", True,
     "Een verzoek van een betrokkene zendt Verwerker door. Zij werkt op verzoek mee aan de "
     "uitvoering daarvan."),
    ("requests.costs", None,
     "Een betrokkene verwijst Verwerker door. Verwerkingsverantwoordelijke mag de naleving laten controleren. De kosten zijn "
     "voor Verwerkingsverantwoordelijke."),
    ("assistance.prior_consultation", True, "Verwerker staat Verwerkingsverantwoordelijke bij in het raadplegen van de AP."),
    ("instructions.infringement_warning", True,
     "Verwerker volgt de instructies op. Kan dat volgens Verwerker niet zonder de wet te overtreden, dan deelt zij dat mee."),
    ("security.measures_change", "mutual",
     "De beveiligingsmaatregelen worden niet gewijzigd dan na overleg met Verwerkingsverantwoordelijke."),
    ("subprocessors.authorisation", "general",
     "Verwerker mag derden inschakelen zonder daarvoor steeds toestemming te vragen."),
    ("subprocessors.flow_down", True,
     "Artikel 7 Anderen die wij inschakelen",
     "Andere partijen schakelen wij alleen in als u daarmee hebt ingestemd. Met hen maken wij dezelfde "
     "afspraken als met u."),
    ("confidentiality.duty", True,
     "Zowel Verwerker als de door haar ingeschakelde personen zijn verplicht tot geheimhouding van de persoonsgegevens."),
    ("liability.regime", "fault_only", "Verwerker is alleen aansprakelijk als haar een verwijt treft."),
    ("liability.regime", "fault_only", "Verwerker staat slechts in voor schade die door haar schuld is ontstaan."),
    ("term.amendment", "mutual_written", "Wijzigingen gelden alleen na schriftelijke overeenstemming."),
    ("term.starts", "on_acceptance",
     "Deze overeenkomst ontstaat doordat Verwerkingsverantwoordelijke bij de bestelling de voorwaarden aanvaardt."),
    ("term.signed_on", "2024-05-07",
     "Getekend door A. Bos namens Verwerkingsverantwoordelijke op 3 mei 2024 en door C. Dijk namens Verwerker op 7 "
     "mei 2024."),
    ("term.signed_on", "2024-05-03", "Deze overeenkomst is door beide partijen getekend te Breda op 3 mei 2024."),
    ("term.signed_on", None,
     "Deze overeenkomst geldt zodra partijen haar hebben getekend, uiterlijk op 3 mei 2024."),
    ("audit.costs", "controller",
     "Verwerkingsverantwoordelijke mag een audit laten uitvoeren. Frequentie: eenmaal per jaar. Aankondiging: vier "
     "weken. Plaats: "
     "bij Verwerker. Kosten: voor rekening van Verwerkingsverantwoordelijke."),
    ("audit.existing_reports_first", True,
     "Verwerkingsverantwoordelijke mag een audit laten uitvoeren. Een recent auditrapport kan in de "
     "plaats van een audit treden."),
    ("audit.costs", "processor_if_noncompliant",
     "Verwerkingsverantwoordelijke mag een audit laten uitvoeren. Kosten: voor Verwerkingsverantwoordelijke, tenzij "
     "wezenlijke tekortkomingen blijken, dan voor Verwerker."),
    ("processing.data_subjects", ("huidige en vroegere werknemers",),
     "Wij verwerken van uw huidige en vroegere werknemers: naam, adres, geboortedatum en bankrekeningnummer."),
    ("processing.data_categories", ("naam", "adres", "geboortedatum", "bankrekeningnummer"),
     "Wij verwerken van uw huidige en vroegere werknemers: naam, adres, geboortedatum en bankrekeningnummer."),
    ("processing.purposes", ("het volgen van onderwijs", "het maken van rapportages"),
     "Bijlage 1: Privacybijsluiter", "C. Doeleinden voor het verwerken van gegevens",
     "1. het volgen van onderwijs;", "2. het maken van rapportages."),
    ("processing.purposes", ("het leveren van webhosting",),
     "Verwerker verwerkt de persoonsgegevens niet voor enig ander doel dan het leveren van webhosting."),
    ("processing.purposes", None,
     "Verwerker verwerkt de persoonsgegevens niet voor enig ander doel dan overeengekomen."),
    ("transfers.exceptions", ("registratie van domeinnamen",),
     "Buiten de Europese Unie worden geen persoonsgegevens verwerkt, behalve bij registratie van domeinnamen."),
    ("transfers.exceptions", None,
     "Buiten de Europese Unie worden geen persoonsgegevens verwerkt, behalve voor zover de wet dat voorschrijft."),
    ("transfers.region", None,
     "Laat dit model nakijken door een jurist, in het bijzonder de doorgifte van gegevens buiten de EER."),
)  # fmt: skip
YOU = """Verwerkersovereenkomst

Deze afspraken gelden tussen Rekenhuis Zuid B.V. (hierna: "wij" of "ons") en jou, onze klant (hierna: "jij", "je" of "u"). \
Jij bent de verwerkingsverantwoordelijke, wij zijn de verwerker.

"""


@pytest.mark.parametrize(("key", "value", "clauses"), [(row[0], row[1], row[2:]) for row in _ROWS])
def test_dutch_as_it_is_published(key: str, value: object, clauses: tuple[str, ...]) -> None:
    """What each wording settles, and what a near miss leaves open."""
    spoken = re.search(r"\b(?:je|jij|jouw?|wij|we|ons|u)\b", " ".join(clauses), re.IGNORECASE)
    found = value_of(key, *clauses, preamble=YOU) if spoken else value_of(key, *clauses)
    if isinstance(value, tuple):
        assert isinstance(found, tuple)
        assert set(map(str, found)) == set(value)
    else:
        assert found == value


def test_what_a_party_calls_the_other_says_who_is_who() -> None:
    """Beside "haar klant" stands the customer, and before it the one whose customer that is."""
    text = """Verwerkersovereenkomst

Netwerkhuis B.V., gevestigd te Breda, en haar klant Bouwbedrijf Van Dam B.V., gevestigd te Tilburg. Netwerkhuis verwerkt als \
verwerker gegevens waarvoor Van Dam verantwoordelijk is.
"""
    assert value_of("processor.name", preamble=text) == "Netwerkhuis B.V."
    assert value_of("controller.name", preamble=text) == "Bouwbedrijf Van Dam B.V."
    assert value_of("controller.city", preamble=text) == "Tilburg"


def test_a_form_under_a_name_and_its_address_is_that_partys() -> None:
    """No field says the name: it stands above them, and the street below it is none."""
    text = """Verwerkersovereenkomst

Tussen

Naam organisatie: [NAAM]
Adres: [ADRES]
hierna: "Klant"

en

Schrijfhulp B.V.
Havenkade 8, 5611 AB Eindhoven
KvK-nummer: 81234560
Vertegenwoordigd door: S. Verhoef
hierna: "Schrijfhulp"

1. Klant is verwerkingsverantwoordelijke en Schrijfhulp is verwerker.
"""
    assert value_of("processor.name", preamble=text) == "Schrijfhulp B.V."
    assert value_of("processor.street", preamble=text) == "Havenkade 8"
    assert value_of("controller.name", preamble=text) is None


def test_sub_processors_that_are_allowed_stand_behind_a_colon() -> None:
    """Each with its seat in brackets and what it does."""
    found = records_of(
        agreement_of(
            "Artikel 5 Subverwerkers",
            "5.1 Toegestaan zijn: Rekenhal Oost B.V. (Zwolle): hosting; Postduif B.V. (Utrecht): berichten versturen.",
        ),
        "subprocessors.list",
    )
    assert [(one["name"], one["service"]) for one in found] == [
        ("Rekenhal Oost B.V.", "hosting"),
        ("Postduif B.V.", "berichten versturen"),
    ]


def test_an_annex_names_the_processor_of_a_product() -> None:
    """A name ends before the town, and the address stands below it."""
    text = "Privacybijsluiter\n\n" + "\n".join(
        (
            "Bijlage 1: Privacybijsluiter\n",
            "Naam product : Rekenspoor",
            "Naam verwerker : Rekenspoor B.V., Den Bosch",
            "Vestigingsgegevens : Parallelweg 30, 5223 AL 's-Hertogenbosch, KvK 17123450\n",
            "Verwerker verwerkt persoonsgegevens voor de verwerkingsverantwoordelijke.",
        )
    )
    assert value_of("processor.name", preamble=text) == "Rekenspoor B.V."
    assert value_of("processor.street", preamble=text) == "Parallelweg 30"


def test_a_heading_with_a_sentence_that_breaks_off_goes_on_below() -> None:
    """A page that sets "Artikel 20." in bold makes a heading of the whole line; a title alone doesn't go on."""
    opening = "<p>Verwerkersovereenkomst tussen Kade B.V. (hierna: Klant) en Rek B.V. (hierna: Verwerker).</p>"
    running = (
        "<h3>Artikel 20. Verwerker mag deze verwerkersovereenkomst wijzigen. Wijzigingen worden een maand</h3>"
        "<p>voordat zij ingaan aangekondigd.</p>"
    )
    assert _of_page(opening + running).value("term.amendment_notice") == "P1M"
    title = "<h3>Artikel 20 Wijziging van deze verwerkersovereenkomst door Verwerker, na een maand</h3>"
    assert _of_page(f"{opening}{title}<p>voordat zij ingaat.</p>").value("term.amendment_notice") is None


def _of_page(body: str) -> Agreement:
    page = f"<html><body><h1>Verwerkersovereenkomst</h1>{body}</body></html>"
    return extract(read_document(page.encode(), name="p.html", limits=Limits()))
