"""Agreements that wait -> their places among the families, one short transaction each."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from art28.families.deviations import Common, distance
from art28.families.family import Edition, Placement, place
from art28.families.fingerprint import Fingerprint, Marks
from art28.web.accounts.models import Organisation
from art28.web.agreements import together
from art28.web.agreements.models import FactState, FactVersion
from art28.web.database import bulk
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
def place_one(print_id: UUID, *, now: datetime) -> bool:
    """Place one agreement that waits; False where somebody else did so meanwhile.

    Placing goes one after the other within an organisation: two that came at once would each begin the same family.
    """
    found = Print.objects.filter(pk=print_id, due=True).values_list("organisation_id", flat=True).first()
    if found is None:
        return False
    Organisation.objects.select_for_update(no_key=True).get(pk=found)
    row = Print.objects.select_related("agreement__organisation").filter(pk=print_id, due=True).first()
    if row is None:
        return False
    given = fingerprint_of(row)
    editions = _editions(row, given)
    placement = place(given, row.label, editions)
    version = _version(row, given, placement, now=now)
    _join_families(placement, version)
    _leave(row, version)
    _enter(row, given, version, now=now)
    marks = _mark_facts(row, version)
    _settle_by_standing_decisions(row, version, marks, now=now)
    Print.objects.filter(pk=row.pk).update(due=False)
    return True


def _editions(row: Print, given: Fingerprint) -> tuple[Edition, ...]:
    """The versions that share a band with the agreement, the oldest first."""
    near = Version.objects.filter(
        organisation_id=row.organisation_id, method=row.method, bands__key__in=given.bands()
    ).distinct()
    return tuple(
        Edition(
            str(version.family_id),
            str(version.pk),
            version.label,
            fingerprint_from(version.method, row.language, version.sketch, version.clauses),
        )
        for version in near.filter(family__language=row.language).order_by("began_at", "id")
    )


def _version(row: Print, given: Fingerprint, placement: Placement, *, now: datetime) -> Version:
    """The version that the agreement belongs to, begun where there is none."""
    if placement.version is not None:
        version = Version.objects.select_related("family").get(pk=placement.version)
        if row.label and not version.label:
            version.label = row.label
            version.save(update_fields=("label",))
        return version
    if placement.family is not None:
        family = Family.objects.get(pk=placement.family)
    else:
        family = Family.objects.create(
            organisation_id=row.organisation_id, title=row.agreement.title, language=row.language, began_at=now
        )
    version = Version.objects.create(
        organisation_id=row.organisation_id,
        family=family,
        label=row.label,
        method=row.method,
        sketch=row.sketch,
        clauses=row.clauses,
        began_at=now,
    )
    Band.objects.bulk_create(
        [Band(organisation_id=row.organisation_id, version=version, key=key) for key in dict.fromkeys(given.bands())]
    )
    return version


def _join_families(placement: Placement, version: Version) -> None:
    """Make families one that the agreement shows to be the same, under the name of the oldest."""
    others = [UUID(each) for each in placement.joined]
    if not others:
        return
    Version.objects.filter(family_id__in=others).update(family=version.family)
    FactMark.objects.filter(family_id__in=others).update(family=version.family)
    standing = set(
        FamilyDecision.objects.filter(family=version.family, undone_at=None).values_list("key", "mark", "listed")
    )
    for decision in FamilyDecision.objects.filter(family_id__in=others, undone_at=None).order_by("at"):
        if (decision.key, decision.mark, decision.listed) not in standing:
            standing.add((decision.key, decision.mark, decision.listed))
            FamilyDecision.objects.filter(pk=decision.pk).update(family=version.family)
    Family.objects.filter(pk__in=others).update(joined=version.family)


def _leave(row: Print, to: Version) -> None:
    """Take an agreement that is read anew out of the version it was in; one that loses its last member to another ends."""
    member = Member.objects.filter(agreement_id=row.agreement_id).first()
    if member is None:
        return
    version = Version.objects.only("id", "member_count").get(pk=member.version_id)
    member.delete()
    if version.member_count <= 1 and version.pk != to.pk:
        version.delete()
        return
    Version.objects.filter(pk=version.pk).update(member_count=F("member_count") - 1)
    _discount(version, member.clauses, exact=False)
    _discount(version, member.exact, exact=True)


def _enter(row: Print, given: Fingerprint, version: Version, *, now: datetime) -> None:
    """Make the agreement a member and count its clauses."""
    marks = given.marks
    Version.objects.filter(pk=version.pk).update(member_count=F("member_count") + 1)
    version.refresh_from_db(fields=("member_count",))
    _count(version, marks.clauses, exact=False)
    _count(version, marks.exact, exact=True)
    lacking, own = distance(marks, common_of(version))
    Member.objects.create(
        organisation_id=row.organisation_id,
        agreement_id=row.agreement_id,
        version=version,
        joined_at=now,
        clauses=list(marks.clauses),
        exact=list(marks.exact),
        lacking=lacking,
        own=own,
    )
    # What most members say shifts as they come: looked at anew each time their number has doubled, so the cost of each
    # agreement stays the same.
    if version.member_count & (version.member_count - 1) == 0:
        _measure(version)


def _count(version: Version, marks: Iterable[str], *, exact: bool) -> None:
    once = set(marks)
    counted = ClauseCount.objects.filter(version=version, exact=exact, mark__in=once)
    known = set(counted.values_list("mark", flat=True))
    counted.update(count=F("count") + 1)
    bulk.create(
        ClauseCount,
        [
            ClauseCount(organisation_id=version.organisation_id, version=version, mark=mark, exact=exact)
            for mark in sorted(once - known)
        ],
    )


def _discount(version: Version, marks: Iterable[str], *, exact: bool) -> None:
    counted = ClauseCount.objects.filter(version=version, exact=exact, mark__in=set(marks))
    counted.update(count=F("count") - 1)
    counted.filter(count=0).delete()


def _measure(version: Version) -> None:
    """How far each member is from what all have in common."""
    common = common_of(version)
    changed = []
    for member in Member.objects.filter(version=version).iterator(chunk_size=200):
        apart = distance(Marks(tuple(member.clauses), tuple(member.exact)), common)
        if apart != (member.lacking, member.own):
            member.lacking, member.own = apart
            changed.append(member)
    Member.objects.bulk_update(changed, ("lacking", "own"), batch_size=500)


def common_of(version: Version) -> Common:
    """What more than half of a version's members have."""
    marks: dict[bool, set[str]] = {False: set(), True: set()}
    rows = ClauseCount.objects.filter(version=version, count__gt=version.member_count // 2)
    for mark, exact in rows.values_list("mark", "exact"):
        marks[exact].add(mark)
    return Common(frozenset(marks[False]), frozenset(marks[True]))


def _mark_facts(row: Print, version: Version) -> tuple[FactMark, ...]:
    """Keep what each fact that was read and waits rests on."""
    versions = FactVersion.objects.filter(organisation_id=row.organisation_id, agreement_id=row.agreement_id)
    FactMark.objects.filter(fact__in=versions).delete()
    waiting = versions.filter(current=True, state=FactState.PROPOSED).values_list("pk", "key")
    marks = [
        FactMark(
            organisation_id=row.organisation_id,
            fact_id=fact_id,
            family_id=version.family_id,
            key=key,
            same=row.passages[key][0],
            blank=row.passages[key][1],
        )
        for fact_id, key in waiting
        if row.passages.get(key, ("", ""))[0]
    ]
    bulk.create(FactMark, marks)
    return tuple(marks)


def _settle_by_standing_decisions(row: Print, version: Version, marks: Iterable[FactMark], *, now: datetime) -> None:
    """Let what a person decided once for the family count for a member that came later."""
    by_mark: dict[tuple[str, str], UUID] = {(mark.key, mark.same): mark.fact_id for mark in marks}
    decisions = FamilyDecision.objects.filter(
        organisation_id=row.organisation_id,
        family_id=version.family_id,
        undone_at=None,
        listed=False,
        mark__in=[same for _, same in by_mark],
    ).select_related("family")
    for decision in decisions:
        fact = by_mark.get((decision.key, decision.mark))
        if fact is not None:
            together.confirm(
                row.agreement.organisation,
                (fact,),
                by=together.Decided(decision.pk, decision.by_id, decision.role, ground_of(decision)),
                now=now,
            )


def ground_of(decision: FamilyDecision) -> dict[str, str]:
    """What the record of an act says of the family it was done for."""
    return {"family": str(decision.family_id), "family_title": decision.family.title, "mark": decision.mark}
