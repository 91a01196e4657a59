#include <doctest/doctest.h>
#include <re2/re2.h>

#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "match/abstraction.h"
#include "match/matcher.h"

namespace crosscheck {

namespace {

constexpr const char* kWords[] = {"ban", "cut", "the", "deal", "eu", "tax", "cutting", "dealt"};

struct Generated {
  std::string pattern;
  std::string regex;
};

// A random pattern without gaps, and the plain regular expression that means the same on text of words and single
// spaces.
Generated RandomSequence(std::mt19937& random, int depth) {
  Generated out;
  const size_t size = 1 + random() % 3;
  const size_t fixed = random() % size;  // what must be there
  for (size_t i = 0; i < size; ++i) {
    Generated element;
    if (depth < 2 && random() % 4 == 0) {
      const Generated a = RandomSequence(random, depth + 1);
      const Generated b = RandomSequence(random, depth + 1);
      element = {absl::StrCat("(", a.pattern, "|", b.pattern, ")"), absl::StrCat("(?:", a.regex, "|", b.regex, ")")};
    } else {
      const char* word = kWords[random() % std::size(kWords)];
      element = {word, word};
    }
    const bool optional = i != fixed && random() % 3 == 0;
    absl::StrAppend(&out.pattern, i == 0 ? "" : " ", element.pattern, optional ? "?" : "");
    // The space belongs to what may be left out: before `fixed` it follows, after it, it leads.
    const std::string with_space = i < fixed ? element.regex + " " : i == fixed ? element.regex : " " + element.regex;
    absl::StrAppend(&out.regex, optional ? absl::StrCat("(?:", with_space, ")?") : with_space);
  }
  return out;
}

std::string RandomText(std::mt19937& random) {
  std::string text;
  for (unsigned i = 0; i < 14; ++i) {
    absl::StrAppend(&text, i == 0 ? "" : " ", kWords[random() % std::size(kWords)]);
  }
  return text;
}

std::vector<TextSpan> OracleMatches(const RE2& re, const std::string& text) {
  std::vector<TextSpan> out;
  size_t from = 0;
  re2::StringPiece groups[2];
  // RE2 itself cannot look behind `from`, so the byte before it is part of what is searched.
  while (re.Match(text, from == 0 ? 0 : from - 1, text.size(), RE2::UNANCHORED, groups, 2)) {
    const auto begin = static_cast<size_t>(groups[1].data() - text.data());
    out.push_back({begin, begin + groups[1].size()});
    from = begin + groups[1].size() + 1;
    if (from > text.size()) break;
  }
  return out;
}

}  // namespace

TEST_CASE("patterns without gaps match what a plain regular expression does") {
  std::mt19937 random(11);
  for (int i = 0; i < 300; ++i) {
    const Generated generated = RandomSequence(random, 0);
    CAPTURE(generated.pattern);
    CAPTURE(generated.regex);
    RuleSet set;
    set.rules.emplace_back();
    set.rules[0].patterns.emplace_back();
    set.rules[0].patterns[0].text = generated.pattern;
    std::vector<Diagnostic> diagnostics;
    const auto matcher = Matcher::Compile(set, diagnostics);
    REQUIRE(matcher.ok());
    const RE2 oracle(absl::StrCat(R"((?:^|[^\pL\pN])()", generated.regex, R"()(?:[^\pL\pN]|$))"));
    for (int j = 0; j < 20; ++j) {
      const std::string text = RandomText(random);
      CAPTURE(text);
      std::vector<TextSpan> got;
      for (const PatternMatch& match : (*matcher)->Match(Abstract(text, {}))) got.push_back(match.span);
      CHECK(got == OracleMatches(oracle, text));
    }
  }
}

}  // namespace crosscheck
