// Every format, held to one table of hostile texts: what an article says must never become markup, a command, a formula
// or a control of what shows the report.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "base/utf8.h"
#include "report/escape.h"
#include "report/printable.h"
#include "report/report_format.h"
#include "unit/report/markup_check.h"
#include "unit/report/sample_report.h"

namespace crosscheck {
namespace {

const char* const kHostile[] = {
    "</script><script>alert(1)</script>",
    "<img src=x onerror=\"alert('x')\">",
    "</text></svg></td></title></style><!-- ]]> -->",
    "a \"quoted\" 'text' & more &amp; &lt;",
    "one | two || three `code` *bold* _it_ ~~no~~ # head",
    "[words](https://example.com) ![x](javascript:alert(1)) <https://example.com> www.example.com @someone #12 $x$",
    "line\nbreak\r\n::error file=x::forged\n##[error]forged ##[add-mask]x",
    "%0A::warning::forged",
    "\x1b[2J\x1b]0;title\x07 bell \x08 and \x7f",
    "\xC2\x9B"
    "31m and \xE2\x80\xAE"
    "reversed\xE2\x81\xA6 isolate\xE2\x81\xA9",
    "\xEF\xBF\xBE \xEF\xBF\xBF no characters",
    "=HYPERLINK(\"https://example.com\";\"x\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A2)",
    " =1+1",
    "\t=1+1",
    "comma, semicolon; \"quote\"",
    "\xF0\x9F\x98\x80 \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB caf\xC3\xA9 \xE6\x97\xA5\xE6\x9C\xAC",
    "{\"json\": [1, \"\\u0000\"]}\\",
    "- item\n> quote\n    code\n| a | b |\n1. one",
};

// A report in which every text of a document is `text`.
Report HostileReport(const std::string& text) {
  Report report;
  report.documents = {
      EntryOf(absl::StrCat("draft ", text, ".md"), Role::kDraft, absl::StrCat("Before ", text, " after.\n")),
      EntryOf("wire.txt", Role::kSource, absl::StrCat(text, "\n"))};
  report.documents[1].info.publisher = text;
  DocumentEntry unread;
  unread.info.path = absl::StrCat("bad\xFF", text);
  unread.status = "unread";
  unread.why = text;
  report.documents.push_back(unread);
  Claim mine;
  mine.rule = "office-holder";
  mine.subject = text;
  mine.attribute = "office";
  mine.value = {"text", text, std::nullopt, text};
  mine.span = {7, 7 + text.size()};
  mine.quote = absl::StrCat("Before ", text, " after.");
  mine.scope = {{"place", text}};
  mine.attribution = text;
  Claim theirs = mine;
  theirs.document = 1;
  theirs.span = {0, text.size()};
  theirs.quote = text;
  report.claims = {mine, theirs};
  Finding finding;
  finding.rule = "office-holder";
  finding.type = "role";
  finding.kind = "contradiction";
  finding.subject = finding.message = finding.ask = finding.reason = text;
  finding.attribute = "office";
  finding.fingerprint = "00ff00ff00ff00ff";
  finding.positions = {{mine.value, {0}, {0}, 1}, {theirs.value, {1}, {1}, 1}};
  finding.conflicts = {{0, 1}};
  report.findings = {finding};
  report.coverage = {{0, Verdict::kContradicted, text, {1}}};
  return report;
}

std::string Write(const ReportFormat& format, const Report& report) {
  std::string out;
  format.write(report, {}, out);
  return out;
}

bool HasControls(absl::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    const char32_t c = point.value;
    if ((c < 0x20 && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0)) return true;
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return true;
    at += static_cast<size_t>(point.size);
  }
  return false;
}

std::vector<std::vector<std::string>> ParseCsv(absl::string_view text) {
  std::vector<std::vector<std::string>> rows(1);
  std::string field;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"')
        field += c;
      else if (text.substr(i + 1, 1) == "\"")
        field += text[i++];
      else
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',' || c == '\n') {
      rows.back().push_back(field);
      field.clear();
      if (c == '\n') rows.emplace_back();
    } else if (c != '\r') {
      field += c;
    }
  }
  rows.pop_back();
  return rows;
}

// No string that a person may see holds a control; the name of a file is what it is.
void CheckStrings(const rapidjson::Value& value) {
  if (value.IsString()) CHECK_FALSE(HasControls(absl::StrReplaceAll(value.GetString(), {{"\t", " "}})));
  if (value.IsArray()) {
    for (const rapidjson::Value& item : value.GetArray()) CheckStrings(item);
  }
  if (!value.IsObject()) return;
  for (const auto& member : value.GetObject()) {
    if (std::string(member.name.GetString()) != "path") CheckStrings(member.value);
  }
}

