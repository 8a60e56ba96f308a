"""Reading -> the questions of the agreement's own form for reporting a breach: numbered ones, or fields to fill in.

A list of what a notice holds is no form: its items are facts of the notice (breach_content), not questions.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from art28.agreement.model import Record
from art28.agreement.passages import Reading, ReadingLine
from art28.document.model import BlockKind
from art28.document.outline import Part
from art28.document.pattern import lasting
from art28.extraction.rule import Candidate, Rule

_BREACH = lasting(
    r"data-?lek|inbreuk|incident|voorval|breach|data loss|security event|gebeurtenis|sicherheitsereignis|panne|verletzung|vorf[aä]ll|violation",
    re.IGNORECASE,
)
_FORM = lasting(
    r"vragen|formulier|meld|\bform\b|questionnaire|report|notification|formular|fragebogen|formulaire|signalement|zettel",
    re.IGNORECASE,
)
_REPORT_FORM = lasting(
    r"meld\w*formulier|melding|meldeformular|formulaire de (?:notification|signalement)|report(?:ing)? form|notification form",
    re.IGNORECASE,
)
FEWEST = 3
_NUMBERED = lasting(r"^[\s*_]*(?:(?P<number>\d{1,2})[.)]|[A-Z]\.?(?P<lettered>\d{1,2})[.):]?)\s+(?P<question>.+)$")
_NUMBER_CELL = lasting(r"^\W*(?:[A-Z]\.?)?(?P<number>\d{1,2})[.):]?\W*$")
_ROOM = lasting(
    r"[\s:]*+(?:minimaal|maximaal|minimum|maximum|datum|date)?[\s:]*[._…]{2}"
    r"(?:minimaal|maximaal|minimum|maximum|datum|date|uur|h|[\s:._…,/-])*+$",
    re.IGNORECASE,
)
_ANSWER = lasting(
    r"(?P<choice>(?:☐|□|o )?\s*(?P<yes>ja|yes|oui)\s*(?:/|\||☐|□)\s*(?P<no>ne ?e|no|nein|"
    r"non)\b)|(?P<blank>(?:[.…_]\s?){5,})",
    re.IGNORECASE,
)
_REMARK = lasting(
    r"\([^()]*(?:invullen|omcirkel|aankruisen|tick|circle|fill in)[^()]*\)|(?:omcirkel|kruis|"
    r"vink|tick|circle)\b[^.:?]*[.:]?",
    re.IGNORECASE,
)
_ASKS = lasting(
    r"[?:]\s*$|^\W*(?:geef|omschrijf|beschrijf|vermeld|licht toe|describe|give|state|specify|list)\b", re.IGNORECASE
)
# What stands behind a question: its answers to choose from, or what kind of answer is meant.
_CHOICES = (
    lasting(r"(?P<boxes>(?:[☐□]\s*[^☐□]+){2,})$"),
    lasting(r"(?<=[?:.])\s+(?P<rounds>(?:[oO○]\s+\w+\s*){2,})$"),
    lasting(r"\((?P<slashes>[^()/]+(?:/[^()/]+)+)\)\s*$"),
    lasting(r"(?<=\?)\s+(?P<slashes>(?:ja|yes|oui)\s*/\s*(?:nee|no|nein|non)(?:\s*/[^/?]{2,30})?)\s*$", re.IGNORECASE),
    lasting(r"\b(?:kies|choose|wählen sie)(?: uit| from)?\s*:\s*(?P<slashes>[^/?]+(?:/[^/?]+)+)$", re.IGNORECASE),
)
_BOXES = ("☐", "□")
_LIMITS = lasting(r"\bmin(?:imaal|imum)?\b.*\bmax", re.IGNORECASE)
_MEANT = lasting(r"(?<=[?.])\s*\((?:aantal|getal|number|anzahl|naam\b[^()]*)\)\s*$", re.IGNORECASE)
_YES = frozenset({"ja", "yes", "oui"})
_YES_NO = lasting(
    r"^\W*(?:is|zijn|was|waren|heeft|hebben|kan|kunnen|wordt|worden|werd|are|were|has|have|can|"
    r"does|did|do|will|sind|ist|hat)\b",
    re.IGNORECASE,
)
_KINDS = (
    (
        "number",
        lasting(
            r"\bhoeveel\b|\baantal\b|\bhow many\b|\bnumber of\b|\bwie viele\b|\banzahl\b|\bcombien\b|\bnombre\b",
            re.IGNORECASE,
        ),
    ),
    (
        "date",
        lasting(
            r"\bdatum\b|\bwanneer\b|\btijdstip\b|\bdates?\b|\bwhen\b|\btime of\b|\bwann\b|\bwelchem tag\b|\bzeitpunkt\b|\bquand\b|\bheure\b",
            re.IGNORECASE,
        ),
    ),
    (
        "contact",
        lasting(
            r"^\W*(?:wie|met wie) (?:kan|kunnen|mag|mogen) (?:PROCESSOR|CONTROLLER|wij|we|\w+ \w+) (?:\w+ )?(?:bellen|mailen|bereiken|benaderen|spreken)\b|\bcontact(?:gegevens|persoon|punt|person| details| point)\b|\bbij wie\b|\bnaam (?:en|"
            r"van de) (?:melder|contact)|\b(?:naam|names?|nom)\b[^?]{0,12}\b(?:telefoon\w*|mobiel\w*|mobile|phone|telephone|e-?mail\w*|bereikbaarheid|téléphone)\b|"
            r"\b(?:whom|wen|an wen|à qui)\b|\bansprech\w+|\bkontaktdaten\b|\bcoordonnées\b",
            re.IGNORECASE,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class _Question:
    text: str
    options: tuple[str, ...] | None
    start: int
    end: int
    number: int | None = None
    has_room: bool = False

    @property
    def kind(self) -> str:
        """text, yes_no, number, date or contact."""
        if self.options:
            return "yes_no" if self.options[0].lower() in _YES else "text"
        asked_further = re.search(r"\b(?:zo ja|if so|if yes)\b", self.text, re.IGNORECASE)
        if asked_further:
            return "text"
        if _YES_NO.match(self.text) and self.text.rstrip().endswith("?"):
            return "yes_no"
        return next((kind for kind, words in _KINDS if words.search(self.text)), "text")


def _questionnaire(reading: Reading) -> Iterator[Candidate]:
    annexes = (
        line for line in reading.lines if line.clause.part is Part.ANNEX or line.block.kind is BlockKind.TABLE_ROW
    )
    for heading, group in groupby(annexes, key=lambda line: line.clause.heading):
        if not _FORM.search(heading):
            continue
        lines = tuple(group)
        if not (
            _BREACH.search(heading) or (_REPORT_FORM.search(heading) and any(_BREACH.search(li.text) for li in lines))
        ):
            continue
        questions = tuple(_numbered(reading, lines)) or tuple(_fields(reading, lines))
        if len(questions) >= FEWEST:
            records = tuple(_record(question, place) for place, question in enumerate(questions, start=1))
            yield Candidate("breach.questionnaire", records, tuple((q.start, q.end) for q in questions))
            return


def asked_in_row(row: str) -> Record | None:
    """The question of a form's row, its cells parted by tabs: a number, the question, room for the answer."""
    found = _row(row)
    if found is None:
        return None
    number, question, answer = found
    return _record(_with_choices(question, answer, (0, 0), number), number)


