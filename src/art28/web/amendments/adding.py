"""An agreement + what is to change -> its addendum, drawn up against a copy of what the agreement says, and its effect there.

The draft of an addendum is chosen fact by fact, as any of ours is; what it shows is only what differs from that copy.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from art28.agreement.model import Value
from art28.drafting.addendum import Amended, Effect, addendum, changes
from art28.drafting.amending import numbers_in, topics_in
from art28.drafting.carrying import Carried, Standard, carried_on, deviations
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


Copy = tuple[Addendum, Drafted, Amended]
"""An addendum's row, with the agreement as it read and how it is called."""
_copies: dict[UUID, Copy] = {}


def _copy(addendum_id: UUID) -> Copy:
    """The copy of an addendum, whose row never changes."""
    return _copies.get(addendum_id) or _remembered(Addendum.objects.get(pk=addendum_id))


def remember(known: Iterable[Addendum]) -> None:
    """Have the copies of these at hand, without asking for each."""
    for row in known:
        if row.pk not in _copies:
            _remembered(row)


def _remembered(row: Addendum) -> Copy:
    while len(_copies) >= _KEPT:
        _copies.pop(next(iter([*_copies])), None)
    _copies[row.pk] = made = (row, _before(row), Amended(**row.amended))
    return made


def _before(row: Addendum) -> Drafted:
    return draft_of(
        {key: rows.to_value(value) for key, value in row.facts.items()},
        template=row.template,
        language=row.language,
        measures=tuple(row.measures),
        negotiated=Negotiated(row.wording, tuple(row.special)),
    )


@dataclass(frozen=True, slots=True)
class Base:
    """What an addendum is drawn up against: what its agreement says and where, and from what it was drafted here.

    `was` is None for a paper from elsewhere; `original` is the text that was signed, where it was drafted here.
    """

    said: Mapping[str, Value]
    places: Mapping[str, str]
    was: Standard | None
    negotiated: Negotiated
    measures: tuple[str, ...]
    original: Drafted | None
    addenda: int


def begun(
    amendment: Amendment, base: Base, *, language: str, now: datetime
) -> tuple[Addendum, Chosen, tuple[str, ...]]:
    """The copy of what the agreement says, not kept yet; what is chosen over it, as a renewal wants of all; and what one of
    many keeps since it was negotiated. Raises `InvalidDraft`."""
    renewal, said, was = amendment.renewal, base.said, base.was
    standard = was or Standard(renewal.template)
    carried = carried_on(said, base.negotiated, was=standard, to=standard, language=language)
    measures = base.measures
    row = Addendum(
        organisation=amendment.organisation,
        amendment=amendment,
        template=standard.template,
        language=language,
        facts={key: rows.of_value(value) for key, value in carried.facts.items()},
        measures=list(measures),
        wording=dict(carried.negotiated.wording),
        special=list(carried.negotiated.special),
        amended=_called(base, carried, standard, language),
        effective_on=renewal.effective_on,
        noticed=renewal.way == Way.NOTICE,
        at=now,
    )
    remember((row,))
    own = deviations(said, was, language) if was is not None and renewal.agreement_count > 1 else {}
    wanted = {key: rows.to_value(value) for key, value in renewal.facts.items()}
    kept = tuple(sorted(key for key in wanted if key in own))
    facts = {**carried.facts, **{key: value for key, value in wanted.items() if key not in own}}
    return row, Chosen(facts, measures, carried.negotiated), kept


def _called(base: Base, carried: Carried, standard: Standard, language: str) -> dict[str, Any]:
    """How its parties call the agreement, and where in the text that they signed each clause stands."""
    said, is_ours = base.said, base.was is not None
    now = draft_of(
        carried.facts,
        template=standard.template,
        language=language,
        measures=base.measures,
        negotiated=carried.negotiated,
    )
    original = base.original or now
    return {
        "title": str(said.get("document.title") or now.title),
        "version": str(said.get("document.version", "")),
        "signed_on": str(said.get("term.signed_on", "")),
        "reference": str(said.get("main_agreement.reference", "")) if is_ours else "",
        "is_ours": is_ours,
        "numbers": dict(numbers_in(original, now)) if is_ours else {},
        "articles": dict(topics_in(original)) if is_ours else {},
        "places": {} if is_ours else dict(base.places),
        "ordinal": base.addenda + 1,
    }


def changed_by(template: str, made: Drafted) -> Mapping[str, Value | None]:
    """The facts that an addendum changes, None for what is no longer said; `template` is what its draft calls it."""
    _row, before, _to = _copy(UUID(template.partition(":")[2]))
    return changes(before, made.whole or made)


def after(said: Mapping[str, Value], template: str, made: Drafted) -> dict[str, Value]:
    """What an agreement says once its addendum holds."""
    found = changed_by(template, made)
    rest = {key: value for key, value in said.items() if key not in found}
    return rest | {key: value for key, value in found.items() if value is not None}


def take_effect(amendment: Amendment, beside: Agreement, text: AgreementText, *, actor: Any, now: datetime) -> None:
    """Let the agreement say what its addendum says, each fact with its passage there; within the caller's transaction."""
    if amendment.draft is None:
        return
    made = drafted(amendment.draft, DraftVersion.objects.get(draft=amendment.draft, number=amendment.draft.version))
    read = {each.key: each for each in agreements.facts_of(beside)}
    found: dict[str, deciding.Changed] = {}
    for key, value in changed_by(amendment.draft.template, made).items():
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
