"""What French agreements say in turns of their own, as speech.py reads it."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import PERIOD, Plain

_BREACH = r"violation|incident|faille|notification"
_MAIN = r"(?:contrat|accord)(?: (?:principal|de (?:services?|prestations?)\w*))?|conditions générales"
_THIS = r"(?:(?:le |la |les |du |au |aux |des |de la )?présente?s?(?: (?:accord|contrat|convention|conditions|annexe|clauses|avenant|dpa))?|cet accord|cette annexe)"

CONTRACTS = (
    Plain(
        "term.amendment",
        ("préavis", "informé", "avertissant"),
        (
            r"\bPROCESSOR (?:peut|pourra|se réserve le droit de)\b[^.;]{0,12}\b(?:la|le|les|modifier|faire évoluer)\b[^.;]{0,12}\b(?:modifier|annexe|accord|contrat|clauses|moyennant)\b[^.;]{0,40}\bpréavis\b",
        ),
        value="processor_with_notice",
        unless=(r"{measures}|SUBPROCESSOR", r"\brésili\w+"),
    ),
    Plain(
        "term.precedence",
        ("prévaut", "prévalent", "prime"),
        (
            rf"{_THIS}\b[^.;]{{0,120}}\bet (?:prévaut|prévalent|priment?|l'emportent?)\b[^.;]{{0,6}}\bsur (?:celles-ci|celui-ci|celle-ci|ces dernières|ce dernier|le contrat|les conditions)\b",
        ),
        value="this_agreement",
    ),
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
        "security.measures_change",
        ("qu'après",),
        (
            r"\bne (?:peut|pourra|saurait)\b[^.;]{0,12}\b(?:modifier|changer|faire évoluer)\b[^.;]{0,20}\bqu'après (?:en )?avoir (?:préalablement )?(?:informé|averti|avisé|prévenu)\b[^.;]{0,12}\bCONTROLLER\b",
        ),
        value="processor_with_notice",
        under=r"sécurité|mesures",
    ),
    Plain(
        "security.periodic_review",
        ("revoit", "réexamine", "réévalue", "actualise", "les teste", "met à jour"),
        (
            r"\b(?:il|elle|PROCESSOR) (?:les )?(?:revoit|réexamine|réévalue|teste|vérifie)\b[^.;]{0,30}\b(?:tous les|toutes les|chaque|une fois par|deux fois par)\b[^.;]{0,12}\b(?:ans?|année|mois|semestre|trimestre)\b",
        ),
        under=r"sécurité|mesures",
    ),
    Plain(
        "instructions.legal_exception",
        ("légale", "loi", "droit"),
        (
            r"\b(?:à moins qu|sauf (?:si|lorsqu))\w*'? ?[^.;]{0,40}\b(?:disposition|obligation|exigence|règle|loi|droit)\w*\b[^.;]{0,40}\b(?:oblig\w*|impos\w*|exig\w*|contrai\w*|requi\w*)\b|"
            r"\bsi PROCESSOR est (?:tenu|obligé|contraint)e? de procéder à (?:un|ce) traitement\b[^.;]{0,40}\b(?:disposition|droit|loi)\w*\b",
        ),
        unless=(r"{delete}", r"{keep}", r"{breach}", r"{secrecy}"),
    ),
    Plain(
        "processing.own_purposes",
        ("aucune autre finalité", "propres besoins", "propre compte"),
        (
            r"\b(?:n'utilise|ne traite|n'exploite)\b[^.;]{0,30}\bdonnées\b[^.;]{0,12}\b(?:pour|à) aucune autre (?:finalité|fin)\b",
        ),
        value=False,
    ),
    Plain(
        "processing.own_purposes",
        ("aucune autre fin",),
        (
            r"\bdonnées\b[^.;]{0,20}\bne (?:sont|seront|peuvent être) (?:utilisées|traitées|exploitées) à aucune autre fin\w*\b",
        ),
        value=False,
    ),
    Plain(
        "processing.own_purposes",
        ("anonymis", "agrégé"),
        (
            r"\bPROCESSOR (?:peut|pourra|est autorisé)\b[^.;]{0,40}\bdonnées\b[^.;]{0,30}\b(?:anonymis|agrégé)\w*\b[^.;]{0,30}\b(?:améliorer|amélioration|statistiques?)\b",
        ),
    ),
    Plain(
        "security.measures_change",
        ("sans en avoir",),
        (
            r"\bne les modifie(?:ra)? pas sans en avoir (?:préalablement )?(?:informé|averti|avisé|prévenu) (?:le |la )?CONTROLLER\b",
            r"\bmesures\b",
        ),
        value="processor_with_notice",
        strength=Strength.EXPRESS,
    ),
    Plain(
        "security.measures_change",
        ("modification", "évolution", "changement"),
        (
            r"\bPROCESSOR (?:informe|avise|avertit|notifie) (?:le |la )?CONTROLLER\b[^.;]{0,30}\b(?:modification|évolution|changement)s?\b[^.;]{0,30}\bmesures (?:de sécurité|techniques)\b",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "security.periodic_review",
        ("intrusion", "restauration", "vulnérabilité", "audit"),
        (
            r"\b(?:tests?|audits?|scans?) (?:d'intrusion|de restauration|de pénétration|de vulnérabilités?|de sécurité)\b[^.;]{0,40}\b(?:chaque année|annuels?|semestriels?|trimestriels?|tous les ans|une fois par an|réguli\w+)\b",
        ),
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
        "requests.assist",
        ("coopère", "collabore", "aide", "assiste", "concours"),
        (
            r"\bPROCESSOR (?:coopère|collabore|travaille) avec (?:le |la )?CONTROLLER\b[^.;]{0,40}\b(?:répondre|exercice d\w+ droits?|droits? d)\b|"
            r"\b(?:elle|il) (?:coopère|collabore) avec (?:le |la )?CONTROLLER pour y répondre\b",
        ),
    ),
    Plain(
        "requests.assist",
        ("pour répondre",),
        (
            r"\b(?:PROCESSOR|il|elle) (?:fournit|remet|transmet|communique)\b[^.;]{0,80}\bCONTROLLER\b[^.;]{0,20}\bpour répondre\b",
        ),
        under=r"droits|personnes|demandes",
    ),
    Plain(
        "requests.deadline",
        ("pour répondre",),
        (
            r"\b(?:PROCESSOR|il|elle) (?:fournit|remet|transmet|communique)\b[^.;]{0,12}\b(?:sous|dans|en)\b[^.;]{0,80}\bCONTROLLER\b[^.;]{0,20}\bpour répondre\b",
        ),
        value=PERIOD,
        under=r"droits|personnes|demandes",
    ),
    Plain(
        "requests.handling",
        ("invitée",),
        (
            r"\bpersonnes? concernées?\b[^.;]{0,40}\bPROCESSOR\b[^.;]{0,12}\binvitées? à s'adresser (?:au |à )CONTROLLER\b",
        ),
        value="forward",
    ),
    Plain(
        "assistance.prior_consultation",
        ("consultation",),
        (
            r"\b(?:PROCESSOR|elle|il) (?:coopère|collabore|assiste|aide)\b[^.;]{0,20}\bCONTROLLER\b[^.]{0,120}\bconsultations? préalables?\b",
        ),
    ),
    Plain(
        "assistance.dpia",
        ("impact",),
        (
            r"\b(?:PROCESSOR|elle|il) (?:coopère|collabore|assiste|aide)\b[^.;]{0,20}\bCONTROLLER\b[^.]{0,120}\banalyses? d'impact\b",
        ),
    ),
    Plain(
        "assistance.costs",
        ("facturée", "facturé"),
        (r"\b(?:cette|ladite) (?:assistance|aide)\b[^.;]{0,20}\b(?:est|sera) facturée\b",),
        value="controller",
        under=r"assist|aide|concours|coopér",
    ),
    Plain(
        "subprocessors.change_notice",
        ("reçoit",),
        (
            r"\bCONTROLLER reçoit\b[^.;]{0,30}\bavant (?:tout|chaque) (?:changement|ajout|remplacement)\b[^.;]{0,12}\bSUBPROCESSOR\b",
        ),
    ),
    Plain(
        "subprocessors.change_notice",
        ("SUBPROCESSOR",),
        (
            r"\b(?:ajout|remplacement|changement|recours)\b[^.;]{0,40}\bSUBPROCESSOR\b[^.;]{0,20}\b(?:est|sont|sera|seront) (?:\w+ )?(?:notifié|annoncé|communiqué|signalé|porté)\w*\b[^.;]{0,20}\bCONTROLLER\b",
        ),
    ),
    Plain(
        "transfers.rule",
        ("repose", "reposent", "fondé"),
        (
            r"\btransferts?\b[^.;]{0,30}\bpays tiers\b[^.;]{0,12}\b(?:repose|reposent|est fondé|sont fondés)\b[^.;]{0,12}\b(?:décision d'adéquation|clauses contractuelles types|garanties appropriées)\b",
        ),
        value="with_safeguards",
        unless=(r"{consent}",),
    ),
    Plain(
        "transfers.rule",
        ("n'en sortent pas", "ne quittent pas", "ne sortent pas"),
        (
            r"\bdonnées\b[^.;]{0,80}\b(?:union européenne|espace économique européen|eee|ue)\b[^.;]{0,12}\bn'en sortent pas\b",
        ),
        value="not_outside_eea",
    ),
    Plain(
        "transfers.rule",
        ("garanties", "clauses contractuelles"),
        (
            r"\ben cas de transfert\b[^.;]{0,40}\b(?:hors|en dehors|vers un pays tiers|pays tiers)\b[^.;]{0,60}\b(?:garanties (?:appropriées|adéquates)|clauses contractuelles types)\b",
        ),
        value="with_safeguards",
        unless=(r"{consent}",),
    ),
    Plain(
        "transfers.region",
        ("territoire",),
        (r"\b(?:uniquement|exclusivement|seulement)\b[^.;]{0,12}\bsur le territoire de l'union européenne\b",),
        value="EU",
        unless=(r"\bespace économique\b",),
    ),
    Plain(
        "audit.max_frequency",
        ("fois par an", "par année", "par an"),
        (
            r"\b(?:audits?|inspections?|contrôles?)\b[^.;]{0,40}\b(?:limitée?s? à|plus d'|au plus|dans la limite d'|à raison d')[^.;]{0,4}\b(?:un|une|1)(?: seul)?(?: fois| audit)? par (?:an|année)\b",
        ),
        value="P1Y",
    ),
    Plain(
        "end.data",
        ("demande",),
        (
            r"\bPROCESSOR (?:restitue|renvoie|remet|fournit)\b[^.;]{0,40}\bCONTROLLER\b[^.;]{0,12}\bsi (?:celui-ci|ce dernier|CONTROLLER) (?:le|la|en fait la) demande\b[^.]{0,80}(?:{delete})",
        ),
        value="return_on_request_then_delete",
    ),
    Plain(
        "end.deadline",
        ("qui suit", "qui suivent", "suivant"),
        (
            r"^[\W\d]*dans (?:le mois|les [^.;,]{3,20}) (?:qui sui(?:t|vent)|suivant) (?:la fin|l'expiration|le terme|la résiliation)\b[^.;]{0,60}(?:{return}|{delete})",
        ),
        value=PERIOD,
    ),
    Plain(
        "term.amendment",
        ("avenant",),
        (r"\b(?:modification|changement)s?\b[^.;]{0,60}\b(?:fait|faire|font|feront|fera) l'objet d'un avenant\b",),
        value="mutual_written",
        unless=(r"\bmesures\b", r"SUBPROCESSOR"),
    ),
    Plain(
        "term.amendment",
        ("modifié",),
        (rf"\b(?:elle|il|{_THIS}) ne peu\w+ être modifiée?s? que par (?:voie d')?(?:avenant|écrit)\b",),
        value="mutual_written",
        unless=(r"\bmesures\b",),
    ),
    Plain(
        "term.starts",
        ("prend effet", "prennent effet"),
        (
            rf"\b{_THIS} pren\w+ effet (?:à|au|dès)\b[^.;]{{0,30}}\b(?:notification|signature|date d'effet|entrée en vigueur) (?:du|de la|de l')\b[^.;]{{0,4}}(?:marché|contrat)\b",
        ),
        value="with_main_agreement",
    ),
    Plain(
        "term.lasts",
        ("s'éteint", "cesse", "prend fin"),
        (rf"\b{_THIS}\b[^.;]{{0,80}}\b(?:s'éteint|cesse|prend fin) avec (?:lui|celui-ci|le marché|le contrat)\b",),
        value="main_agreement",
    ),
    Plain(
        "term.precedence",
        ("prime", "prévaut", "emporte"),
        (
            r"\ben cas de (?:discordance|contradiction|divergence|conflit|contrariété),? (?:elle|il) (?:prime|prévaut|l'emporte)(?: sur)? (?:le |la |les )",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.precedence",
        ("préval", "prim", "emporte"),
        (
            rf"\b{_THIS} (?:prévaut|prime|l'emporte) sur toute\b[^.;]{{0,30}}\b(?:{_MAIN})\b|\b{_THIS}\b[^.;]{{0,20}}\b(?:prévalent|prévaut|prévaudr\w+|priment|prime|l'emporte(?:nt)?) sur\b[^.;]{{0,20}}\b(?:{_MAIN})\b|"
            rf"\b(?:elles|elle|il|ils) (?:prévalent|prévaut|prévaudr\w+|priment|prime|l'emporte(?:nt)?) sur\b[^.;]{{0,20}}\b(?:{_MAIN})\b[^.;]{{0,60}}\bdonnées\b",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.lasts",
        ("aussi longtemps", "tant que"),
        (
            rf"\b{_THIS}\b[^.;]{{0,20}}\b(?:s'appliquent?|restent?|demeurent?|dure\w*|produi\w+)\b[^.;]{{0,40}}\b(?:aussi longtemps qu|tant qu)[e']? ?PROCESSOR (?:traite|détient|conserve|a accès)\b",
        ),
        value="while_processing",
    ),
    Plain(
        "liability.regime",
        ("limitations", "plafond", "exclusions"),
        (
            rf"\b(?:limitations?|plafonds?|exclusions?)\b[^.;]{{0,30}}\bresponsabilité\b[^.;]{{0,30}}\b(?:prévue?s?|stipulée?s?|figurant|définie?s?|convenue?s?)\b[^.;]{{0,12}}\b(?:{_MAIN})\b[^.;]{{0,20}}\b(?:s'applique|s'appliquent|sont applicables|valent)\b",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "liability.claim_period",
        ("réclamation", "action", "demande"),
        (
            r"\b(?:réclamation|action|demande)s?\b[^.;]{0,30}\b(?:formée?s?|introduite?s?|engagée?s?|présentée?s?|intentée?s?)\b[^.;]{0,20}\bdans (?:un délai|l[ae])\b[^.;]{0,50}\b(?:fait|dommage|survenance|connaissance)\w*\b",
        ),
        value=PERIOD,
        unless=(r"{rights}",),
    ),
)
"""What a plain French sentence settles."""
