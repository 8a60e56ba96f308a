"""Agreements in a renewal -> the drafts of their new versions, with what goes along, what stays behind and what changes.

Some are looked at together: what is known of them is read in as many queries however many they are, the drafts are worked out
outside any transaction, and all is kept in one.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from art28.agreement.model import Value
from art28.drafting.carrying import Carried, Standard, carried_on
from art28.drafting.draft import InvalidDraft
from art28.web.accounts.access import Actor
from art28.web.agreements import rows
from art28.web.agreements.models import Direction
from art28.web.amendments import adding, annexes, differing, housing
from art28.web.amendments.knowing import Known, One
from art28.web.amendments.models import Addendum, Amendment, Obstacle, Renewal, Scope, Standing, State, Way
from art28.web.audit.actions import Entry, record_many
from art28.web.database import bulk
from art28.web.drafts import queries as draft_queries
from art28.web.drafts.beginning import Beginning, Ready, begin_many
from art28.web.drafts.chosen import Chosen, drafted, is_ours
from art28.web.drafts.chosen import made as made_of
from art28.web.drafts.drawing import blanks_of
from art28.web.drafts.models import Draft
from art28.web.house import knowing as house_knowing
from art28.web.parties.models import Counterparty, LegalEntity

_ALLOWS = "processor_with_notice"
_LANGUAGES = ("nl", "en")
_NAME, _DETAIL = 200, 300
_KEPT = (
    "draft", "kept", "left", "changed", "duties", "recipient", "recipient_name", "obstacle", "detail", "standing", "due_at",
)  # fmt: skip
_log = logging.getLogger(__name__)


class _Missing(Exception):
    """Something stands in the way of a new version."""

    def __init__(self, obstacle: Obstacle, detail: str = "") -> None:
        super().__init__(obstacle)
        self.obstacle, self.detail = obstacle, detail


@dataclass(frozen=True, slots=True)
class Looked:
    """An agreement of a renewal as it was looked at, its columns as they are to be kept; the draft that is to be begun for it
    with the copy that an addendum is drawn up against, None where it has one or none can be made."""

    amendment: Amendment
    begins: "_Begins | None" = None


@dataclass(frozen=True, slots=True)
class _Begins:
    ready: Ready
    kept: list[str]
    left: list[str]
    copy: Addendum | None = None
    after: Mapping[str, Value] = field(default_factory=dict)


def actor_of(renewal: Renewal) -> Actor:
    """Who is named for what the worker does of a renewal: whoever began it."""
    return Actor(renewal.made_by_id, "renewal")


def standard_of(renewal: Renewal) -> Standard:
    """What a renewal makes of an agreement where nothing else was negotiated."""
    return Standard(renewal.template, {key: rows.to_value(value) for key, value in renewal.facts.items()})


def look(renewal: Renewal, amendments: Sequence[Amendment], *, now: datetime) -> list[Looked]:
    """Work out the new version of each, or look again at what it waits for. Writes nothing; one that fails is left out."""
    known = Known(renewal, amendments)
    looked = []
    for each in amendments:
        try:
            looked.append(_look(each, known, now))
        except Exception as error:  # none of the others waits for it; its lease runs out
            _log.warning("a new version was not prepared: %s", type(error).__name__)
    return looked


@transaction.atomic
def keep(renewal: Renewal, looked: Sequence[Looked], *, lease: datetime, now: datetime) -> int:
    """Keep what was worked out, of those that still are due at `lease`; returns how many."""
    asked = Amendment.objects.select_for_update().filter(
        pk__in=[each.amendment.pk for each in looked], due_at=lease, standing=Standing.WAITING
    )
    held = set(asked.values_list("pk", flat=True))
    sending = Renewal.objects.filter(pk=renewal.pk, state=State.SENDING).exists()
    ours = [each for each in looked if each.amendment.pk in held]
    begun = [(each.amendment, each.begins) for each in ours if each.begins is not None]
    bulk.create(Addendum, (begins.copy for _, begins in begun if begins.copy is not None))
    drafts = begin_many(
        renewal.organisation,
        [begins.ready for _, begins in begun],
        by=renewal.made_by,
        actor=actor_of(renewal),
        now=now,
    )
    for (amendment, begins), draft in zip(begun, drafts, strict=True):
        amendment.draft, amendment.kept, amendment.left = draft, begins.kept, begins.left
    for each in ours:
        ready = each.amendment.standing == Standing.READY
        each.amendment.due_at = now if ready and sending else None
    Amendment.objects.bulk_update([each.amendment for each in ours], _KEPT)
    record_many(
        organisation=renewal.organisation,
        actor=actor_of(renewal),
        at=now,
        entries=[_entry(each.amendment) for each in ours],
    )
    return len(ours)


def _entry(amendment: Amendment) -> Entry:
    kind = "amendment.prepared" if amendment.standing == Standing.READY else "amendment.held"
    content = {
        "agreement": str(amendment.agreement_id), "obstacle": str(amendment.obstacle), "kept": list(amendment.kept)
    }  # fmt: skip
    return Entry(kind, "amendment", amendment.pk, content)


def follow_draft(_sender: Any = None, *, draft: Draft, now: datetime, **_: Any) -> None:
    """A draft of a new version was changed: have it looked at again, unless it has left."""
    rows = Amendment.objects.filter(organisation=draft.organisation_id, draft=draft)
    rows.filter(standing__in=(Standing.WAITING, Standing.HELD, Standing.READY)).update(
        standing=Standing.WAITING, due_at=now
    )


def _look(amendment: Amendment, known: Known, now: datetime) -> Looked:
    one, begins = known.of(amendment), None
    try:
        _require_open(amendment, one)
        begins = _begins(amendment, one, known, now) if amendment.draft is None else None
        _judge(amendment, one, begins)
    except _Missing as missing:
        amendment.standing = Standing.HELD
        amendment.obstacle, amendment.detail = missing.obstacle, missing.detail[:_DETAIL]
    else:
        amendment.standing, amendment.obstacle, amendment.detail = Standing.READY, "", ""
    return Looked(amendment, begins)


def _require_open(amendment: Amendment, one: One) -> None:
    """Raise `_Missing` where no new version of it may be drafted now."""
    if amendment.agreement.counterparty is None:
        raise _Missing(Obstacle.NO_PARTY)
    if amendment.renewal.way == Way.NOTICE and one.said.get("term.amendment") != _ALLOWS:
        raise _Missing(Obstacle.NO_NOTICE)
    if one.runs_beside:
        raise _Missing(Obstacle.RUNNING)


def _judge(amendment: Amendment, one: One, begins: _Begins | None) -> None:
    """Keep what the draft changes and to whom it goes; raise `_Missing` where it can't be sent yet."""
    adds, said = amendment.renewal.scope == Scope.ADDENDUM, one.said
    if begins is not None:
        template, page, blanks = begins.ready.what.template, begins.ready.made, blanks_of(begins.ready.made)
    elif amendment.draft is not None and one.version is not None:
        template, page = amendment.draft.template, drafted(amendment.draft, one.version)
        blanks = tuple(one.version.blanks)
    else:
        raise _Missing(Obstacle.UNSAYABLE)
    after = page.facts
    if page.word:
        after = begins.after if begins is not None else housing.says(page)
    elif adds:
        after = adding.after(said, template, page)
    amendment.changed = differing.changed_facts(said, after)
    amendment.duties = differing.changed_duties(one.standing, after)
    if adds and not page.articles:
        raise _Missing(Obstacle.NOTHING)
    if blanks:
        raise _Missing(Obstacle.BLANKS, ", ".join(blanks))
    contact = draft_queries.first_for_contract(one.contacts)
    if contact is None:
        raise _Missing(Obstacle.NO_ADDRESS)
    amendment.recipient, amendment.recipient_name = contact.email, contact.name[:_NAME]


