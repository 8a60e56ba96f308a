"""A notice is kept as sent: the chain commits to its bytes, and the pack encloses them."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from art28.evidence.verify import verify
from art28.web.accounts.models import Organisation
from art28.web.audit.export import export
from art28.web.audit.models import ActContent
from art28.web.audit.queries import acts_about
from art28.web.notices.enclosures import enclosed
from art28.web.notices.models import OutboxMessage
from web.breaches.test_actions import sent
from web.breaches.world import NOW, World, breach, world

pytestmark = pytest.mark.django_db


@pytest.fixture
def given() -> World:
    return world()


@pytest.fixture
def message(given: World) -> OutboxMessage:
    return sent(given, breach(given))


def packed(given: World, path: Path) -> Path:
    with path.open("w+b") as target:
        export(target, organisation=given.organisation, now=NOW)
    return path


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_the_pack_encloses_the_message_as_sent_and_passes_the_check(
    given: World, message: OutboxMessage, tmp_path: Path
) -> None:
    path = packed(given, tmp_path / "pack.zip")
    assert verify(str(path))[1] == []
    with zipfile.ZipFile(path) as pack:
        for text in (message.page_html, message.body_text, message.body_html):
            assert pack.read(f"files/{sha256(text)}") == text.encode()


def test_the_chain_commits_to_the_page_and_to_the_mail(given: World, message: OutboxMessage) -> None:
    (act,) = acts_about(given.organisation, subject_kind="outboxmessage", subject_id=message.pk)
    content = ActContent.objects.get(act=act).content or ""
    assert f'"page_sha256":"{sha256(message.page_html)}"' in content
    assert f'"body_sha256":"{sha256(message.body_text)}"' in content


def test_a_page_that_was_changed_in_the_pack_is_named(given: World, message: OutboxMessage, tmp_path: Path) -> None:
    path, forged = packed(given, tmp_path / "pack.zip"), tmp_path / "forged.zip"
    name = f"files/{sha256(message.page_html)}"
    with zipfile.ZipFile(path) as pack, zipfile.ZipFile(forged, "w") as other:
        for each in pack.namelist():
            other.writestr(each, b"iets anders" if each == name else pack.read(each))
    assert any(name in fault for fault in verify(str(forged))[1])


def test_another_organisation_encloses_nothing_of_it(given: World, message: OutboxMessage) -> None:
    elsewhere = Organisation.objects.get(slug="elders")
    wanted = {sha256(message.page_html)}
    assert list(enclosed(elsewhere, wanted)) == []
    assert [each.sha256 for each in enclosed(given.organisation, wanted)] == list(wanted)
