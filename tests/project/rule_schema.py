#!/usr/bin/env python3
"""Holds the JSON Schemas that the program prints to the files that people write: what the loader takes, the schema of
rule files takes, and a key that is misspelt it refuses.

usage: rule_schema.py PROGRAM ROOT
"""
import glob
import json
import os
import re
import subprocess
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """YAML as editors read it: a day is text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if tag != "tag:yaml.org,2002:timestamp"]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def schema(program, name):
    done = subprocess.run([program, "schema", name], capture_output=True, timeout=60, check=True)
    return json.loads(done.stdout)


def misspelt(node, path=()):
    """The document once for each key of a rule, with that key misspelt."""
    if isinstance(node, dict):
        for key in node:
            yield path + (key,)
            yield from misspelt(node[key], path + (key,))
    elif isinstance(node, list):
        for index, item in enumerate(node):
            yield from misspelt(item, path + (index,))


def with_misspelt(document, path):
    copy = json.loads(json.dumps(document))
    node = copy
    for step in path[:-1]:
        node = node[step]
    node[path[-1] + "q"] = node.pop(path[-1])
    return copy


class ConfigLoader(Loader):
    """As editors read it, too: `off` is a text in YAML 1.2."""


ConfigLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, rows in Loader.yaml_implicit_resolvers.items()
}


def configs(program, root):
    """Every example of docs/configuration.md fits its schema, and with any key misspelt does not."""
    page = open(os.path.join(root, "docs", "configuration.md"), encoding="utf8").read()
    seen = set()
    for name, text in re.findall(r"<!-- schema: (\w+) -->\n```yaml\n(.*?)```", page, re.S):
        form = schema(program, name)
        jsonschema.Draft7Validator.check_schema(form)
        validator = jsonschema.Draft7Validator(form)
        document = yaml.load(text, ConfigLoader)
        validator.validate(document)
        for path in misspelt(document):
            if len(path) < 2 or path[-2] != "severities":  # those keys are the author's
                assert not validator.is_valid(with_misspelt(document, path)), (name, path)
        keys = {path[-1] for path in misspelt(document) if len(path) == 1}
        assert name != "config" or keys == set(form["properties"]), set(form["properties"]) ^ keys
        seen.add(name)
    assert seen == {"config", "baseline", "waivers", "reviews"}, seen


def main():
    program, root = sys.argv[1], sys.argv[2]
    rules = schema(program, "rules")
    jsonschema.Draft7Validator.check_schema(rules)
    validator = jsonschema.Draft7Validator(rules)
    page = open(os.path.join(root, "docs", "rule-reference.md"), encoding="utf8").read()
    texts = {f"rule-reference.md example {i}": text for i, text in enumerate(re.findall(r"```yaml\n(.*?)```", page, re.S))}
    for path in sorted(glob.glob(os.path.join(root, "rules", "*.yaml"))):
        texts[path] = open(path, encoding="utf8").read()
    assert len(texts) > 20, len(texts)
    refused = 0
    for name, text in texts.items():
        document = yaml.load(text, Loader)
        for error in validator.iter_errors(document):
            raise AssertionError(f"{name}: {list(error.absolute_path)}: {error.message}")
        if "example" not in name:
            continue
        for path in misspelt(document):
            free = {"lexicons", "entities", "patterns", "documents", "published"}  # maps whose keys are the author's
            if len(path) > 1 and (path[-2] in free or path[0] == "lexicons"):
                continue
            assert not validator.is_valid(with_misspelt(document, path)), (name, path)
            refused += 1
    assert refused > 200, refused

    dossier = schema(program, "dossier")
    jsonschema.Draft7Validator.check_schema(dossier)
    manifests = glob.glob(os.path.join(root, "fixtures", "**", "dossier.yaml"), recursive=True)
    assert manifests
    for path in manifests:
        jsonschema.Draft7Validator(dossier).validate(yaml.load(open(path, encoding="utf8"), Loader))

    configs(program, root)
    assert schema(program, "report") == json.load(open(os.path.join(root, "docs", "report-schema.json"), encoding="utf8"))
    print(f"{len(texts)} rule files and {len(manifests)} manifests fit, {refused} misspelt keys are refused")


main()
