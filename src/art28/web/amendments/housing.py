"""An agreement + a Word template of the organisation's own -> the new version that it makes: its blanks filled in.

What is kept of the parties counts first, then what the agreement says. What was negotiated goes along where a blank takes it,
or the template's own words say the same; what neither takes stands in an annex of deviating arrangements, in the words that
said it so far. What no words of ours say, or an agreement keeps silent on, is named.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from art28.agreement.model import Value
from art28.drafting.carrying import Standard, carried_on, deviations, is_particular
from art28.drafting.clauses import NONE
from art28.drafting.draft import Negotiated, draft
from art28.drafting.house.beside import beside
from art28.drafting.house.filling import Template
from art28.drafting.house.model import Blank, Use
from art28.drafting.house.worded import Unfit, words_of
from art28.drafting.model import Draft as Drafted
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from art28.web.amendments.knowing import Earlier
from art28.web.drafts.chosen import Chosen, chosen_in
from art28.web.drafts.models import Draft, DraftVersion
from art28.web.house import drafting
from art28.web.house.kept import template_in
from art28.web.house.models import HouseVersion


@dataclass(frozen=True, slots=True)
class Filled:
    """What a new version fills the blanks in with; what it says then; `kept` and `left` as an amendment keeps them."""

    chosen: Chosen
    after: Mapping[str, Value]
    kept: list[str]
    left: list[str]


def filled(
    said: Mapping[str, Value],
    known: Mapping[str, Value],
    own: Mapping[str, str],
    version: HouseVersion,
    earlier: Earlier,
) -> Filled:
    """The blanks of `version` for an agreement: what it says, what is known of its parties, and what blanks of the
    organisation's `own` held in the version before. Raises `InvalidDraft`."""
    template = template_in(version)
    values: dict[str, Value] = {}
    for blank in template.blanks:
        value = _value(blank, said, known, own)
        if value is not None and _fits(value, blank, template.language):
            values[blank.key] = value
    name, was, negotiated = version.pk.hex, earlier.was, earlier.negotiated
    chosen = drafting.chosen_of(template, values, _before(earlier))
    after = says(drafting.make(chosen, name, template.language))
    if was is None:
        return Filled(chosen, after, [], [])
    kept, left = _negotiated(said, after, template, values, was)
    worded = [f"clause {each}" for each in negotiated.wording]
    worded += [f"special {number}" for number, _ in enumerate(negotiated.special, start=1)]
    annex = beside(draft_of(said, was, template.language), [key for key in left if key in said])
    if annex.wording or worded:
        special = (*negotiated.wording.values(), *negotiated.special)
        chosen = drafting.chosen_of(template, values, drafting.beside(annex, special))
        after = says(drafting.make(chosen, name, template.language))
    return Filled(chosen, after, [*kept, *annex.facts, *worded], [key for key in left if key not in annex.facts])


def draft_of(said: Mapping[str, Value], was: Standard, language: str) -> Drafted:
    """The agreement as it reads, in the words of the template that it was drafted from."""
    facts = carried_on(said, Negotiated(), was=was, to=was, language=language).facts
    return draft(facts, template=was.template, language=language)


def _before(earlier: Earlier) -> Chosen | None:
    """What the annex of the version before says, where that was made of a Word template."""
    draft_, version = earlier.draft, earlier.version
    if draft_ is None or version is None or not draft_.template.startswith(f"{drafting.KIND}:"):
        return None
    return chosen_in(version)


def says(made: Drafted) -> dict[str, Value]:
    """What a filled copy says: what went in by its blanks, and what is read in its own words."""
    document = read_document(made.word, name="draft.docx", limits=Limits())
    read = {key: fact.value for key, fact in extract(document).facts.items()}
    return {**read, **made.facts}


def _value(blank: Blank, said: Mapping[str, Value], known: Mapping[str, Value], own: Mapping[str, str]) -> Value | None:
    if blank.use is Use.OWN:
        return own.get(f"blank {blank.key}")
    if blank.use is not Use.FACT:
        return None
    if is_particular(blank.fact) and blank.fact in known:
        return known[blank.fact]
    return said.get(blank.fact, known.get(blank.fact))


def _fits(value: Value, blank: Blank, language: str) -> bool:
    try:
        words_of(value, blank, language)
    except Unfit:
        return False
    return True


def words_in(draft: Draft | None, version: DraftVersion | None) -> Mapping[str, str]:
    """What the blanks of the organisation's own are filled in with in a draft, where it was made of a Word template."""
    if draft is None or version is None or not draft.template.startswith(f"{drafting.KIND}:"):
        return {}
    return chosen_in(version).negotiated.wording


def _negotiated(
    said: Mapping[str, Value],
    after: Mapping[str, Value],
    template: Template,
    values: Mapping[str, Value],
    was: Standard,
) -> tuple[list[str], list[str]]:
    """The keys of what was negotiated that goes along by blanks or the template's own words, and of what doesn't."""
    taken = {blank.fact for blank in template.blanks if blank.use is Use.FACT and blank.key in values}
    differing = deviations(said, was, template.language)
    goes = [
        key
        for key, value in differing.items()
        if key in taken or (after.get(key) == value if value != NONE else key not in after)
    ]
    return goes, [key for key in differing if key not in goes]
