#include "match/abstraction.h"

#include "base/utf8.h"
#include "match/item_char.h"

namespace crosscheck {

namespace {

void Append(char32_t c, TextSpan source, int32_t item, AbstractedSegment& out) {
  const size_t begin = out.text.size();
  AppendUtf8(c, out.text);
  out.source.resize(out.text.size(), source);
  out.item_at.resize(out.text.size(), -1);
  if (item >= 0) out.item_at[begin] = item;
}

}  // namespace

AbstractedSegment Abstract(absl::string_view segment_text, std::vector<SlotItem> items) {
  AbstractedSegment out;
  out.text.reserve(segment_text.size() + 8);
  out.source.reserve(segment_text.size() + 8);
  out.item_at.reserve(segment_text.size() + 8);
  size_t next = 0;
  for (size_t at = 0; at < segment_text.size();) {
    while (next < items.size() && items[next].span.begin < at) ++next;  // overlaps the one before, or is empty
    if (next < items.size() && items[next].span.begin == at && !items[next].span.empty()) {
      const TextSpan span = items[next].span;
      Append(ItemChar(items[next].type), span, static_cast<int32_t>(next), out);
      at = span.end;
      ++next;
      continue;
    }
    const CodePoint point = DecodeUtf8(segment_text, at);
    const TextSpan span = {at, at + static_cast<size_t>(point.size)};
    // A private-use character of the text itself must not pass for an item.
    Append(IsItemChar(point.value) ? U'\uFFFD' : FoldCodePoint(point.value), span, -1, out);
    at = span.end;
  }
  out.items = std::move(items);
  return out;
}

}  // namespace crosscheck
