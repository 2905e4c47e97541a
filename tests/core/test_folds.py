"""The differences that do not count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.folds import comparable, on_paper, plain, same_words, searchable, spaced, word_run


@pytest.mark.parametrize(
    ("typed", "source", "same"),
    [
        ("It's", "It’s", True),
        ('"so"', "“so”", True),
        ("a b", "a\u00a0b", True),
        ("a b", "a \n b", True),
        ("a b", "a\n\nb", False),
        ("a  b", "a b", True),
        ("soft", "so\u00adft", True),
        ("so\u00adft", "soft", True),
        (" padded ", "padded", True),
        ("results – saving", "results- saving", False),
        ("Word", "word", False),
        ("40", "41", False),
        ("per cent", "percent", False),
        ("a.b", "axb", False),
    ],
)
def test_only_the_allowed_folds_make_words_the_same(typed, source, same):
    assert bool(same_words(typed).fullmatch(source)) is same
    assert (comparable(typed) == comparable(source)) is same


FOLDED = st.text(st.sampled_from("ab1A'’\"“-–.\u00ad\u200b \u00a0\u202f\t"), max_size=8)


@given(FOLDED, FOLDED)
def test_texts_compare_alike_where_the_words_are_the_same(one, other):
    words = [spaced(text).replace(" ", "\n") for text in (one, other)]
    if words[0]:
        assert (comparable(one) == comparable(other)) is bool(
            same_words(words[0]).fullmatch(words[1])
        )


def test_spacing_keeps_the_words_and_their_marks():
    assert spaced(" It’s\u00a0 a\n“so\u00adft” \t word ") == "It’s a “soft” word"


def test_a_page_shows_letters_for_ligatures_and_nothing_for_what_has_no_ink():
    assert on_paper("ﬁne\u200b o\ufb04er") == "fine offler"


@given(st.text(min_size=1).filter(str.strip))
def test_words_are_the_same_as_themselves(words):
    words = " ".join(words.split())
    assert same_words(words).search(words)


@given(st.text())
def test_searchable_text_keeps_every_offset_and_letter(text):
    found = searchable(text)
    assert len(found) == len(text)
    for one, two in zip(plain(text), found, strict=True):
        assert one == two or (two == " " and not one.isalnum())


@pytest.mark.parametrize(
    ("text", "run"),
    [("Ban Ki-moon", "ban ki moon"), ("O’Neill, Élan", "o neill elan"), ("!!", "!!"), ("", "")],
)
def test_a_name_is_compared_by_its_words(text, run):
    assert word_run(text) == run


@given(st.text())
def test_plain_text_keeps_every_offset(text):
    assert len(plain(text)) == len(text)
