"""Fingerprints -> families and their versions, one agreement after the other.

A family is a template with what was made from it. Nobody defines one: an agreement joins the family of the text that it
shares most runs of words with, or begins one of its own. Each version keeps the text of the agreement that began it; those
texts alone are compared, so that the cost of adding one doesn't grow with the number of agreements, and a family never
drifts. Where a text links two families, they become one, which keeps the name of the older.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from art28.families.fingerprint import Fingerprint, Marks, closeness, similarity
from art28.families.versions import same_label

FAMILY_FROM = 0.35
"""The share of runs of words from which two texts are one family: unrelated agreements share under 0.15, those on one
template over 0.5."""
VERSION_FROM = 0.85
"""The share of words in equal clauses from which two texts without a version label are one version."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A version of a family as agreements are held against it: its own label, and the text that began it."""

    family: str
    version: str
    label: str
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an agreement belongs. None stands for a family, or a version, that begins with it; `joined` names the families
    that it shows to be the same as `family`."""

    family: str | None
    version: str | None
    likeness: float
    joined: tuple[str, ...] = ()


def place(given: Fingerprint, label: str, editions: Sequence[Edition]) -> Placement:
    """Where an agreement belongs among `editions`, which come oldest first; `label` is its own version label or empty."""
    alike = [(similarity(given, edition.fingerprint), edition) for edition in editions]
    near = [(share, edition) for share, edition in alike if share >= FAMILY_FROM]
    if not near:
        return Placement(None, None, 0.0)
    families = tuple(dict.fromkeys(edition.family for _, edition in near))
    best = max(share for share, _ in near)
    return Placement(families[0], _version(given, label, [e for _, e in near]), best, families[1:])


def _version(given: Fingerprint, label: str, editions: Sequence[Edition]) -> str | None:
    """The version with the same label, else the closest text that no other label sets apart."""
    shares = [(closeness(given, edition.fingerprint), edition) for edition in editions]
    labelled = [(share, e) for share, e in shares if label and e.label and same_label(label, e.label)]
    if labelled:
        return max(labelled, key=lambda each: each[0])[1].version
    unlabelled = [(share, e) for share, e in shares if share >= VERSION_FROM and not (label and e.label)]
    return max(unlabelled, key=lambda each: each[0])[1].version if unlabelled else None


@dataclass(slots=True)
class Version:
    """A version of a family as it stands: its label, the text that began it, and its members in order of arrival, each with
    the marks of its clauses."""

    id: str
    family: str
    label: str
    fingerprint: Fingerprint
    members: dict[str, Marks] = field(default_factory=dict)


class Families:
    """The families of a set of agreements, kept in memory; agreements come and go by their names."""

    def __init__(self) -> None:
        self._versions: dict[str, Version] = {}
        self._bands: dict[str, dict[str, None]] = {}
        self._by_member: dict[str, str] = {}
        self._of_family: dict[str, dict[str, None]] = {}
        self._made = 0

    def add(self, member: str, given: Fingerprint, label: str = "") -> Version:
        """Place an agreement and return its version; raises ValueError where the name is taken."""
        if member in self._by_member:
            raise ValueError(f"{member} is in the families already: remove it first, or name this one otherwise")
        placement = place(given, label, self._editions(given.bands()))
        family = placement.family or self._named("family")
        for other in placement.joined:
            self._join(other, family)
        version = self._versions[placement.version] if placement.version else self._begin(family, label, given)
        version.label = version.label or label
        version.members[member] = given.marks
        self._by_member[member] = version.id
        return version

    def remove(self, member: str) -> None:
        """Take an agreement out; the names of all others stay. Raises KeyError where it isn't in."""
        version = self._versions[self._by_member.pop(member)]
        del version.members[member]
        if version.members:
            return
        del self._versions[version.id]
        del self._of_family[version.family][version.id]
        if not self._of_family[version.family]:
            del self._of_family[version.family]
        for band in version.fingerprint.bands():
            held = self._bands[band]
            del held[version.id]
            if not held:
                del self._bands[band]

    def families(self) -> tuple[tuple[Version, ...], ...]:
        """The versions of each family, families and versions in the order they began."""
        return tuple(tuple(self._versions[each] for each in versions) for versions in self._of_family.values())

    def of(self, member: str) -> Version:
        """The version that an agreement belongs to."""
        return self._versions[self._by_member[member]]

    def _named(self, kind: str) -> str:
        self._made += 1
        return f"{kind}-{self._made}"

    def _editions(self, bands: Iterable[str]) -> tuple[Edition, ...]:
        found = {version for band in bands for version in self._bands.get(band, ())}
        oldest_first = sorted(found, key=lambda each: int(each.rpartition("-")[2]))
        return tuple(
            Edition(version.family, version.id, version.label, version.fingerprint)
            for version in (self._versions[each] for each in oldest_first)
        )

    def _begin(self, family: str, label: str, given: Fingerprint) -> Version:
        version = Version(self._named("version"), family, label, given)
        self._versions[version.id] = version
        self._of_family.setdefault(family, {})[version.id] = None
        for band in given.bands():
            self._bands.setdefault(band, {})[version.id] = None
        return version

    def _join(self, family: str, into: str) -> None:
        for version in self._of_family.pop(family):
            self._versions[version].family = into
            self._of_family[into][version] = None
