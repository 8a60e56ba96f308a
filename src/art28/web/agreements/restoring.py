"""What is stored of agreements -> agreements as the core knows them, without their files: what checking again starts from."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

from art28.agreement import model as core
from art28.agreement.catalogue import catalogue
from art28.document.flow import flow_of
from art28.extraction.prepare import prepare
from art28.web.accounts.models import Organisation
from art28.web.agreements import rows
from art28.web.agreements.models import AgreementText, FactVersion, Question
from art28.web.agreements.queries import within


@dataclass(frozen=True, slots=True)
class Stored:
    """The newest text of an agreement, with the facts that stand and the questions that are open."""

    text: AgreementText
    facts: tuple[FactVersion, ...]
    questions: tuple[Question, ...]


def stored(organisation: Organisation, agreement_ids: Collection[UUID]) -> Iterator[Stored]:
    """What is kept of some agreements, in three queries for any number of them; one that was never read is left out."""
    facts: dict[UUID, list[FactVersion]] = defaultdict(list)
    for fact in FactVersion.objects.filter(within(organisation, agreement_ids), current=True):
        facts[fact.agreement_id].append(fact)
    questions: dict[UUID, list[Question]] = defaultdict(list)
    for question in Question.objects.filter(within(organisation, agreement_ids), settled_at=None).order_by("key"):
        questions[question.agreement_id].append(question)
    texts = AgreementText.objects.filter(within(organisation, agreement_ids)).order_by("agreement_id", "read_at", "id")
    newest = {text.agreement_id: text for text in texts.defer("changes", "comments", "notes").iterator(chunk_size=20)}
    for agreement_id, text in newest.items():
        yield Stored(text, tuple(facts[agreement_id]), tuple(questions[agreement_id]))


def restored(kept: Stored) -> core.Agreement:
    """The agreement as it stands: its text as it was read, with what people decided in place of what was read."""
    reading = prepare(flow_of(rows.to_document(kept.text)))
    return core.Agreement(reading, facts_of(kept.facts), tuple(map(rows.to_question, kept.questions)))


def facts_of(versions: Collection[FactVersion]) -> dict[str, core.Fact]:
    """The facts that stand, in the order of the catalogue."""
    order = {key: number for number, key in enumerate(catalogue())}
    found = {row.key: fact for row in versions if (fact := rows.to_fact(row)) is not None}
    return {key: found[key] for key in sorted(found, key=lambda key: order.get(key, len(order)))}
