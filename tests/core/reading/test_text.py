"""Plain text out of a PDF: paragraphs rebuilt, page furniture set aside, whatever the tool left of the pages."""

import pytest

from art28.document.flow import flow_of
from art28.document.model import BlockKind, Document
from art28.reading.text import read_text

LONG = "Verwerker neemt passende technische en organisatorische maatregelen tegen verlies van"


def read(text: str) -> Document:
    return read_text(text, name="x.txt", sha256="0" * 64, extraction="text/1")


def lines(document: Document) -> list[str]:
    flow = flow_of(document)
    return [flow.text[line.start : line.end] for line in flow.lines]


def test_wrapped_lines_are_joined_and_numbers_open_blocks() -> None:
    document = read(f"4. Beveiliging\n4.1 {LONG}\ngegevens.\n4.2 Partijen toetsen dit.\na. jaarlijks;\n• of vaker.\n")
    assert lines(document) == [
        "4. Beveiliging", f"4.1 {LONG} gegevens.", "4.2 Partijen toetsen dit.", "a. jaarlijks;", "• of vaker.",
    ]  # fmt: skip


def test_an_article_that_begins_with_its_sentence_opens_a_block() -> None:
    articles = [f"Artikel {number}. {LONG} persoonsgegevens." for number in range(1, 4)]
    assert lines(read("\n".join(articles))) == articles


def test_the_parties_under_a_title_are_not_part_of_it() -> None:
    text = "Vertrag zur Auftragsverarbeitung\n\nzwischen der Kade GmbH, Ufer 1, und der Werk AG, Feld 2\n"
    assert len(lines(read(text))) == 2
    assert len(lines(read(f"{LONG} gegevens\n\ntussen partijen gedeeld.\n"))) == 1


def test_an_empty_line_after_each_line_says_nothing_about_paragraphs() -> None:
    body = "".join(
        f"{n}.1 {LONG}\n\npersoonsgegevens en toetst ze ten minste eenmaal per kalenderjaar opnieuw.\n\n"
        for n in range(1, 9)
    )
    assert lines(read(body))[0] == (
        f"1.1 {LONG} persoonsgegevens en toetst ze ten minste eenmaal per kalenderjaar opnieuw."
    )


def test_a_long_next_word_explains_a_short_line() -> None:
    short = "4.3 Met ondertekening van dit stuk geeft dan ook nu de"
    text = f"4.1 {LONG}\n4.2 {LONG}\n{short}\nVerwerkingsverantwoordelijke (hierna: Klant) toestemming.\n"
    assert lines(read(text))[2].startswith(f"{short} Verwerkingsverantwoordelijke")


def test_running_heads_and_feet_of_form_feed_pages_stand_outside_the_flow() -> None:
    pages = [
        f"Kaderlijn B.V.\n\n{n}.1 {LONG}\ngegevens.\n{n}.2 Partijen toetsen dit.\n\nVersie 1   {n}\n"
        for n in range(1, 5)
    ]
    document = read("\f".join(pages))
    assert not any("Kaderlijn" in line or "Versie" in line for line in lines(document))
    assert [page.number for page in document.pages] == [1, 2, 3, 4]


def test_feet_that_count_up_are_found_without_pages() -> None:
    text = "".join(f"{n}.1 {LONG}\ngegevens.\n\n{n} Openbaar\n\n" for n in range(1, 5))
    document = read(text)
    assert sum(block.kind is BlockKind.PAGE_FOOTER for block in document.blocks) == 4


def test_lines_of_a_table_of_contents_stand_outside_the_flow() -> None:
    document = read("Bijlage 1 Verwerkingen ............ 7\n1. Begrippen . . . . . . 2\n\n1. Begrippen\n")
    assert lines(document) == ["1. Begrippen"]


def test_a_reference_at_a_line_start_opens_nothing() -> None:
    document = read(f"1.1 {LONG}\n1.2 {LONG} in artikel\n8.2 genoemde gegevens.\n")
    assert lines(document)[1] == f"1.2 {LONG} in artikel 8.2 genoemde gegevens."


def test_escapes_of_a_converter_are_skipped() -> None:
    document = read("1\\. Begrippen\n\n2\\. Duur\n\n3\\. Einde\n")
    assert lines(document) == ["1. Begrippen", "2. Duur", "3. Einde"]
    assert document.blocks[0].label == "1."


