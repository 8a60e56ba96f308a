"""Reading -> the end: within what time the controller chooses and the processor returns or deletes."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.end.end import BACKUP, NOTHING_LEFT, WITH_BACKUPS, end_statements
from art28.extraction.values.durations import Duration, durations
from art28.extraction.words.cues import phrase
from art28.extraction.words.statements import Statement

_LIMIT = re.compile(
    r"\b(?:binnen|uiterlijk|maximaal|gedurende|tot|within|no later than|not later than|"
    r"for a period of|for|during|innerhalb|spätestens|dans un délai d(?:e|')|sous|na|"
    r"after|nach|après|nog|(?:données|copies|fichiers|l'ensemble|CLIENT|CONTROLLER|détruites|supprimées|effacées|restituées|définitivement|efface|supprime|détruit) dans les|^[\W\d]*dans le mois|durant|pendant|(?:connaître|savoir|part)\b[^.;]{0,30}\bdans l[ea]s?|au plus tard|endéans)\b[^.;]{0,35}$|\b(?:heeft|hebt?|has|have|hat|dispose)[^.;]{0,30}$"
)
_CHOOSES = (
    r"\b(?:aan te geven|aan of (?:hij|zij|deze|PROCESSOR|de|die)|door te geven|te kiezen|te laten weten|afspreekt|afspreken|aangeven|laten weten|keuze|keus|kiezen|kiest|kenbaar|verzoek(?:t|en)?|verzocht|gevraagd|ophalen|op te halen|export\w*|retriev\w*|download\w*|choose|"
    r"choice|elect\w*|request\w*|gelegenheid|opportunity|exercised|weten|vragen|niets|wahl|verlang\w*|exportier\w*|says? which|demand\w*|connaître|savoir|souhait\w*|récupér\w*|télécharg\w*)\b"
)
_CLAUSES = re.compile(
    r";|, en (?=(?:dat|dit) do(?:et|en)\b)|,? \b(?:tenzij|behoudens|unless|except|mits|provided that|met dien verstande)\b"
)


_BEFORE_THEN = r"\b(?:vóór|voor|binnen) die (?:tijd|termijn|datum)\b|\b(?:before|within) that (?:time|period|date)\b"


def _periods(reading: Reading) -> Iterator[Candidate]:
    found = tuple(_all_periods(reading))
    deletes = phrase(rf"{{delete}}|{NOTHING_LEFT}", reading.language)
    deleting = {s.passages for s in end_statements(reading) if s.search(deletes)}
    # Where data are returned sooner than they are deleted, the end is when they are gone.
    last = any(c.key == "end.deadline" and c.passages in deleting for c in found)
    for candidate in found:
        if candidate.key != "end.deadline" or not last or candidate.passages in deleting or len(candidate.passages) > 1:
            yield candidate


# "… within thirty days, except that copies in backups are overwritten within a further ninety": what stands before isn't theirs.
_BUT = re.compile(
    r"[,;] ?(?:and|en|und|et) (?:from|in|on|uit|van|aus|dans|des) (?:the |its |de |den |all |alle |les )?\Z|[,;] ?(?:except|save|whereas|while|but|ausgenommen|außer|wobei|sauf|hormis|behalve|met uitzondering)\b"
)
# "PROCESSOR shall ask CONTROLLER within ten days whether it wants the data back": the time to ask.
_ASKS = re.compile(
    r"\bPROCESSOR (?:shall |will |must )?asks? CONTROLLER\b[^.;]*\bwhether\b|\bsagt (?:die |der )?CONTROLLER\b[^.;]{0,12}\bob\b"
)


def _all_periods(reading: Reading) -> Iterator[Candidate]:
    for statement in end_statements(reading):
        if statement.search(_ASKS) or statement.search(_OF_ITS_OWN) or _goes_on_all_along(statement, reading.language):
            continue
        backup = None if WITH_BACKUPS.search(statement.own) else BACKUP.search(statement.own)
        yield from _until_then(statement, reading.language)
        yield from _of_the_lead(statement, reading.language)
        yield from _kept_until(statement, reading.language)
        at = statement.offset
        told: set[str] = set()
        for part in _CLAUSES.split(statement.own):
            at = statement.text.index(part, at)
            for duration in durations(part):
                if (
                    backup
                    and at + duration.start > statement.offset + backup.start() - _CLOSE
                    and at + len(part) > statement.offset + backup.start()
                    and not _BUT.search(statement.text, at + duration.end, statement.offset + backup.start())
                ):
                    break
                key = _period_of(part, duration, reading.language)
                if key:
                    # What an exception behind "unless" says of the same key is no second rule.
                    if key not in told:
                        yield Candidate(key, duration.iso, statement.passages)
                    told.add(key)
                    break


# "CONTROLLER verwijdert de programmatuur binnen een maand": what the controller has to delete.
_OF_ITS_OWN = re.compile(
    r"^[\W\d]*(?:de )?CONTROLLER (?:verwijdert|vernietigt|wist|deletes|löscht|supprime) (?:(?!\w*gegevens\b|data\b)[^.;]){0,40}\b(?:binnen|within|innerhalb|dans)\b"
)
# "Opnamen worden standaard na zeven dagen gewist": what goes all along, whether or not the agreement ends.
_ALL_ALONG = re.compile(
    r"^\W*(?:log\w+|sessie\w*|cookies|opnamen|logs) (?:worden|verdwijnen|are)\b[^.;]{0,20}\b(?:na|after)\b|\b(?:standaard|telkens|doorlopend|steeds|by default|on a rolling basis|standardmäßig|par défaut)\b[^.;]{0,30}\b(?:na|after|nach|après)\b"
)


def _goes_on_all_along(statement: Statement, language: str) -> bool:
    """Whether `statement` tells what is deleted as the service runs, and names no end."""
    return statement.search(_ALL_ALONG) is not None and not statement.search(phrase(r"{end_of_agreement}", language))


def _kept_until(statement: Statement, language: str) -> Iterator[Candidate]:
    """The time that data are kept for, where the next sentence deletes them: "nog dertig dagen. Daarna wissen wij ze."."""
    itself = phrase(rf"{_AFTER_THAT}[^.;]{{0,60}}(?:{{delete}})", language)
    after = statement if statement.search(itself) else statement.following
    if after is None or not after.search(phrase(rf"{_AFTER_THAT}[^.;]{{0,60}}(?:{{delete}})", language)):
        return
    for duration in durations(statement.own):
        if _STILL_KEPT.search(statement.own[: duration.start]):
            both = dict.fromkeys((*statement.passages, *after.passages))
            yield Candidate("end.deadline", duration.iso, tuple(both), Strength.PASSING)
            return


_AFTER_THAT = r"\b(?:na (?:ommekomst|afloop|verloop|het verstrijken|het einde) van (?:deze|die|de genoemde) (?:termijn|periode)|na (?:deze|die) (?:termijn|periode)|after (?:this|that) (?:period|time)|nach (?:ablauf dieser|dieser) frist|daarna|vervolgens|nadien|after that|thereafter|danach|ensuite)\b"
_STILL_KEPT = re.compile(
    r"\b(?:houdt|houden)\b[^.;]{0,90}$|\b(?:remains?|blijven|blijft|nog|bewa\w+|keep|kept|retain\w*|aufbewahr\w*|conserv\w*)\b[^.;]{0,50}$"
)


def _of_the_lead(statement: Statement, language: str) -> Iterator[Candidate]:
    """The time to return or delete that the lead-in of a list names for its items."""
    lead = statement.text[: statement.offset]
    if not lead or not phrase(r"{delete}|{return}", language).search(statement.own):
        return
    for duration in durations(lead):
        if _LIMIT.search(lead[: duration.start]) and not re.search(_CHOOSES, lead):
            yield Candidate("end.deadline", duration.iso, statement.passages)
            return


def _until_then(statement: Statement, language: str) -> Iterator[Candidate]:
    """A choice to be made "before that time": within the period that the sentence before it names."""
    then = statement.search(phrase(_BEFORE_THEN, language))
    if then is None:
        return
    within = [d for d in durations(statement.text[: then.start()]) if _LIMIT.search(statement.text[: d.start])]
    asks = phrase(_BY_CONTROLLER.replace("{choosing}", _CHOOSES), language).search(
        statement.text[max(0, then.start() - 40) :]
    )
    if within and asks:
        yield Candidate("end.choice_window", within[-1].iso, statement.passages)
    before = statement.before
    if before is None or within:
        return
    if statement.search(phrase(_BY_CONTROLLER.replace("{choosing}", _CHOOSES), language)):
        for duration in durations(before.own):
            if _LIMIT.search(before.own[: duration.start]):
                passages = (*before.passages, *statement.passages)
                yield Candidate("end.choice_window", duration.iso, passages)
                return


_BY_CONTROLLER = (
    r"\b(?:beschikbaar|available) (?:om te|to|for) (?:download\w*|export\w*)\b|"
    r"\bCONTROLLER\b[^.;]{0,90}(?:{choosing})|^\W*(?:de )?CONTROLLER\b[^.;]{0,60}\bom (?:teruggave|afgifte|overdracht)\b[^.;]{0,20}\bvraagt\b|^\W*(?:the )?CONTROLLER asks? for (?:the |its |their |a )?(?:return|copy|export)\b|"
    r"\bwelk verzoek\b|(?:{choosing}) … \b(?:van|of|by|"
    r"door) (?:de |the )?CONTROLLER\b"
)
_KEPT = re.compile(r"\b(?:bewaart|bewaren|bewaard|retained?|kept|aufbewahr\w*|opgeslagen|stored)\b[^.;]{0,40}$")
# "After a recovery period of up to thirty days, PROCESSOR shall comply within …": what passes before the time to act.
_FIRST_PASSES = re.compile(
    r"\b(?:herstelperiode|hersteltermijn|wachttijd|bedenktijd|recovery period|grace period|waiting period|karenzzeit|wartefrist|délai de grâce)\b[^.;,]{0,30}$"
)
_CHOICE_OF_ITS_OWN = r"\b(?:zijn|haar|its|their) (?:keu[sz]e?|choice|election|verzoek|request)\b|\bverzoek dient\b|\b(?:dat|dit|het) verzoek moet\b|\bverzoek\b[^.;]{0,50}\b(?:moet|dient|kan|behoort) CONTROLLER\b|\brequest must\b"
# "PROCESSOR draagt, naar de keuze van CONTROLLER, zorg voor teruggave of vernietiging binnen een maand": the time to act.
_AS_CHOSEN = r"\b(?:naargelang|naar|ter|at|nach|selon|according to) (?:de |the |le |der )?(?:CONTROLLER(?:'s)? )?(?:keuze|keus|choice|election|wahl|choix)\b[^.;]*(?:{delete}|{return})[^.;]*\b(?:binnen|within|innerhalb|dans|uiterlijk)\b[^.;]{0,12}$"
_FROM_THE_CHOICE = (
    r"[\s*_]*\b(?:nadat|na|after|following|of|from|nach|suivant|à compter de)\b(?:(?!\bgeen\b)[^.;,]){0,60}\b(?:keuze|verzoek|aanwijzing|choice|request|direction|instruction|"
    r"election|wahl|aufforderung|demande)\b"
)
# "… worden de gegevens, naar keuze van CONTROLLER, binnen zes weken teruggegeven of vernietigd": the time to act.
_AT_ITS_CHOICE_WITHIN = re.compile(
    r"\b(?:naar|ter|at|nach|selon|au) (?:de |the |le )?(?:CONTROLLER )?(?:keuze|keus|choice|election|option|wahl|choix)\b[^.;]{0,40}\b(?:binnen|within|innerhalb|dans)\b[^.;]{0,12}$"
)
# "Binnen vier weken nadat CONTROLLER de goede ontvangst heeft bevestigd": what was returned is then deleted.
_AFTER_RECEIPT = r"[\s*_]*\b(?:nadat\b[^.;,]{0,90}|(?:na|after|following|nach) (?:\w+ ){0,3}?)\b(?:ontvangst|ontvangen|geslaagd|gelukt|goede orde|gecontroleerd|receipt|received|erhalt|erhalten)\b"
_GOES_THEN = r"[^.;]{0,30}?(?:{delete}|{return}|\bteruggegeven\b|\bgeretourneerd\b|\boverhandigd\b|\bzurückgegeben\b)"
_BY_PROCESSOR = re.compile(
    r"(?:^[\W\d]*(?:de |het |the |der )?|\b(?:hat|wird|zal|shall|will|dient|moet|muss|doit|exécute|löscht|verwijdert|vernietigt|wist|geeft|levert|draagt|retourneert|zendt|stuurt) (?:de |der |the |le )?)PROCESSOR\b[^.;]*$"
)
# "Binnen 45 dagen na het einde wist PROCESSOR alle gegevens, naar keuze van CONTROLLER": the time to act.
_PROCESSOR_ACTS_IN_IT = r"[^.;]{0,90}?(?:(?:{delete}|{return}|\bdraagt|\blevert|\bretourneert|\bzendt) (?:de |the )?PROCESSOR\b|\bPROCESSOR (?:\w+ ){0,3}(?:{delete}|{return}))"
# "Dertig dagen na het einde zijn alle gegevens gewist": no word before the period says that it is a limit.
_OPENS_PART = re.compile(r"[\s*_(\d.)a-z•-]{0,8}$")
_AFTER_THE_END = r"[\s*_]*\b(?:na|nadat|after|nach|après)\b (?:\w+ ){0,9}?(?:{end_of_agreement}|\bend\b|\bende\b|\bfin\b|\bclosure\b|\bclosing\b|\bcancellation\b|\baccount (?:is|was|has been) (?:closed|cancelled)\b)"
# "Wij wissen uw gegevens één maand nadat de overeenkomst is geëindigd".
_GOING = r"{delete}[^.;]{0,60}$|\b(?:takes place|happens) (?:\w+ )?$|\bword(?:t|en) (?:\w+ )?$"
# "Within sixty days after termination PROCESSOR shall, at CONTROLLER's election, return or delete": the time to act.
_SHALL_AS_CHOSEN = (
    r"[^.;]{0,90}?\b(?:PROCESSOR (?:shall|will|must|zal|dient)|(?:shall|will|zal|dient) PROCESSOR),? (?:at|op|naar|ter) (?:the |de )?(?:(?:election|option|choice|keuze) (?:of|van) )?CONTROLLER\b"
    r"[^.;]{0,24}?(?:{return}|{delete})|"
    r"[^.;]{0,90}?\bPROCESSOR (?:shall|will|must),? as (?:the )?CONTROLLER (?:directs?|chooses?|elects?|wishes|instructs?|requires?)\b[^.;]{0,140}?(?:{return}|{delete}|\btransfer)"
)
# "Hoort PROCESSOR binnen een maand niets, dan wist zij alles": how long the controller had.
_HEARS = re.compile(
    r"\b(?:hoort|horen|verneemt|vernemen|ontvangt|ontvangen|krijgt|krijgen) (?:de )?(?:PROCESSOR|hij|zij|ze)\b[^.;]{0,30}$"
)
_NOTHING = re.compile(r"[^.;,]{0,40}\b(?:niets|geen (?:bericht|keuze|reactie|antwoord))\b")
_CLOSE = 45
_PROVES = r"\b(?:verstrek\w*|provides?|issues?|geeft|stuurt|zendt|ontvangt|overlegt|übersendet|bestätigt)\b[^.;]{0,60}$"
_ACTS_AFTER = (
    r"{on_request}(?![^.;]{0,60}\b(?:gedaan|ingediend|made|submitted)\b) … \b(?:binnen|"
    r"within)\b[^.;]{0,30}$"
)


_ACTS_ON_IT = re.compile(r"\bge(?:eft|ven) (?:PROCESSOR )?(?:daaraan|hieraan)\b")


def _period_of(part: str, duration: Duration, language: str) -> str | None:
    """The fact that a period in `part` belongs to: the controller's time to choose, or the processor's to act."""
    before = part[: duration.start]
    at_once = phrase(_AFTER_THE_END, language).match(part, duration.end) and (
        _OPENS_PART.match(before) or phrase(_GOING, language).search(before)
    )
    if (
        not (_LIMIT.search(before) or at_once)
        or _KEPT.search(before)
        or _FIRST_PASSES.search(before)
        or phrase(r"{payment}|\bpays\b", language).search(part)
    ):
        return None
    choosing = phrase(_BY_CONTROLLER.replace("{choosing}", _CHOOSES), language).search(part) or phrase(
        _CHOICE_OF_ITS_OWN, language
    ).search(part)
    if (
        not _ACTS_ON_IT.search(before)
        and phrase(_PROVES, language).search(before)
        and phrase(r"{confirm}", language).search(part)
    ):
        return None
    acts = phrase(
        rf"{NOTHING_LEFT}|"
        r"{delete}|\b(?:een en ander|dit|dat|zulks) (?:geschiedt|gebeurt)\b|\bdo(?:es)? so\b|\bPROCESSOR do(?:et|en) (?:dat|dit)\b|\b(?:(?:dat|dit) )?do(?:et|en) PROCESSOR (?:dat|dit)\b|^(?:dat|dit) do(?:et|en) PROCESSOR\b|\b(?:voltooid|afgerond|gereed|gebeurd|completed|abgeschlossen)\b|\bexécut\w*|\bcarr(?:y|ies) … \bout\b|\b(?:krijg|krijgt|ontvangt|receives|bekommen|erhält|reçoit)\b|{return}|\bretourne\w*|\bgeretourneerd\b|\breturn(?:s|ed)?\b|\bzurück\w*|\brestitu\w*|"
        r"\b(?:aan|van) (?:deze|die) (?:instructie|opdracht)\b[^.;]{0,60}\b(?:voldo\w+|gevolg)\b|\bgevolg (?:te )?geven aan (?:deze|die) (?:opdracht|instructie)\b|\bcompl(?:y|ies) with (?:this|that|such an?|the) instruction\b|\bovergedragen\b|\boverdragen\b|\bdraagt … \bover\b|\bge(?:eft|ven) … \b(?:uitvoering|gevolg)\b|\bgeeft … \bterug\b|\bvoert … \buit\b|\bcarr(?:y|ies) out\b",
        language,
    ).search(part)
    if _HEARS.search(before) and _NOTHING.match(part, duration.end):
        return "end.choice_window"
    if (
        acts
        and _BY_PROCESSOR.search(before)
        and not re.search(_CHOOSES, before[-_CLOSE:])
        and "gelegenheid" not in part
    ):
        return "end.deadline"
    if acts and _AT_ITS_CHOICE_WITHIN.search(before) and phrase(_GOES_THEN, language).match(part, duration.end):
        return "end.deadline"
    if acts and re.compile(_AFTER_RECEIPT).match(part, duration.end):
        return "end.deadline"
    if acts and phrase(_FROM_THE_CHOICE, language).match(part, duration.end):
        return "end.deadline"
    doing = phrase(_PROCESSOR_ACTS_IN_IT, language).match(part, duration.end)
    if doing and not re.search(_CHOOSES, before) and not re.search(rf"{_CHOOSES}|\bCONTROLLER\b", doing[0]):
        return "end.deadline"
    if acts and phrase(_SHALL_AS_CHOSEN, language).match(part, duration.end):
        return "end.deadline"
    if (
        choosing
        and not (acts and phrase(_ACTS_AFTER, language).search(before))
        and not (acts and phrase(_AS_CHOSEN, language).search(before))
        and not phrase(r"PROCESSOR (?:\w+ ){0,3}(?:{delete})|(?:{delete}) (?:de )?PROCESSOR", language).search(before)
    ):
        return "end.choice_window"
    if acts and not phrase(r"{keep_by_law}[^.;]{0,20}$", language).search(before):
        return "end.deadline"
    return None


RULES = (Rule("end-periods", ("end.choice_window", "end.deadline"), _periods),)
