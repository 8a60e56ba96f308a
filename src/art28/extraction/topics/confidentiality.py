"""Reading -> confidentiality: the processor's duty, that of its people, the renewal of certificates (Art. 28(3)(b))."""

from collections.abc import Iterator, Sequence

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.values.durations import durations
from art28.extraction.words.cues import cue, phrase, reads, settled
from art28.extraction.words.statements import Statement, statements
from art28.terms import Role

_WORDS = (
    "geheim",
    "vertrouwelijk",
    "confiden",
    "secrecy",
    "verschwiegen",
    "vertraulich",
    "zwijg",
    "voor zich",
    "voor onszelf",
    "niemand",
    "mond ",
    "stillschweigen",
    "secret",
    "discrétion",
    "bleibt bei",
    "blijft bij",
    "blijft onder",
    "voor PROCESSOR",
    "stilzwijgen",
)
_EXCEPTION = r"\bgeheimhoudingsplicht (?:geldt|is) niet\b"
_OTHER_SECRETS = (
    r"\b(?:CONTROLLER|auditor|derde) (?:zal|shall|dient|must) .{0,60}(?:{secrecy})",
    r"\binloggegevens\b",
    r"\bvertrouwelijkheid, (?:de )?integriteit",
    r"\bconfidentiality, (?:and )?integrity",
    r"{audit}",
    r"\bconfidential information of\b",
    r"\bvertrouwelijke informatie\b",
    r"\bverklaring van vertrouwelijkheid\b",
)
_STAFF = (
    reads(
        "confidentiality.staff_bound",
        cue(
            r"{staff}",
            r"{secrecy}",
            r"{bound}",
            unless=(
                *_OTHER_SECRETS[:1],
                *_OTHER_SECRETS[2:5],
                r"\b(?:medewerkers|personeel|werknemers|personen|staff|employees) (?:van|of) CONTROLLER\b(?! (?:en|and) )",
                r"\bfunctionaris\b",
                r"\b(?:niet|not) (?:gebonden|bound)\b",
            ),
            by=Role.PROCESSOR,
        ),
        cue(
            r"\bPROCESSOR\b(?: en (?:haar|zijn|allen)| and (?:its|all)) (?:{staff}|die|who)",
            r"{secrecy}",
            unless=_OTHER_SECRETS,
        ),
    ),
)
_DUTY = (
    reads(
        "confidentiality.duty",
        cue(
            r"{secrecy}",
            r"\b(?:(?:houdt?|houden) … \bgeheim|(?:houdt|houden) … \bvoor (?:zich|onszelf|ons|PROCESSOR)\b|(?:be)?wahrt … (?:stillschweigen|vertraulichkeit|verschwiegenheit)|keeps? … secret|"
            r"(?:vertraulichkeit|stillschweigen|verschwiegenheit) (?:\S+ )?(?:zu wahren|bewahr\w*|wahren)|garanti\w* … confidentialité|tenue? (?:au secret|à la confidentialité|au respect)|"
            r"preserve\w* … secrecy|neemt … geheimhouding (?:\S+ ){0,3}in acht|geheim ?(?:te |worden |wordt )?(?:ge)?houd\w*|geheimhouding (?:\S+ ){0,2}in acht|stilzwijgen (?:\S+ ){0,2}?(?:te )?bewar\w*|(?:bewaart?|bewaren) (?:\S+ ){0,2}?geheim\b|(?:bewaart?|betracht|neemt) (?:\S+ ){0,3}?(?:stilzwijgen|vertrouwelijkheid)\b|"
            r"(?:behandelt|behandeln|hält) … \b(?:vertraulich|geheim)\b|vertraulich (?:zu )?(?:be)?(?:handel|halt)\w*|zu[rm]? (?:\S+ ){0,2}(?:geheimhaltung|verschwiegenheit|vertraulichkeit)\b … \bverpflichtet|"
            r"(?:préserve\w*|respecte\w*|assure\w*|maint(?:enir|ient)|protége\w*) (?:\S+ ){0,3}(?:confidentialité|secret)|(?:soumise?|tenue?) … (?:obligation|devoir) de (?:confidentialité|secret|discrétion)|"
            r"(?:tient|garde\w*|traite\w*) … (?:confidentiel\w*|secrète?s?)\b|"
            r"(?:behandelt|behandelen) … \bvertrouwelijk\b|vertrouwelijk (?:te )?(?:behandel|bewaar|houd)\w*|geheimhoudings?plicht (?:jegens|"
            r"ten aanzien)|"
            r"\btot geheimhouding (?:\w+ )?(?:verplicht|gehouden)\b|\bblij(?:ft|ven) (?:\w+ )?(?:geheim|vertrouwelijk)\b|rust … geheimhouding\w*|(?:verplicht|gehouden) (?:\S+ ){0,3}(?:tot|"
            r"aan) (?:\S+ ){0,3}(?:geheimhouding|vertrouwelijkheid)|strikt vertrouwelijk|"
            r"keep … confidential|treat … confidential|maintain … confidentiality|hold … in confidence|"
            r"in strict confidence|vertraulich zu behandel\w*|garantir la confidentialité|"
            r"bound (?:to|by) (?:secrecy|confidentiality)|(?:duty|obligation) of (?:confidentiality|secrecy)|geheimhouding te betrachten|"
            r"niet aan derden … (?:vertrouwelijk|geheim)\w*)",
            r"{data}|\binformatie\b|\binformation\b|\b(?:alles|al hetgeen) (?:wat|dat)\b|\b(?:wat|alles wat|hetgeen|what|whatever|everything|was|ce que?)\b[^.;]{0,20}\bPROCESSOR\b[^.;]{0,80}\b(?:weten|hoort|leest|ziet|verneemt|tegenkomt|ogen|leer\w*|learns?|sees?|hears?|comes|erfährt|erfahren|sieht|apprend|voit)\b",
            unless=(
                *_OTHER_SECRETS,
                _EXCEPTION,
                r"\b(?:alles wat|al wat|wat|hetgeen) CONTROLLER\b[^.;,]{0,60}\b(?:te weten|verneemt|ziet|ogen|hoort)\b",
                r"\b(?:naar hun aard|surviv\w*)\b",
                r"^(?!.*\bPROCESSOR (?:shall |will |must )?(?:(?:shall )?keeps?|treats?|holds?|is|behandelt|behandelen|houdt|houden|garantit|behandelt die)\b[^.;,]{0,60}(?:confiden|secret|vertrouwelijk|geheim|vertraulich)(?![^.;,]{0,30}\b(?:bound|gebonden)\b)).*"
                r"\b(?:iedereen|eenieder|anyone|personen|medewerkers|personeel|werknemers|persons?|individuals?|"
                r"personnel|employees?(?! data)|staff|mitarbeiter\w*|beschäftigte\w*|personnes?|salariée?s?|collaborateurs)\b[^.;]*(?:{secrecy})",
            ),
            by=Role.PROCESSOR,
        ),
        cue(
            r"\bPROCESSOR en PROCESSOR (?:{staff})|\bzowel PROCESSOR als (?:de |haar |zijn |alle )?(?:\w+ ){0,4}?(?:{staff}|personen)|\bPROCESSOR\b(?:, (?:haar|zijn|al haar|al zijn|its)|(?:,? en|,) (?:al )?(?:haar|zijn|de|allen)(?: (?:bij|voor|onder) (?:hem|haar|PROCESSOR)(?: \w+)?)?| and (?:all )?(?:of )?(?:its|all)| und (?:alle )?(?:seine|ihre)) (?:{staff}|die|who)|"
            r"\b(?:alsmede|evenals|en ook|as well as|sowie) PROCESSOR zelf\b",
            r"{secrecy}",
            r"{bound}|\bhoud\w*|\bkeep\b",
            unless=_OTHER_SECRETS,
        ),
        cue(
            r"^[\W\d]*(?:(?:le |der )?PROCESSOR|(?:il|er)\b(?=[^.;]{0,80}\b(?:son personnel|ses (?:salariés|collaborateurs)|seine\w? (?:mitarbeite\w+|beschäftigten)))) "
            r"(?:est|ist) (?:tenue? (?:au secret|à la confidentialité|à la discrétion)|(?:\S+ ){0,3}?zu[rm] (?:verschwiegenheit|geheimhaltung|stillschweigen))\b",
            unless=_OTHER_SECRETS,
            by=Role.PROCESSOR,
        ),
    ),
)
_ALSO_FOR_STAFF = (
    r"\bverplichtingen … PROCESSOR … (?:gelden|rusten) (?:ook|eveneens|"
    r"mede) … (?:onder (?:het )?gezag|werknemers|medewerkers)|"
    r"\bobligations of (?:the )?PROCESSOR … also apply … (?:employees|personnel|under (?:the|its) authority)"
)


