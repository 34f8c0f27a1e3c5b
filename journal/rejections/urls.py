from django.urls import path

from journal.rejections import new_views, views

app_name = "rejections"
urlpatterns = [
    path("new/", new_views.new, name="new"),
    path("new/mail/", new_views.read_mail, name="read_mail"),
    path("new/<int:pk>/", views.new_from, name="new_from"),
    path("earlier/", views.earlier, name="earlier"),
    path("earlier/file/", views.file_earlier, name="file_earlier"),
    path("earlier/<int:pk>/undo/", views.undo_earlier, name="undo_earlier"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/delete/", views.delete, name="delete"),
]
