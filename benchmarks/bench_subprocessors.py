"""What a change of sub-processor asks of every agreement, and the letters about it, beside bare queries and a bare load.

    python benchmarks/bench_subprocessors.py [AGREEMENTS]

On the database that DATABASE_URL names, else on SQLite. The page is asked for as a browser does, signed in.
"""

import sys
from collections.abc import Iterator
from datetime import date

import bench_fanout as fan

# isort: split
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from art28.web.accounts.access import SYSTEM, WORKER
from art28.web.accounts.models import Organisation, User
from art28.web.agreements.models import Agreement, AgreementText, FactState, FactVersion
from art28.web.database import bulk, fresh
from art28.web.mailings import actions as mailings
from art28.web.mailings import leaving, policies, preparing
from art28.web.mailings.models import Mailing
from art28.web.mailings.sources import Choice, Words, source_of
from art28.web.notices.models import OutboxMessage
from art28.web.subprocessors import actions, announcing, impacts, proposals, proposing, terms
from art28.web.subprocessors.actions import About
from art28.web.subprocessors.impacts import Change
from art28.web.subprocessors.models import Proposal
from art28.web.subprocessors.proposing import Proposed

TEMPLATES: tuple[dict[str, object], ...] = (
    {"subprocessors.authorisation": "general", "subprocessors.notice_period": "P30D", "subprocessors.objection": True,
     "transfers.rule": "with_safeguards", "transfers.region": "EEA"},
    {"subprocessors.authorisation": "general", "subprocessors.notice_period": "P14D", "transfers.rule": "not_outside_eea",
     "transfers.region": "EEA"},
    {"subprocessors.authorisation": "specific", "transfers.rule": "with_consent", "transfers.region": "EU"},
    {"subprocessors.authorisation": "general", "transfers.rule": "not_outside_eea", "transfers.region": "EEA",
     "transfers.carve_outs": [{"service": "domeinnamen", "region": "worldwide", "condition": "zo nodig"}]},
    {},
)  # fmt: skip


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    fresh.create()
    call_command("migrate", verbosity=0)
    organisation, owner = fan.people()
    fan.agreements(organisation, count)
    said(organisation)
    if connection.vendor == "postgresql":  # as autovacuum does a minute later
        connection.cursor().execute("ANALYZE")
    row = actions.add(organisation, About(name="Hostwerk", countries=("CH",)), actor=SYSTEM, now=fan.NOW)
    what = Proposed(
        kind="add", sub_processor=row, replaced=None, role="hosting", countries=("CH",), services=(),
        planned_on=date(2027, 3, 1), why="", reply_to="", window_days=14,
    )  # fmt: skip
    proposal = proposing.propose(organisation, what, by=owner, actor=SYSTEM, now=fan.NOW)
    change = proposals.change_of(proposal)
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(owner, backend="allauth.account.auth_backends.AuthenticationBackend")
    address = reverse("subprocessors:impact", args=(proposal.pk,))
    if client.get(address).status_code != 200:
        raise SystemExit(f"{address} is not shown")
    page = min(fan.timed(lambda: client.get(address))[0] for _ in range(3))
    judging = min(fan.timed(lambda: impacts.impacts(organisation, change))[0] for _ in range(3))
    bare = min(fan.timed(lambda: fetched(organisation, change))[0] for _ in range(3))
    counts = impacts.impacts(organisation, change).counts
    print(f"{connection.vendor}: {count} agreements on {len(TEMPLATES)} templates")
    print(f"  page           {page:7.2f} s   2 s is the bar at 10,000")
    print(f"  what they ask  {judging:7.2f} s   {', '.join(f'{n} {need.name.lower()}' for need, n in counts.items())}")
    print(f"  bare queries   {bare:7.2f} s   the same rows as tuples, nothing done with them")
    print(f"  ratio          {judging / bare:7.2f}")
    told(organisation, owner, proposal)


def told(organisation: Organisation, owner: User, proposal: Proposal) -> None:
    """Announce the change, and put a letter to every customer that gets one in the outbox, beside a bare load of its rows."""
    policies.set_policy(organisation, approval_from=None, recall_minutes=0, actor=SYSTEM, now=fan.NOW)
    announced, _ = fan.timed(lambda: announce(proposal))
    before = OutboxMessage.objects.count()
    kinds = ("subprocessor_notice", "consent_request")
    made = {kind: prepared(organisation, owner, proposal, kind) for kind in kinds}
    queued, _ = fan.timed(lambda: [queue(mailing, owner) for mailing in made.values()])
    letters = OutboxMessage.objects.count() - before
    bare = fan.again((OutboxMessage,)) if letters else float("nan")
    print(f"  announced      {announced:7.2f} s   the list is frozen and its clocks run")
    print(f"  letters queued {queued:7.2f} s   {letters} letters; 30 s is the bar at 10,000 agreements")
    print(f"  bare bulk load {bare:7.2f} s   of the same rows into the outbox alone")


def announce(proposal: Proposal) -> None:
    announcing.announce(proposal, based_on=proposal.version, actor=SYSTEM, now=fan.NOW)
    while announcing.start_chunk(proposal, actor=WORKER, now=fan.NOW):
        pass


def prepared(organisation: Organisation, owner: User, proposal: Proposal, kind: str) -> Mailing:
    subject = source_of("change").subject(organisation, proposal.pk)
    assert subject is not None
    words, choice = Words(notice_kind=kind, signed_by="Owner"), Choice(notice_kind=kind)
    mailing = preparing.prepare(subject, choice, words, together=False, by=owner, actor=WORKER, now=fan.NOW)
    while preparing.look(mailing, actor=WORKER, now=fan.NOW):
        pass
    return mailing


def queue(mailing: Mailing, owner: User) -> None:
    mailings.release(mailing, by=owner, actor=WORKER, now=fan.NOW)
    while leaving.leave_chunk(mailing, actor=WORKER, now=fan.NOW):
        pass


def fetched(organisation: Organisation, change: Change) -> int:
    facts = FactVersion.objects.filter(organisation=organisation, key__in=terms.KEYS, current=True)
    rows = sum(1 for _ in facts.order_by().values_list("agreement_id", "key", "number", "value").iterator(5_000))
    named = impacts.touched(organisation, change).values_list("pk", "counterparty_name", "title")
    return rows + sum(1 for _ in named.iterator(5_000))


def said(organisation: Organisation) -> None:
    """What the agreements say of sub-processors and transfers: this part is not measured."""
    texts = dict(AgreementText.objects.filter(organisation=organisation).values_list("agreement_id", "pk"))
    ids = list(Agreement.objects.filter(organisation=organisation).order_by("pk").values_list("pk", flat=True))

    def facts() -> Iterator[FactVersion]:
        for number, agreement_id in enumerate(ids):
            for key, value in TEMPLATES[number % len(TEMPLATES)].items():
                yield FactVersion(
                    organisation=organisation, agreement_id=agreement_id, text_id=texts[agreement_id], key=key, number=1,
                    value=value, citations=[{"text": f"over {key}", "start": 0, "end": 9, "page": None}], provision="5.1",
                    state=FactState.CONFIRMED, at=fan.NOW,
                )  # fmt: skip

    with transaction.atomic():
        bulk.create(FactVersion, facts())


if __name__ == "__main__":
    main()
