"""A duty -> how it is carried out: the steps, towards whom, what shows it was done, what ends its clock, what that starts."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from art28.agreement.duties import Action, Duty
from art28.obligations.start import STARTS, Proof, usual_proof


@dataclass(frozen=True, slots=True)
class Manner:
    """How a duty is carried out; steps, contact and evidence are keys of `labels.toml`.

    `ends_by` is the instant that ends the clock, `starts` the duties whose clocks that end starts.
    """

    steps: tuple[str, ...]
    contact: str
    evidence: tuple[str, ...]
    ends_by: Proof
    starts: tuple[Action, ...]


def manner_of(duty: Duty) -> Manner:
    """How `duty` is carried out. It follows from what is asked and by which channel: no agreement words it step by step."""
    steps, contact, evidence = _MANNERS[duty.action]
    return Manner(steps, contact, evidence, usual_proof(duty), STARTS.get(duty.action, ()))


_SENT = ("report_as_sent", "proof_of_delivery")
_MANNERS: Mapping[Action, tuple[tuple[str, ...], str, tuple[str, ...]]] = MappingProxyType(
    {
        Action.NOTIFY_BREACH: (("gather_facts", "fill_questions", "tell_contact"), "breach", _SENT),
        Action.FOLLOW_UP_BREACH: (("gather_facts", "mark_news", "tell_contact"), "breach", _SENT),
        Action.REGISTER_BREACH: (("enter_register",), "own", ("register_entry",)),
        Action.NOTIFY_AUTHORITY: (("weigh_risk", "fill_form"), "authority", ("decision_with_reasons", "receipt")),
        Action.INFORM_DATA_SUBJECTS: (
            ("weigh_risk", "write_letter", "send_letter"),
            "data_subject",
            ("decision_with_reasons", "letter_as_sent"),
        ),
        Action.CARRY_OUT_MEASURE: (("carry_out",), "own", ("what_was_done",)),
        Action.REVIEW_RISK: (("weigh_risk",), "own", ("decision_with_reasons",)),
        Action.FORWARD_REQUEST: (("find_controller", "pass_on"), "privacy", ("request_as_received", *_SENT)),
        Action.ASSIST_REQUEST: (("find_data", "hand_over"), "privacy", ("list_of_supplied",)),
        Action.ANSWER_REQUEST: (
            ("check_identity", "find_data", "weigh_grounds", "answer_person"),
            "data_subject",
            ("request_as_received", *_SENT),
        ),
        Action.NOTIFY_SUB_PROCESSOR_CHANGE: (("describe_change", "tell_contact", "hold_change"), "contract", _SENT),
        Action.OBTAIN_SUB_PROCESSOR_CONSENT: (
            ("describe_change", "ask_consent", "hold_change"),
            "contract",
            ("consent",),
        ),
        Action.OBJECT_TO_SUB_PROCESSOR: (("weigh_change", "object_with_reasons"), "contract", _SENT),
        Action.FLOW_DOWN: (("compare_contract", "sign_contract"), "own", ("signed_contract",)),
        Action.KEEP_IN_REGION: (("check_locations",), "own", ("list_of_places",)),
        Action.ANNOUNCE_AUDIT: (("check_may_audit", "tell_contact"), "contract", _SENT),
        Action.ALLOW_AUDIT: (("agree_scope", "bind_auditor", "give_access"), "contract", ("audit_report",)),
        Action.DELIVER_AUDIT_EVIDENCE: (("collect_evidence", "hand_over"), "contract", ("list_of_supplied",)),
        Action.WARN_UNLAWFUL_INSTRUCTION: (
            ("write_down_instruction", "tell_contact", "hold_instruction"),
            "privacy",
            _SENT,
        ),
        Action.CHOOSE_RETURN_OR_DELETION: (("make_choice", "tell_contact"), "contract", ("choice",)),
        Action.RETURN_OR_DELETE: (
            ("await_choice", "check_retention", "return_data", "delete_data", "delete_down_the_chain"),
            "contract",
            ("choice", "deletion_log"),
        ),
        Action.DELETE_RETAINED: (("check_retention", "delete_data", "check_deletion"), "own", ("deletion_log",)),
        Action.CERTIFY_DELETION: (("check_deletion", "declare"), "contract", ("declaration",)),
        Action.ANNOUNCE_AMENDMENT: (("write_amendment", "tell_contact"), "contract", _SENT),
        Action.SCREEN_STAFF: (("ask_certificate",), "own", ("certificate_seen",)),
        Action.BIND_STAFF: (("sign_confidentiality",), "own", ("signed_statement",)),
        Action.REVIEW_MEASURES: (("test_measures", "plan_mending"), "own", ("review_report",)),
        Action.ASSIST_DPIA: (("describe_processing", "hand_over"), "privacy", ("list_of_supplied",)),
        Action.ASSIST_PRIOR_CONSULTATION: (("describe_processing", "hand_over"), "privacy", ("list_of_supplied",)),
        Action.REPORT_CLAIM: (("describe_claim", "tell_contact"), "contract", _SENT),
        Action.CURE_FAILURE: (("mend_failure", "show_mended"), "contract", ("what_was_done",)),
        Action.RENEW_INSURANCE: (("ask_policy", "keep_policy"), "own", ("policy",)),
        Action.EVALUATE_SUB_PROCESSOR: (("test_measures", "plan_mending"), "own", ("review_report",)),
        Action.SHOW_CONTRACT: (("collect_evidence", "hand_over"), "contract", ("list_of_supplied",)),
        Action.DECIDE_ON_TERMINATION: (("weigh_change", "make_choice", "tell_contact"), "contract", ("choice",)),
        Action.WARN_OF_INCIDENT: (("weigh_criteria", "submit_report"), "csirt", ("decision_with_reasons", "receipt")),
        Action.REPORT_INCIDENT: (("gather_facts", "submit_report"), "csirt", ("report_as_sent", "receipt")),
        Action.REPORT_INCIDENT_INTERIM: (("mark_news", "submit_report"), "csirt", ("report_as_sent", "receipt")),
        Action.REPORT_INCIDENT_PROGRESS: (("mark_news", "submit_report"), "csirt", ("report_as_sent", "receipt")),
        Action.REPORT_INCIDENT_FINALLY: (("gather_facts", "submit_report"), "csirt", ("report_as_sent", "receipt")),
    }
)


def manner_record(duty: Duty) -> dict[str, object]:
    """The same as plain JSON."""
    manner = manner_of(duty)
    return {
        "steps": list(manner.steps),
        "contact": manner.contact,
        "evidence": list(manner.evidence),
        "ends_by": manner.ends_by.value,
        "starts": [action.value for action in manner.starts],
    }
