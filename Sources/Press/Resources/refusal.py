# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the worker answers where it cannot do a job."""


class Refusal(Exception):
    """A job that can't be done, and why, for a person to read."""
