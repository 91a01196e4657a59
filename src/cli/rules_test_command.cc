#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <ostream>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "cli/exit_code.h"
#include "cli/rule_files.h"
#include "cli/rules_commands.h"
#include "cli/standard_rules.h"
#include "crosscheck/checker.h"
#include "match/name_filter.h"
#include "rule/rule_set.h"

// `crosscheck rules test`: the tests that stand inside rules.
namespace crosscheck {

namespace {

struct RuleTest {
  std::string rule;
  const TestExpectation* test;
};

enum class Outcome : uint8_t { kPassed, kFailed, kTodo, kTodoPasses };
constexpr const char* kOutcomeNames[] = {"passed", "failed", "todo", "todo_passes"};

struct Result {
  Outcome outcome = Outcome::kPassed;
  std::string wanted;
  std::vector<std::string> got;  // a line a finding; "nothing"
};

// What a test's finding must point at: a span of a document, marks removed.
struct AssertedSpan {
  DocumentIndex document;
  TextSpan span;
  std::string text;
};

// The text without its <<…>>, and what stood between them. The loader has seen to it that they pair.
std::string Unmarked(const std::string& marked, DocumentIndex document, std::vector<AssertedSpan>& spans) {
  std::string out;
  size_t begin = 0;
  for (size_t at = 0; at < marked.size(); ++at) {
    if (marked.compare(at, 2, "<<") == 0) {
      begin = out.size();
      ++at;
    } else if (marked.compare(at, 2, ">>") == 0) {
      spans.push_back({document, {begin, out.size()}, out.substr(begin)});
      ++at;
    } else {
      out += marked[at];
    }
  }
  return out;
}

DocumentEntry EntryOf(const TestExpectation& test, size_t index, std::vector<AssertedSpan>& spans) {
  const auto& [name, text] = test.documents[index];
  DocumentEntry entry;
  entry.info.path = absl::StrCat(name, ".md");
  entry.info.role = name == "draft" ? Role::kDraft : Role::kSource;
  if (const auto publisher = test.publishers.find(name); publisher != test.publishers.end()) {
    entry.info.publisher = publisher->second;
  }
  absl::CivilDay day;
  if (const auto published = test.published.find(name);
      published != test.published.end() && absl::ParseCivilTime(published->second, &day)) {
    entry.info.published = day;
  }
  auto document = Document::FromText(entry.info, Unmarked(text, static_cast<DocumentIndex>(index), spans));
  if (document.ok()) {
    entry.document = *std::move(document);
  } else {
    entry.status = "unread";
    entry.why = std::string(document.status().message());
  }
  return entry;
}

bool PointsAt(const Report& report, const Finding& finding, const AssertedSpan& asserted) {
  for (const Position& position : finding.positions) {
    for (const ClaimIndex index : position.claims) {
      const Claim& claim = report.claims[index];
      if (claim.document == asserted.document && claim.span.begin < asserted.span.end &&
          asserted.span.begin < claim.span.end) {
        return true;
      }
    }
  }
  return false;
}

bool IsWanted(const Report& report, const Finding& finding, const TestExpectation& test,
              const std::vector<AssertedSpan>& spans) {
  return finding.kind == test.want && (test.severity.empty() || SeverityName(finding.severity) == test.severity) &&
         std::all_of(spans.begin(), spans.end(),
                     [&](const AssertedSpan& span) { return PointsAt(report, finding, span); });
}

std::string Describe(const Report& report, const Finding& finding) {
  std::vector<std::string> places;
  for (const Position& position : finding.positions) {
    for (const ClaimIndex index : position.claims) {
      const Claim& claim = report.claims[index];
      places.push_back(absl::StrCat(report.documents[claim.document].info.path, " <<", claim.value.text, ">>"));
    }
  }
  return absl::StrCat(finding.kind, ", ", SeverityName(finding.severity), ", at ", absl::StrJoin(places, ", "));
}

std::string DescribeWanted(const TestExpectation& test, const std::vector<AssertedSpan>& spans) {
  std::string out = test.want;
  if (!test.severity.empty()) absl::StrAppend(&out, ", ", test.severity);
  for (size_t i = 0; i < spans.size(); ++i) {
    absl::StrAppend(&out, i == 0 ? ", at " : ", ", test.documents[spans[i].document].first, ".md <<", spans[i].text,
                    ">>");
  }
  return out;
}

Result RunTest(const Checker& checker, const RuleTest& rule_test) {
  const TestExpectation& test = *rule_test.test;
  std::vector<AssertedSpan> spans;
  std::vector<DocumentEntry> documents;
  for (size_t i = 0; i < test.documents.size(); ++i) documents.push_back(EntryOf(test, i, spans));
  const Report report = checker.Check(std::move(documents), {.assume_same_event = true});

  Result result;
  result.wanted = DescribeWanted(test, spans);
  bool all_read = true;
  for (const DocumentEntry& entry : report.documents) {
    if (entry.document) continue;
    all_read = false;
    result.got.push_back(absl::StrCat(entry.info.path, " cannot be read: ", entry.why));
  }
  bool found = false;
  bool silent = true;  // no finding but notes
  for (const Finding& finding : report.findings) {
    if (finding.rule != rule_test.rule) continue;
    result.got.push_back(Describe(report, finding));
    silent = silent && finding.severity == Severity::kNote;
    found = found || IsWanted(report, finding, test, spans);
  }
  if (result.got.empty()) result.got.emplace_back("nothing");
  const bool met = all_read && (test.want == "nothing" ? silent : found);
  result.outcome = test.todo ? (met ? Outcome::kTodoPasses : Outcome::kTodo)
                   : met     ? Outcome::kPassed
                             : Outcome::kFailed;
  return result;
}

// The tests of the files in `tested`, in order of place.
std::vector<RuleTest> TestsOf(const RuleSet& set, const std::set<std::string>& tested) {
  std::vector<RuleTest> out;
  const auto add = [&](const auto& rules) {
    for (const auto& rule : rules) {
      for (const TestExpectation& test : rule.tests) {
        if (tested.count(set.files[test.at.file]) > 0) out.push_back({rule.id, &test});
      }
    }
  };
  add(set.rules);
  add(set.relations);
  add(set.statuses);
  std::sort(out.begin(), out.end(), [](const RuleTest& a, const RuleTest& b) {
    const auto key = [](const RuleLocation& at) { return std::make_tuple(at.file, at.at.line, at.at.column); };
    return key(a.test->at) < key(b.test->at);
  });
  return out;
}

struct Tally {
  int of[4] = {0, 0, 0, 0};  // by Outcome
  bool clean() const {
    return of[static_cast<int>(Outcome::kFailed)] == 0 && of[static_cast<int>(Outcome::kTodoPasses)] == 0;
  }
};

Tally Count(const std::vector<Result>& results) {
  Tally tally;
  for (const Result& result : results) ++tally.of[static_cast<int>(result.outcome)];
  return tally;
}

void WriteText(const RuleSet& set, const std::vector<RuleTest>& tests, const std::vector<Result>& results,
               std::ostream& out) {
  for (size_t i = 0; i < tests.size(); ++i) {
    const Result& result = results[i];
    if (result.outcome == Outcome::kPassed || result.outcome == Outcome::kTodo) continue;
    const TestExpectation& test = *tests[i].test;
    out << absl::StrFormat("%s:%d:%d: %s: %s: ", set.files[test.at.file], test.at.at.line, test.at.at.column,
                           tests[i].rule, test.name);
    if (result.outcome == Outcome::kTodoPasses) {
      out << "passes now; take its 'todo: true' out\n";
      continue;
    }
    out << "failed\n  wanted: " << result.wanted << "\n";
    for (const std::string& got : result.got) out << "  got:    " << got << "\n";
  }
  const Tally tally = Count(results);
  out << absl::StrFormat("%d tests: %d passed, %d failed, %d to do, %d to do that pass\n", results.size(), tally.of[0],
                         tally.of[1], tally.of[2], tally.of[3]);
}

void WriteJson(const RuleSet& set, const std::vector<RuleTest>& tests, const std::vector<Result>& results,
               std::ostream& out) {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
  writer.SetIndent(' ', 1);
  const auto value = [&writer](const std::string& text) {
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  };
  const auto text = [&](const char* key, const std::string& content) {
    writer.Key(key);
    value(content);
  };
  writer.StartObject();
  writer.Key("tests");
  writer.StartArray();
  for (size_t i = 0; i < tests.size(); ++i) {
    const TestExpectation& test = *tests[i].test;
    writer.StartObject();
    text("rule", tests[i].rule);
    text("name", test.name);
    text("path", set.files[test.at.file]);
    writer.Key("line");
    writer.Int(test.at.at.line);
    writer.Key("column");
    writer.Int(test.at.at.column);
    text("outcome", kOutcomeNames[static_cast<int>(results[i].outcome)]);
    text("wanted", results[i].wanted);
    writer.Key("got");
    writer.StartArray();
    for (const std::string& got : results[i].got) value(got);
    writer.EndArray();
    writer.EndObject();
  }
  writer.EndArray();
  const Tally tally = Count(results);
  for (int i = 0; i < 4; ++i) {
    writer.Key(kOutcomeNames[i]);
    writer.Int(tally.of[i]);
  }
  writer.EndObject();
  out << buffer.GetString() << "\n";
}

// The rules and the files whose tests are run: those that were named, or where none was, the shipped ones.
int LoadTested(const RulesArguments& arguments, std::shared_ptr<const RuleSet>& set, std::set<std::string>& tested,
               std::ostream& err) {
  std::vector<RuleFile> files;
  if (arguments.standard) files = StandardRules();
  const size_t shipped = arguments.paths.empty() ? 0 : files.size();
  int code = kExitClean;
  for (const std::string& path : arguments.paths) {
    if (!AddRuleFiles(path, files, err)) code = kExitUsage;
  }
  for (size_t i = shipped; i < files.size(); ++i) tested.insert(files[i].path);
  std::vector<Diagnostic> diagnostics;
  set = ReadRules(files, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) {
    err << FormatDiagnostic(diagnostic);
    if (diagnostic.level == Diagnostic::Level::kError) code = kExitUsage;
  }
  return code;
}

}  // namespace

int RunRulesTest(const RulesArguments& arguments, absl::string_view filter, absl::string_view format, std::ostream& out,
                 std::ostream& err) {
  const auto chosen = CompileNameFilter(filter);
  if (!chosen.ok()) {
    err << "crosscheck: error: -k: " << chosen.status().message() << "\n";
    return kExitUsage;
  }
  std::shared_ptr<const RuleSet> set;
  std::set<std::string> tested;
  const int load_code = LoadTested(arguments, set, tested, err);
  const auto checker = Checker::Create(set);
  if (!checker.ok()) {
    err << checker.status().message();
    return kExitUsage;
  }
  std::vector<RuleTest> tests = TestsOf(*set, tested);
  tests.erase(
      std::remove_if(tests.begin(), tests.end(),
                     [&](const RuleTest& test) { return !(*chosen)(absl::StrCat(test.rule, ": ", test.test->name)); }),
      tests.end());
  std::vector<Result> results;
  results.reserve(tests.size());
  for (const RuleTest& test : tests) results.push_back(RunTest(*checker, test));
  if (format == "json") {
    WriteJson(*set, tests, results, out);
  } else {
    WriteText(*set, tests, results, out);
  }
  return Gravest(load_code, Count(results).clean() ? kExitClean : kExitFindings);
}

}  // namespace crosscheck
