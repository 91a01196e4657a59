#include "document/text_builder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace crosscheck {

namespace {

enum class Class : uint8_t { kVisible, kSpace, kInvisible };

// Bytes of text that need no second look: visible, and not the beginning of a longer space or an invisible mark.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> out{};
  for (size_t c = 0; c < out.size(); ++c) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    out[c] = !space && c != 0xC2 && c != 0xE1 && c != 0xE2 && c != 0xE3 && c != 0xEF;
  }
  return out;
}();

bool IsPlain(char c) { return kPlain[static_cast<unsigned char>(c)]; }

struct Classified {
  Class kind = Class::kVisible;
  size_t size = 1;
};

bool IsInvisible(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

// Only a few lead bytes can begin a space or an invisible mark, so most text is never decoded.
Classified ClassifyAt(absl::string_view text, size_t at) {
  if (IsPlain(text[at])) return {};
  if (static_cast<unsigned char>(text[at]) < 0x80) return {Class::kSpace, 1};
  const CodePoint point = DecodeUtf8(text, at);
  const auto size = static_cast<size_t>(point.size);
  if (IsInvisible(point.value)) return {Class::kInvisible, size};
  return {IsSpace(point.value) ? Class::kSpace : Class::kVisible, size};
}

}  // namespace

void TextBuilder::Add(size_t block_size, size_t begin, size_t end, bool verbatim) {
  std::vector<MapPiece>& map = parsed_.block.map;
  const size_t document_size = end - begin;
  if (verbatim && !map.empty()) {
    MapPiece& last = map.back();
    if (last.block_size == last.document_size && last.in_document + last.document_size == begin) {
      last.block_size += block_size;
      last.document_size += document_size;
      return;
    }
  }
  map.push_back({parsed_.block.text.size(), begin, block_size, document_size});
}

void TextBuilder::Visible(absl::string_view text, size_t begin, size_t end, bool verbatim) {
  if (space_waits_) {
    if (!empty()) {
      if (break_waits_) parsed_.breaks.push_back(parsed_.block.text.size());
      Add(1, space_.begin, space_.end, space_.size() == 1);
      parsed_.block.text.push_back(' ');
    }
    space_waits_ = false;
    break_waits_ = false;
  }
  Add(text.size(), begin, end, verbatim);
  parsed_.block.text.append(text.data(), text.size());
}

void TextBuilder::Space(size_t begin, size_t end, bool line_break) {
  if (!space_waits_) space_ = {begin, end};
  space_.begin = std::min(space_.begin, begin);
  space_.end = std::max(space_.end, end);
  space_waits_ = true;
  break_waits_ = break_waits_ || line_break;
}

void TextBuilder::Copy(size_t begin, size_t end) {
  size_t at = begin;
  while (at < end) {
    size_t stop = at;
    Classified next;
    while (stop < end) {
      // A single space between words is copied with them.
      if (IsPlain(document_[stop]) ||
          (document_[stop] == ' ' && stop > at && stop + 1 < end && IsPlain(document_[stop + 1]))) {
        ++stop;
        continue;
      }
      next = ClassifyAt(document_, stop);
      if (next.kind != Class::kVisible) break;
      stop += next.size;
    }
    stop = std::min(stop, end);
    if (stop > at) Visible(document_.substr(at, stop - at), at, stop, true);
    if (stop >= end) return;
    if (next.kind == Class::kSpace) Space(stop, stop + next.size);
    at = stop + next.size;
  }
}

void TextBuilder::Replace(absl::string_view text, size_t begin, size_t end) {
  if (text.empty()) return;
  const Classified first = ClassifyAt(text, 0);
  if (first.kind == Class::kSpace) {
    Space(begin, end);
  } else if (first.kind == Class::kVisible) {
    Visible(text, begin, end, false);
  }
}

size_t TextBuilder::document_end() const {
  if (space_waits_) return space_.end;
  if (parsed_.block.map.empty()) return 0;
  return parsed_.block.map.back().in_document + parsed_.block.map.back().document_size;
}

ParsedBlock TextBuilder::Take(Zone zone) {
  ParsedBlock taken = std::move(parsed_);
  taken.block.zone = zone;
  parsed_ = ParsedBlock();
  space_waits_ = false;
  break_waits_ = false;
  return taken;
}

Block SubBlock(const Block& block, TextSpan span) {
  while (span.begin < span.end && block.text[span.begin] == ' ') ++span.begin;
  while (span.end > span.begin && block.text[span.end - 1] == ' ') --span.end;
  Block part;
  part.zone = block.zone;
  part.cell = block.cell;
  part.speaker = block.speaker;
  part.text = block.text.substr(span.begin, span.size());
  auto piece = std::upper_bound(block.map.begin(), block.map.end(), span.begin,
                                [](size_t at, const MapPiece& p) { return at < p.in_block + p.block_size; });
  for (; piece != block.map.end() && piece->in_block < span.end; ++piece) {
    const size_t begin = std::max(piece->in_block, span.begin);
    const size_t end = std::min(piece->in_block + piece->block_size, span.end);
    const bool verbatim = piece->block_size == piece->document_size;
    part.map.push_back({begin - span.begin,
                        verbatim ? piece->in_document + (begin - piece->in_block) : piece->in_document, end - begin,
                        verbatim ? end - begin : piece->document_size});
  }
  return part;
}

}  // namespace crosscheck
