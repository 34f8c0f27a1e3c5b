"""What a single-line field holds: one line, of characters one can see."""

import re
import unicodedata

from django import forms

BREAKS = re.compile(r"[\x01-\x1f\x7f-\x9f\u2028\u2029]")  # a null is refused, not mended
# Unicode's Default_Ignorable_Code_Point: nothing is drawn for them.
UNDRAWN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
BLANK = "\u2800"  # a Braille pattern without a dot
# Spaces, controls, surrogates, and marks that need a letter to sit on.
UNSEEN = {"Cc", "Cf", "Cs", "Mc", "Me", "Mn", "Zl", "Zp", "Zs"}


def one_line(text: str) -> str:
    return BREAKS.sub(" ", text)


def is_visible(text: str) -> bool:
    drawn = UNDRAWN.sub("", text).replace(BLANK, "")
    return any(unicodedata.category(sign) not in UNSEEN for sign in drawn)


class OneLine:
    """Of a form: control characters leave its single-line fields; what nobody can see is nothing.

    A field that is required then says so in its own words.
    """

    def _widget_data_value(self, widget, html_name):
        value = super()._widget_data_value(widget, html_name)
        if not isinstance(widget, forms.TextInput) or not isinstance(value, str):
            return value
        line = one_line(value)
        return line if "\0" in line or is_visible(line) else ""
