"""The one JSON model: takes answers, results and records, gives what the commands, the interface, the tools and files print."""
