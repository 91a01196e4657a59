#!/usr/bin/env python3
"""Runs the hook, the action and the job that the repository offers, by their own commands, in a throw-away repository of
git; and what a test of one process cannot see: a closed pipe, an interrupt, completions in their shells.

usage: ci.py PROGRAM ROOT
"""
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile

import yaml

RULES = """version: 1
rules:
  - id: bridge-price
    attribute: price
    severity: error
    patterns: ['the bridge cost {money:value}']
    subject: =bridge
    compare: amount
    tests:
      - {name: other, documents: {draft: 'The bridge cost <<$3 million>>.', wire: 'The bridge cost $4 million.'}, want: contradiction}
      - {name: same, documents: {draft: 'The bridge cost $3 million.', wire: 'The bridge cost $3 million.'}, want: nothing}
"""
CONFIG = """version: 1
rules: [rules]
standard_rules: false
sources:
  - {drafts: a.md, sources: [a.txt]}
  - {drafts: b.md, sources: [b.txt]}
"""


class Repository:
    def __init__(self, program, folder):
        self.folder = folder
        self.environment = dict(os.environ, PROGRAM=program, PATH=os.path.dirname(program) + ":" + os.environ["PATH"],
                                GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_SYSTEM="/dev/null",
                                GIT_AUTHOR_NAME="A", GIT_AUTHOR_EMAIL="a@b.invalid", GIT_COMMITTER_NAME="A",
                                GIT_COMMITTER_EMAIL="a@b.invalid")
        for name in list(self.environment):
            if name.startswith("GIT_") and name not in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM") and "NAME" not in name \
                    and "EMAIL" not in name:
                del self.environment[name]
        self.git("init", "-q", "-b", "main")
        self.write("rules/ours.yaml", RULES)
        self.write(".crosscheck.yaml", CONFIG)
        for name in "ab":
            self.write(f"{name}.md", "The bridge cost $3 million.\n")
            self.write(f"{name}.txt", "The bridge cost $3 million.\n")
        self.write("d/dossier.yaml", "version: 1\ndocuments: [{path: c.md, role: draft}, {path: c.txt}]\n")
        self.write("d/c.md", "The bridge cost $3 million.\n")
        self.write("d/c.txt", "The bridge cost $3 million.\n")
        self.commit("begin")

    def write(self, path, text):
        whole = os.path.join(self.folder, path)
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, "w", encoding="utf8") as out:
            out.write(text)

    def read(self, path):
        return open(os.path.join(self.folder, path), encoding="utf8").read()

    def git(self, *args):
        return subprocess.run(["git", *args], cwd=self.folder, env=self.environment, check=True, capture_output=True, text=True)

    def commit(self, message):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def run(self, command, **more):
        done = subprocess.run(command, cwd=self.folder, env=dict(self.environment, **more), capture_output=True, text=True,
                              shell=isinstance(command, str), timeout=120)
        return done.returncode, done.stdout, done.stderr


def expect(repository, command, code, touched, **more):
    got, out, err = repository.run(command, **more)
    assert got == code, (command, got, out, err)
    assert f"crosscheck: {touched} touched since" in err, (command, err)
    return out


