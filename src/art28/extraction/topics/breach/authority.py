"""Reading -> who tells the supervisory authority of a breach, and whether the processor may (Art. 33(1))."""

from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.breach.breach import on_breach
from art28.extraction.topics.breach.duties import said_around
from art28.extraction.topics.breach.limit import TO_AUTHORITY
from art28.extraction.words.cues import Reads, cue, flag, phrase, reads, settled
from art28.extraction.words.statements import Statement, statements
from art28.terms import Role

_TO = r"(?:{authority}|{people})"
_REPORTS = (
    r"\b(?:meld\w*|gemeld(?:et)?|geïnformeerd|gewaarschuwd|verwittig\w*|informe\w*|notif\w*|report\w*|inform\w*|meldplicht\w*|melding\w*|"
    r"meldung|melden|meldet|kennisgeving\w*|mededeling\w*|communicat\w*|naar de (?:autoriteit|ap|toezichthouder)|in kennis|op de hoogte|ingelicht|inlicht\w*|inlichten|in te lichten|aan ?(?:te )?meld\w*|contact\w*|communication\w*|address(?:es)?|avert\w*|verständig\w*|"
    r"benachrichtig\w*|mitteil\w*|prévenir|préven\w*|déclar(?:e|er|ation|ations)|saisi[rt])\b"
)
# In whatever order the controller is named as the one who decides and reports.
_THE = r"(?:de |het |the |der |dem |den |le |du |au )?"
_LEFT = (
    r"\bleave[sd]? … \bto (?:the )?CONTROLLER\b|"
    r"\b(?:laat|laten|overlaten)\b[^.;]{0,110}\bover aan CONTROLLER\b|"
    r"\bCONTROLLER (?:zelf )?(?:zorgt|zorgen) (?:\w+ )?voor\b|\b(?:zorgt|zorgen) (?:uitsluitend |alleen |zelf )?CONTROLLER\b|"
    r"\b(?:moet|dient|hoort) CONTROLLER (?:dat |dit )?(?:zelf )?(?:te )?doen\b|"
    r"\b(?:is|zijn|blijft|blijven|ligt|liggen|rust|rusten|berust|berusten|are|remains?|lies?|rests?|ist|sind|bleibt|obliegt|obliegen|incombe\w*|appartient|revient|relève|relèvent)\b "
    rf"(?:(?!PROCESSOR)\S+ ){{0,6}}?(?:aan|voorbehouden aan|van|bij|op|to|of|with|for|dem|des|au|à l[ae]|de la responsabilité d[eu]|d[eu]|de la) {_THE}(?:seule? )?CONTROLLER\b|"
    rf"\bit is CONTROLLER (?:own |sole )?(?:responsibility|duty|obligation|task|job)\b|\bCONTROLLER is (?:degene|de partij) die\b|\b(?:het is|is het) aan {_THE}CONTROLLER te (?:bepalen|beslissen|beoordelen)\b|"
    rf"\bkom(?:t|en) (?:\w+ ){{0,2}}?aan {_THE}CONTROLLER toe\b|"
    rf"\b(?:obliegt|obliegen|incombe|incombent) (?:\S+ )?{_THE}CONTROLLER\b|"
    rf"\b(?:het is|it is|es ist|c'est) (?:(?:aan|up to|for|sache des|à|au) )?{_THE}CONTROLLER (?:die|om|te|who|that|to|der|die|zu|qui|de)\b|"
    rf"\b(?:effectuée?s?|réalisée?s?|assurée?s?|faites?|gedaan|verricht|geschiedt|gebeurt|ingediend|verzorgd|made|decided|determined|vorgenommen|entschieden|erledigt|erfolgt) (?:par|by|durch|door|vom) {_THE}CONTROLLER\b|"
    rf"\b(?:door|by|durch|par) {_THE}CONTROLLER (?:zelf )?(?:gedaan|verricht|verzorgd|ingediend|made|vorgenommen|effectuée?s?)\b|"
    rf"\bvoorbehouden aan {_THE}CONTROLLER\b|\bis up to CONTROLLER\b|\b(?:are|is) {_THE}CONTROLLER(?:'s)?(?: alone| own)?(?:[.,;]|$| to )|\bCONTROLLER,? (?:and )?not (?:the )?PROCESSOR\b|"
    r"\b(?:meldt|doet|verricht|verzorgt|beoordeelt|beslist|bepaalt|besluit|maakt|decides?|notifies|entscheidet|meldet|verständigt|informiert|nimmt|notifie|décide) "
    rf"(?:(?:uitsluitend|alleen|zelf|steeds|allein|seul) )?{_THE}CONTROLLER\b(?! (?:over|of|van|about|über)\b)|"
    rf"\b(?:uitsluitend|alleen|slechts|only|nur|ausschließlich|allein|seul|enkel) {_THE}CONTROLLER\b|"
    r"\bCONTROLLER[^;\n]{0,220}?\b(?:entscheidet|zuständig|verantwortlich|responsable|décide|apprécie|notifie|seul\w* (?:juge|habilitée?|compétente?)|"
    r"assumes? responsibility|alone (?:shall|will|may|must|decides?|is)|beslis\w* (?:CONTROLLER )?zelf|draagt (?:zelf )?(?:de )?zorg|verantwoordelijkheid|verzorgt|addresses)\b|"
    rf"\b(?:meldung|mitteilung|benachrichtigung) … (?:durch|des) (?:den )?CONTROLLER\b|\b(?:sache|aufgabe|pflicht|verantwortung) {_THE}(?:des )?CONTROLLER\b"
)
_FOR_IT = r"\bnamens CONTROLLER\b|\bon (?:the )?(?:behalf of )?(?:CONTROLLER )?behalf(?: of CONTROLLER)?\b|\bim namen des CONTROLLER\b|\bpour le compte d[eu] CONTROLLER\b"
_BY_ITSELF = (
    r"(?:op eigen (?:gezag|initiatief|houtje)|uit eigen beweging|on its own (?:initiative|authority|motion)|eigenmächtig|von sich aus|selbst(?:st)?ändig|auf eigene faust|"
    r"aus eigener initiative|de sa propre initiative)"
)
_MUST_BE_TOLD = (
    r"\b(?:gemeld|notified|reported|gemeldet|notifiée?) (?:moet|dient|moeten|dienen|must|should|has|needs|werden|wordt)\b|"
    r"\bmoet(?:en)? (?:worden )?gemeld\b|\bmust be (?:notified|reported)\b|"
    r"\b(?:whether|when|who|whom|if)\b[^.;]{0,30}\bto (?:notify|inform|tell)\b|\bob\b[^.;]{0,30}\b(?:zu melden|gemeldet wird|benachrichtigt w\w+)\b"
)
_NOTIFIER: tuple[Reads, ...] = (
    reads(
        "breach.authority_notifier",
        cue(
            r"\b(?:verantwoordelijk\w*|taak|aangelegenheid|verplichting|beoordel\w*|beslis\w*|bepa\w+|"
            r"ligt|berust|responsib\w*|obligation|decide|decision|determin\w*|"
            r"zaak) (?:\S+ ){0,6}?(?:van|bij|of|with|to|by) (?:de |the )?CONTROLLER|"
            r"\bCONTROLLER … (?:is … verantwoordelijk|is belast met|verantwoordelijk|draagt … zorg|beoordeelt|beslist|"
            r"bepaalt|besluit|bepalen of|beslissen of|beoordelen of|meldt|verricht|zal … (?:melden|informeren|beoordelen|beslissen|bepalen|besluiten)|shall … (?:notify|report|"
            r"inform)|is … responsible|responsible|remains|decides?|determines?|doet)\b|"
            r"\bCONTROLLER meldt (?:(?:het|dit|dat|die|deze|zelf|zo nodig|indien nodig|waar nodig|desgewenst|een datalek|datalekken) ){0,4}(?:bij|aan)\b|"
            r"\bCONTROLLER (?:(?:itself|alone|always|only) )?(?:notifies|reports)\b(?![^.;]{0,80}\bto (?:the )?PROCESSOR\b)|"
            rf"{_LEFT}|"
            r"\bfor CONTROLLER to (?:decide|determine|judge)\b|\b(?:lies|rests) with (?:the )?CONTROLLER\b|\b(?:door|by) (?:de |the )?CONTROLLER (?:\w+ ){0,3}(?:gedaan|verricht|made|gemeld|"
            r"notified)|\bdoe\w* CONTROLLER\b|\bbij CONTROLLER\b",
            _TO,
            _REPORTS,
            unless=(
                r"\bPROCESSOR (?:zal|shall|will|is|must|dient) … (?:verantwoordelijk|"
                r"notify (?:the )?(?:supervisory|authority)|meldt aan de autoriteit)",
                r"{rights} … {forward}",
                r"\bverzoek\w*\b",
                rf"\b(?:meldt|verzorg\w*|verricht|doet|notifies|meldet) PROCESSOR\b|PROCESSOR … (?:{_FOR_IT})|(?:{_FOR_IT}) … \bPROCESSOR\b",
            ),
        ),
        # "Het is aan CONTROLLER te bepalen of de inbreuk gemeld moet worden."
        cue(
            rf"{_LEFT}",
            r"{breach}",
            _MUST_BE_TOLD,
            unless=r"{rights}",
        ),
        value="controller",
    ),
    reads(
        "breach.authority_notifier",
        cue(
            r"\bPROCESSOR (?:\w+ ){0,3}?(?:meldt|zal|shall|will|must|dient|"
            r"is verantwoordelijk)\b … (?:aan|bij|to|voor|for) (?:de |the )?(?:\w+ ){0,2}(?:autoriteit|"
            r"toezichthouder|supervisory|authority|ap)\b",
            _REPORTS,
            unless=(
                r"{assist}",
                r"\b(?:niet|niks|geen|nooit|nimmer|not|no|never|nicht|kein\w*)\b",
                r"{consent}",
                r"\b(?:CONTROLLER) … (?:autoriteit|toezicht|authorit|supervisory)",
            ),
        ),
        cue(
            rf"\b(?:verzorgt|verzorgen|verricht|verrichten|doet|doen|meldt|melden|makes?|notifies|reports?|erstattet|meldet|effectue) "
            rf"(?:the )?PROCESSOR … (?:{_FOR_IT})|\bPROCESSOR (?:\w+ ){{0,3}}?(?:verzorgt|verzorgen|verricht|doet|meldt|melden|makes?|notif\w+|reports?|meldet|notifie) … (?:{_FOR_IT})",
            r"{authority}",
            _REPORTS,
            unless=(
                r"\b(?:niet|niets|niks|geen|nooit|nimmer|not|no|never|nicht|kein\w*|pas)\b",
                r"{consent}",
                r"\b(?:op verzoek|upon request|on request)\b",
            ),
        ),
        cue(
            r"\b(?:melding\w*|kennisgeving\w*|notification|meldung) … (?:{authority}) … \b(?:(?:gedaan|verricht|verzorgd|ingediend|made) (?:door|by) PROCESSOR|door PROCESSOR (?:\w+ )?(?:gedaan|verricht|verzorgd|ingediend))\b",
            unless=(r"\b(?:niet|niets|niks|geen|nooit|nimmer|not|no|never)\b", r"{consent}", r"\bop verzoek\b"),
        ),
        value="processor",
    ),
)
_HELPS = reads(
    "breach.authority_notifier",
    cue(
        r"PROCESSOR",
        r"{assist}|\bverstrek\w*\b[^.;]{0,60}\bnodig (?:heeft|is|zijn)\b|\bkooperiert\b|\bin staat\b|\benable\b|\ballow\b",
        r"{authority}|\bmeldplicht\w*|\bmeld\w* … datalek\w*",
        r"\b(?:haar|zijn|diens|de|its|the CONTROLLER|CONTROLLER|dessen|seinen|ses) (?:\S+ ){0,5}?(?:meldplicht\w*|"
        r"verplichting\w*|obligations?|(?:melde)?pflichten)|\bin verband met het (?:melden|doen van)|"
        r"\bin (?:notifying|reporting|making)\b|\bbij het (?:doen van (?:\S+ )?melding\w*|melden)|\bCONTROLLER nodig heeft om\b[^.;]{0,90}\bmelden\b",
        unless=(r"{audit}", r"\b(?:verzoeken|requests?)\b(?!.{0,80}(?:datalek|breach|incident|articles? 33))"),
        by=Role.PROCESSOR,
    ),
    strength=Strength.INFERRED,
    value="controller",
)
_OWN_DUTY = reads(
    "breach.authority_notifier",
    cue(
        r"\bCONTROLLER\b … (?:voldoen aan|nakomen van|meet|comply with|fulfil) (?:\w+ ){0,3}?(?:haar|zijn|diens|hun|its|their) (?:eigen |own |wettelijke )?"
        r"(?:\w*meldplicht\w*|meldingsplicht\w*|(?:\w+ )?(?:notification|reporting) (?:obligations?|dut(?:y|ies)))",
        unless=r"{rights}|{audit}",
    ),
    strength=Strength.INFERRED,
    value="controller",
)
_ABSTAINS = (
    r"\bPROCESSOR\b[^.;]{0,40}\b(?:onthoudt zich van|zich (?:te )?onthouden van|abstains? from|refrains? from|unterlässt|s'abstient de)\b"
    r"[^.;]{0,60}\b(?:melding\w*|mededeling\w*|contact\w*|notif\w*|report\w*|inform\w*|meldung\w*|mitteilung\w*)\b"
)
_MAY_NOTIFY: tuple[Reads, ...] = (
    reads(
        "breach.processor_may_notify_authority",
        cue(
            rf"{_ABSTAINS}|PROCESSOR … \b(?:niet toegestaan|niet gerechtigd|mag … (?:niet|geen)|mag (?:niet|geen)|"
            r"zal … (?:niet|niks|geen|nooit|nimmer)|(?:doet|doen|neemt|nemen|meldt|melden|verricht|verrichten|stuurt|sturen|legt|leggen|zoekt|zoeken) … (?:niet|niets|niks|geen|nooit|nimmer)|niet … bevoegd|niet bevoegd|shall not|may not|will not|must not|(?:shall|will|may) make no|makes no|does not (?:itself )?(?:notify|report|inform)|(?:will |shall )?never (?:\w+ )?(?:notif\w+|reports?|informs?)|not (?:permitted|"
            r"entitled|authori[sz]ed)|darf … \bnur (?:nach|mit|auf) (?:\w+ ){0,3}(?:weisung|zustimmung|auftrag|genehmigung|anweisung)|(?:darf|wird|meldet|informiert) … (?:nicht|keine\w*|weder)|"
            r"(?:ne|n') ?(?:peut|saurait) … \bsans\b|s'interdit de|n'est (?:\w+ )?(?:habilité|autorisé)|nicht (?:berechtigt|befugt)|(?:ne|n') ?(?:\w+ ){1,3}pas)\b|\b(?:niet toegestaan|not permitted)\b … PROCESSOR|\bPROCESSOR (?:\w+ )?(?:niet toegestaan|niet vrij|verboden) (?:\w+ ){0,4}(?:te )?(?:meld\w*|informer\w*)|"
            r"\bPROCESSOR nicht[.;]|\bdurch (?:den )?PROCESSOR … \b(?:nicht (?:gestattet|zulässig|erlaubt)|unzulässig|untersagt)\b|\bPROCESSOR … \bmais non (?:l'|la |le )?(?:autorité|cnil)|\bPROCESSOR … \b(?:ne|n') ?(?:\w+ ){1,2}aucune?\b|\bPROCESSOR ne saurait\b|\b(?:darf|dürfen) PROCESSOR … \bnur (?:nach|mit|auf) (?:\w+ ){0,3}(?:weisung|zustimmung|auftrag|genehmigung|anweisung)\b",
            rf"{_REPORTS}|\b(?:contact\w*|mededeling\w*|verständig\w*)\b",
            r"{authority}|{people}|\bthird part(?:y|ies)\b|\bderden\b|\bdritte\w*\b|\btiers\b|\bmedia\b",
            unless=(
                r"CONTROLLER (?:zal|mag|shall|may|darf) (?:niet|niks|geen|not|nicht|keine)",
                r"{rights}",
                r"\b(?:mag|zal|shall|may)\b … \btenzij\b … \bwettelijk",
                r"\b(?:verzorg\w*|verricht|meldt|notifies) PROCESSOR\b",
            ),
        ),
        cue(
            rf"\bPROCESSOR … \b(?:geen|niet|niets|nooit|no|not|nicht|keine\w*)\b … \b{_BY_ITSELF}\b|"
            rf"\bPROCESSOR … \b{_BY_ITSELF} (?:geen|niet|niets|nooit|no|not|nicht|keine\w*)\b",
            rf"{_REPORTS}|\b(?:wendet sich|zeigt … \ban|wendt zich|benadert|approach(?:es)?|turns? to|s'adresse)\b",
            unless=(r"{rights}", r"\b(?:op eigen|own|eigener|propre)\b … \bCONTROLLER\b"),
        ),
        cue(
            r"\b(?:zonder|tenzij|without|unless|ohne|sans)\b … \b(?:meldt|doet|zal|mag|informeert|benadert|verricht|shall|may|will|reports|notifies|meldet|informiert) (?:de |the |der )?PROCESSOR … \b(?:niet|niks|geen|nooit|not|no|nicht|kein\w*)\b",
            r"{authority}|{people}",
            unless=r"{rights}",
        ),
        cue(
            r"\b(?:melding\w*|kennisgeving\w*|notification\w*|meldung\w*) … (?:{authority}|{people}) … \b(?:door|by|durch) PROCESSOR (?:is|zijn|wordt|are|ist) (?:\w+ )?(?:uitgesloten|niet toegestaan|verboden|excluded|not permitted|ausgeschlossen)\b",
        ),
        # "Alleen CONTROLLER doet meldingen aan de autoriteit."
        cue(
            r"^[\W\d]*(?:alleen|uitsluitend|slechts|enkel|only|nur) CONTROLLER (?:doet|meldt|verricht|verzorgt|makes|notifies|meldet)\b … {authority}",
            unless=r"{rights}",
        ),
        # "Meldingen aan de autoriteit worden uitsluitend door CONTROLLER gedaan."
        cue(
            r"\b(?:melding\w*|mededeling\w*|kennisgeving\w*) … (?:{authority}) … \b(?:uitsluitend|alleen|slechts|enkel) door CONTROLLER (?:gedaan|verricht|verzorgd)\b",
            unless=r"{rights}",
        ),
        cue(
            r"\b(?:uitsluitend|alleen|slechts|only|solely|nur|ausschließlich) (?:door|by|durch) (?:de |the |den )?CONTROLLER … \bPROCESSOR (?:doet|doen|meldt|verricht|makes|does|meldet) … \b(?:niet|niks|geen|nooit|not|none|nicht|keine)\b",
            r"{authority}|{people}",
        ),
        value=False,
    ),
    reads(
        "breach.processor_may_notify_authority",
        cue(
            r"\bPROCESSOR (?:mag|kan|is … gerechtigd|may|is entitled)\b",
            _REPORTS,
            r"\b(?:aan|bij|to) (?:de |the )?(?:\w+ ){0,2}(?:autoriteit|toezichthouder|supervisory|"
            r"authority)",
            unless=(r"\b(?:niet|niets|niks|geen|nooit|nimmer|not|no|never)\b",),
        ),
        cue(
            r"\b(?:op (?:\w+ ){0,2}?verzoek|na (?:\w+ )?toestemming|(?:up)?on (?:\w+ ){0,2}?request|auf (?:verlangen|anweisung))\b … "
            r"\b(?:verricht|verzorgt|doet|meldt|makes?|notifies|reports|meldet|erstattet) PROCESSOR\b",
            _REPORTS,
            rf"{TO_AUTHORITY}",
            unless=(r"\b(?:niet|niks|geen|nooit|nimmer|not|no|never|nicht|kein\w*)\b", r"{rights}"),
        ),
        cue(
            r"\b(?:après|avec) (?:l'|un )?accord … \bCONTROLLER\b … PROCESSOR notifie|\bmit zustimmung … CONTROLLER … PROCESSOR … \bmeld\w*",
            _FOR_IT,
            r"{authority}",
        ),
    ),
)


