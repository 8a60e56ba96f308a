"""Text -> the companies that act in it under their own names, with the role they act in.

A name acts as processor where it processes, notifies and has sub-processors, as controller where things are done on its
behalf and on its instructions. Both are counted over the whole text; a name that does both evenly has no role.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

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
_PROCESSES = (
    r"{name} (?:will |shall |may |zal )?(?:only |uitsluitend )?(?:process(?:es)?|verwerkt|verwerken|verarbeitet|"
    r"traite)\b",
    r"\b(?:by|door|durch|par) {name}\b",
    r"\b(?:appoints|instructs|engages) (?:[^.;]{{0,50}}\(\W{{0,2}}(?:the )?)?{name}\b",
    r"\b{name}(?:'s|s)? (?:current )?(?:[Ss]ub-?(?:processors?|verwerkers?|contractors?))",
    r"\b{name} (?:will |shall |zal )?(?:promptly |immediately |onverwijld )?(?:notify|notifies|informs?|meldt|"
    r"informeert)\b",
    r"\b{name} (?:acts|treedt op|handelt|is)\b[^.]{{0,30}}(?:(?<!sub)processor|(?<!sub)verwerker|bewerker|"
    r"auftragsverarbeiter)\b",
    r"\b{name} (?:treft|neemt|houdt|wist|verwijdert|helpt|stuurt|waarschuwt|schakelt|beveiligt|werkt|zorgt|levert|"
    r"maakt|registreert|beheert|onderhoudt|bewaart|host|geeft|belt)\b",
    r"\b{name} (?:ne )?(?:traite|transmet|informe|avertit|assiste|fournit|notifie|héberge|restitue|efface|recourt|impose|s'assure|met en [œo])",
    r"\b{name} (?:meldet|informiert|unterstützt|löscht|leitet|trifft|speichert|hostet|betreibt|beauftragt)\b",
    r"\b(?:[Vv]erwerkt|[Bb]eveiligt|[Oo]ntdekt|[Ww]ist|[Vv]erwijdert|[Ss]tuurt) {name}\b",
)
_IS_SERVED = (
    r"\b(?:on behalf of|namens|in opdracht van|ten behoeve van|instructions? (?:of|from)|instructies van|opdracht van|"
    r"[Ii]m Auftrag (?:der|des|von)|pour le compte d[eu]|toestemming van|consent of) (?:de |het |the |l[ea] )?{name}\b",
    r"\b{name} (?:acts|treedt op|handelt|is)\b[^.]{{0,30}}(?:controller|verantwoordelijke)\b",
    r"\b{name} (?:hereby |has )?(?:appoints|appointed|instructs|engages|engaged)(?! (?:a |an |any |another |other )?sub)",
    # Not what is sold under the same name: "voor Acme Cloud".
    r"\b(?:voor|aan|informeert|van medewerkers van) (?:de |het )?{name}\b(?! [A-Z])",
    r"\b(?:instructions?|autorisation|accord|demande|choix)(?: (?:écrite?s?|documentée?s?|préalable|exprès|expresse))* (?:de la |de l'|du |de ){name}\b",
    r"\b(?:informe|avertit|assiste|prévient)(?: \w+ment| sans délai)? (?:la |le |l')?{name}\b",
    r"\bdont (?:la |le |l')?{name} est responsable\b",
    r"\b(?:Weisung(?:en)?|Zustimmung|Verlangen|Wahl) (?:der |des |von ){name}\b",
    r"\b(?:informiert|unterstützt|benachrichtigt) (?:die |den |das )?{name}\b",
)
_FEWEST = 3
_KINDS = 2
_MANY = 12
_THROUGHOUT = 20
_REACH = 60
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


def _role(name: str, around: str, *, acts: int, is_defined: bool, more_than: int) -> Role | None:
    processes, served = (
        [len(re.findall(pattern.format(name=re.escape(name)), around)) for pattern in patterns]
        for patterns in (_PROCESSES, _IS_SERVED)
    )
    enough = 1 if is_defined else _FEWEST
    kinds = 1 if is_defined else _KINDS
    times = more_than if acts >= _THROUGHOUT else 2
    if sum(processes) >= enough and sum(map(bool, processes)) >= kinds and sum(processes) > times * sum(served):
        return Role.PROCESSOR
    if is_defined and sum(served) > max(1, 2 * sum(processes)):
        return Role.CONTROLLER
    return Role.PROCESSOR if is_defined and acts >= _FEWEST and not any(served) else None
