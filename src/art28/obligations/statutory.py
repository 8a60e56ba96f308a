"""Periods that the law itself counts out: action -> ISO 8601, as it stands on a date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from art28.agreement.duties import Action
from art28.law.parameter import Parameter, Unit, parameter, parameters

STATUTORY: Mapping[Action, str] = MappingProxyType(
    {
        Action.NOTIFY_AUTHORITY: "gdpr.breach.authority",
        Action.ANSWER_REQUEST: "gdpr.request.answer",
        Action.WARN_OF_INCIDENT: "cbw.early_warning",
        Action.REPORT_INCIDENT: "cbw.incident_report",
        Action.REPORT_INCIDENT_PROGRESS: "cbw.final_report",
        Action.REPORT_INCIDENT_FINALLY: "cbw.final_report",
    }
)
"""Actions whose period stands in the law, with the parameter that holds it."""

_ISO = {Unit.HOURS: "PT{}H", Unit.DAYS: "P{}D", Unit.WEEKS: "P{}W", Unit.MONTHS: "P{}M", Unit.YEARS: "P{}Y"}


@dataclass(frozen=True, slots=True)
class StatutoryPeriod:
    """A period of the law: ISO 8601, and the parameter and date it was taken from ("gdpr.breach.authority@2018-05-25")."""

    period: str
    version: str


def in_force(action: Action, on: date) -> StatutoryPeriod | None:
    """The law's own period for `action` on that day; None where the law counts none out."""
    key = STATUTORY.get(action)
    return written(parameter(key, on)) if key is not None else None


def latest(action: Action) -> StatutoryPeriod:
    """The newest period the law gives for `action`: what a promise shows that no event has dated yet."""
    return written(parameters()[STATUTORY[action]][-1])


def written(found: Parameter) -> StatutoryPeriod:
    """A parameter as a period, with its id and date."""
    return StatutoryPeriod(_ISO[found.unit].format(found.value), f"{found.id}@{found.valid_from.isoformat()}")
