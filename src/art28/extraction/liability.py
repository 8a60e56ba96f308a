"""Reading -> liability: an example of a topic's rules; see rule.py for what a rule is."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule

_INDIRECT = re.compile(
    r"(?:indirecte schade|gevolgschade|indirect (?:damage|loss)|consequential).{0,120}?(?:uitgesloten|niet aansprakelijk|excluded|not (?:be )?liable)|"
    r"(?:uitgesloten|niet aansprakelijk|not (?:be )?liable)[^.]{0,120}?(?:indirecte schade|gevolgschade|indirect|consequential)|"
    r"beperkt tot[^.]{0,40}?directe schade",
    re.IGNORECASE,
)


def _indirect_excluded(reading: Reading) -> Iterator[Candidate]:
    for sentence in reading.sentences:
        if _INDIRECT.search(sentence.text):
            yield Candidate("liability.indirect_excluded", True, ((sentence.start, sentence.end),))


RULES = (Rule("liability-indirect-excluded", ("liability.indirect_excluded",), _indirect_excluded),)
