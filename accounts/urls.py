from django.urls import path

from accounts import views

app_name = "accounts"
urlpatterns = [
    path("settings/", views.edit, name="settings"),
    path("settings/sessions/<int:pk>/end/", views.sign_out, name="sign_out"),
    path("welcome/<str:token>/", views.welcome, name="welcome"),
]
