from django.urls import path

app_name = "rejections"
urlpatterns: list = []
