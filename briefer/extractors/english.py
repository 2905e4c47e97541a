"""What the rules look for in English."""

from briefer.extractors.english_speech import SPEECH
from briefer.extractors.phrases import Rule
from briefer.extractors.tables import Table

FACTS = (
    Rule("a date", 3, (
        "in a row", "consecutive", "first time", "anniversary", "never before",
        "not seen … since", "entered/enters into force", "entry into force",
        "entering into force",
    )),
    Rule("a status", 2, (
        "acced*", "accession*", "ratif*", "withdraw*", "withdrew", "signed", "signator*",
        "joined", "joining", "party to", "parties to", "outside it", "suspension*", "mine-free",
        "yet to join", "adopted", "endorsed", "declared", "acceptance", "renounced", "suspended",
        "bound by", "agreed", "denounced", "established",
    ), needs="an actor"),
    Rule("a rise or fall", 2, (
        "rise", "rises", "rose", "risen", "rising", "increas*", "grew", "grow", "grown",
        "growing", "soar*", "surg*", "doubl*", "tripl*", "halv*", "fall", "falls", "fell",
        "fallen", "falling", "declin*", "decreas*", "drop", "drops", "dropped", "reduced",
        "reduction*", "shrank", "shrunk", "shrinking", "plung*", "plummet*", "halt", "cut",
        "cuts", "worsen*", "deteriorat*", "spread*", "peaked", "slowed", "stagnat*", "flat",
        "record high/low/level/levels/number/numbers", "on record", "highest", "lowest", "worst",
        "deadliest", "largest", "widespread",
    ), needs="a measure", near=110),
    Rule("a rise or fall", 2, ("continue/continues to be …", "continue/continues to rise/fall")),
    Rule("a vague count", 1, (
        "several", "many of", "many", "most", "some of", "a number of", "a majority of",
        "the majority of", "a growing number", "a handful of", "few", "vast", "countless",
        "a third of", "half of", "numerous",
    ), needs="people or places", near=40),
    Rule("what a law says", 1, (
        "prohibit*", "bans", "banned", "outlaw*", "oblige/obliges", "obligating",
        "does not permit", "permits", "forbid*", "provides that/for", "entitles",
        "are/is not targets", "defines", "is/are/was/were illegal", "requires/require states",
        "legally binding",
    ), needs="a law"),
    Rule("an event", 1, (
        "launched", "has/have announced", "was/were killed/injured/destroyed/opened/closed/held",
        "has/have been cleared/destroyed/closed/opened/killed/released/interrupted/displaced",
        "was/were/been created/built/shut/attacked/damaged/looted",
    ), needs="people or places"),
)  # fmt: skip

BESIDE = (
    Rule("an actor", 1, (
        "States", "State", "countries", "country", "nations", "nation", "government*",
        "Convention", "Treaty", "treaty", "Protocol", "Declaration", "Parties", "Party",
        "Assembly", "Council", "Agreement", "Covenant", "resolution",
    )),
    Rule("a measure", 1, (
        "casualt*", "death*", "fatalit*", "victim*", "injur*", "number", "numbers", "production",
        "funding", "fund", "funds", "contribution*", "budget*", "expenditure*", "spending",
        "price", "prices", "cases", "rate", "rates", "contamination", "deployment", "transfer*",
        "support", "attack*", "emission*", "temperature*", "hunger", "malnutrition", "poverty",
        "enrolment", "coverage", "import*", "export*", "income", "debt", "displacement",
        "refugee*", "arrival*", "violation*", "mortality", "infection*", "outbreak*", "stock*",
        "level*", "share", "proportion", "cost", "costs", "toll", "harvest*", "output", "aid",
        "capacity", "people", "children", "women", "demand", "supply", "unemployment",
        "inflation", "inequality", "use", "violence", "incidents", "forest*", "water", "fish*",
        "crop*", "yield*",
    )),
    Rule("people or places", 1, (
        "States", "countr*", "nation*", "government*", "people", "person*", "civilian*",
        "children", "women", "girls", "boys", "men", "families", "communit*", "survivor*",
        "victim*", "refugee*", "household*", "school*", "hospital*", "clinic*", "area*", "land",
        "village*", "town*", "cit*", "region*", "province*", "districts", "workers", "patients",
        "farmers", "organizations", "partners", "parties", "delegations", "mines", "weapons",
        "services", "homes", "houses", "roads", "bridges", "teachers", "students", "pupils",
        "militaries", "capitals", "members",
    )),
    Rule("a law", 1, (
        "convention*", "treat*", "protocol*", "article*", "law", "laws", "charter", "covenant*",
        "declaration", "statute", "agreement*", "resolution*", "act", "regulation*", "directive*",
        "Constitution",
    )),
)  # fmt: skip

