"""Reading -> who may change the security measures: the processor alone or with notice, or the parties together."""

from collections.abc import Iterator, Sequence

from art28.agreement.passages import Reading
from art28.document.pattern import lasting
from art28.extraction.rule import Candidate, Rule
from art28.extraction.topics.security.security import ON_BREACH, SECURITY, WORDS
from art28.extraction.words.cues import cue, goes_on_from, phrase
from art28.extraction.words.statements import Statement, statements
from art28.terms import Role

_MEASURES = r"maatregel(?:en)?\b|\b(?:beveiliging\w*|measures?|safeguards?|security|toms?|maßnahmen|sicherheit\w*|mesures|sécurité)\b"
_WITHOUT_NOTICE = (
    r"\b(?:zonder|without|ohne|sans)\b [^.;,]{0,70}?(?:{inform})|\b(?:mitteilung|bericht|melding|notice|notification)\b .{0,30}\b(?:niet|nicht|geen|not|no|pas)\b|"
    r"\b(?:geen|no|keine) (?:\w+ )?(?:mitteilung|bericht|melding|notice)\b"
)
_NOT_A_CHANGE_OF_ITS_OWN = (
    r"CONTROLLER (?:kan|mag|may|can)\b",
    r"{agreed}",
    r"\bpartijen (?:kunnen|mogen|zullen)\b|\b(?:the )?parties (?:may|can|shall)\b|\bin (?:onderling|gezamenlijk|wederzijds) overleg\b",
    r"\bin rekening\b",
    r"(?!\w+(?:verklaring|statement|bijlage))(?:{processes}) … {change}",
    r"\bverzoek\w*|(?<!pull.)\brequest\w*",
    ON_BREACH,
    r"\b(?:deze|this) (?:\w*overeenkomst|agreement|dpa)\b … {change}",
    r"{change} (?:in |of |to )?(?:de |the )?(?:\w+ )?(?:overeenkomst|agreement|terms)",
)
_AS_IT_SEES_FIT = (
    r"\b(?:wanneer|indien|als|zodra|voor zover|waar|when|where|as|if) (?:hij|zij|deze|PROCESSOR|it|they) (?:(?:dat|dit|het|this|that|so) )?"
    r"(?:(?:nodig|wenselijk|noodzakelijk|passend|raadzaam|geboden) (?:acht|vindt|oordeelt)|(?:considers?|deems?|sees|thinks?)\b[^.;]{0,20}\b(?:necessary|appropriate|fit|advisable))\b|"
    r"\bnaar (?:eigen|zijn|haar) (?:eigen )?(?:inzicht|oordeel)\b|\bat its (?:own |sole )?discretion\b|\bnach eigenem ermessen\b"
)
_WHERE_NEEDED = r"\bmaatregelen\b … \b(?:worden|wordt)\b … \b(?:waar|indien|zo|wanneer|voor zover|als) (?:(?:dat|dit|het) )?(?:nodig|noodzakelijk|wenselijk)\b"
# "… as long as the level does not fall below the one agreed": what was agreed is a floor, and nobody has to agree again.
_NOT_BELOW = r"\b(?:below|beneath|lower than|onder|beneden|unter|en dessous d[eu]) (?:\w+ ){0,5}?(?:agreed|overeengekomen|afgesproken|vereinbart\w*|convenu)\b"
_ALONE = (
    cue(
        r"(?:{may}) .{0,160}?(?:{change})",
        _NOT_BELOW,
        unless=tuple(words for words in _NOT_A_CHANGE_OF_ITS_OWN if words != r"{agreed}"),
        by=Role.PROCESSOR,
    ),
    cue(
        r"(?:{may}) .{0,160}?(?:{change})|(?:{may}) … \b(?:beveiliging|maatregelen)\b … \bverbeteren\b|(?:{change}) .{0,40}?(?:{may})",
        unless=_NOT_A_CHANGE_OF_ITS_OWN,
        by=Role.PROCESSOR,
    ),
    # "Wijzigt PROCESSOR de maatregelen, dan …": it may.
    cue(
        r"^[\W\d]*(?:[a-z][.)] )?(?:(?:wijzigt|verandert|vervangt|actualiseert) (?:de )?PROCESSOR\b|past (?:de )?PROCESSOR\b[^.;,]{0,60}\baan\b)",
        r"{measures}",
        unless=(r"{agreed}", r"SUBPROCESSOR", ON_BREACH),
    ),
    cue(r"{change}", _AS_IT_SEES_FIT, unless=_NOT_A_CHANGE_OF_ITS_OWN, by=Role.PROCESSOR),
    # "Maatregelen worden aangevuld of gewijzigd indien dat nodig is"; that it shall keep them up to date is a duty.
    cue(
        r"{change}|\b(?:aan ?te vullen|aangevuld|aanvullen|vult … aan)\b",
        _WHERE_NEEDED,
        unless=_NOT_A_CHANGE_OF_ITS_OWN,
        by=Role.PROCESSOR,
    ),
    cue(r"{change}", _WITHOUT_NOTICE, unless=_NOT_A_CHANGE_OF_ITS_OWN, by=Role.PROCESSOR),
    cue(
        r"\bPROCESSOR\b … \b(?:past|passen) (?:ze|deze|zij|de maatregelen|hem|haar|het|die)\b (?:\w+ ){0,3}?aan\b|"
        r"\bPROCESSOR\b … \b(?:adapts|adjusts|updates) (?:them|the measures)\b",
        r"{measures}|\b(?:deze|die|de) lijst\b",
        unless=(r"{agreed}", ON_BREACH),
        by=Role.PROCESSOR,
    ),
)
_LOWER = r"\b(?:minder (?:strenge|zware|vergaande|goede)|lichtere|lagere|zwakkere) \w*(?:maatregelen|beveiliging)\b"
# "PROCESSOR past ze zo nodig aan. Gaat het niveau daardoor omlaag, dan is daarvoor overeenstemming nodig."
_NEEDED_TO_LOWER = cue(
    r"\b(?:omlaag|verslechtert?|verlaagd|lager|vermindert?)\b[^.;]{0,60}, dan\b[^.;]{0,40}(?:{agreed})[^.;]{0,20}\b(?:nodig|vereist)\b",
    unless=(ON_BREACH, r"SUBPROCESSOR"),
)
_MUTUAL = (
    cue(
        _LOWER,
        r"(?:{agreed})",
        r"\b(?:alleen|uitsluitend|slechts|niet|geen|pas|zonder)\b",
        unless=(ON_BREACH, r"SUBPROCESSOR"),
    ),
    cue(
        r"\bzonder (?:\S+ ){0,4}?(?:{agreed}) .{0,60}(?:{change}) .{0,20}\b(?:niet|niets|geen)\b",
        unless=(ON_BREACH, r"SUBPROCESSOR"),
    ),
    cue(
        r"{change}",
        r"\b(?:niet|geen|not|no|nicht|keine\w*|ne)\b .{0,80}\b(?:zonder|without|ohne|sans)\b .{0,60}\b(?:toestemming|instemming|akkoord|goedkeuring|consent|agreement|approval|zustimmung|accord)\b",
        unless=(ON_BREACH, r"SUBPROCESSOR"),
        by=Role.PROCESSOR,
    ),
    cue(
        r"{change}",
        r"\b(?:alleen|uitsluitend|slechts|only|niets?|not|na|behoeft|behoeven|vergt|vergen|vereist|requires?|with|nur|qu'avec|sans|without)\b .{0,140}(?:{agreed})",
        unless=(r"\b(?:verzoek|gewenste|verzochte|request)\w*", ON_BREACH, r"SUBPROCESSOR", _NOT_BELOW),
    ),
    # "Maatregelen worden niet gewijzigd dan na overleg met CONTROLLER."
    cue(
        r"\b(?:niet|geen|slechts|alleen|uitsluitend)\b … {change} … \b(?:dan )?na (?:\w+ )?overleg met CONTROLLER\b|\b(?:niet|geen)\b … \bna (?:\w+ )?overleg met CONTROLLER\b … {change}",
        unless=(r"\b(?:verzoek|gewenste)\w*", ON_BREACH, r"SUBPROCESSOR"),
    ),
    cue(
        r"{change} … (?:{agreed}) … \b(?:only|alone)\b|{change} … \b(?:est|sont) soumise?s? à (?:l'accord|l'approbation|l'autorisation)\b|{change} … \b(?:bedürfen|bedarf)\b … (?:{agreed})",
        unless=(ON_BREACH, r"SUBPROCESSOR"),
    ),
    cue(
        r"{change}",
        r"\bin (?:onderling|gezamenlijk|wederzijds) overleg\b|\bby mutual (?:agreement|consent)\b|\beinvernehmlich\b|\bd'un commun accord\b|"
        r"\b(?:einverstanden|zustimm\w*)\b",
        unless=(r"\b(?:verzoek|gewenste|request)\w*", ON_BREACH, r"SUBPROCESSOR"),
    ),
)
_OF_MEASURES = (
    r"maatregel(?:en)?\b|\b(?:voorzieningen|daarin|(?:protective |security |technical and organi[sz]ational )measures|"
    r"maßnahmen|toms?|sicherheit|mesures)\b"
)
_ANNEX_OF_SECURITY = (
    r"\b(?:bijlage|annex|appendix|schedule|anlage|anhang|annexe)\b|\b(?:les modifier|sie (?:ändern|anpassen))\b"
)
_TELLS = r"\bstel(?:t|len)\b[^.;]{0,60}\b(?:van|over)\b[^.;]{0,60}(?:{change})[^.;]{0,60}\b(?:op de hoogte|in kennis)\b|\b(?:stuurt|zendt|mailt) .{0,80}?\bnieuwe (?:versie|bijlage|lijst)\b|(?:{inform}) .{0,160}?(?:{change})|(?:{change}) .{0,160}?(?:{inform})|\bteilt\b .{0,160}(?:{change}) .{0,80}\bmit\b|(?:{change}).{0,160}\bteilt\b[^.;]{0,90}\bmit\b"
# "Van andere wijzigingen stelt hij CONTROLLER op de hoogte", in an article on security: changes of the measures.
_TOLD_OF_CHANGES = (
    r"\b(?:van|over|of|about|über|von) (?:\S+ ){0,2}?(?:\w*wijzigingen|\w*aanpassingen|changes|änderungen|modifications) .{0,60}?(?:{inform})|"
    r"(?:{inform}) .{0,40}?\b(?:van|over|of|about|über|von) (?:\S+ ){0,2}?(?:\w*wijzigingen|\w*aanpassingen|changes|änderungen|modifications)\b"
)
# "Wijzigingen in de maatregelen": what changes stands with the change itself, wherever the sentence stands.
_CHANGES_OF_MEASURES = r"\b(?:\w*wijzigingen|\w*aanpassingen|wijziging|aanpassing) (?:in|van|op|aan) (?:\S+ ){0,4}?\w*(?:beveiligings)?maatregelen\b"
# "PROCESSOR zal de maatregelen aanpassen": what it does without asking, where it tells of it.
_ADAPTS = (
    r"\bPROCESSOR (?:zal|zullen)\b … \b\w*maatregelen\b … \b(?:aanpassen|wijzigen|vervangen|aan te passen|te wijzigen)\b|"
    r"\bPROCESSOR (?:past|passen)\b … \b\w*maatregelen\b … \baan\b|\b(?:als|indien|wanneer) (?:PROCESSOR|hij|zij|ze|wij)\b … \b\w*maatregelen\b … \b(?:wijzigt|aanpast|vervangt|wijzigen|aanpassen)\b"
)
_OTHER_CHANGES = r"SUBPROCESSOR|{data}|\b(?:\w*overeenkomst|agreement|contactpersoon|wetgeving|law)\b"
_LOWERED = r"\b(?:verlag\w*|afbreuk|reduc\w+|material(?:ly)?|wezenlijk\w*|belangrijk\w*|ingrijpend\w*)\b"


