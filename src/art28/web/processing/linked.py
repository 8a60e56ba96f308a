"""What registers hold -> nodes of linked data in the W3C Data Privacy Vocabulary (`art28.web.linking`)."""

from collections.abc import Mapping, Sequence
from datetime import date

from art28.law.destinations import Level, destination
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement, Direction
from art28.web.linking import Node, full, instant, named, urn
from art28.web.processing import columns
from art28.web.processing.entries import Entry, Transfer
from art28.web.processing.models import Activity, Keeper, Operation, OwnActivity
from art28.web.registers.queries import Entry as BreachEntry
from art28.web.subprocessors.models import SafeguardKind
from art28.web.subprocessors.register import Entry as SubProcessorEntry

OPERATIONS: Mapping[str, tuple[str, ...]] = {
    Operation.COLLECT: ("dpv:Collect",),
    Operation.RECORD: ("dpv:Record",),
    Operation.ORGANISE: ("dpv:Organise",),
    Operation.STRUCTURE: ("dpv:Structure",),
    Operation.STORE: ("dpv:Store",),
    Operation.ADAPT: ("dpv:Adapt", "dpv:Alter"),
    Operation.RETRIEVE: ("dpv:Retrieve",),
    Operation.CONSULT: ("dpv:Consult",),
    Operation.USE: ("dpv:Use",),
    Operation.TRANSMIT: ("dpv:DiscloseByTransmission",),
    Operation.DISSEMINATE: ("dpv:Disseminate",),
    Operation.MAKE_AVAILABLE: ("dpv:MakeAvailable",),
    Operation.ALIGN: ("dpv:Align", "dpv:Combine"),
    Operation.RESTRICT: ("dpv:Restrict",),
    Operation.ERASE: ("dpv:Erase",),
    Operation.DESTROY: ("dpv:Destruct",),
    Operation.ANONYMISE: ("dpv:Anonymise",),
    Operation.PSEUDONYMISE: ("dpv:Pseudonymise",),
    Operation.AGGREGATE: ("dpv:Aggregate",),
    Operation.ENCRYPT: ("art28:Encrypt",),
}
_SAFEGUARDS: Mapping[str, str] = {
    SafeguardKind.CLAUSES: "eu-gdpr:A46-2-c",
    SafeguardKind.BINDING_RULES: "eu-gdpr:A46-2-b",
    SafeguardKind.WITHIN_DECISION: "eu-gdpr:A45-3",
    SafeguardKind.CERTIFICATION: "eu-gdpr:A46-2-f",
}
_AFFECTED = {
    "confidentiality": "risk:ConfidentialityIncident",
    "integrity": "risk:IntegrityIncident",
    "availability": "risk:AvailabilityIncident",
}


def _data(texts: Sequence[str], special: Sequence[str]) -> list[Node]:
    marked = set(special)
    found = [each for each in texts if each not in marked]
    return named("dpv:PersonalData", found) + named("dpv:SpecialCategoryPersonalData", special)


def _country(code: str, on: date) -> Node:
    is_third = destination(code, on).level is not Level.EEA
    return {"type": "dpv:ThirdCountry" if is_third else "dpv:Country", "identifier": code}


def organisation_node(organisation: Organisation, keeper: Keeper | None, kind: str) -> Node:
    """The organisation that keeps the register, with its officer and representative."""
    officer = keeper.officer if keeper else ""
    return full(
        {
            "id": urn(organisation),
            "type": kind,
            "hasName": organisation.name,
            "hasDataProtectionOfficer": full(
                {"type": "dpv:DataProtectionOfficer", "hasName": officer, "hasContact": keeper.officer_email}
            )
            if keeper and officer
            else None,
            "hasRepresentative": {"type": "dpv:Representative", "hasName": keeper.representative}
            if keeper and keeper.representative
            else None,
        }
    )


def processor_record(organisation: Organisation, entry: Entry, on: date) -> Node:
    """The record of one controller (Art. 30(2))."""
    given = entry.confirmation
    return full(
        {
            "id": urn(entry.record) if entry.record else f"{urn(entry.agreement)}#record",
            "type": "dpv:DataProcessingRecord",
            "title": entry.agreement.title,
            "hasDataProcessor": urn(organisation),
            "hasDataController": _controller(entry),
            "hasService": named("dpv:Service", [each.name for each in entry.taken]),
            "hasPersonalDataProcess": [_process(row, on) for row in entry.activities],
            "hasPurpose": [] if entry.activities else named("dpv:Purpose", entry.purposes),
            "hasPersonalData": [] if entry.activities else _data(entry.data, entry.special),
            "hasRecipient": [{"type": "dpv:DataSubProcessor", "hasName": name} for name in entry.sub_processors],
            "hasThirdCountry": [_transfer_country(each) for each in entry.transfers],
            "hasTechnicalOrganisationalMeasure": named("dpv:TechnicalOrganisationalMeasure", entry.measures),
            "confirmedBy": given.name if given else "",
            "confirmedOn": given.on.isoformat() if given else "",
        }
    )


def _transfer_country(each: Transfer) -> Node:
    return full({"type": "dpv:ThirdCountry", "identifier": each.to.country, "hasLegalBasis": _basis(each)})


def _controller(entry: Entry) -> Node:
    party = entry.agreement.counterparty
    record = entry.record
    return full(
        {
            "id": urn(party) if party else "",
            "type": "dpv:DataController",
            "hasName": entry.agreement.counterparty_name or entry.agreement.title,
            "hasAddress": columns.controller(entry).partition(", ")[2],
            "hasContact": columns.contact(entry),
            "hasRepresentative": named("dpv:Representative", [record.controller_representative] if record else []),
            "hasDataProtectionOfficer": named(
                "dpv:DataProtectionOfficer", [record.controller_officer] if record else []
            ),
        }
    )


