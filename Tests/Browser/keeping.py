"""How a reader keeps a paper that a page leads to."""


def kept(page, address, path):
    """A PDF as a file."""
    answer = page.request.get(address, timeout=120_000)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf"), address
    path.write_bytes(answer.body())
    return path
