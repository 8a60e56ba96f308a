"""A cap in pounds, francs or dollars bounds liability, though it is no number of euros."""

import pytest

from art28.extraction.topics.liability.limits import limits_in
from art28.extraction.values.amounts import amounts, foreign_amounts


@pytest.mark.parametrize(
    "amount", ["£2,000,000", "GBP 500,000", "300 000 francs suisses", "CHF 50'000", "US$ 1,000,000", "2 million pounds"]
)
def test_an_amount_in_another_currency_is_found_and_is_no_number_of_euros(amount: str) -> None:
    text = f"The liability of PROCESSOR shall not exceed {amount} for each contract year."
    assert [text[start:end] for start, end in foreign_amounts(text)] == [amount]
    assert not tuple(amounts(text))
    assert [(limit.basis, limit.amount, limit.per) for limit in limits_in(text)] == [("fixed", None, "year")]


def test_an_amount_in_euros_is_none_of_them() -> None:
    assert not tuple(foreign_amounts("auf 100.000 € je Schadensfall begrenzt"))
