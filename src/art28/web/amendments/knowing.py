"""Agreements of a renewal that are prepared together -> what is known of each, in as many queries however many they are."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from django.db.models import Count, F

from art28.agreement.model import Value
from art28.drafting.carrying import Standard
from art28.drafting.draft import Negotiated
from art28.web.accounts.models import Organisation
from art28.web.agreements import deriving, rows
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.amendments import adding
from art28.web.amendments import queries as amendment_queries
from art28.web.amendments.models import Addendum, Amendment, Renewal, Scope
from art28.web.contacts import appointing
from art28.web.contacts.models import Appointment
from art28.web.drafts import queries as drafts
from art28.web.drafts.chosen import chosen_in, is_ours
from art28.web.drafts.models import Draft, DraftVersion
from art28.web.house import knowing as house_knowing
from art28.web.house import queries as houses
from art28.web.house.models import HouseVersion
from art28.web.measures import library
from art28.web.parties import queries as parties
from art28.web.parties.models import Contact, LegalEntity
from art28.web.services import queries as services
from art28.web.services.models import Service


@dataclass(frozen=True, slots=True)
class Earlier:
    """The draft that an agreement was made of, with its version: none for a paper from elsewhere.

    `was` is the standard that it was drafted from, `negotiated` and `measures` what it says besides; of our templates alone.
    """

    draft: Draft | None = None
    version: DraftVersion | None = None
    was: Standard | None = None
    negotiated: Negotiated = field(default_factory=Negotiated)
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class One:
    """What is known of one agreement."""

    standing: deriving.Standing
    places: Mapping[str, str]
    earlier: Earlier
    contacts: tuple[Contact, ...]
    services: tuple[Service, ...]
    appointed: Mapping[str, Appointment]
    addenda: int
    runs_beside: bool
    version: DraftVersion | None

    @property
    def said(self) -> dict[str, Value]:
        """What it says, by the keys of its facts."""
        return {key: fact.value for key, fact in self.standing.facts.items()}


class Known:
    """What is known of the agreements of a portion; and what is the same for all of a renewal, read when first asked."""

    def __init__(self, renewal: Renewal, amendments: Sequence[Amendment]) -> None:
        self.renewal = renewal
        self._organisation = renewal.organisation
        self._measures: dict[str, tuple[str, ...]] = {}
        self._amendments = tuple(amendments)
        self._of = dict(_each(renewal, self._amendments))

    def of(self, amendment: Amendment) -> One:
        """What is known of one of them."""
        return self._of[amendment.pk]

    @cached_property
    def entities(self) -> tuple[LegalEntity, ...]:
        """Our legal entities."""
        return tuple(parties.legal_entities(self._organisation))

    @cached_property
    def house(self) -> HouseVersion | None:
        """The Word template that they go over to."""
        return houses.named(self._organisation, self.renewal.template)

    @cached_property
    def agreed(self) -> Mapping[UUID, Mapping[str, Value]]:
        """What the newest agreement with each other side says of the parties, for the blanks of a Word template."""
        if self.house is None:
            return {}
        theirs = {each.agreement.counterparty_id for each in self._amendments if each.agreement.counterparty_id}
        return house_knowing.agreed_with(self.house.template, theirs)

    @cached_property
    def in_place(self) -> tuple[str, ...]:
        """The measures in place."""
        return tuple(library.in_place(self._organisation))

    def last_measures(self, language: str) -> tuple[str, ...]:
        """The measures that the organisation named last in a language."""
        if language not in self._measures:
            self._measures[language] = drafts.last_measures(self._organisation, language)
        return self._measures[language]


def _each(renewal: Renewal, amendments: Sequence[Amendment]) -> Iterator[tuple[UUID, One]]:
    organisation = renewal.organisation
    ids = [each.agreement_id for each in amendments]
    stands, places = deriving.standing_of_many(organisation, ids), agreements.places_of(organisation, ids)
    earlier = _earlier(organisation, ids)
    theirs = {each.agreement.counterparty_id for each in amendments}
    theirs |= {each.draft.counterparty_id for each in amendments if each.draft is not None}
    contacts = parties.contacts_by_party(organisation, [each for each in theirs if each is not None])
    taken, appointed = services.taken_under_each(organisation, ids), appointing.standing_under(organisation, ids)
    amending = Agreement.objects.filter(organisation=organisation, amends__in=ids).values_list("amends")
    addenda: dict[UUID, int] = dict(amending.annotate(Count("pk")))
    beside = Amendment.objects.filter(
        organisation=organisation, agreement__in=ids, standing__in=amendment_queries.RUNNING
    )
    runs = {(row, agreement) for row, agreement in beside.values_list("pk", "agreement")}
    versions = _versions(organisation, [each.draft for each in amendments if each.draft is not None])
    adding.remember(Addendum.objects.filter(organisation=organisation, amendment__in=amendments))
    for each in amendments:
        party = each.draft.counterparty_id if each.draft is not None else each.agreement.counterparty_id
        yield (
            each.pk,
            One(
                stands[each.agreement_id],
                places.get(each.agreement_id, {}),
                earlier.get(each.agreement_id, Earlier()),
                contacts.get(party, ()) if party is not None else (),
                taken.get(each.agreement_id, ()),
                appointed[each.agreement_id],
                addenda.get(each.agreement_id, 0),
                any(agreement == each.agreement_id and row != each.pk for row, agreement in runs),
                versions.get(each.draft_id) if each.draft_id is not None else None,
            ),
        )


def _versions(organisation: Organisation, made: Collection[Draft]) -> dict[UUID, DraftVersion]:
    """The newest version of each of some drafts."""
    found = DraftVersion.objects.filter(organisation=organisation, draft__in=made, number=F("draft__version"))
    return {each.draft_id: each for each in found}


def _drafts(organisation: Organisation, agreement_ids: Collection[UUID]) -> dict[UUID, Draft]:
    """The draft that each agreement was made of."""
    rows = Draft.objects.filter(organisation=organisation, agreement__in=agreement_ids).order_by("-pk")
    return {each.agreement_id: each for each in rows if each.agreement_id is not None}


def _earlier(organisation: Organisation, agreement_ids: Collection[UUID]) -> dict[UUID, Earlier]:
    made = _drafts(organisation, agreement_ids)
    versions = _versions(organisation, made.values())
    standard = _standard_facts(organisation, made)
    found: dict[UUID, Earlier] = {}
    for agreement_id, draft in made.items():
        version = versions.get(draft.pk)
        if version is None or not is_ours(draft.template):
            found[agreement_id] = Earlier(draft, version)
            continue
        chosen = chosen_in(version)
        was = Standard(draft.template, standard.get(agreement_id, {}))
        found[agreement_id] = Earlier(draft, version, was, chosen.negotiated, tuple(chosen.measures))
    return found


def _standard_facts(organisation: Organisation, made: Mapping[UUID, Draft]) -> dict[UUID, Mapping[str, Value]]:
    """What was standard over the template of each: as its renewal had it; new annexes alone leave that as it was before them.

    One step back for all of them at once, as often as the annexes of any were renewed in a row.
    """
    found: dict[UUID, Mapping[str, Value]] = {}
    asked = {draft.pk: agreement_id for agreement_id, draft in made.items()}
    while asked:
        steps = Amendment.objects.filter(organisation=organisation, draft__in=asked).select_related("renewal")
        before: dict[UUID, UUID] = {}
        for step in steps:
            agreement_id = asked[step.draft_id]  # type: ignore[index]
            if step.renewal.scope == Scope.ANNEXES:
                before[step.agreement_id] = agreement_id
            else:
                found[agreement_id] = {key: rows.to_value(value) for key, value in step.renewal.facts.items()}
        asked = {draft.pk: before[each] for each, draft in _drafts(organisation, before).items()} if before else {}
    return found
