#!/usr/bin/env python3
"""Mails, feeds, ninjs and tables as the program's users give them: places, documents of one file, exit codes.

usage: stories.py PROGRAM
"""
import json
import os
import subprocess
import sys
import tempfile

FILES = {
    "draft.md": "# Pier fire\n\nThe fire at the pier hurt 19 people, the harbour office said.\n",
    "feed.xml": """<rss version="2.0"><channel><title>Harbour News</title>
<item><title>Fire at the pier</title><guid>https://example.org/pier-fire</guid><pubDate>Tue, 15 Jul 2025 23:30:00 -0700</pubDate>
<description>&lt;p&gt;The fire at the pier hurt 17 people, the harbour office said.&lt;/p&gt;</description></item>
<item><title>Council</title><description>The vote was 9 to 4.</description></item></channel></rss>""",
    "killed.json": json.dumps({"headline": "Pier fire", "body_text": "The fire at the pier hurt 12 people, the harbour office said.",
                               "pubstatus": "canceled"}),
    "mail.eml": "From: Ann Lee <a@example.org>\nSubject: Pier fire\nDate: Tue, 15 Jul 2025 10:00:00 +0200\n\n"
                "The fire at the pier hurt 18 people, the harbour office said.\n",
    "settings.json": "{\"colour\": true}",
    "bomb.xml": "<!DOCTYPE a [<!ENTITY b \"c\">]><rss>&b;</rss>",
}


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        for name, text in FILES.items():
            with open(os.path.join(folder, name), "w", encoding="utf8") as file:
                file.write(text)

        def run(*args):
            return subprocess.run([program, *args], cwd=folder, capture_output=True, timeout=60)

        bad = run("check", "--no-config", ".")
        assert bad.returncode == 3 and b"bomb.xml: error: declares entities of its own" in bad.stderr, bad.stderr
        os.remove(os.path.join(folder, "bomb.xml"))
        done = run("check", "--no-config", "--draft", "draft.md", "--format", "json", "--fail-on", "warning", ".")
        assert done.returncode == 1, (done.returncode, done.stderr)
        assert b"settings.json: warning: not used" in done.stderr, done.stderr
        report = json.loads(done.stdout)
        states = {os.path.basename(document["path"]): document for document in report["documents"]}
        assert sorted(states) == ["draft.md", "feed.xml#2", "feed.xml#pier-fire", "killed.json", "mail.eml"], sorted(states)
        assert states["killed.json"]["status"] == "withdrawn"
        assert states["feed.xml#pier-fire"]["published"] == "2025-07-15"
        assert states["mail.eml"]["publisher"] == "Ann Lee"
        places = {claim["span"].get("place") for claim in report["claims"]}
        assert "description, paragraph 1" in places and "body, paragraph 1, character 27" in places, places
        named = run("check", "--no-config", "draft.md", "settings.json")
        assert named.returncode == 3, named.returncode
        alone = run("check", "--no-config", "feed.xml", "--format", "json")
        assert alone.returncode == 0 and len(json.loads(alone.stdout)["documents"]) == 2
        line = json.dumps({"id": 1, "documents": [{"path": "feed.xml", "text": FILES["feed.xml"]}]}) + "\n"
        piped = subprocess.run([program, "check", "--jsonl", "-"], input=line.encode(), capture_output=True, timeout=60)
        assert piped.returncode == 3 and b"holds 2 stories" in piped.stderr, piped.stderr
    print("feeds, mails and stories hold")


main()
