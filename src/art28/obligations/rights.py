"""The rights that a data subject exercises -> the steps that each asks of every place where the data are (Arts 15 to 22).

Sources: Arts 12, 15 to 22 GDPR; EDPB Guidelines 01/2022 on the right of access; UAVG arts 41 to 47 for the exceptions of
national law. Which steps a right takes is an interpretation where the Regulation only gives the result.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class SubjectRight(StrEnum):
    """What a person can ask, by the article that gives it."""

    ACCESS = "access"
    RECTIFICATION = "rectification"
    COMPLETION = "completion"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    PORTABILITY = "portability"
    OBJECTION = "objection"
    AUTOMATED_DECISION = "automated_decision"


class StepKind(StrEnum):
    """What must be done at a place."""

    SEARCH = "search"
    EXPORT = "export"
    CORRECT = "correct"
    DELETE = "delete"
    RESTRICT = "restrict"
    STOP = "stop"
    REVIEW = "review"
    TELL = "tell"


class PlaceKind(StrEnum):
    """Where data are, or who received them."""

    SERVICE = "service"
    SYSTEM = "system"
    SUB_PROCESSOR = "sub_processor"
    RECIPIENT = "recipient"


class RefusalGround(StrEnum):
    """Why a request is not, or not wholly, complied with."""

    UNFOUNDED = "unfounded"
    EXCESSIVE = "excessive"
    NOT_IDENTIFIABLE = "not_identifiable"
    IDENTITY_UNPROVEN = "identity_unproven"
    RIGHTS_OF_OTHERS = "rights_of_others"
    LEGAL_OBLIGATION = "legal_obligation"
    LEGAL_CLAIMS = "legal_claims"
    FREE_EXPRESSION = "free_expression"
    PUBLIC_INTEREST = "public_interest"
    COMPELLING_GROUNDS = "compelling_grounds"
    CONTRACT_OR_CONSENT = "contract_or_consent"
    NOT_AUTOMATED = "not_automated"
    NATIONAL_LAW = "national_law"
    NO_DATA = "no_data"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a right asks: its article, the steps at each place, and whether every recipient must be told of it (Art. 19)."""

    article: str
    steps: tuple[StepKind, ...]
    tells_recipients: bool = False
    exports: bool = False


RIGHTS: Mapping[SubjectRight, Asked] = MappingProxyType(
    {
        SubjectRight.ACCESS: Asked("15", (StepKind.SEARCH, StepKind.EXPORT), exports=True),
        SubjectRight.RECTIFICATION: Asked("16", (StepKind.SEARCH, StepKind.CORRECT), tells_recipients=True),
        SubjectRight.COMPLETION: Asked("16", (StepKind.SEARCH, StepKind.CORRECT), tells_recipients=True),
        SubjectRight.ERASURE: Asked("17", (StepKind.SEARCH, StepKind.DELETE), tells_recipients=True),
        SubjectRight.RESTRICTION: Asked("18", (StepKind.SEARCH, StepKind.RESTRICT), tells_recipients=True),
        SubjectRight.PORTABILITY: Asked("20", (StepKind.SEARCH, StepKind.EXPORT), exports=True),
        SubjectRight.OBJECTION: Asked("21", (StepKind.SEARCH, StepKind.STOP)),
        SubjectRight.AUTOMATED_DECISION: Asked("22", (StepKind.SEARCH, StepKind.REVIEW)),
    }
)

_ALL = frozenset(SubjectRight)


@dataclass(frozen=True, slots=True)
class Refusable:
    """The provision that knows a ground, and the rights against which it can be held."""

    provision: str
    rights: frozenset[SubjectRight]


