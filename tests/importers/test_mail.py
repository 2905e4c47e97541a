"""Mail becomes its words and the documents attached to it."""

import struct
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.changes import apply
from briefer.core.errors import UnreadableSource
from briefer.core.record import Date, Name
from briefer.importers import mail, outlook
from briefer.importers.imported import Options
from tests.importers.ole_files import ole


def message(text="Dear colleagues,\n\nMines kill.", html="", **headers):
    made = EmailMessage()
    made["From"] = "Jane Doe <jane@example.org>"
    made["Subject"] = "Réunion of States"
    made["Date"] = "Thu, 21 May 2026 23:10:00 +0200"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    if text:
        made.set_content(text)
    if html and text:
        made.add_alternative(html, subtype="html")
    elif html:
        made.set_content(html, subtype="html")
    return made


def read(made, options=None):
    data = made if isinstance(made, bytes) else made.as_bytes(policy=SMTP)
    return mail.read(data, "a.eml", options or Options())


def roles(made):
    text = made.canonical.text
    return [(one.role, text[one.start : one.end]) for one in made.canonical.places]


def test_headers_are_inferred_and_no_words_of_the_text():
    made = read(message())
    assert made.canonical.text.split() == ["Dear", "colleagues,", "Mines", "kill."]
    assert {name: field.value for name, field in made.record.items()} == {
        "title": "Réunion of States",
        "author": (Name("Jane Doe"),),
        "issued": Date(((2026, 5, 21),)),
    }
    assert {field.origin for field in made.record.values()} == {"inferred"}


@pytest.mark.parametrize(
    ("text", "boilerplate"),
    [
        ("Yes.\n\nOn Mon, 18 May 2026, John <j@x.org> wrote:\n> Is it?\n\nAnd more.",
         ["On Mon, 18 May 2026, John <j@x.org> wrote:", "Is it?"]),
        ("Yes.\n\n-----Original Message-----\nFrom: John\nSent: Monday\n\nIs it?",
         ["-----Original Message-----", "From: John", "Sent: Monday", "Is it?"]),
        ("Yes.\n\nFrom: John\nSent: Monday\nTo: Jane\n\nIs it?",
         ["From: John", "Sent: Monday", "To: Jane", "Is it?"]),
        ("Yes.\n\n-- \nJane Doe\nMinistry", ["--", "Jane Doe", "Ministry"]),
        ("Yes -- or no.\n\nFrom: all of us, thanks.", []),
    ],
)  # fmt: skip
def test_what_is_repeated_and_the_signature_are_boilerplate(text, boilerplate):
    found = roles(read(message(text)))
    assert [words for role, words in found if role == "boilerplate"] == boilerplate


def test_a_message_with_markup_alone_is_read_as_a_page():
    html = "<p>Mines <b>kill</b>.</p><div class=gmail_quote>On Monday John wrote: <p>No</p></div>"
    made = read(message("", html))
    assert roles(made)[0][1] == "Mines kill."
    assert [role for role, _ in roles(made)[1:]] == ["boilerplate", "boilerplate"]
    assert (made.media_type, made.record["title"].value) == ("message/rfc822", "Réunion of States")


def test_plain_words_are_preferred_and_attachments_are_documents():
    made = message("Plain words.", "<p>Marked words.</p>")
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="../a/b.pdf")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    made.add_attachment(message("Inner words."))
    found = read(made)
    assert found.canonical.text.strip() == "Plain words."
    assert [one.name for one in found.attachments] == ["b.pdf", "Réunion of States.eml"]
    assert read(found.attachments[1].data).canonical.text.strip() == "Inner words."
    assert found.warnings == ("attachments_left_out",)


def test_a_message_without_words_is_a_container():
    made = message(" ")
    made.add_attachment(b"x", maintype="application", subtype="pdf", filename="b.pdf")
    assert read(made).canonical is None


FLOWED = (
    "Mines kill \r\nand maim.\r\n\r\n> They said \r\n> so. \r\n>> And this.\r\n"
    " From here on. \r\n-- \r\nJane"
)


