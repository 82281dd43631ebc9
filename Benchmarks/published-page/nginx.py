"""nginx, serving the same bytes with the same headers from a file."""

import gzip
import os
from pathlib import Path

import machine
from servers import Server

# What says when, how long or by whom, and what nginx says by itself.
OWN = {"content-length", "content-type", "date", "etag", "last-modified", "server", "connection", "vary", "accept-ranges"}
CONFIGURATION = """
worker_processes {cores};
pid {folder}/pid;
error_log {folder}/error.log;
daemon off;
{account}
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    open_file_cache max=10;
    open_file_cache_valid 1h;
    types {{ text/html html; }}
    charset utf-8;
    gzip_static on;
    gzip_vary on;
    server {{
        listen 127.0.0.1:{port} backlog=1024;
        root {folder}/site;
        {headers}
    }}
}}
"""


class Nginx(Server):
    name = "nginx"

    def __init__(self, folder, page):
        """- `page`: an answer of ours: its bytes are served, with its headers."""
        self.folder = Path(folder)
        site = self.folder / "site"
        site.mkdir()
        (site / "index.html").write_bytes(page.content)
        # Packed beforehand, as small as it gets: nginx then has no work with it.
        (site / "index.html.gz").write_bytes(gzip.compress(page.content, 9, mtime=0))
        self.headers = {name: value for name, value in page.getheaders() if name.lower() not in OWN}

    def command(self):
        headers = "\n".join(f'add_header {name} "{value}";' for name, value in self.headers.items())
        path = self.folder / "nginx.conf"
        # Its workers would give way to an account that may not come into this folder.
        account = "user root;" if os.getuid() == 0 else ""
        path.write_text(
            CONFIGURATION.format(
                cores=machine.CORES, folder=self.folder, port=self.port, headers=headers, account=account
            )
        )
        return ["nginx", "-p", self.folder, "-c", path]
