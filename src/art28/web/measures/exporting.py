"""The lists of measures as CSV and as a workbook: each a name, its heads, and a line a row."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from art28.securing.topics import topics
from art28.web import downloads
from art28.web.measures.library import gaps_of
from art28.web.measures.telling import GAPS, price


def download(name: str, form: str, heads: Sequence[str], rows: Iterable[Iterable[str]]) -> HttpResponseBase:
    """The list as a file to save."""
    return downloads.table(downloads.Table(name, heads, rows, widths=(30, 40)), downloads.dated(name), form)


def topic_name(code: str) -> str:
    """What a topic is called, in the reader's language."""
    topic = topics().get(code)
    return topic.name((get_language() or "nl")[:2]) if topic else code


def measure_heads() -> tuple[str, ...]:
    """The heads of the library."""
    return (_("Measure"), _("What is done"), _("About"), _("Kind"), _("State"), _("Owner"), "Art. 32(1)",
            "ISO/IEC 27001:2022", "NEN 7510-2", _("Version"), _("Newest evidence"), _("Reviewed"), _("Effect"),
            _("Next review"), _("Agreements"), _("Lacks"))  # fmt: skip


def measure_cells(rows: Iterable[Any]) -> Iterator[tuple[str, ...]]:
    """A line a measure."""
    today = timezone.localdate()
    for row in rows:
        yield (
            row.name,
            row.text,
            topic_name(row.topic),
            row.get_kind_display(),
            row.get_standing_display(),
            str(row.owner or ""),
            ", ".join(row.article_32),
            ", ".join(row.iso27001),
            ", ".join(row.nen7510),
            str(row.version),
            _day(row.proven_on),
            _day(row.reviewed_on),
            row.get_effect_display() if row.effect else "",
            _day(row.review_on),
            str(row.promised),
            "; ".join(str(GAPS[gap]) for gap in gaps_of(row, today)),
        )


def promise_heads() -> tuple[str, ...]:
    """The heads of what agreements promise."""
    return (_("Party"), _("Agreement"), _("Heading"), _("Promised"), _("About"), _("State"), _("Measure"),
            _("In place"), _("Decided by"), _("Decided at"))  # fmt: skip


def promise_cells(rows: Iterable[Any]) -> Iterator[tuple[str, ...]]:
    """A line a promise."""
    for row in rows:
        yield (
            row.agreement.counterparty_name,
            row.agreement.title,
            row.heading,
            row.words,
            topic_name(row.topic),
            row.get_state_display(),
            row.measure.name if row.measure else row.reason,
            row.measure.get_standing_display() if row.measure else "",
            str(row.by or ""),
            f"{timezone.localtime(row.at):%Y-%m-%d %H:%M}" if row.by else "",
        )


def certificate_heads() -> tuple[str, ...]:
    """The heads of the certificates."""
    return (_("Standard"), _("Holder"), _("Issued by"), _("Number"), _("For what"), _("Issued on"), _("Valid until"),
            _("Kept at"), _("Ended, because"))  # fmt: skip


def certificate_cells(rows: Iterable[Any]) -> Iterator[tuple[str, ...]]:
    """A line a certificate."""
    for row in rows:
        yield (row.standard, row.holder, row.issuer, row.number, row.scope, _day(row.issued_on), _day(row.expires_on),
               row.kept_at, row.ended_reason)  # fmt: skip


def wish_heads() -> tuple[str, ...]:
    """The heads of the wishes."""
    return (_("Reference"), _("Party"), _("Asked on"), _("Asked by"), _("What is asked"), _("State"), _("Price"),
            _("Terms"), _("Signed on"), _("Kept at"), _("Measure"), _("Carried out"), _("Charged"))  # fmt: skip


def wish_cells(rows: Iterable[Any]) -> Iterator[tuple[str, ...]]:
    """A line a wish."""
    for row in rows:
        yield (
            row.reference,
            row.agreement.counterparty_name or row.agreement.title,
            _day(row.asked_on),
            row.asked_by,
            row.what,
            row.get_state_display(),
            price(row.price_cents),
            row.terms,
            _day(row.signed_on),
            row.kept_at,
            row.measure.name if row.measure else "",
            _day(row.done_on),
            _day(row.charged_on),
        )


def _day(on: Any) -> str:
    return on.isoformat() if on else ""
