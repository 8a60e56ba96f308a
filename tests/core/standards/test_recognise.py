"""Which model an agreement follows, on what evidence, and where it deviates."""

import pytest

from art28.standards.model import models
from art28.standards.recognise import EvidenceKind, Relation, Sureness, recognise
from core.standards.texts import FILLING, made_on, model, reading_of

COMMISSION = [(name, language) for name in ("scc-2021-915", "scc-2021-914") for language in ("nl", "en", "de", "fr")]
NAMED = {
    "nldigital-data-pro": ("Deel 2: Standaardclausules voor verwerkingen\n\nVersie: september 2019", "september 2019"),
    "vng-gemeenten": ("Standaard Verwerkersovereenkomst Gemeenten, versie 2.1\n\nVNG en IBD; BIO; GIBIT", "2.1"),
    "boz-zorg": ("Verwerkersovereenkomst Brancheorganisaties Zorg, versie 3\n\nNEN 7510; NEN 7512; zorgaanbieder", "3"),
    "arbit-rijk": ("Model Verwerkersovereenkomst ARBIT-2018\n\nDe Staat der Nederlanden; Personeel van Verwerker", "2018"),
    "onderwijs-convenant": ("Model Verwerkersovereenkomst 3.0\n\nConvenant Digitale Onderwijsmiddelen en Privacy", "3.0"),
    "surf": ("Model verwerkersovereenkomst SURF, versie 4.0\n\nJuridisch Normenkader; Instelling", "4.0"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "language"), COMMISSION)
def test_the_commissions_clauses_are_recognised_by_their_clauses_alone(name: str, language: str) -> None:
    (found, *rest) = recognise(made_on(model(name), language))
    assert (found.model.id, found.relation, found.sureness, rest) == (name, Relation.FOLLOWS, Sureness.CERTAIN, [])
    assert found.version == name.removeprefix("scc-").replace("-", "/")
    assert (found.missing, found.added) == ((), ())


@pytest.mark.parametrize("name", NAMED)
def test_a_model_named_in_the_title_is_recognised_with_its_version(name: str) -> None:
    head, version = NAMED[name]
    tail = "\n\n".join([FILLING["nl"]] * 3)
    (found,) = recognise(made_on(model(name), "nl", head=head, tail=tail))
    assert (found.model.id, found.relation, found.version) == (name, Relation.FOLLOWS, version)


def test_the_danish_clauses_are_recognised() -> None:
    (found,) = recognise(made_on(model("datatilsynet-2019"), "en"))
    assert (found.model.id, found.relation) == ("datatilsynet-2019", Relation.FOLLOWS)


def test_clauses_left_out_are_missing_by_number_and_title() -> None:
    (found,) = recognise(made_on(model("scc-2021-915"), "en", without=("5", "7.5")))
    assert [(clause.number, clause.title("en")) for clause in found.missing] == [
        ("5", "Docking clause"),
        ("7.5", "Sensitive data"),
    ]


def test_articles_that_the_model_does_not_have_are_added() -> None:
    extra = f"Clause 11 Price adjustment\n\n{FILLING['en']}"
    (found,) = recognise(made_on(model("scc-2021-915"), "en", tail=extra))
    assert found.added == ("Clause 11 Price adjustment",)


def test_evidence_is_cited_in_the_documents_own_words() -> None:
    reading = made_on(model("scc-2021-915"), "de")
    (found,) = recognise(reading)
    whole = reading.flow.document.text
    citations = [citation for each in found.evidence for citation in each.citations]
    assert citations
    assert all(whole[c.start : c.end] == c.text for c in citations)
    docking = next(each for each in found.evidence if each.clause == "5")
    assert (docking.kind, docking.citations[0].text) == (EvidenceKind.CLAUSE, "Klausel 5 Kopplungsklausel")


@pytest.mark.parametrize(
    ("sentence", "modules"),
    [
        ("The parties enter into the clauses of Implementing Decision (EU) 2021/914, Module Two, for such transfers.", (2,)),
        ("Op doorgifte is Uitvoeringsbesluit (EU) 2021/914 (module twee en module drie) van toepassing.", (2, 3)),
        ("Die Parteien schließen die Klauseln nach Durchführungsbeschluss (EU) 2021/914, Modul 3, hiermit ab.", (3,)),
    ],
)  # fmt: skip
def test_clauses_taken_in_by_a_reference_are_told_with_their_modules(sentence: str, modules: tuple[int, ...]) -> None:
    language = {"T": "en", "O": "nl", "D": "de"}[sentence[0]]
    (found,) = recognise(reading_of("\n\n".join([FILLING[language], sentence, FILLING[language]])))
    assert (found.relation, found.modules, found.version) == (Relation.INCORPORATES, modules, "2021/914")


def test_a_declaration_alone_is_no_more_than_that() -> None:
    said = "Deze overeenkomst is gebaseerd op de standaard verwerkersovereenkomst gemeenten."
    text = "\n\n".join(["Verwerkersovereenkomst", said, FILLING["nl"]])
    (found,) = recognise(reading_of(text))
    assert (found.model.id, found.relation, found.sureness) == ("vng-gemeenten", Relation.DECLARES, Sureness.NAMED_ONLY)


@pytest.mark.parametrize(
    "sentence",
    [
        "Op deze overeenkomst zijn de NLdigital Voorwaarden 2020 van toepassing.",
        "Dit is een standaard verwerkersovereenkomst. Gemeenten mogen bepalingen toevoegen.",
        "Opdrachtgever mag ook de model verwerkersovereenkomst van de VNG aanbieden.",
        "Deze overeenkomst is niet gebaseerd op de model verwerkersovereenkomst ARBIT.",
        "Verwerker werkt voor zorginstellingen en houdt zich aan NEN 7510, NEN 7512 en NEN 7513.",
        "Doorgifte vindt plaats op grond van een adequaatheidsbesluit of van standaardcontractbepalingen.",
    ],
)
def test_a_name_in_passing_is_no_model(sentence: str) -> None:
    text = "\n\n".join(
        ["Verwerkersovereenkomst", "Partij A en partij B spreken het volgende af.", *[FILLING["nl"]] * 30, sentence]
    )
    assert recognise(reading_of(text)) == ()


def test_titles_that_any_agreement_has_are_no_model() -> None:
    titles = (
        "Definities",
        "Onderwerp",
        "Beveiliging",
        "Geheimhouding",
        "Subverwerkers",
        "Aansprakelijkheid",
        "Duur en beëindiging",
        "Kosten",
    )
    text = "\n\n".join(f"Artikel {number}. {title}\n\n{FILLING['nl']}" for number, title in enumerate(titles, 1))  # fmt: skip
    assert recognise(reading_of(text)) == ()


def test_a_model_is_looked_for_in_its_own_languages_only() -> None:
    german_only = [each for each in models() if "de" in each.languages]
    assert {each.model.id for each in recognise(made_on(model("scc-2021-915"), "de"))} <= {m.id for m in german_only}
