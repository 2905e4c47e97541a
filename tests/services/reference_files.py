"""Files of references as Zotero and Citavi write them."""

ZOTERO_CSL = """\ufeff[
  {
    "id": "http://zotero.org/users/0000000/items/ABCD2345",
    "type": "article-magazine",
    "abstract": "An article.",
    "container-title": "UN Chronicle",
    "language": "en",
    "title": "The <i>Convention</i> at a crossroads",
    "URL": "https://www.un.org/en/un-chronicle/convention",
    "author": [{"family": "Example", "given": "Ana"}, {"literal": "UNODA"}],
    "accessed": {"date-parts": [["2026", 11, 24]]},
    "issued": {"date-parts": [["2025", 6]]}
  },
  {
    "id": "http://zotero.org/users/0000000/items/EFGH6789",
    "type": "speech",
    "event-place": "New York",
    "event": "2026 Protection of Civilians Week",
    "title": "Introductory remarks at side-event on “Reaffirming Commitment to the Anti-Personnel \
Mine Ban Convention for the Protection of Civilians” held on the margins of the 2026 Protection of \
Civilians Week",
    "URL": "https://disarmament.unoda.org/remarks",
    "author": [{"family": "Nakamitsu", "given": "Izumi"}],
    "issued": {"date-parts": [["2026", 5, 21]]}
  }
]
"""

ZOTERO_RIS = """TY  - SLIDE
TI  - Introductory remarks at side-event on “Reaffirming Commitment to the Anti-Personnel Mine \
Ban Convention for the Protection of Civilians” held on the margins of the 2026 Protection of \
Civilians Week
AU  - Nakamitsu, Izumi
T2  - 2026 Protection of Civilians Week
CY  - New York
DA  - 2026/05/21/
PY  - 2026
LA  - en
UR  - https://disarmament.unoda.org/remarks
Y2  - 2026/11/24/09:30:00
N1  - <p>Read before the meeting.</p>
ER  -


TY  - NEWS
TI  - Another thing altogether
AU  - Mbua, Rodney
T2  - A newspaper
DA  - 2025/06/16/
ER  -

"""

CITAVI_RIS = """\ufeffTY  - GEN
A1  - Implementation Support Unit
T1  - A page on the campaign
PB  - United Nations Mine Action Service
Y1  - 2025//
Y2  - 24.11.2026
UR  - https://www.unmas.org/en/campaign
L4  - file:///C:/Users/Public/Citavi%206/Projects/Mines/Citavi%20Attachments/\
Campaign-Web-Page.txt
KW  - mines
ID  - Implementation Support Unit 2025
"""
