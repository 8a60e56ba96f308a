"""Reading -> the end: what becomes of the data and who chooses (Art. 28(3)(g)); end_periods.py has the times, end_terms.py the rest.

The sentences of one provision are weighed together: return in one and deletion in the next is a return before deletion.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from art28.agreement.passages import Reading
from art28.document.pattern import lasting
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.words.cues import phrase
from art28.extraction.words.statements import Statement, statements
from art28.terms import Role

_WORDS = (
    "verwijder",
    "bevestig",
    "verklaring",
    "confirmation",
    "comply with th",
    "een en ander",
    "geschiedt",
    "gebeurt",
    "deze instructie",
    "daaraan",
    "hieraan",
    "die instructie",
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
        "vernicht",
        "händig",
        "export",
        "kündig",
        "rechnung",
        "aufbewahr",
        "speicher",
        "stundens",
    ),
    *("prefers", "wishes", " wants", "wipe", "wiping", "weist", "behalten", "erase"),
    *("zurückbehalt", "rétention", "retain", "retentie", "retention"),
    *("remet", "copie", "récup", "télécharg", "conserv", "résili"),
)
_HEADING = lasting(
    r"^[\W\d]*ende?\W*$|\bende de[rs] (?:nutzung|vertrag(?:e?s|sverhältnisses)|laufzeit|auftrags|zusammenarbeit|dienst\w*)\b|\buit elkaar ga|\bsamenwerking (?:\w+ ){0,2}(?:voorbij|stopt|ophoudt)|\bstopping\b|\bexpiry\b|\bfin de marché\b|\bagreement ends\b|\bwhen (?:\w+ ){1,4}?(?:ends?|leaves?|cancels?)\b|\bleaving\b|\bals (?:\w+ ){1,3}?(?:weggaat|opzegt|vertrekt)\b|\beinde?\b|beëindig|stoppen|\bstopt\b|opruimen|vertrek|\bafloop\b|\bwat (?:\w+ ){0,3}daarna\b|\ben daarna\b|teruggave|verwijder|vernietig|retour|weggaa|opzegging|\bexit\b|terminat|deletion|return|end of|"
    r"expir|löschung|löschen|rückgabe|herausgabe|beendigung|vertragsende|sort des|suppression|restitution|fin d(?:u|e l|es)\b|résiliation"
)
# "Berichtigung, Einschränkung und Löschung von Daten": what data subjects ask, and not the end.
_ON_RIGHTS = lasting(r"berichtigung|einschränkung|rectif|rectification|correction|rectificatie|betroffenenrecht")
_NEAR, _NEARER = 700, 250
_NOT_THE_END = (
    r"{rights}|\brecht op (?:verwijdering|gegevenswissing|inzage)|\bright to erasure\b|{breach}|"
    r"{audit}|\b(?:verlies|loss)\b[^.]{0,40}(?:vernietig|destruction)|\bleidt tot\b|"
    r"\bleading to\b|\bmeans\b|\bwordt verstaan\b|"
    r"\b(?:transfers?|links?|files?|uploads?|downloads?|messages?)\b[^.;]{0,160}\bexpir\w*|\bexpir(?:y|ation)\b[^.;]{0,40}\b(?:transfers?|links?|files?|uploads?)\b|"
    r"\b(?:clause|article|artikel|section|clausule) \d+ \(|\bduring the term\b(?!,? and\b)|\bgedurende de looptijd\b|"
    r"\b(?:collect|collecting|collection|verzamelen|erheben|erhebung|collecte), [^.;]{0,160}\b(?:retriev\w*|eras(?:e|ing|ure)|wissen|vernietig\w*|löschen|effacement)\b|"
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
                r"\b(?:een en ander|dit|dat|zulks) (?:geschiedt|gebeurt)\b|\bge(?:eft|ven) (?:PROCESSOR )?(?:daaraan|hieraan)\b[^.;]{0,60}\bgevolg\b|\b(?:aan|van) (?:deze|die) (?:instructie|opdracht)\b[^.;]{0,60}\b(?:voldo\w+|gevolg)\b|\bcompl(?:y|ies) with (?:this|that|such an?) instruction\b|\b(?:completed|voltooid|afgerond|gereed|uitgevoerd)\b|^[\W\d]*(?:dat|dit) verzoek\b",
                language,
            )
        )
        is not None
        and statement.search(phrase(_NOT_THE_END, language)) is None
    )


def is_at_the_end(statement: Statement, language: str) -> bool:
    """Whether `statement` speaks of the data at the end of the agreement."""
    headed = _HEADING.search(statement.heading) is not None and not _ON_RIGHTS.search(statement.heading)
    if "SUBPROCESSOR" in statement.heading or not (
        headed or statement.search(phrase(r"{end_of_agreement}", language)) is not None
    ):
        return False
    if statement.search(phrase(_NOT_THE_END, language)):
        return False
    after = statement.following
    if after is not None and after.search(phrase(_DELETED_AFTER_THAT, language)):
        return headed or statement.search(phrase(r"{data}", language)) is not None
    return headed or bool(
        statement.search(phrase(r"{delete} … \balles\b|\balles\b … {delete}", language))
        or statement.search(phrase(r"(?:{delete}|{return}) … {data}|{data} … (?:{delete}|{return})", language))
        or statement.search(phrase(r"{delete} … {confirm}|{confirm} … {delete}", language))
        or statement.search(
            phrase(
                r"\bg(?:ib|eb)\w* … {data} … \b(?:heraus|zurück)\b|\bge(?:eft|ven) … {data} … \bterug\b|\bdra(?:agt|gen) … {data} … \bover\b|\blever(?:t|en) … {data} … \b(?:op|uit|aan)\b",
                language,
            )
        )
        or statement.search(phrase(r"\bPROCESSOR may (?:retain|withhold) … {data} … \buntil\b … {payment}", language))
        or statement.search(phrase(r"\bPROCESSOR (?:may|mag|kan) … {keep} … {law}", language))
    )


# "… worden de gegevens nog drie maanden bewaard. Daarna worden ze gewist."
_DELETED_AFTER_THAT = r"^[\W\d]*(?:na (?:ommekomst|afloop|verloop|het verstrijken|het einde) van (?:deze|die|de genoemde) (?:termijn|periode)|na (?:deze|die) (?:termijn|periode)|after (?:this|that) (?:period|time)|nach (?:ablauf dieser|dieser) frist|daarna|vervolgens|nadien|after that|thereafter|danach|ensuite)\b[^.;]{0,60}(?:{delete})"


def _data(reading: Reading) -> Iterator[Candidate]:
    for _, group in groupby(end_statements(reading), key=lambda s: (s.clause.article, s.clause.heading)):
        yield from _fate(tuple(group), reading.language)


_ASKS_FOR_A_COPY = r"\b(?:kopie|exemplaar|export)\b[^.;]{0,110}\b(?:vragen|opvragen|aanvragen)\b"
_RETURNS = (
    rf"{_ASKS_FOR_A_COPY}|{{return}}|"
    r"\b(?:verstrekt|geeft|levert) … \bop (?:diens |zijn |haar )?verzoek een (?:kopie|export)\b|\bwil CONTROLLER (?:\S+ ){0,3}kopie\b"
)
_DELETES = r"{delete}"
_REQUESTED = (
    r"\b(?:vraagt daar (?:\S+ ){0,5}?om|opvragen|op te vragen|opvraagt|op (?:\S+ ){0,4}verzoek|verzoek(?:t)?|desgevraagd|daar ?om (?:\S+ ){0,4}?(?:vraagt|verzoekt)|daar (?:\S+ ){1,8}?om (?:vraagt|verzoekt)|wil ontvangen|om … vragen|te vragen|vragen om|upon (?:\S+ ){0,3}request|"
    r"on (?:\S+ ){0,3}request|at (?:\S+ ){0,3}request|requests?|requested|\bask(?=s? PROCESSOR to)|verlangt|si (?:celui-ci|ce dernier|CONTROLLER) (?:le|en fait la) demande|auf (?:\w+ )?(?:verlangen|anforderung|wunsch)|"
    r"zum (?:abruf|download)|herunter(?:zu)?laden|abrufbar|abrufen|"
    r"(?:sur|à la) (?:\w+ )?demande|demander|export\w*|retriev\w*|download\w*|télécharg\w*)\b"
)
_RETURN_REQUESTED = (
    rf"{_ASKS_FOR_A_COPY}|"
    rf"{_REQUESTED}[^.;]{{0,220}}(?:{{return}})|(?:{{return}})[^.;]{{0,60}}{_REQUESTED}|"
    rf"\bstel(?:t|len)\b[^.;]{{0,60}}{_REQUESTED}[^.;]{{0,40}}\bbeschikbaar\b|"
    rf"\bin de gelegenheid\b[^.;]{{0,80}}\b(?:op te halen|te halen|over te zetten|veilig te stellen)\b|"
    rf"\bexport\w*|\bretriev\w*|\bdownload\w*|\btélécharg\w*|\brécupér\w*|\bzum (?:abruf|download)\b|\bherunter(?:zu)?laden\b|\babruf(?:bar|en)\b|\bwil CONTROLLER\b"
)
# "PROCESSOR levert een export aan": what it hands over of its own accord.
_HANDS_OVER = (
    r"\bPROCESSOR (?:\w+ ){0,2}?(?:levert|verstrekt|zendt|stuurt|geeft|delivers?|provides?|hands?|übergibt|liefert|remet|fournit)\b"
    r"[^.;]{0,60}\b(?:export|kopie|copy|copie|download)\w*|"
    r"\b(?:levert|verstrekt|zendt|stuurt|geeft|mailt) (?:de )?PROCESSOR (?:\w+ ){0,3}(?:export|kopie)\w*|"
    r"\b(?:(?:krijgt?|ontvangt?|receives?|gets?|erhält|reçoit) (?:de |the |der |le )?CONTROLLER|CONTROLLER (?:\w+ )?(?:krijgt?|ontvangt?|receives?|gets?|erhält|reçoit))\b"
    r"[^.;]{0,60}\b(?:export|kopie|copy|copie)\w*"
)
_REQUESTED_OUTRIGHT = r"\b(?:verzoek\w*|vraagt|vragen|desgevraagd|opvra\w+|request\w*|asks?|verlang(?:en|t)|anforderung|wunsch|demande\w*)\b"
_OR = r"\b(?:of(?! aan (?:een|de|diens)\b)|or|dan wel|danwel|hetzij|oder|ou|en/of|and/or|c\.q\.)\b"
_EITHER = rf"(?:{{delete}}|{{return}})[^.;]{{0,60}}{_OR}[^.;]{{0,80}}(?:{{delete}}|{{return}})"
# "laat CONTROLLER weten of de gegevens moeten worden overgedragen dan wel vernietigd": a choice in other words.
_SAYS_WHICH = (
    r"\bof\b[^.;]{0,120}\bis aan CONTROLLER\b|\bCONTROLLER\b[^.;]{0,80}\b(?:weten|kenbaar|wilt?|wenst?|kiest|beslist|bepaalt|aangeeft|aangeven|aan of|instrueert|decides?|elects?|chooses?|instructs?|indicates?|souhaite|fait (?:connaître|savoir)|"
    r"notif\w+|entscheidet|wählt|teilt|indique|choisit)\b"
)
_AGREED_ON = r"(?:af(?:ge)?sp(?:reekt|reken|roken)|overeen(?:komt|komen|gekomen)|agree(?:s|d)?|vereinbart?|convenu)\b"
_UNLESS_ASKED = (
    r"\btenzij\b[^.;]{0,20}\bCONTROLLER\b[^.;]{0,60}\b(?:om )?(?:teruggave|overdracht|afgifte|een (?:kopie|export)|retournering)\b[^.;]{0,50}\b(?:heeft )?(?:verzocht|gevraagd|vraagt|verzoekt)|"
    r"\b(?:tenzij|unless|es sei denn|sauf si|à moins que)\b[^.;]{0,20}\bCONTROLLER\b[^.;]{0,80}(?:\b(?:teruggave|terug\w*|retour\w*|return\w*|rückgabe|herausgabe|restitution)\b[^.;]{0,30}\b(?:vraagt|verzoekt|verlangt|wenst|requests?|asks?|verlangt|demande)|"
    r"\b(?:vraagt|verzoekt|verlangt|wenst|requests?|asks?|verlangt|demande)\b[^.;]{0,30}\b(?:teruggave|terug\w*|retour\w*|return\w*|rückgabe|herausgabe|restitution))\b"
)
# "Wünscht der Kunde eine Herausgabe, muss er dies vorher mitteilen": return only where it is asked for.
_WANTS_IT_BACK = (
    r"^\W*(?:\d[\d.]*\W+)?(?:wünscht|verlangt|möchte|wil|wenst|verlangt|should|if) (?:de |the |der )?CONTROLLER\b[^.;]{0,60}(?:{return})[^.;]{0,80}"
    r"\b(?:vorher|vorab|rechtzeitig|vooraf|tijdig|eerder|beforehand|before|in time|in advance)\b"
)
_AGREED = (
    rf"\b(?:tenzij|unless|sofern nicht|es sei denn|sauf)\b[^.;]{{0,120}}\b{_AGREED_ON}|\bsofern nicht\b[^.;]{{0,120}}\b{_AGREED_ON}|"
    r"\bpartijen (?:\w+ ){0,2}(?:afspreken|overeenkomen)\b|\bparties (?:have )?agree\w*|"
    r"\b(?:indien|als|voor zover|if|where|unless|tenzij|wenn|soweit) (?:\S+ ){0,4}?(?:overeengekomen|afgesproken|agreed|vereinbart)\b"
)
# "Dertig dagen na het einde zijn bij PROCESSOR geen gegevens meer aanwezig."
NOTHING_LEFT = r"\b(?:geen|niet langer|no|keine\w*|aucune?) … {data} … \b(?:aanwezig|meer|over|achter\w*|remain\w*|left|vorhanden|held|conserv\w*)\b"
BACKUP = lasting(r"\bback-?ups?\b|\breservekopie\w*|\bsicherungs(?:kopien|systeme)\w*|\bsauvegardes?\b")
WITH_BACKUPS = lasting(
    r"\b(?:ook|inclusief|inbegrepen|alsmede|alle|including|all|einschließlich|auch|sämtliche|y compris)\b[^.;]{0,40}(?:back-?up|reservekopie|sicherungs|sauvegarde)|"
    r"(?:back-?ups?|reservekopieën|sicherungskopien)[^.;]{0,12}\b(?:inbegrepen|daaronder|included|eingeschlossen)"
)


# "PROCESSOR geeft geen verklaring van vernietiging af": of a paper, not of the data.
_PROOF = r"\b(?:verklaring|bewijs|certificaat|certificate|proof|statement)\b (?:van|of) (?:de |het |the )?(?:vernietiging|verwijdering|wissing|destruction|deletion|erasure)\b"


# "PROCESSOR verwijdert de gegevens binnen 60 dagen en bevestigt dat": it deletes first.
_THEN_CONFIRMS = r"(?:{delete})[^.;]{0,140}\b(?:en|waarna|and|und|et)\b[^.;]{0,16}\b(?:bevestigt|bevestigen|meldt|confirms?|bestätigt|confirme|(?:délivre|remet|atteste|justifie|certifie)\b[^.;]{0,40}|(?:verstrekt|overlegt|zendt|stuurt|levert|geeft) (?:hij |zij |PROCESSOR )?[^.;]{0,40}\w*verklaring)\b"
# "CONTROLLER laat weten of zij de gegevens terug wil. Anders wist PROCESSOR ze."
_OTHERWISE = r"^\W*(?:anders|zo niet|otherwise|if not|andernfalls|sinon)\b"


# That there is no obligation to return data tells of no return.
_NEED_NOT_RETURN = (
    r"\b(?:no|geen|keine\w*|aucune) (?:\w+ )?(?:obligation|duty|need|verplichting|plicht|pflicht|verpflichtung) … (?:{return})|"
    r"\b(?:not|niet|nicht|pas) (?:obliged|required|bound|verplicht|gehouden|verpflichtet|tenue?) … (?:{return})"
)


# "Any extra costs of the return are for CONTROLLER": a price is no promise to return.
_PRICED = (
    r"\b(?:costs?|expenses?|kosten|frais|coûts?)\b[^.;]{0,24}\b(?:of|for|from|van|voor|der|für|de|du)\b[^.;]{0,16}(?:{return})|"
    r"^[\W\d]*(?:if|where|when|indien|als|wenn|si)\b[^.;]{0,12}(?:{return})[^.;]{0,60}\b(?:costs?|expenses?|kosten|frais|coûts?)\b"
)


# "Zolang facturen openstaan, mag PROCESSOR de afgifte opschorten": what is held back is no promise to return.
_WITHHOLDS = r"\b(?:opschorten|op te schorten|opschort|achterhouden|achter te houden|withhold)\b"


def _fate(group: Sequence[Statement], language: str) -> Iterator[Candidate]:
    def saying(*patterns: str) -> tuple[Statement, ...]:
        return tuple(
            s for s in group if all(s.search(phrase(p, language)) for p in patterns) and not BACKUP.search(s.own[:40])
        )

    group = tuple(
        s
        for s in group
        if not s.search(phrase(rf"{{confirm}}|{_PROOF}", language))
        or s.search(phrase(r"\b(?:ontvangst|réception|receipt|empfang|eingang)\b", language))
        or s.search(phrase(r"{choose}", language))
        or s.search(phrase(_THEN_CONFIRMS, language))
        or (
            s.search(phrase(r"{return}", language))
            and s.search(phrase(r"{delete}", language))
            and not s.search(phrase(rf"{_EITHER}|{_PROOF}", language))
        )
    )
    both = saying(_RETURNS, _DELETES)
    chosen = [s for s in saying(r"{choose}") if s in both or s.search(phrase(f"{_RETURNS}|{_DELETES}", language))]
    chosen += [s for s in both if s.search(phrase(_SAYS_WHICH, language)) and s.search(phrase(_EITHER, language))]
    if chosen and (saying(_RETURNS) and saying(_DELETES)):
        yield Candidate("end.data", "controller_chooses", _cited(chosen[:1]))
        return
    returning, deleting = saying(_RETURNS), saying(_DELETES)
    returning = tuple(
        s for s in returning if not s.search(phrase(f"{_NEED_NOT_RETURN}|{_WITHHOLDS}|{_PRICED}", language))
    )
    agreed = [s for s in returning if s.search(phrase(f"{_AGREED}|{_UNLESS_ASKED}|{_WANTS_IT_BACK}", language))]
    if agreed and deleting:
        yield Candidate("end.data", "delete_unless_return_agreed", _cited((*agreed[:1], *deleting[:1])))
        return
    otherwise = [s for s in deleting if s.search(phrase(_OTHERWISE, language))]
    asked = [s for s in group if s.search(phrase(rf"{_SAYS_WHICH}[^.;]{{0,60}}\b(?:terug|back|return\w*)\b", language))]
    if otherwise and asked:
        yield Candidate("end.data", "delete_unless_return_agreed", _cited((asked[0], otherwise[0])))
        return
    if not returning or not deleting:
        return
    requested = [
        s
        for s in returning
        if s.search(phrase(_RETURN_REQUESTED, language))
        and (s.search(phrase(_REQUESTED_OUTRIGHT, language)) or not s.search(phrase(_HANDS_OVER, language)))
        and not s.search(phrase(r"{payment}|\bpays? for\b", language))
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


RULES = (Rule("end-data", ("end.data",), _data),)
