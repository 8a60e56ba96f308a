"""What an address names -> a side of a comparison: an agreement, a document that was brought, a template, or one in Word."""

from contextlib import suppress
from dataclasses import dataclass, replace
from uuid import UUID

from art28.agreement import model as core
from art28.document.flow import flow_of
from art28.document.model import Comment, Document, NoteCode, ReadingNote, Span
from art28.drafting.clauses import templates
from art28.drafting.draft import InvalidDraft, draft
from art28.drafting.house.model import Use
from art28.drafting.house.worded import Unfit, words_of
from art28.drafting.markdown import as_markdown
from art28.drafting.model import Draft
from art28.extraction.extract import extract
from art28.extraction.prepare import prepare
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries, restoring, rows
from art28.web.agreements.models import Agreement, AgreementText
from art28.web.comparisons.actions import parsed
from art28.web.comparisons.models import Brought
from art28.web.house import queries as house
from art28.web.house.kept import template_in
from art28.web.typed import identifier

_BROUGHT, _TEMPLATE, HOUSE = "brought-", "template-", "house-"
_FILLED_IN = ("controller.name", "processor.name", "processing.purposes")


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its key in the address, what it is called, the agreement as the core knows it, and its row if it has one."""

    key: str
    title: str
    read: core.Agreement
    agreement: Agreement | None = None


def side_of(organisation: Organisation, key: str, *, beside: core.Agreement | None = None) -> Side | None:
    """The side that `key` names, None for none; a template is filled in with the parties of the agreement `beside` it."""
    if key.startswith(_BROUGHT):
        return _brought(organisation, identifier(key.removeprefix(_BROUGHT)))
    if key.startswith(_TEMPLATE):
        return _template(key.removeprefix(_TEMPLATE), beside)
    if key.startswith(HOUSE):
        return _house(organisation, identifier(key.removeprefix(HOUSE)), beside)
    found = identifier(key)
    return _stored(organisation, found) if found is not None else None


def _stored(organisation: Organisation, agreement_id: UUID) -> Side | None:
    """An agreement as it stands, with what people decided."""
    try:
        agreement = queries.agreement(organisation, agreement_id)
    except Agreement.DoesNotExist:
        return None
    text = queries.text_of(agreement)
    if text is None:
        return None
    title = f"{agreement.counterparty_name} · {agreement.title}" if agreement.counterparty_name else agreement.title
    facts = restoring.facts_of(queries.facts_of(agreement))
    questions = tuple(map(rows.to_question, queries.questions_of(agreement)))
    reading = prepare(flow_of(_whole(text, title)))
    return Side(str(agreement.pk), title, core.Agreement(reading, facts, questions), agreement)


def _brought(organisation: Organisation, brought_id: UUID | None) -> Side | None:
    row = Brought.objects.filter(organisation=organisation, pk=brought_id).first() if brought_id is not None else None
    if row is None:
        return None
    text = AgreementText(
        extraction=row.extraction, text=row.text, blocks=row.blocks, pages=row.pages, notes=row.notes,
        comments=row.comments,
    )  # fmt: skip
    return Side(f"{_BROUGHT}{row.pk}", row.name, extract(_whole(text, row.name)))


def _whole(text: AgreementText, name: str) -> Document:
    """The document behind a stored text, with its notes and comments, of which a comparison says that it left them out."""
    return replace(
        rows.to_document(text),
        name=name,
        notes=tuple(ReadingNote(NoteCode(row["code"]), row["detail"]) for row in text.notes),
        comments=tuple(
            Comment(Span(row["start"], row["end"]), row["text"], row["author"], row["when"]) for row in text.comments
        ),
    )


def _template(name: str, beside: core.Agreement | None) -> Side | None:
    if name not in templates():
        return None
    language = "en" if beside is not None and beside.reading.language == "en" else "nl"
    data = as_markdown(_drafted(name, language, beside)).encode()
    title = templates()[name].label[language]
    return Side(f"{_TEMPLATE}{name}", title, extract(replace(parsed(data, name=f"{name}.md"), name=title)))


def _house(organisation: Organisation, template_id: UUID | None, beside: core.Agreement | None) -> Side | None:
    """A Word template of the organisation's own, its newest version, with the names of the other side in its blanks."""
    found = house.template(organisation, template_id) if template_id is not None else None
    version = house.version(found) if found is not None else None
    if found is None or version is None:
        return None
    template, facts = template_in(version), beside.facts if beside is not None else {}
    values: dict[str, core.Value] = {}
    for blank in template.blanks:
        if blank.use is Use.FACT and blank.fact in _FILLED_IN and blank.fact in facts:
            value = facts[blank.fact].value
            with suppress(Unfit):
                words_of(value, blank, template.language)
                values[blank.key] = value
    read = replace(parsed(template.fill(values).data, name=version.file_name), name=found.name)
    return Side(f"{HOUSE}{found.pk}", found.name, extract(read))


def _drafted(name: str, language: str, beside: core.Agreement | None) -> Draft:
    """The template with parties and purposes of the other side, where these can be drafted."""
    facts = beside.facts if beside is not None else {}
    given = {key: facts[key].value for key in _FILLED_IN if key in facts}
    try:
        return draft(given, template=name, language=language)
    except InvalidDraft:
        return draft({}, template=name, language=language)
