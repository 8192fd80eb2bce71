"""What the readers of formats without printed lines share: takes blocks and tables of cells, gives lines in reading order."""

from ingest.readers.flow.blocks import Block, block_lines
from ingest.readers.flow.breaks import divide
from ingest.readers.flow.cells import Cell
from ingest.readers.flow.drafts import draft_notes
from ingest.readers.flow.tables import table_blocks

__all__ = ["Block", "Cell", "block_lines", "divide", "draft_notes", "table_blocks"]
