"""Document -> Reading: the text that rules see."""

import re
from array import array
from collections.abc import Iterator

from art28.agreement.model import Role
from art28.document.flow import Flow
from art28.document.layer import Layer, replaced
from art28.document.outline import Clause, outline_of
from art28.extraction.context import Reading, Sentence
from art28.extraction.language import language_of
from art28.extraction.names import TOKENS, names_in, pattern_of

_SENTENCE_END = re.compile(r"(?<=[.;?!])[\"')]*\s+(?=[A-Z\"(•-])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:art|artt|nr|no|dhr|mevr|mw|mr|drs|ing|ir|jo|lid|blz|par|bijv|resp|incl|excl|max|min|ca|o\.a|m\.b\.t|d\.w\.z|"
    r"i\.v\.m|t\.a\.v|c\.q|e\.g|i\.e|etc|B\.V|N\.V|V\.O\.F|Ltd|Inc|Mr|Mrs|Ms|Dr|[A-Z])|^\d{1,2}(?:\.\d{1,2})*)\.$"
)


def prepare(flow: Flow) -> Reading:
    """The reading text of `flow`, its clauses and sentences, its language and its parties' names."""
    clauses = outline_of(flow)
    names = names_in(flow.text)
    layer = _named_by_role(flow, names_pattern=pattern_of(names))
    sentences = tuple(_sentences(flow, layer, clauses))
    return Reading(flow, layer, clauses, sentences, language_of(flow.text), names)


def _named_by_role(flow: Flow, *, names_pattern: re.Pattern[str]) -> Layer:
    identity = Layer(flow.text, array("I", range(len(flow.text))), array("I", range(1, len(flow.text) + 1)))
    cuts = (
        (match.start(), match.end(), TOKENS[Role(match.lastgroup)])
        for match in names_pattern.finditer(flow.text)
        if match.lastgroup
    )
    return replaced(identity, cuts)


def _sentences(flow: Flow, layer: Layer, clauses: tuple[Clause, ...]) -> Iterator[Sentence]:
    clause = 0
    for line in flow.lines:
        while clause + 1 < len(clauses) and clauses[clause].end <= line.start:
            clause += 1
        start, end = layer.above(line.start), layer.above(line.end)
        for first, last in _split(layer.text, start, end):
            yield Sentence(layer.text[first:last], first, last, clauses[clause])


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if _ABBREVIATION.search(text[at : match.start()]) and text[match.start() - 1] == ".":
            continue
        yield at, match.start()
        at = match.end()
    if at < end:
        yield at, end
