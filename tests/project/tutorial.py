#!/usr/bin/env python3
"""Does what a page tells its reader to do, in an empty folder, and holds what comes to what the page shows.

A block that begins with ```console has commands, each on a line after "$ ", with what they print. One that begins with
```yaml PATH or ```markdown PATH is what the reader puts into that file, ```yaml >>PATH what is added at its end, and
```diff PATH which lines are changed. With --update the page gets what came.

usage: tutorial.py PROGRAM PAGE [--update]
"""
import os
import re
import subprocess
import sys
import tempfile


def run(command, folder, environment):
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=60, text=True)
    return done.stdout


def console(block, folder, environment):
    """The block with what its commands print now. `cd` changes the folder for those that follow."""
    out = []
    for line in block.splitlines():
        if not line.startswith("$ "):
            continue
        out.append(line + "\n")
        moved = re.fullmatch(r"\$ mkdir (\S+) && cd \1", line)
        text = run(line[2:], folder[0], environment)
        if moved:
            folder[0] = os.path.join(folder[0], moved[1])
        out.append(text)
    return "".join(out)


def change(path, block):
    """Takes the lines that begin with - out and puts those with + in."""
    old = "".join(line[1:] for line in block.splitlines(True) if line[0] != "+")
    new = "".join(line[1:] for line in block.splitlines(True) if line[0] != "-")
    text = open(path, encoding="utf8").read()
    assert text.count(old) == 1, (path, old)
    return text.replace(old, new)


def steady(text):
    """Without the figures that the shipped rules come to, which change as they get better."""
    return re.sub(r"(what surrounds them )[0-9.]+|^[0-9]+ claims in the draft.*$", r"\1", text, flags=re.M)


def main():
    program, page = os.path.abspath(sys.argv[1]), sys.argv[2]
    text = open(page, encoding="utf8").read()
    environment = dict(os.environ, PATH=os.path.dirname(program) + os.pathsep + os.environ["PATH"], NO_COLOR="1")
    commands = 0
    with tempfile.TemporaryDirectory() as root:
        folder = [root]

        def follow(match):
            nonlocal commands
            kind, path, block = match[1], match[2], match[3]
            if kind == "console":
                commands += block.count("\n$ ") + block.startswith("$ ")
                return f"```console\n{console(block, folder, environment)}```"
            if path:
                target = os.path.join(folder[0], path.removeprefix(">>"))
                written = change(target, block) if kind == "diff" else block
                open(target, "a" if path.startswith(">>") else "w", encoding="utf8").write(written)
            return match[0]

        now = re.sub(r"```(\w+)(?: (\S+))?\n(.*?)```", follow, text, flags=re.S)
    assert commands > 5, commands
    if "--update" in sys.argv:
        open(page, "w", encoding="utf8").write(now)
    elif steady(now) != steady(text):
        import difflib
        sys.exit("".join(difflib.unified_diff(text.splitlines(True), now.splitlines(True), "the page", "what came")))
    print(f"{commands} commands print what {os.path.basename(page)} shows")


main()
