"""Agreements go over to a Word template of the organisation's own; who opened it, signed it and is silent is followed."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.drafting.house.model import Use
from art28.drafting.house.worded import value_of
from art28.reading.limits import Limits
from art28.reading.read import read_document
from art28.web.accounts.rights import Role
from art28.web.agreements.models import FactVersion
from art28.web.agreements.pump import pump as read_files
from art28.web.amendments.models import Amendment, Renewal
from art28.web.amendments.pump import carry_on
from art28.web.drafts import actions as drafts
from art28.web.drafts import documents
from art28.web.drafts.chosen import chosen_in
from art28.web.drafts.chosen import drafted as made_of
from art28.web.drafts.models import Draft, Mail
from art28.web.house import queries as houses
from art28.web.house.drafting import chosen_of, template_name, values_in
from art28.web.house.kept import template_in
from art28.web.signing.models import Signatory
from art28.web.signing.pump import remind
from core.drafting.house.forms import GIVEN
from web.amendments.world import both_sign, on_file, renewed, sent, the_one
from web.house.world import newest, taken
from web.people import NOW, Tenant, tenant
from web.signing.world import Party

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_seal(settings: LazySettings, tmp_path: Path) -> None:
    settings.SEAL_KEY, settings.SEAL_CERTIFICATE = str(tmp_path / "seal.key.pem"), str(tmp_path / "seal.pem")
    settings.SEAL_IS_OWN = True


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def to_house(tenant_: Tenant, **negotiated: object) -> Amendment:
    """An agreement that goes over to the organisation's own template, prepared."""
    old = on_file(tenant_, "Stichting Zonnehoek", **negotiated)
    return the_one(renewed(tenant_, old, template=template_name(newest(taken(tenant_)))))


def completed(tenant_: Tenant, row: Amendment) -> Amendment:
    """Every blank that was still open is filled in, and the worker looks again."""
    draft = Draft.objects.get(pk=str(row.draft_id))
    version = draft.versions.get(number=draft.version)
    kept = houses.named(tenant_.organisation, draft.template)
    assert kept is not None
    template = template_in(kept)
    values = values_in(template, chosen_in(version))
    for blank in template.blanks:
        if blank.use is not Use.LEFT and blank.key not in values:
            values[blank.key] = value_of(GIVEN.get(blank.fact, "K-1004"), blank)
    chosen = chosen_of(template, values)
    owner, actor = tenant_.members[Role.OWNER].user, tenant_.actor(Role.OWNER)
    drafts.change(draft, chosen, based_on=draft.version, why="", by=owner, actor=actor, now=timezone.now())
    carry_on(now=timezone.now(), limit=5)
    return the_one(row.renewal)


def test_a_template_of_ones_own_is_offered_once_its_blanks_are_settled(ours: Tenant) -> None:
    waiting, settled = taken(ours, settled=False, name="Nog niet"), taken(ours, name="Huismodel 2027")
    page = ours.client(Role.OWNER).get(reverse("amendments:new")).content.decode()
    assert "Huismodel 2027 (" in page
    assert template_name(newest(settled)) in page
    assert template_name(newest(waiting)) not in page


def test_what_was_negotiated_goes_along_by_a_blank_or_in_an_annex(ours: Tenant) -> None:
    row = to_house(ours, breach__deadline="PT36H", audit__notice="P45D")
    assert row.draft is not None
    assert row.draft.template.startswith("house:")
    assert {"breach.deadline", "audit.notice"} <= set(row.kept)
    assert row.left == []
    assert not {"breach.deadline", "audit.notice"} & {key for key, _, _ in row.changed}
    version = row.draft.versions.get(number=1)
    word = documents.written(made_of(row.draft, version), "docx", dated=NOW.date())
    text = read_document(word, name="nieuw.docx", limits=Limits()).text
    assert "Bijlage: afwijkende afspraken" in text
    assert "45 dagen" in text[text.index("afwijkende afspraken") :]
    assert "36 uur" not in text[text.index("afwijkende afspraken") :]


