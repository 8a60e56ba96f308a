"""Text -> verdicts on instructions: documented, also for transfers, the law's exception, the warning (Art. 28(3)(a), end)."""

import re

from art28.checking.judging import Judgement, judged, missing, partial
from art28.checking.words.labels import AT_THE_START
from art28.checking.words.statements import Statement
from art28.checking.words.text import Questioned, cue, meeting

_WORDS = (
    "instruct",
    "instrue",
    "opgedragen",
    "opdraagt",
    "opdracht",
    "aanwijzing",
    "behalf",
    "direction",
    "weisung",
    "auftrag",
    "zoals CONTROLLER",
    "wat CONTROLLER",
    "as CONTROLLER",
    "wie CONTROLLER",
)
_ANOTHER_TOPIC = (
    r"{instruction} … {infringes}",
    r"{infringes} … {instruction}",
    r"{audit}",
    r"\b(?:SUBPROCESSOR|auditors?) (?:zal|zullen|dient|mag|shall|will|may|must|verwerkt|process)",
    r"\bCONTROLLER (?:garandeert|verklaart|warrants|represents|ensures|shall ensure|is verantwoordelijk|is responsible)\b",
    r"\b(?:buiten de (?:eer|eu)|derde ?land\w*|third countr\w*|outside the)\b … {consent}",
)
_BOUND = (
    cue(
        "{only}",
        "{instruction}",
        r"(?:\bdoe(?:t|n) (?:\w+ ){0,2}met (?:de |die )?\w*gegevens\b|\b\w*gegevens doe(?:t|n)\b)",
        unless=_ANOTHER_TOPIC,
    ),
    cue("{only}", "{instruction}", "{process}", unless=_ANOTHER_TOPIC),
    cue(
        r"\b(?:conform|volgens|overeenkomstig|op basis van|in overeenstemming met|in accordance with|pursuant to|based on|on|"
        r"under|following|gemäß|conformément|selon|nach|auf) … {instruction}",
        "{process}",
        r"\bPROCESSOR\b",
        unless=(*_ANOTHER_TOPIC, r"\bon (?:\w+ )?behalf\b(?!.{0,200}instruct)"),
    ),
)
# "Without a written instruction PROCESSOR processes no data."
_NOT_WITHOUT = cue(
    r"\b(?:zonder|without|ohne|sans)\b … {instruction}",
    "{process}",
    r"\b(?:geen|niet|nooit|nimmer|niets|no|not|never|nothing|nicht|nie|keine?\w*|nichts|aucune?|ne|n|jamais|rien)\b",
    unless=_ANOTHER_TOPIC,
)
_FOLLOWS = cue(
    r"\bPROCESSOR\b … \b(?:volgt|volgen|opvolgen|op te volgen|leeft|naleven|houdt zich|houden zich|follows?|compl(?:y|ies)|observes?|befolgt)\b … {instruction}",
    unless=_ANOTHER_TOPIC,
)
# "PROCESSOR follows the documented instructions in the processing": bound to them.
_FOLLOWS_WRITTEN = cue(
    r"\bPROCESSOR\b … \b(?:volgt|volgen|houdt zich|houden zich|follows?|observes?|befolgt|respecte)\b … {documented} {instruction}",
    "{process}",
    unless=_ANOTHER_TOPIC,
)
_FOLLOWS_THEM = cue(
    r"\bPROCESSOR\b … {instruction} … \b(?:op ?(?:te )?volg\w*|na ?(?:te )?kom\w*|na ?(?:te )?lev\w*)\b",
    unless=_ANOTHER_TOPIC,
)
_GIVEN_IN_THE_AGREEMENT = cue(
    r"\b(?:agreement|dpa|\w*overeenkomst|addendum|terms|tou)\b … \b(?:contains?|constitut\w+|bevat\w*|vormt|vormen|comprises?|sets? out|represents?)\b … {instruction}",
    unless=_ANOTHER_TOPIC,
)
_BOUND_TO_THE_AGREEMENT = (
    cue(
        r"\b(?:uitsluitend|alleen|slechts|enkel|niet voor (?:enig )?ander\w*|only|solely|exclusively|not … any other|nur|uniquement|seulement|exclusivement)\b",
        "{process}",
        r"\b(?:doel\w*|overeenkomst\w*|diensten|handelingen|opdracht|purposes?|agreement|services|zweck\w*|finalités?|vertrag\w*|contrat\w*|accord|leistung\w*|prestations?)\b",
        unless=("{infringes}", "{audit}", "{secrecy}", "{breach}", "SUBPROCESSOR", "{outside_eea}"),
    ),
    cue(
        r"\b(?:in opdracht van|on behalf of|im auftrag)\b",
        "{process}",
        r"\bPROCESSOR\b",
        unless=("SUBPROCESSOR", "{infringes}"),
    ),
)
_DOCUMENTED = (
    cue(r"{documented} (?:\w+ ){0,8}{instruction}"),
    cue("{instruction}", r"\bwordt (?:\w+ ){0,4}(?:vastgelegd|bevestigd|op schrift)\b"),
    cue(r"{instruction} (?:[\w.,;-]+ ){0,8}{documented}"),
    cue("{instruction}", r"\b(?:vastgelegd|opgenomen|neergelegd|beschreven|set out|set forth|laid down|contained|festgelegt)\b … \b(?:overeenkomst|agreement|dpa|bijlage|annex|contract|addendum|vertrag)\b"),
    cue("{instruction}", r"\b(?:agreement|overeenkomst|dpa|addendum|vertrag)\b … \b(?:constitutes?|vormt|vormen|geldt als|gelden als|are|comprise)\b … {instruction}"),
)  # fmt: skip
# "What is said orally PROCESSOR confirms by e-mail."
_CONFIRMED = (
    cue("{instruction}", r"\b(?:per e-?mail|schriftelijk|in writing|by e-?mail|in textform|per mail|schriftlich|par écrit)\b … \b(?:bevestig\w*|confirm\w*|bestätig\w*)\b"),
    cue("{instruction}", r"\b(?:bevestig\w*|confirm\w*|bestätig\w*)\b … \b(?:per e-?mail|schriftelijk|in writing|by e-?mail|in textform|per mail|schriftlich|par écrit)\b"),
)  # fmt: skip
_OTHER_WRITING = (*_ANOTHER_TOPIC, "{breach}", "{delete}", "{outside_eea}", r"\b(?:mondeling\w*|oral\w*|verbal\w*)\b")


