"""Other turns of phrase in four languages, formal and spoken: a wording a row, and near misses."""

import pytest

from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.extraction.clauses import agreement_of, preamble_of, records_of, value_of

# language, key, value (None: nothing may be read), what is said
_ROWS = (
    ("nl", "term.starts", "on_signature", "Deze overeenkomst begint zodra de laatste partij tekent."),
    ("nl", "term.starts", "with_main_agreement",
     "Deze overeenkomst gaat in op het tijdstip waarop de Hoofdovereenkomst ingaat."),
    ("nl", "term.lasts", "while_processing", "Deze overeenkomst loopt door tot Verwerker geen gegevens meer heeft."),
    ("nl", "term.lasts", "main_agreement", "Eindigt de Hoofdovereenkomst, dan eindigt ook deze overeenkomst."),
    ("nl", "term.separately_terminable", False, "Opzegging van enkel deze overeenkomst kan niet."),
    ("nl", "term.survival", True, "De geheimhouding geldt ook na het einde van deze overeenkomst."),
    ("nl", "term.amendment", "mutual_written",
     "Aanpassen van deze overeenkomst kan alleen met een handtekening van beide partijen."),
    ("nl", "term.precedence", "this_agreement", "Deze overeenkomst gaat boven de Hoofdovereenkomst."),
    ("nl", "term.precedence", "this_agreement",
     "Zegt de Hoofdovereenkomst over gegevens iets anders dan hier, dan geldt wat hier staat."),
    ("nl", "transfers.rule", "not_outside_eea", "Verwerking buiten de Europese Unie sluiten partijen uit."),
    ("nl", "transfers.rule", "with_consent", "Verwerking buiten de EER mag alleen als Klant daarmee heeft ingestemd."),
    ("nl", "transfers.region", "NL", "De gegevens verlaten Nederland niet."),
    ("nl", "liability.cap", 20_000,
     "Artikel 7. Schade\n\n7.1 Verwerker vergoedt schade tot nooit meer dan € 20.000 per gebeurtenis."),
    ("nl", "liability.controller_indemnifies", True, "Klant stelt Verwerker schadeloos voor vorderingen van derden."),
    ("nl", "liability.controller_indemnifies", None, "Verwerker stelt Klant schadeloos voor vorderingen van derden."),
    ("nl", "liability.fines_on_processor", "if_attributable",
     "Een boete van de toezichthouder mag Klant aan Verwerker doorbelasten voor zover haar die te verwijten valt."),
    ("nl", "security.effectiveness_disclaimed", True,
     "Geen enkele beveiliging is feilloos. Verwerker staat daar niet voor in."),
    ("nl", "security.effectiveness_disclaimed", None,
     "Geen enkele maatregel is overbodig. Verwerker voert ze allemaal uit."),
    ("nl", "security.measures_described", True, "Verwerker houdt de maatregelen van Bijlage 2 in stand."),
    ("nl", "instructions.only_on_instruction", True,
     "Verwerker verwerkt geen gegevens anders dan in opdracht van Klant."),
    ("nl", "audit.trigger", "suspicion_only",
     "Bestaat er een gegrond vermoeden van misbruik, dan mag Klant een audit doen. Dat kan hooguit eens per jaar."),
    ("nl", "subprocessors.contracts_inspectable", False,
     "De contracten met subverwerkers liggen voor Klant niet ter inzage."),
    ("nl", "breach.covers", ("personal_data_breach", "security_incident"),
     "Een Incident is (a) een inbreuk in verband met persoonsgegevens of (b) iedere inbreuk op de beveiliging.\n\n"
     "Verwerker meldt ieder Incident binnen 24 uur aan Klant."),
    ("nl", "breach.clock_starts", ("discovery",),
     "Merkt Verwerker dat er een datalek is, dan meldt zij dat aan Klant binnen 48 uur nadat zij het heeft ontdekt."),
    ("nl", "processing.own_purposes", False, "Voor zichzelf doet Verwerker met de gegevens niets."),
    ("nl", "confidentiality.duty", True, "Wat Verwerker in de systemen ziet, blijft bij Verwerker."),
    ("nl", "confidentiality.duty", None, "Wat Verwerker aan software levert, blijft haar eigendom."),
    ("nl", "subprocessors.authorisation", "general", "Klant keurt goed dat Verwerker anderen inschakelt."),
    ("nl", "subprocessors.processor_liable", True,
     "Artikel 6. Derden\n\n6.1 Verwerker is verantwoordelijk voor wat de derde doet of nalaat."),
    ("nl", "end.legal_retention_exception", True,
     "Artikel 9. Stoppen\n\n9.1 Daarna wist Verwerker de gegevens. Wat de belastingdienst wil zien, bewaart zij."),
    ("nl", "processing.purposes", ("het drukken van brieven", "het versturen ervan"),
     "Doel van de verwerking is (1) het drukken van brieven en (2) het versturen ervan."),
    ("nl", "audit.max_frequency", "P1Y", "Klant mag een audit doen: één keer per jaar."),
    ("de", "assistance.costs", "controller",
     "Hilfe, die im Hauptvertrag nicht steht, stellt der Auftragsverarbeiter in Rechnung."),
    ("de", "audit.costs", "controller",
     "Der Verantwortliche darf Kontrollen durchführen. Die Stunden dafür stellt der Auftragsverarbeiter in Rechnung."),
    ("en", "breach.costs", "each_own",
     "Each party bears its own costs of a data breach, save that the Processor pays where it failed to comply."),
    ("en", "breach.costs", "processor", "The Processor shall at its own expense remedy a data breach."),
    ("en", "breach.authority_notifier", "controller",
     "The Controller alone shall decide on notifications of a data breach to a supervisory authority."),
    ("en", "breach.follow_up", True, "After a data breach the Processor shall report progress every day."),
    ("en", "end.costs", "processor",
     "After termination the Processor shall return the data. No fee is payable for that return."),
    ("en", "end.costs", None, "After termination the Processor shall return the data. No delay is allowed for that return."),
    ("en", "liability.claim_period", "P2Y",
     "A claim under the agreement must be brought within two years after the event."),
    ("en", "liability.fines_on_processor", "if_attributable",
     "The Processor shall reimburse fines of an authority insofar as they arise from its breach."),
    ("en", "security.measures_described", True, "The Processor shall maintain the measures in Part B."),
    ("en", "subprocessors.flow_down", True,
     "The Processor shall bind each sub-processor to terms identical to those in this agreement, in "
     "obligations and in scope."),
    ("de", "breach.processor_may_notify_authority", False,
     "Der Auftragsverarbeiter darf bei einer Datenpanne ohne Zustimmung weder die Aufsichtsbehörde noch "
     "Betroffene informieren."),
    ("de", "processing.own_purposes", False, "Eine Nutzung zu eigenen Zwecken ist dem Auftragsverarbeiter untersagt."),
    ("de", "transfers.region", "EU", "Die Daten werden nur in Mitgliedstaaten der Europäischen Union verarbeitet."),
    ("de", "end.return_format", "offenen Format",
     "Nach Ende gibt der Auftragsverarbeiter die Daten in einem offenen Format zurück und löscht sie. "
     "Die Rückgabe in dem genannten Format ist frei."),
    ("fr", "breach.costs", "processor",
     "Les frais d'une violation de données imputable au Sous-traitant sont à sa charge."),
    ("fr", "processing.own_purposes", False,
     "L'utilisation des données à des fins propres est interdite au Sous-traitant."),
    ("fr", "liability.insurance", True, "Le Sous-traitant justifie d'une assurance couvrant sa responsabilité."),
    ("en", "breach.deadline", "PT24H",
     "The Processor must let the Controller know of any data breach within 24 hours of finding it."),
    ("en", "breach.deadline", "PT36H",
     "The Controller shall be told of a data breach within 36 hours after the Processor becomes aware of it."),
    ("en", "breach.processor_may_notify_authority", False,
     "The Processor shall not communicate with any authority about a data breach unless the Controller agrees."),
    ("en", "requests.handling", "forward", "The Processor shall pass any request of a data subject to the Controller."),
    ("en", "subprocessors.authorisation", "specific",
     "The Processor may not appoint a sub-processor unless the Controller has approved it."),
    ("en", "subprocessors.processor_liable", True,
     "The Processor is answerable for what its sub-processors do or fail to do."),
    ("en", "instructions.only_on_instruction", True, "The Processor processes data only as the Controller instructs."),
    ("en", "instructions.infringement_warning", True,
     "The Processor shall tell the Controller if an instruction breaks the law."),
    ("en", "term.amendment", "mutual_written", "This agreement may be changed only in writing signed by both parties."),
    ("en", "term.precedence", "this_agreement",
     "If this agreement and the main agreement differ, this agreement prevails."),
    ("en", "processing.own_purposes", False, "The Processor shall not use the data for its own ends."),
    ("nl", "subprocessors.change_notice", True, "Komt er een subverwerker bij, dan krijgt Klant daarover een mail."),
    ("nl", "transfers.rule", "not_outside_eea", "Naar landen buiten Europa gaan de gegevens niet."),
    ("nl", "audit.auditor", "controller_or_third_party", "Klant mag zelf komen controleren of iemand anders sturen."),
    ("nl", "end.deadline", "P30D", "Dertig dagen na het einde van de overeenkomst zijn alle gegevens gewist."),
    ("nl", "end.deadline", None, "Dertig dagen na ontvangst van de factuur zijn alle bedragen betaald."),
    ("nl", "term.lasts", "main_agreement", "Deze overeenkomst geldt net zo lang als de Hoofdovereenkomst."),
    ("nl", "liability.cap", 15_000, "Verwerker betaalt bij schade nooit meer dan € 15.000."),
    ("nl", "security.periodic_review", True, "Twee keer per jaar kijkt Verwerker of de beveiliging nog werkt."),
    ("nl", "confidentiality.duty", True, "Verwerker praat met niemand over de gegevens."),
    ("nl", "breach.register", ("processor",), "Verwerker schrijft elk datalek op in een lijst."),
    ("de", "breach.deadline", "PT48H",
     "Der Verantwortliche wird von einer Datenpanne spätestens 48 Stunden nach ihrer Entdeckung unterrichtet."),
    ("de", "transfers.rule", "not_outside_eea", "Die Daten verlassen den Europäischen Wirtschaftsraum nicht."),
    ("fr", "end.deadline", "P30D", "À la fin du contrat, le Sous-traitant efface les données dans les trente jours."),
    ("fr", "confidentiality.duty", True, "Le Sous-traitant garde les données confidentielles."),
)  # fmt: skip


