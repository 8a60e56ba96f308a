"""Reading -> what is laid on sub-processors, who answers for them, and whether their contracts may be seen (Art. 28(4))."""

from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule
from art28.extraction.topics.subprocessors.subprocessors import ELSEWHERE, WORDS, about_subs_here, is_headed_subs
from art28.extraction.words.cues import Reads, cue, phrase, reads, settled
from art28.extraction.words.statements import Statement, statements
from art28.terms import Role

_NO_FLOW_DOWN = (
    *ELSEWHERE[:1],
    r"\b(?:recht|right) (?:om|op|tot|to) … {audit}",
    r"^[^:;]{0,60}{audit}",
    r"{rights}",
    r"\bten minste \d",
    r"\bat least (?:\w+ )?\(?\d",
    r"\bboete\w*",
    r"\bindemn\w*",
    r"\b(?:cause|causes|causing) … to (?:breach|violate|infringe)\b",
    r"\b(?:nothing|niets) in (?:this|these|deze|dit)\b",
    r"(?:^\W*|[,;] )(?:\w\W )?(?:indien|als|wanneer|bij|if|when|where|upon|bei|wenn|si|en cas)\b[^.;]{0,50}{breach}[^.;]{0,80}{inform}",
    r"\bPROCESSOR (?:\w+ ){0,3}(?:niet|not|nicht) (?:verplicht|gehouden|obliged|required|verpflichtet)",
)
_THEM = (
    r"{sub}|\bmet (?:iedereen|elke partij|alle partijen) die (?:we|PROCESSOR) inschakel\w*|\bhun dezelfde\b|\b(?:legt|leggen) (?:PROCESSOR |hij |zij )?hen\b|\b(?:bindt|binden|houdt|houden) (?:PROCESSOR |hij |zij )?hen\b|\bzij\b|\bdeze partijen\b|\b(?:elk|ieder) van hen\b|\beach of them\b|\b(?:with|on) (?:each|all) of them\b|\bmet (?:elk|ieder) van hen\b|"
    r"\b(?:eingeschaltete|hinzugezogene|beauftragte)\w* (?:unternehmen|dienstleister|firmen)\b|\bihnen\b|\bceux-ci\b|\bces (?:sous-traitants|prestataires|PROCESSOR)\b"
)
_FLOW_DOWN = reads(
    "subprocessors.flow_down",
    # "Met hen maken PROCESSOR dezelfde afspraken als met CONTROLLER."
    cue(
        r"\bmet (?:hen|hem|die partij(?:en)?|deze partij(?:en)?|ieder van hen) (?:maakt|maken|sluit|sluiten) (?:PROCESSOR|hij|zij) (?:\w+ )?{same} … (?:{duties}|{contract})",
        unless=_NO_FLOW_DOWN,
    ),
    # "Alles waartoe PROCESSOR zich verbindt, bedingt hij ook van de derde."
    cue(
        _THEM,
        r"\b(?:alles|al hetgeen|hetgeen|wat) (?:waartoe|waaraan)? ?PROCESSOR\b … \b(?:verbindt|verbonden|gehouden|gebonden)\b … \b(?:ook|eveneens|insgelijks)\b",
        unless=_NO_FLOW_DOWN,
    ),
    cue(
        _THEM,
        r"(?:{same}) .{0,80}?(?:{duties})|(?:{duties}) .{0,100}?(?:{same})|"
        r"\bverplicht\w* … (?:relevante|vastgelegd\w*) … verplicht\w*|\b(?:fulfils?|comply|"
        r"complies) … (?:duties|obligations|terms) … \b(?:this|under)\b|\b(?:voldoen|"
        r"naleven) … (?:bepalingen|eisen|verplichtingen|voorwaarden) … (?:deze|overeenkomst)",
        unless=_NO_FLOW_DOWN,
    ),
    cue(
        _THEM,
        r"{held_to}",
        r"{same} … {this_contract}|\b(?:same|hetzelfde|dasselbe|la même chose)\b",
        unless=_NO_FLOW_DOWN,
    ),
    cue(
        r"SUBPROCESSOR",
        r"{held_to} … (?:{duties}|{contract}|what|hetgeen|wat) … {this_contract}|{held_to} … {this_contract}",
        unless=(
            *_NO_FLOW_DOWN,
            r"{specific_consent}|{general_consent}",
            r"\bPROCESSOR (?:blijft|remains|bleibt|demeure|reste)\b",
            r"{liable}",
        ),
    ),
    cue(
        r"\bSUBPROCESSOR\b[^.;]{0,160}\b(?:only|uitsluitend|nur|uniquement)\b",
        r"\bwritten (?:contract|agreement)\b|\bschriftelijke? (?:overeenkomst|contract)\b|\bcontract\b",
        r"\b(?:does|do|doet|doen) (?:so|dat|dit) (?:in accordance with|in overeenstemming met|volgens)\b",
        unless=_NO_FLOW_DOWN,
    ),
    cue(
        r"(?:{duties}) … \bzwischen CONTROLLER und PROCESSOR\b … SUBPROCESSOR … \bgelten\b|(?:{duties}) … {this_contract} … SUBPROCESSOR … \b(?:zu übertragen|weiterzugeben|aufzuerlegen|überträgt|durch|weiter|répercut\w*|reporter)\b",
        unless=_NO_FLOW_DOWN,
    ),
)
# "… een overeenkomst gesloten die gelijkwaardig is aan deze overeenkomst", "… bedingt van hulppersonen dat zij deze naleven".
_ALIKE = reads(
    "subprocessors.flow_down",
    cue(
        _THEM,
        r"\b\w*overeenkomst(?:en)?\b … \b(?:gelijkwaardig|gelijkluidend|vergelijkbaar|overeenkomstig|gelijk|identiek|conform)\b … {this_contract}",
        unless=_NO_FLOW_DOWN,
    ),
    cue(
        _THEM,
        r"\bPROCESSOR\b … \b(?:beding(?:t|en)|verplicht(?:en)?|bindt|binden|verlang(?:t|en)|eis(?:t|en)|ziet erop toe|zorg(?:t|en))\b … (?:{duties}) … {this_contract} … \b(?:na ?(?:te )?(?:leven|komen)|naleeft|nakomt|leven|houden|voldoen)\b|"
        r"\bdoor PROCESSOR\b … \bgebonden aan\b … (?:{duties}) … {this_contract}",
        unless=_NO_FLOW_DOWN,
        by=Role.PROCESSOR,
    ),
)
_LIABLE: tuple[Reads, ...] = (
    reads(
        "subprocessors.processor_liable",
        cue(
            r"PROCESSOR (?:is|blijft|remains)? ?(?:\w+ )?(?:niet|not) (?:aansprakelijk|verantwoordelijk|"
            r"liable|responsible)[^.;]{0,80}SUBPROCESSOR",
            unless=r"\bCONTROLLER zelf\b",
        ),
        value=False,
    ),
    reads(
        "subprocessors.processor_liable",
        cue(
            r"{liable}",
            r"SUBPROCESSOR|\bzo'n (?:bedrijf|partij|derde)\b|\b(?:de|iedere|elke|een) derden?\b|\b\w*leveranciers\b|\b(?:deze|die) derden?\b|\b(?:ingeschakelde|engaged) (?:derden|third)\b|"
            r"\b(?:hun|their|its|zij|it|they|sie|ihnen|deren|dessen|dieser|celui-ci|ses|leurs?)\b",
            r"\b(?:fout(?:en)?|handel\w*|uitbested\w*|nalaten|nakom\w*|nalev\w*|verplichting\w*|doen en laten|doet (?:of|en) nalaat|doet (?:of|en) laat|does or omits|do or fail to do|do or omit|acts?|actions?|"
            r"omissions?|performance|fulfil\w*|obligations?|pflicht\w*|exécution|onverlet|(?:wat|what)\b[^.;]{0,40}\b(?:SUBPROCESSOR|zij|ze|deze partijen|die partijen|they)\b[^.;]{0,20}\bdo(?:et|en|es)?\b|schade|gedrag\w*|"
            r"tekortkom\w*|compliance|uitvoering|daarvoor|daarop|als (?:voor )?de zijne|als (?:voor )?zijn eigen|als (?:was|ware\w*)|als had|(?:door (?:hem|haar|PROCESSOR) )?(?:ingeschakelde|ingezette) (?:derden|partijen|SUBPROCESSOR)|SUBPROCESSOR die (?:hij|zij|PROCESSOR)|verkeerd|inschakel\w*|inzet\w*|werkzaamheden|does or fails|faults?|failures?|conduct|(?:in )?voor SUBPROCESSOR|voor zichzelf|falsch|fehler|"
            r"handlung\w*|unterlass\w*|verschulden|verstöße|einhaltung|erfüllung|manquements?|fautes?|actes|inexécution|non-respect|dafür)\b",
            unless=(
                r"\b(?:niet|not|nimmer|never) (?:\w+ )?(?:aansprakelijk|liable|responsible|verantwoordelijk)\b",
                r"\bPROCESSOR\b[^.;,]{0,30}\b(?:no|geen|keine|keinerlei|aucune) (?:\w+ )?(?:liability|responsibility|aansprakelijkheid|verantwoordelijkheid|haftung|verantwortung|responsabilité)\b",
                r"\bSUBPROCESSOR (?:is|are|zijn|sind|ist|est|sont|blijven|remain) (?:\w+ )?(?:liable|responsible|aansprakelijk|verantwoordelijk|responsables?|verantwortlich) (?:for|voor|für|de) (?:its|their|zijn|hun|haar|seine|ihre|ses|leurs) (?:own|eigen|eigenen?|propres)\b|\bSUBPROCESSOR est (?:\w+ )?responsable de ses propres\b",
                r"\bPROCESSOR ne (?:répond|saurait)\b|\bn'est (?:pas|aucunement) responsable\b",
                r"SUBPROCESSOR (?:is|blijft|remains|shall be) (?:(?!PROCESSOR\b)\w+ )?(?:liable|aansprakelijk)",
                r"SUBPROCESSOR (?:is|blijft|remains|shall be) (?:\w+ )?(?:jegens|tegenover|to|towards) (?:the )?PROCESSOR\b",
                r"(?:^\W*|[,;] )(?:(?:dat|waarvoor|that|for which|de|the) )*CONTROLLER (?:is|blijft|remains|shall)\b",
                r"\b(?:is|blijft|remains|bleibt|ist|est|zal|will|shall|moet|must) CONTROLLER (?:[^.;]{0,40}\b)?(?:verantwoordelijk|aansprakelijk|responsible|liable|verantwortlich|responsable)\b",
                r"\b(?:boete|fine|penalt|geldbu)\w*",
            ),
        ),
    ),
)
# "Een fout van hen is een fout van PROCESSOR."
_THEIR_FAULTS = reads(
    "subprocessors.processor_liable",
    cue(
        r"\b(?:fout(?:en)?|tekortkoming(?:en)?|handelingen|nalaten|gedragingen|faults?|defaults?|failures?|acts?|omissions?|fehler|verschulden|fautes?|manquements?)\b"
        r" (?:van|door|of|by|von|des|de) (?:\w+ )?(?:hen|hun|deze partijen|die partijen|them|ihnen|celles?-ci|ceux-ci|SUBPROCESSOR)\b[^.;]{0,60}"
        r"\b(?:fout(?:en)?|tekortkoming(?:en)?|handelingen|eigen|faults?|failures?|acts?|own|fehler|fautes?|rekening|risico|those of|die van|denen|celles d[eu]|ceux d[eu])\b[^.;]{0,20}\bPROCESSOR\b",
        unless=r"\b(?:niet|geen|not|no|nicht|kein\w*|pas)\b",
    ),
)
# "Schiet een SUBPROCESSOR tekort, dan blijft PROCESSOR volledig aansprakelijk."
_WHERE_THEY_FAIL = reads(
    "subprocessors.processor_liable",
    cue(
        r"\b(?:schiet(?:en)?|leeft|leven|komt|komen|faalt|falen)\b[^.;]{0,20}\b(?:SUBPROCESSOR|zo'n (?:bedrijf|partij)|derden?)\b[^.;]{0,80}\b(?:tekort|na|nakoming)\b[^.;]{0,40}"
        r"\b(?:is|blijft) PROCESSOR\b … {liable}|"
        r"\b(?:if|where|should) (?:an? |any |the )?SUBPROCESSOR\b[^.;]{0,20}\b(?:fails?|defaults?|falls? short)\b[^.;]{0,100}\bPROCESSOR\b[^.;]{0,20}\b(?:is|remains?)\b … {liable}",
        unless=r"\b(?:niet|not|nooit|never) (?:\w+ )?(?:{liable})",
    ),
)
# "PROCESSOR blijft jegens CONTROLLER volledig aansprakelijk voor de nakoming", in an article on sub-processors.
_REMAINS = reads(
    "subprocessors.processor_liable",
    cue(
        r"\bPROCESSOR (?:blijft|blijven|remains?|bleibt|demeure|reste)\b … {liable}",
        r"\b(?:nakom\w*|nalev\w*|uitvoering|performance|compliance|fulfil\w*|erfüllung|einhaltung|exécution|verplichting\w*|obligations?)\b",
        unless=r"\b(?:niet|not|nicht|pas)\b|{breach}|{audit}",
        by=Role.PROCESSOR,
    ),
)
# "Wat een SUBPROCESSOR fout doet, wordt PROCESSOR aangerekend alsof zij het zelf had gedaan."
_CHARGED_TO_IT = reads(
    "subprocessors.processor_liable",
    cue(
        r"\b(?:fout(?:en)?|verkeerd|misgaat|nalaat)\b",
        r"\breken(?:t|en) CONTROLLER (?:aan )?PROCESSOR (?:\w+ )?(?:toe|aan)\b|\bspre(?:ekt|ken) CONTROLLER PROCESSOR (?:daar)?op aan\b|\bCONTROLLER (?:kan|kunnen|kunt) PROCESSOR daarop aanspreken\b|\bPROCESSOR (?:\w+ ){0,2}(?:aangerekend|toegerekend)\b|\b(?:aangerekend|toegerekend) aan PROCESSOR\b",
        r"SUBPROCESSOR|\bderden?\b|\b(?:deze|die) (?:bedrijven|partijen)\b|\b(?:zij|ze|hen)\b",
        unless=r"\b(?:niet|geen) (?:aangerekend|toegerekend|aanspreken)\b|\bCONTROLLER fout\b",
    ),
)
# "PROCESSOR legt hen dezelfde plichten op en blijft aansprakelijk."
_THEN_REMAINS = reads(
    "subprocessors.processor_liable",
    cue(
        r"\b(?:hen|hun|SUBPROCESSOR|them)\b … \b(?:en|and) (?:PROCESSOR |hij |zij |it )?(?:blijft|blijven|remains?) (?:zelf |volledig |daarvoor |hiervoor |fully |itself )*"
        r"(?:aansprakelijk|verantwoordelijk|liable|responsible)(?=[\s.;,]*$)",
        unless=r"{breach}|{audit}",
        by=Role.PROCESSOR,
    ),
)
_NOT_TO_INSPECT = (
    r"\b(?:kopie(?:ën)?|copy|copies|kopien?|copies?) (?:van|of|von|der|des?) (?:\w+ ){0,2}\w*(?:gegevens|data|daten|données)\b",
    r"\b(?:verzekering|polis|insurance|back-?up)\w*",
    r"{delete}",
    r"{rights}",
    r"\baudits?\b",
    r"\bnieuwe? SUBPROCESSOR … (?:inform)",
)
_INSPECTABLE: tuple[Reads, ...] = (
    reads(
        "subprocessors.contracts_inspectable",
        cue(
            r"\b(?:niet|not|no|nicht|keine?|geen|pas|aucune?) (?:\S+ ){0,3}(?:verplicht|gehouden|obligation|obliged|required|verpflichtet|obligé|tenu)\w*"
            r" … (?:{inspect}|disclos\w*|provide|supply|verstrek\w*) … {contract}",
            unless=_NOT_TO_INSPECT,
        ),
        cue(
            r"{contract}",
            r"SUBPROCESSOR",
            r"\b(?:niet|geen|not|nicht|keine) (?:ter )?(?:inzage|available|open|einsehbar)\b|\blig(?:t|gen) niet ter inzage\b",
            unless=_NOT_TO_INSPECT,
        ),
        value=False,
    ),
    reads(
        "subprocessors.contracts_inspectable",
        cue(
            r"{inspect}",
            r"{contract}",
            r"CONTROLLER|{on_request}",
            unless=(
                *_NOT_TO_INSPECT,
                r"\b(?:niet|geen|not|nicht|keine) (?:ter )?(?:inzage|available|open|einsehbar)\b",
                r"\b(?:niet|not|no|nicht|keine?|geen|pas|aucune?) (?:\S+ ){0,3}(?:verplicht|gehouden|obligation|obliged|required|verpflichtet|obligé|tenu)\w*",
            ),
        ),
    ),
)
# "Een afschrift daarvan": of the contracts that the sentence before speaks of.
_COPY_OF_IT = (
    r"{inspect} (?:daarvan|ervan|hiervan|thereof)\b|\bdaarvan … {inspect}|\b(?:copy|copies) (?:of (?:it|them)|thereof)\b|"
    r"\b(?:die|deze) (?:{contract}) … {inspect}|{inspect} … \b(?:die|deze) (?:{contract})"
)
# "Recht op inzage in de overeenkomst met SUBPROCESSOR": what is seen is the contract, and who asks for it the controller.
_RIGHT_TO_INSPECT = cue(
    r"CONTROLLER",
    r"SUBPROCESSOR|\bsub-?(?:ver|be)werkersovereenkomst",
    r"\binzage in (?:\S+ ){0,9}?(?:{contract}|afspraken)|\bstel(?:t|len)\b … \b\w*(?:overeenkomst|contract)(?:en)?\b … \b(?:beschikbaar|ter beschikking)\b",
    unless=(r"{people}", r"\b(?:niet|geen)\b", r"\b(?:aan|voor) SUBPROCESSOR\b", r"\baudits?\b"),
)
# "Daarin staan dezelfde plichten": in the contract of the sentence before.
_THEREIN = (
    r"^[\W\d]*(?:daarin|hierin|in (?:die|deze) (?:{contract})|(?:die|deze) (?:{contract})) … {same} … "
    r"\b(?:\w*verplichting(?:en)?|\w*plichten|eisen|voorwaarden|afspraken|waarborgen|bepalingen|beschermingsniveau|\w*niveau)\b"
)
_FLAGS = (_FLOW_DOWN, _ALIKE, *_LIABLE, reads("subprocessors.contracts_inspectable", _RIGHT_TO_INSPECT))


