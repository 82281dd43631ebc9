from django.urls import path

from register import views

urlpatterns = [path("", views.welcome), path("data", views.register)]
