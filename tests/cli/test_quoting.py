"""The test vectors V1 to V14 of domain.md 4.6, through the command line."""

import json

import pytest
from msgspec.structs import replace

from briefer.cli import DONE, FAILED, MISMATCH, main
from briefer.core.edits import set_item
from briefer.services.seeds import load_seeds
from briefer.store.briefing_files import pack, unpack

REMARKS = "remarks-nakamitsu-protection-of-civilians-week.txt"
STATEMENT = "joint-statement-22msp.txt"
NEWS = "news-article-global-campaign.txt"
CHRONICLE = "un-chronicle-article.txt"
PAGE = "campaign-web-page.txt"

FIRST = (
    "First, there can be no trade-off between security and respect for international "
    "humanitarian law."
)
SECOND = "The protection of civilians is not a secondary consideration -"
THIRD = "it is a core obligation, especially in times of conflict."
ALL_THREE = f"{FIRST} {SECOND} {THIRD}"
SUSPENSION = "the Convention does not permit the suspension of application of its provisions"
MINES = "Over 55 million stockpiled anti-personnel mines have been destroyed."
WITHDRAWALS = (
    "Withdrawals, unilateral announcements of suspension, concerns regarding compliance and the "
    "real possibility of renewed use and production risk are eroding of a framework that has been "
    "established to protect civilians from indiscriminate and inhumane weapons."
)
GARBLED = "risk are eroding of a framework"
ANNOUNCEMENTS = (
    "These announcements are particularly troubling, as they risk weakening civilian protection "
    "and undermining two decades of progress."
)
CAPTION = (
    "A 16-year-old boy, who lost his right leg in a landmine explosion and can no longer walks, "
    "stands on crutches at his house in Kharkiv, Ukraine."
)


