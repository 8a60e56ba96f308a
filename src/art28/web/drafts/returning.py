"""A file that came back -> what in it differs from what was sent, by fact and by clause, and what it brings anew."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F, Q

from art28.agreement.model import Agreement, Fact
from art28.comparing.compare import compare
from art28.comparing.model import Comparison, FactDifference
from art28.document.model import Document
from art28.drafting.clauses import NONE
from art28.drafting.draft import InvalidDraft
from art28.drafting.html import as_html
from art28.drafting.model import Draft as Drafted
from art28.extraction.extract import extract
from art28.families.alignment import Aligned
from art28.families.alignment import Change as Became
from art28.families.words import Worded, Wording
from art28.reading.errors import UnreadableFile
from art28.reading.jail import Jail
from art28.reading.limits import Limits
from art28.reading.read import read_document
from art28.web.accounts.access import WORKER
from art28.web.agreements import rows
from art28.web.agreements.pump import NO_AGREEMENT
from art28.web.audit.actions import record
from art28.web.drafts import measuring
from art28.web.drafts.chosen import chosen_in, drafted, made
from art28.web.drafts.models import Change, Kind, Reading, Returned
from art28.web.yardsticks.weighing import yardstick_of

_LEASE = timedelta(minutes=10)
_MOST_ATTEMPTS = 3
# What each copy has of its own, or what a draft can't have yet.
_NOT_OF_THE_TEXT = frozenset({"document.state", "document.annexes", "term.signed_on"})
_log = logging.getLogger(__name__)


def read_back(*, now: datetime, limit: int) -> int:
    """Read at most `limit` files that came back and hold them against what was sent; returns how many came to an end."""
    done = 0
    with Jail() as jail:
        while done < limit:
            taken = _claim(now)
            if taken is None:
                break
            _carry_out(*taken, jail, now=now)
            done += 1
    return done


def _claim(now: datetime) -> tuple[Returned, UUID] | None:
    due = Returned.objects.filter(due_at__lte=now).filter(Q(leased_until=None) | Q(leased_until__lte=now))
    first = due.order_by("due_at", "id").values_list("pk", "lease").first()
    if first is None:
        return None
    lease = uuid4()
    mine = Returned.objects.filter(pk=first[0], lease=first[1], due_at__isnull=False)
    if mine.update(lease=lease, leased_until=now + _LEASE, attempts=F("attempts") + 1) != 1:
        return None
    found = Returned.objects.select_related("round__version", "round__draft", "organisation").get(pk=first[0])
    return found, lease


def _carry_out(returned: Returned, lease: UUID, jail: Jail, *, now: datetime) -> None:
    try:
        if returned.attempts > _MOST_ATTEMPTS:
            _fail(returned, lease, "gave_up", now)
            return
        theirs = extract(jail.read(bytes(returned.data), name=returned.name))
        sent = drafted(returned.round.draft, returned.round.version)
        # An addendum says little, and so may what comes back of it.
        if sent.whole is None and not theirs.says_what_one_says:
            _fail(returned, lease, NO_AGREEMENT, now)
            return
        _store(returned, lease, sent, theirs, now)
    except UnreadableFile as error:
        _fail(returned, lease, error.reason.value, now)
    except Exception as error:  # one that breaks the reader must not stop the others
        _log.error("the file %s that came back broke the reader: %s", returned.pk, type(error).__name__)
        _fail(returned, lease, "broke", now)


def own_document(sent: Drafted) -> Document:
    """What we sent, as a reader has it."""
    return read_document(as_html(sent).encode(), name="draft.html", limits=Limits())


@transaction.atomic
def _store(returned: Returned, lease: UUID, sent: Drafted, theirs: Agreement, now: datetime) -> None:
    ours = extract(own_document(sent))
    found = compare(ours, theirs)
    on = now.astimezone(ZoneInfo(returned.organisation.time_zone)).date()
    findings = measuring.brought(ours, theirs, yardstick_of(returned.organisation_id), on=on)
    held = Returned.objects.filter(pk=returned.pk, lease=lease)
    if held.update(state=Reading.READ, findings=findings, due_at=None, lease=None, leased_until=None) != 1:
        return
    of_facts = tuple(_of_facts(found))
    changes = [*of_facts, *_met(_of_clauses(found, sent, _said_by_facts(returned, of_facts)))]
    Change.objects.bulk_create(
        Change(organisation_id=returned.organisation_id, returned=returned, order=order, **each.columns())
        for order, each in enumerate(changes)
    )
    content = {"sha256": returned.sha256, "changes": len(changes), "findings": len(findings)}
    record(
        organisation=returned.organisation,
        actor=WORKER,
        kind="draft.compared",
        subject=returned.round.draft,
        at=now,
        content=content,
    )


@transaction.atomic
def _fail(returned: Returned, lease: UUID, reason: str, now: datetime) -> None:
    held = Returned.objects.filter(pk=returned.pk, lease=lease)
    if held.update(state=Reading.FAILED, reason=reason, due_at=None, lease=None, leased_until=None) == 1:
        record(
            organisation=returned.organisation,
            actor=WORKER,
            kind="draft.unreadable",
            subject=returned.round.draft,
            at=now,
            content={"sha256": returned.sha256, "reason": reason},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A change before it is a row."""

    kind: Kind
    key: str = ""
    place: str = ""
    ours: Any = None
    theirs: Any = None
    pieces: tuple[tuple[str, str], ...] = ()
    gains: str = ""

    def columns(self) -> Mapping[str, Any]:
        """As columns."""
        return {name: getattr(self, name) for name in self.__slots__} | {"pieces": [list(each) for each in self.pieces]}


