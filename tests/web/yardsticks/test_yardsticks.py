"""What is measured by: a profile that is chosen, a playbook from draft to force, and what agreements come to by it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from art28.checking.playbooks.model import InvalidPlaybook, Position
from art28.checking.playbooks.reading import read_playbook, shipped, source_of
from art28.web.accounts.rights import Role
from art28.web.audit.models import Act
from art28.web.portfolio import letters, queries
from art28.web.portfolio.models import Standing, Turn
from art28.web.portfolio.pump import pump
from art28.web.portfolio.selection import read
from art28.web.yardsticks import actions, trying
from art28.web.yardsticks import queries as yardsticks
from art28.web.yardsticks.models import PlaybookState, PlaybookVersion
from art28.web.yardsticks.weighing import yardstick_of
from web.people import NOW, Tenant, tenant
from web.samples import read_agreement

pytestmark = pytest.mark.django_db
OURS = """playbook: van-ons
title: Onze eisen
rules:
  - id: meldtermijn
    title: {nl: Melden binnen een dag, en: Report within a day}
    fact: breach.deadline
    required: at most PT48H
    preferred: at most PT24H
    acceptable: at most PT36H
    fallback:
      nl: Verwerker meldt een inbreuk binnen 24 uur.
      en: The Processor reports a breach within 24 hours.
  - id: beveiliging
    title: Beveiliging geregeld
    requirement: c_security
    required: met
tests:
  - name: een dag
    facts: {breach.deadline: PT24H}
    expect: {meldtermijn: preferred}
