"""A chain -> a page of its own, with a picture: customers, the organisation, suppliers and their countries, gaps in front."""

from collections.abc import Iterator
from datetime import timedelta
from html import escape

from art28.agreement import labels
from art28.agreement.catalogue import catalogue
from art28.agreement.model import Fact
from art28.agreement.spoken import spoken
from art28.cli.chain_text import named
from art28.cli.page import head
from art28.comparing.chain import Chain, Standing, State
from art28.comparing.picture import chain_words, picture, where
from art28.comparing.whereabouts import region_of


def as_html(found: Chain, language: str) -> str:
    """The page; it asks for nothing from the network."""
    return "\n".join(_Page(found, language).lines())


class _Page:
    def __init__(self, found: Chain, language: str) -> None:
        self._found = found
        self._language = language

    def _say(self, key: str, **given: object) -> str:
        return escape(chain_words()[self._language][key].format(**given))

    def _counted(self, key: str, count: int) -> str:
        return self._say(key if count == 1 else f"{key}_many", n=count)

    def lines(self) -> Iterator[str]:
        """The whole page."""
        found = self._found
        title = self._say("title", us=found.us)
        yield head(title, self._language, "chain.css")
        yield f"<h1>{title}</h1><p class=meta>{self._counted('customers', len(found.customers))} · "
        yield f"{self._counted('suppliers', len(found.suppliers))}</p>"
        yield picture(found, self._language)
        yield from self._gaps()
        yield from self._held()
        yield from self._outside()
        yield from self._behind()
        yield from self._unfiled()
        yield f"<p><small>{self._say('note')}</small></p></body></html>"

    def _gaps(self) -> Iterator[str]:
        yield f"<h2>{self._say('gaps')}</h2>"
        gaps = self._found.gaps
        if not gaps:
            yield f"<p>{self._say('no_gaps')}</p>"
            return
        yield from self._head("what", "supplier", "promised", "given", "close")
        for each in gaps:
            key = "more_one" if each.customers == 2 else "more"
            more = f"<br><small>{self._say(key, n=each.customers - 1)}</small>" if each.customers > 1 else ""
            told = f"<br><small>{self._say('told')}</small>" if each.told_starts else ""
            promised = (
                f"{self._value(each.promised)}<br><small>{escape(named(each.customer))}{_place(each.promised)}</small>"
            )
            ask = self._ask(each)
            yield f"<tr><th scope=row>{self._label(each)}</th><td>{escape(named(each.supplier))}</td>"
            yield f"<td>{promised}{more}{told}</td><td>{self._given(each)}</td><td>{ask}</td></tr>"
        yield "</tbody></table>"

    def _given(self, each: Standing) -> str:
        if each.given is None:
            lines = [f"<span class=short>{self._say('nothing')}</span>"]
        else:
            lines = [f"{self._value(each.given)}<br><small>{_place(each.given).lstrip(', ')}</small>"]
        if each.outside:
            lines.append(f"<span class=short>{self._say('beyond', where=where(each.outside, self._language))}</span>")
        if each.slack is not None and each.slack < timedelta():
            kind = "lacks_time" if each.lacks_time else "short"
            lines.append(f"<span class=short>{self._say(kind, d=self._length(-each.slack))}</span>")
        if each.lacking:
            lines.append(f"<span class=short>{self._say('lacks', what=self._items(each))}</span>")
        return "<br>".join(lines)

    def _ask(self, each: Standing) -> str:
        name = named(each.supplier)
        if not each.outside:
            return self._say("ask", name=name, what=self._wanted(each))
        region = labels.region(region_of(each.promised), self._language)
        return self._say("ask_where", name=name, region=region, where=where(each.outside, self._language))

    def _wanted(self, each: Standing) -> str:
        if each.lacking:
            return self._items(each)
        label = labels.fact(each.key, self._language)
        return label if each.promised.value is True else f"{label}, {self._words(each.promised)}"

    def _items(self, each: Standing) -> str:
        return ", ".join(labels.choice(each.key, item, self._language) for item in each.lacking)

    def _held(self) -> Iterator[str]:
        held = [each for each in self._found.standings if each.state is State.HELD and each.slack is not None]
        if not held:
            return
        yield f"<h2>{self._say('held')}</h2>"
        yield from self._head("what", "supplier", "promised", "given", "slack")
        for each in held:
            left = self._say("left", d=self._length(each.slack)) if each.slack else self._say("even")
            yield f"<tr><th scope=row>{self._label(each)}</th><td>{escape(named(each.supplier))}</td>"
            yield f"<td>{self._value(each.promised)}<br><small>{escape(named(each.customer))}</small></td>"
            yield f"<td>{self._value(each.given)}</td><td class=held>{left}</td></tr>"
        yield "</tbody></table>"

    def _outside(self) -> Iterator[str]:
        outside = [place for place in self._found.places if not place.in_eea]
        if not outside:
            return
        yield f"<h2>{self._say('outside')}</h2>"
        yield from self._head("supplier", "country")
        for place in outside:
            via = f" <small>{self._say('through', via=place.via)}</small>" if place.via else ""
            country = escape(labels.country(place.country, self._language))
            yield f"<tr><th scope=row>{escape(place.supplier)}{via}</th><td>{country}</td></tr>"
        yield "</tbody></table>"

    def _behind(self) -> Iterator[str]:
        if not self._found.behind:
            return
        yield f"<h2>{self._say('behind_suppliers')}</h2>"
        yield from self._head("sub_processor", "supplier", "country")
        for each in self._found.behind:
            services = f"<br><small>{escape('; '.join(each.services))}</small>" if each.services else ""
            where = ", ".join(labels.country(there.country, self._language) for there in each.destinations)
            yield f"<tr><th scope=row>{escape(each.name)}{services}</th>"
            yield f"<td>{escape(', '.join(each.suppliers))}</td><td>{escape(where)}</td></tr>"
        yield "</tbody></table>"

    def _unfiled(self) -> Iterator[str]:
        if not self._found.unfiled:
            return
        yield f"<h2>{self._say('unfiled')}</h2><ul>"
        for name, count in self._found.unfiled.items():
            yield f"<li>{escape(name)} <small>{self._say('of_one' if count == 1 else 'of', n=count)}</small></li>"
        yield "</ul>"

    def _head(self, *keys: str) -> Iterator[str]:
        yield "<table><thead><tr>"
        yield from (f"<th scope=col>{self._say(key)}</th>" for key in keys)
        yield "</tr></thead><tbody>"

    def _label(self, each: Standing) -> str:
        return escape(labels.fact(each.key, self._language))

    def _value(self, fact: Fact | None) -> str:
        return escape(self._words(fact))

    def _words(self, fact: Fact | None) -> str:
        if fact is None:
            return chain_words()[self._language]["nothing"]
        return "; ".join(spoken(catalogue()[fact.key], fact.value, self._language))

    def _length(self, period: timedelta | None) -> str:
        hours = round((period or timedelta()).total_seconds() / 3600)
        whole_days = abs(hours) >= 72 and hours % 24 == 0
        return self._say("days", n=hours // 24) if whole_days else self._say("hours", n=hours)


def _place(fact: Fact) -> str:
    return f", {escape(fact.provision)}" if fact.provision else ""
