"""PDF documents are read word for word, in the order of reading, with pages and roles."""

import io
import subprocess
import sys
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from briefer.core.changes import apply
from briefer.core.errors import UnreadableSource
from briefer.core.record import Date, Name
from briefer.importers import pdf_file, pdf_words
from briefer.importers.imported import Options
from briefer.importers.pdf import read
from tests.importers.pdf_files import (
    CATALOGUE,
    ONE_PAGE,
    PAGE,
    TOP,
    glyph_pdf,
    lines,
    noto,
    pdf,
    raw_pdf,
    stream,
)

LEFT_COLUMN = [
    "The Convention on the Prohibition",
    "of mines entered into force in 1999.",
    "It has since then saved more lives",
    "than any other treaty of its kind, and",
    "States Parties have destroyed over",
    "55 million mines in their stockpiles.",
]
RIGHT_COLUMN = [
    "Clearance goes on in many countries",
    "with the help of partners. Survivors",
    "are assisted wherever they may live.",
    "The work is not done: civilians still",
    "fall victim to mines laid long ago in",
    "wars that most people have forgotten.",
]


def imported(data, **options):
    return read(data, "a.pdf", Options(**options))


def found(data, **options):
    """The paragraphs of a document: page, role, marker and words on one line."""
    made = imported(data, **options)
    text = made.canonical.text
    assert apply(made.decoded, made.canonical.log) == text
    return [
        (place.page, place.role, place.marker, " ".join(text[place.start : place.end].split()))
        for place in made.canonical.places
    ]


def words(data, **options):
    return [one[3] for one in found(data, **options)]


def test_heads_feet_and_page_numbers_are_left_out_and_a_paragraph_goes_over_the_page():
    body = [f"Line {n} of a paragraph that is long enough to fill the whole of it, or so" for n in
            range(1, 60)]  # fmt: skip

    def draw(canvas):
        for page in (1, 2, 3):
            canvas.setFont("Helvetica", 9)
            canvas.drawString(72, 800, "Running head of the report")
            canvas.drawString(500, 800, f"A/78/{page}")
            canvas.drawCentredString(297, 40, f"Page {page} of 3")
            canvas.setFont("Helvetica", 11)
            lines(canvas, body[20 * (page - 1) : 20 * page])
            canvas.showPage()

    assert found(pdf(draw)) == [("1", "body", "", " ".join(body))]


def test_a_line_that_recurs_in_the_middle_of_pages_stays():
    def draw(canvas):
        for _ in (1, 2):
            lines(canvas, ["The same words stand here on each page."], y=500)
            canvas.showPage()

    assert words(pdf(draw)) == ["The same words stand here on each page."] * 2


@pytest.mark.parametrize("row_by_row", [True, False])
def test_two_columns_are_read_one_after_the_other_however_they_are_stored(row_by_row):
    def draw(canvas):
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(72, 780, "A title over both of the columns of this page")
        canvas.setFont("Helvetica", 11)
        if row_by_row:
            for n, (left, right) in enumerate(zip(LEFT_COLUMN, RIGHT_COLUMN, strict=True)):
                lines(canvas, [left], y=TOP - 14 * n)
                lines(canvas, [right], x=320, y=TOP - 14 * n)
        else:
            lines(canvas, LEFT_COLUMN)
            lines(canvas, RIGHT_COLUMN, x=320, y=TOP - 5)

    assert found(pdf(draw)) == [
        ("1", "title", "", "A title over both of the columns of this page"),
        ("1", "body", "", " ".join(LEFT_COLUMN)),
        ("1", "body", "", " ".join(RIGHT_COLUMN)),
    ]


def test_a_sentence_goes_on_in_the_next_column_and_a_band_across_parts_them():
    def draw(canvas):
        for n in range(4):
            lines(canvas, [LEFT_COLUMN[n]], y=TOP - 14 * n)
            lines(canvas, [RIGHT_COLUMN[n]], x=320, y=TOP - 14 * n)
        across = "A sentence stands across the page here, from its one side to the other, so."
        lines(canvas, [across], y=TOP - 80)
        for n in range(4, 6):
            lines(canvas, [LEFT_COLUMN[n]], y=TOP - 60 - 14 * n)
        lines(canvas, RIGHT_COLUMN[4:] + ["and"] * 2, x=320, y=TOP - 116)

    assert words(pdf(draw))[0].startswith(" ".join([*LEFT_COLUMN[:4], *RIGHT_COLUMN[:2]]))