def documented_instructions(text: Questioned) -> Judgement:
    """Art. 28(3)(a): only on documented instructions of the controller."""
    requirement = "a_instructions"
    among = text.about(*_WORDS)
    bound = meeting(among, *_BOUND, _NOT_WITHOUT, _GIVEN_IN_THE_AGREEMENT, _FOLLOWS_WRITTEN)
    if bound:
        written = meeting(bound, *_DOCUMENTED) or meeting(
            among,
            *(
                cue(
                    *c.says,
                    r"\b(?:instructi\w*|weisung\w*|(?:elke|iedere|alle) opdracht(?:en)?|opdrachten)\b",
                    unless=_OTHER_WRITING,
                )
                for c in _DOCUMENTED
            ),
        )
        written = written or meeting(among, *_CONFIRMED)
        return judged(requirement, written or bound, *(() if written else ("documented",)))
    loosely = meeting(text.about("verwerk", "process", "handelingen", "verarbeit"), *_BOUND_TO_THE_AGREEMENT)
    loosely = loosely or meeting(among, _FOLLOWS, _FOLLOWS_THEM)
    return partial(requirement, loosely, "instructions", "documented") if loosely else missing(requirement)


_TITLE = 70
_NUMBERED = re.compile(r"(?:art\w*\.? )?\d+(?:\.\d+)*\.? ")
_ENDED = re.compile(r"[.;:,]$")
_PLACES = (
    "buiten", "derde land", "derdeland", "outside", "third countr", "landen", "locaties", "locations", "länder", "doorgifte", "doorge", "transfer", "eer", "eea", "internationa", "ewr", "drittl",
    "europese", "european", "europäisch", "hors", "pays tiers", "drittst", "usa", "états-unis", "daarbuiten", "außerhalb", "countr", "canada", "india", "vereinigte", "indien", "united states", "nederland", "netherlands", "belgi", "duitsland", "germany", "deutschland", "ierland", "ireland",
)  # fmt: skip
_MOVES = r"\b(?:geeft (?:\w+ ){0,4}door|door ?te geven|brengt|stuurt|\w*verwerk\w*|doorg\w+|verla(?:at|ten)|leaves?|breng\w*|stur\w*|geven (?:\w+ ){0,4}door|opsla\w+|opgeslagen|bewaard|bewaart|bewaren|overdr\w+|overgedragen|verplaats\w*|toegang|export\w*|process\w*|moves?|moved|moving|transfer\w*|stor\w+|access\w*|accès|hosted|gelang\w*|verbring\w*|verbracht\w*|verlager\w*|verleg\w*|verarbeit\w*|trait\w*|übermitt\w*|transf[eé]r\w*|hébergé\w*)\b"
_STRICT = (
    cue(
        "{outside_eea}",
        _MOVES,
        r"\b(?:niet|geen|nimmer|verboden|uitgesloten|not|no|never|prohibited|forbidden|nicht|ne|n|keine|aucune?|untersagt|verboten)\b … \b(?:zonder|without|dan (?:na|met)|tenzij|unless|except|behalve|indien niet|until|ohne|sans|sauf|behoudens)\b … (?:{consent}|{instruction})",
    ),
    cue("{outside_eea}", _MOVES, r"\b(?:zonder|without|ohne|sans|sauf)\b … {consent} … \b(?:niet|geen|nimmer|not|no|nicht|ne|n)\b"),
    cue(
        "{outside_eea}",
        _MOVES,
        r"\b(?:alleen|uitsluitend|slechts|enkel|pas|only|solely|nur|uniquement|seulement|exclusivement|erst)\b … (?:{consent}|{instruction}|\b(?:verzoek van CONTROLLER|request of CONTROLLER|CONTROLLER'?s? (?:written )?request)\b)",
        unless=(r"\b(?:alleen|uitsluitend|only)\b … \b(?:binnen|within)\b … {consent}\b … \b(?:adequa|passend)",),
    ),
    cue("{outside_eea}", _MOVES, r"{consent} … \b(?:vereist|nodig|required|necessary|erforderlich|nécessaire|requise?)\b"),
    cue("{outside_eea}", _MOVES, r"\b(?:bedarf|bedürfen|setzt … voraus|vorbehaltlich|soumise?s? à|subordonnée?s? à|requiert|requièrent|nécessite\w*|vereist|vereisen|requires?|subject to)\b … {consent}", unless=("SUBPROCESSOR … {consent}",)),
    cue("{outside_eea}", _MOVES, r"\b(?:vraagt|vragen|asks?|fragt|fragen|demande)\b … (?:\b(?:eerst|vooraf|first|vorher|zuerst|d'abord)\b|{beforehand}) … {consent}", unless=("SUBPROCESSOR … {consent}",)),
    cue("{outside_eea}", r"(?:{documented}|{only}) … {instruction} … \b(?:inclu\w+|waaronder|met betrekking tot|with regard to|ten aanzien van|mede|ook|auch|y compris|également|onder meer|in bezug)\b"),
    cue("{outside_eea}", r"(?:\b(?:voorafgaande?|prior|vorherige\w*|préalable)\b … (?:{consent}|{instruction})|{consent} … \bpréalable\b)", _MOVES, unless=("SUBPROCESSOR … {consent}",)),
)  # fmt: skip
_EEA = r"(?:eer|eu|nederland|belgie|duitsland|ierland|frankrijk|germany|belgium|ireland|france|deutschland|europese (?:unie|econom\w+)|eea|european (?:union|economic)|netherlands|ewr|eee|europ\w+ (?:union|wirtschaftsraum))"
_HEDGED = r"\b(?:in (?:beginsel|principe|de regel)|zo ?veel mogelijk|waar mogelijk|bij voorkeur|primaire?|hoofdzakelijk|doorgaans|in principle|primarily|mainly|generally|as a rule|(?:where|as far as) possible|preferably|grundsätzlich|in der regel|vorrangig)\b"
_WITHIN_ONLY = (
    cue(
        r"\b(?:uitsluitend|alleen|slechts|enkel|only|solely|exclusively|ausschließlich|nur|uniquement|seulement|exclusivement)\b (?:\w+ ){0,8}\b(?:binnen|in|within|inside|innerhalb)\b (?:\w+ ){0,5}"
        + _EEA
        + r"\b",
        _MOVES,
        unless=(r"\btenzij\b", r"\bunless\b", "{breach}", r"\bsubject to\b", r"\bfirst\b", _HEDGED),
    ),
    cue(
        r"\b(?:niet|geen|nimmer|not|no|nicht|keine\w*|aucun\w*|pas)\b … \b(?:buiten (?:de )?(?:eer|eu|europese)|outside (?:of )?(?:the )?(?:eea|eu|european)|third countr\w+|derde ?land\w*|außerhalb (?:der|des) (?:eu|ewr|europ\w+)|drittl\w+|hors (?:de )?(?:l')?(?:ue|union|eee|espace)|pays tiers)\b",
        _MOVES,
        unless=("{unless}", r"\b(?:zonder|without|ohne|sans|sauf|indien|if|where|to the extent|voor zover)\b", "{breach}", "{law}", _HEDGED),
    ),
    cue(r"\b(?:verla(?:at|ten)|leaves?|verlassen)\b", "{outside_eea}", r"\b(?:niet|nooit|nimmer|not|never|nicht)\b", unless=("{unless}", "{breach}", _HEDGED, r"\b(?:zonder|without|ohne)\b")),
    cue(r"{outside_eea} … \b(?:uitgesloten|verboden|niet (?:toegestaan|mogelijk)|excluded|prohibited|forbidden|not (?:permitted|allowed)|untersagt|ausgeschlossen)\b", unless=("{unless}", "{breach}", _HEDGED, r"\b(?:zonder|without|ohne)\b")),
    cue(r"\b(?:blij(?:ft|ven)|remains?|stays?|bleib\w*)\b (?:\w+ ){0,6}\b(?:binnen|in|within|inside|innerhalb)\b (?:\w+ ){0,5}" + _EEA + r"\b", unless=("{unless}", "{breach}", _HEDGED)),
    cue(r"\b(?:all|alle|elke|iedere|any|sämtliche|jede|toute?s?|tout|de|the|die|les?)\b (?:\w+ ){0,3}(?:processing|verwerking\w*|data|\w*gegevens|verarbeitung\w*|daten|traitements?|données)\b (?:\w+ ){0,3}(?:takes? place|take place|happens?|vind(?:t|en) (?:\w+ ){0,3}plaats|geschied\w*|gebeurt|findet|finden|a lieu|s'effectue\w*|kept|stored|processed|opgeslagen|verwerkt|bewaard|gehost|gespeichert|verarbeitet|hébergée?s?) (?:\w+ ){0,4}(?:within|binnen|in|inside|innerhalb|dans|au sein de|en) (?:\w+ ){0,4}" + _EEA + r"\b", unless=("{unless}", "{breach}", "{consent}", _HEDGED, r"\b(?:en|of|and|or|und|oder|et|ou) (?:\w+ ){0,3}(?:daarbuiten|elsewhere|third countr\w+|derde landen|outside)\b")),
    cue(r"\b(?:alleen|uitsluitend|only)\b … \b(?:bijlage|annex|schedule|appendix|exhibit)\b", "{outside_eea}", _MOVES),
    cue(r"\b(?:alleen|uitsluitend|slechts|enkel|only|solely|exclusively|nur|ausschließlich|uniquement|exclusivement)\b (?:\w+ ){0,5}(?:land(?:en)?|locaties|countries|locations|länder\w*|standorte\w*|pays) (?:\w+ ){0,6}(?:bijlage|lijst|annex|schedule|list|anlage|annexe|liste)\b", _MOVES, unless=("SUBPROCESSOR", "{breach}", _HEDGED)),
    cue(AT_THE_START + r"PROCESSOR (?:verwerkt|bewaart|processes|stores|hosts|verarbeitet|speichert|traite|héberge) (?:\w+ ){0,4}(?:\w*gegevens|data|daten|données) (?:\w+ ){0,4}(?:binnen|in|within|inside|innerhalb|dans) (?:\w+ ){0,4}" + _EEA + r"\b", unless=("{unless}", "{breach}", _HEDGED, r"\b(?:en|of|and|or|und|oder|et|ou) (?:\w+ ){0,3}(?:daarbuiten|elders|elsewhere|third countr\w+|derde landen|outside)\b")),
)  # fmt: skip
_IN_PRINCIPLE = cue(_HEDGED, r"\b(?:binnen|in|within|inside|innerhalb|dans)\b (?:\w+ ){0,5}" + _EEA + r"\b", _MOVES)
_CARVED_OUT = (
    cue(r"\b(?:tenzij|unless)\b.{0,120}, (?:het|of indien|of wanneer|dan wel|if|or if|or where|where)\b"),
    cue(r"\b(?:met uitzondering van|uitgezonderd|with the exception of|except for)\b"),
    cue(r"(?:{consent}|{instruction}).{0,80}\b(?:of(?! (?:the|CONTROLLER|PROCESSOR|any|such|both|each|its)\b)|or|dan wel|hetzij|either|oder|ou)\b.{0,80}\b(?:adequa\w*|passende? (?:waarborg|bescherming)\w*|safeguards|standard|model\w*|sccs?|angemessen\w*|appropri\w*|adéquat\w*)\b"),
    cue(r"\b(?:adequa\w*|passend\w*|safeguards|sccs?|standard|model\w*)\b.{0,80}\b(?:of(?! (?:the|CONTROLLER|PROCESSOR|any|such|both|each|its)\b)|or|dan wel|oder|ou)\b.{0,60}(?:{consent}|{instruction})"),
)  # fmt: skip
_SWITCHED_OFF = cue(
    r"\b(?:niet van toepassing|geldt niet|gelden niet|(?:does|do|shall) not apply|gilt nicht)\b", unless=("{law}",)
)
_ONLY_OTHERS = cue(
    r"\b(?:(?:laten|doen) verwerken door|door (?:andere|derden|SUBPROCESSOR)|(?:transfer|disclos\w+) … \bto (?:any )?(?:SUBPROCESSOR|third part\w+))\b",
    unless=(r"\b(?:verwerken of (?:te )?laten verwerken|verwerkt of|zelf)\b",),
)  # fmt: skip
_CHAPTER_V = r"\bart(?:\.|ikel(?:en)?|icles?|\w*)? ?4[4-9]\b"
_ENOUGH = rf"(?:\b(?:adequa\w*|waarborg\w*|safeguards?|standard contractual|standaardcontract\w*|model\w*|sccs?|bcr\w*|(?:privacy|data) ?(?:framework|shield)|chapter v|hoofdstuk v|kapitel v|angemessen\w*|standardvertrag\w*|garantien|dpf)\b|{_CHAPTER_V})"
_GOES = rf"(?:{_MOVES}|\b(?:gaat|gaan|komt|komen|staat|staan|go(?:es)?|kept|put)\b)"
# "Should data leave the EEA after all, standard clauses apply": a rule of staying within it that yields to safeguards.
_YIELDS = (
    cue("{outside_eea}", r"\b(?:indien|voor ?zover|mocht\w*|wanneer|als|if|where|to the extent|should|in so far as|insofar|sofern|soweit|falls)\b", _ENOUGH, _MOVES, unless=("{consent}", "{instruction}", r"\b(?:zal|zullen|kan|kunnen) (?:\w+ ){0,3}(?:niet|geen)\b")),
    cue("{outside_eea}", r"\b(?:alleen|uitsluitend|slechts|enkel|only|solely|nur|uniquement|seulement|exclusivement|ausschließlich)\b … \b(?:op basis van|indien|als|mits|op grond van|met|onder|on the basis|based on|if|where|with|under|auf grundlage|wenn|sofern)\b", _ENOUGH, _GOES, unless=("{consent}", "{instruction}")),
)  # fmt: skip
_CONTRACTED = cue(
    "{outside_eea}",
    r"\b(?:standard contractual|standaardcontract\w*|modelcontract\w*|sccs?|standardvertrag\w*|clauses contractuelles|bcrs?)\b",
    r"\b(?:concluded?|entered into|enters? into|in place|gesloten|sluit\w*|overeengekomen|abgeschlossen|abschlie\w*|vereinbart|conclu\w*|signé\w*|reposent|repose|encadré\w*|based on|gebaseerd)\b",
)
_SAFEGUARDS = cue(
    "{outside_eea}",
    rf"(?:{_ENOUGH}|\b(?:nodig|noodzakelijk|kan|kunnen|art(?:\.|ikel(?:en)?|icles?) 4[4-9]|adequa\w*|passend\w*|waarborg\w*|safeguards?|standard contractual|model\w*|sccs?|bcr\w*|privacy framework|toegestaan|toestemming|"
    r"authori[sz]\w+|consent\w*|may|mag|chapter v|hoofdstuk v|angemessen\w*|appropri\w*|adéquat\w*|standardvertrag\w*|clauses contractuelles|garantien|garanties|dpf|clauses|lawful\w*)\b)",
    _MOVES,
)  # fmt: skip


