"""Reading -> instructions: whether data are processed only on them, the law's exception, the warning (Art. 28(3)(a))."""

from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.words.cues import cue, phrase, reads, topic
from art28.extraction.words.statements import statements
from art28.terms import Role

_ANOTHER_TOPIC = (
    r"^(?!.*\b(?:including|with regard to|met inbegrip van|onder meer|waaronder|ook|also|even|auch|aussi|einschließlich|y compris)\b.{0,60}"
    r"(?:transfer|doorgifte|übermittlung|transfert)).*\b(?:doorgifte|doorgeven|doorgegeven|transfer\w*|buiten de (?:eer|eu|europese))\b",
    r"{audit}",
    r"SUBPROCESSOR (?:zal|shall|will|verwerkt|process)",
)
_BOUND_BY = (
    r"(?:{instruction}|\b(?:op|conform|volgens|overeenkomstig|binnen|on|in accordance with|"
    r"within|gemäß|auf|sur|selon) (?:\S+ ){0,7}?(?:{an_instruction})|"
    r"\b(?:volgt|volgen|opvolgt|follows?|befolgt|befolgen|suit) (?:PROCESSOR |\w+ ){0,3}?(?:{an_instruction})|"
    r"\bCONTROLLER instructions\b)"
)

_INSTRUCTED = r"{an_instruction}|\bwhat CONTROLLER has (?:instructed|asked for|directed)\b"
_NOT_ALLOWED = (
    r"\b(?:not|in)compatible with\b|\bnot (?:compatible|in line|in keeping|in accordance|consistent) with\b|\bincompatible\b|\b(?:not|im)permissible\b|"
    r"\bnot (?:permitted|allowed|lawful) (?:under|by)\b|\billegal\b|\bkeeps? PROCESSOR from following\b|\bunvereinbar\b|\bdatenschutzwidrig\b|"
    r"\bnicht (?:vereinbar|zulässig|erlaubt|im einklang)\b|\bwiderspricht\b|\bunzulässig\b|\brechtswidrig\b|\billicite\b|\bnon conforme\b"
)
_IN_ITS_VIEW = (
    r"\b(?:PROCESSOR|it|the latter|deze|dieser|er|sie|es|celui-ci|il|elle) (?:\w+ )?(?:believes?|considers?|regards?|thinks?|finds?|deems?|views?|concludes?|is of the (?:opinion|view)|takes the view|"
    r"comes? to the (?:opinion|conclusion|view)|has reason to (?:think|believe)|hält|meint|erachtet|ansieht|estime|considère|juge)\b|"
    r"\b(?:in|according to) (?:the )?(?:PROCESSOR|its) (?:\w+ )?(?:view|opinion|judge?ment|assessment|estimation)\b|\b(?:appears?|seems?) to (?:PROCESSOR|it)\b|"
    r"\b(?:aus|nach) (?:der )?(?:sicht|ansicht|auffassung|meinung|einschätzung|überzeugung) (?:des |von )?PROCESSOR\b|\bPROCESSOR (?:zu dem|zum|zu der) (?:schluss|ergebnis|auffassung|überzeugung)\b|"
    r"\berscheint PROCESSOR\b|\bhat PROCESSOR (?:zweifel|bedenken)\b|\bdie PROCESSOR\b[^.;]{0,12}\bfür\b"
)

