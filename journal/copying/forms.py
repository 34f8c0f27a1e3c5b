from django import forms

from accounts.one_line import OneLine


class WithNames(OneLine, forms.Form):
    names = forms.BooleanField(required=False, label="With names")
