"""Reading -> what a report of a breach must hold (Art. 33(3) and more), by the clause and by the annex's questionnaire."""

import re
from collections.abc import Iterator
from functools import lru_cache

from art28.agreement.passages import Reading
from art28.document.outline import Part
from art28.extraction.rule import Candidate, Rule
from art28.extraction.topics.breach.breach import WORDS, on_breach
from art28.extraction.words.cues import phrase
from art28.extraction.words.statements import Statement, statements
from art28.terms import Role

_LEADS = (
    # The notice goes by mail, and the next sentence says what "zij" holds.
    r"^[\W\d]*(?:zij|deze|die|dit|dat|het|it|this|that|sie|es|diese) (?:(?:shall |will |must |should )?(?:include|contain|describe|state|cover)s?|bevat|omvat|behelst|vermeldt|beschrijft|enthält|umfasst|beschreibt)\b|"
    r"\baus der (?:meldung|mitteilung|benachrichtigung|anzeige)\b[^.;]{0,30}\b(?:geh(?:t|en) hervor|ergibt sich|ergeben sich|muss|müssen|soll)\b|\bin der (?:meldung|mitteilung|benachrichtigung)\b[^.;]{0,20}\b(?:anzugeben|ist|sind|wird|werden|steht|stehen)\b|\b(?:meldung|mitteilung|benachrichtigung)\b[^.;]{0,30}\berkennen\b|"
    r"\b(?:daarbij|daarin|hierbij) zet PROCESSOR uiteen\b|\buit (?:de|het) (?:melding|bericht) blijkt\b|\bin (?:de|het) (?:melding|bericht)\b[^.;:]{0,12}\b(?:komen? aan de orde|leest CONTROLLER)\b|\bleest CONTROLLER\b[^.;:]{0,12}\bin (?:de|het) (?:melding|bericht)\b|\bCONTROLLER leest in de melding\b|^[\W\d]*te (?:ver)?melden zijn\b|"
    r"\b(?:bevat\w*|omvat\w*|behelst|vermeldt)\b[^.;]{0,20}\b(?:melding|meldplicht|kennisgeving|rapportage)\b|"
    r"\bin (?:de|het|elke|iedere|die|dat|zijn|haar) (?:melding|kennisgeving|rapport|bericht|mail|e-mail)\b[^.;]{0,30}\b(?:staat|staan|vermeld\w*|"
    r"noem(?:t|en))\b|\b(?:vertelt?|vertellen)\b[^.;]{0,40}\bwat\b|\b(?:vertellen|vertelt?|melden|meldt?|mailen|mailt?) (?:PROCESSOR )?CONTROLLER(?: dan| daarbij| ook)?(?: in (?:ieder|elk) geval| minimaal| minstens| ten minste)?:|"
    r"\b(?:PROCESSOR|hij|zij) (?:vermeldt|meldt|geeft|noemt)\b[^.;:]{0,20}\b(?:voor zover|zover|indien)\b[^.;:]{0,30}\bbekend\b[^.;:]{0,12}:|\bPROCESSOR (?:vermeldt|meldt|noemt|vertelt) (?:daarbij|hierbij|daarin|de aard|de oorzaak|wat er|wat de|welke)\b|"
    r"\b(?:melding|mededeling|meldplicht|kennisgeving|bericht|verslag|rapport(?:age)?|notification|notice|report|informatie|"
    r"information|meldung|notifica\w*)\b[^.;]{0,140}\b(?:bevat\w*|omvat\w*|behelst|bestaat uit|"
    r"vermeld\w*|beschrij\w*|includ\w*|contain\w*|describe\w*|set out|specif\w*|enthält|umfasst|contient|"
    r"at least|ten minste|minimaal|in ieder geval)\b|"
    r"\b(?:volgende|following|folgenden?|suivantes)\b[^.;]{0,40}\b(?:informatie|gegevens|vragen|"
    r"information|details|questions|informationen|informations)\b|"
    r"\bPROCESSOR (?:vermeld(?:t|en)|meld(?:t|en)|noemt|noemen) (?:daarbij |daarin )?(?:in ieder geval|ten minste|minimaal|minstens)\b|"
    r"\b(?:PROCESSOR|hij|zij) (?:verstrekt|vermeldt|geeft|noemt) (?:daarbij|hierbij|daarin)(?: ten minste| in ieder geval| minimaal)?:|"
    r"\b(?:verslag|rapport(?:age)?|melding|bericht) met(?: daarin)?:? (?:\w+ )?(?:de )?(?:aard|oorzaak|beschrijving|omschrijving|tijdstip)\b|"
    r"\b(?:vragen)\b[^.;]{0,20}\bbeantwoord\w*|\bmet (?:daarin|vermelding|opgave|ten minste|minimaal|"
    r"in ieder geval|wat we)\b|\bmet wat (?:PROCESSOR|hij|zij|wij) (?:\w+ ){0,4}we(?:et|ten)\b|"
    r"\b(?:inlichtingen|informatie|gegevens|information)\b[^.;]{0,60}\b(?:waaronder|including)\b[^.;]{0,30}:|"
    r"\b(?:mail|e-mail|bericht|verslag|rapport)\b[^.;]{0,20}\bwaarin (?:staat|staan)\b|"
    r"\binformatie\b[^.;]{0,30}\b(?:verstrekken|verstrekt)\b[^.;]{0,20}:|\b(?:uiterlijk|after|"
    r"na)\b[^.;]{0,60}, met de aard\b|\b(?:aard|nature)\b[^.;]{0,50}\b(?:gevolgen|"
    r"consequences)\b|\bprovide\b[^.;]{0,60}\b(?:information|details|description)\b|"
    r"\btogether with\b|\b(?:give|gives|provide|provides|contain|contains|state|states) (?:\w+ )?(?:particulars|details) of\b|\b(?:notice|notification|report)\b[^.;]{0,20}\b(?:explains?|identif(?:y|ies)|covers?|makes? clear)\b|"
    r"\b(?:signalement|alerte|déclaration|message|courriel|celui-ci|celle-ci|il fait|elle fait)\b[^.;]{0,60}\b(?:comprend|précise|expose|indique|décrit|mentionne|comporte|contient|connaître)\b|"
    r"\b(?:vermeldt|meldt|laat weten|zegt|schrijft)\b[^.;]{0,40}\bwat er\b|\bkrijgt?\b[^.;]{0,20}\bte horen\b|\bdaarin (?:staat|staan|wordt|vermeldt|vindt|leest|vertelt|zet|geeft|noemt|lezen|vertellen|noemen)\b|"
    r"\b(?:vertelt|meldt|laat(?: \w+){0,2} weten|geeft|noemt|schrijft|bericht|verstrekt|deelt|tells|reports|gives|provides|states|nennt|teilt|gibt|indique|communique)\b[^.;]{0,70}"
    r"\b(?:in ieder geval|ten minste|tenminste|minimaal|minstens|in elk geval|zo mogelijk|at least|at a minimum|mindestens|zumindest|au moins|au minimum)\b[^.;]{0,40}:|"
    r"\bPROCESSOR (?:will |shall )?(?:describes?|explains?)\b[^.;]{0,20}\bwhat\b|\bexposant\b|\b(?:shall|will|must) (?:state|describe|set out|specify|indicate|cover|say)\b|\btells?\b[^.;]{0,30}\bwhat\b|\b(?:tells?|informs?) (?:the )?CONTROLLER\b[^.;:]{0,30}:|\bstating\b|\bsetting out\b|"
    r"\b(?:meldung|mitteilung|benachrichtigung|information)\b[^.;]{0,80}\b(?:gibt|beinhaltet|enthält|umfasst|enthalten|nennt|angaben|auskunft)\b|\b(?:gibt|teilt|nennt)\b[^.;]{0,60}\b(?:auskunft|angaben)\b|"
    r"\bgeeft?\b[^.;]{0,40}\baan\b(?::|,)? ?\b(?:wat|welke|hoe|om|wanneer|de aard)\b|\bgeeft\b[^.;]{0,40}\baan\b[^.;]{0,10}:|"
    r"\b(?:verstrekt|levert|geeft|meldt|provides?|supplies|erteilt|übermittelt|fournit)\b[^.;]{0,60}\b(?:informatie|gegevens|inlichtingen|information|informationen|angaben|informations)\b[^.;]{0,60}:|"
    r"\b(?:mit|unter) (?:der )?angabe\b|\bfolgende (?:informationen|angaben)\b|\bsagen?\b[^.;]{0,25}\bwas\b|"
    r"\b(?:notification|information|avis|rapport|elle|il)\b[^.;]{0,80}\b(?:comprend|précise|expose|indique|décrit|mentionne|comporte|contient|décri\w+)\b|"
    r"\b(?:daarbij|hierbij|daarin|hierin) (?:vermeldt|meldt|verstrekt|noemt|deelt|vermelden|melden|noemen) (?:PROCESSOR|hij|zij)?[^.;]{0,40}:|\bsuch (?:notice|notification|report)\b[^.;]{0,20}\b(?:shall|will|must) (?:describe|include|contain|state)\b|"
    r"^[\s*_|•-]*(?:inhoud|content|inhalt|contenu)(?: (?:van )?(?:de |the )?(?:melding|notice|notification))?[\s*_]*[:\t]|"
    r"\b(?:informations|éléments|renseignements) suivants?e?s?\b|\bart der verletzung\b[^.;]{0,160}\bfolgen\b|\bnature de la violation\b"
)
_FORM = re.compile(
    r"\b(?:\w*formulier|vragen\w*|meld\w*|proces|procedure|formulier|form|questionnaire|notification|report\w*|\w*formular|"
    r"fragebogen|formulaire|signalement|\w*zettel)\b"
)
_BREACH = re.compile(
    r"data-?lek|inbreuk|incident|voorval|breach|meldplicht|data loss|security event|sicherheitsereignis|panne|verletzung|vorf[aä]ll|violation"
)
_LEAD_TOPIC = re.compile(rf"{_BREACH.pattern}|\bmelding\b|\bnotification\b")
_A_FORM = re.compile(r"\b(?:\w*formulier|form|questionnaire|report|\w*formular|fragebogen|formulaire)\b")
_THE_BREACH = (
    r"(?:het |de |the |an? |dit |such |any |elk )?(?:\w+ ){0,2}?(?:incident|data-?lek|lek|"
    r"inbreuk|beveiligings\w+|breach|gebeurtenis|voorval|event|personal data breach|security incident|"
    r"verletzung)"
)
# "the categories of people and of data, with their estimated numbers"
_COUNTS_OF_BOTH = (
    r"\b(?:personen|betrokkenen|data subjects)\b[^.;]{0,25}\b(?:\w*gegevens|data)\b[^.;]{0,25}\b(?:hun|their)\b"
    r"[^.;,]{0,15}\b(?:aantallen|numbers)\b"
)
# Whose data they are, in whatever trade: the people that a report counts.
_PEOPLE = (
    r"(?:betrokkenen?|personen|mensen|werknemers|medewerkers|kandidaten|cliënten|patiënten|leerlingen|studenten|klanten|huurders|deelnemers|leden|inwoners|"
    r"burgers|bewoners|gebruikers|abonnees|bezoekers|verzekerden|sollicitanten|ouders|data subjects?|people|individuals|persons|cardholders|customers|users|"
    r"employees|tenants|patients|candidates|members|students|residents|subscribers|consumers|betroffene\w*|leute|kunden|mitarbeitende\w*|beschäftigte\w*|patienten|"
    r"personnes|patients|salariés|clients)"
)
_TOKENS = {
    "description": rf"\b(?:omschrijving|beschrijving|samenvatting|description|summary|"
    rf"describe)\b[^.;:]{{0,12}}\b(?:van|of)? ?{_THE_BREACH}\b|\bwat er (?:is )?(?:gebeurd|voorgevallen|misging|mis ging)\b|\bwat (?:is er|er is) (?:gebeurd|voorgevallen)\b|\b(?:hetgeen|wat) (?:er )?(?:is voorgevallen|voorviel|is gebeurd|heeft plaatsgevonden)\b|"
    rf"\bfeitelijk relaas\b|\bwhat (?:has )?happened\b|\bgeef een (?:\w+ )?(?:omschrijving|samenvatting|beschrijving)\b|\bwas (?:ist )?(?:geschehen|passiert|vorgefallen)\b|"
    rf"\b(?:beschreibung|schilderung) (?:des|der) (?:vorfalls?|ereignis\w*|verletzung)\b|\b(?:description|résumé) d(?:e l'|es )(?:incident|faits|événement)\w*\b|\bde feiten\b|\bwat er aan de hand is\b|"
    rf"\bwat er gebeurd is\b|\bce qui s'est (?:passé|produit)\b|\bcirconstances d(?:e l'|e la |u )|\bles circonstances\b|\bhergang\b",
    "nature": r"\b(?:om )?wat voor (?:soort |een )?(?:inbreuk|lek|data-?lek|incident) het (?:gaat|is|betreft)\b|\bkarakter van de inbreuk\b|\baard van\b|\b(?:de|het|the|een)? ?(?<![a-z])aard\b(?! van de verwerking)|"
    r"\bnature\b(?! of (?:the )?processing)(?! d(?:u|es) traitements?)|\bart (?:der|des|und)\b(?! verarbeitung)|^[\s*_(a-z)-]*(?:eine )?art\b|"
    r"^[\s*_-]*aard\b",
    "cause": r"\bwaardoor\b[^.;,]{0,30}\b(?:is ontstaan|ontstond|kwam|gekomen|veroorzaakt)\b|\bhoe (?:dat|dit|het)\b[^.;,]{0,20}\b(?:gebeuren|kwam|kon|gekomen)\b|\bhow (?:it|this|that)\b[^.;,]{0,15}\b(?:happen\w*|came)|\boorzaak\b|\boorzaken\b|"
    r"\bde toedracht\b|\broot cause\b|(?<!en.)\bcause\b|\bursachen?\b|\b(?:la|les) causes?\b|\bund warum\b|\ben waardoor\b|\band why\b",
    "data_categories": (
        r"\bwhat (?:personal )?data (?:is|are|was|were|it|may be|might be)\b|"
        r"\b(?:categorie\w*|soort(?:en)?|typen?|type|(?<!van.)welke|betreffende|getroffen|betrokken|gelekte|"
        r"categor\w+|kinds?|types?|which|affected|"
        r"kategorien)\b[^.;]{0,70}?\b(?:persoons)?gegevens\w*|\b(?:categor\w+|kinds?|types?|which|"
        r"affected)\b[^.;]{0,90}?\b(?:personal )?(?:data(?! subjects?| breach| protection)|records|"
        r"information)\b|\bwat voor (?:soort )?(?:persoons)?gegevens\b|\bwiens gegevens\b[^.;]{0,30}\bwelke\b|\bom welke (?:persoons)?gegevens\b|"
        r"\b(?:kategorien|arten)[^.;]{0,60}\b(?:daten\w*|datensätze)|\bdatenarten\b|\bdatenkategorien\b|\b(?:um )?welche daten\b|\b(?:art|arten) der (?:betroffenen )?daten\b|"
        r"\b(?:catégories|types?|nature)\b[^.;]{0,60}\bdonnées\b|\bquelles données\b|\bdonnées (?:concernées|touchées|en cause)\b|\bles données et le nombre\b|\bbetroffenen? daten\b"
    ),
    "subject_categories": (
        rf"\b(?:categorie\w*|groep(?:en)?|soort(?:en)?|typen?|\(?categor\w+\)?|kategorien|groups?|catégories)\b(?:(?!\bhoeveel\b|\bhow many\b|\bwie viele\b|\bgegevens,? (?:en )?(?:het )?aantal)[^.;]){{0,70}}?\b{_PEOPLE}\b|"
        r"\b(?:getroffen|welke|which|affected)\b(?:(?!gevolg|consequen|folgen|hoeveel|aantal|how many|zahl|number)[^.;]){0,70}?"
        r"\b(?:betrokkenen?|personen|data subjects?|individuals|persons)\b|"
        rf"\bwelke {_PEOPLE}\b|\bvan (?:wie|welke)\b[^.;]{{0,30}}\b(?:{_PEOPLE}|anderen)\b|\bvan wie\b[^.;]{{0,20}}\bgegevens\b|"
        r"\b(?:de|welke) betrokken personen\b|\bwiens gegevens\b|\bwhose (?:personal )?data\b|\bpersonengruppen\b|\bwessen daten\b|(?<!er.)\bbetroffenen? (?:datenarten und )?personen\b|\bquelles personnes\b"
    ),
    "subject_count": (
        r"\bhow many (?:people|individuals|(?:of them )?(?:are|were) (?:concerned|affected|involved))\b|\bpersonen\w*\b[^.;]{0,25}\b(?:deren|ihrer|nebst|samt|mit) (?:ungefähre\w* |annähernde\w* )?(?:an)?zahl\b|\b(?:aantal(?:len)?|hoeveel(?:heid)?|numbers?|(?:an)?zahl|nombre|how many|wie ?viele|combien|"
        rf"omvang)\b[^.;]{{0,75}}?\b{_PEOPLE}\b|\bom hoeveel van hen\b|\b(?:personen|betrokkenen|anderen|mensen|leerlingen|klanten|people|individuals)\b[^.;,]{{0,20}}\b(?:hoeveel|how many)\b|\bvan hoeveel\b|\bhoeveel (?:het|er|dat) (?:er |naar schatting |ongeveer |bij benadering )*(?:zijn|betreft|gaat)\b|\b(?:approximate|estimated|likely) numbers? of (?:each|both)\b|\b(?:personnes|salariés|clients)\b[^.;]{{0,60}}\bleur nombre\b|"
        r"\b(?:betrokkenen|personen|data subjects)\b[^.;]{0,40}\b(?:aantal(?:len)?|numbers?)\b|"
        rf"{_COUNTS_OF_BOTH}"
    ),
    "record_count": (
        r"\bhow many (?:\w+ and |\w+ or )?records\b|\b(?:aantal(?:len)?|hoeveel(?:heid)?|numbers?|(?:an)?zahl|"
        r"nombre)\b[^.;]{0,110}?\b(?:(?:persoons)?gegevens(?:register|record|bestand|set)\w*|dossiers|bestanden|"
        r"(?:personal )?data records|records|datensätzen?|enregistrements|dossiers)\b|\b(?:hoeveelheid|"
        r"aantal(?:len)?)\b[^.;,]{0,50}\bpersoonsgegevens\b(?! zijn| waarvan)(?!.{0,12}hoeveel)|"
        rf"\baantallen betrokkenen en gegevens\b|{_COUNTS_OF_BOTH}"
    ),
    "measures": r"\bwat (?:er ?)?(?:aan|tegen) (?:is |wordt )?(?:gedaan|ondernomen|doet|doen|gebeurt)\b|\bwat PROCESSOR er ?(?:aan|tegen) do(?:et|en)\b|\bhoe PROCESSOR (?:het|dit|dat) (?:aanpakt|oplost)\b|\b(?:proposed|suggested) solutions?\b|\bce qu'(?:il|elle|PROCESSOR) (?:a|aura) (?:fait|entrepris|mis en (?:œuvre|place))\b|\bce que PROCESSOR (?:a|fait|fera)\b|\b(?:voorgestelde|gekozen|mogelijke) oplossing(?:en)?\b|\bwhat (?:PROCESSOR|it|they) (?:\w+ ){0,7}?do(?:ne|ing)? about (?:it|this|that|them)\b|\bwhat PROCESSOR (?:\w+ ){0,3}do(?:ne)? about\b|\b\w*maatregelen\b|\bmeasures\b|\b\w*maßnahmen\b|\bmesures\b|\bremèdes\b|\bactions (?:engagées|entreprises|correctives|menées)\b|\b(?:eingeleiteten?|ergriffenen?) schritte\b|\bremedial (?:action|steps)\b|"
    r"\bsteps (?:taken|proposed|were taken)\b|\bwhich steps\b|\bsteps (?:that )?PROCESSOR (?:is|are|has|have|will)\b|\bwhat PROCESSOR (?:have|has|is|are|will|propos\w*)\b[^.;,]{0,20}\b(?:done|do|doing|tak\w+|propos\w*)\b|\b(?:hetgeen|wat) PROCESSOR\b[^.;,]{0,20}\b(?:ondernomen|ondernem\w*|gedaan|doe\w*)\b|\bwat (?:PROCESSOR|wij|we|hij|zij|ze|is|er)\b[^.;,]{0,20}\b(?:doe[tn]?|gedaan|ondernomen|ondernemen)\b|"
    r"\bwat (?:er |is ){0,2}(?:al |aan |nog ){0,2}(?:is )?gedaan\b|\b(?:genomen|ondernomen|gezette|te nemen|te zetten) stappen\b|\b(?:stappen|acties) die PROCESSOR\b|\b(?:hetgeen|wat) (?:is|wordt|werd) (?:al )?(?:gedaan|ondernomen)\b|\bgedaan is\b|\bwhat (?:has been|was|is being) done\b|"
    r"\bwas (?:der |die )?(?:PROCESSOR|wir|er|sie)\b[^.;,]{0,60}\b(?:unternommen|getan|unternimmt|veranlasst|vorschlägt|eingeleitet|vorgesehen|plant)\b",
    "contact_point": r"\bbij wie\b[^.;,]{0,20}\b(?:navraag|vragen)\b|\bwho(?:m)? CONTROLLER (?:can|may|should) (?:talk|speak|turn|write|call)\b|\bwho(?:m)? to (?:contact|call|speak to)\b|\b(?:functionaris|medewerker|persoon|contactpersoon|afdeling|degene|person|officer|stelle|person)\b[^.;]{0,20}\b(?:bij|van|from|bei|auprès de) (?:wie|whom|der|dem|qui)\b|\bbij wie\b[^.;]{0,40}\b(?:inlichtingen|terecht\w*|vragen)\b|\bmet wie\b[^.;]{0,50}\bcontact\b|\bwhom\b[^.;]{0,20}\bcontact\b|\b(?:an wen|mit wem)\b|"
    r"\b(?:degene|persoon|iemand)\b[^.;]{0,12}\bbij wie\b|\bbij wie\b[^.;]{0,40}\b(?:terecht\w*|informatie)\b|\bpoint of contact\b|"
    r"\bperson (?:who|from whom)\b[^.;]{0,25}\binformation\b|\bnamed contact\b|\b(?:naam|namen|names?|nom)\b[^.;]{0,25}\b(?:bereikbaarheid|telefoon\w*|mobiel\w*|mobile|phone|"
    r"kontaktdaten|coordonnées|contact\w*)\b|"
    r"\bcontact(?:punt|gegevens|point| point| details|informatie| information| person)\b|\bbereikbaarheid van\b|"
    r"\baanspreekpunt\w*|\bcontactpersoon\b|\banlaufstelle\b|\bkontaktdaten\b|\bansprech\w+|\b(?:person|people|officer|maintainer|engineer|colleague)s? to contact\b|\bcoordonnées d(?:u|e la|e l') ?(?:délégué|dpo|contact|référent)\w*|\bwer\b[^.;,]{0,40}\b(?:rückfragen|auskunft)\b|\bpoint de contact\b|\binterlocuteur\b|\bpersonne à contacter\b|\bwen können\b|"
    r"\bfunctionaris voor (?:de )?gegevensbescherming\b|\bdata protection officer\b",
    "when_occurred": (
        r"\b(?:het|de) (?:tijdstip|datum en tijd)(?=[,;.])|\b(?:voorgevallen|gebeurd|gebeurde) en (?:het )?(?:tijdstip|moment|wanneer|de datum)\b|"
        r"\b(?:datum|tijdstip|wanneer|periode|moment|dates?|time|when|period|"
        r"zeitpunkt|wann|quand|heure)\b[^.;]{0,70}?\b(?:plaats(?:gevonden| gevonden| kunnen vinden|vond)?|voorgedaan|voordeed|ontstaan|ontstond|gebeurde|"
        r"begon(?:nen)?|began|started|opgetreden|occur\w*|took place|take place|happened|datalek|incident|inbreuk|lek|breach|"
        r"vorfalls?|verletzung|ereignet\w*|geschehen|passiert|vorgefallen|stattgefunden|eingetreten|eintritts?|violation|survenue?|produite?)\b|\bwhat happened and when\b|\b(?:gebeurd|voorgevallen|gebeurde|geschehen|passiert|passé) (?:en|and|und|et) (?:wanneer|when|wann|quand)\b|\bwelchem tag\b|\b(?:gebeurd|voorgevallen|gebeurde)(?: is)?, wanneer\b"
    ),
    "when_discovered": (
        r"\b(?:datum|tijdstip|wanneer|moment|dates?|time|when|zeitpunkt|wann|quand)\b[^.;]{0,60}?\b(?:ontdek\w*|"
        r"geconstateerd|constatering|aan het licht|bekend (?:is )?geworden|kennis\w*|discover\w*|detect\w*|aware|found out|opgemerkt|bemerkt|"
        r"waargenomen|entdeck\w*|festgestellt|(?:be|ge)merkt|kenntnis\w*|découv\w*|constat\w*)\b"
    ),
    "protection": r"\bversleutel\w*|\bencrypt\w*|\bgehasht\b|\bhash\w*|\bonbegrijpelijk\b|\bontoegankelijk\b|\bonleesbaar\b|\bverschlüssel\w*|\bchiffr\w*|"
    r"\bunintelligible\b|\bpseudonymi\w+\b|\bgepseudonimiseerd\b",
    "other_countries": r"\bandere (?:eu-)?land(?:en)? (?:van|binnen|in) de (?:eu|europese unie)\b|\b(?:andere|other|meerdere|welke|andere[nr]?|autres) (?:eu-?|lid)?-?(?:landen|lidstaten|staten|countries|"
    r"member states|mitgliedstaaten|ländern?|états membres|pays)\b|\bgrensoverschrijdend\w*|\bcross-border\b|\bgrenzüberschreitend\w*",
    "reachability": r"\bcontactgegevens van de betrokken\w*(?: personen)?\b|\b(?:betrokkenen|"
    r"personen)\b[^.;]{0,40}\bbereik\w*|"
    r"\bcontact details of (?:the )?(?:affected )?(?:data subjects|individuals)\b|\breachable\b(?! (?:outside|at all|24))",
    "system": r"\b(?:apparaten|systemen|systeem|systems?|devices) waar het om gaat\b|\b(?:systeem|systemen|systems?|apparaten|devices?)\b[^.;]{0,12}\b(?:waarin|waarop|waarbij|in which|where)\b|"
    r"\b(?:welke?|which) (?:apparaten|systemen|systeem|systems?|devices)\b|\b(?:betrokken|getroffen|affected|compromised|naam van het|betroffene\w*) (?:\w+ )?(?:systeem|systemen|"
    r"systems?|systeme)\b|\b(?:systeem|systemen|systems?)\b[^.;]{0,20}\b(?:betrokken|getroffen|geraakt|affected|"
    r"involved)\b|\bsystèmes? (?:en cause|concernés?|touchés?|affectés?)\b",
    "vulnerable_groups": r"\bkwetsbare\b|\bkinderen\b|\bouderen\b|\bminderjarigen\b|\bvulnerable\b|\bchildren\b|\bkinder\b|\bminderjährige\w*|\bmineurs\b|\bvulnérables\b|"
    r"\bminors\b",
}
_AFTER_MEASURES = re.compile(r"\b(?:\w*maatregelen|measures|\w*maßnahmen|mesures)\b")
_CONSEQUENCE = re.compile(
    r"\bwaar(?: het)? ?toe (?:het |dit |dat )?(?:kan|kunnen) leiden\b|\b(?:\w*gevolg(?:en)?|consequences?|impact|effects?|effets|auswirkungen|folgen|conséquences|harm)\b|\bwat (?:zij|ze|die|de mensen) (?:er van|ervan) (?:kunnen )?(?:gaan )?merken\b|\bwas daraus werden\b|\bwhat (?:could|can|may|might) happen to\b|\bwhat (?:it|this|that) (?:may |might |could |will )?means? for (?:them|people|individuals|data subjects|those)\b"
)
_LIKELY = re.compile(
    r"\b(?:waarschijnlijke|verwachte|mogelijke|vermoedelijke|te verwachten|bekende|likely|"
    r"probable|possible|potential|anticipated|wahrscheinlichen?|mögliche[nr]?|"
    r"probables)\b[^.;,]{0,40}\b(?:gevolg(?:en)?|consequences?|impact|effects?|folgen|"
    r"conséquences)\b"
)
_LIMITING = re.compile(
    r"\b(?:beperk\w*|mitigat\w*|limit\w*|tegen te gaan|minimi\w*|address|abmilder\w*|eindämm\w*|begrenz\w*|atténu\w*|nachteilige[nr]?)\b"
)