RULE = topic(
    "instructions",
    (
        "instruct",
        "vorige lid",
        "eerste lid",
        "voorgaande",
        "bepaalde in lid",
        "zoals",
        "only as",
        "opdracht",
        "aanwijzing",
        "weisung",
        "vraagt",
        "gevraagd",
        "auftrag",
        "opgedragen",
        "what CONTROLLER",
        "opdraagt",
    ),
    reads(
        "instructions.only_on_instruction",
        cue(
            r"{only} … (?:{instruction}|{an_instruction})|(?:{instruction}) … {only}|{only}",
            _BOUND_BY,
            r"{processes}|\bgebruik\w* … {data}|{data} … \bdoe(?:t|n) PROCESSOR\b|\bdoe(?:t|n) (?:\w+ ){0,2}?met (?:de |die )?{data}|\bPROCESSOR gebruik(?:t|en) (?:die|deze|ze)\b (?:alleen|uitsluitend|slechts|enkel)\b|\bgebruik(?:t|en) (?:die|deze|ze) (?:alleen|uitsluitend|slechts|enkel)\b … \bop\b|\bhandelingen\b|\bPROCESSOR\b … \bhandelt\b|\bPROCESSOR (?:shall |will |may )?(?:only )?acts?\b",
            unless=(
                *_ANOTHER_TOPIC,
                r"{infringes}",
                r"\bCONTROLLER (?:is|zal|shall|will|may|mag|kan)\b … {an_instruction}",
            ),
        ),
    ),
    reads(
        "instructions.only_on_instruction",
        cue(
            r"{only} … \bzoals CONTROLLER\b … \b(?:ingesteld|gevraagd|vragen|vraagt|opgedragen|aangegeven)\b|{only} … \b(?:volgt|volgen|befolgt|befolgen|follows?) (?:\w+ ){0,3}?(?:{an_instruction})|{only} (?:zoals|as|so wie|wie|comme) CONTROLLER\b … \b(?:opgedragen|opdraagt|aangegeven|aangeeft|wil|wenst|wants?|wishes|möchte|veut|instructs?|directs?|bepaalt|vraagt)\b|{only} … \bCONTROLLER … (?:\bopdracht (?:\w+ )?(?:heeft )?gegeven\b|\bopdracht (?:toe |voor )?(?:ge(?:eft|ven)|verstrekt|heeft gegeven)\b|\bopdraagt\b|\b(?:heeft|hebt|is) (?:\w+ )?(?:opgedragen|voorgeschreven|aangegeven|aangewezen)\b|\b(?:opgedragen|voorgeschreven) heeft\b|\bhas (?:\w+ )?(?:instructed|directed|told|asked)\b|\bangewiesen hat\b|\b(?:ge)?vraag[td]\b|\bvraagt?\b|\binstructs?\b|\bdirects?\b|\basks?\b|\btells?\b|\bauftr[aä]g\w*\b)",
            r"{processes}|\bdoes? … \bwith … {data}|\bdoe(?:t|n) … \bmet … {data}|{data} … \b(?:alleen|uitsluitend|slechts|only) (?:wat|what)\b|\bgebruik\w* … {data}|\b(?:handelt|gaat|gaan|omgaan) … \bmet … {data}|\buses? … {data}|\btu(?:t|n) … {data}",
            unless=(*_ANOTHER_TOPIC, r"{infringes}", r"{consent}", r"{rights}", r"{breach}", r"{delete}"),
            by=Role.PROCESSOR,
        ),
    ),
    reads(
        "instructions.only_on_instruction",
        cue(
            r"\b(?:conform|volgens|overeenkomstig|in overeenstemming met|met inachtneming van|aan de hand van|in accordance with|pursuant to|gemäß|nach|"
            r"conformément aux) (?:\S+ ){0,5}?(?:{an_instruction})",
            r"{processes}",
            unless=(*_ANOTHER_TOPIC, r"{infringes}", r"\b(?:niet|not)\b … (?:{an_instruction})"),
            by=Role.PROCESSOR,
        ),
        cue(
            r"\bPROCESSOR\b … \bhoud(?:t|en) zich\b … \baan (?:wat|hetgeen) (?:de |het )?CONTROLLER\b … \b(?:aangeeft|opdraagt|voorschrijft|zegt|vraagt)\b|"
            r"\bPROCESSOR (?:houdt|houden) zich\b … \baan (?:de |alle )?(?:\w+ ){0,3}?(?:{an_instruction})|"
            r"\bPROCESSOR (?:volgt|volgen|follows?|keeps? to|complies with) (?:\S+ ){0,4}?(?:{an_instruction})|"
            r"\bricht(?:en)? zich\b[^.;]{0,60}\bnaar (?:de |alle )?(?:\w+ ){0,3}?(?:{an_instruction})|\bverwerking\w*\b … \bberust(?:en)? op\b … {an_instruction}|"
            r"\bPROCESSOR\b … (?:{an_instruction}) (?:\S+ ){0,4}?(?:opvolg\w*|op te volgen|in acht (?:te )?nemen|naleven|na te leven|volgen)\b",
            r"CONTROLLER",
            unless=(*_ANOTHER_TOPIC, r"{infringes}", r"{breach}", r"\b(?:niet|not)\b … (?:{an_instruction})"),
            by=Role.PROCESSOR,
        ),
        cue(
            r"\b(?:niets|geen) … {data} … \bwaar(?:toe|voor)? (?:de )?CONTROLLER (?:\w+ ){0,2}?(?:geen|niet) (?:\w+ )?(?:{an_instruction}|opdracht)\b|"
            r"\b(?:niets|geen) … {data} … \bwaar(?:toe|voor) (?:de )?CONTROLLER … \bniet\b … \b(?:opdracht|opgedragen|gevraagd)\b",
            unless=(*_ANOTHER_TOPIC, r"{infringes}", r"{breach}"),
            by=Role.PROCESSOR,
        ),
        cue(
            r"\bzonder (?:\w+ ){0,2}?(?:{an_instruction})\b … CONTROLLER … \b(?:niets|geen)\b … {data}",
            unless=(*_ANOTHER_TOPIC, r"{infringes}", r"{breach}"),
        ),
        strength=Strength.PASSING,
    ),
    reads(
        "instructions.only_on_instruction",
        cue(
            r"\bPROCESSOR\b[^.;]{0,160}\b(?:in opdracht van|im auftrag des|on the instructions? of) CONTROLLER[^.;]{0,80}(?:{data})[^.;]{0,20}(?:{processes})",
            r"\b(?:verbindt|verplicht|verpflichtet|undertakes)\b",
            unless=(*_ANOTHER_TOPIC, r"{infringes}"),
            by=Role.PROCESSOR,
        ),
        strength=Strength.INFERRED,
    ),
    reads(
        "instructions.legal_exception",
        cue(
            r"(?:{unless}) .{0,120}?(?:{law_demands})",
            r"{instruction}|{an_instruction}",
            r"{processes}|\banders te handelen\b|\bact otherwise\b",
            unless=(r"{secrecy}", r"{delete}", r"\bdoorgifte\b", r"{infringes}"),
        ),
        cue(
            r"{unless} … \bCONTROLLER … (?:{law_demands})",
            r"\b(?:daarbuiten|voor het overige|verder)\b … \b(?:niet|geen)\b",
            r"{data}",
            unless=(r"{secrecy}", r"{delete}"),
            by=Role.PROCESSOR,
        ),
        cue(
            r"\b(?:dat|dit|anders|dit alles) (?:is|wordt|ligt|geldt) (?:dat|het|dit|niet|anders)\b",
            r"{law_demands}|\b(?:ingevolge|krachtens|op grond van|door) (?:een |de )?wettelijke (?:plicht|verplichting)\b",
            r"{data}",
            unless=(r"{secrecy}", r"{delete}", r"{infringes}", r"\bbewaar\w*"),
        ),
        cue(
            r"{law_demands}|\bopgelegde plicht\b",
            r"\b(?:geen|zonder|buiten|no|without) (?:\S+ ){0,3}(?:{an_instruction})|\bandere verwerking\b|\bother processing\b|"
            r"\bboven de (?:{an_instruction})|\b(?:wijkt|afwijk\w*|afgeweken)\b … (?:af\b|{an_instruction})|\bdeviat\w*",
            r"{an_instruction}|{processes}",
            unless=(r"{secrecy}", r"{delete}", r"{infringes}", r"\bbewaar\w*"),
        ),
    ),
    # "Het vorige lid geldt niet voor zover Unierecht PROCESSOR tot een verwerking dwingt."
    reads(
        "instructions.legal_exception",
        cue(
            r"\b(?:het (?:vorige|eerste|voorgaande) lid|het voorgaande|het bepaalde in (?:lid|artikel) [\d.]+|lid \d+) (?:geldt|is|blijft) (?:niet|buiten)\b",
            r"\b\w*(?:recht(?:elijke?)?|wet(?:telijke?)?|voorschrift|bepaling)\b … \b(?:PROCESSOR|hem|haar)\b … \btot (?:(?:een|de|die|enige) (?:\w+ )?)?verwerking\b … \b(?:dwingt|verplicht|noopt)\b",
        ),
        strength=Strength.INFERRED,
    ),
    # "PROCESSOR houdt zich aan de instructies, tenzij het recht dat verbiedt."
    reads(
        "instructions.legal_exception",
        cue(
            r"\bPROCESSOR\b … \b(?:houd\w*|volg\w*|opvolg\w*|naleven|leeft|nakom\w*|compl(?:y|ies)|follows?|befolgt|hält) … (?:{an_instruction})",
            r"(?:{unless}) … (?:\b\w*(?:recht|wet|wetgeving|law|laws|gesetze?)\b … \b(?:verboden|verbied\w*|verzet|prohibit\w*|forbid\w*|verbiete[nt])\b|\b(?:verboden|prohibited|forbidden)\b … \b\w*(?:recht|wet|wetgeving|law|laws)\b)",
            unless=(r"{secrecy}", r"{delete}", r"{inform}", r"SUBPROCESSOR"),
        ),
        strength=Strength.INFERRED,
    ),
    reads(
        "instructions.infringement_warning",
        cue(
            r"{an_instruction}",
            r"(?:{an_instruction}) .{0,160}?(?:{infringes})|(?:{infringes}) .{0,80}?(?:{an_instruction})",
            r"{inform}",
            unless=(
                r"{audit}",
                r"\bingeschakelde (?:derde|auditor)\b",
                r"\b(?:niet|not)\b … (?:verplicht|gehouden|obliged|required) … {inform}",
            ),
            by=Role.PROCESSOR,
        ),
        # "Is een opdracht van CONTROLLER naar het oordeel van PROCESSOR in strijd met de wet, dan bericht zij dat."
        cue(
            r"(?:{an_instruction}) .{0,160}?(?:{infringes})",
            r"\bnaar (?:het )?(?:oordeel|mening|inzicht) van PROCESSOR\b|\bvolgens PROCESSOR\b|\b(?:acht|vindt|meent) PROCESSOR\b",
            r"\b(?:dan|hij|zij|PROCESSOR|deze)\b … {inform}|{inform} … \b(?:hij|zij|PROCESSOR)\b",
            unless=(r"{audit}", r"\b(?:niet|not)\b … (?:verplicht|gehouden) … {inform}"),
        ),
        # "If in PROCESSOR's view an instruction is contrary to the law, CONTROLLER is to be alerted": whoever the sentence begins with.
        cue(
            rf"(?:{_INSTRUCTED}) .{{0,160}}?(?:{{infringes}}|{_NOT_ALLOWED})|(?:{{infringes}}|{_NOT_ALLOWED}) .{{0,80}}?(?:{_INSTRUCTED})",
            _IN_ITS_VIEW,
            r"{inform}|\bwarning\b|\bhinweis\b|\bbescheid\b",
            unless=(
                r"{audit}",
                r"\b(?:niet|not|nicht)\b … (?:verplicht|gehouden|obliged|required|verpflichtet) … {inform}",
                r"SUBPROCESSOR",
            ),
        ),
    ),
)
# "Vraagt CONTROLLER iets wat volgens de wet niet kan, dan hoort CONTROLLER dat": an instruction by its verb.
ASKS = topic(
    "instructions-asked",
    ("vraag", "verlangt", "verbied", "asks ", "verlangen", "auftrag", "something", "anything", "what", "whatever"),
    reads(
        "instructions.infringement_warning",
        cue(
            r"\b(?:vraagt?|verlangt?|wilt?) CONTROLLER\b … \b(?:iets|dingen)\b … \b\w*wet\w*\b … \b(?:niet (?:kan|mag)|verboden|verbiedt)\b|"
            r"\b(?:vraagt?|verlangt?|wilt?) CONTROLLER\b … \b(?:iets|dingen)\b … \bniet (?:kan|mag)\b … \b(?:avg|\w*wet\w*|regels)\b|"
            r"\bdat CONTROLLER\b … \biets (?:\w+ )?(?:vraagt|vragen|wil|willen)\b … \bniet (?:mag|kan)\b|\b(?:vindt?|vinden|denkt?|denken|meent|menen) PROCESSOR dat\b … \b(?:de avg|de wet|de regels)\b … \bverbied\w*|"
            r"\b(?:something|anything|what|whatever) (?:that |which )?(?:the )?CONTROLLER (?:\w+ ){0,2}?(?:asks?|instructs?|tells?|directs?|requests?)\b … (?:{infringes})|\b(?:iets|dingen|wat) (?:wat |dat )?CONTROLLER (?:PROCESSOR )?(?:vraagt|verlangt|opdraagt|wil)\b … (?:{infringes})|"
            r"\bkommt … auftrag von CONTROLLER\b … \bunzulässig\b|\bif CONTROLLER asks?\b … \b(?:law|gdpr) … \b(?:not allow|forbids?|prohibits?)\b",
            r"{inform}",
        ),
    ),
)
_EXCEPT_BY_LAW = (
    r"\bzich tot (?:de |die |zijn )?(?:{an_instruction}) (?:te )?beperk\w*|\bbeyond (?:those|the|its|such) (?:\w+ )?instructions\b|\bausgenommen\b|\banders (?:als|indien|wanneer|is)\b|\b(?:wijkt|wijken|afwijk\w*|afgeweken|afwijking|departs?|deviat\w*|abweich\w*|écarte\w*)\b|\blijdt uitzondering\b|\bin afwijking van\b|\b(?:slechts|alleen|uitsluitend) (?:wanneer|indien|als)\b|\bandere verwerking\b|\banders (?:te )?verwerk\w*|\biets anders\b|"
    r"\betwas anderes gilt\b|\banders (?:verhält|liegt) es\b|\b(?:dies|das) gilt nicht\b|\b(?:andere|weitere|weitergehende)[nr]? verarbeitung\b|\b(?:il|qu'il) (?:n')?en va autrement\b|\bil est fait exception\b|\bdit geldt niet\b|"
    r"\bweisungslos\w*|\bohne (?:\w+ )?weisung\b|\botherwise\b|\b(?:in (?:some|any) other|in (?:an)?other|in a different) (?:way|manner)s?\b|\bdifferently\b|\bto that extent only\b|\bunberührt\b|\banderweitig\w*|\bzu mehr\b|\bautre (?:usage|traitement)\b|\bautrement\b|"
    r"\bprocéder à un traitement\b|\bdaartoe (?:dwingt|verplicht|noopt)\b|\b(?:verstrekken|verstrekt|te verstrekken|afgeven)\b … \b(?:dan doen PROCESSOR dat|dan doet PROCESSOR dat|doen PROCESSOR dat)\b|"
    r"\buitzondering (?:geldt|bestaat|wordt gemaakt|op dit verbod)\b|\bafwijkende wettelijke (?:verplichting|plicht)\w*|\b(?:buiten|zonder|outside|außerhalb) (?:de |een |the |der |die )?(?:{an_instruction})"
)
EXCEPTION = topic(
    "instructions-legal-exception",
    ("wet", "recht", "bepaling", "plicht", " law", "gesetz", "loi", "droit", "ausnahmefall"),
    reads(
        "instructions.legal_exception",
        cue(
            r"{law_demands}",
            _EXCEPT_BY_LAW,
            r"\buitzondering geldt\b|\bexception applies\b|\bvan (?:artikel |lid |het bepaalde in )?\d+(?:\.\d+)+ (?:\w+ ){0,2}afwijk\w*|{an_instruction}|{processes}|{data}|{inform}|{instruction}|\b(?:geeft|geven|verstrekt|verstrekken) PROCESSOR (?:ze|die|deze)\b|\bhet vorige lid\b|\b(?:hier|daar)van\b|\bvan het (?:voorgaande|bovenstaande)\b|\bdat lijdt\b|\ben va autrement\b|\betwas anderes gilt\b|\banders verhält\b|\bfait exception\b|\bzu mehr\b|\biets anders\b",
            unless=(
                r"{secrecy}",
                r"{delete}",
                r"{breach}",
                r"{rights}",
                r"{audit}",
                r"\bdoorgifte\b|\btransfer\w*|\bbewaar\w*|\bbewaren\b|\bretain\w*|\baufbewahr\w*|\bconserv\w*|\bverstrek\w* aan\b|\bdisclos\w*|\bSUBPROCESSOR\b|\bkosten\b|\bcosts?\b",
            ),
            by=Role.PROCESSOR,
        ),
        # "PROCESSOR mag gegevens afgeven als de wet dat voorschrijft."
        cue(
            r"{law_demands}",
            r"\bPROCESSOR mag\b … {data} … \b(?:afgeven|verstrekken|doorgeven)\b|"
            r"{data} … \bte (?:verstrekken|geven|overleggen)\b … \b(?:zal|zullen|moet) (?:zij|hij|PROCESSOR) (?:\w+ )?daaraan (?:\w+ )?voldoen\b",
            unless=(r"{secrecy}", r"{breach}", r"{rights}", r"{audit}"),
        ),
        # "Except in a case of Article 28(3)(a)": what the law itself excepts, by its number.
        cue(
            r"{only}|{unless}",
            r"\bart(?:\.|ikel|icle)? ?28 (?:abs\. 3|\(3\)|lid 3|§ 3|paragraphe 3)[^.;]{0,30}(?:lit\. a|buchst\w* a|\(a\)|(?:onder|sub) a|\ba\))",
            r"{instruction}|{an_instruction}|\bausnahmefall\b|\bexception\b|\buitzondering\b",
            by=Role.PROCESSOR,
        ),
        # "Dwingt een wettelijke plicht tot verwerking, dan stelt PROCESSOR CONTROLLER daarvan vooraf op de hoogte."
        cue(
            r"{law_demands}|\bwettelijke (?:plicht|verplichting) … \b(?:dwingt|noopt|verplicht)\b",
            r"\btot (?:een |de |zo'n )?(?:\w+ )?verwerking\b|\bto process\b|\bzur verarbeitung\b",
            r"{inform} … \b(?:vooraf|voorafgaand|vóór|voor de verwerking|before|beforehand|vorher)\b|\b(?:vooraf|voorafgaand|vóór|voor de verwerking|before|beforehand|vorher)\b … {inform}",
            unless=(r"{secrecy}", r"{delete}", r"{breach}", r"{rights}", r"{audit}"),
            by=Role.PROCESSOR,
        ),
        cue(
            r"\b(?:tenue?|obligée?) de procéder à\b",
            r"{law_demands}",
            r"{inform} … \bavant le traitement\b",
            by=Role.PROCESSOR,
        ),
        strength=Strength.PASSING,
    ),
)
# "PROCESSOR gebruiken de gegevens om … . PROCESSOR doen dat enkel op basis van CONTROLLER instructies."
_DOES_THAT = (
    r"\b(?:PROCESSOR (?:doet|doen|does|tut|tun)|(?:doet|doen|does|tut|tun) PROCESSOR) (?:dat|dit|zulks|so|this|that|dies|das)\b[^.;]{0,20}(?:{only})[^.;]{0,40}(?:{an_instruction})|"
    r"\b(?:dat|dit) (?:doet|doen) PROCESSOR\b[^.;]{0,160}(?:{only})[^.;]{0,24}(?:{an_instruction})"
)
_HANDLES = r"(?:{processes})[^.;]{0,60}(?:{data})|(?:{data})[^.;]{0,60}(?:{processes})|\bgebruik\w*\b[^.;]{0,60}(?:{data})|\buses?\b[^.;]{0,60}(?:{data})"


