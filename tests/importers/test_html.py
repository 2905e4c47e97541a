"""Web pages become the words that a browser shows, with what part each paragraph plays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.changes import apply
from briefer.core.errors import UnreadableSource
from briefer.core.record import Date, Name
from briefer.importers.html import read
from briefer.importers.imported import Options


def page(body, head=""):
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def imported(html, options=None):
    data = html if isinstance(html, bytes) else html.encode()
    return read(data, "page.html", options or Options())


def paragraphs(html):
    made = imported(html).canonical
    return [(one.role, made.text[one.start : one.end]) for one in made.places]


def words(html):
    return [text for _, text in paragraphs(html)]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<p>One\n  two\t three </p>", ["One two three"]),
        ("<p>One <b> two</b> <i>three</i>.</p>", ["One two three."]),
        ("<p>One<br>two</p>", ["One two"]),
        ("One<br> <br>two", ["One", "two"]),
        ("<p>A\u00a0b\u2009c \u202fd</p>", ["A\u00a0b\u2009c \u202fd"]),
        ("<p>un<wbr>known <a href=x>link</a>, then</p>", ["unknown link, then"]),
        ("<p>a &amp; b &lt; c &eacute; &#8220;d&#x201D;</p>", ["a & b < c é “d”"]),
        ("<div>Loose<p>Inner</p>tail</div>", ["Loose", "Inner", "tail"]),
        ("<pre>  two  spaces\n  and lines</pre>", ["two  spaces\n  and lines"]),
        ("<p>on the 21<sup>st</sup>, 10 km<sup>2</sup>, 10<sup>6</sup></p>",
         ["on the 21st, 10 km2, 106"]),
        ("<p>A<sup>1</sup> review<sup>[2]</sup>.<sup>3, 4</sup></p>", ["A review."]),
        ("<p>kept <del>struck </del><ins>added</ins></p>", ["kept added"]),
        ("<dl><dt>Term</dt><dd>Meaning</dd></dl>", ["Term", "Meaning"]),
        ("<p>العربية <b>مهمة</b></p><p>地雷</p><p>Мины e\u0301 😀</p>",
         ["العربية مهمة", "地雷", "Мины é 😀"]),
    ],
)  # fmt: skip
def test_words_are_those_a_browser_shows(body, wanted):
    assert words(page(body)) == wanted


@pytest.mark.parametrize(
    "unwanted",
    [
        "<div title=header><p>Running head</p></div>", "<div title=footer>Page 1</div>",
        "<span style='mso-list:Ignore'>·&nbsp;</span>",
        "<nav>Home</nav>", "<script>var a</script>", "<style>p {}</style>", "<aside>More</aside>",
        "<footer>Imprint</footer>", "<form><label>Your mail</label><input></form>",
        "<div hidden>Hid</div>", '<div style="display: none">Hid</div>',
        '<span class="sr-only">Hid</span>', '<div aria-hidden="true">x</div>',
        '<div role="navigation">Home</div>', "<noscript>Turn it on</noscript>",
        "<button>Press</button>", "<template>T</template>", "<header>Site</header>",
        '<div class="cookie-banner">Cookies</div>', "<svg><text>S</text></svg>", "<!-- note -->",
    ],
)  # fmt: skip
def test_what_is_not_the_document_is_left_out(unwanted):
    assert words(page(f"<p>Before</p>{unwanted}<p>After</p>")) == ["Before", "After"]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<h1>T</h1><h2>H</h2><p>b</p>", [("title", "T"), ("heading", "H"), ("body", "b")]),
        ("<h1>T</h1><h1>U</h1>", [("title", "T"), ("heading", "U")]),
        ("<blockquote><p>q</p></blockquote>x", [("quotation", "q"), ("body", "x")]),
        ("<h2>H</h2><ul><li>a<ul><li>b</ul><li><p>c</p></ul>",
         [("heading", "H"), ("list_item", "a"), ("list_item", "b"), ("list_item", "c")]),
        ("<h2>H</h2><table><tr><th>a<td>b</table>",
         [("heading", "H"), ("table_cell", "a"), ("table_cell", "b")]),
        ("<h2>H</h2><table><tr><td><p>laid out</table>", [("heading", "H"), ("body", "laid out")]),
        ("<h2>H</h2><figure><figcaption>c</figure>", [("heading", "H"), ("caption", "c")]),
        ("<h2>H</h2><div class='share x'>s</div>", [("heading", "H"), ("boilerplate", "s")]),
    ],
)  # fmt: skip
def test_elements_give_the_roles(body, wanted):
    assert paragraphs(page(body)) == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<p>Menu</p><main><p>The words of the document.</p></main>",
         ["The words of the document."]),
        ("<header><h1>Title</h1></header><article><p>The words.</p></article>",
         ["Title", "The words."]),
        ("<article><p>Short.</p></article><article><p>The longest of all.</p></article>",
         ["The longest of all."]),
        ("<main><p>x</p></main><div><p>All that the page has to say stands outside.</p></div>",
         ["x", "All that the page has to say stands outside."]),
        ("<form id=aspnetForm><p>The page is one form.</p><input></form>",
         ["The page is one form."]),
    ],
)  # fmt: skip
def test_the_main_part_is_found(body, wanted):
    assert words(page(body)) == wanted


FOOTNOTE = """<main><p>It fell<sup id="r1"><a href="#n1">1</a></sup> by half<a href="#n2"
role="doc-noteref">2</a>.</p><p>More <a href="#r1">up</a>.</p></main>
<footer><p>Imprint</p><ol><li id="n1">See the report. <a href="#r1">↩</a></li>
<li><p id="n2"><a href="#x">2</a> Ibid.</p></li></ol></footer>"""


def test_footnotes_stand_apart_and_their_marks_are_not_glued_to_words():
    made = imported(page(FOOTNOTE))
    found = [
        (one.role, one.marker, made.canonical.text[one.start : one.end])
        for one in made.canonical.places
    ]
    assert found[-4:] == [
        ("body", "", "It fell by half."),
        ("body", "", "More up."),
        ("footnote", "1", "See the report."),
        ("footnote", "2", "Ibid."),
    ]
    assert "It fell1 by half2." in made.decoded


@pytest.mark.parametrize(
    "note",
    [
        "<p id=n>[1] See the report. <a href=#r>↩</a></p>",
        "<p><a id=n href=#r>[1]</a> See the report.</p>",
        "<div id=n><p><a href=#r>(1)</a>See the report.</p></div>",
    ],
)
def test_a_footnote_does_not_repeat_its_mark_in_its_words(note):
    made = paragraphs(page(f"<p>A review.<sup><a id=r href=#n>1</a></sup></p>{note}"))
    assert made == [("body", "A review."), ("footnote", "See the report.")]


def test_marks_of_notes_that_are_letters_are_no_words_of_theirs():
    link = '<a name=r href="#n"><sup>i</sup></a>'
    note = '<div id=d><p><a name=n href="#r">i</a>At the end.</p></div>'
    assert words(page(f"<p>Pressure.{link}</p>{note}")) == ["Pressure.", "At the end."]


def test_lists_are_numbered_as_a_browser_does():
    made = imported(page("<h2>H</h2><ol start=3><li>a<li value=9>b<li>c</ol><ol type=i><li>d</ol>"))
    assert [one.marker for one in made.canonical.places] == ["", "3.", "9.", "10.", "i."]


HEAD = """<title>Mines must go | News</title><link rel="canonical" href="https://x.org/a">
<meta property="og:site_name" content="News"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2026-05-21T23:30:00Z">"""
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "Organization"},
{"@type": ["NewsArticle"], "headline": "Mines  must go", "datePublished": "2026-05",
"author": [{"name": "A. Author"}, {"name": "https://x.org/b"}]}]}</script>"""


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        (HEAD, {"title": "Mines must go | News", "URL": "https://x.org/a", "author":
         (Name("Jane Doe"),), "container-title": "News", "issued": Date(((2026, 5, 21),))}),
        (HEAD + LINKED, {"title": "Mines must go", "URL": "https://x.org/a", "author":
         (Name("A. Author"),), "container-title": "News", "issued": Date(((2026, 5),))}),
        ('<meta name="date" content="21/05/2026"><meta name=author content="http://x">', {}),
        ('<meta name="date" content="2026-02-31">', {}),
        ('<script type="application/ld+json">{"@type":</script>', {}),
        (f'<script type="application/ld+json">{"[" * 100_000}</script>', {}),
    ],
)  # fmt: skip
def test_what_a_page_says_of_itself_is_inferred(head, wanted):
    record = imported(page("<p>Words.</p>", head)).record
    assert {name: field.value for name, field in record.items()} == wanted
    assert {field.origin for field in record.values()} <= {"inferred"}


@pytest.mark.parametrize(
    ("times", "issued"),
    [
        ('<time datetime="2026-01-02">x</time>', Date(((2026, 1, 2),))),
        ('<time datetime="2026-01-02">x</time><time datetime="2025-01-02">y</time>', None),
    ],
)
def test_a_date_is_taken_where_the_page_has_only_one(times, issued):
    field = imported(page(f"<p>Words {times}</p>")).record.get("issued")
    assert (field.value if field else None) == issued


def test_a_saved_page_says_where_it_came_from():
    made = imported("<!-- saved from url=(0013)https://x.org/ -->\n" + page("<p>Words</p>"))
    assert made.record["URL"].value == "https://x.org/"


@pytest.mark.parametrize(
    ("declared", "encoding", "named", "warnings"),
    [
        ("utf-8", "utf-8", "utf-8", ()),
        ("", "utf-8", "utf-8", ()),
        ("utf-8", "utf-16", "utf-16-le", ()),
        ("iso-8859-1", "windows-1252", "windows-1252", ()),
        ("windows-1251", "windows-1251", "windows-1251", ()),
        ("gb2312", "gb18030", "gb18030", ()),
        ("utf-8", "windows-1252", "windows-1252", ("encoding_uncertain",)),
        ("no-such-encoding", "utf-8", "utf-8", ()),
    ],
)
def test_the_encoding_is_the_one_declared_when_the_bytes_fit(declared, encoding, named, warnings):
    words = "Мины и снаряды" if encoding == "windows-1251" else "Élan vital"
    html = page(f"<p>{words} of all the States that joined</p>", f"<meta charset='{declared}'>")
    made = imported(html.encode(encoding))
    assert (made.encoding, made.warnings) == (named, warnings)
    assert words in made.canonical.text


def test_an_encoding_can_be_chosen():
    data = page("<p>Мины</p>", "<meta charset=windows-1252>").encode("windows-1251")
    made = imported(data, Options(encoding="windows-1251"))
    assert (made.canonical.text, made.warnings) == ("Мины", ("encoding_chosen",))


@pytest.mark.parametrize(
    ("html", "code"),
    [
        (page(""), "empty"),
        ("<!-- nothing -->", "empty"),
        (page("<div>" * 5000 + "x"), "unsafe_content"),
        (page("<p>" + "words " * 3_000_000), "too_large"),
        ("<html>\0\0\0", "not_text"),
    ],
)
def test_pages_that_cannot_be_read_are_named_errors(html, code):
    with pytest.raises(UnreadableSource) as caught:
        imported(html)
    assert caught.value.code == code


def test_entities_of_a_page_and_addresses_in_it_are_never_followed():
    html = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>a &x; b</p>'
    assert "&x;" in imported(html).canonical.text


TAGS = st.sampled_from([
    "<p>", "</p>", "<b>", "</b>", "<br>", "<ul>", "<li>", "</ul>", "<ol>", "<table>", "<tr>",
    "<td>", "</table>", "<h1>", "</h1>", "<sup>1</sup>", "<pre>", "</pre>", "<blockquote>",
    "</blockquote>", "<a href=#n>[1]</a>", "<p id=n>", "<div class=share>", "</div>", "<aside>",
    "</aside>", "<article>", "<main>", "&amp;", "&nbsp;", "\n", "  ", "\t",
])  # fmt: skip


@given(st.lists(st.one_of(TAGS, st.text(max_size=8)), max_size=30))
def test_the_log_leads_back_and_places_hold_every_word_once(pieces):
    data = "".join(pieces).encode("utf-8", "ignore")
    try:
        made = read(data, "page.html", Options())
    except UnreadableSource:
        return
    text, places = made.canonical.text, made.canonical.places
    assert apply(made.decoded, made.canonical.log) == text
    ends, starts = [0, *(one.end for one in places)], [*(one.start for one in places), len(text)]
    assert not "".join(text[end:start] for end, start in zip(ends, starts, strict=True)).strip()
    assert read(data, "page.html", Options()) == made
