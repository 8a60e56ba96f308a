"""The offline pack: made by the worker each night, encrypted for a key that the server doesn't hold, opened without it."""

import io
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pypdfium2
import pytest
from django.urls import reverse
from pytest_django import Settings

from art28.offline.sealed import CannotOpen, InvalidKey, new_key, opened, recipients, seal
from art28.web.audit.models import Act
from art28.web.offline import contents, making, queries
from art28.web.offline.models import Pack, State
from art28.web.offline.pump import pack
from art28.web.reminders import watch
from web.breaches import world as worlds
from web.breaches.world import World, signed_in, world

pytestmark = pytest.mark.django_db

NIGHT = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)  # 02:30 in Amsterdam


@pytest.fixture
def key(settings: Settings, tmp_path: Path) -> str:
    secret, public = new_key()
    folder = tmp_path / "share"
    folder.mkdir()
    settings.OFFLINE_DIR, settings.OFFLINE_RECIPIENTS, settings.OFFLINE_KEEP = str(folder), (public,), 14
    return secret


def files(settings: Settings, slug: str = "dijkvaart") -> list[Path]:
    return sorted(Path(settings.OFFLINE_DIR).glob(f"art28-offline-{slug}-*"))


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    document.close()
    return "\f".join(pages)


def test_each_night_every_organisation_has_one_pack_however_often_the_worker_looks(
    settings: Settings, key: str
) -> None:
    world()
    assert pack(now=NIGHT - timedelta(hours=1), limit=10) == 0
    assert pack(now=NIGHT, limit=10) == 2
    assert pack(now=NIGHT + timedelta(hours=1), limit=10) == 0
    assert len(files(settings)) == len(files(settings, "elders")) == 1
    assert pack(now=NIGHT + timedelta(days=1), limit=10) == 2
    assert Act.objects.filter(kind="offline.made").count() == 4


def test_the_pack_holds_limits_contacts_questions_and_a_call_sheet_for_each_agreement(
    settings: Settings, key: str, tmp_path: Path
) -> None:
    given = world()
    worlds.agreement(given.organisation, {"breach.deadline": "PT48H"}, name="#Tweede *klant*", contact="")
    pack(now=NIGHT, limit=10)
    into = tmp_path / "open"
    names = opened(files(settings)[0], key, into)
    assert names == ("belbladen/00001-00002.pdf", "overeenkomsten.xlsx", "LEES-MIJ.txt")
    text = text_of(into / "belbladen/00001-00002.pdf")
    assert "binnen 24 uur" in text
    assert "0321000418" in text
    assert "Wat is er gebeurd?" in text
    assert "#Tweede *klant*" in text
    assert "Er staat geen contact in het dossier" in text
    book = openpyxl.load_workbook(into / "overeenkomsten.xlsx", read_only=True)
    rows = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}
    assert list(rows) == ["Overeenkomsten en termijnen", "Contacten", "Vragen", "Gesprekken"]
    assert len(rows["Overeenkomsten en termijnen"]) == 3
    assert any("datalek@zorg.example" in row for row in rows["Contacten"])
    book.close()
    assert "2 overeenkomsten" in (into / "LEES-MIJ.txt").read_text(encoding="utf-8")


def test_an_organisation_finds_nothing_of_another_in_its_pack(settings: Settings, key: str, tmp_path: Path) -> None:
    world()
    pack(now=NIGHT, limit=10)
    names = opened(files(settings, "elders")[0], key, tmp_path / "open")
    assert names == ("overeenkomsten.xlsx", "LEES-MIJ.txt")


def test_another_key_does_not_open_it_and_nothing_readable_stands_in_the_file(
    settings: Settings, key: str, tmp_path: Path
) -> None:
    world()
    pack(now=NIGHT, limit=10)
    file = files(settings)[0]
    assert b"Zorg" not in file.read_bytes()
    with pytest.raises(CannotOpen, match="another's"):
        opened(file, new_key()[0], tmp_path / "open")
    file.write_bytes(file.read_bytes()[:-20])
    with pytest.raises(CannotOpen, match="damaged"):
        opened(file, key, tmp_path / "again")


def test_a_secret_key_among_the_recipients_is_refused_and_not_repeated() -> None:
    secret, _public = new_key()
    with pytest.raises(InvalidKey, match="holds a secret key") as error:
        recipients((secret,))
    assert secret not in str(error.value)
    with pytest.raises(InvalidKey, match="begins with age1"):
        recipients(("nonsense",))


def test_only_the_newest_files_are_kept_and_no_others_are_touched(settings: Settings, key: str) -> None:
    world()
    settings.OFFLINE_KEEP = 2
    other = Path(settings.OFFLINE_DIR) / "art28-offline-dijkvaart-notes.txt"
    other.write_text("x")
    for day in range(4):
        pack(now=NIGHT + timedelta(days=day), limit=10)
    assert [path.name for path in files(settings)] == [
        "art28-offline-dijkvaart-2026-11-25-1.zip.age",
        "art28-offline-dijkvaart-2026-11-26-1.zip.age",
        other.name,
    ]


