from django import forms


class WithNames(forms.Form):
    names = forms.BooleanField(required=False, label="With names")
