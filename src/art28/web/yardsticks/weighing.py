"""Facts, verdicts and findings -> what they come to by an organisation's profile and playbook."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from art28.agreement.model import Value
from art28.checking.model import Severity
from art28.checking.packs.pack import Profile, weight
from art28.checking.playbooks.judging import positions
from art28.checking.playbooks.model import Playbook, Position
from art28.web.agreements.models import FindingRow
from art28.web.yardsticks import queries


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What counts for an organisation: the profile, and the playbook with its version, None where it has none."""

    profile: Profile
    playbook: Playbook | None
    version: int | None

    def positions(
        self, values: Mapping[str, Value], statuses: Mapping[str, str], *, on: date
    ) -> Mapping[str, Position]:
        """Where an agreement stands towards each rule of the playbook, in its order."""
        return positions(self.playbook, values, statuses, on=on) if self.playbook is not None else {}

    @property
    def name(self) -> str:
        """The profile, and the playbook's version, as a short code."""
        return self.profile.name if self.version is None else f"{self.profile.name} + {self.version}"


def yardstick_of(organisation_id: UUID) -> Yardstick:
    """What counts for an organisation now, in two queries."""
    version = queries.in_force(organisation_id)
    playbook = queries.read(version) if version is not None else None
    return Yardstick(queries.profile_of(organisation_id), playbook, version.number if version is not None else None)


def weighed(findings: Iterable[FindingRow], profile: Profile) -> tuple[FindingRow, ...]:
    """The findings that count by `profile`, each weighing what it weighs by it; nothing is written."""
    found = []
    for row in findings:
        severity = weight(profile, row.key, Severity(row.severity))
        if severity is not None:
            row.severity = severity.value
            found.append(row)
    return tuple(found)
