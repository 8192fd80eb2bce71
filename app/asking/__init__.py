"""What can be asked of an index: takes a question or a query with filters, gives answers, results and counts."""
