from django import forms
from django.db import IntegrityError, transaction

from accounts.day_fields import MomentField
from accounts.one_line import OneLine
from journal.ownership.models import Named
from journal.ownership.rivals import rival_of
from journal.ownership.trash import lift


class PutBackRenamed(OneLine, forms.Form):
    """Another name, under which it may come back."""

    name = forms.CharField(label="Its new name", max_length=200)

    def __init__(self, *args, row: Named, **kwargs):
        super().__init__(*args, initial={"name": row.name}, **kwargs)
        self.row = row

    def clean_name(self):
        self.row.name = " ".join(self.cleaned_data["name"].split())
        self.row.clean()
        if rival_of(self.row):
            raise forms.ValidationError(f"Another {self.row.noun} has this name. Choose one more.")
        return self.row.name

    def save(self) -> bool:
        """False where the name was taken in this moment."""
        row = self.row
        try:
            with transaction.atomic():
                named = {"name": row.name, "name_key": row.name_key}
                type(row).with_trash.filter(pk=row.pk).update(**named)
                lift(row)
        except IntegrityError:
            self.add_error("name", "This name was taken a moment ago. Choose another.")
        return not self.errors


class EmptyTrash(OneLine, forms.Form):
    """What was deleted until the page was shown; what is deleted since, in another tab, stays."""

    until = MomentField(widget=forms.HiddenInput)
