"""What the database holds of costs: lines stay as written, what was charged stays, and all within its organisation."""

from collections.abc import Iterator

from art28.web.costs.models import CaseKind
from art28.web.database.triggers import Guard, append_only, frozen, same_organisation

_CASES = {
    CaseKind.BREACH: "breaches_breach",
    CaseKind.REQUEST: "requests_subjectrequest",
    CaseKind.INSTRUCTION: "instructions_instruction",
    CaseKind.ASSESSMENT: "instructions_assistance",
    CaseKind.AUDIT: "audits_audit",
    CaseKind.CLAIM: "claims_claim",
}
_WRITTEN = (
    "organisation_id", "case_kind", "case_id", "case_label", "agreement_id", "key", "incurred_by", "work", "text", "on",
    "minutes", "hourly_cents", "expense_cents", "is_estimate", "beyond_usual", "cause", "reason", "made_by_id", "made_at",
)  # fmt: skip


def _case_in_organisation(table: str) -> Iterator[Guard]:
    """A row's case is there, and of its own organisation. The case never changes, as `frozen` and `append_only` see to."""
    for kind, parent in _CASES.items():
        foreign = (
            f"NEW.case_kind = '{kind.value}' AND COALESCE((SELECT parent.organisation_id FROM {parent} AS parent"  # noqa: S608 - names of our own tables
            " WHERE parent.id = NEW.case_id) <> NEW.organisation_id, TRUE)"
        )
        yield Guard(table, "INSERT", f"{kind.value}_in", foreign)


GUARDS = (
    *append_only("costs_statement"),
    *append_only("costs_charged"),
    frozen("costs_costline", _WRITTEN),
    Guard("costs_costline", "DELETE", "no_delete"),
    *_case_in_organisation("costs_costline"),
    *_case_in_organisation("costs_statement"),
    *same_organisation("costs_costline", "agreement_id", "agreements_agreement"),
    *same_organisation("costs_statement", "agreement_id", "agreements_agreement"),
    *same_organisation("costs_charged", "line_id", "costs_costline"),
    *same_organisation("costs_charged", "statement_id", "costs_statement"),
)
