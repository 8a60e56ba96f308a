"""The library of measures: what each says, who looks after it, what proves it, reviews in time and late, certificates."""

from collections.abc import Iterator
from datetime import timedelta

from art28.web.accounts.access import WORKER
from art28.web.accounts.rights import Role
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.measures import actions, certifying, promising
from art28.web.measures.about import on_topic
from art28.web.measures.actions import Arranged, Reviewed
from art28.web.measures.agreed import Promise
from art28.web.measures.models import Effect, Measure, Standing

_MEASURES = (
    ("encryption", "Versleuteling", "Gegevensdragers en verbindingen zijn versleuteld met actuele technieken."),
    ("authentication", "Tweestapsverificatie", "Wie bij persoonsgegevens kan, meldt zich aan met een tweede factor."),
    ("access", "Toegang per rol", "Rechten horen bij een rol en worden elk kwartaal nagelopen."),
    ("logging", "Logboeken", "Inzage en wijziging worden vastgelegd en een jaar bewaard."),
    ("backup", "Dagelijkse back-up", "Elke nacht een kopie op een tweede plaats, elk halfjaar als proef teruggezet."),
    ("testing", "Penetratietest", "Elk jaar onderzoekt een derde of er binnen te komen is."),
    ("screening", "Screening", "Medewerkers met toegang leggen een verklaring omtrent het gedrag over."),
    ("patching", "Bijwerken van systemen", "Beveiligingsupdates zijn binnen dertig dagen geplaatst."),
)
_CERTIFICATES = (("ISO 27001", 700, 1095), ("NEN 7510", 340, 365), ("ISO 27001 van het datacenter", 400, 380))
"""Which, how many days ago it was issued, and for how many days."""


def stories(world: World) -> Iterator[Story]:
    """One for each measure, the certificates, and what agreements promise."""
    yield from (_measure(world, number) for number in range(len(_MEASURES)))
    yield from (_certificate(world, *each) for each in _CERTIFICATES)
    yield _promised(world)


def _measure(world: World, number: int) -> Story:
    code, name, text = _MEASURES[number]
    at = yield world.ago(640 - number * 9, "13:40")
    about = on_topic(code, name, text)
    row = actions.add(world.organisation, about, by=world.by(at))
    how = Arranged(
        standing=Standing.PARTLY if number == 2 else Standing.IN_PLACE,
        owner=world.user(Role.ENGINEER if number % 2 else Role.PRIVACY_OFFICER),
        review_months=12,
        review_on=(at + timedelta(days=300)).date(),
        article_32=about.article_32,
        iso27001=about.iso27001,
        nen7510=about.nen7510,
    )
    actions.arrange(row, how, by=world.by(at))
    for turn in range(2):
        at = yield at + timedelta(days=300 if number != 5 or turn == 0 else 900)
        evidence = actions.keep_evidence(
            row, name=f"Verslag {at:%Y}", on=at.date(), reference="map Beveiliging", file=None, by=world.by(at)
        )
        what = Reviewed(
            evidence=evidence,
            effect=Effect.PARTLY if number == 2 else Effect.EFFECTIVE,
            findings="Steekproef gedaan; werkt zoals beschreven.",
            follow_up="Nog twee systemen aansluiten." if number == 2 else "",
            on=at.date(),
            next_on=(at + timedelta(days=300)).date(),
        )
        actions.review(row, what, by=world.by(at))


def _certificate(world: World, standard: str, days: int, holds: int) -> Story:
    at = yield world.ago(days, "09:15")
    columns = {
        "standard": standard,
        "holder": world.organisation.name,
        "issuer": "Keurhuis Certificering B.V.",
        "number": f"KH-{days:04}",
        "scope": "beheer en hosting",
        "issued_on": at.date(),
        "expires_on": (at + timedelta(days=holds)).date(),
        "kept_at": "map Certificaten",
    }
    certifying.keep(world.organisation, columns, renews=None, by=world.by(at))


def _promised(world: World) -> Story:
    """What the annexes of agreements promise, and which measure keeps it."""
    at = yield world.now - timedelta(hours=4)
    promising.read_many(world.organisation, list(world.agreements.values()), actor=WORKER, now=at)
    for row in Measure.objects.filter(organisation=world.organisation).order_by("id"):
        promises = Promise.objects.filter(organisation=world.organisation, topic=row.topic, retired_at=None)
        keys = sorted(set(promises.order_by().values_list("key", flat=True)))
        if keys:
            promising.link(world.organisation, keys, row, agreement=None, by=world.by(at))