def _process(row: Activity, on: date) -> Node:
    return full(
        {
            "id": urn(row),
            "type": "dpv:PersonalDataProcess",
            "title": row.service or row.purpose,
            "hasPurpose": named("dpv:Purpose", [row.purpose]),
            "hasPersonalData": _data(row.data, row.special),
            "hasDataSubject": named("dpv:DataSubject", row.data_subjects),
            "hasProcessing": [term for each in row.operations for term in OPERATIONS.get(each, ())],
            "hasStorageCondition": named("dpv:StorageDuration", [row.retention]),
            "hasRecipient": [{"type": "dpv:DataSubProcessor", "hasName": name} for name in row.sub_processors],
            "hasLocation": [_country(each, on) for each in row.countries],
            "hasLegalBasis": f"eu-gdpr:A6-1-{row.legal_basis}" if row.legal_basis else "",
            "clause": row.provision,
            "staffRole": list(row.staff_roles),
            "environment": row.environment,
            "notOurs": row.outside,
            "notifiedOn": row.notified_on.isoformat() if row.notified_on else "",
        }
    )


def own_record(organisation: Organisation, row: OwnActivity, on: date) -> Node:
    """An activity of the organisation as controller (Art. 30(1))."""
    return full(
        {
            "id": urn(row),
            "type": "dpv:PersonalDataProcess",
            "title": row.name,
            "hasDataController": urn(organisation),
            "hasJointDataControllers": named("dpv:JointDataControllers", [row.joint_controller]),
            "hasPurpose": named("dpv:Purpose", row.purposes),
            "hasLegalBasis": f"eu-gdpr:A6-1-{row.legal_basis}" if row.legal_basis else "",
            "hasDataSubject": named("dpv:DataSubject", row.data_subjects),
            "hasPersonalData": _data(row.data, row.special),
            "hasRecipient": named("dpv:Recipient", row.recipients),
            "hasThirdCountry": [_country(each, on) for each in row.countries],
            "hasStorageCondition": named("dpv:StorageDuration", [row.retention]),
            "hasTechnicalOrganisationalMeasure": named("dpv:TechnicalOrganisationalMeasure", row.measures),
            "hasOrganisationalUnit": named("dpv:OrganisationalUnit", [row.owner]),
            "modified": row.changed_at.isoformat(),
        }
    )


def sub_processor(each: SubProcessorEntry, on: date) -> Node:
    """One sub-processor with its services and countries."""
    row = each.row
    address = ", ".join(part for part in (row.street, row.postcode, row.city, row.country) if part) if row else ""
    return full(
        {
            "id": urn(row) if row else "",
            "type": "dpv:DataSubProcessor",
            "hasName": each.name,
            "hasAddress": address,
            "hasContact": ", ".join(part for part in (row.contact_name, row.email, row.phone) if part) if row else "",
            "hasService": named("dpv:Service", [role.service for role in each.roles]),
            "hasLocation": [_country(code, on) for code in each.countries],
        }
    )


def transfer(organisation: Organisation, each: Transfer, through: Sequence[str]) -> Node:
    """That data go to a country outside the EEA, and on what that rests; `through` whom, empty where directly."""
    kept = each.safeguard
    return full(
        {
            "type": "dpv:CrossBorderTransfer",
            "hasDataExporter": named("dpv:DataProcessor", through) if through else urn(organisation),
            "hasDataImporter": {"type": "dpv:DataSubProcessor", "hasName": each.recipient},
            "hasThirdCountry": {"type": "dpv:ThirdCountry", "identifier": each.to.country},
            "hasLegalBasis": _basis(each),
            "signedOn": kept.signed_on.isoformat() if kept else "",
            "assessedOn": kept.assessed_on.isoformat() if kept and kept.assessed_on else "",
        }
    )


def _basis(each: Transfer) -> str:
    if each.to.level is Level.ADEQUATE:
        return "eu-gdpr:A45-3"
    return _SAFEGUARDS.get(each.safeguard.kind, "") if each.safeguard else ""


def breach(entry: BreachEntry) -> Node:
    """A breach of the register (Art. 33(5))."""
    facts = entry.facts
    return full(
        {
            "id": urn(entry.breach),
            "type": ["risk:Incident", *(_AFFECTED[each.value] for each in facts.affected if each.value in _AFFECTED)],
            "identifier": entry.breach.reference,
            "title": entry.breach.title,
            "description": facts.description,
            "awareAt": instant(entry.breach.aware_at),
            "hasPersonalData": named("dpv:PersonalData", facts.data_categories),
            "hasDataSubject": named("dpv:DataSubject", facts.subject_categories),
            "hasTechnicalOrganisationalMeasure": named(
                "dpv:TechnicalOrganisationalMeasure", [facts.measures_taken, *entry.measures]
            ),
        }
    )


def agreement(organisation: Organisation, row: Agreement) -> Node:
    """An agreement, with its parties in their roles."""
    ours = "dpv:DataController" if row.direction == Direction.CONTROLLER else "dpv:DataProcessor"
    theirs = "dpv:DataProcessor" if row.direction == Direction.CONTROLLER else "dpv:DataController"
    return full(
        {
            "id": urn(row),
            "type": "dpv:ControllerProcessorAgreement",
            "title": row.title,
            "ownRole": row.direction,
            "hasParty": [
                {"id": urn(organisation), "type": ours, "hasName": organisation.name},
                full(
                    {
                        "id": f"urn:uuid:{row.counterparty_id}" if row.counterparty_id else "",
                        "type": theirs,
                        "hasName": row.counterparty_name,
                    }
                ),
            ],
            "modified": instant(row.read_at),
        }
    )
