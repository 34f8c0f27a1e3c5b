from django.urls import path

app_name = "path"
urlpatterns: list = []
