"""Numbers by their check digits and forms: what they are, and what they only look like."""

import pytest

from art28.extraction.naming.details import address_in, phones_in, registration_in
from art28.extraction.values.identifiers import accounts_and_tax_numbers, is_dutch_postcode, registration


@pytest.mark.parametrize(
    ("label", "number", "digits"),
    [
        ("KvK", "12345678", "12345678"),
        ("KvK", "12.345.678", "12345678"),
        ("KvK", "123456780001", "12345678"),
        ("KvK", "1234567", None),
        ("SIREN", "552 008 443", "552008443"),
        ("SIREN", "552 008 444", None),
        ("ondernemingsnummer", "0403.019.261", "0403019261"),
        ("ondernemingsnummer", "0403.019.262", None),
    ],
)
def test_a_registration_is_checked_as_its_register_checks_it(label: str, number: str, digits: str | None) -> None:
    assert registration(label, number) == digits


def test_letters_that_are_never_given_out_make_no_postcode() -> None:
    assert is_dutch_postcode("3581 XA")
    assert not is_dutch_postcode("3581 SS")
    assert "postcode" not in {detail.field for detail in address_in("Kade 12, 3581 SS Utrecht")}


def test_an_account_and_a_tax_number_are_told_by_their_digits() -> None:
    text = "IBAN NL91 ABNA 0417 1643 00, btw NL004495445B01, IBAN NL92 ABNA 0417 1643 00"
    assert [text[start:end] for start, end in accounts_and_tax_numbers(text)] == [
        "NL91 ABNA 0417 1643 00",
        "NL004495445B01",
    ]


def test_digits_of_an_account_are_no_telephone_number() -> None:
    assert [detail.value for detail in phones_in("IBAN NL91 ABNA 0417 1643 00, tel. 030 123 45 67")] == ["0301234567"]


def test_the_number_behind_its_label_is_found() -> None:
    assert [detail.value for detail in registration_in("inscrite au RCS sous le numéro 552 008 443")] == ["552008443"]
