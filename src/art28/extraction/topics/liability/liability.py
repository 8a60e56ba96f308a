"""Reading -> liability: its regime and limits, what it leaves out, and insurance; indemnities.py and fines.py have the rest."""

import re
from collections.abc import Iterator
from dataclasses import replace

from art28.agreement.passages import Reading, Sentence
from art28.document.outline import Clause
from art28.extraction.rule import Candidate, Rule, proposed
from art28.extraction.topics.liability.limits import Limit, limits_in
from art28.extraction.values.durations import durations
from art28.extraction.values.references import MAIN
from art28.extraction.words.search import AnyCase, sentences_with

_I = re.IGNORECASE
_WORDS = ("aansprakelijk", "liab", "responsib", "haft", "responsab", "schade", "damage", "dommage", "vergoed")
# With which a note begins under a heading on liability: "Niet meer dan € 10.000 per gebeurtenis."
_AT_MOST = (
    "niet meer dan",
    "nooit meer dan",
    "maximaal",
    "ten hoogste",
    "hoogstens",
    "beperkt tot",
    "no more than",
    "up to",
)
_LIABLE = AnyCase(
    r"\bis PROCESSOR\b[^.;]{0,30}\b(?:niet|nooit) (?:\w+ )?verschuldigd\b|\bvoor (?:de |alle )?schade sta(?:at|an) (?:de |het )?PROCESSOR in\b|\bwelke schade\b|\bwat PROCESSOR (?:CONTROLLER )?(?:moet|moeten) (?:betalen|vergoeden)\b|\bstaa(?:t|n) (?:\w+ ){0,2}in voor\b[^.;]{0,30}\bschade\b|\bPROCESSOR beta(?:al|alt|len) (?:CONTROLLER )?(?:\w+ ){0,2}nooit meer dan (?:wat|hetgeen|het bedrag dat) CONTROLLER\b|"
    r"\bmaximale (?:schade)?vergoeding\b|\bvergoed(?:t|en) (?:PROCESSOR )?(?:nooit|nimmer) meer dan\b|\bPROCESSOR vergoed(?:t|en) (?:nooit|nimmer|maximaal|ten hoogste)\b|\bschade\b[^.;]{0,90}\bvergoed tot\b|\bbij (?:een |onze |grove )?(?:eigen )?fout(?:en)?\b[^.;]{0,40}\bbeta(?:al|alt|len) (?:PROCESSOR|hij|zij)\b|\bPROCESSOR beta(?:al|alt|len)\b[^.;]{0,60}\b(?:bij|na) (?:een )?fout\b|"
    r"\bschade\b[^.;]{0,60}\b(?:beta(?:al|alt|len)|vergoed(?:t|en)?) (?:PROCESSOR|hij|zij)\b|never pays? more[^.;]{0,40}damages|betalen (?:PROCESSOR )?nooit meer[^.;]{0,40}schade|betaalt? (?:bij|voor|aan) schade|vergoed(?:t|en) [^.;]{0,30}schade|vergoeding (?:is )?beperkt|haften\b|haftbar|répond(?:ent)? des dommages|schadensersatz|responsibility (?:will|shall) be (?:capped|limited)|\btenue? que des dommages|préjudice|(?:moet|moeten|dient te|te) vergoeden|aansprakelijk|\bliab(?:le|ility|ilities)\b|haftung|haftet|responsabilité|indemnisation due|the most PROCESSOR (?:will|can) (?:ever )?have to pay|"
    r"schadevergoeding|\bdamages\b",
)
_SUBPROCESSORS = AnyCase(
    r"SUBPROCESSOR|(?<!aanspraken van )(?<!vorderingen van )(?<!claims van )derden|betrokkene|data subject"
)

