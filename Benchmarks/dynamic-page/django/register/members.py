"""Who is asking: the session's cookie is looked up in the records for every request."""

from datetime import UTC, datetime
from functools import wraps
from hashlib import sha256

from django.shortcuts import render

from register.models import Session
from register.site import partnership

OFFICER = "00000000-0000-7000-8000-000000000001"
NAMES = {OFFICER: "Community safety officer"}


def recognise(get_response):
    def middleware(request):
        request.member = member(request.COOKIES.get("frankpledge", ""))
        return get_response(request)

    return middleware


def member(cookie):
    try:
        token = bytes.fromhex(cookie)
    except ValueError:
        return None
    if len(token) != 32:
        return None
    found = Session.objects.filter(
        token_hash=sha256(token).digest(), partnership=partnership().id, ends_at__gt=datetime.now(UTC)
    )
    return NAMES.get(found.values_list("member", flat=True).first())


def members_only(view):
    @wraps(view)
    def guarded(request):
        return view(request) if request.member else render(request, "sign-in.html", status=401)

    return guarded
