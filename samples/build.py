"""Builds the sample agreements: every source in `source/` as text, Markdown, HTML, DOCX and PDF.

    build.py [NAME...]      writes text/NAME.txt, markdown/NAME.md, html/NAME.html, docx/NAME.docx and pdf/NAME.pdf
    build.py --check        writes nothing; exits 1 and names what is missing, stale or left over

How a source is written stands in `source/README.md`. The same source gives the same bytes: dates come from the front
matter, archives carry a fixed time, and PDFs use only the fonts that typst ships and those in `fonts/`. Needs typst and
python-docx, which the project's development environment has.
"""

import argparse
import datetime as dt
import html
import io
import re
import sys
import textwrap
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
EPOCH = (1980, 1, 1, 0, 0, 0)

# --------------------------------------------------------------------------------------------------------------------
# Reading a source


@dataclass(frozen=True)
class Run:
    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Number:
    """The printed number of a clause or heading: `prefix` + value + `suffix`, e.g. 'Artikel ' 4 ' –'."""

    prefix: str
    values: tuple[int, ...]
    suffix: str
    form: str  # decimal, dotted, alpha, ALPHA, roman, ROMAN

    @property
    def text(self) -> str:
        return self.prefix + ".".join(render_value(v, self.form) for v in self.values) + self.suffix


@dataclass
class Block:
    kind: str  # title, heading, clause, bullet, para, note, table, pagebreak, columns
    runs: list[Run] = field(default_factory=list)
    level: int = 0
    number: Number | None = None
    header: list[list[Run]] | None = None
    rows: list[list[list[Run]]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return plain(self.runs)


@dataclass(frozen=True)
class Source:
    name: str
    meta: dict[str, str]
    blocks: list[Block]

    def option(self, key: str) -> bool:
        return self.meta.get(key, "false").lower() == "true"


def plain(runs: list[Run]) -> str:
    return "".join(run.text for run in runs)


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
    r"(?P<prefix>\(|Lid )?(?P<value>\d{1,2}(?:\.\d{1,2})+|\d{1,2}|[ivx]{1,5}|[a-z]|[IVX]{1,4}|[A-Z])(?P<suffix>\.\)|[.)])?[ \u00a0]+(?=\S)"
)
HEADING_NUMBER = re.compile(
    r"(?P<prefix>Artikel |Article |Clause )?(?P<value>\d{1,2})(?P<suffix>[.:]| [–-])?[ \u00a0]+(?=\S)"
)


def parse_number(line: str, previous: dict[str, Number]) -> tuple[Number, str] | None:
    """The number that opens a line, and what follows it. `previous` tells an (i) after (h) from an (i) that starts."""
    match = NUMBER.match(line)
    if not match:
        return None
    prefix, value, suffix = match["prefix"] or "", match["value"], match["suffix"] or ""
    if value[0].isdigit():
        values = tuple(int(v) for v in value.split("."))
        if len(values) == 1 and not suffix or prefix == "(" and suffix != ")":
            return None
        number = Number(prefix, values, suffix, "decimal" if len(values) == 1 else "dotted")
    else:
        if not suffix or prefix == "(" and suffix != ")":
            return None
        lower = value.lower()
        case = str.upper if value.isupper() else str.lower
        key = prefix + suffix + case("a")
        last = previous.get(key)
        as_alpha = ord(lower) - 96 if len(lower) == 1 else 0
        as_roman = ROMANS.get(lower, 0)
        if as_roman and (not as_alpha or as_roman == 1 and not (last and "alpha" in last.form.lower() and last.values[0] == 8)):
            form, number_value = "roman", as_roman
        elif as_roman and last and "roman" in last.form.lower() and last.values[0] == as_roman - 1:
            form, number_value = "roman", as_roman
        elif as_alpha:
            form, number_value = "alpha", as_alpha
        else:
            return None
        number = Number(prefix, (number_value,), suffix, case(form))
        previous[key] = number
    return number, line[match.end() :]


def parse_inline(text: str) -> list[Run]:
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


def parse_row(line: str) -> list[list[Run]]:
    inner = line.strip()
    inner = inner[1:] if inner.startswith("|") else inner
    inner = inner[:-1] if inner.endswith("|") else inner
    cells = re.split(r"(?<!\\)\|", inner)
    return [parse_inline(cell.strip().replace("\\|", "|")) for cell in cells]