void CheckJson(const std::string& out, bool for_people) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseValidateEncodingFlag>(out.c_str(), out.size());
  REQUIRE_FALSE(json.HasParseError());
  if (for_people) CheckStrings(json);
}

// Bars that part cells: those without a backslash in front.
size_t Bars(absl::string_view line) {
  size_t bars = 0;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\')
      ++i;
    else if (line[i] == '|')
      ++bars;
  }
  return bars;
}

void CheckMarkdown(const std::string& out) {
  size_t bars = 0;
  for (const absl::string_view line : absl::StrSplit(out, '\n')) {
    CAPTURE(std::string(line));
    for (size_t i = 0; i < line.size(); ++i) {
      const bool escaped = i > 0 && line[i - 1] == '\\';
      if (!escaped) CHECK_FALSE(absl::StrContains("<`[", line[i]));
    }
    CHECK_FALSE(absl::StrContains(line, "://"));
    bars = absl::StartsWith(line, "|") ? (bars == 0 ? Bars(line) : bars) : 0;
    if (bars > 0) CHECK(Bars(line) == bars);
  }
}

void CheckGithub(const std::string& out) {
  size_t commands = 0;
  for (const absl::string_view line : absl::StrSplit(out, '\n')) {
    CAPTURE(std::string(line));
    CHECK_FALSE(absl::StrContains(line, "##["));
    if (!absl::StartsWith(line, "::")) continue;
    ++commands;
    CHECK((absl::StartsWith(line, "::error file=") || absl::StartsWith(line, "::warning file=")));
  }
  CHECK(commands == 2);  // the finding and what could not be read
}

void CheckCsv(const std::string& out) {
  const std::vector<std::vector<std::string>> rows = ParseCsv(out);
  REQUIRE(rows.size() == 2);
  CHECK(rows[1].size() == rows[0].size());
  for (const std::string& cell : rows[1]) {
    CAPTURE(cell);
    const size_t first = cell.find_first_not_of(' ');
    if (first != std::string::npos) CHECK_FALSE(absl::StrContains("=+-@|", cell[first]));
  }
}

TEST_CASE("no format lets the text of an article become anything but text") {
  const std::set<std::string> json = {"json", "jsonl", "sarif", "gitlab", "rdjson"};
  const std::set<std::string> markup = {"junit", "svg", "html"};
  const std::set<std::string> raw = {"json", "jsonl"};  // the text as it stands, for programs
  for (const std::string text : kHostile) {
    const Report report = HostileReport(text);
    for (const ReportFormat& format : ReportFormats()) {
      const std::string name(format.name);
      CAPTURE(name);
      CAPTURE(text);
      const std::string out = Write(format, report);
      CHECK_FALSE(FindInvalidUtf8(out).has_value());
      CHECK(absl::EndsWith(out, "\n"));
      if (json.count(name) > 0) {
        CheckJson(out, raw.count(name) == 0);
      } else {
        CHECK_FALSE(HasControls(out));
      }
      if (markup.count(name) > 0) CHECK(MarkupCheck(out).Problem().empty());
      if (name == "markdown" || name == "github-summary") CheckMarkdown(out);
      if (name == "github") CheckGithub(out);
      if (name == "csv") CheckCsv(out);
    }
  }
}

TEST_CASE("escapes") {
  CHECK(EscapedXml("a<b> & \"c\" 'd'\n") == "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; ");
  CHECK(EscapedMarkdown("a|b *c* $4.5 <i>") == "a\\|b \\*c\\* \\$4.5 \\<i\\>");
  CHECK(CsvField("plain") == "plain");
  CHECK(CsvField("a \"b\", c") == "\"a \"\"b\"\", c\"");
  CHECK(CsvField("-5%") == "'-5%");
  CHECK(PathUri("a b/ü#?.md") == "a%20b/%C3%BC%23%3F.md");
  CHECK(PathUri("/tmp/a:b.md") == "file:///tmp/a%3Ab.md");
  CHECK(RepositoryPath("././docs/a.md") == "docs/a.md");
  CHECK(CutToBytes("abcdef", 6) == "abcdef");
  CHECK(CutToBytes("abcdefg", 6) == "abc…");
  CHECK(CutToBytes("aüüüü", 6) == "aü…");
}

}  // namespace
}  // namespace crosscheck
