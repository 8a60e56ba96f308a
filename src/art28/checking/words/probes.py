"""Expression -> probes: plain substrings, one of which is in any text that the expression matches.

Looking for a substring is ten times cheaper than searching an expression, and most statements are about something else.
"""

import re
from collections.abc import Iterator
from functools import cache

_SHORTEST = 2
# From this length a probe is no word of every sentence.
_TELLING = 4
_RUN = re.compile(r"[^\W_]+")
# A group whose words must stand there: not one that looks around, minds case otherwise or depends on another.
_OPENS = re.compile(r"\?:|\?P<\w+>|(?!\?)")
# What may stand for nothing or for a choice: an escape, a class, a bracketed group with what repeats it.
_REPEATED = re.compile(r"[?*]|\{0?,?\d*\}")


@cache
def probes_of(pattern: str) -> tuple[str, ...]:
    """The probes of an expression in lower case; empty where it may match without any, so must always be tried.

    >>> probes_of(r"\\b(?:ge)?informe\\w*|\\bin,? kennis\\b")
    ('informe', 'kennis')
    """
    found: list[str] = []
    for alternative in _alternatives(pattern):
        probes = _probes_of_alternative(alternative)
        if not probes:
            return ()
        found += probes
    return tuple(dict.fromkeys(found))


def _probes_of_alternative(alternative: str) -> tuple[str, ...]:
    """The longest plain run outside brackets, or the probes of a group that must match, whichever fewer texts hold."""
    longest, at = "", 0
    groups: list[str] = []
    while at < len(alternative):
        character = alternative[at]
        if character == "(":
            end = _closing(alternative, at)
            group = alternative[at + 1 : end]
            if (opened := _OPENS.match(group)) and not _REPEATED.match(alternative, end + 1):
                groups.append(group[opened.end() :])
            at = end + 1
        elif character == "\\":
            at += 2
        elif character == "[":
            at = alternative.index("]", at + 2) + 1
        elif match := _RUN.match(alternative, at):
            run, at = match[0], match.end()
            if _REPEATED.match(alternative, at):
                run = run[:-1]
            longest = max(longest, run, key=len)
        else:
            # A count such as {0,90} holds digits that are no text.
            at = alternative.index("}", at) + 1 if character == "{" else at + 1
    if len(longest) >= _TELLING:
        return (longest,)
    of_groups = [probes for group in groups if (probes := probes_of(group))]
    return max([*([(longest,)] if len(longest) >= _SHORTEST else ()), *of_groups], key=_tells, default=())


def _tells(probes: tuple[str, ...]) -> tuple[int, int]:
    """How much probes tell: little where one of them is short, as "de" is in every sentence, and less the more they are."""
    return min(_TELLING, *map(len, probes)), -len(probes)


def _alternatives(pattern: str) -> Iterator[str]:
    """`pattern` divided at each "|" outside brackets."""
    start, at = 0, 0
    while at < len(pattern):
        if pattern[at] == "\\":
            at += 2
            continue
        if pattern[at] == "(":
            at = _closing(pattern, at)
        elif pattern[at] == "[":
            at = pattern.index("]", at + 2)
        elif pattern[at] == "|":
            yield pattern[start:at]
            start = at + 1
        at += 1
    yield pattern[start:]


def _closing(pattern: str, at: int) -> int:
    """Where the bracket that opens at `at` closes."""
    depth = 0
    while at < len(pattern):
        if pattern[at] == "\\":
            at += 2
            continue
        if pattern[at] == "[":
            at = pattern.index("]", at + 2)
        elif pattern[at] == "(":
            depth += 1
        elif pattern[at] == ")":
            depth -= 1
            if depth == 0:
                return at
        at += 1
    raise ValueError(f"a bracket that never closes: {pattern}")
