"""A version's columns <-> what it says, as the core wants it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from art28.agreement.model import Value
from art28.drafting.draft import Negotiated, draft
from art28.drafting.model import Draft as Drafted
from art28.drafting.told import told
from art28.web.agreements import rows
from art28.web.drafts.joining import CLAUSES, MAKERS, TOLD
from art28.web.drafts.models import Draft, DraftVersion


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a version says: the facts that were chosen, the measures of the annex on security, what was negotiated."""

    facts: Mapping[str, Value]
    measures: Sequence[str] = ()
    negotiated: Negotiated = field(default_factory=Negotiated)


def chosen_in(version: DraftVersion) -> Chosen:
    """What a version says."""
    facts = {key: rows.to_value(value) for key, value in version.facts.items()}
    return Chosen(facts, tuple(version.measures), Negotiated(version.wording, tuple(version.special)))


def is_ours(template: str) -> bool:
    """Whether a template is one of art28's own."""
    return ":" not in template


def clauses_of(template: str) -> str:
    """The template of art28's own whose clauses are chosen by fact; empty where the words aren't ours."""
    kind, _, name = template.partition(":")
    if not name:
        return template
    return CLAUSES[kind](name) if kind in CLAUSES else ""


def made(chosen: Chosen, *, template: str, language: str) -> Drafted:
    """The draft that says what was chosen; raises `InvalidDraft`."""
    kind, _, name = template.partition(":")
    if name:
        theirs: Drafted = MAKERS[kind](chosen, name, language)
        return theirs
    return draft(
        chosen.facts, template=template, language=language, measures=chosen.measures, negotiated=chosen.negotiated
    )


def drafted(of: Draft, version: DraftVersion) -> Drafted:
    """The draft of a version."""
    return made(chosen_in(version), template=of.template, language=of.language)


def as_sent(of: Draft, version: DraftVersion) -> Drafted:
    """The draft of a version as people see it: where nobody signs, from when it holds instead of places to sign."""
    whole = drafted(of, version)
    notice = next((found for says in TOLD.values() if (found := says(of)) is not None), None)
    return whole if notice is None else told(whole, notice)
