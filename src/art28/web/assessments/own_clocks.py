"""The clocks that the law lays on the controller itself."""

from datetime import datetime
from zoneinfo import ZoneInfo

from art28.agreement.duties import Action, Duty
from art28.obligations import start as core
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.assessments.queries import Case
from art28.web.breaches.models import Breach
from art28.web.clocks import actions as clocks
from art28.web.clocks import queries as clock_queries
from art28.web.clocks.models import Obligation


def begun(organisation: Organisation, duty: Duty, *, at: datetime, reason: str, version: str = "") -> core.Obligation:
    """A duty of the controller as an obligation that counts from `at`, and ends when it is done."""
    event = core.Event(duty.trigger, at, reason[:300])
    zone = ZoneInfo(organisation.time_zone)
    return core.start(duty, event, facts_version=version, zone=zone, ends_by=core.Proof.DONE)


def start_own(found: Case, duty: Duty, *, at: datetime, reason: str, actor: Actor, now: datetime) -> None:
    """Start a clock that the law lays on the controller itself, with the owner of the notification's."""
    breach = found.breach
    clocks.start_own(
        breach.organisation,
        begun(breach.organisation, duty, at=at, reason=reason),
        subject=clocks.Subject(breach.subject_kind, breach.pk, breach.label),
        following=(),
        owner=found.clock.owner if found.clock else None,
        actor=actor,
        now=now,
    )


def clock_of(breach: Breach, action: Action) -> Obligation | None:
    """The organisation's own clock of that duty as controller."""
    rows = clock_queries.obligations(breach.organisation).select_related("organisation")
    found = rows.filter(
        subject_kind=breach.subject_kind, subject_id=breach.pk, action=action, bearer="controller", ours=True
    )
    return found.order_by("-made_at", "-id").first()
