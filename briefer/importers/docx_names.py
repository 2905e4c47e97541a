"""The names of WordprocessingML, in the transitional form that all of the walk uses."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


def transitional(root: "etree._Element | None") -> "etree._Element | None":
    """The same part with the names of ECMA-376 transitional, where it has the strict ones."""
    if root is None or not str(root.tag).startswith(STRICT):
        return root
    for element in root.iter(f"{STRICT}*"):
        element.tag = W + str(element.tag).removeprefix(STRICT)
        for name in map(str, element.keys()):
            if name.startswith(STRICT):
                element.set(W + name.removeprefix(STRICT), element.get(name, ""))
    return root
