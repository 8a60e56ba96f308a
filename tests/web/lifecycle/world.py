"""An agreement that is complete, and what people do on the pages about its life."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from art28.web.audit.models import Act
from art28.web.lifecycle.models import Paper, Step
from web.breaches.world import World, signed_in, world

DETAILS = {
    f"{side}.{name}": value
    for side in ("controller", "processor")
    for name, value in {
        "name": "Stichting Zorg", "registration": "99111111", "street": "Kade 1", "city": "Zwolle",
        "representative": "J. Okkerse", "representative_role": "directeur",
    }.items()
}  # fmt: skip
COMPLETE: dict[str, Any] = {
    **DETAILS,
    "processing.purposes": ["beheer"],
    "processing.data_categories": ["namen"],
    "processing.data_subjects": ["klanten"],
    "breach.deadline": "PT24H",
}


def without(*keys: str, **changes: Any) -> dict[str, Any]:
    return {key: value for key, value in COMPLETE.items() if key not in keys} | changes


def at(name: str, given: World, *more: Any) -> str:
    return reverse(f"lifecycle:{name}", args=(given.agreement.pk, *more))


def go(given: World, stage: str, on: str = "", **more: str) -> Any:
    return signed_in(given.owner).post(at("stage", given), {"stage": stage, "on": on, **more})


def signed(given: World, side: str, on: str, **changes: Any) -> None:
    data = {"side": side, "name": "J. Okkerse", "role": "directeur", "place": "Zwolle", "on": on, **changes}
    posted = {f"signature-{key}": value for key, value in data.items()}
    assert signed_in(given.owner).post(at("signature", given), posted).status_code == 302


def turned_to(given: World) -> None:
    """Whom of us the other side turns to is named."""
    who = {"level": "first", "name": "Servicedesk", "email": "desk@dijkvaart.example"}
    assert signed_in(given.owner).post(reverse("contacts:appoint", args=(given.agreement.pk,)), who).status_code == 302


def both_signed(given: World) -> None:
    turned_to(given)
    signed(given, "processor", "2026-11-02")
    signed(given, "controller", "2026-11-05")


def linked(given: World, **changes: str) -> None:
    data = {"name": "Dienstenovereenkomst", "reference": "DO-7", "services": "hosting\nbeheer", "starts_on": "2026-11-01",
            "ends_on": "", **changes}  # fmt: skip
    posted = {f"main-{key}": value for key, value in data.items()}
    assert signed_in(given.owner).post(at("main", given), posted).status_code == 302


def paper(given: World, name: str, dated: str, content: bytes, kind: str = "terms", source: str = "") -> Paper:
    file = SimpleUploadedFile("kopie.pdf", content)
    data = {"paper-kind": kind, "paper-name": name, "paper-dated": dated, "paper-source": source, "paper-file": file}
    assert signed_in(given.owner).post(at("paper", given), data).status_code == 302
    return Paper.objects.latest("at")


def page(given: World) -> str:
    return signed_in(given.owner).get(at("agreement", given)).content.decode()


def stage(given: World) -> str:
    return Step.objects.filter(agreement=given.agreement).latest("at").stage


def kept(kind: str) -> str:
    return Act.objects.filter(kind=kind).latest("at").content.content or ""


def active(said: dict[str, Any]) -> World:
    given = world(said)
    if "term.lasts" in said or "main_agreement.reference" in said:
        linked(given)
    both_signed(given)
    assert go(given, "active").status_code == 302
    return given


def fill_in(given: World, key: str, value: str) -> None:
    data = {"decision": "correct", "seen": "0", "text": value}
    answer = signed_in(given.owner).post(reverse("agreements:fact", args=(given.agreement.pk, key)), data)
    assert answer.status_code == 302, answer.content.decode()
