#include <doctest/doctest.h>

#include "absl/strings/match.h"
#include "report/printable.h"
#include "report/report_format.h"
#include "unit/report/sample_report.h"

namespace crosscheck {
namespace {

std::string Text(const Report& report, const ReportOptions& options = {}) {
  std::string out;
  WriteText(report, options, out);
  return out;
}

TEST_CASE("the text report says what disagrees, who says it where, why, and what to ask") {
  CHECK(Text(SampleReport()) ==
        "error contradiction (role): draft.md has the former mayor, wire.txt the mayor  [office-holder]\n"
        "  A  former mayor\n"
        "     draft.md:1:19  draft\n"
        "       \"Mara Oldwick, the former mayor, opened it.\"\n"
        "  B  Mayor\n"
        "     wire.txt:3:1\n"
        "       \"Mayor Mara Oldwick opened it.\"\n"
        "  Why  former against current\n"
        "  Ask  Who is in office on the day of publication?\n"
        "\n"
        "not read: scan.txt: binary\n"
        "\n"
        "1 claim in the draft: 0 agreed, 1 contradicted, 0 unsupported, 0 not checked; 3 documents, 1 not read\n"
        "1 error, 0 warnings, 0 notes\n");
}

TEST_CASE("documents of two events are named, pair by pair while they are few") {
  Report report = SampleReport();
  report.not_compared.push_back({0, 1, "they seem to tell of different events: other streets"});
  CHECK(absl::StrContains(
      Text(report), "not compared: draft.md and wire.txt: they seem to tell of different events: other streets\n\n"));
  report.not_compared.assign(12, report.not_compared.front());
  CHECK(absl::StrContains(Text(report), "not compared: 2 more pairs that seem to tell of different events\n"));
}

TEST_CASE("colour is written only where it is asked for") {
  ReportOptions options;
  CHECK_FALSE(absl::StrContains(Text(SampleReport(), options), "\x1b"));
  options.color = true;
  CHECK(absl::StrContains(Text(SampleReport(), options), "\x1b[1;31merror"));
}

TEST_CASE("what is not shown is still counted") {
  Report report = SampleReport();
  report.findings[0].severity = Severity::kNote;
  ReportOptions options;
  options.show_from = Severity::kWarning;
  const std::string text = Text(report, options);
  CHECK_FALSE(absl::StrContains(text, "contradiction"));
  CHECK(absl::StrContains(text, "0 errors, 0 warnings, 1 note\n"));
}

TEST_CASE("an article cannot steer the terminal that its report is read on") {
  CHECK(Printable("a\x1b[2Jb\rc\nd\te") == "a [2Jb c d e");
  CHECK(Printable("\xC2\x9B"
                  "1m") == " 1m");  // the one-byte CSI
  CHECK(Printable("x\xE2\x80\xAE"
                  "y") == "xy");  // right-to-left override
  CHECK(Printable("caf\xC3\xA9 \xF0\x9F\x98\x80") == "caf\xC3\xA9 \xF0\x9F\x98\x80");
  CHECK(Printable("\xFF") == "\xEF\xBF\xBD");
}

TEST_CASE("a long sentence is cut at words around its phrase") {
  Report report = SampleReport();
  std::string filler;
  for (int i = 0; i < 40; ++i) filler += "word ";
  report.claims[0].quote = filler + "the former mayor " + filler;
  const std::string text = Text(report);
  CHECK(absl::StrContains(text, "\"… word word"));
  CHECK(absl::StrContains(text, "the former mayor word"));
  CHECK(absl::StrContains(text, "word …\""));
}

}  // namespace
}  // namespace crosscheck