def _said_of_that(reading: Reading) -> Iterator[Candidate]:
    """Processing of which the sentence after it says that it is done on instructions alone."""
    for statement in statements(reading, "instruct", "opdracht", "aanwijzing", "weisung", headings=False):
        before = statement.before
        if (
            before is not None
            and statement.search(phrase(_DOES_THAT, reading.language))
            and before.search(phrase(rf"{_HANDLES}|\bPROCESSOR verwerk(?:t|en) van\b", reading.language))
        ):
            passages = (*before.passages, *statement.passages)
            yield Candidate(
                "instructions.only_on_instruction", value=True, passages=passages, strength=Strength.PASSING
            )


# "PROCESSOR volgt de instructies op. Kan dat volgens PROCESSOR niet zonder de wet te overtreden, dan deelt zij dat mee."
_CANNOT_BE_FOLLOWED = r"^[\W\d]*kan (?:PROCESSOR )?(?:dat|dit)\b[^.;,]{0,40}\bniet\b[^.;,]{0,20}\bzonder\b[^.;,]{0,40}(?:{infringes})[^.;]{0,20}, dan\b"


def _warned_of_that(reading: Reading) -> Iterator[Candidate]:
    """A warning that the instruction of the sentence before can't be followed within the law."""
    for statement in statements(reading, "kan dat", "kan dit", "kan PROCESSOR", headings=False):
        before = statement.before
        if (
            before is not None
            and before.search(phrase(r"{an_instruction}", reading.language))
            and statement.search(phrase(_CANNOT_BE_FOLLOWED, reading.language))
            and statement.search(phrase(r"{inform}", reading.language))
        ):
            yield Candidate(
                "instructions.infringement_warning", value=True, passages=(*before.passages, *statement.passages)
            )


RULES = (
    RULE,
    ASKS,
    EXCEPTION,
    Rule("instructions-cannot", ("instructions.infringement_warning",), _warned_of_that),
    Rule("instructions-of-that", ("instructions.only_on_instruction",), _said_of_that),
)
