"""Plain text and Markdown."""

import re
import textwrap

from builder.source import Block, Runs, Source, edition, plain, sides

WIDTH, HEIGHT = 92, 54


def as_text(source: Source) -> str:
    return wrapped_text(source) if source.meta.get("text") == "wrapped" else clean_text(source)


def clean_text(source: Source) -> str:
    """One line a paragraph, cells parted by tabs, no page headers."""
    out: list[str] = []
    for block in source.blocks:
        if block.kind in ("pagebreak", "columns"):
            continue
        if block.kind == "table":
            out.append("\n".join("\t".join(one_line(cell) for cell in row).rstrip() for row in block.all_rows))
        elif block.kind == "bullet":
            add_item(out, f"- {block.text}", starts="- ")
        else:
            out.append(block.label + block.text)
    out += [line for line in (edition(source),) if line]
    return "\n\n".join(out) + "\n"


def one_line(cell: Runs) -> str:
    return plain(cell).replace("\n", " ")


def add_item(out: list[str], line: str, starts: str) -> None:
    """Adds an item to the list that the last paragraph is, or as a list of its own."""
    if out and out[-1].rsplit("\n", 1)[-1].lstrip().startswith(starts):
        out[-1] += "\n" + line
    else:
        out.append(line)


def wrapped_lines(block: Block) -> list[str]:
    """A block in lines of at most WIDTH characters; a table row by row."""
    lines: list[str] = []
    if block.kind == "table":
        for row in block.all_rows:
            lines += textwrap.wrap(" ".join(one_line(cell) for cell in row if cell), WIDTH) or [""]
        return lines
    indented = block.level if block.kind in ("clause", "bullet") else 0
    first = "• " if block.kind == "bullet" else block.label
    for part in (first + block.text).split("\n"):
        lines += textwrap.wrap(part, WIDTH - 4 * indented, break_on_hyphens=False)
    return lines


def wrapped_text(source: Source) -> str:
    """As a PDF-to-text tool gives it: hard lines, page headers and footers, form feeds, tables row by row."""
    pages: list[list[str]] = [[]]
    for block in source.blocks:
        if block.kind == "columns":
            continue
        if block.kind == "pagebreak":
            pages.append([])
            continue
        lines = wrapped_lines(block)
        wanted = 3 if block.kind == "heading" else min(len(lines), 3)
        if pages[-1] and HEIGHT - len(pages[-1]) < wanted:
            pages.append([])
        for line in lines:
            if len(pages[-1]) >= HEIGHT:
                pages.append([])
            pages[-1].append(line)
        pages[-1].append("")
    out = []
    for n, page in enumerate(pages, start=1):
        head = margin_line(source.meta.get("header", ""), n, len(pages))
        foot = margin_line(source.meta.get("footer", ""), n, len(pages))
        body = "\n".join(page).rstrip("\n")
        out.append((f"{head}\n\n" if head else "") + body + (f"\n\n{foot}" if foot else ""))
    return "\n\f".join(out) + "\n"


def margin_line(template: str, page: int, pages: int) -> str:
    left, right = sides(template.replace("{page}", str(page)).replace("{pages}", str(pages)))
    return f"{left}   {right}" if left and right else left or right


def md_inline(runs: Runs) -> str:
    out = ""
    for run in runs:
        text = re.sub(r"<(?=\S)", r"\\<", run.text).replace("\n", "  \n")
        out += f"**{text}**" if run.bold else f"*{text}*" if run.italic else text
    return out


def md_table(block: Block) -> str:
    width = max(len(row) for row in block.all_rows)

    def line(row: list[Runs]) -> str:
        return "| " + " | ".join(md_inline(cell).replace("  \n", "<br>") for cell in row) + " |"

    head = line(block.header) if block.header else "|" + "  |" * width
    return "\n".join([head, "|" + "---|" * width, *map(line, block.rows)])


def as_markdown(source: Source) -> str:
    """The agreement as Markdown: as someone would write it, or as a PDF-to-Markdown tool would give it."""
    converter = source.meta.get("markdown") == "converter"
    running_head = " ".join(part for part in sides(source.meta.get("header", "")) if part)
    out: list[str] = []
    since_head = 0
    for block in source.blocks:
        since_head += 1
        new_page = block.kind == "pagebreak" or (since_head > 28 and block.kind == "clause")
        if converter and running_head and new_page:
            out.append(f"# {running_head}")
            since_head = 0
        text = block.label + md_inline(block.runs)
        if block.kind == "table":
            out.append(md_table(block))
        elif block.kind == "bullet":
            add_item(out, "  " * (1 if converter else block.level) + f"- {text}", starts="- ")
        elif block.kind == "clause" and converter:
            add_item(out, "  " * block.level + f"- {text}", starts="- ")
        elif block.kind not in ("pagebreak", "columns"):
            sign = {"note": "> ", "title": "# ", "heading": "#" * block.level + " "}.get(block.kind, "")
            out.append(sign + text)
    out += [line for line in (edition(source),) if line]
    return "\n\n".join(out) + "\n"
