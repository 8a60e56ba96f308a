"""Settings from the environment: what is read, and what fails loudly."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from art28.web import environment
from art28.web.database import identifiers, url


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("sqlite:///var/a.sqlite3", "var/a.sqlite3"),
        ("sqlite:////srv/a%20b.sqlite3", "/srv/a b.sqlite3"),
        ("postgresql://art28:geheim%40@db.example:5433/art28?sslmode=require", "art28"),
    ],
)
def test_addresses_of_databases(address: str, name: str) -> None:
    assert url.connection(address)["NAME"] == name


def test_a_password_is_decoded() -> None:
    assert url.connection("postgresql://art28:geheim%40@db.example/art28")["PASSWORD"] == "geheim@"


@pytest.mark.parametrize(
    "address",
    ["", "mysql://x/y", "sqlite://", "sqlite://host/x", "postgresql://db.example", "postgresql://d/x?shell=1"],
)
def test_other_addresses_fail_with_what_to_do(address: str) -> None:
    with pytest.raises(environment.InvalidSetting, match="DATABASE_URL"):
        url.connection(address)


def test_flags_numbers_and_words() -> None:
    given = {"A": "yes", "B": "0", "C": "12", "D": "a, b,,c"}
    assert environment.flag("A", default=False, environment=given)
    assert not environment.flag("B", default=True, environment=given)
    assert environment.number("C", 1, environment=given) == 12
    assert environment.words("D", (), environment=given) == ("a", "b", "c")
    assert environment.text("E", "rest", environment=given) == "rest"


@pytest.mark.parametrize(
    "read",
    [
        lambda given: environment.flag("X", default=False, environment=given),
        lambda given: environment.number("X", 1, environment=given),
    ],
)
def test_nonsense_is_named(read: "object") -> None:
    assert callable(read)
    with pytest.raises(environment.InvalidSetting, match="X is 'misschien'"):
        read({"X": "misschien"})


def test_what_is_missing_is_named() -> None:
    with pytest.raises(environment.InvalidSetting, match="ART28_SECRET_KEY is not set"):
        environment.text("ART28_SECRET_KEY", environment={})


def test_a_stored_secret_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "var" / "secret.key"
    made = environment.stored_secret(path)
    assert environment.stored_secret(path) == made
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["secret.key"]


SECRET = "Vd7k-2q_" * 8


def settings_of(tmp_path: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ART28_")}
    return subprocess.run(
        [sys.executable, "-c", "from art28.web import settings; print(settings.SESSION_COOKIE_SECURE, settings.DEBUG)"],
        env={**kept, "ART28_DATA_DIR": str(tmp_path), **variables},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("variables", "missing"),
    [
        ({}, "ART28_SECRET_KEY"),
        ({"ART28_SECRET_KEY": SECRET}, "ART28_URL"),
        ({"ART28_SECRET_KEY": SECRET, "ART28_URL": "https://a.example"}, "ART28_HOSTS"),
    ],
)
def test_production_wants_everything_named(tmp_path: Path, variables: dict[str, str], missing: str) -> None:
    done = settings_of(tmp_path, ART28_MODE="production", **variables)
    assert done.returncode == 1
    assert f"{missing} is not set" in done.stderr


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({"ART28_SECRET_KEY": "x" * 60}, "ART28_SECRET_KEY is too easy to guess"),
        ({"ART28_SECRET_KEY": "kort"}, "ART28_SECRET_KEY is too easy to guess"),
        ({"ART28_FIELD_KEY": "kort"}, "ART28_FIELD_KEY is too easy to guess"),
        ({"ART28_URL": "http://a.example"}, "begins with https://"),
        ({"ART28_HOSTS": "*"}, "ART28_HOSTS is *"),
    ],
)
def test_production_refuses_what_is_weak(tmp_path: Path, variables: dict[str, str], named: str) -> None:
    sound = {"ART28_SECRET_KEY": SECRET, "ART28_URL": "https://a.example", "ART28_HOSTS": "a.example"}
    done = settings_of(tmp_path, ART28_MODE="production", **{**sound, **variables})
    assert done.returncode == 1
    assert named in done.stderr


def test_a_secret_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.key"
    environment.stored_secret(path)
    path.chmod(0o644)
    with pytest.raises(environment.InvalidSetting, match="chmod 600"):
        environment.stored_secret(path)


def test_production_is_https_only_and_never_debugs(tmp_path: Path) -> None:
    done = settings_of(
        tmp_path,
        ART28_MODE="production",
        ART28_SECRET_KEY=SECRET,
        ART28_URL="https://a.example",
        ART28_HOSTS="a.example",
        ART28_EMAIL_HOST="mail.a.example",
        ART28_EMAIL_FROM="art28@a.example",
        ART28_DEBUG="1",
    )
    assert done.stdout == "True False\n", done.stderr


def test_identifiers_are_version_seven_and_rise() -> None:
    made = [identifiers.new_id() for _ in range(200)]
    assert {each.version for each in made} == {7}
    assert len(set(made)) == len(made)
    assert [each.int >> 80 for each in made] == sorted(each.int >> 80 for each in made)
