"""An agreement as it stands + a new template -> what a new version says: what was negotiated goes along.

What was negotiated is what the agreement says otherwise than its own template does, and words of the parties' own. It is kept
apart from the template, so that a new template replaces the template alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from art28.agreement.model import Value
from art28.drafting.clauses import NONE, options
from art28.drafting.draft import InvalidDraft, Negotiated, draft
from art28.drafting.model import Draft

# What another choice brings along, so that it is nobody's own.
_FOLLOWS = frozenset({"transfers.exceptions"})
# What a version that was told of by notice can't say (`told`), so that its silence is nobody's own.
_OF_SIGNING = frozenset({"term.starts"})
_PARTICULARS = frozenset(
    {
        "main_agreement.reference", "document.title", "processing.services", "processing.purposes",
        "processing.data_categories", "processing.data_subjects", "processing.activities", "document.version",
        "contacts.list", "subprocessors.list", "processor.phone", "processor.email",
    }
)  # fmt: skip
_OF_PARTY = ("name", "registration", "street", "postcode", "city", "representative", "representative_role")


@dataclass(frozen=True, slots=True)
class Standard:
    """What an agreement says unless one negotiates: a template, with what an organisation chose over it."""

    template: str
    facts: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Carried:
    """What a new version says (`facts`, `negotiated`): `kept` are the negotiated facts that go along, `left` those that the
    new template can't say, by their keys; `left_words` the clauses of own wording that it hasn't."""

    facts: Mapping[str, Value]
    negotiated: Negotiated
    kept: tuple[str, ...]
    left: tuple[str, ...]
    left_words: tuple[str, ...]


def is_particular(key: str) -> bool:
    """Whether a fact is of the parties and their processing, and no arrangement between them."""
    role, _, name = key.partition(".")
    return key in _PARTICULARS or (role in ("controller", "processor") and name in _OF_PARTY)


def deviations(said: Mapping[str, Value], was: Standard, language: str) -> dict[str, Value]:
    """What an agreement says otherwise than its standard does; "-" where it is silent on what the standard says."""
    particulars = {key: value for key, value in said.items() if is_particular(key)}
    standard = draft({**was.facts, **particulars}, template=was.template, language=language).facts
    choosable = set(options()) - _FOLLOWS - _PARTICULARS
    return {
        key: said.get(key, NONE)
        for key in sorted(choosable)
        if said.get(key) != standard.get(key)
        and not is_particular(key)
        and not (key in _OF_SIGNING and key not in said)
    }


def carried_on(
    said: Mapping[str, Value],
    negotiated: Negotiated,
    *,
    was: Standard | None,
    to: Standard,
    language: str,
) -> Carried:
    """What a new version to the standard `to` says; without `was`, what was negotiated isn't known and nothing goes along.

    Raises `InvalidDraft` where the new standard itself can't be drafted.
    """
    own = {key: value for key, value in said.items() if is_particular(key)}
    kept = deviations(said, was, language) if was is not None else {}
    left: list[str] = []
    while True:
        given = {**to.facts, **own, **kept}
        try:
            made = draft(given, template=to.template, language=language, negotiated=negotiated)
        except InvalidDraft as refused:
            dropped = {reason.key for reason in refused.given if reason.key in kept}
            if not dropped:
                raise
            left += sorted(dropped)
            kept = {key: value for key, value in kept.items() if key not in dropped}
            continue
        words = _standing(made, negotiated)
        gone = tuple(key for key in negotiated.wording if key not in words)
        return Carried(given, Negotiated(words, negotiated.special), tuple(kept), tuple(left), gone)


def _standing(made: Draft, negotiated: Negotiated) -> dict[str, str]:
    """The words of the parties' own for clauses that the new version has."""
    here = {clause.key for article in made.articles for clause in article.clauses}
    return {key: text for key, text in negotiated.wording.items() if key in here}
