"""Words that say one thing in the language of humanitarian and disarmament texts, as tables."""

from collections.abc import Mapping, Sequence


def _families(table: Mapping[str, str]) -> dict[str, str]:
    return {word: family for family, words in table.items() for word in words.split()}


THINGS: Mapping[str, str] = _families({
    "state": "state states country countries nation nations government governments etat etats pays"
    " gouvernement gouvernements",
    "person": "people peoples person persons individual individuals human humans inhabitant"
    " inhabitants citizen citizens personne personnes gens habitant habitants civilian civilians"
    " civil civils resident residents",
    "child": "child children pupil pupils student students infant infants minor minors boy boys"
    " girl girls kid kids newborn newborns baby babies schoolchildren schoolgirls schoolboys"
    " enfant enfants eleve eleves nourrisson nourrissons ecolier ecoliers fille filles garcons",
    "woman": "woman women femme femmes mother mothers mere meres",
    "displaced": "refugee refugees refugie refugies evacuee evacuees returnee returnees idps"
    " asylum-seekers",
    "household": "household households family families menage menages famille familles",
    "worker": "worker workers staff employee employees personnel colleague colleagues travailleur"
    " travailleurs humanitaires employes",
    "teacher": "teacher teachers headteacher headteachers professeur professeurs enseignant"
    " enseignants",
    "soldier": "soldier soldiers fighter fighters combatant combatants peacekeeper peacekeepers"
    " troops soldat soldats combattants",
    "journalist": "journalist journalists reporter reporters journaliste journalistes",
    "case": "case cases infection infections patient patients cas malades",
    "death": "lives death deaths fatality fatalities dead deces mort morts",
    "casualty": "casualty casualties victim victims victime victimes",
    "attack": "attack attacks strike strikes assault assaults shellings bombings attaque attaques"
    " bombardement bombardements frappe frappes",
    "violation": "violation violations abuse abuses",
    "mine": "mine mines landmine landmines",
    "weapon": "weapon weapons arm arms warhead warheads arme armes firearm firearms",
    "school": "school schools classroom classrooms ecole ecoles",
    "clinic": "hospital hospitals clinic clinics hopital hopitaux centre centres center centers"
    " post posts dispensaires",
    "house": "house houses home homes building buildings dwelling dwellings shelter shelters"
    " maison maisons logement logements batiments",
    "village": "village villages town towns community communities localite localites",
    "truck": "truck trucks lorry lorries camion camions convoy convoys convois vehicles",
    "tonne": "tonne tonnes ton tons",
    "hectare": "hectare hectares",
    "kilometre": "kilometre kilometres kilometer kilometers",
    "metre": "metre metres meter meters",
    "dose": "dose doses vaccine vaccines vaccin vaccins",
    "project": "project projects projet projets",
})  # fmt: skip
"""What can be counted, by what it is."""

HUMANS: frozenset[str] = frozenset({"person", "child", "woman", "displaced", "household"})
"""Families of those who can be reached, and who receive."""

GENERIC: frozenset[str] = frozenset({"person", "case", "death", "casualty"})
"""Families that say little of what is counted: *people* and *cases* may be of anything."""

ACTS: Mapping[str, str] = _families({
    "kill": "kill kills killed killing killings die dies died dying death deaths dead deadliest"
    " perished fatality fatalities tue tues tuees tuer morts mort mortes deces decedes meurent"
    " lives toll",
    "injure": "injure injured injures injuries wound wounded wounds hurt maimed blesse blesses"
    " blessees blessures",
    "missing": "missing disparus disparues disparu",
    "displace": "displace displaced displaces displacement displacements fled flee flees fleeing"
    " uprooted homeless evacuated evacuees refugee refugees deplace deplaces deplacees"
    " deplacement fui refugies refugie",
    "return": "return returned returns returning returnees retournes rentres",
    "affect": "affect affected affects touched touche touches touchees sinistres",
    "reach": "reach reached reaches reaching assisted aided fed served received-aid atteint"
    " aides assistes",
    "receive": "receive received receives receiving got raised contributed given granted disbursed"
    " collected recu recus recueilli verse funded financed finance",
    "spend": "spend spends spent spending spenders expenditure expenditures depense depenses",
    "vaccinate": "vaccinate vaccinated vaccination immunized immunised immunization immunisation"
    " vaccines vaccine vaccinated vaccinees vaccines",
    "protect": "protect protects protected protection protege proteges",
    "avert": "avert averted prevented saved evites",
    "starve": "hunger hungry starve starving starvation famine faim undernourished malnourished"
    " malnutrition",
    "destroy": "destroy destroyed destroys destruction razed demolished detruit detruits detruites",
    "damage": "damage damaged damages endommage endommages endommagees",
    "clear": "clear cleared clearing clearance released demine demines",
    "contaminate": "contaminated contamination contamine contamines",
    "detain": "detain detained detention arrested imprisoned jailed detenus arretes",
    "abduct": "abduct abducted abductions kidnapped enleves",
    "recruit": "recruit recruited recruitment recrutes",
    "attack": "attack attacks attacked attacking struck shelled bombed attaque attaques",
    "close": "close closed closes closure closures shut ferme fermes fermees",
    "open": "open opened reopened ouvert ouverts ouvertes",
    "join": "join joined ratified acceded party parties",
    "sign": "signed signatories signataires",
    "unschooled": "unschooled",
    "endorse": "endorse endorsed endorses endorsements",
    "loan": "loan loans lending pret prets",
    "grant": "grant grants dons subventions",
})  # fmt: skip
"""What is done or happens, by what it is."""

