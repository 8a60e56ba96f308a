"""A house template all the way: filled in, sent, agreed with, signed by both, sealed, and on file with its facts."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.sealing.proof import Outcome
from art28.sealing.verify import verify
from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement, FactVersion, PromisedDuty
from art28.web.agreements.pump import pump as read_files
from art28.web.audit.models import Act
from art28.web.drafts import links
from art28.web.drafts.models import Mail, Round
from art28.web.signing.models import Signatory, Signing
from art28.web.signing.sealing import seal_due, trusted
from core.drafting.house.forms import VALUES
from web.drafts.world import SIGNER
from web.house.test_drafts import again, begun
from web.people import tenant
from web.signing.world import OUR_SIGNER, Party

pytestmark = pytest.mark.django_db
FOUND = 302


@pytest.fixture(autouse=True)
def _own_seal(settings: LazySettings, tmp_path: Path) -> None:
    settings.SEAL_KEY, settings.SEAL_CERTIFICATE = str(tmp_path / "seal.key.pem"), str(tmp_path / "seal.pem")
    settings.SEAL_IS_OWN = True


def test_a_house_draft_goes_from_its_round_to_sealed_and_on_file() -> None:
    ours = tenant("veldlicht")
    draft = begun(ours)
    owner, outside = ours.client(Role.OWNER), Client()
    sent = {"recipient": SIGNER, "recipient_name": "P. Okkerse", "message": "", "days": "30"}
    assert owner.post(reverse("drafts:send", args=(draft.pk,)), sent).status_code == FOUND
    link = reverse("drafts:read", args=(links.token("round", Round.objects.get().pk),))
    assert "Stichting Beukenhof" in outside.get(link).content.decode()
    agreed = outside.post(link, {"what": "agree", "name": "P. Okkerse", "sure": "1"})
    assert (agreed.status_code, again().state) == (FOUND, "agreed")
    people = {
        "controller_name": "P. Okkerse", "controller_email": SIGNER, "processor_name": "M. Berg",
        "processor_email": OUR_SIGNER, "first": "controller", "days": "30",
    }  # fmt: skip
    assert owner.post(reverse("signing:begin", args=(draft.pk,)), people).status_code == FOUND
    for order in (0, 1):
        party = Party(Signatory.objects.select_related("signing__draft").get(order=order), Client())
        party.be_known()
        assert party.sign().status_code == FOUND
    assert seal_due(now=timezone.now(), limit=5) == 1
    signing = Signing.objects.get()
    assert verify(bytes(signing.sealed or b""), trusted()).outcome is Outcome.INTACT
    assert read_files(now=timezone.now(), limit=5) == 1
    agreement = Agreement.objects.get()
    assert (again().state, again().agreement_id) == ("signed", agreement.pk)
    assert (agreement.state, agreement.direction) == ("read", "processor")
    facts = {row.key: row for row in FactVersion.objects.filter(agreement=agreement, current=True)}
    for key, value in VALUES.items():
        assert facts[key].value == (list(value) if isinstance(value, tuple) else value), key
        assert facts[key].state in ("confirmed", "corrected"), key
    assert facts["document.state"].value == "signed"
    assert PromisedDuty.objects.filter(agreement=agreement, action="notify_breach", retired_at=None).exists()
    assert Mail.objects.filter(kind="completed").count() == 2
    kinds = set(Act.objects.values_list("kind", flat=True))
    assert {"draft.sent", "draft.agreed", "signing.begun", "signing.signed", "signing.sealed", "signing.filed"} <= kinds
