#!/usr/bin/env python3
"""Runs the probes: pairs of a draft and a source, each written to disagree in one fact or only to look so.

usage: run.py --crosscheck BIN [--list] [--class NAME] [--min-found R] [--max-alarmed R] BATCH.json...

A batch is a list of objects: id, class, expect ("disagree" or "harmless"), register, source, source_date, draft,
draft_date, why, draft_quote, and source_quote or, where the draft disagrees with itself, draft_quote_2. A quote is
the exact words that carry the fact. Only findings of severity warning or error count, as for a reader of CI.

found: a disagreeing pair with a finding that has the two quotes in two positions.
alarmed: a harmless pair with any such finding.
stray: a disagreeing pair with a finding that is not the one asked for.
Exit status 1 where a --min or --max is missed, 2 where a run failed.
"""
import argparse, collections, json, os, subprocess, sys, tempfile

LOUD = {"warning", "error"}
LONGEST_SPAN = 240  # evidence points at a phrase, not at a page


def run(binary, rules, probe):
    with tempfile.TemporaryDirectory() as folder:
        rows = []
        for name, role in (("draft", "draft"), ("source", "source")):
            with open(os.path.join(folder, name + ".md"), "w") as out:
                out.write(probe[name] + "\n")
            date = f"\n    published: {probe[name + '_date']}" if probe.get(name + "_date") else ""
            rows.append(f"  - path: {name}.md\n    role: {role}{date}\n")
        manifest = os.path.join(folder, "dossier.yaml")
        with open(manifest, "w") as out:
            out.write("version: 1\ndocuments:\n" + "".join(rows))
        done = subprocess.run([binary, "check", "--format", "json", "--fail-on", "never", *rules, manifest],
                              capture_output=True, timeout=60)
        if done.returncode != 0:
            sys.exit(f"{probe['id']}: the run failed: {done.stderr.decode(errors='replace')[-400:]}")
        return json.loads(done.stdout)


def spans_of(report, finding):
    """[[(document's role, begin, end)] for each position]"""
    out = []
    for position in finding["positions"]:
        claims = [report["claims"][index] for index in position["claims"]]
        out.append([(os.path.basename(report["documents"][c["document"]]["path"]).removesuffix(".md"),
                     c["span"]["begin"], c["span"]["end"])
                    for c in claims if c["span"]["end"] - c["span"]["begin"] <= LONGEST_SPAN])
    return out


def target(probe, name, quote):
    at = probe[name].encode().find(quote.encode())
    if at < 0:
        sys.exit(f"{probe['id']}: the quote does not stand in the {name}: {quote!r}")
    return name, at, at + len(quote.encode())


def covers(positions, a, b):
    touches = [[any(s[0] == t[0] and s[1] < t[2] and t[1] < s[2] for s in spans) for t in (a, b)] for spans in positions]
    return any(i != j and touches[i][0] and touches[j][1] for i in range(len(touches)) for j in range(len(touches)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--crosscheck", required=True)
    parser.add_argument("--rules", action="append", default=[], help="passed on as --rules ARG")
    parser.add_argument("--list", action="store_true", help="name every miss and every alarm")
    parser.add_argument("--class", dest="only", help="only the probes of this class")
    parser.add_argument("--min-found", type=float, default=0)
    parser.add_argument("--max-alarmed", type=float, default=1)
    parser.add_argument("batch", nargs="+")
    args = parser.parse_args()
    rules = [word for rule in args.rules for word in ("--rules", os.path.abspath(rule) if os.path.exists(rule) else rule)]
    total, found, harmless, alarmed = (collections.Counter() for _ in range(4))
    stray = 0
    for path in args.batch:
        with open(path) as batch:
            probes = json.load(batch)
        for probe in probes:
            if args.only and probe["class"] != args.only:
                continue
            report = run(os.path.abspath(args.crosscheck), rules, probe)
            loud = [f for f in report["findings"] if f["severity"] in LOUD]
            other = probe.get("source_quote")
            a = target(probe, "draft", probe["draft_quote"])
            b = target(probe, "source", other) if other else target(probe, "draft", probe["draft_quote_2"])
            right = [covers(spans_of(report, f), a, b) for f in loud]
            wrong = [f for f, ok in zip(loud, right) if not ok]
            if probe["expect"] == "disagree":
                total[probe["class"]] += 1
                found[probe["class"]] += any(right)
                stray += bool(wrong)
                if args.list and not any(right):
                    print(f"MISS  {probe['id']} {probe['class']}: {probe['draft_quote']!r} / "
                          f"{other or probe['draft_quote_2']!r} ({probe['why']})")
                shown = wrong
            else:
                harmless[probe["class"]] += 1
                alarmed[probe["class"]] += bool(loud)
                shown = loud
            for finding in shown if args.list else []:
                print(f"ALARM {probe['id']} {probe['class']} {probe['expect']}: [{finding['rule']}] {finding['message']}")
    for name in sorted(set(total) | set(harmless)):
        print(f"{name:12} found {found[name]}/{total[name]}  alarmed {alarmed[name]}/{harmless[name]}")
    share = sum(found.values()) / max(1, sum(total.values()))
    alarm = sum(alarmed.values()) / max(1, sum(harmless.values()))
    print(f"all          found {sum(found.values())}/{sum(total.values())} ({share:.3f})  "
          f"alarmed {sum(alarmed.values())}/{sum(harmless.values())} ({alarm:.3f})  stray {stray}")
    return 1 if share < args.min_found or alarm > args.max_alarmed else 0


if __name__ == "__main__":
    sys.exit(main())
