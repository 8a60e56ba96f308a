"""What French paper says in other constructions than the usual ones, as speech.py reads it: passives, nouns for verbs, the exception first."""

from art28.extraction.topics.plain.plain import PERIOD, Plain

_THIS = r"\b(?:le |la |du |au |de la )?(?:présente?s?(?: (?:accord|contrat|convention|dpa|annexe|avenant))?|contrat|accord|convention|dpa)\b"
_MAIN = r"\b(?:contrat|accord|convention)(?: (?:principale?|de services?|de prestations?|cadre))\b|\bcgv\b|\bconditions générales\b|\blettre de mission\b|\bcontrat commercial\b"
_BREACH = r"violation|incident|faille|notification|notific|signal"
_SUBS = r"sous-traitan|SUBPROCESSOR|prestataire"
_CONTROLE = r"audit|contrôle|vérif|inspection"
_FIN = r"fin\b|sort|terme|restitution|suppression|effacement|données|expiration"
_EVENT = r"\bviolations?\b|\bincidents?\b"
_MANQUEMENT = r"\b(?:manquements?|défaillances?|non-conformités?|violations?|fautes?)\b"
_OR_GONE = r"(?:{delete}|\beffacer\b|\bsupprimer\b|\bdétruire\b|\bdestruction\b|\beffacement\b|\bsuppression\b)"
_OR_BACK = r"(?:{return}|\brendre\b|\bremise\b|\bremettre\b|\brestituer\b|\brestitution\b)"
_SIGNED = r"\bsign\w+\b"

