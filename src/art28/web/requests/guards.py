"""What the database holds of requests: references stay within an organisation; what was received stays as it came."""

from art28.web.database.triggers import Guard, frozen, same_organisation

GUARDS = (
    frozen(
        "requests_subjectrequest",
        ("organisation_id", "year", "number", "source", "key", "received_at", "recorded_at", "recorded_by_id"),
    ),
    Guard("requests_subjectrequest", "DELETE", "no_delete"),
    Guard("requests_concerned", "DELETE", "no_delete"),
    Guard("requests_person", "DELETE", "no_delete"),
    *same_organisation("requests_person", "request_id", "requests_subjectrequest"),
    *same_organisation("requests_concerned", "request_id", "requests_subjectrequest"),
    *same_organisation("requests_concerned", "agreement_id", "agreements_agreement"),
    *same_organisation("requests_step", "request_id", "requests_subjectrequest"),
    *same_organisation("requests_requestfile", "request_id", "requests_subjectrequest"),
    frozen("requests_step", ("request_id", "right", "kind", "place_kind", "place")),
)