_BY_MAIN = AnyCase(
    rf"\bop (?:de )?aansprakelijkheid\b[^.;]{{0,40}}\b(?:is|zijn) (?:artikel(?:en)?|hoofdstuk|paragraaf) [\w. ]{{1,12}} van (?:de |het )?(?:{MAIN})|\bschade\b[^.;]{{0,30}}\bsta(?:at|an) (?:\w+ )?in (?:de |onze |PROCESSOR )?(?:{MAIN})|"
    rf"\bliability (?:regime|provisions?|clauses?|arrangements?)\b[^.;]{{0,60}}(?:{MAIN})[^.;]{{0,30}}\bappl(?:y|ies)\b|\bverwij(?:zen|st) (?:\w+ )?voor\b[^.;]{{0,30}}\baansprakelijkheid\b[^.;]{{0,20}}\bnaar\b[^.;]{{0,60}}(?:{MAIN})|"
    rf"\b(?:geldt|gelden) (?:de |dezelfde )?(?:beperking|uitsluiting)\w* van (?:de )?aansprakelijkheid\b[^.;]{{0,60}}(?:{MAIN})|"
    rf"(?:aansprakelijkheid|liability|haftung)\W{{0,3}} ?(?:zie|see|siehe)\b[^.;]{{0,40}}(?:{MAIN})|"
    rf"\b(?:wat|hetgeen|what|was) (?:\w+ )?(?:in|im) (?:de |the )?(?:{MAIN})[^.;]{{0,40}}\b(?:aansprakelijkheid|liability|haftung)\b[^.;]{{0,80}}\b(?:geldt|gelden|applies|gilt)\b|"
    rf"(?:aansprakelijk|\bliab|haft|responsabilit)\w*[^;]{{0,260}}?(?:richtet sich nach|geregeld|regeling|beheerst|onderworpen|volgt|"
    rf"van toepassing|geldt|aangesloten bij|"
    rf"gelden|conform|overeenkomstig|zoals|als voorzien|als bepaald|wijze als|"
    rf"subject to|governed by|set (?:out|forth)|as (?:provided|set|agreed)|in accordance with|limited (?:by|under|"
    rf"as)|richtet|regelung|unterlieg|bestimmt sich|régie?|soumise?)"
    rf"[^;.]{{0,110}}?(?:{MAIN})|"
    rf"\bvoor\b[^.;]{{0,30}}\baansprakelijkheid\b[^.;]{{0,30}}\bverwezen naar\b[^.;]{{0,40}}(?:{MAIN})|"
    rf"(?:beperking|uitsluiting|aansprakelijkheidsregeling|aansprakelijkheidsbepaling|limitations?|exclusions?|"
    rf"haftungs\w+)\w*[^.;]{{0,110}}(?:{MAIN})[^.;]{{0,90}}"
    rf"(?:van (?:\w+ )?toepassing|geldt|gelden|apply|applies|finde[nt]|gelten)|"
    rf"(?:aansprakelijk|liab)\w*[^.;]{{0,90}}(?:beperk\w*|limit\w*)[^.;]{{0,40}}(?:conform|volgens|overeenkomstig|"
    rf"zoals|as set)[^.;]{{0,60}}(?:{MAIN})|"
    rf"\b(?:limitations?|exclusions?) of liability\b[^.;]{{0,60}}(?:{MAIN})[^.;]{{0,40}}\bappl(?:y|ies)\b|"
    rf"(?:{MAIN})[^.;]{{0,60}}\b(?:beperking\w*|aansprakelijk\w*)\b[^.;]{{0,100}}\bvan toepassing|"
    rf"\bop (?:de )?aansprakelijkheid\b[^.;]{{0,40}}\b(?:{MAIN})[^.;]{{0,40}}\bvan toepassing|"
    rf"\bvoor (?:de )?(?:schade|aansprakelijkheid)\b[^.;]{{0,30}}\b(?:geldt|gelden)\b[^.;]{{0,60}}(?:{MAIN})|"
    rf"\bop (?:de |deze )?(?:aansprakelijkheid|schade\w*)[^.;]{{0,60}}\b(?:is|zijn)\b[^.;]{{0,20}}(?:{MAIN})[^.;]{{0,30}}\bvan toepassing|"
    rf"(?:subject to|consistent with|in accordance with|any) (?:the )?(?:limitations?|exclusions?)[^.;]{{0,40}}liability[^.;]{{0,80}}(?:{MAIN})",
)
_LIMITS_OF_MAIN = AnyCase(
    rf"\b(?:limitations?|exclusions?) (?:of|on) liability (?:\w+ )?(?:in|under|by) (?:{MAIN}|the {MAIN})|"
    rf"\baansprakelijkheidsbeperking\w* (?:\w+ )?(?:in|uit|van) (?:de )?{MAIN}",
)
"""The limits of the main agreement, named as such: also where a sentence goes on about sub-processors."""
_EXCLUDED = AnyCase(
    r"(?:aansprakelijkheid|liability)\b[^.;]{0,240}?(?:is|wordt|are)\b[^.;]{0,20}(?:uitgesloten|excluded)|\bhaftung\b[^.;]{0,160}\bist\b[^.;]{0,20}ausgeschlossen|responsabilité\b[^.;]{0,160}\bexclue\b|(?:sluit|"
    r"sluiten)[^.;]{0,60}aansprakelijkheid[^.;]{0,60}\buit\b|"
    r"\bexclude[sd]? (?:all|any) liability\b|\bschließt (?:jede|jegliche|die) haftung\b[^.;]{0,40}\baus\b|\bexclut toute responsabilité\b|"
    r"aanvaard(?:t|en) geen (?:enkele )?aansprakelijkheid|niet aansprakelijk voor (?:enige|welke|elke|alle|schade)|not (?:be )?liable for any (?:loss|damage)|haftet nicht",
)
_INDIRECT_ONLY = AnyCase(r"indirect|gevolgschade|consequential|mittelbar")
_IF_NOT = AnyCase(
    r"houdt (?:die|deze) (?:uitsluiting|beperking) geen stand|(?:dies gilt nicht|in diesem fall|soweit)\b[^.]{0,160}haftung|(?:voor zover|indien|mocht|to the extent|if|should)\b[^.;]{0,110}(?:niet (?:kan|mag|"
    r"kunnen) worden uitgesloten|geen stand houd|niettemin|toch|ondanks|desondanks|onverhoopt|alsnog|nevertheless|cannot be excluded|not be excluded)",
)
_AT_FAULT = AnyCase(
    r"(?:alleen|slechts|uitsluitend|enkel|only)\b[^.;]{0,40}(?:aansprakelijk|liable|\bin voor\b[^.;]{0,20}\bschade)\b[^.;]{0,160}|"
    r"(?:aansprakelijk|liable)\b[^.;]{0,200}?\b(?:voor ?zover|doordat|slechts (?:indien|als)|uitsluitend (?:indien|"
    r"als|voor zover)|"
    r"only (?:if|where|to the extent|for)|to the extent|insofar)\b[^.;]{0,160}|"
    r"\bhafte[nt]\b[^.;]{0,200}\b(?:schuldhaft|verschulden|zu vertreten)\b[^.;]{0,60}|"
    r"(?:aansprakelijk|liable|haftet)\b[^.;]{0,30}\b(?:schade|damage|schaden)\b[^.;]{0,30}\b(?:die|that|which|der|den)\b[^.;]{0,60}(?=\b(?:eigen schuld|attributable|attributed|toegerekend|toe te rekenen|zurechenbar))|vergoedt (?:alle |de )?schade\b[^.;]{0,120}\b(?:doordat|als gevolg van|veroorzaakt door)\b[^.;]{0,160}",
)
_FAULT = AnyCase(
    r"verwijt|verweten|toerekenbaar|toe te rekenen|toegerekend|te wijten|gevolg (?:is )?van|nalatig|schuld|tekort|attributable|"
    r"schuldhaft|verschulden|vertreten|negligen|fault|caused by|fail|not complied|breach|\bits conduct",
)


