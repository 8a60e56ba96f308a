"""What checking says: a verdict on each requirement, and findings, both with the passages they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from art28.document.model import Citation


class Status(StrEnum):
    """How an agreement stands towards a requirement."""

    MET = "met"
    PARTIAL = "partial"
    CONTRADICTED = "contradicted"
    MISSING = "missing"
    COVERED_ELSEWHERE = "covered_elsewhere"
    RESTATED_ONLY = "restated_only"


class Kind(StrEnum):
    """What a finding is about: the law, the document against itself, its drafting, a risk, or a playbook's rule."""

    GDPR = "gdpr"
    COHERENCE = "coherence"
    DRAFTING = "drafting"
    RISK = "risk"
    PLAYBOOK = "playbook"


class Severity(StrEnum):
    """How much a finding weighs."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence by its key in `messages.toml`, with the values to fill in; `messages.said` puts it in a language."""

    key: str
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the agreement stands towards one requirement.

    `lacking` names the elements that a partial verdict misses, by their keys in `packs/article-28.toml`; `citations` may be
    empty only where nothing was found (missing).
    """

    requirement: str
    status: Status
    reason: Message
    citations: tuple[Citation, ...] = ()
    provision: str = ""
    lacking: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.citations and self.status is not Status.MISSING:
            raise ValueError(f"{self.requirement}: a verdict of {self.status} cites what it rests on")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a careful reader would flag. `id` is stable for the same flaw in the same document.

    `why` says why it weighs as much as it does, where that isn't plain from the requirement; `fallback` is the wording, by
    language, that a playbook would rather have.
    """

    id: str
    kind: Kind
    severity: Severity
    message: Message
    provision: str
    citations: tuple[Citation, ...] = ()
    requirement: str | None = None
    article: str = ""
    why: Message | None = None
    fallback: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PackVerdict:
    """How the agreement stands towards an entry of a pack; without citations where silence is the answer."""

    pack: str
    entry: str
    status: Status
    citations: tuple[Citation, ...] = ()
    provision: str = ""
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """The whole of a check: a verdict for every requirement, in the order of `packs/article-28.toml`, and the findings.

    `packed` holds the verdicts of the packs that a profile chose besides.
    """

    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    packed: tuple[PackVerdict, ...] = ()
