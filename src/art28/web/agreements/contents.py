"""The structure of a text -> what its page shows of it: the contents, and links where it refers to itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from art28.agreement.crossreferences import Target
from art28.agreement.structure import Kind
from art28.web.agreements import outlining
from art28.web.agreements.locating import Located
from art28.web.agreements.models import AgreementText
from art28.web.agreements.rendering import Passage, block_anchor
from art28.web.agreements.rows import Json


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents, with what is under it; `ours` tells that the title is ours and not the agreement's."""

    kind: str
    number: str
    title: str
    anchor: str
    under: tuple["Entry", ...]
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents of a text, the passages in which it refers to itself, and the blocks that something leads to."""

    entries: tuple[Entry, ...]
    references: tuple[Passage, ...]
    led_to: frozenset[int]


def contents_of(text: AgreementText) -> Contents:
    """What is shown of a text's structure."""
    parts, references = outlining.structure_of_text(text)
    led_to = {each["at"] for each in references if each["at"] is not None}
    led_to.update(_places(parts))
    return Contents(
        tuple(_entry(part) for part in parts),
        tuple(passage for each in references for passage in _passages(each)),
        frozenset(led_to),
    )


def found_passages(located: Located | None) -> tuple[Passage, ...]:
    """What was searched for, as passages; a place in several ranges is counted once."""
    return tuple(
        Passage(citation.start, citation.end, "", "found", found=0 if part else number)
        for number, place in enumerate(located.places if located else (), start=1)
        for part, citation in enumerate(place)
    )


def _places(parts: Iterable[Json]) -> Iterator[int]:
    for part in parts:
        yield part["at"]
        yield from _places(part["c"])


def _entry(part: Json) -> Entry:
    title = part["t"] or _title(part)
    under = tuple(_entry(each) for each in part["c"])
    number = part["n"] if part["k"] == Kind.PARAGRAPH else ""
    return Entry(part["k"], number, title, block_anchor(part["at"]), under, ours=not part["t"])


def _title(part: Json) -> str:
    """What a part without a title of its own is called."""
    titles: Mapping[str, str] = {
        Kind.PREAMBLE: _("Opening"),
        Kind.RECITALS: _("Recitals"),
        Kind.SIGNATURES: _("Signatures"),
        Kind.ANNEX: part["n"],
        Kind.QUESTIONNAIRE: part["n"],
    }
    return titles.get(part["k"]) or (_("Article %(number)s") % {"number": part["n"]} if part["n"] else _("Untitled"))


def _passages(reference: Json) -> Iterator[Passage]:
    spans: Sequence[Sequence[int]] = reference["s"]
    if reference["at"] is None:
        lost, href = _nowhere(reference), ""
    else:
        lost, href = "", f"#{block_anchor(reference['at'])}"
    for start, end in spans:
        yield Passage(start, end, "", "", href=href, lost=lost)


def _nowhere(reference: Json) -> str:
    if reference["k"] == Target.ANNEX:
        return _("%(name)s does not stand in this file.") % {"name": reference["n"]}
    return _("This agreement has no provision %(number)s.") % {"number": reference["n"]}
