"""Agreement -> the table and the JSON that `art28 read` prints."""

import json
import shutil
from collections.abc import Iterator

from art28.agreement import labels
from art28.agreement.catalogue import FactSpec, catalogue
from art28.agreement.model import Agreement, Fact, OpenQuestion
from art28.agreement.quoting import plain, quote
from art28.agreement.spoken import spoken
from art28.cli.models_text import incorporated_json, model_json, model_lines
from art28.document.model import Change, Citation, Comment, Document, NoteCode
from art28.extraction.explain import Explanation
from art28.extraction.trace import Why
from art28.families.fingerprint import Fingerprint, fingerprint
from art28.families.words import worded
from art28.standards.recognise import recognise

_LANGUAGE = "en"
_NONE = "Nothing here is said as a processor agreement says it: check that this is the agreement itself."
_NARROW, _WIDE = 80, 160
_LABEL_WIDTH = 34
_PLACE_WIDTH = 22


def as_table(agreement: Agreement) -> str:
    """The facts by group, one line each: what, value, where, and the start of the passage; then what is open, and the
    standard model that the agreement follows."""
    width = min(max(shutil.get_terminal_size((120, 24)).columns, _NARROW), _WIDE)
    lines: list[str] = [] if agreement.says_what_one_says else [_NONE]
    group = ""
    for spec in catalogue().values():
        fact = agreement.facts.get(spec.key)
        if fact is None:
            continue
        if spec.group != group:
            group = spec.group
            lines += ([""] if lines else []) + [labels.group(group, _LANGUAGE).upper()]
        lines += _rows(spec, fact, width)
    lines += _questions(agreement, width)
    lines += _notes(agreement.reading.flow.document)
    recognised = recognise(agreement.reading)
    if recognised:
        lines += ["", "STANDARD MODEL", *model_lines(recognised, width)]
    return "\n".join(lines)


def _rows(spec: FactSpec, fact: Fact, width: int) -> Iterator[str]:
    label = _cut(labels.fact(spec.key, _LANGUAGE), _LABEL_WIDTH)
    room = width - _LABEL_WIDTH - _PLACE_WIDTH - 6
    items = spoken(spec, fact.value, _LANGUAGE)
    first = fact.citations[0]
    yield f"  {label:<{_LABEL_WIDTH}}  {_cut(items[0], room):<{room}}  {_cut(_place(fact), _PLACE_WIDTH)}".rstrip()
    for item in items[1:]:
        yield f"  {'':<{_LABEL_WIDTH}}  {_cut(item, room)}"
    quote = _cut(" ".join(first.text.split()), width - _LABEL_WIDTH - 8)
    yield f"  {'':<{_LABEL_WIDTH}}    \u201c{quote}\u201d"


def _place(fact: Fact) -> str:
    first = fact.citations[0]
    page = f"p. {first.page}" if first.page else ""
    return ", ".join(part for part in (fact.provision, page, "recognised" if first.recognised else "") if part)


def _questions(agreement: Agreement, width: int) -> Iterator[str]:
    if not agreement.questions:
        return
    yield from ("", "OPEN QUESTIONS")
    for question in agreement.questions:
        yield f"  {labels.fact(question.key, _LANGUAGE)}: {labels.question(question.kind.value, _LANGUAGE).lower()}"
        for candidate in question.candidates:
            said = "; ".join(spoken(catalogue()[question.key], candidate.value, _LANGUAGE))
            yield _cut(f"    {said}  ({_place(candidate)})", width)


_REMARKS = {
    NoteCode.RECOGNISED_TEXT: "the text of pages {detail} was recognised in a picture: compare names and figures",
    NoteCode.PAGES_WITHOUT_TEXT: "pages {detail} are pictures, and nothing was read in them",
    NoteCode.EMBEDDED_FILES: "other files are inside, which were not read: {detail}",
    NoteCode.LINKS: "words in it lead to addresses that they don't show: {detail}",
    NoteCode.SIGNATURES: "signed digitally ({detail}); whether the signatures hold was not checked",
}


def _notes(document: Document) -> Iterator[str]:
    """What a reader should know of how the document was read."""
    said = [_REMARKS[note.code].format(detail=note.detail) for note in document.notes if note.code in _REMARKS]
    if said:
        yield from ("", "HOW IT WAS READ", *(f"  {line}" for line in said))


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: max(width - 1, 1)].rstrip() + "\u2026"


