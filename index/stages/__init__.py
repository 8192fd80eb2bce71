"""How long the stages of a piece of work take: takes blocks that name their stage, gives the seconds of each to whoever collects."""

from index.stages.collecting import collecting_stages, stage

__all__ = ["collecting_stages", "stage"]
