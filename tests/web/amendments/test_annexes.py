"""The annexes of an agreement change alone: drawn up anew from what is kept, every article word for word, signed by both."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.urls import reverse
from django.utils import timezone

from art28.drafting.carrying import Standard
from art28.drafting.draft import Negotiated
from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement, FactVersion
from art28.web.agreements.pump import pump as read_files
from art28.web.amendments.annexes import ArticlesChange, with_new_annexes
from art28.web.amendments.models import Renewal
from art28.web.drafts.chosen import drafted as draft_of
from art28.web.drafts.models import Draft
from art28.web.parties import actions as parties
from art28.web.parties.models import Purpose
from web.amendments.world import both_sign, on_file, renewed, sent, the_one
from web.breaches.world import agreement as put_in
from web.people import Tenant, tenant

pytestmark = pytest.mark.django_db
CONTACT = (
    {
        "party": "controller",
        "purpose": "breach",
        "name": "S. Zomer",
        "role": None,
        "phone": None,
        "email": "s@zon.example",
    },
)


@pytest.fixture(autouse=True)
def _own_seal(settings: LazySettings, tmp_path: Path) -> None:
    settings.SEAL_KEY, settings.SEAL_CERTIFICATE = str(tmp_path / "seal.key.pem"), str(tmp_path / "seal.pem")
    settings.SEAL_IS_OWN = True


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def articles(draft: Draft) -> list[tuple[str, str]]:
    made = draft_of(draft, draft.versions.get(number=draft.version))
    return [(clause.number, clause.text) for article in made.articles for clause in article.clauses]


def support_known(ours: Tenant, agreement: Agreement) -> None:
    """The other side has a contact for support since."""
    assert agreement.counterparty is not None
    who: dict[str, Any] = {"name": "S. Zomer", "role": "", "email": "steun@zonnehoek.example", "phone": ""}
    parties.add_contact(
        agreement.counterparty, actor=ours.actor(Role.OWNER), now=timezone.now(), purpose=Purpose.SUPPORT, **who
    )


def test_new_annexes_leave_every_article_and_what_was_negotiated_and_both_sign_them(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek", breach__deadline="PT36H")
    before = Draft.objects.get(agreement=old)
    support_known(ours, old)
    renewal = renewed(ours, old, scope="annexes", template="customer")
    row = the_one(renewal)
    assert (row.standing, row.obstacle) == ("ready", "")
    assert [key for key, _, _ in row.changed] == ["contacts.list"]
    assert row.duties == []
    assert row.draft is not None
    assert row.draft.template == before.template == "balanced"
    assert articles(row.draft) == articles(before)
    sent(ours, renewal)
    both_sign(the_one(renewal).draft or row.draft)
    read_files(now=timezone.now(), limit=5)
    row = the_one(renewal)
    assert row.standing == "in_force"
    said = {each.key: each.value for each in FactVersion.objects.filter(agreement=row.successor, current=True)}
    assert said["breach.deadline"] == "PT36H"
    assert "S. Zomer" in str(said["contacts.list"])
    page = ours.client(Role.OWNER).get(reverse("amendments:versions", args=(row.successor_id,))).content.decode()
    assert "Alleen de bijlagen" in page


def test_a_paper_from_elsewhere_waits_for_a_person(ours: Tenant) -> None:
    parties.add_legal_entity(ours.organisation, "Veldlicht ICT B.V.", actor=ours.actor(Role.OWNER), now=timezone.now())
    row = the_one(renewed(ours, put_in(ours.organisation), scope="annexes"))
    assert (row.standing, row.obstacle, row.draft) == ("held", "not_ours", None)


def test_annexes_that_would_change_an_article_are_not_drawn_up_alone() -> None:
    said = {
        "controller.name": "Stichting Zonnehoek",
        "processor.name": "Veldlicht ICT B.V.",
        "requests.deadline": "P14D",
    }
    was = Standard("balanced")
    same = with_new_annexes(said, {"contacts.list": CONTACT}, Negotiated(), was=was, language="nl")
    assert same.facts["contacts.list"] == CONTACT
    with pytest.raises(ArticlesChange, match="request"):
        with_new_annexes(said, {"requests.deadline": "P30D"}, Negotiated(), was=was, language="nl")


def test_the_form_asks_what_becomes_new(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek")
    client = ours.client(Role.OWNER)
    where = reverse("amendments:new") + f"?agreement={old.pk}"
    data = {
        "name": "Bijlagen 2027", "way": "consent", "scope": "annexes", "template": "balanced", "what": "Nieuwe contacten.",
        "days": "30", "days_of_notice": "60", "signer_name": "M. Berg", "signer_email": "directie@veldlicht.example",
    }  # fmt: skip
    answer = client.post(where, data)
    assert answer.status_code == 302, answer.context["form"].errors
    made = Renewal.objects.get()
    assert (made.scope, made.agreement_count) == ("annexes", 1)
    assert "Alleen de bijlagen" in client.get(reverse("amendments:detail", args=(made.pk,))).content.decode()