POINTS = (
    Rule("an obligation", 3, (
        "is incumbent", "it is up to", "are/is obliged/bound/required to", "no excuse",
        "no alternative", "no justification", "no substitute", "not acceptable",
        "under no circumstances", "long overdue", "demands action/that", "no place for",
        "have/has the duty/responsibility to", "must", "there can be no",
        "cannot be overstated/ignored/justified/tolerated/accepted", "cannot replace/substitute",
        "cannot afford/wait/accept/allow/ignore/continue/stand/remain/tolerate", "unacceptable",
        "intolerable", "inexcusable", "no longer be", "have/has a duty/obligation/responsibility",
        "the obligation remains", "is/are a (human/basic/fundamental) right",
        "have/has a right to", "has/have no place", "is/are/constitute/constitutes war crimes",
        "it is (also) (more) imperative/essential/vital/crucial/indispensable/urgent/unacceptable",
        "is/are (an/a) (core) obligation/obligations/duty", "more urgent to",
        "far outweigh/outweighs", "far outweighed", "is/are never", "imperative that",
        "is/are (a) violation/violations of", "have the right to", "has the right to",
    ), asks=True),
    Rule("a call", 3, (
        "is/are calling for/on", "calling for/on/upon", "call for", "calls for", "called for",
        "called on/upon", "appeal for", "appealed for", "demand an/the", "demands an/the/an",
        "invited", "asked/asks governments/states/donors/parties", "requested that",
        "call/calls/called/calling on/upon", "call/calls/called for/again", "urge", "urges",
        "urged", "urging", "appeal/appeals/appealed/appealing to", "implore*", "exhort*",
        "encourage", "encourages", "encouraged", "we (also) (further) invite", "invites",
        "demand that", "demands that", "demanded that", "demanded", "let us", "let's",
        "let me urge", "join us/hands", "i/we (also) ask", "asks/asked … to",
        "is/are asked/invited/encouraged/called/requested/urged to/upon",
        "request/requests (that) an/the/all/states/member", "plead/pleads/pleaded with",
        "insist*", "the time has come", "time to act", "the time for", "now is the time",
    ), asks=True),
    Rule("a commitment", 3, (
        "ministers/participants/delegations/leaders agreed/decided/resolved/recalled/welcomed",
        "ministers/participants/delegations/leaders called/expressed/urged/stressed",
        "meeting/conference/parties agreed/decided/resolved/recalled/welcomed",
        "meeting/conference/parties called/expressed/urged/stressed",
        "underlined", "underlines", "underscored", "underscores", "emphasized", "emphasised",
        "emphasizes", "reiterated", "reiterates", "undertook", "resolved to", "agreed to",
        "decided to", "pledge/pledges (to)", "commit/commits to", "committed themselves",
        "stressed that/the", "we agree", "we pledge",
        "we/i … commit/pledge/undertake/reaffirm/affirm/reiterate/recommit/recall/remind/stress",
        "we/i … emphasize/emphasise/underline/underscore/condemn/deplore/denounce/reject/declare",
        "we/i (also) (strongly) (fully) support",
        "we/i … express/promise/vow/intend/resolve/believe/insist/maintain/endorse",
        "we/i (also) (therefore) (will/shall) (not) will/shall", "we/i shall", "we/i will",
        "we'll", "i'll", "we/i … welcome/regret/propose/recommend/seek/recognize/recognise/note",
        "is/are/remain/remains/am/stand/stands (fully/firmly/deeply/strongly) committed",
        "stand/stands/remain/remains ready", "will continue to", "will do its/our part",
        "am/are/is (deeply/gravely/seriously) concerned/appalled/alarmed/outraged",
        "am/are/is (fully) determined/resolved", "condemn*", "deplore*", "pledged to", "vowed",
        "promised to", "committed to", "requests an/the", "committing", "determined to",
        "promise/promises to", "reaffirm", "reaffirms", "reaffirmed",
        "will not rest/waver/accept/tolerate/be/stand/allow/give/look/leave", "recommit*",
    )),
    Rule("a recommendation", 2, (
        "high time", "overdue", "what is needed", "what we need", "the world needs",
        "only if/when/by", "recommends", "recommended", "we recommend", "would do well to",
        "should", "ought to", "need/needs to", "needed to",
        "is/are (urgently/badly/still) needed", "it is time", "it is (high) time", "way forward",
        "depend/depends on", "is/are required",
        "require/requires urgent/more/sustained/immediate",
        "is/are essential/vital/critical/crucial", "can respond", "it is recommended",
        "it requires", "urgently require/requires",
        "remain/remains vital/essential/critical/crucial", "it is important that/to",
        "it's time to", "deep/grave/serious concern", "calls for", "an end to", "only with",
        "only by", "only if", "only when", "essential/prerequisite for", "more than ever",
    ), asks=True),
    Rule("a clause of a resolution", 3, (
        "^Urges", "^Calls/Encourages (upon/on)", "^Encourages", "^Condemns", "^Requests",
        "^Stresses", "^Invites", "^Demands", "^Affirms", "^Reaffirms", "^Emphasizes", "^Decides",
        "^Reiterates", "^Recommends", "^Recognizes", "^Welcomes", "^Expresses", "^Supports",
        "^Acknowledges", "^Underlines", "^Deplores", "^Declares", "^Underscores", "^Appeals",
        "^Commends", "^Resolves", "^Reaffirming", "^Convinced", "^Determined", "^Condemning",
        "^Stressing", "^Emphasizing", "^Affirming", "^Underlining", "^Expressing", "^Recognizing",
        "^Calling", "^Mindful", "^Alarmed", "^Deeply/Gravely concerned/alarmed/disturbed",
        "^Welcoming", "^Reiterating", "^Conscious", "^Notes",
        "^Takes note with concern/appreciation", "^Calls", "^Renews", "^Commits", "^Pledges",
        "^Remains/Remaining", "^Endorses", "^Reminds", "^Recalls that", "^Rejects",
        "^Strongly/Further/Also urges/condemns/calls/encourages/requests/invites",
    ), clause=True),
    Rule("an ask in the imperative", 3, (
        "^Ensure", "^Increase", "^Provide", "^Support", "^Strengthen", "^Protect", "^Invest",
        "^Stop", "^End", "^Allow", "^Lift", "^Release", "^Respect", "^Ratify", "^Adopt",
        "^Accede", "^Join", "^Fund", "^Finance", "^Uphold", "^Defend", "^Refrain", "^Halt",
        "^Cease", "^Guarantee", "^Establish", "^Promote", "^Prevent", "^Reject", "^Include",
        "^Commit", "^Take (urgent/immediate/all/concrete)", "^Put", "^Make", "^Keep", "^Give",
        "^Hold", "^Implement", "^Prioritize", "^Prioritise", "^Expand", "^Scale up", "^Address",
        "^Reduce", "^Eliminate", "^Recognize", "^Recognise", "^Publish", "^Share", "^Integrate",
        "^Develop", "^Build", "^Remove", "^Open", "^Close", "^Restore", "^Raise", "^Enable",
        "^Improve", "^Accelerate", "^Facilitate", "^Double", "^Triple", "^Extend", "^Simplify",
        "^Lower", "^Introduce", "^Create", "^Appoint", "^Review", "^Train", "^Consult",
        "^Involve", "^Listen", "^Cancel", "^Ban", "^Prohibit", "^Abolish", "^Replace", "^Shift",
        "^Set up", "^Allocate", "^Earmark", "^Pay", "^Treat", "^Spend", "^Bring", "^Send",
        "^Trust", "^Act now", "^Speak", "^Follow", "^Apply", "^Honour", "^Honor", "^Back",
        "^Lead", "^Learn", "^Leave no", "^Mobilize", "^Mobilise", "^Criminalize", "^Investigate",
        "^Prosecute", "^Grant", "^Encourage", "^Do not", "^Never", "^Engage", "^Cooperate",
    ), asks=True),
    Rule("a judgement", 2, (
        "inhumane", "indiscriminate*", "obsolete", "abhorrent", "outrageous", "unconscionable",
        "shameful", "unjustifiable", "a direct assault", "an assault on", "an affront",
        "global norm",
    )),
)  # fmt: skip

