#include "report/printable.h"

#include "absl/strings/str_cat.h"
#include "base/utf8.h"

namespace crosscheck {

namespace {
bool IsPlain(char c) { return c >= 0x20 && c < 0x7F; }
}  // namespace

std::string Printable(absl::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    if (IsPlain(text[at])) {
      const size_t begin = at;
      while (at < text.size() && IsPlain(text[at])) ++at;
      out.append(text.data() + begin, at - begin);
      continue;
    }
    const CodePoint point = DecodeUtf8(text, at);
    const bool control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
    const bool reorders =
        (point.value >= 0x202A && point.value <= 0x202E) || (point.value >= 0x2066 && point.value <= 0x2069);
    if (control) {
      out += ' ';
    } else if (!reorders) {
      AppendUtf8(point.value, out);
    }
    at += static_cast<size_t>(point.size);
  }
  return out;
}

std::string PlaceOf(const Report& report, const Claim& claim) {
  const DocumentEntry& entry = report.documents[claim.document];
  if (!entry.document.has_value()) return Printable(entry.info.path);
  return absl::StrCat(Printable(entry.info.path), Printable(entry.document->AfterPath(claim.span.begin)));
}

}  // namespace crosscheck
