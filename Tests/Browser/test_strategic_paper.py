"""The strategic assessment on paper: what is shown stands under the heading it stands under on the page, in the same order."""

import re
import subprocess

import pytest
from keeping import kept

PUBLICATION = "/publications/strategic-assessment-2015-16"
# Of a part: its heading, and what is shown there, as it is headed.
PARTS = """() => [...document.querySelectorAll('section.document-part')].map(part => ({
    heading: part.querySelector('h2').textContent.trim(),
    shown: [...part.querySelectorAll('figure > :is(h3, h4), figure figcaption :is(h3, h4), table caption')]
        .map(head => head.textContent.trim()),
}))"""


@pytest.fixture
def text(page, tmp_path):
    paper = kept(page, PUBLICATION + "/versions/1/strategic-assessment.pdf", tmp_path / "paper.pdf")
    return subprocess.run(["pdftotext", "-enc", "UTF-8", paper, "-"], capture_output=True, text=True, check=True).stdout


def test_pictures_and_tables_are_numbered_in_the_order_in_which_they_stand(text):
    for kind, apart in (("Chart", 1), ("Table", 0)):
        numbers = [int(number) for number in re.findall(rf"^{kind} (\d+)\s", text, re.MULTILINE)]
        assert sorted(numbers) == list(range(1, len(numbers) + 1)) and len(numbers) > 4, kind
        # Two charts that stand side by side come out of the file in either order.
        assert all(abs(number - place) <= apart for place, number in enumerate(numbers, 1)), kind


def test_each_stands_under_its_own_heading(page, text):
    page.goto(PUBLICATION)
    parts = page.evaluate(PARTS)
    # The last, since the contents name it too.
    starts = {part["heading"]: _places(rf"^{_spaced(part['heading'])}$", text)[-1] for part in parts}
    ends = dict(zip(starts, [*list(starts.values())[1:], len(text)]))
    found = 0
    for part in parts:
        for head in part["shown"]:
            places = _places(rf"^(Chart|Table|Map) \d+\s+{_spaced(head)}", text)
            # A picture’s own table is on the page alone.
            if places:
                found += 1
                # Two may be headed alike, as a theme’s months and those of the district.
                assert any(starts[part["heading"]] < place < ends[part["heading"]] for place in places), head
    assert found > 15


def _spaced(words):
    return r"\s+".join(re.escape(word) for word in words.split())


def _places(pattern, text):
    return [match.start() for match in re.finditer(pattern, text, re.MULTILINE)]
