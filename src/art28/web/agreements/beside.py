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
_NEAR = 80
_GONE = frozenset({ChangeKind.DELETED.value, ChangeKind.MOVED_AWAY.value})


@dataclass(frozen=True, slots=True)
class Line:
    """A change or comment. `at` is its moment as the file states it, without a zone; `when` is that as text.

    `about` is the passage that a comment is on; `before` and `after` are what stands on the line around a change.
    """

    label: str
    text: str
    author: str
    at: datetime | None
    when: str
    tag: str = "span"
    about: str = ""
    before: str = ""
    after: str = ""


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
        yield Group("history", title, tuple(_change(text.text, row) for row in text.changes))
    if comments:
        title = ngettext("%(number)s comment", "%(number)s comments", comments) % {"number": comments}
        yield Group("quote", title, tuple(_comment(text.text, row) for row in text.comments))


def _change(text: str, row: Json) -> Line:
    start, end = row["start"], row["end"]
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before = text[line_start:start]
    after = text[end : line_end if line_end >= 0 else len(text)]
    return Line(
        str(reasons.change(row["kind"])),
        row["text"],
        row["author"],
        _moment(row),
        row["when"],
        tag="del" if row["kind"] in _GONE else "ins",
        before=before if len(before) <= _NEAR else f"…{before[-_NEAR:]}",
        after=after if len(after) <= _NEAR else f"{after[:_NEAR]}…",
    )


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
