"""Databases as an earlier Upturn wrote them: the demo's journal, by commit and day.

| file       | commit  | how it was made                                                     |
|------------|---------|---------------------------------------------------------------------|
| 2026-12-01 | 1b4099e | `manage.py migrate`, `seeddemo`; `pg_dump --inserts` of PostgreSQL 18 |

They are never made again: what an upgrade must cope with is what stands in them.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.serving import ROOT, empty_database

FOLDER = Path(__file__).parent
FROZEN = sorted(path.stem for path in FOLDER.glob("*.sqlite3"))


@dataclass(frozen=True)
class Database:
    """One of them, laid out to be upgraded: a SQLite file, or a database of PostgreSQL."""

    folder: Path
    url: str = ""

    def run(self, *command: str) -> str:
        """Run Python on it, and answer with what it printed."""
        done = subprocess.run(
            [sys.executable, *command],
            cwd=ROOT,
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _environment(self) -> dict[str, str]:
        named = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        named |= {"DATA_DIR": str(self.folder)}
        return named | ({"DATABASE_URL": self.url} if self.url else {})

    def tables(self) -> dict[str, list[dict]]:
        """Every row of every table, by its columns."""
        with closing(self._connect()) as connection:
            cursor = connection.cursor()
            names = [row[0] for row in cursor.execute(self._asks_for_tables).fetchall()]
            return {name: _rows(cursor, name) for name in names}

    def _connect(self):
        return psycopg.connect(self.url) if self.url else sqlite3.connect(self._file)

    @property
    def _file(self) -> Path:
        return self.folder / "upturn.sqlite3"

    @property
    def _asks_for_tables(self) -> str:
        if self.url:
            return "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        return "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


def _rows(cursor, table: str) -> list[dict]:
    cursor.execute(f'SELECT * FROM "{table}"')
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


@contextmanager
def laid_out(day: str, folder: Path) -> Iterator[Database]:
    """On the database that the tests run on."""
    with empty_database() as url:
        if url:
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute((FOLDER / f"{day}.sql").read_text())
        else:
            shutil.copy(FOLDER / f"{day}.sqlite3", folder / "upturn.sqlite3")
        yield Database(folder, url)
