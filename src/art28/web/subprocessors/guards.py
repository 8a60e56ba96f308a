"""What the database holds of sub-processors: references stay within an organisation, answers and frozen lists as written."""

from art28.web.database.triggers import append_only, frozen, same_organisation

_OWN = "subprocessors_subprocessor"
GUARDS = (
    *append_only("subprocessors_answer"),
    frozen("subprocessors_affected", ("proposal_id", "agreement_id", "need", "period", "working_days")),
    frozen("subprocessors_safeguard", ("sub_processor_id", "country", "kind", "signed_on", "by_id", "at")),
    *same_organisation(_OWN, "agreement_id", "agreements_agreement"),
    *same_organisation("subprocessors_behind", "parent_id", _OWN),
    *same_organisation("subprocessors_behind", "child_id", _OWN),
    *same_organisation("subprocessors_safeguard", "sub_processor_id", _OWN),
    *same_organisation("subprocessors_proposal", "sub_processor_id", _OWN),
    *same_organisation("subprocessors_proposal", "replaced_id", _OWN),
    *same_organisation("subprocessors_affected", "proposal_id", "subprocessors_proposal"),
    *same_organisation("subprocessors_affected", "agreement_id", "agreements_agreement"),
    *same_organisation("subprocessors_affected", "message_id", "notices_outboxmessage"),
    *same_organisation("subprocessors_answer", "affected_id", "subprocessors_affected"),
)