def parse(path: Path) -> Source:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    meta = {}
    for line in front.splitlines():
        if ":" in line and not line.lstrip().startswith("#"):
            key, value = line.split(":", 1)
            meta[key.strip()] = re.sub(r"\s+#.*$", "", value).strip().strip('"')
    blocks: list[Block] = []
    previous: dict[str, Number] = {}
    lines = body.splitlines()
    open_paragraph = False
    i = 0
    while i < len(lines):
        line = lines[i]
        stripped = line.strip()
        i += 1
        if not stripped:
            open_paragraph = False
            continue
        if directive := re.fullmatch(r"<!--\s*(.+?)\s*-->", stripped):
            words = directive[1].split()
            if words[0] == "pagebreak":
                blocks.append(Block("pagebreak"))
            elif words[0] == "columns":
                blocks.append(Block("columns", level=int(words[1])))
            open_paragraph = False
        elif stripped.startswith("|"):
            rows = [parse_row(stripped)]
            while i < len(lines) and lines[i].strip().startswith("|"):
                rows.append(parse_row(lines[i].strip()))
                i += 1
            header = rows[0] if any(plain(cell) for cell in rows[0]) else None
            blocks.append(Block("table", header=header, rows=rows[2:]))
            open_paragraph = False
        elif heading := re.match(r"(#+)\s+(.*)", stripped):
            level, text = len(heading[1]), heading[2]
            number = None
            if level == 2 and (match := HEADING_NUMBER.match(text)):
                suffix = match["suffix"] or ""
                number = Number(match["prefix"] or "", (int(match["value"]),), suffix, "decimal")
                text = text[match.end() :]
            blocks.append(Block("title" if level == 1 else "heading", parse_inline(text), level=level, number=number))
            open_paragraph = False
        elif stripped.startswith(">"):
            text = stripped.lstrip("> ").strip()
            while i < len(lines) and lines[i].strip().startswith(">"):
                text += " " + lines[i].strip().lstrip("> ").strip()
                i += 1
            blocks.append(Block("note", parse_inline(text)))
            open_paragraph = False
        elif bullet := re.match(r"(\s*)[-*]\s+(.*)", line):
            blocks.append(Block("bullet", parse_inline(bullet[2]), level=len(bullet[1]) // 4))
            open_paragraph = False
        elif numbered := parse_number(stripped, previous):
            number, rest = numbered
            blocks.append(Block("clause", parse_inline(rest), level=clause_level(number), number=number))
            open_paragraph = False
        else:
            hard_break = line.endswith("  ") or stripped.endswith("\\")
            text = stripped.rstrip("\\").rstrip()
            if open_paragraph:
                last = blocks[-1].runs
                glue = "\n" if last and last[-1].text.endswith("\n") else " "
                last.extend([Run(glue)] if glue == " " else [])
                last.extend(parse_inline(text))
            else:
                blocks.append(Block("para", parse_inline(text)))
            if hard_break:
                blocks[-1].runs.append(Run("\n"))
            open_paragraph = True
    for block in blocks:
        while block.runs and not block.runs[-1].text.strip("\n"):
            block.runs.pop()
    return Source(path.stem, meta, blocks)


def clause_level(number: Number) -> int:
    """How deep a clause is indented: 0 for 4.1 and 1., 1 for 4.1.1 and a., 2 for (i)."""
    if number.form == "dotted":
        return len(number.values) - 2
    if number.form.lower() == "roman":
        return 1 if number.form.isupper() else 2
    return 1 if number.form == "alpha" else 0


def sides(text: str) -> tuple[str, str]:
    """The left and right half of a page header or footer."""
    left, _, right = text.partition("|")
    return left.strip(), right.strip()


def heading_line(block: Block) -> str:
    return f"{block.number.text} {block.text}" if block.number else block.text


# --------------------------------------------------------------------------------------------------------------------
# Text


def as_text(source: Source) -> str:
    return wrapped_text(source) if source.meta.get("text") == "wrapped" else clean_text(source)


def clean_text(source: Source) -> str:
    """One line a paragraph, cells parted by tabs, no page headers."""
    out: list[str] = []
    for block in source.blocks:
        if block.kind in ("pagebreak", "columns"):
            continue
        if block.kind == "table":
            rows = ([block.header] if block.header else []) + block.rows
            out.append("\n".join("\t".join(plain(c).replace("\n", " ") for c in row).rstrip() for row in rows))
        elif block.kind == "bullet":
            line = f"- {block.text}"
            if out and out[-1].rsplit("\n", 1)[-1].startswith("- "):
                out[-1] += "\n" + line
            else:
                out.append(line)
        elif block.kind == "clause":
            assert block.number
            out.append(f"{block.number.text} {block.text}")
        else:
            out.append(heading_line(block))
    return "\n\n".join(out) + "\n"


def wrapped_text(source: Source, width: int = 92, height: int = 54) -> str:
    """As a PDF-to-text tool gives it: hard lines, page headers and footers, form feeds, tables row by row."""
    chunks: list[list[str] | None] = []
    for block in source.blocks:
        if block.kind == "pagebreak":
            chunks.append(None)
            continue
        if block.kind == "columns":
            continue
        if block.kind == "table":
            lines: list[str] = []
            for row in ([block.header] if block.header else []) + block.rows:
                cells = [plain(cell).replace("\n", " ") for cell in row]
                lines += textwrap.wrap(" ".join(cell for cell in cells if cell), width) or [""]
            chunks.append(lines)
            continue
        first = ""
        if block.kind == "bullet":
            first = "• "
        elif block.number:
            first = block.number.text + " "
        narrow = width - 4 * (block.level if block.kind in ("clause", "bullet") else 0)
        lines = []
        for part in (first + block.text).split("\n"):
            lines += textwrap.wrap(part, narrow, break_on_hyphens=False)
        chunks.append(lines)
    pages: list[list[str]] = [[]]
    for chunk, block in zip(chunks, (b for b in source.blocks if b.kind != "columns"), strict=True):
        if chunk is None:
            pages.append([])
            continue
        need = len(chunk) if block.kind != "heading" else len(chunk) + 3
        room = height - len(pages[-1])
        if pages[-1] and room < min(need, 3):
            pages.append([])
        for line in chunk:
            if len(pages[-1]) >= height:
                pages.append([])
            pages[-1].append(line)
        pages[-1].append("")
    out = []
    for n, page in enumerate(pages, start=1):
        while page and not page[-1]:
            page.pop()
        head = [margin_line(source.meta.get("header", ""), n, len(pages)), ""]
        foot = ["", margin_line(source.meta.get("footer", ""), n, len(pages))]
        out.append("\n".join((head if head[0] else []) + page + (foot if foot[1] else [])))
    return "\n\f".join(out) + "\n"


def margin_line(template: str, page: int, pages: int) -> str:
    left, right = sides(template.replace("{page}", str(page)).replace("{pages}", str(pages)))
    return (left + "   " + right).strip() if left and right else left or right


# --------------------------------------------------------------------------------------------------------------------
# Markdown


def md_inline(runs: list[Run]) -> str:
    out = ""
    for run in runs:
        text = re.sub(r"<(?=\S)", r"\\<", run.text)
        text = text.replace("\n", "  \n")
        out += f"**{text}**" if run.bold else f"*{text}*" if run.italic else text
    return out


def as_markdown(source: Source) -> str:
    """The agreement as Markdown: as someone would write it, or as a PDF-to-Markdown tool would give it."""
    converter = source.meta.get("markdown") == "converter"
    running_head = " ".join(part for part in sides(source.meta.get("header", "")) if part)
    out: list[str] = []
    since_head = 0
    for block in source.blocks:
        since_head += 1
        if converter and running_head and (block.kind == "pagebreak" or since_head > 28 and block.kind == "clause"):
            out.append(f"# {running_head}")
            since_head = 0
        if block.kind in ("pagebreak", "columns"):
            continue
        if block.kind == "table":
            width = max(len(row) for row in [block.header or [], *block.rows])
            cells = lambda row: "| " + " | ".join(md_inline(c).replace("  \n", "<br>") for c in row) + " |"  # noqa: E731
            head = cells(block.header) if block.header else "|" + "  |" * width
            out.append("\n".join([head, "|" + "---|" * width, *(cells(row) for row in block.rows)]))
        elif block.kind == "bullet":
            indent = "  " * (1 if converter else block.level)
            line = f"{indent}- {md_inline(block.runs)}"
            if out and out[-1].rsplit("\n", 1)[-1].lstrip().startswith("- "):
                out[-1] += "\n" + line
            else:
                out.append(line)
        elif block.kind == "note":
            out.append("> " + md_inline(block.runs))
        elif block.kind == "title":
            out.append("# " + md_inline(block.runs))
        elif block.kind == "heading":
            number = f"{block.number.text} " if block.number else ""
            out.append("#" * block.level + " " + number + md_inline(block.runs))
        elif block.kind == "clause":
            assert block.number
            number = block.number.text
            line = f"{number} {md_inline(block.runs)}"
            if converter:
                line = "  " * block.level + "- " + line
                if out and out[-1].rsplit("\n", 1)[-1].lstrip().startswith("- "):
                    out[-1] += "\n" + line
                    continue
            out.append(line)
        else:
            out.append(md_inline(block.runs))
    return "\n\n".join(out) + "\n"


# --------------------------------------------------------------------------------------------------------------------
# HTML


def html_inline(runs: list[Run]) -> str:
    out = ""
    for run in runs:
        text = html.escape(run.text, quote=False).replace("\n", "<br>\n")
        out += f"<strong>{text}</strong>" if run.bold else f"<em>{text}</em>" if run.italic else text
    return out


LIST_TYPES = {"alpha": "a", "ALPHA": "A", "roman": "i", "ROMAN": "I", "decimal": "1"}


def html_body(source: Source, lists: bool) -> list[str]:
    """The agreement itself. With `lists`, lettered points are an <ol> whose letters the browser draws."""
    out: list[str] = []
    open_list = ""

    def close() -> None:
        nonlocal open_list
        if open_list:
            out.append(f"</{open_list}>")
            open_list = ""

    expected: Number | None = None
    for block in source.blocks:
        number = block.number
        drawn = lists and block.kind == "clause" and number is not None and number.suffix == "." and not number.prefix
        drawn = drawn and number is not None and number.form in ("alpha", "roman")
        if block.kind == "bullet":
            if open_list != "ul":
                close()
                out.append("<ul>")
                open_list = "ul"
            out.append(f"<li>{html_inline(block.runs)}</li>")
            continue
        if drawn and number is not None:
            follows = expected is not None and expected.form == number.form
            follows = follows and expected is not None and expected.values[0] + 1 == number.values[0]
            if open_list != "ol" or not follows:
                close()
                start = f' start="{number.values[0]}"' if number.values[0] != 1 else ""
                out.append(f'<ol type="{LIST_TYPES[number.form]}"{start}>')
                open_list = "ol"
            out.append(f"<li>{html_inline(block.runs)}</li>")
            expected = number
            continue
        close()
        expected = None
        if block.kind == "title":
            out.append(f"<h1>{html_inline(block.runs)}</h1>")
        elif block.kind == "heading":
            text = (f"{html.escape(number.text)} " if number else "") + html_inline(block.runs)
            out.append(f"<h{block.level}>{text}</h{block.level}>")
        elif block.kind == "clause" and number is not None:
            style = f" level-{block.level}" if block.level else ""
            label = f'<span class="number">{html.escape(number.text)}</span>'
            out.append(f'<p class="clause{style}">{label} {html_inline(block.runs)}</p>')
        elif block.kind == "note":
            out.append(f"<aside><p>{html_inline(block.runs)}</p></aside>")
        elif block.kind == "table":
            out.append("<table>" if block.header else '<table class="plain">')
            if block.header:
                heads = "".join(f'<th scope="col">{html_inline(c)}</th>' for c in block.header)
                out.append(f"<thead><tr>{heads}</tr></thead>")
            out.append("<tbody>")
            out += ["<tr>" + "".join(f"<td>{html_inline(c)}</td>" for c in row) + "</tr>" for row in block.rows]
            out += ["</tbody>", "</table>"]
        elif block.kind == "para":
            out.append(f"<p>{html_inline(block.runs)}</p>")
        elif block.kind == "pagebreak":
            out.append('<hr class="page">')
    close()
    return out


PAGE_CSS = """
body { font: 16px/1.5 Georgia, serif; margin: 0; color: #222; }
main { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .9em; }
th, td { border: 1px solid #999; padding: .3rem .5rem; text-align: left; vertical-align: top; }
table.plain td { border: 0; padding-bottom: 1rem; }
.clause { padding-left: 3rem; text-indent: -3rem; }
.level-1 { margin-left: 2rem; }
.level-2 { margin-left: 4rem; }
aside { border-left: 4px solid #8aa; padding: .1rem 1rem; background: #f3f6f6; }
""".strip()

SITE_WORDS = {
    "nl": {
        "menu": ["Home", "Diensten", "Tarieven", "Over ons", "Contact", "Inloggen"],
        "skip": "Ga naar de inhoud",
        "cookie": "Wij gebruiken cookies om deze website goed te laten werken en om te meten hoe bezoekers hem gebruiken. "
        "Meer weten? Lees ons cookiebeleid.",
        "yes": "Alles accepteren",
        "no": "Alleen noodzakelijk",
        "here": "U bent hier:",
        "crumbs": ["Home", "Juridisch"],
        "news": "Op de hoogte blijven? Schrijf u in voor de nieuwsbrief.",
        "foot": ["Algemene voorwaarden", "Privacyverklaring", "Cookiebeleid", "Responsible disclosure"],
        "rights": "Alle rechten voorbehouden.",
        "top": "Terug naar boven",
    },
    "en": {
        "menu": ["Home", "Services", "Pricing", "About", "Contact", "Sign in"],
        "skip": "Skip to content",
        "cookie": "We use cookies to make this website work and to measure how it is used. Read our cookie policy.",
        "yes": "Accept all",
        "no": "Necessary only",
        "here": "You are here:",
        "crumbs": ["Home", "Legal"],
        "news": "Stay up to date: subscribe to our newsletter.",
        "foot": ["Terms and conditions", "Privacy statement", "Cookie policy", "Responsible disclosure"],
        "rights": "All rights reserved.",
        "top": "Back to top",
    },
}


def as_html(source: Source) -> str:
    language = source.meta.get("language", "nl")
    site = source.meta.get("html") == "site"
    title = html.escape(source.meta.get("title", source.name), quote=False)
    body = "\n".join(html_body(source, lists=site))
    head = f"""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
{PAGE_CSS}
</style>
</head>
<body>
"""
    if not site:
        return f"{head}<main>\n<article>\n{body}\n</article>\n</main>\n</body>\n</html>\n"
    words = SITE_WORDS[language]
    brand = html.escape(sides(source.meta.get("header", ""))[0] or source.name, quote=False)
    year = source.meta.get("date", "2024")[:4]

    def links(names: Any) -> str:
        return "\n".join(f'<li><a href="#">{name}</a></li>' for name in names)

    crumbs = " &gt; ".join(f'<a href="#">{c}</a>' for c in words["crumbs"])
    return f"""{head}<a class="skip" href="#inhoud">{words["skip"]}</a>
<header>
<p class="brand"><a href="#">{brand}</a></p>
<nav aria-label="menu">
<ul>
{links(words["menu"])}
</ul>
</nav>
</header>
<div id="cookie-banner" class="cookie-consent" role="dialog" aria-label="cookies">
<p>{words["cookie"]}</p>
<button type="button">{words["yes"]}</button>
<button type="button">{words["no"]}</button>
</div>
<div class="breadcrumbs">{words["here"]} {crumbs} &gt; {title}</div>
<main id="inhoud">
<article>
{body}
</article>
</main>
<footer>
<p>{words["news"]}</p>
<ul>
{links(words["foot"])}
</ul>
<p>© {year} {brand}. {words["rights"]}</p>
<p><a href="#">{words["top"]}</a></p>
</footer>
<script>document.querySelectorAll("#cookie-banner button").forEach((b) => {{ b.onclick = () => b.parentNode.remove(); }});</script>
</body>
</html>
"""


# --------------------------------------------------------------------------------------------------------------------
# DOCX

WORD_FONTS = {
    "plain": ("Calibri", 10.5, None),
    "modern": ("Calibri", 10.5, "1F6F78"),
    "lawfirm": ("Times New Roman", 11, None),
    "twocolumn-annex": ("Arial", 9.5, "444444"),
}
WORD_FORMATS = {
    "decimal": "decimal",
    "dotted": "decimal",
    "alpha": "lowerLetter",
    "ALPHA": "upperLetter",
    "roman": "lowerRoman",
    "ROMAN": "upperRoman",
}


class Numbering:
    """Word's automatic numbering for one document.

    Articles, their clauses and the lettered points under them are levels of one multilevel list, as Word's own are; any
    other list is a list of its own. Counters are computed as Word does, and where the source prints another number than
    the next one, the paragraph gets a list instance that restarts its level at that number.
    """

    def __init__(self, numbering_part: Any) -> None:
        from docx.oxml import OxmlElement

        self.make = OxmlElement
        self.root = numbering_part
        for child in list(self.root):
            self.root.remove(child)
        self.abstracts: list[Any] = []
        self.instances: list[Any] = []
        self.main: Any = None
        self.main_levels: dict[int, tuple[str, str, str]] = {}
        self.counters = [0, 0, 0, 0]
        self.main_instance = 0
        self.clause_instance = 0
        self.in_article = False
        self.lists: dict[tuple[str, str, str], tuple[int, int, int]] = {}

    def number(self, block: Block) -> tuple[int, int]:
        """The list instance and level that make Word print this block's number."""
        assert block.number
        number = block.number
        if block.kind == "heading":
            self.in_article = True
            return self.in_main(0, number, number.values[0])
        if self.in_article:
            if number.form == "dotted" and len(number.values) <= 3 and number.values[0] == self.counters[0]:
                level = len(number.values) - 1
                if level == 1 or number.values[1] == self.counters[1]:
                    if self.fits(level, number):
                        return self.in_main(level, number, number.values[-1])
            elif number.form == "decimal" and self.fits(1, number):
                return self.in_main(1, number, number.values[0])
            elif number.form == "alpha" and self.fits(2, number):
                return self.in_main(2, number, number.values[0])
            elif number.form == "roman" and self.fits(3, number):
                return self.in_main(3, number, number.values[0])
        return self.in_list(number)

    def fits(self, level: int, number: Number) -> bool:
        return self.main_levels.get(level, self.pattern(number)) == self.pattern(number)

    @staticmethod
    def pattern(number: Number) -> tuple[str, str, str]:
        return number.prefix, number.form if number.form != "dotted" else f"dotted{len(number.values)}", number.suffix

    def in_main(self, level: int, number: Number, value: int) -> tuple[int, int]:
        if self.main is None:
            self.main = self.abstract("multilevel")
            self.main_instance = self.clause_instance = self.instance(self.main)
        if level not in self.main_levels:
            self.main_levels[level] = self.pattern(number)
            text = "".join(f"%{n}." for n in range(1, level + 1)) if number.form == "dotted" else ""
            self.level(self.main, level, number, f"{number.prefix}{text}%{level + 1}{number.suffix}")
        expected = self.counters[level] + 1
        instance = self.main_instance if level == 0 else self.clause_instance
        if value != expected:
            instance = self.instance(self.main, {level: value})
        self.counters[level] = value
        self.counters[level + 1 :] = [0] * (len(self.counters) - level - 1)
        if level == 0:
            self.main_instance = self.clause_instance = instance
        else:
            self.clause_instance = instance
        return instance, level

    def in_list(self, number: Number) -> tuple[int, int]:
        key = self.pattern(number)
        value = number.values[-1]
        if number.form == "dotted":
            text = number.prefix + "".join(f"{v}." for v in number.values[:-1]) + "%1" + number.suffix
            key = (text, *key[1:])
        else:
            text = f"{number.prefix}%1{number.suffix}"
        if key not in self.lists:
            definition = self.abstract("singleLevel")
            self.level(definition, 0, number, text)
            self.lists[key] = (len(self.abstracts) - 1, 0, 0)
        definition_index, instance, last = self.lists[key]
        if not instance or value != last + 1:
            instance = self.instance(self.abstracts[definition_index], {0: value})
        self.lists[key] = (definition_index, instance, value)
        return instance, 0

    def abstract(self, kind: str) -> Any:
        element = self.make("w:abstractNum")
        set_attribute(element, "abstractNumId", str(len(self.abstracts)))
        multi = self.make("w:multiLevelType")
        set_attribute(multi, "val", kind)
        element.append(multi)
        before = len(self.abstracts)
        self.root.insert(before, element)
        self.abstracts.append(element)
        return element

    def level(self, definition: Any, level: int, number: Number, text: str) -> None:
        element = self.make("w:lvl")
        set_attribute(element, "ilvl", str(level))
        indent = {0: 0, 1: 720, 2: 1287, 3: 1854}[level] if definition is self.main else 567 + 567 * clause_level(number)
        hanging = 0 if definition is self.main and level == 0 else 720 if level == 1 else 567
        for tag, value in (
            ("start", "1"),
            ("numFmt", WORD_FORMATS[number.form]),
            ("suff", "space" if hanging == 0 else "tab"),
            ("lvlText", text),
            ("lvlJc", "left"),
        ):
            child = self.make(f"w:{tag}")
            set_attribute(child, "val", value)
            element.append(child)
        properties = self.make("w:pPr")
        ind = self.make("w:ind")
        set_attribute(ind, "left", str(indent))
        set_attribute(ind, "hanging", str(hanging))
        properties.append(ind)
        element.append(properties)
        later = [lvl for lvl in definition if lvl.tag.endswith("}lvl") and int(get_attribute(lvl, "ilvl")) > level]
        if later:
            later[0].addprevious(element)
        else:
            definition.append(element)

    def instance(self, definition: Any, starts: dict[int, int] | None = None) -> int:
        element = self.make("w:num")
        identity = len(self.instances) + 1
        set_attribute(element, "numId", str(identity))
        reference = self.make("w:abstractNumId")
        set_attribute(reference, "val", get_attribute(definition, "abstractNumId"))
        element.append(reference)
        for level, value in (starts or {}).items():
            override = self.make("w:lvlOverride")
            set_attribute(override, "ilvl", str(level))
            start = self.make("w:startOverride")
            set_attribute(start, "val", str(value))
            override.append(start)
            element.append(override)
        self.root.append(element)
        self.instances.append(element)
        return identity


def set_attribute(element: Any, name: str, value: str) -> None:
    from docx.oxml.ns import qn

    element.set(qn(f"w:{name}"), value)


def get_attribute(element: Any, name: str) -> str:
    from docx.oxml.ns import qn

    return str(element.get(qn(f"w:{name}")))


def as_docx(source: Source) -> bytes:
    import docx
    from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    document = docx.Document()
    font, size, colour = WORD_FONTS[source.meta.get("style", "plain")]
    language = {"nl": "nl-NL", "en": "en-GB"}[source.meta.get("language", "nl")]
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "Header", "Footer"):
        style = document.styles[name]
        style.font.name = font
        properties = style.element.get_or_add_rPr()
        fonts = properties.get_or_add_rFonts()
        for attribute in list(fonts.attrib):
            if "Theme" in attribute or "theme" in attribute:
                del fonts.attrib[attribute]
        for attribute in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{attribute}"), font)
        if name == "Normal":
            lang = properties.find(qn("w:lang"))
            if lang is None:
                lang = OxmlElement("w:lang")
                properties.append(lang)
            lang.set(qn("w:val"), language)
    document.styles["Normal"].font.size = Pt(size)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    for name, points in (("Title", size + 9), ("Heading 1", size + 5), ("Heading 2", size + 2), ("Heading 3", size + 0.5)):
        style = document.styles[name]
        style.font.size = Pt(points)
        style.font.bold = True
        style.font.color.rgb = RGBColor.from_string(colour or "000000")
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)

    def field(paragraph: Any, code: str) -> None:
        for kind, text in (("begin", None), (None, code), ("separate", None), ("text", "1"), ("end", None)):
            run = paragraph.add_run()
            if kind == "text":
                run.text = text or ""
            elif kind is None:
                instruction = OxmlElement("w:instrText")
                instruction.set(qn("xml:space"), "preserve")
                instruction.text = f" {text} "
                run._r.append(instruction)
            else:
                character = OxmlElement("w:fldChar")
                set_attribute(character, "fldCharType", kind)
                run._r.append(character)

    def margin(paragraph: Any, template: str) -> None:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
        left, right = sides(template)
        for piece in re.split(r"(\{pages?\}|\t)", f"{left}\t{right}" if right else left):
            if piece == "{page}":
                field(paragraph, "PAGE")
            elif piece == "{pages}":
                field(paragraph, "NUMPAGES")
            elif piece:
                paragraph.add_run(piece).font.size = Pt(8)

    if source.meta.get("header"):
        margin(section.header.paragraphs[0], source.meta["header"])
    if source.meta.get("footer"):
        margin(section.footer.paragraphs[0], source.meta["footer"])

    def fill(paragraph: Any, runs: list[Run]) -> None:
        for run in runs:
            for n, part in enumerate(run.text.split("\n")):
                piece = paragraph.add_run(part)
                piece.bold, piece.italic = run.bold or None, run.italic or None
                if n < run.text.count("\n"):
                    piece.add_break()

    automatic = source.meta.get("docx") == "auto"
    numbering = Numbering(document.part.numbering_part.element)
    bullet_definition = numbering.abstract("hybridMultilevel")
    bullet_level = OxmlElement("w:lvl")
    set_attribute(bullet_level, "ilvl", "0")
    for tag, value in (("start", "1"), ("numFmt", "bullet"), ("lvlText", "•"), ("lvlJc", "left")):
        child = OxmlElement(f"w:{tag}")
        set_attribute(child, "val", value)
        bullet_level.append(child)
    indent_properties = OxmlElement("w:pPr")
    indent = OxmlElement("w:ind")
    set_attribute(indent, "left", "567")
    set_attribute(indent, "hanging", "283")
    indent_properties.append(indent)
    bullet_level.append(indent_properties)
    bullet_definition.append(bullet_level)
    bullets = numbering.instance(bullet_definition)
    for child in list(document.styles["List Bullet"].element.get_or_add_pPr()):
        if child.tag in (qn("w:numPr"), qn("w:ind")):
            child.getparent().remove(child)

    def number_paragraph(paragraph: Any, instance: int, level: int) -> None:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = instance

    def column_break(count: int) -> None:
        from docx.enum.section import WD_SECTION

        new = document.add_section(WD_SECTION.CONTINUOUS)
        columns = new._sectPr.find(qn("w:cols"))
        if columns is None:
            columns = OxmlElement("w:cols")
            new._sectPr.append(columns)
        set_attribute(columns, "num", str(count))
        set_attribute(columns, "space", "567")

    page_break_before = False
    for block in source.blocks:
        if block.kind == "pagebreak":
            page_break_before = True
            continue
        if block.kind == "columns":
            column_break(block.level)
            continue
        if block.kind == "table":
            rows = ([block.header] if block.header else []) + block.rows
            table = document.add_table(rows=len(rows), cols=max(len(row) for row in rows))
            if block.header:
                table.style = "Table Grid"
            for row_number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    paragraph = table.cell(row_number, column).paragraphs[0]
                    paragraph.paragraph_format.space_after = Pt(2 if block.header else 8)
                    heading_row = bool(block.header) and row_number == 0
                    fill(paragraph, [Run(r.text, True, r.italic) for r in cell] if heading_row else cell)
                    for run in paragraph.runs:
                        run.font.size = Pt(size - 1.5)
            if block.header:
                row_properties = table.rows[0]._tr.get_or_add_trPr()
                row_properties.append(OxmlElement("w:tblHeader"))
            document.add_paragraph().paragraph_format.space_after = Pt(0)
            continue
        style_name = {"title": "Title", "bullet": "List Bullet"}.get(block.kind, "Normal")
        if block.kind == "heading":
            style_name = f"Heading {block.level - 1}"
        paragraph = document.add_paragraph(style=style_name)
        if page_break_before:
            paragraph.paragraph_format.page_break_before = True
            page_break_before = False
        if block.kind == "heading" and block.number is None and block.level == 2:
            numbering.in_article = False
        if block.number is not None:
            if automatic:
                number_paragraph(paragraph, *numbering.number(block))
            else:
                separator = " " if block.kind == "heading" else "\t"
                paragraph.add_run(f"{block.number.text}{separator}")
                if block.kind == "clause":
                    deep = 1.25 + block.level
                    paragraph.paragraph_format.left_indent = Cm(deep)
                    paragraph.paragraph_format.first_line_indent = Cm(-1.25 if not block.level else -1)
        elif block.kind == "bullet":
            number_paragraph(paragraph, bullets, 0)
        elif block.kind == "note":
            borders = OxmlElement("w:pBdr")
            for side in ("top", "left", "bottom", "right"):
                border = OxmlElement(f"w:{side}")
                for name, value in (("val", "single"), ("sz", "6"), ("space", "6"), ("color", colour or "000000")):
                    set_attribute(border, name, value)
                borders.append(border)
            paragraph._p.get_or_add_pPr().append(borders)
        fill(paragraph, block.runs)
    moment = dt.datetime.fromisoformat(source.meta.get("date", "2024-01-01"))
    core = document.core_properties
    core.title, core.language, core.author, core.comments = source.meta.get("title", ""), language, "", ""
    core.created = core.modified = moment
    core.last_modified_by, core.revision = "", 1
    buffer = io.BytesIO()
    document.save(buffer)
    return repack(buffer.getvalue())


