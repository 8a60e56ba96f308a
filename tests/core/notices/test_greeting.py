"""How a letter greets whom it is addressed to."""

import pytest

from art28.notices.greeting import salutation
from art28.notices.language import Language
from art28.notices.texts import texts


@pytest.mark.parametrize(
    ("language", "addressee", "said"),
    [
        (Language.NL, "Gijs De Bruin", "Geachte Gijs De Bruin,"),
        (Language.NL, "De Bruin", "Geachte De Bruin,"),
        (Language.NL, "de functionaris gegevensbescherming", "Geachte heer of mevrouw,"),
        (Language.NL, "", "Geachte heer of mevrouw,"),
        (Language.EN, "the data protection officer", "Dear Sir or Madam,"),
    ],
)
def test_a_person_is_greeted_by_name_and_a_function_is_not(language: Language, addressee: str, said: str) -> None:
    assert salutation(texts(language), addressee) == said
