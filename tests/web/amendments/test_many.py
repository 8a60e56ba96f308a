"""The agreements of a renewal are prepared some together: with as many queries for six as for two, and each for itself."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.agreements import rows
from art28.web.agreements.models import Agreement, AgreementText, FactVersion
from art28.web.amendments import actions, preparing, queries
from art28.web.amendments.models import Amendment, Renewal
from art28.web.amendments.pump import carry_on
from art28.web.audit.models import Act
from art28.web.drafts import actions as drafts
from art28.web.drafts.chosen import Chosen, chosen_in
from art28.web.drafts.chosen import drafted as made_of
from art28.web.drafts.models import Draft
from art28.web.house.drafting import template_name
from web.amendments.world import COMPLETE, MEASURES
from web.breaches.world import agreement as put_in
from web.drafts.world import drafted
from web.house.world import newest, taken
from web.people import NOW, Tenant, tenant

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def filed(ours: Tenant, name: str, **negotiated: Any) -> Agreement:
    """An agreement on file that says what its draft says, as though it was signed and read."""
    draft = drafted(ours, name=name)
    owner, actor = ours.members[Role.OWNER].user, ours.actor(Role.OWNER)
    facts = {**chosen_in(draft.versions.get(number=1)).facts, **COMPLETE}
    facts |= {key.replace("__", "."): value for key, value in negotiated.items()}
    drafts.change(draft, Chosen(facts, MEASURES), based_on=1, why="", by=owner, actor=actor, now=NOW)
    made = made_of(draft, draft.versions.get(number=2))
    agreement = put_in(ours.organisation, name=f"{name} zelf")  # its party is the one of the draft
    Agreement.objects.filter(pk=agreement.pk).update(
        counterparty=draft.counterparty, legal_entity=draft.legal_entity, direction=draft.direction, language="nl"
    )
    Draft.objects.filter(pk=draft.pk).update(agreement=agreement, state="signed")
    text = AgreementText.objects.filter(agreement=agreement).first() or AgreementText.objects.create(
        organisation=ours.organisation, agreement=agreement, extraction="1", text="x", blocks=[], pages=[], read_at=NOW
    )
    FactVersion.objects.filter(agreement=agreement).delete()
    FactVersion.objects.bulk_create(
        FactVersion(
            organisation=ours.organisation, agreement=agreement, text=text, key=key, number=1, value=rows.of_value(value),
            citations=[], state="confirmed", at=NOW,
        )
        for key, value in made.facts.items()
    )  # fmt: skip
    return agreement


def begun(ours: Tenant, agreements: list[Agreement], about: Mapping[str, Any]) -> Renewal:
    """A renewal that nothing was prepared of yet."""
    usual: dict[str, Any] = {
        "name": "Model 2027", "way": "consent", "template": "customer", "facts": {}, "effective_on": None, "days": 30,
        "what": "Nieuw.", "days_of_notice": 60, "signer_name": "M. Berg", "signer_role": "directeur",
        "signer_email": "m.berg@veldlicht.example",
    }  # fmt: skip
    wanted = actions.Wanted(about={**usual, **about}, agreement_ids=[each.pk for each in agreements])
    owner, actor = ours.members[Role.OWNER].user, ours.actor(Role.OWNER)
    return actions.begin(ours.organisation, wanted, by=owner, actor=actor, now=timezone.now())


def asked(renewal: Renewal, count: int) -> int:
    """How many queries it takes to prepare all of a renewal, and to look at all again."""
    with CaptureQueriesContext(connection) as caught:
        assert carry_on(now=timezone.now(), limit=50) == count
    assert not Amendment.objects.filter(renewal=renewal, standing="waiting").exists()
    return len(caught)


@pytest.mark.parametrize("kind", ["whole", "addendum", "annexes", "house"])
def test_preparing_six_takes_as_many_queries_as_preparing_two(ours: Tenant, kind: str) -> None:
    about: dict[str, Any] = {"scope": kind} if kind != "house" else {"template": template_name(newest(taken(ours)))}
    if kind == "addendum":
        about["facts"] = {"breach.deadline": "PT12H"}
    agreements = [filed(ours, f"Stichting Zonnehoek {number}", breach__deadline="PT36H") for number in range(6)]
    counted, again = [], []
    for few in (1, 2, 6):  # the first time what is kept at hand is read
        renewal = begun(ours, agreements[:few], about)
        counted.append(asked(renewal, few))
        made = Amendment.objects.filter(renewal=renewal, draft__isnull=False)
        assert made.count() == few
        made.update(standing="waiting", due_at=timezone.now())
        again.append(asked(renewal, few))
    assert counted[1] == counted[2], counted
    assert again[1] == again[2], again


def test_one_that_cannot_be_prepared_keeps_none_of_the_others_waiting(
    ours: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = filed(ours, "Stichting Kwaad"), filed(ours, "Stichting Goed")
    begun(ours, [bad, good], {})
    known = preparing._look

    def failing(amendment: Amendment, *rest: Any) -> preparing.Looked:
        if amendment.agreement_id == bad.pk:
            raise RuntimeError
        return known(amendment, *rest)

    monkeypatch.setattr(preparing, "_look", failing)
    carry_on(now=timezone.now(), limit=50)
    assert Amendment.objects.get(agreement=good).standing == "ready"
    waits = Amendment.objects.get(agreement=bad)
    assert waits.standing == "waiting"
    assert waits.due_at is not None
    assert waits.due_at > timezone.now()
    monkeypatch.undo()
    carry_on(now=timezone.now() + timedelta(minutes=11), limit=50)
    assert Amendment.objects.get(agreement=bad).standing == "ready"


def test_what_was_changed_while_it_was_worked_out_is_looked_at_again(ours: Tenant) -> None:
    renewal = begun(ours, [filed(ours, "Stichting Zonnehoek")], {})
    row = Amendment.objects.get(renewal=renewal)
    lease = timezone.now() + timedelta(minutes=10)
    Amendment.objects.update(due_at=lease)
    (held,) = queries.in_hand(renewal, lease, [row.pk])
    looked = preparing.look(renewal, [held], now=timezone.now())
    Amendment.objects.update(due_at=timezone.now())  # as a draft that is changed meanwhile does
    assert preparing.keep(renewal, looked, lease=lease, now=timezone.now()) == 0
    row.refresh_from_db()
    assert (row.standing, row.draft) == ("waiting", None)
    assert not Act.objects.filter(kind__in=("amendment.prepared", "draft.begun"), subject_id=row.pk).exists()
    assert not Draft.objects.filter(template="customer").exists()
    carry_on(now=timezone.now(), limit=5)
    row.refresh_from_db()
    assert row.standing == "ready"