def repack(archive: bytes) -> bytes:
    """The same archive with a fixed time on every entry."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name == "docProps/thumbnail.jpeg":
                continue
            data = old.read(name)
            if name == "_rels/.rels":
                data = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", data)
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, data)
    return out.getvalue()


# --------------------------------------------------------------------------------------------------------------------
# PDF

TYPST_STYLES = {
    "plain": """
#set text(font: "Source Sans Pro", size: 10.5pt)
#set par(leading: 0.62em, spacing: 0.95em)
#let ink = black
#show heading.where(level: 1): it => block(below: 1.2em, text(size: 15pt, weight: "bold", it.body))
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.8em, text(size: 11.5pt, weight: "bold", it.body))
#show heading.where(level: 3): it => block(above: 1.2em, below: 0.7em, text(size: 10.5pt, style: "italic", it.body))
#let margins = (x: 2.5cm, top: 2.6cm, bottom: 2.4cm)
""",
    "modern": """
#set text(font: "Source Sans Pro", size: 10pt)
#set par(leading: 0.68em, spacing: 0.95em)
#let ink = rgb("#1f6f78")
#show heading.where(level: 1): it => block(above: 1.2cm, below: 1.6em, text(size: 24pt, fill: ink, weight: "bold", it.body))
#show heading.where(level: 2): it => block(above: 1.8em, below: 0.9em, text(size: 13pt, fill: ink, weight: "bold", it.body))
#show heading.where(level: 3): it => block(above: 1.3em, below: 0.7em, text(size: 11pt, fill: ink, it.body))
#let margins = (left: 3cm, right: 2.2cm, top: 3cm, bottom: 2.6cm)
""",
    "lawfirm": """
