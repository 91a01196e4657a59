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


def one_story_of_a_feed(run):
    """A story is named by its file and its id wherever a file is; formats that need a file get the file."""
    draft = ["check", "--no-config", "--draft", "feed.xml#pier-fire", "mail.eml", "feed.xml"]
    done = run(*draft, "--format", "json")
    report = json.loads(done.stdout)
    roles = {document["path"]: document["role"] for document in report["documents"]}
    assert roles == {"feed.xml#pier-fire": "draft", "feed.xml#2": "source", "mail.eml": "source"}, roles
    assert report["findings"], report
    alone = json.loads(run("check", "--no-config", "feed.xml#2", "draft.md", "--format", "json").stdout)
    assert [document["path"] for document in alone["documents"]] == ["feed.xml#2", "draft.md"], alone["documents"]
    wrong = run("check", "--no-config", "draft.md", "--draft", "feed.xml#pier")
    assert wrong.returncode == 3 and b"feed.xml#pier: error: the file has no such story; it has pier-fire, 2" in wrong.stderr, wrong
    none = run("check", "--no-config", "draft.md#2")
    assert none.returncode == 3 and b"is no file of stories" in none.stderr, none
    files = {"github": b"file=feed.xml,", "gitlab": b'"path":"feed.xml"', "rdjson": b'"path":"feed.xml"',
             "junit": b'file="feed.xml"', "sarif": b'"uri":"feed.xml"'}
    for name, wanted in files.items():
        out = run(*draft, "--format", name).stdout.replace(b'": ', b'":')
        assert wanted in out and b"pier-fire" in out, (name, out)
        assert b'"uri":"feed.xml%23' not in out and b"file=feed.xml#" not in out and b'"path":"feed.xml#' not in out, (name, out)
        if name == "sarif":
            log = json.loads(out)["runs"][0]
            uris = [artifact["location"]["uri"] for artifact in log["artifacts"]]
            assert sorted(uris) == ["feed.xml", "mail.eml"], uris
            places = [place for result in log["results"] for place in result["locations"]]
            assert any(place["logicalLocations"][0]["fullyQualifiedName"].startswith("story pier-fire, ") for place in places)
    at = run("explain", "feed.xml#pier-fire:1", "mail.eml")
    assert at.returncode == 0 and b"feed.xml#pier-fire" in at.stdout, at
    place = run("explain", "feed.xml#pier-fire, description, paragraph 1", "mail.eml")
    assert place.returncode == 0 and b"17 people" in place.stdout, place
    several = run("explain", "feed.xml:1", "mail.eml")
    assert several.returncode == 2 and b"name one of them: 'feed.xml#pier-fire'" in several.stderr, several
    nowhere = run("explain", "feed.xml#pier-fire, page 3, line 1", "mail.eml")
    assert nowhere.returncode == 2 and b"there is no place 'page 3, line 1'" in nowhere.stderr, nowhere


def versions(folder, run):
    """A later version of a story replaces the earlier one; one that is taken back takes it with it; how a file was read fails nothing."""
    def story(version, people, status="usable"):
        text = {"uri": "urn:wire:pier", "version": version, "headline": "Pier fire", "provider": "Wire", "pubstatus": status,
                "body_text": f"The fire at the pier hurt {people} people, the harbour office said."}
        with open(os.path.join(folder, f"v{version}.json"), "w", encoding="utf8") as file:
            json.dump(text, file)

    check = ["check", "--no-config", "--draft", "draft.md", "v2.json", "v1.json", "--fail-on", "note"]
    story("1", 17)
    story("2", 19)
    done = run(*check)
    assert done.returncode == 0 and b"replaced: v1.json, by v2.json" in done.stdout, done
    assert b"is version 2 of the story" in done.stdout, "a remark on reading is shown, and does not fail"
    story("2", 19, "canceled")
    done = run(*check, "--format", "json")
    states = {document["path"]: document for document in json.loads(done.stdout)["documents"]}
    assert states["v2.json"]["status"] == "withdrawn" and states["v1.json"]["replaced_by"] is not None, states
    assert b"left out (withdrawn): v2.json" in run(*check).stdout


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
        one_story_of_a_feed(run)
        versions(folder, run)
    print("feeds, mails and stories hold")


main()
