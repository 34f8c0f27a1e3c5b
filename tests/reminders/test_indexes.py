"""The workers' two questions are answered by an index, however many people there are."""

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import User
from journal.models import Delivery


def plan_of(query) -> str:
    """How the database would answer; PostgreSQL told not to read a small table whole."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
        return query.explain()


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (lambda now: User.objects.due_a_look(now)[:200], "user_next_mail"),
        (lambda now: Delivery.objects.ready(now)[:20], "delivery_queued"),
    ],
)
def test_an_index_answers(db, query, index):
    assert index in plan_of(query(timezone.now()))
