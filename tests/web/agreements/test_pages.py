"""The pages of agreements: what they show, in which language, with how many queries."""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from art28.checking.proposals import proposal
from art28.web.accounts.rights import Role
from art28.web.agreements import actions, pump
from art28.web.agreements.models import Agreement
from web.people import NOW, Tenant, tenant
from web.samples import TEXT, read_agreement

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def page(client: Client, name: str, *args: object, **query: str) -> str:
    answer = client.get(reverse(name, args=args), query)
    assert answer.status_code == 200
    return answer.content.decode()


def many(ours: Tenant, count: int, *, start: int = 0) -> None:
    uploads = [
        actions.Upload(f"nummer-{number}.txt", "", f"{TEXT}\n{number}".encode())
        for number in range(start, start + count)
    ]
    actions.put_in(ours.organisation, uploads, actor=ours.actor(), now=NOW, largest_bytes=1_000_000)


def test_an_empty_list_teaches_the_next_step(ours: Tenant) -> None:
    empty = page(ours.client(Role.PRIVACY_OFFICER), "agreements:list")
    assert reverse("agreements:upload") in empty
    assert reverse("agreements:upload") not in page(ours.client(Role.ENGINEER), "agreements:list")


def test_the_list_costs_the_same_at_any_size(ours: Tenant, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    client = ours.client(Role.ENGINEER)
    many(ours, 2)
    page(client, "agreements:list")
    with django_assert_num_queries(7):
        page(client, "agreements:list")
    many(ours, 60, start=2)
    with django_assert_num_queries(7):
        page(client, "agreements:list", page="2")
    with django_assert_num_queries(7):
        page(client, "agreements:list", q="nummer", state="busy")


def test_an_agreement_costs_a_fixed_number_of_queries(
    ours: Tenant, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    agreement = read_agreement(ours)
    client = ours.client(Role.OWNER)
    for tab, number in (("duties", 18), ("facts", 18), ("findings", 19), ("history", 20)):
        with django_assert_num_queries(number):
            page(client, "agreements:detail", agreement.pk, tab=tab)


def test_a_finding_says_why_it_weighs_and_which_clause_to_ask_for_in_the_agreement_s_own_language(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    shown = page(ours.client(Role.ENGINEER), "agreements:detail", agreement.pk, tab="findings")
    assert "Proposed clause" in shown or "Voorstel voor een bepaling" in shown
    assert 'data-copy="proposal-finding-' in shown
    assert proposal("h_infringement_warning", "nl").split(".")[0] in html.unescape(shown)
    assert "Het EDPB raadt ten hoogste 24 uur aan" in shown or "The EDPB recommends 24 hours" in shown


def test_pages_stay_within_bounds(ours: Tenant) -> None:
    many(ours, 60)
    client = ours.client(Role.ENGINEER)
    for number in ("0", "-1", "999", "x", "²", "1" * 40):
        page(client, "agreements:list", page=number)


def test_filters_stay_in_the_addresses_of_the_list(ours: Tenant) -> None:
    many(ours, 60)
    shown = page(ours.client(Role.ENGINEER), "agreements:list", q="nummer", state="busy")
    assert "q=nummer&amp;state=busy&amp;page=2" in shown


def test_the_passage_of_the_chosen_fact_is_lit_without_javascript(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    shown = page(ours.client(Role.ENGINEER), "agreements:detail", agreement.pk, tab="facts", fact="breach.deadline")
    lit = shown.split('lit" data-of="')[1].split("</mark>")[0]
    assert "binnen 36 uur" in shown
    assert "fact:breach.deadline" in lit


def test_nobody_reads_codes(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    for tab in ("duties", "facts", "history"):
        shown = page(ours.client(Role.OWNER), "agreements:detail", agreement.pk, tab=tab)
        for code in ("PT36H", ">notify_breach<", ">breach.deadline<", ">proposed<"):
            assert code not in shown
    assert "36 uur" in shown or tab == "history"


def test_characters_outside_the_first_plane_light_the_right_words(ours: Tenant) -> None:
    agreement = read_agreement(ours, "🔒🔒🔒 " + TEXT)
    shown = page(ours.client(Role.ENGINEER), "agreements:detail", agreement.pk, tab="facts", fact="breach.deadline")
    lit = shown.split('lit" data-of="')[1].split("</mark>")[0]
    assert "36 uur" in lit


def test_text_is_never_markup(ours: Tenant) -> None:
    agreement = read_agreement(
        ours, TEXT.replace("Stichting Zonnehoek", "Stichting <script>alert(1)</script> Zonnehoek")
    )
    shown = page(ours.client(Role.ENGINEER), "agreements:detail", agreement.pk)
    assert "<script>alert(1)" not in shown


def test_the_panel_alone_is_served_to_htmx(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    address = reverse("agreements:detail", args=[agreement.pk])
    headers = {"HX-Request": "true", "HX-Target": "panel"}
    shown = ours.client(Role.ENGINEER).get(address, {"tab": "facts"}, headers=headers).content.decode()
    assert shown.lstrip().startswith('<div id="panel"')


def test_the_original_is_saved_and_never_shown(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    answer = ours.client(Role.AUDITOR).get(reverse("agreements:original", args=[agreement.pk]))
    assert answer.content == TEXT.encode()
    assert answer.headers["Content-Disposition"] == 'attachment; filename="zonnehoek.txt"'
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_file_that_waits_has_a_page(ours: Tenant) -> None:
    many(ours, 1)
    waiting = Agreement.objects.get(organisation=ours.organisation)
    page(ours.client(Role.ENGINEER), "agreements:detail", waiting.pk)
    pump.pump(now=NOW, limit=1)
    page(ours.client(Role.ENGINEER), "agreements:detail", waiting.pk)


def test_who_may_not_confirm_gets_no_buttons(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    address = f'action="{reverse("agreements:fact", args=[agreement.pk, "breach.deadline"])}"'
    assert address in page(ours.client(Role.OWNER), "agreements:detail", agreement.pk, tab="facts")
    assert address not in page(ours.client(Role.AUDITOR), "agreements:detail", agreement.pk, tab="facts")


def test_the_chooser_offers_every_kind_of_file_that_is_read(ours: Tenant) -> None:
    shown = page(ours.client(Role.PRIVACY_OFFICER), "agreements:upload")
    assert 'accept=".pdf,.docx,' in shown
    assert all(suffix in shown for suffix in (".odt", ".rtf", ".html", ".md", ".txt"))
    assert "OpenDocument (ODT), RTF" in shown


def test_a_file_that_is_there_already_is_named_and_leads_to_its_agreement(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    again = SimpleUploadedFile("nog-eens.txt", TEXT.encode())
    answer = ours.client(Role.PRIVACY_OFFICER).post(reverse("agreements:upload"), {"sources": [again]}, follow=True)
    assert answer.status_code == 200
    shown = answer.content.decode()
    assert "nog-eens.txt" in shown
    assert f'href="{reverse("agreements:detail", args=[agreement.pk])}"' in shown


def test_the_express_facts_of_a_group_are_confirmed_together_and_taken_back(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    client = ours.client(Role.OWNER)
    address = reverse("agreements:confirm_group", args=[agreement.pk])
    assert 'value="breach.deadline:1"' in page(client, "agreements:detail", agreement.pk, tab="facts")
    assert client.post(address, {"fact": ["breach.deadline:1", "breach.clock_starts:1"]}).status_code == 302
    agreement.refresh_from_db()
    assert agreement.decided_count == 2
    shown = page(client, "agreements:detail", agreement.pk, tab="facts")
    undo = re.search(r'action="([^"]+/undo/)"', shown)
    assert undo is not None
    assert client.post(undo[1]).status_code == 302
    agreement.refresh_from_db()
    assert agreement.decided_count == 0


@pytest.mark.parametrize(
    "facts", [[], ["no.such:1"], ["breach.deadline:x"], ["breach.deadline:9"], ["breach.deadline"]]
)
def test_ticks_that_make_no_sense_confirm_nothing(ours: Tenant, facts: list[str]) -> None:
    agreement = read_agreement(ours)
    address = reverse("agreements:confirm_group", args=[agreement.pk])
    assert ours.client(Role.OWNER).post(address, {"fact": facts}).status_code == 302
    agreement.refresh_from_db()
    assert agreement.decided_count == 0


def test_a_fact_says_which_rule_decided_on_which_passage_and_what_was_passed_over(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    shown = page(ours.client(Role.AUDITOR), "agreements:why", agreement.pk, "breach.deadline")
    assert "breach-deadline" in shown
    assert "binnen 36 uur na ontdekking" in shown
    silent = page(ours.client(Role.AUDITOR), "agreements:why", agreement.pk, "liability.cap")
    assert "liability" in silent


def test_the_list_shows_the_share_confirmed_and_what_is_to_judge(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    client = ours.client(Role.OWNER)
    address = reverse("agreements:fact", args=[agreement.pk, "breach.deadline"])
    client.post(address, {"decision": "confirm", "seen": 1})
    agreement.refresh_from_db()
    assert agreement.decided_count == 1
    assert f"1 van {agreement.known_count}" in page(client, "agreements:list")