def _record(question: _Question, place: int) -> Record:
    return {
        "number": question.number or place,
        "question": question.text,
        "kind": question.kind,
        "options": question.options,
    }


def _numbered(reading: Reading, lines: Sequence[ReadingLine]) -> Iterator[_Question]:
    """Of the runs of numbered lines the one that asks most, where half of it asks: steps to take are numbered as well."""
    runs: list[list[_Question]] = []
    for line in lines:
        written = reading.original(line.start, line.end)
        text = " ".join(written.split())
        if runs and text.startswith(_BOXES):
            runs[-1][-1] = _with_further_choices(runs[-1][-1], text, line)
        numbered = _row(written) or _numbered_line(text)
        if numbered is None:
            continue
        number, question, answer = numbered
        if not runs or number <= (runs[-1][-1].number or 0):
            runs.append([])
        runs[-1].append(_with_choices(question, answer, (line.start, line.end), number))
    run = max(runs, key=_asking, default=[])
    if len(run) >= FEWEST and _asking(run) * 2 >= len(run):
        yield from run


def _asking(run: Sequence[_Question]) -> int:
    return sum(question.has_room or "?" in question.text or bool(_ASKS.search(question.text)) for question in run)


def _row(written: str) -> tuple[int, str, str] | None:
    """The number, the question and the room for an answer of a table's row; None where it isn't such a row."""
    first, *rest = written.split("\t")
    number = _NUMBER_CELL.match(first)
    if number and rest and rest[0].strip():
        return int(number["number"]), " ".join(rest[0].split()), " ".join(" ".join(rest[1:]).split()) or "…"
    if rest and (in_cell := _numbered_line(" ".join(first.split()))):
        return in_cell[0], in_cell[1], " ".join(" ".join(rest).split()) or "…"
    return None


