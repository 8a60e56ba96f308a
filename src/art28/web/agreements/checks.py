"""What checks said of agreements -> rows: those that are unchanged stay, the others are retired and written anew."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any
from uuid import UUID

from art28.agreement.model import Agreement as Read
from art28.checking.check import checked
from art28.checking.itself.textual import Textual, textual
from art28.checking.model import Checked, Finding, Message, PackVerdict, Verdict
from art28.checking.packs.pack import every_pack
from art28.checking.packs.packing import measured
from art28.checking.words.known import Memory
from art28.checking.words.statements import Spelled
from art28.checking.words.text import text_of
from art28.web.accounts.models import Organisation
from art28.web.agreements import rows
from art28.web.agreements.models import FindingRow, PackedCheck, VerdictRow
from art28.web.agreements.queries import within
from art28.web.database import bulk

_MEMORY = Memory()
_VERDICT = ("requirement", "order", "status", "reason", "lacking", "provision", "citations")
_FINDING = (
    *("key", "order", "kind", "severity", "requirement", "article", "provision", "message", "citations"),
)  # fmt: skip


def check_all(agreement: Read, statements: Sequence[Spelled] | None = None) -> Checked:
    """The whole of a check as it is kept: Article 28, the document itself, and every pack.

    `statements` are those of the agreement, where they were spelled before. What was found in the statements of other
    agreements isn't looked for again.
    """
    return check_whole(agreement, statements)[0]


def check_whole(
    agreement: Read, statements: Sequence[Spelled] | None = None, known: Textual | None = None
) -> tuple[Checked, Textual]:
    """The same, with what the words of the agreement alone settle; it is looked for where it isn't `known`."""
    text = text_of(agreement, _MEMORY, statements)
    found = textual(text) if known is None else known
    return measured(text, checked(text, known=found), every_pack()), found


def forget() -> None:
    """Forget what was found in statements, so that the next check looks for everything."""
    _MEMORY.clear()


@dataclass(frozen=True, slots=True)
class Held:
    """A check of one agreement, made on its text `text_id`."""

    agreement_id: UUID
    text_id: UUID
    checked: Checked


@dataclass(frozen=True, slots=True)
class Turned:
    """A requirement on which a check says otherwise than the one before: `before` is empty where there was none."""

    requirement: str
    before: str
    after: str


def keep(organisation: Organisation, held: Sequence[Held], *, now: datetime) -> dict[UUID, tuple[Turned, ...]]:
    """Keep some checks, set-based, within the caller's transaction; returns what turned, by agreement.

    A first check turns nothing.
    """
    outcomes = {each.agreement_id: _outcome(each.checked) for each in held}
    same = _unchanged(organisation, held, outcomes)
    turned: dict[UUID, tuple[Turned, ...]] = dict.fromkeys(same, ())
    held = [each for each in held if each.agreement_id not in same]
    if not held:
        return turned
    ids = [each.agreement_id for each in held]
    verdicts, findings = _standing(VerdictRow, organisation, ids), _standing(FindingRow, organisation, ids)
    packs = {row.agreement_id: row for row in PackedCheck.objects.filter(within(organisation, ids))}
    retired: dict[type[VerdictRow] | type[FindingRow], list[UUID]] = {VerdictRow: [], FindingRow: []}
    new: dict[type[VerdictRow] | type[FindingRow], list[Any]] = {VerdictRow: [], FindingRow: []}
    first: list[PackedCheck] = []
    for each in held:
        own = verdicts[each.agreement_id]
        packed = [of_packed(verdict) for verdict in each.checked.packed]
        before = _statuses({row.requirement: row.status for row in own}, packs.get(each.agreement_id))
        after = {verdict.requirement: verdict.status.value for verdict in each.checked.verdicts}
        after |= {f"{verdict.pack}.{verdict.entry}": verdict.status.value for verdict in each.checked.packed}
        turned[each.agreement_id] = _turned(before, after)
        made_verdicts = [
            _verdict(organisation, each, verdict, order, now) for order, verdict in enumerate(each.checked.verdicts)
        ]
        made_findings = [
            _finding(organisation, each, found, order, now) for order, found in enumerate(each.checked.findings)
        ]
        _sort(own, made_verdicts, _VERDICT, retired[VerdictRow], new[VerdictRow])
        _sort(findings[each.agreement_id], made_findings, _FINDING, retired[FindingRow], new[FindingRow])
        first += _keep_packs(organisation, each, packs.get(each.agreement_id), packed, outcomes[each.agreement_id], now)
    for model in (VerdictRow, FindingRow):
        model.objects.filter(organisation=organisation, pk__in=retired[model]).update(retired_at=now)
        bulk.create(model, new[model])
    bulk.create(PackedCheck, first)
    return turned


def _unchanged(organisation: Organisation, held: Sequence[Held], outcomes: Mapping[UUID, str]) -> frozenset[UUID]:
    """The agreements of which all came out as it is kept, on the same text."""
    texts = {each.agreement_id: each.text_id for each in held}
    kept = PackedCheck.objects.filter(within(organisation, texts)).values_list("agreement_id", "text_id", "outcome")
    return frozenset(own for own, text, outcome in kept if text == texts[own] and outcome == outcomes[own])


