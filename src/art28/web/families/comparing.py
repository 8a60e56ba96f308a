"""Two agreements of a version -> where the one deviates from what the version says, word by word."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.agreement.model import Agreement as Read
from art28.document.flow import flow_of
from art28.document.model import Document
from art28.extraction.prepare import prepare
from art28.families.alignment import Aligned, Change
from art28.families.deviations import deviations
from art28.families.words import Worded, worded
from art28.web.agreements import queries, rows
from art28.web.agreements.models import Agreement
from art28.web.agreements.rendering import anchor
from art28.web.families.counting import common_of
from art28.web.families.models import Member
from art28.web.families.wording import where

CHANGES: dict[Change, tuple[str | Promise, str]] = {
    Change.FILLED_IN: (_("Filled in otherwise"), "pencil"),
    Change.CHANGED: (_("Changed"), "git-compare"),
    Change.ADDED: (_("Added"), "plus"),
    Change.MISSING: (_("Missing"), "circle-slash"),
}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `mark` is "added", "removed" or empty."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Deviation:
    """A clause of the version beside that of the member; the one that has it not is empty."""

    label: str | Promise
    icon: str
    place: str
    place_in_version: str
    version_runs: tuple[Run, ...]
    member_runs: tuple[Run, ...]
    anchor: str


def compare(member: Member, model: Member) -> tuple[Deviation, ...]:
    """Where `member` deviates; `model` is the typical member of its version."""
    one, other = _worded(model.agreement), _worded(member.agreement)
    if one is None or other is None:
        return ()
    return tuple(_deviation(each, other) for each in deviations(one, other, common_of(member.version)))


def _worded(agreement: Agreement) -> Worded | None:
    text = queries.text_of(agreement)
    if text is None:
        return None
    document = Document(
        name=agreement.source.name,
        media_type=agreement.source.media_type,
        sha256=agreement.source.sha256,
        extraction=text.extraction,
        text=text.text,
        blocks=tuple(rows.to_block(row) for row in text.blocks),
        pages=rows.to_pages(text),
    )
    facts = (rows.to_fact(row) for row in queries.facts_of(agreement))
    return worded(Read(prepare(flow_of(document)), {fact.key: fact for fact in facts if fact is not None}))


def _deviation(each: Aligned, text: Worded) -> Deviation:
    label, icon = CHANGES[each.change]
    citations = text.reading.citations(each.other.start, each.other.end) if each.other is not None else ()
    return Deviation(
        label=label,
        icon=icon,
        place=where(each.other.provision) if each.other else "",
        place_in_version=where(each.one.provision) if each.one else "",
        version_runs=tuple(runs(each, Change.MISSING, "removed")),
        member_runs=tuple(runs(each, Change.ADDED, "added")),
        anchor=anchor(citations[0].start) if citations else "",
    )


def runs(each: Aligned, own: Change, mark: str) -> Iterator[Run]:
    """The text of one side, with what only it has marked; a clause that only it has is marked whole."""
    for piece in each.pieces:
        if piece.change is own:
            yield Run(piece.text, mark)
        elif piece.change is Change.SAME:
            yield Run(piece.text)
