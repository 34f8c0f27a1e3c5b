"""Scripts are written one behaviour a file, and served joined: one request where there were seven.

What a script imports goes into it, in blocks of their own. Only the forms of import and export that
the scripts here use are known; another is a mistake, and says so. Files of others stay as they are.
"""

import posixpath
import re
from collections.abc import Callable

OURS = "js/"
IMPORT = re.compile(r'^import (?:(\{[^}]*\}|\* as \w+) from )?"([^"]+)";\n?', re.MULTILINE)
LATER = re.compile(r'\bimport\("(\.[^"]+)"\)')
EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) (\w+))", re.MULTILINE)
UNKNOWN = re.compile(r"^(?:import\s(?!\()|export\s).*", re.MULTILINE)


class CannotJoin(ValueError):
    """A script imports or exports in a way that is not known here."""


def joined(entry: str, read: Callable[[str], str]) -> str:
    """The script with all it imports; `read` gives the text of a path."""
    whole = _Whole(posixpath.dirname(entry), read)
    whole.take_in(entry)
    return "".join([*whole.others, *whole.blocks.values()])


class _Whole:
    """What comes together: a block a script, each after those it imports."""

    def __init__(self, home: str, read: Callable[[str], str]) -> None:
        self.home, self.read = home, read
        self.blocks: dict[str, str] = {}
        self.others: dict[str, None] = {}  # imports of what others made, each once

    def take_in(self, path: str, importers: tuple[str, ...] = ()) -> None:
        if path in importers:
            raise CannotJoin(f"{path} imports itself, by way of {importers[-1]}.")
        if path in self.blocks:
            return
        folder = posixpath.dirname(path)
        text = LATER.sub(lambda it: f'import("{self._moved(folder, it[1])}")', self.read(path))
        text = IMPORT.sub(lambda found: self._bring(found, folder, (*importers, path)), text)
        inner = EXPORT.sub("", text)
        if unknown := UNKNOWN.search(inner):
            raise CannotJoin(f"{path}: {unknown[0]}")
        self.blocks[path] = _block(path, inner, EXPORT.findall(text)) if importers else text

    def _bring(self, found: re.Match, folder: str, importers: tuple[str, ...]) -> str:
        """Take in what is imported; what then stands in the place of the import."""
        names, address = found.groups()
        path = posixpath.normpath(posixpath.join(folder, address))
        if not path.startswith(OURS):
            self.others[found[0].replace(address, self._moved(folder, address))] = None
            return ""
        self.take_in(path, importers)
        return _bound(names, path)

    def _moved(self, folder: str, address: str) -> str:
        """An address written in `folder`, as it reads from home."""
        moved = posixpath.relpath(posixpath.join(folder, address), self.home)
        return moved if moved.startswith(".") else f"./{moved}"


def _bound(names: str | None, path: str) -> str:
    """What stands in the place of an import."""
    if not names:
        return ""
    wanted = names.removeprefix("* as ").replace(" as ", ": ")
    return f"const {wanted} = {_called(path)};\n"


def _block(path: str, text: str, exported: list[str]) -> str:
    if not exported:
        return f"{{\n{text}}}\n"
    given = ", ".join(exported)
    return f"let {_called(path)};\n{{\n{text}{_called(path)} = {{ {given} }};\n}}\n"


def _called(path: str) -> str:
    return "$" + re.sub(r"\W", "_", path)
