r"""A pattern -> the same pattern, made so that the engine passes over a text by what a match can begin with.

CPython's engine does so by itself for a pattern that begins with letters, a class, or alternatives that each begin with a
letter; any other it tries at each place of the text. Here it is told for those too: behind `\b` and what looks around, in
groups and their alternatives, with what may be left out. Nothing else about the pattern changes.

What the engine is handed is a row of numbers. Making it takes hundreds of times as long as handing it over, so that of the
rules' own patterns is kept from one process to the next (`keeping.py`).

The parts of `re` that make patterns are asked, which Python doesn't promise to keep: where they are others, a pattern is as
`re` makes it.
"""

import json
import re
import zlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from art28.document.keeping import kept, stamp

# What else the engine takes for a letter where case isn't minded.
_ALIKE = {"i": "İı", "k": "\N{KELVIN SIGN}", "s": "ſ"}
# As many as `re` keeps.
_KEPT = 512
_STAMP = stamp(__file__)
# What comes of an engine of another make, or of code that isn't one of its own.
_OTHERWISE_MADE = (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError)
# A number of the engine's code, in memory and on disk.
_NUMBER = "I"
# Members of a class, as the parser writes them.
_Members = list[tuple[Any, Any]]


@lru_cache(maxsize=_KEPT)
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """`pattern` as `re.compile` makes it, with what a match can begin with told to the engine."""
    try:
        maker = _maker()
        return maker.of(pattern, maker.parts(pattern, flags))
    except _OTHERWISE_MADE:
        return re.compile(pattern, flags)


def lasting(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same for a pattern of the rules themselves, as an earlier process made it where one did.

    `pattern` is kept on disk: nothing of an agreement's text may have gone into it.
    """
    try:
        maker = _maker()
        packed = kept(f"code {_STAMP} {int(flags)}", pattern, lambda: _packed(maker.parts(pattern, flags)))
        return maker.of(pattern, _unpacked(packed))
    except (*_OTHERWISE_MADE, zlib.error):
        return compiled(pattern, flags)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the engine makes a pattern of: its code, all its flags, how many groups it has, and which of those have names."""

    code: list[int]
    flags: int
    groups: int
    names: dict[str, int]


def _packed(parts: _Parts) -> bytes:
    return json.dumps([parts.flags, parts.groups, parts.names]).encode() + b"\n" + array(_NUMBER, parts.code).tobytes()


def _unpacked(packed: bytes) -> _Parts:
    head, _, body = packed.partition(b"\n")
    flags, groups, names = json.loads(head)
    code = array(_NUMBER)
    code.frombytes(body)
    return _Parts(code.tolist(), flags, groups, names)


@cache
def _maker() -> "_Maker":
    return _Maker()


class _Maker:
    """`re.compile` by its own parts."""

    def __init__(self) -> None:
        self._parser, self._compiler, self._is, self._engine = map(
            import_module, ("re._parser", "re._compiler", "re._constants", "_sre")
        )

    def parts(self, pattern: str, flags: int) -> _Parts:
        """What `pattern` comes down to."""
        tree = self._parser.parse(pattern, flags)
        all_flags = int(flags | tree.state.flags)
        code = self._told(self._compiler._code(tree, flags), tree, all_flags)
        return _Parts(code, all_flags, tree.state.groups - 1, tree.state.groupdict)

    def of(self, pattern: str, parts: _Parts) -> re.Pattern[str]:
        """The pattern that comes down to `parts`; the engine checks the code."""
        names = {number: name for name, number in parts.names.items()}
        made: re.Pattern[str] = self._engine.compile(
            pattern, parts.flags, parts.code, parts.groups, parts.names, tuple(map(names.get, range(parts.groups + 1)))
        )
        return made

    def _told(self, code: list[int], tree: Any, flags: int) -> list[int]:
        """`code`, whose block of information says what a match can begin with."""
        known = self._is.SRE_INFO_PREFIX | self._is.SRE_INFO_CHARSET
        body = code[code[1] + 1 :]
        # What stands at the beginning of a text alone is tried there alone.
        anchored = body[0] == self._is.AT and body[1] in (self._is.AT_BEGINNING, self._is.AT_BEGINNING_STRING)
        if code[0] != self._is.INFO or code[2] & known or anchored or flags & re.ASCII:
            return code
        first, is_optional = self._first(tree, ignoring=bool(flags & re.IGNORECASE))
        if not first or is_optional:
            return code
        members, _ = self._compiler._optimize_charset(list(dict.fromkeys(first)))
        block = [code[0], 0, code[2] | self._is.SRE_INFO_CHARSET, code[3], code[4]]
        self._compiler._compile_charset(members, flags, block)
        block[1] = len(block) - 1
        return block + body

    def _first(self, items: Iterable[tuple[Any, Any]], *, ignoring: bool) -> tuple[_Members | None, bool]:
        """What `items`, one after the other, can begin with, None where that can't be told, and whether they may be empty."""
        members: _Members = []
        for op, argument in items:
            found, is_optional = self._first_of(op, argument, ignoring=ignoring)
            if found is None:
                return None, False
            members += found
            if not is_optional:
                return members, False
        return members, True

    def _first_of(self, op: Any, argument: Any, *, ignoring: bool) -> tuple[_Members | None, bool]:
        known = self._is
        if op in (known.LITERAL, known.IN):
            return self._class([(op, argument)] if op is known.LITERAL else argument, ignoring=ignoring), False
        if op in (known.AT, known.ASSERT, known.ASSERT_NOT):
            return [], True
        if op is known.BRANCH:
            branches = [self._first(branch, ignoring=ignoring) for branch in argument[1]]
            if any(found is None for found, _ in branches):
                return None, False
            return [one for found, _ in branches for one in found or ()], any(empty for _, empty in branches)
        if op is known.SUBPATTERN:
            _, more, fewer, inner = argument
            if (more | fewer) & re.ASCII:
                return None, False
            return self._first(inner, ignoring=bool((ignoring or more & re.IGNORECASE) and not fewer & re.IGNORECASE))
        if op is known.ATOMIC_GROUP:
            return self._first(argument, ignoring=ignoring)
        if op in (known.MAX_REPEAT, known.MIN_REPEAT, known.POSSESSIVE_REPEAT):
            least, _, inner = argument
            found, is_optional = self._first(inner, ignoring=ignoring)
            return found, is_optional or least == 0
        return None, False

    def _class(self, members: _Members, *, ignoring: bool) -> _Members | None:
        """`members`, or more that are told as fast."""
        known = self._is
        if members[0][0] is known.NEGATE:
            within = (known.CATEGORY, known.CATEGORY_NOT_WORD) in members
            return [(known.CATEGORY, known.CATEGORY_WORD)] if within else None
        if not ignoring:
            return members
        letters: _Members = []
        for op, argument in members:
            if op is known.CATEGORY:
                letters.append((op, argument))
            elif op is known.LITERAL and argument < 128:
                letter = chr(argument).lower()
                alike = {letter, letter.upper(), *_ALIKE.get(letter, "")}
                letters += [(op, ord(one)) for one in sorted(alike)]
            else:
                return None
        return letters
