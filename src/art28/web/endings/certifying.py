"""The certificate: made in both languages once nothing is left, kept by its hash in the evidence, and the ending is complete.

It names places, days, methods and who attests; nothing of what was deleted is kept for it.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from art28.agreement.duties import Action
from art28.evidence.chain import Head
from art28.obligations.ending import surviving
from art28.sealing.key import NoSeal
from art28.typesetting.pdf import WITH_DATA, own, typeset
from art28.web.accounts.access import Actor
from art28.web.agreements import deriving
from art28.web.agreements.models import Direction
from art28.web.audit.actions import record
from art28.web.audit.sealing import head_of, seal
from art28.web.endings import actions, asking, queries, telling
from art28.web.endings.models import Certificate, Choice, ChosenHow, Ending, Item, KeptOn, Kind
from art28.web.endings.refusals import Refused, Why
from art28.web.endings.saying import agreed_of, cited
from art28.web.signing import sealing as operator

LANGUAGES = ("nl", "en")
_NAMED = 5
_DATA = "certificate.json"


def certify(row: Ending, *, signed_by: str, actor: Actor, now: datetime) -> Sequence[Certificate]:
    """Declare in both languages that the data are gone, which completes the ending. Raises `Refused`."""
    _check(row)
    seal(row.organisation_id, now=now)  # so that the certificate witnesses what was done until now
    head = head_of(row.organisation_id)
    ours = row.agreement.direction != Direction.CONTROLLER  # else the other side declares, and this keeps that it did
    documents = _documents(row, signed_by=signed_by, head=head, now=now) if ours else {}
    with transaction.atomic():
        actions.lock(row)
        _check(row)
        made = [
            Certificate.objects.create(
                organisation=row.organisation,
                ending=row,
                language=language,
                pdf=content,
                sha256=hashlib.sha256(content).hexdigest(),
                signed_by=signed_by,
                made_at=now,
            )
            for language, content in documents.items()
        ]
        with translation.override(row.organisation.language):
            reason = _("certificate in Dutch and English")
        actions.end_clock(row, Action.RETURN_OR_DELETE, at=now, reason=reason, actor=actor, now=now)
        actions.end_clock(row, Action.CERTIFY_DELETION, at=now, reason=reason, actor=actor, now=now)
        row.completed_at = now
        row.save(update_fields=("completed_at",))
        kept = row.items.filter(deleted_at=None).count()
        content = {"signed_by": signed_by, "stays": kept, "head": head.hash, "count": head.count}
        content |= {f"certificate_{each.language}_sha256": each.sha256 for each in made}
        if made:
            asking.tell_complete(row, signed_by=signed_by, actor=actor, now=now)
        record(
            organisation=row.organisation, actor=actor, kind="ending.certified", subject=row, at=now, content=content
        )
    return made


def _check(row: Ending) -> None:
    actions.require_choice(row)
    if row.choice == Choice.RETURN and row.returned_at is None:
        raise Refused(Why.NOT_RETURNED, clause=cited(agreed_of(row.agreed).clause("end.data")))
    left = list(queries.outstanding(row).order_by("kind", "name")[: _NAMED + 1])
    if left:
        names = "; ".join(f"{each.name} ({telling.until(each)})" for each in left[:_NAMED])
        raise Refused(Why.OUTSTANDING, what=f"{names}; …" if len(left) > _NAMED else names)


def _documents(row: Ending, **said: Any) -> dict[str, bytes]:
    """The certificate in each language under the operator's seal; where there is none, without, and it speaks of none."""
    # What seals takes long to import, and few processes ever do.
    from art28.sealing.seal import seal

    try:
        key = replace(operator.key(), timestamp_url="")  # whoever declares waits for no other host
        return {
            language: seal(document(row, language, sealed=True, **said), key, reason="certificate")[0]
            for language in LANGUAGES
        }
    except NoSeal:
        return {language: document(row, language, sealed=False, **said) for language in LANGUAGES}


def document(row: Ending, language: str, *, sealed: bool, signed_by: str, head: Head, now: datetime) -> bytes:
    """The certificate in one language, as an accessible PDF that encloses the same as data; `sealed` says it will be."""
    with translation.override(language):
        content = _content(row, language, signed_by=signed_by, head=head, now=now)
        if sealed:
            content["evidence"] += " " + _(
                "The file carries the seal of the operator of this application: a reader that checks signatures shows "
                "whether a single byte was changed since."
            )
    inputs = {
        "data": json.dumps(content, ensure_ascii=False),
        "enclosed": json.dumps(enclosed(row, head, now), ensure_ascii=False, indent=1, sort_keys=True),
    }
    return typeset(own("art28.typesetting/certificate"), inputs, made_at=now, standards=WITH_DATA)


def _content(row: Ending, language: str, *, signed_by: str, head: Head, now: datetime) -> dict[str, Any]:
    zone = ZoneInfo(row.organisation.time_zone)
    places = queries.items(row)
    gone, stays = [each for each in places if each.deleted_at], [each for each in places if not each.deleted_at]
    local = now.astimezone(zone)
    controller, processor = telling.parties(row)
    title = _("Certificate of return and deletion") if row.returned_at else _("Certificate of deletion")
    return {
        "language": language,
        "title": title,
        "sender": processor,
        "reference": row.event.reference.split(" ")[0],
        "date": [local.year, local.month, local.day],
        "margin": _margin(row, controller, processor, local.date()),
        "declaration": _declaration(row, controller, processor, any_stay=bool(stays)),
        "returned": _returned(row, zone),
        "checksums": row.checksums_sha256,
        "deleted": [_gone(each, zone) for each in gone],
        "stays": [_staying(each) for each in stays],
        "survives": telling.outliving(surviving(deriving.standing(row.agreement), holds_data=bool(stays))),
        "evidence": _(
            "What this certificate says is on record in the evidence of %(sender)s, up to record %(count)s with the head "
            "below. The record “ending.certified” that follows it holds the SHA-256 of this file; the evidence pack and the "
            "checker in it show so without a network."
        )
        % {"sender": processor, "count": head.count},
        "head": head.hash,
        "closing": _("Drawn up on %(day)s.") % {"day": _day(local.date())},
        "signed_by": signed_by,
        "data_name": _DATA,
        "words": _words(),
    }


