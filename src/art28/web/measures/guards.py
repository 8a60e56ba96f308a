"""What the database holds of measures: versions, evidence, reviews and weighings stay as written; nothing crosses tenants."""

from art28.web.database.triggers import append_only, frozen, same_organisation

_KEPT = ("measureversion", "evidence", "evidencebytes", "review", "weighing")
_OF_MEASURE = ("measureversion", "evidence", "review", "item", "certificate", "promise", "change", "wish")
_OF_AGREEMENT = ("weighing", "promisereading", "promise", "affected", "overview", "wish")

GUARDS = (
    *(guard for name in _KEPT for guard in append_only(f"measures_{name}")),
    frozen("measures_promise", ("organisation_id", "agreement_id", "key", "words")),
    frozen("measures_change", ("organisation_id", "measure_id", "based_on", "year", "number")),
    frozen("measures_affected", ("organisation_id", "change_id", "agreement_id", "need", "ground", "provision")),
    *(
        guard
        for name in _OF_MEASURE
        for guard in same_organisation(f"measures_{name}", "measure_id", "measures_measure")
    ),
    *(
        guard
        for name in _OF_AGREEMENT
        for guard in same_organisation(f"measures_{name}", "agreement_id", "agreements_agreement")
    ),
    *same_organisation("measures_review", "evidence_id", "measures_evidence"),
    *same_organisation("measures_affected", "change_id", "measures_change"),
    *same_organisation("measures_overview", "breach_id", "breaches_breach"),
    *same_organisation("measures_certificate", "renewed_id", "measures_certificate"),
)
