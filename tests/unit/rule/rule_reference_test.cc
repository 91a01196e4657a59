#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "match/matcher.h"
#include "rule/compare_kinds.h"
#include "rule/rule_set.h"

namespace crosscheck {

namespace {

std::string Page() {
  std::ifstream file(CROSSCHECK_SOURCE_DIR "/docs/rule-reference.md");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("every example of the rule reference loads") {
  const std::string page = Page();
  constexpr absl::string_view kFence = "```yaml\n";
  size_t examples = 0;
  for (size_t at = page.find(kFence.data()); at != std::string::npos; at = page.find(kFence.data(), at + 1)) {
    const size_t begin = at + kFence.size();
    const std::string example = page.substr(begin, page.find("```", begin) - begin);
    std::vector<Diagnostic> diagnostics;
    const auto set = ParseRules({{"rule-reference.md", example}}, diagnostics);
    for (const Diagnostic& d : diagnostics) MESSAGE(FormatDiagnostic(d));
    REQUIRE(set.ok());
    CHECK(Matcher::Compile(**set, diagnostics).ok());
    ++examples;
  }
  CHECK(examples >= 8);
}

// The row of the page's table for one comparison: "| `name` | rules | `max_edits`, `min_length` |".
std::string RowOf(const CompareKind& kind) {
  std::string keys;
  for (const SettingKey& key : kind.keys) absl::StrAppend(&keys, keys.empty() ? "`" : ", `", key.name, "`");
  const char* place = kind.named && kind.aligned ? "both" : kind.named ? "rules" : "aligned";
  return absl::StrCat("| `", kind.name, "` | ", place, " | ", keys, " |");
}

TEST_CASE("the rule reference names every comparison and setting") {
  const std::string page = Page();
  std::string missing;
  for (const CompareKind& kind : kCompareKinds) {
    if (page.find(RowOf(kind) + "\n") == std::string::npos) absl::StrAppend(&missing, RowOf(kind), "\n");
  }
  for (const SettingKey& key : kCommonSettings) {
    if (page.find(absl::StrCat("`", key.name, "`")) == std::string::npos) absl::StrAppend(&missing, key.name, "\n");
  }
  CHECK(missing == "");  // rows that docs/rule-reference.md lacks, as it should have them
}

}  // namespace crosscheck