#set text(font: "Libertinus Serif", size: 11pt)
#set par(leading: 0.65em, spacing: 1em)
#let ink = black
#show heading.where(level: 1): it => align(center, block(above: 2.5em, below: 2.5em, text(size: 15pt, weight: "bold", tracking: 0.5pt, upper(it.body))))
#show heading.where(level: 2): it => block(above: 1.7em, below: 0.9em, text(size: 11pt, weight: "bold", it.body))
#show heading.where(level: 3): it => block(above: 1.3em, below: 0.7em, text(size: 11pt, style: "italic", weight: "regular", it.body))
#let margins = (x: 3cm, top: 3cm, bottom: 2.8cm)
""",
    "twocolumn-annex": """
#set text(font: "New Computer Modern", size: 10pt)
#set par(leading: 0.6em, spacing: 0.9em)
#let ink = rgb("#444444")
#show heading.where(level: 1): it => block(below: 1.4em, text(size: 18pt, it.body))
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.8em, stroke: (bottom: 0.5pt + ink), inset: (bottom: 3pt), width: 100%, text(size: 11.5pt, weight: "bold", it.body))
#show heading.where(level: 3): it => block(above: 1.2em, below: 0.7em, text(size: 10pt, weight: "bold", it.body))
#let margins = (x: 2.4cm, top: 2.6cm, bottom: 2.2cm)
""",
}

TYPST_COMMON = """
#let clause(level, number, body) = {
  let w = if level == 0 { 1.15cm } else { 0.85cm }
  let left = if level == 0 { 0cm } else { 1.15cm + (level - 1) * 0.85cm }
  pad(left: left, par(hanging-indent: w)[#box(width: w)[#number]#body])
}
#show heading: set text(hyphenate: false)
#show regex("\\S+@\\S+"): set text(hyphenate: false)
#let note(body) = block(fill: luma(245), stroke: (left: 2pt + ink), inset: 8pt, width: 100%, above: 1.2em, below: 1.2em, body)
#let grid-table(columns, header, ..rows) = {
  set text(size: 0.86em, hyphenate: true)
  set par(justify: false, leading: 0.5em)
  block(above: 1.2em, below: 1.4em, table(columns: columns, stroke: 0.4pt + luma(120), inset: (x: 4pt, y: 4.5pt), fill: (_, y) => if y == 0 { luma(235) }, table.header(..header.map(c => strong(c))), ..rows.pos().flatten()))
}
#let plain-table(columns, ..rows) = block(above: 1.4em, below: 1.4em, breakable: false, grid(columns: columns, row-gutter: 1.1em, column-gutter: 1em, ..rows.pos().flatten()))
"""


def typst_string(text: str) -> str:
    return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def typst_inline(runs: list[Run]) -> str:
    out = ""
    for run in runs:
        for n, part in enumerate(run.text.split("\n")):
            if n:
                out += "#linebreak()"
            if part:
                text = typst_string(part)
                out += f"#strong[{text}]" if run.bold else f"#emph[{text}]" if run.italic else text
    return out


def column_widths(rows: list[list[list[Run]]]) -> str:
    widths = []
    for column in range(max(len(row) for row in rows)):
        texts = [plain(row[column]) for row in rows if column < len(row)]
        longest_word = max((len(w) for t in texts for w in re.split(r"[\s/-]+", t)), default=1)
        mean = sum(len(t) for t in texts) / max(len(texts), 1)
        address = max((len(w) for t in texts for w in t.split() if "@" in w), default=0)
        widths.append(max(5.0, min(longest_word, 18) + 1.0, mean**0.72 + 3, address + 1.0))
    return "(" + ", ".join(f"{w:.1f}fr" for w in widths) + ",)"


def typst_block(block: Block) -> str:
    number = block.number.text if block.number else ""
    if block.kind in ("title", "heading"):
        text = (typst_string(number + " ") if number else "") + typst_inline(block.runs)
        return f"#heading(level: {block.level})[{text}]"
    if block.kind == "clause":
        return f"#clause({block.level}, [{typst_string(number)}], [{typst_inline(block.runs)}])"
    if block.kind == "bullet":
        return f"#list(indent: {0.4 + 0.5 * block.level}em, [{typst_inline(block.runs)}])"
    if block.kind == "note":
        return f"#note[{typst_inline(block.runs)}]"
    if block.kind == "table":
        rows = ([block.header] if block.header else []) + block.rows
        width = max(len(row) for row in rows)

        def cells(row: list[list[Run]]) -> str:
            padded = row + [[]] * (width - len(row))
            return "(" + ", ".join(f"[{typst_inline(cell)}]" for cell in padded) + ",)"

        if block.header:
            body = ", ".join(cells(row) for row in block.rows)
            return f"#grid-table({column_widths(rows)}, {cells(block.header)}, {body})"
        body = ", ".join(cells(row) for row in block.rows)
        return f"#plain-table({'(' + '1fr, ' * width + ')'}, {body})"
    if block.kind == "pagebreak":
        return "#pagebreak(weak: true)"
    return typst_inline(block.runs)


def in_columns(blocks: list[Block]) -> str:
    """Blocks side by side, parted where both halves are about as long; a long table is cut in two."""
    parts: list[Block] = []
    for block in blocks:
        if block.kind == "table" and len(block.rows) > 3 and len(blocks) <= 3:
            half = (len(block.rows) + 1) // 2
            parts += [
                Block("table", header=block.header, rows=block.rows[:half]),
                Block("table", header=block.header, rows=block.rows[half:]),
            ]
        else:
            parts.append(block)
    sizes = [sum(len(plain(c)) for r in p.rows for c in r) + len(p.text) + 30 for p in parts]
    cut, best = 1, None
    for n in range(1, len(parts)):
        if parts[n].kind == "bullet" and parts[n - 1].kind != "bullet":
            continue
        gap = abs(sum(sizes[:n]) - sum(sizes[n:])) + (0 if parts[n].kind in ("heading", "table") else 120)
        if best is None or gap < best:
            cut, best = n, gap
    left, right = ("\n\n".join(typst_block(p) for p in side) for side in (parts[:cut], parts[cut:]))
    return f"#grid(columns: (1fr, 1fr), column-gutter: 0.8cm, [{left}], [{right}])"


def as_typst(source: Source) -> str:
    meta = source.meta
    year, month, day = (int(part) for part in meta.get("date", "2024-01-01").split("-"))
    flags = ", ".join(
        f"{name}: {'true' if source.option(option) else 'false'}" for name, option in (("justify", "justify"),)
    )

    def margin(template: str) -> str:
        def one(text: str) -> str:
            out = ""
            for piece in re.split(r"(\{pages?\})", text):
                if piece == "{page}":
                    out += "#context counter(page).display()"
                elif piece == "{pages}":
                    out += "#context counter(page).final().first()"
                elif piece:
                    out += typst_string(piece)
            return out

        left, right = sides(template)
        if not left and not right:
            return "none"
        return f"[#set text(size: 8pt, fill: luma(90)); {one(left)} #h(1fr) {one(right)}]"

    title = meta.get("title", source.name).replace('"', '\\"')
    out = [
        f'#set document(title: "{title}", date: datetime(year: {year}, month: {month}, day: {day}))',
        f'#set text(lang: "{meta.get("language", "nl")}")',
        TYPST_STYLES[meta.get("style", "plain")].strip(),
        f'#set page(paper: "{meta.get("paper", "a4")}", margin: margins, header: {margin(meta.get("header", ""))}, '
        f"footer: {margin(meta.get('footer', ''))})",
        f"#set par({flags})",
        f"#set text(hyphenate: {'true' if source.option('hyphenate') else 'false'})",
        TYPST_COMMON.strip(),
        "",
    ]
    columned: list[Block] | None = None
    for block in [*source.blocks, Block("columns", level=1)]:
        if block.kind == "columns":
            if columned:
                out.append(in_columns(columned))
            columned = [] if block.level > 1 else None
        elif columned is not None and block.kind == "pagebreak":
            out += [in_columns(columned), typst_block(block)]
            columned = None
        elif columned is not None:
            columned.append(block)
        else:
            out.append(typst_block(block))
    return "\n\n".join(out) + "\n"


def as_pdf(source: Source) -> bytes:
    import typst

    moment = dt.datetime.fromisoformat(source.meta.get("date", "2024-01-01")).replace(tzinfo=dt.UTC)
    pdf = typst.compile(
        as_typst(source).encode(),
        font_paths=[str(HERE / "fonts")],
        ignore_system_fonts=True,
        format="pdf",
        timestamp=int(moment.timestamp()),
    )
    assert isinstance(pdf, bytes)
    return pdf


# --------------------------------------------------------------------------------------------------------------------

FORMATS = {
    "text": (".txt", lambda source: as_text(source).encode()),
    "markdown": (".md", lambda source: as_markdown(source).encode()),
    "html": (".html", lambda source: as_html(source).encode()),
    "docx": (".docx", as_docx),
    "pdf": (".pdf", as_pdf),
}


def sources(names: list[str]) -> Iterator[Source]:
    for path in sorted((HERE / "source").glob("[0-9]*.md")):
        if not names or path.stem in names:
            yield parse(path)


def same(folder: str, old: bytes, new: bytes) -> bool:
    """DOCX is compared by its parts: the compression of an archive may differ from one zlib to the next."""
    if folder != "docx":
        return old == new
    with zipfile.ZipFile(io.BytesIO(old)) as a, zipfile.ZipFile(io.BytesIO(new)) as b:
        return {n: a.read(n) for n in a.namelist()} == {n: b.read(n) for n in b.namelist()}


def main() -> int:
    assert __doc__
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these samples")
    parser.add_argument("--check", action="store_true", help="write nothing; say what is not up to date")
    options = parser.parse_args()
    complaints = []
    built = set()
    for source in sources(options.names):
        built.add(source.name)
        for folder, (suffix, build) in FORMATS.items():
            path = HERE / folder / (source.name + suffix)
            data = build(source)
            if options.check:
                if not path.exists():
                    complaints.append(f"missing: {folder}/{path.name}")
                elif not same(folder, path.read_bytes(), data):
                    complaints.append(f"stale: {folder}/{path.name}")
            elif not path.exists() or not same(folder, path.read_bytes(), data):
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(data)
                print(f"{folder}/{path.name}")
    if unknown := set(options.names) - built:
        complaints.append(f"no such source: {', '.join(sorted(unknown))}")
    if not options.names:
        for folder, (suffix, _) in FORMATS.items():
            for path in sorted((HERE / folder).glob(f"*{suffix}")):
                if path.stem not in built:
                    complaints.append(f"without a source: {folder}/{path.name}")
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    if options.check and not complaints:
        print(f"{len(built)} samples in {len(FORMATS)} formats are up to date")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
