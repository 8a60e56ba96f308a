"""An organisation's agreements -> what is in its pack: a workbook, call sheets, and how to use them without art28.

Read a hundred agreements at a time, so that their number costs no memory.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.agreement.duties import Action, Duty, Trigger
from art28.notices.breach import BreachFacts
from art28.notices.specials import Named
from art28.typesetting.pdf import pdf
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement
from art28.web.breaches import drafting, promises, specials
from art28.web.breaches import queries as breaches
from art28.web.breaches.promises import Recipient
from art28.web.contacts import appointing
from art28.web.contacts.models import Appointment, Level
from art28.web.spreadsheets import Sheet as Rows
from art28.web.spreadsheets import Workbook

_AT_ONCE = 100
_NOTHING = BreachFacts(reference="")


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody of the other side, and when it is their turn."""

    place: str
    name: str
    phone: str
    email: str

    def cells(self) -> tuple[str, str, str, str]:
        """As tables hold it."""
        return self.place, self.name, self.phone, self.email


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one agreement's call sheet says."""

    number: int
    party: str
    title: str
    role: str
    fields: tuple[tuple[str, str], ...]
    contacts: tuple[Line, ...]
    questions: tuple[str, ...]


def write(organisation: Organisation, archive: IO[bytes], *, now: datetime) -> int:
    """Write the pack as a ZIP into `archive`, in the organisation's language; returns how many agreements are in it."""
    count = 0
    with translation.override(organisation.language), ZipFile(archive, "w", ZIP_DEFLATED) as pack:
        book = _Book()
        sheets = _sheets(organisation)
        while chunk := list(islice(sheets, _AT_ONCE)):
            for sheet in chunk:
                book.add(sheet)
            first, count = count + 1, count + len(chunk)
            name = f"{_('call-sheets')}/{first:05d}-{count:05d}.pdf"
            pack.writestr(name, _document(organisation, chunk, now))
        with pack.open(f"{_('agreements')}.xlsx", "w") as target:
            book.save(target)
        pack.writestr(f"{_('READ-ME')}.txt", _guide(organisation, count, now))
    return count


def _sheets(organisation: Organisation) -> Iterator[Sheet]:
    rows = breaches.may_be_touched(organisation, "").select_related("organisation").iterator(_AT_ONCE)
    number = 0
    while chunk := list(islice(rows, _AT_ONCE)):
        said = promises.promised(organisation, [row.pk for row in chunk])
        parties = {row.counterparty_id for row in chunk if row.counterparty_id is not None}
        people = promises.recipients_of(organisation, parties)
        ours = appointing.standing_under(organisation, [row.pk for row in chunk])
        for row in chunk:
            number += 1
            known = people.get(row.counterparty_id, ()) if row.counterparty_id else ()
            asked = tuple(f"{item['number']}. {item['question']}" for item in drafting.new(row, said[row.pk], _NOTHING))
            lines = _contacts(specials.chain(said[row.pk], row, known), known)
            yield _sheet(number, row, said[row.pk].duties, lines, _ours(ours[row.pk]), asked)


def _contacts(chain: Sequence[Named], known: Sequence[Recipient]) -> tuple[Line, ...]:
    """Whom to call, one after the other; then whom only a mail reaches."""
    last = len(chain) - 1
    places = {number: _("Finally") if number == last else _("Then") for number in range(1, len(chain))}
    called = tuple(
        Line(f"{number + 1}. {places.get(number, _('First'))}", each.called, each.phone, each.email)
        for number, each in enumerate(chain)
    )
    mailed = (Line(_("By e-mail"), each.name or each.role, "", each.email) for each in known if not each.phone)
    return (*called, *mailed)


def _ours(standing: Mapping[str, Appointment]) -> str:
    """Whom of us the other side turns to: first, and who bears final responsibility."""
    rows = [standing[level] for level in Level.values if level in standing]
    said = (
        f"{row.get_level_display()}: " + ", ".join(part for part in (row.name, row.role, row.phone, row.email) if part)
        for row in rows
    )
    return "; ".join(said)


def _sheet(
    number: int,
    row: Agreement,
    duties: tuple[Duty, ...],
    contacts: tuple[Line, ...],
    ours: str,
    asked: tuple[str, ...],
) -> Sheet:
    notify = {duty.trigger: duty for duty in duties if duty.action is Action.NOTIFY_BREACH}
    authority = next((duty for duty in duties if duty.action is Action.NOTIFY_AUTHORITY), None)
    fields = [
        (_("Own breach"), _limit(notify.get(Trigger.BREACH))),
        (_("Breach at a sub-processor"), _limit(notify.get(Trigger.BREACH_AT_SUB_PROCESSOR))),
        (_("How"), _channels(notify.get(Trigger.BREACH))),
        (_("Who notifies the authority"), labels.role(authority.bearer.value, _language()) if authority else ""),
        (_("Our contact persons"), ours),
    ]
    return Sheet(
        number=number,
        party=row.counterparty_name or row.title,
        title=row.title,
        role=str(row.get_direction_display()),
        fields=tuple((label, value) for label, value in fields if value),
        contacts=contacts,
        questions=asked,
    )


