#include "document/html_text.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "base/utf8.h"

namespace crosscheck {

namespace {

struct Reference {
  size_t source_size = 0;  // 0: a lone ampersand
  size_t decoded_size = 0;
};

size_t CodePointSize(absl::string_view text, size_t at) {
  return at < text.size() ? static_cast<size_t>(DecodeUtf8(text, at).size) : 0;
}

// Whether the source at `at` can go on with `decoded` at `i`.
bool GoesOn(absl::string_view source, size_t at, absl::string_view decoded, size_t i) {
  for (int step = 0; step < 4; ++step, ++at, ++i) {
    if (at >= source.size() || i >= decoded.size())
      return at >= source.size() || source[at] == '<' || source[at] == '&';
    if (source[at] == '&' || source[at] == '<' || source[at] == '\r') return true;
    if (source[at] != decoded[i]) return false;
  }
  return true;
}

Reference NumericAt(absl::string_view source, size_t at, absl::string_view decoded, size_t i) {
  size_t end = at + 2;
  const bool hex = end < source.size() && (source[end] == 'x' || source[end] == 'X');
  if (hex) ++end;
  const size_t digits = end;
  while (end < source.size() && (hex ? absl::ascii_isxdigit(static_cast<unsigned char>(source[end]))
                                     : absl::ascii_isdigit(static_cast<unsigned char>(source[end])))) {
    ++end;
  }
  if (end == digits) return {};
  if (end < source.size() && source[end] == ';') ++end;
  return {end - at, CodePointSize(decoded, i)};
}

// A reference by name. Names from before HTML 4 may lack the semicolon and run into the next word ("&copy2025"), so
// the size is the longest one after which source and decoded text agree.
Reference NamedAt(absl::string_view source, size_t at, absl::string_view decoded, size_t i) {
  size_t end = at + 1;
  while (end < source.size() && end < at + 40 && absl::ascii_isalnum(static_cast<unsigned char>(source[end]))) ++end;
  if (end == at + 1) return {};
  const bool semicolon = end < source.size() && source[end] == ';';
  if (decoded[i] == '&' && !absl::StartsWithIgnoreCase(source.substr(at), "&amp")) return {};
  const size_t one = CodePointSize(decoded, i);
  const size_t two = one + CodePointSize(decoded, i + one);
  if (semicolon) {
    for (size_t size : {one, two}) {
      if (GoesOn(source, end + 1, decoded, i + size)) return {end + 1 - at, size};
    }
  }
  for (size_t last = end; last > at + 2; --last) {
    if (GoesOn(source, last, decoded, i + one)) return {last - at, one};
  }
  return {end - at + (semicolon ? 1 : 0), one};
}

Reference ReferenceAt(absl::string_view source, size_t at, absl::string_view decoded, size_t i) {
  if (at + 1 < source.size() && source[at + 1] == '#') return NumericAt(source, at, decoded, i);
  return NamedAt(source, at, decoded, i);
}

// The size of what both have alike from here on, whole code points, up to an ampersand or a "<". The parser moves text
// that stands where none may (in a table, between cells), so the two may differ inside a code point.
size_t SameAt(absl::string_view source, size_t at, absl::string_view decoded, size_t i) {
  size_t size = 0;
  while (at + size < source.size() && i + size < decoded.size() && source[at + size] == decoded[i + size] &&
         (size == 0 || (source[at + size] != '&' && source[at + size] != '<'))) {
    ++size;
  }
  const auto inside = [](absl::string_view text, size_t offset) {
    return offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80;
  };
  while (size > 0 && (inside(source, at + size) || inside(decoded, i + size))) --size;
  return size;
}

size_t SkipTag(absl::string_view source, size_t at) {
  const bool comment = absl::StartsWith(source.substr(at), "<!--");
  const size_t end = comment ? source.find("-->", at) : source.find('>', at);
  if (end == absl::string_view::npos) return source.size();
  return end + (comment ? 3 : 1);
}

}  // namespace

void AppendHtmlText(absl::string_view document, size_t begin, size_t end, absl::string_view decoded,
                    TextBuilder& builder) {
  const absl::string_view source = document.substr(0, end);
  size_t at = begin;
  size_t i = 0;
  while (i < decoded.size() && at < source.size()) {
    if (source[at] == '&') {
      const Reference reference = ReferenceAt(source, at, decoded, i);
      if (reference.source_size > 0) {
        // One piece a code point, since a space among them is treated by itself.
        for (size_t done = 0; done < reference.decoded_size;) {
          const size_t size = CodePointSize(decoded, i + done);
          builder.Replace(decoded.substr(i + done, size), at, at + reference.source_size);
          done += std::max<size_t>(size, 1);
        }
        at += reference.source_size;
        i += reference.decoded_size;
        continue;
      }
    }
    const bool tag = source[at] == '<' && (decoded[i] != '<' || !GoesOn(source, at + 1, decoded, i + 1));
    if (tag) {
      at = SkipTag(source, at);
    } else if (const size_t same = SameAt(source, at, decoded, i); same > 0) {
      builder.Copy(at, at + same);
      at += same;
      i += same;
    } else {
      if (source[at] == '\r' && decoded[i] == '\n' && (at + 1 >= source.size() || source[at + 1] != '\n')) {
        builder.Space(at, at + 1);
        ++i;
      }
      at += CodePointSize(source, at);
    }
  }
  // What cannot be found in the source is kept all the same, and stands for nothing.
  for (; i < decoded.size(); i += CodePointSize(decoded, i)) {
    builder.Replace(decoded.substr(i, CodePointSize(decoded, i)), at, at);
  }
}

}  // namespace crosscheck
