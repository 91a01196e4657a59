#include "report/columns.h"

#include <doctest/doctest.h>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "base/display_width.h"
#include "report/report_format.h"
#include "unit/report/sample_report.h"

namespace crosscheck {
namespace {

std::vector<std::string> Lines(const std::string& text, size_t width, size_t indent = 0) {
  std::vector<std::string> lines;
  for (const MarkedText& line : Wrap({text, {}}, width, indent)) lines.push_back(line.text);
  return lines;
}

std::string Text(const Report& report, size_t width) {
  ReportOptions options;
  options.width = width;
  std::string out;
  WriteText(report, options, out);
  return out;
}

TEST_CASE("a paragraph breaks at spaces, between wide characters, and inside a word only where it must") {
  using Want = std::vector<std::string>;
  CHECK(Lines("one two three", 7) == Want{"one two", "three"});
  CHECK(Lines("one two three", 8, 2) == Want{"one two", "  three"});
  CHECK(Lines("unbreakable", 4) == Want{"unbr", "eaka", "ble"});
  CHECK(Lines("a unbreakable", 5) == Want{"a", "unbre", "akabl", "e"});
  CHECK(Lines("東京都知事は", 6) == Want{"東京都", "知事は"});
  CHECK(Lines("東京都。知事", 6) == Want{"東京", "都。知", "事"});  // a full stop begins no line
  CHECK(Lines("🙂🙂🙂", 5) == Want{"🙂🙂", "🙂"});
  CHECK(Lines("", 5).empty());
  CHECK(Lines("👩‍👩‍👧👩‍👩‍👧", 2) == Want{"👩‍👩‍👧", "👩‍👩‍👧"});
}

TEST_CASE("what stands out does so on every line that it reaches") {
  const std::vector<MarkedText> lines = Wrap({"say one two three now", {4, 17}}, 11, 0);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].text.substr(lines[0].strong.begin, lines[0].strong.size()) == "one two");
  CHECK(lines[1].text.substr(lines[1].strong.begin, lines[1].strong.size()) == "three");
}

TEST_CASE("positions stand beside one another where the terminal has room, and below one another elsewhere") {
  const Report report = SampleReport();
  CHECK(Text(report, 0) == Text(report, 60));  // too narrow for two
  CHECK(absl::StrContains(Text(report, 80),
                          "  A  former mayor                       │ B  Mayor\n"
                          "  draft.md:1:19  draft                  │ wire.txt:3:1\n"
                          "  \"Mara Oldwick, the former mayor,      │ \"Mayor Mara Oldwick opened it.\"\n"
                          "  opened it.\"                           │\n"));
}

TEST_CASE("no line of the columns is wider than the terminal, whatever the text is written in") {
  Report report = SampleReport();
  report.claims[0].quote =
      "東京都知事は🙂former "
      "mayor👩‍👩‍👧、昨日の会見で「支援を続ける」と述べた。" +
      std::string(90, 'x');
  report.findings[0].positions.push_back(report.findings[0].positions[0]);
  for (const size_t width : {80, 117, 118, 120, 160, 400}) {
    CAPTURE(width);
    const std::string text = Text(report, width);
    const std::string block = text.substr(0, text.find("  Why"));
    const std::vector<std::string> lines = absl::StrSplit(block, '\n');
    const bool beside = absl::StrContains(block, "│");
    CHECK(beside == (width >= 116));  // three of them
    size_t rule = 0;
    for (size_t i = 1; beside && i + 1 < lines.size(); ++i) {
      CAPTURE(lines[i]);
      CHECK(DisplayWidth(lines[i]) <= width);
      const size_t at = DisplayWidth(lines[i].substr(0, lines[i].find("│")));
      if (rule == 0) rule = at;
      CHECK(at == rule);
    }
  }
}

}  // namespace
}  // namespace crosscheck