def _language() -> str:
    return (translation.get_language() or "nl")[:2]


def _limit(duty: Duty | None) -> str:
    """The limit in words, with the place in the agreement and whether it still waits for a person."""
    if duty is None or duty.limit is None:
        return ""
    words = labels.limit(duty.limit, _language())
    place = (
        labels.place(duty.provision, _language())
        if duty.provision and not duty.provision[:1].isdigit()
        else duty.provision
    )
    said = f"{words} ({place})" if place else words
    return f"{said}, {_('strictest reading of an open question')}" if duty.provisional else said


def _channels(duty: Duty | None) -> str:
    if duty is None:
        return ""
    return labels.enumerated([labels.channel(code, _language()) for code in duty.channels], _language())


def _document(organisation: Organisation, sheets: Sequence[Sheet], now: datetime) -> bytes:
    data: dict[str, Any] = {
        "title": _("Call sheets for breaches"),
        "organisation": organisation.name,
        "language": _language(),
        "date": _date(organisation, now),
        "words": {
            "contacts": _("Whom to call"),
            "no_contacts": _("No contact is on file. Look in the agreement itself."),
            "contact_heads": [_("Whom first"), _("Name"), _("Telephone"), _("E-mail")],
            "calls": _("Calls"),
            "call_heads": [_("Date and time"), _("Spoken to"), _("Reached?"), _("What was said")],
            "questions": _("What the report must say"),
        },
        "sheets": [
            {
                "party": f"{sheet.number}. {sheet.party}",
                "title": sheet.title,
                "role": sheet.role,
                "fields": [{"label": label, "value": value} for label, value in sheet.fields],
                "contacts": [line.cells() for line in sheet.contacts],
                "questions": list(sheet.questions),
            }
            for sheet in sheets
        ],
    }
    return pdf("sheets", data, made_at=now)


def _date(organisation: Organisation, now: datetime) -> str:
    return date_format(now.astimezone(ZoneInfo(organisation.time_zone)), "j F Y H:i")


_NOBODY = Line("", "", "", "")


class _Book:
    """The workbook, its sheets written row by row."""

    def __init__(self) -> None:
        self._book = Workbook()
        self._limits = self._sheet(
            _("Agreements and limits"), (_("No."), _("Party"), _("Agreement"), _("Own role"), _("Limits"))
        )
        self._contacts = self._sheet(
            _("Contacts"), (_("No."), _("Party"), _("Whom first"), _("Name"), _("Telephone"), _("E-mail"))
        )
        self._questions = self._sheet(_("Questions"), (_("No."), _("Party"), _("Question"), _("Answer")))
        self._calls = self._sheet(
            _("Calls"),
            (
                _("No."),
                _("Party"),
                _("Whom first"),
                _("Name"),
                _("Telephone"),
                _("Called at"),
                _("Spoken to"),
                _("Reached?"),
                _("What was said"),
            ),
        )

    def _sheet(self, title: str, heads: tuple[str, ...]) -> Rows:
        return self._book.sheet(title, heads, widths=(8, 30), but="+")

    def add(self, sheet: Sheet) -> None:
        """The rows of one agreement."""
        limits = "; ".join(f"{label}: {value}" for label, value in sheet.fields)
        self._limits.add((sheet.number, sheet.party, sheet.title, sheet.role, limits))
        for line in sheet.contacts:
            self._contacts.add((sheet.number, sheet.party, *line.cells()))
        for question in sheet.questions:
            self._questions.add((sheet.number, sheet.party, question, ""))
        for line in [each for each in sheet.contacts if each.phone] or [_NOBODY]:
            self._calls.add((sheet.number, sheet.party, line.place, line.name, line.phone, "", "", "", ""))

    def save(self, target: IO[bytes]) -> None:
        """Write the workbook."""
        self._book.save(target)


def _guide(organisation: Organisation, count: int, now: datetime) -> str:
    lines = (
        _("Offline pack of %(organisation)s, made %(at)s; %(count)s agreements.")
        % {"organisation": organisation.name, "at": _date(organisation, now), "count": count},
        _("Use it when art28 can't be reached. Limits run on meanwhile."),
        _("1. Write down when you became aware, and why you were certain."),
        _("2. Look in the workbook which agreements are touched; when in doubt, count one as touched."),
        _(
            "3. Call or mail by the call sheet of each agreement, the shortest limit first. Write down whom you reached when."
        ),
        _("4. Once art28 is back, record the breach with these moments, and keep each call."),
    )
    return "\r\n\r\n".join(lines) + "\r\n"
