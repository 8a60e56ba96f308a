"""A comparison -> a page of its own: facts that differ and who gains, then the clauses side by side, word by word."""

from collections import Counter
from collections.abc import Iterator
from html import escape
from itertools import groupby

from art28.agreement import labels
from art28.agreement.catalogue import catalogue
from art28.agreement.model import Fact
from art28.agreement.spoken import item
from art28.cli.page import head
from art28.comparing.model import Comparison, FactDifference
from art28.comparing.words import said, words
from art28.families.alignment import Aligned, Change
from art28.families.words import Wording
from art28.terms import Role


def as_html(found: Comparison, language: str) -> str:
    """The page in `language`, `nl` or `en`; it asks for nothing from the network."""
    return "\n".join(_Page(found, language).lines())


class _Page:
    def __init__(self, found: Comparison, language: str) -> None:
        self._found = found
        self._language = language

    def _say(self, key: str, **given: object) -> str:
        return escape(words()[self._language][key].format(**given))

    def _counted(self, key: str, count: int, same: int) -> str:
        return self._say(f"{key}_one" if count == 1 else key, n=count, same=same)

    def lines(self) -> Iterator[str]:
        """The whole page."""
        names = [escape(one.reading.flow.document.name) for one in (self._found.one, self._found.other)]
        yield head(f"{self._say('title')}: {' – '.join(names)}", self._language, "compare.css")
        yield f"<h1>{self._say('title')}</h1><p class=meta><b>A</b> {names[0]}<br><b>B</b> {names[1]}</p>"
        yield from self._facts()
        yield from self._clauses()
        yield f"<h2>{self._say('not_compared')}</h2><ul>"
        yield from (
            f"<li>{self._say(why.value, detail=detail)}</li>" for why, detail in self._found.not_compared.items()
        )
        yield f"</ul><p><small>{self._say('note')}</small></p></body></html>"

    def _facts(self) -> Iterator[str]:
        facts = self._found.facts
        gains = Counter(each.gains for each in facts)
        yield f"<h2>{self._say('facts')}</h2><p>{self._counted('facts_count', len(facts), len(self._found.same))} "
        yield f"{self._say('gains_count', controller=gains[Role.CONTROLLER], processor=gains[Role.PROCESSOR])}</p>"
        if not facts:
            yield f"<p class=quiet>{self._say('no_facts')}</p>"
        for group, members in groupby(facts, key=lambda each: catalogue()[each.key].group):
            yield f"<h3>{escape(labels.group(group, self._language))}</h3>"
            yield f"<table class=facts><thead><tr><th scope=col>{self._say('fact')}</th>"
            yield f"<th scope=col>A</th><th scope=col>B</th><th scope=col>{self._say('who')}</th></tr></thead><tbody>"
            for each in members:
                yield from self._fact(each)
            yield "</tbody></table>"

    def _fact(self, each: FactDifference) -> Iterator[str]:
        is_open = f"<br><small>{self._say('open')}</small>" if each.is_open else ""
        yield f"<tr><th scope=row>{escape(labels.fact(each.key, self._language))}{is_open}</th>"
        for fact, items, tag in ((each.one, each.lost, "del"), (each.other, each.gained, "ins")):
            value = self._items(each, items, tag) if each.lost or each.gained else escape(said(fact, self._language))
            yield f"<td>{value}{_place(fact)}</td>"
        yield f"<td>{self._say(each.gains.value) if each.gains else ''}</td></tr>"

    def _items(self, each: FactDifference, items: tuple[object, ...], tag: str) -> str:
        spec = catalogue()[each.key]
        told = (escape(item(spec, one, self._language)) for one in items)  # type: ignore[arg-type]
        return "<br>".join(f"<{tag}>{one}</{tag}>" for one in told) or "–"

    def _clauses(self) -> Iterator[str]:
        yield f"<h2>{self._say('clauses')}</h2>"
        clauses = self._found.clauses
        if not clauses:
            detail = f"{self._found.one.reading.language}, {self._found.other.reading.language}"
            yield f"<p class=quiet>{self._say('languages', detail=detail)}</p>"
            return
        different = [each for each in clauses if each.change is not Change.SAME]
        yield f"<p>{self._counted('clauses_count', len(different), len(clauses) - len(different))}</p>"
        if not different:
            yield f"<p class=quiet>{self._say('no_clauses')}</p>"
        for each in different:
            yield from self._clause(each)

    def _clause(self, each: Aligned) -> Iterator[str]:
        places = " → ".join(dict.fromkeys(filter(None, (_number(each.one), _number(each.other)))))
        yield f"<section><h3>{self._say(each.change.value)} <small>{places}</small></h3><div class=pair>"
        sides = (
            ("A", each.one, Change.MISSING, "del", self._found.one),
            ("B", each.other, Change.ADDED, "ins", self._found.other),
        )
        for name, wording, own, tag, agreement in sides:
            if wording is None:
                yield f"<p class=quiet><b>{name}</b> {self._say(f'not_in_{name.lower()}')}</p>"
            else:
                language = escape(agreement.reading.language)
                yield f'<p><b>{name}</b> <span lang="{language}">{_words(each, own, tag)}</span></p>'
        yield "</div></section>"


def _words(each: Aligned, own: Change, tag: str) -> str:
    """The words of one side, with what only it has marked."""
    told = []
    for piece in each.pieces:
        if piece.change is own:
            told.append(f"<{tag}>{escape(piece.text)}</{tag}>")
        elif piece.change is Change.SAME:
            told.append(escape(piece.text))
    return "".join(told)


def _number(wording: Wording | None) -> str:
    return escape(wording.provision) if wording is not None else ""


def _place(fact: Fact | None) -> str:
    return f"<br><small>{escape(fact.provision)}</small>" if fact is not None and fact.provision else ""
