#include "cli/compare_phrases.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "absl/time/civil_time.h"
#include "base/utf8.h"
#include "english/english.h"

namespace crosscheck {

namespace {

// Days that differ in year, month, weekday and season: what is the same on all of them hangs on none.
std::array<absl::CivilDay, 4> Days() {
  return {absl::CivilDay(2024, 2, 13), absl::CivilDay(2025, 7, 16), absl::CivilDay(2026, 11, 20),
          absl::CivilDay(2029, 5, 5)};
}

// A phrase as it is read: its first value, and the words beside a date that name what was not read.
struct Phrase {
  std::optional<Value> value;
  std::vector<std::string> name;
  int year = 0;  // where the value is a year and nothing else
};

int YearOf(const Value& value) {
  if (value.kind == ValueKind::kDate) return value.granularity == Granularity::kYear ? value.parts.year : 0;
  const bool figure = value.kind == ValueKind::kNumber && value.low == value.high && value.low &&
                      value.low->is_integer() && *value.low >= Exact(1900) && *value.low <= Exact(2100) &&
                      value.noun.empty();
  return figure ? static_cast<int>(value.low->numerator()) : 0;
}

Phrase ReadPhrase(absl::string_view text, const ReadOptions& options) {
  Phrase out;
  const std::vector<Mention> mentions = ReadMentions(text, options);
  if (mentions.empty()) return out;
  const Mention& first = mentions.front();
  out.value = first.value;
  out.year = YearOf(first.value);
  if (first.value.kind != ValueKind::kDate && out.year == 0) return out;
  const std::string around = Fold(absl::StrCat(text.substr(0, first.phrase.begin), " ", text.substr(first.phrase.end)));
  for (absl::string_view word : absl::StrSplit(around, absl::ByAnyChar(" ,.-"), absl::SkipEmpty())) {
    if (!absl::ConsumeSuffix(&word, "'s")) absl::ConsumeSuffix(&word, "'");
    if (word.size() > 3) absl::ConsumeSuffix(&word, "s");
    if (word.empty() || word == "day" || english::IsStopWord(word)) continue;
    out.name.emplace_back(word);
  }
  return out;
}

// At most one letter more, less or other: "hashana" and "hashanah".
bool NearlySame(absl::string_view a, absl::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  if (a.size() == b.size()) return a.substr(std::min(i + 1, a.size())) == b.substr(std::min(i + 1, b.size()));
  return a.substr(i) == b.substr(i + 1);
}

bool SameName(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const std::string& x, const std::string& y) {
    return x == y || (x.size() > 4 && NearlySame(x, y));
  });
}

ValueComparison Make(Agreement agreement, ValueHint hint, std::string reason) {
  return {agreement, hint, std::move(reason)};
}

// Two days of which at least one has a name that is not read.
ValueComparison CompareNamed(const Phrase& a, const Phrase& b) {
  if (a.year != 0 && b.year != 0 && a.year != b.year) {
    return Make(Agreement::kContradictory, ValueHint::kNone, absl::StrCat(a.year, " against ", b.year));
  }
  if (SameName(a.name, b.name) && a.year != 0 && a.year == b.year) {
    return Make(Agreement::kConsistent, ValueHint::kSame, "the same named day of one year");
  }
  return Make(Agreement::kIncomparable, ValueHint::kNone, "a named day that cannot be placed");
}

ValueComparison CompareOn(absl::string_view a, absl::string_view b, const ReadOptions& options) {
  const Phrase left = ReadPhrase(a, options);
  const Phrase right = ReadPhrase(b, options);
  if (!left.value || !right.value) {
    return Make(Agreement::kIncomparable, ValueHint::kNone, absl::StrCat("no value in '", !left.value ? a : b, "'"));
  }
  if (!left.name.empty() || !right.name.empty()) return CompareNamed(left, right);
  return CompareValues(*left.value, *right.value);
}

// What a phrase says of its date whatever the day of the text is.
struct Fixed {
  bool named = true;  // year, month or day in so many words; true for values that are no dates
  int8_t weekday = -1;
  int month = 0;  // the same on every day
};

Fixed FixedPartOf(absl::string_view text) {
  Fixed out;
  bool first = true;
  for (const absl::CivilDay day : Days()) {
    ReadOptions options;
    options.document_day = day;
    const std::optional<Value> value = ReadPhrase(text, options).value;
    if (!value || value->kind != ValueKind::kDate) return out;
    const DateParts& parts = value->parts;
    out.named = !parts.relative && (parts.year != 0 || parts.month != 0 || parts.day != 0);
    out.weekday = parts.weekday;
    const bool short_enough =
        value->low && value->high && *value->high <= value->low->Plus(Exact(31)).value_or(Exact());
    const int month =
        short_enough
            ? static_cast<int>((absl::CivilDay(1970, 1, 1) + static_cast<int64_t>(value->low->numerator())).month())
            : 0;
    out.month = first || out.month == month ? month : 0;
    if (out.month == 0 && !first) break;
    first = false;
  }
  return out;
}

// "tuesday" can be "Tuesday the 19th" on some day: a day that is named and one that hangs on the day of the text are
// against each other only where their weekdays or months are.
bool CanDiffer(absl::string_view a, absl::string_view b) {
  const Fixed left = FixedPartOf(a);
  const Fixed right = FixedPartOf(b);
  if (left.named == right.named) return true;
  if (left.weekday >= 0 && right.weekday >= 0 && left.weekday != right.weekday) return true;
  return left.month != 0 && right.month != 0 && left.month != right.month;
}

}  // namespace

ValueComparison ComparePhrases(absl::string_view a, absl::string_view b, const ReadOptions& options) {
  ValueComparison out = CompareOn(a, b, options);
  if (options.document_day || out.agreement != Agreement::kIncomparable) return out;
  std::optional<ValueComparison> same;
  for (const absl::CivilDay day : Days()) {
    ReadOptions placed;
    placed.document_day = day;
    ValueComparison now = CompareOn(a, b, placed);
    if (now.agreement == Agreement::kIncomparable || (same && same->agreement != now.agreement)) return out;
    same = std::move(now);
  }
  if (same->agreement == Agreement::kContradictory && !CanDiffer(a, b)) return out;
  return *std::move(same);
}

}  // namespace crosscheck
