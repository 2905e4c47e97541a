"""Figures and suggestions by command: listed, decided about, remembered, and in an export."""

import json
import re

import pytest

from briefer.cli import DONE, main
from briefer.cli.output import FAILED

NEWS = "news-article-global-campaign.txt"
CHRONICLE = "un-chronicle-article.txt"
PAIR = ("839ceb00@1139", "6d1c2fbe@714")


@pytest.fixture
def run(capsys):
    """Runs a command: its exit code, what it printed (as JSON where it is), what it said."""

    def ran(*arguments):
        code = main([str(one) for one in arguments])
        printed = capsys.readouterr()
        out = json.loads(printed.out) if "--json" in arguments and printed.out else printed.out
        return code, out, printed.err

    return ran


@pytest.fixture
def briefing(run, tmp_path):
    path = tmp_path / "brief.briefing"
    run("new", "bilateral", "-o", path)
    for source, words in (
        (NEWS, "165 countries are parties to the treaty"),
        (CHRONICLE, "With 166 States Parties as of April 2025"),
    ):
        run("add", path, "facts", "--source", source, "--exact", words)
    return path


def group(run, measure):
    return run("figures", "--measure", measure, "--json")[1][0]


def test_the_register_names_each_statement_by_where_it_stands(run):
    code, out, _ = run("figures", "--level", "C3")
    assert code == DONE
    assert "C3  States Parties: they contradict each other\n    165 and 166 cannot" in out
    assert all(f"    {name}  " in out for name in PAIR)
    found = group(run, "states_parties")
    assert {one["id"] for one in found["values"]} >= set(PAIR)
    assert found["decisions"] == []


def test_a_decision_is_printed_with_its_reason_and_can_be_taken_back(run):
    assert run("figures", "--decisions")[2].endswith("nothing was decided yet.\n")
    code, _, said = run("figures", "--decide", "keep", *PAIR, "--reason", "The depositary.")
    assert (code, said) == (DONE, f"briefer: {PAIR[0]} and {PAIR[1]}: use this one.\n")
    [kept] = group(run, "states_parties")["decisions"]
    assert (kept["verdict"], kept["keeps"], kept["reason"]) == ("keep", PAIR[0], "The depositary.")
    assert kept["two"]["id"] == PAIR[1]
    assert "use this one: 165 (news" in run("figures", "--decisions")[1]
    assert "Reason: The depositary." in run("figures", "--measure", "states_parties")[1]
    assert run("figures", "--decisions", "--json")[1] == [kept]
    run("figures", "--decide", "open", *PAIR)
    assert run("figures", "--decisions", "--json")[1] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--decide", "guess", *PAIR), "nothing that can be decided"),
        (("--decide", "robust", PAIR[0], "nothing@1"), "no statement “nothing@1”"),
        (("--decide", "robust", PAIR[0], PAIR[0]), "one and the same statement"),
        (("--assign", "none"), "Which statements?"),
    ],
)
def test_a_wish_that_cannot_be_is_refused(run, arguments, said):
    code, _, error = run("figures", *arguments)
    assert (code, said in error) == (FAILED, True)


def test_statements_are_given_a_measure_and_put_back(run):
    run("figures", "--assign", *PAIR, "Members")
    assert group(run, "Members")["level"] == "C3"
    run("figures", "--assign", PAIR[0], "none")
    assert group(run, "Members")["level"] == "C0"
    run("figures", "--assign", *PAIR, "as-read")
    assert run("figures", "--measure", "Members")[2].endswith("measure that is known.\n")
    assert group(run, "states_parties")["level"] == "C3"


def test_a_contradiction_is_asked_about_once_before_an_export(run, briefing, tmp_path):
    out = tmp_path / "brief.docx"
    code, _, said = run("export", briefing, "-o", out)
    assert (code, out.exists()) == (FAILED, False)
    assert "165 and 166 cannot both be true" in said
    assert "--accept-contradictions" in said
    assert run("export", briefing, "-o", out, "--accept-contradictions")[0] == DONE
    out.unlink()
    run("figures", "--decide", "both_dated", *PAIR, "--reason", "Both are dated.")
    assert run("export", briefing, "-o", out, "--record")[0] == DONE
    record = run("record", briefing)[1]
    assert "Figures that disagree, and what was decided\nFigures: item 1, 165 beside 166" in record
    assert "use both, with their dates. Reason: Both are dated." in record
    assert len(run("record", briefing, "--json")[1]["figures"]) == 1


def test_the_figures_of_a_briefing_are_listed_and_warned_of_by_a_check(run, briefing):
    code, out, _ = run("figures", "--briefing", briefing)
    assert code == DONE
    assert "they contradict each other. 165 and 166" in out
    checked, report, _ = run("check", briefing, "--json")
    assert (checked, report["verdict"]) == (DONE, "verified")
    assert set(out.splitlines()) <= set(report["findings"])
    assert set(out.splitlines()) <= set(run("check", briefing, "--library")[1].splitlines())
    found = run("figures", "--briefing", briefing, "--json")[1]
    [clash] = found["clashes"]
    assert (clash["level"], clash["one"]["id"], clash["decision"]) == ("C3", PAIR[0], None)
    run("figures", "--decide", "disputed", *PAIR)
    found = run("figures", "--briefing", briefing, "--json")[1]
    assert found["clashes"][0]["decision"]["verdict"] == "disputed"
    assert found["decisions"][0]["two"]["id"] == PAIR[1]
    assert {one["id"] for one in found["aged"]} == set(PAIR)


def test_a_briefing_without_figures_that_clash_says_so(run, tmp_path):
    path = tmp_path / "empty.briefing"
    run("new", "bilateral", "-o", path)
    assert run("figures", "--briefing", path)[2].endswith("clash or have grown old.\n")


def test_suggestions_are_filtered_and_what_is_said_of_them_is_remembered(run):
    facts = run("suggest", NEWS, "--kind", "fact", "--json")[1]
    name = facts[0]["id"]
    assert re.fullmatch(r"839ceb00@\d+:fact", name)
    assert {one["kind"] for one in facts} == {"fact"}
    assert all("Guterres" in one["speaker"] for one in run(
        "suggest", "--speaker", "guterres", "--json")[1])  # fmt: skip
    assert run("suggest", "--reject", name)[2].endswith("not proposed any more.\n")
    assert name not in run("suggest", NEWS)[1]
    assert f"{name}  fact (rejected)" in run("suggest", NEWS, "--rejected")[1]
    run("suggest", "--reopen", name)
    run("suggest", "--kind-of", name, "talking_point")
    [again] = [one for one in run("suggest", NEWS, "--json")[1] if one["id"] == name]
    assert (again["kind"], again["judged"]) == ("talking_point", "reclassified")
    run("suggest", "--accept", name)
    assert f"{name}  fact (accepted)" in run("suggest", NEWS)[1]


def test_nothing_is_kept_of_what_is_said_when_one_name_is_wrong(run):
    name = run("suggest", NEWS, "--json")[1][0]["id"]
    code, _, said = run("suggest", "--reject", name, "--reject", "nothing@1")
    assert (code, "no suggestion “nothing@1”" in said) == (FAILED, True)
    assert "is no kind" in run("suggest", "--kind-of", name, "prose")[2]
    assert name in run("suggest", NEWS)[1]
