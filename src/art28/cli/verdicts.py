"""A document -> what `art28 check` says of it, in the form asked for."""

from dataclasses import dataclass

from art28.checking.model import Severity
from art28.cli.check_text import as_json, as_table
from art28.document.model import Document
from art28.pipeline import carry_out


@dataclass(frozen=True, slots=True)
class Judged:
    """What is printed of one agreement, and whether a finding is at least as serious as asked."""

    text: str
    serious: bool


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdicts and findings in `form` ("table" or "json"), in `language` or, where that is None, the agreement's."""

    form: str
    language: str | None
    fail_on: str | None

    def __call__(self, document: Document) -> Judged:
        """The judgement of one document."""
        outcome = carry_out(document)
        order = tuple(Severity)
        serious = order[: order.index(Severity(self.fail_on)) + 1] if self.fail_on else ()
        language = self.language or ("nl" if outcome.agreement.reading.language == "nl" else "en")
        form = as_json if self.form == "json" else as_table
        return Judged(form(outcome.checked, language), any(finding.severity in serious for finding in outcome.findings))
