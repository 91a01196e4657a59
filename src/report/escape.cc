#include "report/escape.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"
#include "base/utf8.h"
#include "report/printable.h"

namespace crosscheck {

namespace {

// Begins a formula in one of the spreadsheets that are in use; the last two are wide forms of the first.
bool BeginsFormula(absl::string_view text) {
  for (const absl::string_view start : {"=", "+", "-", "@", "|", "\uFF1D", "\uFF0B"}) {
    if (absl::StartsWith(text, start)) return true;
  }
  return false;
}

// What stands for itself in a path of a URI (RFC 3986, "pchar" without ":", which could end a scheme).
bool IsUriPathByte(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || absl::StrContains("-._~/!$&'()*+,;=@", c);
}

}  // namespace

std::string RepairedUtf8(absl::string_view text) {
  if (!FindInvalidUtf8(text).has_value()) return std::string(text);
  std::string valid;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    AppendUtf8(point.value, valid);
    at += static_cast<size_t>(point.size);
  }
  return valid;
}

std::string EscapedXml(absl::string_view text) {
  // Of what Printable leaves, XML 1.0 refuses the two that are no characters.
  return absl::StrReplaceAll(Printable(text), {{"&", "&amp;"},
                                               {"<", "&lt;"},
                                               {">", "&gt;"},
                                               {"\"", "&quot;"},
                                               {"'", "&#39;"},
                                               {"\uFFFE", "\uFFFD"},
                                               {"\uFFFF", "\uFFFD"}});
}

std::string EscapedMarkdown(absl::string_view text) {
  std::string out;
  for (const char c : Printable(text)) {
    if (absl::StrContains("\\`*_[]<>|~&#$", c)) out += '\\';
    out += c;
    // Renderers make mentions of the finished text, where an escape is gone; a space of no width is not.
    if (c == '@') out += "\u200B";
  }
  // The same for addresses, which become links without any markup.
  return absl::StrReplaceAll(out, {{"://", ":\u200B//"}, {"www.", "www\u200B."}});
}

std::string CsvField(absl::string_view text) {
  const std::string plain = Printable(text);
  std::string safe = BeginsFormula(absl::StripLeadingAsciiWhitespace(plain)) ? absl::StrCat("'", plain) : plain;
  if (safe.find_first_of(",;\"") == std::string::npos && absl::StripAsciiWhitespace(safe) == safe) return safe;
  return absl::StrCat("\"", absl::StrReplaceAll(safe, {{"\"", "\"\""}}), "\"");
}

std::string SarifText(absl::string_view text) {
  return absl::StrReplaceAll(Printable(text), {{"\\", "\\\\"}, {"[", "\\["}, {"]", "\\]"}});
}

std::string PathUri(absl::string_view path) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out = absl::StartsWith(path, "/") ? "file://" : "";
  for (const char c : path) {
    if (IsUriPathByte(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    absl::StrAppend(&out, "%", std::string(1, kHex[byte >> 4]), std::string(1, kHex[byte & 15]));
  }
  return out;
}

std::string RepositoryPath(absl::string_view path) {
  while (absl::ConsumePrefix(&path, "./")) {
  }
  return RepairedUtf8(path);
}

std::string CutToBytes(absl::string_view text, size_t most) {
  static constexpr absl::string_view kMore = "…";
  if (text.size() <= most) return std::string(text);
  size_t end = 0;
  for (size_t at = 0; at < text.size() && at + kMore.size() <= most;) {
    end = at;
    at += static_cast<size_t>(DecodeUtf8(text, at).size);
  }
  return absl::StrCat(text.substr(0, end), kMore);
}

}  // namespace crosscheck
