"""Reading -> how long the agreement lasts, when it starts, what outlives it and that it ends with the main one: by senses.

Where the usual constructions of term.py find nothing, a sentence is read by what it holds: this agreement beside a word for
lasting, and what that is tied to, in whatever order and with whatever verb between them.
"""

from collections.abc import Iterator

from art28.agreement.passages import Reading, Sentence
from art28.extraction.rule import Candidate, Rule, Strength, proposed
from art28.extraction.values.references import MAIN, THIS, in_full, is_on_this_agreement
from art28.extraction.words.search import AnyCase, sentences_with

_LASTING = (
    r"(?:geld(?:t|en|ig\w*)|duurt|duren|voortdu\w+|loopt|lopen|blijf(?:t)?|blijven|van toepassing|gaan|aangaan|in stand|kracht|aangegaan|sluiten|gesloten|eindig\w*|einde|vervalt|vervallen|"
    r"afloopt|af|op te bestaan|houdt op|duur|looptijd|geldigheids\w*|stopt|remains?|lasts?|ends?|terminates?|expires?|continues?|force|effect|concluded)"
)
_THIS_LASTS = AnyCase(
    rf"(?:{THIS})(?:[^.;]{{0,90}}\b{_LASTING}\b| (?:shall |will )?appl(?:y|ies)\b)|\b(?:{_LASTING}\b[^.;]{{0,60}}|term of )(?:{THIS})"
)
_TIED = (
    r"(?:zolang|(?:zo|even) ?lang|voor de (?:tijd|periode|termijn) dat|voor de duur|gedurende|looptijd|duur|gelijk|parallel|zelfde|dezelfde|gekoppeld|verbonden|volgt|tegelijk|gelijktijdig|samen|"
    r"eindig\w*|einde|beëindig\w*|stopt|stoppen|afloop|opgezegd|opzegging|zegt|as long as|duration|term|equals?|same|together|ends?|terminat\w+|expir\w+)"
)
_TO_MAIN = AnyCase(rf"\b{_TIED}\b[^.;]{{0,60}}(?:{MAIN})|(?:{MAIN})[^.;]{{0,50}}\b{_TIED}\b")
_SPAN = r"(?:zolang|zo lang|totdat|tot(?= alle| de laatste)|tot (?:het moment|de dag|het tijdstip)|(?:de|een) (?:\w+ )?(?:periode|tijd)|pas|niet eerder|wanneer|zodra|nadat|(?:as|so) long as|until|when|once)"
_HELD = (
    r"(?:verwerk\w*|bewerk\w*|bezit|beschikt?|onder zich|onder PROCESSOR|aanwezig|staan|bewaar\w*|bewaart|heeft|hebben|over heeft|gewist|verwijderd|vernietigd|geretourneerd|"
    r"teruggegeven|overgedragen|process\w*|holds?|retains?|possession|deleted|returned)"
)
_WHILE_HELD = AnyCase(
    rf"\b{_SPAN}\b[^.;]{{0,90}}\b(?:\w*gegevens|data)\b[^.;]{{0,90}}\b{_HELD}\b|\b{_SPAN}\b[^.;]{{0,60}}\b(?:verwerkt|bewerkt|processes)\b[^.;]{{0,60}}\b(?:\w*gegevens|data)\b"
)
# "Zolang u gebruikmaakt van ons pakket": as long as the service is taken.
_AS_CUSTOMER = AnyCase(
    r"\b(?:zolang|as long as)\b[^.;]{0,20}\bCONTROLLER\b[^.;]{0,60}\b(?:gebruikmaakt|gebruik maakt|gebruikt|afneemt|klant|abonne\w+|uses?|subscribes?)\b|\b(?:when|if|once) CONTROLLER subscription ends\b|\b(?:zolang|as long as) CONTROLLER (?:is |are |bent )?(?:PROCESSOR )?CONTROLLER\b"
)
_NOT_ON_LENGTH = AnyCase(
    r"\bpurposes?\b|\bnot to\b|geheim\w*|vertrouwelijk\w*|confiden\w*|wijzig\w*|amend\w*|strijd\w*|voorrang|prevale\w*|conflict|bewaartermijn|verzeker\w*|vergoeding|ingangsdatum|"
    r"\bonverlet\b|\bniet (?:los|apart|afzonderlijk|tussentijds|mogelijk)\b|opzegtermijn|audits?\b|subprocessor|verplichting\w*|artikel(?:en)? \d|\brecht om\b|ontbind\w*|"
    r"aansprakelijk\w*|liab\w*|boete\w*|verdeel\w*|\bgeen\b[^.;]{0,20}partij"
)
_STARTING = AnyCase(
    rf"(?:{THIS})[^.;]{{0,90}}\b(?:van kracht|van toepassing|lopen|bindend|ingegaan|gesloten|tot stand|geldig|begint|starts?|begins?|commences?|ingaat|in werking|takes? effect|effective|in force|concluded)\b|"
    rf"\b(?:van kracht|gesloten|begint|start|geldt|gelden|gaat|treedt|enters? into|effective|concluded)\b[^.;]{{0,40}}(?:{THIS})"
)
_WHEN = r"\b(?:vanaf|zodra|nadat|na|door|met|bij|op het moment|wanneer|als|indien|by|once|when|upon|from)\b"
_SIGNED = AnyCase(
    rf"\b(?:on|from) the date of (?:the )?(?:last |final )?(?:signature|signing)\b|{_WHEN}[^.;]{{0,60}}\b(?:\w*teken(?:ing|en|d|t)|handtekening\w*|getekend|ondertekend|signature|signed)\b"
)
_ACCEPTED = AnyCase(
    rf"{_WHEN}[^.;]{{0,80}}\b(?:akkoord|accept\w*|aanvaard\w*|aanvink\w*|klikt|aanmeldt|registre\w*|clicks?)\b"
)
_FROM_MAIN = AnyCase(
    rf"\b(?:begint|start|gaat in) en (?:eindigt|stopt) (?:tegelijk |gelijktijdig |samen )?met\b[^.;]{{0,20}}(?:{MAIN})|\b(?:starts|begins) and ends with\b[^.;]{{0,20}}(?:{MAIN})|\b(?:same (?:day|date|time|moment)) as\b[^.;]{{0,20}}(?:{MAIN})|\b(?:tegelijk|gelijktijdig|samen) met\b[^.;]{{0,20}}(?:{MAIN})|\b(?:vanaf|met ingang van|op|from|as of)\b[^.;]{{0,40}}\b(?:aanvang\w*|ingang\w*|begin\w*|start\w*|totstandkoming|inwerkingtreding|datum|commencement|effective date)\b[^.;]{{0,20}}(?:{MAIN})"
)
_NOT_ON_START = AnyCase(
    r"wijzig\w*|amend\w*|(?<!begint en )(?<!start en )(?<!in en )eindig\w*|einde|subprocessor|verplichting\w*|opzeg\w*|terminat\w*"
)
# Any processor agreement but this one.
_ANOTHER = AnyCase(
    r"\b(?:een|andere|eigen|eerdere|nieuwe|a|another) (?:\w+ )?(?:verwerkers|bewerkers)?(?:overeenkomst|agreement)\b(?<!deze overeenkomst)"
)
_AFTERWARDS = AnyCase(
    r"\b(?:ook |zelfs )?(?:na|nadat)\b[^.;]{0,60}\b(?:einde|beëindig\w*|afloop|eindig\w*|geëindigd|opzegging|afgelopen|opgezegd)\b|\bnadien\b|"
    r"\bna het einde\b|\b(?:after|following|beyond)\b[^.;]{0,40}\b(?:end|termination|expiry|ended|terminated)\b"
)
_STAYS = AnyCase(
    r"\bduur(?:t|en)\b[^.;]{0,60}\bvoort\b|\b(?:houden|behouden|houdt|behoudt)\b[^.;]{0,30}\b(?:werking|gelding|kracht|effect)\b|\b(?:blijf(?:t)?|blijven|voortdu\w+|van kracht|in stand|stand|gehouden|gebonden|door(?:lopen|loopt)|onverminderd|onverkort|remains?|continues?|bound|surviv\w+)\b"
)
_DUTY = AnyCase(
    r"\b(?:geheimhouding\w*|vertrouwelijkheid|zwijgplicht|plicht(?:en)?|aansprakelijkheid|verplichting\w*|bepaling\w*|artikel(?:en)?|confidentiality|obligations?|provisions?|clauses?)\b"
)
_NOT_SURVIVAL = AnyCase(
    r"nietig|ongeldig|invalid|unenforceable|back-?up|bewaar\w*|bewaren|wis(?:t|sen)\b|verwijder\w*|vernietig\w*(?! blijv)|delete\w*|kopie|medewerk\w*|dienstverband|personeel|personnel|subprocessor|"
    r"hoofdovereenkomst (?:blijft|onverkort)"
)
_IMPOSSIBLE = AnyCase(
    rf"\bniet (?:mogelijk|toegestaan|geoorloofd)\b[^.;]{{0,30}}(?:{THIS})[^.;]{{0,60}}\b(?:beëindig\w*|op te zeggen|opzeg\w*|ontbind\w*)|"
    rf"\b(?:opzegging|beëindiging)\b[^.;]{{0,40}}(?:{THIS})[^.;]{{0,60}}\bniet (?:mogelijk|toegestaan|geoorloofd)\b|"
    rf"\bnot possible\b[^.;]{{0,30}}\bterminat\w+ (?:{THIS})"
)


