"""Django set up as its guides advise for production, reading a copy of Frankpledge's own records."""

import os
import secrets

DEBUG = False
SECRET_KEY = secrets.token_urlsafe(50)
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "urls"
WSGI_APPLICATION = "wsgi.application"
INSTALLED_APPS = ["register"]

# Nothing that the page does not need: each of Django's own left out here makes it quicker.
MIDDLEWARE = [
    "register.headers.security_headers",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "register.members.recognise",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.csrf", "register.site.site"]},
    }
]

# The records are only read. A connection is kept open between requests, one a thread.
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": f"file:{os.environ['RECORDS']}?mode=ro",
        "OPTIONS": {"uri": True},
        "CONN_MAX_AGE": None,
    }
}

USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_CODE = "en-gb"
USE_I18N = False