# "Op PROCESSOR rust een geheimhoudingsplicht": whatever it is about.
_RESTS = (
    reads(
        "confidentiality.duty",
        cue(
            r"\b(?:alles wat|wat|hetgeen|was|what|whatever) PROCESSOR\b … \b(?:blijft|bleibt|stays|remains)\b … \b(?:bij|onder|bei|with) (?:de |the )?PROCESSOR\b|"
            r"\bPROCESSOR\b … \b(?:ga|gaat|gaan) (?:\w+ ){0,2}vertrouwelijk om\b|\b(?:{data}) … \b(?:is|zijn) vertrouwelijk(?:e informatie)?[.,;]|"
            r"\b(?:op|on|upon) PROCESSOR\b … \b(?:rust|ligt|rests?)\b … (?:{secrecy})|\bPROCESSOR\b … \bunterliegt\b … (?:{secrecy})|"
            r"\b(?:is|zijn|ben) PROCESSOR\b … \btot (?:\w+ )?(?:geheimhouding|vertrouwelijkheid) (?:verplicht|gehouden|gebonden)\b|"
            r"\b(?:rust|ligt) op PROCESSOR\b … (?:{secrecy})|^[\W\d]*(?:de )?PROCESSOR (?:is verplicht tot|betracht|betrachten|is gehouden tot) (?:\w+ )?(?:geheimhouding|vertrouwelijkheid)\b",
            unless=(_EXCEPTION, r"\b(?:geen|niet|no|not|keine[rn]?|nicht)\b"),
        ),
        strength=Strength.PASSING,
    ),
)
_GIVES_NOBODY = (
    reads(
        "confidentiality.duty",
        cue(
            r"\b(?:praat|praten|spreekt|spreken) (?:met niemand|niet)\b … {data}|\b(?:praat|praten|spreekt|spreken) met niemand over (?:wat|hetgeen|alles)\b|"
            r"\bPROCESSOR (?:verboden|niet toegestaan)\b … (?:{data}) … \b(?:te delen|openbaar te maken|bekend te maken|te verstrekken|door te geven)\b|"
            r"\bPROCESSOR (?:zelf )?(?:zal|zullen|mag|mogen) (?:\S+ ){0,3}?(?:{data})[^.;]{0,40}\bniet\b[^.;]{0,30}\b(?:openbaar maken|bekend ?maken|openbaren|verstrekken|doorgeven)\b|"
            r"\b(?:maakt|maken) (?:(?:\S+ ){0,3}?(?:{data})|deze|ze|die) (?:\S+ ){0,3}?(?:aan )?(?:niemand|derden|niet)\b[^.;]{0,20}\bbekend\b|"
            r"\b(?:geeft|geven|verstrekt|verstrekken|deelt|delen|gives?|discloses?|disclose) (?:\S+ ){0,4}?(?:{data}) (?:met |aan |with |to |door aan )(?:niemand|nobody|no one)\b|"
            r"\b(?:geeft|geven|verstrekt|verstrekken|deelt|delen|gives?|discloses?|disclose) (?:\S+ ){0,4}?(?:{data}) (?:\S+ ){0,2}?"
            r"(?:niet|not) (?:door |met |to |with )?(?:aan )?(?:derden|buitenstaanders|anderen|third parties|outsiders)\b",
            r"{unless}|\b(?:niemand|nobody|no one)\b|\b(?:met|aan) derden\b … \bopenbaar\b|\bopenbaar\b … \b(?:met|aan) derden\b",
            unless=(r"{sub}(?<!derden)", r"\blanden\b|\bcountries\b"),
            by=Role.PROCESSOR,
        ),
        strength=Strength.PASSING,
    ),
)
_SAME_FOR = r"\b(?:legt|leggen) (?:PROCESSOR )?(?:deze|die|dezelfde|haar) (?:\w+ ){0,3}?op aan\b … (?:{staff})|\b(?:{staff}) … \b(?:verklaring|verbintenis|statement|undertaking) (?:\w+ )?(?:van (?:die|deze|gelijke|dezelfde|soortgelijke) strekking|to that effect)\b|\b(?:{staff}) … \b(?:daarvoor|hiervoor|daartoe|hiertoe|daarop|daaraan|dafür|dazu|for that|to that effect)\b … (?:{bound})|\b(?:ook|eveneens|likewise|also|auch|iedereen|everyone|each) … (?:{staff}) … (?:{bound})|\b(?:iedereen|eenieder|everyone) … (?:{bound})|\b(?:dat|dit|hetzelfde|deze plicht|this|the same) (?:geldt|applies) (?:ook|eveneens|mede|also|likewise)?\b … (?:{staff})|\b(?:legt|legen|leggen|imposes?|erlegt|impose) … (?:plicht|verplichting|duty|obligation|pflicht|verpflichtung)\b … (?:{staff})"
# "Only administrators have access; they are bound to secrecy": who "they" are is said right before.
_THEY_ARE_BOUND = r"^(?:[^.;]{0,60}\b(?:guarantees?|ensures?|warrants?|waarborgt|garandeert|zorgt|gewährleistet|stellt sicher|garantit|veille)[^.;]{0,12} (?:that|dat|dass|qu[e']) ?)?\W*(?:(?:al|alle|all(?: of)?|each of|alle von|tous) )?(?:zij|ze|hen|deze|die|(?:ieder|elk|allen)(?: van hen)?|they|them|these|sie|ihnen|diese|ceux-ci|ils) (?:\S+ ){0,3}?(?:zijn|is|hebben|heeft|tekent|ondertekent|are|have|sind|haben|sont|ont|tekenen|sign)\b … (?:{secrecy})"


