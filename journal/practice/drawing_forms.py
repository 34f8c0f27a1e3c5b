from django import forms

from accounts.one_line import OneLine
from journal.dates import counted
from journal.practice.attempt_models import Attempt
from journal.practice.drawing_models import Drawing
from journal.practice.pictures import HEAVIEST, NotAPicture, Picture, read

FULL = (
    f"An attempt holds {counted(Drawing.MOST, 'drawing')}. "
    "Remove one of them to make room, then add this."
)


class AddDrawing(OneLine, forms.Form):
    """A picture, beside what is typed on the desk: no other button there asks for it."""

    use_required_attribute = False
    most = Drawing.MOST

    picture = forms.FileField(
        label="From a file",
        help_text="A sketch, a screenshot, a photo of the whiteboard: up to 8 MB.",
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp,image/gif"}),
        error_messages={"required": "Choose a picture first; what you typed is still here."},
    )
    shows = forms.CharField(label="What it shows", required=False, max_length=300)

    def clean_picture(self) -> Picture:
        try:
            return read(self.cleaned_data["picture"].read(HEAVIEST + 1))
        except NotAPicture as error:
            raise forms.ValidationError(str(error)) from error

    def add_to(self, attempt: Attempt) -> None:
        """The problem is locked meanwhile, so that a button pressed twice adds one picture."""
        picture, shows = self.cleaned_data["picture"], self.cleaned_data["shows"]
        last = attempt.drawings.in_order().last()
        if last and bytes(last.image) == picture.image:
            if shows:
                Drawing.objects.filter(pk=last.pk).update(shows=shows)
        elif attempt.drawings.count() >= Drawing.MOST:
            self.add_error("picture", FULL)
        else:
            attempt.drawings.create(owner=attempt.owner, shows=shows, **vars(picture))
