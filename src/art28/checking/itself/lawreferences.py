"""Text -> findings on provisions of the GDPR, and on recitals of the agreement itself, that don't say what they are cited for."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from art28.checking.model import Finding, Kind, Message, Severity
from art28.checking.words.phrases import folded
from art28.checking.words.places import joined, place
from art28.checking.words.statements import Statement
from art28.checking.words.text import Text
from art28.document.outline import Part

_CITED = re.compile(
    r"\b(?:art(?:\.|ikel|icle)?) ?(?P<article>\d{1,2})(?:(?:,? (?:lid|paragraph) ?|\(|\.)(?P<paragraph>\d{1,2})\)?)?(?P<more>,? (?:en|and|t/m|tot|to|of|or|-) (?:\w+ )?\d)?"
    r"(?P<between>.{0,25}?)\b(?:avg|gdpr|dsgvo|algemene verordening|general data protection)\b"
)
_RECITAL = re.compile(r"\b(?:overweging(?:en)?|considerans|recital) (?:sub |onder )?(?P<letter>[a-h])\b(?! ?[a-z]\.)")
_LETTERED = re.compile(r"^\W*(?P<letter>[a-h])[.)]?\s")
_CONTENT = re.compile(r"[a-z]{5,}")
_STEM = 6
_COMMON = frozenset(folded(word)[:_STEM] for word in (
    "verwerkt", "verwerker", "persoonsgegevens", "gegevens", "overeenkomst", "verwerkersovereenkomst", "genoemde", "bedoelde", "overweging", "partijen", "artikel",
    "uitsluitend", "opdracht", "kader", "worden", "wordt", "zullen", "deze", "zoals", "hierna", "waarbij", "process", "processing", "personal", "agreement", "parties",
    "recital", "described", "referred", "article", "shall", "which", "under", "their", "verantwoordelijke", "controller", "processor",
))  # fmt: skip
_FEWEST = 2
_BEFORE, _AFTER = 40, 60
# A recital cited for the services is one that says who renders what.
_SERVICES = re.compile(r"\b(?:diensten|dienstverlening|werkzaamheden|services)\b")
_RENDERS = re.compile(
    r"\b(?:\w*dienst\w*|lever\w*|verzorg\w*|beheer\w*|verleen\w*|verricht\w*|onderhoud\w*|host\w*|ontwikkel\w*|services?|provid\w*|suppl\w+|render\w*|maintain\w*|deliver\w*)\b"
)


def law_references(text: Text) -> Iterator[Finding]:
    """What is cited wrongly: provisions of the law, and recitals."""
    yield from _provisions(text)
    yield from _recitals(text)


@cache
def _subjects() -> Mapping[str, tuple[str, ...]]:
    table = tomllib.loads(files("art28.checking.itself").joinpath("lawreferences.toml").read_text(encoding="utf-8"))
    return {article: tuple(folded(stem) for stem in stems) for article, stems in table["articles"].items()}


def _provisions(text: Text) -> Iterator[Finding]:
    for one in text.about("art"):
        for match in _CITED.finditer(one.own):
            if match["more"]:
                continue
            article = f"{match['article']}.{match['paragraph']}" if match["paragraph"] else match["article"]
            stems = _subjects().get(article) or _subjects().get(match["article"])
            around = folded(one.text.replace(match[0], " ").lower())
            if (
                stems is None
                or any(stem in around for stem in stems)
                or not _is_about_another(match["article"], around)
            ):
                continue
            yield _finding(
                text,
                (one,),
                "law",
                article.replace(".", "_"),
                f"{match['article']}({match['paragraph']})" if match["paragraph"] else article,
            )


def _is_about_another(article: str, words: str) -> bool:
    """Whether `words` speak of what another article of the law is about: a bare citation says nothing wrong."""
    others = (stems for name, stems in _subjects().items() if name.partition(".")[0] != article)
    return any(stem in words for stems in others for stem in stems)


def _recitals(text: Text) -> Iterator[Finding]:
    recitals: dict[str, Statement] = {}
    for one in text.statements:
        match = _LETTERED.match(one.own) if one.part in (Part.RECITALS, Part.PREAMBLE) else None
        if match:
            recitals.setdefault(match["letter"], one)
    if len(recitals) < _FEWEST:
        return
    wrong: dict[str, list[Statement]] = {}
    for one in text.about("overweging", "recital", "considerans"):
        for match in _RECITAL.finditer(one.text):
            named = recitals.get(match["letter"])
            around = one.text[max(0, match.start() - _BEFORE) : match.end() + _AFTER]
            meant = _meant(one.text[match.end() : match.end() + _AFTER])
            others = [other for letter, other in recitals.items() if letter != match["letter"]]
            if named is None:
                continue
            services = _SERVICES.search(around) is not None
            if not services and (not meant or meant & _stems(named.text)):
                continue
            if services and _RENDERS.search(named.text):
                continue
            if any(_RENDERS.search(other.text) if services else meant & _stems(other.text) for other in others):
                wrong.setdefault(match["letter"], []).append(one)
    for letter, found in wrong.items():
        yield _finding(text, (*found, recitals[letter]), "recital", letter, letter.upper())


def _meant(after: str) -> set[str]:
    """The words that say what a recital is cited for: those that follow it."""
    return set(list(dict.fromkeys(word[:_STEM] for word in _CONTENT.findall(after) if word[:_STEM] not in _COMMON))[:1])


def _stems(words: str) -> set[str]:
    return {word[:_STEM] for word in _CONTENT.findall(words)}


def _finding(text: Text, by: Sequence[Statement], kind: str, name: str, cited: str) -> Finding:
    language = text.agreement.reading.language
    places = [place(one.clause, language) for one in by if kind == "law" or one.part is Part.BODY]
    return Finding(
        id=f"coherence.reference.{kind}.{name}.{places[0] if places else ''}",
        kind=Kind.COHERENCE,
        severity=Severity.LOW if kind == "law" else Severity.MEDIUM,
        message=Message(f"finding.reference_{kind}", {"cited": cited}),
        provision=joined(places),
        citations=text.citations(by),
    )
