"""What an agreement was held against besides Article 28 -> lines of the panel: entries of packs, rules of the playbook."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from art28.checking.model import Status
from art28.checking.packs.pack import Entry, Profile, packs
from art28.checking.playbooks.judging import given_words, position, wanted
from art28.checking.playbooks.model import Playbook, PlaybookRule
from art28.checking.proposals import proposal
from art28.web.agreements import rows
from art28.web.agreements.citing import anchor_of, place, stands_here
from art28.web.agreements.judged import VerdictLine, said_in_words, status_of
from art28.web.agreements.models import FactVersion, PackedCheck, VerdictRow
from art28.web.agreements.rendering import Passage
from art28.web.yardsticks.showing import POSITIONS, language_now, said


@dataclass(frozen=True, slots=True)
class PackGroup:
    """A pack of the profile: what it is called, and how the agreement stands towards its entries, in its order."""

    title: str
    lines: tuple[VerdictLine, ...]


def pack_groups(packed: PackedCheck | None, profile: Profile, *, spoken: str) -> tuple[PackGroup, ...]:
    """The packs that the profile chose; an entry that is no longer known is left out."""
    by_pack: dict[str, list[VerdictLine]] = {name: [] for name in profile.packs}
    known = {(name, entry.id): entry for name in profile.packs for entry in packs()[name].entries}
    for row in packed.verdicts if packed is not None else ():
        entry = known.get((row["pack"], row["entry"]))
        if entry is not None:
            by_pack[entry.pack].append(_entry_line(entry, row, spoken))
    language = language_now()
    return tuple(PackGroup(packs()[name].title[language], tuple(lines)) for name, lines in by_pack.items() if lines)


def _entry_line(entry: Entry, row: rows.Json, spoken: str) -> VerdictLine:
    status, tone, icon = status_of(row["status"])
    told = "" if row["status"] == Status.MET else said_in_words({"key": _key(entry, row["status"]), "values": {}})
    return VerdictLine(
        key=f"{entry.pack}.{entry.id}",
        label=entry.title[language_now()],
        article=entry.article,
        status=status,
        tone=tone,
        icon=icon,
        text=told,
        proposal="" if row["status"] == Status.MET else proposal(entry.same_as, spoken),
        place=place(row["provision"]),
        anchor=anchor_of(row["citations"]),
    )


def _key(entry: Entry, status: str) -> str:
    return f"pack.{status}.{entry.pack}.{entry.id}"


def pack_passages(packed: PackedCheck | None, profile: Profile, *, chosen: str) -> tuple[Passage, ...]:
    """The passages that the verdicts of the profile's packs rest on."""
    return tuple(
        Passage(each["start"], each["end"], of, "", lit=of == chosen)
        for row in (packed.verdicts if packed is not None else ())
        if row["pack"] in profile.packs
        for of in (f"requirement:{row['pack']}.{row['entry']}",)
        for each in row["citations"]
        if each["end"] > each["start"]
    )


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule of the playbook: where the agreement stands, what it says, what is wanted, and the wording to fall back on."""

    key: str
    label: str
    word: str | Promise
    tone: str
    icon: str
    given: str
    wanted: str
    fallback: str
    place: str
    anchor: str

    @property
    def of(self) -> str:
        """The name under which the document's passages point back."""
        return f"rule:{self.key}"


def rule_lines(
    playbook: Playbook | None,
    versions: Sequence[FactVersion],
    verdicts: Sequence[VerdictRow],
    *,
    spoken: str,
    on: date,
) -> tuple[RuleLine, ...]:
    """Where an agreement stands towards each rule, the worst first; the wording is in the language that it is `spoken` in."""
    if playbook is None:
        return ()
    facts = {row.key: row for row in versions if row.value is not None}
    judged = {row.requirement: row for row in verdicts}
    lines = [_rule_line(rule, facts, judged, spoken, on) for rule in playbook.rules]
    order = [word for word, _tone, _icon in POSITIONS.values()]
    return tuple(sorted(lines, key=lambda line: order.index(line.word)))


def _rule_line(
    rule: PlaybookRule,
    facts: Mapping[str, FactVersion],
    judged: Mapping[str, VerdictRow],
    spoken: str,
    on: date,
) -> RuleLine:
    row = judged.get(rule.requirement) if rule.requirement else facts.get(rule.fact)
    value = None if row is None else row.status if isinstance(row, VerdictRow) else rows.to_value(row.value)
    word, tone, icon = POSITIONS[position(rule, value, on=on)]
    asked = rule.preferred or rule.required or rule.acceptable
    language = language_now()
    return RuleLine(
        key=rule.id,
        label=said(rule.title),
        word=word,
        tone=tone,
        icon=icon,
        given=given_words(rule, value, language),
        wanted=wanted(rule, asked, language) if asked is not None else "",
        fallback=rule.fallback.get("nl" if spoken == "nl" else "en") or said(rule.fallback),
        place=place(row.provision) if row is not None else "",
        anchor=anchor_of(row.citations) if row is not None else "",
    )


def rule_passages(
    playbook: Playbook | None, versions: Sequence[FactVersion], verdicts: Sequence[VerdictRow], *, chosen: str
) -> tuple[Passage, ...]:
    """The passages behind the one rule that is chosen; of the others the facts and verdicts have theirs already."""
    rule = (
        next((each for each in playbook.rules if f"rule:{each.id}" == chosen), None) if playbook is not None else None
    )
    if rule is None:
        return ()
    found: list[rows.Json] = []
    for version in versions:
        found += version.citations if version.key == rule.fact else ()
    for verdict in verdicts:
        found += verdict.citations if rule.requirement and verdict.requirement == rule.requirement else ()
    return tuple(Passage(each["start"], each["end"], chosen, "", lit=True) for each in found if stands_here(each))
