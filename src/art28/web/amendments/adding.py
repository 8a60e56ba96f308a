"""An agreement + what is to change -> its addendum, drawn up against a copy of what the agreement says, and its effect there.

The draft of an addendum is chosen fact by fact, as any of ours is; what it shows is only what differs from that copy.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from art28.agreement.model import Value
from art28.drafting.addendum import Amended, Effect, addendum, changes
from art28.drafting.amending import numbers_in, topics_in
from art28.drafting.carrying import Standard, carried_on, deviations
from art28.drafting.clauses import NONE
from art28.drafting.draft import Negotiated
from art28.drafting.draft import draft as draft_of
from art28.drafting.model import Draft as Drafted
from art28.web.agreements import deciding, pointing, rows
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, AgreementText
from art28.web.amendments.models import Addendum, Amendment, Scope, Way
from art28.web.drafts.chosen import Chosen, drafted
from art28.web.drafts.models import Draft, DraftVersion

KIND = "amends"
_KEPT = 64


def template_name(row: Addendum) -> str:
    """What a draft calls the addendum that it is made as."""
    return f"{KIND}:{row.pk.hex}"


def clauses(name: str) -> str:
    """The template whose clauses an addendum is said in (`drafts.joining.CLAUSES`)."""
    return _copy(UUID(name))[0].template


def amends(draft: Draft) -> Agreement | None:
    """The agreement that a draft is an addendum to (`drafts.joining.AMENDS`)."""
    found = Amendment.objects.filter(organisation=draft.organisation_id, draft=draft, renewal__scope=Scope.ADDENDUM)
    row = found.select_related("agreement").first()
    return row.agreement if row is not None else None


def make(chosen: Chosen, name: str, language: str) -> Drafted:
    """The addendum that makes of the copied agreement what was chosen (`drafts.joining.MAKERS`)."""
    row, before, to = _copy(UUID(name))
    known = {key: rows.to_value(value) for key, value in row.facts.items()}
    turned = {key for key in {**known, **chosen.facts} if known.get(key, NONE) != chosen.facts.get(key, NONE)}
    after = draft_of(
        chosen.facts, template=row.template, language=language, measures=chosen.measures,
        negotiated=Negotiated(dict(_wording(row, before, chosen, turned)), chosen.negotiated.special),
    )  # fmt: skip
    return addendum(before, after, to=to, effect=Effect(row.effective_on, row.noticed))


def _wording(row: Addendum, before: Drafted, chosen: Chosen, turned: set[str]) -> Iterator[tuple[str, str]]:
    """The parties' own words for clauses, but where what the clause says changes and nobody worded that anew."""
    facts = {clause.key: set(clause.facts) for article in before.articles for clause in article.clauses}
    for key, text in chosen.negotiated.wording.items():
        if row.wording.get(key) != text or not facts.get(key, set()) & turned:
            yield key, text


@lru_cache(maxsize=_KEPT)
def _copy(addendum_id: UUID) -> tuple[Addendum, Drafted, Amended]:
    """An addendum's row, which never changes, with the agreement as it read and how it is called."""
    row = Addendum.objects.get(pk=addendum_id)
    before = draft_of(
        {key: rows.to_value(value) for key, value in row.facts.items()},
        template=row.template,
        language=row.language,
        measures=tuple(row.measures),
        negotiated=Negotiated(row.wording, tuple(row.special)),
    )
    return row, before, Amended(**row.amended)


def begun(
    amendment: Amendment,
    said: Mapping[str, Value],
    earlier: tuple[Standard | None, Negotiated, tuple[str, ...]],
    *,
    language: str,
    now: datetime,
) -> tuple[str, Chosen, tuple[str, ...]]:
    """Copy what the agreement says, and choose over it what a renewal wants of all; returns the name of the draft's template,
    what is chosen, and what one of many keeps since it was negotiated. Raises `InvalidDraft`."""
    renewal, agreement = amendment.renewal, amendment.agreement
    was, negotiated, measures = earlier
    standard = was or Standard(renewal.template)
    carried = carried_on(said, negotiated, was=standard, to=standard, language=language)
    row = Addendum.objects.create(
        organisation=amendment.organisation,
        amendment=amendment,
        template=standard.template,
        language=language,
        facts={key: rows.of_value(value) for key, value in carried.facts.items()},
        measures=list(measures),
        wording=dict(carried.negotiated.wording),
        special=list(carried.negotiated.special),
        amended=_called(
            agreement, said, carried.facts, standard, carried.negotiated, measures, language, was is not None
        ),
        effective_on=renewal.effective_on,
        noticed=renewal.way == Way.NOTICE,
        at=now,
    )
    own = deviations(said, was, language) if was is not None and renewal.agreement_count > 1 else {}
    wanted = {key: rows.to_value(value) for key, value in renewal.facts.items()}
    kept = tuple(sorted(key for key in wanted if key in own))
    facts = {**carried.facts, **{key: value for key, value in wanted.items() if key not in own}}
    return template_name(row), Chosen(facts, measures, carried.negotiated), kept


