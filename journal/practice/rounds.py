"""What a round of a kind asks."""

from journal.interviews.models import Round
from journal.practice.models import Problem

KINDS = {
    Round.Kind.TECHNICAL: Problem.Kind.CODING,
    Round.Kind.CODING: Problem.Kind.CODING,
    Round.Kind.SYSTEM_DESIGN: Problem.Kind.SYSTEM_DESIGN,
    Round.Kind.BEHAVIOURAL: Problem.Kind.BEHAVIOURAL,
    Round.Kind.HIRING_MANAGER: Problem.Kind.BEHAVIOURAL,
    Round.Kind.TEAM: Problem.Kind.BEHAVIOURAL,
    Round.Kind.DOMAIN: Problem.Kind.DOMAIN,
    Round.Kind.TAKE_HOME: Problem.Kind.TAKE_HOME,
}
