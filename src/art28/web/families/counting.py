"""A version while agreements are placed: what its members have in common, counted in memory and written at once."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from django.db.models import F, Q

from art28.families.deviations import Common, distance
from art28.families.family import Edition
from art28.families.fingerprint import Fingerprint, Marks
from art28.web.families.models import ClauseCount, Member, Version


@dataclass(slots=True)
class Counted:
    """A version, the text that began it, and the members and clauses that came since it was written last.

    `among` are the marks that may come: of those that are written, these alone are asked for, and those that most members
    have.
    """

    row: Version
    fingerprint: Fingerprint
    among: Collection[str]
    new: bool = False
    arrived: list[Member] = field(default_factory=list)
    labelled: bool = False
    _counts: dict[tuple[str, bool], int] | None = None
    _written: dict[tuple[str, bool], int] = field(default_factory=dict)

    @property
    def edition(self) -> Edition:
        """As the core holds an agreement against it."""
        return Edition(str(self.row.family_id), str(self.row.pk), self.row.label, self.fingerprint)

    def enter(self, member: Member, marks: Marks) -> None:
        """Make an agreement a member and count its clauses."""
        counts = self._known()
        self.row.member_count += 1
        for exact, these in ((False, marks.clauses), (True, marks.exact)):
            for mark in dict.fromkeys(these):
                counts[mark, exact] = counts.get((mark, exact), 0) + 1
        member.clauses, member.exact = list(marks.clauses), list(marks.exact)
        common = self._common()
        member.lacking, member.own = distance(marks, common)
        # What most members say shifts as they come: looked at anew each time their number has doubled, so the cost of each
        # agreement stays the same.
        if self.row.member_count & (self.row.member_count - 1) == 0:
            self._measure(common)
        self.arrived.append(member)

    def forget(self) -> None:
        """Ask anew what is counted, once an agreement left; nothing may be unwritten."""
        self._counts = None
        self._written = {}
        self.row.refresh_from_db(fields=("member_count",))

    def write_counts(self) -> Iterator[ClauseCount]:
        """Write what is counted oftener than before; yields the rows of clauses that are new."""
        more: dict[tuple[bool, int], list[str]] = defaultdict(list)
        for (mark, exact), count in sorted((self._counts or {}).items()):
            before = self._written.get((mark, exact), 0)
            if not before:
                yield ClauseCount(
                    organisation_id=self.row.organisation_id, version=self.row, mark=mark, exact=exact, count=count
                )
            elif count > before:
                more[exact, count - before].append(mark)
        for (exact, by), marks in more.items():
            ClauseCount.objects.filter(version=self.row, exact=exact, mark__in=marks).update(count=F("count") + by)
        self._written = dict(self._counts or {})

    def _known(self) -> dict[tuple[str, bool], int]:
        if self._counts is None:
            counted: Mapping[tuple[str, bool], int] = {}
            if not self.new:
                wanted = Q(mark__in=self.among) | Q(count__gt=self.row.member_count // 2)
                rows = ClauseCount.objects.filter(wanted, version=self.row).values_list("mark", "exact", "count")
                counted = {(mark, exact): count for mark, exact, count in rows}
            self._counts, self._written = dict(counted), dict(counted)
        return self._counts

    def _common(self) -> Common:
        marks: dict[bool, set[str]] = {False: set(), True: set()}
        for (mark, exact), count in self._known().items():
            if count > self.row.member_count // 2:
                marks[exact].add(mark)
        return Common(frozenset(marks[False]), frozenset(marks[True]))

    def _measure(self, common: Common) -> None:
        """How far each member is from what all have in common, those that are written and those that came since."""
        for member in self.arrived:
            member.lacking, member.own = _apart(member, common)
        if self.row.member_count - 1 == len(self.arrived):
            return
        changed = []
        for member in Member.objects.filter(version=self.row).iterator(chunk_size=200):
            apart = _apart(member, common)
            if apart != (member.lacking, member.own):
                member.lacking, member.own = apart
                changed.append(member)
        Member.objects.bulk_update(changed, ("lacking", "own"), batch_size=500)


def _apart(member: Member, common: Common) -> tuple[int, int]:
    return distance(Marks(tuple(member.clauses), tuple(member.exact)), common)


def common_of(version: Version) -> Common:
    """What more than half of a version's members have, as it is written."""
    marks: dict[bool, set[str]] = {False: set(), True: set()}
    rows = ClauseCount.objects.filter(version=version, count__gt=version.member_count // 2)
    for mark, exact in rows.values_list("mark", "exact"):
        marks[exact].add(mark)
    return Common(frozenset(marks[False]), frozenset(marks[True]))


def discount(version: Version, member: Member) -> None:
    """Count a member that leaves out of the clauses of its version."""
    for exact, marks in ((False, member.clauses), (True, member.exact)):
        counted = ClauseCount.objects.filter(version=version, exact=exact, mark__in=set(marks))
        counted.update(count=F("count") - 1)
        counted.filter(count=0).delete()