def _regime(reading: Reading) -> Iterator[Candidate]:
    """A cap outranks a reference to the main agreement, which outranks a rule on fault; what is excluded may be capped."""
    said: dict[str, list[Sentence]] = {
        "excluded": [],
        "rest": [],
        "capped": [],
        "main_agreement_terms": [],
        "fault_only": [],
    }
    for sentence in sentences_with(
        reading, *_WORDS, *_AT_MOST, "iervoor geldt", "aarvoor geldt", "dan geldt", "dan gelden", "verschuldigd"
    ):
        for kind in _kinds(sentence.text):
            said[kind].append(sentence)
        if _leaves_to_main(sentence):
            said["main_agreement_terms"].append(sentence)
        if (
            _HEADED.search(sentence.clause.heading)
            and (_IS_BOUNDED.search(sentence.text) or _OPENS_AT_MOST.match(sentence.text))
            and not _OF_ANOTHER.search(sentence.text)
        ):
            capped_at = limits_in(sentence.text)
            said["capped"] += [sentence] if any(one.amount or one.basis == "fees_of_year" for one in capped_at) else []
    excluded, rest, capped = said["excluded"], said["rest"], said["capped"]
    if excluded and capped and (rest or any(sentence in capped for sentence in excluded)):
        others = [sentence for sentence in (rest or capped) if sentence not in excluded]
        yield proposed("liability.regime", *excluded, *others, value="excluded_then_capped")
        return
    for value in ("capped", "main_agreement_terms", "fault_only"):
        if said[value]:
            yield proposed("liability.regime", *said[value], value=value)
            return


