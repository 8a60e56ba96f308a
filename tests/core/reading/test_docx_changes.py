"""What was changed and remarked in a Word document: read as accepted, kept as data with who, when and where."""

from collections.abc import Callable

from art28.document.model import Change, ChangeKind, Document, Span
from art28.reading.jailed.wire import packed_document, unpacked
from art28.reading.limits import Limits
from art28.reading.word.docx import read_docx

MakeDocx = Callable[..., bytes]
BY = 'w:author="A. de Vries" w:date="2024-05-01T10:00:00Z"'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def inserted(text: str) -> str:
    return f'<w:ins w:id="1" {BY}>{run(text)}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="2" {BY}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def read(data: bytes) -> Document:
    return read_docx(data, name="overeenkomst.docx", sha256="0" * 64, limits=Limits())


def notes(document: Document) -> dict[str, str]:
    return {note.code.value: note.detail for note in document.notes}


def test_a_change_says_what_who_when_and_where(make_docx: MakeDocx) -> None:
    document = read(make_docx(f"<w:p>{run('binnen ')}{deleted('48')}{inserted('24')}{run(' uur')}</w:p>"))
    assert document.text == "binnen 24 uur\n"
    assert document.changes == (
        Change(ChangeKind.DELETED, Span(7, 7), "48", "A. de Vries", "2024-05-01T10:00:00Z"),
        Change(ChangeKind.INSERTED, Span(7, 9), "24", "A. de Vries", "2024-05-01T10:00:00Z"),
    )
    assert notes(document) == {"tracked_changes": "inserted 1, deleted 1"}


def test_runs_of_one_change_are_one_change(make_docx: MakeDocx) -> None:
    document = read(make_docx(f"<w:p>{deleted('acht')}{deleted('en')}{inserted('vier')}{inserted('entwintig')}</w:p>"))
    assert [(change.kind.value, change.text) for change in document.changes] == [
        ("deleted", "achten"),
        ("inserted", "vierentwintig"),
    ]


