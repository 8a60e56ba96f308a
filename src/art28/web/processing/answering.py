"""A record -> the answer to what its controller asks: in which countries data are processed, or what is processed."""

from datetime import date

from django.utils.translation import gettext

from art28.web.processing import columns, entries
from art28.web.processing.models import Matter, Record


def countries(entry: entries.Entry, known: entries.Lookup) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Who processes where: the processor itself by its rows, then each sub-processor; no countries where none are known."""
    own = tuple(dict.fromkeys(each for row in entry.ours for each in row.countries))
    found = [("", own)] if own else []
    by_service = {
        str(one["name"]): tuple(one.get("countries", ())) for each in entry.taken for one in each.sub_processors
    }
    listed = {str(each.get("name")): tuple(_several(each.get("processing_in"))) for each in _list(entry)}
    for name in entry.sub_processors:
        held = known(name)
        found.append((name, by_service.get(name) or listed.get(name) or (held.countries if held else ())))
    return tuple(found)


def _list(entry: entries.Entry) -> tuple[dict[str, object], ...]:
    fact = entry.facts.get("subprocessors.list")
    return tuple(each for each in fact.value if isinstance(each, dict)) if fact and isinstance(fact.value, list) else ()


def _several(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else [str(value)] if value else []


def answer(row: Record, matter: str, *, on: date) -> str:
    """The answer in words, from what the record holds on that day."""
    organisation = row.organisation
    known = entries.lookup(organisation, on)
    (entry,) = entries.entries(organisation, (row.agreement,), on, known=known)
    if matter == Matter.COUNTRIES:
        lines = [
            f"{name or columns.processor(organisation, entry)}: {', '.join(named) or gettext('not known')}"
            for name, named in countries(entry, known)
        ]
        return "\n".join(lines) or gettext("No country is known.")
    fields = zip(columns.heads(), columns.cells(entry), strict=True)
    return "\n".join(f"{label}: {value}" for label, value in fields if value)
