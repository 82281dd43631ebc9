from django import template

register = template.Library()


@register.filter
def grouped(number):
    """ "148,133": quicker than humanize's `intcomma`."""
    return f"{number:,}"