"""


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def counts(given: Tenant, source: str = OURS) -> PlaybookVersion:
    user, actor = given.members[Role.OWNER].user, given.actor(Role.OWNER)
    row = actions.save_draft(given.organisation, source, by=user, actor=actor, now=NOW)
    actions.put_in_force(row, by=user, actor=actor, now=NOW)
    row.refresh_from_db()
    return row


def test_article_28_counts_until_a_profile_is_chosen(ours: Tenant) -> None:
    assert yardsticks.profile_of(ours.organisation.pk).name == "gdpr"
    ours.client(Role.MANAGEMENT).post(reverse("yardsticks:index"), {"profile": "dutch-practice"})
    assert yardsticks.profile_of(ours.organisation.pk).name == "dutch-practice"
    ours.client(Role.MANAGEMENT).post(reverse("yardsticks:index"), {"profile": "nergens"})
    assert [row.profile for row in yardsticks.choices_of(ours.organisation)] == ["dutch-practice"]
    assert Act.objects.filter(kind="profile.chosen").count() == 1


@pytest.mark.parametrize("name", shipped())
def test_each_playbook_that_comes_along_can_be_started_from_and_put_in_force(ours: Tenant, name: str) -> None:
    client = ours.client(Role.OWNER)
    page = client.get(reverse("yardsticks:draft"), {"from": name}).content.decode()
    assert f"playbook: {name}" in page
    client.post(reverse("yardsticks:draft"), {"source": source_of(name)})
    client.post(reverse("yardsticks:put_in_force"))
    row = yardsticks.in_force(ours.organisation.pk)
    assert row is not None
    assert yardsticks.read(row).name == name


def test_problems_are_shown_by_their_line_and_keep_a_draft_from_counting(ours: Tenant) -> None:
    client = ours.client(Role.OWNER)
    source = OURS.replace("fact: breach.deadline", "fact: breach.termijn").replace(
        "preferred: at most PT24H", "liefst: x"
    )
    client.post(reverse("yardsticks:draft"), {"source": source})
    page = client.get(reverse("yardsticks:draft")).content.decode()
    assert "regel 6" in page
    assert "regel 8" in page
    assert "breach.termijn" in page
    client.post(reverse("yardsticks:put_in_force"))
    assert yardsticks.in_force(ours.organisation.pk) is None
    row = yardsticks.draft(ours.organisation)
    assert row is not None
    with pytest.raises(InvalidPlaybook):
        actions.put_in_force(row, by=ours.members[Role.OWNER].user, actor=ours.actor(Role.OWNER), now=NOW)


def test_a_playbook_whose_own_tests_fail_does_not_count(ours: Tenant) -> None:
    client = ours.client(Role.OWNER)
    client.post(
        reverse("yardsticks:draft"),
        {"source": OURS.replace("expect: {meldtermijn: preferred}", "expect: {meldtermijn: below}")},
    )
    page = client.get(reverse("yardsticks:draft")).content.decode()
    assert "regel 18" in page
    assert "meldtermijn staat op preferred, niet op below" in page
    client.post(reverse("yardsticks:put_in_force"))
    assert yardsticks.in_force(ours.organisation.pk) is None


def test_a_file_takes_the_place_of_the_text_and_what_is_no_text_changes_nothing(ours: Tenant) -> None:
    client = ours.client(Role.OWNER)
    client.post(reverse("yardsticks:draft"), {"source": "x", "file": SimpleUploadedFile("p.yaml", OURS.encode())})
    row = yardsticks.draft(ours.organisation)
    assert row is not None
    assert row.source == OURS
    client.post(reverse("yardsticks:draft"), {"source": "x", "file": SimpleUploadedFile("p.yaml", b"\xff\xfe\x00")})
    row.refresh_from_db()
    assert row.source == OURS


@pytest.mark.parametrize("source", ["[" * 100_000, "a: &a [*a]", "x: {y: [}", "\t- tab", "playbook: 1", "%YAML 9.9"])
def test_whatever_is_written_is_told_as_problems(ours: Tenant, source: str) -> None:
    with pytest.raises(InvalidPlaybook):
        read_playbook(source, source="x")
    client = ours.client(Role.OWNER)
    client.post(reverse("yardsticks:draft"), {"source": source})
    assert client.get(reverse("yardsticks:draft")).status_code == 200


def test_a_draft_is_tried_on_every_agreement_before_it_counts(ours: Tenant) -> None:
    read_agreement(ours)
    playbook = read_playbook(OURS, source="x")
    before = read_playbook(OURS.replace("PT36H", "PT30H"), source="x")
    term, security = trying.tried(ours.organisation, playbook, before, on=NOW.date())
    assert term.before is not None
    assert (term.counts[Position.ACCEPTABLE], term.before[Position.ACCEPTABLE]) == (1, 0)
    assert term.before[Position.BELOW] == 1
    assert security.counts[Position.REQUIRED_LACKING] == 1
    assert not Standing.objects.exclude(playbook=None).exists()


def test_a_playbook_in_force_stands_on_the_agreement_and_in_the_portfolio(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    row = counts(ours)
    assert pump(now=NOW, limit=50) == 1
    standing = Standing.objects.get()
    assert (standing.playbook, standing.positions) == (row.number, "EB")
    page = ours.client(Role.AUDITOR).get(reverse("agreements:detail", args=[agreement.pk]), {"tab": "findings"})
    assert "Verwerker meldt een inbreuk binnen 24 uur." in page.content.decode()
    lit = ours.client(Role.AUDITOR).get(
        reverse("agreements:detail", args=[agreement.pk]), {"tab": "findings", "rule": "meldtermijn"}
    )
    assert 'class="lit' in lit.content.decode() or " lit" in lit.content.decode()
    yardstick = yardstick_of(ours.organisation.pk)
    found = queries.matrix(ours.organisation, read({"measure": "playbook"}, yardstick.profile), yardstick, 1)
    assert found.columns.keys == ("meldtermijn", "beveiliging")
    assert [letters.position_of(letter) for letter in found.lines[0].letters] == ["acceptable", "required_lacking"]
    asked = {"measure": "playbook", "key": "meldtermijn", "status": "walk_away"}
    assert not queries.matrix(ours.organisation, read(asked, yardstick.profile), yardstick, 1).lines


def test_another_version_tells_which_agreements_stand_otherwise_by_it(ours: Tenant) -> None:
    read_agreement(ours)
    counts(ours)
    pump(now=NOW, limit=50)
    counts(ours, OURS.replace("acceptable: at most PT36H", "acceptable: at most PT30H"))
    pump(now=NOW, limit=50)
    (turn,) = Turn.objects.all()
    assert (turn.requirement, turn.before, turn.after) == ("playbook.meldtermijn", "acceptable", "below")
    assert (turn.cause, turn.yardstick) == ("playbook", "gdpr + 2")
    assert [row.state for row in yardsticks.versions(ours.organisation)] == [
        PlaybookState.IN_FORCE,
        PlaybookState.RETIRED,
    ]


def test_a_version_that_counted_stays_as_it_was_written(ours: Tenant) -> None:
    row = counts(ours)
    with pytest.raises(IntegrityError), transaction.atomic():
        PlaybookVersion.objects.filter(pk=row.pk).update(source="anders")
    with pytest.raises(IntegrityError), transaction.atomic():
        PlaybookVersion.objects.filter(pk=row.pk).delete()
    actions.retire(row, actor=ours.actor(Role.OWNER), now=NOW)
    assert yardsticks.in_force(ours.organisation.pk) is None
    with pytest.raises(actions.StateChanged):
        actions.retire(row, actor=ours.actor(Role.OWNER), now=NOW)
    assert Act.objects.filter(kind="playbook.retired").count() == 1
