"""Agreements whose lines are lost, joined, wrapped, reordered: they are read and checked, and every citation is verbatim."""

import textwrap
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from art28.checking.check import check
from art28.extraction.extract import extract_each
from art28.reading.errors import UnreadableFile
from art28.reading.limits import Limits
from art28.reading.read import read_document

Lines = Sequence[str]
ROOT = Path(__file__).resolve().parent.parent
AGREEMENTS = tuple(
    sorted(path for kind in ("txt", "md") for path in (ROOT / "agreements").glob(f"*-*.{kind}"))
)  # pages in HTML keep their marks whatever becomes of their lines
_LONGEST = 12_000
_RUN = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _pairs_joined(lines: Lines, at: int) -> Lines:
    return [" ".join(lines[n : n + 2]) for n in range(at % 2, len(lines), 2)]


def _wrapped(lines: Lines, at: int) -> Lines:
    return list(chain.from_iterable(textwrap.wrap(line, 30 + at % 60) or [""] for line in lines))


def _words_apart(lines: Lines, at: int) -> Lines:
    return [word for number, line in enumerate(lines) for word in (line.split() if number % 9 == at % 9 else [line])]


EDITS: tuple[Callable[[Lines, int], Lines], ...] = (
    lambda lines, at: [line for number, line in enumerate(lines) if number % 7 != at % 7],
    lambda lines, at: [*lines[at % len(lines) :], *lines[: at % len(lines)]],
    lambda lines, at: lines[at % len(lines) : at % len(lines) + 40],
    lambda lines, at: [line for line in lines if line.strip()],
    lambda lines, at: [part for line in lines for part in (line, "")],
    lambda lines, at: [line.replace(":", "") if number % 3 == at % 3 else line for number, line in enumerate(lines)],
    lambda lines, at: [line.replace(".", "") if number % 3 == at % 3 else line for number, line in enumerate(lines)],
    lambda lines, at: [line.replace("|", " ").strip("#*- ") for line in lines],
    lambda lines, at: sorted(lines, key=lambda line: hash((len(line), at)) % 101),
    lambda lines, at: [line.upper() if number % 5 == at % 5 else line for number, line in enumerate(lines)],
    _pairs_joined,
    _wrapped,
    _words_apart,
)


@_RUN
@given(
    st.sampled_from(AGREEMENTS),
    st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 10_000)), min_size=1, max_size=3),
)
def test_what_became_of_an_agreement_is_read(
    path: Path, edits: list[tuple[Callable[[Lines, int], Lines], int]]
) -> None:
    lines: Lines = path.read_text(encoding="utf-8").splitlines()
    for edit, at in edits:
        lines = edit(lines, at) or [""]
    text = "\n".join(lines)[:_LONGEST]
    try:
        document = read_document(text.encode(), name="x.txt", limits=Limits())
    except UnreadableFile:
        return
    for agreement in extract_each(document):
        cited = agreement.reading.flow.document
        for fact in agreement.facts.values():
            assert all(cited.text[one.start : one.end] == one.text for one in fact.citations)
        check(agreement)
