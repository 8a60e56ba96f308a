"""Changes of sub-processors: carried out, under way, being considered and dropped; and copies that customers asked for."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Q

from art28.obligations.impact import Need
from art28.web.accounts.rights import Role
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation, Proof
from art28.web.demo import post
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.mailings import actions as mailings
from art28.web.mailings import preparing
from art28.web.mailings import pump as leaving
from art28.web.mailings.sources import Choice, Words, source_of
from art28.web.subprocessors import actions as register
from art28.web.subprocessors import announcing, answering, deciding, proposing
from art28.web.subprocessors.answering import Said
from art28.web.subprocessors.models import Affected, AnswerKind, Proposal, Standing
from art28.web.subprocessors.proposing import Proposed
from art28.web.subprocessors.pump import pump

_REPLY_TO = "bezwaar@dijkvaart.example"


def stories(world: World) -> Iterator[Story]:
    """Two of the past, one that runs, one that is considered, one that was dropped."""
    yield _done(
        world,
        540,
        "add",
        "cijferhuis",
        "Rapportage",
        "rekenkracht voor rapporten",
        "Rapporten worden te traag op eigen servers.",
    )
    yield _done(
        world,
        300,
        "move",
        "opslagwerk",
        "Back-up",
        "opslag van back-ups",
        "De leverancier opent een tweede plaats in Duitsland.",
    )
    yield _running(world)
    yield _considered(world)
    yield _dropped(world)
    yield _copies(world)


def _proposed(
    world: World, kind: str, key: str, service: str, role: str, why: str, at: datetime, days: int
) -> Proposal:
    row = world.sub_processors[key]
    row.refresh_from_db()
    what = Proposed(
        kind=kind,
        sub_processor=row,
        replaced=None,
        role=role,
        countries=tuple(row.countries),
        services=(world.services[service].pk,),
        planned_on=(at + timedelta(days=days)).date(),
        why=why,
        reply_to=_REPLY_TO,
        window_days=21,
    )
    return proposing.propose(world.organisation, what, **world.did(at))


def _announced(world: World, found: Proposal, at: datetime) -> None:
    announcing.announce(found, based_on=found.version, **world.acted(at))
    while pump(now=at, limit=10):
        pass
    found.refresh_from_db()


def _told(world: World, found: Proposal, at: datetime) -> None:
    source = source_of(announcing.KIND)
    subject = source.subject(world.organisation, found.pk)
    if subject is None:
        raise LookupError(str(found.pk))
    for kind in source.NOTICE_KINDS:
        words = Words(notice_kind=kind, signed_by="Pim Wolthuis")
        mailing = preparing.prepare(subject, Choice(notice_kind=kind), words, together=True, **world.did(at))
        while leaving.look(now=at, limit=10):
            pass
        mailing.refresh_from_db()
        if not mailing.message_count:
            mailings.withdraw(mailing, **world.acted(at))
            continue
        if mailing.approval_wanted:
            mailings.approve(mailing, **world.did(at, Role.OWNER))
        mailings.release(mailing, **world.did(at))
        while leaving.leave(now=mailing.leaves_at or at, limit=10):
            post.deliver(at)
    post.deliver(at + timedelta(minutes=20))


def _rows(found: Proposal, wanted: Q) -> list[Affected]:
    rows = Affected.objects.filter(wanted, proposal=found).select_related(
        "agreement__organisation", "message", "proposal__organisation"
    )
    return list(rows.order_by("agreement__counterparty_name", "id"))


def _done(world: World, days: int, kind: str, key: str, service: str, role: str, why: str) -> Story:
    at = yield world.ago(days, "10:30")
    found = _proposed(world, kind, key, service, role, why, at, 120)
    at = yield at + timedelta(days=2)
    _announced(world, found, at)
    at = yield at + timedelta(days=1)
    _told(world, found, at)
    at = yield at + timedelta(days=12)
    _answers(found, at)
    at = yield at + timedelta(days=40)
    _settle(world, found, at)
    at = yield at + timedelta(days=30)
    while kind == "add" and not _contracted(found) and at < world.ago(120):
        at = yield at + timedelta(days=14)
    try:
        deciding.decide(found, reason="De bezwaren zijn besproken en opgelost.", **world.did(at, Role.OWNER))
    except deciding.Blocked:
        deciding.withdraw(found, reason="Te veel klanten hebben geen toestemming gegeven.", **world.did(at, Role.OWNER))
        yield from _heard(world, found, at)
        return
    yield from _heard(world, found, at)
    at = yield at + timedelta(days=60)
    deciding.carry_out(found, **world.acted(at))


def _contracted(found: Proposal) -> bool:
    """Whether the contract with who is to be engaged is on file by now."""
    found.sub_processor.refresh_from_db()
    return found.sub_processor.agreement_id is not None


def _answers(found: Proposal, at: datetime) -> None:
    """Whoever must consent mostly does; some object."""
    for number, row in enumerate(_rows(found, Q(message__isnull=False))):
        offered = answering.offered_outside(row)
        name = row.agreement.counterparty_name
        if AnswerKind.CONSENT in offered and number % 8:
            answering.answer_by_link(row, AnswerKind.CONSENT, name=name, text="", now=at)
        elif AnswerKind.OBJECTION in offered and number % 19 == 5:
            text = "Wij willen eerst weten wie toegang krijgt."
            answering.answer_by_link(row, AnswerKind.OBJECTION, name=name, text=text, now=at)


def _settle(world: World, found: Proposal, at: datetime) -> None:
    """Talk with who objects, and telephone those that must consent and never answered, and those that no letter reached."""
    for row in _rows(found, Q()):
        offered = answering.offered(row)
        kind = next(
            (each for each in (AnswerKind.MITIGATED, AnswerKind.CONSENT, AnswerKind.EXEMPTED) if each in offered), None
        )
        if kind is None or row.standing in (Standing.CONSENTED, Standing.MITIGATED):
            continue
        if kind is AnswerKind.CONSENT and row.need < Need.CONSENT and row.sent:
            continue
        said = Said(kind=kind, name=row.agreement.counterparty_name, text="Telefonisch besproken.", at=at)
        answering.answer(row, said, **world.did(at))


def _heard(world: World, found: Proposal, at: datetime) -> Story:
    """End by letter and telephone what mail didn't, and a month later what that began, once a change is decided on."""
    for later in (at, at + timedelta(days=30)):
        at = yield later
        rows = Obligation.objects.select_related("organisation", "agreement")
        for row in rows.filter(organisation=world.organisation, subject_id=found.pk, ended_at=None):
            reason = "Per brief aangekondigd en telefonisch besproken." if row.ours else "Er is geen bezwaar gemaakt."
            clocks.end(row, at=at, by=Proof.DONE, reason=reason, **world.acted(at))


