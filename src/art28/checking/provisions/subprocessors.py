"""Text -> verdicts on sub-processors: authorisation, notice and objection, the same duties, liability (Art. 28(2), (4))."""

from art28.checking.judging import Judgement, contradicted, judged, met, missing, partial
from art28.checking.words.text import Questioned, cue, meeting

_WORDS = (
    "SUBPROCESSOR", "sub-PROCESSOR", "derde", "third part", "andere PROCESSOR", "another PROCESSOR", "other PROCESSOR", "uitbested", "subcontract", "anderen dan",
    "andere bedrijven", "door anderen", "die anderen", "deze bedrijven", "die bedrijven", "deze leveranciers", "nieuw bedrijf", "ander bedrijf", "zo'n bedrijf", "dat bedrijf", "andere ondernemingen", "andere dienstverleners", "further PROCESSOR", "such PROCESSOR", "new PROCESSOR", "andere personen", "andere organisaties", "hulppersonen", "leveranciers", "hulpleverancier", "unterauftrag", "sub-processing", "subprocessing", "sous-trait", "ultérieur", "dienstleister", "subunternehm", "changement",
)  # fmt: skip
_HEADINGS = (
    "leveranciers",
    "inschakel",
    "subverw",
    "sub-verw",
    "sub verw",
    "subproc",
    "sub-proc",
    "subcontr",
    "onderaann",
    "derden",
    "anderen",
    "andere partijen",
    "other parties",
    "other processors",
    "other companies",
    "andere bedrijven",
    "andere dienstverleners",
    "third part",
    "unterauftr",
    "subuntern",
    "sous-trait",
    "weitere auftragsverarb",
    "andere verwerker",
    "SUBPROCESSOR",
)
_ELSEWHERE = (
    "{breach}",
    r"\b(?:auditors?|audits?)\b",
    "{secrecy} … {consent}",
    r"\b(?:verstrekken|verschaffen|disclose\w*) aan derden\b",
)
# "PROCESSOR is forbidden to leave it to a third party, unless CONTROLLER consented": specific consent, whatever the order.
_FORBIDDEN_WITHOUT = cue(
    r"\b(?:verboden|niet toegestaan|forbidden|prohibited|not (?:allowed|permitted)|untersagt|interdit)\b … {sub} … \b(?:unless|except|tenzij|behalve|behoudens|es sei denn|außer|sauf)\b … {consent}",
    "{engage}",
    unless=_ELSEWHERE,
)
_NOT_WITHOUT = (
    cue("{sub}", r"(?:{engage}|\b(?:verwerk\w*|process\w*)\b)", r"\b(?:niet|geen|nimmer|not|no|never|neither|nicht|ne|n|keine|aucune?)\b … \b(?:zonder|without|dan (?:na|met)|tenzij|unless|behalve|except|ohne|sans|sauf)\b … {consent}", unless=_ELSEWHERE),
    cue("{sub}", r"\b(?:zonder|without|ohne|sans|sauf)\b … {consent} … \b(?:niet|geen|nimmer|not|no|nicht|ne|n|keine|aucune?)\b", unless=_ELSEWHERE),
    cue("{sub}", "{engage}", r"\b(?:alleen|uitsluitend|slechts|enkel|pas|eerst|only|solely|nur|uniquement|seulement|exclusivement)\b … {consent}", unless=_ELSEWHERE),
    cue("{sub}", "{engage}", r"\b(?:indien|mits|als|nadat|voor zover|if|provided|where)\b … CONTROLLER … {consent}", unless=_ELSEWHERE),
    cue("{sub}", "{engage}", r"(?:\b(?:voorafgaande?|prior|vorherige\w*|specifieke?|specific)\b … {consent}|{consent} … \bpréalable\b)", unless=_ELSEWHERE),
    cue("{sub}", "{engage}", r"{consent} … \b(?:vereist|nodig|required|obtain\w*|erforderlich|nécessaire|requise?)\b", unless=_ELSEWHERE),
    cue(r"(?:{beforehand}|{only}) … {sub} … \b(?:obtain\w*|verkrijg\w*|verkregen|vraagt|holt|einholen|einzuholen|obtien\w*|obtenir|recueill\w*)\b … {consent}", unless=_ELSEWHERE),
    cue("{sub}", r"\b(?:prohibited|forbidden|not (?:permitted|allowed)|verboden|niet toegestaan|uitgesloten|untersagt|nicht gestattet|interdite?)\b … \b(?:unless|except|tenzij|behoudens|es sei denn|sauf)\b … {consent}", unless=_ELSEWHERE),
    _FORBIDDEN_WITHOUT,
)  # fmt: skip
_CONSENTED = (
    r"\bCONTROLLER (?:\w+ ){0,3}(?:geeft|verleent|stemt|gaat|gives|grants|consents|agrees|erteilt|stimmt|donne|accepte)\b … (?:{consent}|\b(?:in|mee|akkoord|to|zu)\b)",
    r"\b(?:daar\w*|hier\w*|thereto|to (?:this|that)|this|dem|hierzu|dazu|hierfür|à cet effet|y)\b",
)
_NO_CONSENT = r"\b(?:niet|geen|not|no|nicht|kein\w*|pas|aucun\w*)\b"
_UNDER_THEIR_HEADING = (
    cue(r"\bCONTROLLER (?:\w+ ){0,2}(?:authori[sz]es?|permits?|allows?|machtigt|ermächtigt|autorise)\b … {engage}", unless=(*_ELSEWHERE, r"\b(?:not|niet|nicht|ne|n|never)\b")),
    cue(r"\bCONTROLLER (?:\w+ ){0,3}(?:donne|accorde|erteilt|gives|grants|geeft|verleent)\b … {consent}", r"\b(?:générale?|allgemein\w*|general|algemene|généralement)\b", unless=_ELSEWHERE),
    cue("{engage}", r"\b(?:niet|geen|nimmer|not|no|never|nicht|keine)\b … \b(?:zonder|without|dan (?:na|met)|tenzij|unless|ohne)\b … {consent}", unless=_ELSEWHERE),
    cue("{engage}", *_CONSENTED, unless=(*_ELSEWHERE, _NO_CONSENT)),
    cue("{engage}", r"\b(?:alleen|uitsluitend|slechts|pas|only|nur)\b … {consent}", r"\bCONTROLLER\b", unless=_ELSEWHERE),
)  # fmt: skip
_GENERAL = (
    cue("{sub}", r"\b(?:algemene?|generieke|general\w*|allgemein(?:e\w*)?)\b … {consent}", unless=_ELSEWHERE),
    cue("{sub}", r"\bCONTROLLER\b … \b(?:geeft|verleent|stemt|gaat (?:\w+ ){0,2}akkoord|heeft|machtigt|staat … toe|authori[sz]es|consents|agrees|grants|provides|gives|acknowledges and agrees|approves|accepteert|keurt|autoriseert|erteilt|donne|accorde|stimmt|accepte|autorise|gestattet|erlaubt|ermächtigt|genehmigt|bewilligt|willigt|permits|allows|permet)\b", "(?:{consent}|\\bakkoord\\b|\\btoe\\b|\\bagrees\\b|\\bmachtigt\\b|\\bautoriseert\\b|\\baccepteert\\b|\\bstemt … in\\b|\\bstemt (?:er(?:mee)? )?in\\b|\\bkeurt … goed\\b)", unless=_ELSEWHERE),
    cue("{sub}", r"\b(?:stemt|stem|gaat|ga|geeft|geef|verleent|machtigt|verklaart) (?:\w+ ){0,2}CONTROLLER\b … \b(?:in|mee|akkoord|toestemming|goedkeuring|machtiging)\b", unless=(*_ELSEWHERE, r"\b(?:niet|geen)\b")),
    cue("{sub}", r"{consent} … \b(?:verleend|gegeven|verleent|granted|given|erteilt|donne|accorde)\b", unless=_ELSEWHERE),
    cue("{sub}", r"\b(?:mag|mogen|kan|kunnen|is (?:het )?(?:toegestaan|gerechtigd)|may|is entitled|is permitted|darf|dürfen|kann|können|peut|peuvent)\b … {engage}", r"\b(?:vooraf|voorwaarde|mits|provided|subject to|prior|in advance|vorab|zuvor|sofern|wenn|indien|if|à condition)\b … (?:{inform}|{consent})", unless=_ELSEWHERE),
    cue("{sub}", r"\bPROCESSOR\b … \b(?:is|are|wordt) … (?:authori[sz]ed|gemachtigd|permitted)\b", unless=_ELSEWHERE),
    cue("SUBPROCESSOR", r"\b(?:toestemming|instemt|ingestemd|akkoord|goedgekeurd\w*|goedkeuring|approved|authori[sz]ed|consent\w*)\b", r"\b(?:bijlage|annex|schedule|list|lijst|tabel|onderstaande|volgende|following|huidige|tabel|hieronder|current)\b", unless=_ELSEWHERE),
)  # fmt: skip
_NONE_USED = cue(
    "{sub}",
    r"\b(?:geen|niet|no|not|keine|aucune?)\b … (?:{engage})",
    unless=("{unless}", "{consent}", r"\b(?:zonder|without|indien|if|where)\b", "{duties}", "{liable}"),
)
_NONE_TAKEN = cue(
    r"\b(?:schakelt|maakt|zet|neemt|laat|besteedt|engages?|uses?|appoints?|setzt)\b (?:\w+ ){0,4}(?:geen|niet|no|keine|aucune?)\b (?:\w+ ){0,3}(?:{sub})",
    unless=("{unless}", "{consent}", r"\b(?:zonder|without|indien|if|where|dan)\b", "{duties}", "{liable}"),
)
_NOT_ALLOWED = cue(
    "{sub}",
    r"\b(?:uitbested\w*|inschakel\w*|inzet|subcontract\w*|sub-?processing|outsourcing|einsatz)\b",
    r"\b(?:niet (?:toegestaan|geoorloofd|mogelijk)|uitgesloten|verboden|not (?:permitted|allowed)|prohibited|excluded|untersagt)\b",
    unless=("{unless}", "{consent}", r"\b(?:zonder|without|dan|indien|if)\b"),
)
_PERMITTED = cue(
    "{sub}",
    "{engage}",
    r"\b(?:staat (?:het )?PROCESSOR vrij|vrij om|free to|is (?:het )?PROCESSOR toegestaan|is PROCESSOR (?:gerechtigd|bevoegd))\b|\bPROCESSOR (?:\w+ ){0,4}(?:mag|mogen|kan|kunnen|may|can|is (?:gerechtigd|entitled|permitted|bevoegd)|darf|dürfen|peut)\b",
    unless=(*_ELSEWHERE, "{rights}"),
)
# "… may engage others. CONTROLLER consents to that": in the sentence after.
_CONSENTED_TO = cue(*_CONSENTED, unless=(_NO_CONSENT,))
_USED = (
    cue("SUBPROCESSOR", "(?:{engage}|{process})", unless=(*_ELSEWHERE, "{rights}")),
    cue(
        "{sub}",
        "{engage}",
        r"\bPROCESSOR\b … \b(?:mag|kan|maakt|laat|schakelt|may|uses|engages|is gerechtigd)\b",
        unless=(*_ELSEWHERE, "{rights}"),
    ),
)


