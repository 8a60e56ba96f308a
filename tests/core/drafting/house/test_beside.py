"""What a Word template can't say stands in an annex behind its copy, and every other byte stays."""

import io
import re
import zipfile

import pytest
from lxml import etree

from art28.agreement.model import Value
from art28.drafting.draft import draft
from art28.drafting.house.behind import NoBody, with_annex
from art28.drafting.house.beside import beside, paragraphs
from art28.reading.limits import Limits
from art28.reading.read import read_document
from docx import Document

GIVEN: dict[str, Value] = {
    "controller.name": "Stichting Zonhof", "processor.name": "Rekenhuis B.V.", "audit.notice": "P45D",
    "breach.deadline": "PT12H",
}  # fmt: skip
SAID = ("Bijlage: afwijkende afspraken", "Dit gaat voor.", "Een audit wordt 45 dagen & langer vooraf aangekondigd.")


def test_a_clause_goes_along_with_the_words_that_it_had() -> None:
    before = draft(GIVEN, template="balanced", language="nl")
    found = beside(before, ["audit.notice"])
    assert found.facts == {"audit.notice": "P45D"}
    (text,) = found.wording.values()
    assert "45 dagen" in text
    assert text in {clause.text for article in before.articles for clause in article.clauses}


def test_a_clause_that_names_another_place_of_its_agreement_stays_behind() -> None:
    before = draft(GIVEN, template="balanced", language="nl")
    naming = {
        key
        for article in before.articles
        for clause in article.clauses
        if re.search(r"Bijlage \d", clause.text)
        for key in clause.facts
    }
    assert naming
    for key in naming:
        said = [text for text in beside(before, [key]).wording.values() if re.search(r"Bijlage \d", text)]
        assert said == [], key


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_annex_says_that_it_prevails(language: str) -> None:
    heading, lead, item = paragraphs(("Zo.",), language)
    assert heading.startswith(("Bijlage", "Annex"))
    assert ("gaat daarop voor" if language == "nl" else "prevails") in lead
    assert item == "Zo."
    assert paragraphs((), language) == ()


def test_the_annex_stands_before_the_last_section_and_every_other_byte_stays() -> None:
    word = Document()
    word.add_paragraph("Artikel 1. Voorwerp")
    written = io.BytesIO()
    word.save(written)
    raw = zipfile.ZipFile(written).read("word/document.xml")
    made = with_annex(raw, SAID)
    begins = next(at for at, (one, other) in enumerate(zip(raw, made, strict=False)) if one != other)
    added = len(made) - len(raw)
    assert any(made[:at] + made[at + added :] == raw for at in range(max(0, begins - 16), begins + 1))
    assert made.index(b"afwijkende") < made.rindex(b"<w:sectPr")
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w") as target:
        for entry in source.infolist():
            target.writestr(entry, made if entry.filename == "word/document.xml" else source.read(entry))
    text = read_document(packed.getvalue(), name="a.docx", limits=Limits()).text
    assert text.index("Voorwerp") < text.index("afwijkende afspraken") < text.index("45 dagen & langer")


@pytest.mark.parametrize(
    ("raw", "before"),
    [
        (b'<x:document xmlns:x="u"><x:body><x:p/></x:body></x:document>', b"</x:body>"),
        (b'<document xmlns="u"><body><p/><sectPr/></body></document>', b"<sectPr/>"),
        (
            b'<w:document xmlns:w="u"><w:body><w:p><w:pPr><w:sectPr/></w:pPr></w:p>'
            b"<w:sectPr><w:sectPrChange><w:sectPr/></w:sectPrChange></w:sectPr></w:body></w:document>",
            b"<w:sectPr><w:sectPrChange>",
        ),
    ],
)
def test_it_is_written_with_the_names_that_the_file_has(raw: bytes, before: bytes) -> None:
    made, at = with_annex(raw, SAID), raw.index(before)
    assert made.startswith(raw[:at])
    assert made.endswith(raw[at:])
    prefix = raw[1 : raw.index(b":")].decode() + ":" if raw[:3] != b"<do" else ""
    assert f"<{prefix}pageBreakBefore/>".encode() in made


def test_a_part_without_a_body_is_refused() -> None:
    for raw in (b"<w:document xmlns:w='u'/>", b"<w:document"):
        with pytest.raises(NoBody):
            with_annex(raw, SAID)


def test_a_character_that_no_file_holds_becomes_a_blank() -> None:
    raw = b'<w:document xmlns:w="u"><w:body><w:p/></w:body></w:document>'
    made = with_annex(raw, ("Bijlage", "Dit gaat voor.", "Vijf\x0bdagen\x00vooraf"))
    assert "Vijf dagen vooraf" in "".join(map(str, etree.fromstring(made).itertext()))
