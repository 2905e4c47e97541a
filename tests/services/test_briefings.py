"""Making, filling, picking, saving, checking, exporting."""

import io
import json
import re
import zipfile

import docx
import pypdfium2
import pytest

from briefer.core.errors import BrieferError, FileError, QuoteMismatch, WrongRequest
from briefer.core.folds import same_words
from briefer.core.template import new_briefing, template_from
from briefer.services import briefings
from briefer.services.demo import make_demo
from briefer.services.export import Choices, export_briefing
from briefer.services.fill import fill
from briefer.services.quoting import check_briefing as check
from briefer.services.templates import (
    ORDER,
    add_template,
    duplicate_template,
    find_template,
    list_templates,
    read_template,
    remove_template,
    rename_template,
    write_template,
)

STATEMENT = "joint-statement-22msp.txt"


def made(library, seeds, template="bilateral"):
    return fill(new_briefing(find_template(library, template), "Title"), seeds.values())


@pytest.mark.parametrize("template", ORDER)
def test_every_template_is_filled_within_its_limits_and_verifies(library, seeds, template):
    briefing = made(library, seeds, template)
    sources = {one.id: one for one in seeds.values()}
    report = check(briefing, sources)
    assert report.verdict == "verified"
    assert all(pick.review for pick in briefing.picks())
    assert not [finding for finding in report.findings if "limit" in finding]
    places = [(pick.source, pick.start) for pick in briefing.picks()]
    assert len(places) == len(set(places))


def test_filling_gives_the_same_briefing_every_time(library, seeds):
    one, two = (made(library, seeds) for _ in range(2))
    assert [pick.exact for pick in one.picks()] == [pick.exact for pick in two.picks()]
    assert len(one.picks()) > 10


def test_words_are_picked_with_the_folds_and_kept_as_the_source_has_them(seeds):
    pick = briefings.cut_pick(seeds["un-chronicle-article.txt"], "fact",
                              "  The Convention's framework enabled   this progress ")  # fmt: skip
    assert pick.exact == "The Convention’s framework enabled this progress"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"exact": "Over 56 million stockpiled"}, "does not say"),
        ({"exact": "the Convention"}, "says these words"),
        ({"exact": " "}, "no words to look for"),
        ({"ranges": [(400, 500), (100, 200)]}, "not in the order"),
        ({}, "starts and ends"),
        ({"ranges": [(5, 99_999)]}, "lies outside"),
    ],
)
def test_what_the_source_does_not_say_is_not_picked(seeds, options, words):
    with pytest.raises(BrieferError, match=words):
        briefings.cut_pick(seeds[STATEMENT], "fact", **options)


def test_a_saved_briefing_opens_without_the_library(library, seeds, tmp_path):
    briefing = made(library, seeds)
    sources = briefings.gather_sources(briefing, library, {})
    path = tmp_path / "a.briefing"
    briefings.save_briefing(briefing, sources, path)
    opened = briefings.open_briefing(path)
    assert (opened.briefing, opened.sources, opened.path) == (briefing, sources, path)
    assert check(opened.briefing, opened.sources).verdict == "verified"
    assert briefings.compare_with_library(opened.briefing, library).verdict == "verified"
    assert briefings.gather_sources(briefing, None, {}) == {}


def tampered(path, change):
    """Rewrites briefing.json inside a .briefing file."""
    members = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            members[name] = archive.read(name)
    raw = json.loads(members["briefing.json"])
    change(raw)
    members["briefing.json"] = json.dumps(raw).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def test_a_changed_letter_is_found_and_nothing_is_exported(library, seeds, tmp_path):
    path = tmp_path / "a.briefing"
    briefings.save_briefing(made(library, seeds), {one.id: one for one in seeds.values()}, path)

    def change(raw):
        item = next(one for section in raw["sections"] for one in section.get("items", []))
        quote = item["passages"][0]["quote"]
        quote["exact"] = quote["exact"].replace("e", "E", 1)

    tampered(path, change)
    opened = briefings.open_briefing(path)
    assert check(opened.briefing, opened.sources).verdict == "mismatch"
    for name in ("out.docx", "out.pdf"):
        with pytest.raises(QuoteMismatch, match="Expected: .* Found: "):
            export_briefing(opened.briefing, opened.sources, tmp_path / name)
        assert not (tmp_path / name).exists()


def docx_text(path):
    return "\n".join(one.text for one in docx.Document(str(path)).paragraphs)


def pdf_text(path):
    file = pypdfium2.PdfDocument(str(path))
    text = " ".join(page.get_textpage().get_text_range() for page in file)
    file.close()
    return re.sub(r"\s+", " ", text)