@pytest.mark.parametrize(
    ("text", "delsp", "wanted"),
    [
        (FLOWED, "no", ["Mines kill and maim.", "They said so.", "> And this.", "From here on.",
                        "--", "Jane"]),
        ("Mi \r\nnes \r\nkill.", "yes", ["Mineskill."]),
        ("", "yes", []),
    ],
)  # fmt: skip
def test_flowed_lines_run_on_where_the_message_says_so(text, delsp, wanted):
    head = f"From: a@b.c\r\nContent-Type: text/plain; format=Flowed; delsp={delsp}\r\n\r\n"
    made = mail.read((head + text + "\r\n.").encode(), "a.eml", Options())
    assert [words for _, words in roles(made)][:-1] == wanted


def test_lines_of_other_messages_stay_as_they_are():
    made = mail.read(b"From: a@b.c\r\n\r\nMines kill \r\nand maim.", "a.eml", Options())
    assert [words for _, words in roles(made)] == ["Mines kill", "and maim."]


def test_a_message_that_breaks_off_says_that_parts_are_missing():
    whole = message(html="<p>Mines kill.</p>").as_bytes()
    assert read(whole).warnings == ()
    assert read(whole[: whole.rindex(b"--")]).warnings == ("damaged",)


def test_a_saved_page_is_a_page():
    data = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.org/a\r\n"
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\n"
        b"Content-Type: text/html; charset=utf-8\r\n\r\n<h1>T</h1><p>Words.</p>\r\n--B\r\n"
        b"Content-Type: text/css\r\n\r\np {}\r\n--B--\r\n"
    )
    made = read(data)
    assert roles(made) == [("title", "T"), ("body", "Words.")]
    assert {name: field.value for name, field in made.record.items()} == {"URL": "https://x.org/a"}
    assert made.attachments == ()


@pytest.mark.parametrize(
    ("charset", "encoding", "named", "warnings"),
    [
        ("koi8-r", "koi8-r", "koi8-r", ()),
        ("utf-8", "windows-1252", "windows-1252", ("encoding_uncertain",)),
        ("unknown-8bit", "utf-8", "utf-8", ()),
    ],
)
def test_nothing_is_lost_when_a_part_lies_about_its_encoding(charset, encoding, named, warnings):
    words = "Мины" if encoding == "koi8-r" else "Élan"
    head = f"From: a@b.c\nContent-Type: text/plain; charset={charset}\n"
    body = f"Content-Transfer-Encoding: 8bit\n\n{words} of all the States that joined us."
    made = read(head.encode() + body.encode(encoding))
    assert made.canonical.text.startswith(words)
    assert (made.encoding, made.warnings) == (named, warnings)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"From: a@b.c\n\n", "empty"),
        (
            b"From: a@b.c\nContent-Type: multipart/encrypted; boundary=B\n\n--B--",
            "unsupported",
        ),
        (b"From: a@b.c\nContent-Type: application/pkcs7-mime\n\nMIIB", "unsupported"),
    ],
)
def test_mail_that_cannot_be_read_is_a_named_error(data, code):
    with pytest.raises(UnreadableSource) as caught:
        read(data)
    assert caught.value.code == code


@pytest.mark.parametrize("depth", [50, 1500])
def test_parts_nested_deeply_end_in_words_or_a_named_error(depth):
    data = b"From: a@b.c\n"
    data += b"".join(
        b"Content-Type: multipart/mixed; boundary=B%d\n\n--B%d\n" % (n, n) for n in range(depth)
    )
    try:
        assert read(data + b"\nWords.").canonical
    except UnreadableSource as error:
        assert error.code in ("unsafe_content", "damaged", "empty")  # noqa: PT017


