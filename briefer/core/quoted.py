"""What a reader takes for a source's words: quotations and citation tags in a text."""

import re

MANY = 3
"""Words from which marks around them make a quotation (domain.md 4.5, VG-20)."""

QUOTATION = re.compile(
    r"[“‟\"][^“”„‟\"]*[”\"]"
    r"|„[^“”„‟\"]*[“”\"]"
    r"|«[^«»]*»|»[^«»]*«"
    r"|(?<!\w)[‘‚‛'](?:[^\s‘]+\s+){2}[^‘]*?[’'](?!\w)"
)
"""Words in one pair of marks; single marks around three words at least, for an apostrophe is one
too."""

TAG = re.compile(r"\[(?:quoted in )?S\d+(?: [^\[\]]*)?\]")
"""A citation such as “[S3 para. 11]”."""

WORD = re.compile(r"\w[\w'’-]*")


def quoted(text: str) -> tuple[str, ...]:
    """The quotations of three words or more with their marks, then the citation tags."""
    found = [one[0] for one in QUOTATION.finditer(text) if len(WORD.findall(one[0])) >= MANY]
    return (*found, *(one[0] for one in TAG.finditer(text)))


def inside(quotation: str) -> str:
    """A quotation without its marks; they may be of another form than they were."""
    return quotation[1:-1]
