"""Whatever stands below the heads of a table or in a form: its rows are parts of the text, in order and apart."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from art28.document.model import BlockKind
from art28.reading.text import read_text

FULL = "Verwerker verwerkt persoonsgegevens uitsluitend in opdracht van de verwerkingsverantwoordelijke, niet anders"
HEADS = (
    "Naam Dienst Land",
    "Dienst Doel Betrokkenen Persoonsgegevens Bewaartermijn Subverwerker",
    "Partij Onderwerp Naam Functie Telefoon E-mail",
    "Nr. Vraag Antwoord",
    "Opdrachtgever Verwerker",
)
WORDS = (
    *(
        "Kade",
        "Hosting",
        "B.V.",
        "Inc.",
        "Nederland",
        "België",
        "klanten",
        "medewerkers",
        "naam,",
        "adres,",
        "BSN",
        "2",
        "jaar",
    ),
    *(
        "na",
        "einde",
        "tot",
        "06-12345678",
        "a@b.example",
        ",",
        "(",
        ")",
        "-",
        "[●]",
        "...",
        "☐",
        "?",
        "voor",
        "het",
        "versturen",
    ),
    *(
        "Doel",
        "Betrokkenen",
        "Soort",
        "persoonsgegevens",
        "Bewaartermijn",
        "Categorie",
        "Aard",
        "van",
        "de",
        "verwerking",
        "",
    ),
)
LINES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join), max_size=40)


@given(st.lists(st.tuples(st.sampled_from(HEADS), LINES), min_size=1, max_size=3))
def test_rows_are_parts_of_the_text(tables: list[tuple[str, list[str]]]) -> None:
    text = "\n".join(line for head, lines in tables for line in (FULL, head, *lines))
    document = read_text(text, name="x.txt", sha256="0" * 64, extraction="text/1")
    assert all(one.span.end <= other.span.start for one, other in pairwise(document.blocks))
    for block in document.blocks:
        places = [place for cell in block.cells for place in (cell.start, cell.end)]
        assert places == sorted(places)
        if block.kind is BlockKind.TABLE_ROW and places:
            assert block.span.start <= places[0] <= places[-1] <= block.span.end
