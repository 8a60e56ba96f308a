"""The requirements of Article 28 as data: `requirements.toml` as frozen values."""

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
    """What an agreement must say. `article` is of the GDPR; `elements` names what a partial verdict may lack."""

    id: str
    article: str
    title: Texts
    explanation: Texts
    elements: Mapping[str, Texts]
    severities: Mapping[Status, Severity]

    def severity(self, status: Status) -> Severity:
        """How much the finding weighs that follows from `status`."""
        return self.severities.get(status, self.severities[Status.PARTIAL])


@cache
def requirements() -> Mapping[str, Requirement]:
    """Every requirement by its id, in the order of the law."""
    entries = tomllib.loads(files("art28.checking").joinpath("requirements.toml").read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            entry["id"]: Requirement(
                id=entry["id"],
                article=entry["article"],
                title=entry["title"],
                explanation=entry["explanation"],
                elements=entry["elements"],
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
