"""A Rich Text document as its reader sees it: characters by code page, numbers, tables, notes, history; what is refused."""

import pytest

from art28.document.model import BlockKind, Document
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.limits import Limits
from art28.reading.read import read_document

FONTS = (
    r"{\fonttbl{\f0\fnil\fcharset0 Calibri;}{\f1\froman\fcharset2 Symbol;}{\f2\fnil\fcharset238 Arial CE;}"
    r"{\f3\fcharset2 Wingdings;}}"
)
AUTHORS = r"{\*\revtbl{Unknown;}{A. de Vries;}}"


def rtf(body: str) -> bytes:
    return (rf"{{\rtf1\ansi\ansicpg1252\deff0{FONTS}{AUTHORS}" + body + "}").encode("latin-1")


def read(body: str) -> Document:
    return read_document(rtf(body), name="overeenkomst.rtf", limits=Limits())


def lines(body: str) -> list[str]:
    return read(body).text.splitlines()


def notes(document: Document) -> dict[str, str]:
    return {note.code.value: note.detail for note in document.notes}


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (r"Belgi\'eb", "België"),
        (r"\u8364 ?100", "€100"),
        (r"\uc2\u8364 EU100", "€100"),
        (r"\uc0\u8364 100", "€100"),
        (r"\u-10179 ?\u-8704 ?", "\U0001f600"),
        (r"{\f2 \'e8}", "č"),
        (r"{\f1 \'b7} namen", "• namen"),
        (r"{\f3 \'fe} ja", "☑ ja"),
        (r"a\tab b\line c", "a\tb\nc"),
        (r"\ldblquote AVG\rdblquote  \endash  \lquote x\rquote", "“AVG” – ‘x’"),
        (r"op\-slag AVG\_kader a\~b", "opslag AVG\u2011kader a\u00a0b"),
        (r"\{naam\} \\ x", r"{naam} \ x"),
        ("over\r\neenkomst", "overeenkomst"),
        (r"{\upr{naam?}{\*\ud naam\u8230 ?}}", "naam…"),
    ],
)
def test_characters_are_read_by_code_page_and_number(inside: str, text: str) -> None:
    assert read(rf"\pard {inside}\par").text == f"{text}\n"


def test_a_number_written_before_a_paragraph_stands_before_it() -> None:
    body = (
        r"\pard{\listtext\pard\plain\f0 Artikel 1.\tab}\ilvl0\ls1 Duur\par"
        r"\pard{\listtext\pard\plain\f0 1.1\tab}\ilvl1\ls1 Ingang.\par"
        r"\pard{\listtext\pard\plain\f1 \'b7\tab}\ilvl2\ls2 namen\par"
        r"\pard{\pntext\f0 a)\tab}{\*\pn\pnlvlbody\pnlcltr{\pntxta )}}oud\par"
    )
    document = read(body)
    assert document.text.splitlines() == ["Artikel 1. Duur", "1.1 Ingang.", "• namen", "a) oud"]
    assert [(block.label, block.level) for block in document.blocks] == [
        ("Artikel 1.", 0),
        ("1.1", 1),
        ("•", 2),
        ("a)", 0),
    ]


def test_headings_are_told_by_the_name_or_outline_of_their_style() -> None:
    styles = (
        r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 Artikelkop;}{\s2 heading 2;}{\s3 Title;}{\s4 toc 1;}"
        r"{\*\cs5 Sterk;}}"
    )
    document = read(
        styles + r"\pard\s3 Overeenkomst\par\pard\s4 Duur 2\par\pard\s1 Duur\par\pard\s2 Ingang\par\pard\s0 Tekst.\par"
    )
    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.HEADING, 0),
        (BlockKind.CHROME, 0),
        (BlockKind.HEADING, 0),
        (BlockKind.HEADING, 1),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_cells_keep_their_column_where_others_span_several() -> None:
    body = (
        r"\trowd\cellx1000\cellx3000\cellx4000\pard\intbl Naam\cell Plaats\cell Doel\cell\row"
        r"\trowd\clvmgf\cellx1000\cellx2000\cellx3000\cellx4000\pard\intbl Wolkenveld\cell Delft\cell NL\cell Opslag"
        r"\par Kopie\cell\row"
        r"\trowd\clvmrg\cellx1000\clmgf\cellx2000\clmrg\cellx3000\cellx4000\pard\intbl\cell Gent\cell\cell Kopie\cell\row"
        r"\pard Slot.\par"
    )
    document = read(body)
    cells = [[document.text[c.start : c.end] for c in block.cells] for block in document.blocks]
    assert cells == [
        ["Naam", "Plaats", "", "Doel"],
        ["Wolkenveld", "Delft", "NL", "Opslag\nKopie"],
        ["", "Gent", "", "Kopie"],
        [],
    ]


