"""What an agreement promises: a duty is a promise that waits for an event."""

from dataclasses import dataclass
from enum import StrEnum

from art28.document.model import Citation
from art28.terms import Role


class Trigger(StrEnum):
    """The events that turn a duty into an obligation."""

    BREACH = "breach"
    BREACH_AT_SUB_PROCESSOR = "breach_at_sub_processor"
    DATA_SUBJECT_REQUEST = "data_subject_request"
    SUB_PROCESSOR_CHANGE = "sub_processor_change"
    AUDIT_REQUEST = "audit_request"
    UNLAWFUL_INSTRUCTION = "unlawful_instruction"
    TERMINATION = "termination"
    AMENDMENT = "amendment"
    STAFF_SCREENING = "staff_screening"
    DPIA = "dpia"
    CLAIM = "claim"
    SIGNIFICANT_INCIDENT = "significant_incident"
    TRANSFER = "transfer"
    RETENTION = "retention"
    STANDING = "standing"


class Action(StrEnum):
    """What the bearer must do."""

    NOTIFY_BREACH = "notify_breach"
    FOLLOW_UP_BREACH = "follow_up_breach"
    REGISTER_BREACH = "register_breach"
    NOTIFY_AUTHORITY = "notify_authority"
    INFORM_DATA_SUBJECTS = "inform_data_subjects"
    CARRY_OUT_MEASURE = "carry_out_measure"
    REVIEW_RISK = "review_risk"
    FORWARD_REQUEST = "forward_request"
    ASSIST_REQUEST = "assist_request"
    ANSWER_REQUEST = "answer_request"
    NOTIFY_SUB_PROCESSOR_CHANGE = "notify_sub_processor_change"
    OBTAIN_SUB_PROCESSOR_CONSENT = "obtain_sub_processor_consent"
    OBJECT_TO_SUB_PROCESSOR = "object_to_sub_processor"
    FLOW_DOWN = "flow_down"
    KEEP_IN_REGION = "keep_in_region"
    ANNOUNCE_AUDIT = "announce_audit"
    ALLOW_AUDIT = "allow_audit"
    DELIVER_AUDIT_EVIDENCE = "deliver_audit_evidence"
    WARN_UNLAWFUL_INSTRUCTION = "warn_unlawful_instruction"
    CHOOSE_RETURN_OR_DELETION = "choose_return_or_deletion"
    RETURN_OR_DELETE = "return_or_delete"
    CERTIFY_DELETION = "certify_deletion"
    DELETE_RETAINED = "delete_retained"
    ANNOUNCE_AMENDMENT = "announce_amendment"
    SCREEN_STAFF = "screen_staff"
    BIND_STAFF = "bind_staff"
    REVIEW_MEASURES = "review_measures"
    ASSIST_DPIA = "assist_dpia"
    ASSIST_PRIOR_CONSULTATION = "assist_prior_consultation"
    REPORT_CLAIM = "report_claim"
    CURE_FAILURE = "cure_failure"
    RENEW_INSURANCE = "renew_insurance"
    DECIDE_ON_TERMINATION = "decide_on_termination"
    EVALUATE_SUB_PROCESSOR = "evaluate_sub_processor"
    SHOW_CONTRACT = "show_contract"
    WARN_OF_INCIDENT = "warn_of_incident"
    REPORT_INCIDENT = "report_incident"
    REPORT_INCIDENT_INTERIM = "report_incident_interim"
    REPORT_INCIDENT_PROGRESS = "report_incident_progress"
    REPORT_INCIDENT_FINALLY = "report_incident_finally"


class LimitSource(StrEnum):
    """Where a limit comes from: the agreement's own number or word, or the law where the agreement is silent."""

    AGREEMENT = "agreement"
    LAW = "law"


@dataclass(frozen=True, slots=True)
class DutyLimit:
    """Within which time. `period` is ISO 8601, None for a word alone ("immediately", "without_undue_delay").

    `regime` names how the period is counted (timelimits); `backward` is true for a period that must lie before the event.
    """

    period: str | None
    wording: str
    regime: str
    source: LimitSource
    backward: bool = False
    working_days: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """A promise: `bearer` must do `action` towards `beneficiary` once `trigger` happens.

    `id` is stable for the same promise in the same agreement; `facts` are the keys it rests on; `provisional` says that a
    fact behind it is an open question, of which the strictest candidate was taken. A duty that rests on the law alone has
    no citations and names the article in `gdpr`.
    """

    id: str
    action: Action
    trigger: Trigger
    bearer: Role
    beneficiary: Role
    limit: DutyLimit | None
    channels: tuple[str, ...]
    content: tuple[str, ...]
    citations: tuple[Citation, ...]
    provision: str
    facts: tuple[str, ...]
    gdpr: str = ""
    provisional: bool = False
