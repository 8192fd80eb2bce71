"""What picks documents by how authorities were judged and what visits looked at: takes a question; gives conditions and their spans."""

from qa.question.grades.finding import Grades, find_grades
from qa.question.grades.outcomes import Outcomes, find_outcomes
from qa.question.grades.visits import VisitTopics, find_visit_topics, topics_alone

__all__ = ["Grades", "Outcomes", "VisitTopics", "find_grades", "find_outcomes", "find_visit_topics", "topics_alone"]
