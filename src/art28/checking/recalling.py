"""Rules and a text -> what they judge, worked out once for all texts that answer their questions alike.

A rule asks for statements and looks at nothing but them: their words, heading and part, and their place in the order. So what it
asked and was answered settles what it judges, and where another text answers the same nothing is judged again. Agreements on one
template answer most questions alike, however else they differ.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace

from art28.checking.judging import Judgement, Rule
from art28.checking.words.asking import Answer, Asked, Asking, Asks
from art28.checking.words.statements import Statement
from art28.checking.words.text import Condition, Cue, Text

Found = tuple[Statement, ...]


def judgements(text: Text, rules: Iterable[Rule]) -> list[Judgement]:
    """What `rules` judge of `text`: the same whatever its memory holds."""
    if text.memory is None:
        return [rule(text) for rule in rules]
    return [_judgement(rule, text, text.memory.asks) for rule in rules]


def _judgement(rule: Rule, text: Text, asks: Asks[Judgement]) -> Judgement:
    first = asks.first((rule, text.vocabulary.language))
    known = _followed(first, text)
    if known is not None and known.outcome is not None:
        return replace(known.outcome, by=tuple([text.statements[index] for index in known.by]))
    watched = _Watched(text)
    judgement = rule(watched)
    at = first
    for asked, found in watched.trail:
        at = at.after(asked, _answer(text, found))
    asks.end(at, replace(judgement, by=()), (one.index for one in judgement.by))
    return judgement


def _followed(at: Asking[Judgement], text: Text) -> Asking[Judgement] | None:
    """Where the answers of `text` lead; None where a rule was never answered so."""
    known: Asking[Judgement] | None = at
    while known is not None and known.asked is not None:
        known = known.known_after(_answer(text, _ask(text, known.asked)))
    return known


def _answer(text: Text, found: Found) -> Answer:
    """The statements by all that a rule can tell of them: their kind and their place."""
    kinds = text.kinds
    return tuple([place for one in found for place in (one.index, kinds[one.index])])


def _ask(text: Text, asked: Asked) -> Found:
    question, *given = asked
    return _QUESTIONS[question](text, *given)


_QUESTIONS: dict[Hashable, Callable[..., Found]] = {
    "about": lambda text, words, defined: text.about(*words, defined=defined),
    "under": lambda text, words: text.under(*words),
    "around": lambda text, index, before, after: text.around(text.statements[index], before=before, after=after),
    "meeting": lambda text, cues: text.meeting(*cues),
    "where": lambda text, condition, given, most: text.where(condition, *given, most=most),
}


class _Watched:
    """A text that writes down what it is asked and answers."""

    __slots__ = ("_text", "trail")

    def __init__(self, text: Text) -> None:
        self._text = text
        self.trail: list[tuple[Asked, Found]] = []

    def _asked(self, *asked: Hashable) -> Found:
        found = _ask(self._text, asked)
        self.trail.append((asked, found))
        return found

    def about(self, *words: str, defined: bool = False) -> Found:
        return self._asked("about", words, defined)

    def under(self, *words: str) -> Found:
        return self._asked("under", words)

    def around(self, statement: Statement, *, before: int = 0, after: int = 0) -> Found:
        return self._asked("around", statement.index, before, after)

    def meeting(self, *cues: Cue) -> Found:
        return self._asked("meeting", cues)

    def where(self, condition: Condition, *given: Hashable, most: int | None = None) -> Found:
        return self._asked("where", condition, given, most)
