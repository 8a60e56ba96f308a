"""What a process of its own does first. Nothing here touches a model: those can be imported only after it."""

import copyreg
from types import MappingProxyType
from typing import Any

import django


def begin() -> None:
    """Make the application ready, and let what was read be handed over, whose mappings can't change."""
    copyreg.pickle(MappingProxyType, _as_mapping)
    django.setup()


def _as_mapping(given: "MappingProxyType[Any, Any]") -> tuple[Any, ...]:
    return mapping, (dict(given),)


def mapping(given: dict[Any, Any]) -> "MappingProxyType[Any, Any]":
    """The same as it was: a mapping that can't change."""
    return MappingProxyType(given)