def test_a_table_in_a_cell_is_read_row_by_row() -> None:
    body = (
        r"\trowd\cellx2000\cellx6000\pard\intbl Contact\cell\pard\intbl\itap2 J. Jansen\nestcell FG\nestcell"
        r"{\*\nesttableprops\trowd\cellx3000\cellx5000\nestrow}{\nonesttables\par}\pard\intbl\itap1\cell\row\pard Slot.\par"
    )
    document = read(body)
    assert [document.text[c.start : c.end] for c in document.blocks[0].cells] == ["Contact", "J. Jansen FG"]


def test_a_table_of_one_column_is_no_table() -> None:
    body = r"\trowd\cellx6000\pard\intbl In een kader.\par Nog een lid.\cell\row\pard Slot.\par"
    assert [block.kind for block in read(body).blocks] == [BlockKind.PARAGRAPH] * 3


def test_headers_notes_and_boxes_have_their_place() -> None:
    body = (
        r"{\header\pard Kaderlijn B.V.\par}{\footer\pard Pagina {\field{\*\fldinst PAGE}{\fldrslt 3}}\par}"
        r"\pard Een.{\super\chftn{\footnote\pard\chftn Voet.}}{\chftn{\footnote\ftnalt\pard\chftn Eind.}}"
        r"{\shp{\*\shpinst{\sp{\sn wzName}{\sv Kader}}{\shptxt\pard In een kader.\par}}"
        r"{\shprslt{\*\do{\dptxbxtext\pard In een kader.\par}}}}"
        r"\par\pard Slot.\par"
    )
    assert lines(body) == ["Kaderlijn B.V.", "Een.", "1 Voet.", "i Eind.", "In een kader.", "Slot.", "Pagina 3"]


def test_words_drawn_as_a_watermark_are_read() -> None:
    body = r"{\header\pard{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv CONCEPT}}}}\par}\pard Tekst.\par"
    assert lines(body) == ["CONCEPT", "Tekst."]


def test_hidden_text_pictures_and_objects_are_left_out_and_noted() -> None:
    body = (
        r"\pard Open{\v dicht}\v0 .\par\pard{\*\shppict{\pict\pngblip 89504e47}}{\nonshppict{\pict 00}}"
        r"{\object\objemb{\*\objdata 0105}{\result{\pict 00}}}\par"
    )
    document = read(body)
    assert document.text == "Open.\n"
    assert notes(document) == {"hidden_text": "1", "pictures": "2", "embedded_files": "1"}


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (r"{\field{\*\fldinst REF _Ref1 \\r}{\fldrslt 4.2}}", "4.2"),
        (r"{\field{\*\fldinst MERGEFIELD Klant}{\fldrslt}}", "«Klant»"),
        (
            r'{\field{\*\fldinst HYPERLINK "mailto:avg@kaderlijn.example"}{\fldrslt avg@kaderlijn.example}}',
            "avg@kaderlijn.example",
        ),
        (r"{\field{\*\fldinst FORMTEXT{\*\formfield{\fftype0}}}{\fldrslt\u8194 ?}}", "[…]"),
        (r"{\field{\*\fldinst FORMCHECKBOX{\*\formfield{\fftype1\ffres25\ffdefres1}}}{\fldrslt}}", "☒"),
        (
            r"{\field{\*\fldinst FORMDROPDOWN{\*\formfield{\fftype2\ffres1{\*\ffl 24 uur}{\*\ffl 48 uur}}}}{\fldrslt}}",
            "48 uur",
        ),
    ],
)
def test_a_field_shows_its_result_or_what_stands_in_for_it(inside: str, text: str) -> None:
    assert read(rf"\pard - {inside} -\par").text.split() == ["-", *text.split(), "-"]


