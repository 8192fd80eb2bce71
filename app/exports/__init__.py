"""Files to take away: takes answers and results, gives Word documents and CSV."""
