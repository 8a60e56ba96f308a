"""Duties that are said in two steps, or by an ordinary turn of phrase: a limit in the next sentence, a label that asks."""

import pytest

from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.extraction.clauses import agreement_of, preamble_of, value_of

DEADLINE, WORDING, STARTS = "breach.deadline", "breach.wording", "breach.clock_starts"
BREACH_COSTS, AUDIT_COSTS = "breach.costs", "audit.costs"
ONLY, EXCEPTION = "instructions.only_on_instruction", "instructions.legal_exception"
CERTIFICATE, FOLLOW_UP = "end.certificate", "breach.follow_up"
NL, EN, DE = "nl", "en", "de"
ON_BREACHES = "Artikel 6. Datalekken"
TOLD = "Zodra Verwerker van een datalek weet heeft, bericht hij Verwerkingsverantwoordelijke."
TIMED = "Verwerker meldt een datalek binnen 24 uur na ontdekking aan Verwerkingsverantwoordelijke."
BOUND = "Verwerker verwerkt persoonsgegevens alleen in opdracht van Verwerkingsverantwoordelijke."
GONE = "Verwerker wist alle persoonsgegevens bij het einde van de overeenkomst."


@pytest.mark.parametrize(
    ("key", "language", "clauses", "value"),
    [
        (DEADLINE, NL, (ON_BREACHES, f"{TOLD} Dit doet hij zo snel als hij kan, maar uiterlijk binnen 30 uur."), "PT30H"),
        (DEADLINE, NL, (ON_BREACHES, f"{TOLD} Dit gebeurt telefonisch en uiterlijk binnen 30 uur."), "PT30H"),
        (WORDING, NL, (ON_BREACHES, f"{TOLD} Deze melding geschiedt binnen twee dagen."), "fixed"),
        (STARTS, NL, (ON_BREACHES, f"{TOLD} Dat gebeurt binnen twee dagen."), ("awareness",)),
        (DEADLINE, NL, (ON_BREACHES, f"{TOLD} Onderaannemers waarschuwen Verwerker binnen 12 uur."), None),
        (DEADLINE, NL, (ON_BREACHES, f"{TOLD} De melding aan de Autoriteit Persoonsgegevens gebeurt binnen 72 uur."), None),
        (DEADLINE, EN, ("6. Data breaches", "The Processor notifies the Controller of a personal data breach. "
         "Such notice shall be given within 20 hours."), "PT20H"),
        (STARTS, EN, ("6. Data breaches", "On learning of a personal data breach, the Processor shall notify the "
         "Controller within 20 hours."), ("awareness",)),
        (STARTS, EN, ("6. Data breaches", "The Processor shall, on request, notify the Controller of a personal data breach "
         "within 20 hours."), None),
        (BREACH_COSTS, NL, (ON_BREACHES, f"{TIMED} Is een datalek het gevolg van een fout van Verwerker, dan draagt "
         "Verwerker de kosten van het onderzoek."), "processor"),
        (BREACH_COSTS, NL, (ON_BREACHES, f"{TIMED} De kosten van een datalek draagt Verwerkingsverantwoordelijke, tenzij "
         "Verwerker tekortschiet; in dat geval zijn de kosten voor rekening van Verwerker."), "controller"),
        (BREACH_COSTS, NL, (ON_BREACHES, f"{TIMED} Verwerker draagt de kosten van het datalek als hij "
         "tekortschoot, in andere gevallen draagt Verwerkingsverantwoordelijke die kosten."), "controller"),
        (BREACH_COSTS, NL, (ON_BREACHES, f"{TIMED} Verwerker betaalt de kosten van het herstel. Iedere partij draagt "
         "overigens haar eigen kosten."), "each_own"),
        (AUDIT_COSTS, NL, ("Artikel 8. Audit", "Verwerkingsverantwoordelijke mag een audit laten uitvoeren. De kosten "
         "daarvan zijn voor rekening van Verwerkingsverantwoordelijke, tenzij een wezenlijk gebrek wordt gevonden; alsdan "
         "komen de kosten voor rekening van Verwerker."), "processor_if_noncompliant"),
        (ONLY, NL, ("Verwerker verwerkt gegevens slechts zoals Verwerkingsverantwoordelijke hem heeft opgedragen.",), True),
        (ONLY, NL, ("Verwerker wist gegevens slechts zoals Verwerkingsverantwoordelijke hem heeft opgedragen.",), None),
        (ONLY, NL, ("Verwerker gebruikt de gegevens alleen om de dienst te leveren en volgt daarbij de instructies van "
         "Verwerkingsverantwoordelijke.",), True),
        (EXCEPTION, NL, ("Artikel 2. Opdracht", f"{BOUND} Een uitzondering geldt voor een verwerking waartoe Verwerker op "
         "grond van het Unierecht gehouden is."), True),
        (EXCEPTION, NL, ("Artikel 2. Opdracht", f"{BOUND} Dwingt Belgisch of Europees recht tot een verwerking buiten de "
         "opdracht, dan laat Verwerker dat vooraf weten."), True),
        (EXCEPTION, NL, ("Artikel 2. Opdracht", f"{BOUND} Een uitzondering geldt voor gegevens die Verwerker volgens de wet "
         "moet bewaren."), None),
        (CERTIFICATE, NL, ("Artikel 9. Einde", f"{GONE} Hij geeft daarvan een ondertekende bevestiging."), True),
        (CERTIFICATE, NL, ("Artikel 9. Einde", f"{GONE} Hij stuurt een bevestiging van de opzegging."), None),
        (CERTIFICATE, EN, ("9. Termination", "On termination the Processor deletes all personal data. It provides written "
         "confirmation thereof."), True),
        (FOLLOW_UP, NL, (ON_BREACHES, f"{TIMED} Wat dan nog niet duidelijk is, volgt zo snel mogelijk."), True),
        (FOLLOW_UP, NL, (ON_BREACHES, f"{TIMED} Wat nog niet is betaald, wordt verrekend."), None),
    ],
)  # fmt: skip
def test_the_same_duty_in_two_steps(key: str, language: str, clauses: tuple[str, ...], value: object) -> None:
    assert value_of(key, *clauses, preamble=preamble_of(language)) == value


