"""English words for the concepts that cues are written in; lower case, the parties' roles in capitals."""

from collections.abc import Mapping
from types import MappingProxyType

ENGLISH: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "inform": (
            r"\bsay so\b", r"\blets? … \bknow\b", r"\btell(?:s)?\b", r"\binform(?:s|ed|ing)?\b", r"\bnotif\w+", r"\bnotice\b",
            r"\breport(?:s|ed|ing)?\b", r"\badvis(?:e[sd]?|ing)\b", r"\btold\b", r"\bwarns?\b", r"\bmake … \baware\b", r"\bsays? so\b", r"\bcommunicat\w+", r"\balert\b",
        ),
        "assist": (r"\bassist\w*", r"\bsupport(?:s|ing)?\b", r"\bco-?operat\w+", r"\bhelp(?:s|ing)?\b", r"\baid\b"),
        "instruction": (r"\binstructions?\b", r"\binstructed\b", r"\bdirections? of\b"),
        "an_instruction": (r"\binstructions?\b",),
        "only": (
            r"\bonly\b", r"\bsolely\b", r"\bexclusively\b", r"\bother than\b", r"\bexcept (?:on|in accordance|as)\b",
            r"\bnot … \b(?:except|unless|otherwise than)\b", r"\bstrictly\b",
        ),
        "unless": (
            r"\bunless\b", r"\bexcept\b", r"\bsave\b", r"\binsofar as … obliged\b", r"\bother than as required\b",
        ),
        "law_demands": (
            r"\b(?:law|laws|legislation|legal) … (?:requir\w+|oblig\w+|mandat\w+|compel\w*|demands?)",
            r"\b(?:requir\w+|oblig\w+|compelled|mandated) … (?:law|laws|legislation|regulation)\b",
            r"\bas required by\b … \blaw\b", r"\blegally required\b", r"\bstatutory (?:obligation|requirement)s?\b",
            r"\blaw\b[^.;]{0,60}\bobliges\b",
        ),
        "infringes": (
            r"\binfring\w*", r"\bbreaks? (?:the |any )?law\b", r"\bviolat\w*", r"\bbreach(?:es)?\b", r"\bunlawful\b", r"\bcontraven\w*",
            r"\bnot comply\b", r"\bcontrary to\b", r"\bconflicts? with\b",
        ),
        "secrecy": (
            r"\bduty of confidence\b", r"\bconfidential\w*", r"\bsecrecy\b", r"\bnon-disclosure\b", r"\bnda\b",
            r"\bsecret\b", r"\bin confidence\b",
        ),
        "staff": (
            r"\bpersons?\b", r"\bpersonnel\b", r"\bstaff\b", r"\bemployees?\b", r"\bindividuals?\b", r"\bagents\b",
            r"\bworkers\b", r"\badministrators\b", r"\bteam members\b", r"\banyone\b",
            r"\beach of whom\b", r"\bthose who\b", r"\bevery(?:one|body)\b", r"\boperatives?\b", r"\bcontractors\b",
        ),
        "bound": (
            r"\bbound\b", r"\bpromised?\b", r"\bpledged?\b", r"\bcommitted\b", r"\bcommit themselves\b", r"\bobligations?\b", r"\bobliged\b",
            r"\bagreements?\b", r"\bsubject to\b", r"\bundertak\w+", r"\bdut(?:y|ies)\b", r"\bimpose[sd]?\b",
            r"\bsigned\b", r"\bsigns?\b",
        ),
        "conduct_certificate": (
            r"\bcertificates? of (?:good )?conduct\b", r"\bcriminal records?\b", r"\bbackground checks?\b",
            r"\bscreening\b",
            r"\bdbs\b", r"\b(?:basic |enhanced )?disclosure (?:\(\w+\) )?checks?\b", r"\bvetting\b", r"\bpolice (?:clearance|check)s?\b",
        ),
        "measures": (r"\bmeasures\b", r"\btoms?\b", r"\bsafeguards\b", r"\bcontrols\b", r"\bsecurity\b"),
        "security_object": (
            r"\bmeasures\b", r"\bsecurity\b", r"\btoms\b", r"\beffectiveness\b", r"\bsafeguards\b", r"\bcontrols\b",
            r"\bvulnerabilit\w+", r"\bpenetration\b", r"\bpen-?tests?\b",
        ),
        "review": (
            r"\breview\w*", r"\bevaluat\w*", r"\bassess\w*", r"\btest(?:s|ed|ing)?\b", r"\baudit\w*",
            r"\bpenetration test\w*",
        ),
        "regularly": (
            r"\bregular(?:ly)?\b", r"\bperiodic(?:ally)?\b", r"\bannual(?:ly)?\b",
            r"\bevery (?:year|quarter|six months)\b", r"\bonce (?:a|per|every) year\b", r"\bquarterly\b",
            r"\byearly\b", r"\bat least once\b",
            r"\b(?:at least )?every (?:\w+ )?(?:months|year|quarter)\b", r"\b(?:each|every) (?:calendar )?year\b", r"\bonce in every\b",
        ),
        "described": (
            r"\bdescribe[sd]?\b", r"\bdescription\b", r"\bset out\b", r"\bset forth\b", r"\blisted\b", r"\bspecified\b",
            r"\bfollowing\b", r"\bdetailed\b", r"\boutlined\b", r"\bcontained\b", r"\bincluded\b",
        ),
        "annex": (
            r"\bannex(?:es)?\b", r"\bappendix\b", r"\bappendices\b", r"\bschedules?\b", r"\bexhibit\b", r"\bbelow\b",
            r"\battachment\b",
        ),
        "may": (
            r"\bmay\b", r"\bis entitled\b", r"\breserves? … right\b", r"\bcan\b", r"\bis free to\b",
            r"\bhas the right\b",
        ),
        "change": (
            r"\bchange[sd]?\b", r"\bmodif\w+", r"\bupdate[sd]?\b", r"\bamend\w*", r"\breplace[sd]?\b", r"\balter\w*",
            r"\brevise[sd]?\b",
            r"\baltered\b",
        ),
        "agreed": (r"\bagreed\b", r"\bwritten agreement\b", r"\bagreement in writing\b", r"\bagreement of\b", r"\bconsent\b", r"\bapproval\b", r"\bmutual\w*"),
        "no_warranty": (
            r"\bgives no warranty\b", r"\bno security measure is infallible\b",
            r"\b(?:not|no) … (?:guarantee|warrant)\w*", r"\bno (?:guarantee|warranty)\b",
            r"\bcannot (?:guarantee|warrant)\b",
        ),
        "breach": (
            r"\bbreach(?:es)?\b", r"\bsecurity incidents?\b", r"\bincidents?\b", r"\bdata leaks?\b", r"\bdata loss(?:es)?\b", r"\bviolation of (?:the )?personal data\b",
            r"\bcompromised?\b",
        ),
        "authority": (
            r"\b(?:supervisory |data protection |regulatory |competent )?authorit(?:y|ies)\b", r"\bregulators?\b",
            r"\b(?:data protection|information) commission(?:er)?(?:'s office)?\b", r"\bico\b",
            r"\barticles? 33\b", r"\bart\.? 33\b",
        ),
        "people": (r"\bdata subjects?\b", r"\baffected individuals?\b", r"\bindividuals\b"),
        "discovery": (r"\bdiscover\w*", r"\bfinding (?:it|out|that|the)\b", r"\bdetect\w*", r"\bidentif(?:ying|ication|ied|ies)\b", r"\bfinds? out\b", r"\bfound out\b"),
        "awareness": (
            r"\baware\b", r"\bawareness\b", r"\bknowledge\b", r"\blearn(?:s|ed|ing)?\b", r"\bbecame known\b",
        ),
        "observation": (r"\bobserv(?:ing|ed|ation|es)\b", r"\bnotic(?:es|ed|ing)\b"),
        "follow_up": (
            r"\bup to date\b", r"\bfurther information\b", r"\badditional information\b",
            r"\bkeeps? … (?:informed|updated|apprised|abreast|posted)\b", r"\breports? (?:on )?(?:\w+ )?progress\b", r"\bin instal?lments\b", r"\bin phases\b", r"\bin stages\b", r"\bsupplement\w*", r"\bfollow(?:s|ed)?[- ]up\b",
            r"\bas (?:details|facts|more|further \w+) becomes? (?:known|available)\b", r"\bas (?:\w+ ){1,3}(?:emerges?|comes? to light)\b", r"\bfurther (?:details|findings|developments)\b", r"\bongoing basis\b", r"\bas (?:it|they) becomes? available\b",
            r"\bas (?:more )?information becomes (?:known|available)\b", r"\bupdates?\b",
            r"\bsubsequently … (?:provided|supplement\w*)\b",
        ),
        "register": (
            r"\brecord (?:every|each|all|any)\b", r"\bregister\b", r"\brecords? of\b",
            r"\bdocument(?:s)? (?:all|any|each|every)\b", r"\bkeep (?:a )?record\w*",
            r"\bmaintain\w* (?:an? )?(?:\w+ )?(?:record|register|log)\w*", r"\blog of\b", r"\bregisters\b", r"\b(?:incident|breach) (?:log|register)\b", r"\blogs? (?:all|any|each|every)\b",
        ),
        "consults": (
            r"\bconsult\w* (?:\w+ ){0,3}PROCESSOR\b", r"\bin consultation with (?:the )?PROCESSOR\b",
            r"\bafter consult\w+ (?:with )?(?:the )?PROCESSOR\b", r"\bco-?ordinat\w+ (?:\S+ ){0,5}?with (?:the )?PROCESSOR\b",
            r"\bhear (?:the )?PROCESSOR\b", r"\bPROCESSOR … \b(?:opportunity|chance) to (?:comment|review|respond)\b", r"\bagree … \bwith (?:the )?PROCESSOR\b",
            r"\bdiscuss\w* … \bwith (?:the )?PROCESSOR\b", r"\bconsulting (?:the other|one another|each other)\b", r"\bPROCESSOR (?:prior )?(?:written )?(?:approval|consent)\b",
            r"\b(?:approval|consent) of (?:the )?PROCESSOR\b", r"\bconsult\w* (?:\w+ ){0,5}PROCESSOR\b",
        ),
        "publicity": (r"\bpublic\w*", r"\bdisclos\w*", r"\bpress\b", r"\bthird part(?:y|ies)\b", r"\bannounce\w*"),
        "request": (r"\brequests?\b", r"\bcomplaints?\b", r"\benquir\w+", r"\binquir\w+"),
        "rights": (
            r"\bdata subjects?'? (?:access )?(?:rights?|requests?)\b", r"\brights of (?:the )?data subjects?\b",
            r"\bchapter (?:iii|3)\b", r"\brequests? … data subjects?\b",
            r"\bdata subjects? … (?:requests?|rights?)\b",
            r"\bexercis\w+ (?:of )?(?:their|his or her|his|its data subject|"
            r"data subject) (?:\w+ ){0,2}rights?\b",
            r"\brequests? … rights?\b",
            r"\brequests? … articles? 1[2-5] (?:to|-) 2[0-3]\b", r"\brights of individuals\b", r"\brequests? (?:from|by|of) (?:an )?individuals?\b", r"\brights requests?\b", r"\b(?:access|rectification|erasure) requests?\b",
        ),
        "forward": (
            r"\bpass(?:es)? … \bto (?:the )?CONTROLLER\b",
            r"\bforward\w*", r"\bpass(?:es)? (?:it |the |such |any )?(?:\w+ )?(?:on )?to\b", r"\bredirect\w*",
            r"\brefer(?:s)? (?:the |such |any )?(?:data subject|request|individual)\b", r"\btransmit\w*",
            r"\bdirect\w* the data subject\b",
            r"\bsen(?:t|ds?) (?:it |them |the request )?on\b", r"\bhand(?:s|ed)? (?:\w+ ){0,3}over\b",
        ),
        "dpia": (
            r"\bdata protection impact\b", r"\bprivacy impact\b", r"\bimpact assessments?\b", r"\bd?pias?\b",
            r"\barticle 35\b", r"\bart\.? 35\b",
        ),
        "prior_consultation": (
            r"\bprior consultations?\b",
            r"\bconsult\w* … (?:supervisory |data protection |competent )?authorit(?:y|ies)\b", r"\barticle 36\b",
            r"\bart\.? 36\b",
            r"\bconsult\w* (?:with )?(?:the )?(?:information commissioner|data protection commission\w*|regulator)\b",
        ),
        "articles_32_36": (
            r"\barticles? 32 (?:to|through|-|until) (?:article )?36\b", r"\barts?\.? 32 ?(?:to|-) ?36\b",
            r"\barticles? 35 and 36\b",
        ),
        "sub": (
            r"SUBPROCESSOR", r"\bthird part(?:y|ies)\b", r"\banother PROCESSOR\b", r"\bother PROCESSOR\b",
            r"\bthird-party\b",
            r"\bother (?:parties|companies|providers)\b", r"\bthose (?:parties|companies)\b",
        ),
        "engage": (
            r"\bengag\w*", r"\bsubcontract\w*", r"\bappoint\w*", r"\badd(?:s|ing|ition)?\b", r"\breplac\w*",
            r"\buse (?:of )?", r"\bretain\w*", r"\bcontract with\b", r"\binvolve\w*", r"\bcontract (?=SUB)",
            r"\bsub-contract\w*", r"\ballow(?:s|ing)?\b", r"\buse[sd]?\b", r"\bhir(?:e|es|ing)\b", r"\boutsourc\w*",
        ),
        "new_sub": (
            r"\bnew\b", r"\bchanges?\b", r"\badd(?:s|ing|ition|ed|itional)?\b", r"\breplac\w*", r"\bintend\w*",
            r"\bprior to\b", r"\bbefore\b", r"\bfurther\b",
            r"\badditions?\b", r"\bsubstitut\w*", r"\bproposed\b", r"\bupdat\w*",
        ),
        "general_consent": (
            r"\bgeneral (?:\w+ ){0,3}(?:authori[sz]ation|consent|approval|permission)\b",
            r"\bgenerally authori[sz]\w+", r"\bgeneral written\b",
            r"\bauthori[sz]\w+ (?:\w+ ){0,3}(?:in general|generally)\b", r"\bgeneral prior\b",
        ),
        "specific_consent": (
            r"\b(?:not|no) … \bunless (?:the )?CONTROLLER (?:has |have |first |expressly )*(?:approv|consent|agree|authori)\w*",
            r"\b(?:not|no) … \bwithout (?:\w+'?s? ){0,6}(?:authori[sz]ation|consent|approval|permission)\b",
            r"\bspecific (?:\w+ ){0,3}(?:authori[sz]ation|consent|approval)\b",
            r"\bonly … \b(?:with|after|upon|subject to) (?:\w+'?s? ){0,6}(?:authori[sz]ation|"
            r"consent|approval)\b",
            r"\bprior (?:\w+ ){0,2}(?:consent|approval|authori[sz]ation) … (?:required|must be obtained)\b",
            r"\bshall obtain … prior … (?:consent|approval|authori[sz]ation)\b",
            r"\b(?:before|prior to) … \bobtain\w* … (?:consent|approval|authori[sz]ation)\b",
            r"\b(?:shall|must|will) (?:first )?obtain … (?:consent|approval|authori[sz]ation)\b",
            r"\brequires? … (?:prior|written) … (?:consent|approval|authori[sz]ation)\b",
            r"\bin each case\b … (?:consent|approval|authori[sz]ation)\b",
        ),
        "consent": (r"\bconsents?\b", r"\bauthori[sz]\w+", r"\bapproval\b", r"\bpermission\b"),
        "objection": (
            r"\bobject(?:s|ions?|ing)?\b", r"\boppose\w*",
            r"\bdisagree\w*", r"\brefuse\w* (?:consent|the (?:change|appointment))\b", r"\bveto\b",
        ),
        "announce": (
            r"\bannounc\w*", r"\bpublish\w*", r"\bpost(?:s|ed|ing)? … \b(?:page|site|website|list)\b",
            r"\bupdat\w+ … \blist\b", r"\badvance notice\b",
        ),
        "beforehand": (
            r"\bprior\b", r"\bbefore\w*", r"\bin advance\b", r"\badvance\b", r"\bahead\b", r"\bnotice\b",
            r"\bnotif\w*", r"\binform\w*",
        ),
        "same": (
            r"\bidentical to\b", r"\bas strict as\b", r"\bno less (?:strict|onerous|protective|stringent)\b",
            r"\bsame\b", r"\bequivalent\b", r"\bno less\b", r"\bnot less\b", r"\bat least\b", r"\bsimilar\b",
            r"\bcomparable\b", r"\bsubstantially\b", r"\bconsistent with\b", r"\bas (?:those|set out)\b",
            r"\brequired by\b",
        ),
        "duties": (
            r"\bobligations?\b", r"\bterms\b", r"\bduties\b", r"\brequirements?\b", r"\bconditions?\b",
            r"\blevel of protection\b", r"\bstandards?\b", r"\bprotective\b",
            r"\bsafeguards\b", r"\bprotections?\b", r"\bcommitments\b", r"\bprovisions\b", r"\brestrictions\b",
            r"\brules\b",
        ),
        "this_contract": (
            r"\bthis (?:\w+ ){0,3}(?:agreement|addendum|dpa|schedule|annex|contract|clause|section|policy)\b",
            r"\bthese (?:\w+ )?(?:terms|clauses)\b", r"\b(?:laid down|set out) here(?:in)?\b", r"\bherein\b",
            r"\bwhat is laid down here\b",
        ),
        "held_to": (
            r"\bbound\b", r"\bbinds?\b", r"\bcomply\b", r"\bcomplies\b", r"\badheres?\b", r"\bsubject to\b",
            r"\bimpos\w*", r"\bgives? effect\b", r"\bgiving effect\b", r"\bobserve\b", r"\bappl(?:y|ies) to\b",
        ),
        "liable": (r"\banswerable\b", r"\bstands? behind\b",
            r"\banswers? (?:\S+ ){0,5}for\b", r"\bliab(?:le|ility)\b", r"\bresponsib(?:le|ility)\b",
            r"\baccountable\b",
            r"\banswerable\b", r"\bliable\b",
        ),
        "inspect": (r"\b(?:may|can) (?:see|view|read)\b",
            r"\bcop(?:y|ies)\b", r"\binspect\w*", r"\breview\b",
        ),
        "contract": (r"\bagreements?\b", r"\bcontracts?\b"),
        "audit": (r"\baudit(?!file)\w*", r"\binspect\w*"),
        "entitled": (
            r"\bhas the right\b", r"\bhave the right\b", r"\bright (?:to|of)\b", r"\bmay\b", r"\bcan\b",
            r"\bis entitled\b", r"\bentitled to\b", r"\ballow\w*", r"\bpermit\w*", r"\bcontribut\w+",
            r"\bsubmits? to\b", r"\benable\w*", r"\bat liberty\b", r"\bgrants?\b",
            r"\bsubject to (?:\w+ )?(?:audit|inspection)s?\b", r"\bagrees to\b",
        ),
        "check": (
            r"\bexamin\w*", r"\bverif\w+\b", r"\bcheck\w*", r"\binspect\w*", r"\breview\w*", r"\bassess\w*",
            r"\bsatisf(?:y|ies) itself\b", r"\btest\w*",
        ),
        "compliance": (
            r"\bcompl(?:y|ies|iance)\b", r"\bobligations?\b", r"\bobserv\w+\b", r"\bmeasures\b", r"\bprocessing\b",
            r"\bsecurity\b", r"\badhere\w*",
        ),
        "examine": (
            r"{check} … {compliance}", r"{compliance} … {check}", r"\baccess to … (?:premises|facilities|sites?)\b",
            r"\b(?:on-?site|site) visits?\b", r"\bexaminations?\b",
        ),
        "suspicion": (
            r"\bsuspicions?\b", r"\bsuspect\w*", r"\breasonable (?:grounds|belief|cause|reason|concern)\w*",
            r"\breasonably (?:believes|suspects)\b", r"\bmaterial concern\b",
            r"\bfollowing a … (?:breach|incident)\b",
            r"\b(?:after|in the event of|in case of) … (?:breach|incident)\b", r"\bindications?\b",
            r"\breasonable (?:\w+ ){0,2}(?:doubt|suspicion)\w*",
            r"\bgrounds? (?:to|for) (?:suspect|belie\w+|suspicion)\b",
            r"\b(?:following|after|upon) (?:an? |any )?(?:\w+ ){0,4}(?:breach|incident)\b",
            r"\b(?:evidence|indicat\w+) of (?:\w+ )?(?:non-?compliance|breach)\b",
        ),
        "return": (
            r"\breturn\w*", r"\bhand over\b", r"\btransfer back\b", r"\bexport\w*", r"\bretriev\w*",
            r"\bdownload\w*", r"\bhands? … \bback\b", r"\bgives? … \bback\b",
            r"\btransfer(?:s|red)? … to CONTROLLER\b", r"\bcopy of\b",
        ),
        "delete": (r"\bdelet\w*", r"\bdestr\w*", r"\beras\w*", r"\bpurge\w*", r"\bdispos\w*"),
        "choose": (
            r"\b(?:at|upon|on|in accordance with|according to) (?:the )?(?:CONTROLLER |its )?(?:choice|option|"
            r"election|discretion|choosing)\b",
            r"\bCONTROLLER (?:written )?(?:choice|option|election|instruction)s?\b",
            r"\bat CONTROLLER (?:sole )?\w+\b", r"\bchoice of (?:the )?CONTROLLER\b", r"\bCONTROLLER … elects?\b",
            r"\boption of (?:the )?CONTROLLER\b",
            r"\b(?:at|up?on|in accordance with|following) (?:the )?(?:written )?(?:directions?|instructions?|"
            r"choice|election|option) of (?:the )?CONTROLLER\b", r"\bCONTROLLER … (?:chooses|selects|decides)\b",
        ),
        "on_request": (
            r"\b(?:up)?on … request\b", r"\bat … request\b", r"\bif … request\w*", r"\brequested\b",
            r"\brequests?\b",
        ),
        "end_of_agreement": (r"\bterminat\w*", r"\bexpir\w*", r"\bend of\b", r"\bcessation\b", r"\bcompletion\b"),
        "keep_by_law": (
            r"\bmust (?:retain|keep) … \blaw\b", r"\bstatutory (?:retention )?period\b",
            r"\b(?:law|laws|legal|statutory|legislation) … (?:requir\w+|oblig\w+|retention|"
            r"retain\w*|storage|keep)\b",
            r"\b(?:requir\w+|oblig\w+|permitted) … (?:law|laws|legislation)\b",
            r"\bretention (?:period|obligation|requirement)s?\b",
        ),
        "keep": (
            r"\bretain\w*", r"\bretention\b", r"\bkeep\b", r"\bkept\b", r"\bstor(?:e|es|ed|age)\b", r"\bprevent\w*",
            r"\bpreserv\w*",
        ),
        "law": (
            r"\blaws?\b", r"\blegal(?:ly)?\b", r"\bstatut\w+", r"\blegislation\b", r"\btax\b", r"\bregulat\w+",
        ),
        "must": (
            r"\brequir\w+", r"\boblig\w+", r"\bmust\b", r"\bmandat\w*", r"\bprevent\w*", r"\bpermit\w*",
            r"\bprescri\w+", r"\bneeds? to\b",
        ),
        "confirm": (
            r"\bcertif\w+", r"\bconfirm\w*", r"\bwritten (?:confirmation|statement|declaration|certification)\b",
            r"\bstatement of (?:erasure|destruction|deletion)\b", r"\battest\w*",
        ),
        "payment": (
            r"\bpayment\b", r"\boutstanding\b", r"\bfees due\b", r"\bunpaid\b", r"\blien\b", r"\binvoices\b",
            r"\boverdue\b", r"\bpaid\b",
        ),
        "before": (
            r"\buntil\b", r"\bbefore\b", r"\bwithhold\w*", r"\bsuspend\w*", r"\bfirst\b", r"\blien\b",
            r"\bpostpone\w*", r"\bas long as\b", r"\bretain … until\b",
        ),
        "data": (r"\bpersonal data\b", r"\bdata\b", r"\bpersonal information\b"),
        "processes": (r"\bprocess(?:es|ed|ing)?\b", r"\bact(?:s|ing)?\b"),
        "costs": (
            r"\bcosts?\b", r"\bexpenses?\b", r"\bfees?\b", r"\breimburs\w*", r"\bcharge[sd]?\b", r"\brates\b",
            r"\bpays? for\b",
        ),
        "support": (
            r"\bhelp\b", r"\bassistance\b", r"\bsupport\b", r"\bcooperation\b", r"\badditional services\b",
            r"\bwork\b",
        ),
    }
)  # fmt: skip
