"""A table of measures -> what it would change of the library, shown first; then done at once. And the library as that table.

What a measure says changes by a change alone, which asks each agreement first; a table that says it otherwise leaves it.
How a measure is looked after is taken over.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy

from art28.securing.controls import controls
from art28.securing.topics import ARTICLE_32, topic_of, topics
from art28.web import tabular, taking_over
from art28.web.accounts import queries as accounts
from art28.web.accounts.models import Organisation, User
from art28.web.acting import By
from art28.web.audit.actions import record
from art28.web.measures import actions
from art28.web.measures.about import About, on_topic
from art28.web.measures.actions import Arranged
from art28.web.measures.models import Import, Measure, Standing
from art28.web.services.spelling import day
from art28.web.taking_over import BadCell, Fault, Plan

HEADS: Mapping[str, tuple[str, ...]] = {
    "name": ("maatregel", "measure"),
    "text": ("wat wordt gedaan", "what is done"),
    "topic": ("betreft", "about"),
    "standing": ("staat", "state"),
    "owner": ("eigenaar", "owner"),
    "review_on": ("volgende beoordeling", "next review"),
    "review_months": ("beoordeeld om de maanden", "reviewed every months"),
    "article_32": ("art. 32, eerste lid", "art. 32(1)"),
    "iso27001": ("iso/iec 27001:2022",),
    "nen7510": ("nen 7510-2",),
}
"""The heads of the columns, in Dutch and English where they differ."""
FAULTS: Mapping[str, str | Promise] = {
    "name": gettext_lazy("the measure has no name, or one of more than 200 characters"),
    "twice": gettext_lazy("it stands in the table twice; the first is taken over"),
    "text": gettext_lazy("say what is done, in at most 4,000 characters"),
    "topic": gettext_lazy("no topic is called so; write one as the library has it"),
    "standing": gettext_lazy("no state is called so; write one as the library has it"),
    "owner": gettext_lazy("nobody of the organisation has this name or e-mail address"),
    "day": gettext_lazy("write a day as 2026-11-28 or 28-11-2026"),
    "past": gettext_lazy("the next review can't lie in the past"),
    "months": gettext_lazy("write a number of months from 1 to 60"),
    "letters": gettext_lazy("write letters a to d"),
    "control": gettext_lazy("this is no control of ISO/IEC 27001:2022, Annex A"),
}
KNOWN = (tabular.Heads("measures", HEADS, (("name",), ("text", "standing", "owner", "review_on"))),)
_LEFT = gettext_lazy("says something else: change that on its own page, where each agreement is asked first")
_LONGEST_NAME, _LONGEST_TEXT, _MOST_MONTHS = 200, 4_000, 60


@dataclass(frozen=True, slots=True)
class Wanted:
    """A measure as a row has it: what it says (empty where the table doesn't), and how it is looked after, by column."""

    name: str
    text: str
    topic: str
    looked_after: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """A measure as it is (None: new) and as the table has it; `fields` are the columns of its looking after that differ."""

    row: Measure | None
    wanted: Wanted
    fields: tuple[str, ...]


@transaction.atomic
def put_in(organisation: Organisation, name: str, data: bytes, *, by: User, now: datetime) -> Import:
    """Read a file and keep its rows until somebody has looked at what they would change. Raises `tabular.Unreadable`."""
    row: Import = taking_over.keep(Import, KNOWN, organisation, name, data, by, now)
    return row


def plan(found: Import, now: datetime) -> Plan[Difference]:
    """What the table would change now; three queries however long it is."""
    organisation = found.organisation
    held = Measure.objects.filter(organisation=organisation, ended_at=None).select_related("owner", "organisation")
    known = {row.name.casefold(): row for row in held}
    members = _members(organisation)
    today = now.astimezone(ZoneInfo(organisation.time_zone)).date()
    faults: list[Fault] = []
    changes: list[Difference] = []
    left: list[tuple[str, str | Promise]] = []
    same = 0

    def read(cells: Mapping[str, str]) -> Wanted:
        return _wanted(cells, known, members, today)

    for wanted in taking_over.wanted(found, read, lambda each: each.name.casefold(), faults):
        row = known.get(wanted.name.casefold())
        if row is not None and ((wanted.text or row.text) != row.text or (wanted.topic or row.topic) != row.topic):
            left.append((row.name, _LEFT))
        fields = tuple(name for name, value in wanted.looked_after.items() if row is None or _held(row, name) != value)
        if row is None or fields:
            changes.append(Difference(row, wanted, fields))
        else:
            same += 1
    return Plan(tuple(changes), same, tuple(faults), tuple(left))


def _members(organisation: Organisation) -> Mapping[str, User]:
    found: dict[str, User] = {}
    for each in accounts.members(organisation):
        found[str(each.user).casefold()] = each.user
        found[each.user.email.casefold()] = each.user
    return found


def _wanted(cells: Mapping[str, str], known: Mapping[str, Measure], members: Mapping[str, User], today: date) -> Wanted:
    """A row of the table; a column that the table lacks is left as it is. Raises `BadCell`."""
    name = " ".join(cells.get("name", "").split())
    if not name or len(name) > _LONGEST_NAME:
        raise BadCell("name", "name", name)
    row, text = known.get(name.casefold()), cells.get("text", "").strip()
    if len(text) > _LONGEST_TEXT or (row is None and not text):
        raise BadCell("text", "text", text)
    looked_after: dict[str, Any] = {}
    for column, said in cells.items():
        if column in _READ:
            looked_after[column] = _READ[column](said)
    if "owner" in cells:
        looked_after["owner"] = _owner(cells["owner"], members)
    on = looked_after.get("review_on")
    if on is not None and on < today and (row is None or row.review_on != on):
        raise BadCell("review_on", "past", cells["review_on"])
    return Wanted(name, text, _topic(cells.get("topic", "")), looked_after)


def _topic(said: str) -> str:
    return _one_of(said, {code: each.names.values() for code, each in topics().items()}, "topic")


def _standing(said: str) -> str:
    named = {each: (*_in_every_language(Standing(each).label),) for each in Standing.values}
    return _one_of(said, named, "standing") or Standing.PLANNED.value


def _in_every_language(label: str | Promise) -> Iterator[str]:
    for code in ("nl", "en"):
        with translation.override(code):
            yield str(label)


def _one_of(said: str, named: Mapping[str, Iterable[str]], column: str) -> str:
    """The code that is called so; empty for nothing said. Raises `BadCell`."""
    lowered = " ".join(said.split()).casefold()
    if not lowered:
        return ""
    for code, names in named.items():
        if lowered in (code, *(each.casefold() for each in names)):
            return code
    raise BadCell(column, column, said)


def _owner(said: str, members: Mapping[str, User]) -> User | None:
    if said.strip() and said.strip().casefold() not in members:
        raise BadCell("owner", "owner", said)
    return members.get(said.strip().casefold())


def _months(said: str) -> int:
    text = said.strip() or "12"
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:4]) <= _MOST_MONTHS:
        raise BadCell("review_months", "months", said)
    return int(text)


