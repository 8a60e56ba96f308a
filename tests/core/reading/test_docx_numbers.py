"""The number before each paragraph of a Word document, as Word prints it."""

from collections.abc import Callable

import pytest

from art28.document.model import BlockKind, Document
from art28.extraction.extract import extract
from art28.reading.building.counting import written
from art28.reading.limits import Limits
from art28.reading.word.docx import read_docx

MakeDocx = Callable[..., bytes]


def level(
    depth: int, text: str, form: str = "decimal", *, start: int = 1, more: str = "", style: str = "", restart: str = ""
) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{restart}{linked}{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, instances: str = "") -> str:
    return (
        f'<w:numbering W_NS><w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{instances}</w:numbering>'
    )


def item(text: str, depth: int = 0, *, number: int = 1, style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    counted = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>' if number >= 0 else ""
    return f"<w:p><w:pPr>{named}{counted}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def read(data: bytes) -> Document:
    return read_docx(data, name="overeenkomst.docx", sha256="0" * 64, limits=Limits())


def lines(data: bytes) -> list[str]:
    return read(data).text.splitlines()


def test_legal_numbering_writes_roman_articles_in_digits_below_them(make_docx: MakeDocx) -> None:
    parts = {"numbering": numbering(level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))}
    body = item("Duur") + item("Ingang", 1) + item("Melding") + item("Termijn", 1)
    assert lines(make_docx(body, parts)) == ["I. Duur", "1.1 Ingang", "II. Melding", "2.1 Termijn"]


def test_a_level_restarts_below_its_parent_unless_it_says_after_which(make_docx: MakeDocx) -> None:
    continuous = numbering(level(0, "%1."), level(1, "%2)", restart='<w:lvlRestart w:val="0"/>'))
    body = item("Een") + item("a", 1) + item("Twee") + item("b", 1)
    assert lines(make_docx(body, {"numbering": continuous})) == ["1. Een", "1) a", "2. Twee", "2) b"]
    restarting = numbering(level(0, "%1."), level(1, "%2)"))
    assert lines(make_docx(body, {"numbering": restarting})) == ["1. Een", "1) a", "2. Twee", "1) b"]


def test_an_instance_may_redefine_a_level_and_start_elsewhere(make_docx: MakeDocx) -> None:
    own = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        f"{level(0, 'Bijlage %1', 'upperLetter', start=5)}</w:lvlOverride></w:num>"
    )
    body = item("Duur") + item("Gegevens", number=2) + item("Maatregelen", number=2)
    parts = {"numbering": numbering(level(0, "%1."), instances=own)}
    assert lines(make_docx(body, parts)) == ["1. Duur", "Bijlage E Gegevens", "Bijlage F Maatregelen"]


def test_two_instances_of_one_definition_count_on(make_docx: MakeDocx) -> None:
    second = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    body = item("Duur") + item("Melding", number=2) + item("Einde")
    parts = {"numbering": numbering(level(0, "%1."), instances=second)}
    assert lines(make_docx(body, parts)) == ["1. Duur", "2. Melding", "3. Einde"]