def test_changes_are_read_as_accepted_and_kept_with_who_and_when() -> None:
    at = (2024 - 1900) << 20 | 5 << 16 | 1 << 11 | 10 << 6 | 30
    body = (
        rf"\pard binnen {{\deleted\revauthdel1\revdttmdel{at} 48}}{{\revised\revauth1\revdttm{at} 24}} uur\par"
        rf"\pard Een {{\deleted\revauthdel1\revdttmdel{at} lid.\par}}twee.\par"
    )
    document = read(body)
    assert document.text == "binnen 24 uur\nEen twee.\n"
    assert [(c.kind.value, c.text, c.author, c.when) for c in document.changes] == [
        ("deleted", "48", "A. de Vries", "2024-05-01T10:30:00"),
        ("inserted", "24", "A. de Vries", "2024-05-01T10:30:00"),
        ("deleted", "lid.\n", "A. de Vries", "2024-05-01T10:30:00"),
    ]


def test_a_comment_is_kept_with_the_passage_it_is_about() -> None:
    body = (
        r"\pard binnen {\*\atrfstart 7}24 uur{\*\atrfend 7}{\*\atnid AV}{\*\atnauthor A. de Vries}\chatn"
        r"{\*\annotation{\*\atnref 7}\pard Te kort?} na ontdekking\par"
    )
    document = read(body)
    (comment,) = document.comments
    assert document.text == "binnen 24 uur na ontdekking\n"
    assert (document.text[comment.span.start : comment.span.end], comment.text, comment.author) == (
        "24 uur",
        "Te kort?",
        "A. de Vries",
    )


def test_what_is_meant_for_others_is_stepped_over() -> None:
    body = r"{\info{\title Geheim}}{\*\generator Iets;}{\*\onbekend{\footnote weg}weg}\pard Tekst.\bin4 \}}}\par"
    assert lines(body) == ["Tekst."]


def test_a_code_page_that_is_not_known_is_noted() -> None:
    document = read(r"\ansicpg9999\pard Belgi\'eb\par")
    assert document.text == "België\n"
    assert notes(document) == {"encoding_guessed": "cp9999"}


def refusal(data: bytes) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as raised:
        read_document(data, name="overeenkomst.rtf", limits=Limits())
    return raised.value


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (rtf("{" * 100_000 + "x"), Unreadable.BOMB),
        (rtf(r"\pard Tekst.\par")[:-3], Unreadable.DAMAGED),
        (rtf(r"\pard\par"), Unreadable.EMPTY),
        (rtf(r"\pard x\bin2000000000 \par"), Unreadable.DAMAGED),
    ],
    ids=["nested", "cut off", "empty", "binary without end"],
)
def test_hostile_documents_end_in_a_clear_refusal(data: bytes, reason: Unreadable) -> None:
    assert refusal(data).reason is reason


@pytest.mark.parametrize(
    "body",
    [
        r"\cell\row\cell\nestrow\nestcell\row",
        r"\trowd\cellx999999999\cellx-5\cell\row",
        r"\u99999999 ?\u-99999999 ?\ilvl-3\itap99\f-1\s-1\ffres-9",
        r"{\field}{\fldinst}{\*\atrfend 9}{\annotation}{\*\ud x}",
        r"{\footnote{\footnote{\footnote x}}}",
    ],
)
def test_nonsense_is_read_without_breaking(body: str) -> None:
    assert "Tekst." in read(body + r"\pard Tekst.\par").text


