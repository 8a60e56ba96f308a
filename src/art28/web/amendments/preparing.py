"""An agreement in a renewal -> the draft of its new version, with what goes along, what stays behind and what changes."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from art28.agreement.model import Value
from art28.drafting.carrying import Carried, Standard, carried_on
from art28.drafting.draft import InvalidDraft, Negotiated
from art28.web.accounts.access import Actor
from art28.web.agreements import rows
from art28.web.agreements.models import Agreement
from art28.web.amendments import adding, annexes, differing, housing, queries
from art28.web.amendments.models import Amendment, Obstacle, Renewal, Scope, Standing, State, Way
from art28.web.audit.actions import record
from art28.web.drafts import queries as draft_queries
from art28.web.drafts.beginning import Beginning, begin
from art28.web.drafts.chosen import Chosen, chosen_in, drafted, is_ours
from art28.web.drafts.models import Draft, DraftVersion
from art28.web.house import queries as houses
from art28.web.parties import queries as parties
from art28.web.parties.models import LegalEntity

_ALLOWS = "processor_with_notice"
_LANGUAGES = ("nl", "en")


def actor_of(renewal: Renewal) -> Actor:
    """Who is named for what the worker does of a renewal: whoever began it."""
    return Actor(renewal.made_by_id, "renewal")


def standard_of(renewal: Renewal) -> Standard:
    """What a renewal makes of an agreement where nothing else was negotiated."""
    return Standard(renewal.template, {key: rows.to_value(value) for key, value in renewal.facts.items()})


def prepare(amendment: Amendment, *, now: datetime) -> None:
    """Draft the new version, or look again at what it waits for; within the caller's transaction, its row held."""
    stands, detail = _obstacle(amendment, now)
    values: dict[str, Any] = {"obstacle": stands or "", "detail": detail[:300]}
    if stands is None:
        sending = amendment.renewal.state == State.SENDING
        values |= {"standing": Standing.READY, "due_at": now if sending else None}
    else:
        values |= {"standing": Standing.HELD, "due_at": None}
    Amendment.objects.filter(pk=amendment.pk).update(**values)
    kind = "amendment.prepared" if stands is None else "amendment.held"
    content = {"agreement": str(amendment.agreement_id), "obstacle": values["obstacle"], "kept": list(amendment.kept)}
    _record(amendment, kind, content, now)


def follow_draft(_sender: Any = None, *, draft: Draft, now: datetime, **_: Any) -> None:
    """A draft of a new version was changed: have it looked at again, unless it has left."""
    rows = Amendment.objects.filter(organisation=draft.organisation_id, draft=draft)
    rows.filter(standing__in=(Standing.HELD, Standing.READY)).update(standing=Standing.WAITING, due_at=now)


def _record(amendment: Amendment, kind: str, content: Mapping[str, Any], now: datetime) -> None:
    actor = actor_of(amendment.renewal)
    record(organisation=amendment.organisation, actor=actor, kind=kind, subject=amendment, at=now, content=content)


def _obstacle(amendment: Amendment, now: datetime) -> tuple[Obstacle | None, str]:
    """What stands in the way of sending it, the draft made on the way."""
    agreement, renewal = amendment.agreement, amendment.renewal
    said = differing.said_in(agreement)
    if agreement.counterparty is None:
        return Obstacle.NO_PARTY, ""
    if renewal.way == Way.NOTICE and said.get("term.amendment") != _ALLOWS:
        return Obstacle.NO_NOTICE, ""
    if queries.to_come_beside(amendment):
        return Obstacle.RUNNING, ""
    if amendment.draft is None:
        missing = _draft(amendment, said, now)
        if missing is not None:
            return missing
    made = amendment.draft
    if made is None:
        return Obstacle.UNSAYABLE, ""
    version = DraftVersion.objects.get(draft=made, number=made.version)
    page = drafted(made, version)
    adds = renewal.scope == Scope.ADDENDUM
    if page.word:
        after: Mapping[str, Value] = housing.says(page)
    else:
        after = adding.after(said, made, page) if adds else page.facts
    _keep_changes(amendment, after, said)
    if adds and not page.articles:
        return Obstacle.NOTHING, ""
    if version.blanks:
        return Obstacle.BLANKS, ", ".join(version.blanks)
    contact = draft_queries.contact_for_contract(made)
    if contact is None:
        return Obstacle.NO_ADDRESS, ""
    Amendment.objects.filter(pk=amendment.pk).update(recipient=contact.email, recipient_name=contact.name[:200])
    return None, ""


def _keep_changes(amendment: Amendment, after: Mapping[str, Value], said: Mapping[str, Value]) -> None:
    changed = differing.changed_facts(said, after)
    duties = differing.changed_duties(amendment.agreement, after)
    Amendment.objects.filter(pk=amendment.pk).update(changed=changed, duties=duties)