@pytest.mark.parametrize(("language", "key", "value", "said"), _ROWS)
def test_other_turns_of_phrase_are_read(language: str, key: str, value: object, said: str) -> None:
    assert value_of(key, said, preamble=preamble_of(language)) == value


def test_a_parties_name_may_stand_on_the_line_below_it() -> None:
    preamble = (
        "Vertrag zur Auftragsverarbeitung\n\nzwischen der Baugemeinschaft Uferweg eG, Uferweg 3, 20097 Hamburg\n\n"
        '- nachstehend "Genossenschaft" -\n\nund der Kontorsoft GmbH, Lange Reihe 8, 28195 Bremen\n\n'
        '- nachstehend "Dienstleister" -\n\n'
    )
    said = "Der Dienstleister meldet der Genossenschaft jede Verletzung des Schutzes der Daten binnen 24 Stunden."
    agreement = agreement_of(said, preamble=preamble)
    assert agreement.value("breach.deadline") == "PT24H"
    assert agreement.value("processor.name") == "Kontorsoft GmbH"


def test_articles_may_count_with_a_letter_before_the_number() -> None:
    clauses = (
        "D.1 Onderwerp", "Verwerker beheert servers.", "D.2 Datalek", "Verwerker meldt een datalek "
        "binnen 24 uur aan Klant.",
        "D.3 Slot", "Het Nederlands recht geldt.", "D.4 Geschillen", "De rechtbank Utrecht oordeelt.",
    )  # fmt: skip
    agreement = agreement_of(*clauses)
    notice = next(clause for clause in agreement.reading.clauses if clause.number == "D.2" or clause.article == "D.2")
    assert notice.heading == "D.2 Datalek"


