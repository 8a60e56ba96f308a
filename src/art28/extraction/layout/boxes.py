"""Text -> what was left unticked where boxes offer a choice, and the marks of what was ticked.

A choice stands in lines one below the other or in one line: "[x] 24 uur / [ ] 48 uur", "☐ ja ☒ nee". What nobody ticked isn't
agreed. Where no box is ticked, nothing has been chosen yet and the text stays as it is.
"""

import re
from collections.abc import Iterator, Sequence

_TICKED = r"\[ ?[xX✓] ?\]|\( ?[xX✓] ?\)|[☒☑]"
_OPEN = r"\[ {0,3}\]|\( {0,3}\)|[☐□]"
_BOX = re.compile(rf"(?<![\w\])])(?:(?P<ticked>{_TICKED})|(?P<open>{_OPEN}))[ \t]{{0,3}}(?=\S)")
_LINE = re.compile(rf"^[\s*_•o-]{{0,6}}(?={_TICKED}|{_OPEN})")
# A line that ends so goes on in what was ticked: "binnen" / "(x) 24 uur".
_UNFINISHED = re.compile(
    r"\b(?:binnen|uiterlijk|maximaal|van|voor|door|is|zijn|wordt|worden|per|met|de|het|een|na|aan|op|in|te|tot|voor rekening van|"
    r"within|of|by|for|are|be|the|an?|after|at|to|with|innerhalb|spätestens|von|durch|beträgt|für|mit|dans|sous|par|à|est|du)$",
    re.IGNORECASE,
)
_LONGEST_REST = 200
_FEWEST, _LONGEST_OPTION = 2, 4
_AROUND_OPTIONS = " ,;/\t\n"

Cut = tuple[int, int, str]


def choices_in(text: str) -> Iterator[Cut]:
    """What to leave out of `text` and what to put in its place, in order."""
    if not re.search(_TICKED, text):
        return
    lines = _lines(text)
    at = 0
    while at < len(lines):
        last = at
        while last < len(lines) and _LINE.match(text[slice(*lines[last])]):
            last += 1
        if last > at + 1:
            yield from _listed(text, lines, at, last)
        else:
            yield from _beside(text, *lines[at])
        at = max(last, at + 1)


def ticked_in(text: str) -> tuple[str, ...]:
    """What is ticked in a row of boxes, "☒ naam ☐ BSN ☒ adres", of which the first box may have been read already."""
    boxes = list(_BOX.finditer(text))
    before = text[: boxes[0].start()].strip(_AROUND_OPTIONS) if boxes else ""
    if len(before.split()) > _LONGEST_OPTION or len(boxes) + bool(before) < _FEWEST:
        return ()
    ends = (*(box.start() for box in boxes[1:]), len(text))
    ticked = (text[box.end() : end] for box, end in zip(boxes, ends, strict=True) if box["ticked"])
    options = tuple(option for each in (before, *ticked) if (option := each.strip(_AROUND_OPTIONS)))
    return options if any(box["ticked"] for box in boxes) or before else ()


def _lines(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def _listed(text: str, lines: Sequence[tuple[int, int]], first: int, last: int) -> Iterator[Cut]:
    """A choice of which every option has a line of its own."""
    group = lines[first:last]
    boxes = [box for start, end in group if (box := _BOX.search(text, start, end))]
    ticked = [box for box in boxes if box["ticked"]]
    if len(boxes) < len(group) or not ticked:
        return
    before = text[slice(*lines[first - 1])].rstrip() if first else ""
    if len(ticked) == 1 and _UNFINISHED.search(before[-20:]):
        yield from _goes_on(text, lines, first, last, boxes)
        return
    for (start, end), box in zip(group, boxes, strict=True):
        yield (start, box.end(), "- ") if box["ticked"] else (start, end, "")


def _goes_on(
    text: str, lines: Sequence[tuple[int, int]], first: int, last: int, boxes: Sequence[re.Match[str]]
) -> Iterator[Cut]:
    """One option that fills in the sentence around it, which may go on behind the last option or in the next line."""
    ends = [end for _, end in lines[first:last]]
    chosen = next(number for number, box in enumerate(boxes) if box["ticked"])
    yield lines[first - 1][1], boxes[chosen].end(), " "
    if chosen + 1 < len(boxes):
        goes_on = _rest_of_sentence(text, boxes, ends)
        if goes_on is not None:
            yield ends[chosen], goes_on, " "
            return
    after = lines[last] if last < len(lines) else None
    if after and text[after[0] : after[0] + 1].islower() and after[1] - after[0] < _LONGEST_REST:
        yield ends[chosen], after[0], " "
    elif chosen + 1 < len(boxes):
        yield ends[chosen], ends[-1], ""


def _rest_of_sentence(text: str, boxes: Sequence[re.Match[str]], ends: Sequence[int]) -> int | None:
    """Where, in the line of the last option, the sentence goes on that the options fill in: behind as many words as the others have."""
    *others, own = (text[box.end() : end].split() for box, end in zip(boxes, ends, strict=True))
    length = max(map(len, others))
    if len(own) <= length or min(map(len, others)) < length:
        return None
    words = re.match(rf"(?:\S+\s+){{{length}}}", text[boxes[-1].end() : ends[-1]])
    return boxes[-1].end() + words.end() if words else None


# Words before the boxes that the sentence begins with; a label before a list ends in a colon.
_WITHIN_A_SENTENCE = re.compile(r"\w+\W+\w+[^:;.]*$")


def _end_of_option(text: str, start: int, until: int, length: int) -> int:
    """Where an option of a sentence ends that goes on behind it: after as many words as the option before it has."""
    words = re.match(rf"(?:[^\s,;.]+\s+){{{length - 1}}}[^\s,;.]+", text[start:until])
    rest = text[start + words.end() : until] if words else ""
    goes_on = re.match(r"[,;.]|\s+[a-zà-ÿ]", rest)
    return start + words.end() if words and goes_on else until


def _beside(text: str, start: int, end: int) -> Iterator[Cut]:
    """A choice of which the options stand in one line, or in one cell of it."""
    at = start
    for cell in text[start:end].split("\t"):
        boxes = list(_BOX.finditer(text, at, at + len(cell)))
        if len(boxes) > 1 and any(box["ticked"] for box in boxes) and any(box["open"] for box in boxes):
            within = _WITHIN_A_SENTENCE.search(text[at : boxes[0].start()]) is not None
            length = 0
            for box, following in zip(boxes, (*boxes[1:], None), strict=True):
                until = following.start() if following else at + len(cell)
                if not box["ticked"] and within and length:
                    until = _end_of_option(text, box.end(), until, length)
                length = len(text[box.end() : until].split())
                yield (box.start(), box.end(), "") if box["ticked"] else (box.start(), until, "")
        at += len(cell) + 1
