"""Agreements that go over to a new template, prepared and put before their signatories; beside the bare core.

    python benchmarks/bench_renewal.py [AGREEMENTS]

The baseline has no database: for preparing, it works out what goes along, drafts that, and derives the promises before and
after; for sending, it writes the same drafts as PDF. Processor time, since a busy machine slows whoever waits. The page that
follows who signed is asked for at a tenth of the agreements and at all, and its queries are counted.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import fresh_site  # noqa: F401 - before any model is imported

# isort: split
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from art28.agreement.model import Value
from art28.drafting.carrying import Standard, carried_on
from art28.drafting.draft import Negotiated, draft
from art28.drafting.pdf import as_pdf
from art28.obligations.duties import duties_of
from art28.web.accounts import actions as accounts
from art28.web.accounts.access import SYSTEM, Actor
from art28.web.accounts.models import Organisation, User
from art28.web.accounts.rights import Role
from art28.web.agreements import deriving, rows
from art28.web.agreements.models import Agreement, AgreementText, Direction, FactVersion, SourceFile
from art28.web.amendments import actions
from art28.web.amendments.models import Amendment, Renewal
from art28.web.amendments.pump import carry_on
from art28.web.database import bulk, fresh
from art28.web.drafts.beginning import Beginning, Ready, begin_many
from art28.web.drafts.chosen import Chosen, made
from art28.web.drafts.models import Draft
from art28.web.parties.models import Contact, Counterparty, LegalEntity
from measure import row

AGREEMENTS = 500
NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
MEASURES = ("Gegevens worden versleuteld opgeslagen en verzonden.",)
DEADLINES = ("PT12H", "PT24H", "PT36H", "PT48H")
PREPARING_BAR, SENDING_BAR = 6.0, 2.0


def facts_of(number: int) -> dict[str, Value]:
    """What one agreement was drafted with; a part of it negotiated."""
    return {
        "controller.name": f"Stichting {number:05d}",
        "controller.city": "Utrecht",
        "controller.representative": "P. Okkerse",
        "processor.name": "Meting B.V.",
        "processor.city": "Zwolle",
        "processor.representative": "M. Berg",
        "main_agreement.reference": f"Raamovereenkomst {number}",
        "processing.purposes": ("het voeren van de loonadministratie",),
        "processing.data_categories": ("naam", "adres", "bankrekeningnummer"),
        "processing.data_subjects": ("medewerkers",),
        "breach.deadline": DEADLINES[number % len(DEADLINES)],
    }


def main(count: int) -> None:
    """Prepare, send and follow."""
    fresh.create()
    call_command("migrate", verbosity=0)
    organisation = accounts.create_organisation("Meting", "meting", now=NOW)
    owner = accounts.create_user("eigenaar@meting.example", "Eigenaar", password=None, now=NOW)
    accounts.add_member(organisation, owner, Role.OWNER, actor=SYSTEM, now=NOW)
    with transaction.atomic():
        said = on_file(organisation, owner, count)
    few = renewal(organisation, owner, count // 10, skip=0)
    prepared(few)
    many = renewal(organisation, owner, count, skip=0)
    took = spent(lambda: prepared(many))
    drafted, bare = [], Standard("customer")

    def alone() -> None:
        for each in said:
            carried = carried_on(each, Negotiated(), was=Standard("balanced"), to=bare, language="nl")
            drafted.append(draft(carried.facts, template="customer", language="nl", measures=MEASURES))
            for facts in (each, drafted[-1].facts):
                entered = {key: rows.entered(key, rows.of_value(value), (), "", "") for key, value in facts.items()}
                duties_of(deriving.Standing(entered, ()))

    row(f"{count:,} prepared", took, spent(alone), baseline_name="bare core", bar=PREPARING_BAR)
    actions.stop(few, actor=Actor(owner.pk, Role.OWNER), now=NOW)
    actions.send(many, by=owner, actor=Actor(owner.pk, Role.OWNER), now=NOW)
    took = spent(lambda: carry_on(now=NOW, limit=count))
    assert Amendment.objects.filter(renewal=many, standing="sent").count() == count
    papers = spent(lambda: [as_pdf(each, dated=date(2026, 11, 2)) for each in drafted])
    row(f"{count:,} put before signatories", took, papers, baseline_name="bare PDF", bar=SENDING_BAR)
    followed(owner, few, many)


def spent(work: Callable[[], object]) -> float:
    """The processor time of this process for some work."""
    began = time.process_time()
    work()
    return time.process_time() - began


def prepared(of: Renewal) -> None:
    """The worker prepares all."""
    carry_on(now=NOW, limit=of.agreement_count)
    waiting = (
        Amendment.objects.filter(renewal=of).exclude(standing="ready").values_list("standing", "obstacle", "detail")
    )
    assert not waiting.exists(), waiting.first()


def renewal(organisation: Organisation, owner: User, count: int, *, skip: int) -> Renewal:
    """A renewal of so many agreements to the template that is friendliest to customers."""
    ids = Agreement.objects.filter(organisation=organisation).order_by("counterparty_name").values_list("pk", flat=True)
    about: dict[str, Any] = {
        "name": f"Model 2027 voor {count}", "way": "consent", "template": "customer", "facts": {}, "effective_on": None,
        "what": "Het model is vernieuwd.", "days": 30, "days_of_notice": 60, "signer_name": "M. Berg",
        "signer_role": "directeur", "signer_email": "m.berg@meting.example",
    }  # fmt: skip
    wanted = actions.Wanted(about=about, agreement_ids=list(ids[skip : skip + count]))
    return actions.begin(organisation, wanted, by=owner, actor=Actor(owner.pk, Role.OWNER), now=NOW)


def on_file(organisation: Organisation, owner: User, count: int) -> list[dict[str, Value]]:
    """Agreements that were drafted here, read, with a contact at the other side; what each says."""
    entity = LegalEntity.objects.create(organisation=organisation, name="Meting B.V.", created_at=NOW)
    names = [f"Stichting {number:05d}" for number in range(count)]
    common: dict[str, Any] = {"organisation": organisation}
    parties = [Counterparty(name=name, created_at=NOW, **common) for name in names]
    bulk.create(Counterparty, parties)
    contacts = (
        Contact(
            counterparty=each, purpose="contract", name="P. Okkerse", email="p@klant.example", created_at=NOW, **common
        )
        for each in parties
    )
    bulk.create(Contact, contacts)
    sources = [SourceFile(name=name, sha256=name, size=1, uploaded_at=NOW, **common) for name in names]
    bulk.create(SourceFile, sources)
    agreements = [
        Agreement(
            source=source, title="Verwerkersovereenkomst", counterparty=party, counterparty_name=party.name,
            legal_entity=entity, direction="processor", language="nl", state="read", added_at=NOW, read_at=NOW, **common,
        )
        for source, party in zip(sources, parties, strict=True)
    ]  # fmt: skip
    bulk.create(Agreement, agreements)
    texts = [
        AgreementText(agreement=each, extraction="1", text="x", blocks=[], pages=[], read_at=NOW, **common)
        for each in agreements
    ]
    bulk.create(AgreementText, texts)
    ready = [_ready(party, entity, number) for number, party in enumerate(parties)]
    begun = begin_many(organisation, ready, by=owner, actor=Actor(owner.pk, Role.OWNER), now=NOW)
    for each, agreement in zip(begun, agreements, strict=True):
        Draft.objects.filter(pk=each.pk).update(agreement=agreement, state="signed")
    said = [dict(each.made.facts) for each in ready]
    bulk.create(
        FactVersion,
        (
            FactVersion(agreement=text.agreement, text=text, key=key, number=1, value=rows.of_value(value), citations=[],
                        state="confirmed", at=NOW, **common)
            for text, facts in zip(texts, said, strict=True)
            for key, value in facts.items()
        ),
    )  # fmt: skip
    return said


def _ready(party: Counterparty, entity: LegalEntity, number: int) -> Ready:
    chosen = Chosen(facts_of(number), MEASURES)
    what = Beginning(
        counterparty=party, legal_entity=entity, direction=Direction.PROCESSOR, template="balanced", language="nl",
        chosen=chosen,
    )  # fmt: skip
    return Ready(what, chosen, made(chosen, template="balanced", language="nl"))


def followed(owner: User, few: Renewal, many: Renewal) -> None:
    """The page that follows a renewal, at a tenth and at all."""
    client = Client(headers={"host": "localhost"})
    client.force_login(owner)
    counted = {}
    for of in (few, many, few, many):
        address = reverse("amendments:detail", args=(of.pk,))
        began = time.process_time()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            answer = client.get(address)
        assert answer.status_code == 200, answer.status_code
        counted[of.agreement_count] = (len(queries), time.process_time() - began)
    told = ", ".join(
        f"{queries} queries and {took * 1000:.0f} ms at {size:,}" for size, (queries, took) in counted.items()
    )
    same = len({queries for queries, _ in counted.values()}) == 1
    print(f"{'page that follows':34} {told}   the same queries {'held' if same else 'NOT HELD'}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else AGREEMENTS)
