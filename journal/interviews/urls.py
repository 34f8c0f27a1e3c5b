from django.urls import path

from journal.interviews import views
from journal.interviews.models import Interview

OUTCOME = Interview.Outcome

app_name = "interviews"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", views.new, name="new"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/delete/", views.delete, name="delete"),
    path("<int:pk>/withdrew/", views.end, {"outcome": OUTCOME.WITHDREW}, name="withdrew"),
    path("<int:pk>/declined/", views.end, {"outcome": OUTCOME.DECLINED}, name="declined"),
    path("<int:pk>/offered/", views.end, {"outcome": OUTCOME.OFFER}, name="offered"),
    path("<int:pk>/accepted/", views.end, {"outcome": OUTCOME.ACCEPTED}, name="accepted"),
    path("<int:pk>/over/", views.end, {"outcome": OUTCOME.OVER}, name="over"),
    path("<int:pk>/reopen/", views.reopen, name="reopen"),
    path("<int:pk>/rounds/new/", views.add_round, name="add_round"),
    path("rounds/<int:pk>/edit/", views.edit_round, name="edit_round"),
    path("rounds/<int:pk>/delete/", views.delete_round, name="delete_round"),
    path("rounds/<int:pk>/debrief/", views.debrief, name="debrief"),
    path("rounds/<int:pk>/questions/", views.questions, name="questions"),
    path("<int:pk>/contacts/new/", views.add_contact, name="add_contact"),
    path("contacts/<int:pk>/edit/", views.edit_contact, name="edit_contact"),
    path("contacts/<int:pk>/delete/", views.delete_contact, name="delete_contact"),
]