def _likewise(reading: Reading, duty: tuple[Candidate, ...]) -> Iterator[Candidate]:
    """ "That goes for its people too", said right after the duty."""
    told = {passage for candidate in duty for passage in candidate.passages}
    for statement in statements(
        reading,
        "geldt",
        "applies",
        "daartoe",
        "strekking",
        "legt ",
        "leggen ",
        "daar ",
        "hieraan",
        "plicht",
        "obligation",
        "duty",
        "pflicht",
        "ook de",
        "iedereen",
        "everyone",
        "ebenso",
        "getekend",
        "gebonden",
        "verbonden",
        "auch ",
        headings=False,
    ):
        before = statement.before
        if before and (before.start, before.end) in told and statement.search(phrase(_SAME_FOR, reading.language)):
            yield Candidate("confidentiality.staff_bound", value=True, passages=(*before.passages, *statement.passages))


def _they(among: Sequence[Statement], language: str) -> Iterator[Candidate]:
    """ "They are bound to secrecy", where the sentence before names the processor's people."""
    for statement in among:
        before = statement.before
        if (
            before is not None
            and before.subject is not Role.CONTROLLER
            and statement.search(phrase(_THEY_ARE_BOUND, language))
            and statement.search(phrase(r"{bound}", language))
            and before.search(phrase(r"{staff}", language))
            and not before.search(phrase(r"SUBPROCESSOR|{audit}|\bpartijen\b|\bthe parties\b", language))
        ):
            yield Candidate("confidentiality.staff_bound", value=True, passages=(*before.passages, *statement.passages))


