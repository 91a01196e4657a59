#include "cli/rules_test_report.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <map>
#include <ostream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "base/utf8.h"

namespace crosscheck {

namespace {

std::string PlaceOf(const RuleSet& rules, const RuleLocation& at) {
  return absl::StrCat(rules.files[at.file], ":", at.at.line, ":", at.at.column);
}

// What a failed test, or a `todo` one that passes, has to say; lines that begin with two spaces.
std::string Details(const TestResult& result) {
  std::string out = absl::StrCat("  wanted: ", result.wanted, "\n");
  for (const std::string& got : result.got) absl::StrAppend(&out, "  got:    ", got, "\n");
  if (result.why.empty()) {
    for (const std::string& differs : result.differs) absl::StrAppend(&out, "  differs: ", differs, "\n");
  }
  for (const std::string& why : result.why) absl::StrAppend(&out, "  why:    ", why, "\n");
  return out;
}

constexpr const char* kOneOf[kCoverageKinds] = {"", "pattern ", "alternative ", "unless ", "scope ", "group "};

void WriteCoverageText(const RulesTestReport& report, std::ostream& out) {
  for (const CoverageItem& item : *report.coverage) {
    if (item.exercised) continue;
    out << PlaceOf(report.rules, item.at) << ": " << item.rule
        << ": not exercised: " << kOneOf[static_cast<size_t>(item.kind)]
        << (item.kind == CoverageKind::kRule ? item.text : absl::StrCat("'", item.text, "'")) << "\n";
  }
  out << "coverage:";
  for (int i = 0; i < kCoverageKinds; ++i) {
    const auto kind = static_cast<CoverageKind>(i);
    const CoverageTotal total = TotalOf(*report.coverage, kind);
    out << absl::StrFormat("%s %s %d of %d (%.1f%%)", i == 0 ? "" : ",", CoverageKindName(kind), total.exercised,
                           total.all, total.Percent());
  }
  const CoverageTotal all = TotalOf(*report.coverage);
  out << absl::StrFormat(", all %d of %d (%.1f%%)\n", all.exercised, all.all, all.Percent());
}

std::string XmlEscaped(absl::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    at += static_cast<size_t>(point.size);
    switch (point.value) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "&#10;";
        break;
      default:
        // XML 1.0 has no other control characters.
        AppendUtf8(point.value < 0x20 && point.value != '\t' ? U'\uFFFD' : point.value, out);
    }
  }
  return out;
}

class JsonReport {
 public:
  explicit JsonReport(const RulesTestReport& report) : report_(report), writer_(buffer_) { writer_.SetIndent(' ', 1); }

  std::string Run() {
    writer_.StartObject();
    WriteTests();
    const TestTally tally = TallyOf(report_.results);
    for (int i = 0; i < 4; ++i) Int(kTestOutcomeNames[i], tally.of[i]);
    List("broken_rules", report_.broken);
    if (report_.coverage) WriteCoverage();
    List("below_minimum", report_.below);
    writer_.EndObject();
    return std::string(buffer_.GetString()) + "\n";
  }

 private:
  void Value(const std::string& text) { writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }

  void Text(const char* key, const std::string& text) {
    writer_.Key(key);
    Value(text);
  }

  void Int(const char* key, int value) {
    writer_.Key(key);
    writer_.Int(value);
  }

  void List(const char* key, const std::vector<std::string>& texts) {
    writer_.Key(key);
    writer_.StartArray();
    for (const std::string& text : texts) Value(text);
    writer_.EndArray();
  }

  void Place(const RuleLocation& at) {
    Text("path", report_.rules.files[at.file]);
    Int("line", at.at.line);
    Int("column", at.at.column);
  }

  void WriteTests() {
    writer_.Key("tests");
    writer_.StartArray();
    for (size_t i = 0; i < report_.tests.size(); ++i) {
      const TestResult& result = report_.results[i];
      writer_.StartObject();
      Text("rule", report_.tests[i].rule);
      Text("name", report_.tests[i].test->name);
      Place(report_.tests[i].test->at);
      Text("outcome", kTestOutcomeNames[static_cast<int>(result.outcome)]);
      Text("wanted", result.wanted);
      List("got", result.got);
      List("differs", result.differs);
      List("why", result.why);
      writer_.EndObject();
    }
    writer_.EndArray();
  }

  void Total(const char* key, const CoverageTotal& total) {
    writer_.Key(key);
    writer_.StartObject();
    Int("exercised", total.exercised);
    Int("of", total.all);
    writer_.EndObject();
  }

