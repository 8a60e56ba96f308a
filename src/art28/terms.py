"""Closed vocabularies that every part of art28 shares."""

from enum import StrEnum


class Role(StrEnum):
    """Who a party is under the Regulation (Article 4(7) and (8), Article 28(2) and (4))."""

    CONTROLLER = "controller"
    PROCESSOR = "processor"
    SUB_PROCESSOR = "sub_processor"
