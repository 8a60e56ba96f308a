"""By what agreements are measured, and the risks that are lived with."""

from collections.abc import Iterator
from datetime import timedelta

from art28.checking.playbooks.reading import source_of
from art28.web.accounts.rights import Role
from art28.web.agreements import judged
from art28.web.agreements.models import FindingRow
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.portfolio import accepting
from art28.web.portfolio.pump import pump
from art28.web.yardsticks import actions as yardsticks

_REASONS = (
    "Het bedrag past bij de omvang van deze klant; de verzekering dekt het.",
    "De klant wil het zo en het komt bij deze dienst niet voor.",
    "Bij de volgende verlenging wordt dit aangepast.",
    "In de hoofdovereenkomst is het wel geregeld.",
)


def stories(world: World) -> Iterator[Story]:
    """The profile and playbook, and what was accepted since."""
    yield _measured(world)
    yield _accepted(world)


def _measured(world: World) -> Story:
    at = yield world.ago(700, "10:00")
    yardsticks.choose_profile(world.organisation, "dutch-practice", **world.did(at, Role.OWNER))
    name = "provider" if world.services else "cautious-controller"
    row = yardsticks.save_draft(world.organisation, source_of(name), **world.did(at, Role.OWNER))
    yardsticks.put_in_force(row, **world.did(at, Role.OWNER))
    at = yield world.ago(40, "16:00")
    draft = source_of("public-body").replace("at most", "hooguit", 1)
    yardsticks.save_draft(world.organisation, draft, **world.did(at))
    at = yield world.now
    while pump(now=at, limit=500):
        pass


def _accepted(world: World) -> Story:
    for number, days in enumerate((280, 205, 140, 95, 66, 31, 12)):
        at = yield world.ago(days, "11:15")
        found = FindingRow.objects.filter(
            organisation=world.organisation, agreement__in=list(world.agreements.values())
        )
        finding = found.order_by("id")[number * 3 : number * 3 + 1].first()
        if finding is None:
            return
        agreement = next(each for each in world.agreements.values() if each.pk == finding.agreement_id)
        row = accepting.accept(
            agreement,
            finding.key,
            about=judged.finding_lines([finding], spoken=agreement.language)[0].text,
            reason=_REASONS[number % len(_REASONS)],
            owner=world.user(),
            review_on=(at + timedelta(days=100)).date(),
            **world.did(at),
        )
        if number == 2:
            accepting.withdraw(
                row, reason="De klant heeft de nieuwe versie getekend.", **world.did(at + timedelta(days=1))
            )