@pytest.mark.parametrize("looked_for", [0, 1, pdf_words.LOOKED_FOR])
def test_a_word_cut_at_the_end_of_a_line_is_joined_and_the_log_says_so(monkeypatch, looked_for):
    monkeypatch.setattr(pdf_words, "LOOKED_FOR", looked_for)

    def draw(canvas):
        lines(canvas, [
            "The peoples of the world want humanitar-",
            "ian disarmament, which is a long-",
            "term task; anti-personnel mines or other anti-",
            "personnel means, the Secretary-",
            "General said in the years 2024-",
            "2026, when a high-level group met the high-",
            "level group.",
        ])  # fmt: skip

    made = imported(pdf(draw))
    text = made.canonical.text
    assert text == (
        "The peoples of the world want humanitarian disarmament, which is a long-term task; "
        "anti-personnel mines or other anti-personnel means, the Secretary-General said in the "
        "years 2024-2026, when a high-level group met the high-level group."
    )
    assert "humanitar-\nian" in made.decoded
    assert apply(made.decoded, made.canonical.log) == text


def test_ligatures_are_taken_apart():
    def draw(canvas):
        noto(canvas)
        lines(canvas, ["The o\ufb03cial \ufb01gures of the \ufb02ow."])

    assert words(pdf(draw)) == ["The official figures of the flow."]
    made = imported(glyph_pdf([(72, 700, "the Armenian \ufb13")]))
    assert (made.decoded, made.canonical.text) == (
        "the Armenian \ufb13", "the Armenian \u0574\u0576",
    )  # fmt: skip


def test_footnotes_are_places_of_their_own_and_their_marks_are_no_words():
    def draw(canvas):
        y = lines(canvas, ["Casualties rose again in the year 2024, as the Monitor wrote"])
        canvas.drawString(72, y, "in its report.")
        width = canvas.stringWidth("in its report.")
        canvas.setFont("Helvetica", 6.5)
        canvas.drawString(72 + width, y + 4, "1")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72 + width + 4, y, " The area is 10 km")
        canvas.setFont("Helvetica", 6.5)
        wide = canvas.stringWidth(" The area is 10 km", "Helvetica", 11)
        canvas.drawString(72 + width + 4 + wide, y + 4, "2")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72 + width + 8 + wide, y, " and so the sentence goes over")
        canvas.setFont("Helvetica", 8.5)
        canvas.drawString(
            76, 100, "Landmine Monitor 2024, p. 1, which goes on until the line is full"
        )
        canvas.setFont("Helvetica", 5.5)
        canvas.drawString(72, 103, "1")
        canvas.setFont("Helvetica", 8.5)
        canvas.drawString(72, 90, "and ends here.")
        canvas.showPage()
        canvas.setFont("Helvetica", 11)
        lines(canvas, ["to the next page."])

    text, note = found(pdf(draw))
    assert text == ("1", "body", "", (
        "Casualties rose again in the year 2024, as the Monitor wrote in its report. "
        "The area is 10 km2 and so the sentence goes over to the next page."
    ))  # fmt: skip
    assert note == ("1", "footnote", "1", (
        "Landmine Monitor 2024, p. 1, which goes on until the line is full and ends here."
    ))  # fmt: skip


def test_lists_headings_and_tables_have_their_roles():
    def draw(canvas):
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(72, 780, "The title")
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(72, 750, "A bold heading")
        canvas.setFont("Helvetica", 11)
        y = lines(canvas, ["Words of a paragraph that ends at once."], y=735)
        for marker, text in (
            ("\u2022", "An item that goes on"),
            ("1.", "Another"),
            ("(a)", "Third"),
        ):
            canvas.drawString(80, y, marker)
            canvas.drawString(98, y, text)
            y -= 14
            if marker == "\u2022":
                canvas.drawString(98, y, "in a second line")
                y -= 14
        y -= 20
        for country, year, mines in (("State", "Year", "Mines"), ("Chad", "1999", "4,490"),
                                     ("Peru", "2001", "338,356")):  # fmt: skip
            canvas.drawString(72, y, country)
            canvas.drawString(250, y, year)
            canvas.drawString(400, y, mines)
            y -= 18

    assert found(pdf(draw)) == [
        ("1", "title", "", "The title"),
        ("1", "heading", "", "A bold heading"),
        ("1", "body", "", "Words of a paragraph that ends at once."),
        ("1", "list_item", "•", "An item that goes on in a second line"),
        ("1", "list_item", "1.", "Another"),
        ("1", "list_item", "(a)", "Third"),
        *[("1", "table_cell", "", cell) for cell in
          ("State", "Year", "Mines", "Chad", "1999", "4,490", "Peru", "2001", "338,356")],
    ]  # fmt: skip


