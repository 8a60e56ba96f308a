"""Certificates and letters held against a validator that others wrote, under the operator's seal too."""

from pathlib import Path

import pytest

from art28.letters.pdf import as_pdf
from core.letters.specimens import as_letter, specimens
from valid import broken_rules, needs_verapdf
from web.reports.test_documents import certificate


@needs_verapdf
@pytest.mark.django_db
def test_a_sealed_certificate_and_every_letter_are_pdf_a_3a_and_pdf_ua_1_by_verapdf(tmp_path: Path) -> None:
    made = {f"certificate-{language}": content for language, content in certificate().items()}
    assert all(b"/ByteRange" in content for content in made.values())  # sealed
    made |= {f"{each.kind.value}-{each.language.value}": as_pdf(as_letter(each)) for each in specimens()}
    files = [tmp_path / f"{name}.pdf" for name in made]
    for file, content in zip(files, made.values(), strict=True):
        file.write_bytes(content)
    assert broken_rules(*files) == []
