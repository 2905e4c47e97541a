"""The commands on suggestions and figures, as tables."""

from briefer.cli import figures, suggesting
from briefer.cli.arguments import JSON, Command
from briefer.cli.arguments import argument as _argument
from briefer.core.decisions import VERDICTS
from briefer.core.model import KINDS

SUGGEST = Command(
    "suggest",
    "propose facts, quotes and talking points, or say what becomes of a proposal",
    suggesting.suggest_,
    (
        _argument("sources", nargs="*", metavar="SOURCE"),
        _argument("--kind", choices=KINDS, help="only this kind"),
        _argument("--speaker", default="", metavar="NAME", help="only what somebody says"),
        _argument("--measure", default="", metavar="KEY", help="only with a figure of a measure"),
        _argument(
            "--strength", type=int, choices=(1, 2, 3), default=1, help="this strength and more"
        ),
        _argument("--rejected", action="store_true", help="those that were rejected, too"),
        *(
            _argument(name, action="append", default=[], metavar="SUGGESTION", help=help)
            for name, help in (
                ("--accept", "note that it was taken"),
                ("--reject", "do not propose it any more"),
                ("--reopen", "take back what was said of it"),
            )
        ),
        _argument(
            "--kind-of",
            nargs=2,
            action="append",
            default=[],
            metavar=("SUGGESTION", "KIND"),
            help="it is of another kind",
        ),
        JSON,
    ),
)

FIGURES = Command(
    "figures",
    "list the figures of the sources by measure, those that disagree first; or decide about them",
    figures.figures_,
    (
        _argument(
            "--level", choices=figures.SHOWN, default="C0", help="this level and those above"
        ),
        _argument("--measure", default="", metavar="KEY", help="only this measure"),
        _argument(
            "--briefing", default="", metavar="F.briefing", help="what clashes or is old in it"
        ),
        _argument(
            "--decide",
            nargs=3,
            metavar=("VERDICT", "ONE", "TWO"),
            help=f"about two statements: {', '.join(VERDICTS)}; keep uses ONE; open takes it back",
        ),
        _argument("--reason", default="", metavar="TEXT", help="why"),
        _argument(
            "--assign",
            nargs="+",
            metavar="STATEMENT",
            help="statements and, last, their measure: a key, a name of your own, none, as-read",
        ),
        _argument("--decisions", action="store_true", help="list what was decided"),
        JSON,
    ),
)
