from django.urls import path

from journal.versions import views

app_name = "versions"
urlpatterns = [
    path("<slug:kind>/<int:pk>/<slug:field>/", views.page, name="page"),
    path("<int:pk>/bring-back/", views.bring_back, name="bring_back"),
]
