"""The library: takes an index and a document's id or path, gives its record, links and page pictures, and adds files."""
