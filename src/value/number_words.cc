#include "value/number_words.h"

#include <deque>
#include <iterator>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "value/word_filter.h"

namespace crosscheck {

namespace {

constexpr NumberWord kNumberWords[] = {
#include "value/number_words.inc"
};

constexpr size_t kLongest = 16;

struct VulgarFraction {
  absl::string_view mark;
  int numerator;
  int denominator;
};

// Unicode 15, Latin-1 Supplement and Number Forms.
constexpr VulgarFraction kVulgarFractions[] = {
    {"½", 1, 2}, {"⅓", 1, 3}, {"⅔", 2, 3}, {"¼", 1, 4}, {"¾", 3, 4}, {"⅕", 1, 5},
    {"⅖", 2, 5}, {"⅗", 3, 5}, {"⅘", 4, 5}, {"⅙", 1, 6}, {"⅚", 5, 6}, {"⅐", 1, 7},
    {"⅛", 1, 8}, {"⅜", 3, 8}, {"⅝", 5, 8}, {"⅞", 7, 8}, {"⅑", 1, 9}, {"⅒", 1, 10},
};

}  // namespace

const NumberWord* FindNumberWord(absl::string_view folded) {
  struct Table {
    WordFilter filter;
    absl::flat_hash_map<absl::string_view, const NumberWord*> by_word;
  };
  static const Table& table = *[] {
    auto* made = new Table;
    for (const NumberWord& row : NumberWords()) {
      made->filter.Add(row.text);
      made->by_word.emplace(row.text, &row);
    }
    return made;
  }();
  if (folded.empty() || folded.size() > kLongest || !table.filter.MayHold(folded)) return nullptr;
  const auto found = table.by_word.find(folded);
  return found == table.by_word.end() ? nullptr : found->second;
}

absl::Span<const NumberWord> NumberWords() {
  struct Table {
    std::vector<NumberWord> rows;
    std::deque<std::string> joined;  // what the joined rows point into
  };
  static const Table& table = *[] {
    auto* made = new Table;
    made->rows.assign(std::begin(kNumberWords), std::end(kNumberWords));
    for (const NumberWord& tens : kNumberWords) {
      if (tens.kind != NumberWord::Kind::kTens) continue;
      for (const NumberWord& unit : kNumberWords) {
        const bool joins = unit.kind == NumberWord::Kind::kUnit || unit.kind == NumberWord::Kind::kOrdinal;
        if (!joins || unit.value == 0 || unit.value > 9) continue;
        const bool ordinal = unit.kind == NumberWord::Kind::kOrdinal;
        made->joined.push_back(absl::StrCat(tens.text, unit.text));
        made->rows.push_back(
            {made->joined.back(), ordinal ? unit.kind : NumberWord::Kind::kTeen, tens.value + unit.value});
      }
    }
    return made;
  }();
  return table.rows;
}

bool FindVulgarFraction(absl::string_view mark, int& numerator, int& denominator) {
  // They begin with the bytes C2 or E2 85; dashes and quotation marks, which are many, do not.
  if (mark.size() < 2 || (mark[0] != '\xC2' && (mark[0] != '\xE2' || mark[1] != '\x85'))) return false;
  for (const VulgarFraction& row : kVulgarFractions) {
    if (row.mark == mark) {
      numerator = row.numerator;
      denominator = row.denominator;
      return true;
    }
  }
  return false;
}

}  // namespace crosscheck
