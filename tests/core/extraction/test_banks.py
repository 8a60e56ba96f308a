"""How many short clauses of many styles are read, key by key: no bank may fall below what it reached."""

from collections.abc import Callable

import pytest

from core.extraction.banks import FILES, Bank, banks_in

_BANKS = tuple(
    pytest.param(bank, id=f"{file.parent.name}-{file.stem}-{bank.key}") for file in FILES for bank in banks_in(file)
)


@pytest.mark.parametrize("bank", _BANKS)
def test_as_many_clauses_of_a_bank_are_read_as_before(
    bank: Bank, record_property: Callable[[str, object], None]
) -> None:
    unread = bank.unread
    read = len(bank.clauses) - len(unread)
    record_property(bank.key, f"{read} of {len(bank.clauses)}")
    assert read >= bank.bar, [f"{clause.value!r} but {value!r}: {clause.text}" for clause, value in unread]