OWN_POINTS = (
    Rule("a commitment", 3, (
        "will (also) work/continue/contribute/provide/support/double/increase/invest/allocate/host",
        "will (also) submit/make/ensure/keep/spend/give/train/build/fund/pay/defend/stand/do",
        "pledges", "commits", "undertakes", "announces", "supports the/this/all", "welcomes",
        "rejects", "is/are ready to", "intends to", "stands with", "we want", "we expect",
        "we hope", "we demand", "we need", "we owe", "our duty", "our message", "our commitment",
        "we are confident/convinced/proud", "my message", "i want to be clear", "let me be clear",
        "i/we stand with", "announce that/a",
    )),
    Rule("what it means", 3, ("^it/this/that/which means", "it means")),
    Rule("a point of a list", 2, (
        "^first", "^second", "^third", "^fourth", "^fifth", "^firstly", "^secondly", "^thirdly",
        "^finally", "^lastly", "^above all", "^most importantly",
    )),
    Rule("a principle", 2, (
        "not", "nothing", "none", "neither", "nor", "everyone", "everybody", "deserve",
        "deserves", "right to", "we/they have to", "has to", "if we", "not enough",
        "is/are a crime/choice/disgrace/betrayal/right/duty/responsibility", "enough is enough",
        "it falls to", "our responsibility", "can and must", "too many", "too late", "too little",
        "is/are/was (therefore/simply) not (about/just/merely/only/simply)", "isn't", "aren't",
        "is/are/was more than", "not only", "not just", "not … but", "rather than", "instead of",
        "nothing … without", "no one/state/country/child/woman/government/people/nation/family",
        "no … should", "no … has (ever)", "no … can", "there is/are no", "nobody", "never",
        "is/are not", "can no longer", "no longer", "cannot", "can't", "without", "does not make",
        "do not", "does not", "don't", "every/each … deserves/deserve", "both … and",
    ), counting=False),
    Rule("a judgement", 1, (
        "cornerstone", "unprecedented", "profound", "extraordinary", "milestone", "essential",
        "vital", "critical", "dignity", "responsib*", "tragic*", "devastat*", "resilience",
        "courage", "solidarity", "humanity", "our moment", "injustice", "at stake", "collective",
        "under (increasing) strain", "hard-won", "setback*", "reversal*", "indispensable",
        "urgency", "the world cannot",
    ), counting=False),
)  # fmt: skip

