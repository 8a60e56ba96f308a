"""Drafts held against validators that others wrote."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

import pytest

import stamping
from art28.agreement.model import Value
from art28.drafting.addendum import Amended, Effect, addendum
from art28.drafting.amending import numbers_in, topics_in
from art28.drafting.clauses import templates
from art28.drafting.draft import draft
from art28.drafting.model import Draft
from art28.drafting.pdf import Initials, as_pdf
from art28.drafting.word import as_docx
from art28.sealing.key import Key, Level
from art28.sealing.seal import archive, seal
from art28.sealing.signable import signable
from core.drafting.given import GIVEN, MEASURES
from own_keys import authority, issued
from stamping import needs_openssl
from valid import broken_rules, faults_of, needs_verapdf

ON = date(2026, 11, 28)
EVERY = [(template, language) for template in sorted(templates()) for language in ("nl", "en")]


@needs_verapdf
def test_every_template_is_pdf_a_3a_and_pdf_ua_1_by_verapdf(tmp_path: Path) -> None:
    files = []
    for template, language in EVERY:
        drafted = draft(GIVEN[language], template=template, language=language, measures=MEASURES[language])
        files.append(tmp_path / f"{template}-{language}.pdf")
        files[-1].write_bytes(as_pdf(drafted, dated=ON))

    assert broken_rules(*files) == []


def added(language: str) -> Draft:
    """An addendum that replaces, adds, lets lapse, and brings an annex along."""
    said = partial(draft, template="balanced", language=language, measures=MEASURES[language])
    before = said(GIVEN[language])
    changed: Mapping[str, Value] = {
        "breach.deadline": "PT12H",
        "audit.notice": "-",
        "audit.existing_reports_first": True,
    }
    after = said({**GIVEN[language], **changed, "processing.data_subjects": ("leden",)})
    amended = Amended(title=before.title, numbers=numbers_in(before, before), articles=topics_in(before))
    return addendum(before, after, to=amended, effect=Effect(ON))


@needs_verapdf
def test_an_addendum_is_pdf_a_3a_and_pdf_ua_1_by_verapdf(tmp_path: Path) -> None:
    files = [tmp_path / f"{language}.pdf" for language in ("nl", "en")]
    for file in files:
        file.write_bytes(as_pdf(added(file.stem), dated=ON))

    assert broken_rules(*files) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_addendum_is_a_word_file_by_the_rules_of_the_open_xml_sdk(language: str, tmp_path: Path) -> None:
    assert faults_of(as_docx(added(language)), tmp_path / "addendum.docx") == []


@needs_verapdf
def test_what_is_put_before_signatories_and_what_is_sealed_stay_so_by_verapdf(tmp_path: Path) -> None:
    drafted = draft(GIVEN["nl"], template="customer", language="nl", measures=MEASURES["nl"])
    places = (Initials("Verwerkingsverantwoordelijke"), Initials("Verwerker"))
    shown, closed = tmp_path / "shown.pdf", tmp_path / "sealed.pdf"
    shown.write_bytes(signable(as_pdf(drafted, dated=ON, initials=places)))
    issued(tmp_path, "zegel", authority(tmp_path))
    pdf = as_pdf(drafted, dated=ON, initials=[Initials(each.whose, "PvdB") for each in places])
    closed.write_bytes(seal(pdf, Key(tmp_path / "zegel.key.pem", tmp_path / "zegel.pem"), reason="Proef")[0])

    assert broken_rules(shown, closed) == []


@needs_verapdf
@needs_openssl
def test_what_is_sealed_to_last_stays_so_by_verapdf(tmp_path: Path) -> None:
    drafted = draft(GIVEN["en"], template="balanced", language="en", measures=MEASURES["en"])
    with stamping.authority(tmp_path / "instantie") as root:
        root.keep_list(tmp_path / "material")
        key = Key(
            root.folder / "seal.key.pem", root.folder / "seal.pem", "", f"{root.url}/times", tmp_path / "material"
        )
        lasting, level = seal(as_pdf(drafted, dated=ON), key, reason="Proef")
        (tmp_path / "lasting.pdf").write_bytes(lasting)
        (tmp_path / "renewed.pdf").write_bytes(archive(lasting, key))

    assert level is Level.B_LTA
    assert broken_rules(tmp_path / "lasting.pdf", tmp_path / "renewed.pdf") == []


@needs_verapdf
def test_verapdf_sees_a_pdf_that_is_neither(tmp_path: Path) -> None:
    drafted = draft(GIVEN["nl"], template="balanced", language="nl", measures=MEASURES["nl"])
    path = tmp_path / "other.pdf"
    path.write_bytes(
        as_pdf(drafted, dated=ON).replace(b"<pdfuaid:part>1</pdfuaid:part>", b"<pdfuaid:part>9</pdfuaid:part>")
    )

    assert any("\tua1\tbroken\t" in line for line in broken_rules(path))


@pytest.mark.parametrize(("template", "language"), EVERY)
def test_every_template_is_a_word_file_by_the_rules_of_the_open_xml_sdk(
    template: str, language: str, tmp_path: Path
) -> None:
    drafted = draft(GIVEN[language], template=template, language=language, measures=MEASURES[language])

    assert faults_of(as_docx(drafted), tmp_path / "draft.docx") == []


def test_the_validator_sees_what_is_wrong_in_a_word_file(tmp_path: Path) -> None:
    drafted = draft(GIVEN["nl"], template="balanced", language="nl", measures=MEASURES["nl"])
    data = as_docx(drafted)

    assert faults_of(_with_a_stray_element(data), tmp_path / "wrong.docx")


def _with_a_stray_element(data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for entry in source.infolist():
            part = source.read(entry)
            if entry.filename == "word/document.xml":
                part = part.replace(b"<w:body>", b"<w:body><w:pPr/>", 1)
            target.writestr(entry, part)
    return made.getvalue()
