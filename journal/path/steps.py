"""The six steps, in order."""

from journal.closing.step import STEP as CLOSE
from journal.feedback.step import STEP as ASK
from journal.gaps.step import STEP as LEARN
from journal.judging.step import STEP as JUDGE
from journal.perspective.step import STEP as PERSPECTIVE
from journal.practice.step import STEP as AGAIN
from journal.rejections.step import Step

STEPS: tuple[Step, ...] = (PERSPECTIVE, ASK, LEARN, AGAIN, JUDGE, CLOSE)
KEYS = frozenset(step.key for step in STEPS)