def _letters(said: str) -> tuple[str, ...]:
    given = {each for each in said.lower().replace(",", " ").replace(";", " ").split() if each}
    if not given <= set(ARTICLE_32):
        raise BadCell("article_32", "letters", said)
    return tuple(each for each in ARTICLE_32 if each in given)


def _controls(said: str) -> tuple[str, ...]:
    given = {each for each in said.replace(",", " ").replace(";", " ").split() if each}
    if not given <= controls().keys():
        raise BadCell("iso27001", "control", said)
    return tuple(number for number in controls() if number in given)


_READ: Mapping[str, Callable[[str], Any]] = {
    "standing": _standing,
    "review_on": lambda said: day("review_on", said.strip()),
    "review_months": _months,
    "article_32": _letters,
    "iso27001": _controls,
    "nen7510": _controls,
}


def _held(row: Measure, name: str) -> Any:
    value = getattr(row, name)
    return tuple(value) if isinstance(value, list) else value


@transaction.atomic
def apply(found: Import, *, by: By) -> Plan[Difference]:
    """Take over what the table changes as things stand now; rows with a fault are left out. Raises `AlreadyApplied`."""
    taking_over.begin(found, by.now)
    wanted = plan(found, by.now)
    for each in wanted.changes:
        row = each.row or actions.add(found.organisation, _about(each.wanted), by=by)
        columns = {name: _held(row, name) for name in Arranged.__slots__}
        how = {**columns, **each.wanted.looked_after}
        actions.arrange(row, Arranged(**{**how, "standing": Standing(how["standing"])}), by=by)
    content = {
        "file": found.name,
        "measures": len(wanted.changes),
        "left_out": len(wanted.faults),
        "left": len(wanted.left),
    }
    record(
        organisation=found.organisation, actor=by.actor, kind="safeguards.imported", subject=found, at=by.now,
        content=content,
    )  # fmt: skip
    return wanted


def _about(wanted: Wanted) -> About:
    return on_topic(wanted.topic or topic_of(f"{wanted.name} {wanted.text}"), wanted.name, wanted.text)


def heads(*, dutch: bool) -> tuple[str, ...]:
    """The heads of the table, as an import reads them."""
    at = 0 if dutch else -1
    return tuple(names[at][0].upper() + names[at][1:] for names in HEADS.values())


def rows(measures: Iterable[Any]) -> Iterator[tuple[str, ...]]:
    """Measures as rows of the table."""
    spoken = (get_language() or "nl")[:2]
    for row in measures:
        yield (
            row.name,
            row.text,
            topics()[row.topic].name(spoken) if row.topic in topics() else row.topic,
            str(row.get_standing_display()),
            str(row.owner or ""),
            row.review_on.isoformat() if row.review_on else "",
            str(row.review_months),
            ", ".join(row.article_32),
            ", ".join(row.iso27001),
            ", ".join(row.nen7510),
        )
