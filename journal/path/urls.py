from django.urls import path

from journal.path import breaks, views

app_name = "path"
urlpatterns = [
    path("break/", breaks.take, name="break"),
    path("break/end/", breaks.end, name="end_break"),
    path("<int:pk>/", views.page, name="page"),
    path("<int:pk>/written/", views.written, name="written"),
    path("<int:pk>/aside/<slug:step>/", views.aside, name="aside"),
    path("<int:pk>/keep/", views.keep, name="keep"),
    path("<int:pk>/keep/undo/", views.undo_keep, name="undo_keep"),
    path("<int:pk>/take-up/", views.take_up, name="take_up"),
    path("<int:pk>/looked-back/", views.looked_back, name="looked_back"),
]
