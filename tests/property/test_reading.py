"""Whatever text comes in: blocks follow each other in it, the flow maps onto it, and every citation is verbatim."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from art28.document.flow import Flow, flow_of
from art28.document.mending import stray_spaces
from art28.document.model import Document
from art28.document.outline import outline_of
from art28.reading.jailed.wire import packed_document, unpacked
from art28.reading.limits import Limits
from art28.reading.markup.html import read_html
from art28.reading.markup.markdown import read_markdown
from art28.reading.text import read_text

_WORDS = ["Verwerker", "Klant", "verwerkers", "Ver", "werker", "de", "een", "sub -", "e-", "wet-", "be-", "en", "of"]
_SIGNS = ["ë", "ïn", "€ 5.000", "🙂", "ﬁ", "ﬂ", "ĳ", "“", "”", "–"]
_NUMBERS = ["1.1", "1.2", "2.", "10.4", "a)", "(i)", "•", "-", "- ", ".", ";", ":", "1. ", "7"]
_MARKS = ["# ", "## ", "**", "*", "_", "`", "[x](y)", "\\.", "\\", "<br>", "<naam>", "&amp;", "> ", "---", "===="]
_TITLES = ["Artikel 3", "Bijlage 1", "Bijlage A: Verwerkingen", "Naam:", "Datum: ", "Handtekening:", "pagina 2 van 5"]
_TABLES = ["|", "| a | b |", "|---|", "<p>", "</p>", "<li>", "<table>", "<tr><td>"]
_WHITE = ["\n", "\n\n", "\r\n", "\f", " ", "  ", "\t", "\u0002", "\u00ad", "\u200b", "\u00a0"]
_PIECES = st.sampled_from([*_WORDS, *_SIGNS, *_NUMBERS, *_MARKS, *_TITLES, *_TABLES, *_WHITE])
_TEXTS = st.lists(_PIECES, max_size=60).map("".join) | st.text(max_size=200)
_RUN = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def holds(document: Document) -> None:
    """Everything that must be true of a document and its flow."""
    at = 0
    for block in document.blocks:
        assert at <= block.span.start < block.span.end <= len(document.text)
        at = block.span.end
        for spans in (block.cells, block.skips):
            inside = block.span.start
            for span in spans:
                assert inside <= span.start <= span.end <= block.span.end
                inside = span.end
    flow = flow_of(document)
    maps_forward(flow)
    for line in flow.lines:
        assert 0 <= line.start < line.end <= len(flow.text)
        assert "\n" not in flow.text[line.start : line.end]
        for citation in flow.citations(line.start, line.end):
            assert document.text[citation.start : citation.end] == citation.text
            assert citation.text
    clauses = outline_of(flow)
    assert all(one.end < other.start + 1 for one, other in pairwise(clauses))
    assert all(clause.start < clause.end <= len(flow.text) for clause in clauses)
    assert unpacked(packed_document(document), name=document.name, sha256=document.sha256) == document


def maps_forward(flow: Flow) -> None:
    starts, ends = flow.layer.starts, flow.layer.ends
    assert all(one <= other for one, other in pairwise(starts))
    assert all(one <= other for one, other in pairwise(ends))
    assert all(start <= end <= len(flow.document.text) for start, end in zip(starts, ends, strict=True))
    assert all(one.end < other.start for one, other in pairwise(flow.lines))


@given(_TEXTS)
@_RUN
def test_plain_text(text: str) -> None:
    holds(read_text(text, name="x.txt", sha256="0", extraction="text/1"))


@given(_TEXTS)
@_RUN
def test_markdown(text: str) -> None:
    holds(read_markdown(text, name="x.md", sha256="0", extraction="markdown/1"))


@given(_TEXTS)
@_RUN
def test_html(text: str) -> None:
    holds(read_html(f"<body><p>.</p>{text}</body>", name="x.html", sha256="0", limits=Limits()))


@given(_TEXTS)
@_RUN
def test_mending_takes_out_spaces_and_nothing_else(text: str) -> None:
    cuts = stray_spaces(text, lambda _: True)
    assert all(text[start:end].isspace() for start, end in cuts)
    assert all(one[1] <= other[0] for one, other in pairwise(cuts))
