"""Chooses what to quote: takes search results, gives sentences, figures and facts that answer, or says that none does."""
