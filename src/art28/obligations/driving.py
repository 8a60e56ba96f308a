"""Which facts weigh most once something happens: those from which a clock runs, then the others that a duty rests on."""

from art28.agreement.catalogue import FactType, catalogue

_START_OR_COUNT = frozenset({"breach.wording", "breach.clock_starts", "breach.covers", "audit.frequency_basis"})
DRIVE_A_CLOCK = _START_OR_COUNT | {spec.key for spec in catalogue().values() if spec.type is FactType.DURATION}
"""Every period, and what says when it starts or how it is counted."""

UNDER_A_DUTY = frozenset(
    {
        "assistance.costs", "assistance.dpia", "assistance.prior_consultation", "audit.auditor", "audit.costs",
        "audit.existing_reports_first", "audit.right", "audit.trigger", "breach.authority_notifier", "breach.channel",
        "breach.content", "breach.costs", "breach.duty_to_consult", "breach.early_warning", "breach.follow_up",
        "breach.processor_may_notify_authority", "breach.questionnaire", "breach.register", "confidentiality.duty",
        "confidentiality.staff_bound", "contacts.list", "end.certificate", "end.costs", "end.data",
        "end.legal_retention_exception", "end.return_format", "end.withheld_until_payment",
        "instructions.infringement_warning", "requests.assist", "requests.costs", "requests.handling",
        "security.measures_change", "security.periodic_review", "security.standards", "subprocessors.authorisation",
        "subprocessors.change_notice", "subprocessors.contracts_inspectable", "subprocessors.flow_down",
        "subprocessors.objection", "subprocessors.processor_liable", "term.amendment", "transfers.carve_outs",
        "transfers.exceptions", "transfers.region", "transfers.rule",
    }
)  # fmt: skip
"""What else decides who must do what, how and towards whom."""