_MORE_THAN_A_LEAD = 60
# A notice that names more than so many of the points that a report holds lists them, whatever its verb.
_FEWEST_TOLD = 2
_TEXTS = 256
_WORDS = (
    *WORDS, "melding", "gegevens", "data", "maatregelen", "contact", "gevolg", "betrokken", "?", "subjects", "measures",
    "consequences", "contains", "voorgevallen", "expose", "circonstances", "gibt", "daten", "maßnahmen", "folgen", "données", "mesures", "conséquences", "categor", "happened", "gebeurd",
)  # fmt: skip
_BY_CONTROLLER = (
    r"\b(?:melding|notification|notice|report|rapport)\b[^.;]{0,15}\b(?:by|door|van|from) (?:the |de )?CONTROLLER\b"
)
_OTHER_DUTIES = (
    r"{assist}[^.;]{0,80}(?:{authority})|\bwordt verstaan\b|\bmeans\b|{audit}|{costs}|\bpersoneel\b|\bregister van\b|"
    r"{register} … (?:inclusief|including|met inbegrip)|\bdocumente\w*|\bdocuments? (?:all|any)\b"
)


# "The notice shall state: (a) what happened;": the sentence ends behind its first item.
_OPENS_ITEMS = re.compile(r":\s*\(?(?:[a1i])[.)]\s[^;]{4,};\s*$")
_FURTHER_ITEM = re.compile(r"^[\s*_]*\(?(?:[ivx]{1,4}|[a-z])[.)]\s")


