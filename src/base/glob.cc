#include "base/glob.h"

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace crosscheck {

namespace {

// One name against one part of a glob.
bool NameFits(absl::string_view glob, absl::string_view name) {
  size_t g = 0;
  size_t n = 0;
  size_t star = absl::string_view::npos;  // the last '*', to which a mismatch goes back
  size_t taken = 0;                       // where that star's text ends, for now
  while (n < name.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      taken = n;
    } else if (g < glob.size() && (glob[g] == '?' || glob[g] == name[n])) {
      // '?' takes a whole character of UTF-8.
      if (glob[g++] == '?') {
        while (n + 1 < name.size() && (static_cast<unsigned char>(name[n + 1]) & 0xC0U) == 0x80U) ++n;
      }
      ++n;
    } else if (star != absl::string_view::npos) {
      g = star + 1;
      n = ++taken;
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

}  // namespace

bool GlobFits(absl::string_view glob, absl::string_view path) {
  if (absl::StartsWith(glob, "./")) glob.remove_prefix(2);
  if (glob.empty()) return false;
  std::string whole(glob);
  if (!absl::StrContains(glob, '/')) whole = absl::StrCat("**/", glob);
  if (absl::EndsWith(whole, "/")) whole += "**";
  const std::vector<absl::string_view> parts = absl::StrSplit(whole, '/');
  const std::vector<absl::string_view> names = absl::StrSplit(path, '/');
  // fits[n]: the parts so far can take the first n names.
  std::vector<char> fits(names.size() + 1, 0);
  fits[0] = 1;
  for (const absl::string_view part : parts) {
    std::vector<char> next(names.size() + 1, 0);
    if (part == "**") {
      for (size_t n = 0; n <= names.size(); ++n)
        next[n] = static_cast<char>(fits[n] != 0 || (n > 0 && next[n - 1] != 0));
    } else {
      for (size_t n = 0; n < names.size(); ++n)
        next[n + 1] = static_cast<char>(fits[n] != 0 && NameFits(part, names[n]));
    }
    fits = std::move(next);
  }
  return fits.back() != 0;
}

absl::string_view FixedFolder(absl::string_view glob) {
  if (absl::StartsWith(glob, "./")) glob.remove_prefix(2);
  const absl::string_view fixed = glob.substr(0, glob.find_first_of("*?"));
  const size_t slash = fixed.rfind('/');
  return slash == absl::string_view::npos ? absl::string_view() : fixed.substr(0, slash);
}

}  // namespace crosscheck
