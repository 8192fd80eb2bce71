"""Who may use Kloe, and how much: takes a request, lets it through or refuses it.

Only the users file is exported here. The other modules load the web server, which most commands do without.
"""

from app.access.users import SHORTEST_PASSWORD, Right, User, Users, add_user, change_password, read_users, remove_user

__all__ = [
    "SHORTEST_PASSWORD",
    "Right",
    "User",
    "Users",
    "add_user",
    "change_password",
    "read_users",
    "remove_user",
]