def test_the_place_of_a_change_counts_the_number_before_the_paragraph(make_docx: MakeDocx) -> None:
    numbering = (
        '<w:numbering W_NS><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="4"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="Artikel %1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    body = f'<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>{run("  Melding ")}{inserted("direct")}</w:p>'
    document = read(make_docx(body, {"numbering": numbering}))
    (change,) = document.changes
    assert document.text[change.span.start : change.span.end] == change.text == "direct"


def test_text_that_moved_is_kept_where_it_went_and_where_it_stood(make_docx: MakeDocx) -> None:
    gone = f'<w:p><w:moveFrom w:id="3" {BY}>{run("Verwerker meldt.")}</w:moveFrom></w:p>'
    here = f'<w:p><w:moveTo w:id="4" {BY}>{run("Verwerker meldt.")}</w:moveTo></w:p>'
    document = read(make_docx(f"{gone}<w:p>{run('Duur.')}</w:p>{here}"))
    assert document.text == "Duur.\nVerwerker meldt.\n"
    assert [(c.kind.value, c.span.start, c.span.end) for c in document.changes] == [
        ("moved_away", 0, 0),
        ("moved_here", 6, 22),
    ]
    assert notes(document) == {"tracked_changes": "inserted 0, deleted 0, moved 1"}


def test_paragraphs_whose_mark_between_them_is_deleted_are_one(make_docx: MakeDocx) -> None:
    first = f'<w:p><w:pPr><w:rPr><w:del w:id="5" {BY}/></w:rPr></w:pPr>{run("Verwerker meldt ")}</w:p>'
    document = read(make_docx(f"{first}<w:p>{run('binnen een dag.')}</w:p>"))
    assert document.text == "Verwerker meldt binnen een dag.\n"


def test_a_heading_that_runs_on_stands_on_the_line_of_its_paragraph(make_docx: MakeDocx) -> None:
    first = f"<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>{run('Duur. ')}</w:p>"
    document = read(make_docx(f"{first}<w:p>{run('Een jaar.')}</w:p>"))
    assert document.text == "Duur. Een jaar.\n"


def test_deleted_text_at_the_end_is_kept_too(make_docx: MakeDocx) -> None:
    document = read(make_docx(f"<w:p>{run('Slot.')}</w:p><w:p>{deleted('Vervallen lid.')}</w:p>"))
    assert [(c.text, c.span) for c in document.changes] == [("Vervallen lid.", Span(6, 6))]


def test_a_row_that_was_deleted_is_left_out_and_kept_as_a_change(make_docx: MakeDocx) -> None:
    def cell(content: str) -> str:
        return f"<w:tc><w:p>{content}</w:p></w:tc>"

    gone = f'<w:tr><w:trPr><w:del w:id="6" {BY}/></w:trPr>{cell(deleted("Oudstaal B.V."))}{cell(deleted("Ierland"))}</w:tr>'
    kept = f"<w:tr>{cell(inserted('Wolkenveld B.V.'))}{cell(run('Nederland'))}</w:tr>"
    document = read(make_docx(f"<w:tbl>{gone}{kept}</w:tbl>"))
    assert document.text == "Wolkenveld B.V.\tNederland\n"
    assert [(c.kind.value, c.text) for c in document.changes] == [
        ("deleted", "Oudstaal B.V.\tIerland"),
        ("inserted", "Wolkenveld B.V."),
    ]


def test_a_cell_that_was_deleted_is_kept_as_a_change_and_a_hidden_row_is_noted(make_docx: MakeDocx) -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"

    deleted_cell = cell("Oud", f'<w:cellDel w:id="7" {BY}/>')
    hidden = f"<w:tr><w:trPr><w:hidden/></w:trPr>{cell('Intern')}{cell('Niet tonen')}</w:tr>"
    document = read(make_docx(f"<w:tbl><w:tr>{cell('Naam')}{deleted_cell}{cell('Land')}</w:tr>{hidden}</w:tbl>"))
    assert document.text == "Naam\tLand\n"
    assert [(c.kind.value, c.text, c.author) for c in document.changes] == [("deleted", "Oud", "A. de Vries")]
    assert notes(document) == {"tracked_changes": "inserted 0, deleted 1", "hidden_text": "1"}


def test_changes_in_cells_and_footnotes_have_their_place(make_docx: MakeDocx) -> None:
    table = (
        f"<w:tbl><w:tr><w:tc><w:p>{run('Naam')}</w:p><w:p>{run('Land')}{inserted(' en plaats')}</w:p></w:tc>"
        f"<w:tc><w:p>{run('x')}<w:r><w:footnoteReference w:id='2'/></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    footnotes = f'<w:footnotes W_NS><w:footnote w:id="2"><w:p>{inserted("Per 1 mei.")}</w:p></w:footnote></w:footnotes>'
    document = read(make_docx(table, {"footnotes": footnotes}))
    assert document.text == "Naam\nLand en plaats\tx\n1 Per 1 mei.\n"
    assert [document.text[c.span.start : c.span.end] for c in document.changes] == [" en plaats", "Per 1 mei."]


def comments(text: str) -> str:
    return f'<w:comments W_NS><w:comment w:id="0" {BY}><w:p>{run(text)}</w:p></w:comment></w:comments>'


START, END = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
REFERENCE = '<w:r><w:commentReference w:id="0"/></w:r>'


def test_a_comment_is_kept_with_the_passage_it_is_about(make_docx: MakeDocx) -> None:
    body = f"<w:p>{run('binnen ')}{START}{run('24 uur')}{END}{REFERENCE}{run(' na ontdekking')}</w:p>"
    document = read(make_docx(body, {"comments": comments("Te kort?")}))
    (comment,) = document.comments
    assert document.text == "binnen 24 uur na ontdekking\n"
    assert document.text[comment.span.start : comment.span.end] == "24 uur"
    assert (comment.text, comment.author, comment.when) == ("Te kort?", "A. de Vries", "2024-05-01T10:00:00Z")
    assert notes(document) == {"comments": "1"}


def test_a_comment_may_be_about_several_paragraphs(make_docx: MakeDocx) -> None:
    body = f"{START}<w:p>{run('Lid een.')}</w:p><w:p>{run('Lid twee.')}</w:p>{END}<w:p>{run('Lid drie.')}</w:p>"
    document = read(make_docx(body, {"comments": comments("Beide schrappen?")}))
    (comment,) = document.comments
    assert document.text[comment.span.start : comment.span.end] == "Lid een.\nLid twee."


def test_changes_and_comments_cross_the_wire(make_docx: MakeDocx) -> None:
    body = f"<w:p>{START}{run('binnen ')}{deleted('48')}{inserted('24')}{END}{run(' uur')}</w:p>"
    document = read(make_docx(body, {"comments": comments("Akkoord.")}))
    assert unpacked(packed_document(document), name="overeenkomst.docx", sha256="0" * 64) == document
    assert document.changes
    assert document.comments