def test_a_place_that_is_gone_is_tried_again_and_leaves_no_half_file(settings: Settings, key: str) -> None:
    world()
    folder = Path(settings.OFFLINE_DIR)
    folder.rename(folder.with_name("unmounted"))
    assert pack(now=NIGHT, limit=10) == 0
    row = Pack.objects.filter(organisation__slug="dijkvaart").get()
    assert (row.state, row.error) == (State.FAILED, "FileNotFoundError")
    folder.with_name("unmounted").rename(folder)
    assert pack(now=NIGHT + timedelta(minutes=10), limit=10) == 0
    assert pack(now=NIGHT + timedelta(minutes=31), limit=10) == 2
    assert not list(folder.glob(".art28*"))


def test_a_worker_that_died_leaves_the_pack_to_the_next(settings: Settings, key: str) -> None:
    world()
    making.plan(now=NIGHT)
    Pack.objects.update(lease="0190a6f0-0000-7000-8000-000000000000", leased_until=NIGHT + timedelta(hours=2))
    assert pack(now=NIGHT + timedelta(hours=1), limit=10) == 0
    assert pack(now=NIGHT + timedelta(hours=3), limit=10) == 2


def test_a_pack_older_than_two_days_is_an_alarm_until_there_is_a_new_one(settings: Settings, key: str) -> None:
    given = world()
    pack(now=NIGHT, limit=10)

    def old(now: datetime) -> bool:
        found = watch.findings(now=now)
        return any(each.kind == "offline_pack_old" and each.organisation_id == given.organisation.pk for each in found)

    assert not old(NIGHT + timedelta(hours=47))
    assert old(NIGHT + timedelta(hours=48))
    settings.OFFLINE_DIR = ""
    assert not old(NIGHT + timedelta(hours=48))


def test_where_no_pack_was_ever_made_the_alarm_counts_from_the_organisations_beginning(key: str) -> None:
    world()
    assert list(queries.old(now=worlds.NOW + timedelta(hours=47))) == []
    assert len(list(queries.old(now=worlds.NOW + timedelta(hours=48)))) == 2


def test_the_page_says_how_old_the_pack_is_and_lets_one_be_made(settings: Settings, key: str) -> None:
    given = world()
    client = signed_in(given.owner)
    assert "Er is nog geen pakket gemaakt" in client.get(reverse("offline:index")).content.decode()
    client.post(reverse("offline:ask"))
    assert making.make_due(now=datetime.now(UTC), limit=1) == 1
    page = client.get(reverse("offline:index")).content.decode()
    assert "Het nieuwste pakket is minder dan een minuut oud." in page
    assert Pack.objects.get().name in page
    Pack.objects.update(made_at=NIGHT - timedelta(days=9))
    assert "note late" in client.get(reverse("offline:index")).content.decode()


def test_without_a_place_the_page_says_what_to_set(settings: Settings) -> None:
    given: World = world()
    client = signed_in(given.owner)
    assert "ART28_OFFLINE_DIR" in client.get(reverse("offline:index")).content.decode()
    client.post(reverse("offline:ask"))
    assert Pack.objects.count() == 0
    assert pack(now=NIGHT, limit=10) == 0


def command(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    given = {"PATH": "/usr/bin:/bin", "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none", **environment}
    return subprocess.run(
        [sys.executable, "-m", "art28.cli.main", "offline-pack", *arguments],
        capture_output=True, text=True, cwd=folder, env=given, timeout=60, check=False,
    )  # fmt: skip


def test_the_command_makes_keys_and_opens_a_pack_without_a_database(settings: Settings, tmp_path: Path) -> None:
    made = command("--new-key", "key.txt", folder=tmp_path)
    public = made.stdout.strip()
    assert public.startswith("age1")
    assert (tmp_path / "key.txt").stat().st_mode & 0o077 == 0
    assert command("--new-key", "key.txt", folder=tmp_path).returncode == 2
    folder = tmp_path / "share"
    folder.mkdir()
    settings.OFFLINE_DIR, settings.OFFLINE_RECIPIENTS, settings.OFFLINE_KEEP = str(folder), (public,), 14
    world()
    pack(now=NIGHT, limit=10)
    answer = command("--open", str(files(settings)[0]), "--key", "key.txt", folder=tmp_path)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert (tmp_path / "art28-offline-dijkvaart-2026-11-23-1" / "overeenkomsten.xlsx").exists()
    again = command("--open", str(files(settings)[0]), "--key", "key.txt", folder=tmp_path)
    assert (again.returncode, "--into" in again.stderr) == (2, True)
    assert command("--open", str(files(settings)[0]), folder=tmp_path).returncode == 2


def test_a_name_that_leads_out_of_the_folder_is_not_unpacked(key: str, tmp_path: Path, settings: Settings) -> None:
    plain = io.BytesIO()
    with ZipFile(plain, "w") as bad:
        bad.writestr("../outside.txt", "x")
    plain.seek(0)
    with (tmp_path / "bad.age").open("wb") as target:
        seal(plain, target, settings.OFFLINE_RECIPIENTS)
    with pytest.raises(CannotOpen, match="leads out"):
        opened(tmp_path / "bad.age", key, tmp_path / "open")
    assert not (tmp_path / "outside.txt").exists()


def test_the_number_of_agreements_costs_queries_by_the_hundred(
    key: str, django_assert_max_num_queries: Any, tmp_path: Path
) -> None:
    given = world()
    for number in range(5):
        worlds.agreement(given.organisation, name=f"Klant {number}")
    with (tmp_path / "x.zip").open("wb") as target, django_assert_max_num_queries(12):
        assert contents.write(given.organisation, target, now=NIGHT) == 6
