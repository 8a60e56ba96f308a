"""Whatever a text is put together from, also where it repeats itself without end: facts come with verbatim citations."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from art28.checking.check import check
from art28.extraction.extract import extract
from art28.reading.errors import UnreadableFile
from art28.reading.limits import Limits
from art28.reading.read import read_document

_RUN = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_PARTIES = [
    "Verwerker",
    "Verwerkingsverantwoordelijke",
    "Klant",
    "CONTROLLER",
    "PROCESSOR ",
    "the Processor",
    "wij",
    "u",
]
_WORDS = [
    "meldt",
    "datalek",
    "binnen",
    "24 uur",
    "niet",
    "zonder",
    "toestemming",
    "hierna",
    "subverwerker",
    "shall",
    "de",
    "of",
]
_FORMS = [
    "Artikel 1",
    "Bijlage 2",
    "1.1",
    "(a)",
    "Acme B.V.",
    "1 januari 2024",
    "€ 1.000,-",
    "a@b.example",
    "+31 6 12345678",
]
_SIGNS = [
    " ",
    " ",
    "\n",
    "\n\n",
    "\t",
    ".",
    ",",
    ";",
    ":",
    '"',
    "'",
    "(",
    ")",
    "[",
    "_",
    "____ ",
    "*",
    "|",
    "☐",
    "…",
    "\u00ad",
]
_PIECES = st.sampled_from([*_PARTIES, *_WORDS, *_FORMS, *_SIGNS])
_REPEATED = st.builds(
    lambda before, again, times, after: "".join(before) + "".join(again) * times + "".join(after),
    st.lists(_PIECES, max_size=6),
    st.lists(_PIECES, min_size=1, max_size=4),
    st.integers(1, 400),
    st.lists(_PIECES, max_size=3),
)


def holds(text: str) -> None:
    """Read `text`, extract and check it: nothing but a refusal may be raised, and each citation is verbatim."""
    try:
        document = read_document(text.encode(), name="x.txt", limits=Limits())
    except UnreadableFile:
        return
    agreement = extract(document)
    assert check(agreement)
    for fact in agreement.facts.values():
        assert fact.citations
        for citation in fact.citations:
            assert document.text[citation.start : citation.end] == citation.text


@given(st.lists(_PIECES, max_size=80).map(" ".join))
@_RUN
def test_any_text(text: str) -> None:
    holds(text)


@given(_REPEATED)
@_RUN
def test_a_text_that_repeats_itself(text: str) -> None:
    holds(text)
