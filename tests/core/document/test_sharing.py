"""A document divided where somebody says that its agreements begin."""

from art28.document.model import Document
from art28.document.sharing import Beginning, beginning_at
from art28.reading.limits import Limits
from art28.reading.read import read_document

TEXT = "Raamovereenkomst\n\nInkoop.\n\nVerwerkersovereenkomst\n\nEen.\n\nVerwerkersovereenkomst\n\nTwee.\n"
FIRST = TEXT.index("Verwerkersovereenkomst")
SECOND = TEXT.rindex("Verwerkersovereenkomst")


def document() -> Document:
    return read_document(TEXT.encode(), name="bundel.txt", limits=Limits())


def spans(*beginnings: Beginning) -> list[tuple[int, int] | None]:
    found = beginning_at(document(), beginnings)
    return [(each.share.span.start, each.share.span.end) if each.share else None for each in found]


def test_each_goes_on_to_the_next_and_what_stands_above_belongs_to_none() -> None:
    title = "Verwerkersovereenkomst"

    assert spans(Beginning(FIRST, title), Beginning(SECOND, title)) == [(FIRST, SECOND), (SECOND, len(TEXT))]


def test_one_that_begins_at_the_top_is_the_document_itself() -> None:
    assert spans(Beginning(0, "Raamovereenkomst")) == [None]
    assert spans() == [None]


def test_the_words_lead_where_a_reader_counts_otherwise() -> None:
    assert spans(Beginning(SECOND + 4, "Verwerkersovereenkomst")) == [(SECOND, len(TEXT))]


def test_where_no_block_opens_with_the_words_the_one_at_the_offset_is_meant() -> None:
    assert spans(Beginning(SECOND + 3, "Bewerkersovereenkomst")) == [(SECOND, len(TEXT))]


def test_the_same_place_said_twice_is_one() -> None:
    assert len(spans(Beginning(FIRST, "Verwerkers"), Beginning(FIRST, "Verwerkersovereenkomst"))) == 1