def _outcome(checked: Checked) -> str:
    """A digest of all that is kept of a check."""
    whole = [
        [[o.requirement, o.status, *_message(o.reason), o.lacking, *_cited(o)] for o in checked.verdicts],
        [
            [o.id, o.kind, o.severity, o.requirement, o.article, *_message(o.message), *_cited(o)]
            for o in checked.findings
        ],
        [[o.pack, o.entry, o.status, o.lacking, *_cited(o)] for o in checked.packed],
    ]
    return blake2b(json.dumps(whole).encode(), digest_size=16).hexdigest()


def _message(message: Message) -> tuple[str, dict[str, str]]:
    return message.key, dict(message.values)


def _cited(one: Verdict | Finding | PackVerdict) -> tuple[str, list[int]]:
    """Where a passage stands tells its words, page and whether it was recognised, for outcomes of one text are compared."""
    return one.provision, [offset for c in one.citations for offset in (c.start, c.end)]


def _standing(
    model: type[VerdictRow] | type[FindingRow], organisation: Organisation, ids: Sequence[UUID]
) -> Mapping[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in model.objects.filter(within(organisation, ids), retired_at=None).order_by("agreement_id", "order"):
        found[row.agreement_id].append(row)
    return found


def _statuses(own: Mapping[str, str], packs: PackedCheck | None) -> dict[str, str]:
    packed = packs.verdicts if packs is not None else ()
    return {**own, **{f"{row['pack']}.{row['entry']}": row["status"] for row in packed}}


def _turned(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Turned, ...]:
    """What differs; a requirement that one of the two doesn't know, by an older or newer edition, counts as such."""
    if not before:
        return ()
    keys = [*after, *(key for key in before if key not in after)]
    pairs = ((key, before.get(key, ""), after.get(key, "")) for key in keys)
    return tuple(Turned(*pair) for pair in pairs if pair[1] != pair[2])


def _sort(old: Sequence[Any], made: Sequence[Any], names: tuple[str, ...], retired: list[UUID], new: list[Any]) -> None:
    """Which of `old` go and which of `made` come: rows that say the same at the same place stay."""
    if not old:
        new += made
        return
    standing = {_said(row, names): row for row in old}
    wanted = {_said(row, names): row for row in made}
    kept = standing.keys() & wanted.keys()
    retired += [row.pk for said, row in standing.items() if said not in kept]
    new += [row for said, row in wanted.items() if said not in kept]


def _said(row: Any, names: tuple[str, ...]) -> str:
    return repr([_ordered(getattr(row, name)) for name in names])


def _ordered(value: Any) -> Any:
    """A value in which the order of keys doesn't count: PostgreSQL keeps its own."""
    if isinstance(value, dict):
        return sorted((key, _ordered(each)) for key, each in value.items())
    if isinstance(value, list):
        return [_ordered(each) for each in value]
    return str(value) if isinstance(value, str) else value


def of_packed(verdict: PackVerdict) -> rows.Json:
    """The verdict on an entry of a pack as JSON."""
    return {
        "pack": verdict.pack,
        "entry": verdict.entry,
        "status": verdict.status.value,
        "citations": rows.of_citations(verdict.citations),
        "provision": verdict.provision,
        "lacking": list(verdict.lacking),
    }


def _keep_packs(
    organisation: Organisation,
    each: Held,
    row: PackedCheck | None,
    packed: list[rows.Json],
    outcome: str,
    now: datetime,
) -> list[PackedCheck]:
    """Keep the verdicts of packs on one agreement; returns the row that is to be written where there was none."""
    if row is None:
        return [
            PackedCheck(
                organisation=organisation,
                agreement_id=each.agreement_id,
                text_id=each.text_id,
                verdicts=packed,
                outcome=outcome,
                made_at=now,
            )
        ]
    if row.verdicts != packed or row.text_id != each.text_id:
        found = PackedCheck.objects.filter(pk=row.pk)
        found.update(verdicts=packed, text_id=each.text_id, outcome=outcome, made_at=now)
    elif row.outcome != outcome:
        PackedCheck.objects.filter(pk=row.pk).update(outcome=outcome)
    return []


def _finding(organisation: Organisation, each: Held, found: Finding, order: int, now: datetime) -> FindingRow:
    return FindingRow(
        organisation_id=organisation.pk,
        agreement_id=each.agreement_id,
        text_id=each.text_id,
        key=found.id[:120],
        order=order,
        kind=found.kind.value,
        severity=found.severity.value,
        requirement=(found.requirement or "")[:40],
        article=found.article[:80],
        provision=found.provision[:120],
        message=rows.of_message(found.message),
        citations=rows.of_citations(found.citations),
        made_at=now,
    )


def _verdict(organisation: Organisation, each: Held, verdict: Verdict, order: int, now: datetime) -> VerdictRow:
    return VerdictRow(
        organisation_id=organisation.pk,
        agreement_id=each.agreement_id,
        text_id=each.text_id,
        requirement=verdict.requirement[:60],
        order=order,
        status=verdict.status.value,
        reason=rows.of_message(verdict.reason),
        lacking=list(verdict.lacking),
        provision=verdict.provision[:120],
        citations=rows.of_citations(verdict.citations),
        made_at=now,
    )
