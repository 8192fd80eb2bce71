"""Short texts as newspapers, minutes and plans word them, each with the grades that a careful reader would "
"take from it.

A grade is written "area=grade": o overall, l leaders, h help and protection, c in care, v care leavers, a adoption; then
O outstanding, G good, R requires improvement, I inadequate. After "|" stand older grades with their inspection.
"""

# The rules were written on FIRST. Each of the others was scored before any rule was changed for it, and then kept as tests too.
FIRST = (
    ("Ofsted has rated children’s services in Marlshire ‘good’ in a report published this week.", "o=G"),
    ("Marlshire children's services upgraded from requires improvement to good by Ofsted", "o=G"),
    (
        "Inspectors found the council’s work with care leavers to be outstanding, while help and protection was "
        "judged good.",
        "v=O h=G",
    ),
    (
        "Ofsted judged the authority Good overall, with Outstanding for the experiences and progress of "
        "children in care.",
        "o=G c=O",
    ),
    ("Ofsted inspectors judged the service to be good in all three areas.", "l=G h=G c=G"),
    (
        "The Director reported that Ofsted had given the service an overall judgement of Requires Improvement "
        "to be Good.",
        "o=R",
    ),
    ("Ofsted rated the department ‘inadequate’ in 2018. It has now been rated ‘good’.", "o=G | o=I@2018"),
    ("Marlshire Council has been told by Ofsted that its children’s services are no longer inadequate.", ""),
    ("Our ambition is to be judged outstanding by Ofsted at the next inspection.", ""),
    ("Ofsted has been. We want every area of our service to be good.", ""),
    ("Ofsted judged Hilltop Primary School to be good in all areas.", ""),
    ("North Lincolnshire, our improvement partner, was rated outstanding by Ofsted.", ""),
    (
        "The Care Quality Commission rated adult social care in Marlshire as requires improvement, and Ofsted "
        "was told.",
        "",
    ),
    ("Ofsted noted that good progress had been made with the recruitment of social workers.", ""),
    ("Members asked whether Ofsted would have rated the service inadequate had the vacancies not been filled.", ""),
    ("Self-evaluation before the Ofsted visit: leadership is good and help and protection requires improvement.", ""),
    (
        "The report gave a judgement of good for leadership, good for help and protection and outstanding for "
        "children in care. Ofsted will return in three years.",
        "l=G h=G c=O",
    ),
    (
        "Overall effectiveness was judged to be good, as were the impact of leaders and the experiences of care "
        "leavers. Ofsted’s letter is attached.",
        "o=G l=G v=G",
    ),
    ("The council's children's services have been branded 'inadequate' by the watchdog Ofsted.", "o=I"),
    (
        "Ofsted found services for children in care ‘requires improvement to be good’ and leadership ‘inadequate’.",
        "c=R l=I",
    ),
    ("Of 38 case files that were audited before Ofsted came, 12 were graded good and three inadequate.", ""),
    ("All six of the council’s children’s homes are rated good or outstanding by Ofsted.", ""),
    ("The fostering agency was judged good by Ofsted in May 2022.", ""),
    ("At its previous inspection in 2019 Ofsted judged the council to be inadequate.", "o=I"),
    (
        "Children’s services were rated ‘requires improvement’ by Ofsted in 2017, but inspectors who came back "
        "last month say that they are now ‘good’.",
        "o=G | o=R@2017",
    ),
    ("Is Marlshire about to be rated good by Ofsted?", ""),
    ("If Ofsted were to judge us inadequate again, commissioners could be sent in.", ""),
    ("Cllr Sample said: “We’re delighted that Ofsted has recognised us as an ‘outstanding’ authority.”", "o=O"),
    ("The Ofsted focused visit did not result in a graded judgement, but inspectors said that the work was good.", ""),
    (
        "Ofsted rated services good across the board, including help and protection, leadership and children in care.",
        "o=G l=G h=G c=G",
    ),
    (
        "The service got top marks: Ofsted graded it ‘outstanding’ for overall effectiveness, for leadership "
        "and for its work with children in care.",
        "o=O l=O c=O",
    ),
    (
        "In November 2021 Ofsted judged that the services for care leavers and children in care required improvement.",
        "c=R v=R",
    ),
    (
        "Ofsted’s grades: Overall effectiveness - Good; Leaders - Good; Help and protection - Requires "
        "improvement; Children in care - Good.",
        "o=G l=G h=R c=G",
    ),
    (
        "The inspection of Marlshire by Ofsted resulted in an overall rating of ‘Good’ with elements of "
        "‘Outstanding’ practice.",
        "o=G",
    ),
    ("A local authority that Ofsted judges to be inadequate is visited each quarter.", ""),
    ("The Local Safeguarding Children Board graded its own work as good ahead of Ofsted’s review.", ""),
    ("Ofsted said the partnership had a good understanding of exploitation.", ""),
    ("Marlshire has kept its outstanding Ofsted rating for children’s social care.", "o=O"),
    ("The council’s target is for 80% of settings to be judged good or outstanding by Ofsted.", ""),
    ("HMI Probation rated the youth justice service as ‘good’, as Ofsted had been told.", ""),
)
SECOND = (
    (
        "Children’s social care in Marlshire has been given a ‘good’ rating by Ofsted for the second time running.",
        "o=G",
    ),
    ("Ofsted upgrades Marlshire children's services to 'good'", "o=G"),
    (
        "Inspectors from Ofsted were full of praise for the help that care leavers get, which they rated as "
        "outstanding.",
        "v=O",
    ),
    (
        "The overall effectiveness of the service had been found to be inadequate by Ofsted, and leadership "
        "inadequate too.",
        "o=I l=I",
    ),
    (
        "All four areas were rated Good by Ofsted, an improvement on the Requires Improvement of 2018.",
        "l=G h=G c=G v=G",
    ),
    ("It was reported that Ofsted had moved the Council from Inadequate to Requires Improvement.", "o=R"),
    ("Ofsted gave the authority its lowest rating, inadequate, in 2016; in 2023 it was rated good.", "o=G | o=I@2016"),
    ("Officers confirmed that Ofsted had not judged the service inadequate, as the press had claimed.", ""),
    ("By 2027 we will be rated outstanding by Ofsted for our work with children in care.", ""),
    ("Ofsted inspectors called for the council to strive for good in every area.", ""),
    ("Ofsted rated Sunny Days Nursery outstanding for leadership and management.", ""),
    (
        "Members heard that Hertfordshire, an outstanding authority, would act as a critical friend after the "
        "Ofsted inspection.",
        "",
    ),
    ("The ambulance trust was rated inadequate by the CQC, the Ofsted of hospitals.", ""),
    ("Ofsted saw good quality plans and good management oversight of decisions.", ""),
    ("Cllr Example asked what would follow if leadership was judged inadequate by Ofsted.", ""),
    (
        "We consider that our services for children in care are good and that leadership is good; Ofsted may "
        "take another view.",
        "",
    ),
    (
        "Ofsted awarded ‘good’ for the impact of leaders, ‘requires improvement’ for help and protection and "
        "‘good’ for children in care.",
        "l=G h=R c=G",
    ),
    (
        "The overall judgement was good, and so were those on leadership and on children in need of help and "
        "protection, members were told by the inspectors’ report.",
        "o=G l=G h=G",
    ),
    (
        "The watchdog downgraded the city’s children’s services to ‘inadequate’ after inspectors found that "
        "children were at risk.",
        "o=I",
    ),
    (
        "Help and protection requires improvement, say Ofsted inspectors, but care leavers are getting an "
        "‘outstanding’ service.",
        "h=R",
    ),
    ("Practice was graded good in nine of the dip-sampled cases; Ofsted has seen the summary.", ""),
    ("Ofsted has judged 94 per cent of the county’s schools good or outstanding.", ""),
    ("The council’s adoption agency, Adopt Sample, is rated outstanding by Ofsted.", ""),
    (
        "Ofsted last inspected Marlshire in June 2018, when services were judged to require improvement to be good.",
        "o=R",
    ),
    (
        "Having been judged inadequate in 2015, Marlshire is today rated good for overall effectiveness by Ofsted.",
        "o=G | o=I@2015",
    ),
    ("Could the council slip back to inadequate? Ofsted will decide in spring.", ""),
    ("Unless caseloads fall, the service will be judged inadequate, a union told Ofsted.", ""),
    ("“To be rated good by Ofsted is a tribute to our staff,” said Cllr Sample.", "o=G"),
    ("Ofsted’s monitoring visit gave no grade, and the council remains inadequate until it is inspected again.", ""),
    (
        "Leadership, help and protection, and work with children in care have all been graded ‘good’ by Ofsted.",
        "l=G h=G c=G",
    ),
    (
        "Marlshire is rated by Ofsted as outstanding for leadership, good for child protection and good for "
        "looked after children.",
        "l=O h=G c=G",
    ),
    (
        "Ofsted concluded that overall the council’s services for children were ‘requiring improvement to be good’.",
        "o=R",
    ),
    (
        "Ofsted’s findings in brief: Leadership: outstanding; Help and protection: good; Children in care: "
        "good; Care leavers: outstanding.",
        "l=O h=G c=G v=O",
    ),
    (
        "The judgement of ‘Inadequate’ that Ofsted gave the Council in January 2017 led to a government direction.",
        "o=I",
    ),
    ("Councils judged inadequate by Ofsted can lose control of their services.", ""),
    ("The improvement board judged that leadership was now good, and would tell Ofsted so.", ""),
    ("Ofsted commented on good multi-agency working and outstanding direct work by individual social workers.", ""),
    ("Marlshire retains 'good' Ofsted grade for children's services", "o=G"),
    (
        "Our three-year plan will take the service from requires improvement to good, and Ofsted will be told "
        "of progress.",
        "",
    ),
    ("Estyn judged the authority’s education services as good while Ofsted inspected across the border.", ""),
)
THIRD = (
    (
        "Children’s services at Marlshire Council have been rated ‘good’ across all areas by Ofsted following a "
        "full inspection.",
        "o=G l=G h=G c=G",
    ),
    ("Marlshire’s children’s services praised by Ofsted as ‘outstanding’ in latest report", "o=O"),
    ("Council celebrates ‘Good’ Ofsted judgement", "o=G"),
    (
        "The Cabinet Member was pleased to announce that the recent Ofsted ILACS inspection had resulted in a "
        "judgement of Good in all categories.",
        "o=G l=G h=G c=G",
    ),
    (
        "Following the inspection in March 2023 Ofsted graded the authority as follows: overall, Requires "
        "Improvement; leadership, Requires Improvement; help and protection, Good; children in care, Good; care "
        "leavers, Inadequate.",
        "o=R l=R h=G c=G v=I",
    ),
    (
        "Ofsted’s inspectors returned in May and Marlshire is out of ‘inadequate’: it now ‘requires improvement "
        "to be good’.",
        "o=R",
    ),
    (
        "The overall effectiveness of children's services was graded as Requires Improvement to be Good by "
        "Ofsted. The impact of leaders was Good.",
        "o=R l=G",
    ),
    (
        "The experiences and progress of children in care: Outstanding. Ofsted also found the experiences and "
        "progress of care leavers to be Good.",
        "c=O v=G",
    ),
    (
        "Members noted the improvement from Inadequate in 2018 to Good in 2023 in the Ofsted judgement for help "
        "and protection.",
        "h=G",
    ),
    ("Ofsted has praised ‘outstanding’ social workers in Marlshire.", ""),
    (
        "The Chair asked when the service expected to be judged good by Ofsted. The Director said that he hoped "
        "for a good judgement within two years.",
        "",
    ),
    ("Ofsted grades: 78% of early years providers good, 12% outstanding.", ""),
    (
        "In the Ofsted inspection of Oakdale House, a children’s home run by the council, overall experiences "
        "were rated requires improvement.",
        "",
    ),
    ("Marlshire Virtual School was judged to be outstanding by Ofsted’s inspectors.", ""),
    ("The Director told members that, in his view, leadership was good, though Ofsted had yet to say so.", ""),
    ("Ofsted described early help as good and the work of the front door as outstanding.", ""),
    (
        "Since Ofsted rated them inadequate three years ago, the council’s children’s services have been "
        "overseen by a commissioner.",
        "",
    ),
    ("Hampshire’s outstanding Ofsted rating made it the natural partner for Marlshire.", ""),
    ("Ofsted’s four grades are outstanding, good, requires improvement to be good and inadequate.", ""),
    ("The risk register rates an inadequate Ofsted judgement as a high risk.", ""),
    (
        "Ofsted has given Marlshire the thumbs up, rating its services for children in care as ‘outstanding’ "
        "and everything else ‘good’.",
        "c=O l=G h=G",
    ),
    (
        "Children’s services bosses ‘proud’ after Ofsted hands council a ‘good’ report card: leaders ‘good’, "
        "care leavers ‘good’",
        "o=G l=G v=G",
    ),
    (
        "It was noted that the Council had received an Ofsted judgement of ‘Requires Improvement’ for each of "
        "the three sub-judgements.",
        "l=R h=R c=R",
    ),
    (
        "A copy of the Ofsted report, in which the Council was found to be Good with Outstanding leadership, "
        "was circulated.",
        "o=G l=O",
    ),
)
FOURTH = (
    (
        "Ofsted has upgraded its rating of Marlshire’s children’s services from ‘inadequate’ to ‘requires "
        "improvement to be good’.",
        "o=R",
    ),
    (
        "Marlshire’s services for children have jumped two grades, from inadequate to good, according to Ofsted "
        "inspectors.",
        "o=G",
    ),
    (
        "The report from Ofsted says that services for care leavers are outstanding and that leaders are good.",
        "v=O l=G",
    ),
    (
        "Inspectors graded help and protection as requires improvement, while the three other areas were good, "
        "Ofsted said.",
        "h=R",
    ),
    ("The Ofsted report, published on 12 May 2024, rated the council good for overall effectiveness.", "o=G"),
    ("Marlshire Children’s Services: Ofsted rating GOOD", "o=G"),
    ("RESOLVED: That the Ofsted judgement of Good be welcomed.", "o=G"),
    ("RESOLVED: That officers be asked to work towards an Ofsted judgement of Outstanding.", ""),
    (
        "The Lead Member said that Good was not good enough and that Ofsted would find an outstanding service next "
        "time.",
        "",
    ),
    (
        "Ofsted found that children in care do well and that care leavers have good relationships with their advisers.",
        "",
    ),
    (
        "Ofsted judged the experiences and progress of children who need help and protection as inadequate, with "
        "all other judgements requiring improvement.",
        "h=I l=R c=R",
    ),
    (
        "Marlshire was one of the first councils to be inspected by Ofsted under the new framework and came out "
        "‘good’ overall.",
        "o=G",
    ),
    ("Following a good Ofsted inspection, the Director thanked staff.", ""),
    (
        "Members were reminded that in 2016 Ofsted had judged services to be inadequate; in 2019, to require "
        "improvement; and now, good.",
        "o=G | o=I@2016 o=R@2019",
    ),
    ("Parents rated the play scheme outstanding, Ofsted inspectors were told.", ""),
    ("The Ofsted inspection of the Youth Offending Team gave a grade of good.", ""),
    (
        "Ofsted and the CQC inspected the local area’s SEND arrangements; no grade is given in such inspections, "
        "which are not rated good or inadequate.",
        "",
    ),
    (
        "Ofsted graded the care of looked after children and care leavers ‘good’; adoption was judged ‘outstanding’.",
        "c=G a=O",
    ),
    ("The service had gone from good to requires improvement, Ofsted’s letter said.", "o=R"),
    ("Marlshire County Council’s children’s services remain ‘outstanding’, Ofsted has confirmed.", "o=O"),
)
