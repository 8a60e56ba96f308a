"""Files that set out to do harm end in a refusal within the limits, or are read for their text alone."""

from collections.abc import Iterator

import pytest

from art28.extraction.extract import extract
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.jail import Jail
from art28.reading.limits import Limits
from hostile import CLAUSE, OFFICE, PDFS, READ_OFFICE, READ_PDFS

_REFUSED = {**PDFS, **OFFICE}
_READ = {**READ_PDFS, **READ_OFFICE}
_REASONS = (Unreadable.DAMAGED, Unreadable.BOMB, Unreadable.TOO_SLOW, Unreadable.NO_TEXT)


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    """One jail for all of them: after each, it must read on."""
    with Jail(Limits(page_seconds=2, recognition_seconds=4)) as shared:
        yield shared


@pytest.mark.parametrize("name", _REFUSED)
def test_what_can_not_be_read_is_refused_and_the_next_file_is_read(name: str, jail: Jail) -> None:
    with pytest.raises(UnreadableFile) as raised:
        jail.read(_REFUSED[name], name=name)
    assert raised.value.reason in _REASONS
    assert str(raised.value).startswith(f"{name}: ")
    assert jail.read(CLAUSE.encode(), name="x.txt").text == CLAUSE


@pytest.mark.parametrize("name", _READ)
def test_only_the_text_counts_of_what_asks_for_more(name: str, jail: Jail) -> None:
    text = jail.read(_READ[name], name=name).text
    assert CLAUSE in text
    assert "root:" not in text
    assert len(text) < 200
    assert extract(jail.read(_READ[name], name=name)).reading.text


def test_an_attached_file_is_named_and_stays_where_it_is(jail: Jail) -> None:
    document = jail.read(READ_PDFS["attached-file"], name="x.pdf")
    assert [note.code.value for note in document.notes] == ["embedded_files"]


def test_a_process_that_met_harm_is_replaced() -> None:
    with Jail() as jail:
        jail.read(CLAUSE.encode(), name="x.txt")
        first = jail._idle.get()
        jail._idle.put(first)
        for name in ("forms-branching", "deflated-content-bomb"):
            with pytest.raises(UnreadableFile):
                jail.read(PDFS[name], name=name)
            assert jail.read(CLAUSE.encode(), name="x.txt").text == CLAUSE
        last = jail._idle.get()
        jail._idle.put(last)
    assert first is not None
    assert last is not None
    assert first._process.pid != last._process.pid
    assert first._process.poll() is not None
