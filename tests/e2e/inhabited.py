"""An organisation in full use, and the address of every page that it gives its owner to see."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.utils import timezone

from art28.notices.breach import Affected, BreachFacts, Contact, Count
from art28.notices.notice import NoticeKind
from art28.web.accounts import actions as accounts
from art28.web.accounts import teams
from art28.web.accounts.models import Team
from art28.web.accounts.rights import Role
from art28.web.agreements import actions as agreements
from art28.web.agreements.models import Agreement
from art28.web.agreements.pump import pump
from art28.web.audit.sealing import seal_all
from art28.web.breaches import actions as breaches
from art28.web.breaches import queries as breach_queries
from art28.web.breaches import sending
from art28.web.breaches.composing import Sending
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.calls import actions as calls
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation
from art28.web.families import actions as families
from art28.web.families import queries
from art28.web.families.models import Family
from art28.web.mailings import preparing
from art28.web.mailings.models import Mailing, MailingLine
from art28.web.mailings.sources import Choice, Words, source_of
from art28.web.notices.models import OutboxMessage
from art28.web.parties import actions as parties
from art28.web.reminders import actions as reminders
from art28.web.reminders import composing, planning, watch
from art28.web.reminders.models import ChannelKind
from art28.web.replies import actions as replies
from art28.web.replies.recognising import recognise
from e2e import (
    accounted,
    agreed,
    cased,
    checked,
    claiming,
    drafting,
    ended,
    engaged,
    measured,
    played,
    recorded,
    renewing,
    reported,
    safeguarded,
    signalled,
    staffed,
)
from e2e.controlling import Controlling, control
from e2e.engaged import Engaged
from e2e.page import Page
from e2e.reported import Reported
from e2e.running import Running, run
from web.families.world import family
from web.people import Tenant
from web.replies import mails

SAMPLES = Path(__file__).parents[2] / "samples"
OUR_COMPANY = "Dijkvaart Telecom & Cloud B.V."
KNOWN = BreachFacts(
    reference="",
    description="Een back-up van de klantenportal was zonder wachtwoord te openen.",
    affected=(Affected.CONFIDENTIALITY,),
    data_categories=("namen", "telefoonnummers"),
    subjects=Count(100, 250),
    contact=Contact(name="M. Berg", email="security@dijkvaart.example"),
)
# What only takes a form, what answers with a file, and what visitors see.
WITHOUT_PAGE = frozenset(
    {
        "accounts:language", "accounts:organisation", "accounts:member", "accounts:withdraw",
        "agreements:original", "agreements:direction", "agreements:read_again", "agreements:open_decide",
        "agreements:export_case", "agreements:confirm_group", "agreements:undo_group",
        "parties:contact", "evidence:pack", "families:confirm", "families:undo",
        "breaches:send", "breaches:call", "breaches:include",
        "clock_done", "clock_cancel", "clock_owner", "clock_lateness", "clock_tick", "clock_correction",
        "clock_pause", "clock_resume", "clock_extend", "clock_postpone", "events:cancel",
        "cybersecurity:assess", "cybersecurity:interim", "cybersecurity:goes_on", "cybersecurity:handled",
        "notices:came_back", "notices:try_again", "replies:mail",
        "calls:next", "calls:export", "calls:from_mailing", "calls:claim", "calls:give_back",
        "calls:reached", "calls:in_vain", "calls:escalate",
        "mailings:approve", "mailings:release", "mailings:recall", "mailings:withdraw", "mailings:look_again",
        "accounts:team_add", "due:assign", "due:undo", "due:save", "due:saved",
        "due:export", "due:revoke", "due:feed",
        "reminders:seen", "reminders:add_channel", "reminders:test_account", "reminders:channel", "reminders:deputy",
        "reminders:group_deputy",
        "assessments:form_json", "assessments:proof", "registers:export", "registers:done", "offline:ask",
        "health",
    }
    | reported.WITHOUT_PAGE
    | measured.WITHOUT_PAGE
    | signalled.WITHOUT_PAGE
    | played.WITHOUT_PAGE
    | agreed.WITHOUT_PAGE
    | drafting.WITHOUT_PAGE
    | renewing.WITHOUT_PAGE
    | engaged.WITHOUT_PAGE
    | ended.WITHOUT_PAGE
    | cased.WITHOUT_PAGE
    | checked.WITHOUT_PAGE
    | claiming.WITHOUT_PAGE
    | recorded.WITHOUT_PAGE
    | safeguarded.WITHOUT_PAGE
    | staffed.WITHOUT_PAGE
    | accounted.WITHOUT_PAGE
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Inhabited:
    """What there is to look at."""

    ours: Tenant
    agreement: Agreement
    broken: Agreement
    breach: Breach
    message: OutboxMessage
    invitation: str
    family: Family
    members: tuple[Agreement, ...]
    wide: Breach
    mailing: Mailing
    running: Running
    reported: Reported
    controlling: Controlling
    signalled: signalled.Signalled
    agreed: agreed.Agreed
    drafting: drafting.Drafting
    renewing: renewing.Renewing
    engaged: Engaged
    ended: ended.Ended
    cased: cased.Cased
    claiming: claiming.Claiming
    measured: measured.Measured
    recorded: recorded.Recorded
    safeguarded: safeguarded.Safeguarded
    staffed: staffed.Staffed
    played: played.Played
    checked: checked.Checked
    accounted: accounted.Accounted

    def pages(self) -> Iterator[Page]:
        """Every page that the owner may open, in each of its states."""
        agreement, breach = self.agreement.pk, self.breach.pk
        side = (breach, agreement)
        yield Page("today")
        yield from (Page("due:list", query="whose=all"), Page("due:list", query="q=nergens&event=breach"))
        yield from (Page("due:calendar", query="whose=all"), Page("due:calendar", query="whose=all&week=2026-W49"))
        yield from (Page("due:targets"), Page("due:feeds"))
        yield Page("clock", (Obligation.objects.filter(subject_id=breach).earliest("started_at", "id").pk,))
        yield from (Page("agreements:list"), Page("agreements:list", query="q=nergens"), Page("agreements:upload"))
        yield from (Page("agreements:batch", (self.agreement.batch,)), Page("agreements:detail", (self.broken.pk,)))
        yield Page("agreements:detail", (agreement,))
        yield from (
            Page("agreements:detail", (agreement,), f"tab={tab}", part="aside.panel")
            for tab in ("facts&fact=breach.deadline", "findings", "history")
        )
        yield from (
            Page("agreements:fact", (agreement, key), part=".panel li.active")
            for key in ("breach.deadline", "breach.questionnaire", "law.court")
        )
        yield from (Page("agreements:open"), Page("agreements:open", query="kind=conflict"))
        yield from (
            Page("agreements:open", query=f"kind=all&item={agreement}.{key}&edit=1", part="section.work")
            for key in ("breach.deadline", "breach.questionnaire", "breach.channel")
        )
        group = next(each for each in queries.asked(self.family, 1).groups if each.listed)
        yield from (Page("families:list"), Page("families:detail", (self.family.pk,)))
        yield from (Page("families:members", (self.family.pk,)), Page("families:member", (self.members[3].pk,)))
        yield from (
            Page("families:member", (agreement,)),
            Page("families:blank", (self.family.pk, group.key, group.mark)),
        )
        yield Page("agreements:division", (agreement,))
        yield from (Page("agreements:why", (agreement, key)) for key in ("breach.deadline", "law.court"))
        yield from (Page("parties:list"), Page("parties:detail", (self.agreement.counterparty_id,)))
        yield from (Page("parties:entities"), Page("accounts:people"), Page("evidence:index"))
        yield Page("accounts:team", (Team.objects.get(organisation=self.ours.organisation).pk,))
        yield from (Page("breaches:list"), Page("breaches:new"), Page("breaches:new", query=f"agreement={agreement}"))
        yield from (Page("breaches:new", query="all=1"), Page("breaches:room", (self.wide.pk,)))
        yield from (
            Page("breaches:room", (self.wide.pk,), "state=told"),
            Page("breaches:exclude", (self.wide.pk, agreement)),
        )
        yield from (
            Page("breaches:room", (breach,)),
            Page("breaches:facts", (breach,)),
            Page("breaches:moment", (breach, "awareness")),
            Page("breaches:new", query=f"find=1&q=nergens&agreement={agreement}"),
            Page("breaches:close", (breach,)),
        )
        yield from (Page("breaches:report", side), Page("notices:list"), Page("notices:detail", (self.message.pk,)))
        yield from (Page("notices:read", (self.message.token,)), Page("replies:list"))
        yield from (Page("calls:list", (self.wide.pk,), "state=all"), Page("calls:call", (self.wide.pk, agreement)))
        mailing = self.mailing.pk
        yield from (
            Page("mailings:breach", (self.wide.pk,)),
            Page("mailings:detail", (mailing,)),
            Page("mailings:rules"),
        )
        yield Page(
            "mailings:message", (mailing, MailingLine.objects.filter(mailing=mailing).earliest("order_at", "id").pk)
        )
        yield from self.running.pages()
        yield from self.reported.pages()
        yield from self.controlling.pages()
        yield from self.signalled.pages()
        yield from self.played.pages()
        yield from self.agreed.pages()
        yield from self.drafting.pages()
        yield from self.renewing.pages()
        yield from self.engaged.pages()
        yield from self.ended.pages()
        yield from self.cased.pages()
        yield from self.claiming.pages()
        yield from self.measured.pages()
        yield from self.checked.pages()
        yield from self.recorded.pages()
        yield from self.safeguarded.pages()
        yield from self.staffed.pages()
        yield from self.accounted.pages()
        yield from (Page(f"reminders:{name}") for name in ("list", "mine", "policy", "deputies", "alarms"))
        yield Page("reminders:policy", query="kind=notify_breach")
        yield from (Page(name) for name in ("mfa_index", "account_change_password", "account_email"))
        yield Page("accounts:accept", (self.invitation,))


def inhabit(ours: Tenant) -> Inhabited:
    """Put in an agreement and a broken file, record a breach, send its report, invite somebody."""
    actor, now = ours.actor(Role.OWNER), timezone.now()
    parties.add_legal_entity(ours.organisation, OUR_COMPANY, actor=actor, now=now)
    files = [
        agreements.Upload("telecom-cloud.txt", "", (SAMPLES / "text" / "01-telecom-cloud.txt").read_bytes()),
        agreements.Upload("kapot.pdf", "", b"%PDF-1.7 niets meer"),
    ]
    agreements.put_in(ours.organisation, files, actor=actor, now=now, largest_bytes=1_000_000)
    pump(now=now, limit=10)
    broken, whole = Agreement.objects.select_related("organisation").order_by("counterparty_name")
    breach = breaches.record_breach(
        ours.organisation,
        (whole.pk,),
        title="Back-up stond open op internet",
        facts=KNOWN,
        discovery=breaches.Discovery(
            aware_at=now - timedelta(hours=1), aware_reason="bevestigd door de dienst", at_sub_processor=False
        ),
        by=ours.members[Role.OWNER].user,
        actor=actor,
        now=now,
    )
    _, token = accounts.invite(
        ours.organisation, "nieuw@veldlicht.example", Role.ENGINEER, by=ours.members[Role.OWNER], actor=actor, now=now
    )
    teams.make(ours.organisation, "Piketdienst", actor=actor, now=now)
    found, members = _family(ours)
    wide = _reminded(ours, (whole, members[0]), now)
    message = _sent(ours, breach)
    _answered(message, now)
    mailing = _mailing(ours, wide)
    calls.put_on(wide, [whole.pk], actor=actor, now=now)
    running = run(ours, members[0], wide)
    told = reported.report(ours, members[1], found, wide, message)
    held = control(ours, breach)
    seen = signalled.signal(ours, whole, wide)
    kept = agreed.agree(ours, whole, breach)
    drafts = drafting.draft_some(ours)
    over = ended.end(ours, members[2], members[3])
    held_open = cased.case(ours, whole)
    claimed = claiming.claim(ours, members[1])
    held_against = measured.measure(ours, members[2], whole)
    at_work = staffed.staff(ours, members[3])
    return Inhabited(
        ours,
        whole,
        broken,
        breach,
        message,
        token,
        found,
        members,
        wide,
        mailing,
        running,
        told,
        held,
        seen,
        kept,
        drafts,
        renewing.renew(ours, members[1], members[0], drafts.draft),
        engaged.engage(ours),
        over,
        held_open,
        claimed,
        held_against,
        recorded.keep(ours, members[3]),
        safeguarded.safeguard(ours, members[1]),
        at_work,
        played.play(ours),
        checked.check(ours, members[0]),
        accounted.account(ours),
    )


def _answered(message: OutboxMessage, now: datetime) -> None:
    """What came back to a notice: somebody is away, and delivery took its time."""
    delay = mails.report(message.message_id, action="delayed", status="4.4.1")
    for raw in (mails.out_of_office(message.message_id), delay):
        found = recognise(raw)
        replies.keep(message.organisation, found, raw, message=message, received_at=now, now=now)
    unknown = mails.report("<elders@veldlicht.example>")
    replies.keep(message.organisation, recognise(unknown), unknown, message=None, received_at=now, now=now)


def _mailing(ours: Tenant, breach: Breach) -> Mailing:
    """A mailing about the wide breach, prepared."""
    subject = source_of("breach").subject(ours.organisation, breach.pk)
    assert subject is not None
    owner = ours.members[Role.OWNER]
    words = Words(notice_kind="report", signed_by="Eigenaar veldlicht")
    choice = Choice(notice_kind="report")
    actor, now = ours.actor(Role.OWNER), timezone.now()
    return preparing.prepare(subject, choice, words, together=True, by=owner.user, actor=actor, now=now)


def _family(ours: Tenant) -> tuple[Family, tuple[Agreement, ...]]:
    """Agreements on one template, one of them altered, with a decision taken once for all."""
    found, members = family(ours)
    once = next(each for each in queries.asked(found, 1).groups if not each.listed)
    families.confirm_once(found, once.key, once.mark, actor=ours.actor(Role.OWNER), now=timezone.now())
    return found, members


def _reminded(ours: Tenant, agreements: tuple[Agreement, ...], now: datetime) -> Breach:
    """A breach of half a day ago over several agreements, of which the owner was reminded; a channel of theirs."""
    owner = ours.members[Role.OWNER]
    actor = ours.actor(Role.OWNER)
    half_a_day_ago = now - timedelta(hours=13)
    breach = breaches.record_breach(
        ours.organisation,
        [agreement.pk for agreement in agreements],
        title="Laptop uit een auto gestolen",
        facts=KNOWN,
        discovery=breaches.Discovery(
            aware_at=half_a_day_ago, aware_reason="gemeld door de monteur", at_sub_processor=False
        ),
        by=owner.user,
        actor=actor,
        now=now,
    )
    for clock in Obligation.objects.filter(subject_id=breach.pk, ended_at=None).select_related("organisation"):
        clocks.assign(clock, owner=owner.user, actor=actor, now=now)
    reminders.add_channel(owner, ChannelKind.EMAIL, "piket@veldlicht.example", actor=actor, now=now)
    planning.begin(now=now, limit=100)
    planning.advance(now=now, limit=100)
    composing.compose(now=now, limit=100)
    watch.look(now=now)
    return breach


def _sent(ours: Tenant, breach: Breach) -> OutboxMessage:
    actor, now = ours.actor(Role.OWNER), timezone.now()
    seal_all(ours.organisation.pk, now=now)
    agreement_id = TouchedAgreement.objects.values_list("agreement_id", flat=True).get(breach=breach)
    touched = breach_queries.touched(ours.organisation, breach.pk, agreement_id)
    assert touched is not None
    breaches.record_call(
        touched,
        at=now,
        spoken_to="J. Okkerse",
        reached=True,
        note="Belt terug.",
        by=ours.members[Role.OWNER].user,
        actor=actor,
        now=now,
    )
    report = Sending(
        kind=NoticeKind.REPORT,
        recipient="datalek@wendelaar.example",
        recipient_name="J. Okkerse",
        signed_by="Eigenaar veldlicht",
    )
    return sending.send(touched, report, based_on=touched.version, actor=actor, now=now)
