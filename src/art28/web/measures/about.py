"""What a measure says of itself: the columns that its versions keep."""

from dataclasses import asdict, dataclass
from typing import Any

from art28.securing.topics import topics
from art28.web.measures.models import Kind, Measure, MeasureVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A measure in the organisation's own words, and where it stands in law and standards."""

    name: str
    text: str
    kind: str
    topic: str
    article_32: tuple[str, ...] = ()
    iso27001: tuple[str, ...] = ()
    nen7510: tuple[str, ...] = ()

    def record(self) -> dict[str, Any]:
        """As columns and as the trail keep it."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}


def about(row: Measure | MeasureVersion) -> About:
    """What a measure, or a version of it, says."""
    return read({name: getattr(row, name) for name in About.__slots__})


def read(kept: dict[str, Any]) -> About:
    """The same from plain columns."""
    columns: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}
    return About(**columns)


def on_topic(code: str, name: str, text: str) -> About:
    """A measure about a topic, with what that is taken for in law and standards until a person says otherwise."""
    topic = topics()[code]
    kind = Kind.TECHNICAL if topic.is_technical else Kind.ORGANISATIONAL
    return About(
        name=name,
        text=text,
        kind=kind.value,
        topic=code,
        article_32=topic.article_32,
        iso27001=topic.controls,
        nen7510=topic.controls,
    )
