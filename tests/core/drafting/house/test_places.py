"""What a Word document leaves open: fields, controls and placeholders, also cut over runs; and what can't be filled in."""

import io
import zipfile

import pytest

from art28.drafting.house.form import WordForm
from art28.reading.errors import UnreadableFile
from art28.reading.jail import Jail
from art28.reading.places import PlaceKind, TroubleCode
from core.drafting.house.forms import control, document, field, parts, places, plain, run, template, text

PLACEHOLDER = '<w:rStyle w:val="PlaceholderText"/>'


def filled(data: bytes, *values: str) -> str:
    """The words of a copy in which every blank has been filled in, in turn."""
    made = template(data)
    return text(made.fill(dict(zip((each.key for each in made.blanks), values, strict=True))).data).strip()


def names(data: bytes) -> list[tuple[PlaceKind, str]]:
    return [(each.kind, each.name) for each in places(data).places]


def test_a_merge_field_of_several_runs_becomes_its_value_in_the_type_of_its_first_run() -> None:
    result = run("«Klant", "<w:b/>") + run("_naam»")
    data = document(run("Naam: ") + field("MERGEFIELD  Klant_naam  \\* MERGEFORMAT", result) + run("."))

    assert names(data) == [(PlaceKind.MERGE_FIELD, "Klant_naam")]
    made = template(data).fill({"1": "Zoë & Zn <B.V.>"})
    assert text(made.data).strip() == "Naam: Zoë & Zn <B.V.>."
    written = parts(made.data)["word/document.xml"]
    assert b"fldChar" not in written
    assert b"<w:b/>" in written[: written.index("Zoë".encode())]


def test_a_merge_field_in_quotes_a_simple_one_and_one_without_a_result() -> None:
    simple = f'<w:fldSimple w:instr=" MERGEFIELD kvk ">{run("«kvk»")}</w:fldSimple>'
    empty = '<w:fldSimple w:instr=" MERGEFIELD leeg "/>'
    data = document(field('MERGEFIELD "Naam van de klant"', run("x")), simple, empty, field("MERGEFIELD kaal", ""))

    assert [name for _, name in names(data)] == ["Naam van de klant", "kvk", "leeg", "kaal"]
    assert filled(data, "een", "twee", "drie", "vier").split() == ["een", "twee", "drie", "vier"]


def test_what_a_merge_field_asks_of_its_value_is_done() -> None:
    data = document(field('MERGEFIELD plaats \\* Upper \\b "te " \\f ","', run("«plaats»")))

    assert filled(data, "Delft") == "te DELFT,"


@pytest.mark.parametrize("kind", ["<w:text/>", "<w:date/>", ""])
def test_a_content_control_loses_its_hint_and_its_binding_and_stays_a_control(kind: str) -> None:
    binding = '<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>'
    properties = f'<w:alias w:val="Functie"/><w:showingPlcHdr/>{binding}{kind}'
    data = document(run("Functie: ") + control(properties, run("Klik hier", PLACEHOLDER)))

    assert names(data) == [(PlaceKind.CONTROL, "Functie")]
    made = template(data).fill({"1": "bestuurder"})
    assert text(made.data).strip() == "Functie: bestuurder"
    written = parts(made.data)["word/document.xml"]
    assert b"<w:sdt>" in written
    assert not any(gone in written for gone in (b"showingPlcHdr", b"dataBinding", b"PlaceholderText"))


def test_a_control_that_only_holds_others_is_none_of_its_own() -> None:
    inner = control('<w:tag w:val="naam"/><w:text/>', run("…"))
    data = document(control('<w:alias w:val="Blok"/>', run("Naam: ") + inner + run(" [plaats]")))

    assert names(data) == [(PlaceKind.CONTROL, "naam"), (PlaceKind.NAMED, "plaats")]


def test_a_form_field_of_the_old_kind_keeps_its_field() -> None:
    form = '<w:ffData><w:name w:val="Tekst1"/><w:enabled/><w:textInput/></w:ffData>'
    data = document(run("Naam: ") + field("FORMTEXT", run("\u2002") + run("\u2002"), form))

    assert names(data) == [(PlaceKind.FORM_FIELD, "Tekst1")]
    made = template(data).fill({"1": "Kade B.V."})
    assert text(made.data).strip() == "Naam: Kade B.V."
    assert parts(made.data)["word/document.xml"].count(b"fldChar ") == 3


def test_a_list_takes_what_is_in_it_alone() -> None:
    listed = (
        '<w:dropDownList><w:listItem w:displayText="Basis" w:value="1"/><w:listItem w:value="Plus"/></w:dropDownList>'
    )
    data = document(control(f'<w:alias w:val="Pakket"/><w:showingPlcHdr/>{listed}', run("Kies")))

    assert places(data).places[0].options == ("Basis", "Plus")
    made = template(data)
    assert made.values({"1": "Plus"}) == {"1": "Plus"}
    with pytest.raises(ValueError, match="option"):
        made.values({"1": "Groot"})


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("[NAAM KLANT]", "NAAM KLANT"),
        ("[[naam]]", "naam"),
        ("{{ naam }}", "naam"),
        ("${naam}", "naam"),
        ("<naam>", "naam"),
        ("<<naam>>", "naam"),
        ("«Naam»", "Naam"),
        ("[●]", ""),
        ("[...]", ""),
        ("……………", ""),
        (".........", ""),
        (". . . . . .", ""),
        ("_______", ""),
        ("…", ""),
    ],
)
def test_a_placeholder_is_found_and_filled_in_wherever_word_cut_it(written: str, name: str) -> None:
    whole = f"Klant: {written} te Delft"
    expected = "Klant: A & B te Delft"
    for at in range(7, 8 + len(written)):
        one, other = (part.replace("&", "&amp;").replace("<", "&lt;") for part in (whole[:at], whole[at:]))
        data = document(run(one, "<w:i/>") + run(other))

        found = places(data)
        assert [each.name for each in found.places] == [name]
        assert text(WordForm(data, found).filled({0: "A & B"})).strip() == expected