def _is_title(one: Statement) -> bool:
    """Whether `one` is the numbered title of a clause, which promises nothing by itself."""
    return len(one.own) < _TITLE and bool(_NUMBERED.match(one.own)) and not _ENDED.search(one.own)


# "Where law obliges it to transfer data, it says so first": the law's exception, which leaves its own transfers free.
_OBLIGED = cue(
    r"\b(?:si|s'il|lorsqu\w*|if|where|wenn|falls|sofern|indien|als|wanneer)\b (?:[\w']+ ){0,4}{demanded} … {outside_eea} … {law}",
    "{inform}",
    unless=("{consent}",),
)


def transfers_on_instruction(text: Questioned) -> Judgement:
    """Art. 28(3)(a): outside the EEA only on the controller's instruction or consent, or to places it agreed."""
    requirement = "a_transfers_on_instruction"
    among = text.about(*_PLACES)
    strict = tuple(one for one in meeting(among, *_STRICT) if not _OBLIGED.meets(one))
    within = tuple(one for one in meeting(among, *_WITHIN_ONLY) if not _is_title(one))
    yields = () if strict else meeting(among, *_YIELDS)
    if strict or (within and not yields):
        by = strict or within
        if strict and all(_ONLY_OTHERS.meets(one) for one in strict):
            return partial(requirement, by, "own_processing")
        carved = meeting(strict, *_CARVED_OUT)
        off = tuple(o for one in by for o in text.around(one, after=3) if _SWITCHED_OFF.meets(o))
        if carved or off:
            return partial(requirement, (*by[:2], *off), "without_exception")
        return judged(requirement, by)
    hedged = meeting(among, _IN_PRINCIPLE)
    safeguards = (*within[:1], *yields[:2]) if within else (meeting(among, _SAFEGUARDS, _CONTRACTED) or hedged)
    return partial(requirement, safeguards, "instruction") if safeguards else missing(requirement)