LISTS = (
    r"{\*\listtable"
    r"{\list{\listlevel\levelnfc0\levelfollow0\levelstartat1{\leveltext\'0aArtikel \'00.;}{\levelnumbers\'09;}}"
    r"{\listlevel\levelnfc0\levelnfcn0\levelfollow1\levelstartat1{\leveltext\leveltemplateid5\'03\'00.\'01;}"
    r"{\levelnumbers\'01\'03;}}"
    r"{\listlevel\levelnfc4\levelfollow0\levelstartat3{\leveltext\'02\'02);}{\levelnumbers\'01;}}"
    r"{\listname Artikelen;}\listid7}"
    r"{\list{\listlevel\levelnfc23\levelfollow2\levelstartat1{\leveltext\'01\u8226 ?;}{\levelnumbers;}}\listid8}}"
    r"{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}{\listoverride\listid8\listoverridecount0\ls2}"
    r"{\listoverride\listid7\listoverridecount1{\lfolevel\listoverridestartat\levelstartat9}\ls3}}"
)


def test_numbers_that_were_not_written_out_are_counted_by_the_lists_of_the_file() -> None:
    body = (
        r"\pard\ls1\ilvl0 Duur\par\pard\ls1\ilvl1 Ingang.\par\pard\ls1\ilvl1 Einde:\par\pard\ls1\ilvl2 na opzegging;\par"
        r"\pard\ls1\ilvl2 na ontbinding.\par\pard\ls2\ilvl0 namen\par\pard Tussendoor.\par\pard\ls1\ilvl0 Melding\par"
        r"\pard\ls1\ilvl1 Binnen 24 uur.\par\pard\ls3\ilvl0 Slot\par\pard\ls9\ilvl0 Zonder lijst.\par"
        r"\pard\ls0 Geen nummer.\par"
    )
    document = read(LISTS + body)
    assert document.text.splitlines() == [
        "Artikel 1. Duur", "1.1 Ingang.", "1.2 Einde:", "c) na opzegging;", "d) na ontbinding.", "•namen", "Tussendoor.",
        "Artikel 2. Melding", "2.1 Binnen 24 uur.", "Artikel 9. Slot", "Zonder lijst.", "Geen nummer.",
    ]  # fmt: skip
    assert [block.label for block in document.blocks][:5] == ["Artikel 1.", "1.1", "1.2", "c)", "d)"]


def test_numbers_that_were_written_out_are_those_that_count() -> None:
    body = r"\pard{\listtext 7.\tab}\ls1\ilvl0 Duur\par\pard\ls1\ilvl0 Zonder nummer getoond.\par"
    assert lines(LISTS + body) == ["7. Duur", "Zonder nummer getoond."]


def test_what_was_deleted_and_what_is_empty_counts_no_number() -> None:
    body = r"\pard\ls1\ilvl0 Duur\par\pard\ls1\ilvl0{\deleted\revauthdel1 Weg\par}\pard\ls2\ilvl0\par"
    body += r"\pard\ls1\ilvl0 Einde\par"
    assert lines(LISTS + body) == ["Artikel 1. Duur", "Artikel 2. Einde"]


@pytest.mark.parametrize(
    "table",
    [
        r"{\*\listtable{\list\listid1}}{\*\listoverridetable{\listoverride\listid1\ls1}}",
        r"{\*\listtable{\list{\listlevel{\leveltext;}}\listid1}}{\*\listoverridetable{\listoverride\listid1\ls1}}",
        r"{\*\listtable{\list{\listlevel\levelstartat99999999{\leveltext\'ff\'00\'08;}}\listid1}}{\*\listoverridetable{\listoverride\ls1}}",
        r"{\*\listoverridetable{\listoverride\listid1{\lfolevel\levelstartat3}{\lfolevel\levelstartat3}\ls1}}",
        r"{\list{\listlevel{\leveltext\'01\'00;}}\listid1}{\listoverride\listid1\ls1}",
    ],
)
def test_lists_that_say_nothing_print_no_number(table: str) -> None:
    document = read(table + r"\pard\ls1\ilvl0 Duur\par\pard\ls1\ilvl8 Einde\par")
    assert document.text == "Duur\nEinde\n"