# Under a heading on liability: "Hiervoor geldt wat in onze algemene voorwaarden staat."
_GOES_BY_MAIN = AnyCase(
    rf"(?=[\W\w]{{0,90}}\b(?:geldt|gelden)\b[^.;]{{0,12}}\b(?:regeling|regels|afspraken|beperking\w*|bepaling\w*|wat|hetgeen)\b[^.;]{{0,30}}(?:{MAIN}))|^[\W\d]*(?:hier|daar)voor (?:geldt|gelden)\b[^.;]{{0,60}}(?:{MAIN})"
)


def _leaves_to_main(sentence: Sentence) -> bool:
    """Whether a sentence leaves what its heading says is liability to the main agreement."""
    return bool(_HEADED.search(sentence.clause.heading) and _GOES_BY_MAIN.match(sentence.text))


def _kinds(text: str) -> Iterator[str]:
    """What a sentence says of liability: it excludes it, caps it or the rest of it, leaves it elsewhere, asks for fault."""
    if not _LIABLE.search(text) or _NO_LIMIT.search(text):
        return
    if _EXCLUDED.search(text) and not _INDIRECT_ONLY.search(text):
        yield "excluded"
    if _IF_NOT.search(text):
        yield "rest"
    if any(limit.basis != "general_terms" for limit in limits_in(text)):
        yield "capped"
    elif _SUBPROCESSORS.search(text) and not _LIMITS_OF_MAIN.search(text):
        return
    elif _BY_MAIN.search(text):
        yield "main_agreement_terms"
    elif _AT_FAULT.search(text) and _FAULT.search(text) and not _EACH.search(text):
        yield "fault_only"


# Under a heading on liability: "de vergoeding is nooit hoger dan € 10.000".
_IS_BOUNDED = AnyCase(r"vergoeding|compensation|entschädigung|indemnisation|vergoedt|\bschade\b|damages?\b|schaden")
_OPENS_AT_MOST = AnyCase(rf"[\W\d]*(?:{'|'.join(_AT_MOST)})\b")
_NO_LIMIT = AnyCase(
    r"(?:beperking|uitsluiting|limitation|exclusion)\w*[^.;]{0,200}(?:niet van toepassing|"
    r"gelden niet|geldt niet|(?:do|does|shall) not apply|vervalt)",
)
_EACH = AnyCase(r"\b(?:eigen|own)\b")


def _limits(reading: Reading) -> Iterator[Candidate]:
    """One record a limit; the cap is the highest fixed amount among them."""
    fixed: list[tuple[int, tuple[int, int]]] = []
    price: tuple[Clause, Limit] | None = None
    for sentence in sentences_with(
        reading, *_WORDS, *_AT_MOST, "gesteld op", "deemed", "verschuldigd", "maximum", "tot meer", "höhe"
    ):
        found = _limits_of(sentence, price)
        if (
            not found
            and not _NO_LIMIT.search(sentence.text)
            and _BY_MAIN.search(sentence.text)
            and (not _SUBPROCESSORS.search(sentence.text) or _LIMITS_OF_MAIN.search(sentence.text))
        ):
            found = (Limit("general_terms", None, None, None),)
        for limit in found:
            yield proposed("liability.limits", sentence, value=(limit.record(),))
            if limit.basis == "contract_price":
                price = sentence.clause, limit
            if limit.amount is not None:
                fixed.append((limit.amount, (sentence.start, sentence.end)))
    if fixed:
        highest, passage = max(fixed)
        yield Candidate("liability.cap", highest, (passage,))


