"""Reading -> how the controller is told of a breach, and whether a first notice may be an early warning."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule
from art28.extraction.topics.breach.breach import WORDS, notices, on_breach
from art28.extraction.topics.breach.limit import TO_AUTHORITY
from art28.extraction.words.cues import flag, phrase
from art28.extraction.words.statements import statements
from art28.terms import Role

_CHANNELS = {
    "phone": r"\b(?:phones?|rings?) CONTROLLER\b|\btelefo\w*|\bfernmündlich\b|\bgebeld\b|\bbelt\b|\bbellen\b|\b(?:by|via|over the) (?:tele)?phone\b|\btelephone\w*|"
    r"\b(?:by|with) an? (?:phone |telephone )?call\b|\bby calling\b|\bcalls? CONTROLLER\b|\banruf\w*|\bruft … \ban\b|\btéléphon\w*",
    "email": r"\be-?mails? [\w.+-]+@[\w-]+\.\w|\b(?:per|via|by|by means of|middels|door middel van|par|with|met) (?:an? |een |courrier )?(?:\w+ ){0,2}(?:e-?mail\w*|courriel\b|électronique\b)|"
    r"\bgebruik(?:t|en) (?:PROCESSOR )?(?:hiervoor|daarvoor|daartoe) (?:het|een) (?:e-?mail-?adres|mailadres)|\be-?mail(?:adres)? … (?:melding|gemeld)|\bby mail\b|\bper mail\b|\b(?:mailt|mailen|e-mailt|emails?) CONTROLLER\b|\be-?mails? the (?:\w+ )?(?:owners?|administrators?|admins?|contacts?) of CONTROLLER\b|\bmailen\b|\bmailt\b|"
    r"\b(?:via|aan|naar|op|to|at|an|à) [\w.+-]+@[\w-]+\.\w|\bvia (?:het|de|the) [^.;,]{0,45}\be-?mail-?ad+res\w*|\b(?:een|an|eine) (?:e-?mail|mail)(?: … (?:aan|naar|to|an)\b|[.,;]|$)|\b(?:aan|naar|op|to|at|an)\b[^.;,]{0,45}\b(?:e-?mail-?(?: ?ad+res\w*)|mailadres)\b|\b(?:stuurt|sturen|zendt|zenden|sends?|schickt|envoie)\b[^.;]{0,40}\b(?:e-?mail|mail)\b",
    "portal": r"\b\w*porta(?:l|al|il)\w*|\bin-app\b|\bstatus page\b|\b(?:bericht|melding|message|notification|notice) in (?:de|het|the) (?:software|applicatie|app|application|platform|systeem|service|dienst|online)\b|"
    r"\bklant(?:en)?omgeving\b|\b(?:meld|web)formulier\b|\bonline form(?:ulier)?\b|\bweb ?form\b|\bdashboard\b|\bbanner\b|\bconsole d'administration\b|\b(?:admin|management) console\b(?! by)|\bespace (?:client|CONTROLLER|en ligne)\b|\bticket(?:ing)?s?(?:ysteem| ?system)?\b",
    "post": r"\bper (?:post|brief|einschreiben)\b|\baangetekend\w*|\bby (?:registered )?(?:post|mail|letter)\b|\bregistered letter\b|\bpostalisch\b|\bcourrier (?:postal|recommandé)\b",
}


# "the address that CONTROLLER has entered in the portal" is where the address is kept, not where the report is sent.
_KEPT_IN_PORTAL = (
    r"\b\w*porta(?:l|al|il)\w*[^.;]{0,60}\b(?:opgegeven|ingevuld|ingevoerd|ingesteld|geregistreerd|registered|provided|entered|given|hinterlegt\w*|angegeben\w*|renseignée?|indiquée?)\b|"
    r"\be-?mail[ -]?ad+ress(?:es)?\b[^.;]{0,40}\b(?:in|of|from|under) (?:the |CONTROLLER )?(?:\w+ )?(?:console|portal|dashboard)\b|"
    r"\b(?:beheerder|gebruiker|administrator|owner|eigenaar|user)s? (?:van|of|des) (?:het |de |the )?\w*porta(?:l|al|il)\w*|"
    r"\b(?:opgegeven|ingevuld|ingevoerd|ingesteld|geregistreerd|registered|provided|entered|given|hinterlegt\w*|angegeben\w*|renseignée?|indiquée?)\b[^.;]{0,20}\b\w*porta(?:l|al|il)\w*"
)
_SENT = (
    r"\b(?:melding(?:en)?|mededeling(?:en)?|het bericht|verwittiging|bevestiging|confirmation|meldung|mitteilung|waarschuwing|kennisgeving(?:en)?|rapport|notifications?|notices?|reports?|does so)\b[^.;]{0,90}"
    r"\b(?:geschiedt|gebeurt|wordt|worden|volgt|gaat|gaan|verloopt|loopt|vindt|gedaan|gestuurd|verzonden|gericht|made|sent|given|delivered|mag|erfolgt|follows)\b|"
    r"\b(?:mededelingen|kennisgevingen|berichten|meldingen)\b[^.;]{0,90}\b(?:zendt|stuurt|verzendt|verstuurt|richt|zenden|sturen)\b|"
    r"\b(?:volgt|follows) (?:\S+ ){0,4}(?:rapport|melding|bericht|report)\b|"
    r"\b(?:dat|dit|zulks|that|this|dies) (?:gaat(?= (?:via|per|telefonisch|schriftelijk))|verloopt|gebeurt|geschiedt|is done|happens|geschieht|erfolgt|se fait)\b|"
    r"^\W*(?:zij|deze|die|it|sie) (?:gaat|geschiedt|wordt|volgt|is sent|goes|erfolgt|geht)\b[^.;]{0,40}\b(?:per|via|by|telefonisch|schriftelijk)\b|"
    r"\bPROCESSOR gebruik(?:t|en) (?:hiervoor|daarvoor|daartoe) (?:het|een)\b|"
    r"\b(?:doet|doen) (?:dat|dit) (?:per|via|telefonisch|schriftelijk)\b|\bdat mag (?:ook )?(?:met|per|via|telefonisch)\b"
)


_CALLS = (
    r"\b(?:mailt|mailen|belt|bellen|calls?|phones?|e?-?mails?|ruft|informeert)\b (?:de |het |the |den )?(?:CONTROLLER|PROCESSOR)\b|"
    r"\b(?:stuurt|sturen|zendt|verstuurt) (?:PROCESSOR )?(?:daarvoor|daartoe|hiervoor|dan|meteen)? ?een (?:e-?mail|mail)\b|"
    r"\b(?:belt|bellen)\b[^.;]{0,60}\bnummer\b|\b(?:belt|bellen) (?:PROCESSOR )?(?:naar )?[+\d]|"
    r"\b(?:belt|bellen|mailt|calls|phones|ruft)\b[^.;]{0,90}\b(?:persoon|contactpersoon|contact|person|ansprechpartner)\b|"
    r"\b(?:bevestigt|confirms|bestätigt)\b[^.;]{0,40}\b(?:melding|notice|notification|report|meldung|dit|dat|this|dies)\b"
)
# "Notice will be sent to the address that CONTROLLER has given": the notice is the subject, whoever else acts.
_NOTICE_OPENS = re.compile(
    r"^[\s*_(\d.)a-z]{0,10}?\b(?:(?:de|het|the|this|that|deze|die|such|any|each|die|diese|alle) )?"
    r"(?:melding(?:en)?|mededeling(?:en)?|verwittiging|kennisgeving(?:en)?|berichten|bericht|waarschuwing|notices?|notifications?|reports?|meldung|mitteilung|benachrichtigung|notification)\b"
)


def _channel(reading: Reading) -> Iterator[Candidate]:
    told = frozenset(notices(reading))
    among = (
        s
        for s in statements(
            reading,
            *WORDS,
            "melding",
            "mededeling",
            "verwittig",
            "waarschuwing",
            "het bericht",
            "rapport",
            "gebeurt",
            "dat gaat",
            "dit gaat",
            "verloopt",
            "geschiedt",
            "zij ",
            "deze ",
            "notif",
            "dat mag",
            "mail",
            "bel",
            "call",
            "anruf",
            "bevestig",
        )
        if s in told
        or (
            (s.before in told or (s.before is not None and s.before.before in told))
            and s.subject is not Role.CONTROLLER
            and s.search(phrase(_CALLS, reading.language))
        )
        or (
            (on_breach(s, reading) or s.before in told or (s.before is not None and s.before.before in told))
            and (s.subject is not Role.CONTROLLER or s.search(_NOTICE_OPENS))
            and s.search(phrase(_SENT, reading.language))
            and not s.search(phrase(TO_AUTHORITY, reading.language))
        )
    )
    for statement in among:
        found = tuple(name for name, words in _CHANNELS.items() if statement.search(phrase(words, reading.language)))
        if "portal" in found and len(found) > 1 and statement.search(phrase(_KEPT_IN_PORTAL, reading.language)):
            found = tuple(name for name in found if name != "portal")
        if found:
            yield Candidate("breach.channel", found, statement.passages)
        elif statement.search(phrase(_TO_AN_ADDRESS, reading.language)):
            defined = (s for s in statements(reading, "adres", headings=False) if s.search(_AN_ADDRESS_IS))
            yield from (Candidate("breach.channel", ("email",), (*statement.passages, *s.passages)) for s in defined)


# "Kennisgevingen worden gezonden naar het Kennisgevingsadres", which is defined as an address for mail.
_TO_AN_ADDRESS = r"\b(?:naar|aan|op) het (?:kennisgevings|meldings|notificatie)-?(?:e-?mail-?)?adres\b"
_AN_ADDRESS_IS = re.compile(
    r"^[\W\d]*(?:kennisgevings|meldings|notificatie)-?(?:e-?mail-?)?adres\b\W{0,4}(?:betekent|is|:)?[^.;]{0,40}\be-?mail"
)
_FIRST_WORD = (
    r"\b(?:eerste|initiële|first|initial|erste|première|initiale)\b,?[\s\"]{1,2}(?:(?:beknopte?|korte|summiere|voorlopige|brief|short|kurze|brève) )?(?:melding|waarschuwing|bericht|kennisgeving|seintje|signaal|rapport(?:age)?|"
    r"notice|notification|report|warning|alert|message|meldung|mitteilung|information|notification|alerte)\b|\berstmeldung\b|\bnotification initiale\b"
)
_NOT_ALL = (
    r"(?:\b(?:nog niet|voorlopig\w*|onvolledig\w*|summier\w*|beknopt\w*|beperkt\w*|volledig\w*|aan(?:ge)?vul\w*|in hoofdlijnen|in outline|in grote lijnen|vult|ontbreken\w*|volgt|rest|later|nagezonden|"
    r"follow\w*|supplement\w*|full|final|incomplete|summary|preliminary|provisional|complete[d]?|phases|stages|not (?:yet )?be available|remaining|"
    r"vorläufig\w*|unvollständig\w*|ergänz\w*|nach(?:ge)?reich\w*|vollständig\w*|rest|"
    r"incomplète?|complétée?|complète|provisoire)\b)"
)
_EARLY = (
    r"\beerste waarschuwing\b|\bvroegtijdige waarschuwing\b|\bearly warning\b|\bvoorlopige (?:melding|kennisgeving)\b|"
    rf"(?:{_FIRST_WORD})[^.;]{{0,130}}{_NOT_ALL}|{_NOT_ALL}[^.;]{{0,110}}(?:{_FIRST_WORD})|\bpreliminary (?:notice|notification|report)\b|"
    r"\b(?:waarschuwing|warning|warnung|alerte|vooraankondiging|vooraanmelding|seintje)\b[^.]{0,80}\b(?:volgt|volledig\w*|follows|folgt|suivi)\b[^.;]{0,80}\b(?:verslag|rapport|melding|report|bericht)\b|"
    r"\b(?:vooraankondiging|vooraanmelding)\b[^.;]{0,60}\b(?:volledig|rapport|verslag)\b|"
    r"\b(?:eerste|first|initial)[^.;]{0,60}; [^.;]{0,60}\b(?:volgt|follows|aangevuld)\b|\bvorabmeldung\b|\bvorläufige\w* (?:meldung|mitteilung|information)\b|\balerte préliminaire\b|\b(?:première |pré-)alerte\b|"
    r"\bnotification (?:provisoire|partielle)\b|\b(?:wissen|kennt|vorliegen|liegen)\b[^.;]{0,40}\bnoch nicht (?:alle|sämtlich)\w*\b[^.]{0,160}\b(?:nach|nachgereicht|ergänzt|vorläufig\w*)\b|"
    r"\b(?:wacht|wachten)\b[^.;]{0,60}\bniet\b[^.;]{0,60}\b(?:alle|alles|volledig|compleet)\b|\b(?:meldt|melden|bericht|berichten|waarschuw\w*)\b[^.;]{0,60}\b(?:ook|zelfs|reeds|alvast) (?:als|wanneer|indien|terwijl)\b[^.;]{0,60}\b(?:nog niet|niet al|onvolledig)\b|\b(?:melding|informatie)\b[^.;]{0,40}\bin (?:gedeelten|fasen|delen|stappen)\b|"
    r"\bnog niet (?:alle|alles|volledig)\b[^.]{0,160}\b(?:vult|vullen|volgt|volgen|later|aanvul\w*)\b|\bvolstaat (?:PROCESSOR |hij |zij )?(?:met )?een eerste (?:melding|bericht)\b|\b(?:rest|overige|aanvullende?|ontbrekende)\b[^.;]{0,40}\b(?:later|alsnog|nadien)\b[^.;]{0,30}\b(?:na|nagezonden|gestuurd|verstrekt|aangeleverd)\b|"
    r"\b(?:provided|given|supplied|made|communicated|notified|furnished)\b[^.;]{0,20}\bin (?:phases|stages|instal+ments)\b|\b(?:schrittweise|in phasen|stufenweise)\b[^.;]{0,30}\b(?:mitgeteilt|übermittelt|gemeldet|zur verfügung)\b|\b(?:de manière échelonnée|en plusieurs fois)\b|\bfrühwarnung\b|\balerte précoce\b|\bnotification préliminaire\b|"
    rf"(?:{_FIRST_WORD})[^.;]{{0,90}}\b(?:then available|(?:dan|op dat moment) (?:al |reeds )?(?:beschikbaar|bekend|voorhanden)|(?:available|known) at (?:that|the) (?:time|moment)|what is (?:then |already )?(?:known|available))\b"
)


def _early(reading: Reading) -> Iterator[Candidate]:
    for statement in statements(
        reading,
        *WORDS,
        "melding",
        "notif",
        "waarschuwing",
        "warning",
        "eerste",
        "initial",
        "first",
        "erst",
        "alerte",
        "vorläufig",
        "noch nicht",
        "in phases",
        "in stages",
        "schrittweise",
        "later na",
        "nog niet",
        "ontbrekende",
        "échelonn",
    ):
        if (
            on_breach(statement, reading) or statement.near(phrase(r"{breach}", reading.language))
        ) and statement.search(phrase(_EARLY, reading.language)):
            yield flag("breach.early_warning", statement)


RULES = (
    Rule("breach-channel", ("breach.channel",), _channel),
    Rule("breach-early-warning", ("breach.early_warning",), _early),
)
