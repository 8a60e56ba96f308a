"""However titles, parties, articles and annexes follow each other, the agreements of a file stand apart and whole."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from art28.document.sharing import cut_out
from art28.extraction.extract import documents_in
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.extraction.bundles import MAIN_CONTRACT, OTHER, dutch

PIECES = st.sampled_from(
    (
        dutch(), OTHER, MAIN_CONTRACT, dutch(signed=False), dutch(title="Bijlage 2: Verwerkersovereenkomst"),
        "Verwerkersovereenkomst\n\n", "Bijlage 1\n\n", "De ondergetekenden:\n\nA, hierna: Verwerker, en B, hierna: Klant\n\n",
        "Artikel 1 Duur\n\nKort.\n\n", "Namens A\nNaam: x\nHandtekening: __\n\n", "Data Processing Agreement\n\n", "\f",
        "Overeenkomst\n\n", "1. Begrippen\n\n2. Duur\n\n",
    )
)  # fmt: skip


@given(pieces=st.lists(PIECES, min_size=1, max_size=7))
@settings(max_examples=40, deadline=None)
def test_agreements_of_a_file_stand_apart_in_order_and_whole(pieces: list[str]) -> None:
    whole = read_document("".join([*pieces, "Slot."]).encode(), name="a.txt", limits=Limits())
    found = documents_in(whole)

    if len(found) == 1:
        assert found == (whole,)
        return
    shares = [document.share for document in found if document.share is not None]
    assert [(share.number, share.of) for share in shares] == [(number + 1, len(found)) for number in range(len(found))]
    assert all(one.span.end <= other.span.start for one, other in pairwise(shares))
    for document, share in zip(found, shares, strict=True):
        assert document.text == whole.text
        assert document.blocks
        cut = cut_out(document)
        assert cut.text == whole.text[share.span.start : share.span.end]
        for block, own in zip(document.blocks, cut.blocks, strict=True):
            assert whole.text[block.span.start : block.span.end] == cut.text[own.span.start : own.span.end]
        assert [page.number for page in cut.pages] == [page.number for page in document.pages]
