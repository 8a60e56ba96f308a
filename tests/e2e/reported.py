"""Questionnaires that were settled and a supplier's report, for the pages about them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from art28.letters.data import report_data
from art28.letters.reading import report_read
from art28.notices import questionnaire
from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement
from art28.web.breaches.models import Breach
from art28.web.families.models import Family
from art28.web.intake import actions as signals
from art28.web.intake.facts import SignalFacts
from art28.web.intake.models import SignalFile, Source
from art28.web.notices import documents
from art28.web.notices.models import OutboxMessage
from art28.web.questionnaires import actions as questionnaires
from art28.web.questionnaires import queries
from art28.web.received import actions as received
from e2e.page import Page
from web.people import Tenant

WITHOUT_PAGE = frozenset(
    {
        "questionnaires:confirm", "questionnaires:as_read", "questionnaires:move", "questionnaires:confirm_family",
        "received:file", "received:join", "received:record", "received:decide",
        "breaches:draft", "notices:document", "notices:read_document",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reported:
    """What there is to look at."""

    agreement: UUID
    question: str
    family: UUID
    breach: UUID
    reports: tuple[UUID, ...]
    by_mail: tuple[UUID, UUID]

    def pages(self) -> Iterator[Page]:
        """Every page about them."""
        one = (self.agreement, self.question)
        yield from (Page("questionnaires:agreement", (self.agreement,)), Page("questionnaires:add", (self.agreement,)))
        yield from (Page("questionnaires:change", one), Page("questionnaires:remove", one))
        yield from (Page("questionnaires:family", (self.family,)), Page("questionnaires:together", (self.breach,)))
        yield from (Page("received:list"), Page("received:new"), Page("received:chain", (self.breach,)))
        yield from (Page("received:detail", (report,)) for report in self.reports)
        yield Page("received:from_signal", self.by_mail)
        yield from (Page("breaches:told", (self.breach,)), Page("breaches:told", (self.breach,), "state=closing"))


def report(ours: Tenant, agreement: Agreement, family: Family, breach: Breach, sent: OutboxMessage) -> Reported:
    """Settle a questionnaire, and take in two reports: one as data about `breach`, one in words about nothing yet."""
    owner, actor, now = ours.members[Role.OWNER].user, ours.actor(Role.OWNER), timezone.now()
    asked = queries.asked(agreement)
    question = asked.questions[0].id
    moved = questionnaire.moved(asked.questions, question, "down")
    change = questionnaires.Change(what="moved", words=asked.questions[0].text)
    questionnaires.settle(asked, moved, change, for_family=False, based_on=0, by=owner, actor=actor, now=now)
    data = report_data(
        documents.of_message(OutboxMessage.objects.select_related("organisation", "agreement").get(pk=sent.pk))
    )
    with_data = received.Arrival(
        supplier="Wolkendek Hosting B.V.",
        received_at=now - timedelta(hours=13),
        noticed_at=now - timedelta(hours=25),
        sent_at=now - timedelta(hours=13, minutes=6),
        reference="W-2211",
        said="",
        file_name="report.json",
        content=data,
        read=report_read(data),
        data=json.loads(data),
    )
    first = received.keep(ours.organisation, with_data, by=owner, actor=actor, now=now)
    received.join(first, breach, by=owner, actor=actor, now=now)
    in_words = received.Arrival(
        supplier="Kabelhof Netwerken", received_at=now, noticed_at=None, sent_at=None, reference="",
        said="Een medewerker belde: een laptop met een export is weg.", file_name="", content=b"", read=None, data=None,
    )  # fmt: skip
    second = received.keep(ours.organisation, in_words, by=owner, actor=actor, now=now)
    origin = signals.Origin(source=Source.EMAIL, files=(signals.File("report.json", "application/json", data),))
    facts = SignalFacts(what="Zie de bijlage.", where="sub_processor", where_name="Kabelhof Netwerken")
    signal = signals.report(ours.organisation, facts, origin=origin, actor=actor, now=now)
    by_mail = (signal.pk, SignalFile.objects.get(signal=signal).pk)
    return Reported(agreement.pk, question, family.pk, breach.pk, (first.pk, second.pk), by_mail)
