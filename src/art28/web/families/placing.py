"""Agreements that wait -> their places among the families: many in one transaction, with as many statements as a few.

Each is placed as if it came alone: what those before it began, counted and made one is known in memory, and written
together at the end; before, only where an agreement makes families one or is read anew.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from art28.families.family import Placement, place
from art28.families.fingerprint import Fingerprint, Marks
from art28.web.accounts.models import Organisation
from art28.web.agreements import together
from art28.web.agreements.models import FactState, FactVersion
from art28.web.database import bulk
from art28.web.database.alike import Alike
from art28.web.database.identifiers import new_texts
from art28.web.families.counting import Counted, discount
from art28.web.families.keeping import fingerprint_from, fingerprint_of
from art28.web.families.models import (
    Band,
    ClauseCount,
    FactMark,
    Family,
    FamilyDecision,
    Member,
    Print,
    Version,
)


@transaction.atomic
def place_all(organisation_id: UUID, prints: Sequence[UUID], *, now: datetime) -> int:
    """Place agreements of one organisation that wait, by the ids of their prints; returns how many.

    What somebody else placed meanwhile is left alone. Placing goes one after the other within an organisation: two that came
    at once would each begin the same family.
    """
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=organisation_id)
    waiting = Print.objects.filter(organisation=organisation, pk__in=prints, due=True)
    rows = list(waiting.select_related("agreement").order_by("read_at", "id"))
    if rows:
        placing = _Placing(organisation, rows, now)
        for row in rows:
            placing.add(row)
        placing.write()
        Print.objects.filter(pk__in=[row.pk for row in rows]).update(due=False)
    return len(rows)


class _Placing:
    """The families of an organisation as far as some agreements may belong to them, and what is not written yet."""

    def __init__(self, organisation: Organisation, rows: Sequence[Print], now: datetime) -> None:
        self._organisation, self._now = organisation, now
        self._given = {row.pk: fingerprint_of(row) for row in rows}
        self._among = {mark for each in self._given.values() for mark in (*each.marks.clauses, *each.marks.exact)}
        agreements = [row.agreement_id for row in rows]
        self._members = {row.agreement_id: row for row in Member.objects.filter(agreement__in=agreements)}
        self._waiting = _waiting(organisation, agreements)
        self._bands: dict[str, dict[UUID, None]] = defaultdict(dict)
        self._versions = self._near()
        self._decided: dict[UUID, dict[tuple[str, str], FamilyDecision]] = {}
        self._families: list[Family] = []
        self._new_bands: list[Band] = []
        self._marks: list[tuple[UUID, tuple[UUID, str, str, str]]] = []  # by family: fact, key, same, blank
        self._settled: dict[UUID, tuple[FamilyDecision, list[UUID]]] = {}

    def _near(self) -> dict[UUID, Counted]:
        """The versions that share a band with any of the agreements."""
        keys = {key for each in self._given.values() for key in each.bands()}
        held = Band.objects.filter(organisation=self._organisation, key__in=keys)
        for version, key in held.values_list("version_id", "key"):
            self._bands[key][version] = None
        ids = {version for versions in self._bands.values() for version in versions}
        found = Version.objects.filter(organisation=self._organisation, pk__in=ids).select_related("family")
        return {row.pk: Counted(row, _fingerprint(row), self._among) for row in found}

    def add(self, row: Print) -> None:
        """Place one agreement."""
        given = self._given[row.pk]
        placement = place(given, row.label, [each.edition for each in self._alike(given)])
        version = self._version(row, given, placement)
        if placement.joined:
            self._join(placement, version)
        before = self._members.pop(row.agreement_id, None)
        if before is not None:
            self._leave(before, version)
        self._enter(row, given.marks, version)
        self._mark(row, version)

    def _alike(self, given: Fingerprint) -> list[Counted]:
        """The versions that share a band with an agreement, the oldest first."""
        ids = {version for key in given.bands() for version in self._bands.get(key, ())}
        return sorted((self._versions[each] for each in ids), key=lambda each: (each.row.began_at, each.row.pk))

    def _version(self, row: Print, given: Fingerprint, placement: Placement) -> Counted:
        """The version that the agreement belongs to, begun where there is none."""
        if placement.version is not None:
            version = self._versions[UUID(placement.version)]
            if row.label and not version.row.label:
                version.row.label, version.labelled = row.label, True
            return version
        begun = Version(
            organisation=self._organisation,
            family=self._family(row, placement),
            label=row.label,
            method=row.method,
            sketch=row.sketch,
            clauses=row.clauses,
            began_at=self._now,
        )
        version = self._versions[begun.pk] = Counted(begun, given, self._among, new=True)
        for key in dict.fromkeys(given.bands()):
            self._bands[key][begun.pk] = None
            self._new_bands.append(Band(organisation=self._organisation, version=begun, key=key))
        return version

    def _family(self, row: Print, placement: Placement) -> Family:
        if placement.family is not None:
            wanted = UUID(placement.family)
            return next(each.row.family for each in self._versions.values() if each.row.family_id == wanted)
        family = Family(
            organisation=self._organisation, title=row.agreement.title, language=row.language, began_at=self._now
        )
        self._families.append(family)
        self._decided[family.pk] = {}
        return family

    def _join(self, placement: Placement, version: Counted) -> None:
        """Make families one that the agreement shows to be the same, under the name of the oldest."""
        self.write()
        others, family = [UUID(each) for each in placement.joined], version.row.family
        Version.objects.filter(family_id__in=others).update(family=family)
        FactMark.objects.filter(family_id__in=others).update(family=family)
        standing = set(
            FamilyDecision.objects.filter(family=family, undone_at=None).values_list("key", "mark", "listed")
        )
        for decision in FamilyDecision.objects.filter(family_id__in=others, undone_at=None).order_by("at"):
            if (decision.key, decision.mark, decision.listed) not in standing:
                standing.add((decision.key, decision.mark, decision.listed))
                FamilyDecision.objects.filter(pk=decision.pk).update(family=family)
        Family.objects.filter(pk__in=others).update(joined=family)
        self._decided.clear()
        for each in self._versions.values():
            if each.row.family_id in others:
                each.row.family = family

    def _leave(self, member: Member, to: Counted) -> None:
        """Take an agreement that is read anew out of its version; one that loses its last member to another ends."""
        self.write()
        facts = FactVersion.objects.filter(organisation=self._organisation, agreement=member.agreement_id)
        FactMark.objects.filter(fact__in=facts).delete()
        version = Version.objects.only("id", "member_count").get(pk=member.version_id)
        member.delete()
        if version.member_count <= 1 and version.pk != to.row.pk:
            self._versions.pop(version.pk, None)
            for versions in self._bands.values():
                versions.pop(version.pk, None)
            version.delete()
            return
        Version.objects.filter(pk=version.pk).update(member_count=F("member_count") - 1)
        discount(version, member)
        known = self._versions.get(version.pk)
        if known is not None:
            known.forget()

    def _enter(self, row: Print, marks: Marks, version: Counted) -> None:
        member = Member(
            organisation=self._organisation,
            agreement_id=row.agreement_id,
            version=version.row,
            joined_at=self._now,
        )
        version.enter(member, marks)

    def _mark(self, row: Print, version: Counted) -> None:
        """Keep what each fact that was read and waits rests on; what a person decided once for the family counts for it."""
        family = version.row.family_id
        decided = self._standing_decisions(family)
        for fact, key in self._waiting.get(row.agreement_id, ()):
            same, blank = row.passages.get(key, ("", ""))
            if not same:
                continue
            self._marks.append((family, (fact, key, same, blank)))
            decision = decided.get((key, same))
            if decision is not None:
                self._settled.setdefault(decision.pk, (decision, []))[1].append(fact)

    def _standing_decisions(self, family: UUID) -> dict[tuple[str, str], FamilyDecision]:
        if family not in self._decided:
            standing = FamilyDecision.objects.filter(
                organisation=self._organisation, family=family, undone_at=None, listed=False
            )
            self._decided[family] = {(row.key, row.mark): row for row in standing.select_related("family")}
        return self._decided[family]

    def write(self) -> None:
        """Write what came since the last time."""
        touched = [each for each in self._versions.values() if each.arrived or each.new]
        bulk.create(Family, self._families)
        bulk.create(Version, [each.row for each in touched if each.new])
        Version.objects.bulk_update([each.row for each in touched if not each.new], ("member_count",), batch_size=200)
        labelled = [each for each in touched if each.labelled]
        Version.objects.bulk_update([each.row for each in labelled if not each.new], ("label",), batch_size=200)
        bulk.create(Band, self._new_bands)
        bulk.create(ClauseCount, [row for each in touched for row in each.write_counts()])
        bulk.create(Member, [row for each in touched for row in each.arrived])
        self._write_marks()
        for decision, facts in self._settled.values():
            by = together.Decided(decision.pk, decision.by_id, decision.role, ground_of(decision))
            together.confirm(self._organisation, facts, by=by, now=self._now)
        for each in touched:
            each.new, each.labelled, each.arrived = False, False, []
        self._families, self._new_bands, self._marks, self._settled = [], [], [], {}

    def _write_marks(self) -> None:
        """Write the marks of facts, which differ in little: a portfolio has a hundred for each agreement."""
        own = self._organisation.pk
        of_family = {
            family: _MARKS.shared(FactMark(organisation_id=own, family_id=family))
            for family in {family for family, _ in self._marks}
        }
        ids = new_texts(len(self._marks))
        _MARKS.write(
            ((each, fact.hex, key, same, blank), of_family[family])
            for each, (family, (fact, key, same, blank)) in zip(ids, self._marks, strict=True)
        )


_MARKS = Alike(FactMark, "id", "fact_id", "key", "same", "blank")


def _fingerprint(row: Version) -> Fingerprint:
    return fingerprint_from(row.method, row.family.language, row.sketch, row.clauses)


def _waiting(organisation: Organisation, agreements: Sequence[UUID]) -> dict[UUID, list[tuple[UUID, str]]]:
    """The facts of agreements that were read and wait, by agreement: the id and the key of each."""
    found: dict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
    facts = FactVersion.objects.filter(
        organisation=organisation, agreement__in=agreements, current=True, state=FactState.PROPOSED
    )
    for agreement, fact, key in facts.values_list("agreement_id", "pk", "key"):
        found[agreement].append((fact, key))
    return found


def ground_of(decision: FamilyDecision) -> dict[str, str]:
    """What the record of an act says of the family it was done for."""
    return {"family": str(decision.family_id), "family_title": decision.family.title, "mark": decision.mark}