def _confidentiality(reading: Reading) -> Iterator[Candidate]:
    among = statements(reading, *_WORDS)
    duty = tuple(settled(reading, among, (*_DUTY, *_RESTS)))
    yield from duty
    yield from settled(reading, among, _STAFF)
    yield from _they(among, reading.language)
    yield from _likewise(reading, duty)
    if not duty:
        yield from settled(
            reading,
            statements(reading, "derden", "buitenstaanders", "anderen", "niemand", "nobody", "third part", "outsiders"),
            _GIVES_NOBODY,
        )
    if duty:
        for statement in statements(reading, "verplichtingen", "obligations", headings=False):
            if statement.search(phrase(_ALSO_FOR_STAFF, reading.language)):
                passages = (*statement.passages, *duty[0].passages)
                yield Candidate("confidentiality.staff_bound", value=True, passages=passages, strength=Strength.PASSING)


_INTERVAL = r"\b(?:(?:daarna|vervolgens) (?:om de|elke|iedere|ieder)|telkens na(?: verloop van)?|na verloop van|vervolgens na|daarna (?:om de|elke)|tous les|toutes les|elke|iedere|ieder|om de|per|every|each|alle|(?:eens|eenmaal|één keer|één maal) (?:per|in de|in het)|once every|once in)[\s*_]+$"
_RENEWED = r"\b(?:(?:her)?(?:ver)?nieuw(?:d|t|en)|geactualise\w*|vernieuw\w*|herhal\w*|herhaald|opnieuw|nieuwe?|aangevraagd|renew\w*|repeat\w*|again|new|ververs\w*|erneuer\w*|erneut|renouvel\w*|puis|telkens|vervolgens|daarna|thereafter)\b"
_EVERY_SO_OFTEN = r"\b(?:eens|eenmaal|één keer|één maal|once|einmal) (?:per|in de|in|every|alle)\b"
_ASKED_ANEW = (
    r"\bna (?:telkens )?[^.;]{3,20} (?:wordt|worden|moet|vraagt|verlangt|is)\b[^.;]{0,40}\b(?:nieuwe?|opnieuw)\b"
)
# "Beschikt over een VOG die niet ouder is dan drie jaar" asks for a new one each time; who hands one over does so once.
_NEVER_OLDER = r"\b(?:nooit|niet|nimmer) ouder (?:\w+ ){0,2}?dan\s+$"
_AT_THE_START = r"\b(?:overleg\w*|leg(?:t|gen)\b[^.;]{0,40}\bover|nieuwe (?:medewerk|werknem|collega)\w*|over te leggen)\b|\b(?:bij|voor|vóór) (?:de |het )?(?:aanvang|indiensttreding|aanstelling|start|begin|sollicitatie)\b|\b(?:at|before|on) (?:the )?(?:start|hire|recruitment)\b"
_EACH_N_YEARS = tuple(
    (iso, phrase(rf"\b{number}-?jaarlijkse?\b", "nl"))
    for number, iso in (("twee", "P2Y"), ("drie", "P3Y"), ("vier", "P4Y"), ("vijf", "P5Y"))
)
_YEARLY = r"\b(?:jaarlijks|annually|every year|elk jaar|ieder jaar|yearly|once a year)\b"


