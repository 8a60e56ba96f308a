"""Where words lead as a link: kept beside the text in every format, where the words don't say it themselves."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from art28.cli.main import main
from art28.document.links import further
from art28.document.model import Document, NoteCode
from art28.document.sharing import cut_out
from art28.extraction.extract import documents_in
from art28.reading.jail import Jail
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.extraction.bundles import OTHER, dutch
from core.reading import test_odt as odt

LIST = "https://kaderlijn.example/subverwerkers?taal=nl"
MakeDocx = Callable[..., bytes]
MakePdf = Callable[..., bytes]


def read(data: bytes, name: str) -> Document:
    return read_document(data, name=name, limits=Limits())


def links(document: Document) -> list[tuple[str, str]]:
    return [(document.text[link.span.start : link.span.end], link.address) for link in document.links]


@pytest.mark.parametrize(
    ("shown", "address", "kept"),
    [
        ("de lijst", LIST, LIST),
        ("de lijst", "lijst.html", "lijst.html"),
        ("de lijst", "/juridisch/lijst", "/juridisch/lijst"),
        ("ons", "mailto:avg@kaderlijn.example", "mailto:avg@kaderlijn.example"),
        ("kaderlijn.example/lijst", "https://kaderlijn.example/lijst", None),
        ("www.kaderlijn.example", "https://www.kaderlijn.example/", None),
        ("avg@kaderlijn.example", "mailto:avg@kaderlijn.example?subject=Datalek", None),
        ("zie https://kaderlijn.example/lijst.", "https://kaderlijn.example/lijst", None),
        ("www.kaderlijn.example", "https://www.elders.example/", "https://www.elders.example/"),
        ("artikel 3", "#artikel-3", None),
        ("artikel 3", "_Toc123", None),
        ("klik", "javascript:alert(1)", None),
        ("klik", "data:text/html;base64,AAAA", None),
        ("klik", "  https://kaderlijn.example/\u0000lijst\n ", "https://kaderlijn.example/lijst"),
        ("klik", "", None),
    ],
)
def test_an_address_is_kept_where_the_words_do_not_say_it(shown: str, address: str, kept: str | None) -> None:
    assert further(shown, address) == kept


def test_word_links_by_relation_and_by_field(make_docx: MakeDocx) -> None:
    def run(text: str) -> str:
        return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"

    body = (
        f"<w:p>{run('Zie ')}<w:hyperlink r:id='rId9'>{run('de lijst')}</w:hyperlink>{run(' en ')}"
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
        f'<w:r><w:instrText>HYPERLINK "https://kaderlijn.example/audit" \\o "x"</w:instrText></w:r>'
        f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('het verslag')}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
        f"<w:fldSimple w:instr='HYPERLINK \\l \"_Toc1\"'>{run('1')}</w:fldSimple></w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{run('Wie')}</w:p></w:tc><w:tc>"
        f"<w:p><w:hyperlink r:id='rId9'>{run('hier')}</w:hyperlink></w:p>"
        "</w:tc></w:tr></w:tbl>"
    )
    document = read(make_docx(body, links={"rId9": LIST}), "a.docx")
    assert document.text == "Zie de lijst en het verslag1\nWie\thier\n"
    assert links(document) == [("de lijst", LIST), ("het verslag", "https://kaderlijn.example/audit"), ("hier", LIST)]


def test_a_note_has_links_of_its_own(make_docx: MakeDocx) -> None:
    note = (
        "<w:footnotes W_NS xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
        "<w:footnote w:id='2'><w:p><w:hyperlink r:id='rId1'><w:r><w:t>bron</w:t></w:r></w:hyperlink></w:p>"
        "</w:footnote></w:footnotes>"
    )
    body = (
        "<w:p><w:hyperlink r:id='rId1'><w:r><w:t>lijst</w:t></w:r></w:hyperlink>"
        "<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    )
    addresses = {"rId1": LIST, "footnotes/rId1": "https://elders.example/bron"}
    document = read(make_docx(body, {"footnotes": note}, links=addresses), "a.docx")
    assert links(document) == [("lijst", LIST), ("bron", "https://elders.example/bron")]


def test_opendocument_links() -> None:
    xlink = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    document = odt.read(
        f'<text:p>Zie <text:a {xlink} xlink:href="{LIST}">de <text:span>lijst</text:span></text:a>.</text:p>'
    )
    assert links(document) == [("de lijst", LIST)]


def test_rich_text_links() -> None:
    body = (
        rf'{{\rtf1\ansi\pard Zie {{\field{{\*\fldinst{{HYPERLINK "{LIST}"}}}}{{\fldrslt{{\ul de lijst}}}}}}, of '
        r'{\field{\*\fldinst{HYPERLINK "mailto:avg@kaderlijn.example"}}{\fldrslt avg@kaderlijn.example}}.\par}'
    )
    document = read(body.encode(), "a.rtf")
    assert document.text == "Zie de lijst, of avg@kaderlijn.example.\n"
    assert links(document) == [("de lijst", LIST)]


def test_links_on_a_web_page_change_no_letter_of_its_text() -> None:
    page = (
        "<html><body><p>Verwerker  noemt <a href='{0}'> de \n lijst </a> en <a href='#anker'>hier</a>.</p>"
        "<ol><li><a href='{0}'>Zie daar</a></li></ol><h2><a href='{0}'>Lijst</a></h2>"
        "<table><tr><td>a</td><td>zie <a href='{0}'>de lijst</a><br>nu</td></tr></table>"
        "<a href='{0}'><p>Een</p><p>twee</p></a><p>Slot.</p></body></html>"
    )
    document = read(page.format(LIST).encode(), "a.html")
    bare = read(page.replace("<a href='{0}'>", "<a>").replace("<a href='#anker'>", "<a>").encode(), "a.html")
    assert document.text == bare.text
    assert document.blocks == bare.blocks
    shown = [shown for shown, _ in links(document)]
    assert [each.strip() for each in shown] == ["de lijst", "Zie daar", "Lijst", "de lijst", "Een", "twee"]
    assert {address for _, address in links(document)} == {LIST}
    assert not bare.links


def test_a_page_may_hold_the_signs_by_which_links_are_told() -> None:
    assert read("<html><body><p>a\ufdd0b\ufdd1c en nog wat</p></body></html>".encode(), "a.html").text.startswith(
        "a\ufffdb\ufffdc"
    )


def annotation(address: str, box: str) -> str:
    return f"<< /Type /Annot /Subtype /Link /Rect [{box}] /A << /S /URI /URI ({address}) >> >>"


def test_links_of_a_pdf_stand_on_the_words_under_them(make_pdf: MakePdf) -> None:
    words = [
        (72, 700, "Zie de lijst van subverwerkers."),
        (72, 680, "En nog een lijst."),
        (72, 660, "https://kaderlijn.example/x"),
    ]
    fields = (
        annotation(LIST, "88 697 128 711"),
        annotation("https://kaderlijn.example/tweede", "126 677 146 691"),
        annotation("https://kaderlijn.example/x", "70 655 250 671"),
        annotation("https://kaderlijn.example/leeg", "300 100 400 120"),
        "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Dest [4 0 R /Fit] >>",
    )
    document = read(make_pdf([words], fields=fields), "a.pdf")
    found = {
        address: (link.span.start, shown.strip())
        for link, (shown, address) in zip(document.links, links(document), strict=True)
    }
    assert found["https://kaderlijn.example/leeg"] == (0, "")
    assert found[LIST][1].startswith("de lijst")
    assert found["https://kaderlijn.example/tweede"][0] > found[LIST][0]
    assert set(found) == {LIST, "https://kaderlijn.example/tweede", "https://kaderlijn.example/leeg"}


PAGE = f"<html><body><p>Zie <a href='{LIST}'>de lijst van subverwerkers</a> op onze site.</p></body></html>".encode()


def test_links_pass_out_of_confinement_and_into_a_note() -> None:
    with Jail() as jail:
        document = jail.read(PAGE, name="a.html")
    assert document == read(PAGE, "a.html")
    (note,) = document.notes
    assert (note.code, note.detail) == (NoteCode.LINKS, f"“de lijst van subverwerkers” → {LIST}")


def test_the_command_line_shows_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE)
    assert main(["read", str(path), "--format", "json"]) == 0
    start = len("Zie ")
    assert json.loads(capsys.readouterr().out)["document"]["links"] == [
        {"text": "de lijst van subverwerkers", "address": LIST, "start": start, "end": start + 26}
    ]
    assert main(["read", str(path)]) == 0
    assert (
        f"words in it lead to addresses that they don't show: “de lijst van subverwerkers” → {LIST}"
        in capsys.readouterr().out
    )


def test_each_agreement_of_a_file_has_its_own_links() -> None:
    body = "".join(f"<p>{part}</p>" for part in (dutch() + OTHER).split("\n\n") if part.strip())
    first, second = "Alfa Hosting B.V., gevestigd", "Beta Software B.V., gevestigd"
    linked = body.replace(first, f"<a href='https://alfa.example/een'>{first}</a>").replace(
        second, f"<a href='{LIST}'>{second}</a>"
    )
    one, two = map(cut_out, documents_in(read(f"<html><body>{linked}</body></html>".encode(), "a.html")))
    assert links(one) == [(first, "https://alfa.example/een")]
    assert links(two) == [(second, LIST)]
    assert [note.detail for note in two.notes] == [f"“{second}” → {LIST}"]
