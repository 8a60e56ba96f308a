"""Dutch in other turns of phrase, formal and spoken: one row a wording, with near misses that must settle nothing."""

import pytest

from core.extraction.clauses import value_of

# key, value (None: nothing may be read), the clauses
_ROWS = (
    ("breach.deadline", "PT24H", "Stelt Verwerker een datalek vast, dan heeft zij 24 uur om Klant in te lichten."),
    ("breach.deadline", "PT30H",
     "Een inbreuk op persoonsgegevens meldt Verwerker niet later dan 30 uur nadat zij die heeft ontdekt."),
    ("breach.deadline", None,
     "Een inbreuk meldt Verwerker niet aan derden, ook niet binnen 30 uur nadat zij die heeft ontdekt."),
    ("breach.clock_starts", ("awareness",),
     "Weet Verwerker van een datalek, dan meldt zij dat binnen een dag aan Klant zodra zij daarvan weet."),
    ("breach.follow_up", True, "Wat na een datalek nog ontbreekt, wordt nagestuurd zodra het er is."),
    ("breach.follow_up", True, "Tot het datalek is opgelost bericht Verwerker Klant regelmatig over de stand."),
    ("breach.register", ("processor",), "Ieder datalek wordt door Verwerker gedocumenteerd."),
    ("breach.register", None, "Hoe Verwerker een datalek meldt, is vastgelegd in het handboek."),
    ("breach.controller_silence", True, "Klant geeft zonder overleg met Verwerker geen ruchtbaarheid aan een datalek."),
    ("breach.duty_to_consult", True,
     "Klant meldt een datalek pas bij de toezichthouder nadat zij Verwerker heeft gehoord."),
    ("breach.processor_may_notify_authority", False,
     "Zonder opdracht van Klant doet Verwerker over een datalek geen melding bij de Autoriteit Persoonsgegevens."),
    ("breach.processor_may_notify_authority", False,
     "Verwerker zal nooit op eigen gezag een datalek melden bij de toezichthouder."),
    ("breach.authority_notifier", "controller",
     "Het is Klant die een datalek zo nodig bij de Autoriteit Persoonsgegevens meldt."),
    ("breach.early_warning", True,
     "Na een datalek geeft Verwerker eerst een vooraankondiging; het volledige rapport komt drie dagen later."),
    ("breach.costs", "each_own", "Ieder draagt bij een datalek zijn eigen kosten."),
    ("breach.costs", "processor", "Is een datalek aan Verwerker te wijten, dan betaalt hij de kosten daarvan."),
    ("requests.handling", "forward", "Elk verzoek om inzage dat Verwerker van een betrokkene krijgt, stuurt zij door."),
    ("requests.handling", "forward", "Verzoeken van betrokkenen legt Verwerker aan Klant voor."),
    ("requests.costs", "controller",
     "Hulp bij verzoeken van betrokkenen wordt vergoed volgens de tarieven van Verwerker."),
    ("requests.costs", "processor", "Voor hulp bij verzoeken van betrokkenen vraagt Verwerker niets."),
    ("assistance.costs", "processor", "Verwerker helpt bij een DPIA; dat is begrepen in de prijs."),
    ("subprocessors.authorisation", "specific",
     "Verwerker zet geen subverwerker in dan nadat Klant daarmee heeft ingestemd."),
    ("subprocessors.authorisation", "specific",
     "Verwerker mag alleen een subverwerker inschakelen als Klant dat per geval heeft goedgekeurd."),
    ("subprocessors.authorisation", "general", "Het staat Verwerker vrij subverwerkers in te schakelen."),
    ("subprocessors.objection", True, "Klant is bevoegd een nieuwe subverwerker af te wijzen."),
    ("subprocessors.objection", None, "Klant zal haar toestemming voor een subverwerker niet zonder reden weigeren."),
    ("subprocessors.processor_liable", True,
     "Maakt een subverwerker een fout, dan geldt die als een fout van Verwerker."),
    ("confidentiality.duty", True, "Alles wat Verwerker in de administratie ziet, houdt zij geheim."),
    ("confidentiality.duty", True, "Verwerker verstrekt de gegevens aan niemand."),
    ("confidentiality.screening_interval", "P4Y",
     "Medewerkers leggen een VOG over. Na vier jaar wordt een nieuwe gevraagd."),
    ("confidentiality.screening_interval", None, "Medewerkers leggen een VOG over. Na vier jaar vervalt de toegang."),
    ("instructions.infringement_warning", True,
     "Meent Verwerker dat een opdracht onwettig is, dan zegt zij dat meteen."),
    ("instructions.legal_exception", True,
     "Verwerker verwerkt gegevens in opdracht. Dat is slechts anders als een wettelijke bepaling tot een "
     "verwerking verplicht."),
    ("processing.own_purposes", False, "Verwerker gebruikt de gegevens nooit voor zichzelf."),
    ("processing.own_purposes", False,
     "Het is Verwerker verboden de gegevens te gebruiken voor zichzelf of voor een ander."),
    ("processing.own_purposes", True,
     "Verwerker mag de gegevens, van namen ontdaan, gebruiken om haar adviezen te verbeteren."),
    ("processing.own_purposes", None, "Verwerker mag de gegevens verplaatsen om de beveiliging te verbeteren."),
    ("security.standards", None, "Het datacentrum waarin de servers staan, is gecertificeerd volgens ISO 27001."),
    ("security.periodic_review", True, "Elk kwartaal onderzoekt Verwerker de werking van de beveiligingsmaatregelen."),
    ("audit.costs", "processor_if_noncompliant",
     "Klant mag een audit doen. Komen er gebreken aan het licht, dan betaalt Verwerker de kosten van de audit."),
    ("end.costs", "processor",
     "Na afloop geeft Verwerker de gegevens terug en wist ze daarna. Zij rekent daarvoor niets."),
    ("end.certificate", True, "Na afloop wist Verwerker de gegevens. Op verzoek bevestigt zij dat."),
    ("end.certificate", None,
     "Na afloop wist Verwerker de gegevens. Op verzoek bevestigt zij dat de factuur is betaald."),
    ("end.withheld_until_payment", False,
     "Na afloop geeft Verwerker de gegevens terug. Verwerker doet afstand van haar retentierecht op de gegevens."),
    ("end.return_format", "CSV- of JSON-bestand", "Na afloop ontvangt Klant de gegevens als CSV- of JSON-bestand."),
    ("end.legal_retention_exception", True,
     "Na afloop wist Verwerker de gegevens, tenzij een wettelijk voorschrift zich daartegen verzet."),
    ("end.deadline", "P45D", "Na afloop geeft Verwerker de gegevens terug of wist ze. Dat is gereed binnen 45 dagen."),
)  # fmt: skip