def prior_authorisation(text: Questioned) -> Judgement:
    """Art. 28(2): no sub-processor without prior general or specific authorisation."""
    requirement = "d_prior_authorisation"
    among = text.about(*_WORDS)
    authorised = meeting(among, *_NOT_WITHOUT, *_GENERAL) or meeting(text.under(*_HEADINGS), *_UNDER_THEIR_HEADING)
    if authorised:
        return met(requirement, authorised)
    none_used = meeting(among, _NONE_USED, _NONE_TAKEN, _NOT_ALLOWED)
    if none_used:
        return met(requirement, none_used)
    permitted = meeting(among, _PERMITTED)
    told = meeting(among, *_CHANGE_NOTICE) if permitted else ()
    told = told or meeting((o for one in permitted for o in text.around(one, after=2)), _CONSENTED_TO)
    if told:
        return met(requirement, (*permitted[:1], *told[:1]))
    used = meeting(among, *_USED) or permitted
    return partial(requirement, used, "authorisation") if used else missing(requirement)


_CHANGE_NOTICE = (
    cue("{sub}", "{inform}", "{change}", r"\bCONTROLLER\b", unless=("{breach}", r"\baudit\w*\b", "{rights} … {request}", r"\bCONTROLLER (?:zal|shall|must|dient) … {inform} … PROCESSOR\b")),
    cue("{sub}", "{inform}", "{beforehand}", unless=("{breach}", r"\baudit\w*\b", "{rights} … {request}")),
    cue("{sub}", r"\b(?:lijst|overzicht|list|liste|listes?)\b", r"\b(?:bijgewerkt|bijwerken|actueel|gepubliceerd|update\w*|publish\w*|post\w*|aktualisier\w*|mise? à jour|publi\w*)\b", "{change}"),
)  # fmt: skip
# "PROCESSOR posts changes there at least 15 days before a new one begins."
_CHANGE_POSTED = cue(
    "{sub}",
    r"\b(?:post(?:s|ed)?|publish\w*|plaats(?:t|en)|publice\w*|vermeldt|veröffentlich\w*|publi(?:e|és?|er|era))\b",
    "{change}",
    "{beforehand}",
    unless=("{breach}", "{audit}"),
)
_CHANGE_NOTICE_HEADED = cue(
    "{inform}",
    "{change}",
    "{beforehand}",
    unless=("{breach}", r"\baudit\w*\b", r"\bCONTROLLER (?:zal|shall|must|dient|kan|may)\b"),
)
_ON_REQUEST_ONLY = cue(
    r"\b(?:op (?:\w+ )?verzoek|(?:up)?on (?:\w+ )?request|auf anfrage)\b",
    unless=("{change} … {inform}", "{inform} … {change}"),
)
_PRIOR = (
    cue("{beforehand}"),
    cue(r"\b(?:ten ?minste|minimaal|uiterlijk|at least|no (?:less|later) than|mindestens|au moins)\b … \b(?:dag\w*|week|weken|maand\w*|werkdag\w*|days?|weeks?|months?|tage\w*|jours?|wochen|semaines?)\b", unless=(r"\b(?:na|after|following|nach)\b (?:de |the |such )?(?:\w+ ){0,2}(?:wijziging|inschakel|engag|appoint|chang)",)),
    cue(r"\b(?:\d+|\w+) (?:\d+ )?(?:kalender|calendar |business |werk)?(?:dagen|days|weken|weeks|tage)\b … \b(?:voor|vóór|before|prior|voorafgaand\w*|van tevoren|in advance|notice|vor|avant)\b"),
)  # fmt: skip
_OBJECTION = cue(
    "{object}",
    "(?:{sub}|{change}|{engage})",
    unless=(
        r"\bverwerking van (?:zijn|haar|de) persoonsgegevens\b",
        "{rights} … {object}",
        r"\bbetrokkene\w*\b",
        r"\bdata subjects?\b",
        "{breach}",
    ),
)
_OBJECTION_WAIVED = cue(
    r"\bCONTROLLER,? (?:\w+ ){0,3}(?:zal|kan|mag|shall|will|may|darf|peut|wird) (?:\w+ ){0,3}(?:geen|niet|not|nicht|ne|n|keine\w*) (?:\w+ ){0,4}(?:bezwa\w+|object\w*|widerspr\w*)|"
    r"\bCONTROLLER,? (?:die |who |which )?(?:\w+ ){0,3}geen bezwaar\b|\b(?:waives?|ziet (?:\w+ ){0,3}af|doet (?:\w+ ){0,3}afstand|no right)\b.{0,90}\b(?:object\w*|bezwa\w+)",
    unless=(r"\b(?:indien|wanneer|als|if|where|zonder|within|binnen|maakt|heeft)\b.{0,60}\b(?:geen|niet|not|no)\b.{0,40}(?:{object})", r"\b(?:unreasonabl\w*|onredelijk\w*|op onredelijke gronden)\b"),
)  # fmt: skip
_SPECIFIC_ALSO = (
    _FORBIDDEN_WITHOUT,
    cue(r"{beforehand} … {sub} … \b(?:obtain\w*|verkrijg\w*|verkregen|holt|einholen|einzuholen|obtien\w*|obtenir|recueill\w*)\b … {consent}", unless=(*_ELSEWHERE, r"\b(?:algemene|general\w*|allgemeine\w*)\b")),
    cue("{sub}", r"\b(?:per (?:geval|SUBPROCESSOR)|afzonderlijke?|voor (?:elke|iedere)|for each|case[- ]by[- ]case|specifieke?|specific|separate)\b", "{consent}", unless=(*_ELSEWHERE, r"\b(?:algemene|general\w*|allgemeine\w*)\b")),
    cue("{sub}", "{engage}", r"\b(?:zonder|without|ohne|sans|sauf)\b … {consent} … \b(?:niet|geen|nimmer|not|no|nicht|ne|n|keine|aucune?)\b", unless=(*_ELSEWHERE, r"\b(?:algemene|general\w*|allgemeine\w*)\b")),
    cue("{sub}", "{engage}", r"\bCONTROLLER\b … (?:{consent}) … \b(?:gegeven|verleend|gaf|given|granted|erteilt|donne|accorde)\b", r"\b(?:indien|mits|als|nadat|if|provided|where)\b", unless=(*_ELSEWHERE, r"\b(?:algemene|general\w*|allgemeine\w*)\b")),
)  # fmt: skip
_SPECIFIC = cue(
    "{sub}", "{engage}",
    r"\b(?:niet|geen|nimmer|not|no|never|alleen|uitsluitend|slechts|pas|only|indien|if|nicht|ne|n|nur|uniquement|seulement|exclusivement)\b … \b(?:zonder|without|met|na|with|after|upon|ohne|sans|sauf|nach|mit|CONTROLLER)\b … {consent}",
    unless=(*_ELSEWHERE, r"\b(?:algemene|general\w*|allgemeine\w*)\b"),
)  # fmt: skip


