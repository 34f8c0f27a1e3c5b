from django.urls import path

from journal.writing import views

app_name = "writing"
urlpatterns = [path("preview/", views.preview, name="preview")]
