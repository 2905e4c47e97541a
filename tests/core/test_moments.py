"""What dates a figure."""

import pytest

from briefer.core.figures import figures
from briefer.core.moments import moment_of, moments


def dated(sentence, issued="", language="en"):
    found = [(one.start, one.end) for one in figures(sentence, language=language)]
    among = moments(sentence, language)
    made = []
    for start, end in found or [(0, len(sentence))]:
        others = [one for one in found if one != (start, end)]
        moment = moment_of(start, end, others, among, issued)
        made.append((moment.dated, moment.as_of or f"{moment.since}/{moment.until}"))
    return made


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("With 166 States Parties as of April 2025, it", [("clause", "2025-04")]),
        ("As of 1 November 2024, 58 States and 2 areas", [("clause", "2024-11-01")] * 2),
        ("rose from 5,757 in 2023 to 6,279 in 2024", [("sentence", "2023"), ("sentence", "2024")]),
        ("at 83 per cent (2023), below that of others", [("sentence", "2023")]),
        ("By the end of 2023, 20 million people", [("clause", "2023")]),
        ("30 States by May 4, 2025", [("clause", "2025-05-04")]),
        ("fallen by 75 percent since the late 1990s", [("clause", "1990s/")]),
        ("between 1997 and 2012, most were destroyed", [("clause", "1997/2012")]),
        ("30 mines from 2014 to 2020", [("clause", "2014/2020")]),
        ("In the decade 2010–2020 some 30 States", [("clause", "2010/2020")]),
        ("It rose by 12 per cent last year", [("relative", "/")]),
        ("the 2008 Convention has 30 articles", [("", "/")]),
        ("In 2025, several countries left", [("sentence", "2025")]),
    ],
)
def test_a_statement_is_dated_by_the_words_beside_it(sentence, expected):
    assert dated(sentence) == expected


def test_to_date_is_the_date_of_the_document_and_nothing_in_one_without_a_date():
    sentence = "To date, 165 countries are parties, with 133 having signed it."
    assert dated(sentence, "2026-05-21") == [("document", "2026-05-21")] * 2
    assert dated(sentence) == [("document", "/")] * 2


def test_french_has_its_own_words():
    assert dated("Au 1er novembre 2024, 58 États", language="fr") == [("clause", "2024-11-01")]
    assert dated("À ce jour, 165 États", "2025", "fr") == [("document", "2025")]
