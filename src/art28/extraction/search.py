"""Reading -> the sentences worth a closer look: a cheap search before an exact one."""

from collections.abc import Iterator

from art28.agreement.passages import Reading, Sentence


def sentences_with(reading: Reading, *words: str) -> Iterator[Sentence]:
    """The sentences that hold one of `words`, which are in lower case, anywhere, also within a longer word."""
    for sentence in reading.sentences:
        lowered = sentence.text.lower()
        if any(word in lowered for word in words):
            yield sentence


def word_set(words: str) -> frozenset[str]:
    """The words of a text that lists them between white space."""
    return frozenset(words.split())
