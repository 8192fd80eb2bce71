"""An authority's timeline: takes its records, gives events, a chart and a table."""
