#!/usr/bin/env python3
"""The page of --format html, of a dossier with everything that a desk meets: well formed, whole, loading nothing. Where
scripts/test --all has installed a browser, it is opened there too (browser_check.js); DESK/screenshots has what it looks like.

usage: html_report.py PROGRAM ROOT DESK
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from html.parser import HTMLParser

VOID = {"meta", "input", "br", "hr", "img", "link", "wbr", "col"}


class Checker(HTMLParser):
    """Tags that pair, names that are given once, links that lead somewhere, controls that have a label."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.links, self.labels, self.controls = [], [], [], [], []
        self.headings, self.text = [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        assert tag not in ("script", "link", "iframe", "object", "embed", "img", "base", "form"), f"<{tag}> in the page"
        for name, value in attrs.items():
            assert not name.startswith("on"), f"<{tag} {name}>"
            assert name not in ("src", "srcset", "data", "poster", "action", "background"), f"<{tag} {name}>"
            assert "url(" not in (value or ""), f"<{tag} {name}={value}>"
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if "href" in attrs:
            self.links.append(attrs["href"])
        if tag == "label":
            self.labels.append(attrs.get("for"))
        if tag == "input":
            self.controls.append((attrs.get("id"), "label" in self.open))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-1:]} in line {self.getpos()[0]}"
        self.open.pop()

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data):
        if "style" not in self.open:
            self.text.append(data)


def check_text(page):
    assert page.startswith("<!DOCTYPE html>\n<html lang=")
    checker = Checker()
    checker.feed(page)
    checker.close()
    assert not checker.open, checker.open
    assert len(checker.ids) == len(set(checker.ids)), "a name is given twice"
    for link in checker.links:
        assert link.startswith("#") and link[1:] in checker.ids, f"{link} leads nowhere"
    for control, inside in checker.controls:
        assert inside or control in checker.labels, f"input {control} has no label"
    assert checker.headings[0] == 1 and checker.headings.count(1) == 1
    for before, after in zip(checker.headings, checker.headings[1:]):
        assert after <= before + 1, f"a heading of level {after} follows one of level {before}"
    style = page[page.index("<style>"):page.index("</style>")]
    assert "@import" not in style and "url(" not in style
    return " ".join("".join(checker.text).split())


def check_content(text):
    """That what an editor looks for is there, in words."""
    for words in ("14 against 17", "contradicted", "agreed", "unsupported", "Why", "Ask", "Sign-off", "withdrawn", "undated",
                  "replaced", "copied", "not read", "The same in words", "Not compared", "Claim by claim"):
        assert words in text, f"'{words}' is missing"


def check_in_browser(desk, path):
    """Whether it was looked at in a browser, which takes a Chromium and the packages of scripts/test --all."""
    modules = os.path.join(desk, "node_modules")
    names = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
    chromium = next(filter(None, map(shutil.which, names)), None)
    node = shutil.which("node")
    if not (chromium and node and os.path.exists(os.path.join(modules, "playwright-core"))):
        return False
    shots = os.path.join(desk, "screenshots")
    os.makedirs(shots, exist_ok=True)
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "browser_check.js")
    done = subprocess.run([node, script, modules, chromium, path, shots], capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    return True


def main():
    program, root, desk = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "report.html")
        dossier = os.path.join(root, "fixtures", "harbour-fire")
        done = subprocess.run([program, "check", dossier, "--format", f"html={path}"], capture_output=True, timeout=120)
        assert done.returncode == 3 and done.stdout == b"", (done.returncode, done.stderr)  # one source cannot be read
        with open(path, encoding="utf8") as page:
            check_content(check_text(page.read()))
        for fixture in ("h20-export", "graph/camps"):  # without a draft; without a finding below
            other = subprocess.run([program, "check", os.path.join(root, "fixtures", fixture), "--format", "html", "--show", "error"],
                                   capture_output=True, timeout=120)
            check_text(other.stdout.decode())
        if check_in_browser(desk, path):
            print("the page holds, as text and in a browser")
        else:
            print("no Chromium or no playwright-core (scripts/test --all): the page was checked as text only")


if __name__ == "__main__":
    main()
