"""The words that tell what a line of a document's head is, one table a language."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct


class Cues(Struct, frozen=True):
    """What one language writes at the head and the foot of its documents.

    Entries are words parted by spaces where they name parts of names (offices to inflections),
    else regular expressions, letter case aside. Another language is another value.
    """

    months: tuple[str, ...]
    """Twelve names, abbreviations beside them."""
    weekdays: str
    forms: Mapping[str, str]
    """What a document calls itself -> its kind in CSL; the first that matches counts."""
    follow: str
    """What may stand behind a form, so that it names the document and is not part of a headline."""
    leads: str
    """What may stand before a form and does not belong to it."""
    adjectives: str
    """What may stand before a form and belongs to it."""
    statuses: Mapping[str, str]
    """Said of the delivery -> the term for it (domain.md 3.1)."""
    by: str
    """Before who wrote it; a list of names follows."""
    penned: str
    """Before who wrote it, where only a newspaper says so."""
    spoken_by: str
    behalf: str
    of: str
    """Before who it is by, behind a form."""
    submitted: str
    published: str
    dated: str
    outdated: str
    """Before a date that is not the document's."""
    placed: str
    """Before the place."""
    address: str
    """Before the document's own web address."""
    honorifics: str
    offices: str
    media: str
    """What the name of a newspaper or an agency holds, which stands behind its reporter's."""
    ranks: str
    """What stands before an office and belongs to it, and never to a name."""
    bodies: str
    events: str
    ordinals: str
    occasions: str
    """Before the event, behind a form."""
    links: str
    """Small words inside the name of an office, a body or an event."""
    inflections: str
    """Ends of adjectives that stand small in such names."""
    ends: str
    """Where the name of a person's office ends, or that of an event."""
    groups: str
    """The last word of what a group of authors is called."""
    conjunction: str
    pairs: tuple[str, ...]
    """States whose name holds the conjunction."""
    adopted: str
    """That a body adopted a resolution: groups `body` and `rest`, in which the date stands."""
    sponsors: str
    """Behind the authors of a draft."""
    told: str
    """A press service's opening: groups `who`, `form` and `event`."""
    issued_by: str
    """The same of a statement: groups `form` and `who`."""
    organs: str
    mastheads: str
    """Publishers whose name alone heads a document."""
    passing: str
    """Whole lines that say nothing of use to a citation."""
    agenda: str
    """A line behind which the title of an item of the agenda stands."""
    sections: str
    """A heading with which the text itself begins."""
    closing: str
    """What a letter ends with; the name of its author follows."""
    signed: str
    disclaimers: str
    container: str
    """That a publication is no official record; the group `name` is what it is called."""
    articles: str