_PROHIBITED = r"\b(?:verbied\w*|verbod\w*|verboden|prohibit\w*|forbid\w*|permitted|permits|toegestaan|toelaat|untersag\w*|interdi\w*|verbiet\w*|dat niet mag|als dat mag|lawfully (?:may|can)|legally (?:able|permitted) to|if (?:\w+ ){1,3}(?:allowed|permitted) to|(?:soweit|wenn|falls) (?:\w+ ){1,4}(?:erlaubt|darf|zulässig)|mits dat (?:mag|geoorloofd|toegestaan)|niet (?:mogen|mag) (?:vertellen|zeggen|melden))\b"
_FIRST = r"\b(?:eerst|first|zuerst|d'abord)\b"
_EXCEPTION = (
    cue("{unless}", "{law}", "{demanded}", "(?:{instruction}|{process})", unless=("{secrecy}", "{delete}", "{infringes}", "{breach}", "{audit}")),
    cue(r"\b(?:wettelijk\w*|legal|statutory) (?:verplichting|plicht|obligation|requirement)\w*\b", r"\bbuiten (?:de|haar|zijn) instructies\b|\boutside (?:the )?(?:scope of )?(?:the )?instructions\b"),
)  # fmt: skip
_EXCEPTION_ALSO = (
    cue(r"\b(?:slechts|alleen|uitsluitend|enkel|only|nur|uniquement)\b … \b(?:indien|wanneer|als|voor ?zover|where|if|wenn|soweit|si|lorsque)\b … {law} … {demanded}", "(?:{process}|{instruction})", unless=("{secrecy}", "{delete}", "{infringes}", "{breach}", "{audit}", "{rights}", "SUBPROCESSOR")),
    cue("{law}", r"\b(?:in de weg|verhinder\w*|belet\w*)\b", "{instruction}", unless=("{secrecy}", "{delete}", "{infringes}", "{breach}", "{audit}")),
    cue("{law}", "{demanded}", r"\b(?:iets anders|geen opdracht|buiten (?:de )?opdracht|zonder (?:opdracht|instructie)|without (?:an )?instruction|contrary to)\b"),
    cue("{law}", r"\b(?:unberührt|onverlet|zonder afbreuk|without prejudice|sans préjudice)\b", r"\b(?:\w*pflicht\w*|verplicht\w*|plicht\w*|oblig\w*|requirements?)\b", "{inform}", unless=("{secrecy}", "{delete}", "{infringes}", "{breach}", "{audit}", "{liable}")),
    cue(AT_THE_START + r"(?:lorsqu\w*|si|verlangt|fordert|zwingt|verplicht|eist|vereist)\b … {law} … \b(?:ander\w*|etwas anderes|iets anders|autre\w*)\b", "{demanded}", unless=("{secrecy}", "{delete}", "{infringes}", "{breach}", "{audit}", "{rights}")),
    cue(r"\b(?:lorsqu\w*|si|s'il|wenn|falls|sofern|where|if|wanneer|indien|als|mocht)\b … {law} … {demanded} … {process} … {inform}", unless=("{secrecy}", "{delete}", "{infringes}", "{breach}", "{audit}", "{rights}")),
    cue("{law}", "{demanded}", "{process}", "{inform}", r"\bCONTROLLER\b", rf"(?:{{beforehand}}|{_FIRST}|{_PROHIBITED})", unless=("{secrecy}", "{delete}", "{infringes}", "{breach}", "{audit}", "{rights}", "SUBPROCESSOR", "{request}")),
    cue(AT_THE_START + r"(?:indien|als|wanneer|if|where|wenn|falls|si|lorsqu\w*)\b … {law} … {demanded} … {data} … \b(?:verstrek\w*|af ?(?:te )?geven|disclos\w*|offenleg\w*|herausgeb\w*|communiqu\w*)\b", "{inform}", r"\bCONTROLLER\b", unless=("{secrecy}", "{delete}", "{infringes}", "{breach}", "{audit}", "{rights}", "SUBPROCESSOR")),
    cue("{law}", r"\b(?:wijkt|afwijk\w*|afgeweken|gaat boven|gaan boven|dwingt|prevails?|overrides?|departs? from|deviates? from|other processing|andere verwerking\w*|anders te handelen)\b", r"(?:{instruction}|{process}|\bvan (?:artikel |lid )?\d+(?:[. ]\d+)* (?:\w+ ){0,2}afwijk\w*)", unless=("{secrecy}", "{delete}", "{infringes}", "{breach}", "{audit}")),
    # "What law demands that CONTROLLER never asked for."
    cue("{law}", "{demanded}", r"\b(?:waar|wat) CONTROLLER (?:\w+ ){0,2}niet (?:\w+ ){0,2}(?:vroeg|vraagt|gevraagd|opgedragen)\b|\bnot (?:\w+ )?asked for\b", unless=("{rights}", "{breach}")),
    # "Where an authority orders it to hand over data and law obliges it, it tells first."
    cue(r"\b(?:bevel\w*|vordering\w*|gelast|gelasten|orders?|subpoena|anordnung\w*|injonction)\b", "{law}", "{demanded}", "{inform}", r"\bCONTROLLER\b", rf"(?:{{beforehand}}|{_PROHIBITED})", unless=("{secrecy}", "{delete}", "{infringes}", "{breach}", "{audit}", "{rights}", "SUBPROCESSOR")),
)  # fmt: skip
_REQUIREMENT = r"\b(?:\w*wetgeving|verplicht\w*|voorschrift\w*|vereis\w*|requirement\w*|wettelijk\w*|law|laws|bepaling\w*|obligation|anforderung\w*|exigence\w*|recht\w*)\b"
_NOTICE = cue("{inform}", "CONTROLLER", _REQUIREMENT, unless=("{breach}", "{rights} … {request}", "{delete}"))
_NOTICE_THEREOF = cue(
    "{inform}",
    r"\b(?:in dat geval|hiervan|daarvan|in (?:that|such)(?: a)? case|in which case|thereof|en (?:avise|informe|avertit)|dat dan|dat (?:vooraf|van tevoren|eerst)|daarover|hierover|le (?:signale|dit|notifie|fait savoir)|l'en|darüber|hierüber|über (?:sie|diese)|sagt (?:\w+ ){0,2}das|teilt (?:\w+ ){0,2}(?:dies|das))\b",
    "CONTROLLER",
    unless=("{breach}", "{instruction} … {infringes}"),
)
# "It reports this beforehand", right behind the exception.
_NOTICE_BESIDE = cue(
    AT_THE_START + r"(?:PROCESSOR|hij|zij|it|er|sie|il|elle|dit|dat|dies|this)\b",
    "{inform}",
    r"\b(?:dit|dat|daarvan|hiervan|this|that|dies|das|le|l)\b",
    rf"(?:{{beforehand}}|{_PROHIBITED})",
    unless=("{breach}", "{rights}", "{infringes}", "{audit}"),
)
_NOTICE_WITH_IT = cue(
    "{inform}",
    r"\bPROCESSOR\b",
    "{law}",
    _PROHIBITED,
    unless=("{breach}", "{rights}", "{instruction} … {infringes}", "{audit}"),
)
_NOTICE_ANYWHERE = cue(
    "{inform}", "CONTROLLER", _REQUIREMENT, _PROHIBITED,
    unless=("{breach}", "{rights}", r"\b(?:autoriteit\w*|authorit\w*|enforcement|overheid\w*|court|rechter|toezicht\w*|regulator\w*|subpoena|behörde\w*)\b(?!.{0,80}\b(?:verplicht|require))"),
)  # fmt: skip


