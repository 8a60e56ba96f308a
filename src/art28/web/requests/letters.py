"""A request as it stands -> the letters that its person may get, in their language; shown and printed, kept nowhere."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from django.utils import translation

from art28.notices.correspondence import PersonLetter, person_letter
from art28.notices.language import Language, instant, language_of, listed
from art28.obligations.rights import GROUNDS, PlaceKind, RefusalGround, StepKind
from art28.web.parties import queries as parties
from art28.web.requests import queries
from art28.web.requests.models import GROUND_LABELS, RIGHT_LABELS, Identity, Role, StepState, SubjectRequest

NAMES = ("person_passed_on", "person_identity", "person_extended", "person_answer")


def offered(row: SubjectRequest) -> tuple[str, ...]:
    """Which letters fit how the request stands."""
    if row.person.erased_at is not None:
        return ()
    if row.role == Role.PROCESSOR:
        return ("person_passed_on",) if queries.all_passed(row) else ()
    found = ["person_identity"] if row.identity == Identity.ASKED else []
    clock = queries.answer_clock(row)
    if clock is not None and (row.is_open or clock.revision):
        found.append("person_extended")
    return (*found, "person_answer")


def letter(row: SubjectRequest, name: str, *, language: Language | None = None) -> PersonLetter:
    """The letter `name` as it would read now; in the person's language unless told otherwise."""
    spoken = language or language_of(row.person.language)
    own = list(parties.legal_entities(row.organisation)[:2])
    sender = own[0].name if len(own) == 1 else row.organisation.name
    with translation.override(spoken.value):
        filled = _filled(row, spoken)
    return person_letter(name, addressee=row.person.name, sender=sender, filled=filled, language=spoken)


def _filled(row: SubjectRequest, language: Language) -> Mapping[str, str]:
    zone = ZoneInfo(row.organisation.time_zone)
    clock = queries.answer_clock(row)
    steps = queries.steps(row)
    told = [step.place for step in steps if step.kind == StepKind.TELL and step.state == StepState.DONE]
    told += [
        step.place
        for step in steps
        if step.place_kind == PlaceKind.SUB_PROCESSOR and step.kind in _TOLD_BY_DOING and step.state == StepState.DONE
    ]
    controllers = [each.agreement.counterparty_name for each in queries.concerned(row) if each.left_out_at is None]
    grounds = [RefusalGround(each) for each in row.grounds]
    gdpr = {Language.NL: "{} (artikel {})", Language.EN: "{} (Article {})"}[language]
    return {
        "reference": row.reference,
        "received": instant(row.received_at, zone=zone, language=language).split(",")[0],
        "rights": listed([str(RIGHT_LABELS[right]).lower() for right in row.asked], language=language),
        "controller": listed([name for name in controllers if name], language=language),
        "identity": row.identity_means,
        "until": instant(clock.ends_at, zone=zone, language=language).split(",")[0] if clock and clock.ends_at else "…",
        "granted": "1" if row.outcome == "granted" else "",
        "partly": "1" if row.outcome == "partly" else "",
        "refused": "1" if row.outcome == "refused" else "",
        "no_data": "1" if row.outcome == "no_data" else "",
        "grounds": listed(
            [gdpr.format(str(GROUND_LABELS[each]).lower(), GROUNDS[each].provision) for each in grounds],
            language=language,
        ),
        "reason": row.reason or _extension_reason(clock) or "…",
        "recipients": listed(list(dict.fromkeys(told)), language=language),
        "files": "1" if queries.files(row) else "",
    }


_TOLD_BY_DOING = (StepKind.CORRECT, StepKind.DELETE, StepKind.RESTRICT)


def _extension_reason(clock: object) -> str:
    changes = getattr(clock, "changes", None)
    newest = changes.filter(kind="extended").order_by("-number").first() if changes is not None else None
    return newest.reason if newest else ""