def _read(html: str) -> dict[str, object]:
    document = read_document(html.encode(), name="paper.html", limits=Limits())
    agreement = extract(document)
    return {key: agreement.value(key) for key in agreement.facts}


def _sheet(label: str, answer: str, above: str = "Gegevensblad") -> str:
    return (
        "<h1>Verwerkersovereenkomst</h1><p>Kade Noord B.V. (hierna: Verwerkingsverantwoordelijke) en Rekenhuis Zuid B.V. "
        f"(hierna: Verwerker) komen overeen.</p><h2>{above}</h2><table><tr><td>{label}</td><td>{answer}</td></tr></table>"
    )


@pytest.mark.parametrize(
    ("label", "key", "answer", "value"),
    [
        ("Van wie komen de gegevens", "processing.data_subjects", "Leden; Vrijwilligers", ("Leden", "Vrijwilligers")),
        ("Wat voor gegevens", "processing.data_categories", "Lidnummers; Pasfoto's", ("Lidnummers", "Pasfoto's")),
        ("Waarvoor gebruiken wij die", "processing.purposes", "Innen van contributie", ("Innen van contributie",)),
        ("Waarvoor u ons belt", "processing.purposes", "Storingen aan de lift", None),
        ("Van wie", "processing.data_subjects", "Onze leverancier", None),
    ],
)
def test_a_label_in_a_table_may_ask(label: str, key: str, answer: str, value: tuple[str, ...] | None) -> None:
    assert _read(_sheet(label, answer)).get(key) == value


@pytest.mark.parametrize(
    ("place", "processing_in"), [("Servers in", ("NL",)), ("Place of processing", ("NL",)), ("Opmerking", None)]
)
def test_heads_of_a_table_of_suppliers(place: str, processing_in: tuple[str, ...] | None) -> None:
    html = _sheet("Dienst", "Boekhouden") + (
        "<h2>Hulpleveranciers</h2><table><tr><th>Bedrijf</th><th>Taak</th><th>Zetel</th>"
        f"<th>{place}</th></tr><tr><td>Kelderkast B.V.</td><td>Opslag</td><td>België</td><td>Nederland</td></tr></table>"
    )
    listed = _read(html)["subprocessors.list"]
    assert isinstance(listed, tuple)
    (record,) = listed
    assert (record["name"], record["established_in"], record["processing_in"]) == (
        "Kelderkast B.V.",
        "BE",
        processing_in,
    )


def test_who_signs_is_known_by_the_name_in_the_preamble_whatever_its_capitals() -> None:
    html = (
        "<h1>Data Processing Agreement</h1><p>between (1) HARBOUR NORTH LIMITED, whose registered office is at 3 Quay "
        "Street, Galway (the “Controller”); and (2) COUNTING HOUSE LIMITED, whose registered office is at 4 Bridge "
        "Road, Cork (the “Processor”).</p><p>1. The Processor processes data only on instructions of the Controller.</p>"
        "<h2>Signed by the parties</h2><table><tr><td>For Harbour North Limited<br>Name: Maeve Tully<br>Title: Director<br>"
        "Date: 3 May 2024</td><td>For Counting House Limited<br>Name: Owen Carty<br>Title: Managing Director<br>"
        "Date: 4 May 2024</td></tr></table>"
    )
    read = _read(html)
    assert read.get("controller.representative") == "Maeve Tully"
    assert read.get("processor.representative_role") == "Managing Director"


@pytest.mark.parametrize(("term", "name"), [("Contractant", "Stichting Veerhuis"), ("Contractpartij", None)])
def test_the_party_beside_a_blank_one_is_known_by_the_other_term(term: str, name: str | None) -> None:
    preamble = (
        "Verwerkersovereenkomst\n\nDe ondergetekenden:\n\n"
        "1. Stichting Veerhuis, kantoorhoudende aan de Dijkweg 8 te (4141 BB) Leerdam, ingeschreven in het handelsregister "
        "van de Kamer van Koophandel onder nummer 41200300, hierna te noemen “de Remise”;\n\n"
        f"2. [naam], gevestigd te [plaats], ingeschreven onder nummer [nummer], hierna te noemen “{term}”;\n\n"
        "komen overeen:\n\n"
    )
    read = agreement_of(f"1.1 {term} verwerkt persoonsgegevens in opdracht van de Remise.", preamble=preamble)
    assert read.value("controller.name") == name
    assert read.value("controller.postcode") == ("4141 BB" if name else None)
