"""Each fact in the wordings of French and Belgian agreements, beside what is none."""

import pytest

from art28.agreement.model import Value
from core.extraction.clauses import preamble_of, value_of


@pytest.mark.parametrize(
    ("key", "clause", "value"),
    [
        (
            "assistance.dpia",
            "Le Sous-traitant assiste le Responsable de traitement lorsqu'une analyse d'impact est requise.",
            True,
        ),
        (
            "assistance.dpia",
            "Le Sous-traitant fournit au Responsable de traitement les éléments nécessaires à la réalisation "
            "d'une analyse d'impact.",
            True,
        ),
        (
            "assistance.prior_consultation",
            "Le Sous-traitant assiste le Responsable de traitement lors d'une consultation préalable "
            "de l'autorité de contrôle.",
            True,
        ),
        (
            "assistance.costs",
            "Le Sous-traitant aide le Responsable de traitement pour les analyses d'impact. Cette assistance "
            "est facturée au temps passé.",
            "controller",
        ),
        (
            "assistance.dpia",
            "Si le Responsable de traitement doit mener une analyse d'impact, le Sous-traitant l'y aide.",
            True,
        ),
        (
            "assistance.dpia",
            "Si le Sous-traitant y est tenu, le Responsable de traitement participe à l'analyse d'impact.",
            None,
        ),
        (
            "audit.right",
            "Le Sous-traitant permet au Responsable de traitement de réaliser des audits de ses traitements "
            "et y contribue.",
            True,
        ),
        (
            "audit.auditor",
            "Les audits sont réalisés par le Responsable de traitement ou un auditeur qu'il désigne ; le "
            "Sous-traitant les permet.",
            "controller_or_third_party",
        ),
        (
            "audit.right",
            "Le Responsable de traitement peut effectuer un audit pour s'assurer que ses obligations sont tenues.",
            True,
        ),
        (
            "audit.auditor",
            "Le Responsable de traitement peut faire réaliser un audit par un tiers indépendant.",
            "independent_third_party",
        ),
        (
            "audit.notice",
            "Le Responsable de traitement peut réaliser un audit moyennant un préavis de quinze jours.",
            "P15D",
        ),
        ("audit.notice", "L'audit du Responsable de traitement est annoncé deux semaines à l'avance.", "P2W"),
        ("audit.max_frequency", "Le Responsable de traitement peut réaliser un audit une fois par an.", "P1Y"),
        (
            "audit.costs",
            "Le Responsable de traitement peut réaliser un audit. Les frais d'audit sont supportés par le "
            "Responsable de traitement.",
            "controller",
        ),
        (
            "audit.trigger",
            "Le Responsable de traitement ne peut réaliser un audit qu'en cas de soupçon de manquement.",
            "suspicion_only",
        ),
        ("audit.notice", "Le Sous-traitant annonce ses congés deux semaines à l'avance.", None),
        (
            "breach.deadline",
            "Le Sous-traitant avertit le Responsable de traitement d'une violation de données au "
            "plus tard 48 heures après en avoir pris connaissance.",
            "PT48H",
        ),
        (
            "breach.clock_starts",
            "Le Sous-traitant avertit le Responsable de traitement d'une violation de données au "
            "plus tard 48 heures après en avoir pris connaissance.",
            ("awareness",),
        ),
        (
            "breach.clock_starts",
            "Le Sous-traitant informe le Responsable de traitement de toute violation de données dans les 24 "
            "heures de sa découverte.",
            ("discovery",),
        ),
        (
            "breach.wording",
            "Le Sous-traitant notifie toute violation de données au Responsable de traitement dans les "
            "meilleurs délais.",
            "without_undue_delay",
        ),
        (
            "breach.wording",
            "Le Sous-traitant informe immédiatement le Responsable de traitement de toute violation de données.",
            "immediately",
        ),
        (
            "breach.channel",
            "Le Sous-traitant notifie toute violation de données au Responsable de traitement par courriel "
            "et par téléphone dans les 24 heures.",
            ("phone", "email"),
        ),
        (
            "breach.authority_notifier",
            "Il appartient au Responsable de traitement de notifier la violation à la CNIL.",
            "controller",
        ),
        (
            "breach.authority_notifier",
            "Le Responsable de traitement notifie lui-même la violation à l'autorité de contrôle.",
            "controller",
        ),
        (
            "breach.processor_may_notify_authority",
            "Le Sous-traitant ne peut notifier une violation de données à l'autorité de contrôle sans "
            "instruction du Responsable de traitement.",
            False,
        ),
        (
            "breach.follow_up",
            "Ce qui manque encore sur la violation est communiqué au fur et à mesure.",
            True,
        ),
        (
            "breach.follow_up",
            "Le Sous-traitant tient le Responsable de traitement informé de l'évolution de la violation.",
            True,
        ),
        ("breach.register", "Le Sous-traitant tient un registre des violations de données.", ("processor",)),
        (
            "breach.costs",
            "Les frais liés à la remédiation de la violation de données sont à la charge du Sous-traitant.",
            "processor",
        ),
        (
            "breach.processor_may_notify_authority",
            "Le Responsable de traitement ne peut notifier une violation de données à l'autorité de contrôle "
            "sans en informer le Sous-traitant.",
            None,
        ),
        (
            "breach.early_warning",
            "Une première alerte suit dans les 24 heures en cas de violation de données, le rapport complet "
            "vient ensuite.",
            True,
        ),
        (
            "confidentiality.duty",
            "Le Sous-traitant préserve la confidentialité des données qui lui sont remises.",
            True,
        ),
        ("confidentiality.duty", "Le Sous-traitant s'engage à préserver la confidentialité des données.", True),
        (
            "confidentiality.duty",
            "Le Sous-traitant est soumis à une obligation de confidentialité pour toutes les données traitées.",
            True,
        ),
        (
            "confidentiality.staff_bound",
            "Le Sous-traitant veille à ce que toute personne ayant accès aux données soit tenue au secret.",
            True,
        ),
        ("confidentiality.staff_bound", "Les salariés du Sous-traitant signent une clause de confidentialité.", True),
        ("confidentiality.duty", "Il est tenu au secret.", None),
        ("confidentiality.duty", "Les salariés du Sous-traitant sont tenus au secret sur les données.", None),
        (
            "end.data",
            "À la fin du contrat, le Sous-traitant renvoie les données ou les détruit, au choix du "
            "Responsable de traitement.",
            "controller_chooses",
        ),
        (
            "end.data",
            "À la fin du contrat, le Sous-traitant restitue les données au Responsable de "
            "traitement, puis en efface ses copies.",
            "return_then_delete",
        ),
        (
            "end.deadline",
            "À la fin du contrat, le Sous-traitant supprime toutes les données dans un délai de trente jours.",
            "P30D",
        ),
        (
            "end.certificate",
            "À la fin du contrat, le Sous-traitant détruit les données et le confirme par écrit.",
            True,
        ),
        (
            "end.certificate",
            "À la fin du contrat, le Sous-traitant supprime les données et en atteste par écrit.",
            True,
        ),
        (
            "end.legal_retention_exception",
            "Au terme du contrat, le Sous-traitant supprime les données, sauf si le droit de l'Union ou de "
            "l'État membre exige leur conservation.",
            True,
        ),
        (
            "end.return_format",
            "À la fin du contrat, le Sous-traitant restitue les données au Responsable de traitement dans un "
            "format structuré et couramment utilisé.",
            "format structuré et couramment utilisé",
        ),
        (
            "end.costs",
            "Au terme du contrat, le Sous-traitant restitue les données. Les frais de restitution sont à la "
            "charge du Responsable de traitement.",
            "controller",
        ),
        (
            "end.choice_window",
            "Au terme du contrat, le Responsable de traitement dispose de trente jours pour demander la "
            "restitution des données.",
            "P30D",
        ),
        (
            "end.choice_window",
            "Au terme du contrat, le Responsable de traitement fait connaître dans les vingt jours s'il "
            "souhaite que les données soient renvoyées ou détruites.",
            "P20D",
        ),
        (
            "instructions.only_on_instruction",
            "Le Sous-traitant traite les données uniquement selon les instructions du Responsable de traitement.",
            True,
        ),
        (
            "instructions.only_on_instruction",
            "Le Sous-traitant ne traite les données que sur instruction documentée du Responsable de traitement.",
            True,
        ),
        (
            "instructions.only_on_instruction",
            "Le Sous-traitant s'engage à n'agir que sur les instructions du Responsable de traitement.",
            True,
        ),
        (
            "instructions.legal_exception",
            "Si le droit de l'Union oblige le Sous-traitant à un autre traitement, il en informe le "
            "Responsable de traitement au préalable.",
            True,
        ),
        (
            "instructions.legal_exception",
            "Le Sous-traitant ne traite les données que sur instruction, à moins qu'il ne soit tenu d'y "
            "procéder en vertu du droit de l'Union ou du droit de l'État membre.",
            True,
        ),
        (
            "instructions.infringement_warning",
            "Le Sous-traitant informe le Responsable de traitement dès qu'une instruction lui semble "
            "constituer une violation du règlement.",
            True,
        ),
        (
            "instructions.infringement_warning",
            "Le Sous-traitant alerte le Responsable de traitement lorsqu'une instruction lui paraît "
            "contraire à la réglementation.",
            True,
        ),
        ("law.governing", "Le présent accord est soumis au droit français.", "FR"),
        ("law.governing", "Le présent accord est régi par le droit belge.", "BE"),
        (
            "law.court",
            "Tout litige relève de la compétence exclusive du tribunal de commerce de Lyon.",
            "tribunal de commerce de Lyon",
        ),
        ("law.court", "Les tribunaux de Paris sont seuls compétents.", "tribunaux de Paris"),
        (
            "liability.regime",
            "La responsabilité des parties est régie par les stipulations du contrat principal.",
            "main_agreement_terms",
        ),
        ("liability.cap", "La responsabilité du Sous-traitant est plafonnée à 100 000 euros par an.", 100000),
        ("liability.indirect_excluded", "Le Sous-traitant n'est pas responsable des dommages indirects.", True),
        ("liability.indirect_excluded", "Les dommages indirects sont exclus.", True),
        (
            "liability.controller_indemnifies",
            "Le Responsable de traitement garantit le Sous-traitant contre toute réclamation de tiers.",
            True,
        ),
        (
            "liability.claim_period",
            "Toute action en responsabilité contre le Sous-traitant se prescrit par un an.",
            "P1Y",
        ),
        (
            "liability.insurance",
            "Le Sous-traitant a souscrit une assurance responsabilité civile professionnelle.",
            True,
        ),
        ("liability.indirect_excluded", "Le Sous-traitant répond aussi des dommages indirects.", None),
        (
            "processing.own_purposes",
            "Le Sous-traitant s'interdit d'utiliser les données pour son propre compte.",
            False,
        ),
        ("processing.own_purposes", "Le Sous-traitant ne peut utiliser les données à ses propres fins.", False),
        (
            "processing.own_purposes",
            "Le Sous-traitant peut utiliser les données anonymisées à des fins de statistiques et "
            "d'amélioration de ses services.",
            True,
        ),
        (
            "requests.handling",
            "Si une personne concernée exerce ses droits auprès du Sous-traitant, celui-ci adresse sa "
            "demande au Responsable de traitement.",
            "forward",
        ),
        (
            "requests.handling",
            "Le Sous-traitant transmet au Responsable de traitement toute demande d'une personne concernée.",
            "forward",
        ),
        (
            "requests.assist",
            "Le Sous-traitant aide le Responsable de traitement à répondre aux personnes concernées qui "
            "exercent leurs droits.",
            True,
        ),
        (
            "requests.assist",
            "Le Sous-traitant prête assistance au Responsable de traitement pour répondre aux demandes "
            "d'accès des personnes concernées.",
            True,
        ),
        (
            "requests.deadline",
            "Le Sous-traitant assiste le Responsable de traitement pour répondre aux demandes des personnes "
            "concernées dans un délai de cinq jours ouvrés.",
            "P5D",
        ),
        (
            "requests.costs",
            "Le Sous-traitant assiste le Responsable de traitement pour les demandes des personnes "
            "concernées sans frais supplémentaires.",
            "processor",
        ),
        (
            "requests.handling",
            "Les demandes des personnes concernées sont traitées de concert par les parties.",
            "joint",
        ),
        (
            "security.measures_described",
            "Le Sous-traitant met en œuvre les mesures de sécurité décrites à l'annexe 2.",
            True,
        ),
        ("security.measures_described", "Les mesures techniques et organisationnelles figurent en Annexe B.", True),
        (
            "security.measures_described",
            "Le Sous-traitant s'engage à mettre en œuvre les mesures de sécurité suivantes : chiffrement des "
            "données, contrôle des accès, sauvegardes quotidiennes et journalisation.",
            True,
        ),
        (
            "security.periodic_review",
            "Le Sous-traitant dispose d'une procédure visant à tester, à analyser et à évaluer régulièrement "
            "l'efficacité des mesures techniques et organisationnelles.",
            True,
        ),
        (
            "security.periodic_review",
            "Le Sous-traitant réexamine les mesures de sécurité au moins une fois par an.",
            True,
        ),
        (
            "security.periodic_review",
            "Les mesures de sécurité font l'objet d'un test semestriel par le Sous-traitant.",
            True,
        ),
        ("security.measures_change", "Le Sous-traitant peut faire évoluer les mesures de sécurité.", "processor_alone"),
        (
            "security.measures_change",
            "Le Sous-traitant peut modifier les mesures de sécurité, sous réserve d'en informer le "
            "Responsable de traitement.",
            "processor_with_notice",
        ),
        (
            "security.measures_change",
            "Les mesures de sécurité ne peuvent être modifiées qu'avec l'accord du Responsable de traitement.",
            "mutual",
        ),
        ("security.standards", "Le Sous-traitant est certifié ISO 27001.", ("ISO27001",)),
        ("security.standards", "L'hébergeur du Sous-traitant est certifié ISO 27001.", None),
        (
            "security.effectiveness_disclaimed",
            "Le Sous-traitant ne garantit pas que les mesures de sécurité soient efficaces en toutes circonstances.",
            True,
        ),
        ("security.measures_described", "Le Sous-traitant maintient les mesures décrites à l'annexe A.", True),
        (
            "security.periodic_review",
            "Le Sous-traitant facture chaque mois les mesures de sécurité supplémentaires.",
            None,
        ),
        ("security.measures_described", "Les prix des services figurent en annexe 1.", None),
        ("security.standards", "Le Sous-traitant n'est pas certifié ISO 27001.", None),
        (
            "subprocessors.authorisation",
            "Le Sous-traitant peut faire appel à un autre sous-traitant ; il en informe d'abord le "
            "Responsable de traitement.",
            "general",
        ),
        (
            "subprocessors.authorisation",
            "Le Sous-traitant doit obtenir l'autorisation écrite, préalable et spécifique du Responsable de "
            "traitement avant de recruter un sous-traitant ultérieur.",
            "specific",
        ),
        (
            "subprocessors.authorisation",
            "Le Responsable de traitement donne au Sous-traitant une autorisation générale de recourir à des "
            "sous-traitants ultérieurs.",
            "general",
        ),
        (
            "subprocessors.authorisation",
            "Le Sous-traitant ne peut sous-traiter tout ou partie des traitements sans l'accord préalable et "
            "écrit du Responsable de traitement.",
            "specific",
        ),
        (
            "subprocessors.change_notice",
            "Le Sous-traitant informe le Responsable de traitement de tout ajout ou remplacement de "
            "sous-traitants ultérieurs.",
            True,
        ),
        (
            "subprocessors.objection",
            "Le Responsable de traitement dispose d'un délai de quinze jours pour présenter ses objections "
            "au changement de sous-traitant ultérieur.",
            True,
        ),
        (
            "subprocessors.notice_period",
            "Le Sous-traitant informe le Responsable de traitement de tout ajout de sous-traitant ultérieur "
            "trente jours à l'avance.",
            "P30D",
        ),
        (
            "subprocessors.flow_down",
            "Le sous-traitant ultérieur est tenu de respecter les obligations du présent contrat pour le "
            "compte et selon les instructions du Responsable de traitement.",
            True,
        ),
        (
            "subprocessors.flow_down",
            "Le Sous-traitant impose à ses sous-traitants ultérieurs les mêmes obligations que celles du "
            "présent accord.",
            True,
        ),
        (
            "subprocessors.processor_liable",
            "Le Sous-traitant demeure responsable de l'exécution par le sous-traitant ultérieur de ses obligations.",
            True,
        ),
        (
            "subprocessors.processor_liable",
            "Le Sous-traitant se porte fort du respect de leurs obligations par ses sous-traitants "
            "ultérieurs et en répond.",
            True,
        ),
        (
            "subprocessors.contracts_inspectable",
            "Le Sous-traitant communique au Responsable de traitement, sur demande, une copie du contrat "
            "conclu avec le sous-traitant ultérieur.",
            True,
        ),
        (
            "term.starts",
            "Le présent accord entre en vigueur à la date de sa signature par les deux parties.",
            "on_signature",
        ),
        (
            "term.starts",
            "Le présent accord prend effet à la date d'entrée en vigueur du contrat principal.",
            "with_main_agreement",
        ),
        ("term.lasts", "Le présent accord est conclu pour la durée du contrat principal.", "main_agreement"),
        ("term.lasts", "Le présent accord prend fin avec le contrat principal.", "main_agreement"),
        (
            "term.lasts",
            "Le présent accord reste en vigueur tant que le Sous-traitant traite des données pour le compte "
            "du Responsable de traitement.",
            "while_processing",
        ),
        ("term.survival", "Les obligations de confidentialité survivent à la fin du présent accord.", True),
        (
            "term.amendment",
            "Toute modification du présent accord doit faire l'objet d'un avenant écrit signé par les parties.",
            "mutual_written",
        ),
        (
            "term.amendment",
            "Le Sous-traitant peut modifier le présent accord moyennant un préavis de trente jours.",
            "processor_with_notice",
        ),
        (
            "term.amendment_notice",
            "Le Sous-traitant peut modifier le présent accord moyennant un préavis de trente jours.",
            "P30D",
        ),
        (
            "term.precedence",
            "En cas de contradiction entre le présent accord et le contrat principal, le présent accord prévaut.",
            "this_agreement",
        ),
        (
            "term.precedence",
            "En cas de contradiction, les stipulations du présent accord prévalent sur celles du contrat principal.",
            "this_agreement",
        ),
        (
            "term.precedence",
            "En cas de divergence, le contrat principal l'emporte sur le présent accord.",
            "main_agreement",
        ),
        (
            "term.separately_terminable",
            "Le présent accord ne peut être résilié séparément du contrat principal.",
            False,
        ),
        (
            "term.separately_terminable",
            "Le Responsable de traitement peut résilier le présent accord de plein droit en cas de manquement grave.",
            True,
        ),
        (
            "term.separately_terminable",
            "Le Responsable de traitement peut dénoncer le présent accord séparément.",
            True,
        ),
        ("term.lasts", "Le présent accord suit le contrat. Il prend fin avec celui-ci.", "main_agreement"),
        ("term.precedence", "Le tarif le plus récent l'emporte.", None),
        ("term.lasts", "Le mandat du délégué prend fin avec le contrat principal.", None),
        (
            "transfers.rule",
            "Le Sous-traitant ne transfère aucune donnée hors de l'Union européenne sans l'accord préalable "
            "écrit du Responsable de traitement.",
            "with_consent",
        ),
        (
            "transfers.rule",
            "Aucune donnée n'est transférée en dehors de l'Espace économique européen.",
            "not_outside_eea",
        ),
        (
            "transfers.rule",
            "Tout transfert hors de l'Union européenne est encadré par des clauses contractuelles types ou "
            "une décision d'adéquation.",
            "with_safeguards",
        ),
        (
            "transfers.region",
            "Les données sont hébergées et traitées exclusivement au sein de l'Union européenne.",
            "EU",
        ),
    ],
)
def test_a_french_clause_is_read(key: str, clause: str, value: Value | None) -> None:
    assert value_of(key, clause, preamble=preamble_of("fr")) == value