def _with_further_items(reading: Reading) -> Iterator[Statement]:
    """What lists the report's content, with the items behind it that a semicolon cut off: "; (ii) the categories ..."."""
    told: set[Statement] = set()
    listed = tuple(_says_what_to_report(reading))
    leading = phrase(_LEADS, reading.language)
    leads = {s.lead_span for s in listed if s.lead_span and leading.search(s.text[: s.offset])}
    same_list = (s for s in statements(reading, "") if s.lead_span in leads)
    for statement in (*listed, *same_list):
        current: Statement | None = statement
        while current is not None and current not in told:
            told.add(current)
            yield current
            after = current.following
            current = after if after is not None and _FURTHER_ITEM.match(after.text) else None


def _content(reading: Reading) -> Iterator[Candidate]:
    for statement in _with_further_items(reading):
        found = _tokens(statement.own, reading.language)
        if found:
            yield Candidate("breach.content", found, statement.passages)


def _says_what_to_report(reading: Reading) -> Iterator[Statement]:
    """Statements that list what the report holds: the clause's own, its items, the annex's questions, promised follow-up."""
    language = reading.language
    for statement in statements(reading, *_WORDS):
        if _is_form(statement) or (_on_the_report(statement, reading) and _lists(statement, language)):
            yield statement


def _on_the_report(statement: Statement, reading: Reading) -> bool:
    """Whether `statement` can be about the processor's report, not about the controller's, a register or an audit."""
    language = reading.language
    lead = statement.text[: statement.offset]
    return (
        (
            on_breach(statement, reading)
            or _LEAD_TOPIC.search(lead) is not None
            or statement.near(phrase(r"{breach}", language))
        )
        and statement.subject is not Role.CONTROLLER
        and phrase(_BY_CONTROLLER, language).search(lead or statement.text) is None
        and statement.search(phrase(_OTHER_DUTIES, language)) is None
    )


