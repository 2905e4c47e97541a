"""The words that make and date a figure, one table a language."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

Comparator = Literal[
    "exactly", "more_than", "at_least", "nearly", "about", "up_to", "less_than", "tens_of",
    "dozens",
]  # fmt: skip
"""How a figure is meant; `tens_of` stands for every count that names only an order of magnitude."""


class FigureWords(Struct, frozen=True):
    """The words of a language; letter case does not count, a space is any white space.

    Longer entries are tried before shorter ones.
    """

    language: str
    decimal: str
    thousands: str
    """Characters that may stand between groups of three digits."""
    numbers: tuple[str, ...]
    """Words that make a number; alone, those of `never_alone` count nothing."""
    never_alone: tuple[str, ...]
    joins: tuple[str, ...]
    """Words between two words of a number: two hundred *and* five."""
    scales: Mapping[str, float]
    glued: Mapping[str, float]
    """Scales that stand directly behind a digit: $4.5m."""
    one: tuple[str, ...]
    """Articles before a scale that make it a number: *a* million."""
    halves: Mapping[str, float]
    """Phrases that make a part of a scale: *half a* million."""
    vague: Mapping[str, tuple[float, float]]
    """Counts without a number, and the least and the most that they mean."""
    shares: Mapping[str, float]
    """Parts of a whole, in per cent, where `whole` follows."""
    whole: tuple[str, ...]
    out_of: tuple[str, ...]
    """Between the two numbers of a share: four *out of every* five."""
    of_which: tuple[str, ...]
    """Words before a share of what was named before: of *which* a quarter."""
    rounds: Mapping[str, float]
    """Round counts: *a dozen*."""
    factors: Mapping[str, float]
    """Rises and falls by a factor: *doubled*."""
    times: tuple[str, ...]
    """Behind a number, what makes it a factor: three *times as* many."""
    never_factor: tuple[str, ...]
    """Words behind a factor that say how often: twice *a* week."""
    half_more: tuple[str, ...]
    """Behind a number: two *and a half*."""
    spans: Mapping[str, float]
    """Durations of many years: two *decades*."""
    years: str
    before: Mapping[str, Comparator]
    after: Mapping[str, Comparator]
    percent: tuple[str, ...]
    points: tuple[str, ...]
    money: Mapping[str, str]
    """Currencies, before or behind a number, and their ISO 4217 codes."""
    between: tuple[str, ...]
    and_: tuple[str, ...]
    to: tuple[str, ...]
    names: tuple[str, ...]
    """Words before a number that is part of a name: *article* 5."""
    months: Mapping[str, int]
    durations: tuple[str, ...]
    year_follows: tuple[str, ...]
    """Words before four digits that are a year."""
    rises: tuple[str, ...]
    falls: tuple[str, ...]
    stays: tuple[str, ...]
    by: tuple[str, ...]
    """Between a rise or fall and its figure: fallen *by* 75 per cent."""
    ends: tuple[str, ...]
    """Words that end what is counted."""
    skips: tuple[str, ...]
    """Words between a figure and what is counted: 80 per cent *of all* casualties."""
    as_of: tuple[str, ...]
    in_: tuple[str, ...]
    since: tuple[str, ...]
    now: tuple[str, ...]
    """Words that date a statement by its document."""
    relative: tuple[str, ...]
    """Words that date a statement by a day that the document does not name."""
    early: tuple[str, ...]
    """Words between a preposition and a year: since the *late* 1990s."""
    according: tuple[str, ...]
    """Words before the source that a figure is taken from."""


def _powers(words: str, value: float) -> dict[str, float]:
    return dict.fromkeys(words.split("|"), value)


MONEY_SIGNS: Mapping[str, str] = {
    "US$": "USD", "USD": "USD", "$": "USD", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP",
    "CHF": "CHF", "NOK": "NOK", "SEK": "SEK", "CAD": "CAD", "AUD": "AUD", "JPY": "JPY", "¥": "JPY",
}  # fmt: skip

ENGLISH = FigureWords(
    language="en",
    decimal=".",
    thousands=",\u00a0\u202f\u2009",
    numbers=(
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
        "hundred", "thousand", "million", "billion", "trillion",
    ),
    never_alone=("zero", "one", "hundred", "thousand", "million", "billion", "trillion"),
    joins=("and",),
    scales={
        **_powers("thousand", 1e3), **_powers("million|millions|mn", 1e6),
        **_powers("billion|billions|bn", 1e9), **_powers("trillion|trillions|tn", 1e12),
    },
    glued={"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "bn": 1e9, "tn": 1e12},
    one=("a", "one"),
    halves={"half a": 0.5, "a quarter of a": 0.25, "a quarter": 0.25},
    vague={
        "dozens": (24, 99), "scores": (40, 99), "tens of thousands": (20e3, 99_999),
        "hundreds of thousands": (200e3, 999_999), "tens of millions": (20e6, 99_999_999),
        "hundreds of millions": (200e6, 999_999_999), "hundreds": (200, 999),
        "thousands": (2e3, 9_999), "millions": (2e6, 9_999_999), "billions": (2e9, 9_999_999_999),
    },
    shares={
        "half": 50, "one half": 50, "a third": 100 / 3, "one third": 100 / 3, "one-third": 100 / 3,
        "two thirds": 200 / 3, "two-thirds": 200 / 3, "a quarter": 25, "one quarter": 25,
        "one-quarter": 25, "three quarters": 75, "three-quarters": 75, "a fifth": 20,
        "one fifth": 20, "one-fifth": 20, "two fifths": 40, "two-fifths": 40, "three fifths": 60,
        "three-fifths": 60, "four fifths": 80, "four-fifths": 80, "a tenth": 10, "one tenth": 10,
        "one-tenth": 10, "nine tenths": 90,
    },
    whole=(
        "of", "the", "all", "its", "their", "our", "those", "more", "fewer", "less", "higher",
        "lower",
    ),
    out_of=("out of every", "out of", "in every", "in", "of every"),
    of_which=("which", "whom", "by"),
    rounds={"half a dozen": 6, "a dozen": 12, "a hundred or so": 100},
    factors={
        "doubled": 2, "doubling": 2, "twice as": 2, "twice that": 2, "twice the": 2,
        "twice what": 2, "twice its": 2, "tripled": 3, "tripling": 3, "trebled": 3,
        "treble": 3, "trebling": 3, "quadrupled": 4, "halved": 0.5, "halving": 0.5,
    },
    times=("times as", "times more", "times higher", "times greater", "times the", "times faster"),
    never_factor=("a", "per", "in", "this", "daily", "weekly", "over", "before", "since", "on"),
    half_more=("and a half",),
    spans={"decade": 10, "decades": 10, "century": 100, "centuries": 100},
    years="years",
    before={
        **dict.fromkeys((
            "more than", "over", "above", "in excess of", "exceeding", "upwards of", "just over",
            "well over", "greater than", "beyond", "exceeded", "exceeds",
        ), "more_than"),
        **dict.fromkeys((
            "at least", "no fewer than", "no less than", "not less than", "a minimum of", "fully",
            "not fewer than", "as many as",
        ), "at_least"),
        **dict.fromkeys((
            "nearly", "almost", "close to", "just under", "just below", "approaching",
            "not quite", "just short of",
        ), "nearly"),
        **dict.fromkeys((
            "about", "around", "approximately", "some", "roughly", "an estimated", "estimated",
            "estimated at", "circa", "in the order of", "in the region of", "or so", "up to some",
        ), "about"),
        **dict.fromkeys((
            "up to", "at most", "no more than", "not more than", "a maximum of",
        ), "up_to"),
        **dict.fromkeys(("fewer than", "less than", "under", "below"), "less_than"),
    },
    after={
        "or more": "at_least", "and more": "at_least", "and above": "at_least", "plus": "at_least",
        "or above": "at_least", "or fewer": "up_to", "or less": "up_to", "or so": "about",
    },
    percent=("per cent", "percent", "%"),
    points=("percentage points", "percentage point"),
    money={
        **MONEY_SIGNS, "US dollars": "USD", "United States dollars": "USD", "dollars": "USD",
        "euros": "EUR", "euro": "EUR", "pounds": "GBP", "Swiss francs": "CHF", "kroner": "NOK",
    },
    between=("between",),
    and_=("and",),
    to=("to", "–", "—", "-"),
    names=(
        "article", "articles", "art.", "paragraph", "paragraphs", "para.", "paras.", "resolution",
        "resolutions", "section", "chapter", "annex", "page", "pages", "p.", "pp.", "no.", "nos.",
        "number", "rule", "protocol", "phase", "goal", "goals", "sdg", "target", "figure", "table",
        "box", "footnote", "note", "version", "room", "agenda", "item", "part", "volume", "vol.",
        "issue", "decision", "document", "tel", "tel.", "phone", "fax", "level", "ipc phase",
        "action", "step", "principle", "session", "block", "apartment", "flight", "group", "g",
        "covid", "cop", "tier", "type", "category", "class", "grade", "day", "option", "track",
        "pillar", "line", "form", "title", "appendix", "schedule", "regulation", "directive",
    ),
    months={
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
        "august": 8, "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1,
        "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
        "nov": 11, "dec": 12,
    },
    durations=(
        "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks",
        "weekend", "month", "months", "year", "years", "decade", "decades", "century", "centuries",
    ),
    year_follows=(
        "in", "since", "of", "by", "from", "until", "till", "to", "and", "during", "before",
        "after", "late", "early", "mid", "year", "years", "through", "around", "than", "for",
        "between", "end", "spring", "summer", "autumn", "winter", "fall", "the",
    ),
    rises=(
        "rise", "rises", "rose", "risen", "rising", "increase", "increases", "increased",
        "increasing", "grow", "grows", "grew", "grown", "growing", "growth", "climb", "climbs",
        "climbed", "climbing", "soar", "soars", "soared", "soaring", "surge", "surged", "surging",
        "jump", "jumped", "double", "doubled", "doubling", "triple", "tripled", "up", "higher",
        "worsen", "worsened", "worsening", "escalate", "escalated", "escalating",
    ),
    falls=(
        "fall", "falls", "fell", "fallen", "falling", "decline", "declines", "declined",
        "declining", "decrease", "decreases", "decreased", "decreasing", "drop", "drops",
        "dropped", "dropping", "reduce", "reduced", "reduces", "reducing", "reduction",
        "reductions", "shrink", "shrank", "shrunk", "shrinking", "halve", "halved", "halving",
        "down", "lower", "plunge", "plunged", "plummeted", "cut", "cuts", "halt",
    ),
    stays=("unchanged", "stable", "remains at", "stagnated", "flat", "continue", "continues"),
    by=("by",),
    ends=(
        "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would",
        "can", "could", "may", "might", "must", "shall", "should", "do", "does", "did", "in",
        "on", "at", "by", "for", "from", "with", "since", "as", "to", "into", "across", "over",
        "under", "during", "between", "through", "after", "before", "until", "and", "or", "but",
        "while", "that", "which", "who", "whose", "where", "when", "if", "than", "because",
        "worldwide", "globally", "yet", "still", "alone", "per", "each", "every", "including",
        "remain", "remains", "remained", "live", "lived", "living", "died", "became", "become",
        "joined", "lost", "rose", "fell", "increased", "declined", "killed", "injured", "need",
        "needed", "faced", "face", "fled", "received", "destroyed", "have", "now", "this", "last",
        "next", "so", "far", "ago", "within", "among", "against", "towards", "not", "having",
        "without", "out", "aged",
        "came", "missed", "go", "goes", "went", "it", "them", "him", "her", "reduced", "cancelled",
        "funded", "stand", "stands", "said", "says", "were", "below", "above", "about",
    ),
    skips=("of", "all", "the", "every", "its", "their", "our", "these", "those", "more", "other"),
    as_of=("as of", "as at", "by the end of", "at the end of", "as on", "at end", "by"),
    in_=("in", "during", "throughout", "for", "over"),
    since=("since", "from"),
    now=(
        "to date", "today", "currently", "at present", "presently", "so far", "now", "until now",
        "as of today", "to this day",
    ),
    relative=(
        "last year", "this year", "next year", "last month", "this month", "last week",
        "this week", "yesterday", "tomorrow", "monday", "tuesday", "wednesday", "thursday",
        "friday", "saturday", "sunday", "recently", "in recent years", "recent years",
    ),
    early=("the", "late", "early", "mid", "mid-", "end", "of", "year"),
    according=("according to", "as reported by", "reported by", "figures from", "data from"),
)  # fmt: skip

FRENCH = FigureWords(
    language="fr",
    decimal=",",
    thousands=" \u00a0\u202f\u2009.",
    numbers=(
        "zéro", "un", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf",
        "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "vingt", "vingts",
        "trente", "quarante", "cinquante", "soixante", "septante", "huitante", "octante",
        "nonante", "cent", "cents", "mille", "million", "millions", "milliard", "milliards",
    ),
    never_alone=(
        "zéro", "un", "une", "cent", "cents", "mille", "million", "millions", "milliard",
        "milliards",
    ),
    joins=("et",),
    scales={
        **_powers("mille", 1e3), **_powers("million|millions", 1e6),
        **_powers("milliard|milliards", 1e9),
    },
    glued={},
    one=("un", "une"),
    halves={"un demi-": 0.5, "un demi": 0.5},
    vague={
        "dizaines de milliers": (20e3, 99_999), "centaines de milliers": (200e3, 999_999),
        "dizaines de millions": (20e6, 99_999_999), "centaines de millions": (200e6, 999_999_999),
        "dizaines": (20, 99), "centaines": (200, 999), "milliers": (2e3, 9_999),
        "des millions": (2e6, 9_999_999),
    },
    shares={
        "la moitié": 50, "un tiers": 100 / 3, "le tiers": 100 / 3, "les deux tiers": 200 / 3,
        "deux tiers": 200 / 3, "un quart": 25, "le quart": 25, "les trois quarts": 75,
        "trois quarts": 75, "un cinquième": 20, "quatre cinquièmes": 80, "un dixième": 10,
    },
    whole=("de", "des", "du", "d'", "d’"),
    out_of=("sur",),
    of_which=("dont",),
    rounds={
        "une dizaine": 10, "une douzaine": 12, "une quinzaine": 15, "une vingtaine": 20,
        "une trentaine": 30, "une quarantaine": 40, "une cinquantaine": 50, "une centaine": 100,
        "une soixantaine": 60,
    },
    factors={
        "doublé": 2, "doublée": 2, "triplé": 3, "triplée": 3, "quadruplé": 4, "deux fois": 2,
    },
    times=("fois plus", "fois moins", "fois le", "fois la", "fois les"),
    never_factor=("par", "dans", "cette", "depuis que"),
    half_more=("et demi", "et demie"),
    spans={"décennie": 10, "décennies": 10, "siècle": 100, "siècles": 100},
    years="ans",
    before={
        **dict.fromkeys((
            "plus de", "plus d'", "plus d’", "au-delà de", "supérieur à", "supérieure à",
            "dépassant",
        ), "more_than"),
        **dict.fromkeys(("au moins", "pas moins de", "un minimum de"), "at_least"),
        **dict.fromkeys(("près de", "presque", "un peu moins de"), "nearly"),
        **dict.fromkeys((
            "environ", "quelque", "quelques", "autour de", "à peu près", "approximativement",
            "une estimation de", "estimé à", "estimée à", "estimés à",
        ), "about"),
        **dict.fromkeys(("jusqu'à", "jusqu’à", "au plus", "un maximum de"), "up_to"),
        **dict.fromkeys(("moins de", "moins d'", "inférieur à", "inférieure à"), "less_than"),
    },
    after={"ou plus": "at_least", "au moins": "at_least", "environ": "about", "au plus": "up_to"},
    percent=("pour cent", "%", "p. 100"),
    points=("points de pourcentage", "point de pourcentage"),
    money={
        **MONEY_SIGNS, "dollars des États-Unis": "USD", "dollars américains": "USD",
        "dollars": "USD", "euros": "EUR", "d'euros": "EUR", "d’euros": "EUR",
        "de dollars": "USD", "francs suisses": "CHF",
    },
    between=("entre",),
    and_=("et",),
    to=("à", "–", "—", "-"),
    names=(
        "article", "articles", "paragraphe", "paragraphes", "par.", "résolution", "résolutions",
        "section", "chapitre", "annexe", "page", "pages", "p.", "no", "n°", "numéro", "règle",
        "protocole", "phase", "objectif", "objectifs", "odd", "figure", "tableau", "encadré",
        "note", "version", "salle", "point", "tome", "volume", "décision", "document", "tél",
        "niveau", "action", "étape", "principe", "session", "groupe", "covid", "agenda",
        "alinéa", "titre", "règlement", "directive", "loi",
    ),
    months={
        "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7,
        "août": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
    },
    durations=(
        "seconde", "secondes", "minute", "minutes", "heure", "heures", "jour", "jours", "semaine",
        "semaines", "mois", "an", "ans", "année", "années", "décennie", "décennies", "siècle",
        "siècles",
    ),
    year_follows=(
        "en", "depuis", "de", "dès", "à", "et", "avant", "après", "fin", "début", "année",
        "années", "jusqu'en", "jusqu’en", "vers", "entre", "pour", "courant",
    ),
    rises=(
        "augmente", "augmentent", "augmenté", "augmentation", "hausse", "accru", "accrue",
        "croît", "croissance", "progressé", "doublé", "triplé", "bondi", "grimpé", "croissant",
    ),
    falls=(
        "diminue", "diminuent", "diminué", "diminution", "baisse", "baissé", "baissent", "chute",
        "chuté", "recule", "reculé", "recul", "réduit", "réduite", "réduits", "réduction",
        "arrêt",
    ),
    stays=("stable", "stables", "inchangé", "inchangée", "continuent", "continue"),
    by=("de", "d'", "d’"),
    ends=(
        "est", "sont", "était", "étaient", "être", "été", "a", "ont", "avait", "avaient", "aura",
        "auront", "sera", "seront", "peut", "peuvent", "doit", "doivent", "dans", "en", "sur",
        "à", "au", "aux", "par", "pour", "avec", "depuis", "comme", "vers", "sous", "pendant",
        "entre", "après", "avant", "et", "ou", "mais", "que", "qui", "dont", "où", "quand", "si",
        "chaque", "y", "ne", "n'ont", "vivent", "restent", "dès", "contre", "selon", "chez",
    ),
    skips=("de", "des", "du", "d'", "d’", "la", "le", "les", "l'", "l’", "tous", "toutes"),
    as_of=("au", "en date du", "à la fin de", "fin", "à fin"),
    in_=("en", "durant", "au cours de", "courant"),
    since=("depuis", "dès"),
    now=("à ce jour", "aujourd'hui", "aujourd’hui", "actuellement", "à présent", "désormais"),
    relative=(
        "l'an dernier", "l’an dernier", "l'année dernière", "l’année dernière", "cette année",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "récemment",
        "ces dernières années", "hier", "demain",
    ),
    early=("la", "le", "les", "fin", "début", "années", "des", "du", "de"),
    according=("selon", "d'après", "d’après"),
)  # fmt: skip

LANGUAGES: Mapping[str, FigureWords] = {one.language: one for one in (ENGLISH, FRENCH)}


def figure_words(tag: str) -> FigureWords:
    """The table for a language (a tag of BCP 47), or the English one where there is none."""
    return LANGUAGES.get(tag[:2].lower(), ENGLISH)


def any_of(words: Iterable[str]) -> str:
    """An expression for any of these words, the longest first; a space is any white space."""
    return "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in longest_first(words))


def longest_first(words: Iterable[str]) -> list[str]:
    """The words by their length, the longest first."""
    return sorted(words, key=len, reverse=True)


def key(text: str) -> str:
    """The text as it stands in the tables: small letters, single spaces."""
    return " ".join(text.lower().split())
