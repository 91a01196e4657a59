#include "document/charset.h"

#include <gmime/gmime.h>

#include <memory>
#include <mutex>

#include "absl/strings/ascii.h"
#include "base/utf8.h"

namespace crosscheck {

std::optional<std::string> ToUtf8(absl::string_view bytes, absl::string_view charset) {
  std::string name = absl::AsciiStrToLower(charset);
  if (name.empty() || name == "utf-8" || name == "utf8" || name == "us-ascii") {
    if (FindInvalidUtf8(bytes)) return std::nullopt;
    return std::string(bytes);
  }
  // What says that it is Latin 1 is the set of Windows that holds it, as browsers have it: 0x93 is a quotation mark
  // there and nothing in the other.
  if (name == "iso-8859-1" || name == "latin1" || name == "latin-1") name = "windows-1252";
  StartGMime();
  gsize written = 0;
  const std::unique_ptr<char, decltype(&g_free)> converted(
      g_convert(bytes.data(), static_cast<gssize>(bytes.size()), "UTF-8", g_mime_charset_iconv_name(name.c_str()),
                nullptr, &written, nullptr),
      &g_free);
  if (converted == nullptr) return std::nullopt;
  return std::string(converted.get(), written);
}

void StartGMime() {
  static std::once_flag once;
  std::call_once(once, [] { g_mime_init(); });
}

}  // namespace crosscheck