def _begins(amendment: Amendment, one: One, known: Known, now: datetime) -> _Begins:
    """Draft the new version. Raises `_Missing`."""
    theirs = amendment.agreement.counterparty
    entity = _entity(amendment, known)
    if theirs is None:
        raise _Missing(Obstacle.NO_PARTY)
    try:
        if amendment.renewal.scope == Scope.ADDENDUM:
            return _addendum(amendment, one, entity, now)
        if amendment.renewal.scope == Scope.ANNEXES or is_ours(amendment.renewal.template):
            return _of_ours(amendment, one, known, entity, theirs)
        return _house(amendment, one, known, entity, theirs)
    except annexes.ArticlesChange as clauses:
        raise _Missing(Obstacle.ARTICLES, str(clauses)) from clauses
    except InvalidDraft as refused:
        raise _Missing(Obstacle.UNSAYABLE, "; ".join(refused.reasons)) from refused


def _entity(amendment: Amendment, known: Known) -> LegalEntity:
    if amendment.agreement.legal_entity is not None:
        return amendment.agreement.legal_entity
    if len(known.entities) != 1:
        raise _Missing(Obstacle.NO_ENTITY)
    return known.entities[0]


def _language(amendment: Amendment) -> str:
    asked = (amendment.agreement.language, amendment.renewal.organisation.language)
    return next((each for each in asked if each in _LANGUAGES), _LANGUAGES[0])


