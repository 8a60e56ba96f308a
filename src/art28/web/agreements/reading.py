"""A file's bytes -> what the rows keep of an agreement; the one place where this app meets the core's flow."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from art28.agreement.duties import Duty
from art28.agreement.model import Fact, OpenQuestion
from art28.document.model import Citation, Document
from art28.obligations.duties import duties_of
from art28.pipeline import carry_out
from art28.reading.limits import Limits
from art28.reading.read import read_document


@dataclass(frozen=True, slots=True)
class Found:
    """A finding as a row keeps it; `message` holds the text by language."""

    key: str
    kind: str
    severity: str
    requirement: str
    article: str
    provision: str
    message: Mapping[str, Any]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """One agreement, read."""

    document: Document
    language: str
    facts: Mapping[str, Fact]
    questions: tuple[OpenQuestion, ...]
    duties: tuple[Duty, ...]
    findings: tuple[Found, ...]


def read(data: bytes, *, name: str) -> Read:
    """Read the agreement in a file's bytes; raises UnreadableFile with a reason that its owner can act on."""
    document = read_document(data, name=name, limits=Limits())
    agreement = carry_out(document).agreement
    return Read(
        document=document,
        language=agreement.reading.language,
        facts=agreement.facts,
        questions=agreement.questions,
        duties=duties_of(agreement),
        findings=(),
    )
