"""Reading -> what agreements say in everyday words: letters in the second person, terms that speak of "wij" and "je".

A plain sentence seldom names its topic: "dat blijft tussen ons", "elk jaar lopen wij dit na". The heading over it does, or the
words around the one that matters. What the usual wording says outranks what is read here.
"""

from collections.abc import Iterator
from itertools import chain
from types import MappingProxyType

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.plain.de import GERMAN
from art28.extraction.topics.plain.en import ENGLISH
from art28.extraction.topics.plain.fr import FRENCH
from art28.extraction.topics.plain.nl import DUTCH
from art28.extraction.topics.plain.pages import PAGES
from art28.extraction.topics.plain.periods import with_periods
from art28.extraction.topics.plain.plain import PERIOD, Plain
from art28.extraction.topics.plain.terms import TERMS
from art28.extraction.values.durations import durations
from art28.extraction.words.cues import phrase
from art28.extraction.words.statements import Statement, statements

_IT_SAYS = r"\b(?:hoort|krijgt|laat|laten|zegt|zeggen|meldt|melden|waarschuwt|waarschuwen|vertelt|vertellen)\b"
_SECURITY = r"beveilig|veilig|maatregel|security|sécurité|sicherheit|technische"
_THE_PRESENT = r"\b(?:deze|dit|this|diese|la présente|cette|le présent)\b[^.;]{0,12}\b(?:brief|voorwaarden|afspraken|overeenkomst|document|letter|terms|agreement|annexe|accord|contrat)\b"
_SAYS = (
    Plain(
        "instructions.only_on_instruction",
        ("aan wat", "als CONTROLLER", "zoals CONTROLLER"),
        (
            r"\bPROCESSOR (?:houdt|houden) (?:zich|PROCESSOR) (?:\w+ )?aan wat CONTROLLER\b … \b(?:vraagt|opdraagt|zegt|wil|wilt)\b|"
            r"\b(?:doe[nt]|gebruik\w*|verwerk\w*) … \b(?:alleen|pas|uitsluitend) (?:als|wanneer|nadat|zoals) CONTROLLER\b … \b(?:vraagt|opdraagt|opdracht geeft|zegt|wil|wilt)\b|"
            r"\b(?:alleen|pas|uitsluitend) (?:als|wanneer|nadat|zoals) CONTROLLER\b … \b(?:vraagt|opdraagt|opdracht geeft|zegt|wil|wilt)\b … \b(?:doe[nt]|gebruik\w*|verwerk\w*) PROCESSOR\b",
        ),
        unless=(r"{breach}", r"SUBPROCESSOR", r"{rights}", r"{audit}", r"{delete}", r"\bbuiten de\b"),
    ),
    Plain(
        "instructions.legal_exception",
        ("wet ", "wettelijk"),
        (
            r"\b(?:behalve|tenzij|of|uitzondering) (?:als|wanneer)? ?(?:(?:de|een) wet\b|(?:een )?wettelijk\w*) … \b(?:verplicht\w*|eist|dwingt|voorschrijft|plicht|moet)\b|"
            r"\b(?:dat|dit) is (?:slechts |alleen )?anders (?:wanneer|als|indien) … \b(?:wet|wettelijk\w*)\b … \b(?:verplicht|eist|dwingt|voorschrijft)\b",
            r"\b(?:vraagt|opdracht\w*|opgedragen|opdraagt|instructies?|anders|niets mee|niets anders|al het andere)\b",
        ),
        unless=(r"{delete}", r"{keep}", r"{secrecy}", r"{breach}"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("volgens PROCESSOR", "denk", "vind", "van oordeel", "estime", "meen"),
        (
            r"\b(?:volgens|denk(?:t|en)?|vind(?:t|en)?|meen(?:t|en)?|oordeel)\b[^.;]{0,30}\bPROCESSOR\b|\bPROCESSOR\b[^.;]{0,20}\b(?:denkt|vindt|meent|oordeel)\b",
            r"\bniet (?:mag|kan|klopt|deugt)\b[^.;]{0,40}\b(?:avg|wet|regels|privacy\w*)\b|\b(?:tegen|in strijd met|strijdig met) (?:de |het )?(?:\w+ )?(?:\w*regels?|wet\w*|avg|recht)\b",
            r"\b(?:verzoek\w*|vraagt|opdracht\w*|instructie\w*|iets)\b",
            _IT_SAYS,
        ),
        unless=(r"{rights}", r"{breach}", r"{audit}"),
    ),
    Plain(
        "processing.own_purposes",
        ("zelf",),
        (
            r"\bvoor (?:zich|ons|me|mij|PROCESSOR)zelf\b(?: of (?:voor )?(?:derden|anderen))? (?:gebruik\w*|verwerk\w*|mag|mogen|houd\w*|zet|zetten|doe[nt])\b|\bPROCESSOR\b[^.;]{0,60}\bvoor (?:zich|ons|me|mij)zelf\b",
            r"\b(?:nooit|niet|niets|nimmer|geen)\b",
            r"{data}|\bniets daarvan\b|\bdaar niets\b",
        ),
        value=False,
        unless=(r"\btenzij\b", r"\bgeheim\w*", r"{breach}"),
    ),
    Plain(
        "confidentiality.duty",
        ("blijft tussen", "blijven tussen", "onder ons", "met niemand", "aan niemand"),
        (
            r"\b(?:blijft|blijven) tussen (?:CONTROLLER en PROCESSOR|PROCESSOR en CONTROLLER)\b|\bPROCESSOR\b[^.;]{0,40}\b(?:met|aan|tegen) niemand\b",
        ),
        unless=(r"{breach}",),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("getekend", "tekenen", "afgelegd", "beloofd", "ondertekend"),
        (
            r"{staff}|\bwie (?:namens|voor|bij) PROCESSOR\b",
            r"\b(?:getekend|ondertekend|afgelegd|tekenen|beloofd)\b",
        ),
        under=r"geheim|zwijg|vertrouwel|wie kan erbij|confidential",
        unless=(r"\b(?:niet|geen)\b", r"^[\W\d]*(?:de )?(?:CONTROLLER|auditor)\b"),
    ),
    Plain(
        "security.effectiveness_disclaimed",
        ("zekerheid", "waterdicht", "honderd procent", "100%", "onkwetsbaar"),
        (
            r"\b(?:volledige|absolute|totale|100%|honderd procent) (?:zekerheid|veiligheid|beveiliging)\b|\b(?:waterdicht|onkwetsbaar)\b",
            r"\b(?:niet|geen|nooit)\b",
        ),
        under=_SECURITY,
    ),
    Plain(
        "security.periodic_review",
        ("jaar", "year", "jähr", "chaque", "année", "annuel"),
        (
            r"\b(?:jaarlijkse?|elk jaar|ieder jaar|eens per jaar|een keer per jaar|annual(?:ly)?|every year|yearly|chaque année|annuel\w*|tous les ans|une fois par an|jährlich\w*)\b",
            r"\b(?:\w*tests?|penetratietest\w*|toets\w*|getoetst|nagelopen|\blop\w* … \bna|test d'intrusion|tests? de pénétration|audit de sécurité|hackers?)\b",
        ),
        under=_SECURITY,
        unless=(r"{staff} … \b(?:training|opleiding)", r"CONTROLLER (?:mag|kan|peut)"),
    ),
    Plain(
        "security.measures_change",
        ("controls", "measures", "maatregelen"),
        (
            r"\bno (?:change|modification|alteration)\b … \b(?:made )?to\b … \b(?:controls|measures)\b … \bwithout (?:\S+ ){0,4}?(?:approval|consent|agreement)\b|"
            r"\b(?:controls|measures)\b … \b(?:may|shall) not be (?:changed|altered|lowered|reduced)\b … \bwithout (?:\S+ ){0,4}?(?:approval|consent|agreement)\b|"
            r"\bgeen (?:wijziging|aanpassing)\b … \bmaatregelen\b … \bzonder (?:\S+ ){0,4}?(?:toestemming|instemming|goedkeuring|akkoord)\b",
        ),
        value="mutual",
    ),
    Plain(
        "security.measures_change",
        ("maatregelen", " ze ", "measures"),
        (
            r"\b(?:past|passen|pas|wijzig\w*|verander\w*|vervang\w*)\b",
            r"\blicht(?:en)? (?:zij |hij |PROCESSOR )?CONTROLLER … \b(?:wijziging\w*|veranderingen)\b[^.;]{0,20}\bin\b|\bover (?:wezenlijke |belangrijke )?(?:wijzigingen|veranderingen)\b … \bCONTROLLER\b … \b(?:bericht|in)\b",
        ),
        value="processor_with_notice",
        under=_SECURITY,
        unless=(r"{breach}", r"SUBPROCESSOR", r"\b(?:toestemming|instemming)\b"),
    ),
    Plain(
        "breach.register",
        ("lijst", "overzicht", "noteer", "logboek"),
        (
            r"\b(?:houdt|houden|noteert|noteren) (?:\w+ )?PROCESSOR\b|\bPROCESSOR (?:zelf )?(?:houdt|houden|noteert|noteren)\b",
            r"\b(?:alle|ieder\w*|elk\w*)\b … \b(?:\w*lek(?:ken)?|inbreuk(?:en)?|incident(?:en)?)\b",
            r"\b(?:lijst\w*|overzicht|logboek)\b",
        ),
        value=("processor",),
    ),
    Plain(
        "breach.authority_notifier",
        ("doorgeeft", "door te geven", "is aan CONTROLLER", "bepaalt CONTROLLER"),
        (
            r"\bCONTROLLER (?:beslist|bepaalt|besluit) (?:zelf )?of (?:CONTROLLER )?[^.;]{0,60}\b(?:doorgeeft|meldt|melden)\b|\bof CONTROLLER [^.;]{0,80}\bmoet melden is aan CONTROLLER\b",
            r"{authority}",
        ),
        value="controller",
    ),
    Plain(
        "breach.authority_notifier",
        ("regulator", "authorit", "toezichthouder", "autoriteit", "melding"),
        (
            r"\bit is for (?:the )?CONTROLLER (?:alone |only )?to (?:decide|determine|judge)\b … \b(?:told|notified|informed|reported)\b|"
            r"\bmelding(?:en)? (?:aan|bij) (?:de )?(?:autoriteit|toezichthouder)\w*\b[^;]{0,80}\b(?:geschied\w*|gebeur\w*|word\w*|vind\w*)\b[^.;]{0,30}\b(?:uitsluitend|alleen|slechts)\b[^.;]{0,20}\bdoor CONTROLLER\b",
        ),
        value="controller",
    ),
    Plain(
        "breach.authority_notifier",
        ("such notif", "such report"),
        (
            r"\bsuch (?:notifications?|reports?|notices?)\b[^.;]{0,20}\b(?:are|is|remains?|shall be)\b (?:\w+ ){0,2}?CONTROLLER (?:sole |own )?(?:responsibility|duty|task)\b",
            r"{breach}|{authority}|\bregulators?\b",
        ),
        value="controller",
    ),
    Plain(
        "requests.handling",
        ("stuur", "sturen", "zend", "doorsturen"),
        (
            r"\b(?:stuurt|sturen|zendt|zenden|geeft|geven) (?:PROCESSOR )?(?:dat|die|dit|deze|het|zo'n)? ?(?:vraag |verzoek )?(?:\S+ ){0,4}?(?:door naar CONTROLLER|naar CONTROLLER door|door aan CONTROLLER|aan CONTROLLER door)\b|\bdoorsturen\b",
            r"\b(?:inzage|verwijdering|gewist|verbeterd|gegevens … van hem|verzoek(?:en)?)\b",
        ),
        value="forward",
        under=r"verzoek|vragen van|rechten|betrokkenen|inzage",
    ),
    Plain(
        "requests.assist",
        ("help", "medewerking", "medewerk"),
        (
            r"\bPROCESSOR (?:helpt|helpen)\b|(?<!CONTROLLER.)\b(?:helpt|helpen) PROCESSOR\b|\b(?:verleent|verlenen|verleen) (?:zij |hij |PROCESSOR )?[^.;]{0,60}\bmedewerking\b",
        ),
        under=r"verzoek|vragen van|rechten|betrokkenen|inzage",
        unless=(r"{dpia}", r"{audit}", r"{breach}", r"\b(?:niet|geen)\b"),
    ),
    Plain(
        "subprocessors.flow_down",
        ("zelfde", "same", "mêmes"),
        (
            r"\b(?:met|in|aan|op)\b",
            r"\bPROCESSOR\b",
            r"\b(?:de)?zelfde (?:\w*regels|afspraken|eisen|plichten|voorwaarden|verplichtingen)\b … \b(?:als|die)\b … \b(?:hier|deze|dit|CONTROLLER|PROCESSOR)\b",
        ),
        under=r"SUBPROCESSOR|hulp van|partijen die|anderen|andere bedrijven|leveranciers",
        unless=(r"\b(?:niet|geen)\b",),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("aanspreken", "alsof", "fout"),
        (
            r"\b(?:gaat|doen|doet|maken|maakt)\b … \b(?:mis|fout|fouten)\b",
            r"\bCONTROLLER (?:mag |kan |kunt )?PROCESSOR (?:daarop |daarvoor |er )?(?:op )?aanspreken\b|\balsof PROCESSOR het zelf\b|\bvoor PROCESSOR rekening\b",
        ),
        under=r"SUBPROCESSOR|hulp van|partijen die|anderen|andere bedrijven|leveranciers",
    ),
    Plain(
        "audit.right",
        ("nakijken", "nagaan", "controle", "kijken"),
        (
            r"\bCONTROLLER (?:mag|kan|kunt|heeft het recht)\b|\b(?:mag|kan|kunt) CONTROLLER\b",
            r"\b(?:nakijken|na te kijken|controleren|te controleren|komen kijken|een controle)\b",
            r"\bPROCESSOR\b",
        ),
        under=r"controle|audit|toezicht|nakijken|meekijken",
        unless=(r"SUBPROCESSOR", r"\bgeen\b", r"{breach}"),
    ),
    Plain(
        "liability.indirect_excluded",
        ("schade",),
        (
            r"\b(?:nooit|niet|geen)\b[^.;]{0,30}\b(?:schade (?:zoals|als|door|wegens)|voor) (?:de )?(?:gemiste|gederfde) (?:winst|omzet)\b|\b(?:gemiste|gederfde) winst\b[^.;]{0,40}\b(?:niet|nooit)\b",
        ),
        under=r"aansprak|schade|misgaat",
    ),
    Plain(
        "liability.controller_indemnifies",
        ("schuld", "claim", "vergoed"),
        (
            r"\bdoor CONTROLLER (?:schuld|fout|toedoen)\b … \b(?:claim|aanspraak|boete|vordering|schade)\b",
            r"\b(?:vergoedt?|betaalt?|vergoeden|betalen) CONTROLLER (?:PROCESSOR|dat|die|deze)\b|\bCONTROLLER … \b(?:vergoedt?|betaalt?)\b … \bPROCESSOR\b",
        ),
    ),
    Plain(
        "transfers.rule",
        ("niet uit",),
        (
            r"\bgegevens\b[^.;]{0,20}\b(?:gaan|gaat|komen)\b[^.;]{0,6}\b(?:de )?(?:eu|eer|europese (?:unie|economische ruimte)) niet uit\b",
            r"\b(?:tenzij|behalve als|zonder dat)\b … \bCONTROLLER\b … \b(?:ja (?:op )?(?:heeft |hebt )?gezegd|goed (?:vindt|gevonden)|akkoord|toestemming|ja zegt)\b",
        ),
        value="with_consent",
    ),
    Plain(
        "transfers.region",
        ("niet uit",),
        (r"\bgegevens\b[^.;]{0,20}\b(?:gaan|gaat|komen)\b[^.;]{0,6}\b(?:de )?(?:eu|europese unie) niet uit\b",),
        value="EU",
    ),
    Plain(
        "term.starts",
        ("getekend", "terugstuur", "onderteken"),
        (
            r"\b(?:geldt|gelden|gaat in|gaan in)\b",
            r"\b(?:vanaf|zodra|op)\b … \b(?:getekend (?:\w+ )?(?:terugstuur\w*|terug\w*)|ondertekent|getekend (?:heeft|hebt|hebben)|heeft getekend)\b",
        ),
        value="on_signature",
        unless=(r"{breach}", r"SUBPROCESSOR", r"{secrecy}"),
    ),
    Plain(
        "term.starts",
        ("akkoord",),
        (
            r"\bdoor (?:een account aan te maken|in te loggen|CONTROLLER aan te melden|gebruik te maken|te bestellen|de dienst te gebruiken)\b … \bakkoord\b",
        ),
        value="on_acceptance",
    ),
    Plain(
        "term.lasts",
        ("zolang",),
        (
            r"\bzolang (?:de |het )?(?:PROCESSOR voor CONTROLLER werk\w*|CONTROLLER (?:klant|een account|het account|een abonnement|de dienst)|PROCESSOR CONTROLLER (?:adviseur|boekhouder|leverancier))\b",
            r"\b(?:geldt|gelden|duurt|duren|loopt|lopen|van kracht)\b",
        ),
        value="cooperation",
        unless=(r"{breach}", r"SUBPROCESSOR", r"{secrecy}", r"{delete}"),
    ),
    Plain(
        "term.lasts",
        ("laufzeit", "looptijd", "de duur", "la durée"),
        (
            r"^\W*(?:[\d.()]+\W+)?(?:die laufzeit|die dauer|la durée|de looptijd|de duur)\b[^.;]{0,30}\b(?:richtet sich nach|entspricht|volgt|is gelijk aan|est celle)\b"
            r"[^.;]{0,30}\b(?:hauptvertrag\w*|hauptvertrags|(?:du|le) contrat|hoofdovereenkomst|leistungsvertrag\w*)\b",
        ),
        value="main_agreement",
        under=r"dauer|laufzeit|durée|duur|looptijd",
    ),
    Plain(
        "term.survival",
        ("fort", "auch nach", "survit", "demeure"),
        (
            r"\b(?:verpflichtung\w*|pflicht\w*)\b[^.;]{0,40}\b(?:besteht|bestehen|gilt|gelten|bleib\w*|dauer\w*)\b[^.;]{0,20}\bnach (?:beendigung|ende|ablauf|dem ende|der beendigung)\b|"
            r"\b(?:obligation\w*|engagement\w*)\b[^.;]{0,60}\b(?:surviv\w*|demeure\w*|subsiste\w*|perdure\w*)\b[^.;]{0,60}\b(?:fin|terme|expiration|cessation)\b",
        ),
        unless=(r"{staff}", r"\btätigkeit\b"),
    ),
    Plain(
        "term.amendment",
        ("van tevoren", "vooraf", "vantevoren"),
        (
            r"\b(?:verander\w*|wijzig\w*|pas(?:t|sen)?) PROCESSOR (?:iets |wat )?(?:aan )?(?:deze|dit|in deze)\b",
            r"\bCONTROLLER\b[^.;]{0,60}\b(?:bericht|weten|horen|mail)\b|\b(?:krijgt|hoort) CONTROLLER\b",
        ),
        value="processor_with_notice",
        unless=(r"SUBPROCESSOR", r"{measures}"),
    ),
    Plain(
        "term.precedence",
        ("telt", "geldt wat", "emporte", "prévaut"),
        (
            rf"\bdan telt\b[^.;]{{0,40}}{_THE_PRESENT}|\b(?:spre(?:ekt|ken)|zegg?(?:t|en)?|ga(?:at|an))\b[^.;]{{0,140}}\bdan geldt wat hier staat\b|"
            rf"\b(?:contradiction|contrariété|divergence)\b[^.;]{{0,60}}{_THE_PRESENT} l'emporte",
        ),
        value="this_agreement",
    ),
)


_OF_LANGUAGE = MappingProxyType({"nl": DUTCH, "en": ENGLISH, "de": GERMAN, "fr": FRENCH})


def _read(reading: Reading) -> Iterator[Candidate]:
    language = reading.language
    for plain in (*_SAYS, *PAGES, *TERMS, *_OF_LANGUAGE[language]):
        for statement in statements(reading, *plain.words, headings=False):
            if plain.meets(statement, language):
                if plain.value is PERIOD:
                    yield from _period(plain.key, statement, plain.strength, plain.says[0])
                    continue
                yield Candidate(plain.key, plain.value, statement.passages, plain.strength)
                if plain.key == "term.amendment":
                    yield from _period("term.amendment_notice", statement)
                if plain.key == "subprocessors.change_notice":
                    yield from _period("subprocessors.notice_period", statement, plain.strength)
                if plain.key == "audit.right":
                    yield Candidate("audit.trigger", "any", statement.passages, Strength.INFERRED)
    yield from with_periods(reading)


def _period(
    key: str, statement: Statement, strength: Strength = Strength.INFERRED, said: str = ""
) -> Iterator[Candidate]:
    """The one period that a statement names; of several, the one within the words `said`."""
    named = tuple(durations(statement.text))
    match = statement.search(phrase(said, "nl")) if said and len(named) > 1 else None
    if match:
        named = tuple(one for one in named if match.start() <= one.start < match.end())
    if len(named) == 1:
        yield Candidate(key, named[0].iso, statement.passages, strength)


RULES = (
    Rule(
        "plain-speech",
        tuple(
            dict.fromkeys(
                (
                    *(one.key for one in (*_SAYS, *PAGES, *TERMS, *chain(*_OF_LANGUAGE.values()))),
                    *(
                        "term.amendment_notice",
                        "audit.trigger",
                        "end.choice_window",
                        "subprocessors.notice_period",
                        "subprocessors.change_notice",
                    ),
                )
            )
        ),
        _read,
    ),
)