def _running(world: World) -> Story:
    why = "De taalassistent rekent voortaan ook in Zweden."
    at = yield world.ago(24, "11:00")
    found = _proposed(
        world, "move", "taalwolk", "Assistent voor teksten", "rekenkracht voor het taalmodel", why, at, 75
    )
    at = yield at + timedelta(days=1)
    _announced(world, found, at)
    at = yield at + timedelta(days=2)
    _told(world, found, at)
    at = yield at + timedelta(days=7)
    _answers(found, at)


def _considered(world: World) -> Story:
    at = yield world.ago(4, "15:20")
    why = "Wij willen een tweede plaats voor back-ups buiten Nederland."
    _proposed(world, "add", "noorderlicht", "Back-up van de cloudwerkplek", "tweede plaats van back-ups", why, at, 110)


def _dropped(world: World) -> Story:
    at = yield world.ago(190, "09:10")
    why = "Onderzoek naar goedkopere verwerking van spraak."
    found = _proposed(world, "add", "nachtbrigade", "Gespreksopname", "uitwerken van gesprekken", why, at, 100)
    at = yield at + timedelta(days=20)
    proposing.drop(found, **world.acted(at))


def _copies(world: World) -> Story:
    for number, days in enumerate((410, 260, 90, 8)):
        at = yield world.ago(days, "10:50")
        row = list(world.sub_processors.values())[number * 4]
        to = world.under("overheid", number).counterparty_name
        register.give_copy(row, to=to, what="de verwerkersovereenkomst", on=at.date(), **world.acted(at))
