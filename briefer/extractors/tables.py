"""The forms of a language's tables of cues: another language is other tables."""

from collections.abc import Mapping

from msgspec import Struct

from briefer.extractors.phrases import Rule


class Speech(Struct, frozen=True, eq=False):
    """The words of one language that say who speaks; letter case aside."""

    delivered: tuple[str, ...]
    """Words before the name of who speaks a document: statement by."""
    on_behalf: tuple[str, ...]
    """Words before the body that a document is spoken for."""
    says: frozenset[str]
    """Verbs of speech in the forms that stand beside a subject."""
    inverted: tuple[str, ...]
    """Pronouns that stand behind their verb with a hyphen: a-t-*il*."""
    according: tuple[str, ...]
    pronouns: Mapping[str, str]
    """Pronouns for one person, and “m”, “f” or “”."""
    honorifics: Mapping[str, str]
    """Titles before a name, and “m”, “f” or “”."""
    roles: frozenset[str]
    """Offices and occupations, in small letters."""
    adjuncts: frozenset[str]
    """Words beside a role in a title: deputy, foreign."""
    occupations: tuple[str, ...]
    """Endings of words that stand before a name and say what somebody does."""
    persons: tuple[str, ...]
    """Further words for somebody without a name."""
    someone: tuple[str, ...]
    definite: tuple[str, ...]
    bodies: frozenset[str]
    """Words in the names of bodies."""
    places: frozenset[str]
    """Words in capitalised names that are neither persons nor bodies."""
    small: frozenset[str]
    """Words that begin sentences with a capital and belong to no name."""
    articles: frozenset[str]
    particles: tuple[str, ...]
    """Small words inside the names of persons."""
    links: tuple[str, ...]
    """Small words inside the names of bodies."""
    before_subject: frozenset[str]
    """Prepositions and conjunctions that begin what stands before a subject."""
    relative: frozenset[str]
    """Words that begin a clause about a person."""
    personal: tuple[str, ...]
    """Those of them that are said of persons alone."""
    joints: tuple[str, ...]
    """Words between which and a verb its subject stands."""
    and_: tuple[str, ...]
    never_before: frozenset[str]
    """Words before a name that is no subject: for X, of X."""
    never_first: tuple[str, ...]
    """Verbs of speech behind which no subject stands."""


class Table(Struct, frozen=True, eq=False):
    """The words of one language that rules look for; letter case aside unless said."""

    language: str
    common: tuple[str, ...]
    """Frequent words that hardly another language has."""
    facts: tuple[Rule, ...]
    beside: tuple[Rule, ...]
    """What must stand beside some cues: who withdraws, what falls."""
    points: tuple[Rule, ...]
    own_points: tuple[Rule, ...]
    """Rules for talking points that count only where somebody speaks in the own name."""
    not_any: Rule
    """Sentences with these words are not proposed at all."""
    not_points: Rule
    """Sentences with these words are no talking points."""
    advice: Rule
    """What is said to the reader of a page, and is no talking point there."""
    asking: Rule
    """Beginnings of headings above lists of asks, commitments or achievements."""
    apart: Rule
    """Beginnings of headings above what is only about the text: notes to editors, contacts."""
    first_person: Rule
    forms: tuple[str, ...]
    """Beginnings of the titles of texts in which a body speaks: communiqué."""
    openings: tuple[str, ...]
    """Words at the beginning of a document that is somebody's own."""
    works: tuple[str, ...]
    """Kinds of works, whose titles stand in quotation marks behind them."""
    titled: tuple[str, ...]
    """Words before quotation marks that hold a title, a theme or a slogan."""
    speech: Speech
