"""The times that a question names: takes its text, gives years, months and periods, and the spans that name them."""

from qa.question.times.finding import Times, find_times

__all__ = ["Times", "find_times"]