WHOLES: frozenset[str] = frozenset({"mon", "mone", "fund", "requir", "budget", "need"})
"""Stems of a whole that says nothing of itself: 10 per cent of the money."""

COUNTERS: frozenset[str] = frozenset({"state"})
"""Families of which every text counts some for many reasons, so that the reason must be shared."""

SOFT: frozenset[str] = frozenset({
    "receive", "reach", "affect", "spend", "protect", "open", "close", "attack", "clear", "loan",
    "grant", "destroy", "damage", "contaminate", "need",
})  # fmt: skip
"""Acts that a clause may leave out; the others say what is counted: *killed*, *signed*."""

VAGUE: frozenset[str] = frozenset({
    *GENERIC, "state", "child", "woman", "village", "house", "household", "clinic", "kill",
    "injure", "need", "affect", "reach", "receive", "displace", "endorse", "join", "sign",
    "declar", "treat", "convent", "agree", "protocol", "resolut", "starve", "plan", "appeal",
})  # fmt: skip
"""Stems and families that two texts of different subjects share, too."""

EXCLUSIVE: frozenset[str] = frozenset({"kill", "injure"})
"""*Killed* is another definition than *killed or injured*."""

DEFINITIONS: Sequence[frozenset[str]] = (frozenset({"affect", "need"}),)
"""Acts of which two statements can be of one thing under two definitions."""

PHRASES: Mapping[str, Sequence[str]] = {
    "unschooled": (
        "out of school", "not in school", "no longer in school", "not attending school",
        "without (?:lessons|schooling|school)", "(?:miss|missing|missed) (?:out on )?school",
        r"unable to (?:attend|go to) (?:school|class\w*)", "hors de l ecole", "non scolarises",
        "descolarises", "prives d ecole",
    ),
    "need": (
        "in need", r"needs? (?:\w+ ){0,2}(?:aid|assistance|help|support)",
        r"needing (?:\w+ ){0,2}(?:aid|assistance|help|support)", r"require (?:\w+ )?assistance",
        "dans le besoin", r"besoin (?:\w+ ){0,2}(?:aide|assistance)",
    ),
    "kill injure casualty": (
        "killed (?:or|and) (?:injured|wounded|maimed)", "casualt(?:y|ies)",
        "tues (?:ou|et) blesses",
    ),
    "displace": (
        "on the move", "forced (?:to leave|from) (?:their )?homes?", "left their homes",
        "driven from (?:their )?homes?",
    ),
    "starve malnutrition": (
        "acutely malnourished", "acute(?:ly)? malnutrition", "malnutrition aigue",
    ),
    "starve": (
        r"food insecur\w+", "acute hunger", "insecurite alimentaire", "go(?:es|ing)? hungry",
        "not enough to eat", "sans avoir mange",
    ),
    "kill": (
        "lost their lives", r"lives (?:\w+ )?lost", "loss of life", "ont perdu la vie",
        "death toll",
    ),
    "detain": (
        "in prison", "behind bars", "in jail", "in detention", "en prison", "in custody",
    ),
    "mineaction": ("mine action",),
}  # fmt: skip
"""Expressions of plain words that stand for one family, or two."""

