"""Text -> the same text with sentences that lean on the one before joined to it: "You keep the data safe too. We help with that."

Everyday words spread a duty over two or three short sentences, where a contract has one. Who looks at each alone sees a help
without a matter, or a matter without help.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from art28.checking.words.known import Known
from art28.checking.words.statements import Statement
from art28.checking.words.text import Text
from art28.checking.words.vocabulary import Joined, Vocabulary
from art28.document.outline import Part
from art28.document.pattern import lasting

# What points back, at the beginning of a sentence or in it.
_POINTS_BACK = {
    "nl": lasting(
        r"\b(?:daar(?:bij|voor|in|mee|aan|toe|van|over|om|na|tegen|door|op)?|hier(?:bij|voor|in|mee|aan|toe|van|over|tegen|op|na)|"
        r"dat|die|dit|dan|er(?:bij|voor|mee|aan|van|over|op|in|uit)?|zij|ze|hij|hen|hem|hun|zo(?:'n|n)?|ook|hetzelfde|dezelfde|beide|allebei|anders)\b"
    ),
    "en": lasting(
        r"\b(?:that|this|those|these|them|they|then|it|so|too|also|either|both|each|any of them|one of them|otherwise)\b"
    ),
    "de": lasting(
        r"\b(?:da(?:bei|fur|mit|von|zu|ran|ruber|gegen|nn|s)|diese\w*|sie|ihn|ihnen|es|auch|beides?|sonst)\b"
    ),
    "fr": lasting(
        r"\b(?:cela|ca|ceci|ils?|elles?|alors|aussi|lui|leur|celles?-ci|celui-ci|ceux-ci|ce dernier|ces derniers)\b"
    ),
}
_POINTS_BACK_OTHERWISE = "en"
# What takes back, or ties to a condition, what the sentence before it says stays beside it.
_TAKES_BACK = lasting(
    r"\b(?:niet (?:\w+ ){0,3}(?:verplicht|gehouden|aansprakelijk|mogelijk)|hoe(?:ft|ven) (?:\w+ ){0,3}niet|geen (?:\w+ ){0,3}(?:toestemming|recht|plicht|verplichting)|alleen (?:mogelijk|bij|als|tegen)|slechts|mits|kosten|\w*tarie\w+|vergoeding|betaal\w*|voldaan|"
    r"blij(?:ft|ven)|behoud\w*|bewa(?:ar|ren)\w* (?:\w+ ){0,4}(?:jaar|jaren|maand\w*|weken|dagen)|na (?:\w+ ){0,2}(?:bevestiging|betaling)|"
    r"not (?:\w+ ){0,3}(?:obliged|required|liable|possible)|need not|no (?:\w+ ){0,3}(?:consent|right|duty|obligation)|needn't|don't have to|only (?:if|where|when|in|after|on)|provided that|costs?|fees?|rates?|paid|kept for|keeps? (?:\w+ ){0,4}for|retain\w*|remains?|comparable|"
    r"nicht (?:\w+ ){0,3}(?:verpflichtet|haft\w*)|nur (?:bei|wenn|gegen)|sofern|\w*kosten|vergütung|bleib\w*|aufbewahr\w*|erhalten|"
    r"pas (?:\w+ ){0,3}(?:tenu|responsable)|seulement|à condition|frais|coûts?|conserv\w*)\b"
)
_SHORT = 30
# Joined are so many sentences at most, each and all together so long, as people talk.
_MOST, _EACH, _LONGEST = 3, 200, 360


# Who writes contracts says what parties shall; so often at most, and in sentences so long, who talks.
_SHALL = lasting(r"\b(?:zal|zullen|dient|dienen|shall|hereby|hierbij)\b")
_STATEMENTS_FOR_ONE = 20
_LONGEST_MEAN = 95


def speaks_plainly(text: Text) -> bool:
    """Whether `text` is written as people talk: in short sentences that seldom say "shall"."""
    count, written = len(text.statements), text.agreement.reading.text
    if len(written) > _LONGEST_MEAN * count:
        return False
    return _STATEMENTS_FOR_ONE * sum(1 for _ in _SHALL.finditer(written)) <= count


def leaning(text: Text) -> Text:
    """`text` with what leans joined to what it leans on; it also stands by itself, as it was."""
    groups = [group for group in _groups(text) if len(group) > 1]
    if not groups:
        return text
    with_next = sum(1 << group[0].index for group in groups)
    with_second = sum(1 << group[0].index for group in groups if len(group) == _MOST)
    vocabulary = Joined(text.vocabulary, with_next, with_second)
    joined = {group[0].index: _joined(group, vocabulary, text) for group in groups}
    return text.reading(joined, vocabulary)


def _groups(text: Text) -> Iterator[list[Statement]]:
    """The statements of `text`, each with those that lean on it."""
    group: list[Statement] = []
    for one in text.statements:
        if group and _leans(one, group, text.agreement.reading.text):
            group.append(one)
            continue
        if group:
            yield group
        group = [one]
    if group:
        yield group


def _leans(one: Statement, group: Sequence[Statement], text: str) -> bool:
    """Whether `one` goes on, on the same line, from the last of `group` with a word that points back, or in a few words."""
    before = group[-1]
    return (
        len(group) < _MOST
        and one.clause is before.clause
        and one.part is not Part.ANNEX
        and not (one.own_at or before.own_at or one.defines or before.defines or _is_its_title(before))
        and text[before.end : one.start].strip(" ") == ""
        and one.start > before.end - 1
        and max(one.end - one.start, before.end - before.start) <= _EACH
        and one.end - group[0].start <= _LONGEST
        and (len(one.text) <= _SHORT or _points_back(one))
        and not (_TAKES_BACK.search(one.text) or _TAKES_BACK.search(before.text))
    )


def _points_back(one: Statement) -> bool:
    language = one.vocabulary.language
    return _POINTS_BACK[language if language in _POINTS_BACK else _POINTS_BACK_OTHERWISE].search(one.text) is not None


def _is_its_title(one: Statement) -> bool:
    """Whether `one` is the title of what stands behind it on its line."""
    return one.heading.startswith(f"{one.text.strip(' .:?-')}: ")


def _joined(group: Sequence[Statement], vocabulary: Vocabulary, text: Text) -> Statement:
    first, last = group[0], group[-1]
    joined = " ".join(one.text for one in group)
    known = Known() if text.memory is None else text.memory.of(vocabulary.language, first.own_at, joined)
    return replace(first, text=joined, end=last.end, vocabulary=vocabulary, known=known)