def test_styles_linked_to_the_levels_of_one_list_make_articles_and_paragraphs(make_docx: MakeDocx) -> None:
    styles = (
        '<w:styles W_NS><w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Lid"><w:name w:val="Lid"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Vet"><w:name w:val="Vet lid"/><w:basedOn w:val="Lid"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Los"><w:name w:val="Los"/><w:basedOn w:val="Lid"/>'
        '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    linked = numbering(level(0, "Artikel %1", style="Kop1"), level(1, "%1.%2", style="Lid"))
    body = "".join(
        item(text, number=-1, style=style)
        for text, style in (("Duur", "Kop1"), ("Ingang.", "Lid"), ("Einde.", "Vet"), ("Toelichting.", "Los"))
    )
    document = read(make_docx(body, {"numbering": linked, "styles": styles}))
    assert document.text.splitlines() == ["Artikel 1 Duur", "1.1 Ingang.", "1.2 Einde.", "Toelichting."]
    assert document.blocks[0].kind is BlockKind.HEADING


def test_a_list_style_lends_its_levels_to_other_definitions(make_docx: MakeDocx) -> None:
    parts = {
        "numbering": (
            '<w:numbering W_NS><w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Artikelen"/>'
            f'{level(0, "Art. %1")}</w:abstractNum><w:abstractNum w:abstractNumId="1">'
            '<w:numStyleLink w:val="Artikelen"/></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
        )
    }
    assert lines(make_docx(item("Duur"), parts)) == ["Art. 1 Duur"]


@pytest.mark.parametrize(("suffix", "line"), [("tab", "1. Duur"), ("space", "1. Duur"), ("nothing", "1.Duur")])
def test_what_follows_a_number_is_as_its_level_says(make_docx: MakeDocx, suffix: str, line: str) -> None:
    parts = {"numbering": numbering(level(0, "%1.", more=f'<w:suff w:val="{suffix}"/>'))}
    assert lines(make_docx(item("Duur"), parts)) == [line]


def test_a_number_that_is_hidden_is_counted_and_not_shown(make_docx: MakeDocx) -> None:
    hidden = level(0, "%1", more="<w:rPr><w:vanish/></w:rPr>")
    parts = {"numbering": numbering(hidden, level(1, "%1.%2"))}
    assert lines(make_docx(item("Duur") + item("Ingang", 1), parts)) == ["Duur", "1.1 Ingang"]


def test_a_form_of_ones_own_pads_with_zeros(make_docx: MakeDocx) -> None:
    custom = (
        '<w:lvl w:ilvl="0" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:start w:val="9"/>'
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert lines(make_docx(item("Eis") + item("Eis"), {"numbering": numbering(custom)})) == ["009 Eis", "010 Eis"]


def test_a_number_before_deleted_text_is_not_counted(make_docx: MakeDocx) -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
        '<w:del w:id="2"><w:r><w:delText>Vervallen</w:delText></w:r></w:del></w:p>'
    )
    parts = {"numbering": numbering(level(0, "%1."))}
    assert lines(make_docx(item("Duur") + gone + item("Einde"), parts)) == ["1. Duur", "2. Einde"]


def test_numbers_that_are_typed_stay_as_typed_beside_automatic_ones(make_docx: MakeDocx) -> None:
    parts = {"numbering": numbering(level(0, "%1."))}
    document = read(make_docx(item("Duur") + item("7.1 Los lid dat getypt is.", number=-1), parts))
    assert document.text.splitlines() == ["1. Duur", "7.1 Los lid dat getypt is."]
    assert [block.label for block in document.blocks] == ["1.", "7.1"]


@pytest.mark.parametrize(
    ("count", "form", "language", "expected"),
    [
        (26, "lowerLetter", "nl", "z"),
        (27, "lowerLetter", "nl", "aa"),
        (53, "upperLetter", "nl", "AAA"),
        (9, "upperRoman", "nl", "IX"),
        (1994, "lowerRoman", "nl", "mcmxciv"),
        (7, "decimalZero", "nl", "07"),
        (3, "ordinal", "nl", "3e"),
        (22, "ordinal", "en", "22nd"),
        (12, "ordinal", "en", "12th"),
        (2, "ordinalText", "nl", "Tweede"),
        (4, "cardinalText", "en", "Four"),
        (300, "cardinalText", "en", "300"),
        (2, "chicago", "en", "†"),
        (5, "decimalEnclosedParen", "en", "(5)"),
        (5, "somethingNew", "en", "5"),
        (5, "none", "en", ""),
        (999_999, "lowerLetter", "en", "999999"),
    ],
)
def test_a_count_is_written_in_its_form(count: int, form: str, language: str, expected: str) -> None:
    assert written(count, form, language) == expected


def test_a_number_typed_before_a_tab_is_a_number_too(make_docx: MakeDocx) -> None:
    def typed(number: str, text: str) -> str:
        return f"<w:p><w:r><w:t>{number}</w:t><w:tab/><w:t>{text}</w:t></w:r></w:p>"

    body = typed("1", "Verwerker meldt.") + typed("b", "per e-mail;") + typed("iv", "dagelijks;") + typed("Wie", "Wat")
    assert [block.label for block in read(make_docx(body)).blocks] == ["1", "b", "iv", None]


def test_a_number_typed_before_a_partys_name_is_no_part_of_it(make_docx: MakeDocx) -> None:
    def typed(number: str, text: str) -> str:
        return f"<w:p><w:r><w:t>{number}</w:t><w:tab/><w:t>{text}</w:t></w:r></w:p>"

    body = (
        "<w:p><w:r><w:t>Partijen</w:t></w:r></w:p>"
        + typed("1", "Kade Noord B.V., gevestigd te Breda, hierna: Verwerkingsverantwoordelijke;")
        + typed("2", "Rekenhuis Zuid B.V., gevestigd te Breda, hierna: Verwerker;")
        + "<w:p><w:r><w:t>Artikel 1 Datalekken</w:t></w:r></w:p>"
        + typed("1", "Verwerker meldt een datalek binnen 24 uur aan Verwerkingsverantwoordelijke.")
        + typed("2", "Verwerker documenteert elk datalek.")
    )
    agreement = extract(read(make_docx(body)))
    assert agreement.value("controller.name") == "Kade Noord B.V."
    assert agreement.value("processor.name") == "Rekenhuis Zuid B.V."
    assert agreement.facts["breach.deadline"].provision == "1.1"
