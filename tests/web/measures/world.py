"""An agreement with an annex on security, and what people do on the pages about measures."""

from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from art28.reading.limits import Limits
from art28.reading.read import read_document
from art28.web.agreements import rows
from art28.web.agreements.models import Agreement, AgreementText
from art28.web.audit.models import Act
from art28.web.measures import promising
from art28.web.measures.agreed import Promise
from art28.web.measures.models import Evidence, Measure
from web.breaches import world as worlds
from web.breaches.world import World, signed_in

HEAD = """Verwerkersovereenkomst

Stichting Zorg, hierna: Verwerkingsverantwoordelijke, en Dijkvaart Diensten B.V., hierna: Verwerker, komen overeen:

Artikel 1. Onderwerp
1.1 Verwerker verwerkt persoonsgegevens in opdracht van Verwerkingsverantwoordelijke.

Artikel 2. Beveiliging
2.1 Verwerker treft de maatregelen die in bijlage 2 staan.
"""
ANNEX = "\nBijlage 2: Beveiligingsmaatregelen\n\n"


def text(*items: str, article: str = "") -> str:
    """An agreement whose annex lists `items`; `article` is what its article on security says besides."""
    return HEAD + article + ANNEX + "\n".join(f"- {item}" for item in items) + "\n"


def wording(made: Agreement, words: str) -> None:
    """Let the agreement have this text, as its file would be read."""
    document = read_document(words.encode(), name="overeenkomst.txt", limits=Limits())
    AgreementText.objects.create(
        organisation=made.organisation,
        agreement=made,
        extraction=f"{document.extraction}+{AgreementText.objects.count()}",
        text=document.text,
        blocks=[rows.of_block(block) for block in document.blocks],
        pages=[],
        read_at=timezone.now(),
    )


def promised(*items: str, said: dict[str, Any] | None = None, article: str = "") -> World:
    """A world whose agreement promises `items`, gone through."""
    given = worlds.world({**worlds.SAID, **(said or {})})
    wording(given.agreement, text(*items, article=article))
    read(given, given.agreement)
    return given


def another(given: World, *items: str, said: dict[str, Any] | None = None, name: str = "Gemeente Dorp") -> Agreement:
    """A further agreement of the same organisation."""
    made = worlds.agreement(
        given.organisation, {**worlds.SAID, **(said or {})}, name=name, contact=f"{name.split()[-1].lower()}@x.example"
    )
    wording(made, text(*items))
    read(given, made)
    return made


def read(given: World, made: Agreement) -> None:
    answer = signed_in(given.owner).post(reverse("measures:read", args=(made.pk,)))
    assert answer.status_code == 302


def measure(given: World, name: str = "Back-up", topic: str = "backup", words: str = "Elke dag een kopie.") -> Measure:
    """Put in the library through its page."""
    answer = signed_in(given.owner).post(reverse("measures:new"), {"name": name, "text": words, "topic": topic})
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return Measure.objects.get(organisation=given.organisation, name=name)


def act(given: World, row: Measure, deed: str, status: int = 302, **data: Any) -> None:
    answer = signed_in(given.owner).post(reverse("measures:act", args=(row.pk, deed)), data)
    assert answer.status_code == status, answer.content.decode()[:3000]
    row.refresh_from_db()


def arranged(given: World, row: Measure, **changes: Any) -> None:
    """Owned, in place, to be reviewed in a month."""
    data = {"standing": "in_place", "owner": str(given.owner.pk), "review_months": 12, "review_on": day(30),
            "article_32": row.article_32, "iso27001": ", ".join(row.iso27001), "nen7510": "", **changes}  # fmt: skip
    act(given, row, "arrange", **data)


def evidence(
    given: World, row: Measure, name: str = "Verslag", reference: str = "dossier 12", on: str = ""
) -> Evidence:
    act(given, row, "evidence", name=name, on=on or day(0), reference=reference)
    return Evidence.objects.filter(measure=row).latest("at")


def reviewed(given: World, row: Measure, by: Evidence, effect: str = "effective", **changes: Any) -> None:
    data = {
        "evidence": str(by.pk),
        "on": day(0),
        "effect": effect,
        "findings": "Gezien.",
        "next_on": day(365),
        **changes,
    }
    act(given, row, "review", **data)


def linked(given: World, row: Measure, *promises: Promise, only: Agreement | None = None) -> None:
    data: dict[str, Any] = {"key": [each.key for each in promises], "measure": str(row.pk), "do": "link"}
    if only is not None:
        data |= {"agreement": str(only.pk), "only": "1"}
    assert signed_in(given.owner).post(reverse("measures:decide"), data).status_code == 302


def promises(made: Agreement) -> list[Promise]:
    return list(promising.of_agreement(made))


def page(given: World, name: str, *args: Any, **query: Any) -> str:
    answer = signed_in(given.owner).get(reverse(f"measures:{name}", args=args), query)
    assert answer.status_code == 200
    return answer.content.decode()


def of_agreement(given: World) -> str:
    return page(given, "agreement", given.agreement.pk)


def day(ahead: int) -> str:
    return (timezone.localdate() + timedelta(days=ahead)).isoformat()


def lapse(row: Measure, days: int = 1) -> None:
    """Let the day of the review pass."""
    Measure.objects.filter(pk=row.pk).update(review_on=timezone.localdate() - timedelta(days=days))
    row.refresh_from_db()


def kept(kind: str) -> str:
    """What stands in the trail of the newest act of a kind."""
    return Act.objects.filter(kind=kind).latest("at").content.content or ""


def today() -> date:
    return timezone.localdate()
