"""Agreements that call themselves by the bare word, and those that nobody can end apart from the main one."""

import pytest

from core.extraction.clauses import preamble_of, value_of

PRECEDENCE, APART = "term.precedence", "term.separately_terminable"
CALLED = "Partijen leggen hun afspraken vast in deze verwerkersovereenkomst (hierna: de Overeenkomst)."
RIVALS = "11.1 Bij strijd tussen de Overeenkomst en de Inkoopovereenkomst prevaleert de Overeenkomst."
BESIDE = "1. Deze verwerkersovereenkomst hoort bij de Huurovereenkomst."


@pytest.mark.parametrize(
    ("key", "language", "clauses", "value"),
    [
        (PRECEDENCE, "nl", (CALLED, RIVALS), "this_agreement"),
        (PRECEDENCE, "nl", (RIVALS,), None),
        (PRECEDENCE, "nl", (CALLED, "11.1 Bij strijd tussen de Overeenkomst en de Inkoopovereenkomst prevaleert de "
         "Inkoopovereenkomst."), "main_agreement"),
        (PRECEDENCE, "nl", (f"{BESIDE} Bij tegenspraak tussen beide documenten gaat deze verwerkersovereenkomst voor.",),
         "this_agreement"),
        (PRECEDENCE, "nl", (f"{BESIDE} Bij tegenspraak tussen bijlage en tekst gaat deze verwerkersovereenkomst voor.",),
         None),
        (APART, "nl", ("Deze verwerkersovereenkomst duurt even lang. Losse opzegging is niet mogelijk.",), False),
        (APART, "nl", ("Opzegging van deze verwerkersovereenkomst los daarvan is uitgesloten.",), False),
        (APART, "nl", ("Geen der partijen kan haar opzeggen los van de hoofdovereenkomst.",), False),
        (APART, "nl", ("Het opzeggen van een los onderdeel van de dienst is mogelijk.",), None),
        (APART, "en", ("Neither party may terminate it separately from the main agreement.",), False),
        (APART, "en", ("Neither party may use the data separately when a service terminates.",), None),
    ],
)  # fmt: skip
def test_own_name_and_end(key: str, language: str, clauses: tuple[str, ...], value: object) -> None:
    assert value_of(key, *clauses, preamble=preamble_of(language)) == value
