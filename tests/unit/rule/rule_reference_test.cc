#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "cli/run_cli.h"
#include "match/matcher.h"
#include "rule/compare_kinds.h"
#include "rule/rule_keys.h"
#include "rule/rule_set.h"
#include "unit/temporary_path.h"

namespace crosscheck {

namespace {

std::string Page() {
  std::ifstream file(CROSSCHECK_SOURCE_DIR "/docs/rule-reference.md");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> Examples() {
  const std::string page = Page();
  constexpr absl::string_view kFence = "```yaml\n";
  std::vector<std::string> examples;
  for (size_t at = page.find(kFence.data()); at != std::string::npos; at = page.find(kFence.data(), at + 1)) {
    const size_t begin = at + kFence.size();
    examples.push_back(page.substr(begin, page.find("```", begin) - begin));
  }
  return examples;
}

// The row of the page's table for one comparison: "| `name` | rules | `tolerance`, `time` |".
std::string RowOf(const CompareKind& kind) {
  std::string keys;
  for (const SettingKey& key : kind.keys) absl::StrAppend(&keys, keys.empty() ? "`" : ", `", key.name, "`");
  const char* place = kind.aligned ? "aligned" : kind.name == kStatusKind.name ? "statuses" : "rules";
  return absl::StrCat("| `", kind.name, "` | ", place, " | ", keys, " |");
}

// Whether some example has the key, as "key:" after a space, a brace, a comma or at the beginning of a line.
bool IsShown(absl::string_view key, const std::vector<std::string>& examples) {
  for (const std::string& example : examples) {
    for (const char* before : {" ", "{", "\n"}) {
      if (absl::StrCat("\n", example).find(absl::StrCat(before, key, ":")) != std::string::npos) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("every example of the rule reference loads, and its tests pass") {
  const std::filesystem::path folder = TemporaryPath("crosscheck-rule-reference");
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const std::vector<std::string> examples = Examples();
  CHECK(examples.size() >= 10);
  for (const std::string& example : examples) {
    CAPTURE(example);
    std::vector<Diagnostic> diagnostics;
    const auto set = ParseRules({{"rule-reference.md", example}}, diagnostics);
    for (const Diagnostic& d : diagnostics) MESSAGE(FormatDiagnostic(d));
    REQUIRE(set.ok());
    CHECK(Matcher::Compile(**set, diagnostics).ok());
    const std::string path = (folder / "example.yaml").string();
    std::ofstream(path) << example;
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    CHECK(RunCli({"rules", "test", path}, CliStreams{in, out, err, false}) == 0);
    CHECK(err.str() == "");
    MESSAGE(out.str());
  }
}

TEST_CASE("the rule reference has every comparison with its settings") {
  const std::string page = Page();
  std::string missing;
  for (const CompareKind& kind : kCompareKinds) {
    if (page.find(RowOf(kind) + "\n") == std::string::npos) absl::StrAppend(&missing, RowOf(kind), "\n");
  }
  if (page.find(RowOf(kStatusKind) + "\n") == std::string::npos) absl::StrAppend(&missing, RowOf(kStatusKind), "\n");
  CHECK(missing == "");  // rows that docs/rule-reference.md lacks, as it should have them
}

TEST_CASE("the rule reference has an example of every key, setting and comparison") {
  const std::vector<std::string> examples = Examples();
  std::string missing;
  for (const KeyTable* table : {&kFileKeys, &kEntityKeys, &kHolderKeys, &kRuleKeys, &kAlignedKeys, &kScopeKeys,
                                &kTestKeys, &kTestDocumentKeys, &kRelationKeys, &kStatusKeys, &kStateKeys}) {
    for (const KeyRow& row : table->rows) {
      if (!IsShown(row.name, examples)) absl::StrAppend(&missing, table->name, ".", row.name, "\n");
    }
  }
  const std::string all = absl::StrCat(Page(), "\n");
  for (const CompareKind& kind : kCompareKinds) {
    for (const SettingKey& key : kind.keys) {
      if (!IsShown(key.name, examples)) absl::StrAppend(&missing, kind.name, ".", key.name, "\n");
    }
    const bool shown = all.find(absl::StrCat("as: ", kind.name)) != std::string::npos ||
                       all.find(absl::StrCat("compare: ", kind.name)) != std::string::npos;
    if (!shown) absl::StrAppend(&missing, kind.name, "\n");
  }
  CHECK(missing == "");
}

}  // namespace crosscheck
