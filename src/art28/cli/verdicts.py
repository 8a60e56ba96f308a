"""A document -> what `art28 check` says of it, in the form asked for."""

import json
from dataclasses import dataclass, replace
from datetime import date

from art28.checking.model import Checked, Severity
from art28.checking.packs.pack import profiles
from art28.checking.packs.packing import profiled
from art28.checking.playbooks.judging import judged_by
from art28.checking.playbooks.model import Playbook
from art28.cli.check_text import as_json, as_table
from art28.cli.sharing import chosen, in_json, in_turn
from art28.document.model import Document
from art28.extraction.extract import documents_in
from art28.pipeline import Outcome, carry_out, carry_out_each


@dataclass(frozen=True, slots=True)
class Judged:
    """What is printed of one agreement, and whether a finding is at least as serious as asked."""

    text: str
    serious: bool


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdicts and findings in `form` ("table" or "json"), in `language` or, where that is None, the agreement's.

    Of a file that holds several agreements each is judged, or the one that is `number`.
    """

    form: str
    language: str | None
    fail_on: str | None
    number: int | None = None
    playbook: Playbook | None = None
    today: date = date.max
    profile: str = "gdpr"

    def __call__(self, document: Document) -> Judged:
        """The judgement of one document."""
        outcomes = self._outcomes(document)
        documents = tuple(outcome.document for outcome in outcomes)
        order = tuple(Severity)
        serious = order[: order.index(Severity(self.fail_on)) + 1] if self.fail_on else ()
        judged = [(self._checked(outcome), self._language(outcome)) for outcome in outcomes]
        found = any(finding.severity in serious for checked, _ in judged for finding in checked.findings)
        if self.form == "json":
            said = in_json(documents, [as_json(checked, language) for checked, language in judged])
            return Judged(json.dumps(said, ensure_ascii=False, indent=2), found)
        ones = [outcome.agreement.says_what_one_says for outcome in outcomes]
        tables = [
            as_table(checked, language, is_one=is_one) for (checked, language), is_one in zip(judged, ones, strict=True)
        ]
        return Judged(in_turn(documents, tables), found)

    def _checked(self, outcome: Outcome) -> Checked:
        """What checking says, with what the organisation's own rules add."""
        checked = profiled(outcome.agreement, outcome.checked, profiles()[self.profile])
        if self.playbook is None:
            return checked
        language = self._language(outcome)
        own = judged_by(self.playbook, outcome.agreement, checked.verdicts, language=language, on=self.today)
        order = tuple(Severity)
        findings = sorted((*checked.findings, *own), key=lambda finding: order.index(finding.severity))
        return replace(checked, findings=tuple(findings))

    def _outcomes(self, document: Document) -> tuple[Outcome, ...]:
        if self.number is None:
            return tuple(carry_out_each(document))
        return tuple(map(carry_out, chosen(documents_in(document), self.number)))

    def _language(self, outcome: Outcome) -> str:
        return self.language or ("nl" if outcome.agreement.reading.language == "nl" else "en")
