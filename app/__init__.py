"""What serves and configures: takes settings and requests, gives commands, the HTTP interface and the pages."""
