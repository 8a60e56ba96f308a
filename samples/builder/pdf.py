"""PDF through typst, with the fonts that typst ships and those in `fonts/`."""

import datetime as dt
import re
from pathlib import Path

import typst

from builder.source import Block, Runs, Source, plain, sides

STYLES = Path(__file__).resolve().parent / "styles"
LAYOUTS = Path(__file__).resolve().parent / "layouts"
FONTS = Path(__file__).resolve().parent.parent / "fonts"


def string(text: str) -> str:
    return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def inline(runs: Runs) -> str:
    out = ""
    for run in runs:
        for n, part in enumerate(run.text.split("\n")):
            if n:
                out += "#linebreak()"
            if part:
                text = string(part)
                out += f"#strong[{text}]" if run.bold else f"#emph[{text}]" if run.italic else text
    return out


def column_widths(rows: list[list[Runs]]) -> str:
    """Shares of the width by what a column holds; an e-mail address stays on one line."""
    widths = []
    for column in range(max(len(row) for row in rows)):
        texts = [plain(row[column]) for row in rows if column < len(row)]
        longest_word = max((len(w) for t in texts for w in re.split(r"[\s/-]+", t)), default=1)
        address = max((len(w) for t in texts for w in t.split() if "@" in w), default=0)
        mean = sum(len(t) for t in texts) / max(len(texts), 1)
        widths.append(max(5.0, min(longest_word, 18) + 1.0, mean**0.72 + 3, address + 1.0))
    return "(" + ", ".join(f"{w:.1f}fr" for w in widths) + ",)"


def table(block: Block) -> str:
    rows = block.all_rows
    width = max(len(row) for row in rows)

    def cells(row: list[Runs]) -> str:
        padded = row + [[]] * (width - len(row))
        return "(" + ", ".join(f"[{inline(cell)}]" for cell in padded) + ",)"

    body = ", ".join(cells(row) for row in block.rows)
    if block.header:
        return f"#grid-table({column_widths(rows)}, {cells(block.header)}, {body})"
    return f"#plain-table({'(' + '1fr, ' * width + ')'}, {body})"


def markup(block: Block) -> str:
    text = inline(block.runs)
    if block.kind == "table":
        return table(block)
    if block.kind in ("title", "heading"):
        return f"#heading(level: {block.level})[{string(block.label) if block.label else ''}{text}]"
    if block.kind == "clause":
        return f"#clause({block.level}, [{string(block.label.rstrip())}], [{text}])"
    if block.kind == "bullet":
        return f"#list(indent: {0.4 + 0.5 * block.level}em, [{text}])"
    if block.kind == "note":
        return f"#note[{text}]"
    return "#pagebreak(weak: true)" if block.kind == "pagebreak" else text


def size(block: Block) -> int:
    return len(block.text) + 30 + sum(len(plain(cell)) for row in block.rows for cell in row)


def in_columns(blocks: list[Block]) -> str:
    """Blocks side by side, parted where both halves are about as long; a table that is most of them is cut in two."""
    parts: list[Block] = []
    for block in blocks:
        half = (len(block.rows) + 1) // 2
        if len(blocks) <= 3 and half > 1:
            parts += [Block("table", header=block.header, rows=rows) for rows in (block.rows[:half], block.rows[half:])]
        else:
            parts.append(block)

    def unevenness(cut: int) -> int:
        inside_list = parts[cut].kind == "bullet" != parts[cut - 1].kind
        gap = abs(sum(map(size, parts[:cut])) - sum(map(size, parts[cut:])))
        return gap + (0 if parts[cut].kind in ("heading", "table") else 120) + (10_000 if inside_list else 0)

    cut = min(range(1, len(parts)), key=unevenness, default=1)
    left, right = ("\n\n".join(map(markup, side)) for side in (parts[:cut], parts[cut:]))
    return f"#grid(columns: (1fr, 1fr), column-gutter: 0.8cm, [{left}], [{right}])"


def margin(template: str) -> str:
    """A page header or footer."""
    counters = {"{page}": "#context counter(page).display()", "{pages}": "#context counter(page).final().first()"}
    left, right = (
        "".join(counters.get(piece) or string(piece) for piece in re.split(r"(\{pages?\})", side) if piece)
        for side in sides(template)
    )
    return f"[#set text(size: 8pt, fill: luma(90)); {left} #h(1fr) {right}]" if left or right else "none"


def as_typst(source: Source, layout: str | None = None) -> str:
    """The typst text; a `layout` of `layouts/` sets the same words otherwise."""
    meta = source.meta
    year, month, day = (int(part) for part in meta.get("date", "2024-01-01").split("-"))
    title = meta.get("title", source.name).replace('"', '\\"')
    truth = {True: "true", False: "false"}
    out = [
        f'#set document(title: "{title}", date: datetime(year: {year}, month: {month}, day: {day}))',
        f'#set text(lang: "{meta.get("language", "nl")}")',
        (STYLES / f"{meta.get('style', 'plain')}.typ").read_text(encoding="utf-8"),
        f'#set page(paper: "{meta.get("paper", "a4")}", margin: margins)',
        f"#set page(header: {margin(meta.get('header', ''))}, footer: {margin(meta.get('footer', ''))})",
        f"#set par(justify: {truth[source.option('justify')]})",
        f"#set text(hyphenate: {truth[source.option('hyphenate')]})",
        (STYLES / "common.typ").read_text(encoding="utf-8"),
        *((LAYOUTS / f"{name}.typ").read_text(encoding="utf-8") for name in ([layout] if layout else [])),
    ]
    columned: list[Block] | None = None
    for block in [*source.blocks, Block("columns", level=1)]:
        ends = columned is not None and block.kind in ("columns", "pagebreak")
        if ends and columned:
            out.append(in_columns(columned))
        if block.kind == "columns":
            columned = [] if block.level > 1 else None
        elif columned is not None and not ends:
            columned.append(block)
        else:
            columned = None
            out.append(markup(block))
    return "\n\n".join(out) + "\n"


def as_pdf(source: Source, layout: str | None = None) -> bytes:
    moment = dt.datetime.fromisoformat(source.meta.get("date", "2024-01-01")).replace(tzinfo=dt.UTC)
    pdf: bytes = typst.compile(
        as_typst(source, layout).encode(),
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[FONTS]),
        format="pdf",
        timestamp=int(moment.timestamp()),
    )
    return pdf
