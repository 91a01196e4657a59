#!/usr/bin/env python3
"""Every format of `check` at once, each to a file of its own: read back by parsers that are not ours, the same bytes
again, and one exit code whatever the format. SARIF is held to Microsoft's multitool where scripts/test --all has put it
into DESK.

usage: formats.py PROGRAM ROOT DESK
"""
import csv
import io
import json
import os
import re
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


# What the multitool warns of and is right as it is: there is no site that the address of the tool could lead to.
LEFT = {("SARIF2005", "Warning_ProvideToolnformationUri")}


def check_with_multitool(multitool, program, root, folder):
    """SARIF of every kind that we write: with and without a draft, findings, a baseline, in and out of the folder of
    the run, and of rule files with mistakes and odd names."""
    logs = os.path.join(folder, "logs")
    os.makedirs(os.path.join(folder, "100% [odd] names"))
    os.makedirs(logs)
    rules = os.path.join(folder, "100% [odd] names", "rules.yaml")
    with open(rules, "w", encoding="utf8") as file:
        file.write("version: 1\nrules:\n- id: odd\n  '[a](1)': b\n")
    baseline = os.path.join(folder, "baseline.yaml")
    fire, export, camps = (os.path.join("fixtures", name) for name in ("harbour-fire", "h20-export", os.path.join("graph", "camps")))
    commands = {
        "draft": ["check", fire],
        "errors": ["check", fire, "--show", "error"],
        "no-draft": ["check", export],
        "baseline": ["check", export, "--baseline", baseline],
        "clean": ["check", os.path.join(fire, "northern-wire.txt")],
        "absolute": ["check", os.path.join(os.path.abspath(root), camps)],
        "rules": ["rules", "validate", rules],
    }
    subprocess.run([program, "baseline", "write", export, "--baseline", baseline], cwd=root, capture_output=True, check=True, timeout=120)
    for name, command in commands.items():
        done = subprocess.run([program, *command, "--format", "sarif"], cwd=root, capture_output=True, timeout=120)
        assert done.returncode in (0, 1, 2, 3) and done.stdout, (command, done.stderr)
        with open(os.path.join(logs, name + ".sarif"), "wb") as file:
            file.write(done.stdout)
    verdict = os.path.join(folder, "verdict.sarif")
    done = subprocess.run([multitool, "validate", os.path.join(logs, "*.sarif"), "--output", verdict, "--log", "ForceOverwrite"],
                          env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}, capture_output=True, text=True, timeout=300)
    with open(verdict, encoding="utf-8-sig") as file:
        run = json.load(file)["runs"][0]
    assert f"{len(commands)} files scanned" in done.stdout, done.stdout + done.stderr
    assert all(invocation["executionSuccessful"] for invocation in run["invocations"]), done.stdout + done.stderr
    problems = [result for result in run["results"] if result.get("level", "warning") in ("error", "warning")
                and (result["ruleId"], result["message"].get("id")) not in LEFT]
    assert not problems, problems[:5]


def main():
    program, root, desk = sys.argv[1:]
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
        multitool = os.path.join(desk, "node_modules", "@microsoft", "sarif-multitool-linux", "Sarif.Multitool")
        if os.path.exists(multitool):
            check_with_multitool(multitool, program, root, folder)
        else:
            print("no SARIF multitool (scripts/test --all): SARIF was checked by its structure only")
        print(f"{len(FORMATS)} formats hold")


if __name__ == "__main__":
    main()