_HEADED = AnyCase(r"aansprakelijk|\bschade|liabilit|\bhaftung|responsabilité")
_OF_ANOTHER = AnyCase(
    r"verzekerd bedrag|verzekering(?:en)? (?:af|met)|insured (?:for|up)|versicherungssumme|boete|fine\b|contractual penalty"
)


def _limits_of(sentence: Sentence, price: tuple[Clause, Limit] | None) -> tuple[Limit, ...]:
    """The limits of a sentence on liability, or of one that says what the contract price just named amounts to."""
    text = sentence.text
    if _SUBPROCESSORS.search(text) or (_INSURES.search(text) and not _LIMITS_LIABILITY.search(text)):
        return ()
    if _LIABLE.search(text) or (_HEADED.search(sentence.clause.heading) and not _OF_ANOTHER.search(text)):
        return limits_in(text)
    if price and price[0] is sentence.clause and _SETS_PRICE.search(text):
        return tuple(
            replace(limit, per=price[1].per, scope="; ".join(filter(None, (price[1].scope, limit.scope))) or None)
            for limit in limits_in(text)
        )
    return ()


# What somebody is insured for is no limit, unless the sentence limits liability to it.
_INSURES = AnyCase(
    r"\b(?:maintain\w*|take[sn]? out|carr(?:y|ies)|holds?|heeft|houdt|beschikt|sluit|afgesloten|is verzekerd|unterhält|schließt|verfügt|souscri\w*|justifie|"
    r"dispose)\b[^;]{0,120}\b\w*(?:insurance|verzeker\w*|versicherung|assurance)\b|\b(?:verzekerd|insured|versichert|assuré\w*) (?:bedrag|sum|tot|up|for|voor|bis)\b"
)
_LIMITS_LIABILITY = AnyCase(
    r"\b(?:aansprakelijk\w*|liab\w+|haft\w*|responsab\w+|vergoeding)\b[^.;]{0,120}\b(?:beperkt|gemaximeerd|begrensd|limited|capped|exceed|begrenzt|beschränkt|limitée?|"
    r"plafonn\w*|maximaal|hoogste|hoger|meer)\b"
)
_SETS_PRICE = AnyCase(r"(?:prijs|vergoeding|price|fee)[^.;]{0,60}(?:gesteld op|deemed|set at)")
_INDIRECT = AnyCase(
    r"(?:indirecte schade|gevolgschade|winst\b|bedrijfsstilstand|entgangene\w* gewinn|folgeschäden|loss of profits?|dommages? indirects?|indirect\b[^.;]{0,40}(?:damages?|loss(?:es)?)|consequential|bedrijfsschade|"
    r"mittelbare)[^.;]{0,160}?(?:uitgesloten|nimmer aansprakelijk|nooit aansprakelijk|niet aansprakelijk|"
    r"excluded|not (?:be )?(?:liable|recoverable)|ausgeschlossen|nicht ersetzt|\bexclus?\b|komt niet voor vergoeding)|"
    r"\b(?:indirecte schade|gevolgschade|winst\w*)\b[^.;]{0,60}\b(?:hoeven|hoeft)\b[^.;]{0,40}\bniet\b[^.;]{0,12}\bvergoed|(?:gevolgschade|indirecte schade|winst)\b[^.;]{0,40}\bblij(?:ft|ven) voor rekening van (?:wie|degene)\b|(?:gevolgschade|indirecte schade|winst)\b[^.;]{0,80}\bgeen (?:aanspraak|recht)\b|\b(?:enkel|alleen|uitsluitend|slechts) directe schade (?:wordt|komt)\b|"
    r"\b(?:in|under) no (?:event|circumstances?|case)\b[^.;]{0,60}\bliable\b[^.;]{0,80}\b(?:indirect|consequential)\b|"
    r"(?:exclusion|uitsluiting|ausschluss|exclusion) (?:of|van|von|der|des) (?:\w+ )?(?:indirect|consequential|gevolg|folgesch|mittelbar|dommages indirect)|"
    r"(?:indirecte schade|gevolgschade|bedrijfsschade|winst\b)[^;]{0,160}(?:niet vergoed|vergoe(?:dt|den) (?:wij |PROCESSOR )?niet|komt? niet|niet voor vergoeding|n(?:immer|ooit) vergoed)|(?:neither|"
    r"no) party (?:is|shall be|will be) liable[^.;]{0,140}indirect|"
    r"\bnicht\b[^.;]{0,20}\bfür\b[^.;]{0,60}(?:mittelbare|indirekte|folgeschäden|entgangenen gewinn)|\b(?:ne|n.)\b[^.;]{0,20}(?:pas|être|tenue?)\b[^.;]{0,40}(?:responsable\w*|tenue?)\b[^.;]{0,60}(?:indirects?|pertes? d.exploitation)|"
    r"\b(?:exclus?e?s?|exclut|écarte)\b[^.;]{0,30}\b(?:préjudices?|dommages?) (?:\w+ (?:et|ou) )?indirects?\b|\btenue? que des dommages directs|(?:préjudice|perte d.exploitation|dommages? indirects?)[^;]{0,140}(?:aucune indemnisation|exclu)|(?:uitgesloten|niet (?:\w+ )?aansprakelijk|nimmer aansprakelijk|nooit aansprakelijk|not (?:be )?liable|"
    r"(?:neither|no) party (?:shall|will) be liable|excludes?)[^.;]{0,140}?"
    r"(?:indirecte? |gevolgschade|indirect|consequential)|"
    r"(?:beperkt tot|uitsluitend|slechts|alleen|limited to|only)[^.;]{0,60}?\b(?:directe schade|direct (?:damages?|"
    r"loss))",
)
_ALSO_INDIRECT = AnyCase(
    r"(?:ook|tevens|inclusief|including|zowel)[^.;]{0,30}indirect|wordt (?:uitsluitend )?verstaan|means|"
    r"zoals hier bedoeld",
)


