"""Word documents with blanks of every kind, made with python-docx and XML of our own."""

import io
import zipfile
from collections.abc import Iterable
from functools import cache

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import docx
from art28.agreement.model import Agreement, Value
from art28.drafting.house.filling import Template
from art28.drafting.house.model import Blank
from art28.drafting.house.suggesting import suggest
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.places import Places
from art28.reading.read import read_document
from art28.reading.word.places import word_places

LIMITS = Limits()
AGREEMENT = (
    "Verwerkersovereenkomst",
    "De ondergetekenden:",
    "1. [NAAM KLANT], gevestigd aan de [adres], [postcode] [plaats], ingeschreven in het handelsregister onder nummer "
    '[KvK], vertegenwoordigd door [naam], [functie], hierna te noemen: "Verwerkingsverantwoordelijke";',
    "2. [NAAM], gevestigd aan de [adres], [postcode] [plaats], ingeschreven in het handelsregister onder nummer "
    '[KvK], vertegenwoordigd door [naam], [functie], hierna te noemen: "Verwerker";',
    "Artikel 1. Onderwerp",
    "1.1 Verwerker verwerkt persoonsgegevens uitsluitend op schriftelijke instructie van Verwerkingsverantwoordelijke. "
    "Uw klantnummer is {{klantnummer}}.",
    "Artikel 2. Datalekken",
    "2.1 Verwerker meldt een inbreuk in verband met persoonsgegevens uiterlijk binnen [●] uur na ontdekking aan "
    "Verwerkingsverantwoordelijke.",
    "2.2 Bij het einde van de overeenkomst wist Verwerker de persoonsgegevens binnen ………… dagen.",
    "Artikel 3. Aansprakelijkheid",
    "3.1 De aansprakelijkheid van Verwerker is beperkt tot een bedrag van € ________ per gebeurtenis.",
    "Handtekening: ……………………",
)
GIVEN = {
    "controller.name": "Stichting Beukenhof",
    "controller.street": "Lindelaan 3",
    "controller.postcode": "2611 AB",
    "controller.city": "Delft",
    "controller.registration": "12345678",
    "controller.representative": "P. de Boer",
    "controller.representative_role": "bestuurder",
    "processor.name": "Rekenhuis B.V.",
    "processor.street": "Kade 9",
    "processor.postcode": "2801 CD",
    "processor.city": "Gouda",
    "processor.registration": "87654321",
    "processor.representative": "A. Smit",
    "processor.representative_role": "directeur",
    "breach.deadline": "24 uur",
    "end.deadline": "30 dagen",
    "liability.cap": "€ 500.000",
}
VALUES: dict[str, Value] = {**GIVEN, "breach.deadline": "PT24H", "end.deadline": "P30D", "liability.cap": 500_000}


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str, form: str = "") -> str:
    """A field of several runs."""
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end")}
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{begin}{code}{marks['separate']}{result}{marks['end']}"


def control(properties: str, content: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def document(*paragraphs: str, header: str = "") -> bytes:
    """A Word file of paragraphs, each as the XML within it."""
    made = docx.Document()
    body = made.element.body
    for each in paragraphs:
        body.insert(len(body) - 1, parse_xml(f"<w:p {nsdecls('w')}>{each}</w:p>"))
    if header:
        made.sections[0].header.paragraphs[0].text = header
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def plain(*paragraphs: str, header: str = "") -> bytes:
    """A Word file of paragraphs as words."""
    escaped = (each.replace("&", "&amp;").replace("<", "&lt;") for each in paragraphs)
    return document(*(run(each) for each in escaped), header=header)


def places(data: bytes) -> Places:
    """Its places."""
    return word_places(data, name="sjabloon.docx", limits=LIMITS)


@cache
def blanks(data: bytes) -> tuple[Blank, ...]:
    """Its blanks as they are suggested."""
    return suggest(data, places(data), lambda copy: read_document(copy, name="sjabloon.docx", limits=LIMITS))


def template(data: bytes, language: str = "nl") -> Template:
    """The template that it makes, as suggested."""
    return Template(data, places(data), blanks(data), language=language)


def by_fact(of: Iterable[Blank], given: dict[str, str]) -> dict[str, str]:
    """What is given for facts, by the keys of their blanks."""
    return {each.key: given[each.fact] for each in of if each.fact in given}


def text(data: bytes) -> str:
    """The words of a Word file as art28 reads them."""
    return read_document(data, name="x.docx", limits=LIMITS).text


def read(data: bytes) -> Agreement:
    """The agreement in a Word file."""
    return extract(read_document(data, name="x.docx", limits=LIMITS))


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a file, unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {each: archive.read(each) for each in archive.namelist()}
