"""Search, tags and saved searches as a script sees them."""

import json

import pytest

from briefer.cli import DONE, FAILED, main

ARTICLE = "un-chronicle-article.txt"
REMARKS = "remarks-nakamitsu-protection-of-civilians-week.txt"


@pytest.fixture
def run(capsys):
    """Runs a command: its exit code, what it printed as JSON, what it said."""
    main(["sources"])
    capsys.readouterr()

    def ran(*arguments):
        code = main([str(one) for one in arguments])
        printed = capsys.readouterr()
        return code, json.loads(printed.out) if "--json" in arguments else printed.out, printed.err

    return ran


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["mines", "--speaker", "nakam"], True), (["mines", "--speaker", "amitsu"], False),
        (["mines speaker:nakamitsu"], True), (["--after", "2026", "mines"], False),
        (["--after", "2025", "mines"], True), (["--before", "2026-05", "mines"], False),
        (["--language", "fr", "mines"], False),
        (["--type", "speech", "--", "mines", "-chile"], True),
        (["is:tagged"], False), (["kind:fact", "--speaker", "nakamitsu"], True),
    ],
)  # fmt: skip
def test_options_and_typed_filters_are_one_query(run, arguments, found):
    code, hits, said = run("search", "--json", *arguments)
    assert (code, {one["file"] for one in hits}, said) == (DONE, {REMARKS} if found else set(), "")


def test_pages_follow_each_other(run):
    _, four, _ = run("search", "mines", "--limit", 4, "--json")
    _, rest, _ = run("search", "mines", "--limit", 2, "--offset", 2, "--json")
    assert four[2:] == rest


def test_the_marks_are_the_words_found(run):
    _, hits, _ = run("search", "55 MILLION", "--json")
    source = run("show", hits[0]["source"], "--json")[1]
    assert [source["text"][slice(*mark)] for mark in hits[0]["marks"]] == ["55", "million"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["search", "kind:foo"], "kind is fact"), (["sources", "after:may"], "no date"),
        (["search"], "nothing to look for"), (["search", "..."], "nothing to look for"),
        (["tag", ARTICLE], "no tag to give"), (["tag", ARTICLE, "--add", " "], "needs a name"),
        (["tags", "--rename", "a", "b"], "no tag “a”"), (["searches", "none"], "No search"),
        (["searches", "--forget", "none"], "No search"), (["searches", "--save", "a"], "nothing"),
        (["searches", "--save", "a", "is:x"], "is superseded"),
        (["searches", "--save", "", "a"], "needs a name"),
        (["sources", "--trash", "mines"], "not searched"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_said_in_a_sentence(run, arguments, said):
    code, _, error = run(*arguments)
    assert (code, said in error) == (FAILED, True), error


def test_nothing_found_names_the_filters(run):
    assert run("search", "mines", "tag:x")[2] == (
        "briefer: no source holds all of these words, with tag:x.\n"
    )
    assert run("sources", "tag:x")[2] == "briefer: no source fits, with tag:x.\n"


def test_tags_are_given_listed_renamed_and_taken(run):
    run("tag", ARTICLE, REMARKS, "--add", "New York", "--add", "urgent")
    run("tag", REMARKS, "--remove", "urgent")
    _, counted, _ = run("tags", "--json")
    assert counted == [{"tag": "New York", "sources": 2}, {"tag": "urgent", "sources": 1}]
    assert run("tags", "--rename", "urgent", "Geneva")[1] == "    1  Geneva\n    2  New York\n"
    _, listed, _ = run("sources", "--tag", "gen", "--json")
    assert [(one["file"], one["tags"]) for one in listed] == [(ARTICLE, ["Geneva", "New York"])]
    assert "tags: Geneva, New York" in run("sources", "tag:geneva")[1]


def test_searches_are_saved_run_and_forgotten(run):
    run("searches", "--save", "Million mines", "million", "kind:fact")
    assert run("searches")[1] == "Million mines: million kind:fact\n"
    assert run("searches", "--json")[1] == [{"name": "Million mines", "words": "million kind:fact"}]
    found = run("searches", "Million mines", "--json", "--limit", 3)[1]
    assert found == run("search", "million", "--kind", "fact", "--limit", 3, "--json")[1]
    run("searches", "--forget", "Million mines")
    assert run("searches", "--json")[1] == []
