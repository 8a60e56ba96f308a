"""A sentence -> the party whose duty or right it is, by what it opens with, its conditions, and the verbs beside parties."""

from art28.document.pattern import lasting
from art28.terms import Role

_PARTY = r"(?P<party>CONTROLLER|SUBPROCESSOR|PROCESSOR)"
_BEFORE = r"(?:[\s*_\"(]+(?:de |het |the |die |der |le |la |l')?)"
_STRONG = (
    r"(?:zal|zullen|dient|dienen|moet|moeten|shall|must|will|agrees|undertakes|verbindt|hat|wird|muss|doit|s'engage)"
)
_WEAK = (
    r"(?:mag|kan|kunt|kondigt|kondigen|waarschuwt|waarschuwen|bewaart|bewaren|wist|wissen|vernietigen|evalueert|toetst|documenteert|registreert|noteert|noteren|"
    r"is|heeft|stelt|informeert|meldt|verleent|stuurt|zendt|zorgt|draagt|treft|"
    r"verwerkt|blijft|geeft|biedt|laat|"
    r"verstrekt|bevestigt|retourneert|verwijdert|vernietigt|waarborgt|garandeert|staat|houdt|werkt|helpt|ondersteunt|"
    r"beslist|bepaalt|beoordeelt|licht|neemt|legt|schakelt|maakt|brengt|vrijwaart|may|can|has|"
    r"remains|ensures|notifies|melden|informeren|stellen|verwerken|treffen|helpen|verwijderen|verwijzen|sturen|geven|houden|"
    r"werken|schakelen|nemen|zorgen|mogen|kunnen|"
    r"informs|processes|kann|darf|ist|stellt|unterstützt|informiert|unterrichtet|leistet|teilt|meldet|zeigt|kündigt|legt|gibt|löscht|führt|hält|trägt|übernimmt|verweist|leitet|liefert|erteilt|wahrt|bewahrt|peut|est|a)"
)
_NO_OBJECT = "".join(
    f"(?<!{preposition} {article})"
    for preposition in ("van", "aan", "door", "met", "voor", "jegens", "bij", "of", "by", "to", "with", "from")
    for article in ("", "de ", "een ", "the ", "any ", "a ")
)
_NOT_BENT = "(?<!des )(?<!dem )(?<!den )(?<!du )(?<!au )"
# Who receives does nothing: "CONTROLLER krijgt bericht" is the other party's duty.
_RECEIVES = (
    r"(?!(?:\w+ )?(?:krijgt|krijg|krijgen|hoort|hoor|horen|vernemen|hears?|ontvangt|verneemt|receives|is told|gets|erhält|reçoit)\b|"
    r"(?:wordt|will be|shall be|is|wird|sera|est)\b[^.;,]{0,110}\b(?:geïnformeerd|ingelicht|gewaarschuwd|"
    r"op de hoogte|in kennis|informed|notified|told|informiert|unterrichtet|benachrichtigt|informé|averti)\b)"
)
_CONCEDES = r"(?!acknowledges\b|accepts that\b|agrees that\b|erkent\b|aanvaardt dat\b|snapt dat\b|begrijpt dat\b|beseft dat\b|understands that\b)"
_OPENING = lasting(
    rf"^[\s*_\"(#•-]*(?:(?:(?:lid )?\d{{1,2}}(?:\.\d{{1,2}})*[.)]?|\(?[a-z]{{1,3}}[.)])[\s*_\"]+)?(?:de |"
    rf"het |the |der |die |le |la )?\"?{_PARTY}\"?[\s*_]+"
    r"(?!en\b|and\b|of\b|or\b|und\b|et\b|:|-|\d)" + _CONCEDES + _RECEIVES
)
# "Het is aan CONTROLLER te beoordelen …"
_IS_LEFT_TO = lasting(
    rf"^[\s*_\"(\d.)a-z#•-]{{0,12}}?\b(?:het is|it is|es ist|c'est) (?:aan|up to|for|an|sache des|à|au) (?:de |the |dem |le )?{_PARTY}\b"
)
_A_PARTY = lasting(r"\b(?:CONTROLLER|SUBPROCESSOR|PROCESSOR)\b")
# A verb right before a party, and a party right before a verb: the strong ones anywhere come before the weak ones.
_VERBS = tuple(
    (lasting(rf"\b{verb}{_BEFORE}\Z"), lasting(rf"{free}{_A_PARTY.pattern}[\"\s*_]+{_RECEIVES}{verb}\b"))
    for verb, free in ((_STRONG, _NOT_BENT), (_WEAK, _NO_OBJECT + _NOT_BENT))
)
_LONGEST_VERB = 40
_NOMINATIVE = lasting(r" der (CONTROLLER|PROCESSOR)\b")
# "Zij houdt CONTROLLER op de hoogte": the pronoun acts, and the party behind the verb is the object.
_IT_OPENS = lasting(
    r"^[\s*_\"(#•-]*(?:(?:(?:lid )?\d{1,2}(?:\.\d{1,2})*[.)]?|\(?[a-z]{1,3}[.)])[\s*_\"]+)?(?:zij|hij|it|er|sie|il|elle) "
    r"[a-zà-ÿ]+\b"
)
_IT_ACTS = lasting(rf"\b(?:zij|hij|deze|it|er|sie|il|elle) {_WEAK}{_BEFORE}\Z")
# "Lukt het CONTROLLER niet, dan helpt PROCESSOR": who acts stands behind "dan", or is the "zij" that the condition names.
_THEN = lasting(
    r"(?:,|\?| is) dan (?!(?:krijg(?:t|en)?|hoort?|horen|ontvang(?:t|en)?|verneemt?)\b)(?:\w+ het(?= CONTROLLER (?:(?:daar|hier|er)\w+|onverwijld|direct|onmiddellijk|"
    r"binnen|schriftelijk|zonder|zo)\b)|(?:\w+ ){1,3}?(?:(?:de |het )?(?P<party>CONTROLLER|SUBPROCESSOR|PROCESSOR)|(?P<same>zij|hij|deze)\b))"
)
# "Denkt het PROCESSOR dat …, dan zegt het dat meteen": a party that is an "it".
_NEUTER = lasting(r"\bhet (?P<party>CONTROLLER|PROCESSOR)\b")
_THEN_IT = lasting(
    r"(?:,| is) dan \w+ het\b(?! (?:CONTROLLER|SUBPROCESSOR|PROCESSOR|\w+(?:gegevens|verzoek|incident|lek)\b))"
)
_IF = lasting(
    r"^[\s*_\"(#•-]*(?:(?:(?:lid )?\d{1,2}(?:\.\d{1,2})*[.)]?|\(?[a-z]{1,3}[.)])[\s*_\"]+)?"
    r"(?:(?:als|indien|wanneer|if|where|should) (?:in )?|\w+ )(?:de |het |the )?(?P<party>CONTROLLER|SUBPROCESSOR|PROCESSOR)\b"
)
# "Wenn CONTROLLER es verlangt, löscht PROCESSOR", "si le CONTROLLER le demande, le PROCESSOR efface".
_AFTER_CONDITION = lasting(
    r"^[\s*_\"(#•-]*(?:(?:\d{1,2}(?:\.\d{1,2})*[.)]?|\(?[a-z\d]{1,3}[.)])[\s*_\"]+)?(?:si|lorsqu\w+|quand|wenn|falls|"
    r"sofern|soweit|sobald)\b"
    r"[^;:]{3,220}?, (?:(?:so |dann |alors )?(?:hat|wird|muss|ist|kann|darf|teilt|stellt|informiert|leitet|unterstützt|"
    r"gibt|meldet|unterrichtet|"
    r"verweist|weist|löscht|trägt) (?:der |die )?|(?:le |la ))(?P<party>CONTROLLER|SUBPROCESSOR|PROCESSOR)\b(?! (?:und|"
    r"oder|et|ou)\b)"
)
# "Benötigt CONTROLLER hierfür Angaben, stellt PROCESSOR sie bereit": a condition by its verb.
_AFTER_VERB = lasting(
    r"^[\s*_\"(#•-]*(?:(?:\d{1,2}(?:\.\d{1,2})*[.)]?|\(?[a-z\d]{1,3}[.)])[\s*_\"]+)?[a-zäöüß]{3,14} (?:der |die )?(?:CONTROLLER|PROCESSOR)\b"
    r"[^.;:]{3,220}?, (?:so |dann )?(?!soweit|seit|mit|damit|somit|anstatt|statt|nicht|sonst)[a-zäöüß]{3,14}t (?:(?:ihm|ihr|ihn|sie|dies|diese|ihnen) )?(?:der |die )?"
    r"(?P<party>CONTROLLER|SUBPROCESSOR|PROCESSOR)\b(?! (?:und|oder)\b)"
)
_IT_SHALL = lasting(
    r"(?:,|\b(?:law|legislation|gdpr|regulation|agreement|dpa|rules|provisions)\b) (?:it|they) (?:shall|must|will)\b"
)
_LED = lasting(rf"^[\s*_\"(\d.#-]*(?:de |het |the )?\"?{_PARTY}\"?[\s*_]*:")
# "… on the conditions that PROCESSOR:" makes PROCESSOR the subject of each item.
_LEADS_TO = lasting(rf"\b(?:that|dat) (?:de |het |the )?\"?{_PARTY}\"?[\s*_]*:[\s*_]*$")
_ROLES = {"CONTROLLER": Role.CONTROLLER, "PROCESSOR": Role.PROCESSOR, "SUBPROCESSOR": Role.SUB_PROCESSOR}


