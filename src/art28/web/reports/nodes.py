"""Requests, audits, costs, own purposes -> nodes of linked data (`art28.web.linking`); the others' are in `processing`."""

from art28.obligations.rights import RIGHTS
from art28.web.audits.models import Audit
from art28.web.audits.models import State as AuditState
from art28.web.costs.models import Bearer, CostLine, Incurred
from art28.web.linking import Node, full, instant, named, urn
from art28.web.purposes.models import OwnPurpose
from art28.web.requests.models import Outcome, SubjectRequest
from art28.web.requests.models import State as RequestState

_ANSWERED = {
    Outcome.GRANTED: "dpv:RequestFulfilled",
    Outcome.PARTLY: "dpv:RequestFulfilled",
    Outcome.REFUSED: "dpv:RequestRejected",
    Outcome.NO_DATA: "dpv:RequestUnfulfilled",
    Outcome.PASSED_ON: "dpv:RequestAcknowledged",
}
_AUDITED = {
    AuditState.ASKED: "dpv:AuditRequested",
    AuditState.REFUSED: "dpv:AuditNotRequired",
    AuditState.PLANNED: "dpv:AuditRequired",
    AuditState.RUNNING: "dpv:AuditRequired",
}
_PARTIES = {
    Bearer.CONTROLLER: "dpv:DataController",
    Bearer.PROCESSOR: "dpv:DataProcessor",
    Incurred.CONTROLLER: "dpv:DataController",
    Incurred.PROCESSOR: "dpv:DataProcessor",
}


def request(row: SubjectRequest) -> Node:
    """A request of a data subject; nothing of the person."""
    waits = "" if row.state == RequestState.WITHDRAWN else "dpv:RequestInitiated"
    return full(
        {
            "id": urn(row),
            "type": "dpv:RightExerciseRecord",
            "identifier": row.reference,
            "ownRole": row.role,
            "hasRight": sorted({f"eu-gdpr:A{RIGHTS[right].article}" for right in row.asked}),
            "hasRequestStatus": _ANSWERED.get(Outcome(row.outcome)) if row.outcome else waits,
            "outcome": row.outcome,
            "receivedAt": instant(row.received_at),
            "closedAt": instant(row.closed_at),
        }
    )


def audit(row: Audit) -> Node:
    """An audit of a processor (Art. 28(3)(h))."""
    found = {True: "dpv:AuditApproved", False: "dpv:AuditRejected", None: _AUDITED.get(AuditState(row.state), "")}
    return full(
        {
            "id": urn(row),
            "type": ["dpv:OrganisationalMeasure", "art28:Audit"],
            "identifier": row.reference,
            "underAgreement": f"urn:uuid:{row.agreement_id}",
            "hasAuditStatus": found[row.compliant],
            "auditor": row.auditor,
            "description": row.outcome,
            "receivedAt": instant(row.asked_at),
            "plannedAt": instant(row.planned_at),
            "closedAt": instant(row.closed_at),
        }
    )


def own_purpose(row: OwnPurpose) -> Node:
    """A purpose of the processor's own under an agreement, for which it is the controller (Art. 28(10))."""
    return full(
        {
            "id": urn(row),
            "type": "dpv:PersonalDataProcess",
            "identifier": row.reference,
            "underAgreement": f"urn:uuid:{row.agreement_id}",
            "hasPurpose": named("dpv:Purpose", [row.purpose]),
            "hasPersonalData": named("dpv:PersonalData", row.data),
            "hasDataSubject": named("dpv:DataSubject", row.data_subjects),
            "hasLegalBasis": f"eu-gdpr:A6-1-{row.legal_basis}" if row.legal_basis else "",
            "ownRole": "controller",
            "stance": row.stance,
            "decision": row.state,
            "clause": row.allowed_at or row.forbidden_at,
        }
    )


def cost(row: CostLine) -> Node:
    """A line of time and expenses."""
    return full(
        {
            "id": urn(row),
            "type": "art28:EstimatedCost" if row.is_estimate else "art28:Cost",
            "description": row.text,
            "identifier": row.case_label,
            "about": f"urn:uuid:{row.case_id}",
            "underAgreement": f"urn:uuid:{row.agreement_id}",
            "incurredBy": _PARTIES.get(Incurred(row.incurred_by), "") if row.incurred_by else "",
            "borneBy": _PARTIES.get(Bearer(row.bearer), ""),
            "clause": row.provision,
            "spentOn": row.on.isoformat(),
            "minutes": row.minutes,
            "euroCents": row.cents,
        }
    )
