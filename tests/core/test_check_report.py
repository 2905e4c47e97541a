"""The outcome of checking an exported file as a document."""

from typing import get_args

from briefer.core.check_report import STATUS_NAMES, report_document
from briefer.core.differences import differences
from briefer.core.document import plain_text
from briefer.core.proof import Proof, ProvenItem, Status

ALTERED = ProvenItem(
    "a", "altered", "Over 55 million mines.", "Over 40 million mines now.", "It was altered.",
    differences("Over 55 million mines.", "Over 40 million mines now."),
)  # fmt: skip


def test_each_item_says_what_became_of_it():
    removed = ProvenItem("b", "removed", "Gone words.", "", "It is no longer in the file.")
    added = ProvenItem("c", "added", "", "New words.", "It belongs to no item.")
    same = ProvenItem("d", "verified", "Same words.", "Same words.")
    proof = Proof("mismatch", (ALTERED, removed, added, same), ("A heading is gone.",))
    assert plain_text(report_document(proof, "brief.docx")).split("\n") == [
        "Check of brief.docx",
        "Not everything stands as it was exported.",
        "A heading is gone.",
        "1. Altered",
        "As exported\tOver 55 million mines.",
        "As it stands now\tOver 40 million mines now.",
        "Finding\tIt was altered.",
        "Figure\t“55” is now “40”",
        "Difference\t“mines.” is now “mines now.”",
        "2. Removed",
        "As exported\tGone words.",
        "As it stands now\tIt is not there.",
        "Finding\tIt is no longer in the file.",
        "3. Added",
        "As it stands now\tNew words.",
        "Finding\tIt belongs to no item.",
        "4. As exported",
        "As exported\tSame words.",
    ]


def test_every_outcome_has_a_name():
    known = {name for part in get_args(Status) for name in get_args(part) or (part,)}
    assert known == set(STATUS_NAMES)
