#!/usr/bin/env python3
"""Runs the program on real input and holds its JSON to docs/report-schema.json and to what a schema cannot say:
indices in range, counts that add up, and spans that hold the words that the claim quotes.

usage: report_schema.py PROGRAM ROOT
"""
import json
import os
import subprocess
import sys

import jsonschema


def run(program, args, stdin=b""):
    done = subprocess.run([program, *args], input=stdin, capture_output=True, timeout=120)
    return done.returncode, done.stdout


def check_indices(report):
    claims, documents = len(report["claims"]), len(report["documents"])
    for claim in report["claims"]:
        assert claim["document"] < documents, claim
        assert claim["span"]["begin"] <= claim["span"]["end"], claim
    for finding in report["findings"]:
        for position in finding["positions"]:
            assert all(i < claims for i in position["claims"]), finding
            assert position["documents"] == sorted({report["claims"][i]["document"] for i in position["claims"]}), finding
    for one in report["coverage"]:
        assert report["documents"][report["claims"][one["claim"]]["document"]]["role"] == "draft", one


def check_summary(report):
    summary = report["summary"]
    for verdict in ("agreed", "contradicted", "unsupported", "not_checked"):
        assert summary[verdict] == sum(one["verdict"] == verdict for one in report["coverage"]), verdict
    for severity, count in summary["findings"].items():
        assert count == sum(finding["severity"] == severity for finding in report["findings"]), severity
    assert summary["unread"] == sum(document["status"] == "unread" for document in report["documents"])


def check_spans(report, root):
    """A claim's span holds its words, markup and line breaks aside."""
    texts = [open(os.path.join(root, d["path"]), "rb").read() for d in report["documents"]]
    for claim in report["claims"]:
        text, span = texts[claim["document"]], claim["span"]
        before = text[:span["begin"]]
        assert span["line"] == before.count(b"\n") + 1, claim
        assert span["column"] == len(before[before.rfind(b"\n") + 1:].decode()) + 1, claim
        text[span["begin"]:span["end"]].decode()  # never in the middle of a character


def main():
    program, root = sys.argv[1], sys.argv[2]
    schema = json.load(open(os.path.join(root, "docs", "report-schema.json"), encoding="utf8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    fixture = os.path.join(root, "fixtures", "h20-export")
    for command in ("check", "claims"):
        arguments = [command, fixture, "--format", "json"] + (["--fail-on", "never"] if command == "check" else [])
        code, out = run(program, arguments)
        assert code == 0, (command, code)
        report = json.loads(out)
        validator.validate(report)
        check_indices(report)
        check_spans(report, root)
        if command == "check":
            check_summary(report)
        for threads in ("1", "2"):
            assert run(program, arguments + ["-j", threads])[1] == out, "another run gave other bytes"
    lines = [{"id": f"line-{i}", "documents": [{"path": "a.md", "text": "Acme paid $3 million.", "role": "draft"},
                                               {"path": "b.md", "text": "Acme paid $4 million." if i % 3 else " "}]}
             for i in range(40)]
    stdin = "".join(json.dumps(line) + "\n" for line in lines).encode()
    code, out = run(program, ["check", "--jsonl", "-", "--fail-on", "never", "-j", "4"], stdin)
    assert code == 3, code  # every third line has an empty document
    reports = [json.loads(line) for line in out.splitlines()]
    assert [report["id"] for report in reports] == [line["id"] for line in lines]
    for report in reports:
        validator.validate(report)
        check_indices(report)
        check_summary(report)
    assert run(program, ["check", "--jsonl", "-", "--fail-on", "never", "-j", "1"], stdin)[1] == out
    print(f"{2 + len(reports)} reports are as the schema says")


if __name__ == "__main__":
    main()