def legal_exception_with_notice(text: Questioned) -> Judgement:
    """Art. 28(3)(a): processing that Union or member-state law demands, announced beforehand unless forbidden."""
    requirement = "a_legal_exception_notice"
    exceptions = meeting(
        text.about("wet", "recht", "law", "legal", "statut", "regulat", "gesetz", "droit", "loi", "légal"),
        *_EXCEPTION,
        *_EXCEPTION_ALSO,
    )
    if not exceptions:
        return missing(requirement, meeting(text.about(*_WORDS), *_BOUND, *_BOUND_TO_THE_AGREEMENT))
    notices = tuple(
        other
        for one in exceptions
        for other in (one, *text.around(one, after=3))
        if _NOTICE.meets(other)
        or _NOTICE_THEREOF.meets(other)
        or _NOTICE_WITH_IT.meets(other)
        or (other.index == one.index + 1 and _NOTICE_BESIDE.meets(other))
    ) or meeting(text.about("verb", "prohib", "forbid", "permit", "toegestaan", "untersagt"), _NOTICE_ANYWHERE)
    by = (*exceptions[:2], *notices[:1])
    any_law = () if meeting((*exceptions, *notices), cue("{union_law}")) else ("union_law",)
    if not notices:
        return partial(requirement, by, "notice", *any_law)
    lacking = []
    if not meeting(notices, cue("{beforehand}"), cue(_FIRST), cue(_PROHIBITED)):
        lacking.append("beforehand")
    return judged(requirement, by, *lacking, *any_law)