def test_since(repository):
    check = "crosscheck check --since HEAD"
    expect(repository, check, 0, "0 of 3 dossiers are")
    repository.write("b.txt", "The bridge cost $4 million.\n")  # a source, not committed
    out = expect(repository, check, 1, "1 of 3 dossiers are")
    assert "b.md" in out and "a.md" not in out, out
    repository.git("add", "b.txt")
    expect(repository, check, 1, "1 of 3 dossiers are")
    repository.git("commit", "-q", "-m", "b")
    expect(repository, check, 0, "0 of 3 dossiers are")
    expect(repository, "crosscheck check --since HEAD~1", 1, "1 of 3 dossiers are")
    repository.write("d/c.txt", "The bridge cost $5 million.\n")
    out = expect(repository, check + " --format json", 1, "1 of 3 dossiers are")
    assert [one["path"] for one in json.loads(out)["documents"]] == ["d/c.md", "d/c.txt"], out
    expect(repository, check + " d", 1, "1 of 1 dossier is")
    expect(repository, check + " a.md", 0, "0 of 1 dossier is")
    repository.write("rules/ours.yaml", RULES + "\n")  # a rule that changes is about everything
    expect(repository, check, 1, "3 of 3 dossiers are")
    repository.git("checkout", "-q", "--", ".")
    os.remove(os.path.join(repository.folder, "a.txt"))  # a glob that fits nothing is a mistake of the configuration
    code, _, err = repository.run(check)
    assert code == 2 and "no document fits 'a.txt'" in err and "1 of 3" in err, (code, err)
    repository.git("checkout", "-q", "--", ".")
    code, _, err = repository.run("crosscheck check --since nowhere")
    assert code == 2 and "there is no revision 'nowhere'" in err, err
    # What others did on main since the branch began is not the branch's.
    repository.git("checkout", "-q", "-b", "branch", "HEAD~1")
    repository.write("a.md", "The bridge cost $9 million.\n")
    repository.commit("a")
    out = expect(repository, "crosscheck check --since main", 1, "1 of 3 dossiers are")
    assert "a.md" in out and "b.md" not in out, out


def test_hook(repository, root):
    hook = yaml.safe_load(open(os.path.join(root, ".pre-commit-hooks.yaml"), encoding="utf8"))[0]
    assert hook["pass_filenames"] is False and re.search(hook["files"], "a/b.md") and not re.search(hook["files"], "a.png")
    expect(repository, hook["entry"], 0, "0 of 3 dossiers are")
    repository.write("a.txt", "The bridge cost $1 million.\n")
    repository.git("add", "-A")
    expect(repository, hook["entry"], 1, "1 of 3 dossiers are")
    # As git itself runs a hook: with its own environment, before a commit.
    repository.write(".git/hooks/pre-commit", f"#!/bin/sh\nexec {hook['entry']}\n")
    os.chmod(os.path.join(repository.folder, ".git/hooks/pre-commit"), 0o755)
    failed = repository.run("git commit -q -m a")
    assert failed[0] != 0 and "bridge-price" in failed[1] + failed[2], failed
    os.remove(os.path.join(repository.folder, ".git/hooks/pre-commit"))
    repository.git("reset", "-q", "--hard")


def defaults(text):
    """The inputs of the action without what GitHub fills in."""
    return "" if text.startswith("${{") else text