def test_the_annex_stays_when_blanks_are_filled_in_and_what_it_says_comes_to_hold(ours: Tenant) -> None:
    row = to_house(ours, audit__notice="P45D")
    draft = Draft.objects.get(pk=str(row.draft_id))
    version = draft.versions.get(number=1)
    kept = houses.named(ours.organisation, draft.template)
    assert kept is not None
    address = reverse("house:redraft", args=(draft.pk,))
    template = template_in(kept)
    given = {f"b{blank.key}": GIVEN.get(blank.fact, "K-1004") for blank in template.blanks if blank.use is not Use.LEFT}
    answer = ours.client(Role.OWNER).post(address, {**given, "version": version.number})
    assert answer.status_code == 302, answer.content.decode()
    carry_on(now=timezone.now(), limit=5)
    row = the_one(row.renewal)
    assert row.standing == "ready", (row.obstacle, row.detail)
    sent(ours, row.renewal)
    both_sign(draft)
    read_files(now=timezone.now(), limit=5)
    after = the_one(row.renewal)
    assert after.standing == "in_force"
    said = FactVersion.objects.get(agreement=after.successor, key="audit.notice", current=True)
    assert said.value == "P45D"
    # The next version of the template takes it along again.
    again = the_one(renewed(ours, after.successor, template=draft.template))  # type: ignore[arg-type]
    assert again.draft is not None
    assert again.draft.versions.get(number=1).facts["audit.notice"] == "P45D"


def test_what_stays_open_is_reported_on_the_page_and_in_the_table(ours: Tenant) -> None:
    row = to_house(ours)
    assert (row.standing, row.obstacle) == ("held", "blanks")
    client = ours.client(Role.OWNER)
    page = client.get(reverse("amendments:detail", args=(row.renewal_id,))).content.decode()
    assert "klantnummer" in page
    answer = client.get(reverse("amendments:export", args=(row.renewal_id, "csv")))
    table = b"".join(answer.streaming_content).decode() if answer.streaming else answer.content.decode()  # type: ignore[attr-defined]
    assert "klantnummer" in table


def test_filled_in_it_is_signed_and_comes_to_hold(ours: Tenant) -> None:
    row = completed(ours, to_house(ours, breach__deadline="PT36H"))
    assert row.standing == "ready", (row.obstacle, row.detail)
    sent(ours, row.renewal)
    assert row.draft is not None
    both_sign(row.draft)
    read_files(now=timezone.now(), limit=5)
    after = the_one(row.renewal)
    assert after.standing == "in_force"
    assert FactVersion.objects.get(agreement=after.successor, key="breach.deadline", current=True).value == "PT36H"
    after.agreement.refresh_from_db()
    assert after.agreement.state == "replaced"


def test_an_addendum_is_not_made_of_a_word_template(ours: Tenant) -> None:
    on_file(ours, "Stichting Zonnehoek")
    given = {
        "name": "Model 2027", "way": "consent", "scope": "addendum", "template": template_name(newest(taken(ours))),
        "what": "Nieuw.", "direction": "processor", "days": "30", "days_of_notice": "60", "signer_name": "M. Berg",
        "signer_email": "m.berg@veldlicht.example",
    }  # fmt: skip
    client = ours.client(Role.OWNER)
    assert client.post(reverse("amendments:new"), given).status_code == 422
    assert client.post(reverse("amendments:new"), {**given, "direction": "controller"}).status_code == 422
    assert not Renewal.objects.exists()


def test_who_is_silent_who_opened_and_who_was_reminded_is_seen(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek")
    renewal = renewed(ours, old)
    sent(ours, renewal)
    client, row = ours.client(Role.OWNER), the_one(renewal)
    address = reverse("amendments:detail", args=(renewal.pk,))
    assert "Stichting Zonnehoek" in client.get(address, {"opened": "no"}).content.decode()
    assert "Stichting Zonnehoek" not in client.get(address, {"opened": "yes"}).content.decode()
    again = reverse("amendments:remind", args=(renewal.pk,))
    before = Mail.objects.filter(draft=row.draft, kind="reminder").count()
    assert client.post(again).status_code == 302
    remind(now=timezone.now(), limit=5)
    assert Mail.objects.filter(draft=row.draft, kind="reminder").count() == before  # invited less than a day ago
    waiting = Signatory.objects.select_related("signing__draft").get(signing__draft=row.draft, order=0)
    Signatory.objects.filter(pk=waiting.pk).update(invited_at=timezone.now() - timedelta(days=2))
    for _ in range(2):
        assert client.post(again).status_code == 302
        remind(now=timezone.now(), limit=5)
    assert Mail.objects.filter(draft=row.draft, kind="reminder").count() == before + 1
    Party(waiting, Client()).be_known()
    page = client.get(address, {"opened": "yes"}).content.decode()
    assert "Stichting Zonnehoek" in page
    assert "1" in page
