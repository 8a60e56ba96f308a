"""Lists of erasures are read strictly: what can't be understood stops a restoration rather than being passed over."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from art28.web.backups.erasures import as_list, known
from art28.web.backups.errors import RefusedBackup
from art28.web.backups.held import Erasure

ERASURE = Erasure(UUID(int=7), "gdpr_17", datetime(2026, 11, 22, 1, 10, tzinfo=UTC))


def test_a_list_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_bytes(as_list((ERASURE,)))
    assert known(tmp_path / "list.json") == (ERASURE,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format": "art28-erasures/2", "erasures": []}',
        '{"format": "art28-erasures/1", "erasures": [{"act": "x", "ground": "g", "at": "2026-11-22T01:10:00Z"}]}',
        as_list((ERASURE,)).decode().replace("gdpr_17", ""),
        as_list((ERASURE,)).decode().replace("00.000000Z", "00"),
    ],
)
def test_a_file_that_is_no_list_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text(text)
    with pytest.raises(RefusedBackup, match=r"list\.json: this is no list of erasures, no backup and no evidence pack"):
        known(tmp_path / "list.json")


def test_a_list_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RefusedBackup, match=r"list\.json: No such file"):
        known(tmp_path / "list.json")
