from django.urls import path

from journal.today import views

app_name = "today"
urlpatterns = [
    path("", views.page, name="page"),
    path("rest/", views.rest, name="rest"),
    path("week/", views.look_at_week, name="week"),
]