def _lists(statement: Statement, language: str) -> bool:
    leads = phrase(_LEADS, language)
    return (
        leads.search(statement.text[: statement.offset]) is not None
        or (
            statement.search(leads) is not None
            and (len(statement.text) > _MORE_THAN_A_LEAD or _OPENS_ITEMS.search(statement.text) is not None)
        )
        or (
            statement.search(phrase(r"{inform}", language)) is not None
            and len(_tokens(statement.own, language)) > _FEWEST_TOLD
        )
        or (
            statement.search(phrase(r"{follow_up}", language)) is not None
            and statement.search(phrase(r"\bontwikkelingen\b|\bdevelopments\b", language)) is not None
        )
    )


def _is_form(statement: Statement) -> bool:
    """Whether `statement` belongs to an annex's form for reporting a breach."""
    heading = statement.heading
    return (
        (
            statement.clause.part is Part.ANNEX
            or "\t" in statement.text
            or ("?" in statement.text and bool(_A_FORM.search(heading)))
        )
        and bool(_BREACH.search(heading) or (_A_FORM.search(heading) and "meld" in heading))
        and bool(_FORM.search(heading))
        and (
            "?" in statement.text
            or ":" in statement.text
            or "…" in statement.text
            or bool(
                re.match(
                    r"^[\s*]*(?:[a-z]?\d{1,2}[.)\t ]|geef|omschrij|vermeld|bijzondere|describe|give|list)",
                    statement.text,
                )
            )
        )
        and "CONTROLLER zijn" not in statement.text
    )


