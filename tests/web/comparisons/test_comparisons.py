"""Two agreements side by side: stored, brought, or a template; on screen, as Word and as JSON."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from art28.drafting.clauses import templates
from art28.web.accounts.rights import Role
from art28.web.agreements import deciding
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.audit.models import Act
from art28.web.comparisons.actions import KEPT, forget
from art28.web.comparisons.models import Brought
from art28.web.comparisons.sides import side_of
from web.house import world as house
from web.people import NOW, Tenant, tenant
from web.samples import TEXT, read_agreement

pytestmark = pytest.mark.django_db
SLOWER = TEXT.replace("binnen 36 uur", "binnen 72 uur").replace(
    "het recht een audit te laten", "jaarlijks het recht een audit te laten"
)


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


@pytest.fixture
def theirs() -> Tenant:
    return tenant("elders")


def shown(client: Client, one: object, other: object) -> str:
    answer = client.get(reverse("comparisons:index"), {"a": str(one), "b": str(other)})
    assert answer.status_code == 200
    return answer.content.decode()


TOPICS = (
    "Partijen houden elk half jaar een gesprek over de samenwerking.",
    "Facturen worden binnen dertig dagen voldaan.",
    "De huisregels van het kantoor gelden ook voor bezoekers.",
    "Overmacht schort verplichtingen op zolang zij duurt.",
    "Rechten van intellectuele eigendom gaan niet over.",
    "Een nietige bepaling wordt vervangen door een die geldig is.",
)


def brought(client: Client, agreement: Agreement, text: str = SLOWER) -> str:
    sent = SimpleUploadedFile("tegenvoorstel.txt", text.encode())
    answer = client.post(reverse("comparisons:bring"), {"a": agreement.pk, "file": sent})
    assert answer.status_code == 302
    return f"brought-{Brought.objects.get().pk}"


def test_two_stored_agreements_show_facts_first_and_who_gains(ours: Tenant) -> None:
    one, other = read_agreement(ours), read_agreement(ours, SLOWER, "trager.txt")
    page = shown(ours.client(Role.AUDITOR), one.pk, other.pk)
    assert page.index("36 uur") < page.index("72 uur") < page.index('id="clauses"')
    assert "gunstiger voor de verwerker" in page
    assert "<del>36 </del>" in page or "<del>36" in page
    assert "<ins>72" in page
    assert 'id="left-out"' in page


def test_a_word_template_of_the_organisation_is_offered_and_held_against_with_the_names_filled_in(
    ours: Tenant, theirs: Tenant
) -> None:
    agreement, template, elsewhere = read_agreement(ours), house.taken(ours), house.taken(theirs)
    client = ours.client(Role.AUDITOR)
    choice = client.get(reverse("comparisons:index"), {"a": str(agreement.pk)}).content.decode()
    assert house.NAME in choice
    page = shown(client, agreement.pk, f"house-{template.pk}")
    assert house.NAME in page
    assert "36 uur" in page
    side = side_of(ours.organisation, str(agreement.pk))
    assert side is not None
    assert (
        str(side.read.facts["controller.name"].value) not in page[page.index('id="facts"') : page.index('id="clauses"')]
    )
    for key in (f"house-{elsewhere.pk}", "house-nergens"):
        assert client.get(reverse("comparisons:index"), {"a": str(agreement.pk), "b": key}).status_code == 404


def test_clauses_of_one_side_alone_are_folded_where_they_are_many(ours: Tenant) -> None:
    more = "".join(f"\n\nArtikel {n}. Onderwerp {n}\n\n{n}.1 {TOPICS[n - 20]}" for n in range(20, 20 + len(TOPICS)))
    one, other = read_agreement(ours), read_agreement(ours, SLOWER + more, "langer.txt")
    page = shown(ours.client(Role.AUDITOR), one.pk, other.pk)
    both, alone = page.split("In beide, met andere woorden")[1].split("Alleen in B")
    assert "<ins>72" in both
    assert f"{2 * len(TOPICS)} bepalingen" in alone, "headings count"
    assert "art. 20, art. 21," in alone
    assert all(topic in alone for topic in TOPICS)
    assert page.count('<details class="fold" open>') == 1


def test_the_facts_are_those_that_stand(ours: Tenant) -> None:
    one, other = read_agreement(ours), read_agreement(ours, SLOWER, "trager.txt")
    fact = next(row for row in agreements.facts_of(other) if row.key == "breach.deadline")
    deciding.correct(other, "breach.deadline", "PT12H", seen=fact.number, actor=ours.actor(), now=NOW)
    client = ours.client(Role.OWNER)
    told = json.loads(
        client.get(reverse("comparisons:download", args=["json"]), {"a": str(one.pk), "b": str(other.pk)}).content
    )
    term = next(each for each in told["facts"] if each["key"] == "breach.deadline")
    assert (term["a"]["value"], term["b"]["value"], term["gains"]) == ("PT36H", "PT12H", "controller")


def test_a_file_of_the_other_side_is_compared_and_becomes_no_agreement(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    client = ours.client(Role.PRIVACY_OFFICER)
    page = shown(client, agreement.pk, brought(client, agreement))
    assert "tegenvoorstel.txt" in page
    assert "72 uur" in page
    assert Agreement.objects.count() == 1
    assert Act.objects.filter(kind="comparison.brought").count() == 1


def test_a_file_that_cannot_be_read_is_refused_in_words(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    client = ours.client(Role.OWNER)
    sent = SimpleUploadedFile("kapot.pdf", b"%PDF-1.7 niets meer")
    answer = client.post(reverse("comparisons:bring"), {"a": agreement.pk, "file": sent}, follow=True)
    assert not Brought.objects.exists()
    assert answer.status_code == 200
    assert client.post(reverse("comparisons:bring"), {"a": agreement.pk}).status_code == 302


def test_what_was_brought_stays_as_it_was_read_and_goes_after_a_month(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    brought(ours.client(Role.OWNER), agreement)
    row = Brought.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Brought.objects.filter(pk=row.pk).update(text="anders")
    assert forget(now=row.brought_at + KEPT, limit=10) == 0
    assert forget(now=row.brought_at + KEPT + timedelta(seconds=1), limit=10) == 1


@pytest.mark.parametrize("name", list(templates()))
def test_an_agreement_is_held_against_each_template_of_ours(ours: Tenant, name: str) -> None:
    agreement = read_agreement(ours)
    page = shown(ours.client(Role.OWNER), agreement.pk, f"template-{name}")
    assert templates()[name].label["nl"] in page
    assert "36 uur" in page


def test_the_word_file_holds_the_words_of_both_as_tracked_changes(ours: Tenant) -> None:
    one, other = read_agreement(ours), read_agreement(ours, SLOWER, "trager.txt")
    answer = ours.client(Role.OWNER).get(
        reverse("comparisons:download", args=["docx"]), {"a": str(one.pk), "b": str(other.pk)}
    )
    with zipfile.ZipFile(io.BytesIO(answer.content)) as word:
        text = word.read("word/document.xml").decode()
    assert "<w:del " in text
    assert "<w:ins " in text


def test_nobody_reaches_a_side_of_another_organisation(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    key = brought(ours.client(Role.OWNER), agreement)
    stranger = tenant("maanzicht").client(Role.OWNER)
    for asked in ({"a": str(agreement.pk)}, {"a": key}, {"a": "nergens"}, {"a": "template-nergens"}):
        assert stranger.get(reverse("comparisons:index"), asked).status_code == 404