@pytest.fixture
def run(capsys):
    """Runs a command: its exit code, what it printed, what it said."""

    def ran(*arguments):
        code = main([str(one) for one in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return ran


@pytest.fixture(scope="module")
def texts():
    return {source.file: source.text for source, _ in load_seeds()}


@pytest.fixture
def path(run, tmp_path):
    made = tmp_path / "a.briefing"
    assert run("new", "bilateral", "-o", made)[0] == DONE
    return made


@pytest.fixture
def add(run, path, texts):
    """Adds words; each operation is (op, words, more fields), its words those of the first pick.

    Gives the exit code, the item as checked or None, and what was said.
    """

    def added(file, *exact, ops=(), more=()):
        begin = texts[file].find(exact[0])
        arguments = [part for words in exact for part in ("--exact", words)]
        for op, words, fields in ops:
            start = texts[file].index(words, begin)
            place = {"start": start, "end": start + len(words)}
            if op in ("insert", "case"):
                place = {"at": start}
            elif op in ("sic", "punctuation"):
                place = {"at": place["end"] - (op == "punctuation")}
            arguments += ["--op", json.dumps({"op": op, **place, **fields})]
        command = ["add", path, "their_view", "--source", file, "--kind", "quote"]
        code, _, said = run(*command, *arguments, *more)
        checked = json.loads(run("check", path, "--json")[1])["items"]
        return code, checked[-1] if code == DONE else None, said

    return added


def rules(item):
    return [one["rule"] for one in item["rules"]]


GAP = ("omit", SECOND, {})
CLAIM = {"text": "risk eroding a framework"}


@pytest.mark.parametrize(
    ("file", "words", "ops", "status", "found", "expected"),
    [
        pytest.param(REMARKS, FIRST, [], "exact", FIRST, [], id="V1"),
        pytest.param(
            CHRONICLE, "the case for using mines as a deterrent can be compelling", [], "exact",
            "the case for using mines as a deterrent can be compelling", ["VG-6", "VG-6"], id="V4",
        ),
        pytest.param(NEWS, ANNOUNCEMENTS, [], "second_hand", ANNOUNCEMENTS, ["VG-6b", "VG-17"],
                     id="V5"),
        pytest.param(
            STATEMENT, MINES, [("insert", "mines", {"text": "anti-personnel"})], "edited",
            "Over 55 million stockpiled anti-personnel [anti-personnel] mines have been destroyed.",
            [], id="V6",
        ),
        pytest.param(PAGE, "humanitarian, huamn rights", [("sic", "huamn", {})], "edited",
                     "humanitarian, huamn [sic] rights", ["VG-5"], id="V7"),
        pytest.param(
            STATEMENT, "have regrettably led some States to withdraw",
            [("omit", "regrettably", {})], "edited", "have [...] led some States to withdraw",
            ["VG-5"], id="V9",
        ),
        pytest.param(CHRONICLE, "the Convention's central purpose: protecting civilians", [],
                     "exact", "the Convention’s central purpose: protecting civilians", [],
                     id="V11"),
        pytest.param(
            REMARKS, "Reaffirming Commitment to the Anti-Personnel Mine Ban Convention", [],
            "exact", "Reaffirming Commitment to the Anti-Personnel Mine Ban Convention", [],
            id="V13",
        ),
        pytest.param(NEWS, CAPTION, [], "exact", CAPTION, ["minor", "non-body"], id="V14"),
    ],
)  # fmt: skip
def test_a_vector_that_stands(add, file, words, ops, status, found, expected):
    code, item, said = add(file, words, ops=ops)
    assert (code, item["status"], item["found"]) == (DONE, status, found)
    assert rules(item) == expected
    assert all(f"({rule})" in said and f"({rule})" in item["finding"] for rule in expected)


@pytest.mark.parametrize(
    ("file", "exact", "ops", "said"),
    [
        pytest.param(REMARKS, [ALL_THREE], [GAP, ("case", "it is a core", {})],
                     ["VG-4", "VG-6b"], id="V2"),
        pytest.param(STATEMENT, [SUSPENSION], [("omit", "not", {})], ["VG-4", "“not”"], id="V3"),
        pytest.param(STATEMENT, [MINES], [("insert", "mines", {"text": "55"})], ["VG-7"], id="V6"),
        pytest.param(
            REMARKS, ["As we approach its thirtieth anniversary next year",
                      "The Convention is a cornerstone of humanitarian disarmament."], [],
            ["VG-2"], id="V8",
        ),
        pytest.param(REMARKS, ["risk eroding a framework"], [], ["does not say"], id="V10 silent"),
        pytest.param(
            REMARKS, [WITHDRAWALS], [("erratum", GARBLED, {**CLAIM, "approved": "editor"})],
            ["VG-12"], id="V10 erratum",
        ),
        pytest.param(REMARKS, [WITHDRAWALS], [("gloss", GARBLED, CLAIM)], ["VG-8"], id="V10 gloss"),
        pytest.param(REMARKS, ["extraordinary results – saving"], [], ["does not say"], id="V12"),
    ],
)  # fmt: skip
def test_a_vector_that_is_refused_writes_nothing(add, path, file, exact, ops, said):
    before = path.read_bytes()
    code, item, message = add(file, *exact, ops=ops)
    assert (code, item, path.read_bytes()) == (FAILED, None, before)
    assert [part for part in said if part not in message] == []


@pytest.mark.parametrize(
    ("file", "words", "ops", "found", "rule"),
    [
        pytest.param(
            REMARKS, ALL_THREE, [GAP],
            f"{FIRST} [...] [the protection of civilians]{THIRD[2:]}", "VG-4", id="V2",
        ),
        pytest.param(STATEMENT, SUSPENSION, [("omit", "not", {})],
                     SUSPENSION.replace("not", "[...]"), "VG-4", id="V3"),
        pytest.param(
            REMARKS, WITHDRAWALS, [("gloss", GARBLED, CLAIM)],
            WITHDRAWALS.replace(GARBLED, "[risk eroding a framework]"), "VG-8", id="V10",
        ),
    ],
)  # fmt: skip
def test_a_typed_reason_lifts_a_stop_and_stays_in_the_record(
    run, add, path, texts, tmp_path, file, words, ops, found, rule
):
    more = ["--reason", "Agreed with the legal adviser."]
    if ops[0] is GAP:  # the pronoun alone, not the words that name the place
        at = texts[file].index(THIRD)
        form = {"op": "gloss", "start": at, "end": at + 2, "text": "the protection of civilians"}
        ops, more = [GAP], [*more, "--op", json.dumps(form)]
    code, item, _ = add(file, words, ops=ops, more=more)
    assert (code, item["status"], item["found"]) == (DONE, "edited", found)
    [lifted] = [one for one in item["rules"] if one["level"] == "stop"]
    assert (lifted["rule"], lifted["reason"]) == (rule, "Agreed with the legal adviser.")
    document = tmp_path / "a.docx"
    assert run("export", path, "-o", document)[0] == DONE
    document.unlink()
    without_reasons(path)
    assert run("check", path)[0] == MISMATCH
    code, _, said = run("export", path, "-o", document)
    assert (code, rule in said, document.exists()) == (MISMATCH, True, False)


def without_reasons(path):
    briefing, sources = unpack(path.read_bytes(), path.name)
    [pick] = briefing.picks()
    path.write_bytes(pack(set_item(replace(pick, reasons=()))(briefing), sources))


def test_a_list_item_is_lifted_with_the_words_that_lead_to_it(add):
    code, item, said = add(STATEMENT, "Casualties have fallen by more than 75 percent since the "
                           "late 1990s.", more=["--lead-in"])  # fmt: skip
    assert (code, item["status"], said) == (DONE, "edited", "")
    assert item["found"] == (
        "Its impact is profound and undeniable: [...] Casualties have fallen by more than 75 "
        "percent since the late 1990s."
    )
    assert add(STATEMENT, MINES[:-1], more=["--lead-in", "--source", STATEMENT])[0] == DONE
    assert add(STATEMENT, SUSPENSION, more=["--lead-in"])[0] == FAILED


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--op", "{"], "is no operation"),
        (["--op", '{"op": "rewrite"}'], "is no operation"),
        (["--start", "4"], "needs an --end"),
    ],
)
def test_what_is_no_operation_or_range_is_said(run, path, options, said):
    command = ["add", path, "their_view", "--source", PAGE, "--exact", "About the campaign"]
    code, _, message = run(*command, *options)
    assert (code, said in message) == (FAILED, True)


def test_an_item_is_edited_and_what_was_done_is_taken_back(run, add, path, texts):
    words = "have regrettably led some States to withdraw"
    item_id = add(STATEMENT, words)[1]["id"]
    start = texts[STATEMENT].index("regrettably")
    form = json.dumps({"op": "omit", "start": start, "end": start + 11})
    code, out, said = run("edit", path, item_id, "--op", form, "--reason", "To be short.")
    assert (code, out) == (DONE, "have [...] led some States to withdraw\n")
    assert "Reason given: To be short." in said
    outline = json.loads(run("outline", path, "--json")[1])
    [item] = [one for section in outline["sections"] for one in section["items"]]
    assert (item["status"], item["operations"][0]["op"]) == ("edited", "omit")
    assert run("edit", path, item_id, "--clear")[1] == f"{words}\n"
    assert run("edit", path, "nothing")[0] == FAILED


@pytest.mark.parametrize(("style", "mark"), [("oscola", "‘"), ("apa", "“")])
def test_a_style_is_chosen_for_a_briefing_or_for_one_export(run, add, path, tmp_path, style, mark):
    import docx

    add(REMARKS, FIRST)
    document = tmp_path / "a.docx"
    assert run("export", path, "-o", document, "--style", style)[0] == DONE
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(document)).paragraphs)
    assert f"{mark}{FIRST}" in words
    other = tmp_path / "b.briefing"
    assert run("new", "bilateral", "-o", other, "--style", style)[0] == DONE
    assert unpack(other.read_bytes(), other.name)[0].style == style