def test_the_outline_names_headings_and_pages_carry_their_printed_numbers():
    def draw(canvas):
        for key, title, level in (("a", "Scope", 0), ("b", "Terms", 1)):
            canvas.bookmarkPage(key)
            canvas.addOutlineEntry(title, key, level)
        lines(canvas, ["Scope", "", "The words are about what it is about.", "", "Terms", "",
                       "The words that are used here are these."])  # fmt: skip
        canvas.addPageLabel(0, "ROMAN_LOWER", 4)
        canvas.showPage()
        canvas.addPageLabel(1, "ARABIC", 1)
        lines(canvas, ["The second page."])

    made = imported(pdf(draw)).canonical
    assert [(one.page, one.role, one.level) for one in made.places] == [
        ("iv", "heading", 1), ("iv", "body", 0), ("iv", "heading", 2), ("iv", "body", 0),
        ("1", "body", 0),
    ]  # fmt: skip


def test_what_the_file_says_of_itself_is_inferred():
    def draw(canvas):
        canvas.setTitle("The file's title")
        canvas.setAuthor("Jane Doe; John Roe")
        lines(canvas, ["Words."])

    record = imported(pdf(draw, lang="fr-FR")).record
    assert {field.origin for field in record.values()} == {"inferred"}
    assert {name: field.value for name, field in record.items()} == {
        "title": "The file's title",
        "author": (Name("Jane Doe"), Name("John Roe")),
        "issued": Date(((2000, 1, 1),)),
        "language": "fr-FR",
    }


def protected(user, owner):
    return pdf(lambda canvas: lines(canvas, ["Secret words."]),
               encrypt=StandardEncryption(user, owner, strength=128))  # fmt: skip


@pytest.mark.parametrize(
    ("password", "said"), [("", "protected by a password"), ("no", "not opened")]
)
def test_a_password_is_asked_for(password, said):
    with pytest.raises(UnreadableSource, match=said) as caught:
        imported(protected("yes", "owner"), password=password)
    assert caught.value.code == "password_required"


def test_the_password_opens_it_and_one_for_changing_alone_is_not_needed():
    assert words(protected("yes", "owner"), password="yes") == ["Secret words."]
    assert words(protected("", "owner")) == ["Secret words."]
    assert words(protected("", "owner"), password="of another file") == ["Secret words."]


def picture(canvas):
    from PIL import Image

    canvas.drawImage(ImageReader(Image.new("L", (40, 40), 128)), 72, 400, 300, 300)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf(picture), "no_text_layer"),
        (pdf(lambda canvas: canvas.rect(72, 72, 100, 100)), "empty"),
        (b"%PDF-1.7\nnothing more", "damaged"),
        (pdf(lambda canvas: lines(canvas, ["Words."]))[:300], "damaged"),
        (b"", "damaged"),
        (glyph_pdf([(72, 700, "\ue001\ue002\ue003\ue004\ue005")]), "no_text_layer"),
    ],
)
def test_what_cannot_be_read_is_a_named_error(data, code):
    with pytest.raises(UnreadableSource) as caught:
        imported(data)
    assert caught.value.code == code
    assert caught.value.message.startswith("a.pdf ")
    assert caught.value.hint


def test_a_page_that_is_a_picture_is_told_of():
    def draw(canvas):
        lines(canvas, ["Words."])
        canvas.showPage()
        picture(canvas)

    made = imported(pdf(draw))
    assert (made.canonical.text, made.warnings) == ("Words.", ("no_text_layer",))