def _lengths(reading: Reading, sentence: Sentence) -> Iterator[Candidate]:
    text = in_full(reading, sentence.text)
    if not _THIS_LASTS.search(text) or _NOT_ON_LENGTH.search(text) or _ANOTHER.search(text):
        return
    if _WHILE_HELD.search(text):
        yield proposed("term.lasts", sentence, value="while_processing", strength=Strength.INFERRED)
    elif _TO_MAIN.search(text) or _AS_CUSTOMER.search(text):
        yield proposed("term.lasts", sentence, value="main_agreement", strength=Strength.INFERRED)


def _starts(reading: Reading, sentence: Sentence) -> Iterator[Candidate]:
    text = in_full(reading, sentence.text)
    if not _STARTING.search(text) or _NOT_ON_START.search(text) or _ANOTHER.search(text):
        return
    for value, words in (("with_main_agreement", _FROM_MAIN), ("on_signature", _SIGNED), ("on_acceptance", _ACCEPTED)):
        if words.search(text):
            yield proposed("term.starts", sentence, value=value, strength=Strength.INFERRED)
            return


# "Dit addendum gaat in op de Ingangsdatum": a day that is told elsewhere.
_DAY = r"(?:ingangsdatum|datum van (?:ingang|inwerkingtreding)|(?:terms |addendum |dpa )?effective date|commencement date|start(?:ing)? date|startdatum)"
_ON_THAT_DAY = AnyCase(
    rf"(?:{THIS})[^.;]{{0,160}}\b(?:gaa[nt] in|treedt in werking|treden in werking|van kracht|geld(?:t|en|ig)|begin(?:t|nen)|ingaat|takes? effect|effective|in force|commences?|starts?|begins?)\b[^.;]{{0,200}}"
    rf"\b(?:op|per|vanaf|met ingang van|on|from|as of)\b (?:de |the )?(?:zogenoemde )?\W?{_DAY}\b"
)
_IT_ON_THAT_DAY = AnyCase(
    rf"^[\W\d]*(?:zij|deze|hij|het|it) (?:gaat in|treedt in werking|geldt|begint|takes? effect|commences?|starts?)\b[^.;]{{0,40}}\b(?:op|per|vanaf|met ingang van|on|from|as of)\b (?:de |the )?\W?{_DAY}\b"
)
_IS_THAT_DAY = AnyCase(
    rf"^\W*(?:\d[\d.]*\W+)?(?:onder |de |the )?\W?{_DAY}\b(?: van [^.;:]{{3,40}}?)?\W{{0,4}}(?:betekent|is|wordt verstaan|means|shall mean)\b(?P<a>[^.;]*)|^[\W\d]*{_DAY}\W*:(?P<b>[^.;]*)"
)
_SAID_AS = AnyCase(r"\b(?:akkoord|accept\w*|aanvaard\w*|aanvink\w*|aangevinkt|click\w*|geklikt|ingestemd|agreed? to)\b")
_SIGNED_AS = AnyCase(
    r"\b(?:\w*(?:onder)?teken(?:ing|en|d|t)|handtekening\w*|getekend|ondertekend|signature|signed|signing)\b"
)
_BEGUN_AS = AnyCase(rf"(?:{MAIN})")


