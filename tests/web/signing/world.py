"""A draft put before two people, and what each of them does in a browser."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.drafts import links
from art28.web.drafts.models import Draft
from art28.web.signing import actions, codes
from art28.web.signing.models import Challenge, Signatory, Signing
from web.drafts.world import SIGNER, World, ready

OUR_SIGNER = "directie@veldlicht.example"
PEOPLE = (
    actions.Person("controller", "P. Okkerse", "bestuurder", SIGNER),
    actions.Person("processor", "M. Berg", "directeur", OUR_SIGNER),
)


@dataclass(frozen=True, slots=True)
class Party:
    """One signatory and their browser."""

    signatory: Signatory
    client: Client

    @property
    def page(self) -> str:
        """The address behind their link."""
        return reverse("signing:sign", args=(links.token("signatory", self.signatory.pk),))

    def post(self, **data: Any) -> Any:
        """Send a form of the page."""
        return self.client.post(self.page, data)

    def be_known(self) -> None:
        """Ask for a code and show it."""
        assert self.post(what="code").status_code == 302
        newest = Challenge.objects.filter(signatory=self.signatory).latest("made_at")
        assert self.post(what="show", code=codes.code_of(newest.pk)).status_code == 302

    def sign(self, **changes: Any) -> Any:
        """Sign with a typed name."""
        data = {
            "what": "sign",
            "name": self.signatory.name,
            "role": "bestuurder",
            "place": "Dronten",
            "way": "typed",
            "typed": self.signatory.name,
            "consent": "1",
            "seen": self.signatory.signing.document_sha256,
        }
        return self.post(**{**data, **changes})


def begun(world: World, *, in_order: bool = True, initialled: bool | None = None) -> Signing:
    """The draft, made complete and put before its signatories."""
    owner = world.ours.members[Role.OWNER]
    actor = world.ours.actor(Role.OWNER)
    draft = ready(world) if Draft.objects.get(pk=world.draft.pk).version == 1 else world.again()
    return actions.begin(
        draft,
        PEOPLE,
        in_order=in_order,
        days=30,
        by=owner.user,
        actor=actor,
        now=timezone.now(),
        initialled=initialled,
    )


def party(signing: Signing, order: int) -> Party:
    """A signatory with a browser of their own."""
    rows = Signatory.objects.select_related("signing__draft")
    return Party(rows.get(signing=signing, order=order), Client())


def pages(pdf: bytes) -> Iterator[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(pdf) as opened:
        for page in opened:
            yield page.get_textpage().get_text_bounded()
