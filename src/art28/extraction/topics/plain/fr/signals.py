"""What French paper means by the few things that it must name, whatever verb joins them, as speech.py reads it; en/signals.py is its like."""

from art28.extraction.topics.plain.plain import PERIOD, Plain

_DPA = r"\b(?:le |la |du |au |cet? )?présente?s?(?: (?:accord|contrat|convention|dpa|annexe|avenant|clauses))?\b|\bdpa\b|\bcet accord\b"
_MAIN = r"\b(?:(?:contrat|accord|convention) (?:principale?|de services?|de prestations?|cadre)|cgv|conditions générales|lettre de mission|contrat commercial)\b"
_CONTROLE = r"audit|contrôle|vérif|inspection"
_SUBS = r"sous-traitan|SUBPROCESSOR|prestataire"
_BREACH = r"violation|incident|faille|notification|signal"
_FIN = r"fin\b|sort|terme|restitution|suppression|effacement|données|expiration"
_EVENT = r"\b(?:violations?|incidents?)\b"
_DIT = r"(?:{inform}|\b(?:informe|avise|avertit|prévient|signale|signalée?|déclarée?|déclare|alerte|notifie|notifiée?|communiqu\w+|indique|averti\w*|avisé\w*|informé\w*|prévenu\w*|portée? à la connaissance)\b)"
_ILLICITE = r"(?:{infringes}|\b(?:contraires?|illicites?|illégale?s?|méconnaît|méconnaissent|enfreint|enfreindre|non conforme|interdite?s?|incompatible|irrégulière?)\b)"
_MANQUEMENT = r"\b(?:manquements?|défaillances?|non-conformités?|fautes?)\b"
_PAIE = r"\b(?:supporte|supportés?|paie|payés?|prend|prenant|assume|à la charge|aux frais|incombe\w*|règle|rembourse)\b"

