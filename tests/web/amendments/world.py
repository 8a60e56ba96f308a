"""Agreements that were drafted and signed here, and renewals of them."""

from datetime import date, datetime
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement
from art28.web.agreements.pump import pump as read_files
from art28.web.amendments import actions
from art28.web.amendments.models import Amendment, Renewal
from art28.web.amendments.pump import carry_on
from art28.web.drafts import actions as drafts
from art28.web.drafts import links
from art28.web.drafts.chosen import Chosen, chosen_in
from art28.web.drafts.models import Draft
from art28.web.signing import actions as signing
from art28.web.signing.models import Signatory
from art28.web.signing.sealing import seal_due
from web.drafts.world import SIGNER, World, drafted
from web.people import Tenant
from web.signing.world import OUR_SIGNER, Party

COMPLETE: dict[str, Any] = {"main_agreement.reference": "Raamovereenkomst 2026"}
MEASURES = ("Gegevens worden versleuteld opgeslagen.",)


def on_file(tenant: Tenant, name: str, **negotiated: Any) -> Agreement:
    """An agreement that was drafted from a template of ours, negotiated, signed by both and read."""
    draft = drafted(tenant, name=name)
    owner, actor = tenant.members[Role.OWNER].user, tenant.actor(Role.OWNER)
    known = chosen_in(draft.versions.get(number=1))
    facts = {**known.facts, **COMPLETE, **{key.replace("__", "."): value for key, value in negotiated.items()}}
    now = timezone.now()
    drafts.change(draft, Chosen(facts, MEASURES), based_on=1, why="", by=owner, actor=actor, now=now)
    fresh = World(tenant, draft).again()
    people = (
        signing.Person("controller", "P. Okkerse", "bestuurder", SIGNER),
        signing.Person("processor", "M. Berg", "directeur", OUR_SIGNER),
    )
    made = signing.begin(fresh, people, in_order=True, days=30, by=owner, actor=actor, now=now)
    both_sign(made.draft)
    read_files(now=timezone.now(), limit=5)
    return Agreement.objects.get(pk=str(Draft.objects.get(pk=draft.pk).agreement_id))


def both_sign(draft: Draft) -> None:
    """Both signatories of the newest signing sign, and the worker seals."""
    for order in (0, 1):
        rows = Signatory.objects.select_related("signing__draft").filter(signing__draft=draft)
        each = Party(rows.filter(order=order).latest("signing__begun_at"), Client())
        each.be_known()
        answer = each.sign(initials="PO")
        assert answer.status_code == 302, answer.content.decode()
    assert seal_due(now=timezone.now(), limit=5) >= 1


def renewed(tenant: Tenant, *agreements: Agreement, **changes: Any) -> Renewal:
    """A renewal of these agreements, prepared by the worker."""
    about: dict[str, Any] = {
        "name": "Model 2027", "way": "consent", "template": "customer", "facts": {}, "effective_on": None, "days": 30,
        "what": "Het model is vernieuwd.", "days_of_notice": 60, "signer_name": "M. Berg", "signer_role": "directeur",
        "signer_email": OUR_SIGNER,
    }  # fmt: skip
    wanted = actions.Wanted(about={**about, **changes}, agreement_ids=[each.pk for each in agreements])
    owner, actor = tenant.members[Role.OWNER].user, tenant.actor(Role.OWNER)
    made = actions.begin(tenant.organisation, wanted, by=owner, actor=actor, now=timezone.now())
    carry_on(now=timezone.now(), limit=50)
    return Renewal.objects.get(pk=made.pk)


def sent(tenant: Tenant, renewal: Renewal, now: datetime | None = None) -> None:
    """The renewal is sent, through its page, and the worker does so."""
    answer = tenant.client(Role.OWNER).post(reverse("amendments:send", args=(renewal.pk,)))
    assert answer.status_code == 302
    carry_on(now=now or timezone.now(), limit=50)


def the_one(renewal: Renewal) -> Amendment:
    """The only agreement of a renewal."""
    return Amendment.objects.select_related("draft", "agreement", "successor").get(renewal=renewal)


def behind(amendment: Amendment) -> str:
    """The address of the page about a revision."""
    return reverse("amendments:revision", args=(links.token("amendment", amendment.pk),))


def day(text: str) -> date:
    return date.fromisoformat(text)
