"""The pages of reminders: the bell and its list, a policy with its picture, channels, stand-ins; no JavaScript anywhere."""

import re

import pytest
from django.urls import reverse

from art28.web.accounts.actions import set_language
from art28.web.accounts.rights import Role
from art28.web.reminders.models import Channel, Preference, Reminder, ReminderPolicy, StandIn
from web.breaches.world import NOW
from web.notices.server import mail_server
from web.reminders.test_addresses import STEPS
from web.reminders.world import HOUR, Office, office, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def given() -> Office:
    found = office()
    write(NOW + 13 * HOUR)
    return found


def test_the_bell_counts_what_is_new_and_the_list_says_why(given: Office) -> None:
    client = given.tenant.client(Role.ENGINEER)
    page = client.get(reverse("reminders:list")).content.decode()
    assert "Herinneringen: 1 nieuw" in page
    assert "Inbreuk melden" in page
    assert "U behandelt dit." in page
    client.post(reverse("reminders:seen"), {"obligation": str(given.clock.pk)})
    page = client.get(reverse("reminders:list")).content.decode()
    assert "1 nieuw" not in page
    assert 'class="dot"' not in page
    assert "Inbreuk melden" in page
    assert Reminder.objects.get().seen_at is not None


def test_nobody_marks_anothers_reminders_as_seen(given: Office) -> None:
    given.tenant.client(Role.OWNER).post(reverse("reminders:seen"))
    assert Reminder.objects.get().seen_at is None
    assert given.tenant.client(Role.OWNER).post(reverse("reminders:seen"), {"obligation": "x"}).status_code == 404


def test_a_policy_is_drawn_before_it_is_kept_and_counts_once_it_is(given: Office) -> None:
    client = given.tenant.client(Role.OWNER)
    drawn = client.post(reverse("reminders:policy"), {**STEPS, "steps-0-amount": "33", "preview": "1"})
    assert "na 33\xa0%" in drawn.content.decode() or "na 33 %" in drawn.content.decode()
    assert not ReminderPolicy.objects.exists()
    client.post(reverse("reminders:policy"), {**STEPS, "steps-0-amount": "33"})
    (row,) = ReminderPolicy.objects.all()
    assert row.steps == [{"to": ["owner"], "share": 33, "lead": None}]
    page = client.get(reverse("reminders:policy")).content.decode()
    assert 'value="33"' in page
    client.post(reverse("reminders:policy"), {"withdraw": "1"})
    assert not ReminderPolicy.objects.exists()


def test_a_policy_of_one_kind_of_duty_leaves_the_general_one_alone(given: Office) -> None:
    client = given.tenant.client(Role.PRIVACY_OFFICER)
    client.post(f"{reverse('reminders:policy')}?kind=notify_authority", STEPS)
    assert ReminderPolicy.objects.get().action == "notify_authority"
    assert client.get(f"{reverse('reminders:policy')}?kind=nonsense").status_code == 404


def test_a_policy_that_cannot_be_carried_out_says_why_and_is_not_kept(given: Office) -> None:
    client = given.tenant.client(Role.OWNER)
    wrong = {
        **STEPS,
        "steps-TOTAL_FORMS": "2",
        "steps-0-to": "management",
        "steps-1-amount": "75",
        "steps-1-unit": "share",
        "steps-1-to": "owner",
    }
    answer = client.post(reverse("reminders:policy"), wrong)
    assert answer.status_code == 400
    assert "lager niveau" in answer.content.decode()
    assert not ReminderPolicy.objects.exists()


def test_the_picture_shows_a_number_for_each_reminder_of_both_limits(given: Office) -> None:
    page = given.tenant.client(Role.AUDITOR).get(reverse("reminders:policy")).content.decode()
    day, month = re.findall(r"<figure.*?</figure>", page, re.DOTALL)
    assert len(re.findall(r"<circle", day)) == 1 + 3 + 4 + 4
    assert len(re.findall(r"<circle", month)) == 1 + 3 + 1 + 4 + 3 + 4
    assert "band" not in day
    assert "band" in month
    assert '<form class="policy"' not in page  # an auditor reads


def test_a_channel_is_added_tested_and_used_first(given: Office) -> None:
    client = given.tenant.client(Role.ENGINEER)
    for address in ("een@dijkvaart.example", "twee@dijkvaart.example"):
        client.post(reverse("reminders:add_channel"), {"kind": "email", "address": address})
    first, second = Channel.objects.order_by("position")
    client.post(reverse("reminders:channel", args=[second.pk]), {"do": "first"})
    assert list(Channel.objects.order_by("position")) == [second, first]
    with mail_server() as box:
        answer = client.post(reverse("reminders:channel", args=[first.pk]), {"do": "test"}, follow=True)
    assert "Het proefbericht is aangenomen" in answer.content.decode()
    assert [mail["To"] for mail in box.messages] == ["Engineer veldlicht <een@dijkvaart.example>"] or len(
        box.messages
    ) == 1
    page = client.get(reverse("reminders:mine")).content.decode()
    assert "e…@dijkvaart.example" in page
    assert "een@dijkvaart.example" not in page


def test_a_test_that_is_refused_says_so(given: Office) -> None:
    client = given.tenant.client(Role.ENGINEER)
    with mail_server() as box:
        box.recipient_answer = "550 no"
        answer = client.post(reverse("reminders:test_account"), follow=True)
    assert "geweigerd: recipient refused 550" in answer.content.decode()


def test_an_overview_has_its_hour_and_quiet_has_both_its_ends(given: Office) -> None:
    client = given.tenant.client(Role.ENGINEER)
    wrong = client.post(reverse("reminders:mine"), {"mode": "daily", "quiet_from": "22:00"})
    assert wrong.status_code == 400
    client.post(reverse("reminders:mine"), {"mode": "daily", "digest_time": "07:30", "quiet_on_days_off": "on"})
    row = Preference.objects.get(user=given.tenant.members[Role.ENGINEER].user)
    assert row.next_digest_at is not None
    assert str(row.digest_time) == "07:30:00"
    client.post(reverse("reminders:mine"), {"mode": "at_once"})
    row.refresh_from_db()
    assert row.next_digest_at is None


def test_stand_ins_are_named_by_form_and_nobody_from_elsewhere_is_taken(given: Office) -> None:
    ours = given.tenant
    member, deputy = ours.members[Role.PRIVACY_OFFICER], ours.members[Role.OWNER]
    client = ours.client(Role.OWNER)
    address = reverse("reminders:deputy", args=[member.pk])
    client.post(address, {"deputy": str(deputy.user_id), "manager": ""})
    assert StandIn.objects.get(membership=member).deputy == deputy.user
    client.post(address, {"deputy": str(member.user_id), "manager": ""})
    assert StandIn.objects.get(membership=member).deputy == deputy.user


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", ["list", "mine", "policy", "deputies", "alarms"])
def test_every_page_speaks_the_persons_language(given: Office, name: str, language: str) -> None:
    set_language(given.tenant.members[Role.OWNER].user, language)
    page = given.tenant.client(Role.OWNER).get(reverse(f"reminders:{name}")).content.decode()
    assert f'<html lang="{language}"' in page
    assert ("Vervanging" in page) is (language == "nl")
    assert ("Deputies" in page) is (language == "en")