def content_named(text: str, language: str) -> tuple[str, ...]:
    """What of a report a question or an item names."""
    return _tokens(text.lower(), language)


@lru_cache(maxsize=_TEXTS)
def _tokens(text: str, language: str) -> tuple[str, ...]:
    """What `text` names; asked again of what was found to list it."""
    return tuple(_named_in(text, language))


def _named_in(text: str, language: str) -> Iterator[str]:
    for name, words in _TOKENS.items():
        match = phrase(words, language).search(text)
        if match and not _misread(name, match, text):
            yield name
    if _consequences(text):
        yield "consequences"


def _misread(name: str, match: re.Match[str], text: str) -> bool:
    around = text[max(0, match.start() - 30) : match.end() + 45]
    if name == "contact_point":
        if re.search(
            r"\b(?:aan|bij|to|with|an|bei|à)\b (?:de |the |den |die |der |le |la |een )?(?:in (?:\w+ ){1,3}(?:vermelde|genoemde|opgenomen) )?$",
            text[: match.start()],
        ):
            return True
        return (
            re.search(
                r"contactgegevens van de (?:betrokken|personen)|contact details of (?:the )?(?:affected|"
                r"data sub)",
                around,
            )
            is not None
        )
    if name == "vulnerable_groups":
        # "Van hoeveel kinderen en ouders?" asks for a number.
        return re.search(r"\b(?:hoeveel|how many|wie viele|combien d[e'])\W+$", text[: match.start()]) is not None
    if name == "when_occurred":
        return (
            re.search(
                r"\b(?:ontdekt|ontdekking|constatering|discovered|detected|geconstateerd)\b",
                text[match.start() : match.end() + 18],
            )
            is not None
            and "plaats" not in match[0]
        )
    if name == "description":
        return (
            re.search(r"(?:van|of) (?:de |the )?(?:aard|nature)|describe the (?:nature|likely|measures)", around)
            is not None
        )
    return False


def _consequences(text: str) -> bool:
    """Whether consequences are to be reported, not only measures against them."""
    before = _AFTER_MEASURES.split(text, maxsplit=1)[0]
    if _CONSEQUENCE.search(before) and not _LIMITING.search(before):
        return True
    return any(not _LIMITING.search(text[max(0, m.start() - 45) : m.end() + 20]) for m in _LIKELY.finditer(text))


RULES = (Rule("breach-content", ("breach.content",), _content),)