@given(st.binary(max_size=200))
def test_headers_of_any_bytes_are_read_or_left(noise):
    head = b"Subject: " + noise + b"\nFrom: " + noise + b"\nDate: " + noise
    try:
        made = read(head + b"\nMIME-Version: 1.0\n\nWords of the message.")
    except UnreadableSource:
        return
    if made.canonical:
        assert apply(made.decoded, made.canonical.log) == made.canonical.text


@pytest.mark.parametrize("date", ["1 Jan 99999999999", "1 Jan 10000", "32 Jan 2024", "\0", ""])
def test_a_date_that_is_none_costs_only_itself(date):
    made = read(f"From: a@b.c\nDate: {date} 10:00:00 +0000\n\nMines kill.".encode())
    assert (made.canonical.text, set(made.record)) == ("Mines kill.", {"author"})


SINCE_1601 = datetime(2026, 5, 21, tzinfo=UTC) - datetime(1601, 1, 1, tzinfo=UTC)
FILETIME = struct.pack("<Q", SINCE_1601 // timedelta(microseconds=1) * 10)


def saved(**streams):
    properties = bytes(32) + struct.pack("<HHI8s", 0x40, 0x39, 6, FILETIME)
    page = struct.pack("<HHI8s", 0x3, 0x3FFD, 6, struct.pack("<Q", 1251))
    wide = {
        f"__substg1.0_{name}001F": text.encode("utf-16-le")
        for name, text in {"0037": "Réunion", "0C1A": "Jane Doe"}.items()
    }
    return ole({"__properties_version1.0": properties + page, **wide, **streams})


BODY = "__substg1.0_1000001F"
ATTACHED = "__attach_version1.0_#00000000/__substg1.0_"


def test_a_message_of_outlook_is_read_as_mail_is():
    data = saved(**{
        BODY: "Dear all,\r\n\r\nMines kill.\r\n\r\n-- \r\nJane".encode("utf-16-le"),
        f"{ATTACHED}37010102": b"The words of a note.",
        f"{ATTACHED}3707001F": "note.txt".encode("utf-16-le"),
        "__attach_version1.0_#00000001/__substg1.0_3707001F": "logo.png".encode("utf-16-le"),
    })  # fmt: skip
    made = outlook.read(data, "a.msg", Options())
    assert roles(made) == [
        ("body", "Dear all,"), ("body", "Mines kill."), ("boilerplate", "--"),
        ("boilerplate", "Jane"),
    ]  # fmt: skip
    assert {name: field.value for name, field in made.record.items()} == {
        "title": "Réunion",
        "author": (Name("Jane Doe"),),
        "issued": Date(((2026, 5, 21),)),
    }
    assert [(one.name, one.data) for one in made.attachments] == [
        ("note.txt", b"The words of a note.")
    ]
    assert made.warnings == ("attachments_left_out",)


def test_a_time_that_no_calendar_has_is_left_out():
    properties = bytes(32) + struct.pack("<HHI8s", 0x40, 0x39, 6, b"\xff" * 8)
    data = saved(**{"__properties_version1.0": properties, BODY: "Mines kill.".encode("utf-16-le")})
    made = outlook.read(data, "a.msg", Options())
    assert (made.canonical.text, "issued" in made.record) == ("Mines kill.", False)


@pytest.mark.parametrize(
    ("streams", "words"),
    [
        ({"__substg1.0_1000001E": "Мины".encode("windows-1251")}, "Мины"),
        ({"__substg1.0_10130102": "<p>Мины</p>".encode("windows-1251")}, "Мины"),
    ],
)
def test_older_messages_say_their_code_page(streams, words):
    made = outlook.read(saved(**streams), "a.msg", Options())
    assert made.canonical.text == words


@pytest.mark.parametrize("cut", [600, 1100, 2000])
def test_a_message_of_outlook_that_is_cut_off_is_damaged(cut):
    data = saved(**{BODY: "Mines kill.".encode("utf-16-le")})
    with pytest.raises(UnreadableSource) as caught:
        outlook.read(data[:cut], "a.msg", Options())
    assert caught.value.code in ("damaged", "empty")