def _draft(amendment: Amendment, said: Mapping[str, Value], now: datetime) -> tuple[Obstacle, str] | None:
    """Draft the new version; what is missing for that."""
    agreement, renewal = amendment.agreement, amendment.renewal
    entity = agreement.legal_entity
    if entity is None:
        known = tuple(parties.legal_entities(amendment.organisation))
        if len(known) != 1:
            return Obstacle.NO_ENTITY, ""
        entity = known[0]
    language = agreement.language if agreement.language in _LANGUAGES else amendment.organisation.language
    language = language if language in _LANGUAGES else _LANGUAGES[0]
    if agreement.counterparty is None:
        return Obstacle.NO_PARTY, ""
    was, negotiated, measures = _earlier(agreement)
    template = renewal.template
    try:
        if renewal.scope == Scope.ADDENDUM:
            _draft_addendum(amendment, said, entity, language, now)
            return None
        if renewal.scope == Scope.ANNEXES:
            if was is None:
                return Obstacle.NOT_OURS, ""
            template, measures = was.template, annexes.measures_today(agreement, measures, language)
            today = annexes.facts_today(agreement, ours=entity, theirs=agreement.counterparty, language=language)
            carried = annexes.with_new_annexes(said, today, negotiated, was=was, language=language)
        elif not is_ours(template):
            return _draft_house(amendment, said, entity, now)
        else:
            carried = carried_on(said, negotiated, was=was, to=standard_of(renewal), language=language)
    except annexes.ArticlesChange as clauses:
        return Obstacle.ARTICLES, str(clauses)
    except InvalidDraft as refused:
        return Obstacle.UNSAYABLE, "; ".join(refused.reasons)
    measures = measures or draft_queries.last_measures(amendment.organisation, language)
    chosen = Chosen(carried.facts, measures, carried.negotiated)
    left = [*carried.left, *(f"clause {each}" for each in carried.left_words)]
    _begin(amendment, chosen, entity, template, language, kept=_kept(carried), left=left, now=now)
    return None


def _draft_house(
    amendment: Amendment, said: Mapping[str, Value], entity: LegalEntity, now: datetime
) -> tuple[Obstacle, str] | None:
    """Fill in the organisation's own Word template."""
    agreement, template = amendment.agreement, amendment.renewal.template
    version, theirs = houses.named(amendment.organisation, template), agreement.counterparty
    if version is None or theirs is None or version.template.direction != agreement.direction:
        return Obstacle.UNSAYABLE, ""
    was, negotiated, _measures = _earlier(agreement)
    found = housing.filled(agreement, said, version, (was, negotiated), ours=entity, theirs=theirs)
    language = version.template.language
    _begin(amendment, found.chosen, entity, template, language, kept=found.kept, left=found.left, now=now)
    return None


def _draft_addendum(
    amendment: Amendment, said: Mapping[str, Value], entity: LegalEntity, language: str, now: datetime
) -> None:
    earlier = _earlier(amendment.agreement)
    with transaction.atomic():
        template, chosen, kept = adding.begun(amendment, said, earlier, language=language, now=now)
        _begin(amendment, chosen, entity, template, language, kept=list(kept), left=[], now=now)


def _begin(
    amendment: Amendment,
    chosen: Chosen,
    entity: LegalEntity,
    template: str,
    language: str,
    *,
    kept: list[str],
    left: list[str],
    now: datetime,
) -> None:
    """Begin the draft of a new version or an addendum, and keep what goes along with it."""
    agreement, renewal = amendment.agreement, amendment.renewal
    beginning = Beginning(
        counterparty=agreement.counterparty,  # type: ignore[arg-type]  # looked at before
        legal_entity=entity,
        direction=agreement.direction,  # type: ignore[arg-type]  # a choice as the database has it
        template=template,
        language=language,
        chosen=chosen,
    )
    actor = actor_of(renewal)
    amendment.draft = begin(amendment.organisation, beginning, by=renewal.made_by, actor=actor, now=now)
    amendment.kept, amendment.left = kept, left
    Amendment.objects.filter(pk=amendment.pk).update(draft=amendment.draft, kept=kept, left=left)


def _kept(carried: Carried) -> list[str]:
    """What of the negotiated goes along: facts by key, words of the parties' own by their clause."""
    words = [f"clause {each}" for each in carried.negotiated.wording]
    special = [f"special {number}" for number, _ in enumerate(carried.negotiated.special, start=1)]
    return [*carried.kept, *words, *special]


def _earlier(agreement: Agreement) -> tuple[Standard | None, Negotiated, tuple[str, ...]]:
    """From which standard an agreement was drafted here and what was negotiated; none for another paper."""
    draft = Draft.objects.filter(organisation=agreement.organisation_id, agreement=agreement).first()
    version = draft_queries.version(draft) if draft is not None else None
    if draft is None or version is None or not is_ours(draft.template):
        return None, Negotiated(), ()
    chosen = chosen_in(version)
    return Standard(draft.template, _standard_facts(draft)), chosen.negotiated, tuple(chosen.measures)


def _standard_facts(draft: Draft) -> Mapping[str, Value]:
    """What was standard over the template: as its renewal had it; new annexes alone leave that as it was before them."""
    before = queries.renewal_of(draft)
    while before is not None and before.renewal.scope == Scope.ANNEXES:
        earlier = Draft.objects.filter(organisation=draft.organisation_id, agreement=before.agreement_id).first()
        before = queries.renewal_of(earlier) if earlier is not None else None
    return standard_of(before.renewal).facts if before is not None else {}
