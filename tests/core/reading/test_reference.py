"""The reference agreements and the corpus beside the checkout: cited verbatim, their articles found."""

from itertools import pairwise
from pathlib import Path

import pytest

from art28.document.flow import flow_of
from art28.document.outline import Part, outline_of
from art28.reading.errors import UnreadableFile
from art28.reading.jail import Jail
from art28.reading.limits import Limits
from art28.reading.read import read_document

SHARED = Path(__file__).resolve().parents[4] / "shared"
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
CORPUS = sorted(path for path in (SHARED / "corpus").glob("*") if path.is_file())
# How many articles and annexes each of the five has, in the order of their file names.
ARTICLES = (13, 11, 14, 14, 13)
ANNEXES = (2, 3, 2, 2, 5)

pytestmark = [
    pytest.mark.reference,
    pytest.mark.skipif(not SEEDS, reason="the reference agreements are not beside this checkout"),
]


@pytest.mark.parametrize("index", range(len(SEEDS)))
def test_articles_count_up_and_annexes_follow(index: int) -> None:
    path = SEEDS[index]
    flow = flow_of(read_document(path.read_bytes(), name=path.name, limits=Limits()))
    clauses = outline_of(flow)
    articles = [int(c.article) for c in clauses if c.part is Part.BODY and c.article.isdigit()]
    assert sorted(articles) == articles
    assert list(dict.fromkeys(articles)) == list(range(1, ARTICLES[index] + 1))
    annexes = list(dict.fromkeys(c.article.casefold() for c in clauses if c.part is Part.ANNEX))
    assert annexes == [f"bijlage {number}" for number in range(1, ANNEXES[index] + 1)]


@pytest.mark.parametrize("path", [*SEEDS, *CORPUS], ids=lambda path: str([*SEEDS, *CORPUS].index(path)))
def test_every_line_is_cited_verbatim_and_maps_forward(path: Path) -> None:
    try:
        document = read_document(path.read_bytes(), name=path.name, limits=Limits())
    except UnreadableFile as refusal:
        pytest.fail(str(refusal))
    flow = flow_of(document)
    # The cells of a row over two pages stand among each other.
    if not any(block.cells and block.continues for block in document.blocks):
        assert all(one <= other for one, other in pairwise(flow.layer.starts))
    for line in flow.lines:
        citations = flow.citations(line.start, line.end)
        assert citations
        assert all(document.text[c.start : c.end] == c.text for c in citations)


def test_the_jail_reads_them_alike() -> None:
    with Jail() as jail:
        for path in SEEDS:
            data = path.read_bytes()
            assert jail.read(data, name=path.name) == read_document(data, name=path.name, limits=Limits())
