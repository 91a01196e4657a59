#include "absl/strings/numbers.h"
#include "compare/event_links.h"
#include "compare/relation.h"
#include "value/number_words.h"

namespace crosscheck {

namespace {

struct TimeUnitRow {
  absl::string_view singular, plural;
  int64_t minutes;
};
constexpr TimeUnitRow kUnits[] = {
    {"minute", "minutes", 1},
    {"hour", "hours", 60},
    {"day", "days", kDayMinutes},
    {"week", "weeks", 7 * kDayMinutes},
    {"fortnight", "fortnights", 14 * kDayMinutes},
    {"month", "months", 30 * kDayMinutes},
    {"year", "years", 365 * kDayMinutes},
    {"decade", "decades", 3652 * kDayMinutes},
};

const TimeUnitRow* FindRow(absl::string_view word) {
  for (const TimeUnitRow& row : kUnits) {
    if (word == row.singular || word == row.plural) return &row;
  }
  return nullptr;
}

std::optional<int64_t> CountOf(const Word& word) {
  if (word.text == "a" || word.text == "an") return 1;
  int64_t figure = 0;
  if (word.number)
    return absl::SimpleAtoi(word.text, &figure) && figure > 0 && figure < 1000 ? std::optional(figure) : std::nullopt;
  const NumberWord* row = FindNumberWord(word.text);
  using Kind = NumberWord::Kind;
  if (row == nullptr || (row->kind != Kind::kUnit && row->kind != Kind::kTeen && row->kind != Kind::kTens))
    return std::nullopt;
  return row->value;
}

// Calendar units are counted from day to day: "two days after" is more than one day and less than three. Months and
// years have no one length.
Offset Spread(int64_t count, int64_t unit) {
  Offset offset;
  const int64_t slack = unit >= 30 * kDayMinutes ? count * unit / 25 : 0;
  const int64_t edge = unit > 1 ? 1 : 0;
  offset.least = std::max<int64_t>(1, (count - 1) * unit - slack + edge);
  offset.most = (count + 1) * unit + slack - edge;
  return offset;
}

}  // namespace

std::optional<Offset> OffsetBefore(const Sentence& sentence, uint32_t end) {
  if (end == 0 || end > sentence.words.size()) return std::nullopt;
  const TimeUnitRow* unit = FindRow(sentence.words[end - 1].text);
  if (unit == nullptr) return std::nullopt;
  const bool plural = sentence.words[end - 1].text == unit->plural;
  const absl::string_view before = end >= 2 ? sentence.words[end - 2].text : absl::string_view();
  const absl::string_view second = end >= 3 ? sentence.words[end - 3].text : absl::string_view();
  if ((before == "an" || before == "a") && second == "half") {
    Offset half;
    half.first = end - 3;
    half.last = end;
    half.least = std::max<int64_t>(1, unit->minutes / 4);
    half.most = unit->minutes;
    return half;
  }
  const bool apart =
      sentence.words[end - 1].comma_before || sentence.words[end - 1].break_before;  // "March 9, hours before"
  const std::optional<int64_t> count = end >= 2 && !apart ? CountOf(sentence.words[end - 2]) : std::nullopt;
  if (count) {
    // "less than two days", "at least an hour", "a day or two": the figure is one end, or none at all.
    Offset offset = Spread(*count, unit->minutes);
    offset.first = end - 2;
    offset.last = end;
    if (second == "than" || second == "least" || second == "to" || second == "or" || second == "nearly" ||
        second == "almost" || second == "over" || second == "within" || second == "under" || second == "hundred") {
      offset.least = 1;
      offset.most.reset();
    }
    return offset;
  }
  if (!plural) return std::nullopt;
  return Offset{end - 1, end, unit->minutes, std::nullopt};  // "hours before"
}

}  // namespace crosscheck
