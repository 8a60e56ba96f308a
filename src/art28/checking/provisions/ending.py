"""Text -> verdicts on the end: deletion or return at the controller's choice, and copies (Art. 28(3)(g))."""

from art28.checking.judging import Judgement, contradicted, judged, missing
from art28.checking.words.statements import Statement
from art28.checking.words.text import Questioned, cue, meeting

_WORDS = (
    "verwijder", "vernietig", "wis", "retour", "terug", "overdra", "delet", "destr", "eras", "return", "purge", "dispos", "kopie", "copies", "back-up", "backup",
    "export", "download", "levert", "opgelever", "händigt", "overhandig", "teruggave", "beschikking", "lösch", "rückgabe", "zurück", "vernicht", "anonimis", "achtergebleven", "supprim", "suppression", "restitu", "efface", "détrui", "herausgabe", "conserv",
)  # fmt: skip
_ENDING = ("eindig", "stop", "terug", "einde", "duur", "terugg", "bewaartermijn", "bewaren", "terminat", "delet", "return", "verwijder", "vernietig", "term", "retention", "expir", "löschung", "beendigung", "fin de", "retour", "wissen", "suppression", "restitution", "fin du", "sort des", "rückgabe", "vertragsende", " ende")  # fmt: skip
_ANOTHER_TOPIC = (
    "{rights} … {request}", r"\b(?:verzoek|request)\w*\b … \b(?:betrokkene|data subject)", "{breach}", r"\baudit\w*\b", r"\bleidt tot … (?:vernietiging|verlies)\b",
    r"\bmeans\b", r"\b(?:bewerking of|verzamelen|vastleggen|collection|recording)\b", r"\bCONTROLLER (?:zal|shall|will) … (?:{delete}) … \b(?:van PROCESSOR|PROCESSOR's)\b",
)  # fmt: skip
_AFTER_THE_END = cue("{end}", "(?:{delete}|{return})", unless=_ANOTHER_TOPIC)
_UNDER_HEADING = cue("(?:{delete}|{return})", unless=_ANOTHER_TOPIC)
_EITHER = cue("{delete}", "{return}")
_OWN_CHOICE = (
    r"\b(?:keuze|choice|option|discretion|election|wahl|choix) (?:van|of|des) PROCESSOR\b",
    r"\bPROCESSOR(?:'s)? (?:sole |own |eigen )?(?:discretion|option|choice|election|keuze)\b",
    r"\bPROCESSOR,? te (?:zijner|harer) keuze\b",
    r"\b(?:its|zijn|haar|own) (?:\w+ ){0,2}(?:discretion|option|choice|keuze|inzicht)\b",
    r"\bnaar eigen (?:keuze|inzicht|oordeel|goeddunken|verkiezing)\b(?! van CONTROLLER)",
)
_EITHER_WAY = r"(?:{return} … \b(?:of|or|dan wel|oder|ou|en/of|and/or)\b … {delete}|{delete} … \b(?:of|or|dan wel|oder|ou|en/of|and/or)\b … {return})"
_ASKED = r"\b(?:verzoek|request\w*|instruct\w*|opdracht|weisung|anweisung|verlangen|anforderung|aufforderung|instruction|direction|directs?|aangeven|directed|wunsch|demande|keuze)\b"
# "After the end or on request, it deletes or returns": when it is done, not what.
_OR_WHEN_ASKED = r"\b(?:oder|or|of|ou|dan wel) (?:auf|upon|on|op|sur|à la)\b(?: \w+){0,2} (?:anforderung|verlangen|aufforderung|requests?|verzoek|demande)\b"
_CHOICE = (
    cue(r"\b(?:verkie\w*|prefere\w*|prefers?)\b", r"\bCONTROLLER\b", "(?:{delete}|{return})", unless=_OWN_CHOICE),
    cue(_EITHER_WAY, r"\b(?:(?:al )?naar ?gelang|zoals|whichever|as|je nachdem|wie|selon ce que) (?:\w+ ){0,2}CONTROLLER (?:\w+ ){0,2}(?:verlangt|wenst|wil|kiest|aangeeft|bepaalt|verzoekt|prefers|chooses|requires|requests|directs|wishes|wünscht|wünschen|verlangt|verlangen|bestimmt|bestimmen|souhaite|demande|préfère)\b", unless=_OWN_CHOICE),
    cue(r"\b(?:als|indien|wanneer|if) CONTROLLER (?:\w+ )?(?:wenst|wil|verlangt|verzoekt|wishes|wants|so requests)\b", "{delete}", "{return}", unless=_OWN_CHOICE),
    cue(rf"\bCONTROLLER\b (?:\w+ ){{0,3}}\bweten of\b … {_EITHER_WAY}", unless=_OWN_CHOICE),
    cue(rf"(?:\bCONTROLLER (?:\w+ ){{0,4}}(?:bepaalt|beslist|besluit|decides?|determines?|entscheidet)|\b(?:bepaalt|beslist|besluit|entscheidet) CONTROLLER)\b … {_EITHER_WAY}", unless=_OWN_CHOICE),
    cue(r"\bCONTROLLER\b … \b(?:tells?|informs?|says?|states?|indicates?|indique|précise|teilt|laat|meldt)\b … \b(?:whether|si|ob|of)\b … (?:{delete}|{return})", unless=_OWN_CHOICE),
    cue(r"\b(?:vraagt|vragen|asks?|fragt|demande)\b (?:\w+ ){0,3}(?:of|whether|if|ob|si)\b … \bCONTROLLER\b … (?:{delete}|{return})", unless=_OWN_CHOICE),
    cue(r"\b(?:keuze|kiez\w*|kiest|choice|choose\w*|option|elect\w*|wahl|wähl(?:t|en)|choix|choisi\w*|wahlweise|voorkeur)\b", "(?:{delete}|{return})", unless=_OWN_CHOICE),
    cue(rf"{_ASKED} … {_EITHER_WAY}", r"\bCONTROLLER\b", unless=(*_OWN_CHOICE, _OR_WHEN_ASKED)),
    cue(r"{delete} … \b(?:tenzij|unless|es sei denn)\b … \bCONTROLLER\b … (?:{return})", unless=_OWN_CHOICE),
    cue(r"\b(?:either|hetzij|entweder|soit)\b", r"\bCONTROLLER\b … \b(?:may|can|kan|mag|kann|peut)\b", "(?:{delete}|{return})", unless=_OWN_CHOICE),
    cue(rf"{_EITHER_WAY} … {_ASKED}", r"\bCONTROLLER\b", unless=_OWN_CHOICE),
)  # fmt: skip
# "It deletes them within ten days. Should CONTROLLER want them back instead, it says so": a choice over two sentences.
_INSTEAD = cue(
    r"\b(?:in plaats daarvan|liever|instead|rather|stattdessen|plutôt|à la place)\b",
    r"\bCONTROLLER\b",
    "{return}",
    unless=_OWN_CHOICE,
)
# It may ask that data are deleted in place of being returned: a choice between the two.
_ONE_FOR_THE_OTHER = cue(
    r"\bCONTROLLER (?:\w+ ){0,3}(?:kan|mag|may|can|kann|darf|peut)\b … \b(?:in plaats van|instead of|statt|anstelle|au lieu)\b",
    "{return}",
    "{delete}",
    unless=_OWN_CHOICE,
)
# "It hands them in or destroys them. CONTROLLER says which of the two."
_WHICH = cue(
    r"\bCONTROLLER (?:\w+ )?(?:zegt|bepaalt|kiest|beslist|geeft|says|decides|chooses|tells|bestimmt|wählt|sagt|choisit)\b … \b(?:welke? van|which of|welche\w* von|lequel)\b"
)
# What may be deleted while the services run says nothing of their end.
_MEANWHILE = r"^\W*(?:\d[\d.]* )?(?:during the (?:\w+ )?(?:term|subscription)|tijdens de (?:looptijd|duur)|gedurende de looptijd|während der (?:laufzeit|vertragslaufzeit)|pendant la durée)\b"
_HELD_BACK = cue(
    r"\b(?:openstaande|verschuldigd\w*|betaling|betaald|retentierecht|opschort\w*|outstanding|unpaid|lien|payment|withhold\w*|offene\w*|impayé\w*|zurückbehaltung\w*|droit de rétention)\b",
    "(?:{delete}|{return})",
    unless=(
        "{money} … \\b(?:kosten|costs)\\b",
        r"\b(?:geen|no|kein\w*|aucun)\b … \b(?:retentierecht|lien|zurückbehaltung\w*|droit de rétention)\b",
        r"\bzurückbehaltung\w*\b … \b(?:nicht|kein\w*)\b",
        r"\b(?:retentierecht|opschorting\w*|zurückbehaltung\w*|lien|droit de rétention)\b … \b(?:uitgesloten|ausgeschlossen|excluded|exclu|renonce)\b",
        r"\b(?:ongeacht|ook als|ook indien|regardless of|irrespective of|even if|even where)\b",
    ),
)
_KEEPS = (
    cue(r"\b(?:retain\w*|retention|keep|storage|bewar\w*|behoud\w*)\b … \b(?:necessary|required|needed|noodzakelijk|nodig)\b … \b(?:dispute|combat|abuse|harmful|defen[cs]e|claims|geschil\w*|vordering\w*|legitimate|own)\b"),
    cue(r"\bop andere gronden\b"),
    cue(r"\bPROCESSOR\b", r"\b(?:bewaren|bewaart|retains?|keeps?|speichert|speichern|conserve)\b … \b(?:privacyverklaring|privacy ?statement|privacybeleid|privacy (?:policy|notice)|datenschutzerklärung|politique de confidentialité)\b"),
    cue(r"\b(?:langer|longer|longer than)\b … \b(?:wenst|wil|wishes|wants)\b"),
    cue(r"\b(?:afwijken|bewaren|behouden|houden|aanhouden|retain|keep)\b … \b(?:nakoming van zijn verplichtingen|te bewijzen|bewijs|own (?:legitimate |business )?(?:interests?|purposes?)|eigen (?:administratie|doeleinden|belang\w*)|legitimate (?:business )?interests?)\b", unless=(r"\b(?:shall|will|may|zal|mag) (?:not|niet)\b", r"\bniet (?:\w+ ){0,4}(?:langer|bewaren)\b.{0,40}\beigen\b")),
)  # fmt: skip


