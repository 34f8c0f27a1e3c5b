from django.urls import path

from journal.rejections import views

app_name = "rejections"
urlpatterns = [
    path("new/", views.new, name="new"),
    path("new/<int:pk>/", views.new_from, name="new_from"),
    path("earlier/", views.earlier, name="earlier"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/delete/", views.delete, name="delete"),
]
