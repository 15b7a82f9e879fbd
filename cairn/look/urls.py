"""The gallery of components, for those who build pages."""

from django.urls import path

from cairn.look import views

app_name = "look"
urlpatterns = [path("", views.gallery, name="gallery")]
