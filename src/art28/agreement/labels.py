"""Keys and values -> the words that people use for them, in Dutch and English; `labels.toml` holds them.

A language other than Dutch reads English.
"""

import re
import textwrap
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from art28.agreement import countries
from art28.agreement.catalogue import FactSpec, FactType, catalogue
from art28.agreement.duties import DutyLimit
from art28.agreement.model import Value
from art28.law.parameter import Parameter, Unit
from art28.law.provision import Provision
from art28.timelimits.period import period_of

_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_UNITS = ("Y", "M", "W", "D", "TH", "TM", "TS")
_MONTHS = {
    "nl": ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
           "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December"),
}  # fmt: skip


def group(key: str, language: str) -> str:
    """A group of facts: "Sub-processors"."""
    return _word(language, "groups", key)


def fact(key: str, language: str) -> str:
    """A fact: "Limit for notification"."""
    return _word(language, "facts", key)


def choice(key: str, value: str, language: str) -> str:
    """A value of a fact that is a choice; `value` itself where the catalogue doesn't know it."""
    entry = _tables("values").get(key, {}).get(value) or _tables("values")["shared"].get(value)
    return entry[_spoken(language)] if entry else value


def field(name: str, language: str) -> str:
    """A field of a record: "Established in"."""
    return _word(language, "fields", name)


def region(code: str, language: str) -> str:
    """A place where data are processed: "worldwide", "EEA"; a country stays the code that it is."""
    entry = _table("regions").get(code)
    return entry[_spoken(language)] if entry else code


def country(code: str, language: str) -> str:
    """A place in full: "Switzerland"; a code that nothing is known by stays as it is.

    >>> country("CH", "nl"), country("worldwide", "nl"), country("QQ", "nl")
    ('Zwitserland', 'wereldwijd', 'QQ')
    """
    return countries.called(code, _spoken(language)) or region(code, language)


def role(key: str, language: str) -> str:
    """A party by its role: "Controller"."""
    return _word(language, "roles", key)


def trigger(key: str, language: str) -> str:
    """The event that starts a duty: "On a breach"."""
    return _word(language, "triggers", key)


def action(key: str, language: str) -> str:
    """What a duty asks: "Notify the breach"."""
    return _word(language, "actions", key)


def start_reason(key: str, language: str) -> str:
    """Why a clock counts from its instant: "discovered"."""
    return _word(language, "start_reasons", key)


def step(key: str, language: str) -> str:
    """A step in which a duty is carried out: "Gather what is known"."""
    return _word(language, "steps", key)


def evidence(key: str, language: str) -> str:
    """What shows that a duty was carried out: "the message as sent"."""
    return _word(language, "evidence", key)


def contact(key: str, language: str) -> str:
    """Towards whom a duty is carried out: "contact for breaches"."""
    return _word(language, "contacts", key)


def proof(key: str, language: str) -> str:
    """What ends a clock: "accepted by the mail server"."""
    return _word(language, "proofs", key)


def place(provision: str, language: str) -> str:
    """Where something stands in an agreement: a part of it by its name, a heading as it is.

    >>> place("preamble", "nl"), place("Bijlage 2", "nl")
    ('aanhef', 'Bijlage 2')
    """
    return _word(language, "parts", provision)


def article(places: str, language: str) -> str:
    """Articles of the Regulation as lawyers write them: "28(3)(g)", in Dutch "28, lid 3, onder g,"."""
    if language != "nl" or "/" in places:
        return places
    *before, last = (_MEMBERS.sub(_in_dutch, each.strip()) for each in places.split(","))
    said = f"{', '.join(before)} en {last}" if before else last
    return f"{said}," if _WITHIN.search(last) else said


_MEMBERS = re.compile(r"^(\d*)(?:\((\d+)\))?(?:\((\w)\))?( last paragraph)?$")
_WITHIN = re.compile(r"lid|punt|onder|alinea|^\w$")
_DEFINITIONS = "4"


