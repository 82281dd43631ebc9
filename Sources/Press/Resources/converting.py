# SPDX-License-Identifier: AGPL-3.0-or-later
"""Makes a PDF of an Office file, with LibreOffice: `converting.py SOFFICE KIND MEMORY SECONDS FOLDER`, where the file is `given` in the
folder and becomes `given.pdf`.

LibreOffice is large and was not made for what strangers send. So it runs in a network of its own, where there is nothing (where
the kernel grants one), with a profile of its own that runs no macro and follows no link, in a folder of its own, and with no more
memory and time than it is given. What the file says of who wrote it is taken out first.
"""

import ctypes
import io
import os
import resource
import subprocess
import sys
import zipfile

FILTERS = {"docx": "writer", "odt": "writer", "xlsx": "calc", "ods": "calc", "pptx": "impress", "odp": "impress"}
OPTIONS = '{"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportNotes":{"type":"boolean","value":"false"}}'
EMPTY = {
    "docProps/core.xml": b'<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": b'<?xml version="1.0" encoding="UTF-8"?><Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
    "docProps/custom.xml": b'<?xml version="1.0" encoding="UTF-8"?><Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
    "meta.xml": b'<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office='
    b'"urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"/>',
}
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000


def leave_the_network():
    """To a network in which there is nothing; where the kernel grants none, proxies lead nowhere and links are not followed."""
    user, group = os.getuid(), os.getgid()
    if ctypes.CDLL(None, use_errno=True).unshare(NEW_USER | NEW_NETWORK) != 0:
        return
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        try:
            with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
                file.write(text)
        except OSError:
            continue


def bare(given):
    """The same file without what it says of its writers."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(given)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            kept = zipfile.ZIP_STORED if entry.filename == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(entry.filename, EMPTY.get(entry.filename) or old.read(entry), kept)
    return made.getvalue()


def convert(office, kind, folder):
    with open(os.path.join(folder, "given"), "rb") as file:
        given = bare(file.read())
    with open(os.path.join(folder, f"given.{kind}"), "wb") as file:
        file.write(given)
    profile = os.path.join(folder, "profile", "user")
    os.makedirs(profile)
    with open(os.path.join(profile, "registrymodifications.xcu"), "w", encoding="utf-8") as file:
        file.write(SETTINGS)
    command = [
        office, "--headless", "--norestore", "--nolockcheck", "--nodefault", f"-env:UserInstallation=file://{folder}/profile",
        "--convert-to", f"pdf:{FILTERS[kind]}_pdf_Export:{OPTIONS}", "--outdir", folder, f"given.{kind}",
    ]
    subprocess.run(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=sys.stderr, stderr=sys.stderr,
        env={"HOME": folder, "TMPDIR": folder, "PATH": "/usr/bin:/bin", "LANG": "en_GB.UTF-8", "TZ": "UTC", "SAL_USE_VCLPLUGIN": "svp"},
    )


def main(office, kind, memory, seconds, folder):
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    leave_the_network()
    convert(office, kind, folder)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
