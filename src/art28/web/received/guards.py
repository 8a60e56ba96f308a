"""What the database holds of reports received: they stay within an organisation, and stay as they came."""

from art28.web.database.triggers import Guard, append_only, frozen, same_organisation

GUARDS = (
    *append_only("received_reportfile"),
    *same_organisation("received_receivedreport", "breach_id", "breaches_breach"),
    *same_organisation("received_proposal", "report_id", "received_receivedreport"),
    frozen(
        "received_receivedreport",
        ("organisation_id", "supplier", "reference", "received_at", "sent_at", "noticed_at", "said", "data", "file_name",
         "file_sha256", "recorded_at", "recorded_by_id"),
        name="as_it_came",
    ),
    frozen("received_proposal", ("organisation_id", "report_id", "number", "field", "mark", "question", "value", "quote")),
    Guard("received_receivedreport", "DELETE", "no_delete"),
    Guard("received_proposal", "DELETE", "no_delete"),
)  # fmt: skip
