"""What words of a question say to a count."""

from enum import Enum, auto


class Word(Enum):
    """What words of a question say."""

    HOW_MANY = auto()
    HOW_OFTEN = auto()
    HOW_LONG = auto()
    LIST = auto()
    WHICH = auto()
    SHARE = auto()
    AVERAGE = auto()
    MEDIAN = auto()
    LONGEST = auto()
    SHORTEST = auto()
    COMMON = auto()
    RARE = auto()
    OFTENEST = auto()
    MOST = auto()
    FEWEST = auto()
    HIGHEST = auto()
    LOWEST = auto()
    BREAKDOWN = auto()
    BY_REGION = auto()
    BY_YEAR = auto()
    BY_GRADE = auto()
    BY_KIND = auto()
    BY_TOPIC = auto()
    BY_OUTCOME = auto()
    BY_AUTHORITY = auto()
    TO_PUBLICATION = auto()
    BETWEEN_INSPECTIONS = auto()
    FOR_REPORT = auto()
    DAYS = auto()
    AUTHORITIES = auto()
    INSPECTIONS = auto()
    SERVICES_INSPECTIONS = auto()  # of children's services alone
    VISITS = auto()
    REPORTS = auto()
    LETTERS = auto()
    DOCUMENTS = auto()
    PAPERS = auto()  # documents that the scope names
    NEWEST = auto()
    GRADE_NOUN = auto()
    TOPIC_NOUN = auto()
    OUTCOME_NOUN = auto()
    REGION_NOUN = auto()
    YEAR_NOUN = auto()
    GRADES = auto()
    AREA = auto()
    ANY_AREA = auto()
    EVERY_AREA = auto()
    TIMES = auto()
    SO_MANY = auto()
    NOW = auto()
    EVER = auto()
    NEVER = auto()
    ALWAYS = auto()
    NO_LONGER = auto()
    FROM = auto()
    TO = auto()
    MOVED = auto()
    GOT = auto()
    ROSE = auto()
    FELL = auto()
    STAYED = auto()
    IS = auto()
    WAS = auto()
    RATED = auto()
    NOT = auto()
    OR = auto()
    PUBLISHED = auto()
    INSPECTED = auto()
    VISITED = auto()
    PLACE = auto()
    TIME = auto()  # years, months and days that the scope names
    EVENT = auto()
    VISIT_TOPIC = auto()
    OUTCOME = auto()
    NOTHING = auto()  # it carries no meaning of its own
    LEFT = auto()  # none of the above


# What stands for each letter of a span that the scope was read from.
MASKS = {
    Word.PLACE: "\1",
    Word.TIME: "\2",
    Word.EVENT: "\3",
    Word.PAPERS: "\4",
    Word.VISIT_TOPIC: "\5",
    Word.OUTCOME: "\6",
}
