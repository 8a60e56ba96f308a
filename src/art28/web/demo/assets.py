"""Things that measures are about: laptops, carriers, keys and cabinets, handed out, taken in, lost and destroyed."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from art28.web.accounts.rights import Role
from art28.web.controls import custody
from art28.web.controls.custody import About
from art28.web.controls.models import Asset, AssetKind, Handing, SafeguardKind
from art28.web.demo.telling import Story
from art28.web.demo.world import World

_THINGS = (
    ("LT-201", "Laptop van de servicedesk", AssetKind.COMPUTER, "Koen Terpstra", None),
    ("LT-202", "Laptop van beheer", AssetKind.COMPUTER, "Milan de Graaf", Handing.RETURNED),
    ("TEL-31", "Diensttelefoon piket", AssetKind.PHONE, "Sanne Okafor", None),
    ("BND-07", "Back-upband week 7", AssetKind.CARRIER, "koerier", Handing.DESTROYED),
    ("USB-12", "Versleutelde stick", AssetKind.CARRIER, "Ruben Schouten", Handing.LOST),
    ("SLT-03", "Sleutel van de serverruimte", AssetKind.KEY, "Yara Haddad", None),
    ("KST-01", "Kluis op de eerste verdieping", AssetKind.STORAGE, "", None),
)

_NOT_SHOWN = {"LT-202": SafeguardKind.PATCHED, "TEL-31": SafeguardKind.ENCRYPTED}
"""What nobody has shown yet."""


def stories(world: World) -> Iterator[Story]:
    """One for each thing."""
    return (_thing(world, number) for number in range(len(_THINGS)))


def _thing(world: World, number: int) -> Story:
    code, name, kind, holder, then = _THINGS[number]
    at = yield world.ago(600 - number * 37, "08:50")
    what = About(code=code, name=name, kind=kind, country="NL")
    row = custody.add(world.organisation, what, **world.acted(at, Role.ENGINEER))
    for each in custody.WANTED[kind]:
        if each is not _NOT_SHOWN.get(code):
            custody.show(
                row,
                each,
                in_place=True,
                seen_on=at.date(),
                until=None,
                evidence="beheersoftware",
                **world.did(at, Role.ENGINEER),
            )
    if not holder:
        return
    at = yield at + timedelta(days=3)
    _hand(world, row, Handing.ISSUED, at, holder)
    if then is not None:
        at = yield at + timedelta(days=160)
        _hand(world, row, Handing.RETURNED if then is Handing.DESTROYED else then, at)
        if then is Handing.DESTROYED:
            _hand(world, row, then, at)


def _hand(world: World, row: Asset, what: Handing, at: datetime, holder: str = "") -> None:
    evidence = "certificaat van vernietiging" if what is Handing.DESTROYED else "ontvangstbewijs"
    did = world.did(at, Role.ENGINEER)
    custody.hand(row, what, holder=holder, on=at.date(), evidence=evidence, **did)
