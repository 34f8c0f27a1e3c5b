"""Cuts the fonts in static/vendor to what pages use, in place: a part of `make vendor`.

The weights 400 to 700, kerning, and figures of one width; no hints, which browsers that draw
smoothly do not ask, and no ligatures in code, where <= stays two signs.
"""

import sys
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum"]


def main(folder: str) -> None:
    for path in sorted(Path(folder).glob("*/*.woff2")):
        before = path.stat().st_size
        cut(path)
        print(f"{path.name}: {before} to {path.stat().st_size} bytes")


def cut(path: Path) -> None:
    font = with_our_weights(TTFont(path))
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(path)


def with_our_weights(font: TTFont) -> TTFont:
    """Written and read again: what is cut of the axis is only then gone from every table."""
    if "fvar" not in font:
        return font
    font = instantiateVariableFont(font, {"wght": (400, 700)})
    font.flavor = None
    whole = BytesIO()
    font.save(whole)
    return TTFont(BytesIO(whole.getvalue()))


if __name__ == "__main__":
    main(sys.argv[1])
