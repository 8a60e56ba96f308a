"""Agreement -> findings on the list of sub-processors: who they are, where they process, whom it leaves out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from art28.agreement.model import Fact, Value
from art28.agreement.naming import passages_naming
from art28.checking.model import Finding, Kind, Message, Severity
from art28.checking.words.places import joined, place, place_of_fact
from art28.checking.words.spelling import plain
from art28.checking.words.statements import Statement
from art28.checking.words.text import Text
from art28.law.places import is_eea

Row = Mapping[str, "str | int | bool | tuple[str, ...] | None"]
# What shows that a name is that of a legal person.
_LEGAL_FORM = re.compile(
    r"\b(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|inc\.?|ltd\.?|limited|llc|gmbh|ag|s\.?a\.?s?\.?|s\.?a\.?r\.?l\.?|corp(?:oration)?\.?|plc|oy|ab|aps|a/s|stichting|co[oö]perati\w+|u\.?a\.?|s\.?r\.?l\.?|ulc|lda|bvba|company|"
    r"co\.|kg|se|sp\. ?z)(?![\w])",
    re.IGNORECASE,
)
_UNIONS = frozenset({"EU", "EEA", "worldwide"})
_RULES = ("not_outside_eea", "with_safeguards", "with_consent")
_HOSTS = re.compile(
    r"\b(?:hosting ?partner\w*|hosting ?partij\w*|hosting ?provider\w*|extern\w* datacent\w+|datacent\w+ van (?:derden|een derde|leverancier)|third-party data ?cent\w+|hosting (?:company|supplier))\b"
)
_A_HOST = re.compile(r"host|data ?cent|cloud|server|colocat|azure|aws|amazon|google", re.IGNORECASE)
_OWN_BOOKS = re.compile(
    r"(?:eigen |interne |own |internal )?(?:boekhoud\w*|administratie(?:kantoor|ve)?|facturat\w*|facturering|accountan\w*|offerte\w*|klantenadministratie|relatiebeheer|bookkeeping|accounting|invoic\w+|billing|quotation\w*)\b",
    re.IGNORECASE,
)
_LINKED = re.compile(r"\bapis?\b|koppel|gekoppel|integrat|linked|connect|import|export", re.IGNORECASE)
_MECHANISM = re.compile(
    r"\b(?:scc'?s?|standaardcontract\w*|modelcontract\w*|standard contractual|standardvertrag\w*|clauses contractuelles|dpf|privacy framework|adequa\w*|adéquat\w*|bcrs?|binding corporate)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\b(?:EU|EER|EEA|EWR|EEE|UE|USA?|VS|UK|Union européenne|Europese Unie|European Union|Europa|Nederland|Netherlands|Pays-Bas|Duitsland|Germany|Deutschland|Allemagne|Frankrijk|France|Ierland|Ireland|Irlande|"
    r"Verenigde Staten|United States|États-Unis|Verenigd Koninkrijk|United Kingdom)\b"
)
_MOSTLY = 2


def supplier_list(text: Text, *, on: date) -> Iterator[Finding]:
    """What a careful reader says of the list of sub-processors."""
    fact = text.agreement.facts.get("subprocessors.list")
    rows = _rows(fact.value) if fact else ()
    if fact is not None and rows:
        yield from _unidentified(text, fact, rows)
        yield from _against_the_rule(text, fact, rows, on)
        yield from _left_out(text, fact, rows)
    yield from _own_books(text, fact, rows)


_EXCEPTS = re.compile(
    r"\b(?:uitzondering|uitgezonderd|behalve|exceptions?|except|ausnahme|ausgenommen|sauf|exception)\b"
)
_SHORTEST_NAME = 4


def _rows(value: Value) -> tuple[Row, ...]:
    return tuple(row for row in value if isinstance(row, Mapping)) if isinstance(value, tuple) else ()


def _unidentified(text: Text, fact: Fact, rows: Sequence[Row]) -> Iterator[Finding]:
    brands = [str(row["name"]) for row in rows if row.get("name") and not _LEGAL_FORM.search(str(row["name"]))]
    if len(brands) * _MOSTLY > len(rows):
        yield _finding(text, "brands", Kind.DRAFTING, Severity.MEDIUM, (fact,), values={"names": ", ".join(brands[:3])})
    placeless = [row for row in rows if not row.get("processing_in") and not row.get("established_in")]
    said = sum(_PLACED.search(citation.text) is not None for citation in fact.citations)
    if len(placeless) * _MOSTLY > len(rows) and said * _MOSTLY <= len(rows):
        yield _finding(text, "placeless", Kind.GDPR, Severity.MEDIUM, (fact,), article="28(2), 44")


def _against_the_rule(text: Text, fact: Fact, rows: Sequence[Row], on: date) -> Iterator[Finding]:
    rule = text.agreement.facts.get("transfers.rule")
    if rule is None or rule.value not in _RULES:
        return
    for row in rows:
        if _is_excepted(text, row.get("name")):
            continue
        places = row.get("processing_in")
        named = places if isinstance(places, tuple) else ()
        outside = rule.value == "not_outside_eea" and any(one not in _UNIONS and not is_eea(one, on) for one in named)
        worldwide = "worldwide" in named and not (
            rule.value == "with_safeguards" and _mechanism_named(fact, row.get("name"))
        )
        if worldwide or outside:
            yield _finding(
                text,
                "against_transfers",
                Kind.COHERENCE,
                Severity.HIGH,
                (rule, fact),
                article="44",
                values={"name": str(row.get("name") or "?")},
            )
            return


def _is_excepted(text: Text, name: object) -> bool:
    """Whether the text excepts somebody from its rule by name: "De gegevens blijven in de EER. Uitzondering is Acme Inc."."""
    first = plain(str(name or "")).split(" ")[0]
    if len(first) < _SHORTEST_NAME:
        return False
    return any(first in one.own.split() and one.has(_EXCEPTS) for one in text.about(first))


def _left_out(text: Text, fact: Fact, rows: Sequence[Row]) -> Iterator[Finding]:
    if any(_A_HOST.search(" ".join(str(value) for value in row.values())) for row in rows):
        return
    hosts = [
        one
        for one in text.about("host", "datacent", "data cent")
        if _HOSTS.search(one.own) and not one.says(r"\bCONTROLLER\b")
    ]
    if hosts:
        yield _finding(
            text, "left_out", Kind.COHERENCE, Severity.MEDIUM, (fact,), article="28(2)", also=hosts[:_MOSTLY]
        )


def _own_books(text: Text, fact: Fact | None, rows: Sequence[Row]) -> Iterator[Finding]:
    """Rows about the processor's own bookkeeping, for which it is controller itself."""
    activities = text.agreement.facts.get("processing.activities")
    own = [row for row in rows if _is_own_books(row)]
    done = [row for row in (_rows(activities.value) if activities else ()) if _is_own_books(row)]
    resting = (*((fact,) if own and fact else ()), *((activities,) if done and activities else ()))
    if resting:
        yield _finding(text, "own_books", Kind.COHERENCE, Severity.MEDIUM, resting, article="4(7), 28(10)")


