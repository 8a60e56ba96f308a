"""Questions about the words of a statement -> the same questions, asked once of all statements that read the same."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from art28.checking.words.statements import Statement

Given = ParamSpec("Given")
Told = TypeVar("Told", bound=int)


def of_words(
    ask: Callable[Concatenate[Statement, Given], Told],
) -> Callable[Concatenate[Statement, Given], Told]:
    """Remember what `ask` says of a statement for all that read the same.

    It may look at the words of the statement, at where its own begin and at what it is `given`, and at nothing else.
    """

    @wraps(ask)
    def asked(one: Statement, *args: Given.args, **kwargs: Given.kwargs) -> Told:
        key = (ask, *[each.pattern if isinstance(each, re.Pattern) else each for each in args])
        told = one.known.told.get(key)
        if told is None:
            told = one.known.told[key] = ask(one, *args, **kwargs)
        return cast("Told", told)

    return cast("Callable[Concatenate[Statement, Given], Told]", asked)
