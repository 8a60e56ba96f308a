"""What an agreement says of its own end, point by point with the clause, and what follows where no choice is made."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from art28.agreement.model import Value
from art28.obligations.settled import Said, settled


class Way(StrEnum):
    """What becomes of the data: handed back and then deleted, or deleted. Copies go in either (Art. 28(3)(g))."""

    RETURN = "return"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Term:
    """What the agreement says on one point: the value, the clause and the words that say so."""

    value: Value
    provision: str
    passage: str
    provisional: bool


POINTS = (
    "end.data",
    "end.choice_window",
    "end.deadline",
    "end.return_format",
    "end.costs",
    "end.withheld_until_payment",
    "end.legal_retention_exception",
    "end.certificate",
    "term.lasts",
    "term.separately_terminable",
    "term.survival",
)


@dataclass(frozen=True, slots=True)
class Agreed:
    """What an agreement says of its end, by the keys of `POINTS`; on what is absent it is silent."""

    terms: Mapping[str, Term]

    def says(self, key: str) -> bool:
        """Whether a flag is raised."""
        found = self.terms.get(key)
        return found is not None and found.value is True

    def denies(self, key: str) -> bool:
        """Whether the agreement says expressly that it is not so."""
        found = self.terms.get(key)
        return found is not None and found.value is False

    def text(self, key: str) -> str:
        """The value of a choice, a text or a duration; empty where the agreement is silent."""
        found = self.terms.get(key)
        return found.value if found is not None and isinstance(found.value, str) else ""

    def clause(self, *keys: str) -> str:
        """The provision of the first of these points that the agreement speaks of; empty where it speaks of none."""
        return next((self.terms[key].provision for key in keys if key in self.terms), "")

    @property
    def asks(self) -> bool:
        """Whether the controller is to choose; not where the agreement itself says what happens."""
        return self.text("end.data") != "return_then_delete"

    @property
    def default(self) -> Way | None:
        """What holds where no choice is made in time; None where neither the agreement nor the law says so.

        Art. 28(3)(g) leaves the choice to the controller and names no default: where the agreement names none either, data
        stay where they are until somebody has chosen.
        """
        match self.text("end.data"):
            case "return_then_delete":
                return Way.RETURN
            case "delete_unless_return_agreed" | "return_on_request_then_delete":
                return Way.DELETE
            case _:
                return None


def agreed_end(agreement: Said) -> Agreed:
    """What `agreement` says of its end; an open question counts with its strictest candidate, marked as provisional."""
    found = {key: settled(agreement, key) for key in POINTS}
    return Agreed(
        {
            key: Term(
                each.value,
                each.fact.provision,
                " … ".join(citation.text for citation in each.fact.citations)[:600],
                each.provisional,
            )
            for key, each in found.items()
            if each is not None
        }
    )


class Outlives(StrEnum):
    """What goes on after the end."""

    SECRECY = "secrecy"
    BREACHES = "breaches"
    CLAIMS = "claims"
    BY_NATURE = "by_nature"


@dataclass(frozen=True, slots=True)
class Surviving:
    """A duty that outlives the agreement, with the clause or the article it rests on."""

    what: Outlives
    provision: str
    passage: str
    gdpr: str


_SURVIVING = (
    (Outlives.SECRECY, ("confidentiality.duty", "confidentiality.staff_bound"), "28(3)(b)"),
    (Outlives.CLAIMS, ("liability.claim_period", "liability.regime"), "82"),
    (Outlives.BY_NATURE, ("term.survival",), ""),
)


def surviving(agreement: Said, *, holds_data: bool) -> tuple[Surviving, ...]:
    """What goes on after the end; while data are still held (`holds_data`), breaches of them must be told as before."""
    found: list[Surviving] = []
    for what, keys, article in _SURVIVING:
        said = next((each for key in keys if (each := settled(agreement, key)) is not None and each.value), None)
        if said is not None:
            passage = " … ".join(citation.text for citation in said.fact.citations)[:600]
            found.append(Surviving(what, said.fact.provision, passage, article))
        elif what is Outlives.SECRECY:
            found.append(Surviving(what, "", "", article))
    if holds_data:
        found.append(Surviving(Outlives.BREACHES, "", "", "33(2)"))
    return tuple(found)
