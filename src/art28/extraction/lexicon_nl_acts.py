"""Dutch words for concepts: what parties do and are bound to, and how they secure data; lower case, the parties' roles in capitals."""

from collections.abc import Mapping
from types import MappingProxyType

ACTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "inform": (
            r"\b(?:bel|mail|app)\b(?= of\b| PROCESSOR\b)",
            r"\battendeert\b", r"\bmee(?:deelt|delen|gedeeld)\b", r"\bmededeelt\b", r"\battenderen\b",
            r"\bmededeling (?:van|aan|te)\b", r"\b(?:do(?:et|en)|ma(?:akt|ken)) … \b(?:mededeling|opgave|melding)\b", r"\bopgave\b(?= (?:van|aan))", r"\binformatie te (?:verschaffen|verstrekken)\b",
            r"\bgeïnformeer\w*", r"\bzeg(?:t|gen) (?:PROCESSOR|hij|zij|deze) CONTROLLER (?:dat|dit|het)\b",
            r"\bkrijg(?:t|en) … \b(?:e-?mail|mail|mailtje|bericht|seintje)\b", r"\bhoort? (?:\w+ )?CONTROLLER\b", r"\bCONTROLLER (?:krijgt?|hoort?|verneemt)\b", r"\bschriftelijk aan CONTROLLER\b", r"\bbericht\b", r"\bin te lichten\b", r"\bvertel\w*", r"\bzeg(?:t|gen) … \btegen\b", r"\bla(?:at|ten) … \bweten\b", r"\blaten (?:… )?\bweten\b", r"\b(?:belt|mailt|bellen|mailen)\b", r"\bge(?:eft|ven) … \bwaarschuwing\b",
            r"\bkondig(?:t|en) … \baan\b", r"\bde(?:elt|len) … \bmede\b", r"\bge(?:eft|ven) … \bbericht\b", r"\b(?:ge)?informe\w*",
            r"\b(?:ge)?meld(?:t|en|t|ing|ingen)?\b", r"\bin kennis\b",
            r"\bop de hoogte (?:te )?(?:stel|breng|hou|gebr|gest)\w*",
            r"\b(?:stelt|stellen|brengt|brengen|houdt) … op de hoogte\b", r"\binlicht\w*", r"\bingelicht\b",
            r"\blicht(?:en)? … \bin\b", r"\bmede(?:gedeeld|delen|deling)\b", r"\bde(?:elt|len) … \bmee\b", r"\bkenbaar\b",
            r"\bbericht(?:en|t)\b", r"\b(?:ge)?waarschuw\w*", r"\brapporteer\w*", r"\brapporteren\b", r"\bgerapporteerd\b",
            r"\b(?:door(?:ge)?geven|doorgeeft|door te geven)\b", r"\bge(?:eft|ven) … \bdoor\b", r"\bneem(?:t)? … \bcontact\b … \bop\b", r"\bnemen … \bcontact\b … \bop\b", r"\bcontact op(?:nemen| te nemen)\b", r"\bkennisgeving\b", r"\bverwittig\w*",
            r"\baan(?:ge)?kondig\w*",
            r"\bge(?:eft|ven) … \bkennis\b", r"\bzeg(?:t|gen) (?:PROCESSOR|hij|zij|deze|het) (?:dat|dit|het)\b", r"\b(?:trekt|trekken) … \baan de bel\b", r"\bwij(?:st|zen) … \b(?:daar|hier)?op\b", r"\b(?:laat|maakt) … \bkenbaar\b",
            r"\bbekend ?(?:ge)?maakt?\b",
        ),
        "assist": (
            r"\been beroep (?:te )?doen op PROCESSOR\b", r"\bbied(?:t|en) … \bondersteuning\b", r"\blever(?:t|en) … \binformatie\b … \bvoor\b",
            r"\bgevolg (?:kan|kunnen|te) geven\b", r"\bdraag(?:t|en) … \bbij aan\b", r"\bdra(?:agt|gen) bij\b", r"\bbij te dragen\b",
            r"\bdenk(?:t|en) … \bmee\b", r"\bstel(?:t|len) … \bin staat\b", r"\bbijsta(?:nd|at|an)\b", r"\bsta(?:at|an) … \bbij\b",
            r"\b(?:mede|samen)werk\w*", r"\bmee ?(?:te )?werk\w*", r"\bwerk(?:t|en) … \bmee\b", r"\bondersteun\w*",
            r"\bhelp(?:en|t)?\b", r"\bspring(?:t|en) … \bbij\b", r"\bhulp\b", r"\bassiste\w*", r"\bbehulpzaam\b",
            r"\blever(?:t|en) … \b(?:bijdrage|inbreng)\b", r"\bop PROCESSOR rekenen\b", r"\b(?:geeft|geven) … \b(?:gevolg|gehoor)\b",
        ),
        "instruction": (
            r"\bCONTROLLER (?:instructies?|aanwijzing(?:en)?|opdracht(?:en)?)\b",
            r"\binstructies?\b", r"\bin opdracht van\b", r"\bopdracht(?:en)? van CONTROLLER\b",
            r"\baanwijzing(?:en)?\b",
        ),
        "an_instruction": (r"\binstructies?\b", r"\bopdracht(?:en)?\b", r"\baanwijzing(?:en)?\b"),
        "only": (
            r"\bniet verder dan\b",
            r"\b(?:behalve|tenzij|anders dan) (?:in|op) (?:\w+ ){0,2}?(?:opdracht|instructie|verzoek)\b", r"\bniet op (?:een )?andere (?:manier|wijze)\b", r"\bzonder … \bniets\b", r"\bniets … \bzonder\b",
            r"\buitsluitend\b", r"\balleen\b", r"\bslechts\b", r"\benkel\b", r"\blouter\b", r"\bniet anders\b",
            r"\bnimmer anders\b", r"\bniet buiten\b", r"\b(?:niet|geen) … \banders dan\b", r"\bhoud(?:t|en) zich aan\b",
        ),
        "unless": (
            r"\btenzij\b", r"\bbehoudens\b", r"\bbehalve\b", r"\banders als\b", r"\bmet uitzondering\b",
            r"\bbuiten de instructies\b",
        ),
        "law_demands": (
            r"\b(?:de|een) wet … \b(?:eist|verlangt|voorschrijft|gebiedt|oplegt|opdraagt)\b",
            r"\b(?:unierecht|recht|wet\w*) … \bdwingt?\b", r"\b(?:verplicht|dwingt|noopt) (?:unierecht|(?:(?!(?:op|met|tot|om|aan|voor|zich|het|is)\b)\w+ ){1,4}?recht|de wet|een wet\w*)\b",
            r"\b(?:krachtens|op grond van) (?:\S+ ){0,3}(?:de wet|wettelijk voorschrift|"
            r"\w*wetgeving|\w*recht)\b",
            r"\b(?:de|een) wet (?:\S+ ){0,3}(?:eist|verlangt|verplicht|voorschrijft|dwingt)\b",
            r"\bwettelijk(?:e)? (?:plicht|verplicht\w*|vereist\w*|gehouden|voorschrift\w*|verhinder\w*)",
            r"\b(?:unierecht\w*|lidstat\w+|lidstaatrecht\w*|wet|wetgeving|regelgeving|"
            r"recht) … (?:verplicht\w*|vereis\w*|gehouden|noopt|voorschrijf\w*)",
            r"\b(?:verplicht\w*|vereist|gehouden|noodzakelijk) … (?:op grond van|krachtens|"
            r"ingevolge|volgens|bij|door) … (?:unierecht\w*|lidstat\w+|lidstaat\w*|wet\w*|"
            r"recht)\b",
            r"\b(?:dwingend(?:e|rechtelijk)?) … (?:wet\w*|recht|voorschrift\w*|bepaling\w*)",
            r"\bwettelijke bepaling\w* … (?:verplicht|vereis)\w*", r"\bafwijkende wettelijke\b",
            r"\bwettelijk vereist\b", r"\b(?:unierecht\w*|recht|wet\w*|voorschrift\w*) … \b(?:gedwongen|genoodzaakt|nopen)\b",
            r"\bmoet(?:en)? (?:\w+ )?van de wet\b", r"\bwettelijke plicht … \b(?:dwingt|noopt|voorschrijft|verplicht)\b", r"\bbepaling(?:en)?\b … \b(?:verplicht\w*|dwing\w*|noop\w*|voorschrijf\w*)\b", r"\bde wet … \b(?:dwingt|verplicht|anders)\b", r"\bopgelegde plicht\b",
        ),
        "infringes": (
            r"\btegen (?:de|een) (?:regels?|wet|avg|regelgeving|privacyregels)\b",
            r"\bniet verenigbaar\b", r"\binbreuk (?:maakt|oplever\w*|vorm\w*|op)\b",
            r"\binbreuk op de (?:avg|privacy|wet)\b", r"\bin strijd\b", r"\bstrijdig\b", r"\bschend\w*",
            r"\bonrechtmatig\b", r"\binbreuk\b",
            r"\bindruis\w*", r"\bonwettig\w*", r"\bonwetmatig\w*", r"\bniet door de beugel\b", r"\bverboden is\b", r"\bniet (?:mag|klopt|strookt)\b", r"\bonverenigbaar\b", r"\bniet in overeenstemming\b", r"\bin de weg\b",
        ),
        "secrecy": (
            r"\bvertrouwelijkheid\b",
            r"\bhoud(?:t|en) (?:PROCESSOR )?voor PROCESSOR\b", r"\bstilzwijgen\b", r"\bmond (?:\w+ )?(?:te )?houd\w*",
            r"\bvoor zich (?:te )?houd\w*", r"\bhoud\w* … \bvoor zich\b", r"\bgeheim\w*", r"\bvertrouwelijk\w*",
            r"\bzwijgplicht\b",
            r"\bhoud\w* … \bvoor (?:ons|mij|hun)zelf\b", r"\bzwijg(?:en|t)\b", r"\bstil(?:zwijgen|te)\b",
        ),
        "staff": (
            r"\bPROCESSOR mensen\b", r"\bmensen die (?:(?:voor|bij|namens) )?PROCESSOR\b", r"\bwie (?:voor|bij) PROCESSOR werkt\b",
            r"\bpersone(?:n|el)\b", r"\baangestelden?\b", r"\bperso\(o\)n\(en\)", r"\bmedewerk(?:er|ster)s?\b", r"\bwerknemers?\b",
            r"\bpersoneelsleden\b", r"\bdegenen\b", r"\biedereen\b", r"\beenieder\b", r"\binhuurkrachten\b", r"\bfreelancers?\b",
            r"\bingehuurd\w*", r"\barbeids\S{0,4}(?:overeenkomst|contract)\w*",
            r"\buitzendkrachten\b", r"\bgedetacheerden\b", r"\bzzp'?ers\b", r"\b\w*beheerders\b", r"\bteamle(?:den|iders)\b", r"\bonze mensen\b",
            r"\b(?:een )?ieder\b(?= (?:die|van wie|van hen))", r"\been ieder\b", r"\b\w*medewerkers\b", r"\bonder (?:het|haar|zijn) gezag\b", r"\bstagiairs?\b",
            r"\bcollega'?s\b",
        ),
        "bound": (
            r"\bgeldt ook\b", r"\bzorg(?:t|en)\b … \bdat\b",
            r"\bbeding\w*", r"\bbetracht\w*", r"\bbeloo?(?:ft|fd|ven)\b", r"\btoe(?:ge)?zeg(?:d|gen)\b", r"\bgebonden\b", r"\bverplicht(?:en|ing|ingen)?\b",
            r"\bin acht (?:te )?nem\w*", r"\bin acht neemt\b", r"\bneemt … \bin acht\b", r"\bverbonden\b", r"\bverbinden\b", r"\boplegg\w*", r"\bopgelegd\b", r"\blegt\b", r"\bgehouden\b",
            r"\bonderworpen\b", r"\bhouden aan\b", r"\bverklaring\w*",
            r"\bgeheimhoudings(?:beding|verplichting|plicht|overeenkomst)\w*", r"\bgelden ook\b", r"\btekenen\b",
            r"\b(?:onder)?teken(?:t|d|en)?\b", r"\b(?:ge|onderge)tekend\b", r"\bhandtekening\b",
        ),
        "conduct_certificate": (r"\bvog\b", r"\bverklaring(?:en)? omtrent (?:het )?gedrag\b"),
        "measures": (r"\bmaatregel\b", r"\b\w*maatregel(?:en)?\b", r"\bbeveiliging\w*"),
        "security_object": (
            r"\b\w*maatregelen\b", r"\b\w*beveiliging\b",
            r"\bbeveiligings(?:audit|beleid|proced|test|niveau|review)\w*", r"\bveiligheid\w*",
            r"\bdoeltreffendheid\b", r"\beffectiviteit\b", r"\bsecurity(?! hea)\b", r"\bpenetratie\w*",
            r"\bpen-?tests?\b", r"\bkwetsbaarhe\w+",
            r"\bbeveiligingsprogramma\b", r"\bbeheersmaatregelen\b",
        ),
        "review": (
            r"\bbezie(?:t|n)\b", r"\bbeziet\b", r"\bscherp(?:t|en) … \baan\b",
            r"\b(?:her)?beoordeelt\b", r"\bga(?:at|an) … \bna of\b", r"\bbeproe(?:ft|ven)\b", r"\bbekijk(?:t|en)\b", r"\bnaloopt\b", r"\b(?:loopt|lopen) … \bna\b",
            r"\b(?:ge)?[eë]valu\w*", r"\b(?:her)?beoordel\w*", r"\bbeoordeeld\b", r"\b(?:ge)?test(?:en|t)?\b",
            r"\b(?:ge)?toets(?:en|t|ing)?\b", r"\breviews?\b", r"\b\w*audit\w*", r"\bherzien\b",
            r"\bcontrole(?:ert|ren|s)?\b", r"\bpen-?test\w*", r"\bpenetratietest\w*",
            r"\bbezien\b", r"\bonderzocht\b", r"\bonderzoek(?:t|en)\b", r"\bbekijkt?\b", r"\bkijk(?:t|en)\b(?= … \bof\b)", r"\bherijk\w*",
        ),
        "regularly": (
            r"\bmet (?:enige )?regelmaat\b", r"\bop gezette tijdstippen\b", r"\beens per (?:\w+ )?jaar\b", r"\bom het (?:half)?jaar\b", r"\belke? (?:\w+ )?(?:jaar|maanden)\b",
            r"\bperiodieke?\b", r"\bregelmatige?\b", r"\bjaarlijkse?\b", r"\bhalfjaarlijkse?\b",
            r"\btweejaarlijkse?\b", r"\b(?:driemaandelijkse?|kwartaal\w*|maandelijkse?)\b", r"\bop gezette tijden\b",
            r"\b(?:elk|ieder) (?:kwartaal|jaar|half ?jaar)\b",
            r"\b(?:één|een|1|twee|2)(?:maal| keer| maal)? per (?:kalender)?jaar\b", r"\bten minste jaarlijks\b",
            r"\bdoorlopend\b",
            r"\b(?:één|een)maal per\b", r"\b(?:elke|iedere) (?:\w+ )?(?:maanden|maand)\b",
        ),
        "described": (
            r"\bge(?:eft|ven) … \bweer\b", r"\bstaa[nt]\b", r"\bbevat\b", r"\b(?:be|om)schr(?:even|ijving|ijft|ijven)\w*",
            r"\bopgenomen\b", r"\b(?:ge)?specifi\w*", r"\boverzicht\b", r"\bvermeld\b", r"\bneergelegd\b",
            r"\bvastgelegd\b", r"\bopgesomd\b", r"\bvolgende\b", r"\bhieronder\b", r"\bgenoemde?\b",
            r"\buitgewerkt\b", r"\bzijn te vinden\b", r"\buiteengezet\b", r"\btreft u\b", r"\bconform\b",
        ),
        "annex": (
            r"\baanhangsel\b", r"\b\w*bijlagen?\b", r"\bannex\b", r"\bappendix\b", r"\bhieronder\b",
            r"\bin dit document\b", r"\bbeveiligingsbijlage\b",
        ),
        "may": (
            r"\bkunt\b", r"\bbevoegd\b", r"\b(?:is|zijn) vrij\b", r"\bkunnen\b",
            r"\bkan\b", r"\bmag\b", r"\bmogen\b", r"\bgerechtigd\b", r"\bgerechtigd om\b", r"\bbehoudt zich … (?:het )?recht\b",
            r"\bheeft het recht\b", r"\bis het … toegestaan\b", r"\bstaat het … vrij\b",
            r"\bstaat (?:het )?PROCESSOR vrij\b",
        ),
        "change": (
            r"\bbij ?(?:te )?stel\w*", r"\bvervang\w*", r"\bverander\w*", r"\b(?:ge)?wijzig\w*", r"\baan(?:te)?pass\w*", r"\baangepast\b",
            r"\baan te passen\b", r"\b(?:laten|te laten) vervallen\b", r"\bverzwak\w*", r"\bafschal\w*", r"\bvernieuw\w*", r"\bupdate\w*", r"\bherzien\b", r"\bbij te werken\b",
            r"\bpas(?:t|sen) … \baan\b",
        ),
        "agreed": (
            r"\bingestemd\b", r"\binstemt\b", r"\bovereengekomen\b", r"\bovereenstemming\b", r"\binstemming\b",
            r"\bakkoord\b", r"\btoestemming\b", r"\bgoedkeuring\b", r"\bin overleg\b", r"\bgoedvinden\b",
        ),
        "no_warranty": (
            r"\bniet (?:kan |kunnen )?worden (?:gewaarborgd|gegarandeerd)\b", r"\bniet (?:\w+ ){0,3}(?:gegarandeerd|gewaarborgd)\b",
            r"\bgarantie\b … \bniet (?:geven|bieden|afgeven)\b", r"\bniet garanderen\b", r"\bniet (?:\w+ ){0,3}instaan\b", r"\bstaa[tn] er niet voor in\b", r"\bstaa[tn] niet in\b",
            r"\bgarande\w+ … \bniet\b", r"\bniet garande\w*", r"\bgeen (?:garantie|waarborg)\w*",
            r"\bniet (?:kan |kunnen )?instaan\b", r"\bkan niet … garande\w*", r"\bniet … gegarandeerd\b",
            r"\bgaranderen (?:\w+ )?niet\b", r"\bstaat (?:\w+ )?(?:daar|hier|er)(?: \w+){0,3} niet voor in\b", r"\b(?:beloven|belooft) … \bniet\b", r"\bniet … \b(?:beloofd|beloven)\b", r"\bgeeft (?:\w+ )?geen garantie\b", r"\bniet te (?:garanderen|waarborgen)\b",
        ),
    }
)  # fmt: skip