def test_too_many_pages_or_letters_are_refused(monkeypatch):
    many = pdf(lambda canvas: [(lines(canvas, ["Words."]), canvas.showPage()) for _ in range(3)])
    for limit in ("MOST_PAGES", "MOST_LETTERS"):
        with monkeypatch.context() as patch:
            patch.setattr(pdf_file, limit, 2)
            with pytest.raises(UnreadableSource) as caught:
                imported(many)
            assert caught.value.code == "too_large"


def test_a_page_tree_that_lies_about_its_pages_does_no_harm():
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    lying = [b"<< /Type /Catalog /Pages 2 0 R >>",
             b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>", page]  # fmt: skip
    with pytest.raises(UnreadableSource) as caught:
        imported(raw_pdf(lying))
    assert caught.value.code in ("too_large", "empty", "damaged")


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_page_is_read_as_it_is_seen(quarters):
    def draw(canvas):
        canvas.setPageRotation(90 * quarters)
        turns = {1: (595, 0), 2: (595, 842), 3: (0, 842)}
        canvas.translate(*turns[quarters])
        canvas.rotate(90 * quarters)
        for n, (left, right) in enumerate(zip(LEFT_COLUMN, RIGHT_COLUMN, strict=True)):
            lines(canvas, [left], y=500 - 14 * n)
            lines(canvas, [right], x=320, y=500 - 14 * n)

    assert words(pdf(draw)) == [" ".join(LEFT_COLUMN), " ".join(RIGHT_COLUMN)]


def test_a_page_whose_words_all_stand_on_their_side_is_turned():
    def draw(canvas):
        canvas.translate(595, 0)
        canvas.rotate(90)
        lines(canvas, LEFT_COLUMN, y=500)

    assert words(pdf(draw)) == [" ".join(LEFT_COLUMN)]


def test_words_on_their_side_in_the_margin_are_set_apart():
    def draw(canvas):
        lines(canvas, LEFT_COLUMN)
        canvas.translate(40, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "arXiv:2401.00001")

    assert found(pdf(draw)) == [
        ("1", "body", "", " ".join(LEFT_COLUMN)), ("1", "boilerplate", "", "arXiv:2401.00001"),
    ]  # fmt: skip


def test_the_invisible_words_of_a_recognised_scan_are_words():
    def draw(canvas):
        picture(canvas)
        text = canvas.beginText(72, 600)
        text.setTextRenderMode(3)
        text.textLine("Recognised words.")
        canvas.drawText(text)

    assert words(pdf(draw)) == ["Recognised words."]


def test_cyrillic_letters_and_combining_marks_survive():
    text = "Противопехотные мины: й, ё, Z\u0308 и e\u0301."

    def draw(canvas):
        noto(canvas)
        lines(canvas, [text])

    assert words(pdf(draw)) == ["Противопехотные мины: й, ё, Z\u0308 и é."]


def test_chinese_survives():
    def draw(canvas):
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        canvas.setFont("STSong-Light", 11)
        lines(canvas, ["《禁止杀伤人员地雷公约》已有一百六十四个缔约国。"])

    assert words(pdf(draw)) == ["《禁止杀伤人员地雷公约》已有一百六十四个缔约国。"]


@pytest.mark.parametrize(
    ("drawn", "read_as"),
    [
        ("םולש", "שלום"),
        (".תונידמ 164-ב םולש", "שלום ב-164 מדינות."),
        ("50% גישהו 2024-2026 תנשב", "בשנת 2024-2026 והשיג 50%"),
        ("Mine Action לע בושחו שדח חוד", "דוח חדש וחשוב על Mine Action"),
        ("(2025 תנשל) םולש", "שלום (לשנת 2025)"),
        ("ةيقافت{لا}ا", "الاتفاقية"),
        ("\ufefb", "لا"),
        ("\ufdf2", "الله"),
        ("ם{\u05d5\u05b9}לש", "שלו\u05b9ם"),
        (".%50 ةبسنب 1,234", "1,234 بنسبة 50%."),
        ("a word (ةيبرعلا) in English words.", "a word (العربية) in English words."),
        ("the family \U0001f600 and \U0001d400.", "the family \U0001f600 and \U0001d400."),
    ],
)
def test_lines_from_right_to_left_and_letters_of_other_planes_are_read_in_order(drawn, read_as):
    assert words(glyph_pdf([(72, 700, drawn)])) == [read_as]


def test_a_control_character_and_an_unknown_letter_do_no_harm():
    made = imported(glyph_pdf([(72, 700, "Plain words here\x01 and\ufffe more")]))
    assert made.canonical.text.startswith("Plain words here")


def test_words_drawn_piece_by_piece_in_any_order_make_a_line():
    pieces = [
        (72 + 6 * 24, 700, "drawn."),
        (72, 700, "This is a line"),
        (72 + 6 * 15, 700, "as it is"),
    ]
    assert words(glyph_pdf(pieces)) == ["This is a line as it is drawn."]


def test_columns_from_right_to_left_are_read_from_the_right():
    drawn = []
    for n in range(4):
        drawn += [(72, 700 - 12 * n, "ןאכ תובר םילימ דועו תורוש דוע"),
                  (320, 700 - 12 * n, "ןאכ תובר םילימ תונושאר תורוש")]  # fmt: skip
    made = imported(glyph_pdf(drawn)).canonical.text
    assert made.rindex("שורות ראשונות") < made.index("עוד שורות")


def with_mark(canvas, y, before, mark, after):
    """Draws a line of text with a raised mark in it."""
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, y, before)
    x = 72 + canvas.stringWidth(before, "Helvetica", 11)
    canvas.setFont("Helvetica", 6.4)
    canvas.drawString(x, y + 4.3, mark)
    x += canvas.stringWidth(mark, "Helvetica", 6.4)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(x, y, after)


