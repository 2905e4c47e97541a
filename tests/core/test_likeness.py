"""Texts are compared by rows of words; names without what tells versions apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.likeness import (
    SKETCH,
    masked_name,
    plain_title,
    rows_of,
    shares,
    sketch,
    words_of,
)
from tests.samples import seed_sources


def rows(text):
    return rows_of(words_of(text))


def test_rows_do_not_tell_figures_case_or_punctuation_apart():
    assert rows("Over 55 million mines, gone!") == rows("over 40 Million mines gone")
    assert rows("Over 55 million mines gone") != rows("Over 55 million mines cleared")


@pytest.mark.parametrize(("text", "count"), [("", 0), ("Two words", 1), ("one two three four", 1)])
def test_a_short_text_is_one_row(text, count):
    assert len(rows(text)) == count


def test_shares_are_those_of_either_text():
    whole, part = rows("a b c d e f g h"), rows("a b c d e")
    assert shares(part, whole) == (1.0, 2 / 5)
    assert shares(set(), whole) == (0.0, 0.0)


def test_every_character_counts_where_no_spaces_are_set():
    assert words_of("地雷は3個") == ["地", "雷", "は", "0", "個"]


@pytest.mark.parametrize("source", seed_sources(), ids=lambda one: one.file)
def test_a_changed_sentence_leaves_most_of_a_sketch(source):
    made = sketch(source.text)
    changed = sketch(source.text.replace(source.text[300:420], "Something else."))
    assert len(made) == SKETCH
    assert len(set(made) & set(changed)) >= SKETCH // 2
    others = [one for one in seed_sources() if one.file != source.file]
    assert all(len(set(made) & set(sketch(one.text))) < 2 for one in others)


def test_a_text_in_another_script_has_a_sketch_too():
    text = "Противопехотные мины по-прежнему применяются и производятся, и их жертвы множатся."
    assert len(sketch(text)) > 2
    assert sketch(text) == sketch(text.upper())


@given(st.text())
def test_any_text_has_a_sketch(text):
    assert len(sketch(text)) <= SKETCH


@pytest.mark.parametrize(
    ("file", "masked"),
    [
        ("speech_v2.docx", "speech"),
        ("2026-05-21 Remarks FINAL.docx", "remarks"),
        ("Remarks as delivered, 21 May 2026.pdf", "remarks"),
        ("A_77_1_Rev.1.pdf", "a"),
        ("folder/in.zip/newsroom", "newsroom"),
        (r"C:\texts\report-2.txt", "report"),
        ("v2.txt", ""),
    ],
)
def test_a_file_name_is_compared_without_version_and_date(file, masked):
    assert masked_name(file) == masked


def test_a_title_is_compared_by_its_letters_and_digits():
    assert plain_title("“Élan”:  Remarks, 2026") == plain_title("elan – remarks 2026")
    assert plain_title("Remarks 2025") != plain_title("Remarks 2026")
