"""Who minds which limit: given away as limits begin to run, and the reasons of those that passed, as people would do it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType

from art28.agreement.duties import Action
from art28.web.accounts.access import WORKER
from art28.web.accounts.rights import Role
from art28.web.clocks import actions as clocks
from art28.web.clocks import passing
from art28.web.clocks.assigning import MOST, assign_many
from art28.web.clocks.models import Obligation, State
from art28.web.demo.world import World

_UNMINDED = timedelta(hours=6)
"""For how long nobody in particular has a limit that just began: the team looks at it first."""
_MINDS: Mapping[str, Role] = MappingProxyType(
    {
        Action.DELETE_RETAINED: Role.ENGINEER,
        Action.RETURN_OR_DELETE: Role.ENGINEER,
        Action.CERTIFY_DELETION: Role.ENGINEER,
        Action.ASSIST_REQUEST: Role.ENGINEER,
        Action.REVIEW_MEASURES: Role.ENGINEER,
        Action.SCREEN_STAFF: Role.OWNER,
        Action.BIND_STAFF: Role.OWNER,
        Action.CARRY_OUT_MEASURE: Role.OWNER,
    }
)
"""Whose work it is; all else is the privacy officer's."""
_REASONS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("change", Action.NOTIFY_SUB_PROCESSOR_CHANGE): (
            "Deze overeenkomst vraagt een langere aankondiging dan de planning toeliet. De klant is gebeld; voor deze klant "
            "gaat de wijziging later in."
        ),
        ("staff", Action.SCREEN_STAFF): (
            "De verklaring is aangevraagd, maar nog niet binnen. Tot die tijd werkt deze medewerker niet met gegevens van "
            "klanten die haar vragen."
        ),
        ("certificate", Action.REVIEW_MEASURES): (
            "De heraudit is een maand verplaatst. De certificerende instelling bevestigt dat er geen afwijkingen openstaan."
        ),
    }
)
"""Why a limit passed, by what it is about and what must be done; of the others nobody has said why yet."""


def mind(world: World, at: datetime) -> None:
    """Say which limits passed, as a worker does, and give away what nobody has yet."""
    while passing.mark_late_many(actor=WORKER, now=at, limit=MOST):
        pass
    unminded = Obligation.objects.filter(
        organisation=world.organisation, ended_at=None, ours=True, owner=None, made_at__lte=at - _UNMINDED
    )
    whose: dict[Role, list[Obligation]] = {}
    for row in unminded.only("id", "action", "subject_kind").order_by("id")[:MOST]:
        whose.setdefault(_MINDS.get(row.action, Role.PRIVACY_OFFICER), []).append(row)
    for role, rows in whose.items():
        assign_many(world.organisation, [row.pk for row in rows], owner=world.user(role), **world.did(at))


def explain(world: World, at: datetime) -> None:
    """Keep why limits passed that are late now, where it is known."""
    late = Obligation.objects.select_related("organisation").filter(
        organisation=world.organisation, state=State.LATE, ended_at=None, ours=True, late_reasons=""
    )
    for row in late.order_by("id"):
        reasons = _REASONS.get((row.subject_kind, row.action))
        if reasons is not None:
            clocks.explain_lateness(row, reasons=reasons, **world.acted(at))
