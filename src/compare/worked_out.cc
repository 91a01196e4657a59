#include "compare/worked_out.h"

#include <algorithm>
#include <optional>

#include "absl/strings/str_cat.h"
#include "value/print_value.h"

namespace crosscheck {

namespace {

constexpr uint32_t kNear = 1;                   // sentences between two figures that are reckoned with together
constexpr size_t kLongestRun = 6;               // figures of one sentence that make a sum
constexpr int64_t kSmall = 12;                  // counts up to this come out of too much
const Exact kSureShare = *Exact::Ratio(1, 20);  // how wide a result may be that explains anything

// Percentages and points of them are reckoned together: 7.2 less 6.8 percent is 0.4 points.
ValueKind ReckonedAs(ValueKind kind) { return kind == ValueKind::kPoints ? ValueKind::kPercent : kind; }

bool AddsUp(const Value& a, const Value& b) {
  return ReckonedAs(a.kind) == ReckonedAs(b.kind) && a.is_fraction == b.is_fraction &&
         (a.kind == ValueKind::kPoints || b.kind == ValueKind::kPoints || a.unit == b.unit) && a.per == b.per;
}

bool IsFigure(const Value& value) {
  if (!value.low || !value.high || value.modifier == Modifier::kVague) return false;
  return value.kind == ValueKind::kMoney || value.kind == ValueKind::kNumber || value.kind == ValueKind::kPercent ||
         value.kind == ValueKind::kPoints || value.kind == ValueKind::kQuantity || value.kind == ValueKind::kDuration;
}

uint32_t Apart(const ValueMention& a, const ValueMention& b) {
  return a.sentence < b.sentence ? b.sentence - a.sentence : a.sentence - b.sentence;
}

std::optional<Exact> Middle(const Interval& interval) {
  const auto sum = interval.low->Plus(*interval.high);
  return sum ? sum->DividedBy(Exact(2)) : std::nullopt;
}

// Whether a result is the figure: to the digit as written, or within the rounding where that is narrow enough to say
// something.
bool Explains(const Interval& result, const Interval& target) {
  if (!result.bounded() || !target.bounded() || !Meet(result, target)) return false;
  if (Middle(result) == Middle(target)) return true;
  const auto width = result.high->Minus(*result.low);
  const auto most = target.high->Absolute().Times(kSureShare);
  return width && most && *width <= *most;
}

bool IsSmall(const Value& value) {
  return value.kind == ValueKind::kNumber && !value.is_fraction && value.low && value.low->Absolute() <= Exact(kSmall);
}

}  // namespace

WorkedOut::WorkedOut(const DocumentAnalysis& own, const DocumentAnalysis& other)
    : own_(FiguresOf(own)), other_(FiguresOf(other)) {}

std::vector<WorkedOut::Figure> WorkedOut::FiguresOf(const DocumentAnalysis& document) {
  std::vector<Figure> figures;
  for (const ValueMention& value : document.values) {
    if (IsFigure(value.mention.value)) figures.push_back({&value, IntervalOf(value.mention.value)});
  }
  return figures;
}

std::string WorkedOut::Explain(const ValueMention& value) const {
  if (!IsFigure(value.mention.value)) return "";
  const Interval target = IntervalOf(value.mention.value);
  std::string how = FromTwo(value, target);
  if (how.empty()) how = FromRun(value, target);
  if (how.empty() && !IsSmall(value.mention.value)) how = FromOwn(value, target);
  if (how.empty()) how = FromShare(value);
  return how;
}

std::string WorkedOut::FromTwo(const ValueMention& value, const Interval& target) const {
  const uint32_t near = IsSmall(value.mention.value) ? 0 : kNear;
  for (size_t i = 0; i < other_.size(); ++i) {
    const Value& x = other_[i].mention->mention.value;
    if (!AddsUp(x, value.mention.value)) continue;
    for (size_t j = i + 1; j < other_.size(); ++j) {
      if (Apart(*other_[i].mention, *other_[j].mention) > near) break;
      const Value& y = other_[j].mention->mention.value;
      if (!AddsUp(y, value.mention.value)) continue;
      if (Explains(Absolute(Minus(other_[i].interval, other_[j].interval)), target))
        return absl::StrCat("the difference of ", PrintValue(x), " and ", PrintValue(y));
      if (Explains(Plus(other_[i].interval, other_[j].interval), target))
        return absl::StrCat("the sum of ", PrintValue(x), " and ", PrintValue(y));
    }
  }
  return "";
}

std::string WorkedOut::FromOwn(const ValueMention& value, const Interval& target) const {
  for (const Figure& beside : own_) {
    if (beside.mention == &value || beside.mention->sentence != value.sentence ||
        !AddsUp(beside.mention->mention.value, value.mention.value))
      continue;
    for (const Figure& figure : other_) {
      if (!AddsUp(figure.mention->mention.value, value.mention.value)) continue;
      if (Explains(Absolute(Minus(beside.interval, figure.interval)), target) ||
          Explains(Plus(beside.interval, figure.interval), target))
        return absl::StrCat(PrintValue(beside.mention->mention.value), " and ",
                            PrintValue(figure.mention->mention.value));
    }
  }
  return "";
}

std::string WorkedOut::FromRun(const ValueMention& value, const Interval& target) const {
  for (size_t i = 0; i < other_.size(); ++i) {
    Interval sum = Interval::Point(Exact());
    size_t parts = 0;
    for (size_t j = i; j < other_.size() && parts < kLongestRun; ++j) {
      if (other_[j].mention->sentence != other_[i].mention->sentence) break;
      if (!AddsUp(other_[j].mention->mention.value, value.mention.value)) continue;
      sum = Plus(sum, other_[j].interval);
      if (++parts >= 3 && Explains(sum, target)) return absl::StrCat("the sum of ", parts, " figures");
    }
  }
  return "";
}

// "Two days in three" of 19 days out of 30; "42 percent" of 4,940 of 11,760.
std::string WorkedOut::FromShare(const ValueMention& value) const {
  const Value& share = value.mention.value;
  if (share.kind != ValueKind::kPercent && !share.is_fraction) return "";
  const Interval target = share.is_fraction ? Widened(IntervalOf(share), kSureShare) : IntervalOf(share);
  for (const std::vector<Figure>* figures : {&other_, &own_}) {
    for (const Figure& part : *figures) {
      for (const Figure& whole : *figures) {
        if (&part == &whole || Apart(*part.mention, *whole.mention) > kNear) continue;
        const Value& x = part.mention->mention.value;
        const Value& y = whole.mention->mention.value;
        if (!AddsUp(x, y) || x.is_fraction || x.kind == ValueKind::kPercent || !part.interval.low ||
            !whole.interval.low || *part.interval.low <= Exact() || *part.interval.low >= *whole.interval.low)
          continue;
        Interval ratio = DividedBy(part.interval, whole.interval);
        if (!share.is_fraction) ratio = Scaled(ratio, Exact(100));
        if (Explains(ratio, target)) return absl::StrCat(PrintValue(x), " of ", PrintValue(y));
      }
    }
  }
  return "";
}

}  // namespace crosscheck
