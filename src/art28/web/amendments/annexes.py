"""An agreement that was drafted here + what is kept today -> a new version in which the annexes alone are new.

The data and people of the services that are taken, their sub-processors, the contacts of both sides and the measures in place
take the place of what stood in the annexes; every article stays word for word, or the agreement waits for a person.
"""

from collections.abc import Mapping, Sequence

from art28.agreement.model import Value
from art28.drafting.carrying import Carried, Standard, carried_on
from art28.drafting.draft import Negotiated, draft
from art28.web.agreements.models import Agreement, Direction
from art28.web.contacts.models import Appointment
from art28.web.drafts import prefilling
from art28.web.parties.models import Contact, Counterparty, LegalEntity
from art28.web.services.models import Service

_IN_ANNEXES = (
    "processing.purposes", "processing.data_categories", "processing.data_subjects", "subprocessors.list", "contacts.list",
)  # fmt: skip


class ArticlesChange(ValueError):
    """Something in the articles would read otherwise with these annexes; says which clauses."""


def facts_today(
    direction: Direction,
    *,
    ours: LegalEntity,
    theirs: Counterparty,
    contacts: Sequence[Contact],
    services: Sequence[Service],
    appointed: Mapping[str, Appointment],
    language: str,
) -> dict[str, Value]:
    """What the annexes say by what is kept today; what nothing is kept of stays as the agreement has it."""
    facts = prefilling.facts_of(
        ours=ours, theirs=theirs, direction=direction, contacts=contacts, services=services, language=language
    )
    role = "processor" if direction == Direction.PROCESSOR else "controller"
    facts = prefilling.with_ours(facts, role, appointed)
    return {key: facts[key] for key in _IN_ANNEXES if key in facts}


def promises_measures(agreement: Agreement, language: str) -> bool:
    """Whether the measures in place are what this agreement promises: ours, in our language."""
    return agreement.direction == Direction.PROCESSOR and language == agreement.organisation.language


def with_new_annexes(
    said: Mapping[str, Value],
    today: Mapping[str, Value],
    negotiated: Negotiated,
    *,
    was: Standard,
    language: str,
) -> Carried:
    """What the new version says. Raises `ArticlesChange`, and `InvalidDraft` where it can't be said."""
    before = carried_on(said, negotiated, was=was, to=was, language=language)
    after = carried_on({**said, **today}, negotiated, was=was, to=was, language=language)
    texts = [_articles(each, was.template, language) for each in (before, after)]
    changed = sorted({key for key in {**texts[0], **texts[1]} if texts[0].get(key) != texts[1].get(key)})
    if changed:
        raise ArticlesChange(", ".join(changed))
    return after


def _articles(carried: Carried, template: str, language: str) -> dict[str, str]:
    """The words of each clause by its key."""
    made = draft(carried.facts, template=template, language=language, negotiated=carried.negotiated)
    return {clause.key: clause.text for article in made.articles for clause in article.clauses}
