from django import forms

from journal.employers.models import Employer
from journal.ownership.forms import OwnedForm


class EmployerForm(OwnedForm):
    class Meta:
        model = Employer
        fields = ["name", "site", "note"]
        widgets = {"note": forms.Textarea(attrs={"class": "write", "rows": 6})}
        labels = {"site": "Their site", "note": "What you want to remember of them"}
        error_messages = {
            "name": {"required": "An employer needs a name."},
            "site": {"invalid": "Write the address as https://fernwood.example."},
        }
