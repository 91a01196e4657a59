#include <algorithm>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/corpus.h"
#include "cli/exit_code.h"
#include "cli/rule_options.h"
#include "cli/rules_commands.h"
#include "report/json_text.h"

// `crosscheck rules diff OLD NEW CORPUS`: what a change of rules changes.
namespace crosscheck {

namespace {

// A finding as a line tells it.
struct FindingLine {
  std::string fingerprint, rule, severity, kind, message;
  std::vector<std::string> places;  // "draft.md: ‘six years’"
};

std::vector<FindingLine> LinesOf(const Report& report) {
  std::vector<FindingLine> out;
  for (const Finding& finding : report.findings) {
    FindingLine line = {finding.fingerprint, finding.rule,    std::string(SeverityName(finding.severity)),
                        finding.kind,        finding.message, {}};
    for (const Position& position : finding.positions) {
      for (const ClaimIndex index : position.claims) {
        const Claim& claim = report.claims[index];
        line.places.push_back(absl::StrCat(report.documents[claim.document].info.path, ": ‘", claim.value.text, "’"));
      }
    }
    out.push_back(std::move(line));
  }
  return out;
}

enum class Change : uint8_t { kGained, kLost, kChanged };
constexpr const char* kSigns[] = {"+", "-", "~"};
constexpr const char* kNames[] = {"gained", "lost", "changed"};

struct Difference {
  Change change;
  std::string dossier;
  FindingLine finding;  // the new one, where it is changed
  std::string was;      // of a changed one: its old severity and message
};

struct Tally {
  std::vector<Difference> differences;
  size_t same = 0;
  size_t dossiers = 0;

  size_t Count(Change change) const {
    return static_cast<size_t>(std::count_if(differences.begin(), differences.end(),
                                             [change](const Difference& d) { return d.change == change; }));
  }
};

std::string Verdict(const FindingLine& line) { return absl::StrCat(line.severity, " ", line.kind, ": ", line.message); }

// Findings pair by fingerprint: one finding is the same where rule, values and the words around them are.
void Compare(const std::string& dossier, const std::vector<FindingLine>& before, const std::vector<FindingLine>& after,
             Tally& tally) {
  std::multimap<std::string, const FindingLine*> left;
  for (const FindingLine& line : before) left.emplace(line.fingerprint, &line);
  for (const FindingLine& line : after) {
    const auto found = left.find(line.fingerprint);
    if (found == left.end()) {
      tally.differences.push_back({Change::kGained, dossier, line});
      continue;
    }
    if (Verdict(*found->second) == Verdict(line)) {
      ++tally.same;
    } else {
      tally.differences.push_back({Change::kChanged, dossier, line, Verdict(*found->second)});
    }
    left.erase(found);
  }
  for (const FindingLine& line : before) {
    const auto range = left.equal_range(line.fingerprint);
    for (auto at = range.first; at != range.second; ++at) {
      if (at->second == &line) tally.differences.push_back({Change::kLost, dossier, line});
    }
  }
}

void WriteText(const Tally& tally, std::ostream& out) {
  std::string dossier;
  for (const Difference& difference : tally.differences) {
    if (difference.dossier != dossier) out << difference.dossier << "\n";
    dossier = difference.dossier;
    const FindingLine& finding = difference.finding;
    out << "  " << kSigns[static_cast<int>(difference.change)] << " " << Verdict(finding) << "  [" << finding.rule
        << "]\n";
    if (!difference.was.empty()) out << "    was " << difference.was << "\n";
    out << "    " << absl::StrJoin(finding.places, "; ") << "\n";
  }
  out << tally.Count(Change::kGained) << " gained, " << tally.Count(Change::kLost) << " lost, "
      << tally.Count(Change::kChanged) << " changed, " << tally.same << " the same, in " << tally.dossiers
      << (tally.dossiers == 1 ? " dossier\n" : " dossiers\n");
}

void WriteJson(const Tally& tally, std::ostream& out) {
  JsonText json;
  json.Open('{');
  for (const Change change : {Change::kGained, Change::kLost, Change::kChanged}) {
    json.Key(kNames[static_cast<int>(change)]);
    json.Open('[');
    for (const Difference& difference : tally.differences) {
      if (difference.change != change) continue;
      json.Open('{');
      json.Field("dossier", difference.dossier);
      json.Field("rule", difference.finding.rule);
      json.Field("severity", difference.finding.severity);
      json.Field("kind", difference.finding.kind);
      json.Field("message", difference.finding.message);
      json.Field("fingerprint", difference.finding.fingerprint);
      json.Field("places", difference.finding.places);
      if (change == Change::kChanged) json.Field("was", difference.was);
      json.Close('}');
    }
    json.Close(']');
  }
  json.Field("same", static_cast<int>(tally.same));
  json.Field("dossiers", static_cast<int>(tally.dossiers));
  json.Close('}');
  out << json.Take() << "\n";
}

// The rules of a path, or the shipped ones alone for "standard".
LoadedChecker LoadSide(const std::string& path, bool standard, std::ostream& err) {
  RuleOptions options;
  if (path != "standard") options.paths = {path};
  options.no_standard = !standard && path != "standard";
  return LoadChecker(options, err);
}

}  // namespace

int RunRulesDiff(const RulesDiffArguments& arguments, absl::string_view format, std::ostream& out, std::ostream& err) {
  const LoadedChecker before = LoadSide(arguments.old_rules, arguments.standard, err);
  const LoadedChecker after = LoadSide(arguments.new_rules, arguments.standard, err);
  const int load_code = Gravest(before.exit_code, after.exit_code);
  // Rules that are left out for a mistake would look like findings lost.
  if (load_code != kExitClean || !before.checker || !after.checker) return Gravest(load_code, kExitUsage);
  Tally tally;
  const int read_code = ForEachDossier(arguments.corpus, err, [&](Dossier&& dossier) {
    ++tally.dossiers;
    const std::vector<FindingLine> old_lines = LinesOf(before.checker->Check(dossier.documents));
    Compare(dossier.name, old_lines, LinesOf(after.checker->Check(std::move(dossier.documents))), tally);
  });
  if (tally.dossiers == 0) {
    err << "crosscheck: error: there is no dossier in the corpus: give documents, folders, dossier.yaml or .jsonl\n";
    return Gravest(read_code, kExitUnread);
  }
  format == "json" ? WriteJson(tally, out) : WriteText(tally, out);
  return Gravest(read_code, tally.differences.empty() ? kExitClean : kExitFindings);
}

}  // namespace crosscheck
