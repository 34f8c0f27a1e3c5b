"""Which refusal of the database says that a row of that kind is there already."""

import sqlite3

from django.db import IntegrityError

IN_SQLITE = {sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY}
IN_POSTGRESQL = "23505"


def is_taken(error: IntegrityError) -> bool:
    """All else is a fault of ours."""
    cause = error.__cause__
    in_sqlite = getattr(cause, "sqlite_errorcode", None) in IN_SQLITE
    return in_sqlite or getattr(cause, "sqlstate", None) == IN_POSTGRESQL
