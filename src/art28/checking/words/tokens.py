"""Texts of statements -> in which of them a word stands, also within longer ones: looked for among their words.

Rules ask for many words of which a document holds few. Each of its words is kept once, with the statements that it stands in,
under every run of four letters in it: so a word is looked for among the few that have a run in common with it.
"""

from collections.abc import Sequence

from art28.checking.words.known import EVERY, Statements

_PIECE = 4


class Tokens:
    """The words of the texts of statements, each with those that it stands in, by their index."""

    __slots__ = ("_by_piece", "_found", "_texts", "_with")

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._found: dict[str, Statements] = {}
        tokens: dict[str, Statements] = {}
        bit = 1
        for text in texts:
            for token in set(text.split()):
                tokens[token] = tokens.get(token, 0) | bit
            bit <<= 1
        by_piece: dict[str, list[str]] = {}
        for token in tokens:
            for at in range(len(token) - _PIECE + 1):
                piece = token[at : at + _PIECE]
                if piece in by_piece:
                    by_piece[piece].append(token)
                else:
                    by_piece[piece] = [token]
        self._with, self._by_piece = tokens, by_piece

    def of(self, word: str) -> Statements:
        """The statements that hold `word`, which may be several words in a row."""
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = self._look_for(word)
        return found

    def _look_for(self, word: str) -> Statements:
        among, parts = EVERY, word.split()
        for part in parts:
            among &= self._within(part)
            if not among:
                return 0
        if parts == [word]:
            return among
        return sum([1 << index for index, text in enumerate(self._texts) if among >> index & 1 and word in text])

    def _within(self, part: str) -> Statements:
        """The statements of which a word holds `part`."""
        tokens, found = self._with, 0
        middle = max(len(part) - _PIECE, 0) // 2
        among = self._by_piece.get(part[middle : middle + _PIECE], ()) if len(part) >= _PIECE else tokens
        for token in among:
            if part in token:
                found |= tokens[token]
        return found