WORDINGS = (
    Plain(
        "instructions.only_on_instruction",
        ("instruction",),
        (
            r"\b(?:ne |n')[^.;]{0,40}\b(?:aucun|pas|nul)\b[^.;]{0,30}\btraitement\b[^.;]{0,60}\b(?:demandé|ordonné|prescrit|prévu)\b[^.;]{0,40}\binstructions?\b|"
            r"\bsans (?:\w+ )?instructions?\b[^.;]{0,80}\b(?:ne |n')[^.;]{0,20}\b(?:aucun|pas)\b|\b(?:ne |n')[^.;]{0,40}\btraitement\b[^.;]{0,30}\bsans (?:\w+ )?instructions?\b|"
            r"\bseules? les instructions?\b[^.;]{0,60}\b(?:autoris\w+|permett\w+|fond\w+|justifi\w+)\b",
        ),
        unless=(r"SUBPROCESSOR", r"{audit}", r"{breach}"),
    ),
    Plain(
        "confidentiality.duty",
        ("secrète", "secret", "confidenti"),
        (r"\b(?:tenir|tient|garder|garde|conserver) (?:strictement )?(?:secrètes?|confidentielles?|sous le secret)\b[^.;]{0,40}\bdonnées\b|\bdonnées\b[^.;]{0,60}\b(?:tenues|gardées) (?:secrètes|confidentielles)\b",),
        unless=(r"{staff}[^.;]{0,30}\b(?:tiennent|gardent)\b",),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("engagement de confidentialité", "engagement de secret", "accord de confidentialité", "clause de confidentialité"),
        (
            r"\b(?:fait|faire|a fait) (?:signer|souscrire)\b[^.;]{0,40}\b(?:engagement|accord|clause)\b[^.;]{0,20}\b(?:confidentialité|secret)\b[^.;]{0,20}\b(?:à|par) (?:quiconque|tou\w+|chaque|ses|son|l'ensemble)\b",
        ),
    ),
    Plain(
        "processing.own_purposes",
        ("propre compte", "propres besoins", "propres fins", "propre usage", "usage pour"),
        (
            r"\b(?:ne |n')[^.;]{0,40}\b(?:aucun usage|pas|aucune utilisation)\b[^.;]{0,40}\b(?:pour|à) (?:son|ses|leur|leurs) propres? (?:compte|besoins|fins|usage|intérêt)\b|"
            r"\b(?:interdit|défendu)\b[^.;]{0,60}\b(?:pour|à) (?:son|ses|leur|leurs) propres? (?:compte|besoins|fins|usage|intérêt)\b",
        ),
        value=False,
        unless=(r"SUBPROCESSOR", r"\bsauf\b", r"\bCONTROLLER (?:n'utilise|ne traite|n'exploite)\b"),
    ),
    Plain(
        "security.periodic_review",
        ("une fois l'an", "chaque année", "une fois par an", "tous les ans", "annuellement", "périodiquement", "à intervalles"),
        (
            r"\b(?:une fois l'an|chaque année|une fois par an|tous les ans|annuellement|périodiquement|à intervalles (?:réguliers|fixes|définis))\b",
            r"\b(?:efficacité|efficaces?|mesures)\b",
            r"\b(?:contrôlé\w*|vérifi\w+|évalu\w+|test\w+|revue?s?|contrôle|réexamin\w+)\b",
        ),
        under=r"sécurité|mesures",
        unless=(r"SUBPROCESSOR", r"\bCONTROLLER (?:peut|vérifie|contrôle)\b"),
    ),
    *(
        Plain(
            "breach." + key,
            ("connaissance", "constat"),
            (
                r"\b(?:dispose(?:nt)? (?:de|d'un délai de)|au plus tard|délai|sous|dans les|maximum)\b[^.;]{0,60}\b(?:heures|jours?)\b|\bsans (?:délai|retard)\b",
                _EVENT,
                said,
                r"{inform}|\bportée? à la connaissance\b|\bavertie?\b|\bavisée?\b|\bprévenue?\b|\binformée?\b",
                r"\bCONTROLLER\b",
                *more,
            ),
            value=value,
            under=_BREACH,
            unless=(r"{authority}|\bcnil\b", r"\bCONTROLLER (?:notifie|déclare|signale|informe)\b", r"{rights}", r"SUBPROCESSOR"),
        )
        for key, value, said, more in (
            ("clock_starts", ("awareness",), r"\b(?:(?:a|ait|aura|ont) (?:eu )?connaissance|prise de connaissance|en a connaissance)\b", ()),
            ("clock_starts", ("observation",), r"\b(?:constatation|constaté\w*|constate)\b", (r"^(?!.*\b(?:a|ait|eu) connaissance\b)",)),
            ("deadline", PERIOD, r"\b(?:connaissance|constat\w*)\b", ()),
            ("wording", "fixed", r"\b(?:connaissance|constat\w*)\b", (r"\b(?:heures|jours?)\b",)),
            ("covers", ("personal_data_breach",), r"\b(?:connaissance|constat\w*)\b", (r"\bviolations? de données\b",)),
        )
    ),
    *(
        Plain(
            "breach.channel",
            (word,),
            (rf"\bCONTROLLER\b[^.;]{{0,20}}\b(?:avertie?|avisée?|informée?|prévenue?)\b[^.;]{{0,60}}\bpar {said}\b", rf"{_EVENT}"),
            value=value,
            under=_BREACH,
        )
        for word, said, value in (
            ("par téléphone puis par courriel", "téléphone puis par (?:courriel|e-?mail|courrier électronique)", ("phone", "email")),
            ("par téléphone, puis par courriel", "téléphone puis par (?:courriel|e-?mail|courrier électronique)", ("phone", "email")),
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
    Plain(
        "requests.assist",
        ("donner suite", "compter sur", "répondre"),
        (
            r"\b(?:permettre|met(?:tre)? en mesure|compter sur l'aide|bénéficie de l'aide|aider?)\b[^.;]{0,80}\b(?:donner suite|répondre)\b",
            r"\bpersonnes concernées\b|\barticles 1[2-5] à 2[0-3]\b|{rights}",
            r"\bCONTROLLER\b",
        ),
        unless=(r"{breach}", r"{audit}"),
    ),
    Plain(
        "requests.deadline",
        ("jours", "jour ", "heures", "semaine"),
        (
            r"\b(?:sous|dans les|dans un délai de|au plus tard)\b[^.;]{0,30}\b(?:jours?|heures|semaines?)\b",
            r"\b(?:assistance|demandes? d'assistance|aide|concours)\b",
            r"\bPROCESSOR (?:apporte|répond|fournit|prête|intervient|accorde)\b",
        ),
        value=PERIOD,
        under=r"droits|personnes|demandes",
        unless=(r"{breach}", r"{audit}"),
    ),
    Plain(
        "subprocessors.authorisation",
        ("agrément", "accord écrit", "autorisation", "accord préalable"),
        (
            r"\b(?:recours|appel) (?:à|au)\b[^.;]{0,30}\bSUBPROCESSOR\b[^.;]{0,40}\b(?:subordonné|soumis|conditionné)\b[^.;]{0,60}\b(?:agrément|accord|autorisation)\b|"
            r"\bavant de\b[^.;]{0,60}\bSUBPROCESSOR\b[^.;]{0,40}\b(?:doit|devra)\b[^.;]{0,30}\b(?:obtenu|obtenir|recueilli|recueillir|sollicité)\b[^.;]{0,30}\b(?:agrément|accord|autorisation)\b",
        ),
        value="specific",
        unless=(r"\bgénérale?\b",),
    ),
    Plain(
        "subprocessors.objection",
        ("désaccord", "refuser", "s'opposer", "contester"),
        (
            r"\bCONTROLLER\b[^.;]{0,80}\b(?:peut|pourra|a la faculté de|est en droit de)\b[^.;]{0,60}\b(?:désaccord|refuser|contester|s'y opposer|s'opposer)\b|\bmotif\b[^.;]{0,30}\bde refuser\b[^.;]{0,40}\bil peut le faire (?:savoir|connaître)\b|\bfaire (?:connaître|savoir) (?:son|sa|ses) (?:désaccord|refus|opposition|objections?)\b",
        ),
        under=_SUBS,
        unless=(r"\bne peut\b", r"\bne pourra\b"),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("répond", "garant", "responsabilité"),
        (
            r"\bPROCESSOR\b[^.;]{0,12}\b(?:répond|est garant|se porte garant)\b[^.;]{0,60}\bSUBPROCESSOR\b[^.;]{0,40}\bcomme (?:de son propre fait|pour (?:lui|elle)-même|des siens|des siennes|s'il s'agissait)\b",
        ),
    ),
    *(
        Plain(
            "audit.notice",
            ("prévenir", "annoncer", "aviser", "avertir", "annoncé"),
            (r"\b(?:prévenir|annoncer|aviser|avertir|annoncée?)\b[^.;]{0,40}\b(?:jours?(?: ouvrés)?|semaines?|mois)\b[^.;]{0,6}\b(?:auparavant|avant|à l'avance|au préalable|plus tôt)\b",),
            value=PERIOD,
            under=_CONTROLE,
            unless=(r"SUBPROCESSOR",),
        ),
        Plain(
            "audit.max_frequency",
            ("fois l'an", "par an", "annuel"),
            (r"\b(?:audit|contrôle)\b[^.;]{0,40}\b(?:une fois l'an|une fois par an)\b",),
            value="P1Y",
            under=_CONTROLE,
            unless=(r"\bau moins\b",),
        ),
        Plain(
            "audit.costs",
            ("frais", "charge", "payé"),
            (
                r"\b(?:audit|sur place|contrôle)\b[^.;]{0,180}(?:\bà (?:la charge|ses frais|charge)\b[^.;]{0,12}\bCONTROLLER\b|\baux frais\b[^.;]{0,6}\bCONTROLLER\b)|\bCONTROLLER\b[^.;]{0,160}\b(?:d'en supporter|et en supporte|en supporter)\b[^.;]{0,12}\b(?:frais|coûts?)\b",
            ),
            value="controller",
            under=_CONTROLE,
            unless=(r"\b(?:sauf|à moins)\b[^.;]{0,40}" + _MANQUEMENT, r"\bPROCESSOR\b[^.;]{0,30}\b(?:supporte|paie|prend)\b"),
        ),
        Plain(
            "audit.costs",
            ("pay", "incombe", "supporte", "charge"),
            (
                r"\b(?:audits?|contrôles?)\b",
                r"\b(?:est|sont) payés? par (?:la |le )?CONTROLLER\b|\b(?:incombe|incombent) (?:à la |au |à )?CONTROLLER\b|\bCONTROLLER (?:paie|supporte|prend)\b|\bà la charge (?:de la |du |de )?CONTROLLER\b",
                rf"\b(?:à moins qu|sauf)\w*'?[^.;]{{0,60}}{_MANQUEMENT}|;[^.;]{{0,30}}{_MANQUEMENT}[^.;]{{0,80}}\b(?:PROCESSOR|elle|lui|il)\b[^.;]{{0,20}}\b(?:paie|supporte|prend|assume)\b",
            ),
            value="processor_if_noncompliant",
            under=_CONTROLE,
        ),
    ),
    *(
        Plain(
            key,
            ("choisir", "indique", "choix", "fait savoir", "fait connaître", "décide"),
            (
                r"\bCONTROLLER\b[^.;]{0,60}\b(?:choisir entre|indique\b[^.;]{0,40}\bs'il doit|fait (?:savoir|connaître)\b[^.;]{0,30}\bs'il doit|décide\b[^.;]{0,12}\bsi)\b",
                _OR_BACK,
                _OR_GONE,
            ),
            value=value,
            under=_FIN,
        )
        for key, value in (("end.data", "controller_chooses"), ("end.choice_window", PERIOD))
    ),
    Plain(
        "end.deadline",
        ("y procède", "achevée", "s'exécute", "l'opération"),
        (r"\b(?:y procède|s'exécute|l'opération est (?:achevée|terminée|effectuée)|est (?:achevée|exécutée|accomplie))\b[^.;]{0,40}\b(?:mois|jours?|semaines?)\b",),
        value=PERIOD,
        under=r"sort|fin\b|restitution|suppression|terme",
        unless=(r"{breach}", r"{rights}"),
    ),
    Plain(
        "end.legal_retention_exception",
        ("loi", "légal"),
        (r"\b(?:hormis|excepté|sauf|à l'exception de|sous réserve de)\b[^.;]{0,40}\b(?:la loi|légales?)\b[^.;]{0,30}\b(?:oblige|impose|exige|conserv\w+|garder)\b",),
        under=_FIN,
    ),
    Plain(
        "term.starts",
        ("sign",),
        (
            rf"\b(?:le )?(?:présent )?(?:contrat|accord) (?:commence|prend effet|débute|entre en vigueur|court)\b[^.;]{{0,40}}{_SIGNED}|"
            rf"^[\W\d]*sa {_SIGNED}[^.;]{{0,40}}\b(?:fait entrer|emporte|déclenche|marque)\b[^.;]{{0,30}}\b(?:vigueur|effet)\b",
        ),
        value="on_signature",
        unless=(r"\bcontrat principal\b",),
    ),
    Plain(
        "term.lasts",
        ("aussi longtemps", "dure autant", "durée", "autant que"),
        (
            rf"\b(?:aussi longtemps que|tant que|dure autant que)\b[^.;]{{0,12}}(?:{_MAIN})|^[\W\d]*(?:il |elle )?(?:dure|vaut) autant que\b[^.;]{{0,6}}(?:{_MAIN})|"
            rf"^[\W\d]*(?:sa|la) durée est (?:celle|identique à celle)\b[^.;]{{0,6}}\b(?:de la |du |de )(?:{_MAIN})",
        ),
        value="main_agreement",
        under=r"durée|terme|description|vigueur|objet",
        unless=(r"{secrecy}", r"\bconserv\w+"),
    ),
    Plain(
        "term.precedence",
        ("contred", "contraire", "autre chose", "diverg", "dernier"),
        (
            rf"\bsi (?:{_MAIN})[^.;]{{0,12}}\b(?:contredi\w+|di(?:t|sent) autre chose|diverge\w*|prévoi\w+ autre chose)\b[^.;]{{0,120}}\bc'est (?:ce(?:lui-ci| dernier)|cette dernière|{_THIS})\b[^.;]{{0,12}}\bqui (?:s'applique|fait foi|prévaut|l'emporte|prime)\b|"
            rf"\bsi (?:la |le |les )?(?:{_MAIN})[^.;]{{0,140}}\bc'est (?:ce dernier|celui-ci|{_THIS})[^.;]{{0,12}}\b(?:s'applique|fait foi|prévaut|l'emporte|prime)\b",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.amendment",
        ("modifi",),
        (
            r"\bne (?:peut|peuvent|pourra|saurait) être (?:modifiée?|changée?)\b[^.;]{0,20}\bque par\b[^.;]{0,30}\b(?:avenant|écrit|document)\b[^.;]{0,60}\bparties\b|"
            r"\baucune modification\b[^.;]{0,40}\b(?:valable|opposable|effet)\b[^.;]{0,20}\bsans\b[^.;]{0,20}\b(?:écrit|avenant|accord)\b[^.;]{0,30}\bparties\b",
        ),
        value="mutual_written",
        unless=(r"\bmesures\b",),
    ),
    Plain(
        "term.amendment",
        ("modification",),
        (
            r"\bCONTROLLER (?:est|sera) (?:informée?|avisée?|prévenue?|avertie?)\b[^.;]{0,60}\bmodifications?\b[^.;]{0,30}\b(?:du|de|au|des) (?:la )?(?:présente?s?(?: \w+)?|dpa|contrat|accord|annexe)\b",
        ),
        value="processor_with_notice",
        unless=(r"\bmesures\b", r"SUBPROCESSOR"),
    ),
    Plain(
        "transfers.rule",
        ("transfér", "transfert"),
        (
            r"\bpour (?:transférer|tout transfert)\b[^.;]{0,60}\bhors\b[^.;]{0,80}\b(?:doit|devra)\b[^.;]{0,30}\b(?:autorisée?|l'accord|l'autorisation)\b[^.;]{0,30}\bCONTROLLER\b",
        ),
        value="with_consent",
    ),
    Plain(
        "liability.regime",
        ("responsabilité", "limites", "plafond"),
        (
            r"\b(?:responsabilité|indemnis\w+)\b",
            rf"\b(?:limites?|plafonds?|règles|stipulations|clauses)\b[^.;]{{0,30}}\b(?:fixé\w+|prévu\w+|défini\w+|stipulé\w+)\b[^.;]{{0,12}}\b(?:au|dans|par)\b[^.;]{{0,6}}(?:{_MAIN})[^.;]{{0,20}}\bs'appliquent\b",
        ),
        value="main_agreement_terms",
    ),
)  # fmt: skip