def endings_in(text: Questioned) -> tuple[Statement, ...]:
    """The statements on what becomes of the data at the end."""
    among = text.about(*_WORDS)
    found = set(meeting(among, _AFTER_THE_END))
    found |= {one for one in meeting(among, _UNDER_HEADING) if any(word in one.heading for word in _ENDING)}
    return tuple(
        sorted((one for one in found if not one.says(_MEANWHILE) or one.says("{end}")), key=lambda one: one.index)
    )


def delete_or_return(text: Questioned) -> Judgement:
    """Art. 28(3)(g): deletion or return after the end, at the controller's choice."""
    requirement = "g_delete_or_return_at_choice"
    endings = endings_in(text)
    if not endings:
        return missing(requirement)
    chosen = meeting(endings, *_CHOICE)
    near = {o for one in endings for o in (one, *text.around(one, after=2))}
    chosen = chosen or meeting(sorted(near, key=lambda one: one.index), _INSTEAD, _ONE_FOR_THE_OTHER, _WHICH)
    lacking = []
    if not (meeting(endings, _EITHER) or (meeting(near, cue("{delete}")) and meeting(near, cue("{return}")))):
        lacking.append("both")
    if not chosen:
        lacking.append("choice")
    held = meeting(near, _HELD_BACK)
    kept = meeting(
        text.about("afwijken", "bewaren", "behouden", "houden", "retain", "retention", "keep", "langer", "longer"),
        *_KEEPS,
    )
    lacking += [*(("unconditional",) if held else ()), *(("law_only",) if kept else ())]
    return judged(requirement, (*(chosen or endings)[:2], *held[:1], *kept[:1]), *lacking)


