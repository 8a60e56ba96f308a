"""What is worked out of patterns is found by the next process, taken from nobody else, and never needed."""

import os
import stat
import sys
import time
from pathlib import Path

import pytest

from art28.document import keeping
from art28.document.keeping import Keeper, folders

_NAME = "patterns-1.kept"
_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folders apart by itself")


def _none() -> bytes:
    raise AssertionError("it was kept, and is worked out again")


def _kept_in(folder: Path, *sources: str) -> Path:
    keeper = Keeper((folder,), _NAME)
    for source in sources:
        keeper.kept("length", source, lambda source=source: str(len(source)).encode())  # type: ignore[misc]
    keeper.save()
    return folder / _NAME


def _holds(folder: Path, source: str) -> bool:
    made = []
    Keeper((folder,), _NAME).kept("length", source, lambda: made.append(source) or b"made")  # type: ignore[func-returns-value]
    return not made


def test_the_next_process_finds_what_one_worked_out(tmp_path: Path) -> None:
    _kept_in(tmp_path / "cache", "abc", "de", "")
    later = Keeper((tmp_path / "cache",), _NAME)
    assert [later.kept("length", source, _none) for source in ("abc", "de", "")] == [b"3", b"2", b"0"]


def test_what_is_worked_out_in_another_way_is_another_thing(tmp_path: Path) -> None:
    _kept_in(tmp_path, "abc")
    assert Keeper((tmp_path,), _NAME).kept("width", "abc", lambda: b"1") == b"1"


def test_what_two_processes_add_is_kept_of_both(tmp_path: Path) -> None:
    one, other = Keeper((tmp_path,), _NAME), Keeper((tmp_path,), _NAME)
    one.kept("length", "one", lambda: b"3")
    other.kept("length", "other", lambda: b"5")
    one.save()
    other.save()
    assert _holds(tmp_path, "one")
    assert _holds(tmp_path, "other")


def test_much_that_is_new_is_written_before_the_process_ends(tmp_path: Path) -> None:
    keeper = Keeper((tmp_path,), _NAME)
    for number in range(keeping._MANY):
        keeper.kept("length", str(number), lambda: b"1")
    assert _holds(tmp_path, "0")


@_POSIX
def test_it_is_for_its_user_alone(tmp_path: Path) -> None:
    path = _kept_in(tmp_path / "cache", "abc")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("damage", [b"", b"art28 kept 1\n", b"art28 kept 2\n" + bytes(60), b"\0" * 4096])
def test_what_is_no_such_file_is_passed_over_and_written_anew(tmp_path: Path, damage: bytes) -> None:
    path = _kept_in(tmp_path, "abc")
    path.write_bytes(damage)
    assert not _holds(tmp_path, "abc")
    _kept_in(tmp_path, "abc")
    assert _holds(tmp_path, "abc")


def test_a_file_of_which_any_byte_is_another_is_passed_over(tmp_path: Path) -> None:
    path = _kept_in(tmp_path, "abc", "de")
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert not _holds(tmp_path, "abc")
        path.write_bytes(whole[:at])
        assert not _holds(tmp_path, "abc")


@_POSIX
@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_a_file_that_others_may_write_to_is_passed_over(tmp_path: Path, mode: int) -> None:
    _kept_in(tmp_path, "abc").chmod(mode)
    assert not _holds(tmp_path, "abc")


@_POSIX
def test_a_folder_that_others_may_write_to_is_passed_over_and_left_alone(tmp_path: Path) -> None:
    path = _kept_in(tmp_path / "cache", "abc")
    before = path.read_bytes()
    path.parent.chmod(0o777)
    assert not _holds(path.parent, "abc")
    _kept_in(path.parent, "another")
    assert path.read_bytes() == before


@_POSIX
def test_what_is_somebody_elses_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _kept_in(tmp_path, "abc")
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)
    assert not _holds(tmp_path, "abc")


@_POSIX
def test_a_link_in_place_of_the_file_is_passed_over(tmp_path: Path) -> None:
    path = _kept_in(tmp_path / "elsewhere", "abc")
    (tmp_path / "cache").mkdir(mode=0o700)
    (tmp_path / "cache" / _NAME).symlink_to(path)
    assert not _holds(tmp_path / "cache", "abc")


def test_where_the_first_folder_cannot_be_had_the_next_one_is_taken(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    keeper = Keeper((tmp_path / "file" / "cache", tmp_path / "data"), _NAME)
    keeper.kept("length", "abc", lambda: b"3")
    keeper.save()
    assert _holds(tmp_path / "data", "abc")
    assert Keeper((tmp_path / "file" / "cache", tmp_path / "data"), _NAME).kept("length", "abc", _none) == b"3"


def test_where_nothing_can_be_kept_things_are_worked_out_each_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    for folders_at_hand in ((), (tmp_path / "file" / "cache",)):
        keeper = Keeper(folders_at_hand, _NAME)
        assert keeper.kept("length", "abc", lambda: b"3") == b"3"
        keeper.save()
        assert Keeper(folders_at_hand, _NAME).kept("length", "abc", lambda: b"again") == b"again"


def test_a_file_that_grew_too_large_begins_again_with_what_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _kept_in(tmp_path, *map(str, range(100)))
    monkeypatch.setattr(keeping, "_LARGEST", path.stat().st_size + 1)
    keeper = Keeper((tmp_path,), _NAME)
    keeper.kept("length", "7", _none)
    keeper.kept("length", "new", lambda: b"3")
    keeper.save()
    assert _holds(tmp_path, "7")
    assert _holds(tmp_path, "new")
    assert not _holds(tmp_path, "8")


def test_what_no_version_uses_any_more_is_cleared_away(tmp_path: Path) -> None:
    old, young, other = tmp_path / "patterns-0.kept", tmp_path / "patterns-2.kept", tmp_path / "a list of mine"
    for path in (old, young, other):
        path.write_bytes(b"x")
    for path in (old, other):
        os.utime(path, (0, time.time() - 100 * 24 * 3600))
    _kept_in(tmp_path, "abc")
    assert not old.exists()
    assert young.exists()
    assert other.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own place")
@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"HOME": "/home/a"}, ["/home/a/.cache/art28"]),
        ({"HOME": "/home/a", "XDG_CACHE_HOME": "/quick"}, ["/quick/art28"]),
        ({"HOME": "/home/a", "XDG_CACHE_HOME": "here"}, ["/home/a/.cache/art28"]),
        ({"HOME": "/home/a", "ART28_DATA_DIR": "/data"}, ["/home/a/.cache/art28", "/data/cache"]),
        ({"ART28_DATA_DIR": "/data"}, ["/data/cache"]),
        ({"HOME": "/home/a", "ART28_DATA_DIR": "/data", "ART28_CACHE_DIR": "/mine"}, ["/mine"]),
        ({"HOME": "/home/a", "ART28_DATA_DIR": "/data", "ART28_CACHE_DIR": ""}, []),
        ({}, []),
    ],
)
def test_where_it_is_kept_follows_from_the_surroundings(environment: dict[str, str], expected: list[str]) -> None:
    assert list(map(str, folders(environment))) == expected


def test_a_changed_module_has_another_stamp(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("x = 1")
    before = keeping.stamp(str(module))
    module.write_text("x = 2")
    assert keeping.stamp(str(module)) != before
    assert keeping.stamp(str(tmp_path / "none.py"))