def test_notes_at_the_end_of_a_document_are_notes_and_their_marks_no_words():
    def draw(canvas):
        with_mark(canvas, 700, "Mines kill", "i", " and maim many people every year.")
        with_mark(canvas, 686, "They lie in", "ii", " more than fifty countries today.")
        with_mark(canvas, 672, "About 281 km", "2", " of land were cleared in the year.")
        canvas.showPage()
        canvas.setFont("Helvetica", 9)
        notes = ["i See the Monitor of the year 2024, and its annexes,", "which say more."]
        lines(canvas, [*notes, "ii Reported.", "2 Two of these."], leading=11)

    assert [one[1:] for one in found(pdf(draw))] == [
        ("body", "", (
            "Mines kill and maim many people every year. They lie in more than fifty "
            "countries today. About 281 km2 of land were cleared in the year."
        )),
        ("footnote", "i", "See the Monitor of the year 2024, and its annexes, which say more."),
        ("footnote", "ii", "Reported."),
        ("footnote", "2", "Two of these."),
    ]  # fmt: skip


def test_a_note_as_large_as_the_text_is_told_by_its_raised_mark():
    def draw(canvas):
        with_mark(canvas, 700, "Mines kill", "1", " and maim many people every year.")
        with_mark(canvas, 120, "", "1", "See the Monitor.")

    assert [one[1:] for one in found(pdf(draw))] == [
        ("body", "", "Mines kill and maim many people every year."),
        ("footnote", "1", "See the Monitor."),
    ]


def test_a_page_number_close_under_a_note_is_no_part_of_it():
    def draw(canvas):
        for page in (1, 2):
            with_mark(
                canvas, 700, "Mines kill", "1", f" people in {page + 2} regions of the world."
            )
            canvas.setFont("Helvetica", 9)
            canvas.drawString(72, 70, f"1 See the Monitor, p. {page * 7}.")
            canvas.setFont("Helvetica", 11)
            canvas.drawString(72, 57, f"Page {page}")
            canvas.showPage()

    notes = [one[1:] for one in found(pdf(draw)) if one[1] != "body"]
    assert notes == [
        ("footnote", "1", "See the Monitor, p. 7."),
        ("footnote", "1", "See the Monitor, p. 14."),
    ]


def test_marks_are_no_words_on_a_page_that_holds_hebrew_too():
    data = glyph_pdf([
        (72, 700, "Mines kill"), (132, 704, "1", 5.8), (142, 700, "and maim many people."),
        (72, 640, "םישקומ"),
        (72, 100, "1 See the Monitor.", 8),
    ])  # fmt: skip
    assert words(data) == ["Mines kill and maim many people.", "מוקשים", "See the Monitor."]


