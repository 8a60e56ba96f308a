"""Registers as linked data: read by JSON-LD's own processor without a network, in terms that the vocabulary has."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse
from pyld import jsonld

from art28.web.linking import CONTEXT
from art28.web.processing import own
from art28.web.processing.linked import OPERATIONS
from web.breaches.world import NOW, World, actor, signed_in
from web.processing.world import act, world

pytestmark = pytest.mark.django_db
DPV, RISK, GDPR = "https://w3id.org/dpv#", "https://w3id.org/dpv/risk#", "https://w3id.org/dpv/legal/eu/gdpr#"
OWN = "urn:art28:terms:"
# The terms that registers may use, as DPV 2.3 publishes them in its core vocabulary, its extension on risk (incidents) and
# that on the GDPR (legal bases, transfers, rights).
PUBLISHED = frozenset(
    {
        *(DPV + name for name in (
            "hasDataController", "hasDataProcessor", "hasDataProtectionOfficer", "hasRepresentative",
            "hasPersonalDataProcess", "hasService", "hasPurpose",
            "hasPersonalData", "hasDataSubject", "hasProcessing", "hasRecipient", "hasLocation",
            "hasThirdCountry", "hasDataExporter", "hasDataImporter", "hasLegalBasis", "hasStorageCondition", "hasParty",
            "hasTechnicalOrganisationalMeasure", "hasJointDataControllers", "hasOrganisationalUnit", "hasName", "hasAddress",
            "hasContact", "DataController", "DataProcessor", "DataSubProcessor", "DataProtectionOfficer", "Representative",
            "JointDataControllers", "Recipient", "OrganisationalUnit", "DataProcessingRecord", "PersonalDataProcess",
            "Service", "Purpose", "PersonalData", "SpecialCategoryPersonalData", "DataSubject", "StorageDuration", "Country",
            "ThirdCountry", "TechnicalOrganisationalMeasure", "CrossBorderTransfer", "ControllerProcessorAgreement",
            "Collect", "Record", "Organise", "Structure", "Store", "Adapt", "Alter", "Retrieve", "Consult", "Use",
            "DiscloseByTransmission", "Disseminate", "MakeAvailable", "Align", "Combine", "Restrict", "Erase", "Destruct",
            "Anonymise", "Pseudonymise", "Aggregate", "hasRight", "hasStatus", "hasAuditStatus", "hasRequestStatus",
            "RightExerciseRecord", "RequestInitiated", "RequestAcknowledged", "RequestFulfilled", "RequestUnfulfilled",
            "RequestRejected", "OrganisationalMeasure", "AuditRequested", "AuditRequired", "AuditNotRequired",
            "AuditApproved", "AuditRejected",
        )),
        *(RISK + name for name in (
            "Incident", "ConfidentialityIncident", "IntegrityIncident", "AvailabilityIncident",
        )),
        *(GDPR + name for name in (
            "A45-3", "A46-2-b", "A46-2-c", "A46-2-f", "A6-1-a", "A6-1-b", "A6-1-c", "A6-1-d", "A6-1-e", "A6-1-f",
            "A15", "A16", "A17", "A18", "A20", "A21", "A22",
        )),
    }
)  # fmt: skip
DOCUMENTED = frozenset(
    OWN + name
    for name in (
        "clause", "confirmedBy", "confirmedOn", "staffRole", "environment", "notOurs", "notifiedOn", "ownRole", "signedOn",
        "assessedOn", "awareAt", "Encrypt", "about", "Audit", "auditor", "borneBy", "closedAt", "Cost", "EstimatedCost",
        "euroCents", "incurredBy", "inStageSince", "minutes", "outcome", "plannedAt", "receivedAt", "spentOn", "stage",
        "underAgreement", "stance", "decision",
    )
)  # fmt: skip


def unreachable(url: str, options: Any) -> Any:
    raise AssertionError(f"a reader would have to fetch {url}")


def read(given: World, name: str, *args: Any) -> list[dict[str, Any]]:
    """The register, expanded by the processor."""
    answer = signed_in(given.owner).get(reverse(name, args=args))
    assert answer.headers["Content-Type"] == "application/ld+json"
    document = json.loads(answer.getvalue())
    found: list[dict[str, Any]] = jsonld.expand(document, {"documentLoader": unreachable})
    return found


def terms(node: Any) -> Iterator[str]:
    """Every property, class and term that a node names."""
    if isinstance(node, list):
        for each in node:
            yield from terms(each)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "@type":
                yield from (value if isinstance(value, list) else [value])
            elif key == "@id":
                yield value
            elif not key.startswith("@"):
                yield key
            if key != "@type":
                yield from terms(value)


def known(nodes: list[dict[str, Any]]) -> None:
    used = {each for each in terms(nodes) if each.startswith((DPV, RISK, GDPR, OWN))}
    assert used <= PUBLISHED | DOCUMENTED
    assert used
    others = {each for each in terms(nodes) if not each.startswith((DPV, RISK, GDPR, OWN))}
    assert all(each.startswith(("urn:uuid:", "http://purl.org/dc/terms/", "http://www.w3.org/2001/XMLSchema#"))
               for each in others)  # fmt: skip


def of_type(nodes: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [each for each in nodes if DPV + kind in each.get("@type", ()) or RISK + kind in each.get("@type", ())]


def test_every_term_of_the_context_is_published_or_documented() -> None:
    named = {value["@id"] if isinstance(value, dict) else value for value in CONTEXT.values()}
    named |= {each for terms_of in OPERATIONS.values() for each in terms_of}
    for term in named:
        prefix, _mark, name = term.partition(":")
        if prefix in ("dpv", "risk", "eu-gdpr", "art28") and not name.startswith("//"):
            assert CONTEXT[prefix] + name in PUBLISHED | DOCUMENTED, term


def test_the_record_for_a_controller_reads_back_with_its_activities() -> None:
    given = world()
    act(given, "add", service="Werkplek", purpose="Beheer van de werkplek", data_categories="Gezondheidsgegevens",
        operations=["store", "encrypt"],
        countries="NL, US", legal_basis="b", consent="brief 3", consent_on="2026-11-01")  # fmt: skip
    act(given, "confirm", name="J. Okkerse", on="2026-11-20", how="")
    nodes = read(given, "processing:export", "jsonld")
    known(nodes)
    (record,) = of_type(nodes, "DataProcessingRecord")
    made = record[DPV + "hasPersonalDataProcess"]
    assert len(made) == 3
    assert made[2][DPV + "hasProcessing"] == [{"@id": DPV + "Store"}, {"@id": OWN + "Encrypt"}]
    assert made[2][DPV + "hasLegalBasis"] == [{"@id": GDPR + "A6-1-b"}]
    assert made[2][DPV + "hasPersonalData"][0]["@type"] == [DPV + "SpecialCategoryPersonalData"]
    assert {each["@type"][0] for each in made[2][DPV + "hasLocation"]} == {DPV + "Country", DPV + "ThirdCountry"}
    assert record[OWN + "confirmedOn"][0]["@value"] == "2026-11-20"
    assert jsonld.to_rdf(record, {"format": "application/n-quads", "documentLoader": unreachable})


def test_own_activities_read_back() -> None:
    given = world()
    said = {
        "name": "Salarissen", "purposes": ["Loon betalen"], "legal_basis": "c", "data": ["Namen"], "special": ["BSN"],
        "data_subjects": ["Medewerkers"], "recipients": ["Belastingdienst"], "countries": ["US"], "retention": "7 jaar",
    }  # fmt: skip
    own.add(given.organisation, said, actor=actor(given.owner), now=NOW)
    nodes = read(given, "processing:own_export", "jsonld")
    known(nodes)
    (made,) = of_type(nodes, "PersonalDataProcess")
    assert made[DPV + "hasLegalBasis"] == [{"@id": GDPR + "A6-1-c"}]
    assert made[DPV + "hasRecipient"][0]["http://purl.org/dc/terms/title"] == [{"@value": "Belastingdienst"}]