def change_notice_and_objection(text: Questioned) -> Judgement:
    """Art. 28(2): told before a change of sub-processors, and able to object."""
    requirement = "d_change_notice_and_objection"
    among = text.about(*_WORDS)
    notices = tuple(one for one in meeting(among, *_CHANGE_NOTICE, _CHANGE_POSTED) if not _ON_REQUEST_ONLY.meets(one))
    notices = notices or meeting(text.under(*_HEADINGS), _CHANGE_NOTICE_HEADED)
    objections = tuple(
        other
        for other in meeting(
            text.about(
                "bezwa",
                "object",
                "verzet",
                "weiger",
                "oppos",
                "refus",
                "widerspr",
                "akkoord",
                "reject",
                "daartegen",
                "hiertegen",
                "protest",
                "einspruch",
                "einwand",
                "ablehn",
                "mee eens",
                "oneens",
            ),
            _OBJECTION,
            cue("{object}"),
        )
        if any(
            one.article == other.article and abs(one.index - other.index) <= 8
            for one in (*notices, *meeting(among, *_GENERAL))
        )
        or (_OBJECTION.meets(other) and other.says("{sub}"))
    )
    specific = meeting(among, _SPECIFIC, *_SPECIFIC_ALSO)
    if specific and not (notices and objections) and not meeting(among, *_GENERAL[:1]):
        return met(requirement, specific)
    if not notices:
        specific = specific or meeting(among, _NONE_TAKEN, _NOT_ALLOWED)
        return met(requirement, specific) if specific else missing(requirement)
    waived = meeting(objections, _OBJECTION_WAIVED)
    lacking = []
    if not meeting(notices, *_PRIOR) and not any(
        meeting(text.around(one, after=2), cue("{sub}", *_PRIOR[0].says)) for one in notices
    ):
        lacking.append("prior")
    if waived:
        lacking.append("waived")
    elif not objections:
        lacking.append("objection")
    return judged(requirement, (*notices[:2], *objections[:2]), *lacking)