def _numbered_line(text: str) -> tuple[int, str, str] | None:
    """The number and the question of a line, with no answer of its own."""
    match = _NUMBERED.match(text)
    return (int(match["number"] or match["lettered"]), match["question"], "") if match else None


def _with_further_choices(question: _Question, text: str, line: ReadingLine) -> _Question:
    """The question with the answers that stand on the next line."""
    if question.options is None:
        return question
    further = tuple(part.strip(" .;") for part in re.split(r"[☐□]", text) if part.strip(" .;"))
    return replace(question, options=(*question.options, *further), end=line.end)


def _with_choices(text: str, answer: str, place: tuple[int, int], number: int) -> _Question:
    """The question and the answers that it offers, such as "(ja / nee)", "Kies: a / b" and "☐ a ☐ b"."""
    whole = f"{text} {answer}" if any(box in answer for box in (*_BOXES, "/")) else text
    for pattern in _CHOICES:
        found = pattern.search(whole)
        if found and not _LIMITS.search(found[0]):
            parts = re.split(
                r"\b[oO]\s+(?=\w)|○" if found.lastgroup == "rounds" else r"[☐□/]", found[found.lastgroup or 0]
            )
            options = tuple(part.strip(" .;") for part in parts if part.strip(" .;"))
            return _Question(_ROOM.sub("", whole[: found.start()]).strip(), options, *place, number)
    asked = _ROOM.sub("", _MEANT.sub("", text))
    return _Question(asked, None, *place, number, has_room=bool(answer) or asked != text)


def _fields(reading: Reading, lines: Sequence[ReadingLine]) -> Iterator[_Question]:
    """The questions that have room for an answer: a choice of yes and no, or a blank line.

    A question followed by others is the heading of a group and no question of its own.
    """
    open_question: tuple[str, int, int] | None = None
    for line in lines:
        text = " ".join(reading.original(line.start, line.end).split())
        at = 0
        for answer in _ANSWER.finditer(text):
            asked = _asked(text[at : answer.start()])
            if asked:
                options = _options(answer) if answer["choice"] else None
                yield _Question(asked, options, line.start, line.end)
            elif open_question and answer["blank"]:
                yield _Question(open_question[0], None, open_question[1], open_question[2])
            open_question = None
            at = answer.end()
        rest = _asked(text[at:])
        if rest and (_ASKS.search(text[at:]) or at == 0) and len(rest) > len("naam"):
            open_question = (rest, line.start, line.end)


def _options(answer: re.Match[str]) -> tuple[str, ...]:
    return (answer["yes"], answer["no"].replace(" ", ""))


def _asked(text: str) -> str:
    """The question in `text`, without what tells how to fill in the form."""
    asked = " ".join(_REMARK.sub(" ", text).split()).strip(" :,;.-")
    if asked.count("(") < asked.count(")"):
        asked = asked.lstrip(") ")
    return asked


RULES = (Rule("breach-questionnaire", ("breach.questionnaire",), _questionnaire),)
