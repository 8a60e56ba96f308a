"""Text -> the companies that act in it under their own names, with the role they act in.

A name acts as processor where it processes, notifies and has sub-processors, as controller where things are done on its
behalf and on its instructions. Both are counted over the whole text; a name that does both evenly has no role.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from art28.document.pattern import lasting
from art28.terms import Role

# "Van der Wiel verwerkt": the small words of a surname are part of the name.
_PREFIX = r"(?:Van|Von|Op|In|Uit) (?:de[rn]?|het|'t) "
_NAME = rf"(?:(?<![\w-]){_PREFIX})?[A-Z](?<![\w-].)[\w&'-]*(?: [A-Z][\w&'-]*){{0,2}}"
_SUBJECT = lasting(
    rf"(?P<name>{_NAME}) (?:will|shall|may|must|agrees|acts|processes|provides|maintains|notifies|zal|"
    rf"mag|kan|neemt|houdt|doet|wist|helpt|stuurt|zorgt|werkt|verwerkt|informeert|stelt|treft|meldt|verleent|"
    r"verbindt|schakelt|heeft|garandeert|legt|waarborgt|beperkt|hanteert|maakt|verarbeitet|unterstützt|informiert|"
    r"s'engage|traite|met|transmet|informe|assiste|fournit|meldet|löscht|trifft)\b"
)
_EDGE, _NOT_LONGER = r"\b", r"\b(?! [A-Z])"
_NOTHING = ("", _EDGE)
# What stands before and behind a name that processes.
_PROCESSES = (
    (
        "",
        r" (?:will |shall |may |zal )?(?:only |uitsluitend )?(?:process(?:es)?|verwerkt|verwerken|verarbeitet|traite)\b",
    ),
    (r"\b(?:by|door|durch|par) ", _EDGE),
    (r"\b(?:appoints|instructs|engages) (?:[^.;]{0,50}\(\W{0,2}(?:the )?)?", _EDGE),
    (_EDGE, r"(?:'s|s)? (?:current )?(?:[Ss]ub-?(?:processors?|verwerkers?|contractors?))"),
    (
        _EDGE,
        r" (?:will |shall |zal )?(?:promptly |immediately |onverwijld )?(?:notify|notifies|informs?|meldt|informeert)\b",
    ),
    (
        _EDGE,
        r" (?:acts|treedt op|handelt|is)\b[^.]{0,30}(?:(?<!sub)processor|(?<!sub)verwerker|bewerker|"
        r"auftragsverarbeiter)\b",
    ),
    (
        _EDGE,
        r" (?:treft|neemt|houdt|wist|verwijdert|helpt|stuurt|waarschuwt|schakelt|beveiligt|werkt|zorgt|levert|"
        r"maakt|registreert|beheert|onderhoudt|bewaart|host|geeft|belt)\b",
    ),
    (
        _EDGE,
        r" (?:ne )?(?:traite|transmet|informe|avertit|assiste|fournit|notifie|héberge|restitue|efface|recourt|impose|s'assure|met en [œo])",
    ),
    (_EDGE, r" (?:meldet|informiert|unterstützt|löscht|leitet|trifft|speichert|hostet|betreibt|beauftragt)\b"),
    (r"\b(?:[Vv]erwerkt|[Bb]eveiligt|[Oo]ntdekt|[Ww]ist|[Vv]erwijdert|[Ss]tuurt) ", _EDGE),
)
# … and of one for whom that is done.
_IS_SERVED = (
    (
        r"\b(?:on behalf of|namens|in opdracht van|ten behoeve van|instructions? (?:of|from)|instructies van|opdracht van|"
        r"[Ii]m Auftrag (?:der|des|von)|pour le compte d[eu]|toestemming van|consent of) (?:de |het |the |l[ea] )?",
        _EDGE,
    ),
    (_EDGE, r" (?:acts|treedt op|handelt|is)\b[^.]{0,30}(?:controller|verantwoordelijke)\b"),
    (
        _EDGE,
        r" (?:hereby |has )?(?:appoints|appointed|instructs|engages|engaged)(?! (?:a |an |any |another |other )?sub)",
    ),
    # Not what is sold under the same name: "voor Acme Cloud".
    (r"\b(?:voor|aan|informeert|van medewerkers van) (?:de |het )?", _NOT_LONGER),
    (
        r"\b(?:instructions?|autorisation|accord|demande|choix)(?: (?:écrite?s?|documentée?s?|préalable|exprès|expresse))* (?:de la |de l'|du |de )",
        _EDGE,
    ),
    (r"\b(?:informe|avertit|assiste|prévient)(?: \w+ment| sans délai)? (?:la |le |l')?", _EDGE),
    (r"\bdont (?:la |le |l')?", r" est responsable\b"),
    (r"\b(?:Weisung(?:en)?|Zustimmung|Verlangen|Wahl) (?:der |des |von )", _EDGE),
    (r"\b(?:informiert|unterstützt|benachrichtigt) (?:die |den |das )?", _EDGE),
)
_FEWEST = 3
_KINDS = 2
_MANY = 12
_THROUGHOUT = 20
_REACH = 60
# The longest of what stands before a name.
_LONGEST = 160
_ORDINARY = re.compile(
    r"\b(?:this|the|deze|de|het|een|iedere|elke|each|any|all|both|no|if|it|its|such|partij(?:en)?|part(?:y|ies)|"
    r"overeenkomst|"
    r"agreement|addendum|dpa|contract|vertrag|personal|data|persoonsgegevens|betrokkenen?|subjects?|controllers?|"
    r"processors?|verwerkers?|"
    r"verantwoordelijke|verwerkingsverantwoordelijke|sub-?processors?|subverwerkers?|sub-verwerkers?|bijlage|annex|"
    r"artikel|clauses?|section|scc|avg|gdpr|"
    r"europese|european|commission|autoriteit|authority|customer|klant|client|opdrachtgever|opdrachtnemer|"
    r"leverancier|provider|supplier|"
    r"gemeente|wij|we|u|you|hij|zij|dit|dat|die|er|daarnaast|indien|tevens|company|afnemer|kunde|services?|"
    r"diensten?|member|"
    r"medewerkers?|personnel|regulation|laws?|standard|contractual|auditor|audit|derde|third|toezichthouder|"
    r"supervisory|terms|"
    r"auftraggeber|auftragnehmer|auftragsverarbeiter|verantwortliche|die|der|das|la|le|les|sous-traitant)\b",
    re.IGNORECASE,
)


def acting_names(text: str, defined: Iterable[str], *, lacks_processor: bool = False) -> Mapping[str, Role]:
    """The names that act in `text`, with their roles; those in `defined` need less evidence than a bare name.

    Where the agreement has a word for the controller and `lacks_processor`, a name that acts throughout is the processor
    once it does more than is done for it.
    """
    known = dict.fromkeys(defined)
    subjects = Counter(match["name"] for match in _SUBJECT.finditer(text))
    candidates = [
        name
        for name, count in subjects.most_common(_MANY)
        if count >= _FEWEST and not _ORDINARY.search(re.sub(f"^{_PREFIX}", "", name))
    ]
    found: dict[str, Role] = {}
    for name in (*known, *(name for name in candidates if name not in known)):
        around = _around(name, text)
        role = _role(name, around, acts=subjects[name], is_defined=name in known, more_than=1 if lacks_processor else 2)
        if role is not None:
            found[name] = role
    return found


def _around(name: str, text: str) -> str:
    """What stands around each mention of `name`, a line each."""
    spots = (match.start() for match in re.finditer(re.escape(name), text))
    return "\n".join(text[max(0, at - _REACH) : at + len(name) + _REACH].replace("\n", " ") for at in spots)


class _Ways:
    """What may stand before and behind a name, each way with the pattern of either side."""

    def __init__(self, ways: Sequence[tuple[str, str]]) -> None:
        self._ways = tuple((before, lasting(rf"(?:{before})\Z"), lasting(behind)) for before, behind in ways)
        # Most mentions have nothing of the kind beside them.
        self._some_before = lasting(rf"(?:{'|'.join(before for before, _ in ways if before not in _NOTHING)})\Z")
        self._some_behind = lasting("|".join(behind for before, behind in ways if before in _NOTHING))

    def counted(self, spots: Sequence[tuple[int, int]], text: str) -> list[int]:
        """How often a name that stands at `spots` of `text` stands there in each way, no two of one way overlapping."""
        led = [(at, end) for at, end in spots if self._some_before.search(text, max(0, at - _LONGEST), at)]
        followed = [(at, end) for at, end in spots if self._some_behind.match(text, end)]
        at_edge = [(at, end) for at, end in followed if _AT_EDGE.match(text, at)]
        return [
            _followed(behind, at_edge if before else followed, text)
            if before in _NOTHING
            else _led_and_followed(leading, behind, led, text)
            for before, leading, behind in self._ways
        ]


_AT_EDGE = lasting(_EDGE)


def _followed(behind: re.Pattern[str], spots: Iterable[tuple[int, int]], text: str) -> int:
    times = until = 0
    for at, end in spots:
        if at >= until and (follows := behind.match(text, end)):
            times, until = times + 1, follows.end()
    return times


def _led_and_followed(
    leading: re.Pattern[str], behind: re.Pattern[str], spots: Iterable[tuple[int, int]], text: str
) -> int:
    times = until = 0
    for at, end in spots:
        if at > until and leading.search(text, max(until, at - _LONGEST), at) and (follows := behind.match(text, end)):
            times, until = times + 1, follows.end()
    return times


_PROCESSING, _SERVED = _Ways(_PROCESSES), _Ways(_IS_SERVED)


def _role(name: str, around: str, *, acts: int, is_defined: bool, more_than: int) -> Role | None:
    spots = [match.span() for match in re.finditer(re.escape(name), around)]
    processes = _PROCESSING.counted(spots, around)
    enough = 1 if is_defined else _FEWEST
    kinds = 1 if is_defined else _KINDS
    does_enough = sum(processes) >= enough and sum(map(bool, processes)) >= kinds
    if not (does_enough or is_defined):
        return None
    served = sum(_SERVED.counted(spots, around))
    times = more_than if acts >= _THROUGHOUT else 2
    if does_enough and sum(processes) > times * served:
        return Role.PROCESSOR
    if is_defined and served > max(1, 2 * sum(processes)):
        return Role.CONTROLLER
    return Role.PROCESSOR if is_defined and acts >= _FEWEST and not served else None
