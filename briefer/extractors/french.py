"""What the rules look for in French."""

from briefer.extractors.french_speech import SPEECH
from briefer.extractors.phrases import Rule
from briefer.extractors.tables import Table

FACTS = (
    Rule("a date", 3, (
        "première fois", "anniversaire", "jamais vu depuis", "entré/entrée en vigueur",
        "entrée en vigueur",
    )),
    Rule("a status", 2, (
        "adhér*", "adhésion*", "ratifi*", "retir*", "retrait*", "signé", "signataire*", "rejoint",
        "parties à/au", "partie à/au", "suspen*", "adopté*", "déclaré*", "dénonc*",
        "lié/liés par",
    ), needs="an actor"),
    Rule("a rise or fall", 2, (
        "augment*", "hausse*", "accr*", "croît", "croissance", "progress*", "doubl*", "tripl*",
        "bondi", "diminu*", "baiss*", "chut*", "recul*", "rédui*", "réduction*", "effondr*",
        "aggrav*", "détérior*", "stagn*", "record", "explos*",
    ), needs="a measure", near=110),
    Rule("a vague count", 1, (
        "plusieurs", "de nombreux", "de nombreuses", "la plupart", "certains", "certaines",
        "la majorité", "quelques", "beaucoup de", "nombre de", "la moitié", "un tiers",
    ), needs="people or places", near=40),
    Rule("what a law says", 1, (
        "interdi*", "prohib*", "oblige*", "autorise*", "garantit", "prévoit", "dispose",
        "reconnaît", "illég*", "est/sont contraire/contraires",
    ), needs="a law"),
    Rule("an event", 1, (
        "a/ont (été) lancé/annoncé/tué/blessé/détruit/ouvert/fermé/ouverte/ouvertes",
        "a/ont été tué*/blessé*/détruit*/fermé*/lancé*/attaqué*/déplacé*/interrompu*/évacué*",
    ), needs="people or places"),
)  # fmt: skip

BESIDE = (
    Rule("an actor", 1, (
        "États", "État", "pays", "nations", "gouvernement*", "Convention", "Traité", "traité",
        "Protocole", "Parties", "Assemblée", "Conseil", "Accord",
    )),
    Rule("a measure", 1, (
        "victime*", "mort", "morts", "décès", "blessé*", "nombre", "production", "financement*",
        "fonds", "contribution*", "budget*", "dépense*", "prix", "cas", "taux", "contamination",
        "aide", "attaque*", "émission*", "température*", "faim", "malnutrition", "pauvreté",
        "importation*", "exportation*", "récolte*", "revenu*", "dette", "déplacé*", "réfugié*",
        "mortalité", "stock*", "niveau*", "part", "coût", "coûts", "besoin*", "violence*",
        "rendement*", "eau", "forêt*", "couverture",
    )),
    Rule("people or places", 1, (
        "États", "pays", "nation*", "gouvernement*", "personne*", "civil*", "enfant*", "femme*",
        "fille*", "garçon*", "homme*", "famille*", "communauté*", "survivant*", "victime*",
        "réfugié*", "ménage*", "école*", "hôpita*", "zone*", "terre*", "village*", "ville*",
        "région*", "province*", "travailleur*", "paysan*", "patient*", "mine*", "arme*",
        "soldat*", "organisation*", "partenaire*", "pont*", "route*", "maison*", "élève*",
        "convoi*",
    )),
    Rule("a law", 1, (
        "convention*", "traité*", "protocole*", "article*", "droit", "loi", "lois", "charte*",
        "pacte*", "déclaration", "statut", "accord*", "résolution*", "règlement*", "Constitution",
    )),
)  # fmt: skip