def _screening(reading: Reading) -> Iterator[Candidate]:
    for statement in statements(
        reading,
        "vog",
        "omtrent",
        "verklaring",
        "nieuwe ",
        "herhal",
        "opnieuw",
        "aangevraagd",
        "vernieuw",
        "renew",
        "certificate of",
        "criminal record",
        "background",
        "ververst",
        "dbs",
        "disclosure",
        "führungszeugnis",
        "casier",
        headings=False,
    ):
        if not statement.near(phrase(r"{conduct_certificate}", reading.language)):
            continue
        again = phrase(
            rf"{_RENEWED}|jaarlijks|\bouder\b|{_EVERY_SO_OFTEN} (?:\S+ ){{1,6}}{{conduct_certificate}}",
            reading.language,
        )
        period = _repeated(_on_the_certificate(statement.text)) if statement.search(again) else None
        if period:
            strength = Strength.PASSING if statement.in_annex else Strength.EXPRESS
            yield Candidate("confidentiality.screening_interval", period, statement.passages, strength)


# What else is done again at intervals, in another part of the sentence.
_ANOTHER_MATTER = (
    r"\b(?:wachtwoord\w*|beveiliging\w*|\w*maatregel\w*|training\w*|back-?ups?|passwords?|security|passwort\w*)\b"
)


def _on_the_certificate(text: str) -> str:
    """The parts of a sentence that don't speak of another matter."""
    other = phrase(_ANOTHER_MATTER, "nl")
    return ";".join(part for part in text.split(";") if "vog" in part or not other.search(part))


def _repeated(text: str) -> str | None:
    """The period at which something is done again by `text`, as ISO 8601."""
    starts = phrase(_AT_THE_START, "nl").search(text) is not None
    for duration in durations(text):
        before = text[: duration.start]
        if phrase(_INTERVAL, "nl").search(before):
            return duration.iso
        if not starts and phrase(_NEVER_OLDER, "nl").search(before):
            return duration.iso
    every = next((iso for iso, pattern in _EACH_N_YEARS if pattern.search(text)), None)
    if every:
        return every
    if phrase(_ASKED_ANEW, "nl").search(text):
        return next((duration.iso for duration in durations(text)), None)
    return "P1Y" if phrase(_YEARLY, "nl").search(text) else None


RULES = (
    Rule("confidentiality", ("confidentiality.duty", "confidentiality.staff_bound"), _confidentiality),
    Rule("staff-screening", ("confidentiality.screening_interval",), _screening),
)
