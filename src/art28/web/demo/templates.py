"""The provider's five templates -> an agreement with a customer: its facts, what was negotiated, and its text."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

from art28.agreement.model import Value
from art28.drafting.draft import Negotiated, draft
from art28.drafting.markdown import as_markdown
from art28.web.demo.world import Customer


@dataclass(frozen=True, slots=True)
class Template:
    """One of the provider's own: for which customers, on which of ours, and what is said otherwise."""

    key: str
    title: str
    sector: str
    base: str
    language: str
    facts: Mapping[str, Value]
    measures: tuple[str, ...]
    special: tuple[str, ...]
    negotiated: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Provider:
    """The legal entity that signs."""

    name: str
    registration: str
    street: str
    postcode: str
    city: str
    representative: str
    desk: "Desk"


@dataclass(frozen=True, slots=True)
class Desk:
    """Whom the other side tells of a breach."""

    name: str
    role: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A service as an annex names it, with what it takes: data, people, and who works on it where."""

    name: str
    does: str
    data: tuple[str, ...]
    special: tuple[str, ...]
    people: tuple[str, ...]
    sub_processors: tuple[Mapping[str, Any], ...]


def templates() -> Mapping[str, Template]:
    """The provider's own five, by key."""
    return templates_in("templates.toml")


@cache
def templates_in(name: str) -> Mapping[str, Template]:
    """What stands in a file beside this one, by key."""
    read = tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
    return {key: _template(key, said) for key, said in read.items()}


def _template(key: str, said: Mapping[str, Any]) -> Template:
    return Template(
        key=key,
        title=said["title"],
        sector=said["sector"],
        base=said["from"],
        language=said.get("language", "nl"),
        facts={name: _value(value) for name, value in said["facts"].items()},
        measures=tuple(said["measures"]),
        special=tuple(said.get("special", ())),
        negotiated=tuple(said.get("negotiated", ())),
    )


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value


def facts_of(
    template: Template, customer: Customer, provider: Provider, taken: Sequence[Taken], *, signed_on: date
) -> dict[str, Value]:
    """What an agreement with a customer says, before anybody negotiated."""
    named = {each["name"]: each for service in taken for each in service.sub_processors}
    special = tuple(dict.fromkeys(item for service in taken for item in service.special))
    return {
        **template.facts,
        "document.title": template.title,
        **_party("controller", customer, customer.person),
        **_party("processor", provider, provider.representative),
        "processing.services": tuple(service.name for service in taken),
        "processing.purposes": tuple(service.does.rstrip(".").lower() for service in taken),
        "processing.data_categories": tuple(dict.fromkeys(item for service in taken for item in service.data))
        + special,
        "processing.data_subjects": tuple(dict.fromkeys(item for service in taken for item in service.people)),
        "subprocessors.list": tuple(
            {
                "name": each["name"],
                "service": each["role"],
                "established_in": each["established_in"],
                "processing_in": each["countries"],
            }
            for each in named.values()
        ),
        "contacts.list": (
            _contact(
                "controller", "breach", customer.person, "functionaris gegevensbescherming", customer.mailbox, customer
            ),
            _contact(
                "controller", "contract", customer.person, "contractbeheer", f"contract@{customer.site}", customer
            ),
            {"party": "processor", "purpose": "breach", **asdict(provider.desk)},
        ),
        "term.signed_on": signed_on.isoformat(),
    }


def _party(role: str, who: Customer | Provider, signs: str) -> dict[str, Value]:
    fields = {name: getattr(who, name) for name in ("name", "registration", "street", "postcode", "city")}
    return {
        **{f"{role}.{name}": value for name, value in fields.items()},
        f"{role}.representative": signs,
        f"{role}.representative_role": "directeur",
    }


def _contact(party: str, purpose: str, name: str, role: str, email: str, customer: Customer) -> Mapping[str, Any]:
    return {
        "party": party,
        "purpose": purpose,
        "name": name,
        "role": role,
        "phone": customer.phone,
        "email": email,
    }


def signing(supplier: Customer) -> Provider:
    """A party of the kind that customers are, where it is the one that processes."""
    desk = Desk(supplier.person, "privacy officer", supplier.phone, supplier.mailbox)
    return Provider(
        supplier.name, supplier.registration, supplier.street, supplier.postcode, supplier.city, supplier.person, desk
    )


def deviations(template: Template, chance: Random) -> tuple[Mapping[str, Any], ...]:
    """What a customer negotiated: most nothing, some one thing, a few two."""
    many = chance.choices((0, 1, 2), weights=(60, 30, 10))[0]
    return tuple(chance.sample(template.negotiated, min(many, len(template.negotiated))))


def text_of(template: Template, facts: Mapping[str, Value], agreed: Sequence[Mapping[str, Any]]) -> bytes:
    """The agreement as a file, with what was negotiated."""
    said = dict(facts)
    for each in agreed:
        said |= {key: _value(value) for key, value in each.get("facts", {}).items()}
    special = (*template.special, *(each["special"] for each in agreed if "special" in each))
    made = draft(
        said,
        template=template.base,
        language=template.language,
        measures=template.measures,
        negotiated=Negotiated(special=special),
    )
    return as_markdown(made).encode()