_BINDS = r"\b(?:\w*leg(?:t|gen)|opgelegd|oplegg\w*|verplicht\w*|verbind\w*|overeenkom\w*|overeengekomen|contract\w*|voldoen|voldoet|gebonden|sluit\w*|beding\w*|dienen|zorg\w*|zelfde|dezelfde|nakomen|gehouden|impos\w*|bind\w*|bound|enter\w*|agree\w*|subject|flow\w*|require\w*|written|ensur\w*|contain\w*|auferleg\w*|impos\w*|verpflicht\w*|s'engag\w*|engagée?s?|impos\w*|vertrag\w*|contrat\w*|accord|onderwerp\w*|vereinbar\w*|schließt|convien\w*|conclu\w*)\b"
_SAME = (
    cue("{sub}", r"\b(?:overeenkomst|contract|agreement|vertrag|contrat)\b … \bart(?:\.|ikel|icle)? ?28(?:,? (?:vierde lid|lid 4|abs\. 4|paragraphe 4)| ?\(?4)\b", unless=("{breach}", "{liable} … 28")),
    cue("{sub}", r"\b(?:duties|obligations|requirements|\w*verplichtingen|plichten|bepalingen|afspraken|voorwaarden|terms|provisions|pflichten|obligations)\b (?:\w+ ){0,4}(?:according to|under|pursuant to|uit|van|of|in|aus) (?:this|deze|diese\w*|présent\w*|cet accord)\b", r"\b(?:verbind\w*|aanvaard\w*|accept\w*|onderschrij\w*|legt|leggen|opgelegd|flow\w*|pass\w*|gibt|fulfil\w*|compl\w+|observ\w*|nakom\w*|nalev\w*|voldo\w*|bound|gebonden|impos\w*|\w*opleg\w*|erfull\w*|einhalt\w*|übertrag\w*|weitergeb\w*|weiterzugeben|überbind\w*|répercut\w*|report\w*|transm\w*|op ?(?:te )?nemen|opneemt|opgenomen|over ?(?:te )?nemen|overneemt|overgenomen|neemt … (?:op|over)|incorporat\w*)\b", unless=("{breach}", "{delete}", "{liable}")),
    cue("{sub}", r"\b(?:regelungen|pflichten|bestimmungen|vorgaben)\b … \bzwischen CONTROLLER und PROCESSOR\b", r"\b(?:gelten|gilt|auferleg\w*)\b"),
    cue("{sub}", "{same} … {duties}", _BINDS, unless=("{breach}", "{rights} … {request}", r"\baudit\w* (?:bij|of)\b", "{delete}")),
    cue("{sub}", "{duties} … {same}", _BINDS, unless=("{breach}", "{rights} … {request}", r"\baudit\w* (?:bij|of)\b", "{delete}")),
    cue("{sub}", r"\b(?:dezelfde|hetzelfde|same|gelijke|gleiche\w*|mêmes?|dieselben|mêmes)\b", "(?:{duties}|\\bovereenkomst\\b|\\bniveau\\b)", unless=("{breach}",)),
    cue("{sub}", r"\b(?:wat|hetgeen|what|was|ce qui)\b … \b(?:geldt|applies|gilt|vaut)\b", r"\b(?:ook|eveneens|also|auch|aussi|également)\b", _BINDS, unless=("{breach}", "{delete}", "{liable}")),
    cue(r"\b(?:hen|hun|zij|they|them|diese|ihnen|leur|eux)\b", "{same}", "(?:{duties}|\\bafspraken\\b)", unless=("{breach}", "{delete}")),
    cue(r"\b(?:zij|deze|they|such|diese)\b", r"\b(?:dezelfde|same|minimaal|ten ?minste|gleiche\w*|mêmes?)\b … {duties}", _BINDS, unless=("{breach}",)),
)  # fmt: skip
_IN_PART = (
    cue("{sub}", "{same_in_part}", "(?:{duties}|\\bovereenkomst\\w*)", _BINDS, unless=("{breach}", "{outside_eea}")),
)
# "The same duties, as far as they matter to the sub-processor" are some of them.
_FAR = r"\b(?:voor ?zover|to the extent|insofar as|as far as|where|soweit) (?:\w+ ){0,4}(?:relevant|mogelijk|haalbaar|practicable|feasible|possible|möglich)\b"
_AS_FAR_AS = (cue(rf"{{duties}} … {_FAR}"), cue(rf"{_FAR} (?:\w+ ){{0,6}}{{duties}}"))
_SOME_CONTRACT = (
    cue("{sub}", r"\bafspraken\b", r"\b(?:gemaakt|maakt|maken)\b", unless=("{breach}", "{consent}", "{object}", "{outside_eea}")),
    cue("{sub}", r"(?:PROCESSOR|\b(?:derde|derden|third part\w*|dritte\w*)\b)", r"\b(?:sub-?verwerkersovereenkomst\w*|verwerkersovereenkomst\w*|overeenkomst|contract\w*|written agreement|agreement|schriftelijk\w*|vertrag\w*|contrat\w*|accord)\b", _BINDS, unless=("{breach}", "{consent}", "{liable}", "{object}", "{inform}", "{outside_eea}")),
    cue("{sub}", "{duties}", r"\b(?:\w*legt|opgelegd|oplegg\w*|opleggen|impos\w*|verplicht\w*|auferleg\w*|impos\w*|voldoen|voldoet|comply)\b", unless=("{breach}", "{consent}", "{liable}", "{inform}", "{outside_eea}")),
    cue("{sub}", "{secrecy}", r"\b(?:\w*legt|opgelegd|opleggen|impos\w*)\b"),
)  # fmt: skip