QUALITIES: Mapping[str, tuple[str, str]] = {
    word: (kind, value)
    for kind, values in {
        "order": {"first": "first premiere premier", "second": "second seconde deuxieme",
                  "both": "both fully"},
        "sex": {"female": "girls women female filles femmes",
                "male": "boys men male garcons hommes"},
        "age": {"child": "child children pupil pupils infants minors enfants eleves students",
                "adult": "adult adults adultes teachers elderly"},
        "sureness": {"suspected": "suspected suspects", "confirmed": "confirmed confirmes"},
        "severity": {"severe": "severe severely severes", "moderate": "moderate moderately",
                     "acute": "acute acutely aigue", "worst": "catastrophic famine"},
        "border": {"inside": "internally internes idps", "outside": "refugees refugies refugee"},
        "side": {"military": "soldiers military troops soldats peacekeepers",
                 "civil": "civilians civilian civils"},
        "place": {"urban": "urban urbaine", "rural": "rural rurale"},
        "money": {"loan": "loan loans prets", "grant": "grant grants dons"},
        "use": {"military": "military armies defence defense", "aid": "humanitarian aid"},
        "purpose": {"adaptation": "adaptation", "mitigation": "mitigation attenuation"},
        "state": {"signed": "signed signatories", "ratified": "ratified parties party"},
        "door": {"open": "open functioning operational functional",
                 "closed": "closed shut destroyed damaged"},
    }.items()
    for value, words in values.items()
    for word in words.split()
}  # fmt: skip
"""Qualities that exclude one another: a figure of the first dose is none of the second."""

IDLE: frozenset[str] = frozenset({
    "the", "and", "for", "with", "that", "this", "from", "have", "has", "had", "were", "was",
    "been", "are", "will", "would", "than", "more", "over", "nearly", "about", "least", "some",
    "million", "millions", "billion", "billions", "thousand", "thousands", "hundred", "hundreds",
    "dozens", "per", "cent", "percent", "their", "its", "which", "who", "also", "other", "there",
    "these", "those", "into", "since", "year", "years", "said", "says", "say", "les", "des",
    "une", "dans", "pour", "plus", "par", "sur", "est", "sont", "ont", "aux", "leur", "leurs",
    "number", "numbers", "figure", "figures", "total", "according", "estimated", "estimate",
    "reported", "report", "reports", "only", "just", "still", "now", "today", "date", "even",
    "all", "any", "each", "every", "out", "not", "our", "your", "his", "her", "they", "them",
    "she", "him", "you", "but", "because", "when", "where", "while", "what", "how", "can",
    "could", "may", "might", "must", "shall", "should", "did", "does", "done", "being", "both",
    "between", "after", "before", "during", "under", "above", "below", "almost", "around",
    "approximately", "roughly", "up", "down", "off", "very", "much", "many", "most", "several",
    "few", "so", "far", "alone", "then", "here", "such", "own", "same", "one", "two", "three",
    "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty",
    "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "share", "part",
    "quarter", "third", "half", "stands", "stood", "stand", "amounted", "amount", "amounts",
    "latest", "new", "currently", "put", "puts", "month", "months", "week", "weeks", "day",
    "days", "last", "ago", "within", "across", "among", "against", "through", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "june", "july", "august", "september", "october", "november", "december", "que",
    "qui", "dont", "elle", "elles", "ils", "cette", "ces", "moins", "selon", "nombre", "chiffre",
    "pres", "environ", "quelque", "mille", "milliard", "milliards", "pourcent", "deux", "trois",
    "quatre", "cinq", "huit", "neuf", "dix", "ans", "annee", "annees", "jour", "mois", "semaine",
    "etre", "ete", "avait", "ainsi", "entre", "depuis", "comme", "tous", "toutes", "mais",
    "ministry", "minister", "ministere", "ministre", "government", "governments", "united",
    "nations", "agency", "agencies", "organization", "organizations", "organisation",
    "organisations", "partners", "authorities", "board", "world", "global", "worldwide",
    "globally", "international", "national", "public", "annual", "health", "reaching", "climb",
    "climbed", "made", "make", "makes", "account", "accounts", "accounted", "accounting", "money",
    "came", "come", "comes", "get", "gets", "having", "take", "took", "takes", "taking", "give",
    "gives", "gave", "know", "known", "like", "highest", "lowest", "record", "mondial",
    "mondiale", "pays-la", "rising", "rise", "rises", "rose", "risen", "increased", "increases",
    "increasing", "grown", "grew", "soared", "surged", "doubled", "tripled", "quadrupled",
    "worsened", "worsening", "escalated", "escalating", "multiplied", "augmente", "augmentent",
    "double", "triple", "progresse", "aggrave", "aggravee", "bondi", "falling", "fallen", "fell",
    "declined", "declines", "declining", "decreased", "decreases", "decreasing", "dropped",
    "drops", "shrunk", "shrank", "halved", "plummeted", "plunged", "receded", "eased", "subsided",
    "diminue", "diminuent", "baisse", "baissent", "chute", "recule", "welcome", "welcoming",
    "welcomes", "noting", "note", "notes", "noted", "recalling", "recall", "urges", "urge",
    "calls", "call", "deeply", "concern", "concerned", "reaffirm", "reaffirming", "stress",
    "stresses", "stressing", "alarmed", "mindful", "convinced", "regret", "regretting",
    "nationale", "nationaux",
})  # fmt: skip
"""Words that say nothing of the thing that is counted."""

