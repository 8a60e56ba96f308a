"""What a person is handed: their data and what Art. 15 wants told, as a ZIP of JSON, CSV and the files, with checksums.

And the list of requests as CSV and as a workbook; no person stands in it.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, tzinfo
from hashlib import sha256
from typing import Any

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from art28.obligations.rights import RIGHTS
from art28.web.accounts.models import Organisation
from art28.web.requests import queries
from art28.web.requests.models import RIGHT_LABELS, RequestFile, SubjectRequest
from art28.web.requests.queries import Entry
from art28.web.services import queries as services
from art28.web.services.models import Service
from art28.web.spreadsheets import as_text

FORMAT = "art28-subject-data/1"
MOST_IN_A_WORKBOOK = 100_000


def package(row: SubjectRequest, *, now: datetime) -> bytes:
    """The ZIP for the person: `manifest.json`, `information.json` and `.csv` (Art. 15(1)), and `data/` with the files."""
    under = [each.agreement_id for each in queries.concerned(row) if each.left_out_at is None]
    language = row.person.language
    with translation.override(language):
        told = [_told(service) for service in services.likely_under(row.organisation, under)]
        sheet = _as_csv(told)
    parts: dict[str, bytes] = {
        "information.json": _json({"recipients_and_categories": told, "language": language}),
        "information.csv": sheet,
    }
    for kept in RequestFile.objects.filter(request=row).order_by("name", "id"):
        parts[_free(f"data/{_safe(kept.name)}", parts)] = bytes(kept.data)
    manifest = {
        "format": FORMAT,
        "reference": row.reference,
        "organisation": row.organisation.name,
        "rights": [{"right": right.value, "article": RIGHTS[right].article} for right in row.asked],
        "made_at": now.astimezone(UTC).isoformat(),
        "files": [
            {"name": name, "size": len(data), "sha256": sha256(data).hexdigest()} for name, data in parts.items()
        ],
    }
    kept_in = io.BytesIO()
    with zipfile.ZipFile(kept_in, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {"manifest.json": _json(manifest), **parts}.items():
            archive.writestr(zipfile.ZipInfo(name, now.astimezone(UTC).timetuple()[:6]), data)
    return kept_in.getvalue()


def _told(service: Service) -> dict[str, Any]:
    return {
        "service": service.name,
        "purpose": service.description,
        "data_categories": [*service.data_categories, *service.special_categories],
        "recipients": [
            {"name": each["name"], "countries": list(each.get("countries", ()))} for each in service.sub_processors
        ],
    }


def _as_csv(told: Iterable[dict[str, Any]]) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow([_("Service"), _("What for"), _("Data"), _("Recipients")])
    for each in told:
        recipients = "; ".join(" ".join((row["name"], *row["countries"])) for row in each["recipients"])
        cells = (each["service"], each["purpose"], "; ".join(each["data_categories"]), recipients)
        writer.writerow([as_text(str(cell)) for cell in cells])
    return ("\ufeff" + written.getvalue()).encode()


def _json(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _safe(name: str) -> str:
    kept = "".join(character if character.isalnum() or character in "-_. " else "_" for character in name)
    return kept.strip(". ") or "file"


def _free(name: str, taken: dict[str, bytes]) -> str:
    found, number = name, 2
    while found in taken:
        stem, dot, ending = name.rpartition(".")
        found = f"{stem}-{number}.{ending}" if dot else f"{name}-{number}"
        number += 1
    return found


def columns() -> tuple[str, ...]:
    """The heads of the list."""
    return (
        _("Reference"),
        _("Received"),
        _("Own role"),
        _("Rights"),
        _("Counterparties"),
        _("State"),
        _("Outcome"),
        _("Next end"),
        _("Late"),
        _("Closed"),
    )


def cells(entry: Entry, zone: tzinfo) -> tuple[str, ...]:
    """One request as a row of the list."""
    row = entry.row
    return (
        row.reference,
        _at(row.received_at, zone),
        row.get_role_display(),
        ", ".join(str(RIGHT_LABELS[right]) for right in row.asked),
        ", ".join(entry.parties),
        row.get_state_display(),
        row.get_outcome_display() if row.outcome else "",
        _at(entry.next_end, zone),
        str(entry.late or ""),
        _at(row.closed_at, zone),
    )


def _at(instant: datetime | None, zone: tzinfo) -> str:
    return date_format(timezone.localtime(instant, zone), "Y-m-d H:i") if instant else ""


def every(organisation: Organisation, rows: Any, *, now: datetime) -> Iterator[Entry]:
    """Every request of a selection, in chunks."""
    chunk: list[SubjectRequest] = []
    for row in rows.iterator(500):
        chunk.append(row)
        if len(chunk) == 500:
            yield from queries.entries(organisation, chunk, now=now)
            chunk = []
    yield from queries.entries(organisation, chunk, now=now)