def same_duties(text: Questioned) -> Judgement:
    """Art. 28(4): the same duties laid on sub-processors by contract."""
    requirement = "d_flow_down"
    among = text.about(*_WORDS, "zij minimaal", "dezelfde", "same")
    among = (*(one for one in among if one.says("{sub}") or _about_subs(one.heading)), *text.under(*_HEADINGS))
    same = meeting(among, *_SAME)
    in_part = meeting(among, *_IN_PART)
    whole = tuple(
        one
        for one in same
        if not any(far.meets(one) for far in _AS_FAR_AS)
        and (one not in in_part or one.says(r"\b(?:dezelfde|same|no less|niet minder|equivalent)\b"))
    )
    if whole:
        return met(requirement, whole)
    some = in_part or same or meeting(among, *_SOME_CONTRACT)
    return partial(requirement, some, "same_duties") if some else missing(requirement)


def _about_subs(heading: str) -> bool:
    return any(word in heading for word in _HEADINGS)


_ANSWER_TO_IT = (
    r"\bSUBPROCESSOR (?:is|zijn|are|ist|sind) (?!treated|regarded|deemed|considered|attribut)(?:\w+ ){0,3}(?:{liable})"
)
_ANSWERS = (
    cue("{sub}", "{liable}", r"\bPROCESSOR\b|\bhij\b|\bzij\b|\bit\b", unless=("{breach}", _ANSWER_TO_IT, r"\bCONTROLLER (?:is|zal|staat|shall|will|remains) (?:\w+ ){0,4}(?:aansprakelijk|verantwoordelijk|liable|responsible)\b", r"\bverantwoordelijk (?:voor|om) (?:\w+ ){0,4}(?:betal|verkrijg)\w*")),
)  # fmt: skip
_ON_ITS_ACCOUNT = cue(
    "{sub}",
    r"\b(?:fout\w*|tekortkom\w*|tekortschiet\w*|schade|nalat\w*|handel\w*|faults?|failures?|acts|omissions)\b",
    r"\b(?:voor (?:rekening (?:en risico )?van PROCESSOR|PROCESSOR (?:eigen )?rekening|risico van PROCESSOR)|at PROCESSOR(?:'s)? (?:own )?(?:risk|expense))\b",
    unless=("{breach}",),
)
# "If it fails to perform them PROCESSOR is fully liable", behind what a sub-processor owes.
_IF_IT_FAILS = cue(
    "{liable}",
    r"\bPROCESSOR\b",
    r"\b(?:if|should|where|indien|als|wanneer|wenn|si|komt|schiet|doet|kommt)\b (?:\w+ ){0,3}(?:it|they|he|zij|deze|die|dit|hij|er|dieser|diese|celui-ci|ceux-ci|ils?)\b",
    unless=("{no_liability}", "{breach}"),
)
_AS_IF_ITS_OWN = cue(
    r"\b(?:one|any|each) of (?:them|these|those)\b|\b(?:een|elk|ieder) van (?:hen|hun|die)\b|\beiner von ihnen\b|\bl'un d'(?:eux|entre eux)\b",
    r"\bPROCESSOR (?:\w+ ){0,2}(?:responsible|liable|verantwoordelijk|aansprakelijk|verantwortlich|responsable)\b",
    unless=("{no_liability}", "{breach}"),
)
_ANSWERS_FOR_THEM = cue(
    "{liable}",
    r"\bPROCESSOR\b",
    r"\b(?:(?:voor|bij) (?:hen|hun|deze|die|dezen)|for (?:them|their|these)|für (?:sie|ihr\w*|deren|diese\w*)|de (?:leurs?|ceux-ci))\b",
    unless=("{no_liability}", "{sub}"),
)
_DENIED = cue(
    "{sub}", r"\b(?:niet|geen|nimmer|nooit|not|no|never|nicht|ne|n|keine|aucune?) (?:\w+ ){0,3}(?:{liable})|\bhaftet (?:PROCESSOR )?nicht\b(?! nur)", r"\bPROCESSOR\b",
    unless=(r"\b(?:niet na\b|kommt … \bnicht nach|(?:erfüll\w*|hält|befolg\w*|beacht\w*)\b … \bnicht\b … {liable}|not (?:fulfil|perform|comply|meet|observe)\w*|ne (?:\w+ )?(?:remplit|respecte|exécute|satisfait)|niet nakom\w*|tekortschiet\w*|niet … (?:nakomt|naleeft|voldoet)|fails?|failure|no less|not less|niet minder)\b",),
)  # fmt: skip
_LIMITED = (
    cue(r"\b(?:met uitzondering van|uitgezonderd|behalve voor|except for|with the exception of|excluding)\b"),
    cue(r"\b(?:limitations? of liability|beperking\w* (?:van|in) (?:de )?aansprakelijkheid|subject to the limit\w*|aansprakelijkheidsbeperking\w*)\b"),
    cue(r"\b(?:uitsluitend|alleen|slechts|enkel|only|solely)\b … {liable}"),
    cue(r"{liable} … \b(?:maximaal|ten hoogste|beperkt tot|limited to|up to|not exceed|maximum|binnen de grenzen|within the limits|dans les limites|innerhalb der grenzen)\b"),
)  # fmt: skip
# Liability to the people concerned leaves the controller with nothing.
_TO_PEOPLE_ONLY = cue(
    r"{liable} … \b(?:towards?|to|vis-a-vis|jegens|tegenover|gegenüber|envers)\b … {rights}",
    unless=(r"\b(?:towards?|to|vis-a-vis|jegens|tegenover|gegenüber|envers) (?:\w+ ){0,2}CONTROLLER\b",),
)


