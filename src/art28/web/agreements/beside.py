"""The tracked changes and comments of a text -> what is shown beside the document, in its order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.dateparse import parse_datetime
from django.utils.translation import ngettext

from art28.document.model import ChangeKind
from art28.web.agreements import reasons
from art28.web.agreements.models import AgreementText
from art28.web.agreements.rows import Json

_LONGEST_QUOTE = 300
_GONE = frozenset({ChangeKind.DELETED.value, ChangeKind.MOVED_AWAY.value})


@dataclass(frozen=True, slots=True)
class Line:
    """A change or comment. `at` is its moment as the file states it, without a zone; `when` is that as text."""

    label: str
    text: str
    author: str
    at: datetime | None
    when: str
    style: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """All changes, or all comments."""

    icon: str
    title: str
    lines: tuple[Line, ...]


def of_text(text: AgreementText) -> tuple[Group, ...]:
    """The changes and the comments; no group where there are none."""
    return tuple(_groups(text))


def _groups(text: AgreementText) -> Iterator[Group]:
    changes, comments = len(text.changes), len(text.comments)
    if changes:
        title = ngettext("%(number)s tracked change", "%(number)s tracked changes", changes) % {"number": changes}
        yield Group("history", title, tuple(_change(row) for row in text.changes))
    if comments:
        title = ngettext("%(number)s comment", "%(number)s comments", comments) % {"number": comments}
        yield Group("quote", title, tuple(_comment(text.text, row) for row in text.comments))


def _change(row: Json) -> Line:
    style = "gone" if row["kind"] in _GONE else "new"
    return Line(str(reasons.change(row["kind"])), row["text"], row["author"], _moment(row), row["when"], style)


def _comment(text: str, row: Json) -> Line:
    about = " ".join(text[row["start"] : row["end"]].split())
    about = about if len(about) <= _LONGEST_QUOTE else f"{about[:_LONGEST_QUOTE].rstrip()}…"
    return Line("", row["text"], row["author"], _moment(row), row["when"], about=about)


def _moment(row: Mapping[str, str]) -> datetime | None:
    """The moment as the file states it; Word writes local time under the sign of UTC, so the zone is dropped."""
    try:
        stated = parse_datetime(row["when"])
    except ValueError:
        return None
    return None if stated is None else stated.replace(tzinfo=None)
