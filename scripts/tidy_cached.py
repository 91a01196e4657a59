#!/usr/bin/env python3
"""Run clang-tidy over the files of a build directory, and not again over one that was clean and has not changed.

usage: tidy_cached.py BUILD_DIR [FILE...]

A file has not changed where its preprocessed text, its flags and .clang-tidy are the same; the digests of clean files are kept
in the user's cache directory, as ccache keeps its objects. Exit status 1 where clang-tidy fails on a file.
"""
import concurrent.futures
import hashlib
import json
import os
import re
import shlex
import subprocess
import sys

TIDY = "clang-tidy-14"
CACHE = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "crosscheck", "tidy")


def digest_of(entry, settings):
    command = shlex.split(entry["command"])
    while "ccache" in os.path.basename(command[0]):
        command.pop(0)
    at = command.index("-o")
    del command[at:at + 2]
    text = subprocess.run(command + ["-E", "-C"], cwd=entry["directory"], capture_output=True)
    if text.returncode != 0:
        return None
    # -C keeps comments, for NOLINT is one; line markers would tie the digest to where the checkout lies.
    body = re.sub(rb'^# \d+ "[^"]*".*$', b"", text.stdout, flags=re.M)
    flags = [part for part in command if not part.startswith(("/", "-I"))]
    return hashlib.sha256(b"\0".join([settings, " ".join(flags).encode(), body])).hexdigest()


def check(entry, build, settings):
    """What clang-tidy says of a file; "" where it is clean."""
    digest = digest_of(entry, settings)
    mark = os.path.join(CACHE, digest) if digest else None
    if mark and os.path.exists(mark):
        return ""
    done = subprocess.run([TIDY, "--quiet", "-p", build, entry["file"]], capture_output=True, text=True)
    if done.returncode == 0 and "warning:" not in done.stdout:
        if mark:
            open(mark, "w").close()
        return ""
    said = (done.stdout + done.stderr).strip() or "clang-tidy failed"
    return said if done.returncode != 0 else Shown(said)


class Shown(str):
    """Findings of a file that clang-tidy does not treat as errors (WarningsAsErrors in .clang-tidy)."""


def main():
    build = sys.argv[1]
    wanted = {os.path.abspath(path) for path in sys.argv[2:]}
    source = os.path.abspath("src") + os.sep
    entries = json.load(open(os.path.join(build, "compile_commands.json")))
    entries = sorted((e for e in entries if (e["file"] in wanted if wanted else e["file"].startswith(source))),
                     key=lambda e: e["file"])
    version = subprocess.run([TIDY, "--version"], capture_output=True).stdout
    settings = version + open(".clang-tidy", "rb").read()
    os.makedirs(CACHE, exist_ok=True)
    unclean = shown = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for said in pool.map(lambda entry: check(entry, build, settings), entries):
            if said:
                unclean += not isinstance(said, Shown)
                shown += isinstance(said, Shown)
                print(said, flush=True)
    print(f"tidy: {len(entries)} files, {unclean} with errors, {shown} with findings to look at")
    return 1 if unclean else 0


if __name__ == "__main__":
    sys.exit(main())
