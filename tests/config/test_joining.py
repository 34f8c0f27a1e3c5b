"""Scripts that import others are served as one, and mean the same."""

from pathlib import Path

import pytest

from config.joining import CannotJoin, joined

STATIC = Path("static")
OURS = sorted(str(path.relative_to(STATIC)) for path in STATIC.glob("js/**/*.js"))


def read_file(name: str) -> str:
    return (STATIC / name).read_text()


def together(**files: str) -> str:
    """The script `js/start.js`, with those beside it."""
    files = {f"js/{name.replace('__', '/')}.js": text for name, text in files.items()}
    return joined("js/start.js", files.__getitem__)


@pytest.mark.parametrize("name", OURS)
def test_each_script_here_can_be_joined(name):
    whole = joined(name, read_file)
    imports = [line for line in whole.splitlines() if line.startswith(("import ", "import{"))]
    assert [line for line in imports if "/vendor/" not in line] == []


def test_a_block_for_each():
    assert together(start='import "./a.js";\nb();\n', a="const b = 1;\n") == (
        "{\nconst b = 1;\n}\nb();\n"
    )


def test_names_are_handed_over():
    whole = together(
        start='import { one, two as three } from "./in/a.js";\nimport * as all from "./in/a.js";\n',
        in__a="export const one = 1;\nexport async function two() {}\n",
    )
    assert whole == (
        "let $js_in_a_js;\n{\nconst one = 1;\nasync function two() {}\n"
        "$js_in_a_js = { one, two };\n}\n"
        "const { one, two: three } = $js_in_a_js;\nconst all = $js_in_a_js;\n"
    )


def test_what_is_fetched_later_is_found_from_where_it_now_stands():
    whole = together(
        start='import "./in/a.js";\nimport("./later.js");\n', in__a='import("./b.js");\n'
    )
    assert 'import("./in/b.js")' in whole
    assert 'import("./later.js")' in whole


def test_what_others_made_stays_an_import():
    whole = together(
        start='import "./in/a.js";\n', in__a='import "../../vendor/x-1/x.js";\nrun();\n'
    )
    assert whole == 'import "../vendor/x-1/x.js";\n{\nrun();\n}\n'


def test_what_a_script_exports_itself_stays():
    assert together(start="export function open() {}\n") == "export function open() {}\n"


@pytest.mark.parametrize(
    "files",
    [
        {"start": 'import a from "./a.js";\n', "a": ""},
        {"start": 'import "./a.js";\n', "a": "export default 1;\n"},
        {"start": 'import "./a.js";\n', "a": 'import "./start.js";\n'},
    ],
)
def test_another_form_is_a_mistake(files):
    with pytest.raises(CannotJoin):
        together(**files)