def _duties(reading: Reading) -> Iterator[Candidate]:
    among = tuple(s for s in statements(reading, *_DUTY_WORDS) if about_subs_here(s) or "organisaties" in s.text)
    yield from settled(
        reading, among, (*_FLAGS, _THEIR_FAULTS, _WHERE_THEY_FAIL, _CHARGED_TO_IT, _THEN_REMAINS, *_INSPECTABLE)
    )
    yield from settled(reading, tuple(s for s in among if is_headed_subs(s)), (_REMAINS,))
    for statement in among:
        before = statement.before
        told = before and (before if _on_contracts(before, reading.language) else before.before)
        if (
            before is not None
            and told is not None
            and statement.search(phrase(_COPY_OF_IT, reading.language))
            and _on_contracts(told, reading.language)
            and not any(statement.search(phrase(words, reading.language)) for words in _NOT_TO_INSPECT)
        ):
            yield Candidate(
                "subprocessors.contracts_inspectable", value=True, passages=(*told.passages, *statement.passages)
            )
        if (
            before is not None
            and statement.search(phrase(_THEREIN, reading.language))
            and before.search(phrase(r"{sub} … {contract}|{contract} … {sub}", reading.language))
            and not any(statement.search(phrase(words, reading.language)) for words in _NO_FLOW_DOWN)
        ):
            yield Candidate("subprocessors.flow_down", value=True, passages=(*before.passages, *statement.passages))


def _on_contracts(statement: Statement, language: str) -> bool:
    return statement.search(phrase(r"SUBPROCESSOR … {contract}|{contract} … SUBPROCESSOR", language)) is not None


_DUTY_WORDS = (
    *WORDS,
    "zij moeten",
    "zij zich",
    "aansprakelijk",
    "fouten van",
    "verantwoordelijk",
    "liable",
    "answers",
    "haft",
    "responsable",
    "inzage",
    "afschrift",
    "inzien",
    "in te zien",
    "daarin",
    "hierin",
    "kopie ",
    "verträge",
)


RULES = (
    Rule(
        "sub-processor-duties",
        ("subprocessors.flow_down", "subprocessors.processor_liable", "subprocessors.contracts_inspectable"),
        _duties,
    ),
)
