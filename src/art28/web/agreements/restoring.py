"""What is stored of agreements -> agreements as the core knows them, without their files: what checking again starts from."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from types import MappingProxyType
from uuid import UUID

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from art28.agreement import model as core
from art28.agreement.catalogue import catalogue
from art28.agreement.excluding import rejection
from art28.agreement.passages import Reading
from art28.checking.edition import preparation, textual
from art28.checking.itself.textual import Textual
from art28.checking.words.statements import Spelled
from art28.document.flow import flow_of
from art28.extraction.prepare import prepare
from art28.web.accounts.models import Organisation
from art28.web.agreements import found, prepared, rows
from art28.web.agreements.models import AgreementText, FactVersion, Question, TextStructure
from art28.web.agreements.queries import within

_NONE: Mapping[UUID, str] = MappingProxyType({})
_Row = tuple[str, str | None, str, str, str]
"""A fact as its row holds it, JSON as text: key, value, citations, rule, provision."""


@dataclass(frozen=True, slots=True)
class Stored:
    """The newest text of an agreement, the facts that stand and the questions that are open; `inputs` is their digest."""

    text: AgreementText
    facts: tuple[_Row, ...]
    questions: tuple[Question, ...]
    inputs: str


def stored(
    organisation: Organisation, agreement_ids: Collection[UUID], *, known: Mapping[UUID, str] = _NONE
) -> Iterator[Stored]:
    """What is kept of some agreements, in four queries for any number of them.

    One that was never read is left out, and so is one of which the inputs are those `known` by its id.
    """
    facts: dict[UUID, list[_Row]] = defaultdict(list)
    versions = FactVersion.objects.filter(within(organisation, agreement_ids), current=True).order_by("key", "number")
    spelled = (Cast("value", TextField()), Cast("citations", TextField()))
    for agreement_id, *row in versions.values_list("agreement_id", "key", *spelled, "rule", "provision"):
        facts[agreement_id].append((row[0], row[1], row[2], row[3], row[4]))
    questions: dict[UUID, list[Question]] = defaultdict(list)
    for question in Question.objects.filter(within(organisation, agreement_ids), settled_at=None).order_by("key"):
        questions[question.agreement_id].append(question)
    texts = AgreementText.objects.filter(within(organisation, agreement_ids)).order_by("agreement_id", "read_at", "id")
    newest = dict(texts.values_list("agreement_id", "pk"))
    inputs = {each: _digest(pk, facts[each], questions[each]) for each, pk in newest.items()}
    wanted = [pk for each, pk in newest.items() if known.get(each) != inputs[each]]
    whole = AgreementText.objects.filter(organisation=organisation, pk__in=wanted).select_related("structure")
    left_out = ("changes", "comments", "notes", "structure__parts", "structure__references")
    for text in whole.defer(*left_out).order_by("agreement_id").iterator(chunk_size=20):
        own = text.agreement_id
        yield Stored(text, tuple(facts[own]), tuple(questions[own]), inputs[own])


def _digest(text_id: UUID, facts: Sequence[_Row], questions: Sequence[Question]) -> str:
    asked = [[question.key, question.kind, question.candidates] for question in questions]
    whole = json.dumps([str(text_id), facts, asked], sort_keys=True)
    return blake2b(whole.encode(), digest_size=16).hexdigest()


def restored(kept: Stored) -> tuple[core.Agreement, Sequence[Spelled] | None]:
    """The agreement as it stands: its text as it was read, with what people decided in place of what was read.

    With it come its statements, where they are kept as this edition makes them.
    """
    reading, statements = reading_of(kept.text)
    facts = _facts([row for row in kept.facts if row[1] not in (None, "null")])
    questions = tuple(map(rows.to_question, kept.questions))
    return core.Agreement(reading, _in_order(facts), questions), statements


def reading_of(text: AgreementText) -> tuple[Reading, Sequence[Spelled] | None]:
    """The reading of a text, made anew where none is kept as this edition prepares it; and its statements, where they are."""
    document = rows.to_document(text)
    structure: TextStructure | None = getattr(text, "structure", None)
    if structure is not None and structure.prepared and structure.prepared_by == preparation():
        return prepared.read(bytes(structure.prepared), document)
    return prepare(flow_of(document)), None


def found_before(kept: Stored) -> Textual | None:
    """What the words of a text alone settle; None where it isn't kept as this edition finds it."""
    structure: TextStructure | None = getattr(kept.text, "structure", None)
    if structure is None or not structure.textual or structure.textual_by != textual():
        return None
    return found.read(bytes(structure.textual))


def keep_prepared(kept: Stored, agreement: core.Agreement) -> None:
    """Keep how this edition prepares a text, so that the next check begins with it."""
    written = prepared.written(agreement.reading, prepared.statements(agreement.reading))
    _structures(kept).update(prepared=written, prepared_by=preparation(), rejects=rejection(kept.text.text))


def keep_found(kept: Stored, by_words: Textual) -> None:
    """Keep what this edition finds in the words of a text, so that the next check begins with it too."""
    _structures(kept).update(textual=found.written(by_words), textual_by=textual())


def _structures(kept: Stored) -> QuerySet[TextStructure]:
    return TextStructure.objects.filter(organisation=kept.text.organisation_id, text=kept.text)


def _facts(kept: Sequence[_Row]) -> dict[str, core.Fact]:
    """The facts by key; all their JSON is read at once, for reading each costs more than what is in it."""
    said = json.loads(f"[{','.join([f'{row[1]},{row[2]}' for row in kept])}]")
    return {
        key: rows.entered(key, value, rows.to_citations(citations), rule, provision)
        for (key, _, _, rule, provision), value, citations in zip(kept, said[::2], said[1::2], strict=True)
    }


def facts_of(versions: Collection[FactVersion]) -> dict[str, core.Fact]:
    """The facts that stand, in the order of the catalogue."""
    return _in_order({row.key: fact for row in versions if (fact := rows.to_fact(row)) is not None})


def _in_order(found: Mapping[str, core.Fact]) -> dict[str, core.Fact]:
    order = _order()
    return {key: found[key] for key in sorted(found, key=lambda key: order.get(key, len(order)))}


@cache
def _order() -> Mapping[str, int]:
    return {key: number for number, key in enumerate(catalogue())}
