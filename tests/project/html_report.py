#!/usr/bin/env python3
"""The page of --format html, of a dossier with everything that a desk meets: well formed, whole, loading nothing. Where
a Chromium is installed it is opened there at three widths and used without a mouse.

usage: html_report.py PROGRAM ROOT [FOLDER for screenshots]
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from html.parser import HTMLParser

import browser

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


def check_in_browser(chromium, path, shots):
    with browser.Page(chromium) as page:
        for name, width, phone in (("desk", 1440, False), ("tablet", 800, False), ("phone", 360, True)):
            page.open(path, width, phone=phone)
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"at {width} pixels the page is {wide} wide"
            if shots:
                page.screenshot(os.path.join(shots, name + ".png"), whole=True)
        others = [url for url in page.requests if not url.startswith("file:///")]
        assert len(set(page.requests)) == 1 and not others, f"requests: {page.requests}"
        assert not page.messages, page.messages
        page.open(path, 1440)
        page.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        shown = "getComputedStyle(document.querySelector('.list.severity')).display"
        assert page.evaluate(shown) == "none"
        page.evaluate("document.getElementById('by-reading').focus()")
        page.press("ArrowRight")
        assert page.evaluate(shown) == "block", "the arrow keys do not change the order of the findings"
        # Every place that takes the focus is reached by the tab key, once around.
        reached, wanted = set(), page.evaluate(
            "[...document.querySelectorAll('a[href],input,summary,[tabindex]')].filter(e => e.checkVisibility()"
            " && !(e.type == 'radio' && !e.checked)).map((e, i) => { e.dataset.stop = i; return 0 }).length")
        page.evaluate("document.activeElement.blur()")
        for _ in range(wanted + 20):
            page.press("Tab")
            reached.add(page.evaluate("document.activeElement.dataset.stop"))
        missing = set(map(str, range(wanted))) - reached
        assert not missing, f"not reached by the keyboard: {len(missing)} of {wanted}"
        check_with_axe(page, path)
        if shots:
            page.pdf(os.path.join(shots, "print.pdf"))


# What axe-core calls serious or worse; it is looked for where npm puts it, or where AXE_CORE says.
AXE_SERIOUS = """axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations
  .filter(v => ["serious", "critical"].includes(v.impact)).map(v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.html).join(" | ")))"""


def check_with_axe(page, path):
    axe = os.environ.get("AXE_CORE", "")
    if not axe:
        root = subprocess.run(["npm", "root", "-g"], capture_output=True, text=True).stdout.strip() if shutil.which("npm") else ""
        axe = os.path.join(root or "/usr/lib/node_modules", "axe-core", "axe.min.js")
    if not os.path.exists(axe):
        print("no axe-core (npm: axe-core; AXE_CORE=FILE): what it would find was not looked for")
        return
    with open(axe, encoding="utf8") as file:
        source = file.read()
    for width, phone in ((1440, False), (360, True)):
        page.open(path, width, phone=phone)
        page.evaluate(source + "; 0")
        found = page.evaluate(AXE_SERIOUS)
        assert not found, f"axe-core at {width} pixels: {found}"


def main():
    program, root = sys.argv[1], sys.argv[2]
    shots = sys.argv[3] if len(sys.argv) > 3 else None
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
        chromium = browser.find()
        if chromium is None:
            print("no Chromium is installed: the page was checked as text only")
            return
        check_in_browser(chromium, path, shots)
        print("the page holds, as text and in a browser")


if __name__ == "__main__":
    main()
