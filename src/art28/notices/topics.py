"""A question of an agreement's own form -> the topics it asks for (`topics.toml`), so that known facts can be filled in."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from art28.notices.breach import Topic

_HANGS_ON_THE_LAST = re.compile(r"\W*(zo ja|zo nee|indien ja|indien nee|if so|if yes|if not|if no)\b", re.IGNORECASE)


@lru_cache(maxsize=8192)  # agreements on one template ask the same
def topics_of(question: str) -> tuple[Topic, ...]:
    """What `question` asks for, in the order of `Topic`; empty where no known fact can answer it.

    A question about measures names the consequences that these are to limit, and one about reaching people their contact
    details: neither asks for these as well. A question that hangs on the one before it ("if so, which?") is left to people.
    """
    if _HANGS_ON_THE_LAST.match(question):
        return ()
    found = frozenset(topic for topic, pattern in _patterns() if pattern.search(question))
    dropped: set[Topic] = set()
    if Topic.MEASURES in found:
        dropped |= {Topic.CONSEQUENCES, Topic.CAUSE}
    if Topic.REACHABILITY in found:
        dropped.add(Topic.CONTACT_POINT)
    if Topic.HOW_DISCOVERED in found:
        dropped.add(Topic.WHEN_DISCOVERED)
    return tuple(topic for topic in Topic if topic in found - dropped)


@cache
def _patterns() -> tuple[tuple[Topic, re.Pattern[str]], ...]:
    content = tomllib.loads(files("art28.notices").joinpath("topics.toml").read_text(encoding="utf-8"))
    return tuple(
        (Topic(name), re.compile("|".join((*languages["nl"], *languages["en"])), re.IGNORECASE))
        for name, languages in content.items()
    )