def _authority(reading: Reading) -> Iterator[Candidate]:
    among = said_around(reading)
    told = (*settled(reading, among, _NOTIFIER), *_goes_on_about_notifying(reading))
    yield from told
    if not told:
        yield from settled(reading, among, (_HELPS, _OWN_DUTY))
    for candidate in told:
        if candidate.value == "processor":
            yield flag(
                "breach.processor_may_notify_authority", next(s for s in among if s.passages == candidate.passages)
            )
    for candidate in settled(reading, among, _MAY_NOTIFY):
        yield candidate
        if candidate.value is False:
            yield from _left_to_controller(reading, among, candidate)
    yield from _barred(reading)


_THAT_NOTICE = (
    r"\b(?:die|deze|zulke|dergelijke|zodanige|bedoelde|het doen van) (?:melding(?:en)?|mededeling(?:en)?|kennisgeving(?:en)?)\b|\bde melding(?:en)? zelf\b|\bbeslissing daarover\b|"
    r"\b(?:such|these|those|that|this) (?:notifications?|reports?|notices?)\b|\bthe (?:report|notification)(?: itself)\b|\bdecision whether (?:or not )?to (?:report|notify)\b|"
    r"\b(?:diese|solche) (?:meldung\w*|mitteilung\w*|benachrichtigung\w*)\b|\b(?:cette|ces|telles?|la) notifications?\b"
)


