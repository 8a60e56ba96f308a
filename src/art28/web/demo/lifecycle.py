"""The life of agreements: stages, signatures, main agreements, papers, notes, and reviews after a change of the law."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement, Direction
from art28.web.agreements.queries import facts_in
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation, Proof
from art28.web.commencing import actions as commencing
from art28.web.commencing.models import State
from art28.web.commencing.working import carry_on
from art28.web.demo import customers
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.lifecycle import actions, queries
from art28.web.lifecycle.actions import Refused, Wanted
from art28.web.lifecycle.models import Outcome, Review
from art28.web.lifecycle.stages import Ending, Stage
from art28.web.typed import day_in

_STAGED = 30
_ENDS = {3: 6, 6: 95, 9: 210}
"""Which of them end, and how many days ago that began."""
_AT_THE_END = ("choose_return_or_deletion", "return_or_delete", "certify_deletion")
_TOGETHER = 11
"""So many were signed in one round and are to come into force together; every fourth hangs on no main agreement yet."""
_NOTES = (
    "Belt liever dan dat hij mailt.",
    "Wil elk jaar in november een gesprek.",
    "Verlengt stilzwijgend; let op de opzegtermijn.",
)
_CHANGES = (
    (420, "privacy_law", "Nieuw adequaatheidsbesluit: doorgiften nagaan", "Europese Commissie"),
    (150, "breach_law", "Nieuwe richtsnoeren over het melden van inbreuken", "EDPB"),
    (18, "requirements", "Gewijzigde basisbeveiliging voor de overheid", "brief van de koepel"),
)


def stories(world: World) -> Iterator[Story]:
    """Stages of some, and changes that all are reviewed for."""
    for number in range(_STAGED):
        yield _life(world, number)
    yield _together(world)
    yield from (_change(world, *change) for change in _CHANGES)


def _life(world: World, number: int) -> Story:
    at = yield world.ago(690 - number * 21, "10:10")
    template = ("zakelijk", "zorg", "overheid", "onderwijs")[number % 4]
    agreement = world.another(template, 10 + number // 4) or world.another(template, number // 4)
    if agreement is None:
        return
    at = yield at + timedelta(days=9)
    signed_on = _signed_on(agreement) or at.date()
    _sign(world, agreement, signed_on, at)
    main = _main(number, signed_on, at.date() + timedelta(days=365 + 30 * number))
    actions.link_main(agreement, main, **world.did(at))
    _go(world, agreement, Stage.ACTIVE, at + timedelta(days=1))
    terms = {
        "kind": "terms",
        "name": "Algemene voorwaarden",
        "dated": signed_on,
        "source": "https://voorwaarden.example",
        "file_name": "voorwaarden.pdf",
    }
    if number % 3 == 0:
        actions.add_paper(agreement, terms, b"%PDF-1.7\n% algemene voorwaarden", **world.did(at))
    if number % 2 == 0:
        actions.note(agreement, _NOTES[number % len(_NOTES)], **world.did(at))
    if number in _ENDS:
        yield from _ends(world, agreement, _ENDS[number])


def _together(world: World) -> Story:
    """A round of customers signed: what is complete can come into force together, and somebody is about to let it."""
    at = yield world.ago(4, "14:10")
    unstaged = queries.lives(world.organisation, stage="unsaid").filter(direction=Direction.PROCESSOR)
    round_of = list(unstaged.select_related("organisation")[:_TOGETHER])
    for number, agreement in enumerate(round_of):
        signed_on = _signed_on(agreement) or at.date()
        _sign(world, agreement, signed_on, at)
        if number % 4 != 3:
            actions.link_main(agreement, _main(number, signed_on, None), **world.did(at))
    if not round_of:
        return
    at = yield at + timedelta(hours=2)
    wanted = commencing.Wanted(stage="unsaid", reason="Ronde van dit kwartaal: door beide partijen getekend.")
    begun = commencing.begin(world.organisation, wanted, **world.did(at))
    while begun.state == State.LOOKING:
        carry_on(now=at, limit=100)
        begun.refresh_from_db()


def _sign(world: World, agreement: Agreement, on: date, at: datetime) -> None:
    for side, name in (("controller", customers.person(world.chance)), ("processor", "Hester van Loon")):
        signed = {"side": side, "name": name, "role": "directeur", "place": "Zwolle", "on": on, "initialled": True}
        actions.sign(agreement, signed, **world.did(at))


def _main(number: int, starts_on: date, ends_on: date | None) -> dict[str, Any]:
    return {
        "name": "Dienstenovereenkomst",
        "reference": f"DO-{number + 101}",
        "services": "beheer\nhosting",
        "starts_on": starts_on,
        "ends_on": ends_on,
        "days_of_notice": 90,
        "cents_price": (number + 3) * 720_000,
        "cents_a_year": (number + 3) * 240_000,
        "cents_cap": 50_000_000 if number % 4 == 1 else None,
    }


def _signed_on(agreement: Agreement) -> date | None:
    """When it was signed, as it says itself."""
    said = facts_in(agreement.organisation, {agreement.pk}, ("term.signed_on",)).get(agreement.pk, {})
    return day_in(str(said["term.signed_on"].value)) if "term.signed_on" in said else None


def _ends(world: World, agreement: Agreement, days: int) -> Story:
    """Both agree to end it; it has ended once what it promises for that is done."""
    at = yield world.ago(days, "11:40")
    _go(world, agreement, Stage.ENDING, at, Ending.MUTUAL, "De klant brengt het beheer onder in de eigen organisatie.")
    at = yield at + timedelta(days=20)
    running = Obligation.objects.filter(organisation=world.organisation, agreement=agreement, ended_at=None)
    for row in running.filter(
        action__in=("choose_return_or_deletion", "return_or_delete", "certify_deletion")
    ).select_related("organisation", "agreement"):
        reason = "Alle gegevens zijn teruggegeven en gewist."
        clocks.end(row, at=at, by=Proof.DONE, reason=reason, **world.acted(at))
    _go(world, agreement, Stage.ENDED, at)


def _go(
    world: World, agreement: Agreement, stage: Stage, at: datetime, ground: Ending | None = None, reason: str = ""
) -> None:
    try:
        actions.go(agreement, Wanted(stage=stage, on=at.date(), ground=ground, reason=reason), **world.did(at))
    except Refused:
        return


def _change(world: World, days: int, about: str, what: str, source: str) -> Story:
    at = yield world.ago(days, "09:30")
    told = {
        "about": about,
        "what": what,
        "source": source,
        "from_on": (at + timedelta(days=30)).date(),
        "due_on": (at + timedelta(days=45)).date(),
    }
    ids = [each.pk for key, each in world.agreements.items() if key.startswith("overheid/")] or None
    change = actions.log_change(world.organisation, told, ids, owner=world.user(), **world.did(at))
    at = yield at + timedelta(days=14)
    rows = list(
        Review.objects.select_related("change__organisation", "organisation", "agreement")
        .filter(change=change)
        .order_by("id")
    )
    for number, row in enumerate(rows[: None if days > 200 else len(rows) // 2]):
        actions.close_review(
            row,
            outcome=Outcome.AMENDED if number % 5 == 4 else Outcome.UNCHANGED,
            what="Een addendum is getekend." if number % 5 == 4 else "De overeenkomst voorziet hierin.",
            agreed_by=row.agreement.counterparty_name,
            agreed_on=at.date(),
            **world.did(at, Role.PRIVACY_OFFICER),
        )