def _in_dutch(found: re.Match[str]) -> str:
    """One place; one that goes on with the article before it begins with its paragraph or letter: "(9)", "(f)"."""
    number, paragraph, letter, last = found.groups()
    parts = [number] if number else []
    if paragraph:
        parts.append(f"{'punt' if number == _DEFINITIONS else 'lid'} {paragraph}")
    if letter:
        parts.append(f"onder {letter}" if parts else letter)
    return ", ".join([*parts, "laatste alinea"] if last else parts)


def question(key: str, language: str) -> str:
    """Why a fact is open: "Passages contradict each other"."""
    return _word(language, "questions", key)


def channel(key: str, language: str) -> str:
    """A way to reach somebody: "e-mail"."""
    return choice("breach.channel", key, language)


def content(key: str, language: str) -> str:
    """A piece of what a notice holds: "likely consequences", or a field of a record."""
    if entry := _table("incident").get(key):
        return entry[_spoken(language)]
    known = choice("breach.content", key, language)
    return field(key, language).lower() if known == key and key in _table("fields") else known


def period(text: str, language: str, *, working_days: bool = False) -> str:
    """An ISO 8601 period in words; `text` itself where it isn't one.

    >>> period("PT24H", "nl"), period("P1Y6M", "en"), period("P5D", "nl", working_days=True)
    ('24 uur', '1 year and 6 months', '5 werkdagen')
    """
    found = _PERIOD.fullmatch(text)
    if found is None or not any(found.groups()):
        return text
    spoken = _spoken(language)
    parts = []
    for unit, amount in zip(_UNITS, found.groups(), strict=True):
        if amount is None:
            continue
        one, more = _units()["WORKING" if unit == "D" and working_days else unit][spoken]
        parts.append(f"{int(amount)} {one if int(amount) == 1 else more}")
    return enumerated(parts, language)


def number_of_law(found: Parameter, language: str) -> str:
    """A number of the law in words: what it is for, the period, where it stands."""
    said = period(str(period_of(found)), language, working_days=found.unit is Unit.WORKING_DAYS)
    return f"{found.names[_spoken(language)]}, {said} ({provision(found.provision, language)})"


def provision(found: Provision, language: str) -> str:
    """Where in the law something stands: "Article 33(1) GDPR", in Dutch "artikel 33, lid 1, AVG"."""
    spoken = _spoken(language)
    source = _SOURCES.get(found.source, {}).get(spoken, found.source)
    named = _ARTICLE.fullmatch(found.article)
    if named is None:
        return source
    if spoken == "en":
        return f"Article {named[1]} {source}"
    number, *members = _MEMBER.findall(named[1])
    parts = [f"lid {each}" if each.isdigit() else f"onder {each}" for each in members]
    return f"artikel {', '.join((number, *parts))}{',' if parts else ''} {source}"


_ARTICLE = re.compile(r"[Aa]rt\. (\w+(?:\(\w+\))*)(?:, .+)?")
_MEMBER = re.compile(r"\w+")
_SOURCES: Mapping[str, Mapping[str, str]] = {
    "Regulation (EU) 2016/679": {"nl": "AVG", "en": "GDPR"},
    "Regulation (EEC, Euratom) No 1182/71": {
        "nl": "Verordening (EEG, Euratom) nr. 1182/71", "en": "Regulation (EEC, Euratom) No 1182/71",
    },
}  # fmt: skip


def number(count: int, language: str) -> str:
    """A whole number as people write it.

    >>> number(4986, "nl"), number(4986, "en")
    ('4.986', '4,986')
    """
    return f"{count:,}".replace(",", "." if _spoken(language) == "nl" else ",")


def money(euros: int, language: str) -> str:
    """Whole euros as people write them.

    >>> money(500000, "nl"), money(500000, "en")
    ('€ 500.000', '€500,000')
    """
    return _word(language, "words", "euro").format(amount=number(euros, language))


def day(text: str, language: str) -> str:
    """A date written YYYY-MM-DD in words; `text` itself where it isn't one."""
    try:
        value = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{value.day} {_MONTHS[_spoken(language)][value.month - 1]} {value.year}"


