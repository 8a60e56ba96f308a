"""Contact persons of customers that were asked whether their details hold: confirmed, corrected, gone, and silent."""

from collections.abc import Iterator
from datetime import timedelta

from art28.web.contacts import checking
from art28.web.contacts.checking import Answer
from art28.web.contacts.models import Said
from art28.web.demo import post
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.parties import queries as parties

_ASKED = (
    (212, "zakelijk", Said.CONFIRMED, True),
    (147, "onderwijs", Said.CONFIRMED, True),
    (93, "zorg", Said.GONE, True),
    (31, "overheid", Said.CORRECTED, False),
    (16, "zakelijk", None, False),
)
"""How many days ago, a customer on which template, what came back, and whether one of us settled it."""


def stories(world: World) -> Iterator[Story]:
    """One for each."""
    return (_asked(world, number) for number in range(len(_ASKED)))


def _asked(world: World, number: int) -> Story:
    days, template, said, settled = _ASKED[number]
    at = yield world.ago(days, "10:20")
    party = world.under(template, number * 5 + 3).counterparty_id
    contact = parties.contacts(world.organisation, party).exclude(email="").first() if party else None
    if contact is None:
        return
    row = checking.ask(contact, actor=world.actor(), now=at)
    post.deliver(at)
    if said is None:
        return
    at = yield at + timedelta(days=2)
    corrected = {"phone": "038 000 05 55"} if said is Said.CORRECTED else {}
    known = {"name": contact.name, "role": contact.role, "email": contact.email, "phone": contact.phone}
    checking.answer(row, Answer(said, {**known, **corrected}), now=at)
    if settled and said is not Said.CONFIRMED:
        at = yield at + timedelta(days=1)
        row.refresh_from_db()
        checking.settle(row, take_over=True, by=world.by(at))
