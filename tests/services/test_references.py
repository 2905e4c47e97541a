"""Files of references: written and read whole, matched, and offered to be confirmed."""

import json

import pytest
from hypothesis import given

from briefer.core.errors import FileError
from briefer.core.record import Date, Field, Name
from briefer.core.references import values_of
from briefer.services import references
from tests.core.record_strategies import SOURCES
from tests.services.reference_files import CITAVI_RIS, ZOTERO_CSL, ZOTERO_RIS

REMARKS = "remarks-nakamitsu-protection-of-civilians-week.txt"
PAGE = "campaign-web-page.txt"


@pytest.mark.parametrize("ending", [".json", ".ris"])
def test_the_sample_records_come_back_as_they_went_out(seeds, tmp_path, ending):
    path = tmp_path / f"all{ending}"
    references.write_references(list(seeds.values()), path)
    back = references.read_references(path)
    assert [one.fields for one in back] == [values_of(one.record) for one in seeds.values()]
    assert [one.id for one in back] == [one.id for one in seeds.values()]
    again = tmp_path / f"again{ending}"
    references.write_references(list(seeds.values()), again)
    assert again.read_bytes() == path.read_bytes()


@given(SOURCES)
def test_any_record_comes_back_through_the_text_of_either_format(source):
    for write, read in references.FORMATS.values():
        (back,) = read(write([source]), "a file")
        assert back.fields == values_of(source.record)


def test_ris_is_written_as_others_read_it(seeds):
    text = references.as_ris([seeds[REMARKS]] * 2).decode()
    assert text.startswith("TY  - SLIDE\r\n")
    assert text.count("\r\nER  - \r\n") == 2
    assert "\r\nAU  - Nakamitsu, Izumi\r\n" in text
    assert "\r\nDA  - 2026/05/21/\r\n" in text
    item = json.loads(references.as_csl([seeds[REMARKS]]))[0]
    assert item["author"] == [{"family": "Nakamitsu", "given": "Izumi"}]


def written(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def now(library, source):
    return library.get([source.id])[source.id].record


def test_zoteros_csl_fills_what_is_unknown_and_leaves_what_is_known(library, seeds, tmp_path):
    found = references.import_references(library, written(tmp_path, "z.json", ZOTERO_CSL))
    assert [(one.source, one.by) for one in found.matches] == [(seeds[REMARKS].id, "title")]
    assert [one.name() for one in found.unmatched] == ["The <i>Convention</i> at a crossroads"]
    assert found.unmatched[0].fields["issued"] == Date(((2025, 6),))
    record = now(library, seeds[REMARKS])
    assert record["URL"] == Field("https://disarmament.unoda.org/remarks", "inferred")
    assert {name: record[name] for name in seeds[REMARKS].record} == seeds[REMARKS].record
    again = references.import_references(library, tmp_path / "z.json")
    assert [one.by for one in again.matches] == ["web address"]
    assert again.matches[0].adds == {}


def test_zoteros_ris_is_read(library, seeds, tmp_path):
    found = references.import_references(library, written(tmp_path, "z.ris", ZOTERO_RIS))
    (match,) = found.matches
    assert match.source == seeds[REMARKS].id
    assert {name: one.value for name, one in match.adds.items()} == {
        "URL": "https://disarmament.unoda.org/remarks",
        "accessed": Date(((2026, 11, 24),)),
        "note": "<p>Read before the meeting.</p>",
    }
    assert match.reference.fields["event-title"] == "2026 Protection of Civilians Week"
    assert found.unmatched[0].fields["container-title"] == "A newspaper"


def test_citavis_ris_is_read_and_found_by_the_name_of_its_file(library, seeds, tmp_path):
    text = CITAVI_RIS.replace("\n", "\r\n")
    path = tmp_path / "citavi.ris"
    path.write_bytes(text.encode())
    (match,) = references.import_references(library, path).matches
    assert (match.source, match.by) == (seeds[PAGE].id, "file name")
    record = now(library, seeds[PAGE])
    assert record["issued"] == Field(Date(((2025,),)), "inferred")
    assert record["accessed"].value == Date(((2026, 11, 24),))
    assert record["author"].value == (Name("Implementation Support Unit"),)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.bib", b"@book{}", "no ending"), ("a.json", b"{", "not readable as JSON"),
        ("a.json", b"5", "no list"), ("a.json", b"\xff", "not readable as JSON"),
        ("a.ris", "TY  - é".encode("latin-1"), "not UTF-8"), ("a.ris", b"", "no reference"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_named_with_the_reason(tmp_path, name, data, why):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(FileError, match=why):
        references.read_references(path)


def test_lines_without_a_tag_and_tags_that_nobody_knows_are_passed_over(tmp_path):
    path = written(tmp_path, "a.ris", "x\nTY  - NEWS\nno tag\nZZ  - 5\nTI  - A\n title\nER  -\n")
    (read,) = references.read_references(path)
    assert read.fields == {"type": "article-newspaper", "title": "A"}


def test_an_object_that_holds_a_list_of_items_is_read_too(tmp_path):
    path = written(tmp_path, "a.json", '{"items": [{"id": "x"}, 3]}')
    assert [one.id for one in references.read_references(path)] == ["x"]
