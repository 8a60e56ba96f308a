"""Text -> the verdict on every requirement: by each sentence and the facts; where a text speaks plainly, also in everyday words.

Everyday words are told from others by looks of their own (`plain.toml`), in sentences together with those that lean on them.
"""

from art28.checking.judging import verdict
from art28.checking.model import Status, Verdict
from art28.checking.provisions.verdicts import JUDGING, JUDGING_PLAIN_WORDS
from art28.checking.recalling import judgements
from art28.checking.settled import settled
from art28.checking.words.leaning import leaning, speaks_plainly
from art28.checking.words.text import Text

_OPEN = (Status.MISSING, Status.PARTIAL)
# Elements that a sentence beside the duty may add. Others lack because a limit was found, which stays one.
_MAY_BE_ADDED = frozenset(
    {
        *(
            "both",
            "choice",
            "same_duties",
            "forward",
            "help",
            "notice",
            "nature",
            "purpose",
            "end",
            "prior",
            "objection",
            "immediately",
            "documented",
        ),
        *("authority", "people", "rights", "duties", "staff", "authorisation", "beforehand", "union_law"),
        *("categories", "numbers", "contact", "consequences", "measures"),
    }
)


def verdicts_on(text: Text) -> list[Verdict]:
    """What the rules and the facts say of every requirement; of what plain words say counts what adds to that."""
    found = [settled(text, verdict(text, each)) for each in judgements(text, JUDGING)]
    unmet = [at for at, one in enumerate(found) if one.status in _OPEN]
    if not unmet or not speaks_plainly(text):
        return found
    joined = leaning(text)
    for at, again in zip(unmet, judgements(joined, [JUDGING_PLAIN_WORDS[at] for at in unmet]), strict=True):
        second = settled(joined, verdict(joined, again))
        if _adds(second, found[at]):
            found[at] = second
    return found


def _adds(second: Verdict, first: Verdict) -> bool:
    """Whether `second` finds the duty that `first` doesn't, or more of its elements and no other lacking."""
    if second.status not in (Status.MET, Status.PARTIAL):
        return False
    if first.status is Status.MISSING:
        return True
    added = set(first.lacking) - set(second.lacking)
    return set(second.lacking) < set(first.lacking) and added <= _MAY_BE_ADDED