def _called(
    agreement: Agreement,
    said: Mapping[str, Value],
    facts: Mapping[str, Value],
    standard: Standard,
    negotiated: Negotiated,
    measures: tuple[str, ...],
    language: str,
    is_ours: bool,  # noqa: FBT001 - one of the parts of what is known
) -> dict[str, Any]:
    """How its parties call the agreement, and where in the text that they signed each clause stands."""
    now = draft_of(facts, template=standard.template, language=language, measures=measures, negotiated=negotiated)
    first = Draft.objects.filter(organisation=agreement.organisation_id, agreement=agreement).first()
    original = now
    if is_ours and first is not None:
        original = drafted(first, DraftVersion.objects.get(draft=first, number=first.version))
    places = {each.key: each.provision for each in agreements.facts_of(agreement) if each.provision}
    return {
        "title": str(said.get("document.title") or now.title),
        "version": str(said.get("document.version", "")),
        "signed_on": str(said.get("term.signed_on", "")),
        "reference": str(said.get("main_agreement.reference", "")) if is_ours else "",
        "is_ours": is_ours,
        "numbers": dict(numbers_in(original, now)) if is_ours else {},
        "articles": dict(topics_in(original)) if is_ours else {},
        "places": {} if is_ours else places,
        "ordinal": Agreement.objects.filter(organisation=agreement.organisation_id, amends=agreement).count() + 1,
    }


def changed_by(draft: Draft, made: Drafted) -> Mapping[str, Value | None]:
    """The facts that the draft of an addendum changes, None for what is no longer said."""
    _row, before, _to = _copy(UUID(draft.template.partition(":")[2]))
    return changes(before, made.whole or made)


def after(said: Mapping[str, Value], draft: Draft, made: Drafted) -> dict[str, Value]:
    """What an agreement says once its addendum holds."""
    found = changed_by(draft, made)
    rest = {key: value for key, value in said.items() if key not in found}
    return rest | {key: value for key, value in found.items() if value is not None}


def take_effect(amendment: Amendment, beside: Agreement, text: AgreementText, *, actor: Any, now: datetime) -> None:
    """Let the agreement say what its addendum says, each fact with its passage there; within the caller's transaction."""
    if amendment.draft is None:
        return
    made = drafted(amendment.draft, DraftVersion.objects.get(draft=amendment.draft, number=amendment.draft.version))
    read = {each.key: each for each in agreements.facts_of(beside)}
    found: dict[str, deciding.Changed] = {}
    for key, value in changed_by(amendment.draft, made).items():
        given = rows.of_value(value) if value is not None else None
        fact = read.get(key)
        if fact is not None and fact.value is not None and fact.value == given and fact.citations:
            found[key] = deciding.Changed(given, fact.citations, fact.provision)
        else:
            place, words = _said_at(made, key, removed=value is None)
            found[key] = deciding.Changed(given, _cited(text, words), place)
    deciding.amend(amendment.agreement, text, found, actor=actor, now=now, decision=deciding.new_decision())


def _said_at(made: Drafted, key: str, *, removed: bool) -> tuple[str, str]:
    """The number and words of the clause of an addendum that says a fact, or says that it lapses; empty where none does."""
    number = ""
    for article in made.articles:
        for clause in article.clauses:
            number = number if clause.set_apart else clause.number
            if key in clause.facts and clause.set_apart is not removed:
                return number, clause.text
    return "", ""


def _cited(text: AgreementText, words: str) -> list[dict[str, Any]]:
    """The passage that consists of these words; none where they don't stand there once."""
    places = pointing.verbatim(text, words) if words else ()
    return [pointing.citation(text, *places[0])] if len(places) == 1 else []
