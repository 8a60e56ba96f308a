"""Reminders are derived from state: each once, to the right people, also after an outage, a kill or a change of mind."""

from datetime import time, timedelta

import pytest

from art28.agreement.duties import Action
from art28.obligations.reminding import Audience, Policy, Step
from art28.web.accounts import actions as accounts
from art28.web.accounts import teams
from art28.web.accounts.models import Team
from art28.web.accounts.rights import Role
from art28.web.audit.models import Act
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation, Proof
from art28.web.clocks.targets import set_target
from art28.web.reminders import actions, people, planning, policies
from art28.web.reminders.models import Message, Plan, Reminder, Watch
from web.breaches.world import NOW
from web.notices.server import mail_server
from web.people import tenant
from web.reminders.world import HOUR, LIMIT, Office, breach_clock, office, run, write

pytestmark = pytest.mark.django_db


def reminded(clock: Obligation) -> list[tuple[str, str, str]]:
    rows = Reminder.objects.filter(obligation=clock).order_by("due_at", "user__email")
    return [(row.step, row.user.email.split("@")[0], row.audience) for row in rows.select_related("user")]


def test_each_step_reaches_the_people_of_its_height_once() -> None:
    given = office()
    for hours in (0, 11, 12, 12.5, 18, 18, 21, 23, 23.9):
        write(NOW + hours * HOUR)
    assert reminded(given.clock) == [
        ("share:50", "engineer", "owner"),
        ("share:75", "engineer", "owner"),
        ("share:75", "privacy_officer", "deputy"),
        ("lead:240", "engineer", "owner"),
        ("lead:240", "management", "management"),
        ("lead:240", "privacy_officer", "deputy"),
        ("share:90", "engineer", "owner"),
        ("share:90", "management", "management"),
        ("share:90", "privacy_officer", "deputy"),
    ]


def test_after_a_day_without_a_worker_there_is_one_message_a_person_not_one_a_step() -> None:
    given = office()
    with mail_server() as box:
        run(NOW + 30 * HOUR)
        run(NOW + 31 * HOUR)
    assert sorted(mail["To"] for mail in box.messages) == sorted(
        f"{given.tenant.members[role].user.name} <{given.address(role)}>"
        for role in (Role.ENGINEER, Role.PRIVACY_OFFICER, Role.MANAGEMENT)
    )
    assert {step for step, _, _ in reminded(given.clock)} == {"share:90"}


def test_ten_clocks_that_are_due_at_once_are_one_message() -> None:
    ours = tenant("veldlicht")
    for number in range(10):
        breach_clock(ours, name=f"Stichting {number}")
    with mail_server() as box:
        run(NOW + 13 * HOUR)
    (mail,) = box.messages
    assert mail["Subject"].endswith("nog 11 uur (ma 23 nov 02:10), nog 9 andere")


def test_a_clock_that_has_ended_reminds_nobody_and_one_that_runs_again_does() -> None:
    given = office()
    write(NOW)
    clocks.end(given.clock, at=NOW + HOUR, by=Proof.ACCEPTED, reason="m", actor=given.tenant.actor(), now=NOW + HOUR)
    write(NOW + 13 * HOUR)
    assert reminded(given.clock) == []
    clocks.reopen(given.clock, reason="m", actor=given.tenant.actor(), now=NOW + 14 * HOUR)
    Watch.objects.update(swept_at=None)
    write(NOW + 14 * HOUR)
    assert reminded(given.clock) == [("share:50", "engineer", "owner")]


def test_what_ends_between_writing_and_sending_is_not_sent() -> None:
    given = office()
    with mail_server() as box:
        write(NOW + 13 * HOUR)
        clocks.cancel(given.clock, reason="vergissing", actor=given.tenant.actor(), now=NOW + 13 * HOUR)
        run(NOW + 13 * HOUR)
    assert box.messages == []
    assert Message.objects.get().state == "lapsed"


def test_without_an_owner_the_privacy_officers_are_reminded() -> None:
    given = office()
    clocks.assign(given.clock, owner=None, actor=given.tenant.actor(), now=NOW)
    write(NOW + 13 * HOUR)
    assert reminded(given.clock) == [("share:50", "privacy_officer", "owner")]


