#ifndef CROSSCHECK_BASE_DISPLAY_WIDTH_H_
#define CROSSCHECK_BASE_DISPLAY_WIDTH_H_

#include <cstddef>

#include "absl/strings/string_view.h"

namespace crosscheck {

// What a terminal draws as one character, and how many of its columns that takes.
struct Glyph {
  size_t size = 0;   // bytes
  size_t width = 0;  // 0, 1 or 2
};

// The glyph that begins at `at`: a character with all that joins it (accents, the parts of an emoji, both letters of a
// flag), as UAX 29 and the East Asian widths of UAX 11 have it. REQUIRES: at < text.size()
Glyph GlyphAt(absl::string_view text, size_t at);

// The columns that `text` takes on a terminal.
size_t DisplayWidth(absl::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_DISPLAY_WIDTH_H_
