#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "match/abstraction.h"
#include "match/matcher.h"
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

}  // namespace

TEST_CASE("a thousand random edits of a rule file crash nothing") {
  std::mt19937 random(20250715);
  constexpr absl::string_view kBytes = "{}[]()|?~.:'\"\\,-#&*!> \n\tabz019\xc3\xff";
  const std::string valid = kSampleRules;
  REQUIRE(Loads(valid));
  for (int i = 0; i < 1000; ++i) {
    std::string text = valid;
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
    CAPTURE(text);
    Loads(text);
  }
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
