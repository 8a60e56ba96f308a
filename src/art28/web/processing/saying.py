"""Codes of records -> words: what lacks, what stands in the way, what differs, countries and what transfers rest on."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.law.destinations import Level
from art28.web.processing.comparing import Difference, Side
from art28.web.processing.entries import Transfer
from art28.web.processing.gaps import Gap, Lacking
from art28.web.processing.judging import Refused, Why
from art28.web.processing.models import Operation, Sensitive
from art28.web.processing.reading import Point

GAPS: Mapping[Gap, str | Promise] = {
    Gap.NO_ROWS: _("Nothing is known of what is processed. Add it by hand, or say which services are taken."),
    Gap.NO_PURPOSE: _("No purpose is known of this. Ask the controller, who sets it."),
    Gap.NO_DATA_SUBJECTS: _("The agreement names no categories of data subjects. Ask the controller for them."),
    Gap.NO_RETENTION: _("It is not said how long this is kept."),
    Gap.SERVICE_WITHOUT_ROW: _("The agreement names this service and says nothing of its processing."),
    Gap.UNKNOWN_SUB_PROCESSOR: _("This says what the sub-processor is and not who. Fill in its name."),
    Gap.NO_LEGAL_BASIS: _("The controller has not named its legal basis."),
    Gap.NOT_ASSESSED: _("It began without a decision on an impact assessment."),
    Gap.NOT_CONFIRMED: _("The agreement has the controller stand for this annex, and it has not confirmed it."),
    Gap.CHANGED_SINCE: _("The record changed since the controller confirmed it. Have it confirmed again."),
    Gap.SPECIAL_NOT_STATED: _("The agreement leaves special categories out, and these are among the data."),
    Gap.SPECIAL_WITHOUT_MEASURES: _("Extra measures, the judgement that they suffice, or its explanation lack."),
    Gap.OUTSIDE_DATA: _("A breach concerns data that this record doesn't hold."),
    Gap.NO_SAFEGUARD: _("Data go outside the EEA with nothing on file that it rests on."),
}
WHY_NOT: Mapping[str, str | Promise] = {
    Why.PURPOSE: _("The agreement doesn't know this purpose. Have the controller notify it, or name its consent."),
    Why.SERVICE: _("This serves none of the services agreed. Name the controller's consent, or another service."),
    Why.OPERATION: _("The annex doesn't allow this operation. Name the controller's consent to it."),
    Why.COUNTRY: _("The agreement keeps data within its region. Name the controller's written order first."),
    Why.SPECIAL: _("The agreement leaves special categories out. Record first where the annex states them."),
    Why.NO_PURPOSE: _("Every activity points to a purpose: choose one."),
    Why.CONSENT_LATE: _("The consent must be given before the processing begins."),
    Why.TWICE: _("This stands on the record already."),
    Why.NOT_ASSESSED: _("Decide on an impact assessment first: needed and carried out, or why not."),
    Why.NOT_BY_THE_CONTROLLER: _("Only the controller sets purposes: say who notified it."),
    Why.CHANGED: _("Somebody else changed this row meanwhile. Compare first."),
}
KINDS: Mapping[str, str | Promise] = {
    "data": _("Data"),
    "data_subjects": _("Data subjects"),
    "purpose": _("Purpose"),
    "sub_processor": _("Sub-processor"),
    "service": _("Service"),
}
POINTS: Mapping[str, str | Promise] = {
    Point.ENGAGES: _("Engaged by the controller, who holds the data"),
    Point.DETERMINES: _("The controller alone sets purposes and means"),
    Point.OWNERSHIP: _(
        "The data stay the property of the controller or the people: the processor has no claim on them"
    ),
    Point.FINALLY_RESPONSIBLE: _("The controller bears final responsibility"),
    Point.NOT_OURS: _("Not the processor's to answer for: collection, other purposes, third parties"),
    Point.ENVIRONMENT: _("Processed in an automated environment"),
    Point.CONFIRMED: _("The controller stands for the annex being right and complete"),
    Point.ON_RECORD: _("Where processing is logged"),
    Point.NO_OTHER_USE: _("No use for another purpose than the controller's"),
}
_LEVELS: Mapping[Level, str | Promise] = {
    Level.ADEQUATE: _("adequacy decision (Art. 45)"),
    Level.IN_PART: _("adequacy decision for some recipients (Art. 45)"),
    Level.NONE: _("no adequacy decision"),
    Level.UNKNOWN: _("country not known"),
}


def refusal(error: Refused) -> str:
    """What stands in the way, the words concerned and the clause."""
    parts = [str(WHY_NOT[error.code])]
    if error.what:
        parts.append(f"({word(error.what)})")
    if error.place:
        parts.append(gettext("Clause: %(place)s.") % {"place": error.place})
    return " ".join(parts)


def word(text: str) -> str:
    """Codes of operations and kinds of data in words, in a list; any other text as it is."""
    return ", ".join(_word(each.strip()) for each in text.split(","))


def _word(code: str) -> str:
    if code in Operation.values:
        return str(Operation(code).label)
    return str(Sensitive(code).label) if code in Sensitive.values else code


def operations(codes: list[str]) -> str:
    """Operations in words."""
    return ", ".join(str(Operation(each).label) for each in codes if each in Operation.values)


def lacking(each: Lacking) -> str:
    """What lacks, in words."""
    return str(GAPS[each.gap])


def difference(each: Difference) -> str:
    """On which side something stands alone."""
    if each.side is Side.CATALOGUE:
        return gettext("Only with the service %(names)s") % {"names": ", ".join(each.services)}
    return gettext("Only in the agreement")


def level(of: Level) -> str:
    """How the Regulation sees a country, in words."""
    return str(_LEVELS.get(of, ""))


def transfer(each: Transfer) -> str:
    """To whom data go, where, and on what that rests."""
    rests = str(each.safeguard.get_kind_display()) if each.safeguard else ""
    if each.safeguard:
        rests += f" ({each.safeguard.signed_on:%d-%m-%Y})"
    country = labels.country(each.to.country, get_language() or "nl")
    parts = (each.recipient, country, level(each.to.level), rests)
    return " · ".join(part for part in parts if part)
