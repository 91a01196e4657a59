#include "compare/worked_out.h"

#include <algorithm>
#include <cmath>
#include <limits>
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

// Everything for an interval without bounds, which explains nothing.
Reckoning::Bounds BoundsOf(const Interval& interval) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  constexpr double kWider = 1e-9;  // more than a double loses
  if (!interval.bounded()) return {-kInfinity, kInfinity};
  const double low = interval.low->ToDouble();
  const double high = interval.high->ToDouble();
  const double room = kWider * std::max(std::abs(low), std::abs(high));
  return {low - room, high + room};
}

// Where the sum and the difference, without its sign, of two figures lie.
Reckoning::Bounds SumOf(const Reckoning::Bounds& a, const Reckoning::Bounds& b) {
  return {a.low + b.low, a.high + b.high};
}
Reckoning::Bounds DifferenceOf(const Reckoning::Bounds& a, const Reckoning::Bounds& b) {
  const Reckoning::Bounds signed_ends = {a.low - b.high, a.high - b.low};
  if (signed_ends.low >= 0) return signed_ends;
  if (signed_ends.high <= 0) return {-signed_ends.high, -signed_ends.low};
  return {0, std::max(-signed_ends.low, signed_ends.high)};
}

bool IsSmall(const Value& value) {
  return value.kind == ValueKind::kNumber && !value.is_fraction && value.low && value.low->Absolute() <= Exact(kSmall);
}

// Whether two figures may both add up with a third: the unit of points is that of nothing.
bool AddUpWithOne(const Value& a, const Value& b) {
  return ReckonedAs(a.kind) == ReckonedAs(b.kind) && a.is_fraction == b.is_fraction && a.per == b.per;
}

void AddTwos(Reckoning& out) {
  const std::vector<Reckoning::Figure>& figures = out.figures;
  for (size_t i = 0; i < figures.size(); ++i) {
    for (size_t j = i + 1; j < figures.size(); ++j) {
      const uint32_t apart = Apart(*figures[i].mention, *figures[j].mention);
      if (apart > kNear) break;
      if (!AddUpWithOne(figures[i].mention->mention.value, figures[j].mention->mention.value)) continue;
      const Interval& x = figures[i].interval;
      const Interval& y = figures[j].interval;
      const Interval difference = Absolute(Minus(x, y));
      const Interval sum = Plus(x, y);
      out.twos.push_back({i, j, apart == 0, difference, sum, BoundsOf(difference), BoundsOf(sum)});
    }
  }
}

void AddShares(Reckoning& out) {
  const std::vector<Reckoning::Figure>& figures = out.figures;
  for (size_t i = 0; i < figures.size(); ++i) {
    for (size_t j = 0; j < figures.size(); ++j) {
      if (i == j || Apart(*figures[i].mention, *figures[j].mention) > kNear) continue;
      const Value& x = figures[i].mention->mention.value;
      const Interval& part = figures[i].interval;
      const Interval& whole = figures[j].interval;
      if (!AddsUp(x, figures[j].mention->mention.value) || x.is_fraction || x.kind == ValueKind::kPercent ||
          !part.low || !whole.low || *part.low <= Exact() || *part.low >= *whole.low)
        continue;
      const Interval ratio = DividedBy(part, whole);
      out.shares.push_back({i, j, ratio, Scaled(ratio, Exact(100))});
    }
  }
}

}  // namespace

Reckoning ReckoningOf(const DocumentAnalysis& document) {
  Reckoning out;
  for (const ValueMention& value : document.values) {
    if (!IsFigure(value.mention.value)) continue;
    const Interval interval = IntervalOf(value.mention.value);
    out.figures.push_back({&value, interval, BoundsOf(interval)});
  }
  for (size_t i = 0; i + 2 < out.figures.size(); ++i) {
    out.figures[i].run = out.figures[i].mention->sentence == out.figures[i + 2].mention->sentence;
  }
  AddTwos(out);
  AddShares(out);
  return out;
}

std::string WorkedOut::Explain(const ValueMention& value) const {
  if (!IsFigure(value.mention.value)) return "";
  const auto figure =
      std::lower_bound(own_.figures.begin(), own_.figures.end(), &value,
                       [](const Reckoning::Figure& one, const ValueMention* wanted) { return one.mention < wanted; });
  const Interval& target = figure->interval;
  std::string how = FromTwo(value, target);
  if (how.empty()) how = FromRun(value, target);
  if (how.empty() && !IsSmall(value.mention.value)) how = FromOwn(value, target);
  if (how.empty()) how = FromShare(value, target);
  return how;
}