_PASSED_OVER = {
    Why.WITHDRAWN: "withdrawn by “{words}”",
    Why.OTHER_PARTY: "the duty or right of another ({words})",
    Why.SAYS_NOTHING: "says nothing that settles it",
}


def explained(explanation: Explanation) -> str:
    """Why one fact is as it is: its passages in full with the rule that decided, then what was passed over and why."""
    key, decided = explanation.key, explanation.decided
    lines: list[str] = []
    if not decided:
        lines.append(f"{key}: the document does not settle it   (rules {', '.join(explanation.rules)})")
    elif len(decided) > 1:
        lines.append(f"{key}: the document says different things")
    for fact in decided:
        lines.append(f"{key} = {_shown(fact)}   (rule {fact.rule})")
        lines += map(_whole, fact.citations)
    if explanation.overruled:
        lines += ("", "Overruled, since a clearer passage decides:")
        for fact in explanation.overruled:
            lines.append(f"  {_shown(fact)}   (rule {fact.rule})")
            lines += map(_whole, fact.citations)
    if explanation.passed_over:
        lines += ("", "Considered and passed over:")
        for passage in explanation.passed_over:
            lines += map(_whole, passage.citations)
            lines.append(f"    {_PASSED_OVER[passage.why].format(words=passage.words)}")
    return "\n".join(lines)


def _shown(fact: Fact) -> str:
    return json.dumps(plain(fact.value), ensure_ascii=False)


def _whole(citation: Citation) -> str:
    page = f"p. {citation.page}, " if citation.page else ""
    return f"  [{page}{citation.start}:{citation.end}] {' '.join(citation.text.split())}"


def as_facts(agreement: Agreement) -> dict[str, object]:
    """The facts in the exchange format: a value and its quotes by key."""
    facts = {
        key: {"value": plain(fact.value), "quotes": [quote(citation) for citation in fact.citations]}
        for key, fact in agreement.facts.items()
    }
    return {"facts": facts}


def as_json(agreement: Agreement) -> dict[str, object]:
    """All that was read: the document, its parties' terms, its facts with clause and rule, its open questions, the
    standard model that it follows, and what its text is recognised by."""
    document, language = agreement.reading.flow.document, agreement.reading.language
    recognised = recognise(agreement.reading)
    return {
        "document": _document(document),
        "language": language,
        "parties": {name: role.value for name, role in agreement.reading.names.items()},
        "facts": {key: _fact(fact) for key, fact in agreement.facts.items()},
        "questions": [_question(question) for question in agreement.questions],
        "model": model_json(recognised, language),
        "incorporated": incorporated_json(recognised, language),
        "fingerprint": _fingerprint(fingerprint(worded(agreement))),
    }


def _document(document: Document) -> dict[str, object]:
    """The file, what its reader remarks on, and what stands beside its text."""
    return {
        "name": document.name,
        "sha256": document.sha256,
        "extraction": document.extraction,
        "notes": [{"code": note.code.value, "detail": note.detail} for note in document.notes],
        "changes": [{"kind": change.kind.value, **_beside(change)} for change in document.changes],
        "comments": [_beside(comment) for comment in document.comments],
        "links": [
            {
                "text": document.text[link.span.start : link.span.end],
                "address": link.address,
                "start": link.span.start,
                "end": link.span.end,
            }
            for link in document.links
        ],
    }


def _beside(said: Change | Comment) -> dict[str, object]:
    return {
        "text": said.text,
        "author": said.author,
        "when": said.when,
        "start": said.span.start,
        "end": said.span.end,
    }


def _fact(fact: Fact) -> dict[str, object]:
    return {
        "value": plain(fact.value),
        "provision": fact.provision,
        "rule": fact.rule,
        "quotes": [quote(citation) for citation in fact.citations],
    }


def _question(question: OpenQuestion) -> dict[str, object]:
    return {
        "key": question.key,
        "kind": question.kind.value,
        "candidates": [_fact(fact) for fact in question.candidates],
    }


def _fingerprint(given: Fingerprint) -> dict[str, object]:
    """A fingerprint: its method, its sketch, and a mark for each clause."""
    return {
        "version": given.version,
        "sketch": given.packed(),
        "clauses": [
            {"mark": clause.mark, "part": clause.part.value, "provision": clause.provision, "words": clause.words}
            for clause in given.clauses
        ],
    }
