from django.urls import path

from journal.copying import views
from journal.copying.copies import ENTRY, GAP, LETTER

app_name = "copying"
urlpatterns = [
    path("interview/<int:pk>/", views.page, {"kind": ENTRY}, name="entry"),
    path("interview/<int:pk>.md", views.file, {"kind": ENTRY}, name="entry_file"),
    path("gap/<int:pk>/", views.page, {"kind": GAP}, name="gap"),
    path("gap/<int:pk>.md", views.file, {"kind": GAP}, name="gap_file"),
    path("letter/<int:pk>/", views.page, {"kind": LETTER}, name="letter"),
    path("letter/<int:pk>.md", views.file, {"kind": LETTER}, name="letter_file"),
]