def test_the_verification_record_is_printed_and_written(run, add, path, tmp_path):
    words = "have regrettably led some States to withdraw"
    add(STATEMENT, words, ops=[("omit", "regrettably", {})], more=["--reason", "To be short."])
    code, out, _ = run("record", path)
    assert (code, "Left out “regrettably”." in out, "To be short." in out) == (DONE, True, True)
    code, out, _ = run("record", path, "--json")
    record = json.loads(out)
    assert (record["format"], record["verdict"]) == ("briefer-verification-record", "verified")
    assert record["items"][0]["passages"][0]["words"] == words
    for ending in ("json", "docx", "pdf"):
        assert run("record", path, "-o", tmp_path / f"record.{ending}")[0] == DONE
    assert json.loads((tmp_path / "record.json").read_bytes()) == record
    code, _, said = run("record", path, "-o", tmp_path / "record.odt")
    assert (code, ".json too" in said) == (FAILED, True)
    code, _, said = run("record", path, "-o", tmp_path / "no" / "record.docx")
    assert (code, "cannot be written" in said) == (FAILED, True)


def test_a_record_can_stand_behind_the_briefing(run, add, path, tmp_path):
    import docx

    add(REMARKS, FIRST)
    assert run("export", path, "-o", tmp_path / "a.docx", "--record")[0] == DONE
    words = [one.text for one in docx.Document(str(tmp_path / "a.docx")).paragraphs]
    assert "Verification record" in words


def test_a_pasted_quotation_with_brackets_is_read_when_it_is_added(add):
    code, item, said = add(STATEMENT, SUSPENSION.replace("not", "[...]"))
    assert (code, item, "VG-4" in said) == (FAILED, None, True)
    code, item, _ = add(STATEMENT, SUSPENSION.replace("not", "[...]"), more=["--reason", "Test."])
    assert (code, item["status"]) == (DONE, "edited")
    assert add(STATEMENT, "States Parties [...] the Convention")[0] == FAILED


@pytest.mark.parametrize(
    ("words", "outcome", "shown"),
    [
        (MINES, "exact", "para. 11"),
        (MINES.replace("55", "40"), "near", "“40” -> “55” (a figure)"),
        (SUSPENSION.replace("not", "[...]"), "edited", "does not permit"),
        ("the Anti-Personnel Mine Ban Convention", "ambiguous", "para. 1"),
        ("nobody said anything like this at any time", "none", ""),
    ],
)
def test_words_are_looked_up(run, words, outcome, shown):
    code, out, _ = run("lookup", *words.split())
    assert (code, shown in out) == (DONE, True)
    assert json.loads(run("lookup", words, "--json")[1])["outcome"] == outcome
