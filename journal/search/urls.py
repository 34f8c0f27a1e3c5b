from django.urls import path

from journal.search import views

app_name = "search"
urlpatterns = [
    path("", views.page, name="page"),
    path("find/", views.find, name="find"),
]