POINTS = (
    Rule("an obligation", 3, (
        "avons le devoir", "a le devoir", "inadmissible*", "aucune excuse", "est inacceptable",
        "ne peut rester/attendre", "avoir le courage", "il faut", "il faudra", "il nous faut",
        "faut-il", "doit", "doivent", "devons", "devez", "dois", "devra", "devront",
        "inacceptable*", "intolérable*", "ne saurait", "ne sauraient", "ne peut/peuvent (plus)",
        "ne pouvons (plus)", "il n'y a/aura pas de", "n'a/n'ont pas leur place",
        "il est (donc) indispensable/impératif/essentiel/urgent/vital/crucial/nécessaire",
        "il est (donc) temps/inacceptable", "est/sont une/un obligation/devoir",
        "crime/crimes de guerre", "ne doit/doivent jamais",
    ), asks=True),
    Rule("a call", 3, (
        "en appelle/appelons", "demandons que", "demande que/aux/à/instamment", "appellent",
        "a/ont exigé", "nous en appelons", "lance/lançons un appel", "appelons", "appelle",
        "a/ont appelé", "appel à", "exhort*", "invitons", "invite les/la/le/tous/toutes",
        "demandons", "demande à/aux/instamment", "prions instamment", "encourageons",
        "encourage les/la/le", "engageons", "engage les/tous", "réclam*", "exige*", "exigeons",
        "protégeons", "refusons", "investissons", "garantissons", "passons", "travaillons",
        "défendons", "renforçons", "mobilisons", "n'oublions", "soyons", "prenons", "gardons",
        "tenons", "donnons", "agissons", "faisons", "cessons", "sommons", "conjure*", "unissons",
        "a/ont demandé à/aux/que", "a/ont exhorté", "nous vous demandons", "je vous demande",
    ), asks=True),
    Rule("a commitment", 3, (
        "a/ont réaffirmé", "a/ont souligné", "se sont engagé*", "nous nous engageons",
        "a/ont condamné", "prenons l'engagement", "nous apportons", "renouvelons",
        "reconnaissons", "regrettons", "saluons", "s'engage", "s'engagent", "engageons à",
        "m'engage", "s'est/sont engagé*", "réaffirm*", "affirmons", "affirme que", "soulignons",
        "souligne que/l'importance", "rappelons", "rappelle que", "condamn*", "déplor*",
        "dénonçons", "rejetons", "promettons", "continuerons", "continuerai",
        "reste/restons/restera/demeure/demeurons engagé*/attaché*/déterminé*",
        "sommes déterminé*/résolu*/préoccupé*/convaincu*/prêt*", "suis convaincu*/préoccupé*",
        "nous/je (ne) voulons/veux/refusons/refuse", "s'est/se félicite", "soutenons",
        "apporterons", "a/ont promis", "exprimons", "je refuse", "félicitons",
    )),
    Rule("a recommendation", 2, (
        "devrait", "devraient", "devrions", "il convient", "il conviendrait", "il faudrait",
        "nécessit*", "il importe", "responsabilité … est de", "il est (grand) temps",
        "ne peut attendre", "est/sont nécessaire*", "recommand*", "dépend", "dépendent", "exige",
        "exigent", "ce n'est qu'en", "il est recommandé",
    ), asks=True),
    Rule("a clause of a resolution", 3, (
        "^Demande", "^Prie", "^Exhorte", "^Engage", "^Invite", "^Condamne", "^Souligne",
        "^Réaffirme", "^Décide", "^Encourage", "^Rappelle", "^Déplore", "^Constate", "^Exige",
        "^Recommande", "^Se félicite", "^Réaffirmant", "^Convaincu*", "^Soulignant", "^Rappelant",
        "^Considérant", "^Constatant", "^Préoccupé*", "^Profondément", "^Alarmé*", "^Résolu*",
    ), clause=True),
    Rule("an ask in the imperative", 3, (
        "^Garantir", "^Assurer", "^Protéger", "^Renforcer", "^Soutenir", "^Financer", "^Ratifier",
        "^Respecter", "^Adopter", "^Mettre", "^Cesser", "^Augmenter", "^Promouvoir", "^Prévenir",
        "^Publier", "^Investir", "^Réduire", "^Défendre", "^Permettre", "^Faire", "^Donner",
        "^Veiller", "^Lever", "^Ouvrir", "^Accélérer", "^Lutter", "^Garantissez", "^Protégez",
    ), asks=True),
    Rule("a judgement", 2, (
        "inhumain*", "sans discrimination", "obsolète*", "scandaleu*", "honteu*",
        "injustifiable*", "une atteinte", "un affront",
    )),
)  # fmt: skip

OWN_POINTS = (
    Rule("what it means", 3, ("^cela/ce/ceci signifie/veut",)),
    Rule("a point of a list", 2, (
        "^premièrement", "^deuxièmement", "^troisièmement", "^quatrièmement", "^d'abord",
        "^ensuite", "^enfin", "^en premier lieu", "^en second lieu", "^en deuxième lieu",
    )),
    Rule("a principle", 2, (
        "mérite", "méritent", "a/ont le droit", "droit de", "il nous appartient", "si nous",
        "pas assez", "trop tard", "trop de", "il revient", "notre responsabilité", "n'est pas",
        "ne sont pas", "n'est plus", "n'est qu'un*", "pas seulement", "il n'y a pas", "il n'y a",
        "ne … jamais", "jamais", "ne … pas", "ne … plus", "plutôt que", "au lieu de", "nul ne",
        "personne ne", "aucun", "aucune", "sans", "ni … ni", "ne … que", "n'ont/n'a pas",
        "non … mais", "on ne",
    ), counting=False),
    Rule("a commitment", 3, (
        "nous voulons", "notre devoir", "notre message", "je tiens à le dire", "continuera*",
        "apportera*", "contribuera*", "soutiendra*", "je propose", "nous proposons",
        "est/sont pleinement/résolument engagé*", "doublera*", "consacrera*", "financera*",
    )),
    Rule("a judgement", 1, (
        "dignité", "sans précédent", "responsabilité*", "tragi*", "dévast*", "courage",
        "solidarité", "humanité", "injustice*", "inestimable*", "urgence",
    ), counting=False),
)  # fmt: skip

