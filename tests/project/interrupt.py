#!/usr/bin/env python3
"""The program at a terminal and under Ctrl-C, as a process of its own: progress where somebody looks on, silence
elsewhere; an interrupt keeps what is done and ends with 130.

usage: interrupt.py PROGRAM
"""
import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios

STORY = "Acme reported revenue of $%d million on Tuesday. The fire on Alder Street injured %d people, police said. "


def line(n):
    text = STORY % (n % 90 + 5, n % 40 + 2) * 8
    other = STORY % (n % 90 + 6, n % 40 + 3) * 8
    return json.dumps({"id": n, "documents": [{"path": "draft.txt", "role": "draft", "text": text},
                                              {"path": "wire.txt", "text": other}]}) + "\n"


def until(stream, wanted, text=b""):
    """Reads a descriptor until `wanted` has come."""
    while wanted not in text:
        assert select.select([stream], [], [], 60)[0], f"nothing came; wanted {wanted!r} after {text!r}"
        got = os.read(stream, 65536)
        assert got, f"it ended; wanted {wanted!r} after {text!r}"
        text += got
    return text


def waiting_for_lines(program):
    """A caller that sends lines and waits: what was sent is answered, and the wait is over at once."""
    run = subprocess.Popen([program, "check", "--jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    for n in range(3):
        run.stdin.write(line(n).encode())
    run.stdin.flush()
    out = until(run.stdout.fileno(), b'{"id":2,')
    run.send_signal(signal.SIGINT)
    run.wait(timeout=60)  # the caller has not closed its end, and need not
    rest, err = run.communicate(timeout=60)
    assert run.returncode == 130, run.returncode
    lines = (out + rest).decode().splitlines()
    assert [json.loads(one)["id"] for one in lines] == [0, 1, 2], lines
    assert err == b"", err


def many_lines(program):
    """In the middle of an archive: whole lines, in order, none torn."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as archive:
        for n in range(30000):
            archive.write(line(n))
        archive.flush()
        run = subprocess.Popen([program, "check", "--jsonl", archive.name, "-j", "2"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        out = until(run.stdout.fileno(), b'{"id":5,')
        run.send_signal(signal.SIGINT)
        rest, err = run.communicate(timeout=120)
        assert run.returncode == 130 and err == b"", (run.returncode, err)
        ids = [json.loads(one)["id"] for one in (out + rest).decode().splitlines()]
        assert ids == list(range(len(ids))) and 6 <= len(ids) < 30000, len(ids)


def many_files(program):
    """While documents are read: one of them is a pipe that nobody writes to until the interrupt has come."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for n in range(6):
            paths.append(os.path.join(folder, f"{n}.txt"))
            if n == 2:
                os.mkfifo(paths[-1])
                continue
            with open(paths[-1], "w", encoding="utf8") as file:
                file.write(STORY % (n + 5, n + 2))
        run = subprocess.Popen([program, "check", "-j", "1", "--no-config", "--format", "json", *paths], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
        with open(paths[2], "w", encoding="utf8") as pipe:  # opens once the program reads it
            run.send_signal(signal.SIGINT)
            pipe.write(STORY % (50, 30))
        out, err = run.communicate(timeout=60)
        assert run.returncode == 130, (run.returncode, err)
        report = json.loads(out)
        states = [document["status"] for document in report["documents"]]
        assert states == ["read"] * 3 + ["unread"] * 3, states
        assert report["findings"], "what was read was compared"
        assert [one["kind"] for one in report["remarks"] if one["kind"] == "interrupted"], report["remarks"]
        assert b"interrupted: 3 of 6 documents were not checked" in err and err.count(b"\n") == 1, err


def one_large_comparison(program):
    """Two documents that would be compared for minutes: the comparison ends with what it has."""
    with tempfile.TemporaryDirectory() as folder:
        names, paths = "harbour fire council ferry bridge company bank school storm police court plant".split(), []
        for d in range(2):
            paths.append(os.path.join(folder, f"{d}.txt"))
            with open(paths[-1], "w", encoding="utf8") as file:
                for n in range(4000):
                    a, b, c = (names[(n * k + d) % len(names)] for k in (1, 5, 7))
                    file.write(f"The {a} {b} said on Tuesday that {n * 7 % 900 + 2 + d} people and ${n % 97 + d}.{n % 9 + 1} million went to "
                               f"the {c} in Moss." + ("\n\n" if n % 5 == 4 else " "))
        run = subprocess.Popen([program, "check", "--no-config", "--format", "json", "--draft", *paths], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
        try:
            run.wait(timeout=8)  # it reads them, and is comparing
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=120)
        assert run.returncode == 130, (run.returncode, err)
        report = json.loads(out)
        assert [document["status"] for document in report["documents"]] == ["read", "read"], report["documents"]
        assert [one["message"] for one in report["remarks"] if one["kind"] == "interrupted"], report["remarks"]
        assert b"interrupted: what was found until then is reported" in err, err


def at_a_terminal(program):
    """Standard error is a terminal: progress, wiped out at the end; standard output is a pipe and has the report alone."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as archive:
        for n in range(12000):
            archive.write(line(n))
        archive.flush()
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 40, 0, 0))
        with tempfile.TemporaryFile() as out:
            env = {**os.environ, "TERM": "xterm"}
            run = subprocess.Popen([program, "check", "--jsonl", archive.name], stdout=out, stderr=theirs, env=env)
            said = until(ours, b"checking: line ")
            run.send_signal(signal.SIGINT)
            run.wait(timeout=120)
            os.close(theirs)
            while select.select([ours], [], [], 1)[0]:
                try:
                    more = os.read(ours, 65536)
                except OSError:  # the other end is gone
                    break
                said += more
            assert run.returncode == 130, run.returncode
            assert said.endswith(b"\r\x1b[K"), said[-80:]
            assert all(len(part) < 40 for part in said.replace(b"\r", b"").split(b"\x1b[K")), said
            out.seek(0)
            assert all(json.loads(one) for one in out.read().splitlines())
        os.close(ours)


def side_by_side(program):
    """Standard output is a terminal: its width decides whether quotes stand beside one another."""
    with tempfile.TemporaryDirectory() as folder:
        for name, n in (("a.txt", 5), ("b.txt", 9)):
            with open(os.path.join(folder, name), "w", encoding="utf8") as file:
                file.write(STORY % (n, n))
        command = [program, "check", "--no-config", folder]
        plain = subprocess.run(command, capture_output=True, timeout=60).stdout.decode()
        assert "│" not in plain and "injured" in plain
        for width in (60, 80, 120, 160):
            ours, theirs = pty.openpty()
            fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
            run = subprocess.Popen(command, stdout=theirs, stderr=subprocess.PIPE, env={**os.environ, "NO_COLOR": "1"})
            os.close(theirs)
            shown = b""
            while True:
                try:
                    got = os.read(ours, 65536)
                except OSError:
                    break
                if not got:
                    break
                shown += got
            run.wait(timeout=60)
            os.close(ours)
            assert ("│" in shown.decode()) == (width >= 80), (width, shown.decode())


def main():
    program = sys.argv[1]
    for test in (waiting_for_lines, many_lines, many_files, one_large_comparison, at_a_terminal, side_by_side):
        test(program)
        print(test.__name__)


main()
