"""Whatever is sent is told by what it holds: read when it is a document, refused with a code and a way out when it isn't."""

import hashlib
import io
import zipfile

import pytest

from art28.document.model import Document, NoteCode
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.limits import Limits
from art28.reading.read import read_document

AGREEMENT = "Artikel 1. Beveiliging\n\n1.1 Verwerker beveiligt de gegevens.\n"


def read(data: bytes, name: str = "overeenkomst.txt") -> Document:
    return read_document(data, name=name, limits=Limits())


def refusal(data: bytes, name: str = "overeenkomst.pdf", limits: Limits | None = None) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as raised:
        read_document(data, name=name, limits=limits or Limits())
    return raised.value


@pytest.mark.parametrize(
    ("data", "reason", "says"),
    [
        (b"", Unreadable.EMPTY, "empty"),
        (b" \r\n\t\x00", Unreadable.EMPTY, "empty"),
        (b"MZ\x90\x00\x03\x00\x00\x00", Unreadable.UNKNOWN_FORMAT, "Windows program"),
        (b"\x7fELF\x02\x01\x01", Unreadable.UNKNOWN_FORMAT, "Linux program"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", Unreadable.UNKNOWN_FORMAT, "image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", Unreadable.UNKNOWN_FORMAT, "image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), Unreadable.UNKNOWN_FORMAT, "Word 2003"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            Unreadable.ENCRYPTED,
            "password",
        ),
        (b"%PDF-1.7\n1 0 obj", Unreadable.DAMAGED, "cut off"),
        (b"PK\x03\x04\x14\x00", Unreadable.DAMAGED, "cut off"),
        (bytes(range(256)) * 20, Unreadable.ENCODING, "UTF-8"),
    ],
)
def test_what_is_no_document_is_refused_with_a_code_and_a_reason(data: bytes, reason: Unreadable, says: str) -> None:
    error = refusal(data)
    assert error.reason is reason
    assert says in error.message
    assert "overeenkomst.pdf" in str(error)


@pytest.mark.parametrize(
    ("member", "what"),
    [("xl/workbook.xml", "Excel"), ("ppt/presentation.xml", "PowerPoint"), ("content.bin", "compressed folder")],
)
def test_other_zipped_files_are_named_in_the_refusal(member: str, what: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        if "/" in member:
            archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(member, "x")
    error = refusal(buffer.getvalue(), "overeenkomst.docx")
    assert error.reason is Unreadable.UNKNOWN_FORMAT
    assert what in error.message


def test_the_content_decides_and_not_the_name() -> None:
    page = "<!doctype html><html><body><h1>Artikel 1</h1><p>Verwerker beveiligt.</p></body></html>"
    assert read(page.encode(), "overeenkomst.txt").media_type == "text/html"
    assert read(AGREEMENT.encode(), "overeenkomst.pdf").media_type == "text/plain"
    assert read(b"# Artikel 1\n\n**Verwerker** beveiligt.\n\n## A\n\n## B\n", "x.txt").media_type == "text/markdown"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_with_a_known_encoding_is_read_without_a_note(encoding: str) -> None:
    text = "Artikel 1. Begrippen\nCategorieën van betrokkenen: cliënten – en mantelzorgers.\n"
    document = read(text.encode(encoding))
    assert document.text == text
    assert document.notes == ()


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be"])
def test_text_in_a_guessed_encoding_carries_a_note(encoding: str) -> None:
    text = "Artikel 1. Begrippen\nCategorieën van betrokkenen: cliënten en mantelzorgers.\n"
    document = read(text.encode(encoding))
    assert document.text == text
    assert [(note.code, note.detail) for note in document.notes] == [(NoteCode.ENCODING_GUESSED, encoding)]


def test_a_text_cut_off_within_a_character_is_read_up_to_there() -> None:
    document = read("Categorieën: cliënten, patiënten en relaties met een coördinaat é".encode()[:-1])
    assert document.text.endswith("coördinaat ")
    assert document.notes[0].code is NoteCode.ENCODING_GUESSED


def test_line_ends_of_a_text_file_are_left_as_they_are() -> None:
    text = "Artikel 1.\r\nVerwerker beveiligt de gegevens.\r\n\r\nArtikel 2.\r\n"
    assert read(text.encode()).text == text


def test_a_file_larger_than_the_limit_is_refused() -> None:
    limits = Limits(file_bytes=10)
    assert refusal(AGREEMENT.encode(), limits=limits).reason is Unreadable.TOO_LARGE


def test_more_characters_than_the_limit_are_refused() -> None:
    assert refusal(AGREEMENT.encode(), limits=Limits(characters=20)).reason is Unreadable.TOO_LARGE


def test_the_hash_is_that_of_the_bytes_and_the_extraction_names_its_reader() -> None:
    document = read(b"Artikel 1.\n")
    assert document.sha256 == hashlib.sha256(b"Artikel 1.\n").hexdigest()
    assert document.extraction == "text/1"