_UNLAWFUL_INSTRUCTION = cue(
    "{instruction}",
    "{instruction} … {infringes}",
    unless=(r"\bCONTROLLER (?:zal|shall|garandeert|staat|warrants|ensures|zorgt|represents)\b … {instruction}",),
)
_BEFORE = r"\b(?:voordat|alvorens|before|bevor|avant)\b"
_UNLAWFUL_ALSO = cue("{infringes} … {instruction}")
_AUDIT_WARNING = cue(
    "{inform}", "{infringes}", "{audit}", r"\b(?:mening|oordeel|opinion|view|believes?|meinung|avis|estime)\b"
)
_DIFFERENT_HANDS = cue(
    r"(?:\b(?:ingeschakelde|engaged|mandated)\b … \b(?:derde|auditor|third)\b|"
    r"{instruction} (?:bij|tijdens|in het kader van|voor|during|for|in connection with) (?:een |de |an |the |any )?{audit})"
)


def infringement_warning(text: Questioned) -> Judgement:
    """Art. 28(3), end: tells the controller at once of an instruction that it thinks unlawful."""
    requirement = "h_infringement_warning"
    among = text.about("instruct", "opdracht", "aanwijzing", "direction", "weisung", "anweis")
    unlawful = meeting(among, _UNLAWFUL_INSTRUCTION, _UNLAWFUL_ALSO)
    warnings: list[tuple[Statement, ...]] = []
    for one in unlawful:
        if one.says("{inform}"):
            warnings.append((one,))
        else:
            warnings += [(one, other) for other in text.around(one, after=1) if other.says("{inform}")]
    general = [by for by in warnings if not _DIFFERENT_HANDS.meets(by[0])]
    if not general:
        audits = (
            *meeting(text.about("audit", "inspect", "controle", "prüfung"), _AUDIT_WARNING),
            *(by[0] for by in warnings),
        )
        bound = meeting(text.about(*_WORDS), *_BOUND, *_BOUND_TO_THE_AGREEMENT)
        return partial(requirement, audits, "any_instruction") if audits else missing(requirement, bound)
    at_once = [by for by in general if any(one.says(rf"(?:{{at_once}}|{_BEFORE})") for one in by)]
    chosen = (at_once or general)[0]
    return judged(requirement, chosen, *(() if at_once else ("immediately",)))
