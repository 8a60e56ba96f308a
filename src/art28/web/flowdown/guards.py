"""What the database holds of flow-down: what people found stays as written; nothing crosses organisations."""

from art28.web.database.triggers import append_only, frozen, same_organisation

_OWN = ("judgement", "evaluation", "inspection")
GUARDS = (
    *append_only("flowdown_judgement"),
    *append_only("flowdown_evaluation"),
    *append_only("flowdown_inspectionbytes"),
    frozen(
        "flowdown_inspection", ("organisation_id", "sub_processor_id", "agreement_id", "asked_by", "asked_on", "at")
    ),
    *(
        guard
        for name in _OWN
        for guard in same_organisation(f"flowdown_{name}", "sub_processor_id", "subprocessors_subprocessor")
    ),
    *same_organisation("flowdown_judgement", "contract_id", "agreements_agreement"),
    *same_organisation("flowdown_inspection", "contract_id", "agreements_agreement"),
    *same_organisation("flowdown_inspection", "agreement_id", "agreements_agreement"),
)
