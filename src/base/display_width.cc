#include "base/display_width.h"

#include <utf8proc.h>

#include <algorithm>

#include "base/utf8.h"

namespace crosscheck {

namespace {

constexpr char32_t kEmojiPresentation = 0xFE0F;  // "show what is before it as a picture", which is two columns wide

bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }

size_t WidthOf(char32_t c) {
  return static_cast<size_t>(std::max(utf8proc_charwidth(static_cast<utf8proc_int32_t>(c)), 0));
}

}  // namespace

Glyph GlyphAt(absl::string_view text, size_t at) {
  if (IsAscii(text[at]) && (at + 1 == text.size() || IsAscii(text[at + 1]))) return {1, 1};
  CodePoint point = DecodeUtf8(text, at);
  Glyph glyph{static_cast<size_t>(point.size), WidthOf(point.value)};
  utf8proc_int32_t state = 0;
  while (at + glyph.size < text.size()) {
    const CodePoint next = DecodeUtf8(text, at + glyph.size);
    if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(point.value),
                                         static_cast<utf8proc_int32_t>(next.value), &state)) {
      break;
    }
    glyph.size += static_cast<size_t>(next.size);
    glyph.width = next.value == kEmojiPresentation ? 2 : std::min<size_t>(2, glyph.width + WidthOf(next.value));
    point = next;
  }
  return glyph;
}

size_t DisplayWidth(absl::string_view text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size();) {
    const Glyph glyph = GlyphAt(text, at);
    width += glyph.width;
    at += glyph.size;
  }
  return width;
}

}  // namespace crosscheck
