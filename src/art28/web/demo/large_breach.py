"""A large breach at the supplier of back-ups: told by mailings, called about, a few told late, closed after a month."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from art28.notices.breach import Affected, BreachFacts, Count, Extent
from art28.notices.notice import NoticeKind
from art28.obligations.beginning import Instant, Known
from art28.web.accounts.rights import Role
from art28.web.breaches import actions
from art28.web.breaches.actions import Discovery
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.calls import actions as calls
from art28.web.demo import post
from art28.web.demo.breaches import CONTACT, SIGNED, end_clocks, standing, tell
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.mailings import actions as mailings
from art28.web.mailings import policies, preparing, pump
from art28.web.mailings.models import Mailing
from art28.web.mailings.sources import Choice, Words, source_of
from art28.web.notices import actions as outbox
from art28.web.notices import queries as sent
from art28.web.services import touching
from art28.web.services.touching import Selection

_SUPPLIER = "Opslagwerk Ltd"
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_LATE = "De Engelstalige klanten zaten niet in de eerste mailing; dat bleek pas bij het nalopen van de lijst."


def stories(world: World) -> Iterator[Story]:
    """The one there is."""
    yield _at_the_supplier(world)


def _at_the_supplier(world: World) -> Story:
    at = yield world.ago(462, "06:50")
    policies.set_policy(world.organisation, approval_from=20, recall_minutes=15, **world.acted(at, Role.OWNER))
    breach = _recorded(world, at)
    at = yield at + 3 * _HOUR
    rows = standing(breach)
    for row in rows[:3]:
        reason = "De back-ups van deze klant staan op de tweede plaats, niet bij de getroffen leverancier."
        actions.exclude(row, reason=reason, **world.did(at))
    calls.put_on(breach, [row.agreement_id for row in rows[3:15]], **world.acted(at))
    for number, row in enumerate(rows[3:13]):
        _call(world, row, number, at + timedelta(minutes=6 * number))
    mailing = _mailing(world, breach, NoticeKind.REPORT, at + _HOUR, language="nl")
    at = yield at + 2 * _HOUR
    _let_leave(world, mailing, at)
    post.deliver(at + _HOUR, refused=frozenset(row.agreement_id for row in rows[20:22]))
    at = yield at + 3 * _DAY
    tell(world, [row for row in standing(breach) if not row.sent], at, late=_LATE)
    post.deliver(at + timedelta(minutes=1))
    _confirmed(world, breach, at + timedelta(minutes=30))
    end_clocks(world, breach, at + 6 * _HOUR)
    at = yield at + 24 * _DAY
    closing = _mailing(world, breach, NoticeKind.CLOSING, at)
    at = yield at + _HOUR
    _let_leave(world, closing, at)
    at = yield at + _HOUR
    post.deliver(at)
    reason = "Alle klanten zijn ingelicht; de leverancier heeft het onderzoek afgesloten."
    end_clocks(world, breach, at)
    actions.close(breach, reason=reason, **world.acted(at + _HOUR))


def _recorded(world: World, at: datetime) -> Breach:
    scope = touching.scope(world.organisation, Selection(sub_processors=frozenset({_SUPPLIER})))
    breach = actions.record_breach(
        world.organisation,
        scope.ids(),
        title="Inbraak bij de leverancier van back-ups",
        facts=BreachFacts(
            reference="",
            description="Bij de leverancier van back-ups is met gestolen beheerrechten een deel van de opslag gelezen.",
            affected=(Affected.CONFIDENTIALITY,),
            nature="Ongeoorloofde toegang tot versleutelde back-ups",
            system="Back-upkluis",
            occurred_from=at - timedelta(hours=62),
            occurred_until=at - timedelta(hours=14),
            discovered_at=at,
            how_discovered=f"Melding van {_SUPPLIER}",
            data_categories=("inhoud van documenten", "inhoud van e-mail", "naam", "e-mailadres"),
            subject_categories=("medewerkers en relaties van klanten",),
            subjects=Count(8_000, 26_000),
            protection=Extent.PARTLY,
            protection_detail="De back-ups zijn versleuteld; van een deel bewaarde de leverancier ook de sleutels.",
            contact=CONTACT,
        ),
        discovery=Discovery(
            aware_at=at,
            aware_reason="de leverancier heeft het bevestigd",
            at_sub_processor=True,
            instants={Instant.REPORT_FROM_SUB_PROCESSOR: Known(at, f"Melding van {_SUPPLIER} per mail")},
        ),
        **world.did(at + timedelta(minutes=40)),
    )
    touching.keep_grounds(breach, scope)
    return breach


def _call(world: World, row: TouchedAgreement, number: int, at: datetime) -> None:
    """Every third is not reached at once."""
    caller = Role.ENGINEER if number % 2 else Role.PRIVACY_OFFICER
    if not calls.claim(row, **world.did(at, caller)):
        return
    if number % 3 == 2:
        note = "Voicemail ingesproken."
        called = row.agreement.counterparty_name
        calls.in_vain(row, at=at, again_in=timedelta(minutes=30), called=called, note=note, **world.did(at, caller))
        return
    note = "Was al op de hoogte." if number % 4 == 0 else ""
    calls.reached(row, at=at, spoken_to=row.agreement.counterparty_name, note=note, **world.did(at, caller))


def _mailing(world: World, breach: Breach, kind: NoticeKind, at: datetime, *, language: str = "") -> Mailing:
    subject = source_of("breach").subject(world.organisation, breach.pk)
    if subject is None:
        raise LookupError(breach.reference)
    closing = "Het onderzoek is afgerond; er zijn geen aanwijzingen van misbruik." if kind is NoticeKind.CLOSING else ""
    choice = Choice(notice_kind=kind.value, language=language, also_calls=True)
    words = Words(notice_kind=kind.value, signed_by=SIGNED, closing_reason=closing)
    mailing = preparing.prepare(subject, choice, words, together=True, **world.did(at))
    while pump.look(now=at, limit=10):
        pass
    mailing.refresh_from_db()
    return mailing


def _let_leave(world: World, mailing: Mailing, at: datetime) -> None:
    """Approved by a second person where that is wanted, released, and handed over once it can't be recalled any more."""
    if not mailing.message_count:
        mailings.withdraw(mailing, **world.acted(at))
        return
    if mailing.approval_wanted:
        mailings.approve(mailing, **world.did(at, Role.OWNER))
    mailings.release(mailing, **world.did(at))
    while pump.leave(now=mailing.leaves_at or at, limit=10):
        post.deliver(at)


def _confirmed(world: World, breach: Breach, at: datetime) -> None:
    """Two of three confirm receipt."""
    told = [row.agreement_id for row in standing(breach)]
    for number, message in enumerate(sent.about(world.organisation, subject_id=breach.pk, under=told)):
        if number % 3 and message.carrier_id is None and message.accepted_at and not message.acknowledged_at:
            outbox.acknowledge(message, name=message.recipient_name, now=at + timedelta(minutes=number))
