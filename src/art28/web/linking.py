"""Linked data in the W3C Data Privacy Vocabulary 2.3, its context inlined, so that no reader goes to the network.

Written node by node, whatever their number. What the vocabulary has no term for stands under `art28:`, and
docs/vocabulary.md says what each of those means.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

_DAY, _INSTANT = "http://www.w3.org/2001/XMLSchema#date", "http://www.w3.org/2001/XMLSchema#dateTime"
_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_LINKS = (
    "hasDataController", "hasDataProcessor", "hasDataProtectionOfficer", "hasRepresentative", "hasPersonalDataProcess",
    "hasService", "hasPurpose", "hasPersonalData", "hasDataSubject", "hasProcessing", "hasRecipient", "hasLocation",
    "hasThirdCountry", "hasDataExporter", "hasDataImporter", "hasLegalBasis", "hasStorageCondition", "hasParty",
    "hasTechnicalOrganisationalMeasure", "hasJointDataControllers", "hasOrganisationalUnit", "hasRight", "hasStatus",
    "hasAuditStatus", "hasRequestStatus",
)  # fmt: skip
_TEXTS = ("hasName", "hasAddress", "hasContact")
_OWN_TEXTS = (
    "auditor", "clause", "confirmedBy", "environment", "notOurs", "outcome", "ownRole", "staffRole", "stage",
    "stance", "decision",
)  # fmt: skip
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
    **{name: f"art28:{name}" for name in _OWN_TEXTS},
    **{
        name: {"@id": f"art28:{name}", "@type": _DAY}
        for name in ("confirmedOn", "signedOn", "assessedOn", "notifiedOn", "inStageSince", "spentOn")
    },
    **{
        name: {"@id": f"art28:{name}", "@type": _INSTANT} for name in ("awareAt", "receivedAt", "closedAt", "plannedAt")
    },
    **{name: {"@id": f"art28:{name}", "@type": "@id"} for name in ("underAgreement", "borneBy", "incurredBy", "about")},
    **{name: {"@id": f"art28:{name}", "@type": _INTEGER} for name in ("minutes", "euroCents")},
}
Node = dict[str, Any]


def document(nodes: Iterable[Node]) -> Iterator[str]:
    """The document, part by part: the context, then each node of the graph."""
    yield '{"@context": ' + json.dumps(dict(CONTEXT), ensure_ascii=False) + ',\n"@graph": ['
    for number, node in enumerate(nodes):
        yield (",\n" if number else "\n") + json.dumps(node, ensure_ascii=False)
    yield "\n]}\n"


def full(node: Node) -> Node:
    """The node without what is not known."""
    return {name: value for name, value in node.items() if value not in ("", None, [], {}, ())}


def named(kind: str, texts: Iterable[str]) -> list[Node]:
    """A node of that kind for each text that says something."""
    return [{"type": kind, "title": text} for text in texts if text]


def urn(row: Any) -> str:
    """By what a stored row is known in linked data."""
    return f"urn:uuid:{row.pk}"


def instant(at: datetime | None) -> str:
    """An instant as it is written there; empty where there is none."""
    return at.isoformat() if at else ""
