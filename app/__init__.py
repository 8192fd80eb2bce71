"""The application: takes settings and requests, gives the commands, the API and the pages."""
