"""Writes resources/reference.docx: the styles, numbering and page that every DOCX starts from."""

from pathlib import Path

import docx
from docx.oxml.parser import parse_xml

from briefer.core.document import Document
from briefer.exporters.docx_package import set_properties, to_bytes

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
INK, ACCENT, QUIET = "1A1A1A", "1F3A5F", "5A6472"
FONT = "Calibri"
"""A face that offices have; where it is missing, its metric twin Carlito stands in."""


def paragraph(id: str, name: str, properties: str, characters: str = "", after: str = "") -> str:
    """A paragraph style; `after` is the style of the paragraph that follows one like it."""
    following = f'<w:next w:val="{after}"/>' if after else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:qFormat/><w:pPr>{properties}</w:pPr>'
        f"<w:rPr>{characters}</w:rPr></w:style>"
    )


def character(id: str, name: str, properties: str) -> str:
    """A character style."""
    return (
        f'<w:style w:type="character" w:styleId="{id}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{properties}</w:rPr></w:style>"
    )


def size(points: float) -> str:
    """A font size, in half points for all scripts."""
    return f'<w:sz w:val="{int(points * 2)}"/><w:szCs w:val="{int(points * 2)}"/>'


def colour(value: str) -> str:
    """A text colour."""
    return f'<w:color w:val="{value}"/>'


def heading(level: int, points: float, before: int) -> str:
    """A heading style, kept with what follows it."""
    return paragraph(
        f"Heading{level}",
        f"heading {level}",
        f'<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="80"/>'
        f'<w:outlineLvl w:val="{level - 1}"/>',
        f"<w:b/><w:bCs/>{colour(ACCENT)}{size(points)}",
        "Normal",
    )


BOLD = "<w:b/><w:bCs/>"
TABS = '<w:tabs><w:tab w:val="right" w:pos="9355"/></w:tabs>'
RULE = 'w:val="single" w:sz="4" w:space="0" w:color="C3CAD3"'

STYLES = "".join(
    (
        f"<w:styles {NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr>",
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>',
        f'{colour(INK)}{size(11)}<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>',
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>",
        '<w:widowControl/><w:spacing w:after="120" w:line="271" w:lineRule="auto"/>',
        "</w:pPr></w:pPrDefault></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">',
        '<w:name w:val="Normal"/><w:qFormat/></w:style>',
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">',
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>',
        "</w:style>",
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">',
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>',
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>',
        '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>',
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">',
        '<w:name w:val="No List"/><w:semiHidden/></w:style>',
        paragraph(
            "Title",
            "Title",
            '<w:keepNext/><w:spacing w:after="200" w:line="240" w:lineRule="auto"/>',
            f"{BOLD}{colour(ACCENT)}{size(22)}",
            "Normal",
        ),
        heading(1, 14, 320),
        heading(2, 12, 240),
        heading(3, 11, 200),
        paragraph(
            "ListBullet",
            "List Bullet",
            '<w:keepLines/><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="100"/>',
        ),
        paragraph(
            "Quote",
            "Quote",
            "<w:keepLines/><w:pBdr>"
            f'<w:left w:val="single" w:sz="18" w:space="10" w:color="{ACCENT}"/></w:pBdr>'
            '<w:spacing w:before="60" w:after="140"/><w:ind w:left="454" w:right="283"/>',
        ),
        paragraph("Caption", "caption", '<w:keepNext/><w:spacing w:after="60"/>', size(9)),
        paragraph("Question", "Question", '<w:keepNext/><w:spacing w:after="40"/>', BOLD),
        paragraph("Note", "Note", '<w:spacing w:after="80"/>', f"{colour(QUIET)}{size(9)}"),
        paragraph(
            "SourceEntry",
            "Source Entry",
            '<w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs><w:spacing w:after="80"/>'
            '<w:ind w:left="567" w:hanging="567"/>',
            size(9.5),
        ),
        paragraph("TableText", "Table Text", '<w:spacing w:before="40" w:after="40"/>', size(10)),
        paragraph(
            "TableLabel",
            "Table Label",
            '<w:spacing w:before="40" w:after="40"/>',
            f"{BOLD}{colour(QUIET)}{size(10)}",
        ),
        paragraph(
            "Header",
            "header",
            '<w:spacing w:after="0"/><w:jc w:val="center"/>',
            f'{BOLD}{colour(INK)}<w:spacing w:val="20"/>{size(10)}',
        ),
        paragraph(
            "Footer", "footer", f'{TABS}<w:spacing w:after="0"/>', f"{colour(QUIET)}{size(9)}"
        ),
        character("Citation", "Citation", f"{colour(QUIET)}{size(9)}"),
        character("Gap", "Gap", f'{colour("7A1F1F")}<w:shd w:val="clear" w:fill="FBE9E7"/>'),
        character("Strong", "Strong", BOLD),
        '<w:style w:type="table" w:styleId="DetailTable"><w:name w:val="Detail Table"/>',
        '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>',
        f"<w:top {RULE}/><w:bottom {RULE}/><w:insideH {RULE}/></w:tblBorders></w:tblPr></w:style>",
        "</w:styles>",
    )
)

NUMBERING = (
    f'<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId="0">'
    '<w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr>'
    f"<w:rPr>{colour(ACCENT)}</w:rPr></w:lvl></w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)

SETTINGS = (
    f'<w:settings {NAMESPACE}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-GB"/></w:settings>'
)

PAGE = (
    f'<w:sectPr {NAMESPACE}><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1361" w:right="1247" '
    'w:bottom="1247" w:left="1304" w:header="624" w:footer="567" w:gutter="0"/></w:sectPr>'
)
"""A4, in twentieths of a point."""

UNWANTED = ("/stylesWithEffects", "/webSettings", "/customXml")


def make(path: Path) -> None:
    """Writes the reference document."""
    document = docx.Document()
    package = document.part.package
    for owner, endings in ((document.part, UNWANTED), (package, ("/thumbnail",))):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.endswith(endings):
                del owner.rels[key]
    document.part._styles_part._element = parse_xml(STYLES)
    document.part.numbering_part._element = parse_xml(NUMBERING)
    document.part._settings_part._element = parse_xml(SETTINGS)
    body = document.element.body
    for child in list(body):
        body.remove(child)
    body.append(parse_xml(PAGE))
    set_properties(document, Document("", ()))
    path.write_bytes(to_bytes(document))


if __name__ == "__main__":
    make(Path(__file__).parent.parent / "resources" / "reference.docx")
