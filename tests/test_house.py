"""The house's arrows point one way: see DESIGN.md, "The house"."""

import ast
from pathlib import Path

import pytest

GROUND = ["accounts", "journal.employers", "journal.interviews", "journal.rejections"]
STEPS = ["perspective", "feedback", "gaps", "practice", "judging", "closing"]
OUTER_RING = ["today", "insights", "search", "reminders", "portability", "trash"]
OUTER_RING += ["versions", "writing", "copying"]
RANK = {name: rank for rank, name in enumerate(GROUND)}
RANK |= {f"journal.{name}": 10 for name in STEPS}
RANK |= {"journal.path": 20}
RANK |= {f"journal.{name}": 30 for name in OUTER_RING}
AMONG_STEPS = ["journal.feedback", "journal.gaps", "journal.practice", "journal.judging"]

MODULES = sorted(
    path
    for folder in ("accounts", "journal")
    for path in Path(folder).rglob("*.py")
    if not {"migrations", "management"} & set(path.parts)
)


def room(module: str) -> str | None:
    """The slice a module lives in; none for the ground floor and the tables of contents."""
    parts = module.split(".")
    name = parts[0] if parts[0] == "accounts" else ".".join(parts[:2])
    return name if name in RANK else None


def imports(path: Path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def allowed(here: str, there: str) -> bool:
    if here == there or RANK[here] > RANK[there]:
        return True
    if here in AMONG_STEPS and there in AMONG_STEPS:
        return AMONG_STEPS.index(here) > AMONG_STEPS.index(there)
    return (here, there) == ("journal.closing", "journal.perspective")  # then and now


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_arrows_point_one_way(path):
    here = room(".".join(path.with_suffix("").parts))
    rooms = {there for module in imports(path) if (there := room(module))}
    against = {there for there in rooms if here and not allowed(here, there)}
    assert against == set()


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_accounts_know_no_journal_and_nobody_knows_the_wiring(path):
    names = {module.split(".")[0] for module in imports(path)}
    assert "tests" not in names
    assert "config" not in names
    if path.parts[0] == "accounts":
        assert "journal" not in names


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_no_import_hides_in_a_function(path):
    tree = ast.parse(path.read_text())
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    hidden = [
        ast.unparse(node)
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []


def test_every_room_is_known():
    rooms = {p.name for p in Path("journal").iterdir() if p.is_dir() and (p / "models.py").exists()}
    assert {f"journal.{name}" for name in rooms - {"ownership"}} <= set(RANK)


def test_no_template_carries_a_script_or_a_style_of_its_own():
    """But for mails, whose style has to come with them."""
    signs = (' style="', "<style", "<script>", " onclick=")
    inline = [
        str(path)
        for path in Path("templates").rglob("*.html")
        if path.parent.name != "emails" and any(sign in path.read_text() for sign in signs)
    ]
    assert inline == []