  void WriteCoverage() {
    writer_.Key("coverage");
    writer_.StartObject();
    for (int i = 0; i < kCoverageKinds; ++i) {
      const auto kind = static_cast<CoverageKind>(i);
      Total(CoverageKindName(kind), TotalOf(*report_.coverage, kind));
    }
    Total("all", TotalOf(*report_.coverage));
    writer_.Key("items");
    writer_.StartArray();
    for (const CoverageItem& item : *report_.coverage) {
      writer_.StartObject();
      Text("kind", CoverageKindName(item.kind));
      Text("rule", item.rule);
      Text("text", item.text);
      Place(item.at);
      writer_.Key("exercised");
      writer_.Bool(item.exercised);
      writer_.EndObject();
    }
    writer_.EndArray();
    writer_.EndObject();
  }

  const RulesTestReport& report_;
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_;
};

void WriteJunitCase(const RulesTestReport& report, size_t i, std::ostream& out) {
  const RuleTest& test = report.tests[i];
  const TestResult& result = report.results[i];
  out << "    <testcase classname=\"" << XmlEscaped(test.rule) << "\" name=\"" << XmlEscaped(test.test->name)
      << "\" file=\"" << XmlEscaped(report.rules.files[test.test->at.file]) << "\" line=\"" << test.test->at.at.line
      << "\"";
  switch (result.outcome) {
    case TestOutcome::kPassed:
      out << "/>\n";
      return;
    case TestOutcome::kTodo:
      out << ">\n      <skipped message=\"to do\"/>\n";
      break;
    case TestOutcome::kTodoPasses:
      out << ">\n      <failure message=\"passes now; take its 'todo: true' out\"/>\n";
      break;
    case TestOutcome::kFailed:
      out << ">\n      <failure message=\"wanted " << XmlEscaped(result.wanted) << "\">" << XmlEscaped(Details(result))
          << "</failure>\n";
      break;
  }
  out << "    </testcase>\n";
}

// What went wrong beside the tests: a suite of its own.
void WriteJunitProblems(const char* suite, const char* message, const std::vector<std::string>& names,
                        std::ostream& out) {
  if (names.empty()) return;
  out << "  <testsuite name=\"" << suite << "\" tests=\"" << names.size() << "\" failures=\"" << names.size()
      << "\" skipped=\"0\">\n";
  for (const std::string& name : names) {
    out << "    <testcase classname=\"" << suite << "\" name=\"" << XmlEscaped(name) << "\">\n      <failure message=\""
        << message << "\"/>\n    </testcase>\n";
  }
  out << "  </testsuite>\n";
}

}  // namespace

TestTally TallyOf(const std::vector<TestResult>& results) {
  TestTally tally;
  for (const TestResult& result : results) ++tally.of[static_cast<int>(result.outcome)];
  return tally;
}

void WriteRulesTestText(const RulesTestReport& report, std::ostream& out) {
  for (size_t i = 0; i < report.tests.size(); ++i) {
    const TestResult& result = report.results[i];
    if (result.outcome == TestOutcome::kPassed || result.outcome == TestOutcome::kTodo) continue;
    const TestExpectation& test = *report.tests[i].test;
    out << PlaceOf(report.rules, test.at) << ": " << report.tests[i].rule << ": " << test.name << ": ";
    if (result.outcome == TestOutcome::kTodoPasses) {
      out << "passes now; take its 'todo: true' out\n";
    } else {
      out << "failed\n" << Details(result);
    }
  }
  for (const std::string& rule : report.broken) out << rule << ": left out: a pattern of it is refused\n";
  if (report.coverage) WriteCoverageText(report, out);
  for (const std::string& below : report.below) out << below << "\n";
  const TestTally tally = TallyOf(report.results);
  out << absl::StrFormat("%d tests: %d passed, %d failed, %d to do, %d to do that pass\n", report.results.size(),
                         tally.of[0], tally.of[1], tally.of[2], tally.of[3]);
}

void WriteRulesTestJson(const RulesTestReport& report, std::ostream& out) { out << JsonReport(report).Run(); }

void WriteRulesTestJunit(const RulesTestReport& report, std::ostream& out) {
  std::map<std::string, std::vector<size_t>> by_rule;
  for (size_t i = 0; i < report.tests.size(); ++i) by_rule[report.tests[i].rule].push_back(i);
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"crosscheck rules test\">\n";
  for (const auto& [rule, members] : by_rule) {
    const auto count = [&, &tests = members](TestOutcome a, TestOutcome b) {
      return std::count_if(tests.begin(), tests.end(),
                           [&](size_t i) { return report.results[i].outcome == a || report.results[i].outcome == b; });
    };
    out << "  <testsuite name=\"" << XmlEscaped(rule) << "\" tests=\"" << members.size() << "\" failures=\""
        << count(TestOutcome::kFailed, TestOutcome::kTodoPasses) << "\" skipped=\""
        << count(TestOutcome::kTodo, TestOutcome::kTodo) << "\">\n";
    for (const size_t i : members) WriteJunitCase(report, i, out);
    out << "  </testsuite>\n";
  }
  WriteJunitProblems("broken rules", "a pattern of it is refused", report.broken, out);
  WriteJunitProblems("coverage", "below the minimum", report.below, out);
  out << "</testsuites>\n";
}

}  // namespace crosscheck