def _on_defined_day(reading: Reading) -> Iterator[Candidate]:
    """The start on a day by a name that a definition explains."""
    named = tuple(
        sentences_with(
            reading,
            "ingangsdatum",
            "datum van in",
            "effective date",
            "commencement date",
            "start date",
            "starting date",
            "startdatum",
        )
    )
    told = [(sentence, match) for sentence in named if (match := _IS_THAT_DAY.search(sentence.text))]
    for sentence in named if told else ():
        text = in_full(reading, sentence.text)
        if not _ON_THAT_DAY.search(text) and not (
            _IT_ON_THAT_DAY.match(text) and is_on_this_agreement(reading, sentence)
        ):
            continue
        for definition, match in told:
            meaning = match["a"] or match["b"] or ""
            for value, words in (
                ("on_acceptance", _SAID_AS),
                ("on_signature", _SIGNED_AS),
                ("with_main_agreement", _BEGUN_AS),
            ):
                if words.search(meaning):
                    yield proposed("term.starts", definition, sentence, value=value, strength=Strength.INFERRED)
                    return


def _senses(reading: Reading) -> Iterator[Candidate]:
    yield from _on_defined_day(reading)
    for sentence in sentences_with(reading, *_WORDS):
        text = sentence.text
        yield from _lengths(reading, sentence)
        yield from _starts(reading, sentence)
        if _IMPOSSIBLE.search(text):
            yield proposed("term.separately_terminable", sentence, value=False)
        if _AFTERWARDS.search(text) and _STAYS.search(text) and _DUTY.search(text) and not _NOT_SURVIVAL.search(text):
            yield proposed("term.survival", sentence, value=True, strength=Strength.INFERRED)


_WORDS = (
    "overeenkomst", "afspraken", "bijlage", "voorwaarden", "addendum", "agreement", "geheimhouding", "verplichting", "bepaling",
    "artikel", "plicht", "vertrouwelijkheid", "zwijgplicht", "aansprakelijkheid", "dpa", "terms", "annex", "schedule", "confidentiality",
    "obligation", "provision", "clause",
)  # fmt: skip
RULES = (Rule("term-senses", ("term.lasts", "term.starts", "term.separately_terminable", "term.survival"), _senses),)
