"""Verdicts -> findings: one for every requirement that is not met."""

from collections.abc import Iterable, Iterator

from art28.checking.model import Finding, Kind, Status, Verdict
from art28.checking.requirements import requirements


def gaps(verdicts: Iterable[Verdict]) -> Iterator[Finding]:
    """What the law wants and the agreement lacks, in the order of `verdicts`."""
    for verdict in verdicts:
        if verdict.status is Status.MET:
            continue
        requirement = requirements()[verdict.requirement]
        yield Finding(
            id=f"gdpr.{verdict.requirement}",
            kind=Kind.GDPR,
            severity=requirement.severity(verdict.status),
            message=verdict.reason,
            provision=verdict.provision,
            citations=verdict.citations,
            requirement=verdict.requirement,
            article=requirement.article,
        )