def _is_own_books(row: Row) -> bool:
    """Whether a row is about bookkeeping and the like as such, not about what is linked to the controller's."""
    service = str(row.get("service") or "")
    return _OWN_BOOKS.match(service) is not None and not _LINKED.search(service)


def _mechanism_named(fact: Fact, name: object) -> bool:
    """Whether the row of a sub-processor names the instrument by which data leave the EEA."""
    rows = passages_naming(str(name or ""), fact)
    return any(_MECHANISM.search(" ".join(row.text.split())) for row in rows)


def _finding(
    text: Text,
    name: str,
    kind: Kind,
    severity: Severity,
    facts: Sequence[Fact],
    *,
    article: str = "",
    values: Mapping[str, str] | None = None,
    also: Sequence[Statement] = (),
) -> Finding:
    language = text.agreement.reading.language
    return Finding(
        id=f"{kind.value}.suppliers.{name}",
        kind=kind,
        severity=severity,
        message=Message(f"finding.suppliers_{name}", values or {}),
        provision=joined(
            (
                *(place_of_fact(fact.provision, language) for fact in facts),
                *(place(one.clause, language) for one in also),
            )
        ),
        citations=tuple(dict.fromkeys((*(c for fact in facts for c in fact.citations), *text.citations(also)))),
        article=article,
    )
