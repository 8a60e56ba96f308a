"""Reading -> the end: the proof that data are gone, when they are withheld, in what format and at whose cost they return."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.end.end import NOTHING_LEFT, end_statements, is_at_the_end
from art28.extraction.words.bearing import CONTROLLER, IF_AT_FAULT, PROCESSOR, bearer
from art28.extraction.words.cues import flag, phrase
from art28.extraction.words.statements import Statement, statements
from art28.terms import Role

_GONE = r"{delete}|\bhas complied with (?:this|the) (?:clause|section|article)\b|\balles weg\b|\bniet langer aanwezig\b|\bachtergebleven\b|\berasure\b|\bcomplied with\b|\berfüllung\b"
# "Op verzoek bevestigt hij dat": what the sentence before says is done.
_CONFIRMS_THAT = r"\b(?:bevestigt|bevestigen|verklaart|confirms?|bestätigt|confirme) (?:PROCESSOR |hij |zij |it |er |il )?(?:dat|dit|zulks|that|this|dies|cela)\b(?! (?:de|hij|zij|it|the|PROCESSOR)\b)"
# "Hij stuurt daarvan een schriftelijke bevestiging."
_PROOF_OF_THAT = (
    r"\b(?:bevestigt|bevestigen|verklaart) (?:PROCESSOR |hij |zij )?(?:dat|dit|zulks) (?:\w+ )?(?:schriftelijk|per e-?mail)\b|"
    r"\b(?:daar|hier|er) een (?:\w+ )?(?:bevestiging|verklaring|bewijs) van\b|"
    r"\b(?:daarvan|hiervan|ervan)\b[^.;]{0,60}\b(?:bevestiging|verklaring|bewijs)\b|\b(?:bevestiging|verklaring|bewijs) (?:daarvan|hiervan|ervan)\b|"
    r"\b(?:confirmation|certificate|certification|proof|evidence) (?:thereof|of (?:this|that|it|the same))\b|"
    r"\b(?:darüber|davon|hierüber|hiervon)\b[^.;]{0,60}\b(?:\w*bestätigung|\w*bescheinigung|nachweis|protokoll)\b|^[\W\d]*an? (?:written )?(?:confirmation|certificate) (?:is|will be|shall be) (?:sent|issued|given|provided)\b|\ben (?:atteste|justifie|certifie)\b|\ben (?:remet|fournit|délivre)\b[^.;]{0,60}\b(?:attestation|certificat|preuve|confirmation)\b"
)
# "Das Protokoll der Löschung ist vorzulegen", "the deletion log is provided": a proof, whoever the sentence names.
_A_PROOF = r"\b(?:protokoll|nachweis|bescheinigung|bestätigung)\w* (?:der|über die|des) (?:\w+ )?(?:lösch|vernicht)\w*|\b(?:lösch|vernichtungs)(?:protokoll|bestätigung|nachweis|bescheinigung)\w*|\b(?:deletion|destruction) (?:log|certificate|report)\b"
# "Wilt u daarvan een bevestiging, dan krijgt u die": who receives it acts in the sentence, and not the one who gives it.
_IS_GIVEN = r"\bCONTROLLER (?:krijgt|ontvangt) (?:\w+ )?(?:bericht|bewijs|bevestiging|verklaring)\b|\b(?:krijgt?|ontvangt?|receives?|erhält|reçoit) (?:de |the |der |le )?CONTROLLER\b"
_FREE = re.compile(r"\bzonder (?:\w+ )?kosten\b|\bkosteloos\b|\bfree of charge\b")
_NO_PROOF = r"\b(?:geen|niet|no|not|kein\w*|nicht|aucun\w*)\b[^.;]{0,40}(?:{confirm})"


# "PROCESSOR verstrekt een verklaring van vernietiging": of data that are gone, wherever it stands.
_OF_DESTRUCTION = (
    r"\b(?:verklaring|bewijs|certificaat|protocol|proces-verbaal) van (?:de )?(?:vernietiging|verwijdering|wissing|gegevensvernietiging)\b|"
    r"\b(?:vernietigings|verwijderings|wis)(?:verklaring|bewijs|certificaat|protocol)\b|\b(?:certificate|certification|proof|confirmation) of (?:the )?(?:destruction|deletion|erasure)\b|"
    r"\b(?:destruction|deletion) certificate\b|\battestation de (?:destruction|suppression)\b|\blösch(?:ungs)?(?:protokoll|bestätigung|nachweis)\b"
)
_IS_NONE = r"\b(?:geen|niet|nee|no|not|none|kein\w*|nicht|aucune?|pas)\b"
_GIVES = r"{confirm} … \bja\b|\b(?:verstrek|verscha|overleg|over te leggen|stuur|stuurt|toegestuurd|zend|ontvang|krijg|levert|provide|issue|suppl|deliver|send|receiv|stellt|legt|fourni|remet|délivr)\w*\b|\bge(?:eft|ven)\b|\bgives?\b|: (?:ja|yes)\b"
_OF_MEDIA = r"\b(?:papier\w*|gegevensdragers?|datadragers?|apparatuur|hardware|media|harde schij\w+|laptops?|devices?|paper|datenträger\w*)\b"


def _proofs_elsewhere(reading: Reading) -> Iterator[Candidate]:
    """A paper on the destruction of data that the processor gives, in a statement that names no end."""
    own = frozenset(id(s) for s in end_statements(reading))
    for statement in statements(
        reading, "vernietig", "verwijder", "wis", "destruction", "deletion", "erasure", "suppression", "lösch"
    ):
        if (
            id(statement) not in own
            and statement.subject in (None, Role.PROCESSOR)
            and statement.search(phrase(_OF_DESTRUCTION, reading.language))
            and statement.search(phrase(_GIVES, reading.language))
            and not statement.search(phrase(rf"SUBPROCESSOR|{_OF_MEDIA}|{_IS_NONE}", reading.language))
        ):
            yield Candidate("end.certificate", value=True, passages=statement.passages, strength=Strength.PASSING)


# "PROCESSOR heeft geen retentierecht op de persoonsgegevens."
_NO_LIEN = (
    r"\b(?:geen|niet|nimmer|in geen geval)\b[^.;]{0,60}\b(?:retentierecht|recht van retentie)\b|\b(?:retentierecht|recht van retentie)\b[^.;]{0,60}\b(?:niet|uitgesloten)\b|"
    r"\bno (?:lien|right of retention)\b"
)
_MAY_HOLD_BACK = r"\bPROCESSOR (?:is|mag|kan|heeft) … (?:{return}) … \b(?:op te schorten|opschorten|uit te stellen|uitstellen) (?:totdat|tot|zolang)\b … {payment}"


def _withheld_elsewhere(reading: Reading) -> Iterator[Candidate]:
    """What is said of holding data back in a statement that names no end."""
    own = frozenset(id(s) for s in end_statements(reading))
    for statement in statements(reading, "retentie", "schorten", "lien", "retention", headings=False):
        if id(statement) in own or not statement.search(phrase(r"{data}", reading.language)):
            continue
        if statement.search(phrase(_NO_LIEN, reading.language)):
            yield Candidate(
                "end.withheld_until_payment", value=False, passages=statement.passages, strength=Strength.PASSING
            )
        elif statement.search(phrase(_MAY_HOLD_BACK, reading.language)):
            yield flag("end.withheld_until_payment", statement, Strength.PASSING)


def _proof(reading: Reading) -> Iterator[Candidate]:
    language = reading.language
    yield from _proofs_elsewhere(reading)
    yield from _withheld_elsewhere(reading)
    for statement in end_statements(reading):
        if (
            (
                statement.subject in (None, Role.PROCESSOR)
                or statement.search(phrase(f"{_A_PROOF}|{_IS_GIVEN}", language))
            )
            and statement.search(phrase(r"{confirm}", language))
            and (
                statement.search(phrase(_GONE, language))
                or (
                    statement.before is not None
                    and statement.before.near(phrase(rf"{{delete}}|{NOTHING_LEFT}", language))
                    and statement.search(phrase(f"{_CONFIRMS_THAT}|{_PROOF_OF_THAT}", language))
                )
            )
            and not statement.search(phrase(r"\bwettelijk|\bgesetzlich", language))
            and (not statement.search(phrase(r"{costs}", language)) or statement.search(_FREE))
        ):
            denied = statement.search(phrase(_NO_PROOF, language)) is not None
            yield Candidate("end.certificate", not denied, statement.passages)
        if (
            statement.search(phrase(_NEVER_WITHHELD, language))
            and not statement.search(phrase(_KEEPS_THEM_UNTIL, language))
            and statement.near(phrase(_RETURNED, language))
        ):
            yield Candidate("end.withheld_until_payment", value=False, passages=statement.passages)
        elif _withholds(statement, language):
            yield flag("end.withheld_until_payment", statement)


# "Zolang facturen openstaan, geeft PROCESSOR de gegevens niet af": they are withheld.
_KEEPS_THEM_UNTIL = r"\b(?:zolang|totdat|voordat)\b[^.;]{0,60}{payment}[^.;]{0,60}\b(?:ge(?:eft|ven)|draagt|dragen|lever(?:t|en)|stel(?:t|len)) PROCESSOR\b[^.;]{0,40}\b(?:niet|geen)\b|\bPROCESSOR (?:ge(?:eft|ven)|draagt|dragen|lever(?:t|en))\b[^.;]{0,40}\bniet\b[^.;]{0,20}\b(?:zolang|totdat|voordat)\b[^.;]{0,60}{payment}"
_RETURNED = r"{return}|{delete}|{data}"
_HOLDING_BACK = r"(?:opschorting|opschort\w*|op te schorten|retentierecht|achterhouden|achter te houden|achterhoudt|onder zich (?:te )?houd\w*|vast (?:te )?houd\w*|vasthoud\w*|withhold|retain(?! (?:\w+ )?(?:under|by|pursuant to|as required by)\b)|lien|right of retention|\w*zurückbehalt\w*|rétention)"
# "Opschorten zolang CONTROLLER niet heeft betaald" holds back; what is not done stands behind the condition.
_UNCONDITIONALLY = r"(?:(?!\b(?:zolang|tot(?:dat)?|indien|als|wanneer|voor zover|until|as long as|if|where|unless|solange|bis|wenn|tant que|jusqu\w*|si)\b)[^.;]){0,140}"
_NEVER_WITHHELD = (
    rf"\b{_HOLDING_BACK}\b{_UNCONDITIONALLY}\b(?:niet|geen|not|no|uitgesloten|excluded|nicht|kein\w*|ausgeschlossen|exclu\w*|renonce)\b|"
    rf"\b(?:niet|geen|not|no|never|nimmer|nicht|kein\w*|aucun)\b[^.;]{{0,60}}\b{_HOLDING_BACK}\b|"
    r"\b(?:afstand van|waives?|verzichtet)\b[^.;]{0,40}\b(?:retentie|opschorting|lien|retention|\w*zurückbehalt|rétention)\w*|"
    r"\b(?:nooit|niet|never|not|nie|nicht)\b[^.;]{0,40}\b(?:ophouden|tegenhouden|weigeren|uitstellen|vertragen|delay|refuse|hold back|verzögern|verweigern)\b[^.;]{0,60}{payment}|"
    r"\brenonc\w* à\b[^.;]{0,40}\b(?:rétention|suspen\w+)\b|\bwhether or not\b[^.;]{0,40}{payment}|"
    r"\b(?:ook|zelfs|even|auch|même) (?:als|indien|wanneer|zolang|if|where|wenn|si|lorsque)\b[^.;]{0,60}(?:{payment}|\bonbetaald\b)|"
    r"\bne peut (?:pas )?être subordonnée?\b[^.;]{0,30}{payment}|{payment}[^.;]{0,90}\bniet af\b|{payment}[^.;]{0,60}\bändern\b[^.;]{0,30}\bnichts\b|\b(?:irrespective|regardless) of\b[^.;]{0,60}{payment}"
)


def _withholds(statement: Statement, language: str) -> bool:
    return bool(
        statement.search(phrase(r"{payment}", language))
        and statement.search(phrase(r"{before}", language))
        and (statement.near(phrase(r"{return}|{delete}", language)) or statement.search(phrase(r"{data}", language)))
        and (
            statement.subject in (None, Role.PROCESSOR)
            or statement.search(phrase(r"\bPROCESSOR (?:mag|kan|may|hoe\w+)\b", language))
        )
        and not statement.search(phrase(_NOT_OF_DATA, language))
    )


_NOT_OF_DATA = r"{costs} … {return}[^.;]{0,40}\b(?:betaalt|pays)\b|\bwerkzaamheden (?:\w+ )?op(?:te )?schort\w*"
_KIND_OF_FILE = r"(?:csv|xml|json|pdf|excel|xlsx?|sql|zip|spss|mp4|docx?|ods|odt|rtf|jpe?g|png|ical|ics|vcf|mbox)"
_FORMATS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\bin (?:een )?(?P<format>(?:(?:gestructureerde?|gangbare?|algemeen|veelgebruikte?|machine-?leesbare?|leesbare?|elektronische?|digitale?|toegankelijke?)(?:, | en | of | )){1,5}(?:bestands)?(?:vorm|formaat))\b",
        r"\b(?:in|als) (?:een )?(?P<format>(?:bestands)?(?:formaat|vorm) (?:dat|die|waarmee|waarin) (?!PROCESSOR\b)[^.;,]{3,60}? (?:is|zijn|kan|kunnen|bruikbaar|leesbaar|werkt|werken)(?: (?:is|zijn|worden \w+))?)(?=[.;,]|$)",
        r"\b(?:in|als) (?:een )?(?P<format>(?:bestands)?(?:formaat|vorm) (?:dat|die|waarmee|waarin) CONTROLLER [^.;,]{3,40}?)(?=[.;,]|$| of )",
        r"\b(?:in|au|dans|im) (?:een |het |a |an |the |einem |un |le )?(?P<format>(?!PROCESSOR|CONTROLLER|welk|dit|dat|de[mnr] |genannt|bedoeld|said|vermeld|hetzelfde|deze|een ander|ander|this|that|which|any|another|other|elk)"
        r"(?:[\w/-]+(?:, | en | and | und | et | of | or | oder | ou | )){0,7}?[\w/-]*(?:formaat|format)(?: \([^()]{2,60}\))?)(?!\w)",
        r"\b(?:dans un |au |un )(?P<format>format (?:(?!dans\b|sous\b|à\b|au\b|avec\b|sans\b|sauf\b|hormis\b|puis\b|et\b|avant\b)[\w/-]+(?:, (?!dans\b|sous\b|à\b|au\b|sauf\b|hormis\b|puis\b|avant\b|et\b|dès\b)| et | ou (?!(?:les|la|le|l') ?\w|(?:à|de) )| (?!ou\b|dans\b|sous\b|à\b|au\b|puis\b|avant\b|dès\b)))*[\w/-]+(?: \([^()]{2,60}\))?)",
        rf"\b(?:als|as|in|im|au) (?:een |a |an |einer? |eine |the |de |het )?(?P<format>(?:[\w-]+[ -]){{0,2}}?{_KIND_OF_FILE}(?:[- ]?(?:formaat|format|bestand(?:en)?|files?|datei(?:en)?|export)|-)?"
        rf"(?:(?:, | of | or | oder | ou | en | and ){_KIND_OF_FILE}(?:[- ]?(?:formaat|format|bestand(?:en)?|files?|datei(?:en)?))?)*)(?!\w)",
        r"\b(?:in de vorm van|in the form of|in form) (?:een |a |an |einer )?(?P<format>[^.;,:]{4,60}?)(?=[.;,:]|$|\bwaarna\b)",
        r"\bsous (?:la )?forme de (?P<format>fichiers? (?:[\w/-]+(?: et | ou |, )?){1,4}?)(?=[.;,]|$)",
        r"\b(?:als|as) (?:een |a |an |eine )?(?P<format>(?:[\w-]+ ){0,2}?[\w-]*(?:bestand(?:en)?|files?|datei(?:en)?))(?!\w)",
        rf"^\W*(?:\w+ )?(?:export|teruggave|formaat)(?: (?:bij|na) (?:het )?(?:einde|afloop|beëindiging))?: (?P<format>(?:[\w-]+ ){{0,2}}?{_KIND_OF_FILE}(?: (?:of|en) {_KIND_OF_FILE})*)(?!\w)",
        r"\bexport(?:eren|ieren|er|ing| maken| te maken| downloaden)? \((?:als |naar |in |as )?(?P<format>[^()]{3,70})\)",
    )
)
_HANDED = r"\bexport (?:maken|te maken|downloaden)\b|\bkrijg(?:t|en)? … \bterug\b|\bkopie\b|\bcopy\b|{return}|\bgeleverd\b|\bdelivered\b|\bter beschikking\b|\baan CONTROLLER\b|\bontvangt CONTROLLER\b|\bprovide\w*|\bmake available\b|\bin an? … format\b|\bdo so\b"


def _format(reading: Reading) -> Iterator[Candidate]:
    language = reading.language
    among = {id(s) for s in end_statements(reading)}
    for statement in statements(reading, *_FORMAT_WORDS, headings=False):
        handed = statement.search(phrase(_HANDED, language)) or (
            statement.before is not None
            and id(statement.before) in among
            and statement.before.search(phrase(_HANDED, language))
            and statement.search(phrase(_THAT_HAPPENS, language))
        )
        if not handed or statement.search(phrase(r"{rights}", language)):
            continue
        if statement.subject is Role.CONTROLLER and statement.search(phrase(r"\blever(?:t|en)\b … \baan\b", language)):
            continue
        found = (pattern.search(statement.own) for pattern in _FORMATS)
        match = next((one for one in found if one and one["format"] != "format"), None)
        if match is None or (id(statement) not in among and "forma" not in match["format"]):
            continue
        start = statement.start + match.start("format")
        end = statement.start + match.end("format")
        strength = (
            Strength.EXPRESS if is_at_the_end(statement, language) or id(statement) in among else Strength.PASSING
        )
        yield Candidate("end.return_format", reading.original(start, end), ((start, end),), strength)


_THAT_HAPPENS = r"^[\W\d]*(?:dit|dat|de (?:overdracht|teruggave)|een en ander|this|that|it|dies|cela) (?:gebeurt|geschiedt|vindt|is done|happens|geschieht|erfolgt|se fait)\b"
_FORMAT_WORDS = (
    "formaat",
    "format",
    "csv",
    "xml",
    "json",
    "pdf",
    "excel",
    "zip",
    "bestand",
    "file",
    "datei",
    "vorm van",
    "bare vorm",
    "form of",
)
# "De kosten hiervan", in the article on the end.
_OF_THIS = r"\b(?:kosten (?:hiervan|daarvan|ervan)|(?:hier|daar)aan verbonden \w*kosten|costs? (?:thereof|of this)|kosten (?:hierfür|dafür)|frais y afférents)\b"
_OF_RETURNING = r"{return}|\bter beschikking\b|{delete}|\bartikel \d+(?:\.\d+)? gestelde\b|\bexport|\bexit\b"


# "Betaalt CONTROLLER zijn facturen niet, dan …": what is withheld, and no price of returning.
_UNPAID = re.compile(
    r"\b(?:facturen|factuur|declaraties|invoices?|rechnung(?:en)?)\b[^.;]{0,16}\b(?:niet|onbetaald|not|unpaid|nicht)\b"
)


# "During the term, if …, PROCESSOR deletes the data. It may charge a fee for that": what deleting costs before the end.
_BEFORE_THE_END = r"\bduring the term\b(?!,? and\b)|\b(?:gedurende|tijdens) de looptijd\b(?!,? en\b)"


def _costs(reading: Reading) -> Iterator[Candidate]:
    for statement in end_statements(reading):
        before = statement.before
        if before is not None and before.near(phrase(_BEFORE_THE_END, reading.language)):
            continue
        if not (
            statement.near(phrase(_OF_RETURNING, reading.language))
            or (statement.search(phrase(_OF_THIS, reading.language)) and is_at_the_end(statement, reading.language))
        ):
            continue
        who = None if statement.search(_UNPAID) else bearer(statement, reading.language)
        if who in (CONTROLLER, PROCESSOR, IF_AT_FAULT):
            yield Candidate("end.costs", PROCESSOR if who == PROCESSOR else CONTROLLER, statement.passages)


_BY_LAW = r"(?:{law} … {keep}|{keep} … {law}|{must} … {keep}|{keep} … {must}|{keep_by_law}|\bbewaarplicht\w*|\b\w*aufbewahrungs(?:pflicht|frist)\w*)"


# Whoever keeps records for the taxes does so because the law orders it.
_FOR_THE_TAXES = (
    r"\b(?:belastingdienst|fiscus|finanzamt|tax (?:authorit(?:y|ies)|office)|administration fiscale)\b[^.;]{0,60}\b(?:bewa\w+|behou\w+|keeps?|retains?|aufbewahr\w*|conserv\w*)\b|"
    r"\b(?:bewa\w+|keeps?|retains?|aufbewahr\w*|conserv\w*)\b[^.;]{0,60}\b(?:belastingdienst|fiscus|finanzamt|tax (?:authorit(?:y|ies)|office)|administration fiscale)\b"
)
_THEIRS_TO_KEEP = r"\b(?:et non|en niet|and not|und nicht|not|niet) (?:au |à |aan |op |dem |the |de )?PROCESSOR\b"


def _kept(reading: Reading) -> Iterator[Candidate]:
    """That data which the law orders to keep are kept: a law, an order and a keeping, in whatever order, at the end."""
    language = reading.language
    for statement in end_statements(reading):
        if statement.search(phrase(_THEIRS_TO_KEEP, language)) or (
            statement.subject is Role.CONTROLLER and "PROCESSOR" not in statement.text
        ):
            continue
        unless_otherwise = r"\bPROCESSOR (?:may|mag|kan) … \b(?:retain|keep|bewaren|behouden)\b … \b(?:required by|to the extent) … \blaws?\b|\b(?:tenzij|behoudens|behalve|voor zover)\b … \b(?:wet\w*|unierecht|recht)\b … \banders (?:bepa\w+|voorschrij\w+|vereis\w+|verlang\w+)\b|\b(?:except|unless)\b … \blaws?\b … \b(?:otherwise (?:requires?|provides?|states?)|(?:requires?|provides?|states?) otherwise)\b|\botherwise required by (?:applicable )?law\b"
        ordered = statement.search(phrase(unless_otherwise, language)) is not None or all(
            statement.search(phrase(p, language)) for p in (r"{law}|{keep_by_law}", r"{must}", r"{keep}", _BY_LAW)
        )
        unless_ordered = r"\btenzij … verplichting … (?:op te slaan|te bewaren)\b"
        if ordered or statement.search(phrase(f"{unless_ordered}|{_FOR_THE_TAXES}", language)):
            yield flag("end.legal_retention_exception", statement)


RULES = (
    Rule("end-proof", ("end.certificate", "end.withheld_until_payment"), _proof),
    Rule("end-format", ("end.return_format",), _format),
    Rule("end-costs", ("end.costs",), _costs),
    Rule("end-retention", ("end.legal_retention_exception",), _kept),
)
