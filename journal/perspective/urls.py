from django.urls import path

app_name = "perspective"
urlpatterns: list = []
