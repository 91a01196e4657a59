#include "graph/sums.h"

#include "value/compare_values.h"

namespace crosscheck {

namespace {

bool SameMeasure(const Value& a, const Value& b) { return a.kind == b.kind && a.unit == b.unit && a.per == b.per; }

}  // namespace

std::optional<bool> AddsUp(Sum sum) {
  if (sum.size() < 2) return std::nullopt;
  std::optional<Exact> low = Exact(0), high = Exact(0);  // of the parts; nullopt is an open end
  for (size_t i = 1; i < sum.size(); ++i) {
    if (!SameMeasure(sum[i], sum[0])) return std::nullopt;
    const AllowedRange range = Allows(sum[i]);
    const auto add = [](std::optional<Exact>& to, const std::optional<Exact>& end) {
      if (!to || !end) {
        to.reset();
        return true;
      }
      to = to->Plus(*end);
      return to.has_value();
    };
    if (!add(low, range.low) || !add(high, range.high)) return std::nullopt;
  }
  const AllowedRange whole = Allows(sum[0]);
  return (!low || !whole.high || *low <= *whole.high) && (!high || !whole.low || *high >= *whole.low);
}

std::optional<Exact> Needed(Sum sum, size_t which) {
  Exact parts;
  for (size_t i = 0; i < sum.size(); ++i) {
    if (i == which) continue;
    if (!sum[i].low || sum[i].low != sum[i].high || !SameMeasure(sum[i], sum[0])) return std::nullopt;
    // The whole less the other parts, or all the parts.
    const std::optional<Exact> next = i == 0       ? sum[i].low->Minus(parts)
                                      : which == 0 ? parts.Plus(*sum[i].low)
                                                   : parts.Minus(*sum[i].low);
    if (!next) return std::nullopt;
    parts = *next;
  }
  return parts;
}

}  // namespace crosscheck
