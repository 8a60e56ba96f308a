"""Turns of French on personal data breaches, as speech.py reads them."""

from art28.extraction.topics.plain.fr.words import DIT, EVENT
from art28.extraction.topics.plain.plain import PERIOD, Plain

_BREACH = r"violation|incident|faille|notific|signal"

TURNS: tuple[Plain, ...] = (
    Plain(
        "breach.processor_may_notify_authority",
        ("s'interdit", "s'abstient"),
        (
            r"\bPROCESSOR (?:s'interdit|s'abstient de)\b[^.;]{0,40}\b(?:communication|notification|déclaration|information|annonce)\b[^.;]{0,30}(?:{authority})",
        ),
        value=False,
        under=_BREACH,
    ),
    Plain(
        "breach.deadline",
        ("violation", "incident"),
        (
            r"\bPROCESSOR (?:dispose d|a)\b[^.;]{0,20}\b(?:heures|jours?)\b[^.;]{0,60}(?:{breach})[^.;]{0,60}\bpour\b[^.;]{0,12}\b(?:aviser|informer|notifier|avertir|prévenir|alerter)\b[^.;]{0,20}\bCONTROLLER\b",
        ),
        value=PERIOD,
    ),
    Plain(
        "breach.authority_notifier",
        ("relevant", "relève", "lui-même"),
        (
            r"\bPROCESSOR ne (?:\w+ )?(?:notifie|informe|notifiera)\b[^.;]{0,20}\bpas\b[^.;]{0,40}(?:{authority})",
            r"\bCONTROLLER\b",
        ),
        value="controller",
    ),
    Plain(
        "breach.authority_notifier",
        ("permet", "afin"),
        (
            r"\b(?:permet\w*|afin de permettre) (?:au |à )?CONTROLLER,?(?: si nécessaire,?)? (?:de|d') ?(?:notifier|déclarer|signaler)\b[^.;]{0,40}(?:{authority})",
        ),
        value="controller",
    ),
    Plain(
        "breach.authority_notifier",
        ("au nom", "pour le compte"),
        (
            r"\bPROCESSOR notifie\b[^.;]{0,40}(?:{authority})[^.;]{0,40}\b(?:au nom|pour le compte)\b[^.;]{0,30}\bCONTROLLER\b",
        ),
        value="processor",
        unless=(r"\bne\b[^.;]{0,20}\bpas\b",),
    ),
    Plain(
        "breach.authority_notifier",
        ("notification à", "démarches"),
        (
            r"\bnotification à (?:la |l'|l’)?(?:cnil|autorité)[^.;]{0,40}\b(?:incombe|revient|appartient)\b[^.;]{0,12}\bCONTROLLER\b|"
            r"\bPROCESSOR (?:assiste|aide|accompagne) (?:le |la |l'|l’)?CONTROLLER\b[^.;]{0,20}\bdans ses (?:démarches|notifications)\b[^.;]{0,40}\barticles? 33\b",
        ),
        value="controller",
    ),
    *(
        Plain(
            "breach." + key,
            ("connaissance", "constat"),
            (
                r"\b(?:dispose(?:nt)? (?:de|d'un délai de)|au plus tard|délai|sous|dans les|maximum)\b[^.;]{0,60}\b(?:heures|jours?)\b|\bsans (?:délai|retard)\b",
                EVENT,
                said,
                r"{inform}|\bportée? à la connaissance\b|\bavertie?\b|\bavisée?\b|\bprévenue?\b|\binformée?\b",
                r"\bCONTROLLER\b",
                *more,
            ),
            value=value,
            under=_BREACH,
            unless=(
                r"{authority}|\bcnil\b",
                r"\bCONTROLLER (?:notifie|déclare|signale|informe)\b",
                r"{rights}",
                r"SUBPROCESSOR",
            ),
        )
        for key, value, said, more in (
            (
                "clock_starts",
                ("awareness",),
                r"\b(?:(?:a|ait|aura|ont) (?:eu )?connaissance|prise de connaissance|en a connaissance)\b",
                (),
            ),
            (
                "clock_starts",
                ("observation",),
                r"\b(?:constatation|constaté\w*|constate)\b",
                (r"^(?!.*\b(?:a|ait|eu) connaissance\b)",),
            ),
            ("deadline", PERIOD, r"\b(?:connaissance|constat\w*)\b", ()),
            ("wording", "fixed", r"\b(?:connaissance|constat\w*)\b", (r"\b(?:heures|jours?)\b",)),
            ("covers", ("personal_data_breach",), r"\b(?:connaissance|constat\w*)\b", (r"\bviolations? de données\b",)),
        )
    ),
    *(
        Plain(
            "breach.channel",
            (word,),
            (
                rf"\bCONTROLLER\b[^.;]{{0,20}}\b(?:avertie?|avisée?|informée?|prévenue?)\b[^.;]{{0,60}}\bpar {said}\b",
                rf"{EVENT}",
            ),
            value=value,
            under=_BREACH,
        )
        for word, said, value in (
            (
                "par téléphone puis par courriel",
                "téléphone puis par (?:courriel|e-?mail|courrier électronique)",
                ("phone", "email"),
            ),
            (
                "par téléphone, puis par courriel",
                "téléphone puis par (?:courriel|e-?mail|courrier électronique)",
                ("phone", "email"),
            ),
            ("par courriel", "(?:courriel|e-?mail)(?! et par)", ("email",)),
        )
    ),
    Plain(
        "breach.authority_notifier",
        ("seule", "elle-même", "lui-même", "seul"),
        (
            r"{authority}|\bcommission nationale\b|\bcnil\b",
            r"\b(?:notifi\w+|inform\w+|déclar\w+)\b",
            r"\bCONTROLLER (?:seule?|elle-même|lui-même)\b|\bCONTROLLER se charge elle-même\b|\bCONTROLLER se charge (?:lui|elle)-même\b|\bseule? (?:la |le )?CONTROLLER\b",
        ),
        value="controller",
        under=_BREACH,
        unless=(r"\bPROCESSOR (?:notifie|informe|déclare)\b",),
    ),
    *(
        Plain(
            "breach." + key,
            ("violation", "incident"),
            (EVENT, DIT, r"\bCONTROLLER\b", said, *more),
            value=value,
            under=_BREACH,
            unless=(
                r"{authority}|\bcnil\b",
                r"\bCONTROLLER (?:notifie|déclare|signale|informe)\b",
                r"{rights}",
                r"SUBPROCESSOR",
                r"\binstruction",
            ),
        )
        for key, value, said, more in (
            (
                "clock_starts",
                ("awareness",),
                r"\b(?:apprend|connaissance de|a connaissance|ait connaissance|prise de connaissance|en a connaissance)\b",
                (r"\b(?:heures|jours?|délais?|immédiatement)\b",),
            ),
            (
                "clock_starts",
                ("observation",),
                r"\bconstat\w+\b",
                (r"\b(?:heures|jours?|délais?|immédiatement)\b", r"^(?!.*\bconnaissance\b)"),
            ),
            (
                "deadline",
                PERIOD,
                r"\b(?:dans (?:les|un délai)|sous|au plus tard|délai de|maximum)\b[^.;]{0,40}\bheures\b",
                (),
            ),
            (
                "wording",
                "fixed",
                r"\b(?:dans (?:les|un délai)|sous|au plus tard|délai de|maximum)\b[^.;]{0,40}\bheures\b",
                (),
            ),
            (
                "covers",
                ("personal_data_breach",),
                r"\bviolations? de données (?:à caractère personnel|personnelles)\b",
                (),
            ),
        )
    ),
    Plain(
        "breach.channel",
        ("par téléphone",),
        (
            EVENT,
            DIT,
            r"\bpar téléphone (?:et|puis|ou|confirmé) (?:\w+ )?par (?:courriel|e-?mail|courrier électronique)\b",
        ),
        value=("phone", "email"),
        under=_BREACH,
    ),
)