NOT_ANY = Rule("not to be proposed", 0, (
        "delighted to", "happy/glad to be/join/see", "it is good to", "allow me at",
        "at the outset", "like to begin/start/express/extend/thank/congratulate", "extend our/my",
        "pay tribute", "best wishes", "wish you/the", "under your able",
        "for your leadership/attention", "on behalf of my delegation", "^published", "^updated",
        "^posted", "^last updated/reviewed/modified", "^distr", "^original", "^reading time",
        "min read", "^duration", "^venue", "^watch", "^tags", "^topics", "^comments", "^home",
        "^photo", "^photos", "^image", "^video", "^caption",
        "aligns/align itself/ourselves/themselves with",
    # courtesies
    "thank you", "i/we (also) (wish/want/would) (like) (to) thank", "thanks to our/the hosts",
    "thanking", "grateful", "gratitude", "congratulat*", "honour/honor/pleasure/privilege to",
    "wish you", "wish … recovery", "welcome you", "warm welcome/words/hospitality", "hospitality",
    "thoughts/condolences/sympathies are/go", "let me begin/start by", "allow me to begin/start",
    "good morning/afternoon/evening", "condolences", "appreciation to/for the", "warmly welcome",
    "ladies and gentlemen", "i look forward to hearing/our/the/your",
    # disclaimers and notes on the text
    "not (necessarily) imply/reflect/represent", "not necessarily", "not an official record",
    "for general information", "designations employed", "all rights reserved", "copyright",
    "views expressed", "opinions expressed", "reproduced with permission", "fictional",


    "it covers the period", "the next report/update/bulletin", "notes to editors",
    "note to editors", "see pages", "see page", "see annex", "for definitions", "may not add",
    "due to rounding", "^note", "^notes", "^source", "^sources", "^methodology",
    "this article (was/is/first)", "originally published", "first published", "edited by",
    "reporting by", "translated by", "is a former", "is the author of",
    # contacts and ways through a site
    "can be found on/at/in/here", "click here", "read more", "follow us", "follow … on",
    "for more/further information", "for (more) details", "please contact", "contact us",
    "e-mail", "email", "subscribe", "newsletter", "visit www", "hashtag*", "tel.", "telephone",
    "download*", "media enquiries/inquiries/contact/contacts/queries", "^contact", "learn more",
    "find out more", "sign up", "available at/online/from", "watch live", "livestream", "www",
    "http", "https", "tickets", "embargoed",
    # procedure
    "remain/remains seized", "remain actively seized", "continue its consideration",
    "agenda item", "provisional agenda", "include in the",
    # advice to the reader

    # footnotes
    "official records of", "supplement no", "ibid", "op cit", "et al",
    # more of the kinds above
    "this/the report/update/bulletin/factsheet/page/document/note/summary is/was produced/issued",
    "this/the report/update/bulletin/factsheet/page/document/note/summary is/was prepared/compiled",
    "this report/update/bulletin/factsheet/page/document/note/summary covers/is",
    "make/share/offer/raise two/three/four/five/a/some (few) points/remarks/observations/messages",
    "allow me to make/start/begin/congratulate/thank/welcome",
    "figures/data/estimates are taken/drawn/based/revised/rounded/preliminary/subject/compiled",
    "our website", "data come/comes from", "visit our/the", "register online/here", "p.m", "a.m",
    "rsvp", "accreditation", "for interviews", "available for interview/interviews/comment",
    "high-resolution",
    "is an/a independent/international/global/non-profit organization/network/charity/agency",
))  # fmt: skip

