"""A sub-processor with a contract, and customers who were promised things, for these tests."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import Agreement, Direction
from art28.web.flowdown.models import Inspection
from art28.web.subprocessors import actions
from art28.web.subprocessors.models import SubProcessor
from web.breaches.world import NOW, World, actor, signed_in
from web.subprocessors.world import agreement, sub_processor

PROMISED: Mapping[str, Any] = {
    "breach.deadline": "PT24H",
    "audit.right": True,
    "processor.name": "Dijkvaart Diensten B.V.",
    "subprocessors.contracts_inspectable": True,
}
FULL: Mapping[str, Any] = {
    "instructions.only_on_instruction": True,
    "confidentiality.duty": True,
    "security.measures_described": True,
    "breach.deadline": "PT12H",
    "subprocessors.authorisation": "specific",
    "requests.assist": True,
    "assistance.dpia": True,
    "end.deadline": "P30D",
    "audit.right": True,
    "transfers.rule": "not_outside_eea",
    "document.state": "signed",
}


def engaged(given: World, said: Mapping[str, Any] | None = None, name: str = "Hostwerk B.V.") -> SubProcessor:
    """A sub-processor, with a contract that says this."""
    row = sub_processor(given, name)
    if said is not None:
        file(given, row, said)
    return row


def file(given: World, row: SubProcessor, said: Mapping[str, Any], name: str = "") -> Agreement:
    contract = agreement(given, name or f"Contract {row.name}", said, direction=Direction.CONTROLLER)
    actions.file_agreement(row, contract, actor=actor(given.owner), now=NOW)
    row.refresh_from_db()
    return contract


def page(given: World, name: str, *args: Any, **query: str) -> str:
    answer = signed_in(given.owner).get(reverse(f"flowdown:{name}", args=args), query)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def posted(given: World, name: str, *args: Any, status: int = 302, **data: Any) -> str:
    answer = signed_in(given.owner).post(reverse(f"flowdown:{name}", args=args), data)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.content.decode()


def judged(given: World, row: SubProcessor, duty: str, found: str = "laid_down", **data: str) -> None:
    filled: dict[str, Any] = {"duty": duty, "found": found, "reference": "Bijlage 2, artikel 4", **data}
    posted(given, "act", row.pk, "judge", **filled)


def day(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def evaluated(given: World, row: SubProcessor, result: str = "suffices", again: int = 365) -> None:
    said = {"looked_at": "Auditrapport", "findings": "In orde."}
    data: dict[str, Any] = {"on": day(0), "result": result, "next_on": day(again), **said}
    posted(given, "act", row.pk, "evaluate", **data)


def asked(given: World, row: SubProcessor, of: Agreement) -> Inspection:
    data: dict[str, Any] = {"agreement": str(of.pk), "asked_by": "J. Okkerse", "asked_on": day(0), "due_on": day(14)}
    posted(given, "ask", row.pk, **data, question="Graag inzage.")
    return Inspection.objects.get(agreement=of)


def answered(given: World, row: Inspection, answer: str = "copy", **data: Any) -> None:
    filled = {"answer": answer, "answered_on": day(0), "given_to": "J. Okkerse", "blacked_out": "De prijzen.", **data}
    posted(given, "inspection_act", row.pk, "answer", **filled)
