"""What every page has in common, read once."""

from functools import cache

from register.models import Profile

PLACES = [("/home", "Home"), ("/assessment", "Assessment"), ("/data", "Data")]
NOTICE = "Every incident on this site is generated. Yearly totals match published ones; no single incident happened."
ATTRIBUTIONS = [
    "Contains public sector information licensed under the Open Government Licence v3.0: street-level crime from "
    "data.police.uk; populations, lookups and boundaries from the Office for National Statistics.",
    "Boundaries contain OS data © Crown copyright and database right.",
]


@cache
def partnership():
    return Profile.objects.order_by("id").first()


def site(request):
    profile = partnership().profile
    return {
        "profile": profile,
        "notice": NOTICE if "example" in profile else None,
        "attributions": ATTRIBUTIONS,
        "places": PLACES,
        "member": request.member,
        "path": request.path,
    }
