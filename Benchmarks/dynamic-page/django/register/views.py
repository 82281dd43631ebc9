from django.shortcuts import render

from register.members import members_only
from register.models import Coverage, ForceMonth, Release
from register.site import partnership


def welcome(request):
    return render(request, "welcome.html")


@members_only
def register(request):
    ours = partnership().id
    releases = Release.objects.filter(partnership=ours).order_by("-received_at", "-id")
    months = ForceMonth.objects.filter(partnership=ours, superseded_by=None).order_by("force", "month")
    return render(request, "register.html", {"releases": releases, "coverage": Coverage(months)})
