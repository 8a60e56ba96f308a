"""1,000 copies of a Word document of twelve pages filled in, beside two common ways: its XML replaced and the archive
packed anew, and python-docx over every paragraph. These find a blank by its bare words; neither finds one that Word cut.
"""

import io
import sys
import zipfile
from collections.abc import Mapping

import docx
from art28.drafting.house.filling import Template
from art28.drafting.house.model import Blank, Use
from art28.reading.limits import Limits
from art28.reading.word.places import word_places
from measure import row, side_by_side

COPIES = 1_000
# python-docx takes so long that a part of them stands for all.
SAMPLE = 20
BAR = 1.0
FIELDS = tuple(f"veld{number:02d}" for number in range(30))


def agreement() -> bytes:
    """A document of twelve pages with thirty fields in it, most of them at two places."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Dossier {{veld00}}"
    for number in range(1, 61):
        made.add_heading(f"Artikel {number}", 1)
        for clause in range(1, 5):
            words = "Verwerker verwerkt persoonsgegevens uitsluitend op schriftelijke instructie. " * 3
            made.add_paragraph(f"{number}.{clause} {words}")
        made.add_paragraph(f"Hierbij geldt {{{{{FIELDS[number % len(FIELDS)]}}}}} als afgesproken.")
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def by_bare_zip(data: bytes, words: Mapping[str, str]) -> bytes:
    """The words replaced in the parts as they stand, and everything packed anew."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            part = source.read(entry)
            if entry.filename.startswith("word/") and entry.filename.endswith(".xml"):
                text = part.decode()
                for name, said in words.items():
                    text = text.replace(f"{{{{{name}}}}}", said)
                part = text.encode()
            target.writestr(entry, part)
    return written.getvalue()


def by_python_docx(data: bytes, words: Mapping[str, str]) -> bytes:
    """Each paragraph's runs gone through."""
    made = docx.Document(io.BytesIO(data))
    for paragraph in (*made.paragraphs, *made.sections[0].header.paragraphs):
        for run in paragraph.runs:
            if "{{" in run.text:
                for name, said in words.items():
                    run.text = run.text.replace(f"{{{{{name}}}}}", said)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def main(copies: int) -> None:
    """Fill in, and hold."""
    data = agreement()
    given = [{name: f"Klant {number} {name}" for name in FIELDS} for number in range(copies)]
    places = word_places(data, name="sjabloon.docx", limits=Limits())
    keys: dict[str, list[int]] = {}
    for number, place in enumerate(places.places):
        keys.setdefault(place.name, []).append(number)
    blanks = [Blank(name, name, tuple(among), "", "", "", Use.OWN) for name, among in keys.items()]

    def ours() -> None:
        template = Template(data, places, blanks, language="nl")
        for each in given:
            copy = template.fill(template.values(each))
            assert not copy.open

    sample = given[: max(1, copies * SAMPLE // COPIES)]
    times = side_by_side(
        {
            "ours": ours,
            "bare zip": lambda: [by_bare_zip(data, each) for each in given],
            "python-docx": lambda: [by_python_docx(data, each) for each in sample],
        },
        rounds=3,
        seconds=60,
    )
    times["python-docx"] *= copies / len(sample)
    for name in ("bare zip", "python-docx"):
        row(f"{copies:,} copies", times["ours"], times[name], baseline_name=name, bar=BAR)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COPIES)
