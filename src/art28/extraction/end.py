"""Reading -> the end: what becomes of the data, who chooses, within what time (Art. 28(3)(g)); end_terms.py has the rest.

The sentences of one provision are weighed together: return in one and deletion in the next is a return before deletion.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from art28.agreement.passages import Reading
from art28.extraction.cues import phrase
from art28.extraction.durations import Duration, durations
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.statements import Statement, statements
from art28.terms import Role

_WORDS = (
    "verwijder",
    "confirmation",
    "vernietig",
    "wissen",
    "wist",
    "gewist",
    "retourn",
    "terug",
    "overdra",
    "overgedragen",
    "export",
    "bewaar",
    "delet",
    "destr",
    "return",
    "eras",
    "retriev",
    "lösch",
    "rückgabe",
    "zurück",
    "supprim",
    "suppression",
    "restitu",
    "détrui",
    "openstaande",
    "download",
    "kosten",
    "retentie",
    "keus",
    "onverlet",
    "langer",
    "opschort",
    "betaling",
    "withhold",
    "bewaren",
    "keuze",
    "formaat",
    "format",
    "op te slaan",
    "opslaan",
    "afwijken",
    "gegevens",
    "data",
    "daten",
    "données",
    "verzoek",
    "keus",
    "einde",
    "eindig",
    "terminat",
    *(
        "laatste dag",
        "weg",
        "afgifte",
        "af te geven",
        "kopie",
        "verdwenen",
        "facturen",
        "declaraties",
        "exit",
        "erasure",
    ),
    *(
        "effac",
        "gereed",
        "rekent",
        "weggegooid",
        "complet",
        "voltooi",
        "afgerond",
        "hands",
        "gives",
        "copy",
        "overdue",
        "lien",
        "statement",
    ),
    *(
        "übergeb",
        "herausgabe",
        "aushändig",
        "händig",
        "export",
        "kündig",
        "rechnung",
        "aufbewahr",
        "speicher",
        "stundens",
    ),
    *("zurückbehalt", "rétention", "retain", "retentie", "retention"),
    *("remet", "copie", "récup", "télécharg", "conserv", "résili"),
)
_HEADING = re.compile(
    r"\beinde?\b|beëindig|stoppen|\bstopt\b|opruimen|vertrek|teruggave|verwijder|vernietig|retour|weggaa|opzegging|\bexit\b|terminat|deletion|return|end of|"
    r"expir|löschung|löschen|rückgabe|herausgabe|beendigung|vertragsende|sort des|suppression|restitution|fin du|résiliation"
)
_NEAR, _NEARER = 700, 250
_NOT_THE_END = (
    r"{rights}|\brecht op (?:verwijdering|gegevenswissing|inzage)|\bright to erasure\b|{breach}|"
    r"{audit}|\b(?:verlies|loss)\b[^.]{0,40}(?:vernietig|destruction)|\bleidt tot\b|"
    r"\bleading to\b|\bmeans\b|\bwordt verstaan\b|"
    r"\b(?:clause|article|artikel|section|clausule) \d+ \(|\bduring the term\b(?!,? and\b)|\bgedurende de looptijd\b|"
    r"\bback-?ups? (?:gemaakt|worden gemaakt)\b|\btoevoeg\w*"
)


@lru_cache(maxsize=1)
def end_statements(reading: Reading) -> tuple[Statement, ...]:
    """The statements on what becomes of the data at the end, and those that go on about it."""
    found: list[Statement] = []
    for statement in statements(reading, *_WORDS):
        if is_at_the_end(statement, reading.language) or (found and _goes_on(found[-1], statement, reading.language)):
            found.append(statement)
    return tuple(found)


def _goes_on(before: Statement, statement: Statement, language: str) -> bool:
    """Whether `statement` still speaks of the data that `before` does, close after it in the same clause."""
    gap = statement.start - before.end
    same_article = bool(statement.clause.article) and statement.clause.article == before.clause.article
    return (
        ((statement.clause is before.clause and gap < _NEAR) or (same_article and gap < _NEARER))
        and statement.search(
            phrase(
                r"{delete}|{return}|{keep_by_law}|{choose}|{confirm}|{payment}|{costs}|{keep} … {must}|{must} … {keep}|"
                r"\b(?:completed|voltooid|afgerond|gereed|uitgevoerd)\b",
                language,
            )
        )
        is not None
        and statement.search(phrase(_NOT_THE_END, language)) is None
    )


def is_at_the_end(statement: Statement, language: str) -> bool:
    """Whether `statement` speaks of the data at the end of the agreement."""
    headed = _HEADING.search(statement.heading) is not None
    if "SUBPROCESSOR" in statement.heading or not (
        headed or statement.search(phrase(r"{end_of_agreement}", language)) is not None
    ):
        return False
    if statement.search(phrase(_NOT_THE_END, language)):
        return False
    return headed or bool(
        statement.search(phrase(r"(?:{delete}|{return}) … {data}|{data} … (?:{delete}|{return})", language))
        or statement.search(phrase(r"{delete} … {confirm}|{confirm} … {delete}", language))
        or statement.search(
            phrase(r"\bg(?:ib|eb)\w* … {data} … \b(?:heraus|zurück)\b|\bge(?:eft|ven) … {data} … \bterug\b", language)
        )
        or statement.search(phrase(r"\bPROCESSOR may (?:retain|withhold) … {data} … \buntil\b … {payment}", language))
    )


def _data(reading: Reading) -> Iterator[Candidate]:
    for _, group in groupby(end_statements(reading), key=lambda s: (s.clause.article, s.clause.heading)):
        yield from _fate(tuple(group), reading.language)


_RETURNS = r"{return}|\bwil CONTROLLER (?:\S+ ){0,3}kopie\b"
_DELETES = r"{delete}"
_REQUESTED = (
    r"\b(?:opvragen|op te vragen|opvraagt|op (?:\S+ ){0,4}verzoek|verzoek(?:t)?|desgevraagd|daarom (?:\S+ ){0,4}?(?:vraagt|verzoekt)|wil ontvangen|om … vragen|te vragen|vragen om|upon (?:\S+ ){0,3}request|"
    r"on (?:\S+ ){0,3}request|at (?:\S+ ){0,3}request|requests?|requested|auf (?:\w+ )?(?:verlangen|anforderung|wunsch)|"
    r"(?:sur|à la) (?:\w+ )?demande|demander|export\w*|retriev\w*|download\w*|télécharg\w*)\b"
)
_RETURN_REQUESTED = (
    rf"{_REQUESTED}[^.;]{{0,220}}(?:{{return}})|(?:{{return}})[^.;]{{0,60}}{_REQUESTED}|"
    rf"\bexport\w*|\bretriev\w*|\bdownload\w*|\btélécharg\w*|\bwil CONTROLLER\b"
)
_OR = r"\b(?:of|or|dan wel|danwel|hetzij|oder|ou|en/of|and/or|c\.q\.)\b"
_EITHER = rf"(?:{{delete}}|{{return}})[^.;]{{0,60}}{_OR}[^.;]{{0,80}}(?:{{delete}}|{{return}})"
# "laat CONTROLLER weten of de gegevens moeten worden overgedragen dan wel vernietigd": a choice in other words.
_SAYS_WHICH = (
    r"\bCONTROLLER\b[^.;]{0,80}\b(?:weten|kenbaar|wilt?|wenst?|kiest|beslist|bepaalt|aangeeft|instrueert|decides?|elects?|chooses?|instructs?|indicates?|souhaite|fait (?:connaître|savoir)|"
    r"notif\w+|entscheidet|wählt|teilt|indique|choisit)\b"
)
_AGREED_ON = r"(?:af(?:ge)?sp(?:reekt|reken|roken)|overeen(?:komt|komen|gekomen)|agree(?:s|d)?|vereinbart?|convenu)\b"
_AGREED = (
    rf"\b(?:tenzij|unless|sofern nicht|es sei denn|sauf)\b[^.;]{{0,120}}\b{_AGREED_ON}|\bsofern nicht\b[^.;]{{0,120}}\b{_AGREED_ON}|"
    r"\bpartijen (?:\w+ ){0,2}(?:afspreken|overeenkomen)\b|\bparties (?:have )?agree\w*|"
    r"\b(?:indien|als|voor zover|if|where|unless|tenzij|wenn|soweit) (?:\S+ ){0,4}?(?:overeengekomen|afgesproken|agreed|vereinbart)\b"
)
_BACKUP = re.compile(r"\bback-?ups?\b|\breservekopie\w*|\bsicherungs(?:kopien|systeme)\w*|\bsauvegardes?\b")
_WITH_BACKUPS = re.compile(
    r"\b(?:ook|inclusief|inbegrepen|alsmede|alle|including|all|einschließlich|auch|sämtliche|y compris)\b[^.;]{0,40}(?:back-?up|reservekopie|sicherungs|sauvegarde)|"
    r"(?:back-?ups?|reservekopieën|sicherungskopien)[^.;]{0,12}\b(?:inbegrepen|daaronder|included|eingeschlossen)"
)


def _fate(group: Sequence[Statement], language: str) -> Iterator[Candidate]:
    def saying(*patterns: str) -> tuple[Statement, ...]:
        return tuple(
            s for s in group if all(s.search(phrase(p, language)) for p in patterns) and not _BACKUP.search(s.own[:40])
        )

    group = tuple(
        s
        for s in group
        if not s.search(phrase(r"{confirm}", language))
        or s.search(phrase(r"\b(?:ontvangst|réception|receipt|empfang|eingang)\b", language))
        or s.search(phrase(r"{choose}", language))
        or (
            s.search(phrase(r"{return}", language))
            and s.search(phrase(r"{delete}", language))
            and not s.search(phrase(_EITHER, language))
        )
    )
    both = saying(_RETURNS, _DELETES)
    chosen = [s for s in saying(r"{choose}") if s in both or s.search(phrase(f"{_RETURNS}|{_DELETES}", language))]
    chosen += [s for s in both if s.search(phrase(_SAYS_WHICH, language)) and s.search(phrase(_EITHER, language))]
    if chosen and (saying(_RETURNS) and saying(_DELETES)):
        yield Candidate("end.data", "controller_chooses", _cited(chosen[:1]))
        return
    returning, deleting = saying(_RETURNS), saying(_DELETES)
    agreed = [s for s in returning if s.search(phrase(_AGREED, language))]
    if agreed and deleting:
        yield Candidate("end.data", "delete_unless_return_agreed", _cited((*agreed[:1], *deleting[:1])))
        return
    if not returning or not deleting:
        return
    requested = [
        s
        for s in returning
        if s.search(phrase(_RETURN_REQUESTED, language)) and not s.search(phrase(r"{payment}|\bpays? for\b", language))
    ]
    if requested:
        yield Candidate(
            "end.data", "return_on_request_then_delete", _cited((requested[0], deleting[0])), Strength.PASSING
        )
    elif (
        all(s.search(phrase(_EITHER, language)) is None for s in both)
        and any(s.subject is not Role.CONTROLLER for s in returning)
        and (saying(r"{end_of_agreement}") or any(_HEADING.search(s.heading) for s in group))
    ):
        yield Candidate("end.data", "return_then_delete", _cited((returning[0], deleting[0])), Strength.PASSING)


def _cited(among: Sequence[Statement]) -> tuple[tuple[int, int], ...]:
    return tuple(dict.fromkeys(p for s in among for p in s.passages))


_LIMIT = re.compile(
    r"\b(?:binnen|uiterlijk|maximaal|gedurende|tot|within|no later than|not later than|"
    r"for a period of|for|during|innerhalb|spätestens|dans un délai de|sous|na|"
    r"after|nach|après|nog|(?:données|copies|fichiers|l'ensemble) dans les|durant|pendant|(?:connaître|savoir|part) dans les|au plus tard|endéans)\b[^.;]{0,35}$|\b(?:heeft|hebt?|has|have|hat|dispose)[^.;]{0,30}$"
)
_CHOOSES = (
    r"\b(?:aan te geven|door te geven|te kiezen|te laten weten|afspreekt|afspreken|aangeven|laten weten|keuze|keus|kiezen|kiest|kenbaar|verzoek(?:t|en)?|export\w*|retriev\w*|download\w*|choose|"
    r"choice|elect\w*|request\w*|gelegenheid|opportunity|exercised|weten|vragen|niets|wahl|verlang\w*|exportier\w*|demand\w*|connaître|souhait\w*|récupér\w*|télécharg\w*)\b"
)
_CLAUSES = re.compile(r";|,? \b(?:tenzij|behoudens|unless|except|mits|provided that|met dien verstande)\b")


_BEFORE_THEN = r"\b(?:vóór|voor|binnen) die (?:tijd|termijn|datum)\b|\b(?:before|within) that (?:time|period|date)\b"


def _periods(reading: Reading) -> Iterator[Candidate]:
    for statement in end_statements(reading):
        backup = None if _WITH_BACKUPS.search(statement.own) else _BACKUP.search(statement.own)
        yield from _until_then(statement, reading.language)
        yield from _of_the_lead(statement, reading.language)
        yield from _kept_until(statement, reading.language)
        at = statement.offset
        told: set[str] = set()
        for part in _CLAUSES.split(statement.own):
            at = statement.text.index(part, at)
            for duration in durations(part):
                if backup and at + duration.start > statement.offset + backup.start() - _CLOSE:
                    break
                key = _period_of(part, duration, reading.language)
                if key:
                    # What an exception behind "unless" says of the same key is no second rule.
                    if key not in told:
                        yield Candidate(key, duration.iso, statement.passages)
                    told.add(key)
                    break


def _kept_until(statement: Statement, language: str) -> Iterator[Candidate]:
    """The time that data are kept for, where the next sentence deletes them: "nog dertig dagen. Daarna wissen wij ze."."""
    after = statement.following
    if after is None or not after.search(phrase(rf"{_AFTER_THAT}[^.;]{{0,60}}(?:{{delete}})", language)):
        return
    for duration in durations(statement.own):
        if _STILL_KEPT.search(statement.own[: duration.start]):
            yield Candidate("end.deadline", duration.iso, (*statement.passages, *after.passages), Strength.PASSING)
            return


_AFTER_THAT = r"\b(?:daarna|vervolgens|nadien|after that|thereafter|danach|ensuite)\b"
_STILL_KEPT = re.compile(r"\b(?:nog|bewa\w+|keep|kept|retain\w*|aufbewahr\w*|conserv\w*)\b[^.;]{0,50}$")


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
    r"\bCONTROLLER\b[^.;]{0,90}(?:{choosing})|\bwelk verzoek\b|(?:{choosing}) … \b(?:van|of|by|"
    r"door) (?:de |the )?CONTROLLER\b"
)
_KEPT = re.compile(r"\b(?:bewaart|bewaren|bewaard|retained?|kept|aufbewahr\w*|opgeslagen|stored)\b[^.;]{0,40}$")
_CHOICE_OF_ITS_OWN = r"\b(?:zijn|haar|its|their) (?:keu[sz]e?|choice|election|verzoek|request)\b|\bverzoek dient\b|\bverzoek\b[^.;]{0,50}\b(?:moet|dient|kan|behoort) CONTROLLER\b|\brequest must\b"
_FROM_THE_CHOICE = (
    r"[\s*_]*\b(?:nadat|na|after|following|of|from|nach|suivant|à compter de)\b(?:(?!\bgeen\b)[^.;,]){0,60}\b(?:keuze|verzoek|aanwijzing|choice|request|direction|instruction|"
    r"election|wahl|aufforderung|demande)\b"
)
_BY_PROCESSOR = re.compile(
    r"(?:^|\b(?:hat|wird|zal|shall|will|dient|moet|muss|doit|exécute|löscht|verwijdert|vernietigt|wist) (?:de |der |the |le )?)PROCESSOR\b[^.;]*$"
)
# "Dertig dagen na het einde zijn alle gegevens gewist": no word before the period says that it is a limit.
_OPENS_PART = re.compile(r"[\s*_(\d.)a-z•-]{0,8}$")
_AFTER_THE_END = (
    r"[\s*_]*\b(?:na|nadat|after|nach|après)\b (?:\w+ ){0,5}?(?:{end_of_agreement}|\bend\b|\bende\b|\bfin\b)"
)
# "Wij wissen uw gegevens één maand nadat de overeenkomst is geëindigd".
_GOING = r"{delete}[^.;]{0,60}$|\b(?:takes place|happens) (?:\w+ )?$|\bword(?:t|en) (?:\w+ )?$"
_CLOSE = 45
_PROVES = r"\b(?:verstrek\w*|provides?|issues?|geeft|stuurt|zendt|ontvangt|overlegt|übersendet|bestätigt)\b[^.;]{0,60}$"
_ACTS_AFTER = (
    r"{on_request}(?![^.;]{0,60}\b(?:gedaan|ingediend|made|submitted)\b) … \b(?:binnen|"
    r"within)\b[^.;]{0,30}$"
)


def _period_of(part: str, duration: Duration, language: str) -> str | None:
    """The fact that a period in `part` belongs to: the controller's time to choose, or the processor's to act."""
    before = part[: duration.start]
    at_once = phrase(_AFTER_THE_END, language).match(part, duration.end) and (
        _OPENS_PART.match(before) or phrase(_GOING, language).search(before)
    )
    if (
        not (_LIMIT.search(before) or at_once)
        or _KEPT.search(before)
        or phrase(r"{payment}|\bpays\b", language).search(part)
    ):
        return None
    choosing = phrase(_BY_CONTROLLER.replace("{choosing}", _CHOOSES), language).search(part) or phrase(
        _CHOICE_OF_ITS_OWN, language
    ).search(part)
    if phrase(_PROVES, language).search(before) and phrase(r"{confirm}", language).search(part):
        return None
    acts = phrase(
        r"{delete}|\bdo(?:es)? so\b|\b(?:voltooid|afgerond|gereed|completed|abgeschlossen)\b|\bexécut\w*|\bcarr(?:y|ies) … \bout\b|\b(?:krijg|krijgt|ontvangt|receives|bekommen|erhält|reçoit)\b|{return}|\bretourne\w*|\bgeretourneerd\b|\breturn(?:s|ed)?\b|\bzurück\w*|\brestitu\w*|"
        r"\bovergedragen\b|\boverdragen\b|\bdraagt … \bover\b|\bgeeft … \bterug\b|\bvoert … \buit\b|\bcarr(?:y|ies) out\b",
        language,
    ).search(part)
    if acts and _BY_PROCESSOR.search(before) and not re.search(_CHOOSES, before[-_CLOSE:]):
        return "end.deadline"
    if acts and phrase(_FROM_THE_CHOICE, language).match(part, duration.end):
        return "end.deadline"
    if (
        choosing
        and not (acts and phrase(_ACTS_AFTER, language).search(before))
        and not phrase(r"PROCESSOR (?:\w+ ){0,3}(?:{delete})|(?:{delete}) (?:de )?PROCESSOR", language).search(before)
    ):
        return "end.choice_window"
    if acts and not phrase(r"{keep_by_law}[^.;]{0,20}$", language).search(before):
        return "end.deadline"
    return None


RULES = (
    Rule("end-data", ("end.data",), _data),
    Rule("end-periods", ("end.choice_window", "end.deadline"), _periods),
)