def test_a_row_of_pipes_is_a_row() -> None:
    document = read("| Naam | Land |\n|---|---|\n| Wolkenveld | Ierland |\n")
    assert lines(document) == ["Naam\tLand", "Wolkenveld\tIerland"]


def test_rows_whose_cells_bars_divide_need_none_around_them() -> None:
    document = read("Lijst\n\nNaam | Land\nWolkenveld | Ierland\nAnkerdata | Duitsland\n\nEinde\n")
    assert lines(document) == ["Lijst", "Naam\tLand", "Wolkenveld\tIerland", "Ankerdata\tDuitsland", "Einde"]


def test_two_lines_with_bars_may_be_an_address() -> None:
    document = read("Wolkenveld B.V. | Kade 4\n1234 AB Zwolle | KvK 12345678\n")
    assert all(block.kind is not BlockKind.TABLE_ROW for block in document.blocks)


def test_rows_of_a_flattened_table_stand_alone() -> None:
    document = read(
        f"1.1 {LONG}\ngegevens.\n\nNaam Dienst Gevestigd in Waarborg\nWolkenveld Cloud Ltd. rekencapaciteit en opslag in "
        "Ierland n.v.t.\nAnkerdata GmbH opslag van reservekopieën Duitsland\nstandaardcontractbepalingen\n\nStand: 1 mei.\n"
    )
    assert lines(document)[1:] == [
        "Naam\tDienst\tGevestigd in\tWaarborg",
        "Wolkenveld Cloud Ltd.\trekencapaciteit en opslag in\tIerland\tn.v.t.",
        "Ankerdata GmbH\topslag van reservekopieën\tDuitsland\tstandaardcontractbepalingen",
        "Stand: 1 mei.",
    ]


def test_in_a_text_without_a_margin_each_line_is_a_paragraph_and_short_ones_head_the_next() -> None:
    told = "Melden\n\nVerwerker meldt.\nHij belt.\n\nBewaren\n\n"
    text = f"{told}{LONG} gegevens.\n\nWat kost het?\n\nNiets, want het hoort bij de dienst.\n\nKade Noord\nKade 4\n"
    kinds = [(block.kind, text[block.span.start : block.span.end]) for block in read(text).blocks]
    heads = [words for kind, words in kinds if kind is BlockKind.HEADING]
    assert heads == ["Melden", "Bewaren", "Wat kost het?"]
    assert (BlockKind.PARAGRAPH, "Hij belt.") in kinds


def test_in_a_text_without_empty_lines_short_ones_head_the_next_where_a_sentence_has_ended() -> None:
    said = (
        "Wij gebruiken de gegevens alleen om te doen wat u ons hebt gevraagd, en volgen daarbij uw aanwijzingen. " * 2
    )
    heads = ["Afspraken", "Wij zwijgen", "Beveiliging", "Als u weggaat"]
    document = read("".join(f"{head}\n{said.strip()}\n" for head in heads))
    assert [document.text[b.span.start : b.span.end] for b in document.blocks if b.kind is BlockKind.HEADING] == heads


def test_short_lines_between_sentences_head_what_follows_where_nothing_is_numbered() -> None:
    heads = ["Beveiliging", "Wat doen wij bij een datalek?", "Geheimhouding", "Als u stopt"]
    said = (
        f"{LONG}\ngegevens, en wij toetsen elk jaar opnieuw of die nog volstaan; daarvan krijgt u op uw\n{LONG[:60]}.\n"
    )
    text = "".join(f"{head}\n{said}" for head in heads)
    document = read(f"Afspraken over gegevens tussen u en ons, als bijlage bij de opdracht.\n{text}")
    assert [document.text[b.span.start : b.span.end] for b in document.blocks if b.kind is BlockKind.HEADING] == heads


def test_short_lines_of_a_numbered_text_head_nothing() -> None:
    text = "".join(f"{n}. Artikel over iets\nBegrip\n{LONG}\ngegevens.\n" for n in range(1, 6))
    assert all(block.kind is not BlockKind.HEADING for block in read(text).blocks)


def test_titles_that_capitals_count_are_headings() -> None:
    for labels in ("ABCD", ("I", "II", "III", "IV")):
        text = "".join(f"{label}. Afspraak over iets\n{LONG}\ngegevens.\n" for label in labels)
        assert sum(block.kind is BlockKind.HEADING for block in read(text).blocks) == len(labels)
    listed = "Betrokkenen zijn:\nA. Leden van de vereniging;\nB. Ouders van leden;\nC. Bestuur;\nD. Trainers.\n"
    assert all(block.kind is not BlockKind.HEADING for block in read(listed).blocks)


