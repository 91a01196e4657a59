#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "match/abstraction.h"
#include "match/matcher.h"
#include "rule/compare_kinds.h"
#include "rule/rule_keys.h"
#include "rule/yaml_reader.h"
#include "unit/rule/sample_rules.h"

namespace crosscheck {

namespace {

bool Loads(const std::string& text) {
  std::vector<Diagnostic> diagnostics;
  const auto set = ParseRules({{"f.yaml", text}}, diagnostics);
  for (const Diagnostic& d : diagnostics) FormatDiagnostic(d);
  if (!set.ok()) {
    CHECK_FALSE(diagnostics.empty());
    return false;
  }
  const auto matcher = Matcher::Compile(**set, diagnostics);
  if (!matcher.ok()) return false;
  const std::string segment = "Acme reported revenue of $3 million, a charge; sales fell to $4.";
  std::vector<SlotItem> items = {{"org", {0, 4}, 0}, {"money", {25, 35}, 1}, {"money", {61, 63}, 2}};
  (*matcher)->Match(Abstract(segment, items));
  return true;
}

// A second opinion on keys: walks the YAML of a file that was loaded by the tables of what keys there are, and says the
// first key that is in none of them; "" where there is none.
class KeyWalk {
 public:
  static std::string FirstStranger(const std::string& text) {
    std::vector<Diagnostic> diagnostics;
    const SourceText source("f.yaml", text);
    const auto root = ParseYaml(source, diagnostics);
    return root.has_value() ? Map(*root, kFileKeys) : "no YAML";
  }

 private:
  static std::string Map(const YamlNode& map, const KeyTable& table) {
    for (const YamlEntry& entry : map.entries) {
      std::string key = entry.first.scalar;
      const bool changes = map.FindKey("extends") != nullptr && (key.back() == '+' || key.back() == '-');
      if (changes) key.pop_back();
      const KeyRow* row = table.Find(key);
      if (row == nullptr) return entry.first.scalar;
      if (changes) continue;
      if (std::string stranger = Value(entry.second, *row); !stranger.empty()) return stranger;
    }
    return "";
  }

  static std::string Value(const YamlNode& value, const KeyRow& row) {
    std::string stranger;
    const auto add = [&stranger](std::string found) {
      if (stranger.empty()) stranger = std::move(found);
    };
    if (row.shape == KeyShape::kTable) add(Map(value, *row.of));
    for (const YamlNode& item : value.items) {
      if (row.shape == KeyShape::kTables) add(Map(item, *row.of));
      if (row.shape == KeyShape::kPatterns && item.Is(YamlNode::Kind::kMap) &&
          (item.entries.size() != 1 || item.entries[0].first.scalar != "regex")) {
        add("a pattern's key");
      }
    }
    for (const YamlEntry& entry : value.entries) {
      if (row.shape == KeyShape::kNamed || (row.shape == KeyShape::kDocuments && entry.second.Is(YamlNode::Kind::kMap)))
        add(Map(entry.second, *row.of));
    }
    if (row.shape == KeyShape::kCompare && value.Is(YamlNode::Kind::kMap)) {
      const YamlNode* as = value.Find("as");
      if (as == nullptr) return "";  // only `compare+` has none
      const CompareKind* kind = FindCompareKind(as->scalar, row.help == kAlignedKeys.Find("compare")->help);
      for (const YamlEntry& entry : value.entries) {
        if (entry.first.scalar == "as") continue;
        if (kind == nullptr || FindSettingKey(*kind, entry.first.scalar) == nullptr) add(entry.first.scalar);
      }
    }
    return stranger;
  }
};

// The files that are edited: one with every section, and the examples of the rule reference.
std::vector<std::string> ValidFiles() {
  std::vector<std::string> files = {kSampleRules};
  std::ifstream file(CROSSCHECK_SOURCE_DIR "/docs/rule-reference.md");
  std::ostringstream text;
  text << file.rdbuf();
  const std::string page = text.str();
  constexpr absl::string_view kFence = "```yaml\n";
  for (size_t at = page.find(kFence.data()); at != std::string::npos; at = page.find(kFence.data(), at + 1)) {
    const size_t begin = at + kFence.size();
    files.push_back(page.substr(begin, page.find("```", begin) - begin));
  }
  return files;
}

std::string Edited(std::string text, std::mt19937& random) {
  constexpr absl::string_view kBytes = "{}[]()|?~.:'\"\\,-#&*!> \n\tabz019\xc3\xff+=";
  for (unsigned edits = 1 + random() % 3; edits > 0; --edits) {
    const size_t at = random() % text.size();
    switch (random() % 4) {
      case 0:
        text.erase(at, 1 + random() % 4);
        break;
      case 1:
        text = absl::StrCat(text.substr(0, at), kBytes.substr(random() % kBytes.size(), 1), text.substr(at));
        break;
      case 2:
        text[at] = kBytes[random() % kBytes.size()];
        break;
      default:
        text = absl::StrCat(text.substr(0, at), text.substr(random() % text.size(), random() % 40), text.substr(at));
    }
  }
  return text;
}

}  // namespace

TEST_CASE("a thousand random edits of valid rule files crash nothing, and none loads with a key ignored") {
  std::mt19937 random(20250715);
  const std::vector<std::string> files = ValidFiles();
  for (const std::string& file : files) {
    REQUIRE(Loads(file));
    REQUIRE(KeyWalk::FirstStranger(file) == "");
  }
  int loaded = 0;
  for (size_t i = 0; i < 1500; ++i) {
    const std::string text = Edited(files[i % files.size()], random);
    CAPTURE(text);
    if (!Loads(text)) continue;
    ++loaded;
    CHECK(KeyWalk::FirstStranger(text) == "");
  }
  CHECK(loaded > 100);  // else the edits would show little
}

TEST_CASE("no key of a rule file can be misspelt without an error") {
  constexpr const char* kKeys[] = {
      "lexicons",  "entities", "type",      "names",     "holders",   "name",    "from",  "to",
      "rules",     "id",       "attribute", "severity",  "patterns",  "regex",   "scope", "period",
      "inclusion", "unless",   "compare",   "as",        "tolerance", "message", "ask",   "tests",
      "documents", "want",     "text",      "published", "zones",     "aligned", "kinds", "threshold",
      "relations", "between",  "same",      "statuses",  "states",    "rank"};
  const std::string valid = kSampleRules;
  for (const char* key : kKeys) {
    CAPTURE(key);
    size_t seen = 0;
    for (const char* before : {" ", "{", "\n"}) {
      const std::string written = absl::StrCat(before, key, ":");
      for (size_t at = valid.find(written); at != std::string::npos; at = valid.find(written, at + 1)) {
        const size_t end = at + written.size() - 1;
        const std::string text = absl::StrCat(valid.substr(0, end), "q", valid.substr(end));
        CAPTURE(at);
        CHECK_FALSE(Loads(text));
        ++seen;
      }
    }
    CHECK(seen > 0);
  }
}

}  // namespace crosscheck
