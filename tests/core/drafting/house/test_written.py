"""A filled Word document as a draft: its clauses and tables as they stand, on a page, as PDF and as Markdown."""

import io
from datetime import date

import docx
from art28.drafting.house.written import as_draft
from art28.drafting.html import as_html
from art28.drafting.markdown import as_markdown
from art28.drafting.pdf import as_pdf
from art28.reading.read import read_document
from core.drafting.house.forms import LIMITS, VALUES

ON = date(2026, 11, 28)


def filled() -> bytes:
    """A document with headings, clauses and a table in the middle."""
    made = docx.Document()
    made.add_heading("Verwerkersovereenkomst", 0)
    made.add_paragraph("Stichting Beukenhof en Rekenhuis B.V. komen overeen:")
    made.add_heading("Artikel 1. Gegevens", 1)
    made.add_paragraph("1.1 Verwerker verwerkt de gegevens in de tabel.")
    table = made.add_table(2, 2)
    for cell, text in zip(
        (each for row in table.rows for each in row.cells), ("Gegeven", "Doel", "naam", "administratie"), strict=True
    ):
        cell.text = text
    made.add_paragraph("1.2 Wijzigingen worden schriftelijk overeengekomen.")
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def test_a_document_keeps_its_headings_numbers_and_tables_in_order() -> None:
    word = filled()
    document = read_document(word, name="x.docx", limits=LIMITS)
    made = as_draft(document, word, name="Huismodel", language="nl", facts=VALUES, blanks=("end.deadline",))

    assert made.title == "Verwerkersovereenkomst"
    assert made.opening == ("Stichting Beukenhof en Rekenhuis B.V. komen overeen:",)
    (article,) = made.articles
    assert article.heading == "Artikel 1. Gegevens"
    assert [(each.number, each.table is not None) for each in article.clauses] == [
        ("1.1", False),
        ("", True),
        ("1.2", False),
    ]
    assert article.clauses[1].table is not None
    assert article.clauses[1].table.rows == (("naam", "administratie"),)
    assert (made.word, made.blanks) == (word, ("end.deadline",))
    assert made.signatures[0][1] == "Naam: P. de Boer"


def test_it_is_written_as_our_own_drafts_are() -> None:
    word = filled()
    document = read_document(word, name="x.docx", limits=LIMITS)
    made = as_draft(document, word, name="Huismodel", language="nl", facts={}, blanks=())

    for data, name in (
        (as_html(made).encode(), "x.html"),
        (as_markdown(made).encode(), "x.md"),
        (as_pdf(made, dated=ON), "x.pdf"),
    ):
        said = " ".join(read_document(data, name=name, limits=LIMITS).text.split())
        assert "1.1 Verwerker verwerkt de gegevens in de tabel." in said
        assert "administratie" in said
        assert "Artikel 0" not in said
    assert as_pdf(made, dated=ON) == as_pdf(made, dated=ON)
