"""Messages and drafts as documents: PDF, Word and data, the same bytes for the same message whenever it is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.utils.text import slugify

from art28.letters.data import report_data
from art28.letters.letter import Addressee, Letter, letter_of
from art28.notices.language import Language
from art28.notices.notice import Notice
from art28.web import downloads
from art28.web.accounts.models import Organisation
from art28.web.notices.models import OutboxMessage
from art28.web.notices.record import notice_record

FORMS = ("pdf", "docx", "json")
"""The documents there are, by how their names end."""


def of_message(message: OutboxMessage) -> Letter:
    """What was sent as a letter, from what is kept as sent; needs its organisation and agreement."""
    record = message.notice
    return letter_of(
        record,
        language=Language(message.language),
        sender=str(record.get("processor") or message.organisation.name),
        addressee=Addressee(
            message.recipient_name,
            str(record.get("controller") or message.agreement.counterparty_name),
            message.recipient,
        ),
        agreement=str(record.get("agreement") or message.agreement.title),
        dated=message.handed_over_at,
        zone=ZoneInfo(message.organisation.time_zone),
        texts_version=message.texts_version,
        evidence=(message.evidence_head, message.evidence_count),
    )


def of_draft(notice: Notice, *, to: Addressee, organisation: Organisation, now: datetime) -> Letter:
    """A notice that has not left, marked as a draft."""
    return letter_of(
        notice_record(notice),
        language=notice.language,
        sender=notice.processor,
        addressee=to,
        agreement=notice.agreement,
        dated=now,
        zone=ZoneInfo(organisation.time_zone),
        texts_version=notice.texts_version,
        is_draft=True,
    )


def made(letter: Letter, form: str) -> bytes:
    """The letter in one of `FORMS`."""
    if form == "json":
        return report_data(letter)
    # Each is heavy to import, and wanted only when somebody asks for it.
    as_document = {
        "pdf": lambda: import_module("art28.letters.pdf").as_pdf,
        "docx": lambda: import_module("art28.letters.word").as_docx,
    }[form]()
    document: bytes = as_document(letter)
    return document


def name_of(letter: Letter, form: str) -> str:
    """What the document is called: its subject, without what a file system would mind."""
    return f"{slugify(letter.subject)[:100] or letter.reference}.{form}"


def download(letter: Letter, form: str) -> HttpResponse:
    """The document to keep."""
    return downloads.document(made(letter, form), name_of(letter, form))


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document that travels with an e-mail."""

    name: str
    content: bytes
    media_type: str


def attached(message: OutboxMessage, carried: Sequence[OutboxMessage] = ()) -> tuple[Attachment, ...]:
    """What travels with an e-mail: the PDF of each notice in it, where the facts may stand in the e-mail at all.

    An agreement that lays down other channels than e-mail gets no document by e-mail: it stands behind the link.
    """
    if not message.in_full:
        return ()
    letters = [of_message(each) for each in (message, *carried) if _by_mail(each)]
    return tuple(
        Attachment(
            _numbered(name_of(letter, "pdf"), place, len(letters)), made(letter, "pdf"), downloads.MEDIA_TYPES["pdf"]
        )
        for place, letter in enumerate(letters, start=1)
    )


def _by_mail(message: OutboxMessage) -> bool:
    channels = message.obligation.duty.get("channels", []) if message.obligation is not None else []
    return not channels or "email" in channels


def _numbered(name: str, place: int, count: int) -> str:
    return name if count == 1 else f"{place}-{name}"
