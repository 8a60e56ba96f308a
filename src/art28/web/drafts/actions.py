"""Writes to drafts: begun for a counterparty, a new version made, taken back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.agreements import rows
from art28.web.agreements.models import Direction
from art28.web.audit.actions import record
from art28.web.contacts import appointing
from art28.web.contacts.models import Level
from art28.web.drafts import drawing, prefilling, queries
from art28.web.drafts.chosen import Chosen
from art28.web.drafts.chosen import made as made_of
from art28.web.drafts.models import CHANGEABLE, Draft, DraftVersion, Round, State
from art28.web.measures import library
from art28.web.parties import queries as parties
from art28.web.parties.models import Counterparty, LegalEntity
from art28.web.services.models import Service

_WHY = 300


class StateChanged(Exception):
    """The draft no longer stands as it did when it was read: another made a version, or it can't be changed any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """For whom a draft is begun, and from what; with what was `chosen` already, nothing is filled in beforehand."""

    counterparty: Counterparty
    legal_entity: LegalEntity
    direction: Direction
    template: str
    language: str
    services: Collection[Service] = ()
    chosen: Chosen | None = None


@transaction.atomic
def begin(organisation: Organisation, what: Beginning, *, by: User, actor: Actor, now: datetime) -> Draft:
    """Begin a draft, filled in with what the organisation knows."""
    chosen = what.chosen or _known(organisation, what)
    made = made_of(chosen, template=what.template, language=what.language)
    draft = Draft.objects.create(
        organisation=organisation,
        counterparty=what.counterparty,
        legal_entity=what.legal_entity,
        direction=what.direction,
        template=what.template,
        language=what.language,
        title=f"{made.title} · {what.counterparty.name}"[:300],
        version=0,
        made_by=by,
        made_at=now,
        changed_at=now,
    )
    _keep(draft, chosen, why="", by=by, now=now)
    record(
        organisation=organisation,
        actor=actor,
        kind="draft.begun",
        subject=draft,
        at=now,
        content={"counterparty": str(what.counterparty.pk), "template": what.template, "language": what.language},
    )
    return draft


def _known(organisation: Organisation, what: Beginning) -> Chosen:
    """What the organisation knows."""
    facts = prefilling.facts_of(
        ours=what.legal_entity,
        theirs=what.counterparty,
        direction=what.direction,
        contacts=parties.contacts(organisation, what.counterparty.pk),
        services=tuple(what.services),
        language=what.language,
    )
    first = appointing.standing(organisation).get(Level.FIRST)
    if what.direction != Direction.PROCESSOR:
        facts = prefilling.with_ours(facts, "controller", first)
        return Chosen(facts, queries.last_measures(organisation, what.language))
    ours = library.in_place(organisation) if what.language == organisation.language else ()
    facts = prefilling.with_ours(facts, "processor", first) | prefilling.reached_at(first)
    return Chosen(facts, ours or queries.last_measures(organisation, what.language))


@transaction.atomic
def change(
    draft: Draft, chosen: Chosen, *, based_on: int, why: str, by: User, actor: Actor, now: datetime
) -> DraftVersion:
    """Make the next version. Raises `StateChanged` where another did since, and `InvalidDraft` for what can't be said.

    What was agreed on or is with the other side is open again by it: they agreed to other words.
    """
    rows_ = Draft.objects.filter(pk=draft.pk, version=based_on, state__in=CHANGEABLE)
    if rows_.update(changed_at=now) != 1:
        raise StateChanged(draft.title)
    draft.refresh_from_db()
    version = _keep(draft, chosen, why=why, by=by, now=now)
    record(
        organisation=draft.organisation,
        actor=actor,
        kind="draft.changed",
        subject=draft,
        at=now,
        content={"version": version.number, "facts": version.facts, "measures": version.measures, "why": version.why},
    )
    return version


@transaction.atomic
def withdraw(draft: Draft, *, actor: Actor, now: datetime) -> None:
    """Go no further with a draft; its versions stay. Raises `StateChanged`."""
    if not Draft.objects.filter(pk=draft.pk, state__in=CHANGEABLE).update(state=State.WITHDRAWN, changed_at=now):
        raise StateChanged(draft.title)
    draft.refresh_from_db()
    record(organisation=draft.organisation, actor=actor, kind="draft.withdrawn", subject=draft, at=now)


def _keep(draft: Draft, chosen: Chosen, *, why: str, by: User, now: datetime) -> DraftVersion:
    made = made_of(chosen, template=draft.template, language=draft.language)
    version = DraftVersion.objects.create(
        organisation=draft.organisation,
        draft=draft,
        number=draft.version + 1,
        facts={key: rows.of_value(value) for key, value in chosen.facts.items()},
        measures=list(chosen.measures),
        wording=dict(chosen.negotiated.wording),
        special=list(chosen.negotiated.special),
        blanks=list(drawing.blanks_of(made)),
        why=why[:_WHY],
        by=by,
        at=now,
    )
    title = f"{made.title} · {draft.counterparty.name}"[:300]
    Round.objects.filter(draft=draft, closed_at=None).update(closed_at=now)
    Draft.objects.filter(pk=draft.pk).update(version=version.number, state=State.OPEN, title=title, changed_at=now)
    draft.version, draft.state, draft.title = version.number, State.OPEN, title
    return version
