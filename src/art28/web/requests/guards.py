"""What the database holds of requests: references stay within an organisation; how it came, and what was put right, stay."""

from art28.web.database.triggers import Guard, append_only, frozen, same_organisation

GUARDS = (
    frozen(
        "requests_subjectrequest",
        ("organisation_id", "year", "number", "source", "key", "recorded_at", "recorded_by_id"),
    ),
    Guard("requests_subjectrequest", "DELETE", "no_delete"),
    Guard("requests_concerned", "DELETE", "no_delete"),
    Guard("requests_person", "DELETE", "no_delete"),
    *append_only("requests_receiptcorrection"),
    *same_organisation("requests_receiptcorrection", "request_id", "requests_subjectrequest"),
    *same_organisation("requests_person", "request_id", "requests_subjectrequest"),
    *same_organisation("requests_concerned", "request_id", "requests_subjectrequest"),
    *same_organisation("requests_concerned", "agreement_id", "agreements_agreement"),
    *same_organisation("requests_step", "request_id", "requests_subjectrequest"),
    *same_organisation("requests_requestfile", "request_id", "requests_subjectrequest"),
    frozen("requests_step", ("request_id", "right", "kind", "place_kind", "place")),
)
