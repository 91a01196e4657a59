// What each format says beyond being well formed.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "report/diagnostics_report.h"
#include "report/facts.h"
#include "report/finding_view.h"
#include "report/report_format.h"
#include "report/summary.h"
#include "unit/report/sample_report.h"

namespace crosscheck {
namespace {

using Writer = void (*)(const Report&, const ReportOptions&, std::string&);

std::string Written(Writer write, const Report& report, const ReportOptions& options = {}) {
  std::string out;
  write(report, options, out);
  return out;
}

rapidjson::Document Json(Writer write, const Report& report) {
  rapidjson::Document json;
  json.Parse(Written(write, report).c_str());
  REQUIRE_FALSE(json.HasParseError());
  return json;
}

Report ManyFindings(size_t count) {
  Report report = SampleReport();
  report.findings.resize(1);
  for (size_t i = 1; i < count; ++i) report.findings.push_back(report.findings.front());
  return report;
}

TEST_CASE("every format that has rules names the other rules that found the slip, and what they say") {
  Report report = SampleReport();
  report.findings[0].also = {{"title-of-a-person", "draft.md has a title that wire.txt has not", "11ff11ff11ff11ff"}};
  for (const ReportFormat& format : ReportFormats()) {
    CAPTURE(format.name);
    if (format.name == "svg" || format.name == "dot" || format.name == "outline") continue;  // who stands with whom
    const std::string text = Written(format.write, report);
    CHECK(absl::StrContains(text, "title-of-a-person"));
    CHECK(absl::StrContains(text, "has a title that"));
  }
}

TEST_CASE("what people said of a finding is in every format that has findings, and a waiver's reason where it stays") {
  Report report = SampleReport();
  report.findings[0].review = Review{"draft-right", "Ann Lee", "called the clerk", absl::CivilDay(2026, 11, 2)};
  Report waived = report;
  waived.findings[0].state = "waived";
  waived.findings[0].waived = Waived{"both hold office", "Bo Berg", absl::CivilDay(2026, 12, 31), "w.yaml:1:1"};
  Report known = report;
  known.findings[0].state = "known";
  for (const ReportFormat& format : ReportFormats()) {
    CAPTURE(format.name);
    if (format.name == "svg" || format.name == "dot" || format.name == "outline") continue;  // who stands with whom
    const std::string text = Written(format.write, report);
    CHECK(absl::StrContains(text, "draft-right"));
    CHECK(absl::StrContains(text, "Ann Lee"));
    CHECK(absl::StrContains(text, "called the clerk"));
    if (format.name == "gitlab" || format.name == "rdjson" || format.name == "github") continue;  // leave it out
    const std::string let_pass = Written(format.write, waived);
    CHECK(absl::StrContains(let_pass, "both hold office"));
    CHECK(absl::StrContains(let_pass, "Bo Berg"));
    CHECK(absl::StrContains(let_pass, "2026-12-31"));
    const std::string in_baseline = Written(format.write, known);
    CHECK((absl::StrContains(in_baseline, "baseline") || absl::StrContains(in_baseline, "\"known\"")));
  }
  CHECK(absl::StrContains(Written(WriteGithub, waived), "1 waived"));
  CHECK(absl::StrContains(Written(WriteGithub, known), "1 in the baseline"));
}

TEST_CASE("the page lists the documents that were not held against each other, and why") {
  Report report = SampleReport();
  report.not_compared.push_back({0, 1, "they seem to tell of different events: <other> streets"});
  std::string page;
  WriteHtml(report, {}, page);
  CHECK(absl::StrContains(page,
                          "<li><b>draft.md and wire.txt</b> with each other: they seem to tell of different events: "
                          "&lt;other&gt; streets</li>"));
  report.not_compared.assign(45, report.not_compared.front());
  page.clear();
  WriteHtml(report, {}, page);
  CHECK(absl::StrContains(page, "<li><b>5 more pairs</b> of documents that seem to tell of different events</li>"));
}

TEST_CASE("the place that a tool shows is the draft's, and the others follow by position") {
  Report report = SampleReport();
  std::swap(report.findings[0].positions[0], report.findings[0].positions[1]);
  const std::vector<FindingPlace> places = PlacesOf(report, report.findings[0]);
  REQUIRE(places.size() == 2);
  CHECK(places[0].claim == 0);
  CHECK(places[0].position == 1);
  CHECK(EvidenceLine(report, report.findings[0], places[0]) ==
        "B: former mayor (draft.md:1:19, draft): “Mara Oldwick, the former mayor, opened it.”");
}

TEST_CASE("the line of the verdict says what there is, and nothing of what there is none of") {
  CHECK(VerdictLine(SampleReport()) == "1 claim: 1 contradicted; 1 error; 1 document not read");
  Report clean = SampleReport();
  clean.findings.clear();
  clean.coverage[0].verdict = Verdict::kAgreed;
  clean.documents.pop_back();
  CHECK(VerdictLine(clean) == "1 claim: 1 agreed; nothing found");
  clean.documents[0].info.role = Role::kSource;
  CHECK(VerdictLine(clean) == "2 documents compared; nothing found");
}

TEST_CASE("SARIF names the rule, the draft's place, the others, and what was not read") {
  const rapidjson::Document json = Json(WriteSarif, SampleReport());
  CHECK(std::string(json["version"].GetString()) == "2.1.0");
  const auto& run = json["runs"][0];
  CHECK(std::string(run["columnKind"].GetString()) == "unicodeCodePoints");
  CHECK(std::string(run["tool"]["driver"]["rules"][0]["id"].GetString()) == "office-holder");
  CHECK(run["tool"]["driver"]["rules"][0].HasMember("help"));
  CHECK_FALSE(run["invocations"][0]["executionSuccessful"].GetBool());
  CHECK(std::string(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].GetString()) ==
        "not read: scan.txt: binary");
  CHECK(run["artifacts"].Size() == 3);
  const auto& result = run["results"][0];
  CHECK(std::string(result["level"].GetString()) == "error");
  CHECK(std::string(result["partialFingerprints"]["crosscheck/v1"].GetString()) == "00ff00ff00ff00ff");
  const auto& place = result["locations"][0]["physicalLocation"];
  CHECK(std::string(place["artifactLocation"]["uri"].GetString()) == "draft.md");
  CHECK(place["region"]["startLine"].GetInt() == 1);
  CHECK(place["region"]["startColumn"].GetInt() == 19);
  CHECK(place["region"]["endColumn"].GetInt() == 31);
  CHECK(std::string(place["region"]["snippet"]["text"].GetString()) == "former mayor");
  CHECK(absl::StrContains(result["locations"][0]["message"]["text"].GetString(), "the former mayor, opened it."));
  const auto& other = result["relatedLocations"][0];
  CHECK(other["id"].GetInt() == 1);
  CHECK(std::string(other["physicalLocation"]["artifactLocation"]["uri"].GetString()) == "wire.txt");
  CHECK(absl::StrContains(result["message"]["text"].GetString(), "Against: [wire.txt:3:1](1)"));
  CHECK_FALSE(result.HasMember("suppressions"));
  CHECK_FALSE(result.HasMember("baselineState"));
}

TEST_CASE("what is waived or known stays in SARIF, marked") {
  Report report = ManyFindings(3);
  report.findings[1].state = "waived";
  report.findings[2].state = "baseline";
  const rapidjson::Document json = Json(WriteSarif, report);
  const auto& results = json["runs"][0]["results"];
  CHECK(std::string(results[0]["baselineState"].GetString()) == "new");
  CHECK(std::string(results[1]["suppressions"][0]["status"].GetString()) == "accepted");
  CHECK(std::string(results[2]["baselineState"].GetString()) == "unchanged");
}

TEST_CASE("a JUnit test fails where the run does, and is skipped where it does not") {
  Report report = SampleReport();
  const std::string failed = Written(WriteJunit, report);
  CHECK(absl::StrContains(failed,
                          "<testsuites name=\"crosscheck\" tests=\"4\" failures=\"1\" errors=\"1\" skipped=\"0\">"));
  CHECK(absl::StrContains(failed, "<failure type=\"role\" message=\"error contradiction: draft.md has"));
  CHECK(absl::StrContains(failed, "<error message=\"binary\"/>"));
  report.findings[0].severity = Severity::kWarning;
  CHECK(absl::StrContains(Written(WriteJunit, report), "<skipped message=\"warning contradiction"));
  ReportOptions options;
  options.fail_from = Severity::kWarning;
  CHECK(absl::StrContains(Written(WriteJunit, report, options), "<failure"));
  report.findings[0].state = "waived";
  CHECK(absl::StrContains(Written(WriteJunit, report, options), "<skipped message=\"waived: warning"));
}

TEST_CASE("GitHub gets ten annotations of a kind, the worst first, and the others in plain lines with their count") {
  Report report = ManyFindings(25);
  for (size_t i = 0; i < 13; ++i) report.findings[i].severity = Severity::kWarning;
  const std::string out = Written(WriteGithub, report);
  const std::vector<std::string> lines = absl::StrSplit(out, '\n');
  size_t errors = 0, warnings = 0;
  for (const std::string& line : lines) {
    errors += absl::StartsWith(line, "::error ") ? 1 : 0;
    warnings += absl::StartsWith(line, "::warning ") ? 1 : 0;
    if (absl::StartsWith(line, "::error ")) CHECK(warnings == 0);
  }
  CHECK(errors == 10);
  CHECK(warnings == 10);
  CHECK(absl::StrContains(out, "only 10 of a kind are shown (6):\n"));
  CHECK(absl::StrContains(out, "\n  warning draft.md:1:19: draft.md has"));
  CHECK(absl::StrContains(
      out, "::error file=draft.md,line=1,endLine=1,col=19,endColumn=31,title=contradiction (role) [office-holder]::"));
}

TEST_CASE("no message of a GitHub annotation is longer than the runner keeps") {
  Report report = SampleReport();
  report.claims[1].quote = std::string(9000, 'x');
  const std::string out = Written(WriteGithub, report);
  for (const absl::string_view line : absl::StrSplit(out, '\n')) CHECK(line.size() < 4400);
}

TEST_CASE("GitLab's issues have fingerprints of their own") {
  const rapidjson::Document json = Json(WriteGitlab, ManyFindings(2));
  REQUIRE(json.Size() == 3);
  CHECK(std::string(json[0]["check_name"].GetString()) == "unread");
  CHECK(std::string(json[1]["fingerprint"].GetString()) == "00ff00ff00ff00ff");
  CHECK(std::string(json[2]["fingerprint"].GetString()) == "00ff00ff00ff00ff-1");
  CHECK(json[1]["location"]["lines"]["begin"].GetInt() == 1);
  CHECK(std::string(json[1]["severity"].GetString()) == "critical");
}

TEST_CASE("reviewdog's columns count bytes") {
  Report report = SampleReport();
  report.documents[0] = EntryOf("draft.md", Role::kDraft, "Märä Oldwick, the former mayor, opened it.\n");
  report.claims[0].span = {20, 32};
  const rapidjson::Document json = Json(WriteRdjson, report);
  const auto& found = json["diagnostics"][1];
  CHECK(found["location"]["range"]["start"]["column"].GetInt() == 21);
  CHECK(found["location"]["range"]["end"]["column"].GetInt() == 33);
  CHECK(std::string(found["relatedLocations"][0]["location"]["path"].GetString()) == "wire.txt");
}

TEST_CASE("the fact list has a row a fact of the draft, with what it was held against and room to sign") {
  CHECK(Written(WriteCsv, SampleReport()) ==
        "\xEF\xBB\xBF"
        "claim,sentence,place,verdict,source,source place,source says,note,findings,sign-off\r\n"
        "former mayor,\"Mara Oldwick, the former mayor, opened it.\",draft.md:1:19,contradicted,wire.txt,wire.txt:3:1,"
        "Mayor Mara Oldwick opened it.,\"error contradiction: draft.md has the former mayor, wire.txt the mayor Who is "
        "in "
        "office on the day of publication?\",00ff00ff00ff00ff,\r\n");
}

TEST_CASE("a claim of the draft that only a finding knows is a fact too") {
  Report report = SampleReport();
  report.coverage.clear();
  std::vector<Fact> facts = FactsOf(report, Severity::kNote);
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].verdict == Verdict::kContradicted);
  CHECK(facts[0].sources == std::vector<ClaimIndex>{1});
  report.findings[0].severity = Severity::kNote;
  facts = FactsOf(report, Severity::kNote);
  CHECK_FALSE(facts[0].verdict.has_value());
  CHECK(FactsOf(report, Severity::kWarning).empty());
}

