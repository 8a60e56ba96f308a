"""A house template as what a draft is made of: its blanks' values in a version of the draft <-> the filled Word document."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from uuid import UUID

from art28.agreement.model import Value
from art28.drafting.clauses import NONE
from art28.drafting.draft import InvalidDraft, Negotiated, Reason, Wrong
from art28.drafting.house.beside import Beside, paragraphs
from art28.drafting.house.filling import Template
from art28.drafting.house.model import Use
from art28.drafting.house.worded import Unfit, words_of
from art28.drafting.house.written import as_draft
from art28.drafting.model import Draft as Drafted
from art28.reading.limits import Limits
from art28.reading.read import read_document
from art28.web.drafts.chosen import Chosen
from art28.web.house.kept import template_in
from art28.web.house.models import HouseVersion

KIND = "house"
_OWN, _SAID = "blank ", "said "
_KEPT = 32


def template_name(version: HouseVersion) -> str:
    """What a draft calls the version that it is made of."""
    return f"{KIND}:{version.pk.hex}"


def chosen_of(template: Template, values: Mapping[str, Value], beside: Chosen | None = None) -> Chosen:
    """What a version of a draft says for these values: facts by their key, other blanks by theirs; and in the annex what an
    earlier version said `beside` them."""
    own = {
        f"{_OWN}{each.key}": str(values[each.key])
        for each in template.blanks
        if each.use is Use.OWN and each.key in values
    }
    facts = template.facts(values)
    if beside is None:
        return Chosen(facts, (), Negotiated(own))
    wording = {key: text for key, text in beside.negotiated.wording.items() if key.startswith(_SAID)}
    taken = {each.fact for each in template.blanks if each.use is Use.FACT}
    said = {key: beside.facts[key] for key in _said(wording) if key in beside.facts and key not in taken}
    return Chosen({**said, **facts}, (), Negotiated({**own, **wording}, beside.negotiated.special))


def beside(said: Beside, special: Sequence[str]) -> Chosen:
    """What an annex says, as a version of a draft holds it."""
    return Chosen(
        said.facts, (), Negotiated({f"{_SAID}{key}": text for key, text in said.wording.items()}, tuple(special))
    )


def _said(wording: Mapping[str, str]) -> frozenset[str]:
    """The facts that an annex says."""
    named = (key.removeprefix(_SAID).split(",") for key in wording if key.startswith(_SAID))
    return frozenset(key for keys in named for key in keys)


def values_in(template: Template, chosen: Chosen) -> dict[str, Value]:
    """The values of the blanks in what a version says. Raises `InvalidDraft` for what no blank takes."""
    facts = {key: value for key, value in chosen.facts.items() if value != NONE}
    own = dict(chosen.negotiated.wording)
    values: dict[str, Value] = {}
    for each in template.blanks:
        if each.use is Use.FACT and each.fact in facts:
            values[each.key] = facts[each.fact]
        elif each.use is Use.OWN and f"{_OWN}{each.key}" in own:
            values[each.key] = own[f"{_OWN}{each.key}"]
    taken = {each.fact for each in template.blanks if each.use is Use.FACT}
    reasons = [
        Reason(key, Wrong.UNSAID, f"{key}: no blank of the template takes it")
        for key in facts
        if key not in taken and key not in _said(own)
    ]
    worded = [key for key in own if not key.startswith((_OWN, _SAID))]
    reasons += [Reason("", Wrong.UNSAID, "its words stand as they are in the template") for _ in worded]
    for each in template.blanks:
        if each.key in values:
            try:
                words_of(values[each.key], each, template.language)
            except Unfit as unfit:
                reasons.append(Reason(each.fact, Wrong.MISFIT, f"{each.fact}: {unfit}"))
    if reasons:
        raise InvalidDraft(reasons)
    return values


def make(chosen: Chosen, name: str, language: str) -> Drafted:
    """The draft of a house template; `name` is that of its version."""
    called, template = _template(UUID(name))
    values = values_in(template, chosen)
    said = [text for key, text in chosen.negotiated.wording.items() if key.startswith(_SAID)]
    annex = paragraphs((*said, *chosen.negotiated.special), language)
    facts = {
        key: value for key, value in chosen.facts.items() if value != NONE and key in _said(chosen.negotiated.wording)
    }
    return _made(called, language, values, template, annex, facts)


@lru_cache(maxsize=_KEPT)
def _template(version_id: UUID) -> tuple[str, Template]:
    """A version's name and template; a version that was settled never changes."""
    version = HouseVersion.objects.select_related("template").get(pk=version_id)
    return version.template.name, template_in(version)


def _made(
    name: str,
    language: str,
    values: Mapping[str, Value],
    template: Template,
    annex: Sequence[str],
    beside_: Mapping[str, Value],
) -> Drafted:
    copy = template.fill(values, annex)
    # Read in confinement when it was taken in; what was put into it since is text of ours.
    document = read_document(copy.data, name="draft.docx", limits=Limits())
    by_key = {each.key: each for each in template.blanks}
    blanks = [by_key[key].fact or by_key[key].name for key in copy.open]
    return as_draft(
        document,
        copy.data,
        name=name,
        language=language,
        facts={**beside_, **copy.facts},
        blanks=list(dict.fromkeys(blanks)),
    )
