"""The requirements of Article 28 as data: `packs/article-28.toml` as frozen values."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from art28.checking.model import Severity, Status

Texts = Mapping[str, str]
"""A text by its language: nl and en."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """What an agreement must say. `article` is of the GDPR; `elements` names what a partial verdict may lack.

    `must` says it in parts: who does what to which, for whom, on what condition, when; `look_alikes` what doesn't satisfy it, and
    `red_flags` the flags that take it away.
    """

    id: str
    article: str
    title: Texts
    explanation: Texts
    elements: Mapping[str, Texts]
    severities: Mapping[Status, Severity]
    must: Mapping[str, str]
    look_alikes: tuple[str, ...] = ()
    red_flags: tuple[str, ...] = ()

    def severity(self, status: Status) -> Severity:
        """How much the finding weighs that follows from `status`."""
        return self.severities.get(status, self.severities[Status.PARTIAL])


@cache
def requirements() -> Mapping[str, Requirement]:
    """Every requirement by its id, in the order of the law."""
    entries = tomllib.loads(files("art28.checking.packs").joinpath("article-28.toml").read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            entry["id"]: Requirement(
                id=entry["id"],
                article=entry["article"],
                title=entry["title"],
                explanation=entry["explanation"],
                elements=entry["elements"],
                must=entry["must"],
                look_alikes=tuple(entry.get("look_alikes", ())),
                red_flags=tuple(entry.get("red_flags", ())),
                severities={
                    Status.MISSING: Severity(entry["missing"]),
                    Status.PARTIAL: Severity(entry["partial"]),
                    Status.RESTATED_ONLY: Severity.LOW,
                    Status.CONTRADICTED: Severity(entry.get("contradicted", Severity.HIGH)),
                },
            )
            for entry in entries["requirement"]
        }
    )