def test_what_follows_the_first_notice_has_no_bearing_on_its_limit() -> None:
    clauses = (
        "Verwerker meldt een datalek binnen 12 uur aan Klant.",
        "Binnen 48 uur na de eerste melding ontvangt Klant een rapport over het datalek.",
    )
    assert value_of("breach.deadline", *clauses) == "PT12H"


def test_an_annex_may_count_its_articles_with_a_letter_and_begin_them_on_the_line_of_their_title() -> None:
    text = (
        "BIJLAGE P - PRIVACY\n\nRekenhuis Zuid B.V. (Beheerder, verwerker) en Kade Noord B.V. (Opdrachtgever, "
        "verwerkingsverantwoordelijke) spreken af:\n\n"
        "P1. Rollen. Opdrachtgever bepaalt het doel van de verwerking en Beheerder voert haar uit.\n\n"
        "P2. Opdracht. Beheerder verwerkt de persoonsgegevens uitsluitend op schriftelijke instructie van Opdrachtgever.\n\n"
        "P3. Incidenten. Beheerder meldt een datalek binnen vier uur na ontdekking aan Opdrachtgever.\n\n"
        "P4. Toetsing. Opdrachtgever mag, zelf of door een auditor, nagaan of Beheerder deze bijlage naleeft. Dat kan "
        "eenmaal per jaar en voorts na een incident, na aankondiging van ten minste vijf werkdagen.\n\n"
        "P5. Duur. Deze bijlage geldt zolang de beheerovereenkomst duurt.\n"
    )
    agreement = extract(read_document(text.encode(), name="annex.txt", limits=Limits()))
    assert agreement.value("document.title") == "BIJLAGE P - PRIVACY"
    assert agreement.value("breach.deadline") == "PT4H"
    assert agreement.value("audit.max_frequency") == "P1Y"
    assert agreement.value("audit.notice") == "P5D"


