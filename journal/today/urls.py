from django.urls import path

app_name = "today"
urlpatterns: list = []
