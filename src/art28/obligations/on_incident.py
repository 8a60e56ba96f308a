"""What a significant incident asks of an essential or important entity: its own reports to CSIRT and authority.

These duties are the law's, not an agreement's (Cyberbeveiligingswet arts 25 to 29, after NIS2 art. 23(4)): a set of clocks of
their own beside those of a personal data breach. The periods are dated parameters of secondary sources; what each report
holds has not been held against the official text. The entity is no party under the GDPR here; it stands as processor, which a
managed provider is.
"""

from dataclasses import replace
from datetime import date

from art28.agreement.duties import Action, Duty, DutyLimit, LimitSource, Trigger
from art28.law.parameter import UnknownParameter
from art28.obligations.settled import Wording
from art28.obligations.statutory import in_force
from art28.terms import Role

_CONTENT = {
    Action.WARN_OF_INCIDENT: ("malice_suspected", "cross_border_effect"),
    Action.REPORT_INCIDENT: ("update_of_warning", "incident_severity", "indicators"),
    Action.REPORT_INCIDENT_INTERIM: ("status_update",),
    Action.REPORT_INCIDENT_PROGRESS: ("status_update", "incident_measures"),
    Action.REPORT_INCIDENT_FINALLY: ("incident_description", "root_cause", "incident_measures", "cross_border_effect"),
}
_ARTICLES = {
    Action.WARN_OF_INCIDENT: "26(1)",
    Action.REPORT_INCIDENT: "27(1)",
    Action.REPORT_INCIDENT_INTERIM: "28",
    Action.REPORT_INCIDENT_PROGRESS: "29",
    Action.REPORT_INCIDENT_FINALLY: "29",
}


class NotInForce(ValueError):
    """An incident of a day on which the Act did not hold yet."""


def at_once(on: date) -> tuple[Duty, Duty]:
    """The early warning and the report, both from awareness of the significant incident. Raises `NotInForce`."""
    return _duty(Action.WARN_OF_INCIDENT, on), _duty(Action.REPORT_INCIDENT, on)


def finally_(on: date) -> Duty:
    """The final report, a month after the report. Raises `NotInForce`."""
    return _duty(Action.REPORT_INCIDENT_FINALLY, on)


def while_it_lasts(on: date) -> Duty:
    """The progress report that takes its place while the incident still goes on. Raises `NotInForce`."""
    return _duty(Action.REPORT_INCIDENT_PROGRESS, on)


def after_handling(on: date) -> Duty:
    """The final report of an incident that went on: a month from its handling. Raises `NotInForce`."""
    duty = finally_(on)
    return replace(duty, id=f"{duty.id}.after_handling")


def on_request(on: date, number: int) -> Duty:
    """The intermediate report that the CSIRT or the authority asks for, the `number`th. Raises `NotInForce`."""
    at_once(on)
    duty = _made(Action.REPORT_INCIDENT_INTERIM, DutyLimit(None, Wording.ON_REQUEST, "", LimitSource.LAW))
    return replace(duty, id=f"{duty.id}.{number}")


def _duty(action: Action, on: date) -> Duty:
    try:
        found = in_force(action, on)
    except UnknownParameter as error:
        raise NotInForce(f"the Cyberbeveiligingswet did not hold on {on}") from error
    if found is None:
        raise NotInForce(f"the law counts out no period for {action.value}")
    regime = "hours" if found.period.startswith("PT") else "nl-act"
    return _made(action, DutyLimit(found.period, Wording.FIXED, regime, LimitSource.LAW))


def _made(action: Action, limit: DutyLimit) -> Duty:
    return Duty(
        id=f"{Trigger.SIGNIFICANT_INCIDENT}.{action}",
        action=action,
        trigger=Trigger.SIGNIFICANT_INCIDENT,
        bearer=Role.PROCESSOR,
        beneficiary=Role.PROCESSOR,
        limit=limit,
        channels=(),
        content=_CONTENT[action],
        citations=(),
        provision=f"Cbw art. {_ARTICLES[action]}",
        facts=(),
    )