_INDIRECT_TOO = AnyCase(
    r"\b(?:daartoe|hiertoe|daaronder|hieronder) (?:behoort|valt|wordt)\b[^.;]{0,30}\bindirecte? schade|"
    r"\b(?:aansprakelijk|liable)\b[^.;]{0,80}\b(?:zowel directe als indirecte|both direct and indirect|also for indirect|ook voor indirecte)\b"
)


def _indirect_excluded(reading: Reading) -> Iterator[Candidate]:
    for sentence in sentences_with(
        reading,
        "indirect",
        "gevolgschade",
        "consequential",
        "directe schade",
        "direct damage",
        "direct loss",
        "mittelbar",
        *("winst", "gewinn", "folgeschäden", "loss of profit", "dommages", "préjudice"),
    ):
        match = _INDIRECT.search(sentence.text)
        if match and not _ALSO_INDIRECT.search(sentence.text[: match.end()]):
            yield proposed("liability.indirect_excluded", sentence, value=True)
        elif _INDIRECT_TOO.search(sentence.text):
            yield proposed("liability.indirect_excluded", sentence, value=False)


_LAPSES = AnyCase(
    r"(?:vordering|aanspraak|aanspraken|claims?|recht op (?:schade)?vergoeding|vorderingsrecht|right to (?:damages|"
    r"compensation)|anspr[uü]ch\w*|actions?|réclamations?)\w*\b[^;]{0,260}?"
    r"(?:verlies(?:t|en) (?:zijn|haar|het|dat|hun) recht|vervalt|vervallen|verjaart|verjaren|lapses?|expires?|barred|extinguish|forfeit|waived|verjähr\w*|erlischt|erlöschen|verfallen|se prescri\w*|forclos|anmelden|"
    r"binnen|within)|\b(?:schade|aanspreken|damage)\w*\b[^;]{0,120}?\b(?:binnen|within)\b[^;]{0,160}?\b(?:vervalt|kan het niet meer|lapses)|"
    r"\b(?:binnen|within)\b[^;]{0,120}?\b(?:aanspreken|aangesproken)\b",
)
_LAPSE = AnyCase(
    r"verlies(?:t|en) (?:zijn|haar|het|dat|hun) recht|(?:must|shall|should) be (?:brought|made|notified|filed|submitted)|verval|verja|prescri|kan het niet meer|\bweg\b|laps|expire|barred|extinguish|forfeit|waive|verjähr|erlischt|erlösch|verfallen"
)


