"""A reading that is stored -> the rows that its agreement is recognised by; placing it among the families comes later."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from art28.document.outline import Part
from art28.families.fingerprint import ClauseMark, Fingerprint, unpacked
from art28.web.agreements import rows
from art28.web.agreements.models import Agreement, AgreementText
from art28.web.database import bulk
from art28.web.families.models import Print, RecognisedModel

if TYPE_CHECKING:  # a process that stores no reading need not load the reader
    from art28.standards.recognise import Recognition
    from art28.web.agreements.reading import Read
    from art28.web.agreements.signals import Stored

_LABEL = 60
_MOST_EVIDENCE = 40


def keep_reading(*, agreement: Agreement, text: AgreementText, read: "Read", now: datetime, **_: Any) -> None:
    """Keep what the newest reading is recognised by; the agreement then waits to be placed."""
    Print.objects.update_or_create(agreement=agreement, defaults=_recognised_by(agreement, text, read, now=now))
    RecognisedModel.objects.filter(agreement=agreement).delete()
    RecognisedModel.objects.bulk_create([_model(agreement, found, order) for order, found in enumerate(read.models)])


def keep_readings(*, stored: "Sequence[Stored]", now: datetime, **_: Any) -> None:
    """The same for agreements that came to be together."""
    prints = [
        Print(agreement=each.agreement, **_recognised_by(each.agreement, each.text, each.read, now=now))
        for each in stored
    ]
    bulk.create(Print, prints)
    models = [_model(each.agreement, found, order) for each in stored for order, found in enumerate(each.read.models)]
    bulk.create(RecognisedModel, models)


def _recognised_by(agreement: Agreement, text: AgreementText, read: "Read", *, now: datetime) -> dict[str, Any]:
    label = read.facts["document.version"].value if "document.version" in read.facts else ""
    return {
        "organisation_id": agreement.organisation_id,
        "text": text,
        "method": read.fingerprint.version,
        "language": read.fingerprint.language[:2],
        "label": str(label)[:_LABEL],
        "sketch": read.fingerprint.packed(),
        "clauses": [_clause(clause) for clause in read.fingerprint.clauses],
        "passages": {mark.key: [mark.same, mark.blank] for mark in read.passages},
        "read_at": now,
        "due": True,
    }


def _clause(clause: ClauseMark) -> list[str | int]:
    return [clause.mark, clause.exact, clause.part.value, clause.words]


def _model(agreement: Agreement, found: "Recognition", order: int) -> RecognisedModel:
    return RecognisedModel(
        organisation_id=agreement.organisation_id,
        agreement=agreement,
        order=order,
        model=found.model.id,
        version=found.version[:60],
        relation=found.relation.value,
        sureness=found.sureness.value,
        modules=list(found.modules),
        missing=[clause.number for clause in found.missing],
        added=[_storable(heading) for heading in found.added],
        evidence=[_evidence(found, number) for number in range(min(len(found.evidence), _MOST_EVIDENCE))],
    )


def _evidence(found: "Recognition", number: int) -> Mapping[str, Any]:
    each = found.evidence[number]
    citations = [{**row, "text": _storable(row["text"])} for row in rows.of_citations(each.citations)]
    return {"kind": each.kind.value, "clause": each.clause, "citations": citations}


def _storable(text: str) -> str:
    """Text as PostgreSQL stores it: no NUL, one code point for one."""
    return text.replace("\x00", "\ufffd")


def fingerprint_of(row: Print) -> Fingerprint:
    """The fingerprint behind a row."""
    return fingerprint_from(row.method, row.language, row.sketch, row.clauses)


def fingerprint_from(method: str, language: str, sketch: str, clauses: list[Any]) -> Fingerprint:
    """The fingerprint of what rows keep; where its clauses stand in the text isn't kept."""
    from_rows = (ClauseMark(mark, exact, Part(part), "", 0, 0, words) for mark, exact, part, words in clauses)
    return Fingerprint(method, language, unpacked(sketch), tuple(from_rows))
