"""The HTTP interface and the MCP tools: takes requests, gives JSON, event streams, pictures and files."""