def test_who_left_is_reminded_of_nothing_and_the_roles_take_over() -> None:
    given = office()
    actor = given.tenant.actor(Role.OWNER)
    accounts.end_membership(given.tenant.members[Role.ENGINEER], actor=actor, now=NOW)
    accounts.end_membership(given.tenant.members[Role.PRIVACY_OFFICER], actor=actor, now=NOW)
    write(NOW + 13 * HOUR)
    assert reminded(given.clock) == [("share:50", "owner", "owner")]


def test_a_policy_of_a_kind_of_duty_goes_before_the_general_one_and_counts_at_once() -> None:
    given = office()
    write(NOW)
    general = Policy((Step((Audience.OWNER,), share=99),), timedelta(hours=8))
    own = Policy((Step((Audience.OWNER, Audience.MANAGEMENT), share=10),), timedelta(hours=8))
    policies.save(given.tenant.organisation, general, action="", actor=given.tenant.actor(), now=NOW)
    policies.save(given.tenant.organisation, own, action="notify_breach", actor=given.tenant.actor(), now=NOW)
    write(NOW + 3 * HOUR)
    assert reminded(given.clock) == [("share:10", "engineer", "owner"), ("share:10", "management", "management")]
    policies.withdraw(given.tenant.organisation, action="notify_breach", actor=given.tenant.actor(), now=NOW)
    write(NOW + 23.8 * HOUR)
    assert reminded(given.clock)[-1] == ("share:99", "engineer", "owner")
    assert Act.objects.filter(kind="reminders.policy_set").count() == 2


def test_a_limit_without_a_number_is_reminded_of_by_the_organisations_own_target() -> None:
    ours = tenant("maanzicht")
    clock = breach_clock(ours, name="Zonder getal", deadline=None)  # type: ignore[arg-type]
    assert clock.ends_at is None
    own = Policy((Step((Audience.OWNER,), share=50),), timedelta(hours=4))
    policies.save(ours.organisation, own, action="", actor=ours.actor(), now=NOW)
    write(NOW + 2 * HOUR)
    assert reminded(clock) == [("share:50", "engineer", "owner")]


def test_an_own_target_of_the_kind_of_duty_goes_before_that_of_the_policy() -> None:
    ours = tenant("maanzicht")
    clock = breach_clock(ours, name="Zonder getal", deadline=None)  # type: ignore[arg-type]
    write(NOW)
    set_target(ours.organisation, Action.NOTIFY_BREACH, "PT2H", actor=ours.actor(), now=NOW)
    write(NOW + HOUR)
    assert reminded(clock) == [("share:50", "engineer", "owner")]


def test_a_clock_that_was_set_back_hides_no_obligation() -> None:
    given = office()
    long_after = NOW + timedelta(days=400)  # the ids of all obligations look old by then
    assert planning.begin(now=long_after, limit=LIMIT) == 1
    assert Plan.objects.get().obligation == given.clock
    Plan.objects.all().delete()
    assert planning.begin(now=long_after, limit=LIMIT) == 0  # swept a moment ago
    assert (
        planning.begin(now=long_after - timedelta(days=1), limit=LIMIT) == 1
    )  # an instant in the future holds nobody up


def test_a_longer_limit_waits_for_the_end_of_somebodys_own_quiet_and_a_short_one_does_not() -> None:
    given = office(deadline="P10D")
    never = policies.quiet_of(time(0), time(6), days_off=False)
    general = Policy((Step((Audience.OWNER,), share=50),), timedelta(hours=8))
    ours = given.tenant
    policies.save(ours.organisation, general, action="", actor=ours.actor(), now=NOW)
    actions.prefer(ours.organisation, ours.members[Role.ENGINEER].user, daily_at=None, quiet=never, now=NOW)
    assert given.clock.ends_at is not None
    half = NOW + (given.clock.ends_at - NOW) / 2
    at_night = half.replace(hour=1, minute=30) + timedelta(days=1)  # 02:30 in Amsterdam
    with mail_server() as box:
        run(at_night)
        assert box.messages == []
        run(at_night + 4 * HOUR)
        assert len(box.messages) == 1


