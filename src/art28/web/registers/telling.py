"""An entry of the register -> its cells and fields in words, for tables and documents alike."""

from collections.abc import Iterator
from datetime import datetime, tzinfo

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from art28.notices.breach import Affected, BreachFacts, Extent
from art28.notices.language import count, listed
from art28.web.assessments.forms import MEANS, spoken
from art28.web.registers.queries import Entry

_AFFECTED: dict[Affected, str | Promise] = {
    Affected.CONFIDENTIALITY: gettext_lazy("confidentiality"),
    Affected.INTEGRITY: gettext_lazy("integrity"),
    Affected.AVAILABILITY: gettext_lazy("availability"),
}


def columns() -> tuple[str, ...]:
    """The heads of the table, in the order of `cells`."""
    return (
        _("Reference"), _("Breach"), _("Own role"), _("State"), _("Began"), _("Ended"), _("Discovered"), _("Aware since"),
        _("Recorded"), _("Reported by"), _("Facts"), _("Broken"), _("Cause"), _("Data"), _("People"), _("Number of people"),
        _("Effects"), _("Remedial action"), _("Other sides"), _("Told first"), _("Told"), _("Late"),
        _("Reasons for lateness"),
        _("Risk"), _("Decision"), _("Decided by"), _("Authority notified"), _("Number"),
        _("People told"), _("Lessons and measures"),
    )  # fmt: skip


def cells(entry: Entry, zone: tzinfo) -> tuple[str, ...]:
    """A row of the table."""
    facts, breach, decision = entry.facts, entry.breach, entry.decision
    return (
        breach.reference, breach.title, role(entry), state(entry), at(facts.occurred_from, zone),
        at(facts.occurred_until, zone), at(facts.discovered_at, zone), at(breach.aware_at, zone),
        at(breach.recorded_at, zone), str(breach.recorded_by),
        facts.description, affected(facts), facts.cause, _list(facts.data_categories), _list(facts.subject_categories),
        people(facts), facts.consequences, remedial(facts), parties(entry), at(entry.reported.first_at, zone),
        told(entry), late(entry), "; ".join(entry.reported.reasons),
        str(decision.get_risk_display()) if decision else "", decision.reasons if decision else "",
        f"{decision.by}, {at(decision.at, zone)}" if decision else "",
        "; ".join(at(row.notified_at, zone) for row in entry.notifications),
        "; ".join(row.reference for row in entry.notifications),
        "; ".join(told_people(entry, zone)), "; ".join(entry.measures),
    )  # fmt: skip


def fields(entry: Entry, zone: tzinfo) -> Iterator[tuple[str, str]]:
    """The labelled fields of an entry in a document; what isn't known is said so where the law asks for it."""
    facts, unknown = entry.facts, _("not yet known")
    yield _("Facts"), facts.description or unknown
    if affected(facts):
        yield _("Broken"), affected(facts)
    yield _("When"), _when(entry, zone)
    yield _("Data"), _list(facts.data_categories) or unknown
    yield _("People"), _joined(_list(facts.subject_categories), people(facts)) or unknown
    yield _("Effects"), facts.consequences or unknown
    yield _("Remedial action"), remedial(facts) or unknown
    if entry.parties:
        yield _("Other sides"), parties(entry)
    if entry.reported.agreements:
        yield _("Reports"), _joined(told(entry), late(entry), "; ".join(entry.reported.reasons))
    if entry.as_controller:
        yield _("Decision"), decision(entry, zone)
        yield _("Authority"), authority(entry, zone)
        if entry.told:
            yield _("People told"), "; ".join(told_people(entry, zone))
    if entry.measures:
        yield _("Lessons and measures"), "\n".join(entry.measures)


def at(moment: datetime | None, zone: tzinfo) -> str:
    """An instant as a table shows it, in local time with its offset: an hour can come twice in autumn."""
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M %z}" if moment else ""


def day(moment: datetime, zone: tzinfo) -> str:
    """The same as people read it."""
    return date_format(moment.astimezone(zone), "j F Y H:i")


def role(entry: Entry) -> str:
    """As which party the organisation keeps this entry."""
    said = (_("controller") if entry.as_controller else "", _("processor") if entry.as_processor else "")
    return _joined(*said)


def state(entry: Entry) -> str:
    """Whether the breach is still handled."""
    return str(entry.breach.get_state_display())


def affected(facts: BreachFacts) -> str:
    """Which qualities of the data were broken."""
    return _list(tuple(str(_AFFECTED[kind]) for kind in facts.affected))


def people(facts: BreachFacts) -> str:
    """How many."""
    return count(facts.subjects, language=spoken()) if facts.subjects else ""


def remedial(facts: BreachFacts) -> str:
    """What was done, what is planned, and whether the data were unreadable."""
    unreadable = _("The data were unreadable to others.") if facts.protection is Extent.YES else ""
    return "\n".join(part for part in (facts.measures_taken, facts.measures_planned, unreadable) if part)


def parties(entry: Entry) -> str:
    """The other sides of the agreements, the first few by name."""
    more = _("and %(n)s more") % {"n": entry.more_parties} if entry.more_parties else ""
    return " ".join(part for part in (", ".join(entry.parties), more) if part)


def told(entry: Entry) -> str:
    """How many of the other sides were told."""
    if not entry.reported.agreements:
        return ""
    return _("%(told)s of %(all)s told") % {"told": entry.reported.told, "all": entry.reported.agreements}


def late(entry: Entry) -> str:
    """How many reports were late, and whether the authority's was."""
    said = (
        _("%(n)s after the limit") % {"n": entry.reported.late} if entry.reported.late else "",
        _("authority late") if entry.authority_late else "",
    )
    return _joined(*said)


def decision(entry: Entry, zone: tzinfo) -> str:
    """What was decided, why, by whom."""
    row = entry.decision
    if row is None:
        return _("not decided yet")
    return (
        f"{row.get_risk_display()}. {row.reasons} {row.exception_reasons}".strip() + f" ({row.by}, {day(row.at, zone)})"
    )


def authority(entry: Entry, zone: tzinfo) -> str:
    """Whether and when the authority was notified, under which numbers, and why late."""
    if entry.notifications:
        said = (
            f"{day(row.notified_at, zone)}: {row.reference} {row.late_reasons}".strip() for row in entry.notifications
        )
        return "\n".join(said)
    if entry.decision is not None and not entry.decision.authority:
        return _("not notified, as decided")
    return _("not notified yet")


def told_people(entry: Entry, zone: tzinfo) -> Iterator[str]:
    """When and how people were told."""
    names = dict(MEANS)
    for row in entry.told:
        means = listed([str(names[each]) for each in row.means], language=spoken())
        number = f", {row.people_count}" if row.people_count is not None else ""
        yield f"{day(row.told_at, zone)}: {means}{number}{f', {row.place}' if row.place else ''}"


def _when(entry: Entry, zone: tzinfo) -> str:
    facts = entry.facts
    moments = (
        (_("began"), facts.occurred_from), (_("ended"), facts.occurred_until), (_("discovered"), facts.discovered_at),
        (_("aware"), entry.breach.aware_at), (_("recorded"), entry.breach.recorded_at),
    )  # fmt: skip
    return "; ".join(f"{label} {day(moment, zone)}" for label, moment in moments if moment)


def _list(items: tuple[str, ...]) -> str:
    return listed(items, language=spoken())


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
