#!/usr/bin/env python3
"""What `cmake --install` and `cpack` make of a build: a program that runs from where it was put, its pages, a library
that another project finds, and a .deb that names what it needs.

usage: install.py ROOT BUILD
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile


def run(*command, **how):
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, **how)
    assert done.returncode == 0, (command, done.returncode, done.stdout[-2000:], done.stderr[-2000:])
    return done.stdout


def check_program(prefix):
    """The program and its pages are there, and it finds what it needs."""
    program = os.path.join(prefix, "bin", "crosscheck")
    assert "0.1.0" in run(program, "version")
    for name in ("share/man/man1/crosscheck.1", "share/bash-completion/completions/crosscheck", "share/zsh/vendor-completions/_crosscheck",
                 "share/fish/vendor_completions.d/crosscheck.fish"):
        found = [os.path.join(prefix, name + end) for end in ("", ".gz") if os.path.exists(os.path.join(prefix, name + end))]
        assert found and os.path.getsize(found[0]) > 100, name
    texts = []
    for name, text in (("draft.md", "Acme reported revenue of $4.5 million."), ("wire.txt", "Acme reported revenue of $5.4 million.")):
        texts.append(os.path.join(prefix, name))
        with open(texts[-1], "w", encoding="utf8") as file:
            file.write(text)
    done = subprocess.run([program, "check", "--no-config", "--fail-on", "warning", *texts], capture_output=True, text=True, timeout=60, cwd="/")
    assert done.returncode == 1 and "$4.5 million" in done.stdout, done


def check_library(root, prefix, folder):
    build = os.path.join(folder, "consumer")
    run("cmake", "-S", os.path.join(root, "tests", "consumer"), "-B", build, "-DCMAKE_PREFIX_PATH=" + prefix, "-DCMAKE_BUILD_TYPE=Release")
    run("cmake", "--build", build)
    said = run(os.path.join(build, "consumer"))
    assert "$4.5 million" in said and "$5.4 million" in said, said


def check_package(root, build, folder):
    if not shutil.which("dpkg-deb") or not shutil.which("dpkg-shlibdeps"):
        print("no dpkg-dev is installed: no .deb was made")
        return
    run("cpack", "--config", os.path.join(build, "CPackConfig.cmake"), "-B", folder, cwd=build)
    package = glob.glob(os.path.join(folder, "*.deb"))
    assert len(package) == 1, package
    needs = run("dpkg-deb", "-f", package[0], "Depends")
    wanted = ["libc6", "libre2-", "libyaml-cpp", "libmd4c", "libgumbo", "libgmime-3.0", "libzip", "libpugixml", "libutf8proc", "libssl"]
    with open(os.path.join(build, "CMakeCache.txt"), encoding="utf8") as file:
        if re.search(r"CROSSCHECK_PDF:BOOL=(ON|1|TRUE)", file.read()):
            wanted.append("libpoppler-cpp")
    for name in wanted:
        assert name in needs, (name, needs)
    names = run("dpkg-deb", "-c", package[0])
    assert "/usr/include" not in names and "./usr/bin/crosscheck" in names, names
    unpacked = os.path.join(folder, "unpacked")
    run("dpkg-deb", "-x", package[0], unpacked)
    check_program(os.path.join(unpacked, "usr"))


def main():
    root, build = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        prefix = os.path.join(folder, "prefix")
        run("cmake", "--install", build, "--prefix", prefix)
        check_program(prefix)
        print("installed, the program runs")
        check_library(root, prefix, folder)
        print("another project finds and uses the library")
        check_package(root, build, os.path.join(folder, "deb"))
        print("the package holds")


if __name__ == "__main__":
    main()
