"""Commands that find things and keep order: search, tag, tags, searches."""

from briefer.cli.output import DONE, Options, library, say, show
from briefer.core.errors import WrongRequest
from briefer.core.query import Query, filter_text, parse
from briefer.services.library import find_source
from briefer.services.search import search
from briefer.store import Library

FILTERS = ("kind", "speaker", "type", "tag", "language", "after", "before")
"""The filters that are options too."""

KEYS = ("source", "file", "place", "start", "end", "exact", "snippet", "marks")


def asked(options: Options) -> Query:
    """What the words and the options of a command ask for. Raises WrongRequest."""
    given = [(name, getattr(options, name, None)) for name in FILTERS]
    filters = [filter_text(name, value, whole=False) for name, value in given if value]
    query = parse(" ".join([*options.words, *filters]))
    if query.faults:
        raise WrongRequest(query.faults[0])
    return query


def search_(options: Options) -> int:
    """Finds words; nothing found is no error."""
    query = asked(options)
    if query.is_empty():
        raise WrongRequest("There is nothing to look for.", "Give words, or a filter.")
    return _search(library(options), query, options)


def _search(kept: Library, query: Query, options: Options) -> int:
    hits = search(kept, query, options.limit, options.offset)
    if options.json:
        show([{key: getattr(hit, key) for key in KEYS} for hit in hits])
        return DONE
    for hit in hits:
        print(f"{hit.file}, {hit.place} ({hit.start}-{hit.end})\n    {hit.snippet}")
    if not hits:
        say(nothing(query))
    return DONE


def nothing(query: Query) -> str:
    """What to say when a query finds nothing: it names its filters."""
    filters = " ".join(query.named())
    words = "holds all of these words" if query.wanted else "fits"
    return f"no source {words}{f', with {filters}' if filters else ''}."


def tag(options: Options) -> int:
    """Gives tags to sources and takes them away."""
    if not options.add and not options.remove:
        raise WrongRequest("There is no tag to give or take.", "Give --add TAG or --remove TAG.")
    kept = library(options)
    ids = [find_source(kept, name).id for name in options.sources]
    for name in options.add:
        kept.shelves.tag(ids, _name(name, "tag"))
    for name in options.remove:
        kept.shelves.untag(ids, name)
    return DONE


def tags(options: Options) -> int:
    """Lists the tags with how many sources have them, or renames one."""
    kept = library(options)
    if options.rename:
        old, new = options.rename
        if old not in kept.shelves.tags():
            raise WrongRequest(f"There is no tag “{old}”.", "`briefer tags` lists them.")
        kept.shelves.rename_tag(old, _name(new, "tag"))
    counted = kept.shelves.tags()
    if options.json:
        show([{"tag": name, "sources": count} for name, count in counted.items()])
        return DONE
    for name, count in counted.items():
        print(f"{count:>5}  {name}")
    return DONE


def searches(options: Options) -> int:
    """Lists the searches that were saved, runs one, saves or forgets one."""
    kept = library(options)
    name, words = options.name, " ".join(options.words)
    if options.save:
        kept.shelves.save_search(_name(name, "search"), _checked(words))
        return DONE
    if options.forget:
        _saved(kept, name)
        kept.shelves.forget_search(name)
        return DONE
    if name:
        return _search(kept, parse(_saved(kept, name)), options)
    saved = kept.shelves.searches()
    if options.json:
        show([{"name": name, "words": words} for name, words in saved.items()])
        return DONE
    for one, words in saved.items():
        print(f"{one}: {words}")
    return DONE


def _checked(words: str) -> str:
    query = parse(words)
    if query.faults or query.is_empty():
        why = query.faults[0] if query.faults else "There is nothing to look for."
        raise WrongRequest(why, "Give the words to be searched for.")
    return words


def _saved(kept: Library, name: str) -> str:
    saved = kept.shelves.searches()
    if name not in saved:
        raise WrongRequest(f"No search is saved as “{name}”.", "`briefer searches` lists them.")
    return saved[name]


def _name(name: str, noun: str) -> str:
    if not name.strip():
        raise WrongRequest(f"A {noun} needs a name.", "Give it one.")
    return name.strip()
