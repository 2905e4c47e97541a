"""Reading the source record out of a text: what it says, where, and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.core.languages import language_of
from briefer.core.model import Mark, Place
from briefer.core.record import FIELDS, Field, Name, Value, shown
from briefer.core.record_cues import CUES
from briefer.core.record_dates import dates
from briefer.core.record_names import authors, people, person
from briefer.core.record_symbols import symbols
from briefer.core.source_record import completed, read_record
from briefer.core.text import canonical
from tests.core.record_texts import OPENINGS, SET_ASIDE

NOT_WORDS = {"type", "language", "delivery_status"}
"""Text fields whose value is a term of a list."""


def read(text: str) -> dict[str, Field]:
    made = canonical(text)
    return read_record(made.text, made.places, made.marks)


def in_words(value: Value) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(name_in_words, value))
    return shown(value)


def name_in_words(name: Name) -> str:
    group = f"{name.group}: " if name.group else ""
    return f"{group}{name.shown()}{', ' if name.role else ''}{name.role}"


def stated(text: str) -> dict[str, str]:
    return {field: in_words(one.value) for field, one in read(text).items()}


def of_field(text: str, field: str) -> str:
    return stated(text).get(field, "")


@pytest.mark.parametrize("name", OPENINGS)
def test_a_document_gives_what_its_head_and_foot_say_and_no_more(name):
    text, record = OPENINGS[name]
    assert stated(text) == record


def test_half_of_the_first_forty_documents_was_set_aside():
    assert len(SET_ASIDE) == 20
    assert set(SET_ASIDE) < set(OPENINGS)


@pytest.mark.parametrize("name", OPENINGS)
def test_a_value_is_the_words_of_its_range(name):
    hold(canonical(OPENINGS[name].text))


def hold(made) -> None:
    """Every range lies inside the text, and every text value of the source is its words."""
    for field, one in read_record(made.text, made.places, made.marks).items():
        assert field in FIELDS
        if one.start is None or one.end is None:
            assert (field, one.origin) == ("language", "inferred")
            continue
        assert 0 <= one.start < one.end <= len(made.text)
        words = " ".join(made.text[one.start : one.end].split())
        if isinstance(one.value, str) and field not in NOT_WORDS:
            assert one.origin == "source"
            assert one.value == words
        if isinstance(one.value, tuple):
            parts = {part for name in one.value for part in (name.literal, name.family, name.role)}
            assert all(part in words for part in parts)


PIECES = st.sampled_from(
    [
        "Statement by", "Joint Statement", "By:", "By", "of the", "at the", "on behalf of",
        "H.E. Mr.", "Anna Berg", "Norway", "Minister of Defence", "Chile and Peru", "Geneva",
        "New York", "2 December 2025", "1–5 May 2026", "May 2026", "2025-11-20", "2026",
        "A/RES/78/45", "and/or", "Check against delivery", "(As delivered)", "United Nations",
        "General Assembly", "Resolution adopted by the", "Adopted by", "on 4 May 2026",
        ": draft resolution", "Following is the text of", "’ message for", "International Day",
        "Meeting of States Parties", "Second Meeting", "Office for Affairs", "Excellencies,",
        "Dear Minister,", "Yours sincerely,", "(Signed)",
        "The UN Chronicle is not an official record. articles", "Source: https://x.org/a",
        "Published", "Updated", "Location:", "Submitted by", "Published by", "Delivered by",
        "Agenda item 9", "Introduction", "Par :", "Déclaration de", "M. Jean Petit",
        "ministre de la Paix", "le 1er mars 2026", "au nom de la", "the", ",", ".", "’", "s",
        "“", "”", "(", ")", "–", "campaign", "other States",
        "the following statement was issued by", "today",
        "\n", "\n\n", "  \n", "# ", "**", "- ",
    ]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_head_gives_ranges_inside_the_text_and_its_own_words(text):
    hold(canonical(text))


@given(st.text(max_size=400))
def test_any_text_gives_ranges_inside_it(text):
    hold(canonical(text))


@pytest.mark.parametrize(
    "unit",
    ["1", ",", ", ", " ", "A", "Ab ", "By A, ", "A/", "A.", "and ", "1 May 2025 ", "Minister ",
     "of the ", "Statement by the ", "Resolution adopted by the ", "at the ", "views ", "(", "’s "],
)  # fmt: skip
def test_five_megabytes_of_one_paragraph_are_read_no_further_than_their_beginning(unit):
    text = unit * (5_000_000 // len(unit))
    seen = Looked(text)
    places = [Place(1, 0, len(text), "heading")]
    read_record(seen, places, ())
    assert seen.most <= 2000


class Looked(str):
    """A text that notes how much of it is taken at once."""

    most = 0

    def __getitem__(self, key):
        taken = super().__getitem__(key)
        self.most = max(self.most, len(taken))
        return taken


@pytest.mark.parametrize("unit", ["1", ", ", "A", "Ab ", "By A, ", "A/", "A.B", "1 May 2025 "])
@pytest.mark.parametrize("role", ["title", "body"])
def test_a_paragraph_of_one_thing_is_read_without_trying_everything(unit, role):
    text = unit * 200 + "\n\n" + unit * 400
    first = len(unit) * 200
    read_record(text, [Place(1, 0, first, role), Place(2, first + 2, len(text), role)], ())


def test_no_more_than_the_first_sixty_paragraphs_are_looked_at():
    text = (
        "".join(f"Line {number}\n" for number in range(100)) + "Geneva, 2 May 2026\n" + "x\n" * 20
    )
    assert set(read(text)) == set()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("A/RES/78/45", "A/RES/78/45"),
        ("S/RES/2365 (2017)", "S/RES/2365 (2017)"),
        ("A/C.1/79/L.44/Rev.1", "A/C.1/79/L.44/Rev.1"),
        ("APLC/MSP.22/2025/WP.5", "APLC/MSP.22/2025/WP.5"),
        ("SG/SM/22686.", "SG/SM/22686"),
        ("A/79/182*", "A/79/182"),
        ("S/PV.9000", "S/PV.9000"),
        ("CCW/GGE.1/2023/2", "CCW/GGE.1/2023/2"),
        ("CD/2345", "CD/2345"),
        ("TD/B/C.I/5", "TD/B/C.I/5"),
        ("UNEP/EA.5/Res.14", "UNEP/EA.5/Res.14"),
        ("ST/SGB/2003/13", "ST/SGB/2003/13"),
        ("and/or", ""),
        ("AND/OR", ""),
        ("24/7", ""),
        ("km/h", ""),
        ("N/A", ""),
        ("A/4", ""),
        ("03/04/2026", ""),
        ("https://x.org/A/RES/78/45", ""),
    ],
)
def test_a_document_symbol_is_told_from_other_strokes(words, found):
    assert [words[start:end] for start, end in symbols(words)] == ([found] if found else [])


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("21 May 2026", [[(2026, 5, 21)]]),
        ("March 9, 2026", [[(2026, 3, 9)]]),
        ("le 1er mars 2026", [[(2026, 3, 1)]]),
        ("Sept. 5, 2025", [[(2025, 9, 5)]]),
        ("June 2025", [[(2025, 6)]]),
        ("2025-11-20", [[(2025, 11, 20)]]),
        ("16/10/2002", [[(2002, 10, 16)]]),
        ("03/04/2026", []),
        ("31 February 2025", []),
        ("Monday", []),
        ("4 December", []),
        ("May", []),
        ("resolution 2365 (2017)", []),
        ("1–5 December 2025", [[(2025, 12, 1), (2025, 12, 5)]]),
        ("December 1-5, 2025", [[(2025, 12, 1), (2025, 12, 5)]]),
        ("30 November to 4 December 2025", [[(2025, 11, 30), (2025, 12, 4)]]),
        ("1er au 5 décembre 2025", [[(2025, 12, 1), (2025, 12, 5)]]),
        ("3 mars 2025, 5 May 2024", [[(2025, 3, 3)], [(2024, 5, 5)]]),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(words, parts):
    assert [list(one.value.date_parts) for one in dates(words)] == parts


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("H.E. Ms. Anna Berg, Minister of Defence of Norway, at the Summit",
         "Anna Berg, Minister of Defence of Norway"),
        ("Secretary-General António Guterres", "António Guterres, Secretary-General"),
        ("Defence Minister Marek Novotny", "Marek Novotny, Defence Minister"),
        ("Ambassador Thida Sok", "Thida Sok, Ambassador"),
        ("Izumi Nakamitsu High Representative for Disarmament Affairs",
         "Izumi Nakamitsu, High Representative for Disarmament Affairs"),
        ("M. Jean Petit, ministre de la Défense", "Jean Petit, ministre de la Défense"),
        ("le Premier ministre Jean Petit", "Jean Petit, Premier ministre"),
        ("Mr. JOHN MWALE AT THE DEBATE", "JOHN MWALE"),
        ("Dr. Maria de la Cruz", "Maria de la Cruz"),
        ("Mr. Kim Jae-myung", "Kim Jae-myung"),
        ("António Guterres", None),
        ("the Foreign Minister of Peru", None),
        ("Norway", None),
        ("Ambassador of Peru", None),
        ("Mr. President", None),
    ],
)  # fmt: skip
def test_a_person_needs_a_title_or_an_office(words, name):
    found = person(words)
    assert (found and name_in_words(found.name)) == name


def test_a_name_of_two_words_has_a_given_and_a_family_name_unless_that_is_doubtful():
    assert person("Ms. Anna Berg").name == Name(given="Anna", family="Berg")
    assert person("Mr. Wang Yi").name == Name(literal="Wang Yi")
    assert person("Mr. Jean BARROT").name == Name(literal="Jean BARROT")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Anna Berg and Peter Holm", "Anna Berg; Peter Holm"),
        ("Anna Berg, Nordic Wire", "Anna Berg"),
        ("Anna Berg, Reuters", "Anna Berg"),
        ("Anna Berg, Director of Studies", "Anna Berg, Director of Studies"),
        ("the sea", ""),
        ("Norway and Peru", ""),
    ],
)
def test_a_byline_names_people(words, names):
    found, length = people(words)
    assert in_words(found) == names
    assert bool(length) == bool(names)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Chile, Bosnia and Herzegovina and the Netherlands.",
         "Chile; Bosnia and Herzegovina; Netherlands"),
        ("Champions of the Campaign Chile, Peru and other States Norway",
         "Champions of the Campaign: Chile; Champions of the Campaign: Peru; other States: Norway"),
        ("Friends of Clearance: Chile and Peru", ""),
        ("Chile, and we the people of all nations big and small who gather here", ""),
        ("Chile, 3 others", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_a_list_of_authors_is_taken_whole_or_not_at_all(words, names):
    assert in_words(authors(words)) == names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mines that were laid by the army are to be cleared.", "en"),
        ("Les mines qui ont été posées par l’armée doivent être enlevées.", "fr"),
        ("Las minas que fueron puestas por el ejército se deben retirar de la zona.", "es"),
        ("As minas que foram postas pelo exército não são removidas da zona em que estão.", "pt"),
        ("Die Minen, die von der Armee gelegt wurden, sind noch nicht geräumt.", "de"),
        ("Сапёры очистили поля, и жители вернулись домой, когда были убраны мины.", "ru"),
        ("Сапери очистили поля, і жителі повернулися додому.", "uk"),
        ("Сапьорите почистиха полето.", ""),
        ("Деминери су очистили поље, људи се враћају.", ""),
        ("يجب إزالة الألغام من الحقول قبل عودة السكان.", "ar"),
        ("مین‌ها باید پیش از بازگشت مردم پاک شوند و گردآوری گردند", "fa"),
        ("地雷必须清除。", "zh"),
        ("地雷は除去されなければならない。", "ja"),
        ("지뢰는 제거되어야 한다.", "ko"),
        ("Τα ναρκοπέδια πρέπει να καθαριστούν.", "el"),
        ("The 地雷 in the field of the sea and that of the land is to be cleared by us.", "en"),
        ("Mines", ""),
        ("1234 5678", ""),
        ("", ""),
    ],
)
def test_a_language_is_told_or_left_open(text, language):
    assert language_of(text) == language


def test_every_table_of_cues_names_twelve_months():
    assert {len(table.months) for table in CUES.values()} == {12}


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        # what two lines say differently is left out
        ("A/RES/78/45\n\nA/RES/78/46\n\nThe words of the day are these.", "number", ""),
        ("A/RES/78/45\n\nA/RES/78/45\n\nThe words of the day are these.", "number", "A/RES/78/45"),
        # a symbol in a sentence is not the document's
        ("Remarks on A/RES/78/45 and more\n\nGood day.", "number", ""),
        ("United Nations A/79/182*\n\nGood day.", "publisher", "United Nations"),
        # a date of something else
        ("A short title here\n\nUpdated 3 May 2026\n\nWords.", "issued", ""),
        ("A short title here\n\nPublished on Monday\n\nWords.", "issued", ""),
        ("A short title here\n\nDate:\n\n3 May 2026\n\nWords.", "issued", "3 May 2026"),
        ("The treaty after 3 May 2026 and before\n\nWords.", "issued", ""),
        ("Meeting in Maputo (Maputo, 23-27 juin 2014)\n\nMots.", "event-date",
         "23–27 June 2014"),
        ("Meeting in Maputo (Maputo, on 23 May 2014)\n\nMots.", "event-date", ""),
        ("Meeting in Maputo (Chapter Two, 23 May 2014, later)\n\nMots.", "event-date", ""),
        ("Statement by Norway, Geneva, 2 May 2026\n\nChair,", "event-place", "Geneva"),
        ("Statement by Norway dated 2 May 2026 on mines\n\nChair,", "issued", "2 May 2026"),
        ("Statement by Norway on 2 May 2026 about mines of 1 May 2026\n\nChair,", "issued", ""),
        ("Statement by Norway 2 May 2026 and later\n\nChair,", "issued", ""),
        ("Second Meeting of Experts, Geneva, 1–5 May 2026\n\nWords.", "event-title",
         "Second Meeting of Experts"),
        ("A thing that is said, 3 May 2026\n\nWords.", "event-place", ""),
        ("June 2026 Newsletter\n\nWords.", "event-place", ""),
        ("June 2026 Newsletter\n\nWords.", "title", "June 2026 Newsletter"),
        ("Rapport du Secrétaire général\n\nLe mot.", "author", "Secrétaire général"),
        ("Statement on behalf of the League on the anniversary\n\nGood day.", "on_behalf_of",
         "League"),
        ("Geneva, 3 May 2026, New York\n\nWords.", "issued", ""),
        ("Some title of words\nGeneva\n3 May 2026\n\nWords.", "event-place", "Geneva"),
        ("Some title of words\n3 May 2026\nGeneva\n\nWords.", "event-place", "Geneva"),
        ("Some title of words\nMonday, 3 May 2026, 10:30\n\nWords.", "issued", "3 May 2026"),
        ("Some title of words\nGeneva\nOslo, 3 May 2026\n\nWords.", "event-place", "Oslo"),
        ("A report of mines\n\nLocation: not known yet\n\nWords.", "event-place", ""),
        ("A title of some words\n\nGeneva, 3 May 2026. The words began.", "issued", ""),
        ("A title of some words\n\nThe last of us, 3 May 2026 – the words began.", "issued", ""),
        # who
        ("Statement by the Foreign Minister\n\nGood day.", "author", ""),
        ("Statement by the Foreign Minister of Peru\n\nGood day.", "author",
         "Foreign Minister of Peru"),
        ("Statement by the Foreign Minister, Ms. Ana Rojas\n\nGood day.", "speaker",
         "Ana Rojas, Foreign Minister"),
        ("Statement of the Secretary's Office\n\nGood day.", "author", ""),
        ("Remarks by Ms. Ana Rojas [as delivered]\n\nGood day.", "delivery_status", "as delivered"),
        ("Remarks of the day\n\nDelivered by nobody\n\nGood day.", "speaker", ""),
        ("Some title of words\n\nSubmitted by\n\nGood day.", "author", ""),
        ("Some title of words\n\nSubmitted by Chile, Norway and Peru\n\nGood day.", "author",
         "Chile; Norway; Peru"),
        ("Some title of words\n\nSubmitted by the people\n\nGood day.", "author", ""),
        ("Some title of words\n\nPublished by the people\n\nGood day.", "publisher", ""),
        ("Some title of words\n\nOn behalf of the people\n\nGood day.", "on_behalf_of", ""),
        ("By the sea we wait\n\nGood day.", "author", ""),
        ("all small: draft resolution\n\nGood day.", "author", ""),
        ("Resolution adopted by the General Assembly on a rainy day\n\nGood day.", "author", ""),
        ("Ana Rojas,\nMinister of Mines\n\nA title of words\n\nGood day.", "author",
         "Ana Rojas, Minister of Mines"),
        ("A title of words\n\n**Ana Rojas  \nMinister of Mines**\n\nGood day.", "author",
         "Ana Rojas, Minister of Mines"),
        ("A title of words\n\n**Ana Rojas  \nof the mines**\n\nGood day.", "author", ""),
        ("A title of words\n\nMs. Ana Rojas, Director\nMinister of Mines\n\nGood day.", "author",
         "Ana Rojas, Director"),
        ("Remarks by Ms. Ana Rojas\nMinister of Mines\n\nGood day.", "speaker",
         "Ana Rojas, Minister of Mines"),
        ("Following is a list of people who came:\n\nGood day.", "speaker", ""),
        ("Following is the text of a crowd’s message of peace:\n\nGood.", "genre", "message"),
        ("The following statement was issued today by the Spokesperson for the Chair:\n\nGood day.",
         "author", "Spokesperson for the Chair"),
        ("The following statement was issued by people who came:\n\nGood day.", "author", ""),
        # title
        ("Short one\n\nWords that make a sentence.", "title", ""),
        ("# Short one\n\nWords that make a sentence.", "title", "Short one"),
        ("Joint Statement\n\nWords that make a sentence.", "title", "Joint Statement"),
        ("Second Meeting of Experts\n\nWords.", "title", "Second Meeting of Experts"),
        ("Agenda item 9\n\nOther weapons of war\n\nWords.", "title", "Other weapons of war"),
        ("Agenda item 9\n\nOther weapons of war\n\nA true title here\n\nWords.", "title",
         "A true title here"),
        ("A title that wraps\nonto the next line\n\nWords.", "title",
         "A title that wraps onto the next line"),
        ("UN Council Demands End to Siege\n\nWords.", "title", "UN Council Demands End to Siege"),
        ("Global Commission Launches in Oslo\n\nWords.", "publisher", ""),
        ("Road to the Summit\n\nWords.", "event-title", ""),
        ("At the Summit on Mines\n\nA title of words\n\nWords.", "event-title", "Summit on Mines"),
        ("Skip to main content\n\n4 min read\n\nA title of words\n\nWords.", "title",
         "A title of words"),
        # foot
        ("Words that make a sentence.\n\nGeneva, 3 May 2026", "issued", "3 May 2026"),
        ("Words that make a sentence.\n\n3 May 2026", "issued", ""),
        ("Words that make a sentence.\n\nPublished on 3 May 2026", "issued", "3 May 2026"),
        ("Words that make a sentence.\n\n(Signed) Ana Rojas\n\nMinister of Mines", "author",
         "Ana Rojas, Minister of Mines"),
        ("Words that make a sentence.\n\n(Signed) Ana Rojas", "author", ""),
        ("Words that make a sentence.\n\nSigned by all.", "author", ""),
        ("Words that make a sentence.\n\nYours sincerely,", "type", ""),
        ("Words that make a sentence.\n\nAvailable at: https://x.org/a.", "URL", "https://x.org/a"),
        ("Words that make a sentence.\n\nSource: the ministry", "URL", ""),
        ("Words that make a sentence.\n\nThe summary is not an official record.",
         "container-title", ""),
        ("Words that make a sentence.\n\nThe Bulletin is not an official record.", "type", ""),
        ("Words that make a sentence.\n\nThe authors reflect on war.", "caveat", ""),
    ],
)  # fmt: skip
def test_a_line_says_what_it_says(text, field, value):
    assert of_field(text, field) == value


@pytest.mark.parametrize("role", ["caption", "footnote", "list_item", "table_cell"])
def test_what_is_no_paragraph_of_the_head_is_no_title(role):
    text = "One two three four\n\nThe words that follow are a sentence of their own."
    places = [Place(1, 0, 18, role), Place(2, 20, len(text))]
    assert "title" not in read_record(text, places, ())


def test_a_heading_of_the_format_is_the_title_before_a_line_of_text():
    text = "Home of the news\n\nThe heading of it"
    places = [Place(1, 0, 16), Place(2, 18, 35, "title")]
    assert read_record(text, places, ())["title"].value == "The heading of it"


def test_a_line_break_parts_a_name_from_an_office():
    text = "Ana Rojas Minister of Mines"
    breaks = [Mark(0, 3, "strong"), Mark(9, 10, "line_break")]
    found = read_record(text, [Place(1, 0, len(text))], breaks)
    assert in_words(found["author"].value) == "Ana Rojas, Minister of Mines"


def test_a_place_is_the_one_beside_the_date():
    text = "Geneva Forum on Mines, Geneva, 3 May 2026\n\nWords."
    found = read(text)["event-place"]
    assert (found.start, found.end) == (23, 29)


def test_so_does_the_end_of_a_line_inside_a_paragraph():
    text = "Ana Rojas\nMinister of Mines"
    found = read_record(text, [Place(1, 0, len(text))], ())
    assert in_words(found["author"].value) == "Ana Rojas, Minister of Mines"


def test_what_the_text_says_goes_before_what_the_file_says():
    told = {"title": Field("A", "source", 0, 1), "language": Field("fr", "inferred")}
    file = {"title": Field("B", "inferred"), "publisher": Field("C", "inferred")}
    assert completed(told, file) == {**told, "publisher": file["publisher"]}
    assert completed(told, {"language": Field("fr-CH", "inferred")})["language"].value == "fr-CH"
    assert completed(told, {"language": Field("en-US", "inferred")})["language"].value == "fr"
    assert completed({}, {"language": Field("en-US", "inferred")})["language"].value == "en-US"
