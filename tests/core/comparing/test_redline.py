"""A comparison as a Word file: accepted it is B, rejected it is A, also after LibreOffice has saved it."""

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from art28.comparing.compare import compare
from art28.comparing.redline import redline
from art28.document.flow import flow_of
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.comparing.texts import ENGLISH, NEW, OLD, agreement
from office import SAMPLES, converted, needs_libreoffice, settled
from valid import faults_of

AT = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"


def made(one: str = OLD, other: str = NEW) -> bytes:
    return redline(compare(agreement(one), agreement(other)), language="nl", at=AT)


def words(data: bytes | str, name: str = "redline.docx") -> list[str]:
    """What art28 reads, changes accepted."""
    given = data.encode() if isinstance(data, str) else data
    return re.findall(r"\w+", flow_of(read_document(given, name=name, limits=Limits())).text)


def rejected(data: bytes) -> bytes:
    """The file with every change undone: what was put in taken out, what was taken out put back."""
    source = zipfile.ZipFile(io.BytesIO(data))
    tree = etree.fromstring(source.read(DOCUMENT))
    for mark in tree.iter(f"{W}rPr"):
        for change in (*mark.findall(f"{W}ins"), *mark.findall(f"{W}del")):
            mark.remove(change)
    for put_in in list(tree.iter(f"{W}ins")):
        _parent(put_in).remove(put_in)
    for taken in list(tree.iter(f"{W}del")):
        for run in list(taken):
            for text in run.iter(f"{W}delText"):
                text.tag = f"{W}t"
            taken.addprevious(run)
        _parent(taken).remove(taken)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for entry in source.namelist():
            target.writestr(entry, etree.tostring(tree) if entry == DOCUMENT else source.read(entry))
    return out.getvalue()


def _parent(element: etree._Element) -> etree._Element:
    found = element.getparent()
    assert found is not None
    return found


def test_accepting_all_changes_gives_b_and_rejecting_them_gives_a() -> None:
    data = made()

    assert words(data) == words(NEW, "b.txt")
    assert words(rejected(data)) == words(OLD, "a.txt")


def test_a_number_that_alone_changes_is_a_change_too() -> None:
    first, second = "Verwerker verwerkt op instructie.", "Verwerker meldt inbreuken binnen 24 uur."
    head, put_in = "Verwerkersovereenkomst\n\nArtikel 1 Verwerking\n\n", "1.1 Verwerker houdt een register bij.\n\n"
    old = f"{head}1.1 {first}\n\n1.2 {second}\n"
    new = f"{head}{put_in}1.2 {first}\n\n1.3 {second.replace('24', '48')}\n"
    data = made(old, new)
    assert words(data) == words(new, "b.txt")
    assert words(rejected(data)) == words(old, "a.txt")


def test_each_fact_that_differs_is_remarked_on_where_it_stands() -> None:
    document = read_document(made(), name="redline.docx", limits=Limits())
    remarks = [comment.text for comment in document.comments]

    assert any("24 uur → 48 uur" in remark and "gunstiger voor de verwerker" in remark for remark in remarks)
    deadline = next(comment for comment in document.comments if "24 uur → 48 uur" in comment.text)
    assert "Verwerker meldt een datalek" in document.text[deadline.span.start : deadline.span.end]


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert made() == made()


def test_what_word_cannot_hold_does_not_break_it() -> None:
    data = made(other=NEW.replace("deskundige", "des\x07kundige"))

    assert "deskundige" not in words(data)


def test_it_is_a_word_file_by_the_rules_of_the_open_xml_sdk(tmp_path: Path) -> None:
    assert faults_of(made(), tmp_path / "redline.docx") == []


def test_texts_in_different_languages_have_no_redline() -> None:
    with pytest.raises(ValueError, match="different languages"):
        made(other=ENGLISH)


@needs_libreoffice
def test_libreoffice_opens_and_saves_it_without_loss(tmp_path: Path) -> None:
    long = (SAMPLES.parent / "text" / "01-telecom-cloud.txt").read_text(encoding="utf-8")
    pairs = {
        "short": (OLD, NEW),
        "long": (long, long.replace("dertig (30)", "zestig (60)").replace("24 uur", "36 uur")),
    }
    paths = []
    for name, (one, other) in pairs.items():
        paths.append(tmp_path / f"{name}.docx")
        paths[-1].write_bytes(made(one, other))

    out = converted(paths, "docx", tmp_path / "out")

    for name, (one, other) in pairs.items():
        before, saved = (tmp_path / f"{name}.docx").read_bytes(), (out / f"{name}.docx").read_bytes()
        assert words(saved) == words(before) == words(other, "b.txt")
        assert words(rejected(saved)) == words(rejected(before)) == words(one, "a.txt")


@needs_libreoffice
def test_libreoffice_accepts_and_rejects_every_change(tmp_path: Path) -> None:
    long = (SAMPLES.parent / "text" / "01-telecom-cloud.txt").read_text(encoding="utf-8")
    other = long.replace("dertig (30)", "zestig (60)").replace("24 uur", "36 uur")
    path = tmp_path / "redline.docx"
    path.write_bytes(made(long, other))

    accepted = settled(path, tmp_path, accept=True)
    turned_down = settled(path, tmp_path, accept=False)

    for saved in (accepted, turned_down):
        assert not [part for tag in ("ins", "del") for part in _document(saved).iter(f"{W}{tag}")]
    assert words(accepted) == words(other, "b.txt")
    assert words(turned_down) == words(long, "a.txt")
    assert other != long


def _document(data: bytes) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(DOCUMENT))
