"""A file's bytes -> what the rows keep of an agreement; the one place where this app meets the core's flow."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from art28.agreement.duties import Duty
from art28.agreement.model import Fact, OpenQuestion
from art28.document.model import Citation, Document
from art28.obligations.duties import duties_of
from art28.pipeline import carry_out
from art28.reading.jail import Jail

# A text that says nothing of any of these is no processor agreement.
_SIGNS = frozenset(
    {"processing", "instructions", "confidentiality", "security", "breach", "subprocessors", "audit", "end"}
)


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


class NoAgreement(Exception):
    """The file was read, but nothing in it is said as a processor agreement says it."""


def read(data: bytes, *, name: str, jail: Jail) -> Read:
    """Read the agreement in a file's bytes; raises UnreadableFile or NoAgreement, for its owner to act on."""
    document = jail.read(data, name=name)
    agreement = carry_out(document).agreement
    if not _SIGNS & {key.split(".")[0] for key in (*agreement.facts, *(each.key for each in agreement.questions))}:
        raise NoAgreement(name)
    return Read(
        document=document,
        language=agreement.reading.language,
        facts=agreement.facts,
        questions=agreement.questions,
        duties=duties_of(agreement),
        findings=(),
    )