def test_a_lettered_part_behind_the_articles_is_an_annex_and_its_form_is_read() -> None:
    text = (
        "# Processing Schedule\n\nHarbour North Ltd (the Controller) and Counting House Ltd (the Processor) agree.\n\n"
        "## 1. Scope\n\nThe Processor hosts the ledger.\n\n## 2. Events\n\nThe Processor shall "
        "notify the Controller of each "
        "personal data breach within 24 hours.\n\n## 3. Help\n\nThe Processor shall assist with "
        "requests of data subjects.\n\n"
        "## 4. End\n\nThe Processor shall return the data.\n\n## Part A - Breach Report Form\n\n"
        "1. What happened?\n\n2. When did it start?\n\n3. How many people are affected?\n"
    )
    agreement = extract(read_document(text.encode(), name="schedule.md", limits=Limits()))
    records = records_of(agreement, "breach.questionnaire")
    assert [record["question"] for record in records] == [
        "What happened?",
        "When did it start?",
        "How many people are affected?",
    ]


@pytest.mark.parametrize("of", [" (controller)", ""])
def test_what_stands_in_brackets_behind_a_term_is_said_of_that_term(of: str) -> None:
    preamble = (
        f'Processing Agreement\n\nHarbour Ltd, hereinafter "the Customer"{of}, and Counting Ltd, hereinafter "the Provider" '
        "(processor), agree.\n\n"
    )
    said = "The Provider shall bear the cost of remedying a data breach."
    assert value_of("breach.costs", said, preamble=preamble) == "processor"


def test_a_supplier_may_be_named_with_its_country_and_what_it_is_for() -> None:
    clauses = (
        "Artikel 5. Subverwerkers",
        "5.1 Verwerker werkt met de volgende subverwerkers:",
        "- Kistdak B.V. in Nederland, voor de hosting",
        "- Postmus SAS in Frankrijk, voor het versturen van brieven",
    )
    records = records_of(agreement_of(*clauses), "subprocessors.list")
    assert [(r["name"], r["service"], r["established_in"]) for r in records] == [
        ("Kistdak B.V.", "hosting", "NL"),
        ("Postmus SAS", "versturen van brieven", "FR"),
    ]


def test_a_row_that_is_still_to_be_filled_in_names_no_sub_processor() -> None:
    clauses = (
        "Bijlage 1",
        "Subverwerkers:",
        "Naam Taak Land Plaats van verwerking",
        "[naam] [taak] [land] [plaats]",
    )
    assert agreement_of(*clauses).value("subprocessors.list") is None
