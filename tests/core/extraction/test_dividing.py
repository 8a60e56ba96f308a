"""A file that holds several processor agreements: each is read by itself; what belongs to one stays with it."""

import pytest

from art28.agreement.model import Agreement
from art28.document.model import Document
from art28.extraction.extract import documents_in, extract, extract_each
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.extraction.bundles import MAIN_CONTRACT, OTHER, dutch


def document(text: str, name: str = "bundel.txt") -> Document:
    """The document that the text is."""
    return read_document(text.encode(), name=name, limits=Limits())


def deadlines(agreements: list[Agreement]) -> list[object]:
    """Within what time each reports a breach."""
    return [agreement.value("breach.deadline") for agreement in agreements]


def test_two_agreements_are_read_each_by_itself() -> None:
    whole = document(dutch() + OTHER)

    agreements = list(extract_each(whole))

    assert deadlines(agreements) == ["PT24H", "PT48H"]
    assert [agreement.value("processor.name") for agreement in agreements] == [
        "Alfa Hosting B.V.",
        "Beta Software B.V.",
    ]
    assert [agreement.value("end.deadline") for agreement in agreements] == ["P30D", "P90D"]
    assert not any(question.key == "breach.deadline" for agreement in agreements for question in agreement.questions)


def test_every_citation_counts_in_the_text_of_the_file() -> None:
    whole = document(dutch() + OTHER)
    starts = []

    for agreement in extract_each(whole):
        share = agreement.reading.flow.document.share
        assert share is not None
        starts.append((share.number, share.of, share.span.start))
        for fact in agreement.facts.values():
            for citation in fact.citations:
                assert whole.text[citation.start : citation.end] == citation.text
                assert share.span.start <= citation.start < citation.end <= share.span.end

    assert starts == [(1, 2, 0), (2, 2, whole.text.index("Verwerkersovereenkomst", 10))]


def test_a_second_agreement_between_the_same_parties_for_another_service_is_one_of_its_own() -> None:
    second = dutch(title="Verwerkersovereenkomst back-updiensten", hours=12)

    assert deadlines(list(extract_each(document(dutch(title="Verwerkersovereenkomst hosting") + second)))) == [
        "PT24H",
        "PT12H",
    ]


def test_a_main_contract_in_between_belongs_to_neither() -> None:
    whole = document(dutch() + MAIN_CONTRACT + OTHER)

    shares = [each.share for each in documents_in(whole)]

    assert [(whole.text[share.span.start : share.span.end].strip()) for share in shares if share] == [
        dutch().strip(),
        OTHER.strip(),
    ]
    assert deadlines(list(extract_each(whole))) == ["PT24H", "PT48H"]


def test_agreements_that_are_annexes_to_a_main_contract_are_agreements() -> None:
    first = dutch(title="Bijlage 1: Verwerkersovereenkomst hosting")
    second = dutch(title="Bijlage 2: Verwerkersovereenkomst salarisadministratie", hours=48)

    assert deadlines(list(extract_each(document(MAIN_CONTRACT + first + second)))) == ["PT24H", "PT48H"]


ANNEXES = {
    "an annex that names the agreement": """
Bijlage 1 bij de Verwerkersovereenkomst

1. Partijen

Verwerker: Alfa Hosting B.V., gevestigd te Beekstad. Verwerkingsverantwoordelijke: Gemeente Aasdorp, gevestigd te Aasdorp.

2. Gegevens

Namen, adressen en telefoonnummers van inwoners, en wat zij de gemeente vragen, zo lang hun vraag in behandeling is.

3. Subverwerkers

Gamma Opslag B.V. in Nederland bewaart de kopieën.
""",
    "a model for sub-processors": "\nBijlage 3: Model verwerkersovereenkomst\n\n"
    + dutch(title="Verwerkersovereenkomst met een subverwerker", controller="Alfa Hosting B.V.", processor="[naam]"),
    "an agreement with sub-processors": dutch(title="Subverwerkersovereenkomst", processor="[naam]"),
    "an amendment": dutch(title="Addendum bij de Verwerkersovereenkomst", hours=36),
    "standard clauses": """
STANDARD CONTRACTUAL CLAUSES

between

Gemeente Aasdorp, hereinafter the data exporter, and Alfa Hosting B.V., hereinafter the data importer

Clause 1 Purpose and scope

The purpose of these clauses is to ensure compliance with the requirements for the transfer of personal data to
a third country.

Clause 2 Effect

These clauses set out appropriate safeguards, including enforceable data subject rights and effective legal remedies.

Clause 3 Beneficiaries

Data subjects may invoke and enforce these clauses, as third-party beneficiaries, against the exporter and the importer.
""",
}  # fmt: skip


@pytest.mark.parametrize("annex", ANNEXES.values(), ids=ANNEXES.keys())
def test_what_is_attached_to_an_agreement_is_no_agreement_of_its_own(annex: str) -> None:
    whole = document(dutch(annex=annex))

    assert documents_in(whole) == (whole,)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(dutch(), id="one"),
        pytest.param(MAIN_CONTRACT + dutch(), id="one after its main contract"),
        pytest.param(dutch() + MAIN_CONTRACT, id="one before its main contract"),
        pytest.param(
            "Verwerkersovereenkomst\n\ntussen\n\nGemeente Aasdorp\n\nen\n\nAlfa Hosting B.V.\n\nInhoud\n\nArtikel 1 "
            "Onderwerp\nArtikel 2 Datalekken\nArtikel 3 Geheimhouding\nArtikel 4 Einde\n\n" + dutch(),
            id="one with a cover and a list of contents",
        ),
        pytest.param(
            dutch().replace("\n\nArtikel", "\n\nVerwerkersovereenkomst Gemeente Aasdorp\n\nArtikel"),
            id="a head on each page",
        ),
        pytest.param(dutch() + dutch(), id="two copies"),
        pytest.param("Wij verwerken namen.\n", id="no title at all"),
    ],
)
def test_a_file_with_one_agreement_is_read_as_ever(text: str) -> None:
    whole = document(text)

    assert documents_in(whole) == (whole,)
    assert [agreement.facts for agreement in extract_each(whole)] == [extract(whole).facts]


def test_a_translation_goes_with_the_agreement_that_it_translates() -> None:
    english = """Data Processing Agreement

The undersigned:

Gemeente Aasdorp, having its registered office in Aasdorp, hereinafter: the Controller,

and

Alfa Hosting B.V., having its registered office in Beekstad, hereinafter: the Processor,

agree as follows:

Article 1 Subject

The Processor shall process the personal data only on documented instructions from the Controller and
for no purpose of its own.

Article 2 Breaches

The Processor shall notify the Controller of a personal data breach within 24 hours after becoming aware of it, by e-mail.

Article 3 Confidentiality

The Processor and all who work for it shall keep the personal data confidential, also after the end of this agreement.

Signed by the parties
"""
    whole = document(dutch() + english)

    assert documents_in(whole) == (whole,)


def test_several_agreements_in_a_web_page_are_told_apart() -> None:
    page = "".join(
        "".join(
            f"<h1>{part}</h1>" if part.startswith("Verwerkersov") else f"<p>{part}</p>" for part in text.split("\n\n")
        )
        for text in (dutch(), OTHER)
    )

    assert deadlines(list(extract_each(document(f"<html><body>{page}</body></html>", "bundel.html")))) == [
        "PT24H",
        "PT48H",
    ]
