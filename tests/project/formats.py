#!/usr/bin/env python3
"""Every format of `check` at once, each to a file of its own: read back by parsers that are not ours, the same bytes
again, and one exit code whatever the format. SARIF is held to Microsoft's multitool where that is installed.

usage: formats.py PROGRAM ROOT
"""
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

FORMATS = ["text", "json", "jsonl", "html", "markdown", "csv", "sarif", "junit", "github", "github-summary", "gitlab",
           "rdjson", "svg", "dot", "outline"]


def read(folder, name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read().decode("utf8")


def check_sarif(folder, text):
    run = json.loads(text)["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        places = result["locations"] + result.get("relatedLocations", [])
        assert len(places) >= 2, "a finding has two places"
        for place in places:
            region = place["physicalLocation"]["region"]
            assert (region["endLine"], region["endColumn"]) >= (region["startLine"], region["startColumn"])
            artifact = place["physicalLocation"]["artifactLocation"]
            assert run["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"]
        links = {int(n) for n in re.findall(r"[^\\]\]\((\d+)\)", result["message"]["text"])}
        assert links <= {place["id"] for place in result.get("relatedLocations", [])}
    multitool = os.environ.get("SARIF_MULTITOOL") or shutil.which("sarif-multitool")
    if not multitool:
        print("no sarif-multitool (npm: @microsoft/sarif-multitool): SARIF was checked by its structure only")
        return
    verdict = os.path.join(folder, "verdict.sarif")
    subprocess.run([multitool, "validate", os.path.join(folder, "sarif"), "--output", verdict, "--log", "ForceOverwrite"],
                   capture_output=True, timeout=300)
    with open(verdict, encoding="utf-8-sig") as file:
        problems = [result for result in json.load(file)["runs"][0]["results"] if result.get("level", "warning") == "error"]
    assert not problems, problems


def main():
    program, root = sys.argv[1], sys.argv[2]
    dossier = os.path.join("fixtures", "harbour-fire")
    with tempfile.TemporaryDirectory() as folder:
        outputs = [f"--format={name}={os.path.join(folder, name)}" for name in FORMATS]
        done = subprocess.run([program, "check", dossier, *outputs], cwd=root, capture_output=True, timeout=120)
        assert done.returncode == 3 and done.stdout == b"", (done.returncode, done.stderr)
        report = json.loads(read(folder, "json"))
        findings, facts = report["findings"], report["coverage"]
        for name in FORMATS:
            one = subprocess.run([program, "check", dossier, "--format", name, "-j", "1"], cwd=root, capture_output=True, timeout=120)
            assert one.returncode == 3, (name, one.returncode)
            assert one.stdout.decode() == read(folder, name), f"{name}: another run gave other bytes"
        assert len(json.loads(read(folder, "gitlab"))) == len(findings) + 1
        assert len(json.loads(read(folder, "rdjson"))["diagnostics"]) == len(findings) + 1
        xml.etree.ElementTree.fromstring(read(folder, "svg"))
        suites = xml.etree.ElementTree.fromstring(read(folder, "junit"))
        cases = suites.findall("testsuite/testcase")
        assert len(cases) == len(findings) + len(report["documents"]) == int(suites.get("tests"))
        errors = sum(finding["severity"] == "error" for finding in findings)
        assert len(suites.findall("testsuite/testcase/failure")) == errors == int(suites.get("failures"))
        rows = list(csv.reader(io.StringIO(read(folder, "csv").lstrip("\ufeff"))))
        assert len(rows) >= len(facts) + 1 and len({len(row) for row in rows}) == 1
        commands = [line for line in read(folder, "github").splitlines() if line.startswith("::")]
        assert all(sum(c.startswith(kind) for c in commands) <= 10 for kind in ("::error ", "::warning ", "::notice "))
        check_sarif(folder, read(folder, "sarif"))
        print(f"{len(FORMATS)} formats hold")


if __name__ == "__main__":
    main()
