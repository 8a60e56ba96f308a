"""Families as text for people, and as JSON for programs; a fingerprint as JSON."""

import json
from collections.abc import Iterator, Sequence
from itertools import chain

from art28.cli.grouping import GroupedFamily, GroupedVersion, MemberOfVersion
from art28.families.alignment import Aligned, Change

_CHANGES = {
    Change.FILLED_IN: "filled in otherwise",
    Change.CHANGED: "changed",
    Change.ADDED: "added",
    Change.MISSING: "missing",
}
_WIDTH = 118
_NAMED = 4


def as_table(families: Sequence[GroupedFamily]) -> str:
    """The families with their versions, members and deviations; agreements without a family at the end."""
    several = [family for family in families if family.count > 1]
    alone = [family for family in families if family.count == 1]
    lines = list(chain.from_iterable(_family(number, family) for number, family in enumerate(several, 1)))
    if alone:
        lines.append(f"ON A TEMPLATE OF THEIR OWN: {len(alone)}")
        lines += [f"  {_file(version.members[0])}" for family in alone for version in family.versions]
    return "\n".join(lines).rstrip() if lines else "no agreement was read"


def _family(number: int, family: GroupedFamily) -> Iterator[str]:
    versions = len(family.versions)
    yield f"FAMILY {number}: {family.title or 'without a title'} ({family.language})"
    yield f"  {family.count} agreements in {versions} {'version' if versions == 1 else 'versions'}"
    for version in family.versions:
        yield from _version(version)
    yield ""


def _version(version: GroupedVersion) -> Iterator[str]:
    label = f"version {version.label}" if version.label else "version without a label"
    yield f"  {label}: {len(version.members)}, {version.common} clauses in common"
    for member in version.members:
        yield f"    {_file(member)}"
        if member.deviations:
            yield f"      {_said(member)}"[:_WIDTH]


def _file(member: MemberOfVersion) -> str:
    """The member's file, and which agreement in it."""
    return str(member.path) if member.number is None else f"{member.path}, agreement {member.number}"


def _said(member: MemberOfVersion) -> str:
    named = [f"{place(each)} {_CHANGES[each.change]}" for each in member.deviations[:_NAMED]]
    more = len(member.deviations) - len(named)
    return "; ".join(named) + (f"; and {more} more" if more else "")


def place(each: Aligned) -> str:
    """Where a deviation stands: in the agreement itself, or where it lacks a clause, in its version."""
    wording = each.other or each.one
    return wording.provision if wording is not None else ""


def as_json(families: Sequence[GroupedFamily]) -> str:
    """The families with every deviation and the words that differ."""
    return json.dumps({"families": [_family_json(family) for family in families]}, ensure_ascii=False, indent=2)


def _family_json(family: GroupedFamily) -> dict[str, object]:
    return {
        "title": family.title,
        "language": family.language,
        "agreements": family.count,
        "versions": [
            {
                "label": version.label,
                "common_clauses": version.common,
                "members": [
                    {
                        "file": str(member.path),
                        **({"agreement": member.number} if member.number is not None else {}),
                        "deviations": [_deviation_json(each) for each in member.deviations],
                    }
                    for member in version.members
                ],
            }
            for version in family.versions
        ],
    }


def _deviation_json(each: Aligned) -> dict[str, object]:
    return {
        "change": each.change.value,
        "provision": each.other.provision if each.other else None,
        "provision_of_version": each.one.provision if each.one else None,
        "pieces": [{"text": piece.text, "change": piece.change.value} for piece in each.pieces],
    }