APART = Rule("apart", 0, (
    "^notes", "^note", "^methodology", "^methods", "^how these/the figures", "^contact",
    "^contacts", "^media contact/contacts/enquiries/inquiries", "^disclaimer",
    "^further reading/information", "^references", "^sources", "^acknowledgements",
    "^acknowledgments", "^about the author/authors",
    "^about this brief/report/document/page/release/paper/publication", "^related", "^see also",
    "^read more", "^more on", "^share this",
))  # fmt: skip

ASKING = Rule("asking", 0, (
    "^recommendations", "^our/key asks", "^asks", "^demands", "^our demands", "^key demands",
    "^commitments", "^our commitments", "^pledges", "^what we ask/want/demand/need/call/will",
    "^what must/should/needs", "^what governments/donors/states must/should/can", "^we call",
    "^calls to action", "^call to action", "^achievements", "^what has been achieved",
    "^the way forward", "^next steps", "^actions", "^concrete actions", "^our call/calls",
    "^policy recommendations", "^key recommendations", "^we ask", "^we commit", "^we urge",
))  # fmt: skip

ADVICE = Rule("advice to the reader", 0, (
    "you should/can/may/must", "your", "ask/consult/see your", "if in doubt",
))  # fmt: skip

NOT_POINTS = Rule("no talking point", 0, (
        "to be fair", "it is easy to", "it is tempting", "no one denies/disputes/doubts",
        "nobody denies/disputes/doubts", "there is truth in", "has/have a case", "may well",
        "opponents say/argue", "sceptics/skeptics", "the argument that", "it can/could be argued",
        "understand why/that", "it is not wrong", "are right to", "is right to", "are right that",
        "i know that", "we know that",
        "it must/should (also) be admitted/acknowledged/said/conceded/noted/remembered",
        "it is (also) (certainly) true that", "it is true", "admittedly", "to be sure",
        "^granted", "can be compelling", "it is difficult/hard/easy to fault/blame",
        "have/has a point", "no one should/would/can pretend/deny/dispute",
        "critics say/argue/reply/point", "some (will/would/may) say/argue",
        "i/we (do) understand", "there are good reasons", "can be useful", "i do not deny",
        "it would be wrong/naive/unfair to", "understandable", "i/we concede", "i/we accept that",
        "i/we admit",
))  # fmt: skip

TABLE = Table(
    language="en",
    common=("the", "and", "of", "to", "is", "that", "with", "have", "was", "for"),
    facts=FACTS,
    beside=BESIDE,
    points=POINTS,
    own_points=OWN_POINTS,
    not_any=NOT_ANY,
    not_points=NOT_POINTS,
    advice=ADVICE,
    apart=APART,
    asking=ASKING,
    first_person=Rule("the first person", 1, (
        "i", "we", "our", "my", "ours", "me")),
    forms=(
        "communiqué", "communique", "joint communiqué", "joint communique", "joint statement",
        "political declaration", "joint declaration", "declaration of", "outcome document",
        "ministerial declaration", "joint appeal", "call to action", "open letter",
    ),
    openings=(
        "as delivered", "check against delivery", "joint statement", "statement by",
        "statement attributable", "remarks by", "excellencies", "mr president", "mr. president",
        "madam president", "madam chair", "mr chair", "mr. chair", "distinguished",
        "dear colleagues",
    ),
    works=(
        "pamphlet", "book", "film", "report", "article", "paper", "study", "song", "exhibition",
        "campaign", "series", "panel", "poster", "resolution", "document", "chapter", "section",
        "podcast", "documentary", "initiative", "project", "programme", "play", "novel", "essay",
        "workshop", "session", "headline", "called",
    ),
    titled=(
        "entitled", "titled", "title", "theme", "themed", "slogan", "motto", "named", "known as",
        "side-event on", "side event on", "event on", "hashtag", "banner", "headed", "heading",
        "so-called", "reading", "debate on",
    ),
    speech=SPEECH,
)  # fmt: skip
