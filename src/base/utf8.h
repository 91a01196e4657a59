#ifndef CROSSCHECK_BASE_UTF8_H_
#define CROSSCHECK_BASE_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace crosscheck {

inline constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The offset of the first byte that is not part of valid UTF-8 (overlong forms, surrogates and what lies beyond
// U+10FFFF are invalid); nullopt where all of `text` is valid.
std::optional<size_t> FindInvalidUtf8(absl::string_view text);

// A code point and the bytes it takes. For invalid input: U+FFFD and 1.
struct CodePoint {
  char32_t value = 0;
  int size = 1;
};
CodePoint DecodeWideUtf8(absl::string_view text, size_t at);      // for bytes beyond ASCII
inline CodePoint DecodeUtf8(absl::string_view text, size_t at) {  // REQUIRES: at < text.size()
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? CodePoint{byte, 1} : DecodeWideUtf8(text, at);
}
void AppendUtf8(char32_t code_point, std::string& out);
size_t CountCodePoints(absl::string_view text);

// Letters and digits of any script (Unicode general categories L*, N*; combining marks count as letters).
bool IsLetter(char32_t c);
bool IsDigit(char32_t c);  // Nd
bool IsUpper(char32_t c);
bool IsSpace(char32_t c);  // White_Space, NBSP, thin and narrow spaces, zero-width space

// Lower case, accents kept; typographic quotes, dashes and spaces made ASCII (’ -> ', – -> -, NBSP -> space).
// The simple folds only: one code point in, one out, so that callers can keep a map of offsets.
char32_t FoldCodePoint(char32_t c);
std::string Fold(absl::string_view text);
// Fold, and accents dropped ("Linköping" -> "linkoping").
std::string FoldAccents(absl::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_UTF8_H_