def _words() -> dict[str, Any]:
    return {
        "page": _("Page"),
        "returned": _("What was returned"),
        "checksums": _("SHA-256 of the list of checksums, which holds one of every file"),
        "deleted": _("What was deleted"),
        "deleted_heads": [_("Where or what"), _("Kind"), _("Deleted on"), _("How, and who attests")],
        "stays": _("What stays"),
        "stays_opening": _("These stay on the ground named, under secrecy, and are deleted after the last day:"),
        "stays_heads": [_("What"), _("Ground"), _("Until and including")],
        "nothing_stays": _("Nothing. No copy is kept, on any ground."),
        "survives": _("What goes on"),
        "evidence": _("How this can be checked"),
    }


def _margin(row: Ending, controller: str, processor: str, today: date) -> list[dict[str, str]]:
    notice = f"{_day(row.noticed_on)}, {telling.GIVEN_BY[row.notice_by]}"
    chosen = f"{Choice(row.choice).label}, {ChosenHow(row.chosen_how).label}" if row.choice else ""
    rows = (
        (_("Controller"), controller),
        (_("Processor"), processor),
        (_("Agreement"), row.agreement.title),
        (_("Notice of termination"), f"{notice} ({cited(row.clause)})" if row.clause else notice),
        (_("Ended on"), _day(row.ends_on)),
        (_("Choice"), chosen + (f" ({_day(row.chosen_at.date())})" if row.chosen_at else "")),
        (_("Date"), _day(today)),
    )
    return [{"label": label, "value": value} for label, value in rows if value]


def _declaration(row: Ending, controller: str, processor: str, *, any_stay: bool) -> list[str]:
    told = {"processor": processor, "controller": controller, "clause": cited(agreed_of(row.agreed).clause("end.data"))}
    if row.returned_at:
        text = _(
            "%(processor)s declares that the personal data which it processed for %(controller)s under this agreement have "
            "been returned, and that every copy of them has been deleted: in its own systems, in back-ups, and at its "
            "sub-processors (%(clause)s)."
        )
    else:
        text = _(
            "%(processor)s declares that the personal data which it processed for %(controller)s under this agreement have "
            "been deleted, with every copy: in its own systems, in back-ups, and at its sub-processors (%(clause)s)."
        )
    rest = _("Excepted is only what stays on a ground of the law or for proof, and is listed under “What stays”.")
    return [text % told, rest] if any_stay else [text % told]


def _returned(row: Ending, zone: ZoneInfo) -> list[dict[str, str]]:
    if row.returned_at is None:
        return []
    received = ""
    if row.received_at is not None:
        received = f"{_day(row.received_at.astimezone(zone).date())}, {row.received_by}"
    rows = (
        (_("Handed over on"), _day(row.returned_at.astimezone(zone).date())),
        (_("Format"), row.return_format),
        (_("By which way"), row.return_how),
        (_("Files"), str(row.checksums.count("\n"))),
        (_("Receipt confirmed"), received),
    )
    return [{"label": label, "value": value} for label, value in rows if value]


def _gone(place: Item, zone: ZoneInfo) -> list[str]:
    on = _day(place.deleted_at.astimezone(zone).date()) if place.deleted_at else ""
    by = _("attested by %(who)s") % {"who": place.attested_by} if place.attested_by else ""
    return [place.name, str(Kind(place.kind).label), on, "; ".join(part for part in (place.method, by) if part)]


def _staying(place: Item) -> list[str]:
    ground = place.kept_provision or str(KeptOn(place.kept_on).label)
    return [
        place.kept_what or place.name,
        f"{ground}: {place.kept_reason}",
        _day(place.kept_until) if place.kept_until else "",
    ]


def enclosed(row: Ending, head: Head, now: datetime) -> Mapping[str, Any]:
    """The certificate as data: the same in every language."""
    controller, processor = telling.parties(row)
    places = queries.items(row)
    return {
        "format": "art28-certificate/1",
        "made_at": now.isoformat(),
        "controller": controller,
        "processor": processor,
        "agreement": row.agreement.title,
        "noticed_on": row.noticed_on.isoformat(),
        "ends_on": row.ends_on.isoformat(),
        "choice": row.choice,
        "chosen_how": row.chosen_how,
        "returned_at": row.returned_at.isoformat() if row.returned_at else None,
        "checksums_sha256": row.checksums_sha256 or None,
        "deleted": [
            {
                "name": each.name,
                "kind": each.kind,
                "at": each.deleted_at.isoformat(),
                "method": each.method,
                "attested_by": each.attested_by or None,
                "proof_sha256": each.proof_sha256 or None,
            }
            for each in places
            if each.deleted_at
        ],
        "stays": [
            {
                "name": each.kept_what or each.name,
                "ground": each.kept_on,
                "parameter": each.kept_law or None,
                "provision": each.kept_provision or None,
                "until": each.kept_until.isoformat() if each.kept_until else None,
            }
            for each in places
            if not each.deleted_at
        ],
        "evidence": {"head": head.hash, "count": head.count},
    }


def _day(on: date) -> str:
    return date_format(on, "j F Y")
