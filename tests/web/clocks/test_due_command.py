"""`art28 due`: the same queries as the page, as a table and as JSON."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from art28.cli.main import main
from web.breaches.world import NOW, World, world
from web.clocks.due_world import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def given() -> World:
    found = world()
    ahead = timezone.now() - NOW
    clock(found.agreement, ends_in=ahead + timedelta(hours=3, minutes=12, seconds=30), owner=found.owner)
    clock(found.agreement, ends_in=ahead + timedelta(days=4, seconds=30), owner=found.member)
    return found


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["due", *arguments]) == 0
    return capsys.readouterr().out


def test_a_table_in_the_language_of_the_organisation(given: World, capsys: pytest.CaptureFixture[str]) -> None:
    head, first, second = printed(capsys, "--organisation", "dijkvaart").splitlines()
    assert head.split() == ["Eindigt", "Resteert", "Wat", "Wederpartij", "Behandelaar"]
    assert "nog 3 uur 12 minuten" in first
    assert "Inbreuk melden" in first
    assert "Stichting Zorg" in first
    assert "nog 4 dagen" in second


def test_of_one_person_and_within_a_time(given: World, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--mine", "owner@dijkvaart.example"], ["--organisation", "Dijkvaart", "--within", "24h"]):
        found = json.loads(printed(capsys, *arguments, "--format", "json"))
        assert [row["owner"] for row in found["due"]] == ["Owner"]


def test_json_keeps_its_keys_and_says_instants_in_utc(given: World, capsys: pytest.CaptureFixture[str]) -> None:
    clock(given.agreement, ends_in=None)
    found = json.loads(printed(capsys, "--organisation", "dijkvaart", "--format", "json"))
    assert found["organisation"] == "dijkvaart"
    without, first = found["due"][:2]
    assert first.keys() == {
        *(
            "id",
            "state",
            "ends_at",
            "last_day",
            "left",
            "limit",
            "own_target_at",
            "action",
            "what",
            "event",
            "reference",
        ),
        *("agreement", "counterparty", "owner", "ground", "started_at", "ours"),
    }
    assert first["ends_at"].endswith("Z")
    assert (first["state"], first["action"], first["event"], first["limit"]) == (
        "running",
        "notify_breach",
        "breach",
        "binnen 24 uur",
    )
    assert (without["ends_at"], without["left"], without["limit"]) == (None, "", "zonder onredelijke vertraging")


def test_it_fails_on_what_is_late_where_asked(given: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["due", "--organisation", "dijkvaart", "--fail-on", "late"]) == 0
    clock(given.agreement)
    assert main(["due", "--organisation", "dijkvaart"]) == 0
    assert main(["due", "--organisation", "dijkvaart", "--late", "--fail-on", "late"]) == 1
    assert main(["due", "--mine", "outsider@dijkvaart.example", "--fail-on", "late"]) == 0
    assert "Er loopt geen termijn." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--organisation", "nergens"], "there is no organisation nergens"),
        (["--mine", "niemand@dijkvaart.example"], "nobody signs in as niemand@dijkvaart.example"),
        (["--organisation", "dijkvaart", "--within", "gauw"], "write a length such as 24h"),
        (["--organisation", "elders", "--mine", "owner@dijkvaart.example"], "there is no organisation elders"),
        (["--most", "0"], "write a number of 1 or more"),
        ([], "name one with --organisation"),
    ],
)
def test_what_is_unknown_is_said(
    given: World, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(["due", *arguments]) == 2
    assert said in capsys.readouterr().err
