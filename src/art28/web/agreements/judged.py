"""What checking found -> lines of the panel beside a document: findings by weight, requirements in the order of the law."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.checking.flags.flag import flags_by_id
from art28.checking.messages import said
from art28.checking.model import Status
from art28.checking.proposals import proposal
from art28.checking.requirements import requirements
from art28.web.agreements import rows
from art28.web.agreements.citing import anchor_of, place
from art28.web.agreements.models import FindingRow, VerdictRow


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding as a line of the panel; `why` says why it weighs so, `proposal` what to ask the other side for."""

    key: str
    severity: str
    severity_label: str
    text: str
    why: str
    proposal: str
    article: str
    provision: str
    anchor: str

    @property
    def of(self) -> str:
        """The name under which the document's passages point back."""
        return f"finding:{self.key}"


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """A requirement of the law as a line of the panel. `tone` and `icon` draw the status, `lacking` names what misses."""

    key: str
    label: str
    article: str
    status: str | Promise
    tone: str
    icon: str
    text: str
    proposal: str
    place: str
    anchor: str

    @property
    def of(self) -> str:
        """The name under which the document's passages point back."""
        return f"requirement:{self.key}"


_STATUSES: Mapping[str, tuple[str | Promise, str, str]] = {
    Status.MET: (_("Satisfied"), "done", "circle-check"),
    Status.PARTIAL: (_("Partly"), "soon", "triangle-alert"),
    Status.CONTRADICTED: (_("Contradicted"), "late", "octagon-alert"),
    Status.MISSING: (_("Missing"), "late", "circle-x"),
    Status.COVERED_ELSEWHERE: (_("In another document"), "waiting", "arrow-up-right"),
    Status.RESTATED_ONLY: (_("Law repeated only"), "soon", "quote"),
}


def status_of(status: str) -> tuple[str | Promise, str, str]:
    """What a status is called, its tone and its icon."""
    return _STATUSES[status]


def finding_lines(findings: Iterable[FindingRow], *, spoken: str) -> tuple[FindingLine, ...]:
    """The findings, the serious ones first; clauses are proposed in the language that the agreement is `spoken` in."""
    weight = {"high": 0, "medium": 1, "low": 2}
    return tuple(
        FindingLine(
            key=row.key,
            severity=row.severity,
            severity_label=row.get_severity_display(),
            text=said_in_words(row.message),
            why=_why(row.key),
            proposal=proposal(row.requirement, spoken),
            article=row.article,
            provision=place(row.provision),
            anchor=anchor_of(row.citations),
        )
        for row in sorted(findings, key=lambda row: (weight[row.severity], row.order))
    )


def verdict_lines(verdicts: Iterable[VerdictRow], *, spoken: str) -> tuple[VerdictLine, ...]:
    """The requirements of Article 28 in the order of the law; one that is no longer known is left out."""
    return tuple(
        _verdict_line(row, spoken) for row in verdicts if row.requirement in requirements() and row.status in _STATUSES
    )


def _verdict_line(row: VerdictRow, spoken: str) -> VerdictLine:
    requirement = requirements()[row.requirement]
    status, tone, icon = _STATUSES[row.status]
    return VerdictLine(
        key=row.requirement,
        label=requirement.title["nl" if _language() == "nl" else "en"],
        article=requirement.article,
        status=status,
        tone=tone,
        icon=icon,
        text=said_in_words(row.reason),
        proposal="" if row.status == Status.MET else proposal(row.requirement, spoken),
        place=place(row.provision),
        anchor=anchor_of(row.citations),
    )


def _why(key: str) -> str:
    """Why the finding of a flag weighs as much as it does; nothing for other findings."""
    flag = flags_by_id().get(key.partition(".")[2])
    return flag.why["nl" if _language() == "nl" else "en"] if flag else ""


def said_in_words(message: Mapping[str, Any]) -> str:
    """A sentence of checking; its key where the sentence is no longer known."""
    try:
        return said(rows.to_message(message), _language())
    except KeyError:
        return str(message["key"])


def _language() -> str:
    return get_language() or "nl"