def subject_of(text: str, lead: str = "") -> Role | None:
    """The party that is the subject of the sentence's main duty, or of its lead-in; None where none is named."""
    named = _LED.match(lead) or _LEADS_TO.search(lead) or _IS_LEFT_TO.match(text) or _OPENING.match(text)
    if named:
        return _ROLES[named["party"]]
    neuter = _NEUTER.search(text) if "het " in text else None
    if neuter and _THEN_IT.search(text):
        return _ROLES[neuter["party"]]
    then = _THEN.search(text)
    if then and then["party"]:
        return _ROLES[then["party"]]
    condition = _IF.match(text) if then or _IT_SHALL.search(text) else None
    if condition:
        return _ROLES[condition["party"]]
    after_condition = _AFTER_CONDITION.match(text) or _AFTER_VERB.match(text)
    if after_condition:
        return _ROLES[after_condition["party"]]
    if _IT_OPENS.match(text):
        return None
    parties = tuple(_A_PARTY.finditer(text)) if "PROCESSOR" in text or "CONTROLLER" in text else ()
    for before, after in _VERBS:
        for party in parties:
            at = party.start()
            inverted = before.search(text, max(0, at - _LONGEST_VERB), at)
            if inverted and _IT_ACTS.search(text, max(0, at - _LONGEST_VERB), at):
                continue
            follows = after.match(text, at)
            if inverted or follows:
                # "SUBPROCESSOR darf der PROCESSOR beauftragen": what stands first is the object.
                nominative = None if inverted or not follows else _NOMINATIVE.match(text, follows.end())
                return _ROLES[nominative[1] if nominative else party[0]]
    return None