_ANOTHER = r"\b(?:such|another|other|further|new|andere|weitere\w*|autres?) PROCESSOR\b"


def liable_for_subs(text: Questioned) -> Judgement:
    """Art. 28(4): the processor answers to the controller in full for its sub-processors."""
    requirement = "d_liability_for_sub"
    among = tuple(one for one in text.about(*_WORDS) if one.says("{sub}"))
    named = tuple(
        one
        for one in among
        if "SUBPROCESSOR" in one.text or _about_subs(one.heading) or one.says(rf"(?:{{engage}}|{_ANOTHER})")
    )
    answers = meeting(named, *_ANSWERS, _ON_ITS_ACCOUNT) + meeting(
        text.under(*_HEADINGS), _ANSWERS_FOR_THEM, _AS_IF_ITS_OWN
    )
    answers += meeting((o for one in named for o in text.around(one, after=1) if o not in answers), _IF_IT_FAILS)
    denied = meeting(answers, _DENIED)
    standing = tuple(one for one in answers if one not in denied)
    if standing:
        limited = meeting(standing, *_LIMITED, _TO_PEOPLE_ONLY)
        lacking = ("full",) if limited and len(limited) == len(standing) else ()
        return judged(requirement, standing, *lacking)
    if denied and any("SUBPROCESSOR" in one.text for one in denied):
        return contradicted(requirement, denied, reason="denied")
    return missing(requirement, meeting(named, *_USED, *_NOT_WITHOUT, *_GENERAL))
