"""What a person is reminded of, in words -> the groups of a mail: short enough to be read, what it leaves out counted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext


class Band(StrEnum):
    """How near the end is."""

    LATE = "late"
    SOON = "soon"
    LATER = "later"


_HEADINGS: Mapping[Band, str | Promise] = {
    Band.LATE: gettext_lazy("Late"),
    Band.SOON: gettext_lazy("Within a week"),
    Band.LATER: gettext_lazy("After that"),
}
_MOST: Mapping[Band, int] = {Band.LATE: 5, Band.SOON: 10, Band.LATER: 5}


@dataclass(frozen=True, slots=True)
class Said:
    """A line in words; `until` is when it ends, without whose choice that is. `count` lines read the same."""

    what: str
    when: str
    left: str
    whose: str
    why: str
    link: str
    band: Band
    until: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of a band that are shown, and how many more there are."""

    band: Band
    heading: str
    lines: tuple[Said, ...]
    more: int


def grouped(said: Sequence[Said], *, everything: str) -> tuple[Group, ...]:
    """The lines by band, what lapsed last first of the late; those that read the same are one, leading to `everything`."""
    groups = []
    for band in Band:
        among = [each for each in said if each.band is band]
        shown = _alike(reversed(among) if band is Band.LATE else among, everything)
        if shown:
            left_out = sum(each.count for each in shown[_MOST[band] :])
            groups.append(Group(band, str(_HEADINGS[band]), tuple(shown[: _MOST[band]]), left_out))
    return tuple(groups)


def _alike(lines: Iterable[Said], everything: str) -> list[Said]:
    found: dict[tuple[str, ...], Said] = {}
    for each in lines:
        key = (each.what, each.when, each.left, each.whose, each.why)
        known = found.get(key)
        found[key] = replace(known, count=known.count + 1, link=everything) if known else each
    return list(found.values())


def subject(said: Sequence[Said]) -> str:
    """What comes first and by when, and how much there is beside it."""
    first = leading(said)
    late = sum(each.band is Band.LATE for each in said if each is not first)
    rest = len(said) - late - 1
    parts = [f"{first.what}: {first.left} ({first.until})"]
    if late:
        parts.append(_("%(n)s late") % {"n": late})
    if rest:
        parts.append(ngettext("%(n)s more", "%(n)s more", rest) % {"n": rest})
    return ", ".join(parts)


def leading(said: Sequence[Said]) -> Said:
    """What can still be done in time and ends first; where all are late, what lapsed last."""
    return next((each for each in said if each.band is not Band.LATE), said[-1])


def tally(said: Sequence[Said]) -> str:
    """How many there are by band: "24 late, 9 within a week"."""
    counts = {band: sum(each.band is band for each in said) for band in Band}
    words = {Band.LATE: _("%(n)s late"), Band.SOON: _("%(n)s within a week"), Band.LATER: _("%(n)s after that")}
    return ", ".join(words[band] % {"n": count} for band, count in counts.items() if count)