def _goes_on_about_notifying(reading: Reading) -> Iterator[Candidate]:
    """A sentence that leaves "those notifications" to the controller, after one on breaches and the authority."""
    language = reading.language
    for statement in statements(
        reading, "melding", "mededeling", "kennisgeving", "beslissing", "notif", "report", "meldung", headings=False
    ):
        if (
            statement.search(phrase(_THAT_NOTICE, language))
            and statement.search(phrase(_LEFT, language))
            and statement.near(phrase(_TO, language))
            and (on_breach(statement, reading) or statement.near(phrase(r"{breach}", language)))
        ):
            before = (
                statement.before.passages if statement.before and not statement.search(phrase(_TO, language)) else ()
            )
            yield Candidate("breach.authority_notifier", "controller", (*before, *statement.passages))


_NOT_ITSELF = (
    r"\bzonder\b[^.;]{0,70}\b(?:meldt|doet|verricht) (?:de )?PROCESSOR\b[^.;]{0,20}\b(?:niet|niets)\b|"
    rf"{_ABSTAINS}|\bPROCESSOR niet toegestaan (?:\w+ ){{0,3}}te melden\b|\bPROCESSOR niet toegestaan (?:dat|dit|zulks) (?:zelf )?te doen\b|\bPROCESSOR onthoudt zich (?:daar|hier)van\b|\b(?:hij|zij|PROCESSOR) laat (?:dat|dit) na\b|\bPROCESSOR\b[^.;]{{0,60}}\b(?:stuurt|meldt|verstuurt|doet|onderneemt|informeert|laat|sends|reports|tells) (?:\w+ )?(?:zelf niets|zelf niet|zelf geen|niets zelf|nothing itself)\b|\bPROCESSOR\b[^.;]{{0,20}}\b(?:mag|kan|zal|doet) (?:dat|dit|deze|die|zulks)\b[^.;]{{0,30}}\b(?:niet (?:\w+ )?op eigen (?:houtje|gezag|initiatief)|niet zelf|niet eigener beweging|niet)\b|"
    rf"\bPROCESSOR\b[^.;]{{0,20}}\b(?:doet|doen) (?:dat|dit) (?:niet|nooit|nimmer) (?:voor|namens) CONTROLLER\b|\b(?:hij|zij|PROCESSOR|it|er|il) (?:meldt|doet|informeert|reports|notifies|meldet) (?:zelf niet(?:s)?|niet zelf|zelf geen\w*|nicht selbst)\b|"
    rf"\bdarf PROCESSOR (?:solche|diese) (?:meldungen|benachrichtigungen|mitteilungen)\b[^.;]{{0,30}}\bnicht\b|\bPROCESSOR (?:verricht|verrichten|doet|doen|zal|zullen) (?:een )?(?:zodanige|dergelijke|zulke|deze|die) (?:melding(?:en)?|mededeling(?:en)?)\b[^.;]{{0,20}}\bniet\b|\bdat (?:doen|doet) (?:de )?PROCESSOR niet\b|\bPROCESSOR\b[^.;]{{0,40}}\b(?:nooit zelf|die melding(?:en)? (?:nooit|niet)|nicht selbst|pas lui-même|s'interdit d'y procéder|niet zelf|niet (?:\w+ )?(?:toe )?bevoegd|niet (?:\w+ )?gerechtigd|"
    r"no such notification|(?:will|shall|does|do) not (?:itself )?(?:make|submit|file) (?:such|these|those|any such) (?:reports?|notifications?|notices?)|zo'n melding (?:\w+ )?(?:nooit|niet)|(?:will|shall|does|do|darf|wird) not (?:notify|inform|report to|contact) (?:them|it|either)|(?:doen|doet) (?:dat|dit|die) (?:zelf )?niet|(?:doet|does) (?:dit|dat|so|this) (?:uitsluitend|alleen|slechts|only|(?:zelf )?niet)|does not do (?:so|this|that)|will not do (?:so|this|that) for CONTROLLER|"
    r"darf (?:solche|diese) (?:meldungen|benachrichtigungen)[^.;]{0,60}\bnur (?:nach|mit|auf) (?:\w+ ){0,3}(?:weisung|zustimmung|auftrag|genehmigung|anweisung)|"
    r"not itself|not (?:entitled|authori[sz]ed|permitted))\b"
)


