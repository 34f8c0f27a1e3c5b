from django.urls import path

from journal.copying import views

app_name = "copying"
urlpatterns = [
    path("interview/<int:pk>/", views.entry, name="entry"),
    path("interview/<int:pk>.md", views.entry_file, name="entry_file"),
    path("gap/<int:pk>/", views.gap, name="gap"),
    path("gap/<int:pk>.md", views.gap_file, name="gap_file"),
    path("letter/<int:pk>/", views.letter, name="letter"),
    path("letter/<int:pk>.md", views.letter_file, name="letter_file"),
]
