"""The places of a Word file <-> JSON: what crosses from the confined process, and what is kept of a template.

What comes from there is checked: edits lie in order and apart, and are of a kind that is known.
"""

import json
from collections.abc import Mapping, Sequence
from itertools import pairwise

from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.jailed.wire import InvalidMessage
from art28.reading.places import Edit, Form, Place, PlaceKind, Places, Trouble, TroubleCode

_PREFIX = 20


def packed_places(places: Places) -> bytes:
    """The places as bytes."""
    return json.dumps(plain_places(places), separators=(",", ":")).encode("ascii")


def plain_places(places: Places) -> dict[str, object]:
    """The places as JSON has them."""
    return {
        "places": [
            {
                "kind": each.kind.value,
                "said": [each.name, each.part, each.shown, each.before, each.after],
                "edits": [_plain(edit) for edit in each.edits],
                "options": list(each.options),
                "merge": [each.casing, each.ahead, each.behind],
                "copy": each.copy,
            }
            for each in places.places
        ],
        "troubles": [[each.code.value, each.part, each.shown] for each in places.troubles],
        "always": [[part, _plain(edit)] for part, edit in places.always],
    }


def unpacked_places(message: bytes, *, name: str) -> Places:
    """The places in `message`; raises UnreadableFile where it holds a refusal, InvalidMessage where it holds neither."""
    try:
        plain = json.loads(message)
        if "reason" in plain:
            raise UnreadableFile(name, Unreadable(plain["reason"]), str(plain["message"]))
        return places_in(plain)
    except UnreadableFile:
        raise
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise InvalidMessage(type(error).__name__) from None


def places_in(plain: Mapping[str, Sequence[object]]) -> Places:
    """What `plain_places` wrote; raises ValueError and the like for anything else."""
    found = Places(
        tuple(map(_place, plain["places"])),
        tuple(
            Trouble(TroubleCode(str(code)), str(part), str(shown)) for code, part, shown in _lists(plain["troubles"])
        ),
        tuple((str(part), _edit(edit)) for part, edit in _lists(plain["always"])),
    )
    _check(found)
    return found


def _lists(entries: Sequence[object]) -> Sequence[Sequence[object]]:
    return [entry for entry in entries if isinstance(entry, list)]


def _plain(edit: Edit) -> list[object]:
    return [edit.start, edit.end, edit.form.value, edit.prefix]


def _edit(entry: object) -> Edit:
    if not isinstance(entry, list):
        raise InvalidMessage("an edit is a list")
    start, end, form, prefix = entry
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end):
        raise InvalidMessage("an edit lies between two bytes")
    if not (
        isinstance(prefix, str) and len(prefix) <= _PREFIX and all(each.isalnum() or each in "_-." for each in prefix)
    ):
        raise InvalidMessage("a prefix is a name")
    return Edit(start, end, Form(form), prefix)


def _place(entry: object) -> Place:
    if not isinstance(entry, dict):
        raise InvalidMessage("a place is an object")
    name, part, shown, before, after = map(str, entry["said"])
    casing, ahead, behind = map(str, entry["merge"])
    edits = tuple(map(_edit, entry["edits"]))
    options = tuple(map(str, entry["options"]))
    return Place(
        PlaceKind(entry["kind"]), name, part, shown, before, after, edits, options, casing, ahead, behind,
        copy=entry["copy"] is True,
    )  # fmt: skip


def _check(found: Places) -> None:
    by_part: dict[str, list[Edit]] = {}
    for part, edit in [*found.always, *((each.part, edit) for each in found.places for edit in each.edits)]:
        by_part.setdefault(part, []).append(edit)
    for edits in by_part.values():
        edits.sort(key=lambda each: (each.start, each.end))
        if any(one.end > other.start for one, other in pairwise(edits)):
            raise InvalidMessage("two edits touch the same bytes")