WANTED_SHARE = (
    r"seek\w*|sought|target\w*|goals?|aim(?:s|ed)?|promis\w+|pledg\w+|commit\w*|undertake\w*"
    r"|should|must|will|shall|would|calls? (?:for|on|upon)|urg(?:e|es|ed|ing)|plans? to"
    r"|by 20[3-9]\d|decide to|let us|unlikely|likely|expected|if we"
    r"|objectif\w*|engage\w*|faut|faudrait|sera|seront|devra\w*"
    r"|doi(?:t|vent)|consider\w* \w+ when|minimum|at least a"
)
WANTED = WANTED_SHARE + (
    r"|appeal(?:s|ed|ing)? for|needed|needs? of|requires?|required|requirements?|asks? for"
    r"|asked for|demand\w+|appel a|requi\w+"
)
"""Words of what is wanted, promised or to come, against what was achieved; in plain words.

Of a share fewer: “the appeal for 86 million stands at 31 per cent” is what was achieved.
"""

DENIED = (
    r"not|lack(?:s|ed|ing)?|deprived|never|no|none|without|outside|yet to|n|ne|pas|sans|aucun\w*"
    r"|jamais|hors"
)
"""Words that turn a statement round; in plain words."""

AGO = r"(?:\w+ ){0,5}?(?:ago|earlier|previously|il y a|auparavant|plus tot)"
"""Words behind a figure of a time before that of the text."""

EARLIER = (
    r"(?:up|down|rose|risen|rising|fell|fallen|falling|increased|decreased|declined|dropped|grew"
    r"|grown|climbed|reduced) from|compared (?:with|to)|against|from (?:just |only |some |about )?"
    r"|than the|(?:below|above) the|contre|par rapport a|instead of|rather than"
)
"""Words before a figure that another one is measured against: it is of another time."""

LEANING = (
    r"the (?:figure|number|toll|total|count)\b(?! of)|it|they|them|this|that|these|those|he|she"
    r"|il|ils|elle|elles|ce|cela|ces|le chiffre|le bilan|le total"
)
"""Words at the beginning of a sentence that lean on the one before."""

PART_BEHIND = (
    r"(?:(?:of|among) (?:them|these|those|which|whom)|dont|d entre (?:eux|elles))(?: \w+){0,2}"
)
PART_AHEAD = r"(?:\w+ )?(?:of (?:them|these|it|whom)|d entre (?:eux|elles))"
"""Words before and behind a figure that make it a part of the one before."""

REPORTED = (
    r"(?:parlent?|evoquent?|avancent?|chiffrent?|estiment?|comptent?|denombrent?|spoke|speaks?"
    r"|(?<!are )(?<!is )(?<!was )puts?"
    r"|speak|estimates?|counts?|counted|claims?|says?|said|believes?)(?: \w+){0,4}"
)
"""Words before a figure by which somebody gives his own for what was just counted."""

RISING = (
    "rising", "rise", "rises", "rose", "risen", "increased", "increases", "increasing", "grown",
    "grew", "climbed", "soared", "surged", "doubled", "tripled", "quadrupled", "worsened",
    "worsening", "escalated", "escalating", "multiplied", "augmenté", "augmentent", "augmente",
    "doublé", "triplé", "progressé", "en hausse", "aggravé", "aggravée", "bondi",
)  # fmt: skip
"""Words that say that something rises."""

FALLING = (
    "falling", "fallen", "fell", "declined", "declines", "declining", "decreased", "decreases",
    "decreasing", "dropped", "drops", "shrunk", "shrank", "halved", "plummeted", "plunged",
    "receded", "eased", "subsided", "diminué", "diminuent", "diminue", "baissé", "baissent",
    "chuté", "reculé", "en baisse", "en recul",
)  # fmt: skip
"""Words that say that something falls."""