def test_a_last_footnote_that_recurs_is_no_running_foot():
    def draw(canvas):
        for page, note in enumerate(("4 Ibid., p. 12.", "5 Ibid., p. 14.", "9 Ibid., p. 31.")):
            lines(canvas, [f"The words of page {page} stand here."] * 20)
            canvas.setFont("Helvetica", 8)
            canvas.drawString(72, 80, note)
            canvas.drawString(290, 40, f"Report \u2013 {page + 11}")
            canvas.showPage()
            canvas.setFont("Helvetica", 11)

    notes = [one for one in found(pdf(draw)) if one[1] == "footnote"]
    assert notes == [
        ("1", "footnote", "4", "Ibid., p. 12."),
        ("2", "footnote", "5", "Ibid., p. 14."),
        ("3", "footnote", "9", "Ibid., p. 31."),
    ]
    assert "Report" not in imported(pdf(draw)).canonical.text


def deflated(size, *filters):
    packed = zlib.compressobj(9)
    data = b"".join(packed.compress(bytes(1 << 20)) for _ in range(size)) + packed.flush()
    told = b"<< /Length %d /Filter [%s] >>" % (len(data), b" ".join(filters))
    return told + b"\nstream\n" + data + b"\nendstream"


@pytest.mark.parametrize(
    "content",
    [deflated(100, b"/FlateDecode"), deflated(1, b"/FlateDecode", b"/FlateDecode")],
)
def test_a_stream_that_grows_out_of_proportion_is_refused(content):
    with pytest.raises(UnreadableSource) as caught:
        imported(raw_pdf([CATALOGUE, ONE_PAGE, PAGE, content]))
    assert caught.value.code == "unsafe_content"


SOUND = glyph_pdf([(72, 700, "Sound words."), (72, 686, "םולש")])


@settings(max_examples=60)
@given(st.data())
def test_a_file_with_broken_bytes_is_read_or_refused(data):
    broken = bytearray(SOUND)
    for _ in range(data.draw(st.integers(1, 20))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    del broken[data.draw(st.integers(0, len(broken))) :]
    try:
        made = imported(bytes(broken))
    except UnreadableSource:
        return
    assert apply(made.decoded, made.canonical.log) == made.canonical.text


def test_xmp_is_read_where_it_stands_openly():
    packet = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'
        b' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        b' xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description>'
        b"<dc:publisher><rdf:Bag><rdf:li>United Nations</rdf:li></rdf:Bag></dc:publisher>"
        b"<dc:date><rdf:Seq><rdf:li>2025-12</rdf:li></rdf:Seq></dc:date>"
        b"</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    held = b"<< /Type /Metadata /Length %d >>\nstream\n%s\nendstream" % (len(packet), packet)
    data = raw_pdf([
        b"<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R >>",
        ONE_PAGE,
        PAGE,
        stream(b"BT /F1 10 Tf 72 700 Td (Words.) Tj ET"),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
        held,
    ])  # fmt: skip
    record = imported(data).record
    assert record["publisher"].value == "United Nations"
    assert record["issued"].value == Date(((2025, 12),))


WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12), min_size=1,
                 max_size=60)  # fmt: skip


@settings(max_examples=25)
@given(st.lists(WORDS, min_size=1, max_size=12))
def test_every_word_is_there_once_and_in_order(paragraphs):
    style = getSampleStyleSheet()["BodyText"]
    out = io.BytesIO()
    SimpleDocTemplate(out, invariant=1).build([Paragraph(" ".join(p), style) for p in paragraphs])
    made, again = imported(out.getvalue()), imported(out.getvalue())
    assert made == again
    text, places = made.canonical.text, made.canonical.places
    assert apply(made.decoded, made.canonical.log) == text
    assert text.split() == [word for p in paragraphs for word in p]
    assert " ".join(text[one.start : one.end] for one in places).split() == text.split()
    assert all(one.end <= other.start for one, other in zip(places, places[1:], strict=False))


def test_reading_loads_the_bindings_of_pdfium_alone():
    code = "import sys, briefer.importers.pdf; print('pypdfium2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_pdfium_that_both_readers_have_made_ready_reads_on():
    data = glyph_pdf([(72, 700, "Plain words here.")])
    code = (
        "import sys, pypdfium2\n"
        "from briefer.importers import Options\n"
        "from briefer.importers.pdf import read\n"
        "data = sys.stdin.buffer.read()\n"
        "pypdfium2.PdfDocument(data).close()\n"
        "print(read(data, 'a.pdf', Options()).canonical.text)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)
    assert done.stdout.split() == [b"Plain", b"words", b"here."]