def _of_ours(amendment: Amendment, one: One, known: Known, entity: LegalEntity, theirs: Counterparty) -> _Begins:
    """From a template of ours, or with new annexes from its own."""
    language, was, negotiated = _language(amendment), one.earlier.was, one.earlier.negotiated
    template, measures = amendment.renewal.template, one.earlier.measures
    if amendment.renewal.scope != Scope.ANNEXES:
        carried = carried_on(one.said, negotiated, was=was, to=standard_of(amendment.renewal), language=language)
    elif was is None:
        raise _Missing(Obstacle.NOT_OURS)
    else:
        template = was.template
        if annexes.promises_measures(amendment.agreement, language):
            measures = known.in_place or measures
        today = annexes.facts_today(
            Direction(amendment.agreement.direction), ours=entity, theirs=theirs, contacts=one.contacts,
            services=one.services, appointed=one.appointed, language=language,
        )  # fmt: skip
        carried = annexes.with_new_annexes(one.said, today, negotiated, was=was, language=language)
    measures = measures or known.last_measures(language)
    chosen = Chosen(carried.facts, measures, carried.negotiated)
    left = [*carried.left, *(f"clause {each}" for each in carried.left_words)]
    ready = _ready(amendment, chosen, entity, template, language)
    return _Begins(ready, _goes_along(carried), left)


def _house(amendment: Amendment, one: One, known: Known, entity: LegalEntity, theirs: Counterparty) -> _Begins:
    """Fill in the organisation's own Word template."""
    version = known.house
    if version is None or version.template.direction != amendment.agreement.direction:
        raise _Missing(Obstacle.UNSAYABLE)
    kept = house_knowing.kept_of(
        version.template, ours=entity, theirs=theirs, contacts=one.contacts, services=one.services
    )
    found = housing.filled(
        one.said,
        {**known.agreed.get(theirs.pk, {}), **kept},
        housing.words_in(one.earlier.draft, one.earlier.version),
        version,
        one.earlier,
    )
    ready = _ready(amendment, found.chosen, entity, amendment.renewal.template, version.template.language)
    return _Begins(ready, found.kept, found.left, after=found.after)


def _addendum(amendment: Amendment, one: One, entity: LegalEntity, now: datetime) -> _Begins:
    earlier, language = one.earlier, _language(amendment)
    original = None
    if earlier.was is not None and earlier.draft is not None and earlier.version is not None:
        original = drafted(earlier.draft, earlier.version)
    base = adding.Base(one.said, one.places, earlier.was, earlier.negotiated, earlier.measures, original, one.addenda)
    copy, chosen, kept = adding.begun(amendment, base, language=language, now=now)
    ready = _ready(amendment, chosen, entity, adding.template_name(copy), language)
    return _Begins(ready, list(kept), [], copy)


def _ready(amendment: Amendment, chosen: Chosen, entity: LegalEntity, template: str, language: str) -> Ready:
    """The draft of a new version or an addendum, to be begun."""
    agreement = amendment.agreement
    what = Beginning(
        counterparty=agreement.counterparty,  # type: ignore[arg-type]  # looked at before
        legal_entity=entity,
        direction=agreement.direction,  # type: ignore[arg-type]  # a choice as the database has it
        template=template,
        language=language,
        chosen=chosen,
    )
    return Ready(what, chosen, made_of(chosen, template=template, language=language))


def _goes_along(carried: Carried) -> list[str]:
    """What of the negotiated goes along: facts by key, words of the parties' own by their clause."""
    words = [f"clause {each}" for each in carried.negotiated.wording]
    special = [f"special {number}" for number, _ in enumerate(carried.negotiated.special, start=1)]
    return [*carried.kept, *words, *special]
