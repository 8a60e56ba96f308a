"""Reading -> the name by which a processor acts that the agreement never calls so: "Acme shall …", with no other processor acting."""

import re
from collections import Counter

from art28.agreement.passages import Reading
from art28.terms import Role

_ACTS = re.compile(
    r"(?<![.\w-] )\b([A-Z][A-Za-z0-9&]{2,20}) (?:zal|zullen|verwerkt|stelt|informeert|meldt|treft|verleent|legt|"
    r"waarborgt|will|shall|processes|notifies|informs)\b"
)
# So often, and so much more often than the other party and than whoever is called processor.
_OFTEN = 8
_TIMES = 3


def acting_name(reading: Reading) -> re.Pattern[str] | None:
    """That name as an expression; none where somebody else is known to be the processor."""
    if Role.PROCESSOR in reading.names.values():
        return None
    acting = Counter(match[1] for sentence in reading.sentences for match in _ACTS.finditer(sentence.text))
    (name, times), *others = [*acting.most_common(2), ("", 0)]
    if name.isupper() or times < _OFTEN or times < _TIMES * max(count for _, count in others):
        return None
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