SIGNALS = (
    Plain(
        "instructions.only_on_instruction",
        ("instruction",),
        (
            r"\b(?:se conforme\w*|conformer|suivre|suit|respecte\w*)\b[^.;]{0,20}\binstructions?\b[^.;]{0,60}\b(?:rien d'autre|uniquement|seules?|exclusivement)\b|\b(?:ne |n')[^.;]{0,40}\bque (?:si|sur|conformément|selon|d'après)\b[^.;]{0,60}\binstructions?\b|\b(?:uniquement|exclusivement|seulement|limiter|limite|sur la seule base)\b[^.;]{0,50}\binstructions?\b",
            r"{processes}|\bdonnées\b|\btraite\w*",
        ),
        unless=(r"SUBPROCESSOR", r"{audit}", _EVENT),
    ),
    Plain(
        "instructions.infringement_warning",
        ("instruction",),
        (r"\binstructions?\b", _ILLICITE, _DIT, r"\bPROCESSOR\b"),
        unless=(r"{audit}", r"SUBPROCESSOR", r"\bCONTROLLER (?:garantit|s'engage|veille|s'assure|est responsable)\b", r"\bn'est pas tenue?\b"),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("confidentialité", "secret"),
        (
            r"\b(?:personnes?|collaborateurs?|salariés?|personnels?|préposés|équipes?|agents)\b",
            r"\b(?:promis|signé|souscrit|accepté|pris l'engagement|engagées?|engagés?|tenues?|tenus?|astreint\w*|liées?|liés?|soumis\w*)\b[^.;]{0,40}\b(?:confidentialité|secret)\b|\b(?:après|sans) avoir (?:signé|souscrit|accepté)\b[^.;]{0,30}\b(?:confidentialité|secret)\b",
            r"\b(?:accès|accèdent|accède|accéder|traite\w*|autorisées?|réservé)\b",
        ),
        unless=(r"\b(?:auditeurs?|tiers)\b", r"SUBPROCESSOR"),
    ),
    Plain(
        "processing.own_purposes",
        ("lui-même", "elle-même", "propre", "rien d'autre", "aucune autre"),
        (
            r"\b(?:ne |n')[^.;]{0,30}\b(?:emploie|utilise|exploite|traite|sert|servent)\b[^.;]{0,40}\b(?:rien d'autre|aucune autre (?:fin|finalité)|(?:pour|à) (?:lui|elle)-même|(?:son|ses) propres?)\b",
        ),
        value=False,
        unless=(r"SUBPROCESSOR", r"\bsauf\b", r"\binstructions?\b", r"\bCONTROLLER (?:n'utilise|n'emploie|ne traite|n'exploite)\b"),
    ),
    *(
        Plain(
            "breach." + key,
            ("violation", "incident"),
            (_EVENT, _DIT, r"\bCONTROLLER\b", said, *more),
            value=value,
            under=_BREACH,
            unless=(r"{authority}|\bcnil\b", r"\bCONTROLLER (?:notifie|déclare|signale|informe)\b", r"{rights}", r"SUBPROCESSOR", r"\binstruction"),
        )
        for key, value, said, more in (
            ("clock_starts", ("awareness",), r"\b(?:apprend|connaissance de|a connaissance|ait connaissance|prise de connaissance|en a connaissance)\b", (r"\b(?:heures|jours?|délais?|immédiatement)\b",)),
            ("clock_starts", ("observation",), r"\bconstat\w+\b", (r"\b(?:heures|jours?|délais?|immédiatement)\b", r"^(?!.*\bconnaissance\b)")),
            ("deadline", PERIOD, r"\b(?:dans (?:les|un délai)|sous|au plus tard|délai de|maximum)\b[^.;]{0,40}\bheures\b", ()),
            ("wording", "fixed", r"\b(?:dans (?:les|un délai)|sous|au plus tard|délai de|maximum)\b[^.;]{0,40}\bheures\b", ()),
            ("covers", ("personal_data_breach",), r"\bviolations? de données (?:à caractère personnel|personnelles)\b", ()),
        )
    ),
    Plain(
        "breach.channel",
        ("par téléphone",),
        (_EVENT, _DIT, r"\bpar téléphone (?:et|puis|ou|confirmé) (?:\w+ )?par (?:courriel|e-?mail|courrier électronique)\b"),
        value=("phone", "email"),
        under=_BREACH,
    ),
    Plain(
        "requests.assist",
        ("seconder", "seconde", "aide", "soutien", "concours", "assistance"),
        (
            r"\b(?:seconde\w*|aide\w*|soutien|concours|assiste\w*|assistance|appui)\b",
            r"\bdemandes? (?:d'exercice |formulées? |émanant )?(?:des|de|par les|par des) (?:droits? |personnes)\w*|\bpersonnes (?:concernées )?(?:demandent|exercent|font valoir)\b|\barticles 1[2-5] à 2[0-3]\b|{rights}",
            r"\bCONTROLLER\b",
        ),
        unless=(_EVENT, r"{audit}", r"\b(?:facturé\w*|payant\w*)\b"),
    ),
    Plain(
        "requests.deadline",
        ("jours", "jour ", "heures", "semaine"),
        (
            r"\bPROCESSOR dispose de\b[^.;]{0,20}\b(?:jours?|heures|semaines?)\b[^.;]{0,20}\bpour\b[^.;]{0,30}\b(?:assistance|aide|aider|concours)\b|\b(?:assistance|aide|concours)\b[^.;]{0,60}\b(?:fournie|apportée|accordée|donnée)\b[^.;]{0,40}\b(?:sous|dans|au plus tard)\b[^.;]{0,20}\b(?:jours?|heures|semaines?)\b",
        ),
        value=PERIOD,
        under=r"droits|personnes|demandes",
    ),
    Plain(
        "subprocessors.authorisation",
        ("approuvé", "autorisé", "agréé", "accepté", "consenti"),
        (
            r"\bSUBPROCESSOR\b",
            r"\b(?:suppose|exige|requiert|nécessite|n'est possible|n'est permis|implique)\b[^.;]{0,40}\bCONTROLLER\b[^.;]{0,20}\b(?:approuvé|autorisé|agréé|accepté|consenti|accord|autorisation|agrément)\b",
        ),
        value="specific",
        under=_SUBS,
    ),
    Plain(
        "subprocessors.processor_liable",
        ("SUBPROCESSOR",),
        (
            r"\b(?:manquements?|fautes?|faits?|agissements|actes?|défaillances?|inexécution|obligations)\b",
            r"\bimputables? à\b[^.;]{0,6}\bPROCESSOR\b|\bPROCESSOR\b[^.;]{0,80}\b(?:responsable|répond|garant|assume|s'adresser)\b|\bs'adresser (?:à |au )?PROCESSOR\b",
        ),
        under=_SUBS,
        unless=(r"\bn'est (?:pas|aucunement) responsable\b", r"\bne (?:répond|saurait)\b"),
    ),
    Plain(
        "audit.right",
        ("audit", "contrôle"),
        (r"\bCONTROLLER\b[^.;]{0,20}\b(?:a la possibilité de|a le droit de|a droit à|peut|est libre de)\b[^.;]{0,40}\b(?:contrôler|audits?|auditer|vérifier|inspecter)\b",),
        under=_CONTROLE,
        unless=(r"\bne peut\b",),
    ),
    Plain(
        "audit.auditor",
        ("faire procéder", "faire réaliser", "fait procéder"),
        (r"\b(?:procéder|réaliser|effectuer) ou (?:de |à )?(?:faire|fait) (?:procéder|réaliser|effectuer)\b[^.;]{0,12}\bpar un (?:tiers|auditeur|expert)\b",),
        value="controller_or_third_party",
        under=_CONTROLE,
    ),
    Plain(
        "audit.notice",
        ("prévient", "avise", "avertit", "prévenu", "annonce", "averti"),
        (r"\b(?:prévient|avise|avertit|annonce|prévenue?|avertie?|avisée?)\b[^.;]{0,40}\b(?:jours?(?: ouvrés)?|semaines?|mois)\b[^.;]{0,12}\b(?:avant|auparavant|à l'avance|plus tôt)\b|\b(?:jours?|semaines?|mois)\b[^.;]{0,12}\bavant le contrôle\b",),
        value=PERIOD,
        under=_CONTROLE,
        unless=(r"SUBPROCESSOR",),
    ),
    Plain(
        "audit.max_frequency",
        ("par an", "chaque année", "l'an"),
        (r"\b(?:droit à un (?:audit|contrôle)|contrôler|auditer|vérifier|un (?:audit|contrôle))\b[^.;]{0,80}\b(?:par an|une fois (?:chaque|par) année(?: civile)?|une fois l'an|une fois par an)\b",),
        value="P1Y",
        under=_CONTROLE,
        unless=(r"\bau moins\b", r"\bPROCESSOR (?:contrôle|vérifie|fait)\b"),
    ),
    Plain(
        "audit.frequency_basis",
        ("année civile",),
        (r"\b(?:contrôler|auditer|vérifier|audit|contrôle)\b[^.;]{0,80}\bannée civile\b",),
        value="calendar_year",
        under=_CONTROLE,
    ),
    Plain(
        "audit.costs",
        ("manquement", "faute", "défaillance"),
        (
            r"\b(?:audits?|contrôles?)\b",
            rf"\bCONTROLLER\b[^.;]{{0,20}}{_PAIE}|{_PAIE}[^.;]{{0,16}}\bCONTROLLER\b",
            rf"\bPROCESSOR\b[^.;]{{0,80}}{_MANQUEMENT}|{_MANQUEMENT}[^.;]{{0,80}}\bPROCESSOR\b|\bsauf\b[^.;]{{0,40}}{_MANQUEMENT}",
        ),
        value="processor_if_noncompliant",
        under=_CONTROLE,
    ),
    Plain(
        "end.choice_window",
        ("choisit", "choisir", "choix"),
        (r"\bCONTROLLER (?:\w+ )?(?:choisit|choisir|indique)\b[^.;]{0,12}\bdans (?:le|les|un délai)\b[^.;]{0,60}\b(?:suivant|suit|suivent|à compter|après|jours?|mois)\b",),
        value=PERIOD,
        under=_FIN,
    ),
    Plain(
        "end.deadline",
        ("cela doit", "ceci doit", "c'est fait", "doit être fait"),
        (r"\b(?:cela|ceci) (?:doit|devra) être (?:fait|achevé|effectué|accompli)\b[^.;]{0,12}\b(?:dans|sous|avant)\b[^.;]{0,20}\b(?:mois|jours?|semaines?)\b",),
        value=PERIOD,
        under=r"sort|fin\b|restitution|suppression",
    ),
    Plain(
        "end.legal_retention_exception",
        ("loi", "légale", "légal"),
        (
            r"\b(?:conserv\w+|garder|gardés?|archiv\w+)\b[^.;]{0,60}\b(?:la loi|légale?s?|légalement)\b|\b(?:la loi|légale?s?|légalement)\b[^.;]{0,60}\b(?:conserv\w+|garder|gardés?|archiv\w+)\b",
            r"\b(?:sauf|hormis|excepté|exclus|ne sont pas|échappent|à l'exception|sous réserve|impose\w*|oblige\w*|peuvent|peut)\b",
        ),
        under=_FIN,
        unless=(r"\bfrais\b", r"{rights}"),
    ),
    Plain(
        "term.lasts",
        ("suit", "calqu", "alignée", "identique"),
        (rf"\b(?:elle suit|durée (?:suit|est calquée sur|est alignée sur|est identique à))\b[^.;]{{0,20}}(?:{_MAIN})",),
        value="main_agreement",
    ),
    Plain(
        "term.starts",
        ("signé", "signature"),
        (r"^[\W\d]*(?:le |la )?(?:présente? )?(?:contrat|accord|convention|annexe|dpa)\b[^.;]{0,30}\b(?:vigueur|effets?|commence|court|débute)\b[^.;]{0,60}\b(?:signé|signature|signée)\b",),
        value="on_signature",
        unless=(r"\bcontrat principal\b", r"\bfin\b"),
    ),
    Plain(
        "term.precedence",
        ("priorité", "prime", "prévaut", "emporte", "préséance", "s'applique"),
        (rf"(?:{_DPA})[^.;]{{0,30}}\b(?:a priorité|a préséance|prime|prévaut|l'emporte)\b[^.;]{{0,12}}\bsur\b[^.;]{{0,10}}(?:{_MAIN})",),
        value="this_agreement",
    ),
    *(
        Plain(
            key,
            ("modifi",),
            (rf"\bPROCESSOR (?:notifie|annonce|signale|communique)\b[^.;]{{0,80}}\bmodifications?\b[^.;]{{0,30}}(?:{_DPA})|\bPROCESSOR (?:modifie|change|adapte|fait évoluer)\b[^.;]{{0,20}}(?:{_DPA})[^.;]{{0,60}}\bCONTROLLER\b[^.;]{{0,30}}\b(?:sait|informé\w*|averti\w*|avisé\w*|prévenu\w*)\b",),
            value=value,
        )
        for key, value in (("term.amendment", "processor_with_notice"), ("term.amendment_notice", PERIOD))
    ),
    Plain(
        "term.amendment",
        ("modification", "modifiable"),
        (r"\bn'est modifiable que\b[^.;]{0,20}\b(?:écrit|avenant)\b[^.;]{0,40}\bparties\b|\btoute modification\b[^.;]{0,60}\b(?:écrit|avenant)\b[^.;]{0,60}\b(?:signature|signés?|signée|accord) (?:des|par les) (?:deux )?parties\b",),
        value="mutual_written",
        unless=(r"\bmesures\b", r"\bSUBPROCESSOR\b"),
    ),
    Plain(
        "transfers.rule",
        ("transfert",),
        (r"\b(?:autorisation|accord|consentement)\b[^.;]{0,30}\bCONTROLLER\b[^.;]{0,12}\b(?:requise?|nécessaire|exigée?|indispensable)\b[^.;]{0,20}\btout transfert\b[^.;]{0,12}\bhors\b|\b(?:hors|en dehors|à l'extérieur)\b[^.;]{0,60}\btransferts?\b[^.;]{0,30}\b(?:possible|permis|autorisé|licite)\b[^.;]{0,12}\bque si\b[^.;]{0,12}\bCONTROLLER\b[^.;]{0,20}\b(?:autorisé|accepté|approuvé|consenti)\b",),
        value="with_consent",
    ),
    Plain(
        "liability.regime",
        ("responsabilité",),
        (rf"\bresponsabilité\b[^.;]{{0,40}}\b(?:renvoyé|renvoie|renvoient|se référer|relève|relèvent|suit|s'apprécie|s'apprécient|s'entend)\b[^.;]{{0,40}}(?:{_MAIN})",),
        value="main_agreement_terms",
    ),
)  # fmt: skip
