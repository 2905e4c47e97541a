"""The commands that keep the library safe, as a table."""

from briefer.cli import handing_over, keeping, watching
from briefer.cli.arguments import JSON, Command, argument

LIBRARY = (
    Command(
        "backup",
        "make a copy of the library",
        keeping.backup,
        (argument("-o", "--output", metavar="FILE", help="a file of your own, not a dated copy"),),
    ),
    Command("backups", "list the dated copies of the library", keeping.backups_, (JSON,)),
    Command(
        "restore",
        "put a copy in the library's place; the library as it was is kept as a copy",
        keeping.restore,
        (argument("copy", metavar="FILE|NAME", help="a file, or the name of a dated copy"),),
    ),
    Command(
        "check",
        "look through the library's file, its index and every source",
        keeping.check,
        (
            argument("--deep", action="store_true", help="read every original again"),
            argument("--repair", action="store_true", help="make index and facets anew"),
            JSON,
        ),
    ),
    Command(
        "export",
        "write sources, or the whole library, into a file to hand over",
        handing_over.export,
        (
            argument("sources", nargs="*", metavar="SOURCE", help="id or file name; without: all"),
            argument("-o", "--output", required=True, metavar="F.brieferlibrary"),
            argument("--tag", default="", metavar="T", help="the sources with this tag"),
            argument("--without-originals", action="store_true", help="the texts alone"),
            argument("--without-templates", action="store_true", help="none of your templates"),
        ),
    ),
    Command(
        "add",
        "take over what somebody handed over",
        handing_over.add,
        (argument("file", metavar="F.brieferlibrary"), JSON),
    ),
)

KEEPING = (
    Command("library", "back up, restore, check or hand over the library", verbs=LIBRARY),
    Command(
        "watch",
        "import what appears in folders",
        watching.watch,
        (
            argument("folders", nargs="*", metavar="FOLDER", help="without: those of the settings"),
            argument("--once", action="store_true", help="look once, do not stay"),
            argument(
                "--add", action="append", default=[], metavar="FOLDER", help="to the settings"
            ),
            argument("--remove", action="append", default=[], metavar="FOLDER"),
            argument("--list", action="store_true", help="the folders, and what failed in them"),
            JSON,
        ),
    ),
)
