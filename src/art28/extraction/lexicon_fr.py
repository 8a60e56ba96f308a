"""French words for the concepts that cues are written in; lower case, the parties' roles in capitals."""

from collections.abc import Mapping
from types import MappingProxyType

FRENCH: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "inform": (
            r"\binform\w*", r"\bnotifi\w*", r"\bsignal\w*", r"\bavert\w*", r"\bcommuniqu\w*", r"\bavise\w*", r"\bprév(?:ien|en)\w*", r"\bfait part\b",
            r"\bporte … \bconnaissance\b", r"\balert\w*",
        ),
        "assist": (
            r"\bassist\w*", r"\baide\w*", r"\bcoopér\w*", r"\bconcours\b", r"\bmet à (?:sa |la )?disposition\b", r"\bcollabor\w*", r"\bparticip\w*", r"\bsoutien\w*",
        ),
        "instruction": (r"\binstructions?\b",),
        "an_instruction": (r"\binstructions?\b",),
        "only": (r"\buniquement\b", r"\bexclusivement\b", r"\bseul\w*", r"\bque sur\b", r"\bconformément aux\b"),
        "unless": (r"\bsauf\b", r"\bà moins\b", r"\bexcepté\b"),
        "law_demands": (
            r"\b(?:droit|loi|législation|légale?) … (?:oblig\w*|impos\w*|exig\w*)",
            r"\b(?:oblig\w*|tenu\w*|exig\w*) … (?:droit|loi|légale?)\b",
            r"\b(?:loi|droit) … \b(?:contrain\w*|impos\w*)", r"\btenue? de … \b(?:en vertu d|droit|loi)\w*",
        ),
        "infringes": (
            r"\bviol\w*", r"\bcontraire\b", r"\benfrein\w*", r"\binfraction\b", r"\bincompatible\b", r"\bnon conforme\b", r"\billicite\b",
        ),
        "secrecy": (
            r"\bconfidentialit\w*", r"\bsecret\b", r"\bconfidentiel\w*", r"\bdiscrétion\b",
        ),
        "staff": (
            r"\bpersonnes?\b", r"\bpersonnel\b", r"\bsalariés?\b", r"\bcollaborateurs?\b", r"\bcollaboratrices\b", r"\bemployés?\b", r"\bpréposés\b",
        ),
        "bound": (
            r"\bengag\w*", r"\bsoumis\w*", r"\bobligation\w*", r"\btenu\w*", r"\bastrei\w*", r"\bsign(?:é|e|ent|ée)\b", r"\bclauses?\b",
        ),
        "measures": (r"\bmesures\b", r"\bsécurité\b"),
        "security_object": (r"\bmesures\b", r"\bsécurité\b", r"\befficacité\b"),
        "review": (r"\bévalu\w*", r"\btest\w*", r"\bréexam\w*", r"\banalys\w*", r"\baudit\w*"),
        "regularly": (
            r"\brégulièrement\b", r"\bréguli\w*", r"\bpériodi\w*", r"\bannuel\w*", r"\btous les (?:\w+ )?(?:ans|mois)\b", r"\bchaque (?:année|semestre|trimestre|mois)\b", r"\b(?:une|deux) fois par an\b", r"\bannuelle\w*",
        ),
        "described": (
            r"\bdécrit\w*", r"\bdescription\b", r"\bsuivantes\b", r"\bprécis\w*", r"\bfigur\w*", r"\bnotamment\b",
            r"\bdécrite?s\b",
        ),
        "annex": (r"\bannexes?\b", r"\bci-dessous\b", r"\bci-après\b"),
        "breach": (r"\bviolations?\b", r"\bincidents?\b"),
        "authority": (r"\bautorités?\b", r"\bcnil\b", r"\barticle 33\b"),
        "people": (r"\bpersonnes? concernées?\b",),
        "awareness": (r"\bconnaissance\b",),
        "discovery": (r"\bdécouv\w*", r"\bdécouvr\w*", r"\bdétect\w*"),
        "observation": (r"\bconstat\w*", r"\bobserv\w*"),
        "follow_up": (
            r"\b(?:informations?|éléments?|précisions?) (?:complémentaires?|supplémentaires?|nouve\w+)\b", r"\bau fur et à mesure\b", r"\btien\w* … \binformée?\b", r"\btenir … \binformée?\b",
            r"\béchelonnée?\b", r"\bde (?:suivi|l'évolution|l'avancement)\b", r"\bcomplét\w* (?:sa|la|cette) notification\b", r"\brapport (?:complet|final)\b",
        ),
        "register": (r"\bregistre\b", r"\bconsigne\w*", r"\bdocumente\w*", r"\bjournal\b"),
        "consults": (
            r"\b(?:concert|consult)\w* … PROCESSOR\b", r"\bPROCESSOR … \b(?:consulté|concerté)e?\b", r"\baccord d[ue] PROCESSOR\b", r"\bavis d[ue] PROCESSOR\b",
        ),
        "publicity": (r"\bpubli\w*", r"\bpresse\b", r"\bmédias?\b", r"\btiers\b", r"\bcommuniqu\w*"),
        "request": (r"\bdemandes?\b",),
        "rights": (
            r"\bdroits? des personnes\b", r"\bexercice … droits?\b", r"\bdemandes? … personnes? concernées?\b",
            r"\bchapitre iii\b",
            r"\bdroits? des? (?:la )?personnes?\b", r"\bpersonnes?\b … \bexerc\w* … \bdroits?\b", r"\bexerc\w* (?:leurs|ses) droits\b", r"\bdemandes? d(?:e l\'|\'|e )(?:exercice|accès|rectification|effacement)\b",
        ),
        "forward": (
            r"\btransm\w*", r"\badress\w*", r"\bredirig\w*", r"\bfait suivre\b", r"\brenv(?:oie|oyer)\b",
        ),
        "dpia": (r"\banalyses? d'impact\b", r"\baipd\b", r"\barticle 35\b"),
        "prior_consultation": (r"\bconsultation préalable\b", r"\barticle 36\b"),
        "articles_32_36": (r"\barticles 32 à 36\b",),
        "sub": (
            r"SUBPROCESSOR", r"\bautre\w* PROCESSOR\b", r"\btiers\b",
            r"\bautres (?:prestataires|entreprises|sociétés)\b",
        ),
        "engage": (
            r"\bfaire appel\b", r"\brecour\w*", r"\brecrut\w*", r"\bajout\w*", r"\bremplace\w*",
            r"\bfait appel\b", r"\bsous-trait(?:er|e|ance)\b", r"\bconfier\b", r"\bfaire intervenir\b",
            r"\brecours\b", r"\bengager\b",
        ),
        "new_sub": (
            r"\bnouveau\w*", r"\bchangement\w*", r"\bajout\w*", r"\bremplace\w*", r"\bmodification\w*",
            r"\bnouve(?:au|l|lle)\w*", r"\bmodifi\w*", r"\bsubstitu\w*", r"\benvisag\w*",
        ),
        "general_consent": (
            r"\bautorisation (?:\w+ ){0,2}générale\b", r"\bautorisation générale\b",
            r"\bautoris\w+ (?:\w+ ){0,3}?de (?:façon|manière) générale\b",
            r"\bde (?:façon|manière) générale … autoris\w+",
        ),
        "specific_consent": (
            r"\bautorisation (?:\w+ ){0,3}spécifique\b",
            r"\b(?:ne|aucun) … \bsans (?:l')?(?:\w+ ){0,4}(?:autorisation|accord|consentement)\b",
            r"\b(?:soumis\w*|subordonn\w+) … (?:autorisation|accord|consentement)\b",
            r"\bseulement … (?:autorisation|accord)\b", r"\bsans … (?:autorisation|accord) … (?:préalable|écrit)\w*",
            r"\brequiert … (?:autorisation|accord)\b", r"\b(?:qu'|que ?)(?:avec|après) … (?:autorisation|accord)\b",
        ),
        "consent": (r"\bautoris\w*", r"\baccord\b", r"\bconsent\w*"),
        "objection": (
            r"\bobjections?\b", r"\boppos\w*",
            r"\bcontest\w*", r"\bs'y oppos\w*",
        ),
        "announce": (
            r"\bannonc\w*", r"\bpubli\w*", r"\bporte\w* à la connaissance\b", r"\bprévien\w*", r"\bpréavis\b",
        ),
        "beforehand": (
            r"\bà l'avance\b", r"\bpréalable\w*", r"\bavant\b", r"\bpréavis\b",
        ),
        "same": (
            r"\bmêmes\b", r"\béquivalent\w*", r"\bau moins\b",
            r"\bmême\b", r"\bidentiques?\b", r"\bpas moins\b", r"\bsimilaires?\b", r"\bcomparables?\b",
        ),
        "duties": (
            r"\bobligations\b", r"\bgaranties\b", r"\bexigences\b",
            r"\bengagements\b", r"\bconditions\b", r"\bniveau de protection\b", r"\brègles\b", r"\bclauses\b",
        ),
        "this_contract": (
            r"\b(?:du|le|au|ce|cet|cette|la|de la) (?:présente?|présent) (?:accord|contrat|convention|annexe)\b",
            r"\bprésent(?:e|es)? (?:accord|contrat|convention|annexe|clauses)\b", r"\baux présentes\b",
            r"\bdes présentes\b", r"\bce (?:contrat|document)\b", r"\bcet accord\b",
        ),
        "held_to": (
            r"\btenus? de\b", r"\brespect\w*", r"\bimpos\w*", r"\bsoumis\w*", r"\blié\w*", r"\bs'engage\w*",
        ),
        "liable": (
            r"\bresponsable\b", r"\bresponsabilité\b",
            r"\brépond\w*",
        ),
        "may": (
            r"\bpeut\b", r"\bpeuvent\b", r"\best autorisé\b", r"\best en droit\b", r"\ba le droit\b",
        ),
        "contract": (
            r"\bcontrats?\b", r"\baccords?\b",
        ),
        "inspect": (
            r"\bcopies?\b", r"\bconsult\w*", r"\bcommuniqu\w*",
        ),
        "audit": (r"\baudits?\b", r"\binspections?\b"),
        "entitled": (
            r"\b(?:a|dispose) … droit\b", r"\bdroit (?:d'|de )", r"\bpeut\b", r"\bpourra\b", r"\bpeuvent\b",
            r"\best (?:en droit|autorisé\w*)\b", r"\bautoris\w*", r"\bpermet\w*", r"\bse soumet\b",
            r"\bse réserve\b", r"\bcontribu\w+", r"\bfacilite\w*", r"\baccepte\w*", r"\bpossible\b",
        ),
        "check": (
            r"\bvérif\w+\b", r"\bcontrôl\w+\b", r"\bexamin\w+\b", r"\binspect\w+\b", r"\baudit\w*", r"\bévalu\w+\b",
        ),
        "compliance": (
            r"\brespect\w*", r"\bconformité\b", r"\bobligations?\b", r"\bmesures\b", r"\btraitements?\b",
        ),
        "examine": (
            r"{check} … {compliance}", r"{compliance} … {check}", r"\bsur (?:site|place)\b", r"\baccès … locaux\b",
            r"\bdroit de contrôle\b",
        ),
        "suspicion": (
            r"\bsoupçon\w*", r"\bdoutes? (?:sérieux|raisonnable\w*|légitime\w*)",
            r"\bmotifs? (?:sérieux|raisonnable\w*|légitime\w*)",
            r"\b(?:en cas|suite|à la suite|après|sauf) (?:de |d'|à |à une |d'une |un |une )?(?:violation|"
            r"incident|manquement)\w*", r"\bindices?\b", r"\braisons? de (?:croire|penser)\b",
        ),
        "return": (
            r"\brestitu\w*", r"\brenvo\w*", r"\bexport\w*", r"\bremet\w*", r"\bremise\b", r"\bcopie\b",
            r"\brécupér\w*", r"\btélécharg\w*", r"\brestituer\b",
        ),
        "delete": (r"\bsupprim\w*", r"\bdétrui\w*", r"\beffac\w*", r"\bdestruction\b", r"\bsuppression\b"),
        "choose": (
            r"\bau choix\b", r"\bselon le choix\b", r"\bchoix d[ue]\b", r"\bCONTROLLER … (?:choisit|indique)\b",
            r"\bsoit\b … \bsoit\b",
        ),
        "on_request": (r"\b(?:sur|à la) (?:simple )?demande\b",),
        "end_of_agreement": (
            r"\bterme\b", r"\bfin d\w+", r"\brésiliation\b", r"\bexpiration\b", r"\bmet fin\b", r"\bcessation\b",
            r"\béchéance\b",
        ),
        "keep_by_law": (
            r"\bobligation\w* légale\w*", r"\b(?:droit|loi) … conserv\w*",
            r"\bconservation … (?:légale|loi|droit)\b",
        ),
        "keep": (
            r"\bconserv\w*", r"\barchiv\w*",
        ),
        "law": (
            r"\blois?\b", r"\blégal\w*", r"\bdroit\b", r"\bréglement\w*",
        ),
        "must": (
            r"\boblig\w*", r"\bexig\w*", r"\brequis\w*", r"\bimpos\w*", r"\btenu\w*", r"\bdoit\b",
        ),
        "confirm": (r"\bcertifi\w*", r"\battest\w*", r"\bconfirm\w*", r"\bjustifi\w*"),
        "data": (r"\bdonnées\b",),
        "processes": (r"\btrait\w*",
            r"\bagi\w*", r"\busage\b", r"\butilis\w*",
        ),
        "costs": (
            r"\bcoûts?\b", r"\bfrais\b", r"\bfactur\w*", r"\bgratuit\w*", r"\bsans frais\b", r"\btarifs?\b",
        ),
        "payment": (
            r"\bpaiement\w*", r"\bfactures?\b", r"\bimpay\w+", r"\brétention\b", r"\bsommes dues\b",
        ),
        "before": (
            r"\bjusqu\w*", r"\btant que\b", r"\bsuspend\w*", r"\bdroit de rétention\b", r"\bavant\b", r"\btant qu",
            r"\bsurseoir\b",
        ),
        "conduct_certificate": (
            r"\bcasier judiciaire\b",
        ),
        "no_warranty": (
            r"\bne garantit pas\b", r"\bne (?:peut|saurait) (?:être )?garanti\w*", r"\baucune garantie\b",
        ),
        "change": (
            r"\bévolu\w*", r"\bmodifi\w*", r"\badapt\w*",
        ),
        "agreed": (
            r"\baccord\b", r"\bconsentement\b",
        ),
    }
)  # fmt: skip
