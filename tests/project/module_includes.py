#!/usr/bin/env python3
"""Holds the includes of src/ to the module table of docs/ARCHITECTURE.md: arrows only downward, and third parties
only where the table of packages says so.

usage: module_includes.py ROOT
"""
import os
import re
import sys

# The public headers and the lowest module that may use each: the one that implements it, or, for plain types without
# code, the first that makes them.
PUBLIC = {"text_span.h": "base", "diagnostic.h": "base", "judgement.h": "base", "document.h": "document",
          "value.h": "value", "rules.h": "rule", "report.h": "claim", "explanation.h": "report",
          "checker.h": "checker.cc"}

# Third parties that one module alone may include.
ONLY_IN = {"re2/": {"match"}, "yaml-cpp/": {"rule"}, "boost/graph/": {"graph"}, "md4c": {"document"},
           "gumbo": {"document"}, "zip.h": {"document"}, "pugixml": {"document"}, "poppler": {"document"}, "graphviz/": {"report"}, "rapidjson/": {"report", "cli"}, "simdjson": {"document", "cli"}, "gmime": {"document"}, "CLI/": {"cli"},
           "openssl/": {"base"}, "utf8proc": {"base"}, "libstemmer": {"english"}}
NOWHERE = ("regex",)


def modules_of(architecture):
    """The modules in the order of the table: rows such as '| 3 | document | …'."""
    return re.findall(r"^\| \d+ \| `?([a-z_.]+)`? \|", open(architecture, encoding="utf8").read(), re.M)


def includes(path):
    for number, line in enumerate(open(path, encoding="utf8"), 1):
        found = re.match(r'\s*#\s*include\s+[<"]([^>"]+)[>"]', line)
        if found:
            yield number, found.group(1)


def module_of(path):
    parts = path.split("/")
    return "checker.cc" if parts == ["src", "checker.cc"] else parts[1]


def target_of(header, rank):
    if header.startswith("crosscheck/"):
        return PUBLIC.get(header[len("crosscheck/"):], "?")
    first = header.split("/")[0]
    return first if "/" in header and first in rank else None


def check(root):
    order = modules_of(os.path.join(root, "docs", "ARCHITECTURE.md"))
    rank = {name: i for i, name in enumerate(order)}
    problems = []
    folders = sorted(name for name in os.listdir(os.path.join(root, "src")) if os.path.isdir(os.path.join(root, "src", name)))
    problems += [f"docs/ARCHITECTURE.md: the module table has no '{name}'" for name in folders if name not in rank]
    problems += [f"docs/ARCHITECTURE.md: there is no src/{name}" for name in order
                 if not os.path.exists(os.path.join(root, "src", name))]
    for name in sorted(os.listdir(os.path.join(root, "include", "crosscheck"))):
        if name not in PUBLIC:
            problems.append(f"include/crosscheck/{name}: of which module? Say so in tests/project/module_includes.py")
            continue
        for number, header in includes(os.path.join(root, "include", "crosscheck", name)):
            target = target_of(header, rank)
            if target is not None and (not header.startswith("crosscheck/") or
                                       rank.get(target, len(order)) > rank[PUBLIC[name]]):
                problems.append(f"include/crosscheck/{name}:{number}: may not include {header}")
    for folder, _, files in sorted(os.walk(os.path.join(root, "src"))):
        for name in sorted(files):
            if name.startswith("make_"):  # a program of the build that writes a table; no part of the library
                continue
            if name.endswith((".cc", ".h")):
                path = os.path.relpath(os.path.join(folder, name), root)
                problems += check_file(root, path, rank)
    return problems


def check_file(root, path, rank):
    module = module_of(path)
    problems = []
    for number, header in includes(os.path.join(root, path)):
        target = target_of(header, rank)
        if target == "?" or (target is not None and rank[target] > rank.get(module, -1)):
            problems.append(f"{path}:{number}: {module} may not include {header} (of {target})")
        for prefix, homes in ONLY_IN.items():
            if header.startswith(prefix) and module not in homes:
                problems.append(f"{path}:{number}: {header} only in {', '.join(sorted(homes))}")
        if header in NOWHERE:
            problems.append(f"{path}:{number}: <{header}> nowhere")
    return problems


if __name__ == "__main__":
    found = check(sys.argv[1])
    print("\n".join(found) if found else "every include points downward")
    sys.exit(1 if found else 0)
