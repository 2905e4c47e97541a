"""Openings of made-up documents, and what a careful reader would put in their records.

Names stand as “name, office” with a semicolon between people, and the group before a colon.
"""

from typing import NamedTuple


class Opening(NamedTuple):
    text: str
    record: dict[str, str]


OPENINGS: dict[str, Opening] = {
    "resolution of the Assembly": Opening(
        """United Nations

A/RES/81/47

General Assembly

Distr.: General
11 December 2026

Eighty-first session
Agenda item 98 (k)

Resolution adopted by the General Assembly on 4 December 2026

[on the report of the First Committee (A/81/507, para. 82)]

81/47. Assistance to survivors of explosive remnants of war

The General Assembly,

Recalling its resolution 80/12 of 1 December 2025 and all previous resolutions on the matter,

1. Calls upon all States to provide and/or facilitate such assistance;
""",
        {
            "title": "81/47. Assistance to survivors of explosive remnants of war",
            "number": "A/RES/81/47",
            "issued": "4 December 2026",
            "author": "General Assembly",
            "publisher": "United Nations",
            "type": "legislation",
            "genre": "Resolution",
            "language": "en",
        },
    ),
    "resolution of the Council": Opening(
        """S/RES/2902 (2026)

Resolution 2902 (2026)

Adopted by the Security Council at its 9871st meeting, on 30 June 2026

The Security Council,

Reaffirming its resolution 2365 (2017) and the statements of its President,

Gravely concerned by the threat that improvised explosive devices pose to civilians,

1. Stresses the importance of mine action.
""",
        {
            "title": "Resolution 2902 (2026)",
            "number": "S/RES/2902 (2026)",
            "issued": "30 June 2026",
            "author": "Security Council",
            "type": "legislation",
            "genre": "Resolution",
            "language": "en",
        },
    ),
    "message released by the press service": Opening(
        """SG/SM/23105

Mine Action Saves Lives, Secretary-General Says in Message for International Day

1 April 2026

Following is the text of UN Secretary-General António Guterres’ message for the International Day \
for Mine Awareness and Assistance in Mine Action, observed on 4 April:

Every hour, someone is killed or injured by landmines or other explosive remnants. On this Day, \
let us honour those who clear them.
""",
        {
            "title": "Mine Action Saves Lives, Secretary-General Says in Message for International Day",
            "number": "SG/SM/23105",
            "issued": "1 April 2026",
            "event-date": "1 April 2026",
            "author": "António Guterres, UN Secretary-General",
            "speaker": "António Guterres, UN Secretary-General",
            "event-title": "International Day for Mine Awareness and Assistance in Mine Action",
            "genre": "message",
            "type": "speech",
            "language": "en",
        },
    ),
    "video message": Opening(
        """Following is the text of UN Secretary-General António Guterres’s video message to the Fifth \
Review Conference of the Anti-Personnel Mine Ban Convention, in Siem Reap, today:

I am pleased to greet all those gathered in Cambodia. The Convention has saved countless lives.

I wish you every success.
""",
        {
            "author": "António Guterres, UN Secretary-General",
            "speaker": "António Guterres, UN Secretary-General",
            "event-title": "Fifth Review Conference of the Anti-Personnel Mine Ban Convention",
            "genre": "video message",
            "delivery_status": "pre-recorded video message",
            "type": "speech",
            "language": "en",
        },
    ),
    "draft resolution with sponsors": Opening(
        """A/C.1/81/L.44/Rev.1

Distr.: Limited
22 October 2026

Original: English

Eighty-first session
First Committee
Agenda item 99 (p)
General and complete disarmament

Austria, Cambodia, Chile, Norway and Thailand: revised draft resolution

Implementation of the Convention on cluster munitions in affected communities

The General Assembly,

Recalling its resolution 80/62 of 1 December 2025,
""",
        {
            "title": "Implementation of the Convention on cluster munitions in affected communities",
            "number": "A/C.1/81/L.44/Rev.1",
            "issued": "22 October 2026",
            "author": "Austria; Cambodia; Chile; Norway; Thailand",
            "genre": "revised draft resolution",
            "type": "bill",
            "language": "en",
        },
    ),
    "working paper of a meeting": Opening(
        """APLC/MSP.22/2025/WP.5

Meeting of the States Parties to the Convention on the Prohibition of the Use, Stockpiling, \
Production and Transfer of Anti-Personnel Mines and on Their Destruction

12 November 2025

Original: English

Twenty-Second Meeting
Geneva, 1–5 December 2025
Item 9 of the provisional agenda

Towards a shared framework for victim assistance data

Submitted by the Committee on Victim Assistance

I. Introduction

1. The present paper sets out the views of the Committee on how data are collected and shared. \
It builds on earlier work.
""",
        {
            "title": "Towards a shared framework for victim assistance data",
            "number": "APLC/MSP.22/2025/WP.5",
            "issued": "12 November 2025",
            "author": "Committee on Victim Assistance",
            "event-title": "Twenty-Second Meeting",
            "event-place": "Geneva",
            "event-date": "1–5 December 2025",
            "language": "en",
        },
    ),
    "statement with a block of lines": Opening(
        """Statement by H.E. Ms. Anna Berglund
Minister for Foreign Affairs of Sweden
at the Conference on Disarmament

Geneva, 24 February 2026

Check against delivery

Mr. President,

Let me congratulate you on assuming the presidency of the Conference. Sweden will support you.
""",
        {
            "title": "Statement by H.E. Ms. Anna Berglund Minister for Foreign Affairs of Sweden at "
            "the Conference on Disarmament",
            "author": "Anna Berglund, Minister for Foreign Affairs of Sweden",
            "speaker": "Anna Berglund, Minister for Foreign Affairs of Sweden",
            "issued": "24 February 2026",
            "event-date": "24 February 2026",
            "event-place": "Geneva",
            "event-title": "Conference on Disarmament",
            "delivery_status": "check against delivery",
            "genre": "Statement",
            "type": "speech",
            "language": "en",
        },
    ),
    "statement of a delegation": Opening(
        """Statement by Norway

Seventy-ninth session of the General Assembly, First Committee

Thematic debate on conventional weapons

New York, 22 October 2024

Delivered by Ambassador Merete Solheim, Deputy Permanent Representative

Chair,

Norway aligns itself with the statement made earlier by the Nordic countries. We wish to add \
some remarks in our national capacity.
""",
        {
            "title": "Statement by Norway",
            "author": "Norway",
            "speaker": "Merete Solheim, Deputy Permanent Representative",
            "issued": "22 October 2024",
            "event-date": "22 October 2024",
            "event-place": "New York",
            "event-title": "Seventy-ninth session of the General Assembly, First Committee",
            "genre": "Statement",
            "type": "speech",
            "language": "en",
        },
    ),
    "statement for a group": Opening(
        """EU Statement – United Nations Security Council: Protection of civilians in armed conflict

Statement on behalf of the European Union and its Member States by H.E. Mr. Lars Kowalczyk, Head \
of the Delegation of the European Union to the United Nations, at the Open Debate on the \
Protection of Civilians

New York, 20 May 2026

I have the honour to speak on behalf of the European Union and its Member States. We thank the \
presidency for this debate.
""",
        {
            "title": "EU Statement – United Nations Security Council: Protection of civilians in armed "
            "conflict",
            "author": "Lars Kowalczyk, Head of the Delegation of the European Union to the United "
            "Nations",
            "speaker": "Lars Kowalczyk, Head of the Delegation of the European Union to the United "
            "Nations",
            "on_behalf_of": "European Union and its Member States",
            "issued": "20 May 2026",
            "event-date": "20 May 2026",
            "event-place": "New York",
            "event-title": "Open Debate on the Protection of Civilians",
            "genre": "Statement",
            "type": "speech",
            "language": "en",
        },
    ),
    "French communiqué": Opening(
        """Ministère de l’Europe et des Affaires étrangères

Communiqué de presse

La France appelle au respect de la Convention d’Ottawa

Paris, le 16 juin 2026

La France exprime sa vive préoccupation à la suite des annonces de retrait de la Convention. Elle \
rappelle que ces armes frappent d’abord les civils.
""",
        {
            "title": "La France appelle au respect de la Convention d’Ottawa",
            "publisher": "Ministère de l’Europe et des Affaires étrangères",
            "issued": "16 June 2026",
            "event-place": "Paris",
            "genre": "Communiqué de presse",
            "type": "document",
            "language": "fr",
        },
    ),
    "French speech": Opening(
        """Discours de Mme Claire Dumont, Ministre des Affaires étrangères, à la Conférence du désarmement

Genève, le 1er mars 2026

Seul le prononcé fait foi

Monsieur le Président,

C’est un honneur de prendre la parole devant cette assemblée. La France reste attachée au droit \
international humanitaire.
""",
        {
            "title": "Discours de Mme Claire Dumont, Ministre des Affaires étrangères, à la Conférence "
            "du désarmement",
            "author": "Claire Dumont, Ministre des Affaires étrangères",
            "speaker": "Claire Dumont, Ministre des Affaires étrangères",
            "issued": "1 March 2026",
            "event-date": "1 March 2026",
            "event-place": "Genève",
            "event-title": "Conférence du désarmement",
            "delivery_status": "check against delivery",
            "genre": "Discours",
            "type": "speech",
            "language": "fr",
        },
    ),
    "French joint declaration": Opening(
        """Déclaration conjointe

Renforcer la protection des civils contre les engins explosifs

Par : Belgique, Canada, Luxembourg, Sénégal et Suisse

Bruxelles, le 3 février 2026

Nous, représentants des États susmentionnés, réaffirmons notre attachement au droit humanitaire. \
Nous appelons toutes les parties à le respecter.
""",
        {
            "title": "Renforcer la protection des civils contre les engins explosifs",
            "author": "Belgique; Canada; Luxembourg; Sénégal; Suisse",
            "issued": "3 February 2026",
            "event-date": "3 February 2026",
            "event-place": "Bruxelles",
            "genre": "Déclaration conjointe",
            "type": "speech",
            "language": "fr",
        },
    ),
    "letter circulated as a document": Opening(
        """S/2026/318

Letter dated 14 April 2026 from the Permanent Representative of Colombia to the United Nations \
addressed to the Secretary-General

I have the honour to transmit herewith the summary of the regional dialogue on mine action. I \
should be grateful if it could be circulated as a document of the Security Council.

(Signed) Lucía Restrepo
Ambassador
Permanent Representative
""",
        {
            "title": "Letter dated 14 April 2026 from the Permanent Representative of Colombia to the "
            "United Nations addressed to the Secretary-General",
            "number": "S/2026/318",
            "issued": "14 April 2026",
            "author": "Lucía Restrepo, Permanent Representative",
            "genre": "Letter",
            "type": "personal_communication",
            "language": "en",
        },
    ),
    "letter of an organisation": Opening(
        """International Coalition for Safe Ground

Berne, 9 January 2026

Dear Minister,

We write to you ahead of the vote next week on withdrawal from the Convention. Our members in \
forty countries ask you to reconsider.

Yours sincerely,

Tobias Meyer
Director
""",
        {
            "publisher": "International Coalition for Safe Ground",
            "issued": "9 January 2026",
            "event-place": "Berne",
            "author": "Tobias Meyer, Director",
            "type": "personal_communication",
            "language": "en",
        },
    ),
    "report with a cover": Opening(
        """Clearing the Ground 2026

A review of mine clearance in twelve affected States

Report by the Centre for Clearance Studies

March 2026

Executive summary

This report looks at the progress of twelve States towards their clearance deadlines. It draws on \
figures that the States reported themselves.
""",
        {
            "title": "Clearing the Ground 2026",
            "author": "Centre for Clearance Studies",
            "issued": "March 2026",
            "genre": "Report",
            "type": "report",
            "language": "en",
        },
    ),
    "report of the Secretary-General": Opening(
        """A/81/182–S/2026/430

General Assembly
Security Council

Distr.: General
17 July 2026

Original: English

Assistance in mine action

Report of the Secretary-General

Summary

The present report is submitted pursuant to General Assembly resolution 78/70. It covers the \
period from August 2024 to July 2026.
""",
        {
            "title": "Assistance in mine action",
            "number": "A/81/182–S/2026/430",
            "author": "Secretary-General",
            "issued": "17 July 2026",
            "genre": "Report",
            "type": "report",
            "language": "en",
        },
    ),
    "news page with byline and dateline": Opening(
        """Baltic minister defends exit from landmine treaty

By Katrin Saar and Peter Holloway

TALLINN, 3 March 2026 — Estonia's defence minister on Tuesday defended the decision to leave the \
treaty. She said that deterrence came first.

“We cannot tie our hands,” she told reporters.
""",
        {
            "title": "Baltic minister defends exit from landmine treaty",
            "author": "Katrin Saar; Peter Holloway",
            "issued": "3 March 2026",
            "event-place": "TALLINN",
            "type": "article-newspaper",
            "language": "en",
        },
    ),
    "news page with a relative date": Opening(
        """Deminers return to the orchards of Kherson

Published Monday

By Olena Hrytsenko

Farmers in the region say that spring cannot come soon enough. On Tuesday the first teams arrived \
with their dogs.

The work will take until 2031.
""",
        {
            "title": "Deminers return to the orchards of Kherson",
            "author": "Olena Hrytsenko",
            "type": "article-newspaper",
            "language": "en",
        },
    ),
    "press release of an organisation": Opening(
        """FOR IMMEDIATE RELEASE

Press release

New survey finds record contamination along the river

Nairobi, 12 May 2026 – A survey released today by the Institute for Explosive Hazards found that \
more than 400 square kilometres are contaminated. The figure is twice that of 2019.

Contact: press office, +41 22 555 01 01
""",
        {
            "title": "New survey finds record contamination along the river",
            "issued": "12 May 2026",
            "event-place": "Nairobi",
            "genre": "Press release",
            "type": "document",
            "language": "en",
        },
    ),
    "remarks as prepared": Opening(
        """Remarks by Under-Secretary-General Jean-Pierre Lacombe at the launch of the Mine Action Strategy

As prepared for delivery

New York
5 April 2026

Excellencies, distinguished delegates,

It is a pleasure to launch the new Strategy with you today. It took two years to write.
""",
        {
            "title": "Remarks by Under-Secretary-General Jean-Pierre Lacombe at the launch of the Mine "
            "Action Strategy",
            "author": "Jean-Pierre Lacombe, Under-Secretary-General",
            "speaker": "Jean-Pierre Lacombe, Under-Secretary-General",
            "issued": "5 April 2026",
            "event-date": "5 April 2026",
            "event-place": "New York",
            "delivery_status": "check against delivery",
            "genre": "Remarks",
            "type": "speech",
            "language": "en",
        },
    ),
    "message in Markdown": Opening(
        """# Message on the Tenth Anniversary of the Safe Schools Declaration

**Ingrid Halvorsen**
**Minister of International Development**

*Oslo, 29 May 2025*

Dear friends,

Ten years ago a group of States gathered here in Oslo to protect schools. Much has been achieved \
since.
""",
        {
            "title": "Message on the Tenth Anniversary of the Safe Schools Declaration",
            "author": "Ingrid Halvorsen, Minister of International Development",
            "speaker": "Ingrid Halvorsen, Minister of International Development",
            "issued": "29 May 2025",
            "event-date": "29 May 2025",
            "event-place": "Oslo",
            "genre": "Message",
            "type": "speech",
            "language": "en",
        },
    ),
    "meeting note without a date": Opening(
        """Notes from the coordination meeting

Present: secretariat, two campaign members, the legal adviser

We met on Thursday to discuss the outreach plan and/or its budget. Everyone agreed to meet again \
24/7 if the vote comes early; the convoy may drive at 40 km/h.
""",
        {"title": "Notes from the coordination meeting", "language": "en"},
    ),
    "page without any header": Opening(
        """Landmines remain one of the most persistent threats to civilians long after a conflict has \
ended. They were last counted on 1 November 2024 and are found in nearly sixty countries.

What can be done?

Governments can join the Convention, fund clearance and support survivors.
""",
        {"language": "en"},
    ),
    "Spanish statement": Opening(
        """Intervención de la delegación de Chile

Madrid, 4 de mayo de 2026

Señor Presidente:

Chile agradece la oportunidad de participar en este debate y reitera su compromiso con la \
eliminación de las minas antipersonal. Los civiles no pueden esperar más.
""",
        {"title": "Intervención de la delegación de Chile", "language": "es"},
    ),
    "speech with two dates": Opening(
        """Speech by Defence Minister Marek Novotny

Delivered on 12 June 2025
Updated on 3 July 2025

Ladies and gentlemen,

We live in a time in which the rules that protect civilians are questioned. We must answer.
""",
        {
            "title": "Speech by Defence Minister Marek Novotny",
            "author": "Marek Novotny, Defence Minister",
            "speaker": "Marek Novotny, Defence Minister",
            "issued": "12 June 2025",
            "event-date": "12 June 2025",
            "genre": "Speech",
            "type": "speech",
            "language": "en",
        },
    ),
    "statement with two competing dates": Opening(
        """Statement on the use of cluster munitions

14 May 2026

17 May 2026

The use of cluster munitions near populated areas was reported again last week. We condemn it in \
the strongest terms.
""",
        {
            "title": "Statement on the use of cluster munitions",
            "genre": "Statement",
            "type": "speech",
            "language": "en",
        },
    ),
    "magazine article": Opening(
        """The long road to zero

By Samira Haddad

July 2025

When I first walked a minefield, I was nineteen and afraid of every stone. Twenty years later I \
train others to do the same.

The Humanitarian Review is not an official record. The views expressed in its articles are those \
of the authors.
""",
        {
            "title": "The long road to zero",
            "author": "Samira Haddad",
            "issued": "July 2025",
            "container-title": "Humanitarian Review",
            "caveat": "The Humanitarian Review is not an official record. The views expressed in its "
            "articles are those of the authors.",
            "type": "article-magazine",
            "language": "en",
        },
    ),
    "opinion with a disclaimer": Opening(
        """Why the treaty still matters

Deborah Quaye

Accra – For a generation the treaty has been our shield. It would be folly to lay it down now.

The opinions expressed in this article do not necessarily reflect the position of the publisher.
""",
        {
            "title": "Why the treaty still matters",
            "caveat": "The opinions expressed in this article do not necessarily reflect the position "
            "of the publisher.",
            "language": "en",
        },
    ),
    "American date": Opening(
        """Readout of the Secretary's Call with the Foreign Minister of Cambodia

March 9, 2026

The Secretary spoke today with the Foreign Minister of Cambodia. They discussed humanitarian \
demining and the coming review.
""",
        {
            "title": "Readout of the Secretary's Call with the Foreign Minister of Cambodia",
            "issued": "9 March 2026",
            "genre": "Readout",
            "type": "document",
            "language": "en",
        },
    ),
    "joint statement delivered by one": Opening(
        """Joint Statement on Humanitarian Demining

Delivered by Ambassador Thida Sok, Permanent Representative of Cambodia

On behalf of Cambodia, Croatia, Ecuador and Zambia

Geneva, 2 December 2025

Madam President,

I have the honour to deliver this statement on behalf of a cross-regional group of States. We \
share a common purpose.
""",
        {
            "title": "Joint Statement on Humanitarian Demining",
            "speaker": "Thida Sok, Permanent Representative of Cambodia",
            "on_behalf_of": "Cambodia, Croatia, Ecuador and Zambia",
            "issued": "2 December 2025",
            "event-date": "2 December 2025",
            "event-place": "Geneva",
            "genre": "Joint Statement",
            "type": "speech",
            "language": "en",
        },
    ),
    "parliamentary answer": Opening(
        """House of Representatives

Written answer to question 4471

7 October 2025

The Minister has asked me to reply as follows. The Government has no plans to withdraw from the \
Convention and will continue to fund clearance.
""",
        {
            "title": "Written answer to question 4471",
            "issued": "7 October 2025",
            "publisher": "House of Representatives",
            "language": "en",
        },
    ),
    "ISO date and address": Opening(
        """Landmine casualties rise for a third year

Published: 2025-11-20

Source: https://example.org/news/casualties-rise

The number of people killed or injured rose again last year, the yearly review found. Children \
were nearly half of them.
""",
        {
            "title": "Landmine casualties rise for a third year",
            "issued": "20 November 2025",
            "URL": "https://example.org/news/casualties-rise",
            "language": "en",
        },
    ),
    "number of slashes": Opening(
        """Guidance on travel and/or accommodation

Issued 03/04/2026

Vehicles must not exceed 60 km/h near marked areas and crews are on call 24/7. Either the driver \
and/or the team leader signs the form.
""",
        {"title": "Guidance on travel and/or accommodation", "language": "en"},
    ),
    "keynote of a person with a two-line office": Opening(
        """Keynote address

Disarmament in an age of mistrust

Dr. Helen Marsh
President, Institute for Arms Control

London, 17 November 2025

Good evening, everyone.

Thank you for the invitation to give this year's lecture. I want to speak about trust.
""",
        {
            "title": "Disarmament in an age of mistrust",
            "author": "Helen Marsh, President, Institute for Arms Control",
            "speaker": "Helen Marsh, President, Institute for Arms Control",
            "issued": "17 November 2025",
            "event-date": "17 November 2025",
            "event-place": "London",
            "genre": "Keynote address",
            "type": "speech",
            "language": "en",
        },
    ),
    "French report": Opening(
        """Rapport annuel 2025

L’assistance aux victimes en Afrique centrale

Publié par le Réseau pour l’action contre les mines

Juin 2026

Résumé

Le présent rapport décrit les progrès accomplis dans les pays de la région. Il se fonde sur les \
données des États et sur nos visites.
""",
        {
            "title": "Rapport annuel 2025",
            "publisher": "Réseau pour l’action contre les mines",
            "issued": "June 2026",
            "genre": "Rapport",
            "type": "report",
            "language": "fr",
        },
    ),
    "French interview": Opening(
        """Entretien avec la directrice du Centre de déminage

Propos recueillis par Élodie Martin

La directrice revient sur une année difficile. Elle évoque les équipes qui travaillent près des \
lignes et les fonds qui manquent.
""",
        {
            "title": "Entretien avec la directrice du Centre de déminage",
            "author": "Élodie Martin",
            "genre": "Entretien",
            "type": "interview",
            "language": "fr",
        },
    ),
    "Russian news": Opening(
        """Сапёры очистили поля под Мариинкой

По словам местных властей, работы продолжались три недели и были завершены в срок. Жители смогут \
вернуться на свои поля весной.
""",
        {"title": "Сапёры очистили поля под Мариинкой", "language": "ru"},
    ),
    "unofficial transcript": Opening(
        """Transcript of the press conference by the Foreign Minister

Unofficial transcript

Vilnius, 6 March 2025

Good afternoon. Thank you all for coming at such short notice. I have a short statement, and then \
I will take your questions.
""",
        {
            "title": "Transcript of the press conference by the Foreign Minister",
            "issued": "6 March 2025",
            "event-date": "6 March 2025",
            "event-place": "Vilnius",
            "delivery_status": "unofficial transcript",
            "genre": "press conference",
            "type": "speech",
            "language": "en",
        },
    ),
    "French resolution": Opening(
        """A/RES/80/33

Assemblée générale

Distr. générale
9 décembre 2025

Quatre-vingtième session
Point 101 de l’ordre du jour

Résolution adoptée par l’Assemblée générale le 1er décembre 2025

80/33. Lutte antimines et développement durable

L’Assemblée générale,

Rappelant sa résolution 78/70 du 8 décembre 2023, relative à la lutte antimines,
""",
        {
            "title": "80/33. Lutte antimines et développement durable",
            "number": "A/RES/80/33",
            "issued": "1 December 2025",
            "author": "Assemblée générale",
            "genre": "Résolution",
            "type": "legislation",
            "language": "fr",
        },
    ),
    "office report with several authors": Opening(
        """Counting what counts: casualty data after 2020

Authors: Maria Lindqvist, Joseph Okello and Ravi Menon

Published by the Observatory on Explosive Violence

15 September 2025

Abstract

Casualty data are gathered in many ways, and few of them can be compared. This paper proposes a \
common core.
""",
        {
            "title": "Counting what counts: casualty data after 2020",
            "author": "Maria Lindqvist; Joseph Okello; Ravi Menon",
            "publisher": "Observatory on Explosive Violence",
            "issued": "15 September 2025",
            "language": "en",
        },
    ),
    "capitals": Opening(
        """PERMANENT MISSION OF THE REPUBLIC OF ZAMBIA TO THE UNITED NATIONS

STATEMENT BY H.E. MR. JOHN MWALE, MINISTER OF DEFENCE OF THE REPUBLIC OF ZAMBIA

AT THE GENERAL DEBATE OF THE SECOND REVIEW CONFERENCE

DUBROVNIK, 9 SEPTEMBER 2025

CHECK AGAINST DELIVERY

Mr. President,

Zambia is honoured to take part in this meeting, and we thank the host for the warm welcome given to all.
""",
        {
            "publisher": "PERMANENT MISSION OF THE REPUBLIC OF ZAMBIA TO THE UNITED NATIONS",
            "author": "JOHN MWALE, MINISTER OF DEFENCE OF THE REPUBLIC OF ZAMBIA",
            "speaker": "JOHN MWALE, MINISTER OF DEFENCE OF THE REPUBLIC OF ZAMBIA",
            "issued": "9 September 2025",
            "event-date": "9 September 2025",
            "event-place": "DUBROVNIK",
            "delivery_status": "check against delivery",
            "type": "speech",
            "language": "en",
            "genre": "STATEMENT",
            "title": "STATEMENT BY H.E. MR. JOHN MWALE, MINISTER OF DEFENCE OF THE REPUBLIC OF ZAMBIA",
            "event-title": "GENERAL DEBATE OF THE SECOND REVIEW CONFERENCE",
        },
    ),
    "government speech": Opening(
        """Speech

We must hold the line on civilian protection

Speech by the Minister of State, Sir Alan Pryce, at the Clearance Forum in Aberdeen.

From: Ministry of Foreign Relations
Delivered on: 3 May 2025 (Transcript of the speech, exactly as it was delivered)
Location: Aberdeen

Thank you all for the invitation. It is an honour to speak in this hall, which has seen so many debates.
""",
        {
            "title": "We must hold the line on civilian protection",
            "issued": "3 May 2025",
            "event-date": "3 May 2025",
            "event-place": "Aberdeen",
            "event-title": "Clearance Forum in Aberdeen",
            "author": "Alan Pryce, Minister of State",
            "speaker": "Alan Pryce, Minister of State",
            "type": "speech",
            "genre": "Speech",
            "language": "en",
        },
    ),
    "department remarks": Opening(
        """Remarks on the Release of the Annual Demining Report

Remarks

Antonia J. Bell, Under Secretary for Arms Control

Ben Franklin Room

Washington, DC

April 4, 2025

MS. BELL: Good morning, everyone. It is a pleasure to have you with us on this day. We are proud of the work of our partners.
""",
        {
            "title": "Remarks on the Release of the Annual Demining Report",
            "author": "Antonia J. Bell, Under Secretary for Arms Control",
            "speaker": "Antonia J. Bell, Under Secretary for Arms Control",
            "issued": "4 April 2025",
            "event-date": "4 April 2025",
            "type": "speech",
            "genre": "Remarks",
            "language": "en",
        },
    ),
    "spokesperson": Opening(
        """Statement attributable to the Spokesperson for the Secretary-General – on the withdrawal from the Convention

27 June 2025

The Secretary-General is gravely concerned at the announcements of withdrawal made in recent months. He calls on all States to reverse course.
""",
        {
            "title": "Statement attributable to the Spokesperson for the Secretary-General – on the withdrawal from the Convention",
            "author": "Spokesperson for the Secretary-General",
            "issued": "27 June 2025",
            "event-date": "27 June 2025",
            "type": "speech",
            "genre": "Statement",
            "language": "en",
        },
    ),
    "presidential statement": Opening(
        """United Nations S/PRST/2025/7

Security Council

Distr.: General
8 April 2025

Original: English

Statement by the President of the Security Council

At the 9600th meeting of the Security Council, held on 8 April 2025, the President of the Council made the following statement on behalf of the Council:

“The Security Council expresses its grave concern at the threat that mines pose.”
""",
        {
            "number": "S/PRST/2025/7",
            "publisher": "United Nations",
            "issued": "8 April 2025",
            "event-date": "8 April 2025",
            "author": "President of the Security Council",
            "title": "Statement by the President of the Security Council",
            "genre": "Statement",
            "type": "speech",
            "language": "en",
        },
    ),
    "press coverage": Opening(
        """Eighty-first Session,
12th Meeting (AM)

GA/DIS/3790

First Committee Hears Calls for Full Clearance as Delegates Debate Conventional Weapons

24 October 2026

The First Committee (Disarmament and International Security) continued its thematic debate today, with speakers urging that mines be cleared. Several speakers warned of new use.

For information media. Not an official record.
""",
        {
            "number": "GA/DIS/3790",
            "title": "First Committee Hears Calls for Full Clearance as Delegates Debate Conventional Weapons",
            "issued": "24 October 2026",
            "caveat": "For information media. Not an official record.",
            "language": "en",
        },
    ),
    "French spokesperson": Opening(
        """Déclaration de la porte-parole

Mines antipersonnel – Retrait annoncé de plusieurs États (4 mai 2026)

La France regrette les annonces de retrait et rappelle que la Convention est un pilier du droit international humanitaire. Elle continuera de soutenir les victimes.
""",
        {
            "title": "Déclaration de la porte-parole",
            "genre": "Déclaration",
            "type": "speech",
            "language": "fr",
        },
    ),
    "French letter": Opening(
        """Fondation pour les terres sûres
Lyon, le 12 janvier 2026

Monsieur le Ministre,

Nous avons l’honneur de vous écrire au sujet de la prochaine conférence des États parties, et de la place que les victimes doivent y avoir. Nous serions heureux de vous rencontrer.

Veuillez agréer, Monsieur le Ministre, l’expression de notre haute considération.

Jeanne Moreau-Petit
Directrice
""",
        {
            "issued": "12 January 2026",
            "event-place": "Lyon",
            "author": "Jeanne Moreau-Petit, Directrice",
            "type": "personal_communication",
            "language": "fr",
        },
    ),
    "updated news": Opening(
        """WORLD NEWS

Parliament votes to leave mine treaty after heated debate

By Tomas Lindgren, Nordic Wire

Updated 5 June 2026 14:20 GMT
Published 4 June 2026 19:05 GMT

HELSINKI (Nordic Wire) - Lawmakers voted on Thursday to withdraw from the treaty that bans mines. The vote was 140 to 48.
""",
        {
            "title": "Parliament votes to leave mine treaty after heated debate",
            "author": "Tomas Lindgren",
            "issued": "4 June 2026",
            "type": "article-newspaper",
            "language": "en",
        },
    ),
    "treaty": Opening(
        """Convention on the Marking of Hazardous Areas

Oslo, 18 September 1997

Preamble

The States Parties,

Determined to put an end to the suffering and casualties that are caused by unmarked areas,

Have agreed as follows:
""",
        {
            "title": "Convention on the Marking of Hazardous Areas",
            "issued": "18 September 1997",
            "event-place": "Oslo",
            "language": "en",
        },
    ),
    "minutes with many dates": Opening(
        """Minutes of the steering group, 3 March 2026

Next meeting: 4 April 2026

Attendance was taken at the start, and the group agreed on the agenda. The chair reported on the visit of 12 February 2026.
""",
        {
            "title": "Minutes of the steering group, 3 March 2026",
            "language": "en",
        },
    ),
    "wrapped title": Opening(
        """Explosive weapons in
populated areas: a guide for officials

Second edition
2024

Centre for Civilian Safety

This guide is for officials who write policy on the use of explosive weapons. It explains terms and gives examples.
""",
        {
            "publisher": "Centre for Civilian Safety",
            "issued": "2024",
            "title": "Explosive weapons in populated areas: a guide for officials",
            "language": "en",
        },
    ),
    "product page": Opening(
        """Buy two, get one free

Offer ends Monday. Call 0800 123 4567 or visit us in store today and ask for the special price that we have for you.
""",
        {
            "title": "Buy two, get one free",
            "language": "en",
        },
    ),
    "poem": Opening(
        """The Field

I walked the field in March,
and every stone was loud.
""",
        {
            "language": "en",
        },
    ),
}

SET_ASIDE = (
    "French interview",
    "French joint declaration",
    "French resolution",
    "French speech",
    "Russian news",
    "Spanish statement",
    "draft resolution with sponsors",
    "letter circulated as a document",
    "letter of an organisation",
    "news page with a relative date",
    "news page with byline and dateline",
    "opinion with a disclaimer",
    "page without any header",
    "parliamentary answer",
    "press release of an organisation",
    "resolution of the Council",
    "speech with two dates",
    "statement for a group",
    "statement with two competing dates",
    "working paper of a meeting",
)
"""The half, drawn by lot, that was not looked at while the rules were made."""
