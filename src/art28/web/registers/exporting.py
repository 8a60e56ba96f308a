"""The register as CSV without end, as a workbook, and as a document to print."""

from collections.abc import Iterable
from datetime import datetime, tzinfo
from itertools import islice
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from art28.typesetting.pdf import pdf
from art28.web.accounts.models import Organisation
from art28.web.assessments.forms import spoken
from art28.web.registers import telling
from art28.web.registers.queries import Entry

MOST_IN_A_WORKBOOK = 100_000
MOST_IN_A_DOCUMENT = 500
"""Typesetting holds a document as a whole: five hundred entries take two seconds and some 150 MB."""


class TooMany(Exception):
    """More entries than a document holds."""


def as_document(
    organisation: Organisation, entries: Iterable[Entry], zone: tzinfo, *, title: str, subtitle: str, now: datetime
) -> bytes:
    """The entries as a PDF with title, date and page numbers. Raises `TooMany`."""
    held = list(islice(entries, MOST_IN_A_DOCUMENT + 1))
    if len(held) > MOST_IN_A_DOCUMENT:
        raise TooMany
    data = {
        "title": title,
        "organisation": organisation.name,
        "subtitle": subtitle,
        "language": spoken().value,
        "date": date_format(now.astimezone(zone), "j F Y H:i"),
        "nothing": _("No breach answers to this selection."),
        "entries": [_entry(entry, zone) for entry in held],
    }
    return pdf("register", data, made_at=now)


def _entry(entry: Entry, zone: tzinfo) -> dict[str, Any]:
    return {
        "title": f"{entry.breach.reference} · {entry.breach.title}",
        "under": " · ".join(part for part in (telling.role(entry), telling.state(entry)) if part),
        "fields": [{"label": label, "value": value} for label, value in telling.fields(entry, zone)],
    }
