"""What the database holds of assessments: references stay within an organisation; versions and acts stay as written."""

from art28.web.database.triggers import append_only, same_organisation

_KEPT = ("awareness", "decision", "consultation", "notification", "proofbytes", "told")

GUARDS = (
    *(guard for name in _KEPT for guard in append_only(f"assessments_{name}")),
    *(
        guard
        for name in (*_KEPT, "writtenanswers")
        if name != "proofbytes"
        for guard in same_organisation(f"assessments_{name}", "breach_id", "breaches_breach")
    ),
    *same_organisation("assessments_consultation", "agreement_id", "agreements_agreement"),
    *same_organisation("assessments_proofbytes", "notification_id", "assessments_notification"),
)
