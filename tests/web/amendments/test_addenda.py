"""An addendum changes what an agreement says from its day on, each fact with its passage in the addendum; the rest stays."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement, FactVersion, PromisedDuty
from art28.web.agreements.pump import pump as read_files
from art28.web.amendments import queries
from art28.web.amendments.models import Amendment
from art28.web.amendments.pump import carry_on, take_effect
from art28.web.audit.models import Act
from art28.web.drafts import actions as drafts
from art28.web.drafts.chosen import Chosen, chosen_in
from art28.web.drafts.models import Draft
from art28.web.signing.models import Signatory
from web.amendments.world import both_sign, on_file, renewed, sent, the_one
from web.breaches.world import agreement as put_in
from web.people import Tenant, tenant

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_seal(settings: LazySettings, tmp_path: Path) -> None:
    settings.SEAL_KEY, settings.SEAL_CERTIFICATE = str(tmp_path / "seal.key.pem"), str(tmp_path / "seal.pem")
    settings.SEAL_IS_OWN = True


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def fact(agreement: Agreement, key: str) -> FactVersion:
    return FactVersion.objects.get(agreement=agreement, key=key, current=True)


def changed(tenant_: Tenant, amendment: Amendment, **facts: object) -> Amendment:
    """The draft of an addendum says what is to change, and the worker looks at it again."""
    draft = Draft.objects.get(pk=str(amendment.draft_id))
    known = chosen_in(draft.versions.get(number=draft.version))
    values = {key.replace("__", "."): value for key, value in facts.items()}
    chosen = Chosen({**known.facts, **values}, known.measures, known.negotiated)  # type: ignore[dict-item]
    owner, actor = tenant_.members[Role.OWNER].user, tenant_.actor(Role.OWNER)
    drafts.change(draft, chosen, based_on=draft.version, why="", by=owner, actor=actor, now=timezone.now())
    carry_on(now=timezone.now(), limit=5)
    return the_one(amendment.renewal)


def added(tenant_: Tenant, agreement: Agreement, **facts: object) -> Amendment:
    """An addendum that changes these facts, ready to be sent."""
    return changed(tenant_, the_one(renewed(tenant_, agreement, scope="addendum")), **facts)


def in_force(tenant_: Tenant, row: Amendment) -> Amendment:
    """The addendum is signed by both, sealed, read and holds."""
    sent(tenant_, row.renewal)
    fresh = the_one(row.renewal)
    assert fresh.draft is not None
    both_sign(fresh.draft)
    read_files(now=timezone.now(), limit=5)
    return the_one(row.renewal)


def test_an_addendum_waits_until_somebody_says_what_changes(ours: Tenant) -> None:
    row = the_one(renewed(ours, on_file(ours, "Stichting Zonnehoek"), scope="addendum"))
    assert (row.standing, row.obstacle) == ("held", "nothing")
    after = changed(ours, row, breach__deadline="PT12H")
    assert after.standing == "ready"
    assert [(key, now) for key, _, now in after.changed] == [("breach.deadline", "PT12H")]
    assert [name.partition("|")[0] for name, _, _ in after.duties] == ["notify_breach"]


def test_it_names_the_agreement_and_says_article_by_article_what_changes(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek")
    row = added(ours, old, breach__deadline="PT12H", audit__notice="-", law__court="rechtbank Utrecht")
    assert row.draft is not None
    address = reverse("drafts:document", args=(row.draft.pk, row.draft.version, "md"))
    said = ours.client(Role.OWNER).get(address).content.decode()
    assert said.startswith("# Addendum bij de verwerkersovereenkomst")
    assert "Stichting Zonnehoek" in said
    assert "ondertekend op" in said
    assert "van de Overeenkomst komt te luiden:" in said
    assert "binnen 12 uur" in said
    assert "vervalt" in said
    assert "De overige bepalingen van de Overeenkomst blijven ongewijzigd van kracht." in said
    assert "Dit addendum geldt vanaf de dag van de laatste ondertekening." in said
    assert "Naam: " in said


def test_once_both_have_signed_the_agreement_says_what_its_addendum_says(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek")
    before = fact(old, "requests.deadline")
    row = in_force(ours, added(ours, old, breach__deadline="PT12H"))
    assert (row.standing, row.effective_on) == ("in_force", timezone.localdate())
    old.refresh_from_db()
    assert old.state == "read"
    said = fact(old, "breach.deadline")
    assert (said.value, said.state) == ("PT12H", "amended")
    addendum = Agreement.objects.get(pk=str(row.successor_id))
    (cited,) = said.citations
    assert cited["document"] == str(addendum.pk)
    text = said.text
    assert text.agreement_id == addendum.pk
    assert text.text[cited["start"] : cited["end"]] == cited["text"]
    assert "12 uur" in cited["text"]
    assert fact(old, "requests.deadline").pk == before.pk
    duty = PromisedDuty.objects.get(agreement=old, action="notify_breach", retired_at=None, trigger="breach")
    assert duty.limit is not None
    assert duty.limit["period"] == "PT12H"
    assert duty.citations[0]["document"] == str(addendum.pk)
    assert {"amendment.in_force", "fact.amended"} <= set(Act.objects.values_list("kind", flat=True))


def test_an_addendum_promises_nothing_by_itself_and_is_no_agreement_in_force(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek")
    row = in_force(ours, added(ours, old, breach__deadline="PT12H"))
    addendum = Agreement.objects.get(pk=str(row.successor_id))
    assert (addendum.state, addendum.amends_id) == ("addendum", old.pk)
    assert not PromisedDuty.objects.filter(agreement=addendum).exists()
    assert queries.choosable(ours.organisation, old.direction, "", "").count() == 1  # type: ignore[arg-type]
    page = ours.client(Role.OWNER).get(reverse("agreements:detail", args=(addendum.pk,))).content.decode()
    assert reverse("agreements:detail", args=(old.pk,)) in page


def test_what_lapses_is_no_longer_said_and_cites_the_sentence_that_says_so(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek")
    assert fact(old, "requests.deadline").value
    row = in_force(ours, added(ours, old, audit__notice="-"))
    gone = fact(old, "audit.notice")
    assert (gone.value, gone.state) == (None, "not_said")
    assert row.successor is not None
    assert gone.citations[0]["document"] == str(row.successor.pk)
    assert gone.citations[0]["text"]


def test_before_its_day_the_agreement_says_what_it_said(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek")
    was = fact(old, "breach.deadline").value
    day = timezone.localdate() + timedelta(days=20)
    row = changed(ours, the_one(renewed(ours, old, scope="addendum", effective_on=day)), breach__deadline="PT12H")
    row = in_force(ours, row)
    assert row.standing == "signed"
    assert fact(old, "breach.deadline").value == was
    later = timezone.now() + timedelta(days=21)
    take_effect(now=later, limit=5)
    read_files(now=later, limit=5)
    assert fact(old, "breach.deadline").value == "PT12H"
    base, beside = queries.in_force_on(old, day - timedelta(days=1))
    assert (base.pk, beside) == (old.pk, ())
    assert [each.pk for each in queries.in_force_on(old, day)[1]] == [row.pk]


def test_a_second_addendum_names_the_articles_as_they_were_signed_and_is_numbered(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek")
    first = in_force(ours, added(ours, old, breach__deadline="PT12H"))
    assert first.draft is not None
    number = first.draft.versions.get(number=first.draft.version)
    assert number.facts["breach.deadline"] == "PT12H"
    second = added(ours, old, breach__deadline="PT8H")
    assert second.draft is not None
    assert second.draft.title.startswith("Addendum 2 bij de")
    assert [(key, was, now) for key, was, now in second.changed] == [("breach.deadline", "PT12H", "PT8H")]
    third = in_force(ours, second)
    assert fact(old, "breach.deadline").value == "PT8H"
    page = ours.client(Role.OWNER).get(reverse("amendments:versions", args=(old.pk,))).content.decode()
    assert str(first.successor_id) in page
    assert str(third.successor_id) in page


def test_whoever_declines_leaves_the_agreement_as_it_was(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek")
    was = fact(old, "breach.deadline").value
    row = added(ours, old, breach__deadline="PT12H")
    sent(ours, row.renewal)
    from art28.web.signing import actions as signing

    first = Signatory.objects.select_related("signing").get(signing__draft=row.draft, order=0)
    signing.decline(first, "Twaalf uur is te kort.", now=timezone.now())
    fresh = the_one(row.renewal)
    assert (fresh.standing, fresh.reason) == ("declined", "Twaalf uur is te kort.")
    assert fact(old, "breach.deadline").value == was
    assert not Agreement.objects.filter(amends=old).exists()


def test_a_paper_from_elsewhere_keeps_its_clauses_and_the_addendum_says_what_applies_instead(ours: Tenant) -> None:
    on_file(ours, "Stichting Anders")  # so that there is a legal entity of ours
    paper = put_in(ours.organisation)
    row = added(ours, paper, breach__deadline="PT12H")
    assert row.draft is not None, row.detail
    said = (
        ours.client(Role.OWNER)
        .get(reverse("drafts:document", args=(row.draft.pk, row.draft.version, "md")))
        .content.decode()
    )
    assert "In plaats van wat de Overeenkomst hierover bepaalt" in said
    assert "komt te luiden" not in said
    assert "binnen 12 uur" in said


def test_reading_the_agreement_again_leaves_what_was_amended(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek")
    in_force(ours, added(ours, old, breach__deadline="PT12H"))
    answer = ours.client(Role.OWNER).post(reverse("agreements:read_again", args=(old.pk,)))
    assert answer.status_code == 302
    read_files(now=timezone.now(), limit=5)
    assert fact(old, "breach.deadline").value == "PT12H"
    page = ours.client(Role.OWNER).get(reverse("agreements:detail", args=(old.pk,)), {"tab": "facts"})
    assert "Amended by an addendum" in page.content.decode() or "addendum" in page.content.decode()
