"""The sources of the library that may hold words like some that are looked for."""

import re
from collections import Counter

from briefer.core.model import Source
from briefer.store import Library

CONTENT = 4
"""Letters from which a word says what a passage is about."""

TOGETHER = 3
"""Words in a row that a source must hold all; a changed word spoils only that many rows."""

ROWS = 12
HITS = 20
"""Rows of words that are asked for, and sources that one of them may name."""


def likely_sources(library: Library, words: str, limit: int, without: str = "") -> list[Source]:
    """At most `limit` sources that hold rows of the words, those with the rarest rows first.

    The full-text index is asked; no other source is read. `without` is the id of one to leave out.
    """
    tokens = re.findall(r"[^\W_]+", words)
    content = list(dict.fromkeys(one for one in tokens if len(one) >= CONTENT or one.isdigit()))
    rows = [content[at : at + TOGETHER] for at in range(max(1, len(content) - TOGETHER + 1))]
    step = -(-len(rows) // ROWS)
    votes: Counter[str] = Counter()
    for row in rows[::step]:
        ids = library.matching(row, HITS)
        for id in ids:
            votes[id] += HITS // len(ids)
    ids = [id for id, _ in votes.most_common() if id != without]
    return list(library.get(ids[:limit]).values())
