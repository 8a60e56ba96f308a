"""What an agreement on the frozen list is told: its letter, and until when its other side may object."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils import translation

from art28.notices.correspondence import Correspondence, called, letter
from art28.notices.language import Language, instant, language_of
from art28.notices.notice import Evidence, LetterKind, Notice
from art28.notices.subprocessing import Told, change_words, day_words, particulars
from art28.obligations.impact import Need
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.notices import actions as outbox
from art28.web.notices.outside import answer_url
from art28.web.subprocessors import impacts, proposals
from art28.web.subprocessors.models import Affected, Proposal, Safeguard

KINDS: Mapping[int, LetterKind] = {
    Need.NOTICE: LetterKind.SUBPROCESSOR_NOTICE,
    Need.CONSENT: LetterKind.CONSENT_REQUEST,
}
"""Which letter an agreement gets, by what it asks; one that forbids the change gets none: that takes talks."""


class Window(NamedTuple):
    """Until when the other side may object, as an instant and in words; `source` says whose period it is."""

    ends_at: datetime | None
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Saying:
    """What the sender decides of a letter."""

    recipient_name: str
    signed_by: str
    late_reasons: str = ""


def language_for(agreement: Agreement) -> Language:
    """The language in which the parties of an agreement write to each other."""
    return language_of(agreement.language or agreement.organisation.language)


def window_of(row: Affected, found: Proposal, told_at: datetime, language: Language) -> Window:
    """The strictest reading: of the agreement's own period and a day set by hand, the later.

    The organisation's own time counts where the agreement names none; without either, until the change takes effect.
    """
    zone = ZoneInfo(found.organisation.time_zone)
    own = row.period or (f"P{found.window_days}D" if found.window_days else "")
    limit = impacts.window(own, told_at, zone, working_days=row.working_days) if own else None
    source = "agreement" if row.period else "own" if limit else "none"
    ends_at = limit.ends_at if limit else None
    words = ""
    if limit is not None:
        last = limit.last_day
        words = day_words(last, language) if last else instant(limit.ends_at, zone=zone, language=language)
    if row.own_window_on is not None:
        by_hand = datetime.combine(row.own_window_on, time.max, tzinfo=zone)
        if ends_at is None or by_hand > ends_at:
            return Window(by_hand, day_words(row.own_window_on, language), "by_hand")
    return Window(ends_at, words, source)


def told_of(found: Proposal, language: Language) -> Told:
    """The change as customers are told; two queries."""
    who = found.sub_processor
    place = " ".join(part for part in (who.postcode, who.city) if part)
    address = ", ".join(part for part in (who.street, place, who.country) if part)
    kept = Safeguard.objects.filter(organisation=found.organisation_id, sub_processor=who, ended_at=None)
    with translation.override(language.value):
        safeguards = {each.country: str(each.get_kind_display()) for each in kept.order_by("signed_on", "id")}
    return Told(
        kind=found.kind,
        name=who.name,
        address=address,
        contact=", ".join(part for part in (who.contact_name, who.email, who.phone) if part),
        replaced=found.replaced.name if found.replaced else "",
        role=found.role,
        services=tuple(each.name for each in proposals.services_of(found)),
        countries=tuple(found.countries),
        planned_on=found.planned_on,
        why=found.why,
        safeguards=safeguards,
    )


@dataclass(frozen=True, slots=True)
class Named:
    """How the letter calls the agreement: where its clause stands, who signs it as processor, when it was signed."""

    provision: str = ""
    sender: str = ""
    signed_on: str | None = None


def named(found: Proposal, agreement_ids: Collection[UUID]) -> Mapping[UUID, Named]:
    """The same for several agreements, in one query."""
    keys = ("processor.name", "term.signed_on", "subprocessors.authorisation")
    values: dict[UUID, dict[str, str]] = {}
    for agreement_id, key, value, provision in (
        agreements.facts_under(found.organisation, agreement_ids, keys)
        .exclude(value=None)
        .values_list("agreement_id", "key", "value", "provision")
    ):
        said = provision if key == keys[2] else value
        values.setdefault(agreement_id, {})[key] = said if isinstance(said, str) else ""
    return {
        agreement_id: Named(known.get(keys[2], ""), known.get(keys[0], ""), known.get(keys[1]))
        for agreement_id, known in values.items()
    }


def notice(
    row: Affected,
    found: Proposal,
    told: Told,
    known: Named,
    saying: Saying,
    *,
    token: str,
    evidence: Evidence | None,
    now: datetime,
) -> Notice:
    """The letter as it would leave now; `evidence` None for a preview."""
    agreement = row.agreement
    language = language_for(agreement)
    until = window_of(row, found, now, language)
    kind = KINDS[row.need]
    matter = Correspondence(
        kind=kind,
        reference=found.reference,
        agreement=called(agreement.title, known.signed_on, language),
        provision=known.provision,
        sender=known.sender or found.organisation.name,
        addressee=saying.recipient_name,
        other=agreement.counterparty_name,
        filled={
            "name": told.name,
            "planned": day_words(found.planned_on, language),
            "change": change_words(told, language),
            "until": until.words,
            "unbounded": "" if until.words else "1",
            "reply_to": found.reply_to,
            "answer_url": answer_url("subprocessors:answer", token),
            "late": saying.late_reasons if _is_late(row, now) else "",
        },
        sections=particulars(told, language),
        link=outbox.link(token),
        evidence=evidence,
        signed_by=saying.signed_by,
    )
    return letter(matter, language=language)


def _is_late(row: Affected, now: datetime) -> bool:
    return row.tell_by_at is not None and row.tell_by_at < now
