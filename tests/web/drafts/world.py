"""A draft with a customer who takes a service, and forms as a browser sends them."""

from dataclasses import dataclass
from typing import Any
from zlib import crc32

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.agreements.models import Direction
from art28.web.drafts import rounds
from art28.web.drafts.beginning import Beginning, begin
from art28.web.drafts.chosen import chosen_in
from art28.web.drafts.forms import MEASURES, FactsForm
from art28.web.drafts.models import Change, Draft, Returned, Round
from art28.web.parties import actions as parties
from art28.web.parties.models import Purpose
from art28.web.services import actions as services
from art28.web.services.models import Service
from web.people import NOW, Tenant

OURS, THEIRS = "Veldlicht ICT B.V.", "Stichting Zonnehoek"
SIGNER = "p.okkerse@zonnehoek.example"


@dataclass(frozen=True, slots=True)
class World:
    """A tenant and its draft."""

    ours: Tenant
    draft: Draft

    @property
    def owner(self) -> Client:
        """A browser in which the owner is signed in."""
        return self.ours.client(Role.OWNER)

    def again(self) -> Draft:
        """The draft as it stands."""
        return Draft.objects.select_related("organisation", "counterparty", "legal_entity").get(pk=self.draft.pk)


def drafted(tenant: Tenant, *, template: str = "balanced", language: str = "nl", name: str = THEIRS) -> Draft:
    """A draft for a customer that takes hosting."""
    actor, organisation = tenant.actor(Role.OWNER), tenant.organisation
    entity = parties.add_legal_entity(organisation, OURS, actor=actor, now=NOW, registration="99222222")
    details = {
        "registration": f"99{crc32(name.encode()) % 1_000_000:06}",
        "street": "Lisdoddelaan 212",
        "postcode": "8251 ZK",
        "city": "Dronten",
    }
    party = parties.counterparty_named(organisation, name, actor=actor, now=NOW, details=details)
    for purpose, person, email in (
        (Purpose.CONTRACT, "P. Okkerse", SIGNER),
        (Purpose.BREACH, "J. Winter", "datalek@zonnehoek.example"),
    ):
        parties.add_contact(
            party, actor=actor, now=NOW, purpose=purpose, name=person, role="bestuurder", email=email, phone=""
        )
    return begin(
        organisation,
        Beginning(
            counterparty=party,
            legal_entity=entity,
            direction=Direction.PROCESSOR,
            template=template,
            language=language,
            services=(_hosting(tenant),),
        ),
        by=tenant.members[Role.OWNER].user,
        actor=actor,
        now=NOW,
    )


def _hosting(tenant: Tenant) -> Any:
    about = services.About(
        name="Hosting",
        data_categories=("naam", "e-mailadres"),
        special_categories=("gezondheid",),
        data_subjects=("cliënten",),
        sub_processors=({"name": "Wolkenveld B.V.", "role": "datacentrum", "countries": ["NL"], "email": ""},),
    )
    try:
        return services.add(tenant.organisation, about, actor=tenant.actor(Role.OWNER), now=NOW)
    except services.NameTaken:
        return Service.objects.get(organisation=tenant.organisation, name="Hosting")


def form_of(draft: Draft, **changes: Any) -> dict[str, Any]:
    """What a browser sends for the newest version of a draft, with changes by the name of a field; None leaves one out."""
    version = draft.versions.get(number=draft.version)
    chosen = chosen_in(version)
    said = {**chosen.facts, MEASURES: tuple(chosen.measures)}
    form = FactsForm(template=draft.template, language=draft.language, said=said)
    sent: dict[str, Any] = {"version": str(draft.version)}
    for name, field in form.fields.items():
        value = form[name].value()
        widget = field.widget
        if hasattr(widget, "decompress"):
            sent |= {f"{name}_{at}": part for at, part in enumerate(widget.decompress(value)) if part is not None}
        elif isinstance(value, bool):
            sent |= {name: "on"} if value else {}
        elif value is not None:
            prepared = (
                form[name].value()
                if isinstance(value, list | tuple) and field.__class__.__name__ == "MultipleChoiceField"
                else field.prepare_value(value)
            )
            sent[name] = prepared
    sent |= changes
    return {name: value for name, value in sent.items() if value is not None}


READY = {"main_agreement__reference": "Raamovereenkomst 2026", MEASURES: "Gegevens worden versleuteld opgeslagen."}
"""What makes the draft of `drafted` complete."""


def ready(world: World) -> Draft:
    """The draft, made complete through its form."""
    answer = world.owner.post(reverse("drafts:edit", args=(world.draft.pk,)), form_of(world.draft, **READY))
    assert answer.status_code == 302, answer.context["form"].errors
    return world.again()


def sent_to(world: World) -> Round:
    """The draft, made complete and sent to the other side."""
    owner = world.ours.members[Role.OWNER]
    what = rounds.Sending(recipient=SIGNER, recipient_name="P. Okkerse", message="Zie vooral 5.1.")
    return rounds.send(ready(world), what, by=owner.user, actor=world.ours.actor(Role.OWNER), now=timezone.now())


def came_back(world: World) -> tuple[Returned, Change]:
    """A file that came back, as it stands once it was read, and one of its changes; a remark beside it."""
    made, now = sent_to(world), timezone.now()
    rounds.remark(
        made, clause="5.1", text="Graag 72 uur.", name="P. Okkerse", by=None, actor=rounds.OTHER_SIDE, now=now
    )
    returned = rounds.hand_back(
        made, file_name="aangepast.md", data=b"# x", name="P. Okkerse", largest=1_000_000, now=now
    )
    findings = [
        {"severity": "medium", "message": {"key": "flag.breach.longer_than_a_day", "values": {}}, "article": "33(2)"}
    ]
    Returned.objects.filter(pk=returned.pk).update(state="read", due_at=None, findings=findings)
    common = {"organisation": made.organisation, "returned": returned}
    change = Change.objects.create(
        **common,
        order=0,
        kind="fact",
        key="breach.deadline",
        place="5.1",
        ours="PT24H",
        theirs="PT72H",
        gains="processor",
    )
    Change.objects.create(
        **common,
        order=1,
        kind="clause",
        key="breach|breach.register=('processor',)",
        place="5.7",
        ours="5.7 Verwerker houdt een register bij van alle inbreuken.",
        theirs="5.7 Verwerker houdt een lijst bij.",
        pieces=[["same", "5.7 Verwerker houdt een "], ["missing", "register"], ["added", "lijst"], ["same", " bij."]],
    )
    return returned, change
