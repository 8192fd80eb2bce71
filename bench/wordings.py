"""How people ask for the facts of a report, for `bench.asked`."""

# How people name each area, taken in turn.
AREA_NAMES = {
    "leaders": ("leadership", "leaders", "the impact of leaders"),
    "help_and_protection": ("help and protection", "children who need help and protection", "child protection"),
    "in_care": ("children in care", "looked after children", "children in care"),
    "care_leavers": ("care leavers", "care leavers", "leaving care"),
}
# How each kind of question is worded, taken in turn.
WORDINGS = {
    "overall": (
        "What was {name}'s overall grade in {year}?",
        "How was {name} rated in {year}?",
        "What grade did {name} get from Ofsted in {year}?",
        "How did Ofsted judge {name} in {year}?",
        "What was the overall effectiveness judgement for {name} in {year}?",
        "{name} {year} Ofsted rating",
        "how did {name} do in {year}",
        "Which grade was {name} given overall in {year}?",
        "How well did {name} do in its {year} inspection?",
        "What was the outcome of the {year} inspection of {name}?",
    ),
    "area": (
        "How did Ofsted judge {area} in {name} in {year}?",
        "What was the grade for {area} in {name} in {year}?",
        "How were services for {area} rated in {name} in {year}?",
        "What judgement did {name} get for {area} in {year}?",
        "{name} {year}: grade for {area}",
        "How was {name} judged on {area} in {year}?",
        "What did Ofsted judge {area} to be in {name} in {year}?",
        "What rating did inspectors give {name} for {area} in {year}?",
    ),
    "whether it was given": (
        "Was {name} {grade} in {year}?",
        "Was {name} rated {grade} in {year}?",
        "Was {name} judged to be {grade} in {year}?",
        "Did {name} get a {grade} rating in {year}?",
        "Was {name} council {grade} overall in {year}?",
        "Is it true that {name} was {grade} in {year}?",
        "Did Ofsted rate {name} as {grade} in {year}?",
    ),
    "whether it was given, area": (
        "Was {name}'s {area} {grade} in {year}?",
        "Was {name} judged {grade} for {area} in {year}?",
        "Were {area} in {name} rated {grade} in {year}?",
        "In {year}, was {name} {grade} for {area}?",
    ),
    "why, of a grade not given": (
        "Why was {name} judged {grade} in {year}?",
        "Why did {name} get {grade} in {year}?",
        "What led to {name} being rated {grade} in {year}?",
    ),
    "inspected": (
        "When was {name} inspected in {year}?",
        "What were the dates of the {year} inspection of {name}?",
        "When did Ofsted inspect {name} in {year}?",
        "When did the {year} inspection of {name} take place?",
        "{name} {year} inspection dates",
        "On what dates did the inspection of {name} in {year} take place?",
        "When did inspectors visit {name} in {year}?",
    ),
    "lead inspector": (
        "Who led the inspection of {name} in {year}?",
        "Who was the lead inspector in {name} in {year}?",
        "Which inspector led the {year} inspection of {name}?",
        "Who inspected {name} in {year}?",
        "name of the lead inspector, {name} {year}",
        "Which HMI led the {name} inspection in {year}?",
    ),
    "published": (
        "When was the {year} Ofsted report on {name} published?",
        "When was {name}'s {year} inspection report published?",
        "What was the publication date of the {name} report in {year}?",
        "When did the {year} report on {name} come out?",
        "When did Ofsted publish its {year} report on {name}?",
    ),
}
