#include "compare/word_diff.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_split.h"

namespace crosscheck {
namespace {

// Words by number over all tests; words of three letters and less are no content, "|word" stands behind a joint.
std::vector<DiffWord> Words(absl::string_view text) {
  static auto* const keys = new std::map<std::string, uint32_t>;
  std::vector<DiffWord> words;
  for (absl::string_view part : absl::StrSplit(text, ' ')) {
    DiffWord word;
    word.joint = part.front() == '|';
    if (word.joint) part.remove_prefix(1);
    word.key = keys->try_emplace(std::string(part), static_cast<uint32_t>(keys->size())).first->second;
    word.content = part.size() > 3;
    words.push_back(word);
  }
  return words;
}

TEST_CASE("an alignment names the runs of words that differ") {
  struct Case {
    const char* a;
    const char* b;
    size_t runs;
    uint32_t matches;
  };
  static constexpr Case kCases[] = {
      {"the van our drivers asked for", "the van our drivers asked for", 0, 6},
      {"the van our drivers asked for", "the van our owners asked for", 1, 5},
      {"best for half an hour today", "best for an hour today", 1, 5},
      {"so he said the crane came late", "the crane came late and left", 0, 4},
      {"the bakery burned |and nobody was inside", "the bakery burned after the oil store went and nobody was inside",
       1, 7},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.a);
    const WordAlignment found = AlignWords(Words(c.a), Words(c.b));
    CHECK(found.runs.size() == c.runs);
    CHECK(found.matches == c.matches);
  }
}

TEST_CASE("words that a joint leaves out do not lower the agreement") {
  const WordAlignment cut = AlignWords(Words("the bakery burned |and nobody was inside"),
                                       Words("the bakery burned after the oil store went and nobody was inside"));
  CHECK(cut.Agreement() == doctest::Approx(1.0));
  CHECK(AlignWords(Words("nothing here"), Words("other words")).Agreement() == 0);
}

TEST_CASE("NearlySpelt forgives one letter in words of five and more") {
  CHECK(NearlySpelt("labour", "labor"));
  CHECK(NearlySpelt("theatre", "theatra"));
  CHECK(NearlySpelt("pallet", "pallets"));
  CHECK_FALSE(NearlySpelt("boat", "coat"));
  CHECK_FALSE(NearlySpelt("harbour", "labour"));
}

TEST_CASE("CommonInOrder takes the heaviest words that both have in one order") {
  const std::vector<uint32_t> a = {1, 2, 3, 4};
  const std::vector<uint32_t> b = {3, 1, 2, 4};
  const std::vector<float> even = {1, 1, 1, 1};
  CHECK(CommonInOrder(a, even, b).size() == 3);
  const std::vector<float> heavy = {1, 1, 5, 1};
  const auto common = CommonInOrder(a, heavy, b);
  REQUIRE(common.size() == 2);
  CHECK(a[common.front().first] == 3);
}

}  // namespace
}  // namespace crosscheck