# "PROCESSOR mag die aanpassen": the measures of which the sentence before speaks.
_THEM = r"\b(?:mag|mogen|kan|kunnen|may|can|darf|kann|peut) (?:PROCESSOR )?(?:die|deze|ze|them|these|sie|les) (?:\w+ ){0,3}?(?:{change})"


# "They may be changed only with the agreement of CONTROLLER.": the measures of the sentence before.
_THEY = r"^[\s*_\d.]*(?:they|these|those|zij|ze|deze|die|(?:een |elke |iedere )?wijziging(?:en)?|(?:een |elke |iedere )?aanpassing(?:en)?|sie|diese|elles|celles-ci)\b"


# What stands above it, in an article on security.
_THIS_LIST = lasting(r"\b(?:deze|die|this) (?:lijst|list)\b")


def _change(reading: Reading) -> Iterator[Candidate]:
    language = reading.language
    among = statements(reading, *WORDS)
    for statement in among:
        named = statement.search(phrase(_OF_MEASURES, language)) or (
            SECURITY.search(statement.heading)
            and (
                statement.search(phrase(rf"{_ANNEX_OF_SECURITY}|{_MEASURES}", language))
                or goes_on_from(statement, _THEY, r"{measures}", language)
            )
        )
        if named and any(one.meets(statement, language) for one in _MUTUAL):
            yield Candidate("security.measures_change", "mutual", statement.passages)
    told = tuple(
        s for s in among if "CONTROLLER" in s.text and _told(s, language) and s.search(phrase(r"{measures}", language))
    )
    changes = tuple(
        s
        for s in among
        if any(one.meets(s, language) for one in _ALONE)
        and (
            s.search(phrase(_MEASURES, language))
            or (SECURITY.search(s.heading) and (s.near(phrase(_MEASURES, language)) or s.search(_THIS_LIST)))
            or goes_on_from(s, _THEM, r"{measures}", language)
        )
    )
    for change in changes:
        notice = _notice_of(change, told, language)
        after = change.following
        if after is not None and _NEEDED_TO_LOWER.meets(after, language):
            yield Candidate("security.measures_change", "mutual", (*change.passages, *after.passages))
        elif notice is None:
            yield Candidate("security.measures_change", "processor_alone", change.passages)
        else:
            passages = tuple(dict.fromkeys((*change.passages, *notice.passages)))
            yield Candidate("security.measures_change", "processor_with_notice", passages)
    if not changes:
        lowered = [s for s in told if s.search(phrase(_LOWERED, language))]
        told_of = [s for s in among if _told_of_changes(s, language) or (s in told and _is_of_measures(s, language))]
        yield from (
            Candidate("security.measures_change", "processor_with_notice", s.passages) for s in (*lowered, *told_of)
        )