def test_every_pick_is_in_both_exports_letter_for_letter(library, seeds, tmp_path):
    briefing = made(library, seeds, "onepager")
    sources = {one.id: one for one in seeds.values()}
    for name in ("a.docx", "a.pdf", "b.docx", "b.pdf"):
        export_briefing(briefing, sources, tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    word, pdf = docx_text(tmp_path / "a.docx"), pdf_text(tmp_path / "a.pdf")
    cited = briefings.citations(briefing, sources)
    assert briefing.picks()
    for pick in briefing.picks():
        assert pick.exact in word
        assert pick.exact in pdf
        assert cited[pick.id] in word
        assert cited[pick.id] in pdf


def test_a_final_copy_states_what_a_draft_shows_as_a_gap(library, seeds, tmp_path):
    briefing = made(library, seeds)
    sources = {one.id: one for one in seeds.values()}
    export_briefing(briefing, sources, tmp_path / "draft.docx")
    export_briefing(briefing, sources, tmp_path / "final.docx", choices=Choices(final=True))
    assert "[date missing]" in docx_text(tmp_path / "draft.docx")
    assert "missing]" not in docx_text(tmp_path / "final.docx")
    assert "date not stated in the text seen" in docx_text(tmp_path / "final.docx")


@pytest.mark.parametrize("name", ["out.odt", "out"])
def test_an_unknown_format_is_an_error(library, seeds, tmp_path, name):
    with pytest.raises(FileError, match=r"\.docx, \.pdf"):
        export_briefing(made(library, seeds), {}, tmp_path / name)


def test_an_export_without_its_sources_is_refused(library, seeds, tmp_path):
    with pytest.raises(QuoteMismatch) as caught:
        export_briefing(made(library, seeds), {}, tmp_path / "a.docx")
    assert caught.value.code == "cannot_check"


def test_the_demonstration_is_a_checked_brief_and_overwrites_nothing(tmp_path):
    first = make_demo(tmp_path / "demo")
    second = make_demo(tmp_path / "demo")
    assert [one.name for one in first] == [
        "Bilateral brief.briefing", "Bilateral brief.docx", "Bilateral brief.pdf",
    ]  # fmt: skip
    assert second[0].name == "Bilateral brief 2.briefing"
    opened = briefings.open_briefing(first[0])
    report = check(opened.briefing, opened.sources)
    assert (report.verdict, report.findings) == ("verified", ())
    assert len(report.items) == 12
    for pick in opened.briefing.picks():
        assert same_words(pick.exact).search(docx_text(first[1]))
    file = pypdfium2.PdfDocument(io.BytesIO(first[2].read_bytes()))
    assert len(file) == 2
    file.close()


def test_header_fields_are_set_by_text(library):
    briefing = new_briefing(find_template(library, "bilateral"))
    changed = briefings.set_fields(briefing, ["title=New = good", "marking = OFFICIAL"])
    assert (changed.title, changed.value("marking")) == ("New = good", "OFFICIAL")
    for wrong in ("marking", "nothing=x"):
        with pytest.raises(WrongRequest):
            briefings.set_fields(briefing, [wrong])


def test_built_in_templates_stay_and_copies_are_the_users(library, tmp_path):
    names = [one.template.name for one in list_templates(library)]
    assert names == list(ORDER)
    for attempt in (
        lambda: remove_template(library, "bilateral"),
        lambda: rename_template(library, "bilateral", "Mine"),
    ):
        with pytest.raises(WrongRequest, match="built-in"):
            attempt()
    copy = duplicate_template(library, "Bilateral meeting brief", "Our brief")
    again = duplicate_template(library, "bilateral", "Our brief")
    assert (copy.name, again.name) == ("our-brief", "our-brief-2")
    renamed = rename_template(library, "our-brief", " Ministry brief ")
    assert find_template(library, "ministry BRIEF") == renamed
    path = tmp_path / "own.brieftemplate"
    write_template(renamed, path)
    assert read_template(path) == renamed
    remove_template(library, "our-brief")
    with pytest.raises(WrongRequest, match="no template"):
        find_template(library, "our-brief")
    with pytest.raises(WrongRequest, match="needs a title"):
        rename_template(library, "our-brief-2", " ")


def test_a_briefing_becomes_a_template_without_its_contents(library, seeds):
    briefing = briefings.set_fields(made(library, seeds), ["marking=SECRET"])
    kept = add_template(library, template_from(briefing, "", "***"))
    assert kept.name == "template"
    assert not any(section.items for section in kept.sections)
    assert [one.key for one in kept.sections] == [one.key for one in briefing.sections]
    assert kept.sections[2].limit == briefing.sections[2].limit
    assert not any(field.value for field in kept.header)