@pytest.mark.parametrize(("key", "value", "said"), _ROWS)
def test_other_turns_of_phrase_are_read(key: str, value: object, said: str) -> None:
    assert value_of(key, said) == value


def test_a_sentence_leans_on_the_one_before_in_its_article() -> None:
    clauses = (
        "Artikel 4. En als het misgaat?",
        "4.1 Bij een datalek waarschuwt Verwerker Klant binnen een dag nadat zij het heeft ontdekt.",
        "4.2 Zij belt daarvoor de contactpersoon, en stuurt daarna een mail.",
    )
    assert value_of("breach.channel", *clauses) == ("phone", "email")


def test_a_party_may_be_defined_without_a_capital() -> None:
    preamble = (
        "Verwerkersovereenkomst\n\n1. De gemeente Oeverdorp, hierna: gemeente;\n\n"
        "2. Kade Software B.V., hierna: opdrachtnemer;\n\n"
        "komen het volgende overeen.\n\n"
    )
    said = "Gemeente beslist of een datalek wordt gemeld aan de Autoriteit Persoonsgegevens."
    assert value_of("breach.authority_notifier", said, preamble=preamble) == "controller"


def test_a_term_of_its_own_for_sub_processors_is_known_by_its_definition() -> None:
    clauses = (
        "Artikel 1. Begrippen",
        "Hulpbedrijf: iedere (sub)verwerker van Verwerker.",
        "Artikel 2. Hulpbedrijven",
        "2.1 Verwerker zet geen Hulpbedrijf in zonder toestemming van Klant.",
    )
    assert value_of("subprocessors.authorisation", *clauses) == "specific"
