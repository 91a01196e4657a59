#include "base/utf8.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace crosscheck {

namespace {

// Width of the sequence at `at` where it is valid UTF-8 (Unicode 15, table 3-7), else 0.
int ValidWidth(absl::string_view text, size_t at) {
  utf8proc_int32_t code_point = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
  const utf8proc_ssize_t width = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
  return width > 0 ? static_cast<int>(width) : 0;
}

// Eight bytes at once; most text is ASCII.
uint64_t EightBytes(const char* at) {
  uint64_t eight = 0;
  std::memcpy(&eight, at, sizeof eight);
  return eight;
}

constexpr uint64_t kHighBits = 0x8080808080808080;
constexpr uint64_t kLowBits = 0x0101010101010101;

// The first byte from `at` on that is beyond ASCII; the size of the text where there is none.
size_t SkipAscii(absl::string_view text, size_t at) {
  while (at + 8 <= text.size() && (EightBytes(text.data() + at) & kHighBits) == 0) at += 8;
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

constexpr std::array<char, 128> kLower = [] {
  std::array<char, 128> out{};
  for (int c = 0; c < 128; ++c) out[static_cast<size_t>(c)] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return out;
}();

// Appends the lower case of the ASCII bytes from `at` on; returns where they end.
size_t AppendLower(absl::string_view text, size_t at, std::string& out) {
  const size_t end = SkipAscii(text, at);
  const size_t size = out.size();
  out.resize(size + (end - at));
  std::transform(text.begin() + at, text.begin() + end, out.begin() + static_cast<std::ptrdiff_t>(size),
                 [](char c) { return kLower[static_cast<unsigned char>(c)]; });
  return end;
}

}  // namespace

std::optional<size_t> FindInvalidUtf8(absl::string_view text) {
  for (size_t at = SkipAscii(text, 0); at < text.size(); at = SkipAscii(text, at)) {
    const int width = ValidWidth(text, at);
    if (width == 0) return at;
    at += static_cast<size_t>(width);
  }
  return std::nullopt;
}

CodePoint DecodeWideUtf8(absl::string_view text, size_t at) {
  utf8proc_int32_t code_point = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
  const utf8proc_ssize_t width = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
  if (width <= 0) return {0xFFFD, 1};
  return {static_cast<char32_t>(code_point), static_cast<int>(width)};
}

void AppendUtf8(char32_t code_point, std::string& out) {
  utf8proc_uint8_t buffer[4];
  const utf8proc_ssize_t size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), buffer);
  out.append(reinterpret_cast<const char*>(buffer), static_cast<size_t>(size));
}

size_t CountCodePoints(absl::string_view text) {
  // All bytes but those that go on: the high bit is set and the one below it is not.
  size_t at = SkipAscii(text, 0);
  size_t count = at;
  for (; at + 8 <= text.size(); at += 8) {
    const uint64_t eight = EightBytes(text.data() + at);
    const uint64_t going_on = ((eight & kHighBits) >> 7U) & ~(eight >> 6U) & kLowBits;
    count += 8 - ((going_on * kLowBits) >> 56U);
  }
  for (; at < text.size(); ++at) count += (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  return count;
}

bool IsLetter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return true;
    default:
      return false;
  }
}

bool IsDigit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ND;
}

bool IsUpper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_LU;
}

bool IsSpace(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  if (c == 0x85 || c == 0x200B || c == 0xFEFF) return true;
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

char32_t FoldCodePoint(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  switch (c) {
    case 0x2018:  // single quotation marks, prime, modifier apostrophe
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x02BC:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
    case 0x2033:
      return '"';
    case 0x2010:  // hyphens, dashes, minus
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return '-';
    default:
      break;
  }
  if (IsSpace(c)) return ' ';
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

std::string Fold(absl::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      at = AppendLower(text, at, out);
      continue;
    }
    const CodePoint point = DecodeUtf8(text, at);
    at += static_cast<size_t>(point.size);
    const char32_t folded = FoldCodePoint(point.value);
    if (folded < 0x80) {
      out.push_back(static_cast<char>(folded));
    } else {
      AppendUtf8(folded, out);
    }
  }
  return out;
}

namespace {

// Letters that Unicode does not take apart and that news writes plainly.
const char* PlainLetter(char32_t c) {
  switch (c) {
    case 0xF8:
      return "o";
    case 0xE6:
      return "ae";
    case 0x153:
      return "oe";
    case 0xDF:
      return "ss";
    case 0x142:
      return "l";
    case 0x111:
    case 0xF0:
      return "d";
    case 0x131:
      return "i";
    case 0xFE:
      return "th";
    default:
      return nullptr;
  }
}

}  // namespace

std::string FoldAccents(absl::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      at = AppendLower(text, at, out);
      continue;
    }
    const CodePoint point = DecodeUtf8(text, at);
    at += static_cast<size_t>(point.size);
    const char32_t folded = FoldCodePoint(point.value);
    if (folded < 0x80) {
      out.push_back(static_cast<char>(folded));
      continue;
    }
    if (const char* plain = PlainLetter(folded); plain != nullptr) {
      out.append(plain);
      continue;
    }
    utf8proc_int32_t parts[8];
    const utf8proc_ssize_t count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(folded), parts, 8,
                                static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK), nullptr);
    for (utf8proc_ssize_t i = 0; i < count && i < 8; ++i) AppendUtf8(static_cast<char32_t>(parts[i]), out);
  }
  return out;
}

}  // namespace crosscheck