TEST_CASE("words of a source that two rules have read stand beside a fact once") {
  Report report = SampleReport();
  Claim wider = report.claims[1];
  wider.span.end += 13;  // "Mayor Mara Oldwick"
  report.claims.push_back(wider);
  report.findings[0].positions[1].claims = {1, 2};
  CHECK(FactsOf(report, Severity::kNote)[0].sources == std::vector<ClaimIndex>{1});
  report.claims[2].span = {0, 6};  // "A fair"
  CHECK(FactsOf(report, Severity::kNote)[0].sources == std::vector<ClaimIndex>{1, 2});
}

TEST_CASE("the text of the draft has no second count of its claims") {
  const std::string page = Written(WriteHtml, SampleReport());
  CHECK(absl::StrContains(page, "contradicted</span> <b>1</b></li>"));
  CHECK(absl::StrContains(page, "contradicted</span></label>"));
}

TEST_CASE("the page has of each finding what a decision about it is written down by") {
  CHECK(absl::StrContains(Written(WriteHtml, SampleReport()), "<span class=\"rule\">office-holder · 00ff00ff</span>"));
}

TEST_CASE("SARIF of rule files has addresses of files and no links that a message does not mean") {
  Diagnostic diagnostic;
  diagnostic.path = "./my [rules]/100%.yaml";
  diagnostic.message = "unknown key '[a](1)'";
  const std::string sarif = DiagnosticsSarif({diagnostic});
  CHECK(absl::StrContains(sarif, "\"uri\": \"my%20%5Brules%5D/100%25.yaml\""));
  CHECK(absl::StrContains(sarif, R"("text": "unknown key '\\[a\\](1)'")"));
}

TEST_CASE("Markdown has the verdict, a table, the quotes and the draft's facts") {
  const std::string out = Written(WriteMarkdown, SampleReport());
  CHECK(absl::StartsWith(out, "## crosscheck: 1 claim: 1 contradicted; 1 error; 1 document not read\n"));
  CHECK(absl::StrContains(out, "- **not read**: scan.txt: binary\n"));
  CHECK(absl::StrContains(out,
                          "- **B: Mayor** (1 document, 1 voice)\n  - wire.txt:3:1: “Mayor Mara Oldwick opened it.”\n"));
  CHECK(absl::StrContains(out, "| ❌ | contradicted | former mayor | draft.md:1:19 | wire.txt |\n"));
}

TEST_CASE("a summary that GitHub would refuse is cut, and says so") {
  Report report = ManyFindings(400);
  report.claims[1].quote = std::string(6000, 'x');
  const std::string out = Written(WriteGithubSummary, report);
  CHECK(out.size() <= 1000000);
  CHECK(absl::StrContains(out, "of the report left out"));
}

}  // namespace
}  // namespace crosscheck