GROUNDS: Mapping[RefusalGround, Refusable] = MappingProxyType(
    {
        RefusalGround.UNFOUNDED: Refusable("12(5)(b)", _ALL),
        RefusalGround.EXCESSIVE: Refusable("12(5)(b)", _ALL),
        RefusalGround.NOT_IDENTIFIABLE: Refusable("11(2), 12(2)", _ALL - {SubjectRight.OBJECTION}),
        RefusalGround.IDENTITY_UNPROVEN: Refusable("12(6)", _ALL),
        RefusalGround.RIGHTS_OF_OTHERS: Refusable(
            "15(4), 20(4)", frozenset({SubjectRight.ACCESS, SubjectRight.PORTABILITY})
        ),
        RefusalGround.LEGAL_OBLIGATION: Refusable("17(3)(b)", frozenset({SubjectRight.ERASURE})),
        RefusalGround.LEGAL_CLAIMS: Refusable(
            "17(3)(e), 18(2), 21(1)",
            frozenset({SubjectRight.ERASURE, SubjectRight.RESTRICTION, SubjectRight.OBJECTION}),
        ),
        RefusalGround.FREE_EXPRESSION: Refusable("17(3)(a)", frozenset({SubjectRight.ERASURE})),
        RefusalGround.PUBLIC_INTEREST: Refusable(
            "17(3)(c) and (d), 20(3)", frozenset({SubjectRight.ERASURE, SubjectRight.PORTABILITY})
        ),
        RefusalGround.COMPELLING_GROUNDS: Refusable("21(1)", frozenset({SubjectRight.OBJECTION})),
        RefusalGround.CONTRACT_OR_CONSENT: Refusable("22(2)", frozenset({SubjectRight.AUTOMATED_DECISION})),
        RefusalGround.NOT_AUTOMATED: Refusable(
            "20(1)(b), 22(1)", frozenset({SubjectRight.PORTABILITY, SubjectRight.AUTOMATED_DECISION})
        ),
        RefusalGround.NATIONAL_LAW: Refusable("23; UAVG 41", _ALL),
        RefusalGround.NO_DATA: Refusable("15(1)", _ALL),
    }
)
"""No data at all is no refusal of a right, but an answer that says so."""


class GroundDoesNotFit(ValueError):
    """A ground that no right asked for knows; `ground` is it."""

    def __init__(self, ground: RefusalGround) -> None:
        super().__init__(f"{ground.value}: Article {GROUNDS[ground].provision} is no ground against what was asked")
        self.ground = ground


def check_grounds(rights: Iterable[SubjectRight], grounds: Iterable[RefusalGround]) -> None:
    """Raise `GroundDoesNotFit` for the first ground that holds against none of `rights`."""
    asked = frozenset(rights)
    for ground in grounds:
        if not GROUNDS[ground].rights & asked:
            raise GroundDoesNotFit(ground)


@dataclass(frozen=True, slots=True)
class Place:
    """A place where data may be: a service, a system it runs on, a sub-processor behind it, another recipient."""

    kind: PlaceKind
    name: str


@dataclass(frozen=True, slots=True)
class Planned:
    """A step to take for a right at a place."""

    right: SubjectRight
    step: StepKind
    place: Place


def planned(rights: Iterable[SubjectRight], places: Iterable[Place]) -> tuple[Planned, ...]:
    """Every step that `rights` take at `places`, each once, by right and then by place.

    A recipient that only received data can only be told, where Art. 19 asks for that; a sub-processor is asked to do what we
    would do ourselves, which tells it as well. A search serves every right, so it is planned once a place.
    """
    return tuple(dict.fromkeys(_planned(tuple(dict.fromkeys(rights)), tuple(dict.fromkeys(places)))))


def _planned(rights: tuple[SubjectRight, ...], places: tuple[Place, ...]) -> Iterator[Planned]:
    for place in places:
        if rights and place.kind is not PlaceKind.RECIPIENT:
            yield Planned(rights[0], StepKind.SEARCH, place)
    for right in rights:
        asked = RIGHTS[right]
        for place in places:
            if place.kind is not PlaceKind.RECIPIENT:
                yield from (Planned(right, step, place) for step in asked.steps if step is not StepKind.SEARCH)
            elif asked.tells_recipients:
                yield Planned(right, StepKind.TELL, place)
