"""Reading -> what everyday words say with a period of time in them: when a sub-processor is announced, how long one may choose."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Strength
from art28.extraction.values.durations import durations
from art28.extraction.words.statements import statements


def with_periods(reading: Reading) -> Iterator[Candidate]:
    """What such sentences settle."""
    yield from _chosen_within(reading)
    yield from _choice_made_within(reading)
    yield from _another_company(reading)
    yield from _changed_on_notice(reading)


# "PROCESSOR may update this DPA; PROCESSOR will give CONTROLLER at least one month's notice by email."
_MAY_CHANGE = re.compile(
    r"\bPROCESSOR (?:may|can) (?:update|change|revise|amend|modify) (?:this|these|the) (?:data processing )?(?:agreement|addendum|dpa|terms)\b|"
    r"\bPROCESSOR (?:kann|darf) (?:diese[nrms]?|den|die) (?:vertrag|vereinbarung|avv|anlage|bedingungen)\b[^.;]{0,20}\b(?:ändern|anpassen)\b"
)
_ON_NOTICE = re.compile(
    r"^[\W\d]*PROCESSOR (?:will|shall|must) (?:give|send|tell|inform|notify|e-?mail) CONTROLLER\b[^.;]{0,60}\b(?:notice|in advance|beforehand|before)\b|"
    r"^[\W\d]*(?:er|sie|PROCESSOR|die änderung(?:en)?) (?:kündigt|teilt|wird|werden)\b[^.;]{0,80}\b(?:vorher|im voraus|zuvor|vor (?:ihrem|deren|dem) (?:wirksamwerden|inkrafttreten))\b"
)


def _changed_on_notice(reading: Reading) -> Iterator[Candidate]:
    """How long before a change of this agreement it is told, right behind the right to change it."""
    for statement in statements(
        reading, "notice", "advance", "before", "vorher", "voraus", "zuvor", "vor ihrem", "vor deren", headings=False
    ):
        before = statement.before
        if before is None or not before.search(_MAY_CHANGE) or not statement.search(_ON_NOTICE):
            continue
        named = tuple(durations(statement.text))
        if len(named) == 1:
            passages = (*before.passages, *statement.passages)
            yield Candidate("term.amendment_notice", named[0].iso, passages, Strength.INFERRED)


_ANOTHER = re.compile(
    r"\b(?:er|daar)\b[^.;,]{0,20}\b(?:een|nog een|nieuwe) (?:partij|leverancier|bedrijf|hulpbedrijf)?\b[^.;,]{0,10}\bbij\b|\bkommt (?:einer|ein weiterer|jemand) hinzu\b|"
    r"\bkomt er (?:een|iemand|nog een)\b[^.;,]{0,20}\bbij\b"
)
_AHEAD = re.compile(r"\b(?:vooraf|van tevoren|vantevoren|eerder|vorher|im voraus)\b")


def _another_company(reading: Reading) -> Iterator[Candidate]:
    """ "Willen wij er een partij bij, dan mailen wij u dat dertig dagen vooraf": under a heading on those that help."""
    for statement in statements(reading, "bij", "hinzu", headings=False):
        if not re.search(_HELPERS, statement.heading) or not statement.search(_ANOTHER) or not statement.search(_AHEAD):
            continue
        named = tuple(durations(statement.text))
        if len(named) == 1:
            yield Candidate("subprocessors.notice_period", named[0].iso, statement.passages, Strength.INFERRED)
        yield Candidate(
            "subprocessors.change_notice", value=True, passages=statement.passages, strength=Strength.INFERRED
        )


_HELPERS = r"SUBPROCESSOR|unterauftrag|hulp van|partijen die|anderen|andere bedrijven|leveranciers"
_LET_US_KNOW = re.compile(
    r"\b(?:laat|laten)\b[^.;]{0,20}\bPROCESSOR\b[^.;]{0,60}\bweten\b[^.;]{0,20}\bwat CONTROLLER (?:wil|wilt|kiest)\b|\bCONTROLLER (?:laat|kiest|zegt)\b[^.;]{0,60}\bwat CONTROLLER (?:wil|wilt)\b"
)


def _chosen_within(reading: Reading) -> Iterator[Candidate]:
    """ "Laat ons binnen een maand na het einde weten wat u wilt": how long the controller may choose."""
    for statement in statements(reading, "wat CONTROLLER w", "wat CONTROLLER k", headings=False):
        found = statement.search(_LET_US_KNOW)
        named = tuple(durations(found[0])) if found else ()
        if len(named) == 1:
            yield Candidate("end.choice_window", named[0].iso, statement.passages, Strength.INFERRED)


# "selon le choix du Client exprimé dans les quinze jours", "as CONTROLLER chooses within ten days".
_CHOICE_MADE_WITHIN = re.compile(
    r"\b(?:choix|choice|wahl)\b[^.;]{0,30}\b(?:exprim\w*|communiqu\w*|formul\w*|made|expressed|notified|auszuüben\w*|mitzuteilen\w*)\b[^.;]{0,16}\b(?:dans|sous|within|binnen|innerhalb)\b[^.;,]{3,40}"
)


def _choice_made_within(reading: Reading) -> Iterator[Candidate]:
    for statement in statements(reading, "choix", "choice", "wahl", headings=False):
        found = statement.search(_CHOICE_MADE_WITHIN)
        named = tuple(durations(found[0])) if found else ()
        if len(named) == 1:
            yield Candidate("end.choice_window", named[0].iso, statement.passages, Strength.INFERRED)
