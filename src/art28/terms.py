"""Closed vocabularies that every part of art28 shares."""

from enum import StrEnum


class Role(StrEnum):
    """Who a party is under the Regulation (Article 4(7) and (8), Article 28(2) and (4))."""

    CONTROLLER = "controller"
    PROCESSOR = "processor"
    SUB_PROCESSOR = "sub_processor"


class StartReason(StrEnum):
    """Why a clock counts from the instant that it counts from (EDPB Guidelines 9/2022; the agreement's own word for it)."""

    OBSERVED = "observed"
    DISCOVERED = "discovered"
    AWARE = "aware"
    TOLD_BY_SUB_PROCESSOR = "told_by_sub_processor"
    TOLD_BY_PROCESSOR = "told_by_processor"
    TOLD_BY_OTHER = "told_by_other"
    RECEIVED = "received"
    ASKED = "asked"
    TOLD = "told"
    AROSE = "arose"
    LAST_DONE = "last_done"
    ENDED = "ended"
    PLANNED = "planned"
    HANDLED = "handled"
