"""What the catalogue says of the services that are taken, and what the annex says -> what stands on one side alone."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from art28.agreement.naming import same_name
from art28.web.processing.judging import plain
from art28.web.processing.models import Activity
from art28.web.services.models import Service


class Side(StrEnum):
    """Who alone says it."""

    CATALOGUE = "catalogue"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the catalogue or the annex alone says: of what kind, and which services it comes with."""

    kind: str
    text: str
    side: Side
    services: tuple[str, ...]


def differences(taken: Sequence[Service], held: Sequence[Activity]) -> tuple[Difference, ...]:
    """What differs between the services taken and the rows of the record; nothing where one of them says nothing at all.

    A kind of thing on which one side is silent differs in nothing: silence is a gap of its own, not another answer.
    """
    if not taken or not held:
        return ()
    return tuple(_differences(taken, held))


def _differences(taken: Sequence[Service], held: Sequence[Activity]) -> Iterator[Difference]:
    kinds: tuple[tuple[str, Texts, Callable[[Activity], list[str]]], ...] = (
        ("data", lambda each: [*each.data_categories, *each.special_categories], lambda row: row.data),
        ("data_subjects", lambda each: each.data_subjects, lambda row: row.data_subjects),
        ("purpose", lambda each: each.purposes, lambda row: [row.purpose] if row.purpose else []),
    )
    for kind, of_service, of_row in kinds:
        ours = {plain(text): text for each in taken for text in of_service(each)}
        theirs = {plain(text): text for row in held for text in of_row(row)}
        if ours and theirs:
            yield from _sides(kind, ours, theirs, taken, of_service)
    yield from _sub_processors(taken, held)
    yield from _services(taken, held)


Texts = Callable[[Service], list[str]]


def _sides(
    kind: str, ours: Mapping[str, str], theirs: Mapping[str, str], taken: Sequence[Service], of_service: Texts
) -> Iterator[Difference]:
    for key, text in ours.items():
        if key not in theirs:
            names = tuple(each.name for each in taken if key in {plain(one) for one in of_service(each)})
            yield Difference(kind, text, Side.CATALOGUE, names)
    for key, text in theirs.items():
        if key not in ours:
            yield Difference(kind, text, Side.ANNEX, ())


def _sub_processors(taken: Iterable[Service], held: Iterable[Activity]) -> Iterator[Difference]:
    ours = {same_name(str(one["name"])): (str(one["name"]), each.name) for each in taken for one in each.sub_processors}
    theirs = {same_name(name): name for row in held for name in row.sub_processors}
    if not ours or not theirs:
        return
    yield from (
        Difference("sub_processor", name, Side.CATALOGUE, (service,))
        for key, (name, service) in ours.items()
        if key not in theirs
    )
    yield from (Difference("sub_processor", name, Side.ANNEX, ()) for key, name in theirs.items() if key not in ours)


def _services(taken: Iterable[Service], held: Iterable[Activity]) -> Iterator[Difference]:
    """Services that are taken and have no row, where the rows name services at all."""
    named = {plain(row.service) for row in held if row.service}
    for each in taken:
        if named and plain(each.name) not in named:
            yield Difference("service", each.name, Side.CATALOGUE, (each.name,))
