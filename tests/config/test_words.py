"""No form speaks Django's stock sentences: our catalogue stands over them."""

import gettext
import re

import pytest
from django import forms
from django.conf import settings

CATALOGUE = settings.LOCALE_PATHS[0] / "en_GB/LC_MESSAGES/django.po"


class Everything(forms.Form):
    required = forms.CharField()
    short = forms.CharField(max_length=3)
    day = forms.DateField()
    time = forms.TimeField()
    number = forms.IntegerField(min_value=1)
    choice = forms.ChoiceField(choices=[("a", "A")])
    mail = forms.EmailField()
    site = forms.URLField()


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("required", "", "Please fill this in. What you typed elsewhere is still here."),
        ("required", "a\0", "There is a character in it that cannot be stored."),
        ("short", "four", "Keep it to 3 characters; it has 4."),
        ("day", "31 February", "Choose a day that is in the calendar."),
        ("time", "noon", "Write the time as 14:30."),
        ("number", "two", "Write a whole number, in figures."),
        ("number", "0", "Write 1 or more."),
        ("choice", "b", "Choose one of those offered here."),
        ("mail", "me", "Write the address as name@example.org."),
        ("site", "http://", "Write the whole address, as https://example.org."),
    ],
)
def test_a_mistake_is_answered_in_our_words(field, typed, sentence):
    (error,) = Everything({field: typed}).errors[field]
    assert error.startswith(sentence)


def test_the_compiled_catalogue_is_the_written_one():
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    written = re.findall(r'^msgstr(?:\[\d\])? "(.+)"$', CATALOGUE.read_text(), re.MULTILINE)
    assert sorted(text for key, text in compiled._catalog.items() if key) == sorted(written)
