#include "value/print_value.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "value/date_words.h"

namespace crosscheck {

namespace {

// "1234567.5" -> "1,234,567.5"; a fraction stays as it is.
std::string Grouped(const Exact& value) {
  std::string text = value.ToString();
  if (text.find('/') != std::string::npos) return text;
  const size_t end = std::min(text.find('.'), text.size());
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool third = i > 0 && i < end && (end - i) % 3 == 0 && text[i - 1] != '-';
    if (third) out.push_back(',');
    out.push_back(text[i]);
  }
  return out;
}

absl::string_view OrdinalEnding(const Exact& value) {
  const int last = static_cast<int>(value.numerator() % 100);
  if (last >= 11 && last <= 13) return "th";
  switch (last % 10) {
    case 1:
      return "st";
    case 2:
      return "nd";
    case 3:
      return "rd";
    default:
      return "th";
  }
}

struct PluralRow {
  absl::string_view one;
  absl::string_view many;
};
constexpr PluralRow kPlurals[] = {
    {"foot", "feet"},   {"inch", "inches"},           {"century", "centuries"}, {"hertz", "hertz"},
    {"stone", "stone"}, {"horsepower", "horsepower"}, {"bar", "bar"},           {"acre-foot", "acre-feet"},
};

std::string PluralOf(absl::string_view noun) {
  for (const PluralRow& row : kPlurals) {
    if (noun == row.one || (absl::EndsWith(noun, row.one) && row.one.size() > 3)) {
      return absl::StrCat(noun.substr(0, noun.size() - row.one.size()), row.many);
    }
  }
  return absl::StrCat(noun, "s");
}

// "kilometre per hour" -> "kilometres per hour", "degree Celsius" -> "degrees Celsius", "square foot" -> "square feet".
std::string Units(absl::string_view unit, bool one) {
  if (one) return std::string(unit);
  for (const absl::string_view rest : {" per ", " Celsius", " Fahrenheit"}) {
    const size_t at = unit.find(rest);
    if (at != absl::string_view::npos) return absl::StrCat(PluralOf(unit.substr(0, at)), unit.substr(at));
  }
  return PluralOf(unit);
}

absl::string_view ModifierWords(Modifier modifier) {
  switch (modifier) {
    case Modifier::kApprox:
      return "about ";
    case Modifier::kApproxBelow:
      return "nearly ";
    case Modifier::kApproxAbove:
      return "just over ";
    case Modifier::kLower:
      return "at least ";
    case Modifier::kAbove:
      return "more than ";
    case Modifier::kUpper:
      return "up to ";
    case Modifier::kBelow:
      return "less than ";
    case Modifier::kExact:
    case Modifier::kVague:
      break;
  }
  return "";
}

// What stands after the figures.
std::string Tail(const Value& value, bool one) {
  switch (value.kind) {
    case ValueKind::kPercent:
      return "%";
    case ValueKind::kAge:
      return absl::StrCat(" ", Units(value.unit, one), " old");
    case ValueKind::kPoints:
    case ValueKind::kQuantity:
    case ValueKind::kDuration:
      return value.unit.empty() ? "" : absl::StrCat(" ", Units(value.unit, one));
    case ValueKind::kOrdinal:
      return value.low ? std::string(OrdinalEnding(*value.low)) : "";
    default:
      return value.unit.empty() ? "" : absl::StrCat(" ", value.unit);
  }
}

// Durations are held in seconds and printed in the unit that was written.
std::string End(const Value& value, const std::optional<Exact>& end) {
  if (!end) return "…";
  if (value.kind != ValueKind::kDuration) return Grouped(*end);
  const TimeUnit* const unit = FindTimeUnit(value.unit);
  const std::optional<Exact> count = unit != nullptr ? end->DividedBy(Exact(unit->seconds)) : std::nullopt;
  return Grouped(count.value_or(*end));
}

}  // namespace

std::string PrintValue(const Value& value) {
  const std::string low = End(value, value.low);
  const std::string high = End(value, value.high);
  const bool negative = low[0] == '-' || high[0] == '-';
  const absl::string_view joint = value.kind == ValueKind::kScore ? "-" : negative ? " to " : "–";
  std::string figures = low == high ? low : absl::StrCat(low, joint, high);
  if (low == high && value.kind == ValueKind::kScore) figures = absl::StrCat(low, joint, high);
  std::string out = absl::StrCat(ModifierWords(value.modifier), figures, Tail(value, figures == "1"));
  if (!value.per.empty()) absl::StrAppend(&out, value.per == "each" ? " " : " per ", value.per);
  return out;
}

}  // namespace crosscheck
