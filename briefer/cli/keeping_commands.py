"""The commands that keep the library safe, as a table."""

from briefer.cli import keeping
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
)

KEEPING = (Command("library", "back up, restore, check or hand over the library", verbs=LIBRARY),)
