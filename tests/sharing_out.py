"""Which tests one worker does together. xdist's own groups need an older pytest than ours."""

from functools import cache
from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parents[1]


class SharedOut(LoadScopeScheduling):
    """Each test by itself; but those of one file where it sets up something for all of them."""

    def _split_scope(self, nodeid: str) -> str:
        file, _, _ = nodeid.partition("::")
        return file if sets_up_for_all(file) else nodeid


@cache
def sets_up_for_all(file: str) -> bool:
    return 'scope="module"' in (ROOT / file).read_text()
