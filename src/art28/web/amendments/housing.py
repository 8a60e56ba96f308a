"""An agreement + a Word template of the organisation's own -> the new version that it makes: its blanks filled in.

What is kept of the parties counts first, then what the agreement says. What was negotiated goes along where a blank takes it,
or the template's own words say the same; what neither takes is named, for a side letter or a newer file of the template.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from art28.agreement.model import Value
from art28.drafting.carrying import Standard, deviations, is_particular
from art28.drafting.clauses import NONE
from art28.drafting.draft import Negotiated
from art28.drafting.house.filling import Template
from art28.drafting.house.model import Blank, Use
from art28.drafting.house.worded import Unfit, words_of
from art28.drafting.model import Draft as Drafted
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
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
    earlier: tuple[Standard | None, Negotiated],
) -> Filled:
    """The blanks of `version` for an agreement: what it says, what is known of its parties, and what blanks of the
    organisation's `own` held in the version before. Raises `InvalidDraft`."""
    template = template_in(version)
    values: dict[str, Value] = {}
    for blank in template.blanks:
        value = _value(blank, said, known, own)
        if value is not None and _fits(value, blank, template.language):
            values[blank.key] = value
    chosen = drafting.chosen_of(template, values)
    made = drafting.make(chosen, version.pk.hex, template.language)
    after = says(made)
    kept, left = _negotiated(said, after, template, values, earlier)
    return Filled(chosen, after, kept, left)


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
    earlier: tuple[Standard | None, Negotiated],
) -> tuple[list[str], list[str]]:
    """What of the negotiated goes along, and what stays behind: facts by key, own words by their clause."""
    was, negotiated = earlier
    if was is None:
        return [], []
    taken = {blank.fact for blank in template.blanks if blank.use is Use.FACT and blank.key in values}
    differing = deviations(said, was, template.language)
    goes = [
        key
        for key, value in differing.items()
        if key in taken or (after.get(key) == value if value != NONE else key not in after)
    ]
    words = [f"clause {each}" for each in negotiated.wording]
    special = [f"special {number}" for number, _ in enumerate(negotiated.special, start=1)]
    return goes, [*(key for key in differing if key not in goes), *words, *special]