ENGLISH = Cues(
    months=(
        "January|Jan", "February|Feb", "March|Mar", "April|Apr", "May", "June|Jun", "July|Jul",
        "August|Aug", "September|Sept|Sep", "October|Oct", "November|Nov", "December|Dec",
    ),
    weekdays="(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    forms={
        r"draft (?:resolution|decision)": "bill",
        r"resolution|decision": "legislation",
        r"press (?:release|statement)|media (?:release|advisory|note)|news release|readout"
        r"|(?:joint )?communiqu[eé]|fact ?sheet": "document",
        r"keynote (?:address|speech)|statement|remarks|speech|address|video message|message"
        r"|intervention|lecture|explanation of vote|right of reply|declaration"
        r"|press conference": "speech",
        r"report|working paper|policy brief|briefing paper|discussion paper": "report",
        r"(?:open )?letter|note verbale": "personal_communication",
        r"interview": "interview",
        r"editorial|op-ed|opinion": "article-newspaper",
    },
    follow=r"by|of|on|at|to|for|from|dated|delivered|made|as|with|attributable|\d+",
    leads=r"(?:(?:unofficial )?transcript|text) of (?:the |an? )?",
    adjectives=r"introductory|opening|closing|concluding|joint|written|oral|general|national|press"
    r"|welcome|welcoming|annual|final|revised|special|short|brief|common|interim|final",
    statuses={
        r"as (?:it was )?delivered": "as delivered",
        r"(?:please )?check against (?:delivery|delivered)|as prepared(?: for delivery)?"
        r"|prepared for delivery": "check against delivery",
        r"speaking notes": "speaking notes",
        r"unofficial transcript": "unofficial transcript",
        r"written statement,? not delivered|not delivered": "written statement, not delivered",
        r"(?:pre-?recorded )?video message": "pre-recorded video message",
    },
    by=r"by ?:|by|authors? ?:|authored by|written by",
    penned=r"by|written by|reported by",
    spoken_by=r"(?:as )?delivered by|presented by|read by|speaker ?:",
    behalf=r"on behalf of|for and on behalf of",
    of=r"attributable to (?=the )|delivered by|made by|given by|by|of (?=the )"
    r"|from (?=the )|with (?=the )",
    submitted=r"(?:paper |report |document |working paper )?(?:submitted|prepared|presented) by",
    published=r"published by|issued by|publisher ?:",
    dated=r"published(?: on)?|issued(?: on)?|delivered on|posted(?: on)?|released(?: on)?|dated"
    r"|date|date of publication|publication date|distr\.?: ?\w+",
    outdated=r"(?:last )?(?:updated|modified|reviewed|accessed|revised|retrieved)(?: on)?",
    placed=r"(?:location|place|venue) ?:",
    address=r"source|available (?:at|from)|original|link|url|web ?page|read online",
    honorifics=r"h\.? ?e\.?|mr\.?|ms\.?|mrs\.?|miss|dr\.?|prof\.?|professor|sir|dame|rev\.?"
    r"|(?:the )?hon\.?|(?:the )?hono(?:u)?rable|his excellency|her excellency|ambassador|amb\.?",
    offices="minister representative ambassador secretary secretary-general president "
    "director director-general chair chairman chairperson chairwoman commissioner "
    "spokesperson spokesman spokeswoman coordinator chief adviser advisor envoy "
    "head rapporteur under-secretary-general assistant-secretary-general premier "
    "chancellor king queen governor mayor senator observer facilitator officer "
    "founder executive administrator speaker undersecretary",
    media="news press wire times post agency reporter reporters correspondent "
    "correspondents staff writer editor journal tribune gazette herald broadcasting "
    "radio television tv",
    ranks="high deputy permanent vice assistant prime foreign defence defense federal "
    "chief executive special acting former first state under the un u.n. eu united "
    "nations",
    bodies="office ministry organization organisation committee commission department "
    "institute council agency coalition federation union mission delegation "
    "parliament foundation association network secretariat centre center service "
    "observatory society embassy programme bureau alliance league university",
    events="meeting conference summit session week forum day debate congress symposium "
    "dialogue seminar workshop assembly consultation consultations side-event",
    ordinals=r"\d+(?:st|nd|rd|th)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-?\w*"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|twelfth"
    r"|eleventh|annual|resumed|(?:19|20)\d\d",
    occasions=r"on the margins of|in the margins of|on the occasion of|at|to|during|for|on",
    links="of for on the and to in with against a an at",
    inflections="",
    ends=r",? (?:at (?:the|a)|held|on the (?:occasion|margins|anniversary|eve)|in the margins"
    r"|on behalf|on [a-z\d]|entitled|regarding|concerning|during|before|addressed|observed"
    r"|delivered)\b",
    groups=r"campaign|parties|members|group|(?<!united )states|countries|friends|signatories"
    r"|supporters|delegations|organi[sz]ations|partners",
    conjunction="and",
    pairs=(
        "Bosnia and Herzegovina", "Trinidad and Tobago", "Antigua and Barbuda",
        "Saint Kitts and Nevis", "Sao Tome and Principe", "Saint Vincent and the Grenadines",
    ),
    adopted=r"(?:(?P<form>resolution|decision) )?adopted by the (?P<body>[^,\d]{4,60}?)"
    r"(?P<rest>(?: at |,| on ).{4,80})",
    sponsors=r"(?:revised )?draft (?:resolution|decision)",
    told=r"following (?:is|are) (?:the text of )?(?P<who>.{3,120}?)[’']s?"
    r" (?P<form>(?:video |opening |closing )?(?:message|remarks|statement|address|speech))"
    r"(?P<event>.*)",
    issued_by=r"the following (?P<form>(?:joint )?(?:press )?statement) was issued (?:today )?by"
    r" (?P<who>.{3,160}?):",
    organs=r"general assembly|security council|economic and social council|human rights council",
    mastheads=r"united nations|house of (?:representatives|commons|lords)|(?:the )?senate"
    r"|european parliament|national assembly|council of the european union",
    passing=r"for immediate release|news|distr\.?: ?\w+|original: ?[\w, ]+"
    r"|\[on the report.*|embargoed.*|unofficial translation|contact:.*|\w+-?\w* session"
    r"|in progress at unhq|\d+ min(?:ute)?s? read|share(?: this.{0,20})?|listen|advertisement|menu"
    r"|skip to .{0,20}|home|print|subscribe.{0,20}|sign in|log in|follow us.{0,20}|read more.{0,20}"
    r"|\d+(?:st|nd|rd|th)\b.{0,40} meetings? ?(?:\(.{2,12}\))?"
    r"|first committee|second committee|third committee|present:.*|provisional"
    r"|item .{1,40} of the (?:provisional )?agenda.*|page \d+.*",
    agenda=r"agenda items? \d+.*",
    sections=r"(?:[IVX\d]+\. )?(?:introduction|executive summary|summary|abstract|contents"
    r"|table of contents|foreword|preface|background|acknowledge?ments)",
    closing=r"(?:yours (?:sincerely|faithfully|truly)|sincerely yours|sincerely|respectfully),?",
    signed=r"\(?signed\)?:?",
    disclaimers=r"(?:is )?not an official record|(?:views|opinions|content|positions|contents)\b"
    r".{0,200}\b(?:not necessarily|those of the authors?|sole responsibility"
    r"|do not (?:represent|reflect))|designations employed.{0,200}do not imply",
    container=r"the (?P<name>[^.,;\n]{2,80}?) is not an official record",
    articles=r"articles",
)  # fmt: skip

