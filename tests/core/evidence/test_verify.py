"""What an outsider's check of an evidence pack finds, and that it finds nothing in a true one."""

import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from art28.evidence.chain import EMPTY, Head, sealed
from art28.evidence.pack import Content
from art28.evidence.verify import NotAPack, main, verify
from core.evidence.packs import FILE, act, altered, lines, pack_of


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    pack_of([act(number) for number in range(1, 7)], tmp_path / "pack.zip")
    return tmp_path / "pack.zip"


def faults(path: Path, head: str | None = None, count: int | None = None) -> list[str]:
    return verify(str(path), head, count)[1]


def test_a_true_pack_has_no_fault(pack: Path) -> None:
    summary, found, erased = verify(str(pack))
    assert (summary["count"], found, erased) == (6, [], [])


def test_the_same_chain_gives_the_same_bytes(pack: Path, tmp_path: Path) -> None:
    pack_of([act(number) for number in range(1, 7)], tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == pack.read_bytes()


def test_a_changed_word_in_a_record_is_named(pack: Path) -> None:
    changed = altered(pack, "chain.jsonl", lambda data: data.replace(b"02:03:00", b"02:03:01"))
    assert faults(changed) == [
        "record 3 (breach.recorded, 2026-11-22T02:03:01.000000Z): changed, its hash does not fit"
    ]


def test_a_dropped_record_is_named(pack: Path) -> None:
    dropped = altered(pack, "chain.jsonl", lines(lambda rows: rows[:2] + rows[3:]))
    found = faults(dropped)
    assert "record 3: dropped or moved, the chain jumps to 4" in found
    assert any(fault.startswith("contents.jsonl line 3: added") for fault in found)


def test_an_added_record_is_named(pack: Path) -> None:
    added = altered(
        pack, "chain.jsonl", lines(lambda rows: [*rows[:3], rows[2].replace(b"act-3", b"act-9"), *rows[3:]])
    )
    assert any("record 3" in fault and "added or reordered" in fault for fault in faults(added))


def test_reordered_records_are_named_and_their_neighbours_are_not(pack: Path) -> None:
    moved = altered(pack, "chain.jsonl", lines(lambda rows: [rows[0], rows[2], rows[1], *rows[3:]]))
    named = " ".join(faults(moved))
    assert "record 2: dropped or moved" in named
    assert "record 2 (breach.recorded" in named
    assert "record 4 (" not in named
    assert "record 5 (" not in named


def test_a_cut_is_seen_with_a_head_from_outside_only(pack: Path, tmp_path: Path) -> None:
    whole = [act(number) for number in range(1, 7)]
    outside = list(sealed((made for made, _ in whole), after=EMPTY))[-1]
    pack_of(whole[:4], tmp_path / "short.zip")
    assert faults(tmp_path / "short.zip") == []
    assert faults(tmp_path / "short.zip", outside.hash, 6) == [
        "chain: cut short, 6 records were known outside, 4 are left"
    ]


def test_a_chain_written_anew_is_seen_with_a_head_from_outside(pack: Path, tmp_path: Path) -> None:
    head = pack_of([act(number) for number in range(1, 5)], tmp_path / "early.zip")
    anew = [act(1, text="something else"), *(act(number) for number in range(2, 7))]
    pack_of(anew, tmp_path / "anew.zip")
    assert faults(tmp_path / "anew.zip") == []
    assert [fault.split(",")[0] for fault in faults(tmp_path / "anew.zip", head.hash, head.count)] == [
        "chain: rewritten"
    ]


def test_a_later_pack_still_fits_an_earlier_head(pack: Path, tmp_path: Path) -> None:
    head: Head = pack_of([act(number) for number in range(1, 5)], tmp_path / "early.zip")
    assert faults(pack, head.hash, head.count) == []


def test_changed_content_is_named(pack: Path) -> None:
    changed = altered(pack, "contents.jsonl", lambda data: data.replace(b"content 5", b"content x"))
    assert faults(changed) == ["content of record 5: changed, it does not fit the commitment in the chain"]


def test_missing_content_is_named(pack: Path) -> None:
    assert faults(altered(pack, "contents.jsonl", lines(lambda rows: rows[1:]))) == ["content of record 1: missing"]


def test_a_changed_file_is_named(pack: Path) -> None:
    with zipfile.ZipFile(pack) as opened:
        name = next(name for name in opened.namelist() if name.startswith("files/"))
    assert [fault.split(",")[0] for fault in faults(altered(pack, name, lambda data: data + b"!"))] == [
        f"{name}: changed"
    ]


def test_erased_content_is_reported_with_its_ground(tmp_path: Path) -> None:
    first, _ = act(1)
    second = act(2, kind="evidence.erased", subject="act:act-1")
    pack_of([(first, Content(first.id, None, None, erased="retention_ended")), second], tmp_path / "pack.zip")
    _, found, erased = verify(str(tmp_path / "pack.zip"))
    assert found == []
    assert erased == ["content of record 1: erased by record 2, ground retention_ended"]


def test_content_that_is_gone_without_an_act_of_erasure_is_a_fault(tmp_path: Path) -> None:
    first, content = act(1)
    pack_of([(first, replace(content, key=None, erased="retention_ended"))], tmp_path / "pack.zip")
    gone = "content of record 1: gone, and no record of the chain says that it was erased"
    assert gone in faults(tmp_path / "pack.zip")


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 and nothing else", b"%PDF-1.7"])
def test_what_is_no_pack_is_refused_in_one_line(
    tmp_path: Path, damage: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "no.zip").write_bytes(damage)
    with pytest.raises(NotAPack):
        verify(str(tmp_path / "no.zip"))
    assert main([str(tmp_path / "no.zip")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_pack_whose_parts_are_locked_is_refused_in_one_line(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = bytearray(pack.read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 1)
    pack.write_bytes(data)

    assert main([str(pack)]) != 0
    assert "Traceback" not in capsys.readouterr().err


def test_the_enclosed_checker_runs_alone(pack: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(pack) as opened:
        (tmp_path / "verify.py").write_bytes(opened.read("verify.py"))
        assert {"FORMAT.md", "FORMAAT.md"} <= set(opened.namelist())
    alone = [sys.executable, "-I", "-S", str(tmp_path / "verify.py"), str(pack)]
    assert subprocess.run(alone, capture_output=True, check=False).returncode == 0
    broken = altered(pack, "chain.jsonl", lambda data: data.replace(b"user:1", b"user:2"))
    done = subprocess.run([*alone[:-1], str(broken)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "FAULT  record 1" in done.stdout


def test_files_are_enclosed_under_their_hash(pack: Path) -> None:
    with zipfile.ZipFile(pack) as opened:
        assert opened.read(next(name for name in opened.namelist() if name.startswith("files/"))) == FILE