def _told_of_changes(statement: Statement, language: str) -> bool:
    """Whether the controller is told of changes, in an article on security and right after its measures."""
    return (
        SECURITY.search(statement.heading) is not None
        and "CONTROLLER" in statement.text
        and _told(statement, language)
        and statement.search(phrase(_TOLD_OF_CHANGES, language)) is not None
        and statement.search(phrase(_OTHER_CHANGES, language)) is None
        and statement.near(phrase(_OF_MEASURES, language))
    )


def _is_of_measures(statement: Statement, language: str) -> bool:
    """Whether the change that `statement` tells of is one of the measures, by its own words."""
    return (
        statement.search(phrase(rf"{_CHANGES_OF_MEASURES}|{_ADAPTS}", language)) is not None
        and statement.search(
            phrase(rf"{{agreed}}|CONTROLLER (?:meldt|informeert|stelt|zal)\b|{_WITHOUT_NOTICE}", language)
        )
        is None
    )


def _told(statement: Statement, language: str) -> bool:
    """Whether the processor tells the controller of a change."""
    return (
        statement.subject in (None, Role.PROCESSOR)
        and statement.search(phrase(_TELLS, language)) is not None
        and statement.search(phrase(ON_BREACH, language)) is None
        and statement.search(phrase(_WITHOUT_NOTICE, language)) is None
    )


# "Maatregelen kunnen worden bijgesteld; CONTROLLER krijgt daar bericht van."
_TOLD_OF_IT = r"^[\W\d]*(?:daar(?:van|over)|hier(?:van|over)) (?:krijgt|ontvangt|wordt) CONTROLLER\b[^.;]{0,40}(?:{inform})|^[\W\d]*CONTROLLER (?:krijgt|ontvangt|wordt) (?:daar|hier)(?:van|over)?\b[^.;]{0,40}(?:{inform})"


def _notice_of(change: Statement, told: Sequence[Statement], language: str) -> Statement | None:
    """The statement that has the controller told of `change`: itself, one of the next two, or one on the measures close by."""
    if change.search(phrase(_WITHOUT_NOTICE, language)):
        return None
    after = change.following
    if after is not None and after.search(phrase(_TOLD_OF_IT, language)):
        return after
    for near in (change, after, after.following if after is not None else None):
        if near is not None and _told(near, language):
            return near
    return next((s for s in told if s.clause is change.clause), None)


RULES = (Rule("security-measures-change", ("security.measures_change",), _change),)