FRENCH = Cues(
    months=(
        "janvier|janv", "février|févr|fév", "mars", "avril|avr", "mai", "juin", "juillet|juil",
        "août", "septembre|sept", "octobre|oct", "novembre|nov", "décembre|déc",
    ),
    weekdays="lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    forms={
        r"projet de (?:résolution|décision)(?: révisé)?": "bill",
        r"résolution|décision": "legislation",
        r"communiqué(?: de presse)?(?: conjoint)?|note aux médias|fiche d’information": "document",
        r"discours|déclaration(?: (?:conjointe|commune|liminaire|finale))?|allocution|intervention"
        r"|message(?: vidéo)?|remarques|explication de vote|conférence de presse": "speech",
        r"rapport|document de travail|note d’orientation": "report",
        r"lettre(?: ouverte)?|note verbale": "personal_communication",
        r"entretien|interview": "interview",
        r"éditorial|tribune": "article-newspaper",
    },
    follow=r"de|du|des|d[’'].*|de la|sur|à|au|aux|pour|par|prononcée?|en|datée|avec|annuel|final"
    r"|\d+",
    leads=r"(?:transcription|texte) (?:du |de la |de l[’']|d[’']une? )",
    adjectives=r"bref|brève|dernière?",
    statuses={
        r"(?:tel(?:le)? que )?prononcée?|texte prononcé": "as delivered",
        r"seule? le (?:prononcé|texte prononcé) fait foi|sous réserve de modifications"
        r"|vérifier au prononcé": "check against delivery",
        r"notes d[’']allocution": "speaking notes",
        r"transcription non officielle": "unofficial transcript",
        r"message vidéo(?: préenregistré)?": "pre-recorded video message",
    },
    by=r"par ?:|par|auteure?s? ?:|auteur·e·s ?:|rédigé par|propos recueillis par",
    penned=r"par|propos recueillis par",
    spoken_by=r"prononcée? par|lue? par|présentée? par|orat(?:eur|rice) ?:",
    behalf=r"au nom (?:de la|de l[’']|des|du|de|d[’'])",
    of=r"prononcée? par|par|de (?=(?:la |l[’'])?(?:m\.|mme|s\. ?e\.|[A-Z]))|du (?=[A-Z])",
    submitted=r"(?:document |rapport )?(?:soumis|présenté|établi)e? par",
    published=r"publiée? par(?: les?| la| l[’'])?|éditeur ?:",
    dated=r"publiée? le|diffusée? le|prononcée? le|datée? du|en date du|date|distr\. ?\w+",
    outdated=r"(?:mise? à jour|modifiée?|consultée?)(?: le)?",
    placed=r"lieu ?:",
    address=r"source|disponible (?:sur|à l[’']adresse)|lien|adresse|en ligne",
    honorifics=r"s\. ?e\.?(?: m\.| mme)?|m\.|mme|mlle|dr\.?|pr\.?|monsieur|madame"
    r"|l[’']ambassadeur|l[’']ambassadrice|ambassadeur|ambassadrice",
    offices="ministre représentant représentante ambassadeur ambassadrice secrétaire "
    "président présidente directeur directrice chef cheffe commissaire porte-parole "
    "coordonnateur coordonnatrice conseiller conseillère envoyé envoyée rapporteur "
    "rapporteure sous-secrétaire",
    media="presse agence correspondant correspondante spécial spéciale journal rédaction "
    "radio télévision",
    ranks="haut haute vice premier première ancien ancienne le la sous",
    bodies="bureau ministère organisation comité commission département institut conseil "
    "agence coalition fédération union mission délégation parlement fondation "
    "association réseau secrétariat centre service observatoire ambassade programme "
    "présidence ligue",
    events="réunion conférence sommet session semaine forum journée débat congrès colloque "
    "dialogue séminaire atelier assemblée",
    ordinals=r"\d+e|\d+ème|première?|deuxième|troisième|\w+-?\w*ième|(?:19|20)\d\d|annuelle",
    occasions=r"en marge (?:de la|de l[’']|du|des|de)|à l[’']occasion (?:de la|de l[’']|du|des)"
    r"|à la|à l[’']|au|aux|lors (?:de la|de l[’']|du|des)|devant la|devant le|devant l[’']",
    links="de la le les des du et pour contre sur à aux au en dans unies antimines",
    inflections="ères aire aires ale ales aux enne ennes ique iques ive ives elle elles",
    ends=r",? (?:à la|à l[’']|au (?=[A-Z])|lors|en marge|devant|au nom|sur (?:la|le|les|l[’'])"
    r"|prononcée?)\b",
    groups=r"campagne|parties|membres|groupe|états|pays|amis|signataires|délégations",
    conjunction="et",
    pairs=("Antigua et Barbuda", "Trinité et Tobago", "Bosnie et Herzégovine"),
    adopted=r"(?:(?P<form>résolution|décision) )?adoptée par (?:le |la |l[’'])"
    r"(?P<body>[^,\d]{4,60}?)(?P<rest>(?: à sa |,| le ).{4,80})",
    sponsors=r"projet de (?:résolution|décision)(?: révisé)?",
    told=r"(?:on trouvera ci-après|voici|ci-après|vous trouverez ci-dessous) (?:le texte d[ue] )?"
    r"(?:le |la |l[’'])?(?P<form>message(?: vidéo)?|déclaration|discours|allocution)"
    r" (?P<who>(?:de |du |de la ).{3,120}?)(?P<event>,.*| pour .*| à l[’'].*|:)",
    issued_by=r"(?:la|le) (?P<form>déclaration|communiqué) (?:suivante? )?a été publiée?"
    r"(?: aujourd[’']hui)? par (?P<who>.{3,160}?) ?:",
    organs=r"assemblée générale|conseil de sécurité|conseil économique et social"
    r"|conseil des droits de l[’']homme",
    mastheads=r"(?:organisation des )?nations unies|assemblée nationale|(?:le )?sénat"
    r"|parlement européen|conseil de l[’']union européenne",
    passing=r"pour diffusion immédiate|actualités|distr\. ?\w+"
    r"|original ?: ?[\w, ]+|\[sur (?:la base du|le) rapport.*|sous embargo.*"
    r"|traduction non officielle|contact ?:.*|[\w-]+ session|en cours au siège.{0,20}"
    r"|aller au contenu.{0,20}|accès rapide.{0,3}|partager.{0,20}|imprimer|accueil|s[’']abonner"
    r"|page \d+.*|présents ?:.*",
    agenda=r"points? \d+.{0,20} de l[’']ordre du jour.*",
    sections=r"(?:[IVX\d]+\. )?(?:introduction|résumé|synthèse|sommaire|table des matières"
    r"|avant-propos|préface|contexte|remerciements)",
    closing=r"(?:veuillez agréer|je vous prie|cordialement|respectueusement).{0,120}[.,]",
    signed=r"\(?signé\)?:?",
    disclaimers=r"(?:opinions|vues|positions|contenu)\b.{0,200}(?:n[’']engagent? que"
    r"|pas nécessairement)|n[’']est pas un document officiel",
    container=r"(?:le|la|les|l[’']) ?(?P<name>[^.,;\n]{2,80}?) n[’']est pas un document officiel",
    articles=r"articles",
)  # fmt: skip

CUES: Mapping[str, Cues] = {"en": ENGLISH, "fr": FRENCH}
"""Language -> its table. All are looked through: a document may head itself in two languages."""


@cache
def either(name: str) -> str:
    """One expression for an entry of every table, its groups left out of the count."""
    return "(?:" + "|".join(getattr(table, name) for table in CUES.values()) + ")"


@cache
def listed(name: str) -> frozenset[str]:
    """The words of an entry that is a list of words, of every table."""
    return frozenset(word for table in CUES.values() for word in getattr(table, name).split())


@cache
def expressions(name: str) -> tuple[re.Pattern[str], ...]:
    """An entry of each table as an expression of its own, for those that name groups."""
    return tuple(re.compile(getattr(table, name), re.I) for table in CUES.values())


def terms(name: str) -> Iterable[tuple[str, str]]:
    """The pairs of an entry that is a table itself, language by language."""
    return [pair for table in CUES.values() for pair in getattr(table, name).items()]