def _barred(reading: Reading) -> Iterator[Candidate]:
    """A short ban after a sentence on notifying the authority: "PROCESSOR is not authorised to do so"."""
    for statement in statements(
        reading,
        "bevoegd",
        "niet zelf",
        "niet toegestaan zelf",
        "niet toegestaan dat",
        "niet toegestaan dit",
        "s'interdit",
        "will not",
        "shall not",
        "do not",
        "doen dat",
        "zelf niet",
        "mag dit",
        "mag dat",
        "mag die",
        "mag deze",
        "dat doe",
        "zelf geen",
        "zonder ",
        "gerechtigd",
        "itself",
        "entitled",
        "permitted",
        "no such",
        "doet dit",
        "doet dat",
        "die melding",
        "n melding",
        "abstain",
        "refrain",
        "onthoudt",
        "nicht selbst",
        "solche meldung",
        "zodanige meld",
        "dergelijke meld",
        "zulke meld",
        "diese meldung",
    ):
        before = statement.before
        if (
            before is not None
            and (
                before.near(phrase(r"{authority}", reading.language))
                or statement.search(phrase(r"{authority}", reading.language))
                or before.search(phrase(_MUST_BE_TOLD, reading.language))
                or before.search(phrase(r"{breach} … (?:{authority})", reading.language))
            )
            and (on_breach(before, reading) or before.search(phrase(_REPORTS, reading.language)))
            and statement.search(phrase(_NOT_ITSELF, reading.language))
        ):
            yield Candidate(
                "breach.processor_may_notify_authority", value=False, passages=(*before.passages, *statement.passages)
            )


_LEFT_TO = (
    r"\b(?:deze|die|this|that)\b[^.;]{0,30}\b(?:verantwoordelijkheid|taak|plicht|responsibility|"
    r"task|duty)\b … CONTROLLER|"
    r"^[\s*_]*(?:dat|dit|die melding|deze melding|that|this) (?:is|blijft|doet|doen|remains) (?:\w+ ){0,2}?(?:(?:aan|bij|voor|een zaak van|up to|for) )?CONTROLLER\b"
)


def _left_to_controller(reading: Reading, among: tuple[Statement, ...], ban: Candidate) -> Iterator[Candidate]:
    """The sentence after a ban on notifying that leaves it to the controller."""
    statement = next(s for s in among if s.passages == ban.passages)
    after = statement.following
    if after is not None and after.search(phrase(_LEFT_TO, reading.language)):
        yield Candidate("breach.authority_notifier", "controller", (*statement.passages, *after.passages))


RULES = (Rule("breach-authority", ("breach.authority_notifier", "breach.processor_may_notify_authority"), _authority),)
