# SPDX-License-Identifier: AGPL-3.0-or-later
"""Charts, by Vega-Lite."""

import json
import os

from refusal import Refusal

VEGA_LITE = "6.4"
HOUSE_SANS = "Frankpledge Sans"
PROBE = '{"mark":"bar","data":{"values":[{"a":1}]},"encoding":{"y":{"field":"a","type":"quantitative"}}}'


class Plotter:
    """Vega-Lite, with no data but what is in the specification."""

    def __init__(self, fonts):
        import vl_convert

        self.vl_convert = vl_convert
        vl_convert.register_font_directory(fonts)

    def render(self, text):
        try:
            specification = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise Refusal(f"the chart’s specification is not JSON: {error}") from error
        refuse_outside_data(specification, "the specification")
        try:
            return self.svg(text.decode())
        except ValueError as error:
            self.rinse()
            raise Refusal(self.explained(error)) from error

    def svg(self, text):
        return self.vl_convert.vegalite_to_svg(
            text,
            vl_version=VEGA_LITE,
            config={"font": HOUSE_SANS},
            allowed_base_urls=[],
            format_locale="en-GB",
            time_format_locale="en-GB",
        ).encode()

    def rinse(self):
        """A failed chart can leave an error behind that the next, innocent chart would be blamed for."""
        for _ in range(3):
            try:
                self.svg(PROBE)
                return
            except ValueError:
                continue
        os._exit(70)

    def explained(self, error):
        lines = [line.strip() for line in str(error).splitlines()]
        said = [line for line in lines if line and not line.startswith("at ") and "conversion failed" not in line]
        return " ".join(said)[:600] or "no reason given"


def refuse_outside_data(value, place):
    """Refuses every address. Where loading is forbidden Vega may still draw an empty chart and say nothing."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("url", "href") and not (isinstance(inner, dict) and "field" in inner):
                raise Refusal(f"a chart may hold no address, but {place} has ‘{key}’; put its data in ‘values’")
            if key in ("url", "href") or key not in ("values", "datasets"):
                refuse_outside_data(inner, f"‘{key}’")
    elif isinstance(value, list):
        for inner in value:
            refuse_outside_data(inner, place)