def _of_facts(found: Comparison) -> Iterator[_Found]:
    for each in found.facts:
        if each.key in _NOT_OF_THE_TEXT:
            continue
        yield _Found(
            kind=Kind.FACT,
            key=each.key,
            place=_provision(each),
            ours=_value(each.one),
            theirs=_value(each.other),
            gains=each.gains.value if each.gains else "",
        )


def _value(fact: Fact | None) -> Any:
    return None if fact is None else rows.of_value(fact.value)


def _provision(difference: FactDifference) -> str:
    fact = difference.other or difference.one
    return fact.provision[:120] if fact else ""


def _said_by_facts(returned: Returned, changes: Sequence[_Found]) -> frozenset[str]:
    """The words of our own clauses once their facts are taken over: where these stand, the facts say all that differs."""
    chosen, of = chosen_in(returned.round.version), returned.round.draft
    taken = {each.key: NONE if each.theirs is None else rows.to_value(each.theirs) for each in changes}
    try:
        made_of = made(replace(chosen, facts={**chosen.facts, **taken}), template=of.template, language=of.language)
    except InvalidDraft:
        return frozenset()
    return frozenset(_words(clause.text) for article in made_of.articles for clause in article.clauses)


def _of_clauses(found: Comparison, sent: Drafted, said: frozenset[str]) -> Iterator[_Found]:
    """The clauses whose words differ by more than the facts do."""
    numbered = {_words(clause.text): clause.key for article in sent.articles for clause in article.clauses}
    for each in found.clauses:
        if each.change is Became.SAME:
            continue
        ours, theirs = _text(each.one, found.texts[0]), _text(each.other, found.texts[1])
        if not _of_the_body(each) or _words(ours or "") == _words(theirs or ""):
            continue
        if theirs is not None and any(words and words in _words(theirs) for words in said):
            continue
        if theirs is None and ours is not None and not any(words and words in _words(ours) for words in said):
            continue  # it went with the fact that it said
        key = next((key for words, key in numbered.items() if words and words in _words(ours or "")), "")
        if ours is not None and not key:
            continue  # a heading, the parties, an annex: what differs there is a fact
        pieces = tuple((piece.change.value, piece.text) for piece in each.pieces)
        place = (each.other or each.one).provision if each.other or each.one else ""  # type: ignore[union-attr]
        yield _Found(kind=Kind.CLAUSE, key=key, place=place[:120], ours=ours, theirs=theirs, pieces=pieces)


def _met(changes: Iterable[_Found]) -> list[_Found]:
    """A clause of ours that went and one of theirs that came under the same number are one that was worded anew."""
    listed = list(changes)
    came = {each.place: each for each in listed if each.ours is None and each.place}
    met = []
    for each in listed:
        theirs = came.get(each.place) if each.theirs is None else None
        if theirs is not None:
            listed_pieces = (*each.pieces, *theirs.pieces)
            met.append(replace(each, theirs=theirs.theirs, pieces=listed_pieces))
        elif not (each.ours is None and any(other.theirs is None and other.place == each.place for other in listed)):
            met.append(each)
    return met


def _of_the_body(each: Aligned) -> bool:
    wording = each.one or each.other
    return wording is not None and wording.part.value == "body"


def _text(wording: Wording | None, text: Worded) -> str | None:
    return None if wording is None else " ".join(text.reading.original(wording.start, wording.end).split())


def _words(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())
