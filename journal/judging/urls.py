from django.urls import path

from journal.judging import views

app_name = "judging"
urlpatterns = [
    path("<int:pk>/", views.page, name="page"),
    path("<int:pk>/wanted/", views.wanted, name="wanted"),
    path("priorities/", views.priorities, name="priorities"),
    path("priorities/<int:pk>/", views.priority_edit, name="priority_edit"),
    path("priorities/<int:pk>/remove/", views.priority_remove, name="priority_remove"),
]
