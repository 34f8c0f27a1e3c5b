from django.urls import path

from accounts import views

app_name = "accounts"
urlpatterns = [
    path("settings/", views.edit, name="settings"),
    path("settings/break/", views.take_break, name="break"),
    path("settings/resume/", views.resume, name="resume"),
    path("welcome/<str:token>/", views.welcome, name="welcome"),
]
