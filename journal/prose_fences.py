"""Fenced code; a fence nobody closed runs to the end of what it lies in.

The library's own reads the rest of the text again for each open fence, and lets the text hand
options to Pygments.
"""

import re

from markdown import Markdown

from journal.prose_code import highlight, is_known

FENCE = re.compile(r"( {0,3})(`{3,}(?!.*`)|~{3,}) *(.*)")
LANGUAGE = re.compile(r"\.?([\w+#.-]*)")
OPTIONS = re.compile(r"[={\[\d]")


class Fence:
    def __init__(self, opening: re.Match[str]) -> None:
        self.margin = re.compile(f"^ {{0,{len(opening[1])}}}")
        self.marks = opening[2]
        self.info = opening[3].strip()
        named = LANGUAGE.match(self.info)
        self.language = named[1]
        rest = self.info[named.end() :].strip()
        self.is_named = is_known(self.language) and not rest
        self.is_words = bool(rest) and not OPTIONS.search(rest)

    def closes(self, line: str) -> bool:
        return closes(line.strip(), self.marks)

    def html(self, lines: list[str], md: Markdown) -> str:
        """What was said of the code is its title; words after the marks are its first line."""
        code = "\n".join(self.margin.sub("", line) for line in lines).rstrip()
        if self.is_words:
            return highlight("\n".join([self.info, code]).rstrip(), "", md.colours)
        if self.is_named:
            md.marks.append(self.language)
            return highlight(code, self.language, md.colours)
        return highlight(code, self.language, md.colours, title=self.info)


def closes(line: str, marks: str) -> bool:
    return len(line) >= len(marks) and not line.strip(marks[0])