def test_letters_that_count_within_a_sentence_open_no_block() -> None:
    spoken = (
        "2.1 Verwerker verwerkt de gegevens alleen in het kader van: (a) hosting en beheer van de programmatuur;\n"
        "(b) onderhoud en updates; (c) ondersteuning van gebruikers, en verder voor niets anders dan dat en ook\n"
        "(d) niet voor zichzelf.\n"
    )
    assert len(lines(read(spoken))) == 1
    meant = (
        "1.1 Onder inbreuk wordt in deze overeenkomst en in alles wat daarbij hoort in ieder geval verstaan\n"
        "(a) een datalek, of (b) een storing van een systeem waarop persoonsgegevens staan of stonden.\n"
    )
    assert len(lines(read(meant))) == 1
    listed = f"{LONG}\nverlies:\n(a) versleuteling;\n(b) back-ups;\n(c) toezicht.\n"
    assert len(lines(read(listed))) == 4


def test_a_number_in_brackets_that_repeats_the_words_before_it_opens_no_block() -> None:
    said = (
        "8.1 Verwerker meldt ieder incident aan Klant zodra hij dat kan en in elk geval binnen achtenveertig\n"
        "(48) uur nadat hij het heeft ontdekt.\n"
    )
    assert len(lines(read(said))) == 1
    assert len(lines(read("Partijen:\n(1) Kade B.V. te Zwolle;\n(2) Werk B.V. te Assen.\n"))) == 3


def test_a_title_stands_by_itself_whatever_fills_the_lines_around_it() -> None:
    text = (
        f"Kenmerk 2025-14 – vertrouwelijk – sjabloon van de afdeling inkoop en juridische zaken van Kade\n"
        f"Verwerkersovereenkomst gemeente\nZeewolde\nPartijen en hun vertegenwoordigers zijn hieronder genoemd met hun\n"
        f"gegevens. {LONG}\nde gegevens.\n"
    )
    assert "Verwerkersovereenkomst gemeente" in lines(read(text))
    running = f"{LONG} gegevens zoals bepaald in de\nVerwerkersovereenkomst tussen partijen en de bijlagen.\n"
    assert len(lines(read(running))) == 1


def test_a_short_field_ends_where_its_line_does() -> None:
    text = f"KvK: 01234567\nhierbij vertegenwoordigd door de directie, hierna te noemen: Verwerker\n{LONG}\ngegevens.\n"
    assert lines(read(text))[0] == "KvK: 01234567"


def test_a_term_in_brackets_goes_on_behind_its_colon() -> None:
    text = "Kinderopvang De Kar, gevestigd aan de Dorpsstraat 12 te 6711 AB Ede, KvK 09123456 (hierna:\nKlant) en anderen\n"
    assert len(lines(read(text))) == 1


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            "15.3 Le droit français est applicable aux présentes, et le tribunal de Lille est compétent.",
            "Fait à Lille, le 10 mars 2025, en deux exemplaires.",
        ),
        ("Vertrag über die Verarbeitung personenbezogener Daten im Auftrag und in fremdem Namen", "zwischen der"),
        (
            "VERWERKERSOVEREENKOMST (versie 4, bijgewerkt op 11 maart 2024 door de leverancier zelf)",
            "Geachte mevrouw Jansen,",
        ),
    ],
)
def test_lines_that_stand_alone(above: str, below: str) -> None:
    said = lines(read(f"{above}\n{below}\n{LONG}\n"))
    assert said[:2] == [above, below]


def test_what_is_set_in_below_a_semicolon_goes_on_with_its_field() -> None:
    text = "Zweck: Führung von Personalakten; Erfassung von Zeiten;\n    Abwicklung von Bewerbungen\nDauer: ein Jahr\n"
    assert lines(read(text))[:2] == [
        "Zweck: Führung von Personalakten; Erfassung von Zeiten; Abwicklung von Bewerbungen",
        "Dauer: ein Jahr",
    ]
    below = "Persoonsgegevens:\n    Namen\n    Adressen\n"
    assert lines(read(below)) == ["Persoonsgegevens:", "Namen", "Adressen"]