def test_a_deputy_is_another_member_of_the_same_organisation() -> None:
    ours, theirs = tenant("veldlicht"), tenant("maanzicht")
    member = ours.members[Role.ENGINEER]
    for wrong in (member.user, theirs.members[Role.OWNER].user):
        with pytest.raises(people.NotAMember):
            people.name_stand_ins(member, deputy=wrong, manager=None, actor=ours.actor(), now=NOW)


def in_team(given: Office, name: str, *roles: Role) -> Team:
    ours = given.tenant
    team = teams.make(ours.organisation, name, actor=ours.actor(Role.OWNER), now=NOW)
    teams.change(team, name, [ours.members[role].pk for role in roles], actor=ours.actor(Role.OWNER), now=NOW)
    return team


def stand_in(given: Office, *, team: Team | None = None, role: str = "", deputy: Role, manager: Role) -> None:
    ours = given.tenant
    people.name_group_stand_ins(
        ours.organisation,
        team=team,
        role=role,
        deputy=ours.members[deputy].user,
        manager=ours.members[manager].user,
        actor=ours.actor(Role.OWNER),
        now=NOW,
    )


def without_own(given: Office) -> None:
    ours = given.tenant
    people.name_stand_ins(ours.members[Role.ENGINEER], deputy=None, manager=None, actor=ours.actor(Role.OWNER), now=NOW)


def test_a_clock_escalates_to_the_team_then_its_deputy_then_its_manager() -> None:
    given = office()
    without_own(given)
    team = in_team(given, "Dienst", Role.ENGINEER, Role.AUDITOR)
    stand_in(given, team=team, deputy=Role.OWNER, manager=Role.PRIVACY_OFFICER)
    for hours in (12, 18, 20):
        write(NOW + hours * HOUR)
    assert reminded(given.clock) == [
        ("share:50", "engineer", "owner"),
        ("share:75", "auditor", "team"),
        ("share:75", "engineer", "owner"),
        ("share:75", "owner", "deputy"),
        ("lead:240", "auditor", "team"),
        ("lead:240", "engineer", "owner"),
        ("lead:240", "owner", "deputy"),
        ("lead:240", "privacy_officer", "management"),
    ]


def test_a_persons_own_deputy_goes_before_the_teams_and_the_teams_before_the_roles() -> None:
    given = office()
    owner = given.tenant.members[Role.ENGINEER].user.pk
    users = {role: given.tenant.members[role].user.pk for role in Role}

    def deputy() -> list[object]:
        return list(people.staff(given.tenant.organisation).reached((Audience.DEPUTY,), owner))

    stand_in(given, role="engineer", deputy=Role.AUDITOR, manager=Role.OWNER)
    assert deputy() == [users[Role.PRIVACY_OFFICER]]
    without_own(given)
    assert deputy() == [users[Role.AUDITOR]]
    stand_in(given, team=in_team(given, "Dienst", Role.ENGINEER), deputy=Role.OWNER, manager=Role.OWNER)
    assert deputy() == [users[Role.OWNER]]


def test_nobody_stands_in_for_themselves_by_team_or_role() -> None:
    given = office()
    without_own(given)
    stand_in(given, role="engineer", deputy=Role.ENGINEER, manager=Role.ENGINEER)
    found = people.staff(given.tenant.organisation)
    owner = given.tenant.members[Role.ENGINEER].user.pk
    assert list(found.reached((Audience.DEPUTY,), owner)) == [given.tenant.members[Role.PRIVACY_OFFICER].user.pk]


def test_a_step_to_the_team_alone_reaches_the_deputy_where_there_is_no_team() -> None:
    given = office()
    owner = given.tenant.members[Role.ENGINEER].user.pk
    found = people.staff(given.tenant.organisation).reached((Audience.TEAM,), owner)
    assert found == {given.tenant.members[Role.PRIVACY_OFFICER].user.pk: Audience.DEPUTY}


def test_a_stand_in_of_a_team_works_in_the_same_organisation() -> None:
    given, theirs = office(), tenant("maanzicht")
    with pytest.raises(people.NotAMember):
        people.name_group_stand_ins(
            given.tenant.organisation,
            team=None,
            role="engineer",
            deputy=theirs.members[Role.OWNER].user,
            manager=None,
            actor=given.tenant.actor(),
            now=NOW,
        )