def _claim_period(reading: Reading) -> Iterator[Candidate]:
    for sentence in sentences_with(
        reading,
        "vordering",
        "aansprak",
        "claim",
        "recht op schadevergoeding",
        "right to",
        "anspr",
        "aanspreken",
        "prescri",
        "schade",
        "recht op vergoeding",
    ):
        if _LAPSES.search(sentence.text) and _LAPSE.search(sentence.text):
            named = list(durations(sentence.text))
            if named:
                yield proposed("liability.claim_period", sentence, value=named[-1].iso)


_INSURED = AnyCase(
    r"\b(?:beschikt over|heeft|houdt|sluit) een polis\b[^.;]{0,60}\b(?:dekt|dekking|dekken)|(?:adequaat|voldoende|genoegzaam|behoorlijk|deugdelijk|passend|toereikend) verzekerd|"
    r"\b(?:draagt|zorgt) (?:zorg )?voor[^.;]{0,40}\bverzekering|verzekerd (?:te )?(?:hebben|houden|zijn)|houdt?\b[^.;]{0,60}\bverzekering\b[^.;]{0,60}\bin stand|être assurée?s?\b|"
    r"\b(?:is|zijn|blijft|zich)\b[^.;]{0,60}\bverzekerd\b|\w*(?:aansprakelijkheids|cyber|beroeps)\w*verzekering|"
    r"\bhoudt?\b[^.;]{0,60}\bverzekering\b[^.;]{0,60}\baan\b|(?:heeft|sluit|gesloten|afgesloten|beschikt over|in stand|onderhoud)\b[^.;]{0,60}verzekering|"
    r"(?:maintain|carry|have|hold|keep|take out)\w*[^.;]{0,60}(?:insurance|insured)|haftpflichtversicherung|(?:unterhält|abgeschlossen)[^.;]{0,60}versicherung|versicherung\b[^.;]{0,60}abgeschlossen|(?:justifie|dispose|bénéficie|titulaire) d.une assurance|(?:police|contrat) d.assurance|assurance de responsabilité|assurance responsabilité",
)
_NOT_INSURED = AnyCase(
    r"\bneed not\b|\bnot (?:obliged|required) to (?:\w+ ){0,2}?(?:insure|take out|maintain)\b|ervan (?:heeft )?(?:verzekerd|vergewist)|verzekerd dat|niet verplicht|geen verzekering|uitkeert|uitbetaal|"
    r"uitgekeerd|pays out",
)


_WHO = AnyCase(
    r"\b(?:CONTROLLER|PROCESSOR)\b|^[\W\d]*(?:hij|zij|it|he|er|sie|il|elle) (?:houdt|heeft|is|houdt|sluit|beschikt|has|maintains|holds|carries|hat|unterhält|dispose|justifie|a)\b|partij|party|parties|partei|titulaire|souscrit"
)


_THEIRS = re.compile(
    r"^\W*(?:\d[\d.]*\W+)?(?:[Dd]e |[Tt]he )?CONTROLLER (?:is|heeft|houdt|sluit|draagt|zorgt|dient|has|shall|zal)\b(?!.*PROCESSOR)"
)


def _insurance(reading: Reading) -> Iterator[Candidate]:
    for sentence in sentences_with(reading, "verzeker", "polis", "insur", "versicher", "assurance"):
        if _THEIRS.match(sentence.text):
            continue
        if _INSURED.search(sentence.text) and _WHO.search(sentence.text) and not _NOT_INSURED.search(sentence.text):
            yield proposed("liability.insurance", sentence, value=True)


RULES = (
    Rule("liability-regime", ("liability.regime",), _regime),
    Rule("liability-limits", ("liability.limits", "liability.cap"), _limits),
    Rule("liability-indirect-excluded", ("liability.indirect_excluded",), _indirect_excluded),
    Rule("liability-claim-period", ("liability.claim_period",), _claim_period),
    Rule("liability-insurance", ("liability.insurance",), _insurance),
)
