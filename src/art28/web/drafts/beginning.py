"""Drafts begun, one or many at once: for whom, filled in with what the organisation knows, then kept set-based."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from art28.drafting.model import Draft as Drafted
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.agreements import rows
from art28.web.agreements.models import Direction
from art28.web.audit.actions import Entry, record_many
from art28.web.contacts import appointing
from art28.web.contacts.models import Appointment, Level
from art28.web.database import bulk
from art28.web.drafts import drawing, prefilling, queries
from art28.web.drafts.chosen import Chosen
from art28.web.drafts.chosen import made as made_of
from art28.web.drafts.models import Draft, DraftVersion
from art28.web.measures import library
from art28.web.parties import queries as parties
from art28.web.parties.models import Contact, Counterparty, LegalEntity, PartyRow
from art28.web.services.models import Service

_TITLE = 300


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


@dataclass(frozen=True, slots=True)
class Ours:
    """What is the same in every draft of the organisation as one party: who is turned to, and the measures."""

    direction: Direction
    language: str
    contacts: Mapping[str, Appointment]
    measures: tuple[str, ...]

    def known(
        self, *, ours: PartyRow, theirs: PartyRow, contacts: Collection[Contact], services: Collection[Service]
    ) -> Chosen:
        """What the organisation knows for a draft with `theirs`."""
        facts = prefilling.facts_of(
            ours=ours,
            theirs=theirs,
            direction=self.direction,
            contacts=contacts,
            services=tuple(services),
            language=self.language,
        )
        if self.direction != Direction.PROCESSOR:
            return Chosen(prefilling.with_ours(facts, "controller", self.contacts), self.measures)
        facts = prefilling.with_ours(facts, "processor", self.contacts)
        facts |= prefilling.reached_at(self.contacts.get(Level.FIRST))
        return Chosen(facts, self.measures)


def ours_of(organisation: Organisation, direction: Direction, language: str) -> Ours:
    """What is the same in every draft of an organisation."""
    contacts = appointing.standing(organisation)
    promises = direction == Direction.PROCESSOR and language == organisation.language
    measures = library.in_place(organisation) if promises else ()
    return Ours(direction, language, contacts, measures or queries.last_measures(organisation, language))


def begin(organisation: Organisation, what: Beginning, *, by: User, actor: Actor, now: datetime) -> Draft:
    """Begin a draft, filled in with what the organisation knows."""
    chosen = what.chosen or _known(organisation, what)
    ready = Ready(what, chosen, made_of(chosen, template=what.template, language=what.language))
    return begin_many(organisation, (ready,), by=by, actor=actor, now=now)[0]


def _known(organisation: Organisation, what: Beginning) -> Chosen:
    return ours_of(organisation, what.direction, what.language).known(
        ours=what.legal_entity,
        theirs=what.counterparty,
        contacts=tuple(parties.contacts(organisation, what.counterparty.pk)),
        services=what.services,
    )


@dataclass(frozen=True, slots=True)
class Ready:
    """A draft to be begun, and what was chosen and made of that."""

    what: Beginning
    chosen: Chosen
    made: Drafted

    def with_party(self, counterparty: Counterparty) -> "Ready":
        """The same with the other side as it is kept."""
        return replace(self, what=replace(self.what, counterparty=counterparty))


@transaction.atomic
def begin_many(
    organisation: Organisation, wanted: Sequence[Ready], *, by: User, actor: Actor, now: datetime
) -> list[Draft]:
    """Begin a draft for each, in its first version."""
    begun = [_draft(organisation, each, by, now) for each in wanted]
    bulk.create(Draft, begun)
    pairs = tuple(zip(begun, wanted, strict=True))
    bulk.create(DraftVersion, (version_of(draft, each.chosen, each.made, by=by, now=now) for draft, each in pairs))
    entries = (
        Entry(
            "draft.begun",
            "draft",
            draft.pk,
            {
                "counterparty": str(each.what.counterparty.pk),
                "template": each.what.template,
                "language": each.what.language,
            },
        )
        for draft, each in pairs
    )
    record_many(organisation=organisation, actor=actor, at=now, entries=entries)
    return begun


def _draft(organisation: Organisation, ready: Ready, by: User, now: datetime) -> Draft:
    what = ready.what
    return Draft(
        organisation=organisation,
        counterparty=what.counterparty,
        legal_entity=what.legal_entity,
        direction=what.direction,
        template=what.template,
        language=what.language,
        title=title_of(ready.made, what.counterparty),
        made_by=by,
        made_at=now,
        changed_at=now,
    )


def title_of(made: Drafted, counterparty: Counterparty) -> str:
    """What a draft is called."""
    return f"{made.title} · {counterparty.name}"[:_TITLE]


def version_of(draft: Draft, chosen: Chosen, made: Drafted, *, by: User, now: datetime, why: str = "") -> DraftVersion:
    """The row of the version that `draft` is at, not kept yet."""
    return DraftVersion(
        organisation_id=draft.organisation_id,
        draft=draft,
        number=draft.version,
        facts={key: rows.of_value(value) for key, value in chosen.facts.items()},
        measures=list(chosen.measures),
        wording=dict(chosen.negotiated.wording),
        special=list(chosen.negotiated.special),
        blanks=list(drawing.blanks_of(made)),
        why=why,
        by=by,
        at=now,
    )
