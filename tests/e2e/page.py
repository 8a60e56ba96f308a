"""A page to look at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """An address: the view's name, its arguments, its query; `part` is what differs from a page looked at before."""

    name: str
    args: tuple[object, ...] = ()
    query: str = ""
    part: str = "html"
