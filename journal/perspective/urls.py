from django.urls import path

from journal.perspective import views

app_name = "perspective"
urlpatterns = [path("<int:pk>/", views.page, name="page")]
