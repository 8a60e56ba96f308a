"""An agreement that was lived in: a breach that was reported late, a request, an audit, costs, a sub-processor abroad."""

from datetime import date, datetime, timedelta

from art28.obligations.rights import SubjectRight
from art28.web.acting import By
from art28.web.audits import actions as audits
from art28.web.breaches.models import Breach
from art28.web.costs.models import Bearer, CaseKind, CostLine, Ground, Incurred
from art28.web.processing import own
from art28.web.purposes import actions as purposes
from art28.web.purposes.models import Kind, OwnPurpose
from art28.web.requests import actions as requests
from art28.web.requests.models import Role as OwnRole
from art28.web.requests.models import Source, SubjectRequest
from art28.web.subprocessors import actions as subprocessors
from web.breaches.world import NOW, World, actor, breach
from web.processing.world import drawn
from web.processing.world import world as processing
from web.subprocessors.world import sub_processor

PERSON = "Wietske Elzinga"


def request(given: World, at: datetime = NOW) -> SubjectRequest:
    """A request under the agreement; the person's name may stand in no report."""
    asking = requests.Asking(
        role=OwnRole.PROCESSOR,
        rights=(SubjectRight.ACCESS, SubjectRight.ERASURE),
        name=PERSON,
        reach="",
        asked="",
        received_at=at,
    )
    origin = requests.Origin(source=Source.FORM, by=given.owner)
    who = actor(given.owner)
    return requests.take_in(given.organisation, asking, (given.agreement,), origin=origin, actor=who, now=at)


def cost(given: World, about: Breach, cents: int = 12_500) -> CostLine:
    """An hour and a half and expenses on a breach."""
    return CostLine.objects.create(
        organisation=given.organisation, agreement=given.agreement, case_kind=CaseKind.BREACH, case_id=about.pk,
        case_label=about.reference, key="breach.costs", incurred_by=Incurred.PROCESSOR, text="Oorzaak gezocht",
        on=date(2026, 11, 22), minutes=90, hourly_cents=9_000, expense_cents=cents, bearer=Bearer.PROCESSOR,
        ground=Ground.AGREEMENT, provision="9.2", made_at=NOW, made_by=given.owner,
    )  # fmt: skip


def audit(given: World) -> None:
    """An audit that is asked for."""
    wanted = audits.Asked(
        asked_by="J. Okkerse", asked_at=NOW, planned_at=NOW + timedelta(days=30), auditor="Toetsing De Linde",
    )  # fmt: skip
    audits.ask(given.agreement, wanted, by=By(given.owner, actor(given.owner), NOW))


def own_purpose(given: World) -> OwnPurpose:
    """A purpose of the processor's own that the agreement allows."""
    wanted = purposes.Wanted(
        kind=Kind.SURVEY,
        purpose="Tevredenheid meten",
        data=("Contactgegevens",),
        data_subjects=("Bellers",),
        anonymised=False,
    )
    return purposes.register(given.agreement, wanted, by=By(given.owner, actor(given.owner), NOW))


def world() -> World:
    """All of it."""
    given = processing(breach__deadline="PT24H", processing__own_purposes=True)
    who = actor(given.owner)
    found = breach(given)
    request(given)
    audit(given)
    own_purpose(given)
    cost(given, found)
    hosted = sub_processor(given, "Wolkenveld Ltd", country="US", countries=("US", "NL"))
    filed = subprocessors.OnFile(country="US", kind="clauses", signed_on=date(2026, 1, 1), assessed_on=date(2026, 1, 2))
    subprocessors.file_safeguard(hosted, filed, by=given.owner, actor=who, now=NOW)
    own.add(given.organisation, {"name": "Salarissen", "legal_basis": "c"}, actor=who, now=NOW)
    drawn(given)
    return given