std::string WorkedOut::FromTwo(const ValueMention& value, const Interval& target) const {
  const bool small = IsSmall(value.mention.value);
  const Reckoning::Bounds near = BoundsOf(target);
  for (const Reckoning::Two& two : other_.twos) {
    if (!two.near_difference.Meets(near) && !two.near_sum.Meets(near)) continue;
    if (small && !two.one_sentence) continue;
    const Value& x = other_.figures[two.first].mention->mention.value;
    const Value& y = other_.figures[two.second].mention->mention.value;
    if (!AddsUp(x, value.mention.value) || !AddsUp(y, value.mention.value)) continue;
    if (Explains(two.difference, target))
      return absl::StrCat("the difference of ", PrintValue(x), " and ", PrintValue(y));
    if (Explains(two.sum, target)) return absl::StrCat("the sum of ", PrintValue(x), " and ", PrintValue(y));
  }
  return "";
}

std::string WorkedOut::FromOwn(const ValueMention& value, const Interval& target) const {
  const Reckoning::Bounds near = BoundsOf(target);
  const auto [first, last] = FiguresOfSentence(value.sentence);
  for (size_t i = first; i < last; ++i) {
    const Reckoning::Figure& beside = own_.figures[i];
    if (beside.mention == &value || !AddsUp(beside.mention->mention.value, value.mention.value)) continue;
    for (const Reckoning::Figure& figure : other_.figures) {
      if (!DifferenceOf(beside.near, figure.near).Meets(near) && !SumOf(beside.near, figure.near).Meets(near)) continue;
      if (!AddsUp(figure.mention->mention.value, value.mention.value)) continue;
      if (Explains(Absolute(Minus(beside.interval, figure.interval)), target) ||
          Explains(Plus(beside.interval, figure.interval), target))
        return absl::StrCat(PrintValue(beside.mention->mention.value), " and ",
                            PrintValue(figure.mention->mention.value));
    }
  }
  return "";
}

std::pair<size_t, size_t> WorkedOut::FiguresOfSentence(uint32_t sentence) const {
  const auto begin = own_.figures.begin();
  const auto first = std::partition_point(
      begin, own_.figures.end(), [&](const Reckoning::Figure& figure) { return figure.mention->sentence < sentence; });
  const auto last = std::partition_point(
      first, own_.figures.end(), [&](const Reckoning::Figure& figure) { return figure.mention->sentence == sentence; });
  return {static_cast<size_t>(first - begin), static_cast<size_t>(last - begin)};
}

bool WorkedOut::MayMakeRun(const ValueMention& value, size_t first, const Reckoning::Bounds& near) const {
  const std::vector<Reckoning::Figure>& figures = other_.figures;
  Reckoning::Bounds sum;
  size_t parts = 0;
  for (size_t j = first; j < figures.size() && parts < kLongestRun; ++j) {
    if (figures[j].mention->sentence != figures[first].mention->sentence) break;
    if (!AddsUp(figures[j].mention->mention.value, value.mention.value)) continue;
    sum = SumOf(sum, figures[j].near);
    if (++parts >= 3 && sum.Meets(near)) return true;
  }
  return false;
}

std::string WorkedOut::FromRun(const ValueMention& value, const Interval& target) const {
  const std::vector<Reckoning::Figure>& figures = other_.figures;
  const Reckoning::Bounds near = BoundsOf(target);
  for (size_t i = 0; i < figures.size(); ++i) {
    if (!figures[i].run || !MayMakeRun(value, i, near)) continue;
    Interval sum = Interval::Point(Exact());
    size_t parts = 0;
    for (size_t j = i; j < figures.size() && parts < kLongestRun; ++j) {
      if (figures[j].mention->sentence != figures[i].mention->sentence) break;
      if (!AddsUp(figures[j].mention->mention.value, value.mention.value)) continue;
      sum = Plus(sum, figures[j].interval);
      if (++parts >= 3 && Explains(sum, target)) return absl::StrCat("the sum of ", parts, " figures");
    }
  }
  return "";
}

// "Two days in three" of 19 days out of 30; "42 percent" of 4,940 of 11,760.
std::string WorkedOut::FromShare(const ValueMention& value, const Interval& figure) const {
  const Value& share = value.mention.value;
  if (share.kind != ValueKind::kPercent && !share.is_fraction) return "";
  const Interval target = share.is_fraction ? Widened(figure, kSureShare) : figure;
  for (const Reckoning* text : {&other_, &own_}) {
    for (const Reckoning::Share& of : text->shares) {
      if (Explains(share.is_fraction ? of.ratio : of.percent, target))
        return absl::StrCat(PrintValue(text->figures[of.part].mention->mention.value), " of ",
                            PrintValue(text->figures[of.whole].mention->mention.value));
    }
  }
  return "";
}

}  // namespace crosscheck
