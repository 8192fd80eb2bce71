"""What a question confines itself to: an algebra (and, or, not) over documents, which gives the documents in it and itself in words."""

from qa.question.scope.events import Event, Side
from qa.question.scope.histories import Course, History
from qa.question.scope.judged import Judged
from qa.question.scope.period import Period
from qa.question.scope.picks import LATEST, Pick
from qa.question.scope.scope import Scope, Spoken

__all__ = ["LATEST", "Course", "Event", "History", "Judged", "Period", "Pick", "Scope", "Side", "Spoken"]