_GONE = (
    cue("{copies}", "{delete}", unless=_ANOTHER_TOPIC),
    cue(
        r"\b(?:geen|niet langer|no|keine|aucune?)\b … {copies}",
        unless=(*_ANOTHER_TOPIC, r"\b(?:onbeveiligde|beveiligd\w*|maken|zonder|without)\b"),
    ),
    cue(
        "{copies}",
        r"\b(?:overschreven|overwritten|overschrijv\w*|überschrieben|überschreib\w*|écras\w*|comprises|incluses|included|inbegrepen|eingeschlossen)\b",
    ),
)
# "PROCESSOR does so within four weeks, all copies included", where deletion was spoken of.
_ALONG = cue(
    r"\b(?:einschließlich|inklusive|samt|auch mit|mit allen|auch (?:aus|von|in)|including|inclusief|met inbegrip van|waaronder|ook (?:uit|van|op|in)|y compris|ainsi que|(?:geldt|gelden|applies|apply|gilt|vaut) (?:\w+ )?(?:ook |eveneens |also |equally |auch |aussi )?(?:voor|to|für|pour))\b (?:[\w',-]+ ){0,9}{copies}",
    unless=(
        *_ANOTHER_TOPIC,
        "{return}",
        r"\b(?:behoud\w*|bewa\w*|retain\w*|keep\w*|kept|aufbewahr(?!ungsfrist)\w*|behält|conserv\w*)\b",
    ),
)
# "It sees to it that sub-processors do so too."
_SUBS_TOO = cue(
    r"\b(?:toe|zorgt|waarborgt|draagt|ensures?|procures?|sorgt|stellt|veille|verplicht|requires?|verpflichtet)\b",
    r"(?:\b(?:ook|eveneens|also|auch|également|likewise)\b … SUBPROCESSOR|SUBPROCESSOR … \b(?:ook|eveneens|hetzelfde|dit|also|the same|so|ebenfalls|dasselbe|dies|de même)\b)",
    unless=_ANOTHER_TOPIC,
)
# "Afterwards PROCESSOR keeps nothing, in whatever form."
_KEEPS_NONE = cue(
    "{end}",
    r"\b(?:geen|niets|no|nothing|keine\w*|nichts|aucune?|rien)\b",
    r"\b(?:behoud\w*|bewaart|bewaren|achter|onder zich|in bezit|retain\w*|keeps?|kept|remains?|behält|zurückbeh\w*|verbleib\w*|conserv\w*)\b",
    "{copies}",
    unless=_ANOTHER_TOPIC,
)
# Back-ups that are overwritten after a while, wherever that is said.
_EXPIRES = cue(
    "{copies}",
    r"(?:\b(?:na|binnen|uiterlijk|after|within|innerhalb|nach|spätestens|sous|après)\b … {a_period}|{a_period} … \b(?:na|after|nach|après)\b)",
    r"\b(?:overschreven|overwritten|gewist|verwijderd|vernietigd|verdwijn\w*|leeg|\w*cyclus|verval\w*)\b",
    unless=(r"\b(?:niet|geen|not|no)\b",),
)
_ALL = cue(
    r"\b(?:alle|al|volledig|geheel|all|any|every|permanently|entirely|sämtliche|toutes|tous|intégralité|definitief|onherroepelijk)\b",
    "{delete}",
    unless=_ANOTHER_TOPIC,
)
# "PROCESSOR may keep a copy for its own file."
_SOME_KEPT = cue(
    r"(?:\bPROCESSOR\b … \b(?:mag|kan|gerechtigd|bevoegd|may|can|entitled|darf|kann|berechtigt|peut)\b|\b(?:mag|kan|may|can|darf|kann|peut) PROCESSOR\b)",
    "{copies}",
    r"\b(?:\w*behoud\w*|bewa\w*|achter ?(?:te )?houd\w*|aan ?(?:te )?houd\w*|retain\w*|keep\w*|kept|behalten|aufbewahr\w*|zurückbehalt\w*|conserv\w*)\b",
    unless=("{delete}", "{law}", r"\b(?:geen|niet|no|not|nicht|kein\w*|ne)\b"),
)


def existing_copies(text: Questioned) -> Judgement:
    """Art. 28(3)(g): copies, back-ups and what sub-processors hold go too, save what the law makes it keep."""
    requirement = "g_existing_copies"
    endings = endings_in(text)
    near = tuple(dict.fromkeys(o for one in endings for o in (one, *text.around(one, after=5))))
    gone = (
        meeting(near, *_GONE)
        or meeting(text.about("exempla", "kopie", "cop", "back", "vorm", "form"), _KEEPS_NONE)
        or (meeting(near, _ALONG, _SUBS_TOO) if meeting(near, cue("{delete}")) else ())
    )
    if gone:
        return judged(requirement, gone)
    expiring = meeting(text.about("kopie", "back-up", "backup"), _EXPIRES) if endings else ()
    if expiring:
        return judged(requirement, expiring)
    kept = meeting(near, _SOME_KEPT)
    if kept:
        return contradicted(requirement, kept, reason="kept")
    everything = meeting(endings, _ALL)
    return judged(requirement, everything, "copies") if everything else missing(requirement, endings)
