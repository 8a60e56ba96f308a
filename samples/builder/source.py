"""Reading a source: front matter, and blocks of text with their printed numbers."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """A piece of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


Runs = list[Run]


@dataclass(frozen=True)
class Number:
    """The printed number of a clause or heading: prefix, value and suffix, e.g. 'Artikel ' 4 ' –'."""

    prefix: str
    values: tuple[int, ...]
    suffix: str
    form: str  # decimal, dotted, alpha, ALPHA, roman, ROMAN

    @property
    def text(self) -> str:
        return self.prefix + ".".join(render_value(v, self.form) for v in self.values) + self.suffix

    @property
    def depth(self) -> int:
        """How deep a clause of this number is indented: 0 for 4.1 and 1., 1 for 4.1.1 and a., 2 for (i)."""
        if self.form == "dotted":
            return len(self.values) - 2
        return {"roman": 2, "ROMAN": 1, "alpha": 1}.get(self.form, 0)


@dataclass
class Block:
    """A paragraph, a table or a directive."""

    kind: str  # title, heading, clause, bullet, para, note, table, pagebreak, columns
    runs: Runs = field(default_factory=list)
    level: int = 0
    number: Number | None = None
    header: list[Runs] | None = None
    rows: list[list[Runs]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return plain(self.runs)

    @property
    def label(self) -> str:
        """The printed number with the space that follows it, or nothing."""
        return f"{self.number.text} " if self.number else ""

    @property
    def all_rows(self) -> list[list[Runs]]:
        return ([self.header] if self.header else []) + self.rows


@dataclass(frozen=True)
class Source:
    """A sample: its name, its front matter and its blocks."""

    name: str
    meta: dict[str, str]
    blocks: list[Block]

    def option(self, key: str) -> bool:
        return self.meta.get(key, "false").lower() == "true"


def plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def sides(text: str) -> tuple[str, str]:
    """The left and right half of a page header or footer."""
    left, _, right = text.partition("|")
    return left.strip(), right.strip()


def edition(source: Source) -> str:
    """What the page footer says of the version, where the agreement says it nowhere else: pages are not in every format."""
    left, _ = sides(source.meta.get("footer", ""))
    version = source.meta.get("version", "")
    return left if version and version in left and not any(version in block.text for block in source.blocks) else ""


def roman(value: int) -> str:
    out = ""
    for size, sign in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while value >= size:
            out, value = out + sign, value - size
    return out


ROMANS = {roman(n): n for n in range(1, 40)}


def render_value(value: int, form: str) -> str:
    if form.lower() == "alpha":
        text = chr(ord("a") + value - 1)
    elif form.lower() == "roman":
        text = roman(value)
    else:
        return str(value)
    return text.upper() if form.isupper() else text


NUMBER = re.compile(
    r"(?P<prefix>\(|Lid )?(?P<value>\d{1,2}(?:\.\d{1,2})+|\d{1,2}|[ivx]{1,5}|[a-z]|[IVX]{1,4}|[A-Z])"
    r"(?P<suffix>\.\)|[.)])?[ \u00a0]+(?=\S)"
)
HEADING_NUMBER = re.compile(
    r"(?P<prefix>Artikel |Article |Clause )?(?P<value>\d{1,2})(?P<suffix>[.:]| [–-])?[ \u00a0]+(?=\S)"
)


def letter_form(lower: str, last: Number | None) -> tuple[str, int] | None:
    """Whether a letter counts as a letter or as a roman number: (i) after (h) is a letter, at the start it is one."""
    form, value = (last.form.lower(), last.values[0]) if last else ("", 0)
    as_alpha = ord(lower) - 96 if len(lower) == 1 else 0
    as_roman = ROMANS.get(lower, 0)
    starts = as_roman == 1 and not (form == "alpha" and value == 8)
    goes_on = form == "roman" and value == as_roman - 1
    if as_roman and (not as_alpha or starts or goes_on):
        return "roman", as_roman
    return ("alpha", as_alpha) if as_alpha else None


def parse_number(line: str, previous: dict[str, Number]) -> tuple[Number, str] | None:
    """The number that opens a line, and what follows it. `previous` holds the last lettered number of each kind."""
    match = NUMBER.match(line)
    if not match:
        return None
    prefix, value, suffix = match["prefix"] or "", match["value"], match["suffix"] or ""
    if prefix == "(" and suffix != ")":
        return None
    if value[0].isdigit():
        values = tuple(int(v) for v in value.split("."))
        if len(values) == 1 and not suffix:
            return None
        return Number(prefix, values, suffix, "decimal" if len(values) == 1 else "dotted"), line[match.end() :]
    if not suffix:
        return None
    case: Callable[[str], str] = str.upper if value.isupper() else str.lower
    key = prefix + suffix + case("a")
    found = letter_form(value.lower(), previous.get(key))
    if not found:
        return None
    previous[key] = Number(prefix, (found[1],), suffix, case(found[0]))
    return previous[key], line[match.end() :]


def parse_inline(text: str) -> Runs:
    """Bold, italic and line breaks; everything else is literal, an underscore too."""
    text = re.sub(r"<br\s*/?>", "\n", text)
    runs = []
    for piece in re.split(r"(\*\*.+?\*\*|(?<!\*)\*[^*\s][^*]*?\*(?!\*))", text):
        if piece.startswith("**") and piece.endswith("**") and len(piece) > 4:
            runs.append(Run(piece[2:-2], bold=True))
        elif piece.startswith("*") and piece.endswith("*") and len(piece) > 2:
            runs.append(Run(piece[1:-1], italic=True))
        elif piece:
            runs.append(Run(piece))
    return runs


def parse_row(line: str) -> list[Runs]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [parse_inline(cell.strip().replace("\\|", "|")) for cell in re.split(r"(?<!\\)\|", inner)]


def parse_front(front: str) -> dict[str, str]:
    meta = {}
    for line in front.splitlines():
        key, colon, value = line.partition(":")
        if colon and not line.lstrip().startswith("#"):
            meta[key.strip()] = re.sub(r"\s+#.*$", "", value).strip().strip('"')
    return meta


class Parser:
    """Takes the lines of a source one by one; a block may take the lines that belong to it from the queue."""

    def __init__(self, body: str) -> None:
        self.lines = body.splitlines()
        self.blocks: list[Block] = []
        self.previous: dict[str, Number] = {}
        self.open_paragraph = False

    def parse(self) -> list[Block]:
        self.lines.reverse()
        while self.lines:
            line = self.lines.pop()
            if not line.strip():
                self.open_paragraph = False
            elif block := self.special(line, line.strip()):
                self.blocks.append(block)
                self.open_paragraph = False
            else:
                self.paragraph(line)
        for block in self.blocks:
            while block.runs and not block.runs[-1].text.strip("\n"):
                block.runs.pop()
        return self.blocks

    def while_starting(self, sign: str) -> list[str]:
        taken = []
        while self.lines and self.lines[-1].strip().startswith(sign):
            taken.append(self.lines.pop().strip())
        return taken

    def special(self, line: str, stripped: str) -> Block | None:
        """Any block but a plain paragraph."""
        if directive := re.fullmatch(r"<!--\s*(\w+)\s*(\d*)\s*-->", stripped):
            return Block(directive[1], level=int(directive[2] or 0))
        if stripped.startswith("|"):
            rows = [parse_row(row) for row in [stripped, *self.while_starting("|")]]
            return Block("table", header=rows[0] if any(plain(cell) for cell in rows[0]) else None, rows=rows[2:])
        if heading := re.match(r"(#+)\s+(.*)", stripped):
            return self.heading(len(heading[1]), heading[2])
        if stripped.startswith(">"):
            return Block("note", parse_inline(" ".join(x.lstrip("> ") for x in [stripped, *self.while_starting(">")])))
        if bullet := re.match(r"(\s*)[-*]\s+(.*)", line):
            return Block("bullet", parse_inline(bullet[2]), level=len(bullet[1]) // 4)
        if numbered := parse_number(stripped, self.previous):
            return Block("clause", parse_inline(numbered[1]), level=numbered[0].depth, number=numbered[0])
        return None

    @staticmethod
    def heading(level: int, text: str) -> Block:
        number = None
        if level == 2 and (match := HEADING_NUMBER.match(text)):
            number = Number(match["prefix"] or "", (int(match["value"]),), match["suffix"] or "", "decimal")
            text = text[match.end() :]
        return Block("title" if level == 1 else "heading", parse_inline(text), level=level, number=number)

    def paragraph(self, line: str) -> None:
        stripped = line.strip()
        runs = parse_inline(stripped.rstrip("\\").rstrip())
        if self.open_paragraph:
            last = self.blocks[-1].runs
            if last and not last[-1].text.endswith("\n"):
                last.append(Run(" "))
            last.extend(runs)
        else:
            self.blocks.append(Block("para", runs))
        if line.endswith("  ") or stripped.endswith("\\"):
            self.blocks[-1].runs.append(Run("\n"))
        self.open_paragraph = True


def parse(path: Path) -> Source:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return Source(path.stem, parse_front(front), Parser(body).parse())
