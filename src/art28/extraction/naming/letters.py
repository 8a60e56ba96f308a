"""Reading -> who writes and who is written to, where the agreement is a letter: "Geachte mevrouw …, u en wij …".

The sender's letterhead stands above the addressee's block, which names its organisation and for whose attention it is; both stand
above the salutation. "Wij" is the sender, "u" the addressee, each in the role that the text gives to those words.
"""

import re
from collections.abc import Iterator, Sequence

from art28.agreement.passages import Reading, ReadingLine
from art28.extraction.naming.detail import Detail
from art28.extraction.naming.details import address_in, emails_in, name_in, phones_in, registration_in
from art28.terms import Role

_SALUTATION = re.compile(
    r"^\W*(?:Geachte|Beste|Hooggeachte|Dear|Sehr geehrte[rs]?|Guten Tag|Liebe[rs]?|Madame|Monsieur|Chère?s?)\b[^:;]{0,80},?\W*$"
)
_OPENS_RUN_ON = re.compile(r"^\W*(?:Geachte|Dear|Sehr geehrte[rs]?) [^,.;:]{2,70},")
_ATTENTION = re.compile(
    r"\b(?:t\.?a\.?v\.?|ter attentie van|attn\.?|for the attention of|z\.? ?Hd\.?|zu Händen|à l'attention de)(?=\W)",
    re.IGNORECASE,
)
_TO = re.compile(r"^\W*(?:Aan|To|An|À)\s*:?\s+(?=[A-ZÀ-Þ])")
_NO_BLOCK = re.compile(
    r"^\W*(?:Betreft|Onderwerp|Ons kenmerk|Uw kenmerk|Kenmerk|Datum|Re|Subject|Date|Our ref\w*|Betreff|Objet)\b\s*:|"
    r"^\W*[A-ZÀ-Þ][\w'’ -]{1,40}, (?:den |le |am )?\d{1,2}[. ]",
    re.IGNORECASE,
)
_EARLY = 60
_LONGEST_BLOCK = 7
_SPEAKERS, _ADDRESSED = ("wij", "we", "wir", "nous"), ("u", "je", "you", "Sie", "vous")


def correspondents(reading: Reading) -> Iterator[tuple[Role, Detail]]:
    """What the sender's and the addressee's blocks say of them, with places in the flow; nothing where this is no letter."""
    writer, reader = (_role_of(reading, words) for words in (_SPEAKERS, _ADDRESSED))
    head = _above_the_salutation(reading)
    if writer is None or reader is None or writer is reader or not head:
        return
    addressed = _addressee(reading, head)
    if addressed is None:
        return
    first, last = addressed
    yield from ((reader, detail) for detail in _details(reading, head[first : last + 1]))
    above = [line for line in head[:first] if not _NO_BLOCK.match(_words(reading, line))]
    yield from ((writer, detail) for detail in _details(reading, above))


def _role_of(reading: Reading, words: Sequence[str]) -> Role | None:
    return next((reading.names[word] for word in words if word in reading.names), None)


def _words(reading: Reading, line: ReadingLine) -> str:
    return reading.original(line.start, line.end) if line.end > line.start else ""


def _above_the_salutation(reading: Reading) -> Sequence[ReadingLine]:
    """The lines above the salutation; none where nobody is greeted."""
    for index, line in enumerate(reading.lines[:_EARLY]):
        words = _words(reading, line)
        if _SALUTATION.match(words) or _OPENS_RUN_ON.match(words):
            return [above for above in reading.lines[:index] if above.end > above.start]
    return ()


def _addressee(reading: Reading, head: Sequence[ReadingLine]) -> tuple[int, int] | None:
    """The first and last line of the addressee's block in `head`."""
    for index, line in enumerate(head):
        words = _words(reading, line)
        attention = _ATTENTION.search(words)
        if not attention and not _TO.match(words):
            continue
        first = index
        if attention and not words[: attention.start()].strip(" ,") and index:
            first = index - 1
        last = index
        while (
            last + 1 < len(head)
            and last - first < _LONGEST_BLOCK
            and not _NO_BLOCK.match(_words(reading, head[last + 1]))
        ):
            last += 1
        return first, last
    return None


def _details(reading: Reading, block: Sequence[ReadingLine]) -> Iterator[Detail]:
    """What a block says of whose it is: its name opens it."""
    if not block:
        return
    base = reading.layer.below(block[0].start, block[0].end).start
    text = reading.flow.text[base : reading.layer.below(block[-1].start, block[-1].end).end]
    lead = _TO.match(text)
    start = lead.end() if lead else 0
    name = name_in(text[start:].split("\n", 1)[0])
    found = [Detail("name", name.value, start + name.start, start + name.end)] if name else []
    for detail in (*found, *registration_in(text), *address_in(text), *phones_in(text), *emails_in(text)):
        yield Detail(detail.field, detail.value, base + detail.start, base + detail.end)
