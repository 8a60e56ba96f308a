"""An agreement with what belongs to it on a day -> what goes before what, and by which clause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from art28.web.agreements.models import Agreement, FactVersion
from art28.web.lifecycle.models import Belonging, MainAgreement, Paper

PRECEDENCE = "term.precedence"


@dataclass(frozen=True, slots=True)
class Ranked:
    """One document, or those of the same rank; `why` says in words what puts it there, by `provision` where a clause does."""

    names: tuple[str, ...]
    why: str = ""
    provision: str = ""


def ranking(
    agreement: Agreement, precedence: FactVersion | None, main: MainAgreement | None, papers: Sequence[Paper]
) -> tuple[Ranked, ...]:
    """What goes before what where two differ; empty where there is one document, or the agreement doesn't say it.

    `papers` are the copies that hold. General terms share the rank of the main agreement: no clause ranks those two.
    """
    beside = _beside(main, papers)
    if precedence is None or precedence.value is None or not (beside or _apart(papers)):
        return ()
    return tuple(_ranked(agreement, precedence, beside, papers))


def _ranked(
    agreement: Agreement, precedence: FactVersion, beside: tuple[str, ...], papers: Sequence[Paper]
) -> Iterator[Ranked]:
    if apart := _apart(papers):
        yield Ranked(
            apart, gettext("agreed apart for this party: where it departs, it holds, unless it says otherwise")
        )
    annexes = tuple(each.name for each in papers if each.kind == Belonging.ANNEX)
    ours = Ranked((agreement.title, *annexes), *_by(precedence, "this_agreement"))
    rest = Ranked(beside, *_by(precedence, "main_agreement"))
    first, second = (ours, rest) if precedence.value == "this_agreement" else (rest, ours)
    yield from (each for each in (first, second) if each.names)


def _by(precedence: FactVersion, rank: str) -> tuple[str, str]:
    return (gettext("goes before"), precedence.provision) if precedence.value == rank else ("", "")


def _apart(papers: Sequence[Paper]) -> tuple[str, ...]:
    """Side letters, the newest first."""
    found = sorted((each for each in papers if each.kind == Belonging.SIDE_LETTER), key=_dated, reverse=True)
    return tuple(each.name for each in found)


def _dated(paper: Paper) -> date:
    return paper.dated


def _beside(main: MainAgreement | None, papers: Sequence[Paper]) -> tuple[str, ...]:
    """The main agreement and the general terms."""
    names = [main.name] if main is not None else []
    names += [each.name for each in papers if each.kind in (Belonging.MAIN, Belonging.TERMS)]
    return tuple(dict.fromkeys(names))
