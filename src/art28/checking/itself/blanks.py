"""Text -> findings on what was left open: blanks, choices not made, drafting instructions not taken out."""

import re
from collections import defaultdict
from collections.abc import Iterator

from art28.checking.model import Finding, Kind, Message, Severity
from art28.checking.words.places import place
from art28.checking.words.text import Text
from art28.document.model import Citation, Span

_BLANK = re.compile(
    r"\[(?!\s?[xX✓]?\s?\])(?:[A-ZÀ-Þ][A-ZÀ-Þ0-9 _./&-]{1,50}|[.…•●_ ]{1,40}|(?i:naam|adres|plaats|datum|bedrijf|kvk|functie|e-?mail|telefoon|vul|invul|in te vul|nader|"
    r"name|address|date|insert|company|customer|enter|specify|title|to be|xx|bedrag|aantal|postcode|straat)[^\]\n]{0,60})\](?!\()"
    r"|<(?!/|https?:|br\b|[^>\n]*[@=])[a-zà-ÿ][a-zà-ÿ0-9 /_-]{2,40}>"
    r"|«(?!\s)[^»]{2,60}(?<!\s)»|\{\{[^}\n]{2,60}\}\}"
    r"|(?:\\?_){4,}|\.{6,}|…{2,}|(?:\. ){5,}"
    r"|\bX{2,4}\b(?![-\w])|\bn\.t\.b\.|\bTBD\b|\b(?:NTB|PM)\b(?= ?$)"
)
_CHOICE = re.compile(r"\[[^\][\n/]{2,60}/[^\][\n/]{2,60}\](?!\()|\bde heer ?/ ?mevrouw\b|☐ ?\w+.{0,80}☐")
_INSTRUCTION = re.compile(
    r"\((?:in|nader) te (?:vullen|voeren)[^)\n]{0,120}\)|\b(?:in te vullen door|doorhalen wat niet|weghalen wat niet|s\.?v\.?p\.? invullen|verwijder(?:en)? indien niet|"
    r"kies (?:een|één|uit) |delete (?:as|where|if) (?:appropriate|not|applicable)|to be (?:completed|filled in) by|please (?:complete|fill|insert|specify))",
    re.IGNORECASE,
)
_KINDS = (
    ("blank", _BLANK, ("[", "<", "«", "{{", "__", "\\_", "…", "......", ". . .", "XX", "n.t.b.", "TBD", "NTB", "PM")),
    ("choice", _CHOICE, ("/", "☐")),
    (
        "instruction",
        _INSTRUCTION,
        ("te v", "oorhalen", "eghalen", "nvullen", "erwijder", "ies ", "elete", "o be ", "lease ", "TE V"),
    ),
)
_DOTTED_LEADER = re.compile(r"[.…]{4,}\s*\d{1,3}\s*$")
_SAMPLE = 40
_QUOTING = frozenset({"fr", "de"})


def blanks(text: Text) -> Iterator[Finding]:
    """One finding for each provision that has blanks, one for its open choices, one for its leftover instructions."""
    reading = text.agreement.reading
    document, layer = reading.flow.document, reading.flow.layer
    found: dict[tuple[str, str], list[Citation]] = defaultdict(list)
    signs = ((name, pattern, [probe for probe in probes if probe in document.text]) for name, pattern, probes in _KINDS)
    kinds = [(name, pattern, probes) for name, pattern, probes in signs if probes]
    # Where these are the quotation marks of the language, they leave nothing open.
    quotes = reading.language in _QUOTING
    (firsts, lasts), (starts, ends) = ((each.starts, each.ends) for each in (reading.layer, layer))
    for line in reading.lines if kinds else ():
        if line.end <= line.start:
            continue
        # The document's own words: the flow makes quotation marks alike and folds white space.
        start = starts[firsts[line.start]]
        words = document.text[start : ends[lasts[line.end - 1] - 1]]
        for name, pattern, probes in kinds:
            if not any([probe in words for probe in probes]):  # noqa: C419 - a list is faster here
                continue
            for match in pattern.finditer(words) if not _DOTTED_LEADER.search(line.text) else ():
                if quotes and match[0].startswith("«"):
                    continue
                where = place(line.clause, reading.language)
                found[name, where].append(document.cite(Span(start + match.start(), start + match.end())))
    for (name, where), citations in found.items():
        yield _finding(name, where, tuple(citations))


def _finding(name: str, where: str, citations: tuple[Citation, ...]) -> Finding:
    count = len(citations)
    blank = "blanks_one" if count == 1 else "blanks_more"
    key = {"choice": "choice_left", "instruction": "instruction_left"}.get(name, blank)
    sample = " ".join(citations[0].text.split())
    if len(sample) > _SAMPLE:
        sample = f"{sample[:_SAMPLE].rstrip()}…"
    return Finding(
        id=f"drafting.{name}.{where}",
        kind=Kind.DRAFTING,
        severity=Severity.MEDIUM,
        message=Message(f"finding.{key}", {"count": str(count), "sample": sample}),
        provision=where,
        citations=citations,
    )