def test_action(repository, root):
    action = yaml.safe_load(open(os.path.join(root, "action.yml"), encoding="utf8"))
    step = action["runs"]["steps"][0]
    inputs = {name: defaults(one["default"]) for name, one in action["inputs"].items()}
    values = {name: inputs.get(re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", r"\1", text), "") for name, text in step["env"].items()}
    values["PROGRAM"] = repository.environment["PROGRAM"]
    values.update(SINCE="main", GITHUB_ACTION_PATH=root, GITHUB_STEP_SUMMARY=os.path.join(repository.folder, "summary.md"))
    code, out, err = repository.run(step["run"], **values)
    assert code == 1 and "::error file=a.md,line=1" in out, (code, out, err)
    assert "a.md" in repository.read("summary.md")
    assert json.loads(repository.read("crosscheck.sarif"))["version"] == "2.1.0"
    values["FAIL_ON"] = "never"
    assert repository.run(step["run"], **values)[0] == 0


def test_job(repository, root):
    job = yaml.safe_load(open(os.path.join(root, "ci", "gitlab.yml"), encoding="utf8"))["crosscheck"]
    values = {name: "" if text.startswith("$") else text for name, text in job["variables"].items()}
    values["SINCE"] = "main"
    for line in job["script"]:
        code, out, err = repository.run(line.replace("/opt/crosscheck", root), **values)
    assert code == 1 and "bridge-price" in out, (code, out, err)
    for report in job["artifacts"]["reports"].values():
        assert repository.read(report), report
    assert len(json.loads(repository.read("gl-code-quality-report.json"))) == 1


def test_page(repository, root):
    """Each command of docs/ci.md that is marked so does what the page says."""
    page = open(os.path.join(root, "docs", "ci.md"), encoding="utf8").read()
    blocks = re.findall(r"```sh\n(.*?)```", page, re.S)
    ran = 0
    for block in blocks:
        for line in block.splitlines():
            command, _, comment = line.partition("  # ")
            wanted = re.match(r"exits? (\d+)", comment)
            if not wanted:
                continue
            code, out, err = repository.run(command)
            assert code == int(wanted.group(1)), (command, code, out, err)
            ran += 1
    assert ran >= 4, ran


def test_process(repository, program):
    # Nobody reads: a report that could not be written is no success.
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([program, "check", "a.md"], cwd=repository.folder, stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    assert done.returncode == 4 and b"could not write" in done.stderr, done
    with open("/dev/full", "wb") as full:
        done = subprocess.run([program, "check", "a.md"], cwd=repository.folder, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 4, done
    waiting = subprocess.Popen([program, "check", "--jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    waiting.stdin.write(b'{"id":1,"documents":[{"path":"a","text":"The fair opened."}]}\n')
    waiting.stdin.flush()
    waiting.stdout.readline()
    waiting.send_signal(signal.SIGINT)
    waiting.communicate(timeout=60)
    assert waiting.returncode == 130, waiting.returncode
    if os.geteuid() != 0:
        path = os.path.join(repository.folder, "locked.md")
        repository.write("locked.md", "x")
        os.chmod(path, 0)
        assert subprocess.run([program, "check", path], capture_output=True).returncode == 3


def complete(program, words):
    """What bash offers for the last of the words."""
    script = (f"source <({program} completions bash); COMP_WORDS=({' '.join(repr(word) for word in words)}); "
              f"COMP_CWORD={len(words) - 1}; _crosscheck; printf '%s\\n' \"${{COMPREPLY[@]}}\"")
    return subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True).stdout.split()


def test_shells(program):
    cases = [
        (["crosscheck", "ch"], ["check"]),
        (["crosscheck", "baseline", ""], ["write", "prune", "show"]),
        (["crosscheck", "check", "--fail"], ["--fail-on"]),
        (["crosscheck", "check", "--fail-on", ""], ["error", "warning", "note", "never"]),
        (["crosscheck", "check", "a.md", "--show", "w"], ["warning"]),
        (["crosscheck", "rules", "te"], ["test"]),
        (["crosscheck", "review", "set", "abc", "dr"], ["draft-right"]),
    ]
    for words, wanted in cases:
        assert sorted(complete(program, words)) == sorted(wanted), (words, complete(program, words))
    for shell, check in (("bash", ["bash", "-n"]), ("zsh", ["zsh", "-n"]), ("fish", ["fish", "-n"])):
        text = subprocess.run([program, "completions", shell], capture_output=True, check=True).stdout
        assert b"fail-on" in text, shell
        if shutil.which(shell):
            with tempfile.NamedTemporaryFile() as script:
                script.write(text)
                script.flush()
                subprocess.run([*check, script.name], check=True)
        else:
            print(f"skipped: no {shell} here to read its completions")
    manual = subprocess.run([program, "man"], capture_output=True, text=True, check=True).stdout
    for part in (".TH CROSSCHECK 1", ".SH crosscheck check", "\\-\\-fail\\-on", ".SH EXIT STATUS"):
        assert part in manual, part
    if shutil.which("groff"):
        done = subprocess.run(["groff", "-man", "-ww", "-Tutf8"], input=manual, capture_output=True, text=True, check=True)
        assert not done.stderr, done.stderr


def main():
    program, root = os.path.abspath(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(program, folder)
        test_page(repository, root)
        test_since(repository)
        test_hook(repository, root)
        test_action(repository, root)
        test_job(repository, root)
        test_process(repository, program)
    test_shells(program)
    print("the hook, the action and the job do what they say")


if __name__ == "__main__":
    main()
