"""Each fact in the wordings of German agreements, of the time of the BDSG and of the GDPR, beside what is none."""

import pytest

from art28.agreement.model import Value
from core.extraction.clauses import preamble_of, value_of


@pytest.mark.parametrize(
    ("key", "clause", "value"),
    [
        (
            "assistance.dpia",
            "Der Auftragsverarbeiter hilft dem Verantwortlichen, seine Pflichten aus den Artikeln 32 "
            "bis 36 DSGVO zu erfüllen.",
            True,
        ),
        (
            "assistance.dpia",
            "Der Auftragsverarbeiter unterstützt bei der Durchführung einer Datenschutz-Folgenabschätzung.",
            True,
        ),
        (
            "assistance.prior_consultation",
            "Der Auftragsverarbeiter hilft bei Folgenabschätzungen und bei einer vorherigen Konsultation der Behörde.",
            True,
        ),
        (
            "assistance.costs",
            "Unterstützung, die im Hauptvertrag nicht vorgesehen ist, stellt der Auftragsverarbeiter "
            "nach Stunden in Rechnung.",
            "controller",
        ),
        (
            "audit.right",
            "Der Verantwortliche darf nach Absprache Kontrollen vornehmen oder von einem Prüfer "
            "seiner Wahl vornehmen lassen.",
            True,
        ),
        ("audit.right", "Der Verantwortliche kann sich von der Einhaltung der Maßnahmen überzeugen.", True),
        (
            "audit.auditor",
            "Der Verantwortliche darf Kontrollen vornehmen oder von einem Prüfer seiner Wahl vornehmen lassen.",
            "controller_or_third_party",
        ),
        (
            "audit.auditor",
            "Der Verantwortliche kann die Kontrolle selbst oder durch einen sachkundigen Dritten vornehmen lassen.",
            "controller_or_third_party",
        ),
        (
            "audit.notice",
            "Vor-Ort-Kontrollen des Verantwortlichen sind mit einer Frist von zwei Wochen anzukündigen.",
            "P2W",
        ),
        (
            "audit.notice",
            "Der Verantwortliche darf nach vorheriger Anmeldung mit einer Vorlaufzeit von zehn Werktagen "
            "Kontrollen in den Geschäftsräumen durchführen.",
            "P10D",
        ),
        (
            "audit.max_frequency",
            "Der Verantwortliche ist berechtigt, einmal pro Kalenderjahr eine Kontrolle beim "
            "Auftragsverarbeiter durchzuführen.",
            "P1Y",
        ),
        (
            "audit.frequency_basis",
            "Der Verantwortliche ist berechtigt, einmal pro Kalenderjahr eine Kontrolle beim "
            "Auftragsverarbeiter durchzuführen.",
            "calendar_year",
        ),
        (
            "audit.costs",
            "Der Verantwortliche hat das Recht auf Kontrollen. Den Aufwand einer Kontrolle stellt "
            "der Auftragsverarbeiter dem Verantwortlichen in Rechnung.",
            "controller",
        ),
        (
            "audit.trigger",
            "Der Verantwortliche darf Kontrollen nur bei begründetem Verdacht eines Verstoßes durchführen.",
            "suspicion_only",
        ),
        (
            "audit.existing_reports_first",
            "Der Verantwortliche ist zur Kontrolle berechtigt. Zunächst legt der Auftragsverarbeiter "
            "ihm vorhandene Prüfberichte vor.",
            True,
        ),
        ("audit.auditor", "Der Verantwortliche lässt seine eigenen Systeme prüfen.", None),
        (
            "breach.deadline",
            "Der Auftragsverarbeiter meldet dem Verantwortlichen jede Verletzung des Schutzes "
            "personenbezogener Daten spätestens 24 Stunden nach Kenntniserlangung.",
            "PT24H",
        ),
        (
            "breach.deadline",
            "Der Auftragsverarbeiter unterrichtet den Verantwortlichen binnen zweier Tage nach Feststellung "
            "über Datenschutzverletzungen.",
            "P2D",
        ),
        (
            "breach.wording",
            "Bei einer Datenpanne informiert der Auftragsverarbeiter den Verantwortlichen sofort.",
            "immediately",
        ),
        (
            "breach.wording",
            "Der Auftragsverarbeiter meldet Datenschutzverletzungen ohne schuldhaftes Zögern an den Verantwortlichen.",
            "immediately",
        ),
        (
            "breach.clock_starts",
            "Der Auftragsverarbeiter meldet Verletzungen innerhalb von 24 Stunden nach Bekanntwerden an den "
            "Verantwortlichen.",
            ("awareness",),
        ),
        (
            "breach.clock_starts",
            "Der Auftragsverarbeiter meldet dem Verantwortlichen Datenpannen innerhalb von 48 Stunden ab Entdeckung.",
            ("discovery",),
        ),
        (
            "breach.clock_starts",
            "Der Auftragsverarbeiter informiert den Verantwortlichen innerhalb von 24 Stunden, nachdem ihm "
            "die Datenschutzverletzung bekannt geworden ist.",
            ("awareness",),
        ),
        (
            "breach.channel",
            "Der Auftragsverarbeiter meldet Datenpannen dem Verantwortlichen unverzüglich telefonisch und per E-Mail.",
            ("phone", "email"),
        ),
        (
            "breach.authority_notifier",
            "Die Meldung einer Datenschutzverletzung an die Aufsichtsbehörde obliegt dem Verantwortlichen.",
            "controller",
        ),
        (
            "breach.authority_notifier",
            "Für die Meldung nach Art. 33 DSGVO an die Aufsichtsbehörde ist der Verantwortliche zuständig.",
            "controller",
        ),
        (
            "breach.authority_notifier",
            "Der Verantwortliche entscheidet, ob eine Verletzung der Aufsichtsbehörde gemeldet wird.",
            "controller",
        ),
        (
            "breach.processor_may_notify_authority",
            "Über eine Datenpanne darf der Auftragsverarbeiter die Aufsichtsbehörde nur auf Weisung informieren.",
            False,
        ),
        (
            "breach.processor_may_notify_authority",
            "Der Auftragsverarbeiter wird eine Verletzung nicht selbst der Aufsichtsbehörde melden.",
            False,
        ),
        (
            "breach.follow_up",
            "Der Auftragsverarbeiter hält den Verantwortlichen über den Stand der Aufklärung der "
            "Datenschutzverletzung auf dem Laufenden.",
            True,
        ),
        (
            "breach.follow_up",
            "Können nicht alle Informationen zur Datenschutzverletzung zugleich bereitgestellt werden, "
            "reicht der Auftragsverarbeiter sie schrittweise nach.",
            True,
        ),
        (
            "breach.early_warning",
            "Der Auftragsverarbeiter meldet Verletzungen dem Verantwortlichen innerhalb von 24 Stunden. "
            "Liegen noch nicht alle Angaben vor, genügt zunächst eine vorläufige Meldung; der vollständige "
            "Bericht folgt.",
            True,
        ),
        (
            "breach.register",
            "Der Auftragsverarbeiter führt ein Verzeichnis aller Datenschutzverletzungen.",
            ("processor",),
        ),
        (
            "breach.register",
            "Der Auftragsverarbeiter dokumentiert jede Verletzung des Schutzes personenbezogener Daten.",
            ("processor",),
        ),
        (
            "breach.costs",
            "Die Kosten der Behebung einer Datenschutzverletzung trägt der Auftragsverarbeiter.",
            "processor",
        ),
        ("breach.register", "Pflichtverletzungen des Verantwortlichen aus dem Hauptvertrag werden dokumentiert.", None),
        (
            "breach.processor_may_notify_authority",
            "Der Auftragsverarbeiter darf Unterauftragnehmer nur nach vorheriger Weisung beauftragen.",
            None,
        ),
        (
            "breach.early_warning",
            "Der Auftragsverarbeiter kennt noch nicht alle Standorte des Verantwortlichen und reicht die Liste nach.",
            None,
        ),
        (
            "confidentiality.staff_bound",
            "Der Auftragsverarbeiter setzt nur Beschäftigte ein, die auf das Datengeheimnis nach § 5 BDSG "
            "verpflichtet wurden.",
            True,
        ),
        (
            "confidentiality.staff_bound",
            "Alle mit der Verarbeitung befassten Personen wurden zur Vertraulichkeit verpflichtet.",
            True,
        ),
        (
            "confidentiality.duty",
            "Der Auftragsverarbeiter behandelt die ihm überlassenen Daten streng vertraulich.",
            True,
        ),
        (
            "confidentiality.duty",
            "Der Auftragsverarbeiter ist verpflichtet, über die personenbezogenen Daten Verschwiegenheit zu wahren.",
            True,
        ),
        ("confidentiality.duty", "Der Auftragsverarbeiter ist zur Geheimhaltung der Daten verpflichtet.", True),
        (
            "confidentiality.duty",
            "Der Verantwortliche behandelt die Preise des Auftragsverarbeiters vertraulich.",
            None,
        ),
        (
            "confidentiality.duty",
            "Die Mitarbeiter des Auftragsverarbeiters sind zur Geheimhaltung der Daten verpflichtet.",
            None,
        ),
        (
            "end.data",
            "Am Ende des Vertrags löscht der Auftragsverarbeiter die Daten oder gibt sie zurück, "
            "nach Wahl des Verantwortlichen.",
            "controller_chooses",
        ),
        (
            "end.data",
            "Nach Beendigung des Vertrags händigt der Auftragsverarbeiter die Daten dem Verantwortlichen "
            "aus. Danach löscht er die Daten.",
            "return_then_delete",
        ),
        (
            "end.data",
            "Nach Vertragsende gibt der Auftragsverarbeiter auf Verlangen des Verantwortlichen die Daten "
            "heraus und löscht sie anschließend.",
            "return_on_request_then_delete",
        ),
        (
            "end.deadline",
            "Der Auftragsverarbeiter löscht nach Beendigung des Vertrags alle personenbezogenen Daten "
            "innerhalb von 30 Tagen.",
            "P30D",
        ),
        (
            "end.certificate",
            "Nach Vertragsende löscht der Auftragsverarbeiter die Daten. Das Löschprotokoll legt er "
            "dem Verantwortlichen vor.",
            True,
        ),
        (
            "end.certificate",
            "Der Auftragsverarbeiter bestätigt dem Verantwortlichen die Löschung nach Vertragsende schriftlich.",
            True,
        ),
        (
            "end.certificate",
            "Die Löschung nach Vertragsende ist in geeigneter Weise zu dokumentieren und dem "
            "Verantwortlichen nachzuweisen.",
            True,
        ),
        (
            "end.legal_retention_exception",
            "Nach Ende des Vertrags löscht der Auftragsverarbeiter alle Daten, sofern nicht nach dem "
            "Unionsrecht oder dem Recht der Mitgliedstaaten eine Verpflichtung zur Speicherung besteht.",
            True,
        ),
        (
            "end.withheld_until_payment",
            "Nach Vertragsende gibt der Auftragsverarbeiter die Daten zurück oder löscht sie. Ein "
            "Zurückbehaltungsrecht an den Daten hat er nicht.",
            False,
        ),
        (
            "end.costs",
            "Nach Vertragsende gibt der Auftragsverarbeiter die Daten zurück oder löscht sie. Entstehen "
            "durch die Herausgabe zusätzliche Kosten, so trägt diese der Verantwortliche.",
            "controller",
        ),
        (
            "end.return_format",
            "Nach Vertragsende gibt der Auftragsverarbeiter die Daten in einem gängigen, maschinenlesbaren "
            "Format an den Verantwortlichen heraus.",
            "gängigen, maschinenlesbaren Format",
        ),
        (
            "end.certificate",
            "Wenn der Verantwortliche es nach Vertragsende verlangt, bestätigt der Auftragsverarbeiter die "
            "Löschung der Daten.",
            True,
        ),
        ("end.certificate", "Der Verantwortliche bestätigt nach Vertragsende den Empfang der Schlussrechnung.", None),
        (
            "instructions.only_on_instruction",
            "Der Auftragsverarbeiter darf Daten nur im Rahmen des Auftrags und der Weisungen des "
            "Verantwortlichen verarbeiten.",
            True,
        ),
        ("instructions.only_on_instruction", "Der Auftragsverarbeiter verarbeitet die Daten weisungsgebunden.", True),
        (
            "instructions.only_on_instruction",
            "Die Verarbeitung erfolgt ausschließlich nach Weisung des Verantwortlichen.",
            True,
        ),
        (
            "instructions.only_on_instruction",
            "Der Auftragsverarbeiter erhebt und nutzt die Daten nur nach den Weisungen des Verantwortlichen.",
            True,
        ),
        (
            "instructions.legal_exception",
            "Der Auftragsverarbeiter verarbeitet die Daten nur auf Weisung des Verantwortlichen, sofern er "
            "nicht durch das Recht der Union oder der Mitgliedstaaten zu einer anderen Verarbeitung "
            "verpflichtet ist.",
            True,
        ),
        (
            "instructions.legal_exception",
            "Eine weisungslose Verarbeitung ist nur zulässig, wenn der Auftragsverarbeiter hierzu gesetzlich "
            "verpflichtet ist.",
            True,
        ),
        (
            "instructions.infringement_warning",
            "Ist der Auftragsverarbeiter der Ansicht, dass eine Weisung gegen Vorschriften über den "
            "Datenschutz verstößt, hat er den Verantwortlichen unverzüglich darauf hinzuweisen.",
            True,
        ),
        (
            "instructions.infringement_warning",
            "Verstößt eine Weisung nach Meinung des Auftragsverarbeiters gegen ein Gesetz, so teilt "
            "er dies dem Verantwortlichen mit.",
            True,
        ),
        (
            "instructions.infringement_warning",
            "Hält der Auftragsverarbeiter eine Weisung für rechtswidrig, so wird er dies dem "
            "Verantwortlichen anzeigen.",
            True,
        ),
        (
            "instructions.infringement_warning",
            "Der Auftragsverarbeiter macht den Verantwortlichen auf neue Funktionen aufmerksam.",
            None,
        ),
        ("law.governing", "Es gilt das Recht der Bundesrepublik Deutschland.", "DE"),
        ("law.governing", "Auf diesen Vertrag findet deutsches Recht Anwendung.", "DE"),
        ("law.governing", "Es gilt österreichisches Recht.", None),
        ("law.court", "Gerichtsstand ist München.", "München"),
        ("law.court", "Ausschließlicher Gerichtsstand für alle Streitigkeiten aus diesem Vertrag ist Köln.", "Köln"),
        ("law.court", "Als Gerichtsstand wird Hamburg vereinbart.", "Hamburg"),
        ("law.court", "Der Gerichtsstand wird gesondert vereinbart.", None),
        (
            "liability.regime",
            "Die Haftung der Parteien nach diesem Vertrag richtet sich nach den Regelungen des Hauptvertrags.",
            "main_agreement_terms",
        ),
        (
            "liability.regime",
            "Die Haftung des Auftragsverarbeiters ist auf 100.000 Euro je Schadensfall begrenzt.",
            "capped",
        ),
        (
            "liability.cap",
            "Die Haftung des Auftragsverarbeiters ist auf 100.000 Euro je Schadensfall begrenzt.",
            100000,
        ),
        (
            "liability.indirect_excluded",
            "Der Auftragsverarbeiter haftet nicht für mittelbare Schäden und entgangenen Gewinn.",
            True,
        ),
        (
            "liability.controller_indemnifies",
            "Der Verantwortliche stellt den Auftragsverarbeiter von allen Ansprüchen Dritter frei.",
            True,
        ),
        (
            "liability.claim_period",
            "Schadensersatzansprüche gegen den Auftragsverarbeiter verjähren innerhalb eines Jahres.",
            "P1Y",
        ),
        (
            "liability.insurance",
            "Der Auftragsverarbeiter unterhält eine Haftpflichtversicherung mit ausreichender Deckung.",
            True,
        ),
        ("liability.insurance", "Der Auftragsverarbeiter hat eine Versicherung für solche Fälle abgeschlossen.", True),
        ("liability.indirect_excluded", "Der Auftragsverarbeiter haftet auch für mittelbare Schäden.", None),
        ("processing.own_purposes", "Der Auftragsverarbeiter verwendet die Daten nicht für eigene Zwecke.", False),
        (
            "processing.own_purposes",
            "Der Auftragsverarbeiter darf die Daten in anonymisierter Form zur Verbesserung seiner Dienste "
            "und für Statistiken nutzen.",
            True,
        ),
        (
            "requests.handling",
            "Ersuchen, die eine betroffene Person an den Auftragsverarbeiter richtet, leitet dieser "
            "an den Verantwortlichen "
            "weiter.",
            "forward",
        ),
        (
            "requests.handling",
            "Wendet sich eine betroffene Person mit Ansprüchen an den Auftragsverarbeiter, verweist er sie "
            "an den Verantwortlichen.",
            "forward",
        ),
        (
            "requests.assist",
            "Der Auftragsverarbeiter unterstützt den Verantwortlichen bei der Erfüllung von Anträgen "
            "betroffener Personen nach Kapitel III DSGVO.",
            True,
        ),
        (
            "requests.assist",
            "Ist der Verantwortliche gegenüber einer betroffenen Person verpflichtet, Auskünfte zu erteilen, "
            "wird der Auftragsverarbeiter ihn dabei unterstützen.",
            True,
        ),
        (
            "requests.deadline",
            "Der Auftragsverarbeiter unterstützt den Verantwortlichen bei der Beantwortung von "
            "Betroffenenanfragen innerhalb von fünf Werktagen.",
            "P5D",
        ),
        (
            "requests.costs",
            "Der Auftragsverarbeiter unterstützt den Verantwortlichen bei Anträgen betroffener Personen. "
            "Hierfür kann er eine angemessene Vergütung verlangen.",
            "controller",
        ),
        ("requests.costs", "Die Unterstützung bei Anfragen betroffener Personen erfolgt unentgeltlich.", "processor"),
        (
            "requests.deadline",
            "Auf Anfrage des Verantwortlichen stellt der Auftragsverarbeiter die Angaben für die "
            "Beantwortung von Betroffenenanfragen innerhalb von vier Werktagen zur Verfügung.",
            "P4D",
        ),
        (
            "requests.costs",
            "Der Auftragsverarbeiter unterstützt den Verantwortlichen bei Anträgen betroffener Personen. "
            "Eine Vergütung kann er nicht verlangen.",
            "processor",
        ),
        (
            "security.measures_described",
            "Die technischen und organisatorischen Maßnahmen sind in Anlage 2 beschrieben.",
            True,
        ),
        (
            "security.measures_described",
            "Der Auftragsverarbeiter trifft die in Anhang TOM aufgeführten technischen und organisatorischen "
            "Maßnahmen.",
            True,
        ),
        (
            "security.measures_described",
            "Die nach Art. 32 DSGVO getroffenen Maßnahmen ergeben sich aus der Anlage 1.",
            True,
        ),
        (
            "security.measures_described",
            "Das als Anlage 3 beigefügte Sicherheitskonzept legt die technischen und organisatorischen Maßnahmen fest.",
            True,
        ),
        (
            "security.periodic_review",
            "Der Auftragsverarbeiter überprüft die Wirksamkeit der technischen und organisatorischen "
            "Maßnahmen mindestens einmal im Jahr.",
            True,
        ),
        (
            "security.periodic_review",
            "Der Auftragsverarbeiter kontrolliert regelmäßig die internen Prozesse sowie die technischen und "
            "organisatorischen Maßnahmen.",
            True,
        ),
        (
            "security.periodic_review",
            "Ein Verfahren zur regelmäßigen Überprüfung, Bewertung und Evaluierung der Wirksamkeit der "
            "Maßnahmen ist eingerichtet.",
            True,
        ),
        (
            "security.measures_change",
            "Dem Auftragsverarbeiter ist es gestattet, technische und organisatorische Maßnahmen durch gleichwertige "
            "andere Maßnahmen zu ersetzen.",
            "processor_alone",
        ),
        (
            "security.measures_change",
            "Der Auftragsverarbeiter kann die technischen und organisatorischen Maßnahmen der Entwicklung "
            "anpassen. Wesentliche Änderungen teilt er dem Verantwortlichen mit.",
            "processor_with_notice",
        ),
        (
            "security.measures_change",
            "Der Auftragsverarbeiter darf die Sicherheitsmaßnahmen ändern; er informiert den "
            "Verantwortlichen über wesentliche Änderungen vorab.",
            "processor_with_notice",
        ),
        (
            "security.measures_change",
            "Änderungen der technischen und organisatorischen Maßnahmen bedürfen der Zustimmung des Verantwortlichen.",
            "mutual",
        ),
        ("security.standards", "Der Auftragsverarbeiter ist nach ISO/IEC 27001 zertifiziert.", ("ISO27001",)),
        (
            "security.standards",
            "Der Auftragsverarbeiter verfügt über eine Zertifizierung nach ISO 27001 und ISO 9001.",
            ("ISO27001", "ISO9001"),
        ),
        ("security.standards", "Das Rechenzentrum des Unterauftragnehmers ist nach ISO 27001 zertifiziert.", None),
        (
            "security.standards",
            "Das Managementsystem des Auftragsverarbeiters orientiert sich an ISO 27001.",
            ("ISO27001",),
        ),
        ("security.standards", "Der Auftragsverarbeiter ist nicht nach ISO 27001 zertifiziert.", None),
        (
            "security.effectiveness_disclaimed",
            "Der Auftragsverarbeiter kann nicht garantieren, dass die Sicherheitsmaßnahmen unter allen "
            "Umständen wirksam sind.",
            True,
        ),
        (
            "security.effectiveness_disclaimed",
            "Eine absolute Sicherheit der Daten kann der Auftragsverarbeiter nicht gewährleisten.",
            True,
        ),
        ("security.periodic_review", "Der Auftragsverarbeiter rechnet die Sicherheitsdienste monatlich ab.", None),
        ("security.periodic_review", "Der Verantwortliche darf die Maßnahmen jährlich überprüfen.", None),
        ("security.measures_described", "Die Preise ergeben sich aus der Anlage 1.", None),
        (
            "subprocessors.authorisation",
            "Der Auftragsverarbeiter darf Unterauftragnehmer nur nach vorheriger ausdrücklicher "
            "schriftlicher Zustimmung des Verantwortlichen beauftragen.",
            "specific",
        ),
        (
            "subprocessors.authorisation",
            "Die Beauftragung von Subunternehmern durch den Auftragsverarbeiter ist nur mit schriftlicher "
            "Zustimmung des Verantwortlichen zulässig.",
            "specific",
        ),
        (
            "subprocessors.authorisation",
            "Der Verantwortliche erteilt dem Auftragsverarbeiter die allgemeine Genehmigung, weitere "
            "Auftragsverarbeiter in Anspruch zu nehmen.",
            "general",
        ),
        (
            "subprocessors.authorisation",
            "Der Einsatz von Unterauftragnehmern ist erlaubt, wenn der Auftragsverarbeiter ihn "
            "vorher ankündigt und der "
            "Verantwortliche keinen Einspruch erhebt.",
            "general",
        ),
        (
            "subprocessors.change_notice",
            "Der Auftragsverarbeiter informiert den Verantwortlichen über jede beabsichtigte Änderung in "
            "Bezug auf Unterauftragnehmer.",
            True,
        ),
        (
            "subprocessors.objection",
            "Der Verantwortliche kann der Einschaltung eines neuen Unterauftragnehmers innerhalb von zwei "
            "Wochen widersprechen.",
            True,
        ),
        (
            "subprocessors.objection",
            "Erhebt der Verantwortliche gegen den neuen Unterauftragnehmer keinen Einspruch, gilt die "
            "Zustimmung als erteilt.",
            True,
        ),
        (
            "subprocessors.notice_period",
            "Der Auftragsverarbeiter informiert den Verantwortlichen mindestens 30 Tage vor der Hinzuziehung "
            "neuer Unterauftragnehmer.",
            "P30D",
        ),
        (
            "subprocessors.flow_down",
            "Der Auftragsverarbeiter legt dem Unterauftragnehmer dieselben Datenschutzpflichten auf, die in "
            "diesem Vertrag festgelegt sind.",
            True,
        ),
        (
            "subprocessors.flow_down",
            "Der Auftragsverarbeiter hat seine Pflichten aus diesem Vertrag jedem Unterauftragnehmer zu übertragen.",
            True,
        ),
        (
            "subprocessors.processor_liable",
            "Kommt der Unterauftragnehmer seinen Pflichten nicht nach, so haftet der Auftragsverarbeiter "
            "gegenüber dem Verantwortlichen für die Einhaltung der Pflichten des Unterauftragnehmers.",
            True,
        ),
        (
            "subprocessors.processor_liable",
            "Für ein Verschulden seiner Unterauftragnehmer steht der Auftragsverarbeiter wie für eigenes "
            "Verschulden ein.",
            True,
        ),
        (
            "subprocessors.contracts_inspectable",
            "Auf Verlangen stellt der Auftragsverarbeiter dem Verantwortlichen eine Kopie der Verträge mit "
            "den Unterauftragnehmern zur Verfügung.",
            True,
        ),
        (
            "subprocessors.contracts_inspectable",
            "Der Verantwortliche ist berechtigt, Auskunft über den wesentlichen Inhalt des Vertrages mit dem "
            "Unterauftragnehmer zu erhalten, erforderlichenfalls durch Einsicht in die Vertragsunterlagen.",
            True,
        ),
        ("term.starts", "Dieser Vertrag tritt mit Unterzeichnung durch beide Parteien in Kraft.", "on_signature"),
        ("term.starts", "Dieser Vertrag beginnt mit dem Inkrafttreten des Hauptvertrags.", "with_main_agreement"),
        (
            "term.starts",
            "Dieser Vertrag kommt mit der Annahme im Bestellvorgang durch den Verantwortlichen zustande.",
            "on_acceptance",
        ),
        (
            "term.lasts",
            "Die Laufzeit dieses Vertrags richtet sich nach der Laufzeit des Hauptvertrags.",
            "main_agreement",
        ),
        ("term.lasts", "Dieser Vertrag endet automatisch mit der Beendigung des Hauptvertrags.", "main_agreement"),
        (
            "term.lasts",
            "Die Dauer dieses Auftrags (Laufzeit) entspricht der Laufzeit der Leistungsvereinbarung.",
            "main_agreement",
        ),
        (
            "term.lasts",
            "Dieser Vertrag gilt, solange der Auftragsverarbeiter personenbezogene Daten des "
            "Verantwortlichen verarbeitet.",
            "while_processing",
        ),
        (
            "term.separately_terminable",
            "Der Verantwortliche kann diesen Vertrag jederzeit ohne Einhaltung einer Frist kündigen, wenn "
            "ein schwerwiegender Verstoß des Auftragsverarbeiters vorliegt.",
            True,
        ),
        ("term.separately_terminable", "Eine isolierte Kündigung dieses Vertrags ist ausgeschlossen.", False),
        (
            "term.survival",
            "Die Pflichten zur Vertraulichkeit aus diesem Vertrag bestehen auch nach Beendigung des Vertrags fort.",
            True,
        ),
        (
            "term.amendment",
            "Änderungen und Ergänzungen dieses Vertrags und aller seiner Bestandteile bedürfen einer "
            "schriftlichen Vereinbarung.",
            "mutual_written",
        ),
        ("term.amendment", "Änderungen dieses Vertrags bedürfen der Schriftform.", "mutual_written"),
        (
            "term.precedence",
            "Im Falle eines Widerspruchs zwischen diesem Vertrag und dem Hauptvertrag gehen die Regelungen "
            "dieses Vertrags vor.",
            "this_agreement",
        ),
        (
            "term.precedence",
            "Bei etwaigen Widersprüchen gehen Regelungen dieser Vereinbarung zum Datenschutz den Regelungen "
            "des Hauptvertrages vor.",
            "this_agreement",
        ),
        (
            "term.precedence",
            "Bei Widersprüchen hat der Hauptvertrag Vorrang vor dieser Vereinbarung.",
            "main_agreement",
        ),
        (
            "term.separately_terminable",
            "Das Recht des Verantwortlichen, diesen Vertrag bei groben Verstößen fristlos zu kündigen, "
            "bleibt bestehen.",
            True,
        ),
        (
            "term.lasts",
            "Dieser Vertrag beginnt sofort. Seine Laufzeit richtet sich nach der des Hauptvertrags.",
            "main_agreement",
        ),
        ("term.lasts", "Die Dauer der Verjährung richtet sich nach dem Gesetz.", None),
        ("term.starts", "Eine Einigung über den Preis kommt mit der Unterschrift zustande.", None),
        (
            "transfers.rule",
            "Die Daten bleiben in der Europäischen Union. Jede Übermittlung in ein Drittland bedarf der "
            "Zustimmung des Verantwortlichen.",
            "with_consent",
        ),
        (
            "transfers.rule",
            "Eine Übermittlung in ein Drittland ist nur zulässig, wenn die Art. 44 bis 49 DSGVO beachtet sind.",
            "with_safeguards",
        ),
        ("transfers.rule", "Eine Verarbeitung der Daten in Drittländern ist ausgeschlossen.", "not_outside_eea"),
        ("transfers.region", "Die Daten werden ausschließlich in der Europäischen Union verarbeitet.", "EU"),
    ],
)
def test_a_german_clause_is_read(key: str, clause: str, value: Value | None) -> None:
    assert value_of(key, clause, preamble=preamble_of("de")) == value
