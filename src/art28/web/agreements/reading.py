"""A file's bytes -> what the rows keep of an agreement; the one place where this app meets the core's flow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from art28.agreement.duties import Duty
from art28.agreement.excluding import rejection
from art28.agreement.model import Fact, OpenQuestion
from art28.checking.model import Checked
from art28.document.model import Document
from art28.document.sharing import Beginning, beginning_at, cut_out
from art28.extraction.extract import documents_in, extract
from art28.families.fingerprint import Fingerprint, fingerprint
from art28.families.passages import PassageMark, passage_marks
from art28.families.words import worded
from art28.obligations.duties import duties_of
from art28.reading.jail import Jail
from art28.standards.recognise import Recognition, recognise
from art28.web.agreements import found, outlining, prepared
from art28.web.agreements.checks import check_whole
from art28.web.agreements.rows import Json


@dataclass(frozen=True, slots=True)
class Read:
    """One agreement, read and checked, with what its text is recognised by and the standard models that it follows.

    `parts` and `references` are its structure, `running` its text with broken words joined and page headers out, `prepared`
    and `textual` what checking it again begins with, `rejects` where it rejects other agreements of the same parties.
    """

    document: Document
    language: str
    facts: Mapping[str, Fact]
    questions: tuple[OpenQuestion, ...]
    duties: tuple[Duty, ...]
    checked: Checked
    fingerprint: Fingerprint
    passages: tuple[PassageMark, ...]
    models: tuple[Recognition, ...]
    parts: list[Json]
    references: list[Json]
    running: str
    prepared: bytes
    textual: bytes
    rejects: str


class NoAgreement(Exception):
    """The file was read, but nothing in it is said as a processor agreement says it."""


def documents(
    data: bytes, *, name: str, jail: Jail, begins: Sequence[Mapping[str, Any]] | None = None
) -> tuple[Document, ...]:
    """A document for each agreement in a file's bytes, its text counting from its own start; raises UnreadableFile.

    `begins` is where a person said that they begin. A file without an agreement is one document too: `read` says so.
    """
    whole = jail.read(data, name=name)
    found = documents_in(whole) if begins is None else beginning_at(whole, [Beginning(**each) for each in begins])
    return tuple(cut_out(document) for document in found)


def addendum_in(data: bytes, *, name: str, jail: Jail) -> tuple[Document, ...]:
    """The document in the bytes of an addendum, which is one whatever stands behind it; raises UnreadableFile."""
    return (cut_out(jail.read(data, name=name)),)


def read(document: Document, *, is_addendum: bool = False) -> Read:
    """Read the agreement in a document; raises NoAgreement, for its owner to act on. An addendum may say very little."""
    agreement = extract(document)
    if not is_addendum and not agreement.says_what_one_says:
        raise NoAgreement(document.name)
    words, statements = worded(agreement), prepared.statements(agreement.reading)
    checked, textual = check_whole(agreement, statements)
    return Read(
        document=document,
        language=agreement.reading.language,
        facts=agreement.facts,
        questions=agreement.questions,
        duties=duties_of(agreement),
        checked=checked,
        fingerprint=fingerprint(words),
        passages=passage_marks(words, agreement.facts.values()),
        models=recognise(agreement.reading),
        parts=outlining.parts_of(agreement.reading),
        references=outlining.references_of(agreement.reading),
        rejects=rejection(document.text),
        running=agreement.reading.flow.text,
        prepared=prepared.written(agreement.reading, statements),
        textual=found.written(textual),
    )
