"""Text -> the same text in lower case, place by place."""

from functools import lru_cache


@lru_cache(maxsize=2048)
def folded(text: str) -> str:
    """`text` in lower case and of the same length, so that places in one are places in the other."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
