"""How a reader keeps a paper that a page leads to, and reads it."""

import re
import subprocess


def kept(page, address, path):
    """A PDF as a file."""
    answer = page.request.get(address, timeout=120_000)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf"), address
    path.write_bytes(answer.body())
    return path


def pages_of(pdf):
    """The words of each page of a PDF, with one blank between them."""
    text = subprocess.run(["pdftotext", "-layout", "-enc", "UTF-8", pdf, "-"], capture_output=True, text=True, check=True)
    return [re.sub(r"\s+", " ", page) for page in text.stdout.split("\f")[:-1]]
