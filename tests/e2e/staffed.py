"""Staff in their states: ready and with access, without a statement, leaving, gone; for the pages about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.agreements.models import Agreement
from art28.web.people import access, actions, importing, moving, roles
from art28.web.people.models import Form, Grant, Kind, Level, Matter, MeansKind, TrainingKind
from e2e.page import Page
from web.people import Tenant

WITHOUT_PAGE = frozenset(
    {
        "people:export", "people:export_access", "people:export_movements", "people:export_trainings",
        "people:table", "people:apply", "people:document", "people:act", "people:act_on",
    }
)  # fmt: skip
_TABLE = (
    b"naam;eerste dag;functie;rol;geheimhouding getekend op;bewaard bij\n"
    b"Jip Okkerse;2026-09-01;Monteur;Servicedesk;2026-08-20;personeelsdossier\n"
    b"Noa Berg;ooit;Monteur;;;\n"
)


@dataclass(frozen=True, slots=True)
class Staffed:
    """What there is to look at."""

    ready: UUID
    unbound: UUID
    leaving: UUID
    gone: UUID
    role: UUID
    table: UUID
    agreement: UUID

    def pages(self) -> Iterator[Page]:
        """The pages about staff."""
        yield from (Page("people:list"), Page("people:list", query="q=nergens"), Page("people:list", query="state=all"))
        yield from (Page("people:access"), Page("people:access", query="found=left"), Page("people:roles"))
        yield from (Page("people:movements"), Page("people:trainings"), Page("people:teach"), Page("people:new"))
        yield from (Page("people:new_role"), Page("people:role", (self.role,)), Page("people:upload"))
        yield from (Page("people:preview", (self.table,)), Page("people:agreement", (self.agreement,)))
        yield from (Page("people:access_of", (each,)) for each in (self.ready, self.gone))
        yield from (Page("people:detail", (each,)) for each in (self.ready, self.unbound, self.leaving, self.gone))
        yield from (
            Page("people:grant", (self.ready,)),
            Page("people:grant", (self.ready,), f"agreement={self.agreement}"),
        )


def staff(ours: Tenant, under: Agreement) -> Staffed:
    """People who work here and worked here, one of each kind."""
    owner, today = ours.members[Role.OWNER].user, timezone.localdate()
    by = By(owner, ours.actor(Role.OWNER), timezone.now())
    long_ago = today - timedelta(days=400)
    lines = (
        roles.Line(
            activity="Storingen verhelpen op afstand",
            operations=("consult", "use", "record"),
            data=("contactgegevens", "inhoud van meldingen"),
            environment="Ticketsysteem en beheerportaal",
        ),
        roles.Line(activity="Back-ups controleren", operations=("consult",), data=("metagegevens",)),
    )
    role = roles.add(
        ours.organisation, roles.Profile(name="Servicedesk", description="Eerste lijn", lines=lines), by=by
    )

    def joined(name: str, **about: Any) -> Any:
        given: dict[str, Any] = {"role": role, "joined_on": long_ago, **about}
        return actions.join(ours.organisation, actions.About(name=name, **given), by=by)

    def bound(name: str, **about: Any) -> Any:
        row = joined(name, **about)
        signed = actions.Signed(matter=Matter.SECRECY, form=Form.CONTRACT, signed_on=long_ago, kept_at="dossier 12")
        actions.bind(row, signed, by=by)
        actions.see(row, issued_on=long_ago - timedelta(days=9), seen_on=long_ago, by=by)
        asked = access.Asked(
            agreement=under,
            service=None,
            system="Beheerportaal",
            account=name.casefold().replace(" ", "."),
            operations=("consult", "use"),
            need="Storingen bij deze klant verhelpen",
        )
        access.grant(row, asked, by=by)
        actions.hand(row, kind=MeansKind.LAPTOP, name="INV-0231", handed_on=long_ago, by=by)
        return row

    ready = bound("Saar Vliet", function="Servicedeskmedewerker", email="saar@veldlicht.example")
    taught = actions.Taught(
        kind=TrainingKind.INSTRUCTION,
        title="Omgaan met klantgegevens",
        on=today - timedelta(days=30),
        sensitive=True,
        next_on=today + timedelta(days=335),
    )
    actions.teach(ours.organisation, taught, (ready,), by=by)
    actions.take_responsibility(
        ready,
        name="Coördinator informatiebeveiliging",
        level=Level.EXECUTING,
        keeps="Inventarisatie van risico’s",
        since_on=long_ago,
        review_on=today + timedelta(days=60),
        by=by,
    )
    unbound = joined("Teun de Wit", kind=Kind.HIRED, employer="Inhuur Noord", joined_on=today)
    leaving = bound("Mila Berg", function="Engineer")
    moving.leave(leaving, on=today + timedelta(days=14), by=by)
    gone = bound("Daan Smit", function="Engineer")
    moving.leave(gone, on=today - timedelta(days=1), by=by)
    gone.refresh_from_db()
    moving.removed(gone, Grant.objects.get(member=gone), by=by)
    table = importing.put_in(ours.organisation, "medewerkers.csv", _TABLE, by=owner, now=by.now)
    return Staffed(ready.pk, unbound.pk, leaving.pk, gone.pk, role.pk, table.pk, under.pk)