@pytest.mark.parametrize(
    "words",
    ["zie noot [1]", "dat is zo [sic]", "mail <avg@kade.example>", "Doel ........ 12", "a < b en c > d", "en zo..."],
)
def test_what_only_looks_like_a_placeholder_is_left(words: str) -> None:
    assert places(plain(words)).places == ()


def test_headers_footnotes_tables_and_text_boxes_are_filled_in_too() -> None:
    data = plain("Tekst {{a}}", header="Dossier {{b}}")

    assert [(each.part, each.name) for each in places(data).places] == [
        ("word/document.xml", "a"),
        ("word/header1.xml", "b"),
    ]
    made = template(data).fill({"1": "een", "2": "twee"})
    assert b"twee" in parts(made.data)["word/header1.xml"]


def test_every_byte_stays_where_nothing_is_filled_in() -> None:
    data = plain("Naam: [NAAM]", "Plaats: [PLAATS]")
    before, after = parts(data), parts(template(data).fill({"2": "Delft"}).data)

    assert list(before) == list(after)
    changed = "word/document.xml"
    assert {name: part for name, part in after.items() if name != changed} == {
        name: part for name, part in before.items() if name != changed
    }
    assert after[changed] == before[changed].replace(b"[PLAATS]", b"Delft")
    assert parts(template(data).fill({}).data) == before
    assert template(data).fill({"1": "x"}).data == template(data).fill({"1": "x"}).data


def test_lines_of_a_value_are_lines_in_the_document() -> None:
    assert filled(plain("Let op: {{opmerking}}"), "een\ntwee") == "Let op: een\ntwee"


@pytest.mark.parametrize(
    ("paragraph", "code"),
    [
        (field('IF 1 = 1 "a" "b', "").replace("</w:instrText>", "</w:instrText>" + field("MERGEFIELD z", run("z")), 1),
         TroubleCode.NESTED_FIELD),
        (field("MERGEFIELD a", field("MERGEFIELD b", run("b"))), TroubleCode.NESTED_FIELD),
        (field("MERGEFIELD", run("x")), TroubleCode.BROKEN_FIELD),
        (field("MERGEFIELD a", run("x")).replace('"end"', '"separate"'), TroubleCode.BROKEN_FIELD),
        (field("ADDRESSBLOCK \\f x", run("x")), TroubleCode.COMPUTED_FIELD),
        (run("Naam {{naam en verder"), TroubleCode.BROKEN_PLACEHOLDER),
        (run("Naam naam}} en verder"), TroubleCode.BROKEN_PLACEHOLDER),
        (run("Naam {{a {{b}} c}}"), TroubleCode.NESTED_PLACEHOLDER),
    ],
)  # fmt: skip
def test_a_broken_or_nested_field_is_named(paragraph: str, code: TroubleCode) -> None:
    assert code in {each.code for each in places(document(paragraph)).troubles}


def test_fields_that_are_none_of_ours_are_left_as_they_are() -> None:
    contents = field("TOC \\o", field("PAGEREF _1", run("3")))
    data = document(contents + run(" [naam]"))

    assert places(data).troubles == ()
    assert b"PAGEREF" in parts(template(data).fill({"1": "x"}).data)["word/document.xml"]


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The file with one part altered."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts(data).items():
            archive.writestr(part, content.replace(old, new) if part == name else content)
    return written.getvalue()


def test_a_filled_copy_has_no_tie_to_a_source_of_data_and_is_no_template() -> None:
    tied = b'<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:query w:val="SELECT *"/></w:mailMerge>'
    data = changed(plain("[naam]"), "word/settings.xml", b"<w:zoom", tied + b"<w:zoom")
    data = changed(data, "[Content_Types].xml", b"document.main+xml", b"template.main+xml")

    written = parts(template(data).fill({"1": "x"}).data)
    assert b"mailMerge" not in written["word/settings.xml"]
    assert b"template.main" not in written["[Content_Types].xml"]


def test_a_file_that_is_signed_or_holds_macros_is_refused() -> None:
    relation = b'<Relationship Id="m1" Type="http://x/vbaProject" Target="vba.bin"/></Relationships>'
    data = changed(plain("[naam]"), "word/_rels/document.xml.rels", b"</Relationships>", relation)

    assert [each.code for each in places(data).troubles] == [TroubleCode.MACROS]


def test_a_hostile_file_is_read_in_confinement_and_refused() -> None:
    entities = b'<!DOCTYPE a [<!ENTITY b "c">]><w:document'
    hostile = changed(plain("[naam]"), "word/document.xml", b"<w:document", entities)
    good = plain("Naam: [NAAM] {{x}}")
    with Jail() as jail:
        assert jail.places(good, name="goed.docx") == places(good)
        with pytest.raises(UnreadableFile):
            jail.places(hostile, name="kwaad.docx")
        with pytest.raises(UnreadableFile):
            jail.places(b"PK\x03\x04 no archive", name="stuk.docx")
        assert jail.places(good, name="goed.docx") == places(good)
