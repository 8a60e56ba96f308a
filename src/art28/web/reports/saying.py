"""A year in words: its sections with their rows and drawings, the same for the page and the document."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from art28.agreement import labels
from art28.web.assessments.forms import spoken
from art28.web.clocks.filters import EVENTS
from art28.web.measures.models import Effect
from art28.web.registers import statistics
from art28.web.registers.templatetags.registers import length
from art28.web.reports.drawing import Series, bars
from art28.web.reports.yearly import Months, Pair, Year
from art28.web.requests.models import Outcome

_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Line:
    """A row: what, in the year, in the year before, and the difference; `is_bad` where more is worse and there is any."""

    label: str
    now: str
    before: str
    change: str = ""
    is_bad: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing as SVG, what it says in words, and what stands under it."""

    svg: str
    says: str
    caption: str


@dataclass(frozen=True, slots=True)
class Late:
    """Something that was late: what, of whom, until when and when it ended, and why."""

    what: str
    whose: str
    limit: str
    ended: str
    reasons: str
    id: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report."""

    key: str
    title: str
    lines: tuple[Line, ...]
    drawings: tuple[Drawing, ...] = ()


_AGREEMENTS: Mapping[str, str | Promise] = {
    "held": gettext_lazy("In force on the last day"),
    "added": gettext_lazy("Put in"),
    "ended": gettext_lazy("Ended"),
}
_AUDITS: Mapping[str, str | Promise] = {
    "asked": gettext_lazy("Asked for"),
    "held": gettext_lazy("Begun"),
    "complies": gettext_lazy("Found to comply"),
    "differs": gettext_lazy("Found not to comply"),
}
_CHANGES: Mapping[str, str | Promise] = {
    "announced": gettext_lazy("Announced"),
    "done": gettext_lazy("Carried out"),
    "objected": gettext_lazy("Objections and refusals"),
}
_BAD = frozenset({"late", "differs", "objected", Effect.INEFFECTIVE.value})


def summary(year: Year) -> str:
    """The year in two sentences."""
    met, late = sum(each.met.now for each in year.kept), year.late_count
    held = {"n": year.agreements["held"].now, "day": date_format(year.until, "j F Y")}
    if not met + late:
        return _("Agreements in force on %(day)s: %(n)s. No obligation of our own ended.") % held
    return _(
        "Agreements in force on %(day)s: %(n)s. Obligations of our own that ended: %(ended)s, of which %(share)s in time and "
        "%(late)s late."
    ) % {**held, "ended": met + late, "share": _share(Pair(met, 0), Pair(late, 0))[0], "late": late}


def sections(year: Year) -> tuple[Section, ...]:
    """The parts of the report, in the language that is spoken."""
    return (
        Section("agreements", _("Agreements"), tuple(_lines(year.agreements, _AGREEMENTS))),
        _obligations(year),
        _breaches(year),
        _requests(year),
        Section("audits", _("Audits"), tuple(_lines(year.audits, _AUDITS))),
        Section("changes", _("Changes of sub-processor"), tuple(_lines(year.changes, _CHANGES))),
        Section("reviews", _("Measures reviewed"), tuple(_lines(year.reviews, {"all": _("Reviews"), **_effects()}))),
    )


def _effects() -> Mapping[str, str | Promise]:
    return {each.value: f"– {str(each.label).lower()}" for each in Effect}


def _lines(pairs: Mapping[str, Pair], names: Mapping[str, str | Promise]) -> Iterator[Line]:
    for key, name in names.items():
        yield _line(str(name), pairs[key], is_bad=key in _BAD)


def _line(label: str, pair: Pair, *, is_bad: bool = False) -> Line:
    difference = pair.now - pair.before
    change = f"{difference:+d}".replace("-", "−") if difference else "="
    return Line(label, str(pair.now), str(pair.before), change, is_bad and pair.now > 0)


def _share(met: Pair, late: Pair) -> tuple[str, str]:
    """Which share ended in time, in both years; empty where nothing ended."""
    sums = ((met.now, late.now), (met.before, late.before))
    now, before = (f"{_HUNDRED * good // (good + bad)}%" if good + bad else "" for good, bad in sums)
    return now, before


def _in_time(met: Pair, late: Pair) -> Iterator[Line]:
    yield _line(_("In time"), met)
    yield _line(_("Late"), late, is_bad=True)
    now, before = _share(met, late)
    yield Line(_("Share in time"), now or "–", before or "–")


def _obligations(year: Year) -> Section:
    met = Pair(sum(each.met.now for each in year.kept), sum(each.met.before for each in year.kept))
    late = Pair(sum(each.late.now for each in year.kept), sum(each.late.before for each in year.kept))
    lines = [*_in_time(met, late)]
    for each in year.kept:
        name = str(EVENTS.get(each.kind, each.kind))
        total = Pair(each.met.now + each.late.now, each.met.before + each.late.before)
        lines.append(_line(f"– {name}", total))
    series = (Series("now", _("In time"), year.met_by_month), Series("late", _("Late"), year.late_by_month))
    says = _("Obligations that ended each month, in time and late: %(said)s") % {"said": _said(series)}
    caption = _("Our own obligations by the month in which they ended.")
    drawn = _drawn(series, says, caption, stacked=True)
    return Section("obligations", _("Obligations met and late"), tuple(lines), drawn)


def _breaches(year: Year) -> Section:
    now, before = (sum(each) for each in year.breaches)
    lines = [_line(_("Breaches"), Pair(now, before))]
    words = {"reports": _("Other sides told"), "authority": _("Notifications to the authority")}
    for place, name in enumerate(words.values()):
        this, last = year.told[2 * place], year.told[2 * place + 1]
        lines.append(_line(name, Pair(this.count, last.count)))
        lines.append(_line(f"– {_('after the limit')}", Pair(this.late, last.late), is_bad=True))
        half, half_before = (f"{each.median}%" if each.median is not None else "–" for each in (this, last))
        lines.append(Line(f"– {_('half within this share of the limit')}", half, half_before))
        longest, longest_before = (length(each.longest) if each.count else "–" for each in (this, last))
        lines.append(Line(f"– {_('longest')}", longest, longest_before))
    drawings = _monthly(year, year.breaches, _("Breaches"))
    strips = _strips(year, {"reports": _("to other sides"), "authority": _("to the authority")})
    return Section("breaches", _("Breaches"), tuple(lines), (*drawings, *((strips,) if strips else ())))


def _strips(year: Year, words: Mapping[str, str]) -> Drawing | None:
    """The time to tell against the limit, a strip for whom was told in which year."""
    groups = []
    for number, group in enumerate(year.told):
        name = words[group.name]
        groups.append(
            statistics.Group(
                f"{year.year - number % 2} · {name}",
                group.count,
                group.late,
                group.longest,
                group.bins,
                group.without_number,
            )
        )
    plot = statistics.plot(groups)
    if not plot.lines:
        return None
    says = "; ".join(
        _("%(name)s: %(n)s, %(late)s after the limit") % {"name": each.name, "n": each.count, "late": each.late}
        for each in groups
        if each.count
    )
    caption = _(
        "Each dot is what took that share of the limit; the larger, the more. What lies right of the line was late."
    )
    return Drawing(render_to_string("registers/strips.svg", {"plot": plot}), says, caption)


def _requests(year: Year) -> Section:
    now, before = (sum(each) for each in year.requests)
    lines = [_line(_("Received"), Pair(now, before))]
    lines += [_line(f"– {str(each.label).lower()}", year.answered[each.value]) for each in Outcome]
    lines += _in_time(year.request_clocks, year.request_late)
    return Section(
        "requests", _("Requests of data subjects"), tuple(lines), _monthly(year, year.requests, _("Requests"))
    )


def _monthly(year: Year, months: Months, name: str) -> tuple[Drawing, ...]:
    series = (Series("now", str(year.year), months[0]), Series("before", str(year.year - 1), months[1]))
    says = _("%(name)s each month: %(said)s") % {"name": name, "said": _said(series)}
    caption = _("%(name)s by month, beside the year before.") % {"name": name}
    return _drawn(series, says, caption, stacked=False)


def _said(series: Sequence[Series]) -> str:
    return "; ".join(f"{each.label} {', '.join(map(str, each.values))}" for each in series)


def _drawn(series: Sequence[Series], says: str, caption: str, *, stacked: bool) -> tuple[Drawing, ...]:
    """The bars of these series; none where every one of them would be empty."""
    if not any(any(each.values) for each in series):
        return ()
    svg = render_to_string("reports/bars.svg", {"plot": bars(series, title=says, stacked=stacked)})
    return (Drawing(svg, says, caption),)


def late(year: Year, zone: tzinfo) -> tuple[Late, ...]:
    """What was late, the newest first, with the reasons."""
    language = spoken().value
    return tuple(
        Late(
            labels.action(each.action, language),
            " · ".join(filter(None, (each.subject_label, each.whose))),
            _moment(each.ends_at, zone),
            _moment(each.ended_at, zone),
            each.late_reasons,
            str(each.pk),
        )
        for each in year.late
    )


def _moment(at: datetime | None, zone: tzinfo) -> str:
    return date_format(timezone.localtime(at, zone), "j F Y H:i") if at else ""