NOT_ANY = Rule("not to be proposed", 0, (
    "remerci*", "merci", "gratitude", "reconnaissant*", "félicite/féliciter/félicitations",
    "honneur/plaisir/privilège", "mesdames et messieurs", "je vous souhaite", "hospitalité",
    "condoléances", "accueil chaleureux", "bonjour", "mes pensées", "permettez-moi",
    "appellations employées", "n'implique*", "ne reflète*", "n'engage*", "droits réservés",
    "les opinions/vues exprimées", "à titre d'information", "note/notes aux rédacteurs/éditeurs",
    "^source", "^sources", "^note", "^notes", "pour plus d'informations", "pour en savoir plus",
    "renseignements", "contact presse", "^contact", "^contacts", "lire aussi", "voir aussi",
    "à lire", "cliquez", "suivez-nous", "abonnez-vous", "s'abonner", "site web", "courriel",
    "télécharg*", "www", "http", "https", "tél", "tél.", "téléphone", "disponible sur",
    "newsletter", "infolettre", "demeurer/rester saisie/saisi", "reste saisie/saisi",
    "consultez votre", "demandez à votre", "ce rapport/document/bulletin couvre/présente/est/a",
    "le prochain rapport/bulletin",
))  # fmt: skip

APART = Rule("apart", 0, (
    "^note", "^notes", "^méthodologie", "^contact", "^contacts", "^avertissement", "^sources",
    "^remerciements", "^à propos de l'auteur/l'autrice", "^références", "^pour en savoir plus",
    "^lire aussi", "^voir aussi", "^à lire aussi",
))  # fmt: skip

ASKING = Rule("asking", 0, (
    "^recommandations", "^nos demandes", "^nos recommandations", "^engagements",
    "^nos engagements", "^ce que nous demandons/voulons/ferons", "^nous demandons",
    "^nous appelons", "^appel à", "^nos priorités", "^résultats", "^que faire",
    "^pistes d'action", "^mesures",
))  # fmt: skip

ADVICE = Rule("advice to the reader", 0, (
    "vous devez/devriez/pouvez", "votre", "vos",
))  # fmt: skip

NOT_POINTS = Rule("no talking point", 0, (
    "il faut (aussi) reconnaître/admettre/convenir", "il est vrai", "certes", "bien sûr",
    "on/nul ne peut nier/reprocher", "je comprends", "peut être utile",
    "doit/doivent paraître/se/avoir/être", "on peut comprendre",
))  # fmt: skip

TABLE = Table(
    language="fr",
    common=("le", "la", "les", "des", "et", "est", "une", "que", "dans", "pour"),
    facts=FACTS,
    beside=BESIDE,
    points=POINTS,
    own_points=OWN_POINTS,
    not_any=NOT_ANY,
    not_points=NOT_POINTS,
    advice=ADVICE,
    apart=APART,
    asking=ASKING,
    first_person=Rule("the first person", 1, (
        "je", "nous", "notre", "nos", "j", "mon", "mes", "ma", "me",
    )),
    forms=(
        "communiqué conjoint", "communiqué final", "déclaration commune", "déclaration conjointe",
        "déclaration politique", "appel conjoint", "lettre ouverte",
    ),
    openings=(
        "seul le prononcé fait foi", "allocution de", "discours de", "déclaration de",
        "déclaration commune", "monsieur le président", "madame la présidente", "excellences",
        "chers amis", "chers collègues", "intervention de",
    ),
    works=(
        "rapport", "livre", "film", "article", "étude", "campagne", "exposition", "projet",
        "initiative", "nommé", "nommée", "dit", "dite", "appelé", "appelée",
    ),
    titled=(
        "intitulé", "intitulée", "titre", "titré", "thème", "slogan", "baptisé", "baptisée",
        "devise",
    ),
    speech=SPEECH,
)  # fmt: skip
