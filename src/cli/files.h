#ifndef CROSSCHECK_CLI_FILES_H_
#define CROSSCHECK_CLI_FILES_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace crosscheck {

// The bytes of a file. kNotFound, kPermissionDenied, or kInvalidArgument for a folder, for one that is too large to be
// an article, and for a read that fails. The message names no path.
absl::StatusOr<std::string> ReadFile(const std::string& path);

// Writes a whole file, replacing it. kInvalidArgument if it cannot be opened, kInternal if not all could be written.
absl::Status WriteFile(const std::string& path, absl::string_view bytes);

// "feed.xml" and "pier-fire" of "feed.xml#pier-fire", a story of a file that is there; the story is "" for all else.
struct NamedStory {
  std::string file, story;
};
NamedStory SplitStory(const std::string& path);

bool IsFolder(const std::string& path);

// The files below a folder, folders inside it included, that `wanted` says yes to, sorted by path. What begins with a
// dot is left out, and so are symbolic links to folders. Paths begin with `folder` as given.
std::vector<std::string> FilesBelow(const std::string& folder, bool (*wanted)(absl::string_view path));

// ".md" of "a/b.c/d.MD": the ending in lower case with its dot, "" where the name has none.
std::string Ending(absl::string_view path);

// `path` as seen from `folder`: "a/b.md" for ("a", "b.md"); an absolute path stays as it is.
std::string JoinPath(absl::string_view folder, absl::string_view path);
// "a" of "a/b.md", "" of "b.md".
std::string FolderOf(absl::string_view path);

// `path` as seen from a folder, with '/' between names: "a/b.md" for ("x", "x/a/b.md"), "../b.md" for one beside it.
std::string RelativeTo(const std::string& folder, const std::string& path);

// One spelling for every way to name a file, so that the same file is known again.
std::string Canonical(const std::string& path);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_FILES_H_