def limit(limit_of: DutyLimit, language: str) -> str:
    """A duty's limit: "within 24 hours", "at least 30 days before", "without undue delay"."""
    if limit_of.period is None:
        return _word(language, "wordings", limit_of.wording)
    time = period(limit_of.period, language, working_days=limit_of.working_days)
    if limit_of.backward:
        return f"{_word(language, 'words', 'at_least')} {time} {_word(language, 'words', 'before')}"
    return f"{_word(language, 'words', 'within')} {time}"


def value(key: str, given: Value, language: str) -> str:
    """A fact's value as one line of text; records as their first fields, parted by semicolons."""
    spec = catalogue()[key]
    if spec.type is FactType.RECORDS:
        rows = (row for row in given if isinstance(row, Mapping)) if isinstance(given, Sequence) else ()
        return "; ".join(_in_short(key, spec, row, language) for row in rows)
    if isinstance(given, Sequence) and not isinstance(given, str):
        return ", ".join(_single(spec, item, language) for item in given if isinstance(item, str))
    return _single(spec, given, language)


def _in_short(key: str, spec: FactSpec, row: Mapping[str, object], language: str) -> str:
    """A record by its first field, or the first that says anything, and the amount where it has one."""
    first = next((name for name in (*spec.fields, *row) if row.get(name)), None)
    names = dict.fromkeys(name for name in (first, "amount") if name and row.get(name))
    return " ".join(cell(key, name, row[name], language) for name in names)


_PLACES = frozenset({"established_in", "processing_in"})


def cell(key: str, name: str, given: object, language: str) -> str:
    """A field of a record in words; empty for what isn't said."""
    if given is None:
        return ""
    if isinstance(given, list | tuple):
        return ", ".join(cell(key, name, item, language) for item in given)
    if isinstance(given, bool):
        return _word(language, "words", "yes" if given else "no")
    if isinstance(given, int):
        return money(given, language) if name == "amount" else str(given)
    text = str(given)
    if name in _PLACES:
        return country(text, language)
    entry = _tables("records").get(f"{key}.{name}", {}).get(text) or _table("regions").get(text)
    if entry is None and name == "party":
        entry = _table("roles").get(text)
    return entry[_spoken(language)] if entry else text


def shorten(text: str, width: int) -> str:
    """A title within a width, cut between words.

    >>> shorten("Overeenkomst inzake de verwerking van persoonsgegevens", 44)
    'Overeenkomst inzake de verwerking van …'
    """
    return textwrap.shorten(text, width, placeholder=" …")


def enumerated(parts: Sequence[str], language: str) -> str:
    """A list in running text: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {_word(language, 'words', 'and')} {parts[-1]}"


def _single(spec: FactSpec, given: object, language: str) -> str:
    match given:
        case bool():
            return _word(language, "words", "yes" if given else "no")
        case int():
            return money(given, language)
    text = str(given)
    match spec.type:
        case FactType.DURATION:
            return period(text, language)
        case FactType.DATE:
            return day(text, language)
        case FactType.CHOICE | FactType.CHOICES:
            return choice(spec.key, text, language)
        case _:
            return text


def _word(language: str, table: str, key: str) -> str:
    entry = _table(table).get(key)
    return entry[_spoken(language)] if entry else key


def _spoken(language: str) -> str:
    return "nl" if language == "nl" else "en"


Texts = Mapping[str, str]
"""A text by its language: nl and en."""


def _table(name: str) -> Mapping[str, Texts]:
    table: Mapping[str, Texts] = _labels()[name]
    return table


def _tables(name: str) -> Mapping[str, Mapping[str, Texts]]:
    tables: Mapping[str, Mapping[str, Texts]] = _labels()[name]
    return tables


def _units() -> Mapping[str, Mapping[str, Sequence[str]]]:
    units: Mapping[str, Mapping[str, Sequence[str]]] = _labels()["units"]
    return units


@cache
def _labels() -> Mapping[str, Any]:
    return tomllib.loads(files("art28.agreement").joinpath("labels.toml").read_text(encoding="utf-8"))
