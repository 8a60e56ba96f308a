"""`art28 backup` and `art28 restore` as somebody types them: in processes of their own, on a file of their own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class Machine:
    """A place where art28 is installed: its folder, and its database."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "art28.sqlite3"

    def art28(self, *arguments: str, url: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run a command here."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        place = {"DATABASE_URL": url or f"sqlite:///{self.database}", "ART28_DATA_DIR": str(self.folder)}
        command = [sys.executable, "-m", "art28.cli.main", *arguments]
        return subprocess.run(command, env={**kept, **place}, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """A machine with an empty database."""
    machine = Machine(tmp_path_factory.mktemp("machine"))
    assert machine.art28("migrate").returncode == 0
    return machine


@pytest.fixture(scope="module")
def backup(made: Machine) -> Path:
    path = made.folder / "backup.zip"
    done = made.art28("backup", str(path), "--erasures", str(made.folder / "erasures.json"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{path}: ")
    return path


@pytest.mark.usefixtures("backup")
def test_a_backup_leaves_the_file_and_the_list_and_nothing_else(made: Machine) -> None:
    found = {path.name for path in made.folder.iterdir()} - {"secret.key"}
    assert found - {"art28.sqlite3-wal", "art28.sqlite3-shm"} == {"art28.sqlite3", "backup.zip", "erasures.json"}


def test_on_another_machine_it_warns_that_later_erasures_are_not_known(backup: Path, tmp_path: Path) -> None:
    done = Machine(tmp_path / "new").art28("restore", str(backup))
    assert done.returncode == 0
    assert done.stdout.startswith("Restored the backup of ")
    assert done.stderr.startswith("art28: what was erased after ")
    assert done.stderr.count("\n") == 1


def test_with_a_list_there_is_nothing_to_warn_about(made: Machine, backup: Path, tmp_path: Path) -> None:
    erasures = str(made.folder / "erasures.json")
    done = Machine(tmp_path / "new").art28("restore", str(backup), "--erasures", erasures)
    assert (done.returncode, done.stderr) == (0, "")


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """The one line with which a command refused."""
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("art28: ")
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_the_database_itself_is_no_place_for_a_backup(made: Machine) -> None:
    before = made.database.read_bytes()
    assert "no backup" in refused(made.art28("backup", str(made.database)))
    assert made.database.read_bytes() == before


def test_where_there_is_no_database_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    assert "there is no database there" in refused(Machine(tmp_path).art28("backup", str(tmp_path / "b.zip")))
    assert {path.name for path in tmp_path.iterdir()} <= {"secret.key"}


def test_a_backup_that_is_not_there_is_named(made: Machine) -> None:
    assert "there is no such file" in refused(made.art28("restore", str(made.folder / "weg.zip")))


def test_an_address_that_is_none_is_named(made: Machine, tmp_path: Path) -> None:
    assert "DATABASE_URL" in refused(made.art28("backup", str(tmp_path / "b.zip"), url="mysql://x/y"))


def test_a_server_that_does_not_answer_is_named_without_its_password(made: Machine, tmp_path: Path) -> None:
    done = made.art28("backup", str(tmp_path / "b.zip"), url="postgresql://art28:geheim@127.0.0.1:9/art28")
    assert "geheim" not in refused(done)
    assert list(tmp_path.iterdir()) == []
