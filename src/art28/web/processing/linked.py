"""Registers -> JSON-LD in the W3C Data Privacy Vocabulary 2.2, its context inlined, so that no reader goes to the network.

Written node by node, whatever their number. What the vocabulary has no term for stands under `art28:`, and
docs/vocabulary.md says what each of those means.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from art28.law.destinations import Level, destination
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement, Direction
from art28.web.processing import columns
from art28.web.processing.entries import Entry, Transfer
from art28.web.processing.models import Activity, Keeper, Operation, OwnActivity
from art28.web.registers.queries import Entry as BreachEntry
from art28.web.subprocessors.models import SafeguardKind
from art28.web.subprocessors.register import Entry as SubProcessorEntry

_DAY, _INSTANT = "http://www.w3.org/2001/XMLSchema#date", "http://www.w3.org/2001/XMLSchema#dateTime"
_LINKS = (
    "hasDataController", "hasDataProcessor", "hasDataProtectionOfficer", "hasRepresentative", "hasPersonalDataProcess",
    "hasService", "hasPurpose", "hasPersonalData", "hasDataSubject", "hasProcessing", "hasRecipient", "hasLocation",
    "hasThirdCountry", "hasDataExporter", "hasDataImporter", "hasLegalBasis", "hasStorageCondition", "hasParty",
    "hasTechnicalOrganisationalMeasure", "hasJointDataControllers", "hasOrganisationalUnit",
)  # fmt: skip
_TEXTS = ("hasName", "hasAddress", "hasContact")
CONTEXT: Mapping[str, Any] = {
    "dpv": "https://w3id.org/dpv#",
    "risk": "https://w3id.org/dpv/risk#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "dct": "http://purl.org/dc/terms/",
    "art28": "urn:art28:terms:",
    "id": "@id",
    "type": "@type",
    "title": "dct:title",
    "description": "dct:description",
    "identifier": "dct:identifier",
    "modified": {"@id": "dct:modified", "@type": _INSTANT},
    **{name: {"@id": f"dpv:{name}", "@type": "@id"} for name in _LINKS},
    **{name: f"dpv:{name}" for name in _TEXTS},
    **{name: f"art28:{name}" for name in ("clause", "confirmedBy", "staffRole", "environment", "notOurs", "ownRole")},
    **{
        name: {"@id": f"art28:{name}", "@type": _DAY}
        for name in ("confirmedOn", "signedOn", "assessedOn", "notifiedOn")
    },
    "awareAt": {"@id": "art28:awareAt", "@type": _INSTANT},
}
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
Node = dict[str, Any]


def document(nodes: Iterable[Node]) -> Iterator[str]:
    """The document, part by part: the context, then each node of the graph."""
    yield '{"@context": ' + json.dumps(dict(CONTEXT), ensure_ascii=False) + ',\n"@graph": ['
    for number, node in enumerate(nodes):
        yield (",\n" if number else "\n") + json.dumps(node, ensure_ascii=False)
    yield "\n]}\n"


def _full(node: Node) -> Node:
    """The node without what is not known."""
    return {name: value for name, value in node.items() if value not in ("", None, [], {}, ())}


def _named(kind: str, texts: Iterable[str]) -> list[Node]:
    return [{"type": kind, "title": text} for text in texts if text]


def _data(texts: Sequence[str], special: Sequence[str]) -> list[Node]:
    marked = set(special)
    found = [each for each in texts if each not in marked]
    return _named("dpv:PersonalData", found) + _named("dpv:SpecialCategoryPersonalData", special)


def _country(code: str, on: date) -> Node:
    is_third = destination(code, on).level is not Level.EEA
    return {"type": "dpv:ThirdCountry" if is_third else "dpv:Country", "identifier": code}


def _uuid(row: Any) -> str:
    return f"urn:uuid:{row.pk}"


def organisation_node(organisation: Organisation, keeper: Keeper | None, kind: str) -> Node:
    """The organisation that keeps the register, with its officer and representative."""
    officer = keeper.officer if keeper else ""
    return _full(
        {
            "id": _uuid(organisation),
            "type": kind,
            "hasName": organisation.name,
            "hasDataProtectionOfficer": _full(
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
    return _full(
        {
            "id": _uuid(entry.record) if entry.record else f"{_uuid(entry.agreement)}#record",
            "type": "dpv:DataProcessingRecord",
            "title": entry.agreement.title,
            "hasDataProcessor": _uuid(organisation),
            "hasDataController": _controller(entry),
            "hasService": _named("dpv:Service", [each.name for each in entry.taken]),
            "hasPersonalDataProcess": [_process(row, on) for row in entry.activities],
            "hasPurpose": [] if entry.activities else _named("dpv:Purpose", entry.purposes),
            "hasPersonalData": [] if entry.activities else _data(entry.data, entry.special),
            "hasRecipient": [{"type": "dpv:DataSubProcessor", "hasName": name} for name in entry.sub_processors],
            "hasThirdCountry": [_transfer_country(each) for each in entry.transfers],
            "hasTechnicalOrganisationalMeasure": _named("dpv:TechnicalOrganisationalMeasure", entry.measures),
            "confirmedBy": given.name if given else "",
            "confirmedOn": given.on.isoformat() if given else "",
        }
    )


def _transfer_country(each: Transfer) -> Node:
    return _full({"type": "dpv:ThirdCountry", "identifier": each.to.country, "hasLegalBasis": _basis(each)})


def _controller(entry: Entry) -> Node:
    party = entry.agreement.counterparty
    record = entry.record
    return _full(
        {
            "id": _uuid(party) if party else "",
            "type": "dpv:DataController",
            "hasName": entry.agreement.counterparty_name or entry.agreement.title,
            "hasAddress": columns.controller(entry).partition(", ")[2],
            "hasContact": columns.contact(entry),
            "hasRepresentative": _named("dpv:Representative", [record.controller_representative] if record else []),
            "hasDataProtectionOfficer": _named(
                "dpv:DataProtectionOfficer", [record.controller_officer] if record else []
            ),
        }
    )


def _process(row: Activity, on: date) -> Node:
    return _full(
        {
            "id": _uuid(row),
            "type": "dpv:PersonalDataProcess",
            "title": row.service or row.purpose,
            "hasPurpose": _named("dpv:Purpose", [row.purpose]),
            "hasPersonalData": _data(row.data, row.special),
            "hasDataSubject": _named("dpv:DataSubject", row.data_subjects),
            "hasProcessing": [term for each in row.operations for term in OPERATIONS.get(each, ())],
            "hasStorageCondition": _named("dpv:StorageDuration", [row.retention]),
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
    return _full(
        {
            "id": _uuid(row),
            "type": "dpv:PersonalDataProcess",
            "title": row.name,
            "hasDataController": _uuid(organisation),
            "hasJointDataControllers": _named("dpv:JointDataControllers", [row.joint_controller]),
            "hasPurpose": _named("dpv:Purpose", row.purposes),
            "hasLegalBasis": f"eu-gdpr:A6-1-{row.legal_basis}" if row.legal_basis else "",
            "hasDataSubject": _named("dpv:DataSubject", row.data_subjects),
            "hasPersonalData": _data(row.data, row.special),
            "hasRecipient": _named("dpv:Recipient", row.recipients),
            "hasThirdCountry": [_country(each, on) for each in row.countries],
            "hasStorageCondition": _named("dpv:StorageDuration", [row.retention]),
            "hasTechnicalOrganisationalMeasure": _named("dpv:TechnicalOrganisationalMeasure", row.measures),
            "hasOrganisationalUnit": _named("dpv:OrganisationalUnit", [row.owner]),
            "modified": row.changed_at.isoformat(),
        }
    )


def sub_processor(each: SubProcessorEntry, on: date) -> Node:
    """One sub-processor with its services and countries."""
    row = each.row
    address = ", ".join(part for part in (row.street, row.postcode, row.city, row.country) if part) if row else ""
    return _full(
        {
            "id": _uuid(row) if row else "",
            "type": "dpv:DataSubProcessor",
            "hasName": each.name,
            "hasAddress": address,
            "hasContact": ", ".join(part for part in (row.contact_name, row.email, row.phone) if part) if row else "",
            "hasService": _named("dpv:Service", [role.service for role in each.roles]),
            "hasLocation": [_country(code, on) for code in each.countries],
        }
    )


def transfers(organisation: Organisation, each: SubProcessorEntry) -> Iterator[Node]:
    """Where a sub-processor takes data outside the EEA, and on what that rests."""
    for to in each.destinations:
        if to.level is Level.EEA:
            continue
        kept = next((one for one in each.safeguards if one.country == to.country), None)
        found = Transfer(each.name, to, kept)
        yield _full(
            {
                "type": "dpv:CrossBorderTransfer",
                "hasDataExporter": _uuid(organisation),
                "hasDataImporter": {"type": "dpv:DataSubProcessor", "hasName": each.name},
                "hasThirdCountry": {"type": "dpv:ThirdCountry", "identifier": to.country},
                "hasLegalBasis": _basis(found),
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
    return _full(
        {
            "id": _uuid(entry.breach),
            "type": ["risk:Incident", *(_AFFECTED[each.value] for each in facts.affected if each.value in _AFFECTED)],
            "identifier": entry.breach.reference,
            "title": entry.breach.title,
            "description": facts.description,
            "awareAt": _instant(entry.breach.aware_at),
            "hasPersonalData": _named("dpv:PersonalData", facts.data_categories),
            "hasDataSubject": _named("dpv:DataSubject", facts.subject_categories),
            "hasTechnicalOrganisationalMeasure": _named(
                "dpv:TechnicalOrganisationalMeasure", [facts.measures_taken, *entry.measures]
            ),
        }
    )


def agreement(organisation: Organisation, row: Agreement) -> Node:
    """An agreement, with its parties in their roles."""
    ours = "dpv:DataController" if row.direction == Direction.CONTROLLER else "dpv:DataProcessor"
    theirs = "dpv:DataProcessor" if row.direction == Direction.CONTROLLER else "dpv:DataController"
    return _full(
        {
            "id": _uuid(row),
            "type": "dpv:ControllerProcessorAgreement",
            "title": row.title,
            "ownRole": row.direction,
            "hasParty": [
                {"id": _uuid(organisation), "type": ours, "hasName": organisation.name},
                _full(
                    {
                        "id": f"urn:uuid:{row.counterparty_id}" if row.counterparty_id else "",
                        "type": theirs,
                        "hasName": row.counterparty_name,
                    }
                ),
            ],
            "modified": _instant(row.read_at),
        }
    )


def _instant(at: datetime | None) -> str:
    return at.isoformat() if at else ""
