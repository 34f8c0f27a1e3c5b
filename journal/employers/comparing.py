"""Employers side by side: what was said of each interview, a line each, a column a question.

It reads verdicts through the interviews, and imports nothing of the step that wrote them.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    interview: object
    cells: list[str]


@dataclass(frozen=True)
class Comparison:
    """Empty where nobody has an answer."""

    columns: list[str]
    lines: list[Line]

    def __bool__(self) -> bool:
        return bool(self.lines)


def how_they_ran_it(employers: Iterable) -> Comparison:
    said = [(interview, verdict.ways()) for interview, verdict in _verdicts(employers)]
    columns = [way for way, _ in said[0][1]] if said else []
    return _compared(columns, ((each, dict(ways)) for each, ways in said))


def what_i_look_for(employers: Iterable, priorities: Iterable) -> Comparison:
    """Ask for the employers with their holdings."""
    columns = [priority.name for priority in priorities]
    said = ((interview, _held(verdict)) for interview, verdict in _verdicts(employers))
    return _compared(columns, said)


def _verdicts(employers):
    for employer in employers:
        for interview in employer.interviews.all():
            for verdict in interview.verdicts.all():
                yield interview, verdict


def _held(verdict) -> dict[str, str]:
    return {held.priority.name: held.get_answer_display() for held in verdict.holdings.all()}


def _compared(columns: list[str], said) -> Comparison:
    lines = [Line(each, [of.get(column, "") for column in columns]) for each, of in said]
    return Comparison(columns, [line for line in lines if any(line.cells)])
