"""What an earlier Upturn wrote is all there after an upgrade, and every page of it opens."""

import pytest

from tests.upgrades.frozen import FROZEN, laid_out

# Tables that are Django's own, and made anew by it.
OURS = ("journal_", "accounts_")
# What an upgrade may write anew, because it is derived from another column of the same row.
DERIVED = {"name_key", "renderer"}
# What an upgrade moved to a table of its own: tests/feedback/test_moving_what_was_posted.py.
MOVED = {"posted", "posted_at"}


@pytest.fixture(params=FROZEN)
def database(request, tmp_path, db):
    with laid_out(request.param, tmp_path) as database:
        yield database


def by_key(rows: list[dict]) -> dict:
    return {row["id"]: row for row in rows}


def test_an_upgrade_loses_no_row_and_changes_no_column(database):
    before = {
        name: rows for name, rows in database.tables().items() if name.startswith(OURS) and rows
    }
    assert sum(map(len, before.values())) > 100

    database.run("manage.py", "migrate", "--verbosity", "0")

    after = database.tables()
    assert set(before) - set(after) == set()
    for table, rows in before.items():
        now = by_key(after[table])
        for row in rows:
            kept = {name: now[row["id"]][name] for name in row if not _is_derived(name)}
            assert kept == {name: row[name] for name in kept}, table


def _is_derived(column: str) -> bool:
    return column in DERIVED | MOVED or column.endswith("_html")


@pytest.mark.once  # a migration differs with the database, a page does not
def test_every_page_opens_after_an_upgrade(database):
    database.run("manage.py", "migrate", "--verbosity", "0")
    database.run("manage.py", "createcachetable")

    assert int(database.run("-m", "tests.upgrades.crawl")) > 40
